"""Every form of condition as an analyst reads it."""

import pytest

from reasoner.diagnostics import Text
from reasoner.dossier.ir import Form, Predicate, Role
from reasoner.language.from_text import parse_condition, parse_when
from reasoner.language.ir import Arg, Atom, Name, Occurs, Phrase, Quoted
from reasoner.report.lexicon import Lexicon
from reasoner.report.words import phrase, sentence, told

ATTACK = (Role("by", "actor"), Role("on", "actor"), Role("at", "place"), Role("killed", "number"))
VOCABULARY = (
    Predicate("attack", Form.EVENT, None, ATTACK, text="$by attacks $on[ at $at]", past="$by attacked $on[ at $at]"),
    Predicate("bombing", above=Name("attack")),
    Predicate("raid", above=Name("attack"), text="$by raids $at"),
    Predicate(
        "truce",
        Form.STATE,
        roles=(Role("", "actor"), Role("", "actor")),
        text="$1 keeps a truce with $2",
        denied="$1 keeps no truce with $2",
    ),
    Predicate("knows", Form.STATE, roles=(Role("", "actor"), Role("", "content")), text="$1 knows $2"),
    Predicate("kidnapping", Form.EVENT, roles=(Role("by", "actor"),)),
    Predicate("part-of", Form.FACT, roles=(Role("", "thing"), Role("", "thing"))),
    Predicate("alarm", Form.FACT),
)
LEXICON = Lexicon(
    names={
        "mujao": "MUJAO",
        "algeria": "Algeria",
        "ouargla": "Ouargla",
        "gao": "the Gao kidnapping",
        "belmokhtar": "Mokhtar Belmokhtar",
        "dubai": "دبي",
    },
    predicates={entry.id: entry for entry in VOCABULARY},
    dates={"memo-2": "19 January 2013"},
)

