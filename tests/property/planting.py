"""Plants faults into dossiers that have none, each with the place and the code that must be told of it.

A plant is one edit within one line, at a place where the program itself has read something. Faults of the declaration of a
word make it impossible to judge how it is used, so such a plant and one of such a use are not independent.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reasoner.diagnostics import Diagnostic, Span
from reasoner.dossier.ir import Dossier, Form, Predicate, Rule
from reasoner.files import SourceFile
from reasoner.language.ir import Atom, Holds, Name, OnDate, Param, Var
from reasoner.language.rewrite import walk

Files = tuple[SourceFile, ...]


@dataclass(frozen=True)
class Plant:
    """Put `text` in the place of `span`; then `code` (a pattern) is told there, or anywhere in that line.

    `entry` tells whose fault it is; `declares` is the word whose declaration it spoils, `uses` one that it uses wrongly.
    """

    what: str
    span: Span
    text: str
    code: str
    entry: Span
    anywhere: bool = False
    declares: str = ""
    uses: str = ""

    def is_told_by(self, found: Diagnostic) -> bool:
        place = (found.span.file, found.span.line) == (self.span.file, self.span.line)
        exact = self.anywhere or found.span.column == self.span.column
        return place and exact and re.match(self.code, found.code) is not None


def planted(files: Files, plants: Sequence[Plant]) -> Files:
    """The files with these faults in them, no two of them in one line."""
    rows = {file.path: file.text.split("\n") for file in files}
    for plant in plants:
        span = plant.span
        row = rows[span.file][span.line - 1]
        rows[span.file][span.line - 1] = row[: span.column - 1] + plant.text + row[span.column - 1 + span.length :]
    return tuple(replace(file, text="\n".join(rows[file.path])) for file in files)


def scarred(files: Files, chance: random.Random) -> Files:
    """The files after a few slips of the hand: signs, words and lines that are lost, doubled or put elsewhere."""
    texts = {file.path: file.text for file in files}
    for _ in range(chance.choice([1, 1, 2, 3])):
        path = chance.choice(sorted(texts))
        texts[path] = chance.choice(SLIPS)(texts[path] or " ", chance)
    return tuple(replace(file, text=texts[file.path]) for file in files)


def lost_sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def odd_sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("(){}[]:,-'\"&*#|>$ABx1 \t") + text[at:]


def lost_line(text: str, chance: random.Random) -> str:
    rows = text.split("\n")
    del rows[chance.randrange(len(rows))]
    return "\n".join(rows)


def doubled_line(text: str, chance: random.Random) -> str:
    rows = text.split("\n")
    rows.insert(chance.randrange(len(rows)), chance.choice(rows))
    return "\n".join(rows)


def other_word(text: str, chance: random.Random) -> str:
    words = list(re.finditer(r"[\w-]+", text))
    if not words:
        return text
    old, new = chance.choice(words), chance.choice(words)
    return text[: old.start()] + new[0] + text[old.end() :]


SLIPS = (lost_sign, odd_sign, lost_line, doubled_line, other_word)


class Plants:
    """All that can be planted into a dossier."""

    def __init__(self, files: Files, dossier: Dossier) -> None:
        self._rows = {file.path: file.text.split("\n") for file in files}
        self._dossier = dossier
        self._left_out = {use.pack.id: {name.id for name in use.without} for use in dossier.use or ()}
        self._packs = [pack for pack in dossier.packs if dossier.use is None or pack.id in self._left_out]
        words = (*dossier.vocabulary, *(word for pack in self._packs for word in pack.vocabulary))
        self._words: dict[str, Predicate] = {word.id: word for word in words}
        self.all = [*self._statements(), *self._rules(), *self._vocabulary(), *self._things(), *self._claims(), *self._heads()]

    def some(self, chance: random.Random, count: int) -> list[Plant]:
        """At most so many that have nothing to do with each other."""
        chosen: list[Plant] = []
        for plant in chance.sample(self.all, len(self.all)):
            if len(chosen) < count and all(self._independent(plant, other) for other in chosen):
                chosen.append(plant)
        return chosen

    def _independent(self, one: Plant, other: Plant) -> bool:
        if one.entry == other.entry or (one.span.file, one.span.line) == (other.span.file, other.span.line):
            return False
        pairs = ((one, other), (other, one))
        return not any(use.uses and spoilt.declares in self._family(use.uses) for use, spoilt in pairs)

    def _family(self, word: str) -> list[str]:
        """A word and the kinds above it."""
        line = [word]
        while line[-1] in self._words and (above := self._words[line[-1]].above) is not None:
            line.append(above.id)
        return line

    # ---------------------------------------------------------------- statements

    def _statements(self) -> Iterator[Plant]:
        for one in (*self._dossier.statements, *self._dossier.hypotheses):
            told = (one.says, one.when, getattr(one, "readings", ()))
            yield from self._sentences(told, one.span)
            yield from self._key(one.span, "says", "sayz")
            yield from self._id(one.span)
            yield from self._trust(one.span)
            for name in (*getattr(one, "retracts", ()), *getattr(one, "implied_by", ())):
                yield self._name(name, "T002", one.span)
            for node in walk(told):
                match node:
                    case Atom(args=args):
                        named = [(nth, arg.value) for nth, arg in enumerate(args) if isinstance(arg.value, Name)]
                        for nth, name in ((nth, name) for nth, name in named if self._text(name.span) == name.id):
                            yield replace(self._name(name, "T00[24]", one.span), uses=self._type(node, nth))
                            yield Plant("capital in a name", name.span, name.id.replace("-", "").capitalize(), "T050", one.span)
                        yield from self._sorts(node, one.span)
                    case Holds(subject=Name() as name) if self._text(name.span) == name.id:
                        yield self._name(name, "T004", one.span)
                    case _:
                        pass

    def _type(self, atom: Atom, nth: int) -> str:
        """Of what type the argument is by what is declared; nothing is missed there while that type cannot be read."""
        word = next(
            (self._words[one] for one in self._family(atom.predicate) if one in self._words and self._words[one].roles), None
        )
        role, before = atom.args[nth].role, sum(not arg.role for arg in atom.args[:nth])
        roles = word.roles if word else ()
        known = (
            [one.type for one in roles if one.name == role] if role else [one.type for one in roles if not one.name][before:]
        )
        return known[0] if known else ""

    def _sorts(self, atom: Atom, entry: Span) -> Iterator[Plant]:
        """A place where an actor is wanted."""
        places = [thing.id for thing in self._dossier.things if thing.section == "place"]
        word = next(
            (self._words[one] for one in self._family(atom.predicate) if one in self._words and self._words[one].roles), None
        )
        types = {role.name: role.type for role in word.roles if role.name} if word else {}
        for arg in atom.args:
            if places and isinstance(arg.value, Name) and types.get(arg.role) == "actor":
                yield Plant("wrong sort", arg.value.span, places[0], "T003", entry, uses=atom.predicate)

    def _heads(self) -> Iterator[Plant]:
        """A zone that is not there."""
        for key, span in self._dossier.places:
            if key == "zone":
                yield Plant("unknown zone", span, "Zq/Nowhere", "T061", span)

    def _claims(self) -> Iterator[Plant]:
        for claim in self._dossier.contradictions:
            for name in (*claim.by, *claim.between, *claim.because, *claim.needs, *claim.dilemma):
                yield self._name(name, "T002", claim.span)

    # ---------------------------------------------------------------- sentences

    def _sentences(self, told: object, entry: Span) -> Iterator[Plant]:
        for node in walk(told):
            if isinstance(node, Atom) and self._text(node.span).startswith(node.predicate):
                place = replace(node.span, length=len(node.predicate))
                yield Plant("unknown word", place, f"zq{node.predicate}", "T030", entry)
                yield Plant("capital", place, node.predicate.capitalize(), "L", entry, anywhere=True)
                for arg in node.args:
                    if arg.role and self._text(arg.span).startswith(f"{arg.role} "):
                        role = replace(arg.span, length=len(arg.role))
                        yield Plant("unknown role", role, "zq", "T031", entry, uses=node.predicate)
            elif isinstance(node, Param) and self._text(node.span) == f"${node.id}":
                yield Plant("unknown parameter", node.span, "$zq", "T014", entry)
            elif isinstance(node, OnDate) and self._text(node.span)[:4].isdecimal():
                yield Plant("month 13", node.span, "2012-13", "L020", entry, anywhere=True)
        lines = {(node.span.file, node.span.line) for node in walk(told) if isinstance(node, Atom | Holds) and node.span.file}
        for file, line in sorted(lines):
            row = self._rows[file][line - 1]
            for found in re.finditer(r"(?<=[a-zA-Z0-9] )(during|before|after|contains)(?= [a-zA-Z0-9])", row):
                if not re.search(r"(text|note|name):", row):
                    place = Span(file, line, found.start() + 1, len(found[0]))
                    yield Plant("misspelt", place, f"{found[0][:-2]}{found[0][-1]}z", "L", entry, anywhere=True)

    # ---------------------------------------------------------------- rules

    def _rules(self) -> Iterator[Plant]:
        for pack in self._packs:
            for rule in pack.rules:
                if rule.id not in self._left_out.get(pack.id, ()):
                    yield from self._sentences((rule.given, rule.unless, rule.then, rule.never, rule.must), rule.span)
                    yield from self._id(rule.span)
                    yield from self._trust(rule.span)
                    yield from self._text_with_colon(rule.span)
                    yield from self._variables(rule)
                    yield from (plant for key in ("never", "must", "then") for plant in self._key(rule.span, key, f"x{key}x"))

    def _variables(self, rule: Rule) -> Iterator[Plant]:
        """A variable of a phrase of time that is bound nowhere, and one of the text that is not in the rule."""
        nodes = [node for node in walk((rule.given, rule.unless, rule.then, rule.never, rule.must)) if isinstance(node, Var)]
        uses = [node.id for node in nodes] + re.findall(r"\$([A-Z]\w*)", rule.text)
        timed = [node.subject for node in walk((rule.never, rule.must)) if isinstance(node, Holds)]
        for var in timed:
            if isinstance(var, Var) and uses.count(var.id) > 2:
                yield Plant("unbound", var.span, "Zq", "T050", rule.span)
        holes = re.finditer(r"\$([A-Z]\w*)", rule.text_at.value) if rule.text_at else ()
        for hole in holes:
            place = rule.text_at.span(*hole.span())
            if uses.count(hole[1]) > 2 and self._text(place) == hole[0]:
                yield Plant("unknown hole", place, "$Zqz", "T028", rule.span)

    # ---------------------------------------------------------------- vocabulary and things

    def _vocabulary(self) -> Iterator[Plant]:
        for word in self._words.values():
            place, row = word.span, self._rows[word.span.file][word.span.line - 1]
            if word.above and self._text(word.above.span) == word.above.id:
                yield Plant("unknown kind", word.above.span, "zq-kind", "T021", place, declares=word.id)
            for role in word.roles:
                written = f"{role.name} {role.type}".strip()
                at = row.find(written, role.span.column - 1)
                if at >= 0 and word.form is not Form.THING:
                    span = Span(place.file, place.line, at + 1, len(written))
                    yield Plant("roles", span, f"{written} too many", "D061", place, anywhere=True, declares=word.id)
            after = place.column - 1 + place.length
            form = re.compile(r"(?<=[{ ])(event|state|fact|kind)(?=: )").search(row, after)
            if form:
                span = Span(place.file, place.line, form.start() + 1, len(form[0]))
                yield Plant("unknown key", span, f"{form[0]}zzzzzzz", "D020", place, declares=word.id)

    def _things(self) -> Iterator[Plant]:
        for thing in self._dossier.things:
            place, row = thing.span, self._rows[thing.span.file][thing.span.line - 1]
            kind = re.search(rf"(?<=kind: ){thing.kind}\b", row) if thing.kind else None
            if kind:
                span = Span(place.file, place.line, kind.start() + 1, len(kind[0]))
                yield Plant("unknown kind of thing", span, "zq-kind", "T038", place, anywhere=True)
            if re.match(r" +[\w-]+: \{name:", row):
                yield Plant("unknown key", Span(place.file, place.line, row.index("{name:") + 2, 4), "zqnm", "D020", place)
        for source in self._dossier.sources:
            if source.of:
                yield self._name(source.of, "T002", source.span)

    # ---------------------------------------------------------------- edits

    def _name(self, name: Name, code: str, entry: Span) -> Plant:
        return Plant("unknown name", name.span, "zq-nobody", code, entry)

    def _id(self, span: Span) -> Iterator[Plant]:
        if self._text(span).islower():
            yield Plant("capital in an id", span, self._text(span).capitalize(), "D026", span)

    def _trust(self, entry: Span) -> Iterator[Plant]:
        """A trust above 1, in the line of the entry or one below it."""
        for line, row in self._rows_of(entry):
            found = re.search(r"(?<=trust: )[0-9.]+", row)
            if found and (line > entry.line or found.start() >= entry.column):
                yield Plant("trust", Span(entry.file, line, found.start() + 1, len(found[0])), "7", "D027", entry)

    def _text_with_colon(self, entry: Span) -> Iterator[Plant]:
        """A text without quotes that takes one line and holds no variable, with a colon in it."""
        for line, row in self._rows_of(entry):
            found = re.match(r"( +text: [A-Z][a-z]*)( [^:\"'$]+)$", row)
            if found:
                span = Span(entry.file, line, len(found[1]) + 1, 1)
                yield Plant("colon in a text", span, ": ", "D012", entry, anywhere=True)

    def _rows_of(self, entry: Span) -> Iterator[tuple[int, str]]:
        """The lines of an entry that begins at its id, as far as they are indented more than it is."""
        rows = self._rows[entry.file]
        for line in range(entry.line, min(len(rows), entry.line + 12) + 1):
            row = rows[line - 1]
            if line > entry.line and len(row) - len(row.lstrip()) < max(1, entry.column - 5):
                return
            yield line, row

    def _key(self, entry: Span, key: str, other: str) -> Iterator[Plant]:
        """The key of an entry that begins at its id, in the same line or in one of those below that belong to it."""
        for line, row in self._rows_of(entry):
            found = re.search(rf"(?<=[{{ ,]){key}(?=:)", row)
            if found and (line > entry.line or found.start() >= entry.column):
                yield Plant("unknown key", Span(entry.file, line, found.start() + 1, len(key)), other, "D020", entry)
                return

    def _text(self, span: Span) -> str:
        rows = self._rows.get(span.file)
        return rows[span.line - 1][span.column - 1 : span.column - 1 + span.length] if rows else ""
