"""Figures as ratios, each against something bare in the same run: `make bench`.

Every time is the least of several runs. Pass words to measure only what has them in its name, such as `help` or `conflicts`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from big_network import bellman_ford, network

import reasoner
from reasoner import pipeline
from reasoner.explanation.streaming import stream

ROOT = Path(__file__).parents[2]
GAO = ["facts/gao-truce", "rules"]
RUNS = 5
MOST = 120  # seconds, after which a process that should have stopped by itself is ended
BARE_SOLVE = """
import sys, clingo, clingodl
control, theory = clingo.Control(["--warn=none", "--stats=0"]), clingodl.ClingoDLTheory()
theory.register(control)
with clingo.ast.ProgramBuilder(control) as builder:
    clingo.ast.parse_files([sys.argv[1]], lambda statement: theory.rewrite_ast(statement, builder.add))
control.ground([("base", [])])
theory.prepare(control)
control.solve()
"""
FIRST = """
import sys
import reasoner
print(next(reasoner.stream(reasoner.load(sys.argv[1:]))))
"""


def seconds(command: list[str], runs: int = RUNS) -> float:
    """The least time that a process takes; its exit code does not matter."""
    return min(timed(lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=False)) for _ in range(runs))


def timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def help_over_bare() -> None:
    bare = seconds([sys.executable, "-c", "pass"], 10)
    told = seconds([sys.executable, "-m", "reasoner", "--help"], 10)
    print(f"`reasoner --help`: {1000 * (told - bare):.0f} ms over bare Python ({1000 * bare:.0f} ms); goal: at most 100 ms")


def gao_over_one_solve() -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "gao.lp"
        compiled = [sys.executable, "-m", "reasoner", "compile", *GAO]
        program.write_text(subprocess.run(compiled, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        bare = seconds([sys.executable, "-c", BARE_SOLVE, str(program)])
        text = seconds([sys.executable, "-m", "reasoner", "check", *GAO])
        first = seconds([sys.executable, "-c", FIRST, *GAO])
    print(f"gao-truce, one bare solve of the compiled program: {bare:.2f} s")
    print(f"gao-truce, consistency and first conflict: {first:.2f} s, {first / bare:.1f} of it; goal: at most 2")
    print(f"gao-truce, whole report: {text:.2f} s, {text / bare:.1f} of it; goal: at most 2")


def independent_conflicts() -> None:
    """Conflicts of three statements each that share nothing: time has to grow with their number."""
    for count in (5, 8, 11, 20, 100, 1000):
        took = _check(_triples(count), 1 if count == 1000 else 2)
        print(f"{count:5} independent conflicts of three: {took:.2f} s, {1000 * took / count:.1f} ms each")


def pairwise_clashes() -> None:
    """Statements that clash two by two; of 200 there are 19,900 conflicts, and what a minute finds of them is told."""
    for count in (10, 20, 30, 200):
        found, took = _found(_clashes(count), ["--timeout", "60"])
        pairs = count * (count - 1) // 2
        print(f"{count:5} statements that clash pairwise: {found} of {pairs} conflicts in {took:.2f} s")


def _found(facts: str, flags: list[str]) -> tuple[str, float]:
    """How many conflicts a check finds (`none` where it has to be ended), and the time that it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.yaml"
        path.write_text(facts)
        command = [sys.executable, "-m", "reasoner", "check", str(path), "--format", "json", *flags]
        start = perf_counter()
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=MOST)
        except subprocess.TimeoutExpired:
            return "none", perf_counter() - start
        took = perf_counter() - start
        return str(sum(len(part["conflicts"]) for part in json.loads(done.stdout)["parts"])), took


def _triples(count: int) -> str:
    head = "dossier: triples\nvocabulary: {fire: {event: by actor}}\nactors: {ann: {}}\nstatements:\n"
    lines = (
        f"  - {{id: a{nth}, says: fire(by ann) as e{nth} and fire(by ann) as f{nth} and e{nth} before f{nth}}}\n"
        f"  - {{id: b{nth}, says: e{nth} after 2013}}\n"
        f"  - {{id: c{nth}, says: f{nth} before 2012}}\n"
        for nth in range(count)
    )
    return head + "".join(lines)


def _clashes(count: int) -> str:
    head = "dossier: clashes\nvocabulary: {fire: {event: by actor}}\nactors: {ann: {}}\nstatements:\n"
    named = "  - {id: s, says: fire(by ann) as e, certain: true}\n"
    lines = (f"  - {{id: s{nth}, says: e during {1000 + nth}}}\n" for nth in range(count))
    return head + named + "".join(lines)


def network_over_bellman_ford() -> None:
    """The stages on the way to the one conflict of a large network, each against a bare Bellman-Ford over the same bounds."""
    events, bounds = 10_000, 60_000
    facts, edges, conflict = network(events, bounds)
    assert sum(limit for _, _, limit in bellman_ford(edges, 2 * events)) < 0
    bare = min(timed(lambda: bellman_ford(edges, 2 * events)) for _ in range(RUNS))
    print(f"network of {events:,} events and {bounds:,} bounds, bare Bellman-Ford: {bare:.2f} s")
    whole = 0.0
    stages = Stages(facts)
    for stage in (stages.read, stages.resolve, stages.translate, stages.ground, stages.first_conflict):
        took = timed(stage)
        whole += took
        print(f"network, {stage.__name__.replace('_', ' ')}: {took:.1f} s, {took / bare:.0f} of it")
    assert stages.members == conflict
    print(f"network, all stages: {whole:.1f} s, {whole / bare:.0f} of it; goal: at most 3")


class Stages:
    """The walk (docs/walk.md) one stage at a time."""

    def __init__(self, facts: str) -> None:
        self.facts = facts
        self.members: set[str] = set()

    def read(self) -> None:
        self.dossier = reasoner.parse({"facts.yaml": self.facts})

    def resolve(self) -> None:
        self.theory = pipeline.understood(self.dossier)

    def translate(self) -> None:
        self.program = pipeline.translate(self.theory)

    def ground(self) -> None:
        self.parts = pipeline.ground(self.program).parts

    def first_conflict(self) -> None:
        self.members = set(next(stream(self.parts, pipeline.solvers(pipeline.Question()))).names)


def _check(facts: str, runs: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.yaml"
        path.write_text(facts)
        return seconds(
            [sys.executable, "-m", "reasoner", "check", str(path), "--format", "json", "-o", str(path) + ".json"], runs
        )


MEASURES = (help_over_bare, gao_over_one_solve, independent_conflicts, pairwise_clashes, network_over_bellman_ford)

if __name__ == "__main__":
    wanted = sys.argv[1:]
    for measure in MEASURES:
        if not wanted or any(word in measure.__name__ for word in wanted):
            measure()
