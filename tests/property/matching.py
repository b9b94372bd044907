"""All ways to make a condition true: its variables bound to names, and the ground literals that it then takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, groupby, product

from property import denying, naming, owning, sentences
from property.cases import (
    AnyOf,
    Atom,
    Case,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Different,
    End,
    Every,
    Extreme,
    Holds,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Same,
    Statement,
    Term,
    When,
    as_condition,
    is_variable,
)
from property.formulas import Formula, between, dated, meaning, split, start
from property.numbering import comparison, is_exact, lasting, number
from property.periods import NotAskedError, periods, within
from property.program import AtLeast, Bodies, Body, GroundAtom, Neg, Number, On, Pos, Program, Time, Total
from property.program import Extreme as ExtremeNumber
from property.substitution import in_condition, in_conditions, in_number, in_phrase, in_subject
from property.turning import turned

Env = dict[str, str]


class Matching:
    """Over the atoms that could be true at all (`known`); what is never true needs no literal."""

    def __init__(self, case: Case, known: frozenset[GroundAtom], program: Program, contents: dict[str, Content]) -> None:
        self.case = case
        self.known = known
        self.program = program
        self.predicates = {predicate.id: predicate for predicate in case.predicates}
        self.of_numbers = {role for predicate in case.predicates for role, type_ in predicate.roles if type_ == "number"}
        self.by_head: dict[tuple[str, str], list[GroundAtom]] = {}
        self.of_kind: dict[str, list[str]] = {}
        for atom in sorted(known):
            self.by_head.setdefault((atom[0], atom[1]), []).append(atom)
            if atom[0] == "kind":
                self.of_kind.setdefault(atom[2], []).append(atom[1])
        self.contents = contents
        inner = {text for said in contents.values() for text in _texts_in(said)}
        told = {text for said in told_by(case).values() for _, one in said for text in _texts_in(one)}
        told |= {text for atom in known if atom[0] in {"role", "fact"} for text in atom[2:]}
        names = sorted({*case.things, *inner, *told, *contents})
        self.names = [name for name in names if not naming.is_own(name)]
        self.told_by = told_by(case)

    def all_of(self, conditions: Conditions, env: Env) -> Iterator[tuple[Env, Body]]:
        """Every choice of the variables not yet bound that could make all the conditions true."""
        if not conditions:
            yield env, ()
            return
        for bound, body in self.one(conditions[0], env):
            for more, rest in self.all_of(conditions[1:], bound):
                yield more, body + rest

    def one(self, condition: Condition, env: Env) -> Iterator[tuple[Env, Body]]:
        match condition:
            case Occurs(Atom("true", ((_, of),))):
                yield from self._true(of, env)
            case Occurs(atom) if self.predicates[atom.pred].form == "fact":
                yield from self._fact(atom, env)
            case Occurs():
                yield from self._occurrence(condition, env)
            case Holds(subject, phrase):
                formula = meaning(in_subject(subject, env), in_phrase(phrase, env), self.case.reported)
                yield env, (Time(formula),)
            case Same() | Different():
                yield from self._identity(condition, env)
            case OfKind(ref, kind):
                told = ("kind", env.get(ref, ref), kind)
                if told in self.known:
                    yield env, (Pos(told),)
            case Count():
                yield from self._count(condition, env)
            case Every():
                missing = self._missing(condition, env)
                yield env, (Pos(missing) if condition.negated else Neg(missing),)
            case Compare():
                yield env, (self.compared(condition, env),)
            case Extreme():
                yield env, (Pos(self.extreme(condition, env)),)
            case Not():
                yield from self._denied(condition, env)
            case AnyOf(items):
                for item in items:
                    yield from self.all_of(item, env)
            case _:
                raise TypeError(condition)

    def _fact(self, atom: Atom, env: Env) -> Iterator[tuple[Env, Body]]:
        for known in self.by_head.get(("fact", atom.pred), []):
            for bound, body in self._unify_all(list(atom.args), known[2:], env):
                yield bound, (Pos(known), *body)

    def _true(self, of: Term, env: Env) -> Iterator[tuple[Env, Body]]:
        """`true(P)`: "P is true in this world": a content, or what a statement says (of any occurrence, in any reading)."""
        if isinstance(of, Content):
            yield from self.one(owning.revived(as_condition(of)), env)
            return
        says = self.contents.get(env[of])
        for _, body in self.one(owning.revived(as_condition(says)), {}) if says else ():
            yield env, body
        for one in (*self.case.statements, *self.case.hypotheses):
            readings = one.readings if isinstance(one, Statement) else ()
            for reading in readings or (one,) if one.id == env[of] else ():
                yield from ((env, body) for body in self._said_so(one.id, reading.says, reading.when))

    def _said_so(self, owner: str, says: Conditions, when: When) -> Iterator[Body]:
        if not any(isinstance(item, Occurs) for item in says):
            yield from (body for _, body in self.all_of(says, {}))
            return
        told = next(item for item in says if isinstance(item, Occurs))
        fact = self.predicates[told.atom.pred].form == "fact"
        loose = tuple(replace(item, name=owner) if item is told and not fact and not told.name else item for item in says)
        for bound, body in self.all_of(in_conditions(loose, {told.name or owner: "Some"}), {}):
            yield body if when is None else (*body, Time(dated(bound["Some"], when, self.case.reported)))

    def _occurrence(self, condition: Occurs, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Some occurrence E of kind p or of a kind below it has these roles; roles left out are not asked"."""
        atom = condition.atom
        for occurrence in self.of_kind.get(atom.pred, []):
            named = _unify(condition.name, occurrence, env) if condition.name else env
            if named is None:
                continue
            for args in self._orders(atom):
                for bound, roles in self._roles(occurrence, args, named):
                    body: Body = (Pos(("kind", occurrence, atom.pred)), *roles)
                    if condition.phrase:
                        body += (Time(meaning(occurrence, in_phrase(condition.phrase, bound), self.case.reported)),)
                    yield bound, body

    def _denied(self, condition: Not, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Somebody denied it or a rule did": of this kind or of a kind above it, of these roles or fewer, and, where a period is
        asked, in all of it."""
        if len(parts := split(condition.phrase)) > 1:
            found: list[tuple[Env, Body]] = [(env, ())]
            for part in parts:
                one = replace(condition, phrase=part)
                found = [(after, (*body, *more)) for bound, body in found for after, more in self._denied(one, bound)]
            yield from found
            return
        asked = self.predicates[condition.atom.pred]
        symmetric = any(self.predicates[kind].symmetric for kind in self._above(asked.id))
        for kind in self._above(asked.id):
            for known in self.by_head.get(("denies", kind), []):
                told = denying.read(known)
                for roles in denying.orders(condition.atom, symmetric=symmetric):
                    numbers = {role: value for role, value in told.roles if role in self.of_numbers and role in roles}
                    bound = denying.serves(told, {**roles, **numbers}, env)
                    equal = self._equal(roles, numbers, env)
                    if bound is None or equal is None:
                        continue
                    body: Body = (Pos(known), *equal)
                    if condition.phrase is not None:
                        period = denying.period(in_phrase(split(condition.phrase)[0] or condition.phrase, bound))
                        body += (Time(denying.contains(told.period, period)),)
                    yield dict(bound), body

    def _equal(self, roles: Mapping[str, str], numbers: Mapping[str, str], env: Env) -> Body | None:
        """That the numbers asked for are those denied; None if they cannot be."""
        found: Body = ()
        for role, value in numbers.items():
            asked = env.get(roles[role], roles[role])
            body = () if asked == "_" else next(self._numbers(asked, value), None)
            if body is None:
                return None
            found += body
        return found

    def _above(self, pred: str) -> list[str]:
        """The predicate and the kinds above it."""
        above = self.predicates[pred].above
        return [pred, *(self._above(above) if above else [])]

    def _orders(self, atom: Atom) -> list[tuple[tuple[str, Term], ...]]:
        """ "symmetric .. make other tuples true; they add no role"."""
        symmetric = self.predicates[atom.pred].symmetric
        return [tuple(roles.items()) for roles in denying.orders(atom, symmetric=symmetric)]

    def _roles(self, occurrence: str, args: tuple[tuple[str, Term], ...], env: Env) -> Iterator[tuple[Env, Body]]:
        if not args:
            yield env, ()
            return
        (role, term), rest = args[0], args[1:]
        for known in self.by_head.get(("role", occurrence), []):
            for bound, alike in self._unifiers(role, term, known[3], env) if known[2] == role else ():
                for more, body in self._roles(occurrence, rest, bound):
                    yield more, (Pos(known), *alike, *body)

    def _identity(self, condition: Same | Different, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Different ids are different things unless a statement that holds says `is`"."""
        left, right = env.get(condition.left, condition.left), env.get(condition.right, condition.right)
        atom = ("same", left, right)
        possible, sure = atom in self.known, left == right
        if isinstance(condition, Same) and (sure or possible):
            yield env, () if sure else (Pos(atom),)
        if isinstance(condition, Different) and not sure:
            yield env, (Neg(atom),) if possible else ()

    def _count(self, condition: Count, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Number of different S that make C true in this world"; what leans on silence has its guard."""
        enough = {"at least": 0, "more than": 1, "at most": 1, "less than": 0, "exactly": 0, "no": 1}[condition.bound]
        number = condition.number + enough
        atoms = [self.at_least(condition, env, number), self.at_least(condition, env, number + 1)]
        body: Body = {
            "at least": (Pos(atoms[0]),),
            "more than": (Pos(atoms[0]),),
            "exactly": (Pos(atoms[0]), Neg(atoms[1])),
        }.get(condition.bound, (Neg(atoms[0]),))
        yield env, body

    def at_least(self, condition: Count, env: Env, number: int) -> GroundAtom:
        """An atom that is true exactly where so many values are counted."""
        found = [(bound[condition.var], body) for bound, body in self.all_of(condition.counted, env)]
        found.sort(key=lambda pair: pair[0])
        values = tuple((value, tuple(body for _, body in group)) for value, group in groupby(found, key=lambda pair: pair[0]))
        told = naming.absent((in_condition(condition, env),), {})
        atom = ("count", str(number), told)
        if condition.within is not None:
            return self._in_one_span(atom, number, values, condition.within.ticks)
        args = [arg for one in condition.counted if isinstance(one, Occurs) for arg in one.atom.args]
        counts_numbers = any(role in self.of_numbers and term == condition.var for role, term in args)
        self.program.rule(atom, AtLeast(number, values, self.equals([one for one, _ in values]) if counts_numbers else ()))
        return atom

    def _in_one_span(
        self, atom: GroundAtom, number: int, values: tuple[tuple[str, tuple[Body, ...]], ...], ticks: int
    ) -> GroundAtom:
        """ "Some start e in the set has so many in [e, e + D]"; it takes no such start where none are asked for."""
        if number == 0:
            self.program.rule(atom)
        for first, ways in values:
            near = [(one, Time(between((start(one), 0), (start(first), 0), 0, ticks))) for one, _ in values]
            held = tuple(
                (one, tuple((*body, *way, close) for body in bodies for way in ways))
                for (one, bodies), (_, close) in zip(values, near, strict=True)
            )
            begun = (*atom, first)
            self.program.rule(begun, AtLeast(number, held))
            self.program.rule(atom, Pos(begun))
        return atom

    def _missing(self, condition: Every, env: Env) -> GroundAtom:
        """ "Each calendar day inside T has one; each full period counted from s(T) has one": true where one has none."""
        told = in_condition(replace(condition, negated=False), env)
        assert isinstance(told, Every)
        atom = ("missing", naming.absent((told,), {}))
        for period in periods(self.case, told):
            there = ("comes", *atom[1:], period.name)
            for bound, body in self.all_of((replace(told.counted, name=naming.EACH),), env):
                inside = meaning(bound[naming.EACH], Phrase("during", period))
                self.program.rule(there, *body, Time(inside))
            self.program.rule(atom, Time(within(period, told.moment)), Neg(there))
        return atom

    def leaning(self, condition: Count | Extreme | Every, env: Env) -> Bodies:
        """A count in `given` that leans on silence: "off, the condition is false there". One of these must be true.

        So what nobody said is that it is otherwise.

        That the greatest is not M leans on nothing where there is a greater one.
        """
        if isinstance(condition, Count) and condition.bound in {"at least", "more than"}:
            return ((),)
        if isinstance(condition, Every) and not condition.negated:
            return ((),)
        beyond = "<" if getattr(condition, "function", "") == "min" else ">"
        if isinstance(condition, Extreme) and condition.op in {beyond, f"{beyond}="}:
            return ((),)
        unsaid = turned((otherwise(condition),), env, self.predicates)
        silent: Body = (On(self.program.guard(naming.absent(unsaid, env), 0.9)),)
        if isinstance(condition, Extreme) and condition.op == "!=" and condition.function != "sum":
            return (silent, (Pos(self.extreme(replace(condition, op=beyond), env)),))
        return (silent,)

    # ------------------------------------------------------------ numbers

    def compared(self, condition: Compare, env: Env) -> Number | Time:
        """ "`length of T in days`; a number with a tolerance is an integer unknown"; what a length decides, times decide."""
        one, two = in_number(condition.left, env), in_number(condition.right, env)
        if isinstance(one, str) and isinstance(two, str):
            return Number(comparison(number(one), condition.op, number(two), condition.plus))
        return Time(lasting(one, condition.op, two, condition.plus))

    def total(self, condition: Extreme, env: Env) -> GroundAtom:
        """ "`sum of N with C = M`: aggregate over (N, the variables of C)"; what occurs, and what `_` stands for in a fact, is told
        apart though it has no name."""
        counted = self._all_named(condition.counted)
        found: dict[tuple[tuple[str, ...], str], list[Body]] = {}
        for bound, body in self.all_of(counted, env):
            things = tuple(bound[name] for name in naming.variables(counted) if name in bound and name not in env)
            found.setdefault((things, bound[condition.var]), []).append(body)
        told = in_condition(condition, env)
        assert isinstance(told, Extreme)
        if not all(is_exact(number) for number in (*(number for _, number in found), told.right)):
            raise NotAskedError
        values = tuple((things, int(number), tuple(bodies)) for (things, number), bodies in found.items())
        atom = ("total", naming.absent((told,), {}))
        self.program.totals[atom] = Total(values, condition.op, int(told.right))
        return atom

    def _all_named(self, counted: Conditions) -> Conditions:
        names = (f"Unnamed{nth}" for nth in range(100))
        made: list[Condition] = []
        for one in counted:
            match one:
                case Occurs(atom) if self.predicates[atom.pred].form == "fact":
                    args = tuple((role, next(names) if term == "_" else term) for role, term in atom.args)
                    made.append(replace(one, atom=replace(atom, args=args)))
                case Occurs(_, ""):
                    made.append(replace(one, name=next(names)))
                case _:
                    made.append(one)
        return tuple(made)

    def extreme(self, condition: Extreme, env: Env) -> GroundAtom:
        """An atom that is true exactly where the greatest or least number is as told; "the empty set: max of nothing is below
        every number, min of nothing above"."""
        if condition.function == "sum":
            return self.total(condition, env)
        found = [(bound[condition.var], body) for bound, body in self.all_of(condition.counted, env)]
        found.sort(key=lambda pair: pair[0])
        values = tuple((value, tuple(body for _, body in group)) for value, group in groupby(found, key=lambda pair: pair[0]))
        told = in_condition(condition, env)
        assert isinstance(told, Extreme)
        atom = ("extreme", naming.absent((told,), {}))
        greatest = condition.function == "max"
        outdoes = {
            (one, two): comparison(number(one), ">" if greatest else "<", number(two))
            for one, _ in values
            for two, _ in values
            if one != two
        }
        as_told = {value: comparison(number(value), condition.op, number(told.right)) for value, _ in values}
        empty = condition.op in ({"<", "<=", "!="} if greatest else {">", ">=", "!="})
        self.program.extremes[atom] = ExtremeNumber(values, outdoes, as_told, empty)
        return atom

    def _unify_all(self, args: list[tuple[str, Term]], values: GroundAtom, env: Env) -> Iterator[tuple[Env, Body]]:
        if not args:
            yield env, ()
            return
        for bound, body in self._unifiers(*args[0], values[0], env):
            for more, rest in self._unify_all(args[1:], values[1:], bound):
                yield more, body + rest

    def _numbers(self, told: str, value: str) -> Iterator[Body]:
        """ "A number with a tolerance is an integer unknown": whether it is some other number, each world decides."""
        if told == value:
            yield ()
        elif not (is_exact(told) and is_exact(value)):
            yield (Number(comparison(number(told), "=", number(value))),)

    def equals(self, values: list[str]) -> tuple[tuple[str, str, Formula], ...]:
        """When two of these numbers, of which not both are exact, are one."""
        pairs = [(one, two) for one, two in combinations(values, 2) if not (is_exact(one) and is_exact(two))]
        return tuple((one, two, comparison(number(one), "=", number(two))) for one, two in pairs)

    def _unifiers(self, role: str, term: Term, value: str, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "P ranges over contents and statement ids; contents are one iff alike after names are resolved": a content with
        variables is tried with all names for them. A statement is met by what it says, in the reading that is taken."""
        told = env.get(term, term) if isinstance(term, str) else "_"
        if role in self.of_numbers and told != "_" and not is_variable(told):
            yield from ((env, body) for body in self._numbers(told, value))
            return
        if isinstance(term, str):
            bound = _unify(term, value, env)
            if bound is not None:
                yield bound, ()
            return
        says = _without_anything(term)
        own = [(under, sentences.term(said, {})) for under, said in self.told_by.get(value, ())]
        free = [name for name in naming.variables((as_condition(says),)) if name not in env]
        for chosen in product(self.names, repeat=len(free)):
            more = {**env, **dict(zip(free, chosen, strict=True))}
            text = sentences.term(says, more)
            kept = {name: more[name] for name in more if not name.startswith(ANYTHING)}
            yield from ((kept, ()) for _ in (text,) if text == value)
            yield from ((kept, under) for under, said in own if text == said)


def otherwise(count: Count | Extreme | Every) -> Condition:
    """What makes a count false that is false for there being too many, or too few or too many; the opposite of an extreme."""
    if isinstance(count, Every):
        return replace(count, negated=False)
    if isinstance(count, Extreme):
        return replace(count, op={"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}[count.op])
    match count.bound:
        case "no":
            return replace(count, bound="at least", number=1)
        case "at most":
            return replace(count, bound="more than")
        case "less than":
            return replace(count, bound="at least")
        case _:
            return AnyOf(((replace(count, bound="less than"),), (replace(count, bound="more than"),)))


ANYTHING = "Anything"


def _without_anything(content: Content, path: str = "") -> Content:
    """With a variable for each `_`; in a count it belongs to the count."""
    if not isinstance(content.says, Atom):
        return content
    args = content.says.args
    made = [
        _without_anything(term, f"{path}{nth}x")
        if isinstance(term, Content)
        else f"{ANYTHING}{path}{nth}"
        if term == "_"
        else term
        for nth, (_, term) in enumerate(args)
    ]
    return Content(Atom(content.says.pred, tuple((role, term) for (role, _), term in zip(args, made, strict=True))))


def _texts_in(content: Content) -> list[str]:
    """What could stand for a variable in a content like this: the terms in it, and the contents in it."""
    says = content.says
    inner = [sentences.term(term, {}) for _, term in says.args] if isinstance(says, Atom) else []
    return [*inner, *naming.all_terms((as_condition(content),))]


def told_by(case: Case) -> dict[str, tuple[tuple[Body, Content], ...]]:
    """Of each statement that tells of one occurrence, or of one fact, and of nothing else but its times: that, as a content;
    of each that only tells how long something lasts, or compares that: so much."""
    found: dict[str, list[tuple[Body, Content]]] = {}
    for one in (*case.statements, *case.hypotheses):
        readings = one.readings if isinstance(one, Statement) else ()
        for nth, says in enumerate([reading.says for reading in readings] or [one.says]):
            under: Body = (Pos(("read", one.id, str(nth))),) if readings else ()
            told = [item for item in says if isinstance(item, Occurs)]
            times = [item for item in says if isinstance(item, Holds)]
            names = {item.subject.of if isinstance(item.subject, End) else item.subject for item in times}
            if len(told) == 1 and len(told) + len(times) == len(says) and names <= {told[0].name or one.id}:
                found.setdefault(one.id, []).append((under, Content(told[0].atom)))
            elif len(says) == 1 and isinstance(says[0], Holds | Compare):
                found.setdefault(one.id, []).append((under, Content(says[0])))
    return {name: tuple(told) for name, told in found.items()}


def _unify(term: str, value: str, env: Env) -> Env | None:
    """The environment in which the term is the value; None if it cannot be."""
    if term == "_":
        return env
    if not is_variable(term):
        return env if term == value else None
    if term in env:
        return env if env[term] == value else None
    return {**env, term: value}
