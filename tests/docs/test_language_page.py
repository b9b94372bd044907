"""The page about the language has every word of the grammar, and every sentence on it can be read."""

import re

import pytest
from doc_pages import ROOT, blocks

from reasoner.diagnostics import Text
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.language.from_text import parse_condition
from reasoner.report.lexicon import Lexicon
from reasoner.report.words import sentence
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Selection

GRAMMAR = (ROOT / "reasoner" / "language" / "grammar.lark").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
TERMINAL = re.compile(r"^_?[A-Z][A-Z_]*(?:\.\d+)?: *(.*(?:\n +\|.*)*)", re.MULTILINE)
NOT_WORDS = re.compile(r"//.*|\(\?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|\\.|\b[A-Z_]+\b")
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


def test_the_words_are_found_in_the_grammar() -> None:
    found = words_of(GRAMMAR)
    assert {"is", "old", "at", "overlapped-by", "strictly", "early-morning", "working-days", "sum", "differs"} <= found
    assert words_of("_NEW.4: /henceforth(?![-\\w])/\n") == {"henceforth"}


@pytest.mark.parametrize("line", [line for block in SENTENCES.findall(PAGE) for line in block.splitlines()])
def test_a_sentence_of_the_page_can_be_read(line: str) -> None:
    parse_condition(Text(line))


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
