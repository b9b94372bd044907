"""What things are called."""

from reasoner.diagnostics import Text
from reasoner.dossier.ir import Dossier, Form, Pack, Predicate, Source, Thing
from reasoner.language.from_text import parse_when
from reasoner.language.ir import Name
from reasoner.report.lexicon import Lexicon, lexicon


def test_names_come_from_things_and_sources_and_are_clean() -> None:
    dossier = Dossier(
        "d", things=(Thing("a", "actor", "A\u202e man"), Thing("b", "place")), sources=(Source("s", "The\x1bSun"),)
    )
    words = lexicon(dossier)
    assert [words.name(ident) for ident in ("a", "b", "s", "unknown")] == ["A� man", "b", "The�Sun", "unknown"]


def test_a_document_is_told_with_its_date() -> None:
    dossier = Dossier("d", things=(Thing("memo", "document", dated=parse_when(Text("2013-01-19"))),))
    assert lexicon(dossier).dates == {"memo": "19 January 2013"}


def test_the_dossier_has_the_first_word_on_a_predicate() -> None:
    ours, theirs = Predicate("p", Form.EVENT, text="ours"), Predicate("p", Form.EVENT, text="theirs")
    dossier = Dossier("d", vocabulary=(ours,), packs=(Pack("x", vocabulary=(theirs, Predicate("q", above=Name("p")))),))
    assert [entry.text for entry in lexicon(dossier).kinds("q")] == ["", "ours"]
    assert lexicon(dossier).form("q") is Form.EVENT


def test_kinds_that_stand_above_each_other_end() -> None:
    circle = {"p": Predicate("p", above=Name("q")), "q": Predicate("q", above=Name("p"))}
    assert [entry.id for entry in Lexicon(predicates=circle).kinds("p")] == ["p", "q"]
    assert Lexicon(predicates=circle).form("p") is None
