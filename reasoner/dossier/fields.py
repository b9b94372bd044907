"""The keys of one entry, and the value of one key, with the faults that any of them can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from reasoner.diagnostics import Places, Span
from reasoner.dossier.faults import Faults, nearest, shown, words_in
from reasoner.dossier.nodes import Broken, Mapping, Node, Scalar, Sequence
from reasoner.dossier.yaml_faults import unquoted

_LIKELY, _SURELY = 0.75, 0.8
"""How like a known key one must be that is taken for it: to say what is missing, and to read it as that."""

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Field:
    """A value and the key that it stands under, which names it in messages."""

    key: str
    node: Node
    faults: Faults
    item: bool = False

    @property
    def span(self) -> Span:
        return self.node.span

    @property
    def label(self) -> str:
        """How messages name it."""
        return f"an entry of `{self.key}`" if self.item else f"`{self.key}`"

    def error(self, code: str, message: str, hint: str = "") -> None:
        """The value cannot be read: why, and that it is missing."""
        self.faults.error(code, self.span, message, hint)
        self.lose()

    def remark(self, code: str, message: str, hint: str = "") -> None:
        """The value can be read, and is wrong all the same."""
        self.faults.error(code, self.span, message, hint)

    def lose(self) -> None:
        """The value is missing; nobody knows what is not written yet."""
        empty = isinstance(self.node, Scalar) and self.node.empty
        self.faults.lose(self.key, None if empty else words_in(self.node))

    @property
    def word(self) -> str:
        """What is written here, for a glance without any fault."""
        return self.node.text.value if isinstance(self.node, Scalar) else ""

    def at(self, node: Node) -> Field:
        """A value in the list under this key."""
        return Field(self.key, node, self.faults, item=True)

    def scalar(self) -> Scalar | None:
        """The text written here; None, and a fault, where there is none."""
        match self.node:
            case Broken():
                self.lose()
            case Scalar() as node if node.empty:
                self.error("D025", f"{self.label} has no value")
            case Scalar() as node:
                return node
            case Sequence(source=source) | Mapping(source=source):
                self._not_a_text(source, "a list" if isinstance(self.node, Sequence) else "keys of its own")
        return None

    def _not_a_text(self, source: str, found: str) -> None:
        meant = unquoted(source)
        if meant:
            self.error(meant.code, meant.message, meant.help)
        else:
            hint = "if the brackets are part of the text, put it in quotes" if source else ""
            self.error("D024", f"{self.label} takes one text, not {found}", hint)

    def items(self) -> Iterator[Field]:
        """The values of a list; none, and a fault, where there is no list."""
        match self.node:
            case Broken():
                self.lose()
            case Sequence(items=items):
                yield from (self.at(item) for item in items)
            case Scalar() as node if node.empty:
                return
            case Scalar(text=text):
                self.error("D022", f"{self.label} takes a list", f"write `{self.key}: [{shown(text.value)}]`")
            case Mapping():
                self.error("D022", f"{self.label} takes a list", "write each entry after `- `")

    def entries(self) -> Iterator[tuple[Scalar, Field]]:
        """Keys and values of a mapping; none, and a fault, where there is no mapping."""
        match self.node:
            case Broken():
                self.lose()
            case Mapping(pairs=pairs, dropped=dropped):
                for key, value in dropped:
                    word = key.text.value if isinstance(key, Scalar) else ""
                    self.faults.lose(word, words_in(key) | words_in(value))
                yield from ((key, Field(key.text.value, value, self.faults)) for key, value in pairs)
            case Scalar() as node if node.empty and not self.item:
                return
            case _:
                self.error("D023", f"{self.label} takes keys and values", "write `key: value`, each on a line of its own below")


class Fields:
    """The keys of one entry; those that have no meaning there are reported as it is opened.

    `opened` says whether there are keys at all; if not, that has been reported where it is a fault.
    """

    __slots__ = ("_keys", "_odd", "_values", "faults", "opened", "span", "what")

    def __init__(self, field: Field, known: tuple[str, ...], what: str, *, mends: bool = False) -> None:
        """With `mends` a key that can only be another one misspelt is read as that, so that all below it is judged, too."""
        self.faults = field.faults
        self.span = field.span
        self.what = what
        self.opened = isinstance(field.node, Mapping)
        self._odd = isinstance(field.node, Mapping) and bool(field.node.dropped)
        self._values: dict[str, Field] = {}
        self._keys: dict[str, Span] = {}
        unknown: list[tuple[Scalar, Field]] = []
        for key, value in field.entries():
            if key.text.value in known:
                self._values[key.text.value] = value
                self._keys[key.text.value] = key.span
            else:
                unknown.append((key, value))
        for key, value in unknown:
            near = self._unknown(key, known)
            if mends and near not in self._values and nearest(key.text.value, known, _SURELY):
                self._values[near] = replace(value, key=near)
            else:
                self._odd = True
                meant = nearest(key.text.value, known, _LIKELY)
                self.faults.lose("" if meant in self._values else meant, words_in(key) | words_in(value.node))

    def _unknown(self, key: Scalar, known: tuple[str, ...]) -> str:
        """Report a key, and tell which may be meant by it."""
        word = key.text.value
        near = nearest(word, known)
        hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
        self.faults.error("D020", key.span, f"{self.what} has no key `{shown(word)}`", hint)
        return near

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def get(self, key: str) -> Field | None:
        return self._values.get(key)

    def read(self, key: str, reader: Callable[[Field], T | None], default: D) -> T | D:
        """The value of a key; the default where it is missing or has a fault."""
        field = self._values.get(key)
        value = reader(field) if field else None
        return default if value is None else value

    def maybe(self, key: str, reader: Callable[[Field], T]) -> T | None:
        """The value of a key; None where it is missing or has a fault."""
        field = self._values.get(key)
        return reader(field) if field else None

    def misses(self, *keys: str) -> bool:
        """None of these keys is there, and no key with a fault of its own may be meant as one of them."""
        return self.opened and not self._odd and not any(key in self._values for key in keys)

    def places(self, *keys: str) -> Places:
        """Where the values of these keys stand, as far as they are there."""
        return tuple((key, self._values[key].span) for key in keys if key in self._values)

    def heads(self, *keys: str) -> Places:
        """Where these keys themselves stand, as far as they are there."""
        return tuple((key, self._keys[key]) for key in keys if key in self._keys)

    def need(self, key: str, reader: Callable[[Field], T], hint: str = "") -> T | None:
        """The value of a key that must be there."""
        field = self._values.get(key)
        if field:
            return reader(field)
        if self.misses(key):
            self.faults.error("D021", self.span, f"{self.what} needs the key `{key}`", hint)
            self.faults.lose(key, None)
        return None