ATOMS = {
    "attack(by mujao, on algeria, at ouargla)": "MUJAO attacks Algeria at Ouargla",
    "attack(by mujao, on algeria)": "MUJAO attacks Algeria",
    "attack(on algeria)": "somebody attacks Algeria",
    "attack(by mujao, on algeria, at _)": "MUJAO attacks Algeria at some place",
    "attack(by mujao, on algeria, killed 12)": "MUJAO attacks Algeria (killed 12)",
    "attack(by mujao, on algeria, killed more than 30_000) as e1": "MUJAO attacks Algeria (killed more than 30,000, e1)",
    "bombing(by mujao, on algeria, at ouargla)": "MUJAO attacks Algeria at Ouargla (a bombing)",
    "raid(by mujao)": "MUJAO raids some place",
    "truce(belmokhtar, algeria) as deal-1": "Mokhtar Belmokhtar keeps a truce with Algeria (deal-1)",
    "kidnapping(by mujao) as gao": "there is a kidnapping (by MUJAO, the Gao kidnapping)",
    "part-of(ouargla, dubai)": "“part of” holds of Ouargla and دبي",
    "alarm()": "“alarm” holds",
    'knows(belmokhtar, "the plan")': "Mokhtar Belmokhtar knows “the plan”",
    "knows(belmokhtar, that not truce(belmokhtar, algeria))": (
        "Mokhtar Belmokhtar knows that Mokhtar Belmokhtar keeps no truce with Algeria"
    ),
}
DENIALS = {
    "not truce(belmokhtar, algeria)": "Mokhtar Belmokhtar keeps no truce with Algeria",
    "not truce(belmokhtar, algeria) during 2012": "Mokhtar Belmokhtar keeps no truce with Algeria in 2012",
    "not attack(by mujao, on algeria) as e1": "it is not so that MUJAO attacks Algeria (e1)",
    "not raid(by mujao, at ouargla)": "it is not so that MUJAO raids Ouargla",
    "not deal-after-gao": "what deal-after-gao says is not so",
}
IDENTITIES = {
    "deal-1 is deal-2": "deal-1 and deal-2 are the same",
    "mujao is not algeria": "MUJAO and Algeria are not the same",
    "memo-1 is an embassy-cable": "memo-1 is an embassy cable",
    "gao is a kidnapping": "the Gao kidnapping is a kidnapping",
}
TIMES = {
    "gao during 2012-04": "the Gao kidnapping lies in April 2012",
    "gao during 2013-01-19": "the Gao kidnapping lies on 19 January 2013",
    "gao not during 2012-04": "the Gao kidnapping does not lie in April 2012",
    "gao during 2012-04~": "the Gao kidnapping lies in about April 2012",
    "gao during deal-1": "the Gao kidnapping lies within deal-1",
    "gao during [2011..2012]": "the Gao kidnapping lies some time between 2011 and 2012",
    "deal-1 during 2011/2012": "deal-1 lies within the time from 2011 to 2012",
    "gao before deal-1": "the Gao kidnapping comes before deal-1",
    "gao not after deal-1": "the Gao kidnapping does not come after deal-1",
    "gao strictly before deal-1": "the Gao kidnapping comes before deal-1, with time between them",
    "start of deal-1 after gao": "deal-1 starts after the Gao kidnapping",
    "start of deal-1 not before 2012-07-01": "deal-1 does not start before 1 July 2012",
    "end of deal-1 by 2012-05": "deal-1 ends by the end of May 2012",
    "start of deal-1 meets gao": "the start of deal-1 ends just as the Gao kidnapping starts",
    "deal-1 contains 2012": "deal-1 covers all of 2012",
    "deal-1 intersects 2012": "deal-1 shares some time with 2012",
    "deal-1 not intersects gao": "deal-1 does not share some time with the Gao kidnapping",
    "deal-1 equals deal-2": "deal-1 has exactly the times of deal-2",
    "deal-1 strictly during deal-2": "deal-1 starts later and ends earlier than deal-2",
    "gao within 72 hours after deal-1": "the Gao kidnapping comes within 72 hours after deal-1",
    "gao at least 30 days before deal-1": "the Gao kidnapping comes at least 30 days before deal-1",
    "gao between 20 days and 30 days after deal-1": "the Gao kidnapping comes between 20 days and 30 days after deal-1",
    "gao within 20 days of deal-1": "the Gao kidnapping starts within 20 days of the start of deal-1",
    "gao within 20 days of end of deal-1": "the Gao kidnapping starts within 20 days of the end of deal-1",
    "gao on the day of deal-1": "the Gao kidnapping starts on the day of deal-1",
    "gao by 2012-05": "the Gao kidnapping is over by the end of May 2012",
    "end of gao by 2012-05-01T23:59": "the Gao kidnapping ends by 1 May 2012, 23:59",
    "gao 3 years ±1095 days after deal-1": "the Gao kidnapping comes three years, give or take 1,095 days, after deal-1",
    "deal-1 since gao": "deal-1 has gone on since the Gao kidnapping",
    "deal-1 until gao": "deal-1 goes on until the Gao kidnapping",
    "deal-1 lasts at most 30 days": "deal-1 lasts at most 30 days",
    "deal-1 lasts within 30 days": "deal-1 lasts at most 30 days",
    "deal-1 is 30 days old at 2013-01-19": "on 19 January 2013 deal-1 is 30 days old",
    "deal-1 is about 30 days old at memo-2": "at the time of memo-2 (19 January 2013) deal-1 is about 30 days old",
    "deal-1 is not 30 days old at end of gao": "at the end of the Gao kidnapping deal-1 is not 30 days old",
    "gao during the wednesday before deal-1": "the Gao kidnapping lies on the Wednesday before deal-1",
    "gao during thursday 2016-03-17": "the Gao kidnapping lies on Thursday, 17 March 2016",
    "gao during dawn of 2013-01-19": "the Gao kidnapping lies at dawn of 19 January 2013",
    "gao is the first attack(by mujao, on algeria)": "the Gao kidnapping is the first time that MUJAO attacks Algeria",
    "gao is the 12th kidnapping(by mujao)": "the Gao kidnapping is the 12th time that there is a kidnapping (by MUJAO)",
    "attack(by mujao, on algeria) as e1 during 2012-07": "MUJAO attacks Algeria (e1) in July 2012",
    "attack(by mujao, on algeria) not during 2012-07": "MUJAO attacks Algeria, but not in July 2012",
    "attack(by mujao, on algeria) meets gao": "MUJAO attacks Algeria, which ends just as the Gao kidnapping starts",
    "attack(by mujao, on algeria) every month during deal-1": "MUJAO attacks Algeria every month during deal-1",
    "attack(by mujao, on algeria) every 30 days during 2012": "MUJAO attacks Algeria every 30 days in 2012",
}
OTHERS = {
    "gao initiates truce(belmokhtar, algeria)": (
        "from the end of the Gao kidnapping on, Mokhtar Belmokhtar keeps a truce with Algeria"
    ),
    "gao terminates deal-1": "the Gao kidnapping ends deal-1",
    "E terminates truce(A, B)": "E ends it that A keeps a truce with B",
    "later retracts earlier": "later takes back earlier",
    "N < M + 2": "N is less than M + 2",
    "N * (M + 2) = 1.5": "N * (M + 2) is 1.5",
    "N differs from M by more than 2": "N differs from M by more than 2",
    "length of T in days = N": "the length of T in days is N",
    "at least 3 S with attack(by S, on algeria)": "there are at least three S such that S attacks Algeria",
    "at least 1 S with attack(by S, on algeria)": "somebody attacks Algeria",
    "more than 0 E with attack(on algeria) as E": "somebody attacks Algeria",
    "at least 1 S with (attack(by S) as E and E during 2012)": "somebody attacks somebody (E), and E lies in 2012",
    "at least 1 S with (attack(by S) and truce(S, algeria))": (
        "there is at least one S such that S attacks somebody, and S keeps a truce with Algeria"
    ),
    "at least 1 S with knows(mujao, that attack(by S))": (
        "there is at least one S such that MUJAO knows that S attacks somebody"
    ),
    "at most 1 S with attack(by S, on algeria)": "there is at most one S such that S attacks Algeria",
    "more than 1 S with attack(by S, on algeria)": "there is more than one S such that S attacks Algeria",
    "less than 2 S with attack(by S) or more than 2 S with attack(by S)": (
        "there are not exactly two S such that S attacks somebody"
    ),
    "less than 2 S with attack(by S) or more than 3 S with attack(by S)": (
        "either there are less than two S such that S attacks somebody, or there are more than three S such that "
        "S attacks somebody"
    ),
    "exactly 3 S with attack(by S, on algeria) all within 30 days": (
        "there are exactly three S such that S attacks Algeria, all within 30 days"
    ),
    "no S with attack(by S, on algeria)": "there is no S such that S attacks Algeria",
    "max of N with attack(by mujao, killed N) <= 30": (
        "of all N such that MUJAO attacks somebody (killed N), the highest is at most 30"
    ),
    "min of N with attack(by mujao, killed N) != 1": (
        "of all N such that MUJAO attacks somebody (killed N), the lowest is not 1"
    ),
    "sum of N with attack(by mujao, killed N) <= 30": "the sum of all N such that MUJAO attacks somebody (killed N) is at most 30",
    "attack(by mujao) or alarm()": "either MUJAO attacks somebody, or “alarm” holds",
    "gao before a and gao before b and gao before c": (
        "the Gao kidnapping comes before a, the Gao kidnapping comes before b, and the Gao kidnapping comes before c"
    ),
    "(a is b and b is c) or alarm()": "either a and b are the same, and b and c are the same; or “alarm” holds",
}
ALL = {**ATOMS, **DENIALS, **IDENTITIES, **TIMES, **OTHERS}


