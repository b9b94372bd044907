"""Small dossiers in the user's language, with a standard head and vocabulary: their programs, their parts and what is found."""

from __future__ import annotations

from reasoner import pipeline
from reasoner.dossier.ir import Dossier
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.program.from_theory import translate
from reasoner.program.ir import Program
from reasoner.report.about import about
from reasoner.report.allowed import ways
from reasoner.report.asked import asked_about, known_as
from reasoner.report.to_text import to_text
from reasoner.theory.from_dossier import resolve

HEAD = """\
dossier: case
reported: 2016-01-01
actors: {ann: {}, bob: {}, cem: {}}
places: {mill: {}, port: {}}
documents: {memo: {dated: 2013-01-19}, letter: {}}
"""

PACK = """\
pack: words
vocabulary:
  attack: {event: "by actor, on actor, at place"}
  bombing: {is: attack}
  notice: {event: "of occurrence"}
  truce: {state: "actor, actor", symmetric: true}
  leads: {state: "actor, actor"}
  seat: {state: "of actor, at place", functional: at}
  licence: {state: "actor"}
  knows: {state: "actor, content"}
  toll: {event: "in event, count number"}
  age: {event: "of state, years number"}
  alarm: {fact: ""}
  size: {fact: "thing, number"}
  born: {fact: "actor, place", functional: $2}
  part-of: {fact: "thing, thing", transitive: true}
  near: {fact: "thing, thing", symmetric: true}
  like: {fact: "actor, actor", reflexive: true}
  listed: {fact: "actor", closed: true}
"""


def dossier(facts: str, rules: str = "", head: str = HEAD) -> Dossier:
    """What is read from the head and these facts, and from the vocabulary and these rules."""
    return pipeline.read((SourceFile("facts.yaml", head + facts), SourceFile("rules.yaml", PACK + rules)))


def program(facts: str, rules: str = "", head: str = HEAD) -> Program:
    return translate(resolve(dossier(facts, rules, head)))


def lines(facts: str, rules: str = "", head: str = HEAD) -> str:
    """The lines of the program that come from statements, hypotheses, rules and silence, but for their guards."""
    told = (
        line for line in program(facts, rules, head).lines if line.origin.what in {"statement", "hypothesis", "rule", "silence"}
    )
    return "\n".join(line.text for line in told if not line.text.startswith("guard("))


def found(facts: str, rules: str = "", head: str = HEAD) -> Findings:
    return pipeline.check(dossier(facts, rules, head))


def conflicts(facts: str, rules: str = "", head: str = HEAD) -> list[str]:
    """The members of every conflict, in order."""
    parts = found(facts, rules, head).explanations
    return sorted(" + ".join(guard.name for guard in one.members) for part in parts for one in part.conflicts)


def verdicts(facts: str, rules: str = "", head: str = HEAD) -> dict[str, str]:
    """The verdict of every instance."""
    parts = found(facts, rules, head).explanations
    return {one.instance.id: one.verdict.value for part in parts for one in part.judgements}


def block(text: str) -> str:
    """Expected lines as written in a test, without their indent."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def explained(findings: Findings, ident: str) -> str:
    """What `reasoner explain` prints of this, with single spaces."""
    known = known_as(findings, ident)
    assert known is not None
    asked = asked_about(findings, known)
    left = {way.names: pipeline.left_without(findings, way.names, pipeline.Question()) for way in ways(findings, asked)}
    return " ".join(to_text(about(findings, asked, left)).split())
