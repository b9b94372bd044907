"""Writes `tables.py`, the parse tables of `grammar.lark`, so that no run has to build them (0.2 s).

After a change of the grammar:

    python -m reasoner.language.build_grammar

The tables are JSON in a Python module: nothing that could run is ever loaded. It needs `interegular` (extra `dev`),
with which lark proves that no two terminals of one state match the same text.
"""

from __future__ import annotations

import json
from pathlib import Path
from pkgutil import get_data
from typing import Any, Final

from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

STARTS: Final = ("condition", "when", "length")

_HEAD: Final = '''"""Parse tables of grammar.lark, written by build_grammar.py. Not to be edited."""

from __future__ import annotations

from typing import Final

TABLES: Final = r"""'''


def build_tables() -> str:
    """The text of `tables.py` for the grammar as it stands; the same for every hash seed."""
    grammar = get_data("reasoner.language", "grammar.lark")
    assert grammar is not None
    lark = Lark(grammar.decode(), parser="lalr", start=list(STARTS), strict=True, propagate_positions=True)
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    data["parser"]["parser"] = _in_order(data["parser"]["parser"])
    states = data["parser"]["parser"].pop("states")
    body = f'{{"data": {_line(data)},\n"memo": {_lines(list(memo.items()))},\n"states": {_lines(states)}}}'
    assert '"""' not in body
    return f'{_HEAD}{body}"""\n'


def _in_order(table: dict[str, Any]) -> dict[str, Any]:
    """The parse table with its states numbered as one meets them from the starts; lark numbers them by hash seed.

    `states` becomes a list with a list for each state of `[token, 0, next state]` or `[token, 1, rule]`.
    """
    tokens = sorted(table["tokens"].values())
    number_of = {name: number for number, name in enumerate(tokens)}
    found = [table["start_states"][start] for start in STARTS]
    rows = []
    for state in found:  # grows on the way
        steps = sorted((number_of[table["tokens"][token]], *step) for token, step in table["states"][state].items())
        found += dict.fromkeys(to for _, kind, to in steps if kind == 0 and to not in found)
        rows.append(steps)
    place = {state: number for number, state in enumerate(found)}
    return {
        "tokens": tokens,
        "states": [[[token, kind, place[to] if kind == 0 else to] for token, kind, to in steps] for steps in rows],
        "start_states": {start: place[state] for start, state in table["start_states"].items()},
        "end_states": {start: place[state] for start, state in table["end_states"].items()},
    }


def _lines(items: list[Any]) -> str:
    return "[\n" + ",\n".join(_line(item) for item in items) + "]"


def _line(item: object) -> str:
    return json.dumps(item, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    Path(__file__).with_name("tables.py").write_text(build_tables(), encoding="utf-8")
