"""Whatever is typed, `resolve` answers with a theory or with diagnostics that have a place."""

import random

import pytest

from reasoner.diagnostics import Rejected
from reasoner.dossier.ir import Dossier, Parameter
from reasoner.language.ir import FixedLength, Param, Var, VarLength
from reasoner.theory.from_dossier import resolve
from reasoner.times.from_text import parse_length
from reasoner.times.ir import Unit

PARTS = {
    "atom": [
        "attack({v})",
        "attack(by {v}, killed {v})",
        "truce({v}, {v})",
        "part-of({v})",
        "knows({v}, that {s})",
        "nope({v})",
    ],
    "v": ["algeria", "gao", "memo", "one", "ghost", "12", "about 12", '"x"', "_", "A", "N", "$long", "$some", "3 + N"],
    "ref": ["one", "memo", "gao", "ghost", "E"],
    "m": ["{ref}", "start of {ref}", "2012", "2011/2012", "yesterday", "the day before memo"],
    "phrase": ["before {m}", "not during {m}", "within $long after {m}", "lasts $some", "since {m}", "is the first {atom}"],
    "s": [
        "{atom}",
        "{atom} as {ref}",
        "{atom} as {ref} {phrase}",
        "{ref} {phrase}",
        "not {atom}",
        "not {atom} {phrase}",
        "not {ref}",
        "{ref} is {ref}",
        "{ref} is not {ref}",
        "{ref} is a bombing",
        "{ref} initiates {atom}",
        "{ref} terminates {ref}",
        "{ref} retracts {ref}",
        "{v} < {v}",
        "at least 3 S with {atom}",
    ],
    "says": ["{s}", "{s} and {s}", "{s} or {s}"],
}


def sentence(chance, start="says", depth=0):
    told = chance.choice(PARTS[start])
    while "{" in told:
        part = told[told.index("{") + 1 : told.index("}")]
        deep = "alarm()" if part in {"s", "atom"} and depth > 2 else sentence(chance, part, depth + 1)
        told = told.replace(f"{{{part}}}", deep, 1)
    return told


@pytest.mark.parametrize("seed", range(150))
def test_only_diagnostics_come_of_it(resolved, seed):
    chance = random.Random(seed)
    lines = [sentence(chance) for _ in range(4)]
    facts = f"parameters: {{long: 3 days, some: 5}}\nstatements:\n  - id: one\n    says: >-\n      {lines[0]}\n"
    rules = "parameters: {long: 3 days, some: 5}\nrules:\n  - id: r\n"
    for key, line in zip(("given", "unless", chance.choice(["then", "never", "must"])), lines[1:], strict=True):
        rules += f"    {key}:\n      - >-\n        {line}\n"
    try:
        resolved(facts, rules)
    except Rejected as rejected:
        assert all(found.span.file for found in rejected.diagnostics)


def codes(*parameters):
    with pytest.raises(Rejected) as caught:
        resolve(Dossier("d", parameters=parameters))
    return [found.code for found in caught.value.diagnostics]


def test_parameters_made_in_python_may_name_each_other_but_not_in_a_circle():
    three_days = FixedLength(parse_length("3 days"))
    resolve(Dossier("d", parameters=(Parameter("a", Param("b")), Parameter("b", three_days))))
    assert codes(Parameter("a", Param("b")), Parameter("b", Param("a"))) == ["T015", "T015"]
    assert codes(Parameter("a", Param("c"))) == ["T014"]
    assert codes(Parameter("a", three_days), Parameter("a", three_days)) == ["T017"]


def test_a_parameter_has_no_variable_in_it():
    assert codes(Parameter("a", VarLength(Var("N"), Unit.DAY))) == ["T016"]


def test_claims_and_queries_have_ids_of_their_own(faults):
    found = faults("queries:\n  - {id: q, ask: alarm()}\n  - {id: q, ask: alarm()}\n")
    assert [fault.split(" |")[0] for fault in found] == ["T001 the query `q` is already there, at facts.yaml:12:10"]


def test_what_a_rule_concludes_says_what_it_says(faults):
    rules = "rules:\n  - id: r\n    given:\n      - attack(by A) as E\n    then: attack(by A, on _) as E\n"
    assert [fault.split()[0] for fault in faults(rules=rules)] == ["T039"]
