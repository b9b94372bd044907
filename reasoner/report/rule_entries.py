"""Entries for rules with their tests, and for the words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.dossier.ir import Predicate, Rule, RuleTest, Verdict
from reasoner.language.ir import Condition
from reasoner.language.to_text import to_text
from reasoner.report.inventory import RULE, WORD, Detail, Entry, as_sentence, detail, trust_text
from reasoner.report.lexicon import Lexicon, spaced, with_article
from reasoner.report.rules import Rules
from reasoner.report.templates import put_in
from reasoner.report.words import sentence
from reasoner.theory.ir import Law, Theory
from reasoner.theory.trusts import NORM, NOT_GIVEN


@dataclass(frozen=True, slots=True)
class RuleEntries:
    """Makes the entries of one theory."""

    theory: Theory
    lexicon: Lexicon
    rules: Rules

    def all(self) -> Iterator[Entry]:
        """The rules of all packs that were read, pack by pack, then the words."""
        used = {(law.pack, law.id.removeprefix(f"{law.pack}/")): law for law in self.theory.laws}
        for pack in self.theory.dossier.packs:
            for rule in pack.rules:
                yield self._rule(rule, used.get((pack.id, rule.id)))
        for signature in self.theory.signatures:
            if signature.id in self.lexicon.predicates:
                yield self._word(self.lexicon.predicates[signature.id])

    def _rule(self, rule: Rule, law: Law | None) -> Entry:
        words = self._text(rule, law) if rule.text else as_sentence(self._plain(rule))
        details = (
            *detail("pack", rule.pack + ("" if law else ", which this dossier leaves out")),
            *_lines("given", rule.given),
            *_lines("unless", rule.unless),
            *_lines("then", rule.then),
            *_lines("never", rule.never),
            *_lines("must", rule.must),
            *detail("asp", *rule.asp.splitlines()),
            *detail("defines", ", ".join(rule.defines)),
            *detail("trust", _trust(rule, law)),
            *detail("note", rule.note),
            *(part for nth, test in enumerate(rule.tests, 1) for part in _test(nth, test)),
        )
        return Entry(law.id if law else rule.id, RULE, words, "", details, rule.span, used=law is not None, pack=rule.pack)

    def _text(self, rule: Rule, law: Law | None) -> str:
        """Its own text, with what its parameters stand for."""
        if law is not None:
            return self.rules.text(law.id, {})
        return as_sentence(put_in(rule.text, self.rules.parameters.get(rule.pack, {})))

    def _plain(self, rule: Rule) -> str:
        """What the rule says, in the words of its lines."""
        if rule.asp:
            return "a raw block"
        told = [self._joined("if ", rule.given), self._joined("unless ", rule.unless), self._joined("then ", rule.then)]
        told += [self._joined("never ", rule.never), self._joined("it must be that ", rule.must)]
        return ", ".join(part for part in told if part)

    def _joined(self, before: str, conditions: tuple[Condition, ...]) -> str:
        return before + " and ".join(sentence(one, self.lexicon) for one in conditions) if conditions else ""

    def _word(self, word: Predicate) -> Entry:
        form = self.lexicon.form(word.id)
        roles = ", ".join(f"{role.name} {role.type}".strip() for role in word.roles)
        above = f", a kind of {spaced(word.above.id)}" if word.above else ""
        details = (
            *detail("sort", (with_article(form.value) if form else "a word") + above),
            *detail("roles", roles),
            *detail("marks", ", ".join(mark.value for mark in word.marks)),
            *detail("one value of", ", ".join(word.functional)),
            *detail("text", word.text),
            *detail("past", word.past),
            *detail("denied", word.denied),
        )
        return Entry(word.id, WORD, spaced(word.id), "", details, word.span)


def _lines(label: str, conditions: tuple[Condition, ...]) -> tuple[Detail, ...]:
    return detail(label, *map(to_text, conditions))


def _trust(rule: Rule, law: Law | None) -> str:
    told = law.trust if law else rule.trust
    if law and not law.kept and not law.norm:
        return "certain: it cannot be given up"
    trust = told if told is not None else (NORM if rule.norm else NOT_GIVEN)
    what = " that the duty was kept, each time" if rule.norm else ""
    return trust_text(trust) + what


def _test(nth: int, test: RuleTest) -> tuple[Detail, ...]:
    expected = "nothing" if test.expect is Verdict.NONE else test.expect.value
    lines = f", lines {', '.join(map(str, test.members))}" if test.members else ""
    name = f"{test.name}: " if test.name else ""
    clock = f", clock {test.clock.name.lower()}" if test.clock else ""
    return detail(f"test {nth}", f"{name}expects {expected}{lines}{clock}", *(f"- {to_text(fact)}" for fact in test.facts))
