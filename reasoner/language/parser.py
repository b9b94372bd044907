"""The parser of the language, made from the shipped tables in a few milliseconds."""

from __future__ import annotations

import json
from typing import Final

from lark import Lark

from reasoner.language.tables import TABLES


def _load(tables: str) -> Lark:
    """Gives lark's own form back to what `build_grammar` wrote: numbers as keys, which JSON has none of."""
    shipped = json.loads(tables)
    table = shipped["data"]["parser"]["parser"]
    table["tokens"] = dict(enumerate(table["tokens"]))
    table["states"] = {
        number: {token: (kind, to) for token, kind, to in steps} for number, steps in enumerate(shipped["states"])
    }
    # A dict is taken as it is; only a file would be unpickled.
    return Lark.load({"data": shipped["data"], "memo": dict(shipped["memo"])})


PARSER: Final = _load(TABLES)
"""Made once, when this module is first imported; it keeps nothing of the texts that it parses."""
