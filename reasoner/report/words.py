"""Conditions as short plain sentences: without a capital at the start and a full stop at the end, so that they can be
parts of longer ones.

Everything from a dossier passes `clean` on its way in: names and templates through the lexicon, texts in quotes here.
"""

from __future__ import annotations

from dataclasses import replace

from reasoner.dossier.ir import Form, Predicate
from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Anything,
    Arg,
    Atom,
    Compare,
    Condition,
    Content,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Endpoint,
    Every,
    Holds,
    Initiates,
    NoneOf,
    Number,
    Occurs,
    OfKind,
    OldAt,
    Ordinal,
    PeriodOf,
    Phrase,
    Quoted,
    Ref,
    Retracts,
    Rough,
    Same,
    Terminates,
    Value,
    When,
)
from reasoner.report.clean import clean
from reasoner.report.counts import count_words, exactly
from reasoner.report.identities import comparison, identity
from reasoner.report.lexicon import Lexicon, spaced, with_article
from reasoner.report.measures import in_unit
from reasoner.report.phrases import adverb, verb
from reasoner.report.templates import fill, labelled
from reasoner.report.terms import (
    at_moment,
    distance_words,
    moment_phrase,
    ref_words,
    rough_words,
    term_words,
)

_Words = tuple[str, tuple[str, ...]]  # a sentence, and what is added in brackets

