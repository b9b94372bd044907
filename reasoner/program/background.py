"""The rules that every program has: guards, kinds, identity, occurrences, inertia, times."""

from __future__ import annotations

from types import MappingProxyType

from reasoner.dossier.ir import Form, Mark
from reasoner.program.comparisons import Comparisons
from reasoner.program.identities import Identities
from reasoner.program.ir import Origin
from reasoner.program.moments import FOREVER, Calendar
from reasoner.program.own_names import write_own
from reasoner.program.single_values import functional, one_value, told_kinds
from reasoner.program.terms import quote
from reasoner.program.writer import Writer
from reasoner.theory.ir import Signature, Sort, Theory

_ENGINE = Origin("the engine")

_GUARDS = ("{ on(G) } :- guard(G)", "supposed(P,V) :- guard(absent(P,V)), not on(absent(P,V))")

_SWITCHED = ("{ on(G) } :- guard(G), not off(G)", _GUARDS[1])
"""Where some guards are switched off; `off` and `adopts` are told when the program is ground."""

_ADOPTED = ("supposed(P,V) :- adopts(S,P,V), holds(S)",)

_IDENTITY = (
    "same(X,Y) :- is(X,Y), X != Y",
    "same(Y,X) :- same(X,Y)",
    "same(X,Z) :- same(X,Y), same(Y,Z), X != Z",
    "kind(Y,K) :- kind(X,K), same(X,Y)",
    "role(Y,R,V) :- role(X,R,V), same(X,Y)",
    "role(O,R,W) :- role(O,R,V), same(V,W)",
    "diff(s(X),s(Y),0) :- same(X,Y), occurrence(X), occurrence(Y)",
    "diff(e(X),e(Y),0) :- same(X,Y), occurrence(X), occurrence(Y)",
)

_DENIED = ("denies(D,R,W) :- denies(D,R,V), same(V,W)",)
"""Of use where something asks for a denial, by any name of what it tells of."""

_EQUAL = ("equal(X,Y) :- same(X,Y)", "equal(X,X) :- named(X)", "named(O) :- kind(O,K)")

_INERTIA = (
    "dom(s(T),s(E),0) :- terminates(E,T)",
    "stops(E,T) :- terminates(E,T), le(s(T),s(E),0)",
    "diff(e(T),s(E),0) :- stops(E,T)",
    "1 { last(T,E) : stops(E,T) } 1 :- initiated(T), stops(_,T)",
    "diff(s(E),e(T),0) :- last(T,E)",
    f"diff({FOREVER},e(T),0) :- initiated(T), not stops(_,T)",
)

_TIMES = (
    "diff(s(O),e(O),0) :- occurrence(O)",
    "{ le(X,Y,K) } :- dom(X,Y,K)",
    "{ le(X,Y,K,T) } :- dom(X,Y,K,T)",
)

_MONTHS = (
    "dom(0,P,-F) :- from(M,W,P,I,F)",
    "dom(P,0,U) :- upto(M,W,P,I,U)",
    "piece(M,W,P,I) :- length(M,W,P,I,_,_), le(0,P,-F) : from(M,W,P,I,F); le(P,0,U) : upto(M,W,P,I,U)",
)

_DAYS = (
    "dom(0,P,-F) :- day(X,Y,F,_), P = (X;Y)",
    "dom(P,0,L) :- day(X,Y,_,L), P = (X;Y)",
    "together(X,Y) :- day(X,Y,F,L), le(0,X,-F), le(X,0,L), le(0,Y,-F), le(Y,0,L)",
    "dom(P,0,K) :- early(X,Y,K), P = (X;Y)",
    "dom(0,P,-K) :- late(X,Y,K), P = (X;Y)",
    "outside(X,Y) :- early(X,Y,K), le(X,0,K), le(Y,0,K)",
    "outside(X,Y) :- late(X,Y,K), le(0,X,-K), le(0,Y,-K)",
    "dom(X,Y,K) :- nearby(X,Y,M), K = (0;M)",
    "dom(Y,X,K) :- nearby(X,Y,M), K = (0;M)",
    "{ oneday(X,Y) } :- nearby(X,Y,_)",
    "oneday(X,Y) :- oneday(Y,X), nearby(X,Y,_)",
    "together(X,Y) :- nearby(X,Y,_), outside(X,Y), le(X,Y,0), le(Y,X,0)",
    "together(X,Y) :- nearby(X,Y,M), outside(X,Y), oneday(X,Y), le(X,Y,M), le(Y,X,M)",
)
"""On one day: day by day where one of the two has dates, else less than a day apart."""


