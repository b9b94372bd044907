"""Which packs count, and what the dossier changes in their rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reasoner.dossier.ir import Dossier, Pack, Parameter, Rule, RuleChange, Use
from reasoner.language.ir import Name
from reasoner.theory.faults import Faults, did_you_mean


@dataclass(frozen=True, slots=True)
class UsedPack:
    """A pack that counts: its rules that are left in, as changed, and the values told for its parameters."""

    pack: Pack
    rules: tuple[Rule, ...]
    values: tuple[Parameter, ...] = ()


def packs_in_use(dossier: Dossier, faults: Faults) -> tuple[UsedPack, ...]:
    """The packs named in `use:`, in that order; without `use:` all packs read."""
    packs: dict[str, Pack] = {}
    for pack in dossier.packs:
        if packs.setdefault(pack.id, pack) is not pack:
            faults.doubts.doubt_packs()
        _check_rule_ids(pack, faults)
    if dossier.use is None:
        return tuple(UsedPack(pack, pack.rules) for pack in dossier.packs)
    used: dict[str, UsedPack] = {}
    for use in dossier.use:
        if use.pack.id in used:
            faults.error("T011", use.pack.span, f"the pack `{use.pack.id}` is used twice", "write its changes in one entry")
        elif use.pack.id not in packs:
            _unknown(use.pack, packs, faults)
        else:
            used[use.pack.id] = _used(packs[use.pack.id], use, faults)
    return tuple(used.values())


def _unknown(name: Name, packs: Iterable[str], faults: Faults) -> None:
    if not faults.doubts.pack(name.id):
        hint = did_you_mean(name.id, packs, otherwise="give its file or folder among the paths")
        faults.error("T010", name.span, f"no pack that was read is called `{name.id}`", hint)
    faults.doubts.doubt_packs()


def _check_rule_ids(pack: Pack, faults: Faults) -> None:
    seen: dict[str, Rule] = {}
    for rule in pack.rules:
        if rule.id in seen:
            message = f"the rule `{rule.id}` is already there, at {seen[rule.id].span}"
            faults.error("T013", rule.span, message, "give each its own id")
        seen.setdefault(rule.id, rule)


def _used(pack: Pack, use: Use, faults: Faults) -> UsedPack:
    ids = [rule.id for rule in pack.rules]
    without = {_local(name, pack) for name in use.without}
    changes = {_local(change.rule, pack): change for change in use.change}
    for name in (*use.without, *(change.rule for change in use.change)):
        if _local(name, pack) not in ids and not faults.doubts.rule(_local(name, pack)):
            hint = did_you_mean(name.id, ids)
            faults.error("T012", name.span, f"the pack `{pack.id}` has no rule `{name.id}`", hint)
    _check_values(pack, use.values, faults)
    kept = (rule for rule in pack.rules if rule.id not in without)
    rules = tuple(_changed(rule, changes[rule.id]) if rule.id in changes else rule for rule in kept)
    return UsedPack(pack, rules, use.values)


def _local(name: Name, pack: Pack) -> str:
    return name.id.removeprefix(f"{pack.id}/")


def _changed(rule: Rule, change: RuleChange) -> Rule:
    """A trust told in the change makes the rule one that can be given up, unless it says `certain: true` too."""
    trust = rule.trust if change.trust is None else change.trust
    certain = change.certain
    if certain is None:
        certain = rule.certain and change.trust is None
    elif certain and change.trust is None:
        trust = None
    return replace(rule, trust=trust, certain=certain)


def _check_values(pack: Pack, values: Sequence[Parameter], faults: Faults) -> None:
    known = [parameter.id for parameter in pack.parameters]
    for value in values:
        if value.id not in known and not faults.doubts.parameter(value.id, pack.span.file):
            hint = did_you_mean(value.id, known)
            faults.error("T014", value.span, f"the pack `{pack.id}` has no parameter `{value.id}`", hint)
