"""The shipped parse tables are those of the grammar."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reasoner.language import build_grammar, tables

SHIPPED = Path(tables.__file__).read_text(encoding="utf-8")


def test_the_shipped_tables_are_those_of_the_grammar() -> None:
    """Building also proves, in lark's strict mode, that the grammar and its terminals have no conflict."""
    assert build_grammar.build_tables() == SHIPPED, "run: python -m reasoner.language.build_grammar"


def test_the_tables_do_not_hang_on_the_hash_seed() -> None:
    code = "from reasoner.language.build_grammar import build_tables; import sys; sys.stdout.write(build_tables())"
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == SHIPPED


def test_no_pickle_is_read_and_no_grammar_built_at_run_time() -> None:
    code = (
        "import pickle\n"
        "def refuse(*_, **__): raise AssertionError\n"
        "pickle.load = pickle.loads = pickle.Unpickler = refuse\n"
        "import lark.load_grammar\n"
        "lark.load_grammar.load_grammar = refuse\n"
        "from reasoner.language.from_text import parse_condition\n"
        "from reasoner.diagnostics import Text\n"
        "parse_condition(Text('E before F'))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
