"""The program while it is written."""

from reasoner.program.formula import Le
from reasoner.program.ir import Origin
from reasoner.program.writer import Writer

HERE = Origin("rule", "r")


def texts(writer: Writer) -> list[str]:
    return [line.text for line in writer.lines]


def test_a_rule_is_written_once() -> None:
    writer = Writer()
    for _ in range(2):
        writer.rule("p", ("q", "q", "r"), HERE)
    writer.rule("p", (), HERE)
    writer.rule("", ("p",), HERE)
    assert texts(writer) == ["p :- q, r.", "p.", ":- p."]


def test_the_words_of_a_program_are_known() -> None:
    writer = Writer()
    writer.rule('p("is(x)")', ('need(days(s("e")))',), HERE)
    assert writer.words() == {"p", "need", "days", "s"}


def test_what_can_never_be_is_left_out() -> None:
    writer = Writer()
    writer.rule("p", ("q", "#false"), HERE)
    assert texts(writer) == []


def test_a_tested_bound_has_its_domain_and_an_imposed_one_its_body() -> None:
    writer = Writer()
    assert writer.tested(Le("s(A)", "0", 3, "r/1"), ("p(A)",), HERE) == 'le(s(A),0,3,"r/1")'
    assert writer.tested(Le('s("a")', "0", 3), ("p(A)",), HERE) == 'le(s("a"),0,3)'
    writer.imposed(Le("s(A)", "0", 3), ("p(A)",), HERE)
    assert texts(writer) == ['dom(s(A),0,3,"r/1") :- p(A).', 'dom(s("a"),0,3).', "diff(s(A),0,3) :- p(A)."]


def test_counts_go_by_what_is_counted() -> None:
    writer = Writer()
    assert [writer.number(what) for what in "aab"] == [1, 2, 1]
