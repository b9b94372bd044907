"""Reads YAML from libyaml's events into nodes: every scalar is text, and what has no place in a dossier is refused.

The only file that imports yaml. Nodes are built on a stack, so depth is counted and cannot exhaust the interpreter;
anchors and aliases are refused before anything could be multiplied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import yaml

from reasoner.diagnostics import Span, Text
from reasoner.dossier.cuts import uncut, uncut_pairs
from reasoner.dossier.faults import Faults, shown
from reasoner.dossier.lines import without_value
from reasoner.dossier.nodes import Broken, Mapping, Node, Scalar, Sequence
from reasoner.dossier.places import LINE_END, marks_of, place_of
from reasoner.dossier.yaml_faults import Explained, cut_at_comma, explain, unclosed
from reasoner.files import SourceFile

DEEPEST = 50
"""How many lists and mappings may stand in one another."""

_TOO_DEEP = f"more than {DEEPEST} lists or mappings stand in one another"

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_INDENTED_BY_TAB = re.compile(r"^[ -]*\t", re.MULTILINE)
_CUT_BY_HASH = re.compile(r" +#(?=[^\s#!])")
_LONGEST_SOURCE = 60
_MOST_READ = 2_000_000
"""How many characters are read again for the sake of faults that come later."""


class _UnreadableError(Exception):
    """The rest of this file cannot be read; why has been reported."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the file: characters before it, lines before it, characters before it in its line."""

    index: int
    line: int
    column: int


