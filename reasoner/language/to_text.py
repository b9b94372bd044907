"""From a condition back to the sentence that says it: `parse(to_text(x)) == x` for all that a sentence can say.

Brackets are put only where they are needed; numbers and lengths are written plainly; a date is written as its author
wrote it, or in EDTF where it was never written.
"""

from __future__ import annotations

import re
from typing import assert_never

from reasoner.language import ir
from reasoner.language.times_to_text import decimal_text, length_to_text, ref_to_text, relation_to_text
from reasoner.times.to_words import ordinal

_Tested = (
    ir.Same
    | ir.Different
    | ir.OfKind
    | ir.Initiates
    | ir.Terminates
    | ir.Retracts
    | ir.Compare
    | ir.Differs
    | ir.Count
    | ir.NoneOf
    | ir.Aggregate
    | ir.Every
    | ir.PeriodOf
)


def to_text(condition: ir.Condition) -> str:
    """The sentence of a condition."""
    match condition:
        case ir.AllOf(items):
            return " and ".join(bracketed(item) for item in items)
        case ir.AnyOf(items):
            return " or ".join(bracketed(item) for item in items)
        case ir.Occurs(atom, name, phrase):
            return _occurs(atom, name, phrase)
        case ir.Denial(atom, name, phrase):
            return "not " + _occurs(atom, name, phrase)
        case ir.Denied(of):
            return f"not {of.id}"
        case ir.Holds(subject, phrase):
            return ref_to_text(subject) + _said_of(phrase)
        case _:
            return _tested(condition)


def when_to_text(when: ir.When) -> str:
    """The value of the key `when`."""
    return " and ".join(_phrase(phrase) for phrase in when)


def bracketed(condition: ir.Condition) -> str:
    """In brackets where it would be torn apart among its neighbours."""
    text = to_text(condition)
    return f"({text})" if isinstance(condition, ir.AllOf | ir.AnyOf) else text


def _occurs(atom: ir.Atom, name: ir.Ref | None, phrase: ir.Phrase | None) -> str:
    named = "" if name is None else f" as {name.id}"
    return _atom(atom) + named + ("" if phrase is None else " " + _phrase(phrase))


def _said_of(phrase: ir.Phrase) -> str:
    """A phrase after its subject; an age takes `is`."""
    if isinstance(phrase.relation, ir.OldAt):
        return " is " + _phrase(phrase)
    return " " + _phrase(phrase)


def _phrase(phrase: ir.Phrase) -> str:
    denied = "not " if phrase.negated else ""
    if isinstance(phrase.relation, ir.Ordinal):
        return f"is {denied}the {_nth(phrase.relation.nth)} {_atom(phrase.relation.atom)}"
    return denied + relation_to_text(phrase.relation)


def _nth(number: int) -> str:
    return {0: "only", -1: "last", 1: "first"}.get(number) or ordinal(number)


def _tested(condition: _Tested) -> str:
    match condition:
        case ir.Same(left, right):
            return f"{left.id} is {right.id}"
        case ir.Different(left, right):
            return f"{left.id} is not {right.id}"
        case ir.OfKind(ref, kind):
            return f"{ref.id} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        case ir.Initiates(event, atom):
            return f"{event.id} initiates {_atom(atom)}"
        case ir.Terminates(event, state):
            return f"{event.id} terminates {_atom(state) if isinstance(state, ir.Atom) else state.id}"
        case ir.Retracts(newer, older):
            return f"{newer.id} retracts {older.id}"
        case ir.Compare(left, op, right):
            return f"{_term(left)} {op} {_term(right)}"
        case ir.Differs(left, right, bound, number):
            by = "" if bound is None else f"{bound.value} "
            return f"{_term(left)} differs from {_term(right)} by {by}{_number(number)}"
        case ir.Count(bound, number, var, counted, within):
            how = "exactly" if bound is None else bound.value
            end = "" if within is None else f" all within {length_to_text(within)}"
            return f"{how} {number} {var.id} with {_counted(counted)}{end}"
        case ir.NoneOf(var, counted):
            return f"no {var.id} with {_counted(counted)}"
        case ir.Aggregate(function, var, counted, op, right):
            return f"{function} of {var.id} with {_counted(counted)} {op} {_term(right)}"
        case ir.Every(var, counted, recurs, negated):
            name = None if var.id == ir.EACH or var.id.startswith("_") else var
            return _occurs(counted.atom, name, ir.Phrase(recurs, negated))
        case ir.PeriodOf(var, recurs):
            return f"{var.id} {relation_to_text(recurs)}"
        case _:
            assert_never(condition)


def _counted(condition: ir.Condition) -> str:
    text = to_text(condition)
    bare = isinstance(condition, ir.Occurs) and not isinstance(condition.name, ir.Name)
    return text if bare else f"({text})"


# ---------------------------------------------------------------- atoms and terms


def _atom(atom: ir.Atom) -> str:
    return f"{atom.predicate}({', '.join(_arg(arg) for arg in atom.args)})"


def _arg(arg: ir.Arg) -> str:
    value = _value(arg.value)
    if arg.role == "about" and re.match(r"[-\d$]", value) and not isinstance(arg.value, ir.Rough):
        value = f"({value})"  # `about 12` is a rough number
    return value if arg.role.isdigit() else f"{arg.role} {value}".lstrip()


def _value(value: ir.Value) -> str:
    match value:
        case ir.Quoted(text):
            return f'"{text}"'
        case ir.Anything():
            return "_"
        case ir.Content(says):
            return f"that {bracketed(says)}"
        case ir.Rough():
            return _rough(value)
        case _:
            return _term(value)


def _rough(rough: ir.Rough) -> str:
    number = _number(rough.number)
    if rough.upper is not None:
        return f"{number}..{_number(rough.upper)}"
    if rough.give is not None:
        return f"{number} ±{_number(rough.give)}"
    return f"{rough.how.value} {number}"


def _number(number: ir.Number | ir.Param) -> str:
    if isinstance(number, ir.Param):
        return f"${number.id}"
    return f"{decimal_text(number.value, number.decimals)} {number.unit}".rstrip()


def _term(term: ir.Term) -> str:
    match term:
        case ir.Name(word) | ir.Var(word) | ir.Own(word):
            return word
        case ir.Number() | ir.Param():
            return _number(term)
        case ir.LengthOf(of, unit):
            return f"length of {of.id} in {unit.value}s"
        case ir.Arith(op, left, right):
            return f"{_operand(left, op, last=False)} {op} {_operand(right, op, last=True)}"
        case _:
            assert_never(term)


def _operand(term: ir.Term, op: str, *, last: bool) -> str:
    """In brackets where the sum would otherwise be read in another order."""
    if not isinstance(term, ir.Arith):
        return _term(term)
    loose = term.op != "*"
    torn = (loose and (last or op == "*")) or (last and op == "*")
    return f"({_term(term)})" if torn else _term(term)
