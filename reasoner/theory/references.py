"""Names in sentences: each is known, and stands for what is wanted in its place."""

from __future__ import annotations

from collections.abc import Callable

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Form
from reasoner.language.ir import (
    AllenRelation,
    Arith,
    By,
    Compare,
    DayNear,
    Denial,
    Denied,
    Different,
    Differs,
    Endpoint,
    Holds,
    Initiates,
    Inside,
    Intersects,
    LengthOf,
    Metric,
    Name,
    Occurs,
    OfKind,
    OldAt,
    Order,
    Recurs,
    Retracts,
    Same,
    SameDay,
    Since,
    Terminates,
    Until,
    WithinOf,
)
from reasoner.theory.doubts import Doubts
from reasoner.theory.draft import IN_RULES, Draft, Sentence, Where
from reasoner.theory.faults import Faults, article, did_you_mean
from reasoner.theory.ir import Sort
from reasoner.theory.kinds import Words, sorts_of
from reasoner.theory.occurrences import occurrences

_THINGS = (Sort.ACTOR, Sort.PLACE, Sort.DOCUMENT, Sort.SOURCE)
_HAPPENS = (Sort.OCCURRENCE, Sort.DOCUMENT)
_SAID = (Sort.STATEMENT, Sort.HYPOTHESIS)
_TIMELESS = "only what happens or holds has times, such as the `e` of `attack(..) as e`"
_Timed = (
    Order | Intersects | Metric | WithinOf | SameDay | By | Since | Until | OldAt | Inside | Recurs | DayNear | AllenRelation
)


def check_references(draft: Draft, faults: Faults) -> None:
    """Every name outside of roles; those in roles are `check_role_types`'s."""
    for sentence in draft.sentences:
        seeker = Seeker(draft, sentence, faults)
        for node in sentence.nodes:
            _check(node, seeker)


