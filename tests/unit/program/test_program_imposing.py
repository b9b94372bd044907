"""What statements say of time holds in every world in which they do."""

import pytest
from small_dossiers import block, conflicts, lines

FACTS = "statements:\n  - {id: s, says: attack(by ann) as e and e %s}\n"
IMPOSED = {
    "before letter": 'diff(e("e"),s("letter"),-1) :- holds("s").',
    "after letter": 'diff(e("letter"),s("e"),-1) :- holds("s").',
    "within 72 hours after letter": """
        diff(e("letter"),s("e"),0) :- holds("s").
        diff(s("e"),e("letter"),4320,"s/1") :- holds("s").""",
    "exactly 1 month after memo": """
        diff(e("memo"),s("e"),-44640,"s/1") :- holds("s").
        diff(s("e"),e("memo"),44640,"s/1") :- holds("s").""",
    "not before letter": """
        dom(e("e"),s("letter"),-1).
        :- holds("s"), le(e("e"),s("letter"),-1).""",
    "exactly 1 month after letter": """
        need(months(1,on,e("letter"))).
        dom(e("letter"),s("e"),(-_Least),"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least = _Most.
        dom(s("e"),e("letter"),_Most,"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least = _Most.
        distance("s",1,()) :- length(1,on,e("letter"),_I,_Least,_Most), _Least = _Most, piece(1,on,e("letter"),_I),
         le(e("letter"),s("e"),(-_Least),"s/1"), le(s("e"),e("letter"),_Most,"s/1").
        dom(e("letter"),s("e"),(-_Most),"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most.
        dom(s("e"),e("letter"),_Least,"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most.
        perhaps(distance("s",1,())) :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most, piece(1,on,e("letter"),_I),
         le(e("letter"),s("e"),(-_Most),"s/1"), le(s("e"),e("letter"),_Least,"s/1").
        dom(e("letter"),s("e"),(-_Least),"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most.
        dom(s("e"),e("letter"),_Most,"s/1") :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most.
        distance("s",1,()) :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most, piece(1,on,e("letter"),_I),
         perhaps(distance("s",1,())), le(e("letter"),s("e"),(-_Least),"s/1"), le(s("e"),e("letter"),_Most,"s/1").
        { perhaps(distance("s",1,())) } :- length(1,on,e("letter"),_I,_Least,_Most), _Least < _Most.
        :- holds("s"), not distance("s",1,()).""",
    "during 2012-02-X9": """
        diff(0,s("e"),1023840) :- holds("s").
        diff(e("e"),0,-993601) :- holds("s").
        1 { way("s",1,(),1); way("s",1,(),2) } :- holds("s").
        diff(0,s("e"),995040) :- way("s",1,(),1).
        diff(e("e"),0,-1008001) :- way("s",1,(),2).
        1 { way("s",2,(),1); way("s",2,(),2) } :- holds("s").
        diff(0,s("e"),1009440) :- way("s",2,(),1).
        diff(e("e"),0,-1022401) :- way("s",2,(),2).""",
    "not during letter": """
        1 { way("s",1,(),1); way("s",1,(),2) } :- holds("s").
        diff(s("e"),s("letter"),-1) :- way("s",1,(),1).
        diff(e("letter"),e("e"),-1) :- way("s",1,(),2).""",
    "on the day of letter": """
        need(days(s("e"),s("letter"))).
        :- holds("s"), not together(s("e"),s("letter")).""",
}


@pytest.mark.parametrize("phrase", IMPOSED)
def test_a_phrase_becomes(phrase: str) -> None:
    told = lines(FACTS % phrase).splitlines()[3:]
    assert "\n".join(told) == block(IMPOSED[phrase]).replace(",\n", ", ")


def test_what_can_never_be_is_a_conflict_of_its_own() -> None:
    assert conflicts(FACTS % "before e") == ["accept(s)"]


def test_two_statements_on_one_time_clash() -> None:
    told = FACTS % "before 2012" + "  - {id: t, says: e after 2012}\n"
    assert conflicts(told) == ["accept(s) + accept(t)"]
