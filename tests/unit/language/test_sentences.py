"""The sentences of the language, as its pages give them: they parse, they say what they should, they are printed back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction

import pytest

from reasoner.diagnostics import Span, Text
from reasoner.language import ir
from reasoner.language.from_text import parse_condition, parse_length, parse_when
from reasoner.language.to_text import to_text, when_to_text
from reasoner.times.ir import Unit

# One rule a line: its name, what is given, and what follows; in files one condition a line.
RULES = """
one-place-at-a-time: present(P, in X) as E; present(P, in Y) as F; X is not Y; unless part-of(X, Y) or part-of(Y, X); never E intersects F
leader-answers-for-group: leads(L, G) as T; attack(by G) as E; E during T; then attack(by L) as E
group-goes-on: renamed(G, as H) as R; then continues(H, G) since R
goes-on-from-before: continues(C, B); continues(B, A); then continues(C, A)
founded-before-acting: founded(G) as F; attack(by G) as E; never E before F
one-founding: founded(G) as E; founded(G) as F; then E is F
age-of-agreement: said-age(of T, years N) as E; must T is about N years old at E
kept-truce: truce(A, B) as T; kept(A, toward B, up-to X); forbids(A, toward B, in Q); attack(by A, on B, at P) as E; part-of(P, Q); never E not before start of T and E before start of X
answers-for: answers-for(L, for G); attack(by G) as E; then attack(by L) as E
more-than-a-year: exemplar(E, of S); claimed-before(S, F); must E more than 1 year before F
exemplar-belongs: most-prominent(E, of S); then member(E, of S)
one-focus: concentrates(X, on A) as S; concentrates(X, on B) as T; disjoint(A, B); unless ranked(A, over B); never S intersects T
who-lies-has-said: lied(S, P); must said(S, P)
cable-is-no-letter: X is an embassy-cable; never X is a private-letter
dissident-from-founding: founded(G, by X) as F; split-from(G, Y); then dissident(X, of Y) since F
dissident-leads-not: dissident(X, of Y) as S; leads(X, Y) as T; never S intersects T
left-the-lead: left-lead(X, of G) as E; then not leads(X, G) since E
one-leader-at-a-time: leads(X, G) as S; leads(Y, G) as T; X is not Y; never S intersects T
in-force-before-used: used(M) as E; in-force(M) as F; never start of E before F
all-are-certain: all-certain(G, P); member(X, of G); never doubts(X, P)
one-of-them-lies: blames(S, P, on X, else Y); must lied(X, P) or lied(Y, P)
eliminated-acts-not: eliminated(G) as E; attack(by G) as F; never F after E
resumed-had-ended: resumed(W) as E; war(W) as T; must end of T before E
war-as-long-as-said: war(W) as T; said-length(W, years N); must T lasts about N years
notify-in-time: breach(of C) as E; must notice(of E) within $notice after E
act-needs-office: official-act(by P, as O) as E; must holds-office(P, O) as T and E during T
successor-after-predecessor: succeeds(P, Q, in O); holds-office(P, O) as T; holds-office(Q, O) as U; must U before T
enough-signatures: in-force(D) as T; must at least 3 S with signature(by S, on D) as E before T
signing-starts-truce: sign(A, B) as E; then E initiates truce(A, B)
first-breach-ends-truce: truce(A, B) as T; attack(by A, on B) as E; start of E during T; then E terminates T
monthly-report: reporting-duty(A, to B) as D; must report(by A, to B) every month during D
arms-need-licence: carries(A, arms) as E; unless licence(A) contains E; then offence(by A) as E
campaign: at least 3 E with attack(by G) as E all within 1 year; leads(L, G); then campaign(G)
first-of-record: record-opens(G, with E); must E is the first attack(by G)
one-toll: deaths(in E, count N); deaths(in E, count M); never N differs from M by more than $tolerance
part-below-whole: deaths(in P, count N); deaths(in Q, count M); part-of(P, Q); never N > M
counter-never-falls: counter(C, count N) as E; counter(C, count M) as F; E before F; never M < N
parts-make-the-whole: total(R, count N); must sum of M with part(R, X, count M) = N
end-is-start-plus-length: repair(X) as T; said-length(X, minutes N); must length of T in minutes = N
later-word-counts: said(S, P) as E; said(S, Q) as F; E before F; rival(P, Q); then Q retracts P
certain-against-open: verified(A, P) as S; leaves-open(B, P) as T; same-evidence(A, B); never S intersects T
"""

STATEMENTS = """
truce(belmokhtar, algeria) as deal-1 and start of deal-1 after gao-kidnapping
bombing(by mujao, on algeria, at ouargla) as ouargla-bombing
ouargla-bombing during 2012-07
truce(belmokhtar, algeria) as deal-2
deal-1 is deal-2
part-of(ouargla, algerian-territory)
memo-1 during 2013-01-17T22:00Z
memo-1 during 2013-01-17T22:00[America/New_York]
memo-1 during 2013-01-17T22:00[America/New_York]/2013-01-19
memo-1 during 2013-01-17T22:00[America/New_York]/2013-01-19T09:00[Europe/Paris]
memo-1 during 2013-01-17T22:00[America/New_York]~/..
not deal-after-gao
start of deal-1 before 2012-07-01
truce(belmokhtar, algeria) as T and T intersects 2012-07
attack(by aqim, at gao, killed 12) as acled-7
gao is a kidnapping
knows(x, that deal-1 is deal-2)
attack(by a, on b) or attack(by b, on a)
attack(by A, on B)
attack(by A, on B) as E
E during T
t contains 2012
e during 2012-05
alarm()
"""

CONSTRUCTS = """
not deal-1
E before F
E after F
E during T
T contains E
E intersects T
E meets F
E met-by F
E overlaps F
E overlapped-by F
E starts F
E started-by F
E finishes F
E finished-by F
E equals F
E starts start of F
E strictly before F
E strictly after F
E strictly during F
E strictly contains F
E not before F
E within 72 hours after F
E within 3 days before F
E at least 3 days after F
E at most 3 days after F
E more than 3 days after F
E less than 1 year 6 months before F
E between 3 days and 1 week after F
E on the day of F
E within 3 days of F
E 2 months after F
E about 2 months after F
E exactly 2 months after F
E 2 months ±1 week after F
T is 2 years old at E
T is about N years old at E
T is at least $age old at E
T is between 1 year and 2 years old at E
T is not exactly 2 years old at E
T lasts 3 days
T lasts at least 7 hours 30 minutes
T not lasts 1.5 hours
E by 2012
E since 2012-07
E until F
not p(a) since F
not p(a) as e during 2012
start of E before end of F
E is the first p(a)
E is the last p(a)
E is the only p(a)
E is the 3rd p(a)
E is not the first p(a)
p(a) every month during T
p(a) every 30 days during T
E during dawn of 2013-01-19
E during early-morning of 2013-01-19
E during yesterday
E during last wednesday
E during next month
E during the wednesday before F
E after the day after F
E during thursday
E during thursday 2016-03-16
E after [2011..2012]
p(A, r B) as E
p(_)
X is Y
X is not Y
X is a
X is an embassy-cable
N < M
N <= 3 km
N != M + 2 * $k
(N - 1) * 2 >= -4
length of T in days = 3
N differs from M by 2
N differs from M by more than 2 km
at least 3 S with p(S)
at most 3 S with p(S)
exactly 0 S with (p(S) and q(S))
no S with p(S) as E during 2012
at least 3 E with p() as E all within 1 year
sum of N with p(N) = M
max of N with p(N) < 3
min of N with p(N) != M
p(S, that q(S) during 2012)
p(S, that (q(S) and r(S)))
p(S, "a text, in quotes")
said(S, P) as E
true(P)
Q retracts P
E initiates p(a)
E terminates T
E terminates p(a, _)
p(a) and (q(b) or r(c))
(p(a) and q(b)) and r(c)
p(about 12, exactly 12, more than 30_000, count 12 ±1, 10..15, length 800 km)
p(about X, at at least 3, about (12), x -1, x - 1)
"""

WHENS = """
2 years old at memo-2
not about 2 years old at memo-2
2012-07
2011/2012
[2011..2012]
gao-kidnapping
after 2012 and before gao-kidnapping
about 3 months after gao-kidnapping
within 3 days of gao-kidnapping
the wednesday before 2013-01-19
since 2012 and 1 year old at memo-2
start of gao-kidnapping
"""


def _lines(block: str) -> list[str]:
    return block.strip().splitlines()


def _conditions_of(rules: str) -> list[str]:
    """The conditions of the rules, without the words `never`, `must` and so on, which are keys in files."""
    parts = [part for rule in _lines(rules) for part in rule.split(": ", 1)[1].split("; ")]
    return [re.sub("^(unless|never|must|then) ", "", part) for part in parts]


@pytest.mark.parametrize("sentence", [*_conditions_of(RULES), *_lines(STATEMENTS)])
def test_a_sentence_of_the_pages_is_printed_back_as_written(sentence: str) -> None:
    condition = parse_condition(Text(sentence))
    assert to_text(condition) == sentence
    assert parse_condition(Text(to_text(condition))) == condition


@pytest.mark.parametrize("sentence", _lines(CONSTRUCTS))
def test_each_construct_is_read_back(sentence: str) -> None:
    condition = parse_condition(Text(sentence))
    printed = to_text(condition)
    assert parse_condition(Text(printed)) == condition
    assert printed == sentence.replace("30_000", "30000")


@pytest.mark.parametrize("sentence", _lines(WHENS))
def test_each_when_is_printed_back_as_written(sentence: str) -> None:
    when = parse_when(Text(sentence))
    assert when_to_text(when) == sentence
    assert parse_when(Text(when_to_text(when))) == when


def _nodes(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _nodes(getattr(value, field.name))


def test_the_sentences_above_use_every_kind_of_value() -> None:
    parsed = (*map(parse_condition, map(Text, _lines(CONSTRUCTS))), *map(parse_when, map(Text, _lines(WHENS))))
    used = {type(node) for value in parsed for node in _nodes(value)}
    known = {kind for kind in vars(ir).values() if isinstance(kind, type) and kind.__module__ == ir.__name__}
    # What belongs to a count is found where the whole rule is seen, and that a date is said to have no year, in its phrase.
    assert known - used == {ir.Own, ir.PeriodOf, ir.EachYear}


def test_a_condition_says_what_was_written() -> None:
    expected = ir.Occurs(
        ir.Atom("attack", (ir.Arg("by", ir.Var("A")), ir.Arg("on", ir.Name("algeria")))),
        ir.Var("E"),
        ir.Phrase(ir.Order(ir.Place.DURING, ir.Name("t")), negated=True),
    )
    assert parse_condition(Text("attack(by A, on algeria) as E not during t")) == expected


def test_and_holds_weaker_than_a_phrase() -> None:
    condition = parse_condition(Text("E before F and no S with p(S) and X is Y"))
    assert isinstance(condition, ir.AllOf)
    assert [type(item) for item in condition.items] == [ir.Holds, ir.NoneOf, ir.Same]


def test_brackets_are_kept_where_they_group_and_dropped_where_not() -> None:
    condition = parse_condition(Text("((p(a) or (q(b)))) and (r(c) and s(d))"))
    assert to_text(condition) == "(p(a) or q(b)) and (r(c) and s(d))"


def test_sums_are_read_from_the_left_and_products_first() -> None:
    condition = parse_condition(Text("1 + 2 * N - (M - 2) = (1 + 2) * (3 * 4)"))
    assert to_text(condition) == "1 + 2 * N - (M - 2) = (1 + 2) * (3 * 4)"
    assert isinstance(condition, ir.Compare)
    assert isinstance(condition.left, ir.Arith)
    assert condition.left.op == "-"


def test_numbers_are_exact() -> None:
    condition = parse_condition(Text("N = 30_000.25 km"))
    assert isinstance(condition, ir.Compare)
    assert condition.right == ir.Number(Fraction(120001, 4), "km", decimals=2)


def test_a_length_stands_alone_as_the_value_of_a_parameter() -> None:
    length = parse_length(Text("7 hours 30 minutes"))
    assert isinstance(length, ir.FixedLength)
    assert length.length.parts == ((7, Unit.HOUR), (30, Unit.MINUTE))
    assert parse_length(Text("$notice")) == ir.Param("notice")
    assert parse_length(Text("N years")) == ir.VarLength(ir.Var("N"), Unit.YEAR)


def test_every_value_knows_its_place() -> None:
    text = Text("attack(by mujao) as raid during 2012-07", "facts.yaml", ((0, 12, 11),))
    condition = parse_condition(text)
    assert isinstance(condition, ir.Occurs)
    assert condition.phrase is not None
    assert isinstance(condition.phrase.relation, ir.Order)
    moment = condition.phrase.relation.moment
    assert condition.span == Span("facts.yaml", 12, 11, 39)
    assert condition.atom.span == Span("facts.yaml", 12, 11, 16)
    assert condition.atom.args[0].span == Span("facts.yaml", 12, 18, 8)
    assert condition.atom.args[0].value.span == Span("facts.yaml", 12, 21, 5)
    assert condition.phrase.span == Span("facts.yaml", 12, 36, 14)
    assert moment.span == Span("facts.yaml", 12, 43, 7)


def test_a_folded_sentence_has_places_on_each_of_its_lines() -> None:
    condition = parse_condition(Text("E before F and F before G", "r.yaml", ((0, 3, 9), (15, 4, 9))))
    assert isinstance(condition, ir.AllOf)
    assert [item.span for item in condition.items] == [Span("r.yaml", 3, 9, 10), Span("r.yaml", 4, 9, 10)]


def test_names_may_begin_with_words_of_the_language() -> None:
    sentence = "monday-raid during by-the-river and not-so is a start"
    assert to_text(parse_condition(Text(sentence))) == sentence


def test_a_small_a_can_be_a_name() -> None:
    assert parse_condition(Text("x is a")) == ir.Same(ir.Name("x"), ir.Name("a"))
    assert parse_condition(Text("x is a a")) == ir.OfKind(ir.Name("x"), "a")