class Seeker:
    """Looks up the names of one sentence."""

    __slots__ = ("_draft", "_faults", "_sentence")

    def __init__(self, draft: Draft, sentence: Sentence, faults: Faults) -> None:
        self._draft = draft
        self._sentence = sentence
        self._faults = faults

    @property
    def words(self) -> Words:
        return self._draft.words

    @property
    def in_statement(self) -> bool:
        return self._sentence.where is Where.STATEMENT

    @property
    def doubts(self) -> Doubts:
        return self._faults.doubts

    def error(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._faults.error(code, span, message, hint)

    def sorts(self, name: Name) -> frozenset[Sort]:
        return self._draft.names.sorts(name.id)

    def forms(self, name: Name) -> frozenset[Form]:
        return self._draft.forms.get(name.id, frozenset())

    def fitting(self, type_: str) -> tuple[str, ...]:
        """The names that can stand in a role of this type."""
        return self._draft.names.of(sorts_of(type_, self.words))

    def find(self, ref: object, sorts: tuple[Sort, ...], what: str, otherwise: str = "") -> bool:
        """Whether a name stands for one of these sorts, called `what`; what is no name is left to other checks.

        `otherwise` is the hint where it stands for something else, and no name that fits is like it.
        """
        if not isinstance(ref, Name) or self.sorts(ref) & frozenset(sorts):
            return True
        names = self._draft.names
        if self._faults.doubts.name(ref.id, sorts):
            return False
        fitting = [name for name in names.of(sorts) if name != ref.id]
        if ref.id in names:
            known = names.by_id[ref.id][0].sort.value
            own = self._own_occurrences(ref) if sorts == _HAPPENS else ""
            other = otherwise or (_TIMELESS if sorts == _HAPPENS else "")
            hint = own or did_you_mean(ref.id, fitting, otherwise=other)
            self.error("T003", ref.span, f"`{ref.id}` is {article(known)}; {article(what)} is wanted here", hint)
        elif self._sentence.where in IN_RULES:
            self._unknown_in_rule(ref, fitting)
        else:
            self._unknown(ref, fitting, what)
        return False

    def _unknown(self, ref: Name, fitting: list[str], what: str) -> None:
        hint = did_you_mean(ref.id, fitting) or did_you_mean(ref.id, self._draft.names)
        if what == "occurrence":
            otherwise = f"say what it is in a statement, as in `attack(..) as {ref.id}`"
            self.error("T004", ref.span, f"no statement says what `{ref.id}` is: a name without any kind", hint or otherwise)
        else:
            self.error("T002", ref.span, f"no {what} is called `{ref.id}`", hint)

    def _unknown_in_rule(self, ref: Name, fitting: list[str]) -> None:
        """Rules serve many dossiers, so a name that one of them lacks is no fault: there the rule has nothing to say."""
        if self._draft.theory.dossier.id:
            message = f"the rule `{self._sentence.owner}` names `{ref.id}`, which this dossier does not know"
            otherwise = f"so it has nothing to say here; a variable begins with a capital, as in `{ref.id.capitalize()}`"
            self._faults.warn("T057", ref.span, message, did_you_mean(ref.id, fitting, otherwise=otherwise))

    def _own_occurrences(self, ref: Name) -> str:
        said = (one for one in self._draft.theory.said if one.id == ref.id)
        told = [name for one in said for reading in one.readings for name in occurrences(reading, self.words)]
        return f"it tells of `{told[0]}`; write that" if told else ""


def _check(node: object, seeker: Seeker) -> None:
    for kind, check in _CHECKS:
        if isinstance(node, kind):
            check(node, seeker)


def _occurs(node: Occurs, seeker: Seeker) -> None:
    if not seeker.in_statement:
        seeker.find(node.name, _HAPPENS, "occurrence")


def _denial(node: Denial, seeker: Seeker) -> None:
    seeker.find(node.name, _HAPPENS, "occurrence")


def _holds(node: Holds, seeker: Seeker) -> None:
    seeker.find(node.subject, _HAPPENS, "occurrence")


def _timed(node: _Timed, seeker: Seeker) -> None:
    seeker.find(node.moment, _HAPPENS, "occurrence")


def _of(node: Endpoint | LengthOf, seeker: Seeker) -> None:
    seeker.find(node.of, _HAPPENS, "occurrence")


def _denied(node: Denied, seeker: Seeker) -> None:
    seeker.find(node.of, (*_SAID, Sort.OCCURRENCE), "statement or occurrence")


def _retracts(node: Retracts, seeker: Seeker) -> None:
    seeker.find(node.newer, _SAID, "statement")
    seeker.find(node.older, _SAID, "statement")


def _initiates(node: Initiates, seeker: Seeker) -> None:
    seeker.find(node.event, _HAPPENS, "occurrence")


def _terminates(node: Terminates, seeker: Seeker) -> None:
    seeker.find(node.event, _HAPPENS, "occurrence")
    if seeker.find(node.state, _HAPPENS, "occurrence") and isinstance(node.state, Name):
        forms = seeker.forms(node.state)
        if forms and Form.STATE not in forms:
            seeker.error("T003", node.state.span, f"`{node.state.id}` is an event; only a state is terminated")


def _same(node: Same | Different, seeker: Seeker) -> None:
    """Two names, both of things or both of occurrences; what is an event and what is a state can never be one."""
    known = [seeker.find(ref, (*_THINGS, *_HAPPENS), "thing or occurrence") for ref in (node.left, node.right)]
    if not all(known) or not isinstance(node.left, Name) or not isinstance(node.right, Name):
        return
    left, right = seeker.sorts(node.left), seeker.sorts(node.right)
    forms = seeker.forms(node.left), seeker.forms(node.right)
    apart = all(forms) and not forms[0] & forms[1]
    if (apart and isinstance(node, Same)) or not any(
        left & group and right & group for group in (frozenset(_THINGS), frozenset(_HAPPENS))
    ):
        said = [", ".join(sorted(form.value for form in one)) for one in forms]
        kinds = said if apart else [next(sort.value for sort in Sort if sort in one) for one in (left, right)]
        message = f"`{node.left.id}` is {article(kinds[0])} and `{node.right.id}` {article(kinds[1])}: they cannot be one"
        seeker.error("T009", node.right.span, message)


def _of_kind(node: OfKind, seeker: Seeker) -> None:
    """The kind is one of the vocabulary; a thing has kinds of things, an occurrence those of events and states."""
    word = seeker.words.get(node.kind)
    if word is None:
        _unknown_kind(node, seeker)
    elif word.form is Form.FACT:
        message = f"`{node.kind}` is a fact, and nothing is of that kind"
        seeker.error("T038", node.kind_at, message, f"say it as `{node.kind}(..)`, with its roles in brackets")
    elif word.form is Form.THING:
        seeker.find(node.ref, _THINGS, "thing")
    else:
        seeker.find(node.ref, _HAPPENS, "occurrence")


def _unknown_kind(node: OfKind, seeker: Seeker) -> None:
    """Things have kinds of things, and occurrences those of events and states; where the name tells, only these are meant."""
    if seeker.doubts.word(node.kind):
        return
    sorts = seeker.sorts(node.ref) if isinstance(node.ref, Name) else frozenset()
    happens, is_thing = bool(sorts & {Sort.OCCURRENCE}), bool(sorts & {Sort.ACTOR, Sort.PLACE, Sort.SOURCE})
    kinds = [
        word.id
        for word in seeker.words.values()
        if word.form is not Form.FACT and (word.form is not Form.THING if happens else word.form is Form.THING or not is_thing)
    ]
    shape = '{event: ".."}' if happens else "{kind: thing}"
    hint = did_you_mean(node.kind, kinds, otherwise=f"declare it in a vocabulary, as in `{node.kind}: {shape}`")
    seeker.error("T038", node.kind_at, f"no kind is called `{node.kind}`", hint)


def _numeric(node: Compare | Differs | Arith, seeker: Seeker) -> None:
    for side in (node.left, node.right):
        if isinstance(side, Name):
            same = isinstance(node, Compare) and node.op in {"=", "!="}
            hint = "that two names are one is written `X is Y`" if same else "write a number, or a variable with a capital"
            seeker.error("T034", side.span, f"`{side.id}` is a name; a number is wanted here", hint)


_CHECKS: tuple[tuple[type | tuple[type, ...], Callable[..., None]], ...] = (
    (Occurs, _occurs),
    (Denial, _denial),
    (Holds, _holds),
    ((Order, Intersects, Metric, WithinOf, SameDay, By, Since, Until, OldAt, Inside, Recurs, DayNear, AllenRelation), _timed),
    ((Endpoint, LengthOf), _of),
    (Denied, _denied),
    (Retracts, _retracts),
    (Initiates, _initiates),
    (Terminates, _terminates),
    ((Same, Different), _same),
    (OfKind, _of_kind),
    ((Compare, Differs, Arith), _numeric),
)
