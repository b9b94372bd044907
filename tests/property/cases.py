"""A small dossier as a plain value: what the generator makes, `printing` writes as YAML and `oracle` evaluates.

A term is a text: a name (small), a variable (capital), a whole number or `_`; or a content, `that p(A)`, which ground is a
text as well; or, in a statement, a number with a tolerance. Times are ticks of one minute; tick 0 begins at
2020-01-01T00:00Z. A role told by its place is named "1", "2"..
"""

from __future__ import annotations

from dataclasses import dataclass, field

DOSSIER = "case"
"""The id of every printed dossier; the source of what no source says."""


def is_variable(term: str) -> bool:
    return term[:1].isupper()


# ---------------------------------------------------------------- times


@dataclass(frozen=True, slots=True)
class Ticks:
    """A date: the ticks from `first` to `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Several:
    """`[a,b]`, any of these dates, or `{a,b}`, `every` one of them; `text` is how X digits tell the same."""

    dates: tuple[Ticks, ...]
    every: bool = False
    text: str = ""

    @property
    def hull(self) -> Ticks:
        return Ticks(min(date.first for date in self.dates), max(date.last for date in self.dates))


@dataclass(frozen=True, slots=True)
class End:
    """`start of E` or `end of E`; `which` is "start" or "end"."""

    which: str
    of: str


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last` ticks after the start of `of`, or after tick 0 where that is empty; `name` as it is printed."""

    name: str
    of: str
    first: int
    last: int


Moment = Ticks | Several | End | Period | str
Subject = End | str


@dataclass(frozen=True, slots=True)
class Length:
    """So many minutes, hours or days; in a rule the amount may be a variable."""

    amount: int | str
    unit: str  # "minute", "hour" or "day"

    @property
    def ticks(self) -> int:
        return int(self.amount) * UNIT_TICKS[self.unit]


UNIT_TICKS = {"minute": 1, "hour": 60, "day": 1440}


