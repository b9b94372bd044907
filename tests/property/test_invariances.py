"""What must change nothing: the hash seed, the order of files and of entries, something unrelated."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reasoner import pipeline
from reasoner.dossier.ir import Dossier
from reasoner.files import SourceFile, load
from reasoner.report.from_findings import Wanted, report
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text

ROOT = Path(__file__).parents[2]
DOSSIERS = {
    "gao": ["facts/gao-truce", "rules"],
    "hospital": ["facts/hospital-log", "rules"],
    "licence": ["facts/licence-audit", "rules"],
}


def files(name: str) -> tuple[SourceFile, ...]:
    return load([str(ROOT / path) for path in DOSSIERS[name]])


def told(dossier: Dossier) -> tuple[str, str]:
    findings = pipeline.check(dossier)
    return to_json(findings, every=True), to_text(report(findings, Wanted()))


def shuffled(dossier: Dossier, seed: int) -> Dossier:
    """The same dossier with the entries of every list in another order."""
    chance = random.Random(seed)

    def mixed(entries: tuple) -> tuple:
        return tuple(chance.sample(entries, len(entries)))

    packs = tuple(replace(pack, rules=mixed(pack.rules), vocabulary=mixed(pack.vocabulary)) for pack in mixed(dossier.packs))
    lists = ("things", "sources", "statements", "hypotheses", "vocabulary", "parameters")
    return replace(dossier, packs=packs, **{name: mixed(getattr(dossier, name)) for name in lists})


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_order_of_files_changes_nothing(name: str) -> None:
    every = files(name)
    assert told(pipeline.read(every[::-1])) == told(pipeline.read(every))


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_entries_changes_nothing(name: str, seed: int) -> None:
    dossier = pipeline.read(files(name))
    assert told(shuffled(dossier, seed)) == told(dossier)


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_hash_seed_changes_nothing(name: str) -> None:
    def output(seed: str, form: str) -> str:
        command = [sys.executable, "-m", "reasoner", "check", *DOSSIERS[name], "--format", form]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False)
        assert done.returncode in {0, 1}, done.stderr
        return hashlib.sha256(done.stdout).hexdigest()

    for form in ("text", "json"):
        assert len({output(seed, form) for seed in ("0", "1", "4711")}) == 1


def test_something_unrelated_changes_nothing_else() -> None:
    page = "dossier: gao-truce\nactors:\n  zed: {name: Zed}\nvocabulary:\n  sneeze: {event: by actor}\nstatements:\n  - {id: zed-sneezes, says: sneeze(by zed)}\n"
    before = pipeline.check(pipeline.read(files("gao")))
    after = pipeline.check(pipeline.read((*files("gao"), SourceFile("more.yaml", page))))

    def kernel(findings: object) -> object:
        return [
            (
                [tuple(guard.name for guard in one.members) for one in part.conflicts],
                [(repair.cost, repair.names) for repair in part.repairs],
                [(one.instance.id, one.verdict) for one in part.judgements],
            )
            for part in findings.explanations
        ]

    assert kernel(after) == kernel(before)


def test_an_answer_that_stays_out_never_becomes_a_conflict() -> None:
    dossier = pipeline.read(files("gao"))
    whole = {tuple(g.name for g in c.members) for part in pipeline.check(dossier).explanations for c in part.conflicts}
    for questions in (0, 1, 5, 20, 100, 400):
        left = iter([1.0] * questions)
        found = pipeline.check(dossier, pipeline.Question(remaining=lambda left=left: next(left, 0.0)))
        some = {tuple(g.name for g in c.members) for part in found.explanations for c in part.conflicts}
        assert not found.complete
        assert some <= whole
