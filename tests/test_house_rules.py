"""The rules of the house that no other tool holds. Each finds nothing, or names the file and line."""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reasoner"

MOST_FUNCTION = 30  # lines without the docstring
MOST_TABLE = 45  # of a function that is nothing but one `match`: a table, one case for each form
MOST_FILE = 300

# What may be longer, and why.
LONG_FILES = {
    "language/ir.py": "one list of small records: every form that a sentence can take",
    "language/tables.py": "written by build_grammar.py",
}
LONG_FUNCTIONS: dict[str, str] = {}

CACHES = {
    "times/zones.py": "docs/decisions/0010-zones-are-kept.md",
    "language/rewrite.py": "docs/decisions/0048-what-kinds-of-nodes-hold-is-kept.md",
}
"""What is kept for as long as the process lives."""
KEPT = "docs/decisions/0050-what-is-found-once-is-kept-with-its-object.md"
KEEPERS = {
    "explanation/from_parts.py": "the components of a part that is being judged",
    "explanation/networks.py": "the longest ways from a point",
    "explanation/possibilities.py": "what can be in a repaired dossier",
    "explanation/premises.py": "the networks of a sample",
    "explanation/shortfalls.py": "the bounds of each tag, and the solver in which they can be switched",
    "pipeline.py": "what is found of the dossier of a claim",
    "report/forced.py": "what follows in a part, and in a setting of it",
}
"""What is kept for as long as an object lives whose values do not change, by file."""
FILLED = {
    "program/claims.py": "the numbers of the program that is being written",
    "program/values.py": "the contents of the program that is being written",
}
"""Builders: what they hold is what they build."""

