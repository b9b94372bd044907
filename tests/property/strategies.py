"""Small random cases: the same seed gives the same case, on every machine.

A case is put together from a few occurrences, what is said of them, and rules that speak of the same things; it is
taken if it is small enough for the oracle and says nothing that DESIGN.md leaves open (`_is_clear`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

from hypothesis import strategies as st
from property import (
    random_conditions,
    random_contents,
    random_measures,
    random_numbers,
    random_rules,
    random_times,
    tidying,
)
from property.cases import (
    AnyOf,
    Atom,
    Case,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    End,
    Holds,
    Hypothesis,
    Not,
    Occurs,
    Phrase,
    Reading,
    Rough,
    Rule,
    Same,
    Statement,
    Term,
    Ticks,
    When,
)
from property.grounding import ground, is_fresh
from property.matching import told_by
from property.oracle import is_consistent, settings
from property.periods import NotAskedError
from property.program import Program
from property.random_measures import Measure
from property.vocabulary import EVENTS, FACTS, OCCURRENCES, OFTEN, PREDICATES, STATES, THINGS
from property.wording import worded
from property.worlds import Worlds

MAX_GUARDS = 7
MAX_OCCURRENCES = 6
MAX_REGIONS = 250
SOURCES = ("omar", "petra")


def cases() -> st.SearchStrategy[Case]:
    """The generator as a hypothesis strategy."""
    return st.integers(min_value=0, max_value=2**32 - 1).map(make_case)


def make_case(seed: int) -> Case:
    """The case of this seed."""
    rng, extra = Random(seed), Random(f"what was added later, {seed}")
    while True:
        case = worded(_Draft(rng, extra).case(), Random(seed))
        if not _can_be_asked(case):
            continue
        program = ground(case)
        while len(program.guards) > MAX_GUARDS and any(_may_be_certain(statement) for statement in case.statements):
            case = _with_one_more_certain(rng, case)
            program = ground(case)
        if _is_small(program) and _is_clear(case, program) and (_is_possible(program) or rng.random() < 0.15):
            return case


def _can_be_asked(case: Case) -> bool:
    """Whether it has an end, no number with a tolerance stands in a sum, and there are few periods."""
    try:
        ground(case)
    except (RecursionError, NotAskedError):
        return False
    return True


def _is_small(program: Program) -> bool:
    things = {rule.head[1] for rule in program.rules if rule.head[0] == "kind"}
    if len(things) > MAX_OCCURRENCES or not 0 < len(program.guards) <= MAX_GUARDS:
        return False
    worlds = Worlds(program)
    regions = worlds.space.split(worlds.space.free, worlds.cuts)
    return sum(1 for _ in islice(regions, MAX_REGIONS + 1)) <= MAX_REGIONS


def _is_clear(case: Case, program: Program) -> bool:
    """Guards of norms over supposed things, or over things that may be one, have no name that the page fixes."""
    norms = [name for name in program.guards if name.startswith("honoured")]
    same = any(rule.head[0] == "same" for rule in program.rules)
    return not norms or not (same or any(is_fresh(name) for name in norms))


def _is_possible(program: Program) -> bool:
    """Whether the certain parts alone can be true; where they cannot, there is little to find, so few of these are kept."""
    worlds = Worlds(program)
    return any(is_consistent(worlds, setting) for setting in reversed(settings(worlds.guards)))


def _may_be_certain(statement: Statement) -> bool:
    return not statement.certain


def _with_one_more_certain(rng: Random, case: Case) -> Case:
    """One that says what occurred, if there is such a one: of denials that are certain too much comes to nothing."""
    open_ones = [i for i, statement in enumerate(case.statements) if _may_be_certain(statement)]
    positive = [i for i in open_ones if any(isinstance(says, Occurs) for says in case.statements[i].says)]
    number = rng.choice(positive or open_ones)
    changed = replace(case.statements[number], certain=True, sources=(), trust=None)
    return replace(case, statements=(*case.statements[:number], changed, *case.statements[number + 1 :]))


class _Draft:
    """One case in the making. `extra` has the draws that were added later, so that those before stay as they were."""

    def __init__(self, rng: Random, extra: Random) -> None:
        self.rng = rng
        self.extra = extra
        self.reported = rng.choice((None, 0, 0))
        self.times = random_times.Times(rng, self.reported)
        self.statements: list[Statement] = []
        self.said: list[str] = []
        self.denied: list[Not] = []
        self.likes: list[Atom] = []
        self.numbers: list[str] = []
        self.measures: list[Measure] = []
        self.certainty = rng.choice((0.1, 0.3, 0.3, 0.3, 0.5, 0.5, 0.5, 0.7))
        self.occurrences = [(f"e{i}", rng.choice(OCCURRENCES)) for i in range(1, rng.choice((1, 2, 2, 2, 2, 3)) + 1)]

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def case(self) -> Case:
        for name, pred in self.occurrences:
            self._occurrence(name, pred)
        for _ in range(self.rng.choice((0, 1, 2, 2, 3))):
            self._fact()
        for probability, more in (
            (0.5, self._relation),
            (0.3, self._second_date),
            (0.2, self._identity),
            (0.4, self._denial),
            (0.2, self._denial_of_statement),
            (0.2, self._reading),
            (0.1, self._alternative),
            (0.25, self._retraction),
            (0.1, self._rivals),
            (0.2, self._contents),
            (0.3, self._numbers),
            (0.12, self._measures),
        ):
            if self.chance(probability):
                more()
        if self.extra.random() < 0.1:
            self._no_more()
        about = random_rules.About(self.said, self.denied, self.likes, self.numbers, self.measures, self._exact())
        rules = random_rules.rules(self.rng, self.times, about)
        if self.chance(0.12):
            rules = (*rules[:1], self._crossed())
        hypotheses = (self._hypothesis(),) if self.chance(0.25) else ()
        blame = self.rng.choice(("statements", "statements", "statements", "sources", "links"))
        sources = tuple((name, self.rng.choice((None, 0.6, 0.8, 0.45))) for name in SOURCES)
        return Case(
            PREDICATES,
            THINGS,
            tuple(self._vouched(statement) for statement in self.statements),
            tuple(tidying.tidy(rule) for rule in rules),
            hypotheses,
            sources,
            self.reported,
            blame,
        )

    # ------------------------------------------------------------ what is said

    def _add(self, says: Conditions, when: When = None, **more: object) -> str:
        name = f"s{len(self.statements) + 1}"
        self.statements.append(replace(Statement(name, says, when), **more))  # type: ignore[arg-type]  # checked by the class
        return name

    def _vouched(self, statement: Statement) -> Statement:
        """Certain, or with a trust of its own, or with a chain of sources."""
        if self.chance(self.certainty):
            return replace(statement, certain=True)
        trust = self.rng.choice((None, None, 0.7, 0.95, 0.5, 0 if self.chance(0.2) else 0.3))
        chain: tuple[str, ...] = ()
        if trust != 0 and self.chance(0.4):
            chain = tuple(self.rng.sample(SOURCES, self.rng.choice((1, 1, 2))))
        return replace(statement, trust=trust, sources=chain)

    def _atom(self, pred: str) -> Atom:
        self.said.append(pred)
        form = next(predicate for predicate in PREDICATES if predicate.id == pred)
        roles = form.roles or next(predicate for predicate in PREDICATES if predicate.id == form.above).roles
        others = [name for name, _ in self.occurrences]
        return Atom(pred, tuple((role, self.rng.choice(OFTEN if type_ == "actor" else others)) for role, type_ in roles))

    def _occurrence(self, name: str, pred: str) -> None:
        """Who and when in one statement, or apart, or no date at all; sometimes with a second kind."""
        says = Occurs(self._atom(pred), name)
        when = self.times.when(pred in STATES, [other for other, _ in self.occurrences if other != name])
        match self.rng.choice(("together", "together", "apart", "joined", "undated")):
            case "together":
                self._add((says,), when)
            case "apart":
                self._add((says,))
                self._add((Holds(name, self.times.window_phrase()),))
            case "joined":
                self._add((says, Holds(name, self.times.window_phrase())))
            case _:
                self._add((says,))
        if pred in EVENTS and self.chance(0.15):
            self._add((Occurs(self._atom(self.rng.choice(EVENTS)), name),))

    def _fact(self) -> None:
        self._add((Occurs(self._atom(self.rng.choice(FACTS))),))

    def _relation(self) -> None:
        names = [name for name, _ in self.occurrences]
        subject = self.rng.choice(names)
        self._add((self.times.relation(subject, [name for name in names if name != subject]),))

    def _second_date(self) -> None:
        name, _ = self.rng.choice(self.occurrences)
        self._add((Holds(name, self.times.window_phrase()),))

    def _crossed(self) -> Rule:
        """Two dates that cannot both be, and a rule against a stretch of one of them."""
        name, pred = self.rng.choice(self.occurrences)
        early, late = (Phrase("during", Ticks(first, first + 3)) for first in (-5, self.rng.randint(-1, 2)))
        self._add((Holds(name, early),))
        self._add((Holds(name, late),))
        first = self.rng.randint(-7, 5)
        word = self.rng.choice(("during", "intersects", "before", "after"))
        return random_rules.crossed(pred, Phrase(word, Ticks(first, first + self.rng.randint(0, 2))))

    def _identity(self) -> None:
        """Of two occurrences of one kind, or of the two actors; or that they differ."""
        pairs = [(e, f) for e, p in self.occurrences for f, q in self.occurrences if e < f and p == q and p != "pact"]
        left, right = self.rng.choice(pairs) if pairs and self.chance(0.6) else THINGS[:2]
        self._add((Same(left, right),))
        if self.chance(0.2):
            self._add((Different(left, right),))

    def _denial(self) -> None:
        happened = [pred for _, pred in self.occurrences]
        pred = self.rng.choice((*self.rng.sample(FACTS, 3), "notice", *happened, *happened))
        phrase = None if pred in FACTS or self.chance(0.4) else self.times.denied_period()
        if phrase is not None and self.chance(0.2):
            phrase = replace(phrase, moment=self.rng.choice(self.occurrences)[0])
        self.denied.append(Not(self._denied(pred), phrase))
        self._add((self.denied[-1],))

    def _denied(self, pred: str) -> Atom:
        """What is denied: with `_` for anybody now and then, and of events and states without some of their roles."""
        atom = self._atom(pred)
        kept = [arg for arg in atom.args if pred in {"pact", *FACTS} or self.chance(0.6)]
        return Atom(pred, tuple((role, "_" if self.chance(0.1) else term) for role, term in kept))

    def _no_more(self) -> None:
        """That no more than so many are of a kind, or start before one of them, or are a fact of somebody."""
        rng = self.extra
        bound, number = rng.choice((("no", 0), ("no", 0), ("at most", 1), ("less than", 2)))
        name, pred = rng.choice(self.occurrences)
        counted: Conditions = (Occurs(Atom(pred, ()), "Y"),)
        span = None
        match rng.choice(("kind", "earlier", "earlier", "fact")):
            case "earlier":
                side = rng.choice(("before", "after"))
                counted = (*counted, Holds(End("start", "Y"), Phrase(side, End("start", name))))
            case "fact":
                counted = (random_conditions.fact(rng.choice(random_measures.PAIRS), "Y", rng.choice(THINGS)),)
            case _ if bound != "no" and rng.random() < 0.5:
                span = self.times.length()
            case _:
                pass
        self._add((Count(bound, number, "Y", counted, span),))

    def _denial_of_statement(self) -> None:
        simple = [statement for statement in self.statements if _is_simple(statement)]
        if simple:
            dated = [statement for statement in simple if _stated_date(statement)]
            statement = self.rng.choice(dated if dated and self.chance(0.5) else simple)
            if isinstance(statement.says[0], Occurs):
                self.denied.append(Not(statement.says[0].atom, _stated_date(statement)))
            self._add((Denied(statement.id),))

    def _reading(self) -> None:
        self._add((), readings=(self._one_reading(), self._one_reading()), prefer=self.chance(0.6))

    def _one_reading(self) -> Reading:
        trust = self.rng.choice((None, 0.6, 0.3))
        if self.chance(0.5):
            return Reading((Occurs(self._atom(self.rng.choice(FACTS))),), trust=trust)
        name, pred = self.rng.choice(self.occurrences)
        if self.chance(0.5):
            return Reading((Holds(name, self.times.window_phrase()),), trust=trust)
        return Reading((Occurs(self._atom(pred), name),), self.times.when(pred in STATES, []), trust)

    def _alternative(self) -> None:
        items = tuple((self._open_item(),) for _ in range(2))
        self._add((AnyOf(items),))

    def _open_item(self) -> Condition:
        if self.chance(0.6):
            return Occurs(self._atom(self.rng.choice(FACTS)))
        return Holds(self.rng.choice(self.occurrences)[0], self.times.window_phrase())

    def _retraction(self) -> None:
        """A statement that takes back another, or itself; sometimes two that take back each other."""
        earlier = [statement.id for statement in self.statements]
        mine = f"s{len(earlier) + 1}"
        older = self.rng.choice([*earlier, mine])
        self._add((Occurs(self._atom(self.rng.choice(FACTS))),), retracts=(older,))
        if older != mine and self.chance(0.3):
            number = earlier.index(older)
            self.statements[number] = replace(self.statements[number], retracts=(mine,))

    def _rivals(self) -> None:
        """Two statements, or one, for the rule by which one takes back the other."""
        earlier = [statement.id for statement in self.statements]
        self._add((random_conditions.fact("rival", self.rng.choice(earlier), self.rng.choice(earlier)),))
        self.said.append("rival")

    def _contents(self) -> None:
        """What somebody holds, mostly like what a statement says; for rules about contents."""
        told = [
            (name, atom)
            for name, said in told_by(Case(PREDICATES, THINGS, tuple(self.statements), ())).items()
            for _, content in said
            for atom in [content.says]
            if isinstance(atom, Atom)
        ]
        told = [(name, atom) for name, atom in told if atom.args and atom.args[0][1] in THINGS and atom.pred != "pact"]
        told = [(name, atom) for name, atom in told if not any(isinstance(term, Rough) for _, term in atom.args)]
        if told:
            for says in random_contents.statements(self.rng, told):
                self._add(says)
            self.likes = [atom for _, atom in told]

    def _numbers(self) -> None:
        """Numbers of somebody, and mostly something else of them, for rules about numbers."""
        for says, pred in random_numbers.statements(self.rng):
            self._add(says)
            self.numbers.append(pred)
        if self.chance(0.7):
            self._add((Occurs(self._atom(self.rng.choice(random_conditions.PLAIN_FACTS))),))

    def _exact(self) -> list[str]:
        said = [one.atom for statement in self.statements for one in statement.says if isinstance(one, Occurs)]
        rough = {atom.pred for atom in said if any(isinstance(term, Rough) for _, term in atom.args)}
        return [pred for pred in self.numbers if pred not in rough]

    def _measures(self) -> None:
        """What somebody holds that counts or measures: a content, or a statement that says so."""
        for nth in range(self.rng.choice((1, 1, 2))):
            found = random_measures.measure(self.rng, self.times, [name for name, _ in self.occurrences])
            what: Term = Content(found.said)
            if isinstance(found.said, Holds | Compare) and self.chance(0.4):
                what = self._add((found.said,))
            self._add((random_contents.held(self.rng, self.rng.choice(OFTEN), what, f"m{nth}"),))
            self.measures.append(found)
        self._add((Occurs(self._atom(self.rng.choice(random_conditions.PLAIN_FACTS))),))

    def _hypothesis(self) -> Hypothesis:
        names = [name for name, _ in self.occurrences]
        subject = self.rng.choice(names)
        says: Condition = self.times.relation(subject, [name for name in names if name != subject])
        if self.chance(0.5):
            says = Occurs(self._atom(self.rng.choice(FACTS)))
        return Hypothesis("h", (says,), likely=self.rng.choice((None, 0.2, 0.05)))


def _is_simple(statement: Statement) -> bool:
    """Whether the page says without doubt what `not` of it denies."""
    if any(isinstance(term, Rough) for says in statement.says if isinstance(says, Occurs) for _, term in says.atom.args):
        return False
    match statement.says, statement.when:
        case (Occurs(_, _, None) | Holds() | Same(),), None:
            return True
        case (Occurs(_, _, None),), Phrase("inside" | "during", negated=False):
            return True
        case (Occurs(_, _, None), Holds(str(), Phrase("during", negated=False))), None:
            return True
        case _:
            return False


def _stated_date(statement: Statement) -> Phrase | None:
    """The date of a simple statement of an occurrence."""
    told = [statement.when, *(says.phrase for says in statement.says if isinstance(says, Holds))]
    dates = [when for when in told if isinstance(when, Phrase)] if isinstance(statement.says[0], Occurs) else []
    return replace(dates[0], word="during") if dates else None


__all__ = ["Phrase", "Rule", "cases", "make_case"]