_NTH = {0: "only", -1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def sentence(condition: Condition, lexicon: Lexicon) -> str:
    """Any condition: "MUJAO attacks Algeria at Ouargla", "deal-1 and deal-2 are the same"."""
    match condition:
        case Occurs():
            return occurrence(condition, (condition.phrase,) if condition.phrase else (), lexicon)
        case Denial():
            return _denial(condition, lexicon)
        case Holds():
            return _holds(condition, lexicon)
        case AnyOf() if (exact := exactly(condition)) is not None:
            return count_words(exact, lexicon, sentence, negated=True)
        case AllOf() | AnyOf():
            return _joined(condition, lexicon)
        case Initiates() | Terminates() | Retracts():
            return _effect(condition, lexicon)
        case Compare() | Differs():
            return comparison(condition, lexicon)
        case Count() | NoneOf() | Aggregate():
            return count_words(condition, lexicon, sentence)
        case Every():
            return _every(condition, lexicon)
        case PeriodOf():
            return f"{lexicon.name(condition.var.id)} lies {moment_phrase(condition.recurs.moment, lexicon)}"
        case Denied() | Same() | Different() | OfKind():
            return identity(condition, lexicon)


def _every(condition: Every, lexicon: Lexicon) -> str:
    """Such as "MUJAO reports to Algeria every month during the truce"."""
    words = occurrence(replace(condition.counted, name=None), (Phrase(condition.recurs),), lexicon)
    return f"it is not so that {words}" if condition.negated else words


def told(says: Condition, when: When, lexicon: Lexicon) -> str:
    """What a statement says, with the times that its `when` adds to the one occurrence it names."""
    match says:
        case Occurs():
            return occurrence(says, (*((says.phrase,) if says.phrase else ()), *when), lexicon)
        case Denial() if when and says.phrase is None:
            return _denial(Denial(says.atom, says.name, when[0]), lexicon)
        case _:
            return sentence(says, lexicon) + "".join(_tail(part, lexicon) for part in when)


def phrase(part: Phrase, lexicon: Lexicon) -> str:
    """A time phrase as a verb that follows its subject: "lies in April 2012", "does not come before the truce"."""
    if isinstance(part.relation, Ordinal):
        is_ = "is not" if part.negated else "is"
        return f"{is_} the {_nth(part.relation.nth)} time that {atom_words(part.relation.atom, lexicon)}"
    return verb(part.relation, lexicon, negated=part.negated)


# ---------------------------------------------------------------- atoms


def occurrence(says: Occurs, times: When, lexicon: Lexicon) -> str:
    """An atom with its name and its times: "MUJAO attacks Algeria (killed 12, e1) in July 2012"."""
    return _bracketed(_atom(says.atom, lexicon), says.name, lexicon) + "".join(_tail(part, lexicon) for part in times)


def _bracketed(words: _Words, name: Ref | None, lexicon: Lexicon) -> str:
    text, asides = words
    inside = (*asides, ref_words(name, lexicon)) if name else asides
    return text + (f" ({', '.join(inside)})" if inside else "")


def _tail(part: Phrase, lexicon: Lexicon) -> str:
    """A time phrase at the end of a sentence: " in July 2012", ", but not before the truce", ", which lasts 2 years"."""
    words = "" if isinstance(part.relation, Ordinal) else adverb(part.relation, lexicon)
    if not words:
        return f", which {phrase(part, lexicon)}"
    return f", but not {words}" if part.negated else f" {words}"


def atom_words(atom: Atom, lexicon: Lexicon) -> str:
    """An atom by its predicate's template, or by that of the nearest kind above that has one."""
    return _bracketed(_atom(atom, lexicon), None, lexicon)


def _atom(atom: Atom, lexicon: Lexicon) -> _Words:
    for entry in lexicon.kinds(atom.predicate):
        template = (lexicon.past and entry.past) or entry.text
        if template:
            return _filled(template, entry, atom, lexicon)
    return _bare(atom.predicate, _said(atom, lexicon), lexicon)


def _denied(atom: Atom, lexicon: Lexicon) -> _Words:
    """By the nearest template, if it has a denied form."""
    entry = next((entry for entry in lexicon.kinds(atom.predicate) if entry.denied or entry.text), None)
    if entry and entry.denied:
        return _filled(entry.denied, entry, atom, lexicon)
    text, asides = _atom(atom, lexicon)
    return f"it is not so that {text}", asides


def _filled(template: str, entry: Predicate, atom: Atom, lexicon: Lexicon) -> _Words:
    """A template of a kind above says less than the atom, so the kind is added: "MUJAO attacks Algeria (a bombing)"."""
    text, asides = fill(template, _said(atom, lexicon), _unsaid(atom.predicate, lexicon))
    return text, asides if entry.id == atom.predicate else (with_article(spaced(atom.predicate)), *asides)


def _said(atom: Atom, lexicon: Lexicon) -> dict[str, str]:
    """The words of each role; one told by its place is "1", "2", in order."""
    types = {role.name: role.type for entry in reversed(lexicon.kinds(atom.predicate)) for role in entry.roles if role.name}
    said: dict[str, str] = {}
    place = 0
    for arg in atom.args:
        place += not arg.role
        role = arg.role or str(place)
        said[role] = _argument(arg, types.get(role, ""), lexicon.units.get((atom.predicate, role), ""), lexicon)
    return said


def _argument(arg: Arg, type_: str, unit: str, lexicon: Lexicon) -> str:
    """What stands in a role; a number without a unit, where the facts tell one, is one of the program."""
    match arg.value:
        case Anything():
            return lexicon.something(type_)
        case Number(value, "") if unit:
            return in_unit(value, unit)
        case value:
            return value_words(value, lexicon)


def _unsaid(predicate: str, lexicon: Lexicon) -> dict[str, str]:
    """What a template puts where a role was not told."""
    unsaid: dict[str, str] = {}
    for entry in lexicon.kinds(predicate):
        places = iter(range(1, len(entry.roles) + 1))
        for role in entry.roles:
            unsaid.setdefault(role.name or str(next(places)), lexicon.something(role.type))
    return unsaid


def _bare(predicate: str, said: dict[str, str], lexicon: Lexicon) -> _Words:
    """Without a template: "there is a bombing (by MUJAO, on Algeria)", "“part of” holds of Ouargla and Algeria"."""
    if lexicon.form(predicate) is Form.EVENT:
        return f"there is {with_article(spaced(predicate))}", labelled(said)
    placed = [words for role, words in said.items() if role.isdecimal()]
    of = f" of {' and '.join(placed)}" if placed else ""
    return f"“{spaced(predicate)}” holds{of}", labelled({role: words for role, words in said.items() if not role.isdecimal()})


def value_words(value: Value, lexicon: Lexicon) -> str:
    """What stands in a role."""
    match value:
        case Anything():
            return lexicon.something("")
        case Quoted():
            return f"“{clean(value.value)}”"
        case Rough():
            return rough_words(value)
        case Content():
            return f"that {sentence(value.says, lexicon)}"
        case _:
            return term_words(value, lexicon)


# ---------------------------------------------------------------- the other conditions


def _denial(denial: Denial, lexicon: Lexicon) -> str:
    tail = _tail(denial.phrase, lexicon) if denial.phrase else ""
    return _bracketed(_denied(denial.atom, lexicon), denial.name, lexicon) + tail


def _holds(holds: Holds, lexicon: Lexicon) -> str:
    """A subject and its time; an age begins with the date it is counted at."""
    part = holds.phrase
    match holds.subject, part.relation:
        case _, OldAt(distance, moment):
            is_ = "is not" if part.negated else "is"
            subject = ref_words(holds.subject, lexicon)
            return f"{at_moment(moment, lexicon)} {subject} {is_} {distance_words(distance)} old"
        case Endpoint(which, of), relation if not isinstance(relation, Ordinal) and (words := adverb(relation, lexicon)):
            does = f"does not {which.value}" if part.negated else f"{which.value}s"
            return f"{ref_words(of, lexicon)} {does} {words}"
        case _:
            return f"{ref_words(holds.subject, lexicon)} {phrase(part, lexicon)}"


def _joined(condition: AllOf | AnyOf, lexicon: Lexicon) -> str:
    """Such as "a, b and c"; where one holds an "and" or an "or" of its own, commas part them."""
    parts = [sentence(item, lexicon) for item in condition.items]
    word = "and" if isinstance(condition, AllOf) else "or"
    mixed = any(isinstance(item, AllOf | AnyOf) for item in condition.items)
    first = "either " if word == "or" else ""
    if mixed:
        return first + f"; {word} ".join(parts)
    return first + f", {word} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _effect(condition: Initiates | Terminates | Retracts, lexicon: Lexicon) -> str:
    match condition:
        case Initiates():
            return f"from the end of {ref_words(condition.event, lexicon)} on, {atom_words(condition.atom, lexicon)}"
        case Terminates():
            state = condition.state
            ended = f"it that {atom_words(state, lexicon)}" if isinstance(state, Atom) else ref_words(state, lexicon)
            return f"{ref_words(condition.event, lexicon)} ends {ended}"
        case Retracts():
            return f"{ref_words(condition.newer, lexicon)} takes back {ref_words(condition.older, lexicon)}"


def _nth(number: int) -> str:
    if number in _NTH:
        return _NTH[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
