"""Terms of the program as text."""

from reasoner.program.terms import quote, values, variables, words


def test_names_are_strings() -> None:
    assert quote('a"b\\c\nd') == '"a\\"b\\\\c\\nd"'


def test_variables_are_found_outside_strings() -> None:
    assert variables('p(A,"B",_E1,n(C))', "le(s(A),0,-D)") == ("A", "_E1", "C", "D")
    assert variables("p(_,aB)") == ()


def test_a_tuple_of_one_has_its_comma() -> None:
    assert [values(names) for names in ((), ("A",), ("A", "B"))] == ["()", "(A,)", "(A,B)"]


def test_what_users_chose_is_no_word_of_the_program() -> None:
    assert words('p("is(")', 'need(q("a\\"b",s(X)))', "raw_days(forever,_Y)") == ("p", "need", "q", "s", "raw_days", "forever")