_ON_DAY = (
    "{ onday(P,K) } :- need(onday(P,K))",
    "dom(0,P,-F) :- run(P,_,F,_,_)",
    "dom(P,0,L) :- run(P,_,_,L,_)",
    " :- run(P,K,F,L,yes), le(0,P,-F), le(P,0,L), not onday(P,K)",
    " :- run(P,K,F,L,no), le(0,P,-F), le(P,0,L), onday(P,K)",
    "need(kinds(K,J)) :- need(onday(P,K)), need(onday(P,J)), K != J",
    " :- apart(K,J), onday(P,K), onday(P,J)",
    " :- implies(K,J), onday(P,K), need(onday(P,J)), not onday(P,J)",
)
"""A Thursday, a 16th of March: whether a moment lies on one is known where it has dates, and it is on no two that exclude each other."""

_BESIDE = (
    "dom(0,P,-F) :- near(beside(_,_,_,P),F,_,_,_)",
    "dom(P,0,L) :- near(beside(_,_,_,P),_,L,_,_)",
    "diff(0,s(D),-A) :- near(D,F,_,A,_), D = beside(_,_,_,P), le(0,P,-F)",
    "diff(0,e(D),-B) :- near(D,F,_,_,B), D = beside(_,_,_,P), le(0,P,-F)",
    "diff(s(D),0,A) :- near(D,_,L,A,_), D = beside(_,_,_,P), le(P,0,L)",
    "diff(e(D),0,B) :- near(D,_,L,_,B), D = beside(_,_,_,P), le(P,0,L)",
    "dom(P,0,K) :- earlier(beside(_,_,_,P),K)",
    "dom(0,P,-K) :- later(beside(_,_,_,P),K)",
    "dom(0,P,-F) :- between(beside(_,_,_,P),F,_)",
    "dom(P,0,L) :- between(beside(_,_,_,P),_,L)",
    "beyond(D) :- earlier(D,K), D = beside(_,_,_,P), le(P,0,K)",
    "beyond(D) :- later(D,K), D = beside(_,_,_,P), le(0,P,-K)",
    "beyond(D) :- between(D,F,L), D = beside(_,_,_,P), le(0,P,-F), le(P,0,L)",
    "diff(X,Y,K) :- astray(X,Y,K,D), beyond(D)",
    "need(both(D,E)) :- need(D), need(E), D = beside(_,_,_,P), E = beside(_,_,_,P), D < E",
)
"""A day that is counted from an end: `days.py` says which it is."""


_CALENDAR = MappingProxyType({"months": _MONTHS, "days": _DAYS, "onday": _ON_DAY, "beside": _BESIDE})
"""What is asked of the calendar, by the word for it."""


def _whole(scale: int) -> tuple[str, ...]:
    """Numbers that are counted differ by whole numbers: a bound between two of them that holds, or does not, is the next whole one."""
    floor = f"F = K-(((K\\{scale})+{scale})\\{scale})"
    return (
        "whole(0)",
        f"diff(X,Y,F) :- le(X,Y,K), whole(X), whole(Y), {floor}, F < K",
        f"diff(Y,X,-F-{scale}) :- dom(X,Y,K), not le(X,Y,K), whole(X), whole(Y), {floor}, F+{scale} > K+1",
    )


THEORY = (
    "&diff { X - Y } <= K :- diff(X,Y,K)",
    "&diff { X - Y } <= K :- diff(X,Y,K,T)",
    "&diff { X - Y } <= K :- le(X,Y,K)",
    "&diff { X - Y } <= K :- le(X,Y,K,T)",
    "&diff { Y - X } <= -K-1 :- dom(X,Y,K), not le(X,Y,K)",
    "&diff { Y - X } <= -K-1 :- dom(X,Y,K,T), not le(X,Y,K,T)",
)
"""What bounds mean to clingo-dl; `ground/` leaves these out and hands the bounds on itself."""


def names(theory: Theory, writer: Writer) -> None:
    """Kinds of declared things, and the names that are occurrences."""
    for named in theory.names:
        origin = Origin(named.sort.value, named.id, named.span)
        if named.sort in {Sort.ACTOR, Sort.PLACE, Sort.DOCUMENT}:
            for kind in (named.sort.value, *named.kinds):
                writer.rule(f"kind({quote(named.id)},{quote(kind)})", (), origin)
        if named.sort in {Sort.OCCURRENCE, Sort.DOCUMENT}:
            writer.rule(f"occurrence({quote(named.id)})", (), origin)


