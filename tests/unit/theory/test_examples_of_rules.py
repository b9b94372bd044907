"""The example rules of the language page hold together, but for what is not supported yet."""

import pytest

from reasoner.diagnostics import Rejected, Severity
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.theory.from_dossier import resolve

VOCABULARY = """\
pack: examples
parameters: {notice: 72 hours, tolerance: 2}
vocabulary:
  embassy-cable: {kind: thing}
  private-letter: {kind: thing}
  present: {state: "actor, in place"}
  part-of: {fact: "thing, thing", transitive: true}
  leads: {state: "actor, actor"}
  attack: {event: "by actor, on actor, at place"}
  renamed: {event: "actor, as actor"}
  continues: {state: "actor, actor"}
  founded: {event: "actor, by actor"}
  said-age: {event: "of state, years number"}
  truce: {state: "actor, actor", symmetric: true}
  kept: {fact: "actor, toward actor, up-to occurrence"}
  forbids: {fact: "actor, toward actor, in place"}
  answers-for: {fact: "actor, for actor"}
  exemplar: {fact: "occurrence, of thing"}
  claimed-before: {fact: "thing, occurrence"}
  most-prominent: {fact: "occurrence, of thing"}
  member: {fact: "thing, of thing"}
  concentrates: {state: "actor, on actor"}
  disjoint: {fact: "actor, actor"}
  ranked: {fact: "actor, over actor"}
  lied: {event: "actor, content"}
  split-from: {event: "actor, actor"}
  dissident: {state: "actor, of actor"}
  left-lead: {event: "actor, of actor"}
  used: {event: "thing"}
  in-force: {state: "thing"}
  all-certain: {fact: "actor, content"}
  doubts: {state: "actor, content"}
  blames: {event: "actor, content, on actor, else actor"}
  eliminated: {event: "actor"}
  resumed: {event: "thing"}
  war: {state: "thing"}
  said-length: {fact: "thing, years number, minutes number"}
  breach: {event: "of thing"}
  notice: {event: "of event"}
  official-act: {event: "by actor, as thing"}
  holds-office: {state: "actor, thing"}
  succeeds: {fact: "actor, actor, in thing"}
  signature: {event: "by actor, on thing"}
  sign: {event: "actor, actor"}
  reporting-duty: {state: "actor, to actor"}
  report: {event: "by actor, to actor"}
  carries: {event: "actor, thing"}
  licence: {state: "actor"}
  offence: {event: "by actor"}
  campaign: {fact: "actor"}
  record-opens: {fact: "actor, with event"}
  deaths: {fact: "in thing, count number"}
  counter: {event: "thing, count number"}
  total: {fact: "thing, count number"}
  part: {fact: "thing, thing, count number"}
  repair: {state: "thing"}
  rival: {fact: "content, content"}
  verified: {state: "actor, content"}
  leaves-open: {state: "actor, content"}
  same-evidence: {fact: "actor, actor"}
rules:
"""

