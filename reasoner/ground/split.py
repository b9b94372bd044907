"""Independent parts: connected components of atoms and times."""

from __future__ import annotations

from collections.abc import Iterable


class Components:
    """A union-find over anything that can be hashed (Tarjan, JACM 1975), with path halving."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def root(self, item: object) -> object:
        above = self._above
        above.setdefault(item, item)
        while above[item] is not item and above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    def join(self, items: Iterable[object]) -> None:
        """All of the items belong together."""
        first: object = None
        for item in items:
            if first is None:
                first = self.root(item)
            else:
                other = self.root(item)
                if other != first:
                    self._above[other] = first
