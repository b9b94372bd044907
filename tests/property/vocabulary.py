"""The words that random cases are made of."""

from __future__ import annotations

from property.cases import Predicate

THINGS = ("ada", "ben", "cyr")
OFTEN = ("ada", "ada", "ada", "ada", "ben", "ben", "cyr")
PREDICATES = (
    Predicate("attack", "event", (("by", "actor"), ("on", "actor"))),
    Predicate("bombing", "event", (), above="attack"),
    Predicate("visit", "event", (("by", "actor"),)),
    Predicate("notice", "event", (("of", "occurrence"),)),
    Predicate("truce", "state", (("by", "actor"), ("with", "actor"))),
    Predicate("pact", "state", (("1", "actor"), ("2", "actor")), symmetric=True),
    Predicate("p", "fact", (("1", "actor"),)),
    Predicate("q", "fact", (("1", "actor"),)),
    Predicate("refresh", "fact", (("1", "actor"),)),
    Predicate("listed", "fact", (("1", "actor"),), closed=True),
    Predicate("part-of", "fact", (("1", "actor"), ("2", "actor")), transitive=True),
    Predicate("near", "fact", (("1", "actor"), ("2", "actor")), symmetric=True),
    Predicate("rival", "fact", (("1", "content"), ("2", "content"))),
    Predicate("claims", "fact", (("1", "actor"), ("2", "content"))),
    Predicate("tells", "event", (("by", "actor"), ("of", "content"))),
    Predicate("ended", "fact", (("1", "occurrence"),)),
    Predicate("toll", "fact", (("1", "actor"), ("count", "number"))),
    Predicate("size", "fact", (("1", "actor"), ("count", "number"))),
    Predicate("loss", "event", (("by", "actor"), ("count", "number"))),
    Predicate("weight", "fact", (("1", "actor"), ("count", "number")), functional="count"),
    Predicate("crew", "state", (("by", "actor"), ("count", "number")), functional="count"),
)
"""Numbers of `size` are exact, so that they can measure; those of all others need not be."""
EVENTS = ("attack", "bombing", "visit")
STATES = ("truce", "pact")
OCCURRENCES = ("attack", "attack", "bombing", "visit", "truce", "truce", "pact")
FACTS = ("p", "p", "q", "q", "refresh", "listed", "part-of", "near", "ended")
PLAIN_FACTS = ("p", "q", "refresh")
PAIRS = ("part-of", "near")
