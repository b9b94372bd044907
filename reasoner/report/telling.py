"""What a report is told with: the findings, the words for everything in them, and what was told already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reasoner.dossier.ir import Hypothesis, Reading, Statement
from reasoner.explanation.ir import Findings
from reasoner.ground.ir import Instance
from reasoner.language.ir import Param
from reasoner.language.rewrite import contains
from reasoner.program.ir import Tag
from reasoner.report.bindings import bindings_of, content_words
from reasoner.report.built_in import word_rule
from reasoner.report.clean import clean
from reasoner.report.forced import Forced
from reasoner.report.lexicon import Lexicon
from reasoner.report.made import made_things
from reasoner.report.naming import speaking
from reasoner.report.one_day import Windows, windows_of
from reasoner.report.owners import Owners, owners_of
from reasoner.report.points import Clockwork, clockwork
from reasoner.report.rules import Rules, rules_of
from reasoner.report.sentences import capital, stopped
from reasoner.report.sources import by_id
from reasoner.report.symbols import Call, Symbol, shown
from reasoner.report.uses import Uses, uses_of
from reasoner.report.words import sentence, told
from reasoner.theory.ir import Said


@dataclass(slots=True)
class Telling:
    """Made once for each report.

    `duties` are the instances of norms by the names of their guards; `forced` says what follows where guards are on, by all that
    was found; `labels` say where in this report an instance is
    told ("tension 3"); `told` is what was told already, and so is not told in full again, unless all is wanted `in_full`.
    """

    findings: Findings
    lexicon: Lexicon
    rules: Rules
    clock: Clockwork
    owners: Owners
    uses: Uses
    said: Mapping[str, Said]
    entries: Mapping[str, Statement | Hypothesis]
    tags: Mapping[str, Tag]
    windows: Windows
    duties: Mapping[str, Instance]
    forced: Forced
    guards: frozenset[str]
    """The names of all guards."""
    labels: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    in_full: bool = False

    def first(self, what: str) -> bool:
        """Whether this is told for the first time; from now on it is not. Where all is wanted in full it always is."""
        if self.in_full:
            return True
        if what in self.told:
            return False
        self.told.add(what)
        return True

    def statement(self, ident: str) -> str:
        """What a statement or hypothesis says, as its author puts it or else in the words of the vocabulary."""
        entry = self.entries.get(ident)
        if entry is not None and entry.text:
            return stopped(capital(clean(entry.text)))
        return stopped(capital(self._as_written(ident, 1)))

    def readings(self, ident: str) -> str:
        """All readings of a statement, each with its name; the statement where it has no more than one."""
        said, entry = self.said[ident], self.entries.get(ident)
        if len(said.readings) < 2:
            return self.statement(ident)
        told_ones = [self._reading(ident, nth) for nth in range(1, len(said.readings) + 1)]
        text = f"{stopped(capital(clean(entry.text)))} " if entry is not None and entry.text else ""
        return stopped(f"{text}In any of its readings: {'; or '.join(told_ones)}")

    def reading(self, ident: str, nth: int) -> str:
        """One reading of a statement, by its number from 1, with its name."""
        return stopped(capital(self._reading(ident, nth)))

    def _reading(self, ident: str, nth: int) -> str:
        entry = self.entries.get(ident)
        written = entry.readings if isinstance(entry, Statement) else ()
        name = written[nth - 1].name if nth <= len(written) else ""
        return self._as_written(ident, nth) + (f" (read as “{clean(name)}”)" if name else "")

    def _as_written(self, ident: str, nth: int) -> str:
        """A reading with the times of its own `when`; from what it was resolved to where it uses a parameter.

        What is adopted as a repair supposes it has no reading, and is told in the words of its id.
        """
        if not self.said[ident].readings:
            return content_words(ident, self.lexicon)
        entry = self.entries.get(ident)
        if not isinstance(entry, Statement) or contains(entry, Param):
            return sentence(self.said[ident].readings[nth - 1], self.lexicon)
        own = entry.readings[nth - 1] if nth <= len(entry.readings) else Reading()
        says, when = own.says or entry.says, own.when or entry.when
        assert says is not None, "an entry says something, itself or in each reading"
        return told(says, when, self.lexicon)

    def instance(self, instance: Instance) -> str:
        """What the rule of an instance asks of the things that it is bound to, or what a denial denies; of a word of the
        vocabulary what it asks by itself.
        """
        if instance.rule in self.rules.laws:
            return self.rules.text(instance.rule, self.bindings(instance))
        return self.statement(instance.rule) if instance.rule in self.said else word_rule(instance, self.findings.theory)

    def bindings(self, instance: Instance) -> Mapping[str, str]:
        return bindings_of(instance, self.findings.theory, self.lexicon)


def telling_of(findings: Findings, *, in_full: bool = False) -> Telling:
    """Everything looked up that a report of these findings needs."""
    theory = findings.theory
    plain = speaking(theory)
    made = made_things(findings.parts, findings.program, plain)
    printed = {shown(thing, findings.program.scale): words for thing, words in made.items() if _is_one(thing)}
    lexicon = replace(plain, names={**printed, **plain.names})
    owners = owners_of(findings)
    return Telling(
        findings,
        lexicon,
        rules_of(theory, lexicon),
        clockwork(findings.program, lexicon, made),
        owners,
        uses_of(findings, owners),
        {said.id: said for said in theory.said},
        by_id(theory.dossier),
        {tag.id: tag for tag in findings.program.tags},
        windows_of(findings.parts, findings.program),
        {_duty(one): one for one in findings_instances(findings)},
        Forced(findings.parts, findings.explanations),
        frozenset(guard.name for part in findings.parts for guard in part.guards),
        in_full=in_full,
    )


def _is_one(thing: Symbol) -> bool:
    """Whether a thing without a name prints like no other; what is supposed is "something" each time."""
    return isinstance(thing, Call) and thing.name == "new"


def findings_instances(findings: Findings) -> Iterator[Instance]:
    """Every instance that was judged or takes part in a conflict."""
    for part in findings.explanations:
        yield from (judgement.instance for judgement in part.judgements)
        yield from (instance for conflict in part.conflicts for instance in conflict.instances)


def _duty(instance: Instance) -> str:
    """The name of the guard of an instance of a norm: `honoured(rule, values)`."""
    return f"honoured({', '.join([instance.rule, *(value for _, value in instance.bindings)])})"
