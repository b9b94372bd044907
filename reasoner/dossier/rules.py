"""Reads the rules of a pack with their tests, and how a dossier uses packs."""

from __future__ import annotations

from fractions import Fraction

from reasoner.dossier import values
from reasoner.dossier.facts import listed, nested, opened
from reasoner.dossier.faults import shown
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Rule, RuleChange, RuleTest, Use, Verdict
from reasoner.dossier.nodes import Scalar, Sequence
from reasoner.dossier.parameters import parameters
from reasoner.dossier.statements import check_certain
from reasoner.language.ir import Name
from reasoner.times.ir import Clock

_CONCLUSIONS = ("then", "never", "must", "asp")
_KEYS = ("id", "text", "note", "given", "unless", *_CONCLUSIONS, "defines", "norm", "trust", "certain", "tests")
_VERDICTS = {
    "certain": Verdict.CERTAIN,
    "tension": Verdict.TENSION,
    "conditional": Verdict.CONDITIONAL,
    "nothing": Verdict.NONE,
}


def rule(field: Field, pack: str) -> Rule | None:
    """One entry of `rules:`; None where it has no keys."""
    fields, id_ = opened(field, _KEYS, "a rule")
    found = Rule(
        id_.id,
        pack,
        given=fields.read("given", values.conditions, ()),
        unless=fields.read("unless", values.conditions, ()),
        then=fields.read("then", values.conditions, ()),
        never=fields.read("never", values.conditions, ()),
        must=fields.read("must", values.conditions, ()),
        asp=fields.read("asp", _block, ""),
        defines=fields.read("defines", _defined, ()),
        norm=fields.read("norm", values.truth, default=False),
        trust=fields.maybe("trust", values.trust),
        certain=fields.read("certain", values.truth, default=False),
        text=fields.read("text", values.text, ""),
        note=fields.read("note", values.text, ""),
        tests=fields.read("tests", _tests, ()),
        text_at=fields.maybe("text", values.raw),
        asp_at=fields.maybe("asp", values.raw),
        places=(*fields.heads("norm"), *fields.places("defines")),
        span=id_.span,
    )
    if fields.opened:
        _check(fields, id_)
    return found if fields.opened else None


def _check(fields: Fields, id_: Name) -> None:
    told = [key for key in _CONCLUSIONS if key in fields]
    if fields.misses(*_CONCLUSIONS):
        hint = "it needs one of `then`, `never`, `must`, `asp`"
        fields.faults.error("D070", id_.span, "this rule concludes nothing", hint)
        fields.faults.lose("never", None)
    if len(told) > 1:
        message = f"a rule has one conclusion, not {' and '.join(f'`{key}`' for key in told)}"
        fields.faults.error("D070", id_.span, message, "make a rule of each")
    if told == ["asp"]:
        for key in ("given", "unless"):
            field = fields.get(key)
            if field:
                field.remark("D072", f"`{key}` has no meaning beside `asp`", "write it in the block")
    defines = fields.get("defines")
    if defines and "asp" not in told:
        defines.remark("D072", "`defines` goes with `asp`", "leave it out")
    check_certain(fields)


def _block(field: Field) -> str | None:
    found = values.raw(field)
    return found.value if found else None


def _defined(field: Field) -> tuple[str, ...]:
    return tuple(name.id for name in values.names(field) or ())


# ---------------------------------------------------------------- tests


def _tests(field: Field) -> tuple[RuleTest, ...]:
    return nested(field, _test)


def _test(field: Field) -> RuleTest | None:
    fields = Fields(field, ("name", "facts", "expect", "members", "reported", "clock"), "a test")
    if not fields.opened:
        return None
    facts = fields.need("facts", values.conditions)
    expect = fields.need("expect", values.one_of(tuple(_VERDICTS)), f"one of: {', '.join(_VERDICTS)}")
    members = fields.maybe("members", _members)
    reported = fields.maybe("reported", values.date)
    clock = fields.maybe("clock", values.one_of_enum(Clock))
    name = fields.read("name", values.text, "")
    _check_members(fields)
    if not facts or expect is None:
        return None
    return RuleTest(facts, _VERDICTS[expect], members, reported, name, clock, fields.span)


def _members(field: Field) -> tuple[int, ...] | None:
    found = listed(field, values.whole)
    return found if isinstance(field.node, Sequence) else None


def _check_members(fields: Fields) -> None:
    facts, members = fields.get("facts"), fields.get("members")
    if not facts or not members or not isinstance(members.node, Sequence):
        return
    count = len(facts.node.items) if isinstance(facts.node, Sequence) else 1
    for member in members.items():
        if values.WHOLE.fullmatch(member.word) and not 1 <= int(member.word) <= count:
            message = f"there is no line {member.word} among the facts of this test"
            member.remark("D071", message, f"they are counted from 1 to {count}")


# ---------------------------------------------------------------- use


def use(field: Field) -> Use | None:
    """One entry of `use:`."""
    if isinstance(field.node, Scalar) and field.word:
        field.error("D023", "an entry of `use` has keys", f"write `- pack: {shown(field.word)}`")
        return None
    fields = Fields(field, ("pack", "with", "without", "change"), "an entry of `use`")
    pack = fields.need("pack", values.name)
    given = fields.read("with", parameters, ())
    without = fields.read("without", values.rule_names, ())
    change = fields.read("change", _changes, ())
    return Use(pack, given, without, change, pack.span) if pack else None


def _changes(field: Field) -> tuple[RuleChange, ...]:
    found = []
    for key, value in field.entries():
        rule_ = values.rule_name(value.at(key))
        fields = Fields(value, ("trust", "certain"), "a changed rule")
        trust: Fraction | None = fields.maybe("trust", values.trust)
        certain: bool | None = fields.maybe("certain", values.truth)
        check_certain(fields)
        if rule_:
            found.append(RuleChange(rule_, trust, certain, key.span))
    return tuple(found)
