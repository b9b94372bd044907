"""What a case says and asks of numbers: single ones, the greatest and the least, lengths, and contents that count or measure."""

from __future__ import annotations

from collections.abc import Iterator

from property.cases import (
    Atom,
    Case,
    Compare,
    Conditions,
    Content,
    Count,
    Extreme,
    Holds,
    Lasting,
    Not,
    Occurs,
    Phrase,
    Rough,
    Rule,
)

OPS = ("<", "<=", ">", ">=", "=", "!=")
PLACES = ("given", "never", "must", "unless")
NUMBERS = (
    *(f"{function} {op}" for function in ("max", "min") for op in OPS),
    *(f"sum {op}" for op in OPS),
    *(f"sum in given: {op}" for op in ("<=", ">=", "=", "!=")),
    *(f"sum: {what}" for what in ("at some time", "held against a number", "of what has no name")),
    *(f"extreme in {place}" for place in PLACES),
    *(f"extreme in given: {function} {op}" for function in ("max", "min") for op in ("<=", ">=", "=", "!=")),
    *(f"extreme: {what}" for what in ("of exact numbers", "of unknowns", "at some time", "of none", "held against a number")),
    *(f"compared: {op}" for op in OPS),
    "compared: a sum",
    *(f"number: {how}" for how in ("exact", "about", "\u00b1", "..", "at least", "more than", "at most", "less than")),
    *(f"length: {what}" for what in ("compared", "so many times", "lasts N")),
    "a number that may be supposed",
    *(f"number of a rule's own in {place}" for place in PLACES),
    *(f"one number in two places: {place}" for place in PLACES),
    "different numbers counted",
    *(f"denied number {how}" for how in ("said", "asked")),
    *(f"one value: {form} with an unknown" for form in ("fact", "state")),
    *(f"content: {kind} {where}" for kind in ("count", "extreme", "lasts", "length") for where in ("said", "asked")),
    *("content: count made", "content: an event of its own", "content: length met by a statement"),
)


def numbers(case: Case) -> set[str]:
    found = {name for statement in case.statements for name in _told(statement.says)}
    found |= {name for rule in case.rules for place in PLACES for name in _asked(rule, place, case)}
    for rule in case.rules:
        found |= {"content: count made" for content in _contents(rule.then) if isinstance(content.says, Count)}
    found |= {name for rule in case.rules for name in _alike(rule)}
    found |= _one_value(case)
    held = {one.id for one in case.statements if len(one.says) == 1 and isinstance(one.says[0], Holds | Compare)}
    terms = {term for one in case.statements for says in one.says if isinstance(says, Occurs) for _, term in says.atom.args}
    if any(isinstance(one.says, Count) and len(one.says.counted) > 1 for rule in case.rules for one in _contents(rule.given)):
        found.add("content: an event of its own")
    if held & terms and found & {"content: lasts asked", "content: length asked"}:
        found.add("content: length met by a statement")
    return found


def _alike(rule: Rule) -> Iterator[str]:
    """Where a number is compared without a sign of comparison."""
    known: set[str] = set()
    for place in PLACES:
        for condition in getattr(rule, place):
            match condition:
                case Occurs(Atom(_, args)) if isinstance(number := dict(args).get("count"), str):
                    if number.isdigit():
                        yield f"number of a rule's own in {place}"
                    if number in known:
                        yield f"one number in two places: {place}"
                    known.add(number)
                case Count(var="N"):
                    yield "different numbers counted"
                case Not(Atom(_, args)) if "count" in dict(args):
                    yield "denied number asked"
                case _:
                    pass


def _one_value(case: Case) -> set[str]:
    """Two tellings of what has one value, of which one is not exact; and denials of numbers."""
    said = [one.atom for statement in case.statements for one in statement.says if isinstance(one, Occurs)]
    denied = [one.atom for statement in case.statements for one in statement.says if isinstance(one, Not)]
    found = {"denied number said" for atom in denied if "count" in dict(atom.args)}
    for word in (word for word in case.predicates if word.functional):
        told = [atom.args for atom in said if atom.pred == word.id]
        pairs = [(one, two) for nth, one in enumerate(told) for two in told[:nth] if one[:-1] == two[:-1]]
        if any(isinstance(term, Rough) for pair in pairs for args in pair for _, term in args):
            found.add(f"one value: {word.form} with an unknown")
    return found


def _told(conditions: Conditions) -> Iterator[str]:
    for condition in conditions:
        for role, term in condition.atom.args if isinstance(condition, Occurs) else ():
            if role == "count":
                yield f"number: {term.how if isinstance(term, Rough) else 'exact'}"
    yield from (f"content: {kind} said" for content in _contents(conditions) for kind in _kind(content))


def _asked(rule: Rule, place: str, case: Case) -> Iterator[str]:
    conditions: Conditions = getattr(rule, place)
    yield from (f"content: {kind} asked" for content in _contents(conditions) for kind in _kind(content))
    for condition in conditions:
        match condition:
            case Extreme():
                yield from _extreme(condition, place, case)
            case Compare(Lasting(times=times)) | Compare(right=Lasting(times=times)):
                yield "length: so many times" if times != "1" else "length: compared"
            case Compare():
                yield f"compared: {condition.op}"
                yield from ["compared: a sum"] if condition.plus else []
            case Holds(_, Phrase(word="lasts", distance=distance)) if distance and isinstance(distance.length.amount, str):
                yield "length: lasts N"
            case Occurs(Atom(_, args)) if place in {"must", "unless"} and dict(args).get("count") == "N":
                yield "a number that may be supposed"
            case _:
                pass


def _extreme(told: Extreme, place: str, case: Case) -> Iterator[str]:
    yield f"{told.function} {told.op}"
    if told.function == "sum":
        yield from _sum(told, place)
        return
    yield f"extreme in {place}"
    if place == "given":
        yield f"extreme in given: {told.function} {told.op}"
    if told.right == "M":
        yield "extreme: held against a number"
    if any(isinstance(one, Holds) or (isinstance(one, Occurs) and one.phrase) for one in told.counted):
        yield "extreme: at some time"
    pred = next(one.atom.pred for one in told.counted if isinstance(one, Occurs))
    said = [one for statement in case.statements for one in statement.says if isinstance(one, Occurs) and one.atom.pred == pred]
    rough = [one for one in said if isinstance(dict(one.atom.args)["count"], Rough)]
    yield "extreme: of unknowns" if rough else "extreme: of exact numbers" if said else "extreme: of none"


def _sum(told: Extreme, place: str) -> Iterator[str]:
    if place == "given":
        yield f"sum in given: {told.op}"
    if told.right == "M":
        yield "sum: held against a number"
    summed = next(one for one in told.counted if isinstance(one, Occurs))
    if summed.phrase:
        yield "sum: at some time"
    if not summed.name and "by" in dict(summed.atom.args):
        yield "sum: of what has no name"


def _contents(conditions: Conditions) -> Iterator[Content]:
    for condition in conditions:
        if isinstance(condition, Occurs | Not):
            yield from (term for _, term in condition.atom.args if isinstance(term, Content))


def _kind(content: Content) -> Iterator[str]:
    match content.says:
        case Count():
            yield "count"
        case Extreme():
            yield "extreme"
        case Holds():
            yield "lasts"
        case Compare():
            yield "length"
        case _:
            pass