@dataclass(frozen=True, slots=True)
class Distance:
    """`how` is within, at least, at most, more than, less than, between, exactly, about, plain or ±.

    `other` is the upper length of `between` and the tolerance of `±`.
    """

    how: str
    length: Length
    other: Length | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A relation of time. `word` is one of WORDS; `side` (before or after) and `distance` are for `metric`."""

    word: str
    moment: Moment | None = None
    distance: Distance | None = None
    side: str = ""
    negated: bool = False


ORDER_WORDS = ("before", "after", "during", "contains")
STRICT_WORDS = tuple(f"strictly {word}" for word in ORDER_WORDS)
ALLEN_WORDS = ("meets", "met-by", "overlaps", "overlapped-by", "starts", "started-by", "finishes", "finished-by", "equals")
OTHER_WORDS = ("intersects", "metric", "near", "old", "lasts", "by", "since", "until")
RULE_WORDS = (*ORDER_WORDS, *STRICT_WORDS, *ALLEN_WORDS, *OTHER_WORDS)
"""`metric`: D after M; `near`: within D of M; `old`: D old at M."""
WHEN_WORDS = ("inside", "between")
"""Only as `when`: a bare date, and `a/b` (the phrase's moment is a, `Between` b)."""


@dataclass(frozen=True, slots=True)
class Between:
    """`a/b` as a `when`: starts inside a and ends inside b."""

    first: Ticks
    last: Ticks


When = Phrase | Between | None

# ---------------------------------------------------------------- conditions


@dataclass(frozen=True, slots=True)
class Atom:
    pred: str
    args: tuple[tuple[str, Term], ...]  # (role, term)


@dataclass(frozen=True, slots=True)
class Content:
    """`that p(by A)`, or `that` and another condition."""

    says: Atom | Condition


@dataclass(frozen=True, slots=True)
class Rough:
    """`how` is about, ±, .. or a bound (`at least 3`); `other` is the tolerance of ± and the upper number of `..`."""

    how: str
    number: int
    other: int = 0


Term = str | Content | Rough


@dataclass(frozen=True, slots=True)
class Occurs:
    """`p(by A) as E during T`."""

    atom: Atom
    name: str = ""
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """`E before F`."""

    subject: Subject
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Not:
    """`not p(by A) during M`."""

    atom: Atom
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Denied:
    """`not s`."""

    of: str


@dataclass(frozen=True, slots=True)
class Same:
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Different:
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class OfKind:
    ref: str
    kind: str


@dataclass(frozen=True, slots=True)
class Retracts:
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class Count:
    """`at least N X with C`; `bound` is at least, at most, more than, less than, exactly or no; `within`: `all within D`."""

    bound: str
    number: int
    var: str
    counted: tuple[Condition, ...]
    within: Length | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """`p(..) every day during T`: of the calendar, or `every 2 days`, counted from the start of T."""

    counted: Occurs
    length: Length
    moment: str | Ticks
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """`N * length of T in minutes`; `times` is "1" where nothing stands there."""

    of: str
    unit: str
    times: str = "1"


@dataclass(frozen=True, slots=True)
class Compare:
    """`N < M + 2`; `op` is one of `<= >= != = < >`, `plus` is 0 where nothing is added."""

    left: str | Lasting
    op: str
    right: str | Lasting
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Extreme:
    """`max of N with C <= M`; `function` is max, min or sum."""

    function: str
    var: str
    counted: tuple[Condition, ...]
    op: str
    right: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`P or Q`; an item of several conditions is their `and`."""

    items: tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True, slots=True)
class Initiates:
    """`E initiates p(by A)`."""

    event: str
    atom: Atom


@dataclass(frozen=True, slots=True)
class Terminates:
    """`E terminates T`."""

    event: str
    state: str


THAT = "that "
"""How the text of a ground content begins."""

Condition = (
    Occurs
    | Holds
    | Not
    | Denied
    | Same
    | Different
    | OfKind
    | Retracts
    | Count
    | Every
    | Compare
    | Extreme
    | AnyOf
    | Initiates
    | Terminates
)
Conditions = tuple[Condition, ...]


def as_condition(content: Content) -> Condition:
    """What a content says."""
    return Occurs(content.says) if isinstance(content.says, Atom) else content.says


# ---------------------------------------------------------------- dossier


@dataclass(frozen=True, slots=True)
class Predicate:
    """`form` is event, state or fact; `roles` are (role, type). With `above` (a kind above) the roles are its.

    `functional` is a role that has one value for each choice of the others."""

    id: str
    form: str
    roles: tuple[tuple[str, str], ...]
    above: str = ""
    closed: bool = False
    symmetric: bool = False
    transitive: bool = False
    functional: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    says: Conditions
    when: When = None
    trust: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`says` is empty if there are readings. An occurrence without a name has the statement's id."""

    id: str
    says: Conditions = ()
    when: When = None
    readings: tuple[Reading, ...] = ()
    prefer: bool = True
    sources: tuple[str, ...] = ()
    trust: float | None = None
    certain: bool = False
    retracts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    id: str
    says: Conditions
    when: When = None
    likely: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`given`, perhaps `unless`, and one of `then`, `never`, `must`; each is an `and`."""

    id: str
    given: Conditions
    unless: Conditions = ()
    then: Conditions = ()
    never: Conditions = ()
    must: Conditions = ()
    norm: bool = False
    trust: float | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """`reported` is the tick at which its day begins (a multiple of 1440); `blame` is statements, sources or links."""

    predicates: tuple[Predicate, ...]
    things: tuple[str, ...]
    statements: tuple[Statement, ...]
    rules: tuple[Rule, ...]
    hypotheses: tuple[Hypothesis, ...] = ()
    sources: tuple[tuple[str, float | None], ...] = field(default=())
    reported: int | None = None
    blame: str = "statements"