EXAMPLES = """\
one-place-at-a-time: present(P, in X) as E; present(P, in Y) as F; X is not Y; unless part-of(X, Y) or part-of(Y, X); never E intersects F
leader-answers-for-group: leads(L, G) as T; attack(by G) as E; E during T; then attack(by L) as E
group-goes-on: renamed(G, as H) as R; then continues(H, G) since R
founded-before-acting: founded(G) as F; attack(by G) as E; never E before F
one-founding: founded(G) as E; founded(G) as F; then E is F
age-of-agreement: said-age(of T, years N) as E; must T is about N years old at E
kept-truce: truce(A, B) as T; kept(A, toward B, up-to X); forbids(A, toward B, in Q); attack(by A, on B, at P) as E; part-of(P, Q); never E not before start of T and E before start of X
answers-for: answers-for(L, for G); attack(by G) as E; then attack(by L) as E
more-than-a-year: exemplar(E, of S); claimed-before(S, F); must E more than 1 year before F
exemplar-belongs: most-prominent(E, of S); then member(E, of S)
one-focus: concentrates(X, on A) as S; concentrates(X, on B) as T; disjoint(A, B); unless ranked(A, over B); never S intersects T
who-lies-has-said: lied(S, P); must said(S, P)
cable-is-no-letter: X is an embassy-cable; never X is a private-letter
dissident-from-founding: founded(G, by X) as F; split-from(G, Y); then dissident(X, of Y) since F
dissident-leads-not: dissident(X, of Y) as S; leads(X, Y) as T; never S intersects T
left-the-lead: left-lead(X, of G) as E; then not leads(X, G) since E
one-leader-at-a-time: leads(X, G) as S; leads(Y, G) as T; X is not Y; never S intersects T
in-force-before-used: used(M) as E; in-force(M) as F; never start of E before F
all-are-certain: all-certain(G, P); member(X, of G); never doubts(X, P)
one-of-them-lies: blames(S, P, on X, else Y); must lied(X, P) or lied(Y, P); text $S blames
eliminated-acts-not: eliminated(G) as E; attack(by G) as F; never F after E
resumed-had-ended: resumed(W) as E; war(W) as T; must end of T before E
war-as-long-as-said: war(W) as T; said-length(W, years N); must T lasts about N years
notify-in-time: breach(of C) as E; must notice(of E) within $notice after E; text A breach of $C is notified in time.
act-needs-office: official-act(by P, as O) as E; must holds-office(P, O) as T and E during T
successor-after-predecessor: succeeds(P, Q, in O); holds-office(P, O) as T; holds-office(Q, O) as U; must U before T
enough-signatures: in-force(D) as T; must at least 3 S with signature(by S, on D) as E before T
signing-starts-truce: sign(A, B) as E; then E initiates truce(A, B)
first-breach-ends-truce: truce(A, B) as T; attack(by A, on B) as E; start of E during T; then E terminates T
arms-need-licence: carries(A, arms) as E; unless licence(A) contains E; then offence(by A) as E
one-toll: deaths(in E, count N); deaths(in E, count M); never N differs from M by more than $tolerance
part-below-whole: deaths(in P, count N); deaths(in Q, count M); part-of(P, Q); never N > M
counter-never-falls: counter(C, count N) as E; counter(C, count M) as F; E before F; never M < N
end-is-start-plus-length: repair(X) as T; said-length(X, minutes N); must length of T in minutes = N
later-word-counts: said(S, P) as E; said(S, Q) as F; E before F; rival(P, Q); then Q retracts P
certain-against-open: verified(A, P) as S; leaves-open(B, P) as T; same-evidence(A, B); never S intersects T
first-of-record: record-opens(G, with E); must E is the first attack(by G)
monthly-report: reporting-duty(A, to B) as D; must report(by A, to B) every month during D
campaign: at least 3 E with attack(by G) as E all within 1 year; leads(L, G); then campaign(G); text $L leads a campaign.
parts-make-the-whole: total(R, count N); must sum of M with part(R, X, count M) = N
"""


def faults(line):
    """The errors of one line of the page, `id: given; given; unless ..; never ..`."""
    id_, _, rest = line.partition(": ")
    keys = {"given": []}
    for part in rest.split("; "):
        word, _, told = part.partition(" ")
        if word in {"unless", "then", "never", "must", "text"}:
            keys[word] = [told]
        else:
            keys["given"].append(part)
    rows = f"  - id: {id_}\n"
    rows += f"    text: {keys.pop('text')[0]}\n" if "text" in keys else ""
    for key, told in keys.items():
        rows += f"    {key}:\n" + "".join(f"      - {one}\n" for one in told)
    try:
        notes = resolve(read([SourceFile("rules.yaml", VOCABULARY + rows)])).notes
    except Rejected as rejected:
        return [found.code for found in rejected.diagnostics if found.severity is Severity.ERROR]
    assert notes == ()
    return []


@pytest.mark.parametrize("line", EXAMPLES.splitlines())
def test_an_example_holds_together(line):
    assert faults(line) == []


def test_all_examples_together_end():
    """Rules that feed each other in a circle bring about nothing new in it."""
    rows = ""
    for line in EXAMPLES.splitlines():
        id_, _, rest = line.partition(": ")
        given = [part for part in rest.split("; ") if part.partition(" ")[0] not in {"unless", "then", "never", "must", "text"}]
        then = [part.removeprefix("then ") for part in rest.split("; ") if part.startswith("then ")]
        text = [part for part in rest.split("; ") if part.startswith("text ")]
        if then:
            rows += f"  - id: {id_}\n    given:\n" + "".join(f"      - {one}\n" for one in given)
            rows += "    then:\n" + "".join(f"      - {one}\n" for one in then)
            rows += "".join(f"    text: {one.removeprefix('text ')}\n" for one in text)
    assert len(resolve(read([SourceFile("rules.yaml", VOCABULARY + rows)])).laws) == 12


def test_a_state_concluded_without_a_time_ends_and_draws_a_warning():
    rows = (
        "  - id: goes-on-from-before\n    given:\n      - continues(C, B)\n      - continues(B, A)\n    then: continues(C, A)\n"
    )
    notes = resolve(read([SourceFile("rules.yaml", VOCABULARY + rows)])).notes
    assert [note.code for note in notes] == ["T054"]
