"""The tests that stand beside the rules."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.ir import Answer, Code, Options
from reasoner.commands.reading import theory_and_notes
from reasoner.dossier.ir import Rule, RuleTest, Verdict
from reasoner.files import SourceFile
from reasoner.report.clean import clean
from reasoner.report.json_text import json_text
from reasoner.rule_tests import Came, Lines, Tried, run_tests, untested

SCHEMA_VERSION = 1


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """One line for each test that fails, then a summary; with -v the rules without tests, too."""
    theory, notes = theory_and_notes(files)
    tried = tuple(run_tests(theory.dossier))
    bare = untested(theory.dossier)
    failed = [one for one in tried if not one.passed]
    if options.format == "json":
        text = json_text(_to_json(tried, bare))
    else:
        lines = [_failure(one) for one in failed]
        lines += [f"{_place(rule)}: {rule.id} has no tests" for rule in bare if options.verbose]
        lines += [_summary(tried, failed, bare)] if not options.quiet else []
        text = "".join(f"{clean(line)}\n" for line in lines)
    return Answer(text, Code.FINDINGS if failed else Code.FINE, "" if options.quiet else notes)


# ---------------------------------------------------------------- text


def _failure(one: Tried) -> str:
    name = f" “{one.test.name}”" if one.test.name else ""
    expected = _outcome(one.test.expect, (one.test.members,) if one.test.members else ())
    return f"{_place(one.test)}: {one.rule.id}{name}: expected {expected}, but {_what_came(one)}"


def _what_came(one: Tried) -> str:
    if one.came is None:
        return f"its facts have faults: {'; '.join(f'{found.code} {found.message}' for found in one.faults)}"
    if one.came.clash is not None:
        return f"{_lines(one.came.clash) or 'the rest of its pack'} cannot be true, also without the rule"
    return f"{_outcome(one.came.verdict, one.came.members)} came"


def _outcome(verdict: Verdict, members: tuple[Lines, ...]) -> str:
    word = "nothing" if verdict is Verdict.NONE else verdict.value
    return word + (f" ({' or '.join(_lines(lines) for lines in members)})" if any(members) else "")


def _lines(lines: Lines) -> str:
    return ("lines " if len(lines) > 1 else "line ") + ", ".join(map(str, lines)) if lines else ""


def _summary(tried: Sequence[Tried], failed: Sequence[Tried], bare: Sequence[Rule]) -> str:
    if not tried:
        return "there are no tests" + (f" of {_count(len(bare), 'rule')}" if bare else "")
    rules = len({(one.rule.pack, one.rule.id) for one in tried})
    text = f"{_count(len(tried), 'test')} of {_count(rules, 'rule')}: "
    text += f"{len(failed)} failed" if failed else "all passed"
    return text + (f"; {_count(len(bare), 'rule')} without tests" if bare else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _place(entry: Rule | RuleTest) -> str:
    return f"{entry.span.file}:{entry.span.line}"


# ---------------------------------------------------------------- JSON


def _to_json(tried: Sequence[Tried], bare: Sequence[Rule]) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "passed": sum(one.passed for one in tried),
        "failed": sum(not one.passed for one in tried),
        "tests": [_test_to_json(one) for one in tried],
        "without_tests": [
            {"rule": rule.id, "pack": rule.pack, "file": rule.span.file, "line": rule.span.line} for rule in bare
        ],
    }


def _test_to_json(one: Tried) -> dict[str, object]:
    test = one.test
    return {
        "rule": one.rule.id,
        "pack": one.rule.pack,
        "name": test.name,
        "file": test.span.file,
        "line": test.span.line,
        "passed": one.passed,
        "expected": {"verdict": test.expect.value, "members": list(test.members) if test.members else None},
        "came": _came_to_json(one.came) if one.came else None,
        "faults": [{"code": found.code, "message": found.message} for found in one.faults],
    }


def _came_to_json(came: Came) -> dict[str, object]:
    return {
        "verdict": came.verdict.value,
        "members": [list(lines) for lines in came.members],
        "clash": None if came.clash is None else list(came.clash),
    }