# Which files may reach outside, by what they reach for.
DOORS = {
    "clingo": r"(ground|solver)/\w+\.py|program/raw(_\w+)?\.py",
    "clingodl": r"(ground|solver)/\w+\.py",
    "yaml": r"dossier/yaml_\w+\.py",
    "lark": r"language/\w+\.py",
    "click": r"(cli|streams)\.py",
    "sys": r"(cli|streams)\.py",
    "pickle": r"-",
    "marshal": r"-",
    "subprocess": r"-",
    "socket": r"-",
    "urllib": r"-",
    "random": r"-",
    "logging": r"-",
}
FILE_DOORS = r"files\.py|language/build_grammar\.py"  # the latter makes the tables of the grammar, before anything is shipped
PRINT_DOORS = r"cli\.py|language/build_grammar\.py"
CLOCK_DOOR = "commands/asking.py"
OPENERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCKS = re.compile(r"\b(datetime|date)\.(now|today|utcnow)$")
CHANGERS = {"append", "extend", "insert", "update", "add", "pop", "setdefault", "clear", "remove", "discard", "sort"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bNotImplementedError\b|\bstub\b")
CODE = re.compile(r"[FDLT]\d{3}")

Rule = Callable[[str, ast.Module], Iterator[tuple[int, str]]]


def trees() -> list[tuple[str, ast.Module]]:
    return [(path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text())) for path in sorted(PACKAGE.rglob("*.py"))]


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def called(node: ast.AST) -> str:
    """The last word of what is called: `f` of `a.b.f(..)`."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def length(function: ast.FunctionDef) -> int:
    doc = function.body[0] if ast.get_docstring(function) is not None else None
    return function.end_lineno - function.lineno + 1 - (doc.end_lineno - doc.lineno + 1 if doc else 0)


def most(function: ast.FunctionDef) -> int:
    body = function.body[ast.get_docstring(function) is not None :]
    return MOST_TABLE if [type(part) for part in body] == [ast.Match] else MOST_FUNCTION


# ---------------------------------------------------------------- the rules


def functions_are_short(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and length(node) > most(node) and f"{file}:{node.name}" not in LONG_FUNCTIONS:
            yield node.lineno, f"{node.name} has {length(node)} lines"


def outside_has_few_doors(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for module in imported(node):
            door = DOORS.get(module.split(".")[0])
            if door and not re.fullmatch(door, file):
                yield node.lineno, f"imports {module}"


def files_are_opened_in_one_place(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    if not re.fullmatch(FILE_DOORS, file):
        yield from ((node.lineno, called(node)) for node in ast.walk(tree) if called(node) in OPENERS and not is_devnull(node))


def is_devnull(node: ast.Call) -> bool:
    return ast.unparse(node).startswith("os.open(os.devnull")


def printing_is_done_by_the_command_line(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    if not re.fullmatch(PRINT_DOORS, file):
        yield from ((node.lineno, "print") for node in ast.walk(tree) if called(node) in {"print", "input", "breakpoint"})


def nobody_reads_the_clock(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """But for one place, which hands it on to where a limit counts: elsewhere not even its name is known."""
    for node in ast.walk(tree):
        if "time" in imported(node) and file != CLOCK_DOOR:
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.Attribute) and CLOCKS.search(ast.unparse(node)):
            yield node.lineno, ast.unparse(node)


def imports_stand_at_the_top(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """But for a command, which is imported when it is called, and for the names of the package, when they are used."""
    for node in ast.walk(tree):
        if imported(node) and node not in tree.body:
            yield node.lineno, ast.unparse(node)
        if called(node) in {"import_module", "__import__"} and file not in {"cli.py", "__init__.py"}:
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
            yield node.lineno, "TYPE_CHECKING"


def modules_have_no_state(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    known = {name.id for node in tree.body for name in targets(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield node.lineno, "global"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGERS:
            changed: ast.expr | None = node.func.value
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            changed = node.value
        else:
            continue
        if isinstance(changed, ast.Name) and changed.id in known and changed.id.lstrip("_").isupper():
            yield node.lineno, f"alters {changed.id}"


def targets(node: ast.stmt) -> list[ast.Name]:
    found = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target for target in found if isinstance(target, ast.Name)]


def constants_are_in_capitals(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """A list, dict or set of a module is a table that nobody alters; its name says so."""
    for node in tree.body:
        value = getattr(node, "value", None)
        if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
            yield from (
                (node.lineno, name.id) for name in targets(node) if not name.id.lstrip("_").isupper() and name.id != "__all__"
            )


def nothing_is_cached(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Neither for the process nor for an object, but where that was decided."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", []):
            words = ast.unparse(decorator)
            if re.search(r"\b(lru_)?cache\b", words) and file not in CACHES:
                yield node.lineno, words
            if re.search(r"\bcached_property\b", words) and file not in KEEPERS:
                yield node.lineno, words
            if words.startswith("dataclass") and "frozen=True" in words and file not in {**KEEPERS, **FILLED}:
                yield from ((part.lineno, ast.unparse(part)) for part in node.body if is_filled_later(part))


def is_filled_later(node: ast.stmt) -> bool:
    """Whether a field of a record begins as an empty table that can be altered."""
    return isinstance(node, ast.AnnAssign) and bool(
        re.match(r"(dict|list|set|defaultdict|Counter)\b", ast.unparse(node.annotation)) and "factory" in ast.unparse(node)
    )


def records_are_frozen(file: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", []):
            words = ast.unparse(decorator)
            frozen = "frozen=True" in words or not file.endswith("/ir.py")  # a builder may fill what it holds
            if words.startswith("dataclass") and not (frozen and "slots=True" in words):
                yield node.lineno, f"{node.name}: {words}"


RULES: list[Rule] = [
    functions_are_short,
    outside_has_few_doors,
    files_are_opened_in_one_place,
    printing_is_done_by_the_command_line,
    nobody_reads_the_clock,
    imports_stand_at_the_top,
    modules_have_no_state,
    constants_are_in_capitals,
    nothing_is_cached,
    records_are_frozen,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps(rule: Rule) -> None:
    assert [f"reasoner/{file}:{line}: {what}" for file, tree in trees() for line, what in rule(file, tree)] == []


BROKEN = {
    functions_are_short: ["def f():\n" + "    x = 1\n" * MOST_FUNCTION],
    outside_has_few_doors: ["from clingo.symbol import Function"],
    files_are_opened_in_one_place: ["Path('x').read_text()"],
    printing_is_done_by_the_command_line: ["print('x')"],
    nobody_reads_the_clock: [
        "import datetime\ndatetime.date.today()",
        "from datetime import datetime\nclock = datetime.now",
        "from time import monotonic as ticks",
        "import time",
    ],
    imports_stand_at_the_top: ["def f():\n    import re"],
    modules_have_no_state: ["_SEEN = {}\ndef f(x):\n    _SEEN[x] = 1"],
    constants_are_in_capitals: ["seen = []"],
    nothing_is_cached: [
        "@functools.lru_cache(maxsize=None)\ndef f(): ...",
        "class A:\n    @cached_property\n    def f(self): ...",
        "@dataclass(frozen=True, slots=True)\nclass A:\n    known: dict[int, int] = field(default_factory=dict)",
    ],
    records_are_frozen: ["@dataclass(slots=True)\nclass A: ..."],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_file_that_breaks_it_is_found(rule: Rule) -> None:
    for text in BROKEN[rule]:
        assert len(list(rule("theory/ir.py", ast.parse(text)))) == 1, text


def test_what_is_cached_has_a_recorded_decision() -> None:
    assert [record for record in (*CACHES.values(), KEPT) if not (ROOT / record).exists()] == []
    named = (ROOT / KEPT).read_text()
    assert [file for file in (*KEEPERS, *FILLED) if f"`{file}`" not in named] == []
    exceptions = {**CACHES, **KEEPERS, **FILLED}
    assert [
        file for file in exceptions if not list(nothing_is_cached("elsewhere.py", ast.parse((PACKAGE / file).read_text())))
    ] == []


def test_a_program_is_made_of_the_theory_and_not_of_what_the_author_wrote() -> None:
    rooms = ("program/", "ground/", "solver/")
    nodes = ((file, node) for file, tree in trees() if file.startswith(rooms) for node in ast.walk(tree))
    used = (f"{file}:{node.lineno}" for file, node in nodes if isinstance(node, ast.Attribute) and node.attr == "dossier")
    assert list(used) == []


def test_files_are_short() -> None:
    sizes = {path.relative_to(PACKAGE).as_posix(): len(path.read_text().splitlines()) for path in PACKAGE.rglob("*.py")}
    assert sorted(file for file, size in sizes.items() if size > MOST_FILE and file not in LONG_FILES) == []


def test_no_work_is_left_for_later_in_a_comment() -> None:
    files = [path for path in sorted(PACKAGE.rglob("*")) if path.suffix in {".py", ".lark"}]
    assert [path.name for path in files if UNFINISHED.search(path.read_text())] == []


def test_nothing_public_is_there_in_vain() -> None:
    """A function or class that no other line of the program names is not part of it."""
    defined = [
        (file, node.name)
        for file, tree in trees()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    every = Counter(word for path in PACKAGE.rglob("*.py") for word in re.findall(r"\w+", path.read_text()))
    assert [(file, name) for file, name in defined if every[name] < 2] == []


def test_commands_take_the_verbs_of_the_walk_from_the_pipeline() -> None:
    verbs = {"reasoner.dossier.from_yaml.read", "reasoner.program.from_theory.translate", "reasoner.ground.from_program.ground"}
    verbs |= {"reasoner.explanation.from_parts.explain"}
    taken = [
        (file, f"{node.module}.{alias.name}")
        for file, tree in trees()
        for node in ast.walk(tree)
        if file.startswith(("commands/", "library")) and isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert [one for one in taken if one[1] in verbs] == []


def test_no_module_is_a_drawer_for_anything() -> None:
    assert [path for path in PACKAGE.rglob("*.py") if path.stem in {"utils", "util", "helpers", "common", "base", "misc"}] == []


def test_every_public_name_is_explained() -> None:
    package = importlib.import_module("reasoner")
    public = [getattr(package, name) for name in getattr(package, "__all__", ())]
    assert [thing.__name__ for thing in public if callable(thing) and not (thing.__doc__ or "").strip()] == []


def test_every_code_of_a_diagnostic_is_in_the_list_of_errors() -> None:
    page = (ROOT / "docs" / "errors.md").read_text()
    used = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    spans = ((letter, int(first), int(last)) for letter, first, last in re.findall(r"([FDLT])(\d{3}) to \1(\d{3})", page))
    told = {f"{letter}{number:03}" for letter, first, last in spans for number in range(first, last + 1)}
    assert sorted(used - told - set(CODE.findall(page))) == []
