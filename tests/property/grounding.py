"""From a case to its ground program: statements, readings, retractions, rules, silence and identity.

Grounding goes over all that could be true (every guard on, everything supposed), in passes until no atom is new. An
instance or a guard too many does no harm: an instance that never stands is in no conflict and no tension, and a guard
that changes nothing is in no minimal conflict and in no repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import groupby, product

from property import denying, naming
from property.cases import (
    DOSSIER,
    AnyOf,
    Case,
    Condition,
    Conditions,
    Content,
    Count,
    Every,
    Extreme,
    Holds,
    Hypothesis,
    Initiates,
    Occurs,
    Phrase,
    Reading,
    Retracts,
    Rule,
    Same,
    Statement,
    Ticks,
    is_variable,
)
from property.formulas import FALSE, TRUE, ZERO, And, Formula, Or, deadline, end, eq, lt, start
from property.matching import Env, Matching
from property.owning import owned
from property.parties import second_values, third_parties
from property.periods import periods, within
from property.program import Bodies, Body, GroundAtom, Instance, Literal, Neg, Off, On, Pick, Pos, Program, Time
from property.saying import Saying
from property.substitution import in_condition, in_conditions, in_phrase
from property.turning import turned

MAX_PASSES = 12
NOT_GIVEN = 0.9


def ground(case: Case) -> Program:
    case = owned(case)
    known: frozenset[GroundAtom] = frozenset()
    contents: dict[str, Content] = {}
    for _ in range(MAX_PASSES):
        program = _Pass(case, known, contents).run()
        found = frozenset(rule.head for rule in program.rules if not _empty(rule.body))
        if found == known:
            return program
        known, contents = found, program.contents
    raise RecursionError("a derivation without end")


def _empty(body: Body) -> bool:
    return any(isinstance(literal, Time) and literal.formula == FALSE for literal in body)


def is_fresh(name: str) -> bool:
    """Whether a name is of something supposed, or made from such a thing."""
    return "absent(" in name


def latest_date(node: object) -> int | None:
    """The last tick of all dates of a case, and of `reported`: "every time of the dossier"."""
    if isinstance(node, Ticks):
        return node.last
    if isinstance(node, tuple):
        inner: list[object] = list(node)
    elif is_dataclass(node):
        inner = [getattr(node, field.name) for field in fields(node)]
    else:
        return None
    found = [tick for one in inner if (tick := latest_date(one)) is not None]
    found += [node.reported] if isinstance(node, Case) and node.reported is not None else []
    return max(found, default=None)


class _Pass:
    def __init__(self, case: Case, known: frozenset[GroundAtom], contents: dict[str, Content]) -> None:
        self.case = case
        self.known = known
        self.program = Program()
        self.program.latest = latest_date(case)
        self.matching = Matching(case, known, self.program, contents)
        self.saying = Saying(self.matching, self.program)
        self.trusts = dict(case.sources)

    def run(self) -> Program:
        for statement in self.case.statements:
            self._statement(statement)
        for hypothesis in self.case.hypotheses:
            self._hypothesis(hypothesis)
        for rule in self.case.rules:
            if rule.trust != 0:
                self._rule(rule)
        self.saying.clash_with_supposed()
        for spoken in tuple(self.program.rules):
            for place in own_places(spoken.head):
                self.program.rule(own(spoken.head, place), *spoken.body)
        self._kinds()
        self._tuples()
        self._identities()
        self._own_pairs()
        for instance in (*third_parties(self.case.predicates, self.known), *second_values(self.case.predicates, self.known)):
            self.program.instances[instance.key] = instance
        return self.program

    # ------------------------------------------------------------ statements

    def _statement(self, statement: Statement) -> None:
        """ "A statement holds if it is accepted, every source of its chain is trusted, no link is given up and nothing that
        holds retracts it." Trust 0: always off."""
        if statement.trust == 0:
            return
        holds = ("holds", statement.id)
        self.program.rule(holds, *self._vouched(statement), Neg(("retracted", statement.id)))
        for older in statement.retracts:
            self.program.rule(("retracted", older), Pos(holds))
        if statement.readings:
            self._readings(statement)
        else:
            self.saying.say(statement.id, statement.says, (Pos(holds),), statement.when)

    def _vouched(self, statement: Statement) -> Body:
        """ "The guards that may go off are, with statements, accept; sources, trust, one per source; links, one per step of each
        chain. Without sources, the dossier itself is the source"; "certain: true or trust 1: no guard"."""
        if statement.certain or statement.trust == 1:
            return ()
        if self.case.blame == "statements":
            return (On(self.program.guard(naming.accept(statement.id), self._trust(statement))),)
        chain = statement.sources or (DOSSIER,)
        if self.case.blame == "sources":
            return tuple(On(self.program.guard(naming.trust(source), self._source(source))) for source in chain)
        steps = enumerate(chain, 1)
        return tuple(On(self.program.guard(naming.link(statement.id, step), self._source(source))) for step, source in steps)

    def _trust(self, statement: Statement) -> float:
        """ "For accept(s) that of s (1 if it has sources) times those of its chain; not given: 0.9"."""
        trust = statement.trust if statement.trust is not None else 1 if statement.sources else NOT_GIVEN
        for source in statement.sources:
            trust *= self._source(source)
        return trust

    def _source(self, source: str) -> float:
        trust = self.trusts.get(source)
        return NOT_GIVEN if trust is None else trust

    def _readings(self, statement: Statement) -> None:
        """ "Exactly one of its readings in each world in which its statement holds; with a preferred one, reading(choice) on fixes
        it, off leaves all open"; its trust is the first reading's."""
        self.program.choices[statement.id] = tuple(frozenset({number}) for number in range(len(statement.readings)))
        if statement.prefer:
            trust = statement.readings[0].trust
            guard = self.program.guard(naming.reading(statement.id), NOT_GIVEN if trust is None else trust)
            self.program.preferred[statement.id] = guard
        for number, reading in enumerate(statement.readings):
            self._reading(statement.id, number, reading)

    def _reading(self, statement: str, number: int, reading: Reading) -> None:
        said = ("read", statement, str(number))
        self.program.rule(said, Pos(("holds", statement)), Pick(statement, number))
        says = tuple(_named(condition, statement) for condition in reading.says)
        self.saying.say(f"{statement}/{number}", says, (Pos(said),), reading.when)

    def _hypothesis(self, hypothesis: Hypothesis) -> None:
        """ "Something nobody said that may be supposed at a cost; its guard is absent(h)"; trust "1 - likely"."""
        trust = NOT_GIVEN if hypothesis.likely is None else 1 - hypothesis.likely
        guard = self.program.guard(naming.absent_hypothesis(hypothesis.id), trust)
        self.program.rule(("holds", hypothesis.id), Off(guard))
        self.saying.say(hypothesis.id, hypothesis.says, (Pos(("holds", hypothesis.id)),), hypothesis.when)

    # ------------------------------------------------------------ rules

    def _rule(self, rule: Rule) -> None:
        """ "For every choice of its variables that makes all lines of `given` true"; one instance for each."""
        names = naming.variables(tuple(item for item in rule.given if not isinstance(item, Count | Extreme | Every)))
        found = [(tuple(env[name] for name in names), body) for env, body in self._spoken_of(rule.given, {}, ())]
        found.sort(key=lambda pair: pair[0])
        others = other_names(self.case)
        for values, group in groupby(found, key=lambda pair: pair[0]):
            if others.intersection(values):
                continue
            env = dict(zip(names, values, strict=True))
            leaning = [self.matching.leaning(item, env) for item in rule.given if isinstance(item, Count | Extreme | Every)]
            ways = [tuple(part for body in way for part in body) for way in product(*leaning)]
            given = tuple((*body, *way) for _, body in group for way in ways)
            for each, period, inside in self._periods(rule, env):
                self._instance(each, env, tuple((*body, *inside) for body in given), period)

    def _periods(self, rule: Rule, env: Env) -> Iterator[tuple[Rule, tuple[str, ...], Body]]:
        """ "Under `must` each period is due by itself": one instance for each that lies inside, which something in it meets."""
        asked = [one for one in rule.must if isinstance(one, Every) and not one.negated]
        assert not asked or len(rule.must) == 1
        if not asked:
            yield rule, (), ()
            return
        told = in_condition(asked[0], env)
        assert isinstance(told, Every)
        if isinstance(told.moment, str) and is_fresh(told.moment):
            return
        for period in periods(self.case, told):
            must = tuple(
                replace(one.counted, phrase=Phrase("during", period)) if isinstance(one, Every) and not one.negated else one
                for one in rule.must
            )
            yield replace(rule, must=must), (period.name,), (Time(within(period, told.moment)),)

    def _spoken_of(self, given: Conditions, env: Env, known: tuple[str, ...]) -> Iterator[tuple[Env, Body]]:
        """ "Instances that differ only by names of one class are reported once": every choice of the variables by names of which
        the thing was said where each variable first stands, and not by names that it only has through an identity."""
        if not given:
            yield env, ()
            return
        new = tuple(name for name in _direct(given[0]) if name not in known)
        for bound, body in self.matching.one(given[0], env):
            spoken = self._spoken(given[0], bound, body, new)
            if not self.known.issuperset(literal.atom for literal in spoken):
                continue
            for more, rest in self._spoken_of(given[1:], bound, (*known, *new)):
                yield more, (*body, *spoken, *rest)

    def _spoken(self, condition: Condition, env: Env, body: Body, names: tuple[str, ...]) -> tuple[Pos, ...]:
        """That the condition was said by these names of things."""
        if not names:
            return ()
        assert isinstance(condition, Occurs)
        atoms = [literal.atom for literal in body if isinstance(literal, Pos)]
        found: list[Pos] = []
        for name in names:
            if name == condition.name:
                found.append(Pos(own(("kind", env[name], condition.atom.pred), 1)))
            elif self.matching.predicates[condition.atom.pred].form == "fact":
                place = 2 + [term for _, term in condition.atom.args].index(name)
                found.append(Pos(own(next(atom for atom in atoms if atom[0] == "fact"), place)))
            else:
                role = next(role for role, term in condition.atom.args if term == name)
                occurrence = next(atom[1] for atom in atoms if atom[0] == "kind")
                symmetric = self.matching.predicates[condition.atom.pred].symmetric
                told = ("role", occurrence, role, env[name])
                found.append(Pos(("own-pair", occurrence, env[name]) if symmetric else own(told, 3)))
        return tuple(found)

    def _instance(self, rule: Rule, env: Env, given: Bodies, period: tuple[str, ...] = ()) -> None:
        values = (*env.values(), *period)
        guard = self._kept(rule, values)
        if rule.then:
            self._derive(rule, env, given, guard)
            return
        lifted = self._leaning_bodies(rule.unless, env) if rule.unless else ()
        if rule.never:
            wrong: Bodies = tuple(body for _, body in self.matching.all_of(rule.never, env))
        else:
            lifted += self._leaning_bodies(rule.must, env)
            wrong = ((Time(self._deadline_past(rule.must, env)),),)
        key = (rule.id, values)
        self.program.instances[key] = Instance(key, guard, given, lifted, wrong)

    def _kept(self, rule: Rule, values: tuple[str, ...]) -> str:
        """ "Everything is under the guard keep(rule)"; a norm's "guard is one per instance, honoured, trust 0.5 if not said"."""
        if rule.norm:
            return self.program.guard(naming.honoured(rule.id, values), 0.5 if rule.trust is None else rule.trust)
        if rule.certain or rule.trust == 1:
            return ""
        return self.program.guard(naming.keep(rule.id), NOT_GIVEN if rule.trust is None else rule.trust)

    def _derive(self, rule: Rule, env: Env, given: Bodies, guard: str) -> None:
        """`then`: "as if stated", under keep(rule); a new occurrence is "named by rule and variables"."""
        values = tuple(env.values())
        owner = naming.made(rule.id, values)
        kept: tuple[Literal, ...] = (On(guard),) if guard else ()
        if rule.unless:
            lifted = ("lifted", owner)
            for body in self._leaning_bodies(rule.unless, env):
                self.program.rule(lifted, *body)
            kept += (Neg(lifted),)
        for body in given:
            self.program.rule(("derived", owner), *kept, *body)
        then = self._with_new(rule, env)
        self.saying.say(owner, then, (Pos(("derived", owner)),))

    def _with_new(self, rule: Rule, env: Env) -> Conditions:
        """What the rule says, with names for what it brings about: by rule and variables, and if there are several, by its own
        name in the rule or its number."""
        names = [name for name in naming.variables(rule.then) if name not in env]
        nameless = [nth for nth, condition in enumerate(rule.then) if self._is_nameless(condition)]
        alone = len(names) == 1 and not nameless
        values = tuple(env.values())
        labels = {name: naming.made(rule.id, values, "" if alone else name) for name in names}
        then = list(rule.then)
        for nth, at in enumerate(nameless, 1):
            then[at] = _renamed(then[at], naming.made(rule.id, values, "" if nth == 1 else str(nth)))
        return in_conditions(tuple(then), {**env, **labels})

    def _is_nameless(self, condition: Condition) -> bool:
        """Whether this brings about an occurrence to which the rule gives no name."""
        if isinstance(condition, Occurs):
            return not condition.name and self.matching.predicates[condition.atom.pred].form != "fact"
        return isinstance(condition, Initiates)

    # ------------------------------------------------------------ silence

    def _leaning_bodies(self, conditions: Conditions, env: Env) -> Bodies:
        """The ways in which `unless: C` or `must: C` is true, those that may be supposed among them: "C is split at `or`: each
        alternative has its guard and is supposed alone; an `and` is supposed whole"."""
        natural = tuple(body for _, body in self.matching.all_of(conditions, env))
        alternatives = conditions[0].items if len(conditions) == 1 and isinstance(conditions[0], AnyOf) else (conditions,)
        supposed = tuple(body for alternative in alternatives for body in self._supposed(alternative, env))
        return natural + supposed

    def _supposed(self, conditions: Conditions, env: Env) -> Bodies:
        """absent(C) off: "true as if stated, its conditions met; an unbound variable becomes one fresh thing with free times, and
        fresh things get no absent of their own; a count is simply met". What symmetry makes one is one p."""
        conditions = turned(conditions, env, self.matching.predicates)
        names = naming.variables(conditions)
        if not self._leans(conditions) or any(is_fresh(env[name]) for name in names if name in env):
            return ()
        name = self.program.guard(naming.absent(conditions, env), NOT_GIVEN)
        if isinstance(conditions[0], Count | Extreme | Every):
            assert len(conditions) == 1
            return ((Off(name),),)
        unbound = [variable for variable in names if variable not in env]
        things = {variable: f"{name}:_{number}" for number, variable in enumerate(unbound, 1)}
        said = in_conditions(conditions, {**env, **things, "_": f"{name}:_"})
        for number, condition in enumerate(said):
            self.saying.say(f"{name}:{number}", (condition,), (Off(name),))
        return ()

    def _leans(self, conditions: Conditions) -> bool:
        """ "Conditions on times alone, `is`, and `closed: true` predicates have none"."""
        return any(self._open(condition) for condition in conditions)

    def _open(self, condition: Condition) -> bool:
        match condition:
            case Occurs(atom):
                return atom.pred != "true" and not self.matching.predicates[atom.pred].closed
            case Count(_, _, _, counted) | Extreme(_, _, counted, _, _):
                return self._leans(counted)
            case Every(counted):
                return self._open(counted)
            case _:
                return False

    def _deadline_past(self, conditions: Conditions, env: Env) -> Formula:
        """ "Its deadline is earlier than `reported` (always, where either is missing)"; "of an `and` the earliest, of an `or` the
        latest; any other has none". One that hangs on a variable of the `must` alone is none, nor is the period of a denial,
        which can be denied at any time; an `or` has none if one of its alternatives has none."""
        if self.case.reported is None:
            return TRUE
        if len(conditions) == 1 and isinstance(conditions[0], AnyOf):
            return And(tuple(self._deadline_past(item, env) for item in conditions[0].items))
        past: list[Formula] = []
        for condition in conditions:
            phrase = condition.phrase if isinstance(condition, Occurs | Holds) else None
            if phrase is None or any(name not in env for name in naming.phrase_variables(phrase)):
                continue
            last = deadline(in_phrase(phrase, env))
            if last is not None:
                past.append(lt(last, (ZERO, self.case.reported)))
        return Or(tuple(past)) if past else TRUE

    # ------------------------------------------------------------ what holds of all

    def _kinds(self) -> None:
        """A kind of a kind."""
        for predicate in self.case.predicates:
            if predicate.above:
                for name in self.matching.of_kind.get(predicate.id, []):
                    below, above = ("kind", name, predicate.id), ("kind", name, predicate.above)
                    self.program.rule(above, Pos(below))
                    self.program.rule(own(above, 1), Pos(own(below, 1)))

    def _tuples(self) -> None:
        for predicate in self.case.predicates:
            if predicate.form != "fact":
                continue
            atoms = self.matching.by_head.get(("fact", predicate.id), [])
            for atom in atoms if predicate.symmetric else []:
                turned = (*atom[:2], atom[3], atom[2])
                self.program.rule(turned, Pos(atom))
                self.program.rule(own(turned, 2), Pos(own(atom, 3)))
                self.program.rule(own(turned, 3), Pos(own(atom, 2)))
            for one in atoms if predicate.transitive else []:
                for two in atoms:
                    if one[3] == two[2]:
                        joined = (*one[:2], one[2], two[3])
                        self.program.rule(joined, Pos(one), Pos(two))
                        self.program.rule(own(joined, 2), Pos(own(one, 2)), Pos(two))
                        self.program.rule(own(joined, 3), Pos(one), Pos(own(two, 3)))

    def _identities(self) -> None:
        """ "`E is F` makes two names one: kinds, roles and both ends are shared; symmetric, transitive"."""
        pairs = sorted(atom for atom in self.known if atom[0] == "same")
        occurrences = {name for names in self.matching.of_kind.values() for name in names}
        for same in pairs:
            _, left, right = same
            for other in pairs:
                if other[1] == right and other[2] != left:
                    self.program.rule(("same", left, other[2]), Pos(same), Pos(other))
            for atom in sorted(self.known):
                for place, copy in _copies(atom, left, right):
                    self.program.rule(copy, Pos(same), Pos(atom))
                    for other in own_places(atom):
                        if other != place:
                            self.program.rule(own(copy, other), Pos(same), Pos(own(atom, other)))
            if left < right and {left, right} <= occurrences:
                ends = eq((start(left), 0), (start(right), 0)), eq((end(left), 0), (end(right), 0))
                self.program.state(same, And(ends))

    def _own_pairs(self) -> None:
        """Where two roles are alike, a name is own in either. Of a thing with several names for certain, the first is as own as
        the one that was used."""
        first = {name: min(known) for known in sure_classes(self.case) for name in known}
        for atom in sorted(self.known):
            if atom[0] == "own":
                place, told = int(atom[1]), atom[2:]
                if told[0] == "role":
                    self.program.rule(("own-pair", told[1], told[3]), Pos(atom))
                if told[place] in first:
                    self.program.rule(own((*told[:place], first[told[place]], *told[place + 1 :]), place), Pos(atom))


