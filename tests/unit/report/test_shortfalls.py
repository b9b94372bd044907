"""By how much a bound or a tolerance misses, and what would do."""

import json
from collections.abc import Callable

import pytest
import small_dossiers

from reasoner.explanation.ir import Findings, Shortfall
from reasoner.report.from_findings import report
from reasoner.report.shortfalls import missed, shortfall_words
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text
from reasoner.times.ir import Clock

TWO = """\
statements:
  - {{id: a, says: fire(at mill) as first, when: 2012-04-01T00:00}}
  - {{id: b, says: fire(at mill) as second, when: {second}}}
  - {{id: c, says: second {phrase} first}}
"""


@pytest.mark.parametrize(
    ("phrase", "second", "words"),
    [
        (
            "within 72 hours after",
            "2012-04-05T00:30",
            "“within 72 hours” is missed by 1 day and 30 minutes; 97 hours would do in its place, 96 hours would not",
        ),
        (
            "within 2.1 days after",
            "2012-04-05T00:30",
            "“within 2.1 days” is missed by 1 day, 22 hours and 6 minutes; 5 days would do in its place, 4 days would not",
        ),
        (
            "at least 10 days after",
            "2012-04-08T12:00",
            "“at least ten days” is missed by 2 days and 12 hours; 7 days would do in its place, 8 days would not",
        ),
        (
            "more than 1 year after",
            "2012-04-11T00:00",
            "“more than one year” is missed by 355 days and 1 minute; 9 days would do in its place, 10 days would not",
        ),
        (
            "about 3 months after",
            "2012-10-01T00:00",
            (
                "“about three months” is taken as good to 31 days either way, which is short by 61 days; "
                "a tolerance of 92 days would do, 91 days would not"
            ),
        ),
        (
            "2 hours after",
            "2012-04-01T03:15",
            (
                "“two hours” is taken as good to 30 minutes either way, which is short by 45 minutes; "
                "a tolerance of 75 minutes would do, 74 minutes would not"
            ),
        ),
        (
            "exactly 3 days after",
            "2012-04-05T06:00",
            (
                "“exactly three days” leaves no room either way, which is short by 1 day and 6 hours; "
                "a tolerance of 2 days would do, 1 day would not"
            ),
        ),
        (
            "5 days ±2 hours after",
            "2012-04-07T00:00",
            (
                "“five days, give or take two hours” is taken as good to 2 hours either way, which is short by 22 hours; "
                "a tolerance of 24 hours would do, 23 hours would not"
            ),
        ),
    ],
)
def test_a_shortfall_reads(found: Callable[..., Findings], phrase: str, second: str, words: str) -> None:
    findings = found(TWO.format(phrase=phrase, second=second))
    ((conflict,),) = (part.conflicts for part in findings.explanations if part.conflicts)
    (shortfall,) = conflict.shortfalls
    told = missed(shortfall, {tag.id: tag for tag in findings.program.tags}, Clock.MINUTE)
    assert told.of == "c"
    assert shortfall_words(told, Clock.MINUTE) == words


def test_a_bound_that_counts_from_a_date_is_told_without_the_date(found: Callable[..., Findings]) -> None:
    facts = "statements:\n  - {id: b, says: fire(at mill) as blaze, when: 2012-04-05}\n"
    words = told(found(facts + "  - {id: c, says: blaze within 72 hours after 2012-04-01}\n"))
    assert "“Within 72 hours” is missed by 1 minute; 73 hours would do in its place, 72 hours would not. [c]" in words
    words = told(found(facts + "  - {id: c, says: blaze at least 1 year after 2012-04-01}\n"))
    assert "“At least one year” is missed by 361 days; 4 days would do in its place, 5 days would not. [c]" in words


ORDERED = """\
statements:
  - {id: a, says: fire(at mill) as first}
  - {id: b, says: fire(at mill) as second}
  - {id: c, says: second PHRASE first}
  - {id: d, says: second ORDER first}
"""


def test_no_distance_at_all_may_do_and_less_than_that_cannot(found: Callable[..., Findings]) -> None:
    case = ORDERED.replace("PHRASE", "at least 1 day after")
    findings = found(case.replace("ORDER", "on the day of"))
    assert "is missed by 1 minute; 0 days would do in its place, 1 day would not. [c]" in told(findings)
    assert in_place(findings) == {"ticks": 0, "text": "0 days"}
    assert "All of it can be true together" in told(
        found(ORDERED.replace("PHRASE", "at least 0 days after").replace("ORDER", "on the day of"))
    )
    findings = found(case.replace("ORDER", "before"))
    assert "is missed by 1 day and 1 minute; no such distance would do. [c]" in told(findings)
    assert in_place(findings) is None


