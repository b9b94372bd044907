"""What `reasoner check facts/gao-truce rules` has to find, as data; `docs/gao-truce.md` says why.

Keys such as K-B1 name the findings of the reading on which the dossier rests. Guards are written as they are printed.
Bindings may leave variables out that do not matter, such as the name of an occurrence that a rule brought about.
"""

from __future__ import annotations

KEPT_TRUCE = ("accept(kept-until-tiguentourine)", "accept(mujao-is-his)", "accept(no-attack-in-algeria)")

AGE_OF_THE_DEAL = ("accept(deal-after-gao)", "accept(gao-date)", "accept(one-deal)", "accept(two-years)")
OUARGLA_IN_SECOND_DEAL = ("accept(ouargla-by-mujao)", "accept(ouargla-date)", "accept(two-years)", *KEPT_TRUCE)
TAMANRASSET_IN_SECOND_DEAL = ("accept(tamanrasset-by-mujao)", "accept(tamanrasset-date)", "accept(two-years)", *KEPT_TRUCE)
OUARGLA_IF_EARLY = ("accept(deal-after-gao)", "accept(early)", "accept(ouargla-by-mujao)", "accept(ouargla-date)", *KEPT_TRUCE)
ANYWHERE = ("accept(anywhere)", "accept(kept-until-tiguentourine)", "accept(mujao-is-his)", "accept(two-years)")
ANYWHERE_CONFLICTS = (
    AGE_OF_THE_DEAL,
    (*ANYWHERE, "accept(gao-by-mujao)", "accept(gao-date)"),
    (*ANYWHERE, "accept(ouargla-by-mujao)", "accept(ouargla-date)"),
    (*ANYWHERE, "accept(tamanrasset-by-mujao)", "accept(tamanrasset-date)"),
)

MAIN_CONFLICTS: dict[str, tuple[str, ...]] = {
    "K-B1": AGE_OF_THE_DEAL,
    "K-A7 Ouargla": OUARGLA_IN_SECOND_DEAL,
    "K-A7 Tamanrasset": TAMANRASSET_IN_SECOND_DEAL,
    "K-A9 first memo": ("accept(deal-after-gao)", "accept(no-deal)"),
    "K-A9 second memo": ("accept(no-deal)", "accept(two-years)"),
    "K-C1": ("accept(attacks-year-before)", "accept(gao-chief-example)", "accept(gao-date)"),
    "K-C7": ("accept(mali-focus)", "accept(moroccan-focus)", "accept(one-deal)", "keep(one-focus)"),
}
"""The conflicts of the part that holds the deal."""

MAIN_REPAIRS = 108
"""The repairs of that part; 81 if `one-focus` is certain, 41 without K-C7, 23 without K-C1 too."""

OTHER_CONFLICTS: dict[str, tuple[str, ...]] = {
    "K-C5": ("accept(leak-is-cables)", "accept(same-leak)", "keep(cable-is-no-letter)"),
    "K-C6": ("accept(not-from-state)", "accept(state-said-deal)"),
    "K-C9": ("accept(led-mujao)", "accept(left-the-lead-to-his-people)", "keep(left-the-lead)"),
}
"""Conflicts that are parts of their own, each member alone a repair."""

_DEALS = {"A": "belmokhtar", "B": "algeria", "X": "tiguentourine", "Q": "algerian-territory"}

TENSIONS: dict[str, tuple[str, dict[str, str]]] = {
    "K-A1": ("kept-truce", {**_DEALS, "T": "deal-1", "E": "ouargla-bombing", "P": "ouargla"}),
    "K-A2": ("kept-truce", {**_DEALS, "T": "deal-1", "E": "tamanrasset-bombing", "P": "tamanrasset"}),
    "K-A5": ("kept-truce", {**_DEALS, "T": "deal-2", "E": "guards-attack", "P": "tamanrasset"}),
    "K-A6": ("kept-truce", {**_DEALS, "T": "deal-2", "E": "aid-workers-kidnapping", "P": "tindouf"}),
    "K-C3": ("series-older-than", {"E": "tamanrasset-bombing", "F": "tiguentourine", "S": "attacks-of-close-groups"}),
    "K-C10": ("dissident-leads-not", {"X": "belmokhtar", "Y": "aqim", "T": "rank-in-aqim"}),
    "K-C11 guards": ("founded-before-acting", {"G": "mujao", "F": "mujao-founding", "E": "guards-attack"}),
    "K-C11 aid workers": ("founded-before-acting", {"G": "mujao", "F": "mujao-founding", "E": "aid-workers-kidnapping"}),
}
"""Rule and bindings of every tension of the default report; there are no others."""

RESTS_ON: dict[str, tuple[str, ...]] = {
    "K-A1": ("accept(deal-after-gao)", "accept(ouargla-by-mujao)", "accept(ouargla-date)", *KEPT_TRUCE),
}
"""What a tension rests on: the conflict that appears with its premise, less the premise."""

PREMISES: dict[str, tuple[str, str, str]] = {"K-A1": ("start of deal-1", "<=", "2012-07-01T00:00")}
"""The hidden premise of the author's own argument: the truce was in force by the first minute of July 2012."""

ONLY_WITH: dict[str, str] = {"K-A5": "K-A6", "K-C11 aid workers": "K-C11 guards"}
"""Tensions that come only together with another one."""

