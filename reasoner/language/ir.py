"""The sentences of facts and rules as values: what `from_text` makes of a line and `to_text` prints back.

The same conditions serve statements (no variables), rules and queries. Spans are left out of comparisons, so that
`parse(to_text(x)) == x`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from reasoner.diagnostics import NOWHERE, Span
from reasoner.times.ir import Date, Length, Unit

# ---------------------------------------------------------------- terms


@dataclass(frozen=True, slots=True)
class Name:
    """A small name: a thing, a statement, an occurrence."""

    id: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Var:
    """A variable; starts with a capital."""

    id: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Own:
    """A variable that belongs to a count inside of a content: no part of what is known of the content from outside.

    A sentence as it is read has none (see `theory.own`). In the shape of a content they are `_1`, `_2`, ..; `_` is anything.
    """

    id: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Anything:
    """`_`: the role was said, whatever it is."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Param:
    """`$notice`: a parameter (or a column of a table), replaced when the dossier is resolved."""

    id: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in double quotes."""

    value: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number with an optional unit, `800 km`; `decimals` is to how many places it was told, 1 for `3.0`."""

    value: Fraction
    unit: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    decimals: int = 0


class Bound(Enum):
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


class Near(Enum):
    """How exactly a count or a length is meant."""

    PLAIN = ""
    ABOUT = "about"
    EXACTLY = "exactly"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Rough:
    """A number that is not told exactly: `about 12`, `exactly 12`, `more than 12`, `12 ±1`, `10..15`.

    `how` is a Bound or Near.ABOUT / Near.EXACTLY; `12 ±1` has Near.PLAIN and `give`; `10..15` has Near.PLAIN and `upper`.
    """

    how: Bound | Near
    number: Number | Param
    give: Number | Param | None = None
    upper: Number | Param | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Content:
    """`that C`: a condition as a thing, not claimed."""

    says: Condition
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Arith:
    """`left op right` over numbers; op is `+`, `-` or `*`."""

    op: str
    left: Term
    right: Term
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LengthOf:
    """`length of T in days`."""

    of: Ref
    unit: Unit
    span: Span = field(default=NOWHERE, compare=False)


Ref = Name | Var | Own
Term = Name | Var | Own | Number | Param | Arith | LengthOf
Value = Name | Var | Own | Number | Param | Arith | LengthOf | Rough | Quoted | Anything | Content


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument; `role` is empty where it is told by its place alone."""

    role: str
    value: Value
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Atom:
    """`attack(by A, on B)`."""

    predicate: str
    args: tuple[Arg, ...]
    span: Span = field(default=NOWHERE, compare=False)


# ---------------------------------------------------------------- lengths and moments


@dataclass(frozen=True, slots=True)
class VarLength:
    """`N years`, where N is a number of the data."""

    var: Ref
    unit: Unit
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FixedLength:
    """`3 months` with its place."""

    length: Length
    span: Span = field(default=NOWHERE, compare=False)


AnyLength = FixedLength | VarLength | Param


@dataclass(frozen=True, slots=True)
class Distance:
    """A length with its bound or tolerance: `at least 3 days`, `about 2 years`, `2 years ±1 month`, `between 2 and 3 days`.

    `how` is a Bound or a Near; `give` is what stands after ±; `upper` is set for `between length and upper` only.
    """

    how: Bound | Near
    length: AnyLength
    give: AnyLength | None = None
    upper: AnyLength | None = None
    span: Span = field(default=NOWHERE, compare=False)


class Which(Enum):
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`start of E`, `end of E`: one tick."""

    which: Which
    of: Ref
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OnDate:
    """A date as a moment."""

    date: Date
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Weekday:
    """`thursday`, or `thursday 2016-03-16` (which also claims the weekday); 0 is Monday."""

    day: int
    date: Date | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DayNear:
    """`the day after F`, `the 2nd wednesday before F`; `day` is None for "the day", 7 for "the working day"."""

    day: int | None
    side: Side
    moment: Moment
    nth: int = 1
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class EachYear:
    """`XXXX-03-16`, `XXXX-XX-01`, `XXXX-03`: that day or month of some year, in a phrase that says that something lies in it.

    Sentences have a date there, written as this `text`; what is resolved has this. `month` and `day` are as written, with X for
    unknown digits; without a `day` it is the month.
    """

    month: str
    day: str
    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """`dawn of 2013-01-19`."""

    part: str
    date: Date
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Deictic:
    """`yesterday`, `last wednesday`, `next month`."""

    word: str
    span: Span = field(default=NOWHERE, compare=False)


Moment = OnDate | Ref | Endpoint | Weekday | EachYear | DayNear | PartOfDay | Deictic
Subject = Ref | Endpoint

# ---------------------------------------------------------------- relations of time


class Side(Enum):
    BEFORE = "before"
    AFTER = "after"


class Place(Enum):
    """The everyday words that take `strictly`."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    CONTAINS = "contains"


class Allen(Enum):
    """The nine of Allen's thirteen that are written with his own words."""

    MEETS = "meets"
    MET_BY = "met-by"
    OVERLAPS = "overlaps"
    OVERLAPPED_BY = "overlapped-by"
    STARTS = "starts"
    STARTED_BY = "started-by"
    FINISHES = "finishes"
    FINISHED_BY = "finished-by"
    EQUALS = "equals"


