"""The page about the library is run from top to bottom."""

import re

from doc_pages import ROOT

PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
PROGRAM = re.compile(r"^<!-- python -->\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROOM = re.compile(r"`(reasoner(?:\.\w+)+)`")


def test_every_example_does_what_it_says() -> None:
    examples = PROGRAM.findall(PAGE)
    assert len(examples) == len(re.findall(r"^```python$", PAGE, re.MULTILINE)) >= 7
    exec(compile("\n".join(examples), "docs/library.md", "exec"), {"__name__": "page"})


def test_what_it_points_to_is_there() -> None:
    for dotted in ROOM.findall(PAGE):
        module, _, name = dotted.rpartition(".")
        found = __import__(module, fromlist=[name])
        assert getattr(found, name, None) is not None, dotted