CONDITIONAL: dict[str, tuple[str, dict[str, str]]] = {
    "K-A4 guards": ("kept-truce", {**_DEALS, "T": "deal-1", "E": "guards-attack", "P": "tamanrasset"}),
    "K-A4 aid workers": ("kept-truce", {**_DEALS, "T": "deal-1", "E": "aid-workers-kidnapping", "P": "tindouf"}),
}
"""Some of those that show with `--all` only: they need a repair that gives up Gao's date."""

SILENT: dict[str, tuple[str, dict[str, str]]] = {
    "K-A3": ("kept-truce", {"E": "gao-kidnapping"}),
    "K-A4 guards": ("kept-truce", {"T": "deal-1", "E": "guards-attack"}),
    "K-A4 aid workers": ("kept-truce", {"T": "deal-1", "E": "aid-workers-kidnapping"}),
    "K-A11": ("eliminated-acts-not", {}),
    "K-C3' guards": ("series-older-than", {"E": "guards-attack"}),
    "K-C3' aid workers": ("series-older-than", {"E": "aid-workers-kidnapping"}),
    "N1": ("one-holder-at-a-time", {}),
    "N2": ("said-gap-holds", {}),
    "N3": ("one-leader-at-a-time", {}),
    "N5": ("halt-means-no-attack", {}),
}
"""Rules and bindings under which nothing certain and no tension may appear in the default report."""

IN_NO_FINDING: dict[str, tuple[str, ...]] = {
    "K-A10": ("government-surprised",),
    "K-A11": ("battalion-eliminated", "meeting-sought"),
    "K-C21": ("gao-consul",),
    "K-C22": ("mailbox-published", "leak-published-recently"),
    "N1": ("clinton-secretary", "clinton-former"),
    "N2": ("three-months-apart",),
    "N3": ("emir-of-al-mulathamin", "leads-signed-in-blood"),
    "N5": ("halt-promised", "unilateral-halt", "arms-again"),
    "N6": ("called-a-success", "criticised"),
    "N7": ("offer-refused", "status-request"),
}
"""Statements that are in no conflict and under no tension. (N4 is one statement, `ouargla-date`, with year and month.)"""

CLAIMS: dict[str, tuple[str, str]] = {
    "K-A1": ("ouargla-argument", "possible only"),
    "K-A1 with its premise": ("ouargla-argument-if-early", "certain"),
    "K-A2": ("tamanrasset-argument", "possible only"),
    "K-A3": ("gao-argument", "unsupported"),
    "K-A4": ("year-before-argument", "unsupported"),
    "K-A8": ("who-lied", "refuted"),
    "K-A9": ("denial-of-the-deal", "certain"),
    "K-A10": ("surprise-argument", "unsupported"),
    "K-A11": ("battalion-argument", "unsupported"),
    "K-C6": ("denial-of-the-source", "certain"),
}
"""Each claimed contradiction of the dossier and what becomes of it."""

DILEMMA_LEFT_OUT = (
    "accept(attacks-year-before)",
    "accept(deal-after-gao)",
    "accept(left-the-lead-to-his-people)",
    "accept(mali-focus)",
    "accept(not-from-state)",
    "accept(two-years)",
)
"""Guards of the cheapest repair of all parts but K-C5's (where two cost the same): neither horn of K-A8 is among them."""

AGE_SHORTFALL = {
    "of": "two-years",
    "now_days": 182,
    "short_by_minutes": 255 * 1440 + 2,
    "oldest_minutes": 293 * 1440 + 23 * 60 + 58,
}
"""K-B1: at most 293 days (and 23:58) old; the tolerance of 182 days is short by 255 days and 2 minutes."""

_ATTACKS = (
    *("gao-by-mujao", "gao-date", "ouargla-by-mujao", "ouargla-date", "tamanrasset-by-mujao", "tamanrasset-date"),
    *("guards-by-mujao", "guards-date", "aid-workers-by-mujao", "aid-workers-date"),
)
_WITHOUT_SCOPE = ("deal-after-gao", "two-years", "one-deal", "mujao-is-his", "kept-until-tiguentourine", *_ATTACKS)
_OWN_ARGUMENT = (
    *("deal-after-gao", "gao-date", "ouargla-date", "ouargla-by-mujao", "mujao-is-his", "no-attack-in-algeria"),
    "kept-until-tiguentourine",
)

ONLY: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...], int, int]] = {
    "own argument": (_OWN_ARGUMENT, (), (), 0, 0),
    "own argument, early": ((*_OWN_ARGUMENT, "early"), ("early",), (OUARGLA_IF_EARLY,), 7, 7),
    "leak against leak": (("deal-after-gao", "two-years", "one-deal", "gao-date"), (), (AGE_OF_THE_DEAL,), 4, 4),
    "inside Algeria": (
        (*_WITHOUT_SCOPE, "no-attack-in-algeria"),
        (),
        (AGE_OF_THE_DEAL, OUARGLA_IN_SECOND_DEAL, TAMANRASSET_IN_SECOND_DEAL),
        22,
        1,
    ),
    "inside Algeria, early": (
        (*_WITHOUT_SCOPE, "no-attack-in-algeria", "early"),
        ("early",),
        (AGE_OF_THE_DEAL, OUARGLA_IN_SECOND_DEAL, TAMANRASSET_IN_SECOND_DEAL, OUARGLA_IF_EARLY),
        28,
        0,
    ),
    "anywhere": ((*_WITHOUT_SCOPE, "anywhere"), ("anywhere",), ANYWHERE_CONFLICTS, 22, 1),
}
"""For `--only`: the ids, what is adopted, the conflicts, the number of repairs, and how many of these have one member."""
