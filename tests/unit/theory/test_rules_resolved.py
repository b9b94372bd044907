"""Rules: variables, conclusions, texts, and derivations that would never end."""

from fractions import Fraction

import pytest

from reasoner.diagnostics import Severity
from reasoner.language.to_text import to_text

KEYS = ("given", "unless", "then", "never", "must")


def rule(text, key="r"):
    """A rule from lines `given: a; b`, one key a line."""
    rows = [f"  - id: {key}"]
    for line in text.strip().splitlines():
        word, _, rest = line.strip().partition(": ")
        if word in KEYS:
            rows += [f"    {word}:", *(f"      - {part.strip()}" for part in rest.split(";"))]
        else:
            rows.append(f"    {word}: {rest}")
    return "\n".join(rows) + "\n"


def rules(*texts):
    return "rules:\n" + "".join(rule(text, f"r{nth}") for nth, text in enumerate(texts, 1))


def test_arguments_carry_their_roles_in_the_order_of_the_vocabulary(resolved):
    theory = resolved(rules=rules("given: attack(on B, by A) as E; truce(A, B) as T\nnever: E during T"))
    given = theory.laws[0].given
    assert [arg.role for arg in given[0].atom.args] == ["by", "on"]
    assert [arg.role for arg in given[1].atom.args] == ["1", "2"]


def test_what_then_joins_is_taken_one_by_one(resolved):
    theory = resolved(rules=rules("given: leads(A, B) as T\nthen: leads(B, A) as T and part-of(A, B)"))
    assert [to_text(part).split("(")[0] for part in theory.laws[0].then] == ["leads", "part-of"]