@pytest.mark.parametrize(("line", "words"), ALL.items(), ids=ALL)
def test_a_condition_reads(line: str, words: str) -> None:
    assert sentence(parse_condition(Text(line)), LEXICON) == words


@pytest.mark.parametrize(
    ("says", "when", "words"),
    [
        (
            "truce(belmokhtar, algeria) as deal-2",
            "30 days old at memo-2",
            (
                "Mokhtar Belmokhtar keeps a truce with Algeria (deal-2), "
                "which is 30 days old at the time of memo-2 (19 January 2013)"
            ),
        ),
        (
            "attack(by mujao, on algeria)",
            "2012-07 and after gao",
            "MUJAO attacks Algeria in July 2012 after the Gao kidnapping",
        ),
        (
            "truce(belmokhtar, algeria)",
            "2011/2012 and lasts 30 days",
            "Mokhtar Belmokhtar keeps a truce with Algeria from 2011 to 2012 for 30 days",
        ),
        ("not truce(belmokhtar, algeria)", "2012", "Mokhtar Belmokhtar keeps no truce with Algeria in 2012"),
    ],
)
def test_the_times_of_when_follow_what_is_said(says: str, when: str, words: str) -> None:
    assert told(parse_condition(Text(says)), parse_when(Text(when)), LEXICON) == words


def test_a_phrase_stands_alone_as_a_verb() -> None:
    parts: tuple[Phrase, ...] = parse_when(Text("2012-07 and not before gao"))
    assert [phrase(part, LEXICON) for part in parts] == ["lies in July 2012", "does not come before the Gao kidnapping"]


def test_the_past_tense_is_used_on_demand_where_a_template_has_it() -> None:
    past = Lexicon(LEXICON.names, LEXICON.predicates, past=True)
    attack, truce = parse_condition(Text("attack(by mujao)")), parse_condition(Text("truce(mujao, algeria)"))
    assert [sentence(attack, past), sentence(truce, past)] == ["MUJAO attacked somebody", "MUJAO keeps a truce with Algeria"]


def test_a_role_that_the_theory_has_numbered_reads_as_one_told_by_its_place() -> None:
    numbered = Occurs(Atom("truce", (Arg("1", Name("belmokhtar")), Arg("2", Name("algeria")))))
    assert sentence(numbered, LEXICON) == "Mokhtar Belmokhtar keeps a truce with Algeria"


def test_a_text_in_quotes_is_clean() -> None:
    hostile = Occurs(Atom("knows", (Arg("", Name("a\x1b")), Arg("", Quoted("the \u202eplan")))))
    assert sentence(hostile, LEXICON) == "a\ufffd knows “the \ufffdplan”"