def in_place(findings: Findings) -> object:
    (shortfall,) = json.loads(to_json(findings))["parts"][0]["conflicts"][0]["shortfall"]
    return shortfall["would_do"]


# ---------------------------------------------------------------- numbers of the data

LATE_REPLY = """\
vocabulary:
  reply: {event: "to fire"}
  leeway: {fact: "place, number"}
rules:
  - id: late
    given:
      - fire(at P) as F
      - leeway(P, N)
    then: reply(to F) as R 50 days ±N days after F
  - id: later
    given:
      - reply(to F) as R
    must: R at least 1 year after F
"""


def test_a_tolerance_of_the_data_is_told_with_its_number(found: Callable[..., Findings]) -> None:
    """The rule that tells the tolerance is not the one that is broken."""
    facts = "reported: 2019-09-01\nstatements:\n  - {id: f, says: fire(at mill) as blaze, when: 2012-04-01}\n"
    findings = found(facts + "  - {id: l, says: 'leeway(mill, 10)'}\n", LATE_REPLY)
    words = told(findings)
    assert "“50 days, give or take ten days” is taken as good to 10 days either way, which is short by 305 days" in words
    assert "a tolerance of 315 days would do, 314 days would not. [late]" in words
    assert "(“50 days, give or take ten days”) [late]" in words
    in_json = json.loads(to_json(findings))["parts"][0]["conflicts"][0]["shortfall"]
    assert [(one["of"], one["now"]["text"], one["would_do"]["text"]) for one in in_json if one["kind"] == "tolerance"] == [
        ("late", "10 days", "315 days")
    ]


EITHER = """\
reported: 2019-09-01
statements:
  - {id: f, says: fire(at mill) as blaze, when: 2012-04-01}
  - {id: g, says: fire(at mill) as glow, when: 2012-04-01}
  - {id: r, says: reply(to blaze) as note}
  - {id: s, says: reply(to glow) as card}
  - {id: l, says: "leeway(blaze, 5)"}
  - {id: m, says: "leeway(glow, 20)"}
  - {id: v, says: note during 2012-07-01 or card during 2012-07-01}
"""


def test_two_numbers_of_the_data_are_two_tolerances(found: Callable[..., Findings]) -> None:
    rule = LATE_REPLY.partition("rules:")[0].replace("place,", "fire,") + "rules:\n"
    rule += '  - {id: late, given: [fire() as F, "leeway(F, N)", reply(to F) as R], must: R 30 days ±N days after F}\n'
    words = told(found(EITHER, rule))
    assert "“30 days, give or take 20 days” is taken as good to 20 days either way, which is short by 40 days" in words
    assert "“30 days, give or take five days” is taken as good to 5 days either way, which is short by 55 days" in words
    assert words.count("a tolerance of 61 days would do, 60 days would not") == 2
    assert "“30 days, give or take five days” means at most 35 days [late]" in words
    assert "“30 days, give or take 20 days” means at most 50 days [late]" in words


def test_a_name_may_have_any_sign_in_it() -> None:
    rule = "rules:\n  - id: r\n    text: Of what happens in $P is told.\n    given: attack(at P) as E\n"
    rule += "    must: notice(of E) within 5 days after E\n"
    facts = "statements:\n  - {id: a, says: attack(at mill) as e and e during 2012-04-01}\n"
    facts += "  - {id: b, says: notice(of e) as f and f during 2012-04-21}\n"
    strange = small_dossiers.HEAD.replace("mill: {}", "mill: {name: 'Mill \\q \\1'}")
    assert "“within five days” means at most 5 days [r]" in told(small_dossiers.found(facts, rule, strange))


# ---------------------------------------------------------------- what it takes besides, and what it leaves

DUTY = """\
vocabulary: {reply: {event: "to fire", text: "$to is answered"}}
rules:
  - {id: answered, text: A fire is answered within 72 hours., given: fire(at _) as F, must: reply(to F) within 72 hours after F, norm: true}
"""
BLAZE = "reported: 2012-09-01\nstatements:\n  - {id: f, says: fire(at mill) as blaze, when: 2012-04-01T00:00}\n"
LATE = 'hypotheses:\n  - {id: late, says: "reply(to blaze) as mail and mail during 2012-04-06T00:00", likely: 0.2}\n'
REPLY = '  - {id: r, says: "reply(to blaze) as note and note during 2012-04-08T00:00"}\n'


def told(findings: Findings) -> str:
    return " ".join(to_text(report(findings)).split())