@dataclass(frozen=True, slots=True)
class Order:
    """`[strictly] before | after | during | contains M`."""

    place: Place
    moment: Moment
    strictly: bool = False


@dataclass(frozen=True, slots=True)
class Intersects:
    moment: Moment


@dataclass(frozen=True, slots=True)
class AllenRelation:
    relation: Allen
    moment: Subject


@dataclass(frozen=True, slots=True)
class Metric:
    """`within 72 hours after F`."""

    distance: Distance
    side: Side
    moment: Moment


@dataclass(frozen=True, slots=True)
class WithinOf:
    """`within D of F`: both starts no further apart than D."""

    length: AnyLength
    moment: Moment


@dataclass(frozen=True, slots=True)
class SameDay:
    """`on the day of F`."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class By:
    moment: Moment


@dataclass(frozen=True, slots=True)
class Since:
    moment: Moment


@dataclass(frozen=True, slots=True)
class Until:
    moment: Moment


@dataclass(frozen=True, slots=True)
class Lasts:
    distance: Distance


@dataclass(frozen=True, slots=True)
class Ordinal:
    """`is the first p(..)`: nth counts from 1; 0 is `only`, -1 is `last`."""

    nth: int
    atom: Atom


@dataclass(frozen=True, slots=True)
class Recurs:
    """`every month during T`, `every 30 days during T`: `count` units each."""

    count: int
    unit: Unit
    moment: Moment


@dataclass(frozen=True, slots=True)
class OldAt:
    """`2 years old at E`: the length counted back from the start of E to the start of the subject."""

    distance: Distance
    moment: Moment


@dataclass(frozen=True, slots=True)
class Inside:
    """A bare date or moment in `when`: the occurrence lies inside it (an event), or between its ends (a state, `a/b`)."""

    moment: Moment


Relation = (
    Order
    | Intersects
    | AllenRelation
    | Metric
    | WithinOf
    | SameDay
    | By
    | Since
    | Until
    | Lasts
    | Ordinal
    | Recurs
    | OldAt
    | Inside
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A relation of time, or with `negated` its complement (`not before F`)."""

    relation: Relation
    negated: bool = False
    span: Span = field(default=NOWHERE, compare=False)


When = tuple[Phrase, ...]
"""The value of the key `when`: phrases that all hold of the one occurrence named in `says`."""

# ---------------------------------------------------------------- conditions


@dataclass(frozen=True, slots=True)
class Occurs:
    """`p(A, r B) as E during T`."""

    atom: Atom
    name: Ref | None = None
    phrase: Phrase | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Holds:
    """A subject with a phrase of time. `T is 2 years old at E` is one with an `OldAt`."""

    subject: Subject
    phrase: Phrase
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Denial:
    """`not p(..) [as E] [phrase]`."""

    atom: Atom
    name: Ref | None = None
    phrase: Phrase | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Denied:
    """`not s`: denies what statement or occurrence s says."""

    of: Ref
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Same:
    left: Ref
    right: Ref
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Different:
    left: Ref
    right: Ref
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OfKind:
    ref: Ref
    kind: str
    span: Span = field(default=NOWHERE, compare=False)
    kind_at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Initiates:
    """`E initiates p(..)`."""

    event: Ref
    atom: Atom
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Terminates:
    """`E terminates T`, or every state `p(..)`."""

    event: Ref
    state: Ref | Atom
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Retracts:
    """`Q retracts P`."""

    newer: Ref
    older: Ref
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """`left op right`; op is one of `<= >= != = < >`."""

    left: Term
    op: str
    right: Term
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Differs:
    """`N differs from M by [more than] 2`; without a bound it is exactly that much."""

    left: Term
    right: Term
    bound: Bound | None
    number: Number | Param
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """`at least 3 S with C [all within D]`; `bound` None is `exactly`."""

    bound: Bound | None
    number: int
    var: Ref
    counted: Condition
    within: AnyLength | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """`no S with C`."""

    var: Ref
    counted: Condition
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`sum of N with C = M`; `function` is `sum`, `max` or `min`."""

    function: str
    var: Ref
    counted: Condition
    op: str
    right: Term
    span: Span = field(default=NOWHERE, compare=False)

    @property
    def compared(self) -> Compare:
        """The comparison, of one number."""
        return Compare(self.var, self.op, self.right, self.span)


@dataclass(frozen=True, slots=True)
class Every:
    """`p(..) [as E] every month during T`: for each such period inside of T there is something in it, `var`, that is as counted.

    `var` is `EACH` where the author gave it no name. `p(..) not every month during T` is its complement.
    """

    var: Ref
    counted: Occurs
    recurs: Recurs
    negated: bool = False
    span: Span = field(default=NOWHERE, compare=False)


EACH = "_E"


@dataclass(frozen=True, slots=True)
class PeriodOf:
    """`var` is one of the periods inside of what `Every` names: no sentence as it is read has this (see `program.recurring`)."""

    var: Var
    recurs: Recurs
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    items: tuple[Condition, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AnyOf:
    items: tuple[Condition, ...]
    span: Span = field(default=NOWHERE, compare=False)


Condition = (
    Occurs
    | Holds
    | Denial
    | Denied
    | Same
    | Different
    | OfKind
    | Initiates
    | Terminates
    | Retracts
    | Compare
    | Differs
    | Count
    | NoneOf
    | Aggregate
    | Every
    | PeriodOf
    | AllOf
    | AnyOf
)
