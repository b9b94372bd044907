"""The words of time, held against what they mean tick by tick on a small grid."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from small_dossiers import conflicts, lines

HEAD = "dossier: case\nclock: hour\nzone: UTC\nreported: 2012-01-01T02\nactors: {ann: {}}\n"
Ticks = tuple[int, int]
WORDS: dict[str, Callable[[int, int, int, int], bool]] = {
    "before f": lambda s, e, t, u: e < t,
    "after f": lambda s, e, t, u: u < s,
    "during f": lambda s, e, t, u: t <= s and e <= u,
    "contains f": lambda s, e, t, u: s <= t and u <= e,
    "intersects f": lambda s, e, t, u: s <= u and t <= e,
    "strictly before f": lambda s, e, t, u: e + 1 < t,
    "strictly after f": lambda s, e, t, u: u + 1 < s,
    "strictly during f": lambda s, e, t, u: t < s and e < u,
    "strictly contains f": lambda s, e, t, u: s < t and u < e,
    "meets f": lambda s, e, t, u: e + 1 == t,
    "met-by f": lambda s, e, t, u: u + 1 == s,
    "overlaps f": lambda s, e, t, u: s < t <= e < u,
    "overlapped-by f": lambda s, e, t, u: t < s <= u < e,
    "starts f": lambda s, e, t, u: s == t and e < u,
    "started-by f": lambda s, e, t, u: s == t and u < e,
    "finishes f": lambda s, e, t, u: e == u and t < s,
    "finished-by f": lambda s, e, t, u: e == u and s < t,
    "equals f": lambda s, e, t, u: s == t and e == u,
    "by f": lambda s, e, t, u: e <= u,
    "since f": lambda s, e, t, u: t <= s <= u and e >= 2,
    "until f": lambda s, e, t, u: t - 1 <= e <= u,
    "within 2 hours after f": lambda s, e, t, u: 0 <= s - u <= 2,
    "within 2 hours before f": lambda s, e, t, u: 0 <= t - e <= 2,
    "at least 2 hours after f": lambda s, e, t, u: s - u >= 2,
    "at most 2 hours after f": lambda s, e, t, u: 0 < s - u <= 2,
    "more than 1 hour before f": lambda s, e, t, u: t - e > 1,
    "less than 2 hours before f": lambda s, e, t, u: 0 < t - e < 2,
    "between 1 hour and 2 hours after f": lambda s, e, t, u: 1 <= s - u <= 2,
    "within 1 hour of f": lambda s, e, t, u: -1 <= s - t <= 1,
    "2 hours after f": lambda s, e, t, u: s - u == 2,
    "about 2 hours after f": lambda s, e, t, u: 1 <= s - u <= 3,
    "exactly 2 hours after f": lambda s, e, t, u: s - u == 2,
    "2 hours ±1 hour before f": lambda s, e, t, u: 1 <= t - e <= 3,
    "is exactly 2 hours old at f": lambda s, e, t, u: t - s == 2,
    "lasts at least 2 hours": lambda s, e, t, u: e - s >= 2,
    "lasts exactly 1 hour": lambda s, e, t, u: e - s == 1,
    "after start of f": lambda s, e, t, u: t < s,
    "before end of f": lambda s, e, t, u: e < u,
}
SPANS = [(s, e) for s in range(3) for e in range(s, 3)]


def hour(tick: int) -> str:
    return f"2012-01-01T{tick:02}"


def statement(name: str, ticks: Ticks) -> str:
    return f"  - {{id: {name}, says: licence(ann) as {name}, when: {hour(ticks[0])}/{hour(ticks[1])}, certain: true}}\n"


@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_time_means(word: str, *, negated: bool) -> None:
    if negated and word.startswith("is "):
        pytest.skip("an age is not negated")
    phrase = f"not {word}" if negated else word
    pairs = list(product(SPANS, SPANS))
    told = [
        f"{statement(f'e{nth}', one)}{statement(f'f{nth}', other)}"
        f"  - {{id: x{nth}, says: e{nth} {re.sub(r'f$', f'f{nth}', phrase)}}}\n"
        for nth, (one, other) in enumerate(pairs)
    ]
    false = sorted(f"accept(x{nth})" for nth, (one, other) in enumerate(pairs) if WORDS[word](*one, *other) is negated)
    assert conflicts("statements:\n" + "".join(told), head=HEAD) == false


def test_exactly_one_of_the_thirteen_holds() -> None:
    thirteen = [
        word
        for word in WORDS
        if word.split()[0]
        in {
            "strictly",
            *["meets", "met-by", "overlaps", "overlapped-by", "starts", "started-by", "finishes", "finished-by", "equals"],
        }
    ]
    assert len(thirteen) == 13
    spans = [(s, e) for s in range(5) for e in range(s, 5)]
    for one, other in product(spans, spans):
        assert sum(WORDS[word](*one, *other) for word in thirteen) == 1


def test_bounds_of_ticks_have_no_other_parts() -> None:
    told = lines("statements:\n  - {id: s, says: licence(ann) as e and e overlaps letter}\n")
    assert 'diff(s("e"),s("letter"),-1) :- holds("s").' in told
    assert 'diff(s("letter"),e("e"),0) :- holds("s").' in told
    assert 'diff(e("e"),e("letter"),-1) :- holds("s").' in told
