"""Reads the entries of a dossier file: things, sources, statements, and what is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reasoner.diagnostics import Span
from reasoner.dossier import values
from reasoner.dossier.faults import Faults
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Contradiction, Hypothesis, Query, Scenario, Source, Thing
from reasoner.dossier.nodes import Scalar, Sequence
from reasoner.language.ir import AllOf, Condition, Name, OnDate
from reasoner.language.words import WEEKDAYS

T = TypeVar("T")

NOTHING = AllOf(())
"""What an entry says whose sentence could not be read."""

_ANSWERS = ("certain", "possible", "refuted", "AR", "brave", "IAR")


def listed(field: Field, reader: Callable[[Field], T | None]) -> tuple[T, ...]:
    """What the reader makes of each entry of a list."""
    found: list[T] = []
    for item in field.items():
        since = field.faults.gaps
        entry = reader(item)
        field.faults.belong(since, entry=getattr(entry, "span", item.span))
        if entry is not None:
            found.append(entry)
    return tuple(found)


def nested(field: Field, reader: Callable[[Field], T | None]) -> tuple[T, ...]:
    """As `listed`, for a list in an entry: what cannot be read in it is missing under its key."""
    since = field.faults.gaps
    found = listed(field, reader)
    field.faults.belong(since, key=field.key)
    return found


def keyed(field: Field, reader: Callable[[Name, Field], T | None]) -> tuple[T, ...]:
    """What the reader makes of each `id: {..}` of a mapping."""
    found: list[T] = []
    for key, value in field.entries():
        since = field.faults.gaps
        entry = reader(key_of(key, field.faults), value)
        field.faults.belong(since, entry=key.span)
        if entry is not None:
            found.append(entry)
    return tuple(found)


def opened(field: Field, known: tuple[str, ...], what: str) -> tuple[Fields, Name]:
    """The keys of an entry of a list, and its id."""
    fields = Fields(field, known, what)
    id_: Name | None = fields.need("id", values.name, "every entry has a name: `- id: ..`")
    return fields, id_ or Name(stand_in(fields.span), fields.span)


def key_of(key: Scalar, faults: Faults) -> Name:
    """The id of an entry that stands under it."""
    return values.id_of(key, Field("id", key, faults)) or Name(stand_in(key.span), key.span)


def stand_in(span: Span) -> str:
    """What an entry goes by whose id could not be read, so that the rest of it is judged all the same; it is no name."""
    return str(span)


# ---------------------------------------------------------------- things and sources


def thing(section: str) -> Callable[[Name, Field], Thing]:
    """Makes the reader for the actors, the places or the documents."""
    known = ("name", "kind", "also") + (("dated",) if section == "document" else ())

    def reader(id_: Name, field: Field) -> Thing:
        fields = Fields(field, known, f"{'an' if section == 'actor' else 'a'} {section}")
        kind = fields.maybe("kind", values.name)
        return Thing(
            id_.id,
            section,
            name=fields.read("name", values.text, ""),
            kind=kind.id if kind else "",
            also=fields.read("also", values.texts, ()),
            dated=fields.read("dated", values.when, ()),
            places=fields.places("kind"),
            span=id_.span,
        )

    return reader


def source(id_: Name, field: Field) -> Source:
    fields = Fields(field, ("name", "trust", "of"), "a source")
    return Source(
        id_.id,
        name=fields.read("name", values.text, ""),
        trust=fields.maybe("trust", values.trust),
        of=fields.maybe("of", values.name),
        span=id_.span,
    )


# ---------------------------------------------------------------- the days that are worked


def weekend(field: Field) -> tuple[str, ...] | None:
    """Days of the week, fewer than all seven."""
    days = tuple(dict.fromkeys(nested(field, values.one_of(WEEKDAYS))))
    if len(days) == len(WEEKDAYS):
        field.remark("D049", "with such a weekend no day is worked", "leave out the days that are")
        return None
    return days


def holiday(field: Field) -> OnDate | None:
    """A day, or days, on which nobody works."""
    found = values.date(field)
    return None if found is None else OnDate(found, field.span)


# ---------------------------------------------------------------- hypotheses and contradictions


def hypothesis(field: Field) -> Hypothesis | None:
    fields, id_ = opened(field, ("id", "says", "when", "implied-by", "likely", "text", "note"), "a hypothesis")
    says: Condition | None = fields.need("says", values.condition)
    when = fields.read("when", values.when, ())
    implied_by = fields.read("implied-by", values.names, ())
    likely = fields.maybe("likely", values.share)
    text, note = fields.read("text", values.text, ""), fields.read("note", values.text, "")
    if not fields.opened:
        return None
    return Hypothesis(id_.id, says or NOTHING, when, implied_by, likely, text, note, id_.span)


def contradiction(field: Field) -> Contradiction | None:
    known = ("id", "by", "between", "because", "needs", "dilemma", "at", "text", "note")
    fields, id_ = opened(field, known, "a contradiction")
    found = Contradiction(
        id_.id,
        by=fields.read("by", values.names, ()),
        between=fields.read("between", values.rule_names, ()),
        because=fields.read("because", values.rule_names, ()),
        needs=fields.read("needs", values.rule_names, ()),
        dilemma=fields.read("dilemma", values.rule_names, ()),
        at=fields.read("at", values.text, ""),
        text=fields.read("text", values.text, ""),
        note=fields.read("note", values.text, ""),
        span=id_.span,
    )
    if fields.opened:
        _check_horns(fields)
    return found if fields.opened else None


def _check_horns(fields: Fields) -> None:
    between, dilemma = fields.get("between"), fields.get("dilemma")
    if fields.misses("between", "dilemma") or (between and dilemma):
        message = "a contradiction is either `between` statements or a `dilemma`" + (", not both" if between else "")
        fields.faults.error("D055", fields.span, message, "write `between: [one, other]` or `dilemma: [one, other]`")
    if between and isinstance(between.node, Sequence) and not 1 <= len(between.node.items) <= 2:
        between.remark(
            "D055", "a contradiction is between one statement and the rest, or between two", "name the others under `because`"
        )
    if dilemma and isinstance(dilemma.node, Sequence) and len(dilemma.node.items) < 2:
        dilemma.remark("D055", "a dilemma has at least two horns", "for one statement alone write `between`")


# ---------------------------------------------------------------- queries and scenarios


def query(field: Field) -> Query | None:
    fields, id_ = opened(field, ("id", "ask", "expect", "text"), "a query")
    ask: Condition | None = fields.need("ask", values.condition)
    expect = fields.read("expect", values.one_of(_ANSWERS), "")
    text = fields.read("text", values.text, "")
    return Query(id_.id, ask or NOTHING, expect, text, id_.span) if fields.opened else None


def scenario(id_: Name, field: Field) -> Scenario:
    fields = Fields(field, ("accept", "adopt", "reject", "read"), "a scenario")
    return Scenario(
        id_.id,
        accept=fields.read("accept", values.rule_names, ()),
        adopt=fields.read("adopt", values.names, ()),
        reject=fields.read("reject", values.rule_names, ()),
        read=fields.read("read", _readings_chosen, ()),
        span=id_.span,
    )


def _readings_chosen(field: Field) -> tuple[tuple[Name, Name], ...]:
    """`{stamp: the stamp is in UTC}`: for a statement the name of one of its readings."""
    return keyed(field, _reading_chosen)


def _reading_chosen(id_: Name, field: Field) -> tuple[Name, Name] | None:
    chosen = values.text(field)
    return None if chosen is None else (id_, Name(chosen, field.span))


def at(field: Field) -> tuple[str, Name | None] | None:
    """`memo-1, paragraph 2`: the whole of it, and the document if the first part is a name."""
    found = values.text(field)
    if found is None:
        return None
    scalar = field.node
    assert isinstance(scalar, Scalar)
    first = found.split(",")[0].rstrip()
    document = Name(first, scalar.text.span(0, len(first))) if values.NAME.fullmatch(first) else None
    return found, document
