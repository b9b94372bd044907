"""Reads the entries of `statements:` with their readings."""

from __future__ import annotations

from reasoner.dossier import values
from reasoner.dossier.facts import NOTHING, at, nested, opened
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Reading, Statement
from reasoner.dossier.nodes import Broken
from reasoner.language.ir import Condition

_KEYS = (
    *("id", "says", "when", "readings", "prefer", "sources", "at", "said-on", "trust", "certain", "retracts"),
    *("text", "note"),
)


def statement(field: Field) -> Statement | None:
    """One entry; None where it has no keys."""
    fields, id_ = opened(field, _KEYS, "a statement")
    place, document = fields.read("at", at, ("", None))
    readings = fields.read("readings", _readings, ())
    found = Statement(
        id_.id,
        says=fields.maybe("says", values.condition),
        when=fields.read("when", values.when, ()),
        readings=readings,
        prefer=fields.read("prefer", _prefer, default=True),
        sources=fields.read("sources", values.names, ()),
        document=document,
        at=place,
        said_on=fields.maybe("said-on", values.date),
        trust=fields.maybe("trust", values.trust),
        certain=fields.read("certain", values.truth, default=False),
        retracts=fields.read("retracts", values.names, ()),
        text=fields.read("text", values.text, ""),
        note=fields.read("note", values.text, ""),
        places=fields.places("said-on"),
        span=id_.span,
    )
    if fields.opened:
        _check(fields, readings)
        check_certain(fields)
    return found if fields.opened else None


def _check(fields: Fields, readings: tuple[Reading, ...]) -> None:
    choice = fields.get("readings")
    if choice is None:
        if fields.misses("says", "readings"):
            fields.faults.error("D050", fields.span, "a statement needs `says` or `readings`", "write what is said: `says: ..`")
            fields.faults.lose("says", None)
        prefer = fields.get("prefer")
        if prefer:
            prefer.error("D052", "`prefer` goes with `readings`", "leave it out")
        return
    if not isinstance(choice.node, Broken) and len(list(choice.items())) < 2:
        choice.remark("D051", "a choice has two or more readings", "for a single one write `says` and `when`")
    if "says" in fields and readings and all(reading.says is not None for reading in readings):
        message = "every reading says its own, so that the `says` of the statement is never read"
        fields.faults.error("D051", fields.span, message, "leave it out, or give it as a reading of its own")
    names: set[str] = set()
    for reading in readings:
        if reading.says is None and fields.misses("says") and reading.when:
            message = "this reading does not say what is so"
            fields.faults.error("D051", reading.span, message, "write `says` in each reading, or once in the statement")
            fields.faults.lose("says", None)
        if reading.name and reading.name in names:
            fields.faults.error("D051", reading.span, f"two readings are named `{reading.name}`", "give each its own name")
        names.add(reading.name)


def check_certain(fields: Fields) -> None:
    """What is certain has no trust to weigh."""
    trust, certain = fields.get("trust"), fields.read("certain", _silently_true, default=False)
    if trust and certain:
        trust.error("D053", "what is `certain: true` takes no `trust`", "leave one of them out")


def _silently_true(field: Field) -> bool:
    return field.word == "true"


def _readings(field: Field) -> tuple[Reading, ...]:
    return nested(field, _reading)


def _reading(field: Field) -> Reading | None:
    fields = Fields(field, ("says", "when", "name", "trust"), "a reading")
    if fields.misses("says", "when"):
        fields.faults.error("D051", fields.span, "a reading needs `says` or `when`")
        fields.faults.lose("readings", None)
        return None
    says: Condition | None = fields.maybe("says", values.condition)
    return Reading(
        says=says if says is not None or fields.misses("says") else NOTHING,
        when=fields.read("when", values.when, ()),
        name=fields.read("name", values.text, ""),
        trust=fields.maybe("trust", values.trust),
        span=fields.span,
    )


def _prefer(field: Field) -> bool | None:
    """`none`: no reading is preferred, all are open."""
    found = values.raw(field)
    if found is None:
        return None
    if found.value != "none":
        field.error("D052", "`prefer` takes only `none`", "the first reading is the preferred one: put it first")
    return found.value != "none"