def test_what_only_a_supposed_thing_would_meet_says_so(found: Callable[..., Findings]) -> None:
    words = told(found(BLAZE + LATE, DUTY))
    assert (
        "If [late] is supposed, “within 72 hours” is missed by 2 days; 120 hours would do in its place, 119 hours would not. ["
        in words
    )


def test_what_would_do_without_it_is_told_besides(found: Callable[..., Findings]) -> None:
    findings = found(BLAZE + REPLY + LATE, DUTY)
    words = told(findings)
    assert "If [late] is supposed, “within 72 hours” is missed by 2 days; 120 hours would do in its place" in words
    assert "“Within 72 hours” is missed by 4 days; 168 hours would do in its place, 167 hours would not. [answered]" in words
    ((first, second),) = (list(shortfalls) for shortfalls in of(findings))
    assert [guard.name for guard in first.supposing] == ["absent(late)"]
    assert second.supposing == ()
    told_in_json = json.loads(to_json(findings))["parts"][0]["conflicts"][0]["shortfall"]
    assert [(one["would_do"]["text"], one["supposing"], one["others_remain"]) for one in told_in_json] == [
        ("120 hours", ["late"], False),
        ("168 hours", [], False),
    ]


def test_a_thing_that_another_conflict_asks_for_is_not_supposed_for_this(found: Callable[..., Findings]) -> None:
    """The signature that is missing has nothing to do with how late the reply was."""
    words = DUTY.replace("rules:", "  signed: {fact: thing}\nrules:").replace("vocabulary: {reply:", "vocabulary:\n  reply:")
    words = words.replace('is answered"}}', 'is answered"}')
    words += '  - {id: signing, given: "reply(to _) as R", must: signed(R), certain: true}\n'
    findings = found(BLAZE + REPLY, words)
    (shortfalls,) = (one for one in of(findings) if one)
    assert [(one.tag, one.supposing, one.others_remain) for one in shortfalls] == [("answered/1", (), True)]
    assert "would not. That would end this breach only. [answered]" in told(findings)


def test_conflicts_elsewhere_remain_unless_they_go_by_the_same(found: Callable[..., Findings]) -> None:
    again = "  - {id: f2, says: fire(at mill) as again, when: 2012-06-01T00:00}\n"
    again += '  - {id: r2, says: "reply(to again) as card and card during 2012-06-05T00:00"}\n'
    longer, shorter = of(found(BLAZE + REPLY + again, DUTY))
    if longer[0].short_by < shorter[0].short_by:
        longer, shorter = shorter, longer
    assert not longer[0].others_remain  # 168 hours would do for both
    assert shorter[0].others_remain


def test_the_bounds_of_what_is_supposed_are_nobodys_words(found: Callable[..., Findings]) -> None:
    """Two duties that can each be met by what is supposed for the other, if that were wider."""
    later = "  - {id: later, given: fire(at _) as F, must: reply(to F) at least 80 hours after F, norm: true}\n"
    findings = found(BLAZE, DUTY + later)
    assert any(one.tag.startswith("silence ") for shortfalls in of(findings) for one in shortfalls)
    words = told(findings)
    assert "[silence" not in words
    assert (
        "is supposed, “within 72 hours” is missed by 8 hours; 80 hours would do in its place, 79 hours would not. [answered]"
        in words
    )
    assert '"silence' not in to_json(findings)


def twice(card: str) -> tuple[str, str]:
    """Two fires and the replies to both, all of it certain; and the rule, which is no duty."""
    facts = BLAZE + REPLY + "  - {id: f2, says: fire(at mill) as again, when: 2012-06-01T00:00}\n"
    facts += f'  - {{id: r2, says: "reply(to again) as card and card during {card}"}}\n'
    head = DUTY.partition("given:")[0]
    rule = "given: [fire(at _) as F, reply(to F) as R], must: R within 72 hours after F}\n"
    return facts.replace("{id: ", "{certain: true, id: "), head + rule


def test_a_conflict_that_two_places_show_goes_by_the_wider(found: Callable[..., Findings]) -> None:
    findings = found(*twice("2012-06-05T00:00"))
    assert len([part for part in findings.parts if part.instances]) == 2
    ((shortfall,),) = of(findings)
    assert (shortfall.short_by, shortfall.others_remain) == (4 * 1440, False)


def test_a_conflict_that_another_place_shows_for_ever_goes_by_no_width(found: Callable[..., Findings]) -> None:
    """The second reply came before the fire."""
    assert of(found(*twice("2012-05-05T00:00"))) == [()]


def of(findings: Findings) -> list[tuple[Shortfall, ...]]:
    return [one.shortfalls for part in findings.explanations for one in part.conflicts]
