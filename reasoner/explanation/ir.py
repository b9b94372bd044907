"""What is found: conflicts, their repairs, and the verdict of each instance; `Findings` has all of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reasoner.dossier.ir import Verdict
from reasoner.ground.ir import Guard, Instance, Part, Reading, Told
from reasoner.program.ir import Program
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Theory

PREMISE = "premise"
"""The tag of an adopted premise in a chain."""


class Stopped(Exception):
    """A limit ended the search; what was found until then is right, and there may be more."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The bound or tolerance `tag` would have to be wider by `short_by` ticks for the conflict to go.

    `limit` is the bound that is missed (of a tolerance, the nearer of its two), `told` what it comes from. `supposing`: it goes only where these guards of
    silence are given up, too. `others_remain`: with all else relied on, the dossier would still have conflicts.
    """

    tag: str
    limit: Limit
    short_by: int
    told: Told
    supposing: tuple[Guard, ...] = ()
    others_remain: bool = False


class Footing(Enum):
    """On what a bound stands in a chain that is told."""

    SAID = "said"
    """It holds by what is said or derived, whatever the times."""
    SHOWN = "shown"
    """It follows from chains that are told before."""
    ASKED = "asked"
    """It holds unless one of the rules that take part is broken."""
    GIVEN = "given"
    """It holds where the one that the chain refutes would."""
    SUPPOSED = "supposed"
    """The chain is about the case that it holds."""
    OPEN = "open"
    """It holds in some of the ways in which guards and choices that are left open can go."""
    REFUTED = "refuted"
    """It cannot hold, since the others of the chain do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bound of a chain, with the literal that puts it in force, and the tag of its text and how it comes from that.

    `atom` is 0 for what always holds, and negative where the complement of a condition holds because that is false.
    """

    limit: Limit
    atom: int
    tag: str = ""
    footing: Footing = Footing.SAID
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Inference:
    """One step of a derivation: `conclusion` is an atom, `premises` the literals of the rule that gave it, in its order.

    Without premises it is a guard that is on, a condition on times or an open choice.
    """

    conclusion: int
    premises: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of guards with no clean world, however the others are set (MUS). `id` is a hash of the members' names.

    `members` in order of name, `instances` that take part in it in order of id; `chains` are cycles of bounds that
    cannot be, in the order in which they are told, enough for each way the discrete choices can go (see `proofs`); with
    `more_chains` there are more than these. `derivations` are as many as `instances`: how each comes to be broken, premises
    before conclusions, `broken` last (empty where it cannot be shown). A limit may have stopped the search before
    all that was `worked_out`.
    """

    id: str
    members: tuple[Guard, ...]
    instances: tuple[Instance, ...]
    shortfalls: tuple[Shortfall, ...] = ()
    chains: tuple[tuple[Step, ...], ...] = ()
    more_chains: bool = False
    derivations: tuple[tuple[Inference, ...], ...] = ()
    worked_out: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Of its members, in order: no two conflicts have the same."""
        return tuple(guard.name for guard in self.members)


@dataclass(frozen=True, slots=True)
class Repair:
    """A minimal set of guards to give up (MCS), in order of name; to give up one that is `absent` is to suppose it."""

    cost: int
    gives_up: tuple[Guard, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(guard.name for guard in self.gives_up)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict of one instance.

    `premises`: the hidden premises, weakest bounds each of which makes it certain to be broken. `repair`: the cheapest
    repaired dossier in which it can be broken (None if the dossier is consistent). `only_with`: other instances broken
    in every world that breaks it there.

    `rests_on`: for each premise, what it rests on: the smallest conflict that adopting it gives, less the premise.
    Without a premise one entry, the guards of `derivation`, which says how the instance comes to be broken, and those of
    silence without which it would not. `chains` and `more_chains`: as of a conflict, of the first premise adopted; a step with
    the tag `PREMISE` is the premise. A limit may have stopped the search before all that was `worked_out`.
    """

    instance: Instance
    verdict: Verdict
    premises: tuple[Limit, ...] = ()
    repair: Repair | None = None
    only_with: tuple[Instance, ...] = ()
    rests_on: tuple[tuple[Guard, ...], ...] = ()
    chains: tuple[tuple[Step, ...], ...] = ()
    more_chains: bool = False
    derivation: tuple[Inference, ...] = ()
    worked_out: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Conflicts that share members, from whatever parts, with their repairs and the instances that depend on them.

    `part` counts them from 1; it is no id of a `Part`. Without conflicts it is all the rest. `readings` are those that no
    world of a repaired dossier has, of choices that some such world leaves open. `count` is how many repairs there are, of
    which only the first thousands are listed; None where that is not known. `complete` is False where a
    limit stopped the search: then more may exist.
    """

    part: str
    complete: bool
    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...]
    judgements: tuple[Judgement, ...]
    readings: tuple[Reading, ...] = ()
    count: int | None = 0


class Standing(Enum):
    """What a claimed contradiction, or a claimed dilemma, comes to; it is left aside where what it names is not in play."""

    CERTAIN = "certain"
    CERTAIN_WITH_MORE = "certain with more"
    POSSIBLE_ONLY = "possible only"
    UNSUPPORTED = "unsupported"
    UNDECIDED = "undecided"
    HOLDS = "holds"
    REFUTED = "refuted"
    ASIDE = "left aside"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed contradiction as checked.

    `conflict` is the one that supports it; `more` are its members that nobody named; `repair` is the cheapest that leaves
    out every horn of a refuted dilemma; `tension` is what a merely possible contradiction rests on.
    """

    id: str
    standing: Standing
    conflict: Conflict | None = None
    more: tuple[Guard, ...] = ()
    repair: Repair | None = None
    tension: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge of a window: a tick of the dossier's clock, counted from 1970-01-01T00:00Z, or None where it is open.

    `by` are guards with which it lies no further out, minimal, and `off` those that have to be given up for that, too;
    `instances` take part, as in a conflict. `chains` and `more_chains` show it as those of a judgement show a premise: the step
    with the tag `PREMISE` goes beyond the edge.
    """

    tick: int | None
    by: tuple[Guard, ...] = ()
    off: tuple[Guard, ...] = ()
    instances: tuple[Instance, ...] = ()
    chains: tuple[tuple[Step, ...], ...] = ()
    more_chains: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """The window of one time, over the clean worlds of one dossier."""

    earliest: Edge
    latest: Edge


@dataclass(frozen=True, slots=True)
class Case:
    """Where a thing lies in one of the cheapest repaired dossiers; `gives_up` is what of the repair it depends on."""

    gives_up: tuple[Guard, ...]
    start: Reach
    end: Reach


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Where a thing lies, by its term in the program; in a consistent dossier there is one case. `more`: not all are here."""

    thing: str
    cases: tuple[Case, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is found of a dossier, with the theory and the program in whose words it is told.

    `consistent`: it is shown that all can be true together; `inconsistent`: that it cannot. Neither is so where a limit
    stopped the search before a conflict was found. `told` are the facts that the program asked for, as in `Ground`.
    """

    theory: Theory
    program: Program
    parts: tuple[Part, ...]
    explanations: tuple[Explanation, ...]
    claimed: tuple[Claimed, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        judged = all(claim.standing is not Standing.UNDECIDED for claim in self.claimed)
        return judged and all(explanation.complete for explanation in self.explanations)

    @property
    def consistent(self) -> bool:
        return self.complete and not self.inconsistent

    @property
    def inconsistent(self) -> bool:
        return any(explanation.conflicts for explanation in self.explanations)
