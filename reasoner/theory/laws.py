"""Rules, ready to compile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reasoner.dossier.ir import Rule
from reasoner.language.ir import AllOf, Condition
from reasoner.theory.faults import Faults, place_of
from reasoner.theory.frame import Frame
from reasoner.theory.ir import Law
from reasoner.theory.ordinals import spelled_out
from reasoner.theory.own import owned
from reasoner.theory.packs import UsedPack
from reasoner.theory.parameters import Values, given_to, values_of
from reasoner.theory.trusts import NORM


@dataclass(frozen=True, slots=True)
class Written:
    """A law beside the rule that it was made of, whose texts it does not carry."""

    law: Law
    rule: Rule
    parameters: tuple[str, ...] = ()


def laws(packs: Iterable[UsedPack], values: Values, frame: Frame) -> tuple[Written, ...]:
    """The rules of all packs that count; `values` are the dossier's parameters. Ids that clash become `pack/rule`."""
    used = tuple(packs)
    clashes = {id_ for id_, count in Counter(rule.id for one in used for rule in one.rules).items() if count > 1}
    return tuple(written for one in used for written in _of_pack(one, values, frame, clashes))


def _of_pack(used: UsedPack, values: Values, frame: Frame, clashes: Iterable[str]) -> list[Written]:
    own = values_of(used.pack.parameters, {}, frame.faults)
    told = given_to(used.pack.id, own, used.values, values, frame.faults)
    inner = replace(frame, values=own | told, home=used.pack.span.file)
    names = tuple(inner.values)
    return [
        Written(_law(rule, f"{used.pack.id}/{rule.id}" if rule.id in clashes else rule.id, inner), rule, names)
        for rule in used.rules
    ]


def _law(rule: Rule, id_: str, frame: Frame) -> Law:
    certain = rule.certain or rule.trust == 1
    _check_norm(rule, frame.faults)
    law = Law(
        id_,
        rule.pack,
        given=_read(rule.given, frame),
        unless=_read(rule.unless, frame),
        then=_apart(_read(rule.then, frame)),
        never=_read(rule.never, frame),
        must=_read(rule.must, frame),
        asp=rule.asp,
        defines=rule.defines,
        norm=rule.norm,
        kept=not certain and not rule.norm,
        off=rule.trust == 0,
        trust=NORM if rule.norm and rule.trust is None else rule.trust,
        asp_at=rule.asp_at,
        defines_at=place_of(rule.places, "defines", rule.span),
        span=rule.span,
    )
    return owned(law)


def _read(conditions: tuple[Condition, ...], frame: Frame) -> tuple[Condition, ...]:
    return spelled_out(frame.read(conditions), frame.faults, stated=False)


def _apart(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """What `and` joins, one by one."""
    return tuple(part for one in conditions for part in (_apart(one.items) if isinstance(one, AllOf) else (one,)))


def _check_norm(rule: Rule, faults: Faults) -> None:
    if rule.norm and (rule.certain or rule.trust == 1):
        message = f"`{rule.id}` is a norm, which can be broken, and certain"
        faults.error("T056", place_of(rule.places, "norm", rule.span), message, "leave out `certain`, or `norm`")
    elif rule.norm and not (rule.never or rule.must or faults.doubts.lines(rule.span)):
        faults.error(
            "T056",
            place_of(rule.places, "norm", rule.span),
            f"`{rule.id}` is a norm, but says nothing that ought to be",
            "a norm has `never` or `must`",
        )
