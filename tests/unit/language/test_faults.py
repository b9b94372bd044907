"""What people will type, and what they are told: place, message and what to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoner.diagnostics import Diagnostic, Rejected, Span, Text
from reasoner.language.from_text import parse_condition, parse_length, parse_when
from reasoner.language.words import RESERVED, WORDS_OF


def _fault(sentence: str, parse: Callable[[Text], object] = parse_condition) -> Diagnostic:
    with pytest.raises(Rejected) as caught:
        parse(Text(sentence))
    (fault,) = caught.value.diagnostics
    return fault


def _told(sentence: str, parse: Callable[[Text], object] = parse_condition) -> tuple[str, int, str, str, str]:
    """Code, column, the text that is marked, message and help."""
    fault = _fault(sentence, parse)
    marked = sentence[fault.span.column - 1 : fault.span.column - 1 + fault.span.length]
    return fault.code, fault.span.column, marked, fault.message, fault.help


COMMA = "a comma or `)` is missing before this"
NOT = "`not` stands before `p(..)` or the name of a statement, or inside a phrase of time"
TIME_WORD = "cannot stand here: expected a time word, `is` or a comparison"
MIXED = "put brackets round what belongs together: `(A or B) and C`"
DIGITS = "a date is written in digits, year first"
WRITE_DATE = "write `2012-07-17`, `2012-07` or `2012`"
SPACES = "stands between spaces in a sum or a difference"
UNIT = "between a number and its unit stands a space"
ONE_EACH = "tell each number in a role of its own, as in `height 61 cm, width 80 cm`"
TOGETHER = "the digits of a number stand together, or have `_` between them"
YEAR = "a year has four digits"
BETWEEN = "`between` stands before lengths, not dates"
THEN_TO_THEN = "write `1937/1938` for what begins and ends so, `[1937..1938]` for some time between"
NO_VERB = "cannot stand between names: a sentence is a word of the vocabulary, and names in brackets"
ONE_LINE = "write one condition per line; in a YAML list `[a, b]` the commas cut sentences apart"
SCRIPTS = "names are written with `a` to `z`, digits and `-`; other scripts stand in `name:`, `also:` or double quotes"

# Sentence, code, column, what is marked, message, help.
TABLE = [
    # The table of the language's page.
    ("attack(by A on B)", "L017", 13, "on", COMMA, "write `by A, on B`"),
    ("attack(by=A)", "L017", 10, "=", "between a role and its value stands a space, not `=`", "write `by A`"),
    ("E durng T", "L010", 3, "durng", f"`durng` {TIME_WORD}", "did you mean `during`?"),
    ("E is before F", "L018", 3, "is", "`is` does not stand before `before`", "leave it out: write `E before F`"),
    ("E in T", "L018", 3, "in", "`in` is no time word", "write `during T`"),
    ("not E during T", "L014", 1, "not", NOT, "write `E not during T`"),
    ("E within 72 after F", "L021", 10, "72", "a length has a unit", "write `72 hours`, or another unit"),
    (
        "E starts 2012",
        "L015",
        3,
        "starts",
        "`starts` takes the name of an occurrence, not a date",
        "write `start of E during 2012`",
    ),
    ("p(a) or p(b) and p(c)", "L016", 14, "and", "`and` and `or` are mixed without brackets", MIXED),
    ("N == M", "L013", 3, "==", "`==` is no sign of the language", "write `=`"),
    ("N-M", "L013", 2, "-", f"`-` {SPACES}", "write `N - M`"),
    (
        "said(“a”, P)",
        "L002",
        6,
        "“",
        "this cannot stand in a sentence: `“`, left double quotation mark (U+201C)",
        'write a straight double quote, `"`',
    ),
    (
        "E\N{NO-BREAK SPACE}before F",
        "L002",
        2,
        "\N{NO-BREAK SPACE}",
        "this cannot stand in a sentence: no-break space (U+00A0)",
        "write a plain space",
    ),
    (
        "p(a,\N{RIGHT-TO-LEFT MARK} b)",
        "L002",
        5,
        "\N{RIGHT-TO-LEFT MARK}",
        "a hidden character stands here: right-to-left mark (U+200F)",
        "delete it",
    ),
    # Characters.
    ("E before \x1b[31mF", "L002", 10, "\x1b", "a hidden character stands here: U+001B", "delete it"),
    ('said(a, "x\x07")', "L002", 11, "\x07", "a hidden character stands here: U+0007", "delete it"),
    ("E before شرق", "L002", 10, "شرق", "this cannot stand in a sentence: `شرق`", SCRIPTS),
    ("N ≤ 3", "L002", 3, "≤", "this cannot stand in a sentence: `≤`, less-than or equal to (U+2264)", "write `<=`"),
    ("gao–raid before E", "L002", 4, "–", "this cannot stand in a sentence: `–`, en dash (U+2013)", "write `-`"),
    ("N = ٣", "L002", 5, "٣", "this cannot stand in a sentence: `٣`, arabic-indic digit three (U+0663)", "write `3`"),
    ("E before 'x'", "L013", 10, "'", "`'` is no sign of the language", 'put texts in double quotes, `"`'),
    ("E before F.", "L013", 11, ".", "`.` is no sign of the language", "leave it out; a sentence ends without a full stop"),
    ("E before F; F before G", "L013", 11, ";", "`;` is no sign of the language", "write one condition per line, or `and`"),
    (
        "p(a), p(b)",
        "L013",
        5,
        ",",
        "a comma stands only between arguments in brackets",
        "write `and`, or one condition per line",
    ),
    ("p(x, N+1)", "L013", 7, "+", f"`+` {SPACES}", "write `N + 1`"),
    # Brackets.
    ("truce(A, B", "L005", 6, "(", "this `(` is never closed", ONE_LINE),
    ("A, B)", "L005", 5, ")", "this `)` closes no bracket", ONE_LINE),
    (
        "E during [2011..2012",
        "L005",
        10,
        "[",
        "this `[` is never closed",
        "a date with brackets is closed by them, and stands in quotes in YAML",
    ),
    ('p("abc)', "L006", 3, '"', "this text in quotes is not closed", 'write a second `"` on the same line'),
    # Names and words.
    (
        "Gao-kidnapping before E",
        "L011",
        1,
        "Gao-kidnapping",
        "a name is small letters, digits and `-`; this is `Gao-kidnapping`",
        "write `gao-kidnapping`",
    ),
    (
        "p(by gao_group)",
        "L011",
        6,
        "gao_group",
        "a name is small letters, digits and `-`; this is `gao_group`",
        "write `gao-group`",
    ),
    (
        "p(gaoGroup)",
        "L011",
        3,
        "gaoGroup",
        "a name is small letters, digits and `-`; this is `gaoGroup`",
        "write `gao-group`",
    ),
    ("E BEFORE F", "L011", 3, "BEFORE", "words of the language have small letters; this is `BEFORE`", "write `before`"),
    ("no s with p(s)", "L011", 4, "s", "a variable is expected here, and begins with a capital; this is `s`", "write `S`"),
    ("before(a, b)", "L012", 1, "before", "`before` is a word of the language and can be no name", "choose another name"),
    ("p(a) as with", "L012", 9, "with", "`with` is a word of the language and can be no name", "choose another name"),
    (
        "p(before X)",
        "L012",
        3,
        "before",
        "`before` is a word of the language and can be no name",
        "choose another name",
    ),
    ("strat of E before F", "L010", 1, "strat", "`strat` is no word of the language", "did you mean `start of`?"),
    (
        "E before F adn G before H",
        "L010",
        12,
        "adn",
        "`adn` cannot stand here: expected `and` or the end of the sentence",
        "did you mean `and`?",
    ),
    ("attack by a on b", "L017", 8, "by", "roles stand in brackets", "write `attack(by a, on b)`"),
    ("attack(by: A)", "L017", 10, ":", "between a role and its value stands a space, not `:`", "write `by A`"),
    # Phrases of time.
    ("E is not in T", "L018", 3, "is", "`is` does not stand before `in`", "leave it out: write `E not during T`"),
    ("T is 2012", "L018", 3, "is", "`is` does not stand before `2012`", "leave it out: write `T during 2012`"),
    ("not start of E before F", "L014", 1, "not", NOT, "write `start of E not before F`"),
    ("not X is Y", "L014", 1, "not", NOT, "write `X is not Y`"),
    (
        "X is not a person",
        "L014",
        3,
        "is not a",
        "a kind cannot be denied with `is not a`",
        "put `X is a person` under `unless` or `never`",
    ),
    ("E is first p(a)", "L018", 6, "first", "`the` is missing before this", "write `E is the first p(..)`"),
    (
        "E finishes 2012",
        "L015",
        3,
        "finishes",
        "`finishes` takes the name of an occurrence, not a date",
        "write `end of E during 2012`",
    ),
    ("p(x, that a before b and c before d)", "L016", 22, "and", "`and` stands in what `that` says", "write `that (A and B)`"),
    ("E 2012-07", "L018", 3, "2012-07", "a time word is missing before the date", "write `during 2012-07`"),
    ("E for 3 days", "L018", 3, "for", "`for` is no time word", "write `lasts 3 days`"),
    ("E on day of F", "L018", 3, "on", "`on` is no time word", "write `on the day of F`"),
    (
        "after F",
        "L018",
        1,
        "after",
        "`after` has nothing before it: a sentence begins with what it is about",
        "write `E after F`",
    ),
    ("E before", "L019", 8, "e", "the sentence ends too early: expected a date, a name or a variable", ""),
    ("E during 2013-02-30", "L020", 18, "30", "there is no day 30: February 2013 has 28 days", "write a day from 01 to 28"),
    ("E during 13:14", "L020", 10, "13:14", "a clock time needs a date before it", "write `2013-01-17T13:14`"),
    ("E during 17 July 2012", "L020", 10, "17", DIGITS, WRITE_DATE),
    ("E during July 2012", "L020", 10, "July", DIGITS, WRITE_DATE),
    ("E within 3 dyas after F", "L021", 12, "dyas", "`dyas` is no unit of time", "did you mean `days`?"),
    (
        "T lasts 5 minutes 3 hours",
        "L021",
        19,
        "3 hours",
        "the larger unit comes first, and each once",
        "write `1 year 6 months`",
    ),
    ("E two days after F", "L022", 3, "two", "numbers are written in digits", "write `2 days`"),
    ("at least 2.5 S with p(S)", "L022", 10, "2.5", "a count is a whole number", "write `at least 3 S with ...`"),
    (
        "p(a) every 0 days during T",
        "L022",
        6,
        "every 0 days",
        "`every` counts from 1",
        "write `every month` or `every 30 days`",
    ),
    # Numbers and measures.
    ("p(height 61cm)", "L022", 10, "61cm", UNIT, "write `61 cm`"),
    ("p(height about 61cm)", "L022", 16, "61cm", UNIT, "write `61 cm`"),
    ("E within 72h after F", "L022", 10, "72h", UNIT, "write `72 hours`"),
    ("p(height 61 x 80 cm)", "L022", 10, "61 x 80", "a role takes one number", ONE_EACH),
    ("p(height 61x80 cm)", "L022", 10, "61x80", "a role takes one number", ONE_EACH),
    (
        "p(height 61 × 80 cm)",
        "L002",
        13,
        "×",
        "this cannot stand in a sentence: `×`, multiplication sign (U+00D7)",
        ONE_EACH,
    ),
    ("N × 2 = M", "L002", 3, "×", "this cannot stand in a sentence: `×`, multiplication sign (U+00D7)", "write `*`"),
    ("p(price 1 200 marks)", "L022", 9, "1 200", TOGETHER, "write `1_200`"),
    ("p(price 1'200)", "L022", 9, "1'200", TOGETHER, "write `1_200`"),
    # Dates that are joined.
    ("E during 1937/05", "L020", 15, "05", YEAR, "write `1937-05`"),
    ("E during 1937/38", "L020", 15, "38", YEAR, "write `1937/1938`"),
    ("E during 1910/12", "L020", 15, "12", YEAR, "write `1910-12` for the month, `1910/1912` for the years"),
    ("E during 05/1937", "L020", 10, "05/1937", "a date is written from year to day", "write `1937-05`"),
    ("E during 5/3/1937", "L020", 10, "5/3/1937", "a date is written from year to day", "write `2013-01-17`"),
    ("E during 1937-1938", "L020", 10, "1937-1938", "an interval is written with `/`", "write `2012/2013`"),
    ("E between 1937 and 1938-05", "L018", 3, "between", BETWEEN, "write `during [1937..1938-05]`"),
    ("E during between 1937 and 1938", "L018", 10, "between", BETWEEN, "write `during [1937..1938]`"),
    ("E during 1937 to 1938", "L018", 15, "to", "`to` does not stand between dates", THEN_TO_THEN),
    ("E at the latest 1937", "L018", 3, "at", "`at` is no time word", "write `by 1937`"),
    ("E no later than 1937", "L018", 3, "no later than", "`later than` is no time word", "write `by 1937`"),
    ("E not earlier than 1937", "L018", 3, "not earlier than", "`earlier than` is no time word", "write `not before 1937`"),
    ("E later than F", "L018", 3, "later than", "`later than` is no time word", "write `after F`"),
    ("E 3 May 1937", "L020", 3, "3", DIGITS, WRITE_DATE),
    # Sentences as in English.
    ("lion owns dawn", "L017", 6, "owns", f"`owns` {NO_VERB}", "write `owns(lion, dawn)`, if `owns` is such a word"),
    (
        "lion sold dawn during 1937",
        "L017",
        6,
        "sold",
        f"`sold` {NO_VERB}",
        "write `sold(lion, dawn)`, if `sold` is such a word",
    ),
    ("lion bfore dawn", "L010", 6, "bfore", f"`bfore` {TIME_WORD}", "did you mean `before`?"),
]


@pytest.mark.parametrize(("sentence", "code", "column", "marked", "message", "advice"), TABLE)
def test_a_slip_is_told_at_its_place(sentence: str, code: str, column: int, marked: str, message: str, advice: str) -> None:
    assert _told(sentence) == (code, column, marked, message, advice)


def test_slips_in_a_when_are_told() -> None:
    clock = "a clock time is joined to its day by `T`"
    assert _told("2013-01-17 13:14", parse_when) == ("L020", 12, "13:14", clock, "write `2013-01-17T13:14`")
    assert _told("in 2012", parse_when) == ("L018", 1, "in", "`in` is no time word", "write `during 2012`")
    assert _told("from 2012 to 2013", parse_when) == ("L018", 1, "from", "`from` is no time word", "write `2012/2013`")
    for word in ("about", "around", "circa"):
        about = f"`{word}` does not stand before a date"
        assert _told(f"{word} 2012", parse_when) == ("L018", 1, word, about, "write `2012~`")
    assert _told("at the latest 1937", parse_when) == ("L018", 1, "at", "`at` is no time word", "write `by 1937`")
    latest = "`the latest` is no time word"
    assert _told("the latest 1937", parse_when) == ("L018", 5, "latest", latest, "write `by 1937`")
    assert _told("between 1937 and 1938", parse_when) == ("L018", 1, "between", BETWEEN, "write `during [1937..1938]`")


@pytest.mark.parametrize(
    ("typed", "marked", "ends"),
    [
        ("1921/[1936..1938]", "[1936..1938]", "start of E during 1921 and end of E during [1936..1938]"),
        ("1921/1936..1938", "1936..1938", "start of E during 1921 and end of E during [1936..1938]"),
        ("1921/{1936..1938}", "1921/{1936..1938}", "start of E during 1921 and end of E during [1936..1938]"),
        ("[1920..1921]/1936", "[1920..1921]/1936", "start of E during [1920..1921] and end of E during 1936"),
    ],
)
def test_a_range_at_one_end_of_an_interval_is_told(typed: str, marked: str, ends: str) -> None:
    message = "beside `/` stands one date, not a time between two"
    told = ("L020", typed.index(marked) + 1, marked, message, f"write in `says`: `{ends}`")
    assert _told(typed, parse_when) == told
    assert parse_condition(Text(ends))


def test_a_zone_is_no_range() -> None:
    assert parse_when(Text("2023-03-16T14:20[America/New_York]/2023-03-17"))


def test_slips_in_a_length_are_told() -> None:
    assert _told("72", parse_length) == ("L021", 1, "72", "a length has a unit", "write `72 hours`, or another unit")
    assert _told("72 hrs", parse_length) == ("L021", 4, "hrs", "`hrs` is no unit of time", "did you mean `hours`?")


@pytest.mark.parametrize("blank", ["", " ", "\n \t"])
def test_an_empty_sentence_is_told(blank: str) -> None:
    assert _fault(blank).code == "L001"
    assert _fault(blank).message == "the sentence is empty"


def test_a_sentence_of_endless_length_is_refused() -> None:
    fault = _fault("p(a) and " * 2_000 + "p(a)")
    assert (fault.code, fault.message) == ("L003", "the sentence has 18,004 characters, more than 10,000")


def test_deep_brackets_are_refused_where_they_become_too_deep() -> None:
    fault = _fault("(" * 51 + "p(a)" + ")" * 51)
    assert (fault.code, fault.span.column) == ("L004", 51)
    assert fault.message == "brackets stand more than 50 deep in one another"


def test_fifty_brackets_are_not_too_deep() -> None:
    sentence = "q(x, that (" * 24 + "p(a) or p(b)" + "))" * 24
    assert parse_condition(Text(sentence))


@pytest.mark.parametrize("link", ["N + ", "2 * "])
def test_long_sums_are_refused_rather_than_running_out_of_stack(link: str) -> None:
    assert parse_condition(Text(link * 50 + "M = 3"))
    assert _fault(link * 60 + "M = 3").code == "L004"


def test_days_before_days_are_refused_where_too_deep() -> None:
    assert _fault("E during " + "the day after " * 60 + "F").code == "L004"


def test_a_huge_number_is_refused() -> None:
    assert _fault("N = " + "9" * 9_000).code == "L022"
    assert _fault("at least " + "9" * 9_000 + " S with p(S)").code == "L022"
    assert _fault("E is the " + "9" * 9_000 + "th p(a)").code == "L022"


def test_what_is_quoted_is_cut_short() -> None:
    fault = _fault("a_" * 2_000 + "a before E")
    assert fault.message == f"a name is small letters, digits and `-`; this is `{'a_' * 30}...`"
    assert fault.span.length == 4_001


def test_the_place_is_that_of_the_file() -> None:
    with pytest.raises(Rejected) as caught:
        parse_condition(Text("E before F and G durng H", "rules.yaml", ((0, 7, 9), (15, 8, 11))))
    assert caught.value.diagnostics[0].span == Span("rules.yaml", 8, 13, 5)


vocabulary = [word for words in WORDS_OF.values() for word in words] + sorted(RESERVED)
vocabulary += [
    "E",
    "F",
    "a",
    "p(",
    "p(a)",
    "(",
    ")",
    ",",
    "=",
    "<",
    "3",
    "2012",
    "$x",
    '"a"',
    "+",
    "-",
    "*",
    "±",
    "_",
    "..",
    "X_",
]
vocabulary += ["[2011..2012]", "13:14", "72", "{", "]", "'", ".", "?", "July", "Gao-x", "a_b", "1st", "12", "\u202e", "ش"]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=8), st.sampled_from((" ", "")))
def test_whatever_is_typed_is_a_sentence_or_one_fault_inside_it(words: list[str], between: str) -> None:
    sentence = between.join(words)
    for parse in (parse_condition, parse_when, parse_length):
        try:
            parse(Text(sentence))
        except Rejected as rejected:
            (fault,) = rejected.diagnostics
            assert fault.code.startswith("L")
            assert fault.message
            assert 1 <= fault.span.column <= fault.span.column + fault.span.length - 1 <= len(sentence)
