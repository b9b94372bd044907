"""The page about the language has every word of the grammar, and every sentence on it can be read."""

import re
from collections.abc import Iterator

import pytest
from doc_pages import ROOT, blocks

from reasoner.diagnostics import Rejected, Text
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.language.from_text import parse_condition
from reasoner.pipeline import compiled
from reasoner.report.lexicon import Lexicon
from reasoner.report.words import sentence
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Selection

GRAMMAR = (ROOT / "reasoner" / "language" / "grammar.lark").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
TERMINAL = re.compile(r"^_?[A-Z][A-Z_]*(?:\.\d+)?: *(.*(?:\n +\|.*)*)", re.MULTILINE)
NOT_WORDS = re.compile(r"//.*|\(\?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|\\.|\b[A-Z_]+\b")
KEY = re.compile(r'(?:fields\.(?:need|read|maybe)\(|(?:_once|_joined)\(\w+, |_joined\(\[\w+\], )"([\w-]+)"')
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
SENTENCES = re.compile(r"^<!-- sentences -->\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def words_of(grammar: str) -> set[str]:
    """The words that terminals are made of: `is`, `old`, `at`, `overlapped-by`."""
    bodies = " ".join(TERMINAL.findall(grammar))
    return {word.strip("-") for word in re.findall(r"[a-z][a-z-]*", NOT_WORDS.sub(" ", bodies))} - {"st", "nd", "rd", "th", "e"}


def test_every_word_of_the_grammar_is_on_the_page() -> None:
    code = " ".join([*CODE.findall(PAGE), *SENTENCES.findall(PAGE)])
    told = set(re.findall(r"[a-z][a-z-]*", code))
    assert sorted(word for word in words_of(GRAMMAR) if word not in told) == []


def test_every_key_of_the_files_is_on_the_page() -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "reasoner" / "dossier").glob("*.py"))]
    known = {key for text in sources for key in KEY.findall(text)}
    assert {"says", "because", "change", "of", "implied-by", "dilemma", "defines", "clock", "queries"} <= known
    told = " ".join(CODE.findall(PAGE)) + " ".join(block.body for block in blocks(PAGE))
    assert sorted(key for key in known if not re.search(rf"(?<![\w-]){key}(?![\w-])", told)) == []


def test_the_words_are_found_in_the_grammar() -> None:
    found = words_of(GRAMMAR)
    assert {"is", "old", "at", "overlapped-by", "strictly", "early-morning", "working-days", "sum", "differs"} <= found
    assert words_of("_NEW.4: /henceforth(?![-\\w])/\n") == {"henceforth"}


@pytest.mark.parametrize("line", [line for block in SENTENCES.findall(PAGE) for line in block.splitlines()])
def test_a_sentence_of_the_page_can_be_read(line: str) -> None:
    parse_condition(Text(line))


FACTS = """\
dossier: sample
actors: {mujao: {}, algeria: {}, belmokhtar: {}, paper: {}, dawn: {}, a: {}, b: {}, c: {}, x: {}, y: {}}
places: {ouargla: {}}
documents: {memo: {dated: 2013-01-19}, treaty: {dated: 2012}}
statements:
  - {id: deal-after-gao, says: "truce(belmokhtar, algeria) as deal"}
  - {id: deals, says: "truce(a, b) as deal-1 and truce(a, c) as deal-2"}
  - {id: fights, says: "attack(by mujao) as raid and attack(by mujao) as ouargla-bombing and fighting(mujao) as war"}
  - {id: first-report, says: attack(by algeria) as other-raid}
  - {id: correction, says: not first-report}
"""
WORDS = """pack: words
parameters: {tolerance: 3, notice: 72 hours}
vocabulary:
  attack: {event: "by actor, on actor, at place, killed number"}
  bombing: {is: attack}
  truce: {state: "actor, actor"}
  fighting: {state: actor}
  leads: {state: "actor, actor"}
  knows: {fact: "actor, content"}
  claims: {fact: "actor, content"}
  deaths: {event: "in event, count number"}
  measured: {event: "of actor, height number, width number"}
  signature: {event: "by actor, on document"}
  announces: {event: "actor, text"}
  embassy-cable: {kind: thing}
"""
RULE = """rules:
  - id: rule
    text: TEXT
    given:
      - truce(A, B) as T
      - attack(by A, on B, killed N) as E
      - attack(killed M)
      - knows(_, P)
      - knows(_, Q)
"""
VARIABLE = re.compile(r"\b[A-Z]\b")
WORKING = [
    line for block in SENTENCES.findall(PAGE.partition("## Parsed, but not supported yet")[0]) for line in block.splitlines()
]


def rules_for(line: str) -> Iterator[str]:
    """The rule that the line is put into, with a text that names all variables of the line, or those outside of a content; also
    with another variable for N, which the line may count."""
    for names in (line, line.partition("that ")[0]):
        for rule in (RULE, RULE.replace("killed N", "killed L")):
            yield rule.replace("TEXT", " ".join(f"${name}" for name in sorted(set(VARIABLE.findall(rule + names)))))


@pytest.mark.parametrize("line", WORKING)
def test_a_sentence_that_is_supported_can_be_stated_or_stands_in_a_rule(line: str) -> None:
    quoted = f"'{line}'"
    tried = [(FACTS + f"  - {{id: own, says: {quoted}, at: memo}}\n", WORDS)]
    for rule in rules_for(line):
        tried += [
            (FACTS, WORDS + rule + f"      - {quoted}\n    never: E during 2012\n"),
            (FACTS, WORDS + rule + f"    then: {quoted}\n"),
            (FACTS, WORDS + rule.replace("truce(A, B)", "leads(A, B)") + f"    then: {quoted}\n"),
        ]
    faults = []
    for facts, rules in tried:
        try:
            compiled(read([SourceFile("facts.yaml", facts), SourceFile("rules.yaml", rules)]))
        except Rejected as rejected:
            faults.append(str(rejected))
        else:
            return
    raise AssertionError(faults)


def test_the_files_of_the_page_hold_no_fault() -> None:
    files = [SourceFile(block.file, block.body) for block in blocks(PAGE) if block.file]
    assert [file.path for file in files] == ["facts.yaml", "rules.yaml"]
    assert resolve(read(files), Selection()).notes == ()


@pytest.mark.parametrize("line", [line for block in SENTENCES.findall(PAGE) for line in block.splitlines()])
def test_a_sentence_of_the_page_can_be_told_in_words(line: str) -> None:
    words = sentence(parse_condition(Text(line)), Lexicon())
    assert words == words.strip()
    assert "\n" not in words
    assert "  " not in words
    assert not words.endswith(".")
