"""The vocabulary of a dossier and its packs: every word with all that it takes over from the kinds above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reasoner.dossier.ir import Form, Mark, Predicate, Role
from reasoner.theory.faults import Faults, did_you_mean, listed, place_of, quoted
from reasoner.theory.ir import RoleType, Signature
from reasoner.theory.kinds import BUILT_IN, RESERVED, TYPES

_SHAPE = ("", "event", "state", "fact", "kind", "is")
_MARKS = ("functional", *(mark.value for mark in Mark))
_ON_TUPLES = (Mark.TRANSITIVE, Mark.REFLEXIVE)
_ON_PAIRS = (Mark.SYMMETRIC, *_ON_TUPLES)


def vocabulary(predicates: Iterable[Predicate], faults: Faults) -> dict[str, Signature]:
    """The signatures of all words, built-in ones first, then as declared.

    A word whose form, roles or kind above is in doubt has none: of what is said with it nothing can be judged.
    """
    told, unsure = _joined(predicates, faults)
    found = {word.id: word for word in BUILT_IN if word.id not in told}
    for predicate in told.values():
        line = _line(predicate, told, faults)
        form = None if line is None or unsure.intersection(word.id for word in line) else _form(line, faults)
        if form is not None and line is not None:
            found[predicate.id] = _signature(line, form)
        elif predicate.form or predicate.above or predicate.id in unsure:  # which has been told
            faults.doubts.doubt_word(predicate.id)
    for predicate in told.values():
        if predicate.id in found:
            faults_of = _Word(predicate, found[predicate.id], faults)
            faults_of.check_roles([*TYPES, *(word.id for word in found.values() if word.form is not Form.FACT)])
            faults_of.check_marks()
    return found


def _joined(predicates: Iterable[Predicate], faults: Faults) -> tuple[dict[str, Predicate], frozenset[str]]:
    """Every word once, as first declared, and those of which something is in doubt."""
    told: dict[str, Predicate] = {}
    unsure: set[str] = set()
    for predicate in predicates:
        first = told.setdefault(predicate.id, predicate)
        if predicate.id in RESERVED:
            faults.error("T027", predicate.span, f"`{predicate.id}` is built in and cannot be declared", "choose another word")
            unsure.add(predicate.id)
        elif faults.doubts.lacks(predicate.span, *_SHAPE):
            unsure.add(predicate.id)
        elif first is not predicate and predicate.id not in unsure:
            marks = not any(faults.doubts.lacks(word.span, *_MARKS) for word in (first, predicate))
            unlike = [what for what in _unlike(first, predicate) if what != "marks" or marks]
            if unlike:
                message = f"`{predicate.id}` is declared otherwise at {first.span}: its {', '.join(unlike)}"
                faults.error("T020", predicate.span, message, "say a word once, or twice alike")
                unsure.add(predicate.id)
    return told, frozenset(unsure)


def _unlike(one: Predicate, other: Predicate) -> Iterator[str]:
    """What differs; a template that only one of them has is no difference."""
    if one.form is not other.form:
        yield "form"
    if one.above != other.above:
        yield "`is`"
    if one.roles != other.roles:
        yield "roles"
    if set(one.marks) != set(other.marks) or set(one.functional) != set(other.functional):
        yield "marks"
    for key in ("text", "past", "denied"):
        first, second = getattr(one, key), getattr(other, key)
        if first and second and first != second:
            yield f"`{key}`"


def _form(line: list[Predicate], faults: Faults) -> Form | None:
    """The form of the topmost kind that has one; None if one below it has another."""
    form: Form | None = None
    for word in reversed(line):
        if word.form is not None and form is not None and word.form is not form:
            message = f"`{word.id}` is declared as {word.form.value}, but the kind above it is {form.value}"
            span = place_of(word.places, word.form.value, word.span)
            faults.error("T023", span, message, f"leave out `{word.form.value}`")
            return None
        form = form or word.form
    return form


def _signature(line: list[Predicate], form: Form) -> Signature:
    roles: dict[str, RoleType] = {}
    marks: dict[Mark, None] = {}
    functional: dict[str, None] = {}
    for word in reversed(line):
        roles |= {role.name: role for role in _role_types(word.roles)}
        marks |= dict.fromkeys(word.marks)
        functional |= dict.fromkeys(role.removeprefix("$") for role in word.functional)
    above = tuple(word.id for word in line)
    return Signature(line[0].id, form, tuple(roles.values()), above, tuple(marks), tuple(functional))


def _line(predicate: Predicate, told: Mapping[str, Predicate], faults: Faults) -> list[Predicate] | None:
    """The word and the kinds above it; None if the line is broken or goes in a circle."""
    line = [predicate]
    while (above := line[-1].above) is not None:
        if above.id not in told:
            if line[-1] is predicate and not faults.doubts.word(above.id):
                hint = did_you_mean(above.id, told)
                faults.error("T021", above.span, f"no word of the vocabulary is called `{above.id}`", hint)
            return None
        if told[above.id] in line:
            if told[above.id] is predicate and predicate.id == min(word.id for word in line):
                circle = " is ".join(f"`{word.id}`" for word in [*line, predicate])
                faults.error("T022", predicate.span, f"these kinds go in a circle: {circle}", "one of them stands on top")
            return None
        line.append(told[above.id])
    return line


def _role_types(roles: Iterable[Role]) -> Iterator[RoleType]:
    place = 0
    for role in roles:
        place += not role.name
        yield RoleType(role.name or str(place), role.type)


def _shown(role: str) -> str:
    return f"${role}" if role.isdigit() else role


class _Word:
    """One word as it is checked."""

    __slots__ = ("_faults", "_predicate", "_signature")

    def __init__(self, predicate: Predicate, signature: Signature, faults: Faults) -> None:
        self._predicate = predicate
        self._signature = signature
        self._faults = faults

    def check_roles(self, types: list[str]) -> None:
        for role in self._predicate.roles:
            if role.type not in types and not self._faults.doubts.word(role.type):
                known = did_you_mean(
                    role.type, types, otherwise="a type is a kind, or a word such as `actor`, `event`, `number`"
                )
                span = role.type_at if role.type_at.line else role.span
                self._faults.error("T024", span, f"no kind is called `{role.type}`", known)
        names = [role.name for role in self._signature.roles]
        for wanted in self._predicate.functional:
            name = wanted.removeprefix("$")
            if name not in names and not self._faults.doubts.lacks(self._predicate.span, "event", "state", "fact"):
                hint = did_you_mean(name, names, otherwise=f"its roles: {listed(quoted(map(_shown, names)), 'and')}")
                self._error(
                    "functional",
                    "T026",
                    f"`functional` names the role `{name}`, which `{self._predicate.id}` does not have",
                    hint,
                )

    def check_marks(self) -> None:
        pairs = [mark.value for mark in self._signature.marks if mark in _ON_PAIRS]
        if pairs and len(self._signature.roles) != 2:
            count = len(self._signature.roles)
            message = f"`{self._predicate.id}` is {' and '.join(pairs)}, but has {count} role{'' if count == 1 else 's'}"
            self._error(pairs[0], "T025", message, "such a word has two roles")
        tuples = [mark.value for mark in self._predicate.marks if mark in _ON_TUPLES]
        if tuples and self._signature.form is not Form.FACT:
            message = f"`{self._predicate.id}` is {' and '.join(tuples)}, but no fact"
            self._error(tuples[0], "T025", message, "only a `fact` can be; of occurrences write a rule")

    def _error(self, key: str, code: str, message: str, hint: str) -> None:
        self._faults.error(code, place_of(self._predicate.places, key, self._predicate.span), message, hint)
