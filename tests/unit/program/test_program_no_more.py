"""A statement that there is no more within a span is against more within a span that is surely no longer."""

import pytest

from reasoner import check, parse


def is_against(stated, supposed):
    facts = (
        "dossier: d\nactors: {a: {name: A}}\nvocabulary: {visit: {event: by actor}, p: {fact: actor}}\nstatements:\n"
        "  - {id: there, says: p(a)}\n"
        f"  - {{id: few, says: at most 2 E with visit(by a) as E{stated}, certain: true}}\n"
    )
    rules = (
        "pack: r\nrules:\n  - id: many\n    certain: true\n    given: p(A)\n"
        f"    must: at least 3 E with visit(by A) as E{supposed}\n"
    )
    found = check(parse({"facts.yaml": facts, "rules.yaml": rules}))
    guards = {guard.name for part in found.explanations for conflict in part.conflicts for guard in conflict.members}
    return not any(name.startswith("absent") for name in guards)


@pytest.mark.parametrize(
    ("stated", "supposed", "clash"),
    [
        ("", " all within 1 year", True),
        (" all within 1 year", " all within 1 year", True),
        (" all within 1 year", " all within 12 months", True),
        (" all within 2 years", " all within 1 year", True),
        (" all within 1 year", " all within 365 days", True),
        (" all within 1 year", " all within 366 days", False),
        (" all within 1 year", " all within 2 years", False),
        (" all within 1 year", "", False),
    ],
)
def test_more_within_a_span_clashes_with_no_more_within_one_as_long(stated, supposed, clash):
    assert is_against(stated, supposed) is clash
