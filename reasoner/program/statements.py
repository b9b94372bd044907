"""Statements and hypotheses: the guards under which each holds, its readings, and what it claims."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reasoner.language.ir import AllOf, Condition, Endpoint, Holds, Name, Occurs, Var
from reasoner.language.rewrite import find, rewrite
from reasoner.language.shapes import Shape, shape
from reasoner.program.claims import Claims
from reasoner.program.guards import Blame, Trusts, cost
from reasoner.program.imposing import Basis
from reasoner.program.ir import Origin
from reasoner.program.terms import quote, values
from reasoner.program.timed import Scope
from reasoner.program.variables import without_own
from reasoner.program.writer import Writer
from reasoner.theory.ir import Said, Theory
from reasoner.theory.trusts import NOT_GIVEN


@dataclass(slots=True)
class Statements:
    """Compiles what is said, and keeps the prices of the guards that it meets."""

    theory: Theory
    claims: Claims
    blame: Blame
    trusts: Trusts
    prices: dict[str, int]
    shapes_done: set[str] = field(default_factory=set)

    @property
    def writer(self) -> Writer:
        return self.claims.writer

    def compile(self, said: Said) -> None:
        """Write one statement; one that is off holds nowhere, and its names keep their times all the same.

        One without a reading says what nobody said before: what that is stands in the program once it is ground.
        """
        if said.off:
            return
        origin = Origin("hypothesis" if said.supposed else "statement", said.id, said.span)
        holds = f"holds({quote(said.id)})"
        self.writer.rule(holds, (*self._under(said, origin), f"not retracted({quote(said.id)})"), origin)
        for older in said.retracts:
            self.writer.rule(f"retracts({quote(said.id)},{quote(older)})", (holds,), origin)
        if len(said.readings) < 2:
            for reading in said.readings:
                self._claims(said, reading, holds, origin)
            return
        reads = [f"reads({quote(said.id)},{nth})" for nth in range(1, len(said.readings) + 1)]
        self.writer.rule(f"1 {{ {'; '.join(reads)} }} 1", (holds,), origin)
        if said.preferred:
            guard = f"reading({quote(said.id)})"
            self._price(guard, cost(NOT_GIVEN if said.reading_trust is None else said.reading_trust), origin)
            self.writer.rule("", (holds, f"on({guard})", f"not {reads[0]}"), origin)
        for literal, reading in zip(reads, said.readings, strict=True):
            self._claims(said, reading, literal, origin)

    def _claims(self, said: Said, reading: Condition, literal: str, origin: Origin) -> None:
        self.claims.claim(reading, Basis(Scope(said.id, origin), (literal,)))

    def _under(self, said: Said, origin: Origin) -> tuple[str, ...]:
        if said.supposed:
            guard = f"absent({quote(said.id)})"
            trust = NOT_GIVEN if said.trust is None else said.trust
            self._price(guard, cost(trust) if trust < 1 else cost(NOT_GIVEN), origin)
            return (f"not on({guard})",)
        found = self.trusts.guards(said, self.blame)
        for guard, trust in found:
            self._price(guard, cost(trust), origin)
        return tuple(f"on({guard})" for guard, _ in found)

    def _price(self, guard: str, price: int, origin: Origin) -> None:
        self.prices[guard] = min(price, self.prices.get(guard, price))
        self.writer.rule(f"guard({guard})", (), origin)

    # ------------------------------------------------------------ what is said of statements

    def told(self) -> None:
        """`said(S, P) as E`: an event for every link of every chain, at the time of the document or of `said-on`."""
        for said in self.theory.said:
            origin = Origin("statement", said.id, said.span)
            for source in dict.fromkeys(said.chain):
                event = f"said({quote(said.id)},{quote(source)})"
                facts = (f"occurrence({event})", f'kind({event},"said")', f'role({event},"1",{quote(source)})')
                for fact in (*facts, f'role({event},"2",{quote(said.id)})'):
                    self.writer.rule(fact, (), origin)
                self._when_told(said, event, origin)

    def _when_told(self, said: Said, event: str, origin: Origin) -> None:
        if said.document:
            for end in ("s", "e"):
                ends = (f"{end}({event})", f"{end}({quote(said.document)})")
                for left, right in (ends, ends[::-1]):
                    self.writer.rule(f"diff({left},{right},0)", (), origin)
        elif said.said_on is not None:
            start = self.claims.imposing.needs.calendar.origin
            self.writer.rule(f"diff(0,s({event}),{start - said.said_on.first})", (), origin)
            self.writer.rule(f"diff(e({event}),0,{said.said_on.last - start})", (), origin)

    def truths(self) -> None:
        """`true(P)`: whether the content of a statement, or a content that somebody holds, is so in this world."""
        for said in self.theory.said:
            origin = Origin("statement", said.id, said.span)
            for reading in said.readings:
                self._truth(quote(said.id), _loose(reading), Scope(f"true {said.id}", origin))
                self._asserted(quote(said.id), reading, Basis(Scope(said.id, origin), ()))
        contents = self.claims.conditions.values.contents
        while left := [key for key in contents if key not in self.shapes_done]:
            for key in left:
                self.shapes_done.add(key)
                self._shape(contents[key])

    def _shape(self, of: Shape) -> None:
        """All contents of one shape that are there, with variables for what stands in its places."""
        places = tuple(f"P{nth}" for nth in range(1, of.places + 1))
        content = f"content({quote(of.key)},{values(places)})"
        known = {Name(f"${nth}"): Var(name) for nth, name in enumerate(places, 1)}
        says = rewrite(without_own(of.says), lambda node: known.get(node, node) if isinstance(node, Name) else node)
        origin = Origin("content", of.key)
        there = (f"says({content},{content})",) if places else ()
        self._truth(content, says, Scope(f"true that {of.key}", origin, there, frozenset(places), shared=True))
        self._asserted(content, _named(says, content), Basis(Scope(f"that {of.key}", origin, shared=True), (), places))

    def _truth(self, of: str, says: Condition, scope: Scope) -> None:
        body = self.claims.conditions.body((says,), scope)
        self.writer.rule(f"true({of})", (*scope.base, *body.all), scope.origin)

    def _asserted(self, of: str, says: Condition, on: Basis) -> None:
        self.claims.claim(says, replace(on, body=(f"asserted({of})",)))

    def says(self) -> None:
        """What statements say, as contents: as far as a condition asks for contents of that shape."""
        wanted = self.claims.conditions.values.wanted
        for said in self.theory.said:
            origin = Origin("statement", said.id, said.span)
            for nth, reading in enumerate(said.readings, 1):
                under = (f"reads({quote(said.id)},{nth})",) if len(said.readings) > 1 else ()
                for content in own_contents(reading):
                    if shape(content)[0].key in wanted:
                        term = self.claims.conditions.values.content(content)
                        self.writer.rule(f"says({quote(said.id)},{term})", under, origin)


def _loose(says: Condition) -> Condition:
    """What is said of an occurrence as said of any: its name becomes a variable."""
    named = [node.name for node in find(says, Occurs) if isinstance(node.name, Name)]
    own = {name: Var(f"_E{nth}") for nth, name in enumerate(dict.fromkeys(named))}
    return rewrite(says, lambda node: own.get(node, node) if isinstance(node, Name) else node)


def _named(says: Condition, content: str) -> Condition:
    """A content with names for its occurrences, so that it can be made so."""
    if isinstance(says, Occurs) and says.name is None:
        return Occurs(says.atom, Var(f"new({content},1,())"), says.phrase)
    return says


def own_contents(reading: Condition) -> tuple[Condition, ...]:
    """What a statement says as a content: the whole of it, and, where it tells of one occurrence and its times, that occurrence.

    The occurrence is meant with its name and without.
    """
    parts = reading.items if isinstance(reading, AllOf) else (reading,)
    told = [one for one in parts if isinstance(one, Occurs)]
    if len(told) != 1 or not all(one is told[0] or _times_of(one, told[0].name) for one in parts):
        return (reading,)
    plain = replace(told[0], phrase=None)
    return tuple(dict.fromkeys((reading, plain, replace(plain, name=None))))


def _times_of(one: Condition, name: object) -> bool:
    if not isinstance(one, Holds) or name is None:
        return False
    return (one.subject.of if isinstance(one.subject, Endpoint) else one.subject) == name
