"""Whatever a sentence can say is printed as a sentence that says the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoner.diagnostics import Text
from reasoner.language import ir
from reasoner.language.from_text import parse_condition, parse_length, parse_when
from reasoner.language.times_to_text import date_to_text, length_to_text
from reasoner.language.to_text import to_text, when_to_text
from reasoner.language.words import PARTS_OF_DAY, RESERVED, ROLE_WORDS, UNITS, WEEKDAYS
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Length, Unit

# Names that begin with a word of the language, or are one elsewhere.
NASTY = [
    "a",
    "an",
    "last",
    "next",
    "start",
    "end",
    "first",
    "day",
    "days",
    "month",
    "sum",
    "max",
    "length",
    "old",
    "all",
    "more",
    "less",
    "differs",
    "dawn",
    "only",
    "t",
]
NASTY += ["monday-raid", "by-mujao", "is-2", "before-the-fall", "not-so", "and-then", "every-day", "x1-2y"]
DATES = ("2012", "2012-07", "2012-07-01", "2013-01-17T22:00Z", "2013-01-17T22:00[Europe/Paris]", "2013-01-17T16", "-0044")
DATES += ("2012~", "2012-07?", "201X", "2012-21", "2011/2012", "../2012", "2011/..", "[2011..2012]", "[..2012]", "[2011..]")
DATES += ("2013-01-17T22:00[America/New_York]/2013-01-18", "2013-01-17T22:00[Europe/Paris]/2013-01-18T09:00[Asia/Tokyo]")

small = st.one_of(st.sampled_from(NASTY), st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3}){0,2}", fullmatch=True))
small = small.filter(lambda word: word not in RESERVED)
names = st.builds(ir.Name, small)
variables = st.builds(ir.Var, st.from_regex(r"[A-Z][A-Za-z0-9_]{0,3}", fullmatch=True))
params = st.builds(ir.Param, st.from_regex(r"[a-z][a-z0-9]{0,3}([-_][a-z0-9]{1,2}){0,2}", fullmatch=True))
refs = st.one_of(names, variables)
number_units = st.one_of(st.just(""), st.sampled_from(UNITS), st.from_regex(r"[a-z]{1,5}(-[a-z]{1,3})?", fullmatch=True))
numbers = st.builds(
    lambda digits, places, unit: ir.Number(Fraction(digits, 10**places), unit, decimals=places),
    st.integers(-(10**6), 10**6),
    st.integers(0, 3),
    number_units.filter(lambda word: word not in RESERVED | {"differs"}),
)
amounts = st.one_of(numbers, params)
bounds = st.sampled_from(ir.Bound)
units = st.sampled_from(Unit)
dates = st.sampled_from(DATES).map(parse_date)

leaf_terms = st.one_of(names, variables, numbers, params, st.builds(ir.LengthOf, refs, units))
terms = st.recursive(leaf_terms, lambda term: st.builds(ir.Arith, st.sampled_from("+-*"), term, term), max_leaves=6)
roughs = st.one_of(
    st.builds(ir.Rough, st.one_of(bounds, st.sampled_from((ir.Near.ABOUT, ir.Near.EXACTLY))), amounts),
    st.builds(ir.Rough, st.just(ir.Near.PLAIN), amounts, give=amounts),
    st.builds(ir.Rough, st.just(ir.Near.PLAIN), amounts, upper=amounts),
)
quoted = st.builds(ir.Quoted, st.text(st.characters(categories=("L", "Nd", "Po", "Zs"), exclude_characters='"'), max_size=8))
contents = st.builds(ir.Content, st.deferred(lambda: conditions))
values = st.one_of(terms, roughs, quoted, st.just(ir.Anything()), contents)
roles = st.one_of(st.just(""), small, st.sampled_from(ROLE_WORDS))


def _sayable(role: str, value: ir.Value) -> ir.Arg:
    """The role `about` takes no rough number: `about 12 ±1` would be another one."""
    rough = isinstance(value, ir.Rough) and value.how is ir.Near.PLAIN
    return ir.Arg("" if role == "about" and rough else role, value)


args = st.builds(_sayable, roles, values)
atoms = st.builds(ir.Atom, small, st.lists(args, max_size=3).map(tuple))


def _length(amounts_of: list[tuple[Fraction, Unit]]) -> Length:
    return Length(tuple(sorted(amounts_of, key=lambda part: -tuple(Unit).index(part[1]))))


whole_parts = st.tuples(st.integers(0, 500).map(Fraction), units)
fixed = st.lists(whole_parts, min_size=1, max_size=3, unique_by=lambda part: part[1]).map(_length)
half = st.builds(lambda unit: Length(((Fraction(3, 2), unit),)), st.sampled_from((Unit.HOUR, Unit.DAY, Unit.WEEK)))
lengths = st.one_of(st.builds(ir.FixedLength, st.one_of(fixed, half)), st.builds(ir.VarLength, variables, units), params)
ages = st.one_of(
    st.builds(ir.Distance, st.one_of(bounds, st.sampled_from((ir.Near.PLAIN, ir.Near.ABOUT, ir.Near.EXACTLY))), lengths),
    st.builds(ir.Distance, st.just(ir.Near.PLAIN), lengths, give=lengths),
    st.builds(ir.Distance, st.just(ir.Near.PLAIN), lengths, upper=lengths),
)
distances = st.one_of(ages, st.builds(ir.Distance, st.just(ir.Near.WITHIN), lengths))
endpoints = st.builds(ir.Endpoint, st.sampled_from(ir.Which), refs)
subjects = st.one_of(refs, endpoints)
sides = st.sampled_from(ir.Side)
days = st.integers(0, 6)
deictics = ["yesterday", "today", "tomorrow", *(f"{side} {word}" for side in ("last", "next") for word in (*WEEKDAYS, *UNITS))]
leaf_moments = st.one_of(
    subjects,
    st.builds(ir.OnDate, dates),
    st.builds(ir.Weekday, days, st.one_of(st.none(), dates)),
    st.builds(ir.PartOfDay, st.sampled_from(PARTS_OF_DAY), dates),
    st.builds(ir.Deictic, st.sampled_from(deictics)),
)
moments = st.recursive(
    leaf_moments,
    lambda moment: st.builds(ir.DayNear, st.one_of(st.none(), days), sides, moment, st.integers(1, 1_000)),
    max_leaves=2,
)
recurrences = st.builds(ir.Recurs, st.integers(1, 400), units, moments)
relations = st.one_of(
    st.builds(ir.Order, st.sampled_from(ir.Place), moments, strictly=st.booleans()),
    st.builds(ir.Intersects, moments),
    st.builds(ir.AllenRelation, st.sampled_from(ir.Allen), subjects),
    st.builds(ir.Metric, distances, sides, moments),
    st.builds(ir.WithinOf, lengths, moments),
    st.builds(ir.SameDay, moments),
    st.builds(ir.By, moments),
    st.builds(ir.Since, moments),
    st.builds(ir.Until, moments),
    st.builds(ir.Lasts, distances),
    st.builds(ir.Ordinal, st.one_of(st.integers(-1, 30), st.sampled_from((101, 111, 112, 122))), atoms),
    recurrences,
)
phrases = st.builds(ir.Phrase, relations, negated=st.booleans())
phrases_of_age = st.builds(ir.Phrase, st.builds(ir.OldAt, ages, moments), negated=st.booleans())
inside = st.builds(ir.Phrase, st.builds(ir.Inside, moments))
whens = st.builds(
    lambda first, rest: (first, *rest),
    st.one_of(inside, phrases, phrases_of_age),
    st.lists(st.one_of(phrases, phrases_of_age), max_size=2),
)
once = st.builds(ir.Phrase, relations.filter(lambda one: not isinstance(one, ir.Recurs)), negated=st.booleans())
occurrences = st.builds(ir.Occurs, atoms, st.one_of(st.none(), refs), st.one_of(st.none(), once))
every = st.builds(
    lambda atom, name, recurs, negated: ir.Every(name, ir.Occurs(atom, name), recurs, negated),
    atoms,
    st.one_of(st.just(ir.Var(ir.EACH)), refs),
    recurrences,
    st.booleans(),
)
comparisons = st.sampled_from(("<=", ">=", "!=", "=", "<", ">"))
conditions: st.SearchStrategy[ir.Condition] = st.deferred(
    lambda: st.one_of(
        occurrences,
        every,
        st.builds(ir.Holds, subjects, phrases),
        st.builds(ir.Holds, refs, phrases_of_age),
        st.builds(ir.Denial, atoms, st.one_of(st.none(), refs), st.one_of(st.none(), phrases)),
        st.builds(ir.Denied, refs),
        st.builds(ir.Same, refs, refs),
        st.builds(ir.Different, refs, refs),
        st.builds(ir.OfKind, refs, small),
        st.builds(ir.Initiates, refs, atoms),
        st.builds(ir.Terminates, refs, st.one_of(refs, atoms)),
        st.builds(ir.Retracts, refs, refs),
        st.builds(ir.Compare, terms, comparisons, terms),
        st.builds(ir.Differs, terms, terms, st.one_of(st.none(), bounds), amounts),
        st.builds(
            ir.Count, st.one_of(st.none(), bounds), st.integers(0, 99), variables, conditions, st.one_of(st.none(), lengths)
        ),
        st.builds(ir.NoneOf, variables, conditions),
        st.builds(ir.Aggregate, st.sampled_from(("sum", "max", "min")), variables, conditions, comparisons, terms),
        st.builds(ir.AllOf, st.lists(conditions, min_size=2, max_size=3).map(tuple)),
        st.builds(ir.AnyOf, st.lists(conditions, min_size=2, max_size=3).map(tuple)),
    )
)


@settings(max_examples=600, deadline=None)
@given(conditions)
def test_a_condition_is_read_back(condition: ir.Condition) -> None:
    assert parse_condition(Text(to_text(condition))) == condition


@settings(max_examples=300, deadline=None)
@given(whens)
def test_a_when_is_read_back(when: ir.When) -> None:
    assert parse_when(Text(when_to_text(when))) == when


@settings(max_examples=100, deadline=None)
@given(lengths)
def test_a_length_is_read_back(length: ir.AnyLength) -> None:
    assert parse_length(Text(length_to_text(length))) == length


@pytest.mark.parametrize("written", [*DATES, "Y12345", "2012-07-01T13:14:15+01:00", "2012-07-01%"])
def test_a_date_that_was_never_written_is_printed_in_edtf(written: str) -> None:
    date = replace(parse_date(written), text="")
    assert date_to_text(date) == written


def test_a_number_without_end_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="1/3 has no end"):
        to_text(ir.Compare(ir.Var("N"), "=", ir.Number(Fraction(1, 3))))