def vocabulary(theory: Theory, comparisons: Comparisons) -> None:
    """Kinds of kinds, and what the marks of predicates make true."""
    signatures = {signature.id: signature for signature in theory.signatures}
    told, writer = told_kinds(theory), comparisons.timed.writer
    for signature in theory.signatures:
        origin = Origin("vocabulary", signature.id)
        word = quote(signature.id)
        variables = [f"X{nth}" for nth in range(1, len(signature.roles) + 1)]
        args = "".join(f",{name}" for name in variables)
        above = signature.above[1:2]
        for kind in above:
            if signature.form is Form.FACT and kind in signatures:
                writer.rule(f"fact({quote(kind)}{args})", (f"fact({word}{args})",), origin)
            else:
                writer.rule(f"kind(O,{quote(kind)})", (f"kind(O,{word})",), origin)
        if signature.form is Form.FACT:
            _fact_marks(signature, writer, origin)
        elif signature.has(Mark.SYMMETRIC) and not any(signatures[k].has(Mark.SYMMETRIC) for k in above if k in signatures):
            one, other = (quote(role.name) for role in signature.roles[:2])
            roles = (f"kind(O,{word})", f"role(O,{one},X)", f"role(O,{other},Y)")
            writer.rule(f"pair(O,{word},X,Y)", roles, origin)
            writer.rule(f"pair(O,{word},Y,X)", (f"pair(O,{word},X,Y)",), origin)
        functional(signature, comparisons, origin)
        one_value(signature, told, writer, origin)


def _fact_marks(signature: Signature, writer: Writer, origin: Origin) -> None:
    word = quote(signature.id)
    if signature.has(Mark.SYMMETRIC):
        writer.rule(f"fact({word},Y,X)", (f"fact({word},X,Y)",), origin)
    if signature.has(Mark.TRANSITIVE):
        writer.rule(f"fact({word},X,Z)", (f"fact({word},X,Y)", f"fact({word},Y,Z)"), origin)
    if signature.has(Mark.REFLEXIVE):
        writer.rule(f"fact({word},X,X)", (f"kind(X,{quote(signature.roles[0].type)})",), origin)


def _guarding(theory: Theory) -> tuple[str, ...]:
    """What is on, and what is supposed."""
    chosen = theory.printed
    return (*(_SWITCHED if chosen.without or chosen.only else _GUARDS), *(_ADOPTED if chosen.adopt else ()))


def engine(calendar: Calendar, known: Identities, writer: Writer, *, scale: int) -> None:
    """By which names things were said, and the fixed rules, as far as the program so far uses them."""
    theory = calendar.theory
    write_own(theory, known, writer)
    used = writer.words()

    def write(rules: tuple[str, ...]) -> None:
        for rule in rules:
            head, _, body = rule.partition(" :- ")
            writer.rule(head, (body,) if body else (), _ENGINE)

    write((*_guarding(theory), *(_DENIED if "asked" in used else ()), *(_whole(scale) if "whole" in used else ())))
    if "equal" in used:
        write(_EQUAL)
        for named in theory.names:
            if named.sort is not Sort.STATEMENT:
                writer.rule(f"named({quote(named.id)})", (), _ENGINE)
    if "is" in used or "same" in used:
        write(_IDENTITY)
        _facts_by_identity(theory, writer)
    if "terminates" in used or "initiated" in used:
        write(_INERTIA)
    for word, rules in _CALENDAR.items():
        if word in used:
            write(rules)
    if FOREVER in used or "initiated" in used:
        writer.rule(f"diff(e(O),{FOREVER},0)", ("occurrence(O)",), _ENGINE)
        if calendar.told.last is not None:
            writer.rule(f"diff(0,{FOREVER},{calendar.origin - calendar.told.last})", (), _ENGINE)
    write(_TIMES)


def _facts_by_identity(theory: Theory, writer: Writer) -> None:
    for signature in theory.signatures:
        if signature.form is not Form.FACT:
            continue
        variables = [f"X{nth}" for nth in range(1, len(signature.roles) + 1)]
        for place, name in enumerate(variables):
            other = [*variables[:place], "Y", *variables[place + 1 :]]
            word = quote(signature.id)
            body = (f"fact({','.join([word, *variables])})", f"same({name},Y)")
            writer.rule(f"fact({','.join([word, *other])})", body, _ENGINE)
