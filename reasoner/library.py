"""What `import reasoner` offers beside the values themselves: from files or texts to a dossier, and on to what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fspath

from reasoner import files
from reasoner.diagnostics import Severity
from reasoner.dossier.ir import Dossier
from reasoner.explanation import streaming
from reasoner.explanation.ir import Conflict, Narrowed, Repair, Stopped
from reasoner.explanation.ticks import ticking
from reasoner.files import SourceFile
from reasoner.ground.ir import Part
from reasoner.pipeline import (
    Question,
    check,
    clashing,
    compiled,
    fitting,
    narrowed,
    read,
    solvers,
    understood,
    with_facts,
)
from reasoner.report.placed import things_asked
from reasoner.report.symbols import shown, symbol

__all__ = ["Question", "check", "load", "parse", "stream", "when"]


def load(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> Dossier:
    """Read a dossier and the rules beside it from files and folders, each a text or a `Path`; one or several.

    Raises:
        Rejected: where any of them cannot be read, then with all faults of all files, and where no path is given.
        TypeError: where it is given anything else.
    """
    several = (paths,) if isinstance(paths, str | bytes | PathLike) or not isinstance(paths, Iterable) else paths
    return _readable(read(files.load([_path(one) for one in several])))


def _path(given: object) -> str:
    path = fspath(given) if isinstance(given, PathLike) else given
    if not isinstance(path, str):
        msg = f"load takes paths, each a text or a `Path`, and not {given!r}"
        raise TypeError(msg)
    return path


def parse(texts: Mapping[str, str]) -> Dossier:
    """Read a dossier and rules from texts, by the names under which faults tell their places.

    Raises:
        Rejected: where any of them cannot be read, then with all faults of all texts.
        TypeError: where it is given one text without a name, or anything else but texts by name.
    """
    if not isinstance(texts, Mapping) or not all(isinstance(part, str) for pair in texts.items() for part in pair):
        msg = 'parse takes texts by their names, as in parse({"facts.yaml": "dossier: d"})'
        raise TypeError(msg)
    return _readable(read([SourceFile(name, text) for name, text in sorted(texts.items())]))


def _readable(dossier: Dossier) -> Dossier:
    """The dossier, unless something in it could not be read: then whatever else is wrong is told at once with that."""
    if any(found.severity is Severity.ERROR for found in dossier.diagnostics):
        understood(dossier)
    return dossier


def stream(dossier: Dossier, question: Question = Question()) -> Iterator[Conflict | Repair]:  # noqa: B008 - a frozen value
    """Conflicts and repairs one by one, as soon as each is known; see `explanation/streaming.py` for their order.

    Raises:
        Rejected: where the dossier has faults, and where there is none, before anything comes.
        Stopped: where the time of the question has run out; what came until then is right, and there may be more.
    """
    _, ground = compiled(with_facts(dossier), question)
    return _streamed(dossier, ground.parts, question)


def when(dossier: Dossier, ids: str | Iterable[str], question: Question = Question()) -> tuple[Narrowed, ...]:  # noqa: B008 - a frozen value
    """Where events, states and documents lie, by what narrows them: a case for each of the ten cheapest ways out that differ.

    An id may be that of a statement or of a rule: then it stands for all that it names or brings about.

    Raises:
        Rejected: where the dossier has faults, and where an id names nothing that has times.
        Stopped: where the time of the question has run out.
    """
    findings = clashing(dossier, question)
    things = things_asked((ids,) if isinstance(ids, str) else ids, findings)
    findings, found = narrowed(findings, things, question, 10, reasons=True)
    if not findings.complete:
        raise Stopped("the time is up")
    return tuple(replace(one, thing=shown(symbol(one.thing))) for one in found)


def _streamed(dossier: Dossier, parts: Sequence[Part], question: Question) -> Iterator[Conflict | Repair]:
    with fitting(dossier):
        yield from streaming.stream(parts, solvers(question), ticking(question.remaining))
