"""JSON as text that a terminal can show: every script as it is, and escapes for what a terminal would obey."""

from __future__ import annotations

import json

from reasoner.report.clean import OBEYED


def json_text(value: object) -> str:
    """The value as indented JSON with a line break at the end; no control or bidi character passes unescaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return OBEYED.sub(lambda found: found.group() if found.group() == "\n" else json.dumps(found.group())[1:-1], text) + "\n"
