"""Statements and hypotheses, ready to compile."""

from __future__ import annotations

from fractions import Fraction

from reasoner.dossier.ir import Hypothesis, Reading, Statement
from reasoner.language.ir import AllOf, Condition, When
from reasoner.language.rewrite import find
from reasoner.theory.dated import dated
from reasoner.theory.faults import place_of
from reasoner.theory.frame import Frame
from reasoner.theory.ir import Said, SaidOn
from reasoner.theory.occurrences import named
from reasoner.theory.ordinals import spelled_out
from reasoner.theory.own import owned_in_said
from reasoner.theory.trusts import NOT_GIVEN
from reasoner.times.ir import Civil

_OF_UNCERTAIN = Fraction(4, 5)


def said(statement: Statement, frame: Frame) -> Said:
    """The statement with every reading whole: its occurrence named, `when` put in, `?` counted into its trust.

    A `?` in a date that all readings share lowers the trust of the statement; in one of the first reading alone, that
    of the reading. The trust of a statement that tells none is 1 with sources, which have their own, else 0.9.
    """
    readings = statement.readings or (Reading(span=statement.span),)
    conditions = tuple(_reading(reading, statement, frame) for reading in readings)
    certain = statement.certain or statement.trust == 1
    shared = (
        statement.says if any(one.says is None for one in readings) else None,
        statement.when if any(not one.when for one in readings) else (),
    )
    own = (readings[0].says, readings[0].when) if statement.readings else ()
    unsaid = Fraction(1) if statement.sources else NOT_GIVEN
    return Said(
        statement.id,
        conditions,
        preferred=statement.prefer,
        reading_trust=_lowered(readings[0].trust, own, NOT_GIVEN),
        chain=tuple(source.id for source in statement.sources),
        said_on=_said_on(statement, frame),
        trust=None if certain else _lowered(statement.trust, shared, unsaid),
        certain=certain,
        off=statement.trust == 0,
        retracts=tuple(name.id for name in statement.retracts),
        span=statement.span,
    )


def supposed(hypothesis: Hypothesis, frame: Frame, *, adopted: bool) -> Said:
    """A hypothesis; one that is adopted is a statement that can be given up."""
    condition = whole(hypothesis.says, hypothesis.when, hypothesis.id, frame)
    if adopted:
        return Said(hypothesis.id, (condition,), span=hypothesis.span)
    trust = None if hypothesis.likely is None else 1 - hypothesis.likely
    if trust == 1:
        message = f"the hypothesis `{hypothesis.id}` is not likely at all, so it is never supposed"
        frame.faults.warn("T047", hypothesis.span, message, "leave it out, or give it a small likelihood")
    return Said(hypothesis.id, (condition,), trust=trust, off=trust == 1, supposed=True, span=hypothesis.span)


def whole(says: Condition, when: When, owner: str, frame: Frame) -> Condition:
    """What is said as one condition, in the words of the vocabulary."""
    condition = named(frame.read(says), owner, frame.words, frame.faults)
    condition = dated(condition, frame.read(when), owner, frame.words, frame.faults)
    return owned_in_said(spelled_out(condition, frame.faults, stated=True))


def _reading(reading: Reading, statement: Statement, frame: Frame) -> Condition:
    """Of `says` and `when`, what the reading does not tell is the statement's own; nothing, where that could not be read."""
    says = reading.says or statement.says or AllOf(())
    return whole(says, reading.when or statement.when, statement.id, frame)


def _lowered(trust: Fraction | None, sentences: object, unsaid: Fraction) -> Fraction | None:
    if any(part.is_doubtful for part in find(sentences, Civil)):
        return (unsaid if trust is None else trust) * _OF_UNCERTAIN
    return trust


def _said_on(statement: Statement, frame: Frame) -> SaidOn | None:
    if statement.said_on is None:
        return None
    found = frame.stretch(statement.said_on, place_of(statement.places, "said-on", statement.span))
    if found is None or found.whole.earliest is None or found.whole.latest is None:
        return None
    return SaidOn(found.whole.earliest, found.whole.latest)
