"""The program as text that a person can read and a solver runs."""

import clingo
import clingodl
from small_dossiers import dossier

from reasoner.pipeline import compiled
from reasoner.program.to_text import to_text

FACTS = """statements:
  - {id: s, says: attack(by ann) as e and e exactly 1 month after memo}
  - {id: n, says: not attack(by ann) during 2013-02}
"""


def text() -> str:
    program, ground = compiled(dossier(FACTS))
    return to_text(program, ground.told)


def test_it_runs_as_it_stands() -> None:
    control, theory = clingo.Control(["--warn=none"]), clingodl.ClingoDLTheory()
    theory.register(control)
    with clingo.ast.ProgramBuilder(control) as builder:
        clingo.ast.parse_string(text(), lambda statement: theory.rewrite_ast(statement, builder.add))
    control.ground([("base", [])])
    theory.prepare(control)
    on = [clingo.Function("on", [clingo.Function("accept", [clingo.String(name)])]) for name in "sn"]
    broken = clingo.parse_term('broken(inst("not n",("e",)))')
    assert control.solve([(guard, True) for guard in on]).satisfiable
    assert not control.solve([*((guard, True) for guard in on), (broken, False)]).satisfiable
    assert control.solve([(on[0], True), (on[1], False), (broken, False)]).satisfiable
