"""Terms of the program are read back."""

import pytest

from reasoner.report.symbols import Call, Symbol, shown, symbol


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ('s("deal-1")', Call("s", ("deal-1",))),
        ("forever", Call("forever")),
        ("-12", -12),
        ('"a \\"b\\\\ c\\n"', 'a "b\\ c\n'),
        ('fires("r",("a",))', Call("fires", ("r", Call("", ("a",))))),
        ('f(g(1,-2),"x,(y)",())', Call("f", (Call("g", (1, -2)), "x,(y)", Call("")))),
    ],
)
def test_a_term_is_read(text: str, term: Symbol) -> None:
    assert symbol(text) == term


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"a"', "a"),
        ("7", "7"),
        ('new("rule",1,("a","b"))', "rule(a, b)"),
        ('fresh("p",1,("a",))', "something"),
        ('fresh("p",2,("a",))', "something-2"),
        ('said("s","x")', "said(x, s)"),
        ('content("p($1, at $2)",("a",content("q()",())))', "that p(a, at that q())"),
        ('n("six","count")', "count of six"),
        ('text("a b")', '"a b"'),
    ],
)
def test_a_value_is_shown_as_instances_print_it(text: str, words: str) -> None:
    assert shown(symbol(text)) == words


def test_numbers_are_shown_as_the_dossier_tells_them() -> None:
    assert shown(symbol('("a",5,content("p($1)",(7,)))'), 2) == "a, 2.5, that p(3.5)"