class _Open:
    """A list or mapping that is not closed yet."""

    __slots__ = ("event", "items", "maps", "refused")

    def __init__(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self.event = event
        self.maps = isinstance(event, yaml.MappingStartEvent)
        self.items: list[Node] = []
        self.refused = event.tag is not None


def compose(file: SourceFile, faults: Faults) -> Node | None:
    """The one document of a file, or None where it cannot be read; what is wrong is added to `faults`.

    A fault that lies in one value alone is reported, and the rest of the file read without this value.
    """
    text = file.text.removeprefix("\ufeff")
    taken: dict[int, str] = {}
    while True:
        composer = _Composer(file.path, text, faults, taken)
        try:
            composer.check_characters()
            return composer.compose()
        except _UnreadableError:
            return None
        except yaml.MarkedYAMLError as error:
            told, span = composer.explain(error)
            if told.alone or not taken:
                faults.error(told.code, span, told.message, told.help)
            rest = without_value(text, span.line) if told.alone and span.line not in taken else None
            if rest is None or len(text) * len(taken) > _MOST_READ:
                return None
            text, taken[span.line] = rest


class _Composer:
    def __init__(self, path: str, text: str, faults: Faults, taken: dict[int, str]) -> None:
        self.path = path
        self.taken = taken
        self.text = text
        self.faults = faults
        self.stack: list[_Open] = []
        self.root: Node | None = None

    # ------------------------------------------------------------ characters

    def check_characters(self) -> None:
        """Refuse control characters and tabs; tabs inside a line are then read as spaces, so that the rest is judged."""
        found = _REFUSED.search(self.text)
        if found:
            message = f"the invisible character U+{ord(found.group()):04X} cannot stand in a file"
            self._stop("D011", self._at(found.start()), message, "delete it")
        at = self.text.find("\t")
        if at < 0:
            return
        more = self.text.count("\t") - 1
        message = "tabs are not allowed" + (f" ({more} more in this file)" if more else "")
        self.faults.error("D008", self._at(at), message, "use spaces")
        if _INDENTED_BY_TAB.search(self.text):
            raise _UnreadableError
        self.text = self.text.replace("\t", " ")

    # ------------------------------------------------------------ events

    def compose(self) -> Node | None:
        documents = 0
        for event in self._events():
            if isinstance(event, yaml.ScalarEvent):
                self._check_node(event)
                self._add(self._scalar(event))
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._open(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._add(self._close(self.stack.pop(), event))
            elif isinstance(event, yaml.AliasEvent):
                self._stop("D004", self._span(event), "aliases (`*name`) are not allowed", "write it out")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "put each into a file of its own; `---` inside a text needs quotes"
                    self._stop("D007", self._span(event), "one file holds one document", hint)
        if self.root is None or (isinstance(self.root, Scalar) and self.root.empty):
            self._stop("D010", Span(self.path, 1, 1), "this file is empty", "begin it with `dossier: name` or `pack: name`")
        return self.root

    def _events(self) -> Iterator[yaml.Event]:
        return yaml.parse(self.text, Loader=yaml.CBaseLoader)

    def _check_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._stop("D003", self._span(event), "anchors (`&name`) are not allowed", "write it out where it is needed")
        if event.tag is not None:
            hint = "leave it out: every value is read as text"
            self.faults.error("D006", self._span(event), "tags (`!name`) are not allowed", hint)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._check_node(event)
        if len(self.stack) == DEEPEST:
            self._stop("D009", self._span(event), _TOO_DEEP)
        self.stack.append(_Open(event))

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].items.append(node)
        else:
            self.root = node

    # ------------------------------------------------------------ nodes

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar | Broken:
        start, end = _extent(event)
        style = event.style or ""
        if start.line + 1 in self.taken and style and not event.value:
            return Broken(self._span(event), self.taken[start.line + 1])
        source = self.text[start.index : end.index]
        if style in ("|", ">"):
            source = source[: len(source.rstrip("\n "))]
        marks = marks_of(event.value, source, style, start.line + 1, start.column + 1)
        rest = "" if style else self._cut_by_hash(end)
        return Scalar(Text(event.value, self.path, marks), self._span(event), not style, rest)

    def _cut_by_hash(self, end: _Place) -> str:
        """Warn where a plain text ends at a ` #` that does not look like a comment, as in `see #3`; what is cut off."""
        found = _CUT_BY_HASH.match(self.text, end.index)
        if not found:
            return ""
        span = Span(self.path, end.line + 1, end.column + found.end() - found.start())
        hint = "put the text in quotes, or write `# ` with a space"
        self.faults.warn("D016", span, "the text is cut here: ` #` begins a comment", hint)
        return self._rest_of_line(found.end())

    def _close(self, opened: _Open, end: yaml.Event) -> Node:
        start, stop = _extent(opened.event)[0], _extent(end)[1]
        flow = bool(opened.event.flow_style)
        source = self.text[start.index : min(stop.index, start.index + 4 * _LONGEST_SOURCE)] if flow else ""
        rows = LINE_END.split(source)
        span = Span(self.path, start.line + 1, start.column + 1, max(1, len(rows[0])))
        items = self._uncut(opened, source[0]) if flow else opened.items
        if (
            not flow
            and opened.items
            and (first := opened.items[0].span) == Span(self.path, span.line, span.column, first.length)
        ):
            span = first
        if opened.refused:
            return Broken(span, self.text[start.index : stop.index])
        source = source if len(rows) == 1 and len(source) <= _LONGEST_SOURCE else source[:1]
        if opened.maps:
            return self._mapping(items, span, source)
        return Sequence(tuple(items), span, source)

    def _uncut(self, opened: _Open, sign: str) -> list[Node]:
        items, cut = uncut_pairs(opened.items) if opened.maps else uncut(opened.items)
        if cut is not None:
            told = cut_at_comma(sign, inside="(" in (cut.text.value if isinstance(cut, Scalar) else ""))
            self.faults.error(told.code, cut.span, told.message, told.help)
        return items

    def _mapping(self, items: list[Node], span: Span, source: str) -> Mapping:
        seen: dict[str, tuple[Scalar, Node]] = {}
        dropped: list[tuple[Node, Node]] = []
        for key, value in zip(items[::2], items[1::2], strict=True):
            word = key.text.value if isinstance(key, Scalar) else ""
            if isinstance(key, Scalar) and word not in seen and (word != "<<" or not key.plain):
                seen[word] = key, value
                continue
            dropped.append((key, value))
            if isinstance(key, Broken):
                continue
            if not isinstance(key, Scalar):
                self.faults.error("D017", key.span, "a key is a single word", "put it in quotes if it is meant as a text")
            elif word in seen:
                message = f"the key `{shown(word)}` stands here twice, first in line {seen[word][0].span.line}"
                self.faults.error("D002", key.span, message, "give one of them another name, or join the two")
            else:
                self.faults.error("D005", key.span, "merge keys (`<<`) are not allowed", "write the keys out")
        return Mapping(tuple(seen.values()), span, source, tuple(dropped))

    # ------------------------------------------------------------ places and faults

    def _span(self, event: yaml.Event) -> Span:
        start, end = _extent(event)
        length = end.column - start.column if start.line == end.line else len(self._rest_of_line(start.index))
        return Span(self.path, start.line + 1, start.column + 1, max(1, length))

    def _rest_of_line(self, index: int) -> str:
        found = LINE_END.search(self.text, index)
        return self.text[index : found.start() if found else len(self.text)].rstrip()

    def _at(self, index: int) -> Span:
        return Span(self.path, *place_of(self.text, index))

    def _stop(self, code: str, span: Span, message: str, hint: str = "") -> NoReturn:
        self.faults.error(code, span, message, hint)
        raise _UnreadableError

    def explain(self, error: yaml.MarkedYAMLError) -> tuple[Explained, Span]:
        """Where and why libyaml gave up; at the end of the file the beginning of what is unclosed is shown."""
        problem, context = error.problem or "unknown", error.context or ""
        index = error.problem_mark.index if error.problem_mark else 0
        if "maximum nesting depth" in problem:  # libyaml reads ahead, and stops at a depth of its own
            return Explained("D009", _TOO_DEEP), self._at(index)
        if error.context_mark and "scanning a quoted" in context and "unexpected" in problem:
            index = error.context_mark.index
        told, opened = None, self.stack[-1].event if self.stack else None
        if index >= len(self.text.rstrip()) and opened and opened.flow_style:
            index = _extent(opened)[0].index
            told = unclosed(self.text[index])
        line, column = place_of(self.text, index)
        told = told or explain(problem, self.text[index - column + 1 : index], self._rest_of_line(index))
        return told, Span(self.path, line, column - told.back, max(1, told.back))


def _extent(event: yaml.Event) -> tuple[_Place, _Place]:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return _Place(start.index, start.line, start.column), _Place(end.index, end.line, end.column)