def own(atom: GroundAtom, place: int) -> GroundAtom:
    """True where what stands at this place of the atom was put there by this name."""
    return ("own", str(place), *atom)


def own_places(atom: GroundAtom) -> Iterable[int]:
    """Where names of things stand that a condition can bind."""
    return {"kind": (1,), "role": (3,), "fact": range(2, len(atom))}.get(atom[0], ())


def _direct(condition: Condition) -> tuple[str, ...]:
    """The variables that stand in a condition as a name or a role, not inside of a content."""
    if not isinstance(condition, Occurs) or condition.atom.pred == "true":
        return ()
    terms = [condition.name, *(term for _, term in condition.atom.args)]
    return tuple(dict.fromkeys(term for term in terms if isinstance(term, str) and is_variable(term)))


def _copies(atom: GroundAtom, left: str, right: str) -> list[tuple[int, GroundAtom]]:
    """The atom with one `left` replaced by `right`, and the place."""
    denied = range(denying.FIRST_VALUE, len(atom), 2)
    places = {"kind": (1,), "role": (1, 3), "fact": range(2, len(atom)), "denies": denied}.get(atom[0], ())
    return [(place, (*atom[:place], right, *atom[place + 1 :])) for place in places if atom[place] == left]


def other_names(case: Case) -> frozenset[str]:
    """Of things that have several names for certain, all but the first: "instances that differ only by names of one class are
    reported once", and are one duty, one silence, one new occurrence."""
    return frozenset(name for known in sure_classes(case) for name in known - {min(known)})


def sure_classes(case: Case) -> list[set[str]]:
    """The names of things that have several for certain."""
    if any(isinstance(one, Retracts) for rule in case.rules for one in rule.then):
        return []
    taken_back = {older for statement in case.statements for older in statement.retracts}
    sure = [s for s in case.statements if (s.certain or s.trust == 1) and not s.readings and s.id not in taken_back]
    classes: list[set[str]] = []
    for one in (one for statement in sure for one in statement.says if isinstance(one, Same)):
        met = [known for known in classes if known & {one.left, one.right}]
        classes = [known for known in classes if known not in met] + [{one.left, one.right}.union(*met)]
    return classes


def _named(condition: Condition, name: str) -> Condition:
    """An unnamed occurrence of a reading has the id of the statement."""
    return Occurs(condition.atom, condition.name or name, condition.phrase) if isinstance(condition, Occurs) else condition


def _renamed(condition: Condition, name: str) -> Condition:
    """The occurrence under this name; a state that is initiated has that of its rule."""
    return Occurs(condition.atom, name, condition.phrase) if isinstance(condition, Occurs) else condition