@pytest.mark.parametrize(
    ("keys", "kept", "norm", "trust"),
    [
        ("", True, False, None),
        ("trust: 0.95", True, False, Fraction(95, 100)),
        ("trust: 1", False, False, Fraction(1)),
        ("certain: true", False, False, None),
        ("norm: true", False, True, Fraction(1, 2)),
        ("norm: true\ntrust: 0.8", False, True, Fraction(8, 10)),
    ],
)
def test_the_guard_of_a_rule(resolved, keys, kept, norm, trust):
    law = resolved(rules=rules(f"given: attack(by A) as E; truce(A, _) as T\nnever: E during T\n{keys}")).laws[0]
    assert (law.kept, law.norm, law.trust) == (kept, norm, trust)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "given: truce(A, B) as T; attack(by A, on B) as E\nnever: E during X",
            "T050 the variable `X` is bound nowhere | a line of `given` must say what it is, as in `attack(by X)`; names are written small",
        ),
        (
            "given: truce(A, Algeria) as T; leads(A, _) as S\nnever: S during T",
            "T051 the variable `Algeria` is used once | did you mean the actor `algeria`?",
        ),
        (
            "given: attack(by A, on B) as E; leads(A, _) as T\nnever: E during T",
            "T051 the variable `B` is used once | write `_`, or name it in the rule's text as `$B`",
        ),
        (
            "given: attack(by A) as E; leads(A, B) as T\nthen: truce(A, B) since E",
            "T051 the variable `T` is used once | leave out `as T`",
        ),
        (
            "given: attack(by A) as E\nthen: attack(by B) as E",
            "T050 the variable `B` is bound nowhere | a line of `given` must say what it is, as in `attack(by B)`; names are written small",
        ),
        (
            "given: attack(by A, killed N) as E; N < M\nthen: leads(A, A) since E",
            "T050 the variable `M` is bound nowhere | a line of `given` must say what it is, as in `attack(by M)`; names are written small",
        ),
        (
            "given: attack(by A) as E or leads(A, B) as T\nthen: leads(A, B) as T",
            "T050 the variable `B` is bound nowhere | a line of `given` must say what it is, as in `attack(by B)`; names are written small",
        ),
        (
            "given: attack(by A) as E\nmust: at least 3 S with leads(A, _) before E",
            "T050 the variable `S` is bound nowhere | a line of `given` must say what it is, as in `attack(by S)`; names are written small",
        ),
        (
            "given: attack(by A) as E\nthen: E before memo",
            "T052 `then` says what happens or holds, not how its times lie | write it under `must`",
        ),
        (
            "given: attack(by A, killed N) as E\nthen: N > 2",
            "T052 `then` says what happens or holds, not how numbers compare | write it under `must`",
        ),
        (
            "given: attack(by A) as E\nthen: leads(A, A) as E or E is a bombing",
            "T052 `then` leaves nothing open | write it under `must`, where one of the two is enough",
        ),
        (
            "given: attack(by A) as E; leads(A, B) as T\nthen: A is not B",
            "T052 `then` cannot say that two things are not one | write `never: X is Y`",
        ),
        (
            "given: attack(by A) as E; E initiates truce(A, A)\nnever: E before memo",
            "T052 `initiates` is a conclusion, and cannot stand in `given` | write it under `then`",
        ),
        (
            "given: attack(by A) as E\nthen: E initiates bombing(by A)",
            "T045 `bombing` is an event; only a state begins and ends so | declare it as a `state`",
        ),
        (
            "given: attack(by A) as E\nthen: part-of(A, E) as X",
            "T035 `part-of` is a fact, which is no occurrence and has no name | leave out `as X`",
        ),
        (
            "given: attack(killed about 12) as E\nnever: E before memo",
            "T039 a number with a tolerance can only be stated | take the number as `N`, and write `N > 12` beside it",
        ),
        (
            "given: knows(A, that no X with leads(A, B)) as E; attack(by A, on B)\nnever: E before memo",
            "T050 the variable `X` is bound nowhere | a line of `given` must say what it is, as in `attack(by X)`; names are written small",
        ),
        (
            "given: leads(A, X); knows(A, that no X with leads(A, X)) as E\nnever: E before memo",
            (
                "T058 `X` stands for one thing outside of this count, so that there is nothing to count"
                " | give what is counted a variable of its own"
            ),
        ),
        (
            "given: knows(A, that no X with (leads(A, X) and leads(X, Y))) as E\nnever: E before memo",
            "T051 the variable `Y` is used once | write `_`, or name it in the rule's text as `$Y`",
        ),
        (
            "given: attack(by A) as E; N = length of E in days\nnever: attack(by A, killed N)",
            (
                "T050 the variable `N` is bound nowhere"
                " | how long something lasts is no number of the data: write `length of ..` where `N` stands"
            ),
        ),
        (
            "given: attack(by A) as E; attack(by B) as F\nnever: E < F and leads(A, B)",
            "T066 `E` stands for an occurrence, and no number | of two occurrences the times are compared: `E before F`",
        ),
        (
            "given: attack(by A) as E\nmust: leads(A, _) every month during start of E",
            "T046 a single moment has no periods inside | leave out `start of`",
        ),
        (
            "given: at least 3 A with attack(by A) all within 1 year\nnever: alarm()",
            (
                "T049 `A` is counted within a span of time, and nothing says that it is an event or a state"
                " | count what happens, as in `at least 3 E with attack(by G) as E all within 1 year`"
            ),
        ),
        (
            "given: leads(A, _) as T\nmust: sum of M with attack(by A, killed M) < length of T in days",
            (
                "T065 a sum is compared with a number of the data, and how long something lasts is none"
                " | say how long it lasts in a role of its own"
            ),
        ),
        (
            "given: attack(by A) as E; leads(A, _) as T\nnever: E during T\nnorm: true\ncertain: true",
            "T056 `r1` is a norm, which can be broken, and certain | leave out `certain`, or `norm`",
        ),
        (
            "given: attack(by A) as E\nthen: bombing(by A) as E\nnorm: true",
            "T056 `r1` is a norm, but says nothing that ought to be | a norm has `never` or `must`",
        ),
        (
            "given: attack(by A) as E\nnever: E before memo\ntext: $A and $Bob",
            "T028 no variable of this rule is called `Bob` | known here: $A, $E",
        ),
    ],
)
def test_a_rule_that_does_not_hold_together(faults, text, fault):
    assert fault in faults(rules=rules(text))


@pytest.mark.parametrize(
    "text",
    [
        "given: attack(by A, on B) as E\nnever: E before memo\ntext: $A attacks $B",
        "given: attack(by A) as E before memo; leads(A, _)\nnever: alarm()",
        "given: attack(by A, killed N) as E; attack(by A, killed M) as F; K = N + M\nnever: K > 12 and E before F",
        "given: X is an armed-group\nnever: X is a person",
        "given: attack(by A) as E\nmust: at least 3 S with leads(A, S) as T before E",
        "given: attack(by A) as E\nunless: leads(A, B) as T and E during T and truce(A, B) contains E\nthen: truce(A, A) since E",
        "given: attack(by A) as E or bombing(on A) as E\nnever: E before memo and alarm() and leads(A, A)",
        "given: attack(by A) as E\nthen: E initiates truce(A, A)",
        "given: said(S, P) as E; said(S, Q) as F; E before F\nthen: Q retracts P",
        "given: knows(A, P) as T; leads(A, _) contains T\nthen: true(P)",
        "given: truce(A, B) as T; attack(by A, on B) as E; start of E during T\nthen: E terminates T",
        "given: knows(A, that memo lasts N days) as E; attack(by A, killed N)\nnever: E before memo",
        "given: knows(A, that at least 2 X with (leads(X, A) as T and T before memo))\nnever: leads(A, A)",
        "given: knows(A, that max of N with attack(by A, killed N) > M)\nnever: attack(by A, killed M)",
        "given: knows(A, that length of T in days > 2 * N) as T\nnever: attack(by A, killed N)",
        "given: leads(A, B); 3 = N; N + 1 = M\nnever: attack(by A, on B, killed M)",
        "given: attack(by A, killed N); M = N + 1; M > 5 or N > 7\nnever: leads(A, A)",
        "given: attack(by A, killed N) as E; leads(A, _) as T\nnever: N * length of T in days > 100 and E before T",
    ],
)
def test_a_rule_that_does(faults, text):
    assert faults(rules=rules(text)) == []


def test_what_nothing_bounds_in_time_draws_a_warning(resolved):
    notes = resolved(rules=rules("given: attack(by A) as E; E before memo\nthen: leads(A, A) as T")).notes
    assert [(note.code, note.severity) for note in notes] == [("T054", Severity.WARNING)]


def test_a_name_that_only_a_rule_knows_draws_a_warning(faults):
    found = faults(rules=rules("given: attack(by A, at timbuktu) as E; leads(A, _) as T\nnever: E during T"))
    assert found == [
        "T057 the rule `r1` names `timbuktu`, which this dossier does not know | so it has nothing to say here; a variable begins with a capital, as in `Timbuktu`"
    ]


@pytest.mark.parametrize(
    ("texts", "circle"),
    [
        (["given: attack(by A) as E\nthen: attack(by A) after E"], "`r1` -> `r1`"),
        (["given: truce(A, B) as T\nthen: truce(B, A) since T"], "`r1` -> `r1`"),
        (["given: attack(by A) as E\nthen: bombing(by A) after E"], "`r1` -> `r1`"),
        (
            ["given: attack(by _) as E\nthen: cause(E) after E", "given: cause(_) as C\nthen: attack() as N after C"],
            "`r1` -> `r2` -> `r1`",
        ),
        (
            [
                "given: attack(by _) as E\nthen: E initiates truce(algeria, mujao)",
                "given: truce(_, _) as T\nthen: bombing() after T",
            ],
            "`r1` -> `r2` -> `r1`",
        ),
        (["given: attack(by A, killed N) as E; M = N + 1\nthen: attack(by A, killed M) as E"], "`r1` -> `r1`"),
    ],
)
def test_an_endless_derivation_names_its_circle(faults, texts, circle):
    found = [fault for fault in faults(rules=rules(*texts)) if fault.startswith("T055")]
    assert len(found) == 1
    assert f"({circle})" in found[0]


@pytest.mark.parametrize(
    "texts",
    [
        ["given: leads(A, B); leads(B, C)\nthen: leads(A, C) since memo"],
        ["given: attack(by A) as E\nthen: leads(A, A) since E"],
        ["given: attack(by A) as E\nthen: bombing(on A) as E"],
        ["given: part-of(A, B); part-of(B, C)\nthen: part-of(A, C)"],
        [
            "given: truce(A, B) as T\nthen: attack(by A, on B) after T",
            "given: attack(by A, on B) as E\nthen: part-of(A, B)\ntext: $E",
        ],
    ],
)
def test_a_derivation_that_ends_is_let_through(faults, texts):
    assert [fault for fault in faults(rules=rules(*texts)) if fault.startswith("T055")] == []
