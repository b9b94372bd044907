"""Formulas are decided at once where they can be."""

from reasoner.program.formula import FALSE, TRUE, Conj, Disj, Instant, Le, Neg, at_most, both, distance, either, negate

X, Y = Instant("x"), Instant("y")
LATE, NEVER = Instant("0", infinite=1), Instant("0", infinite=-1)


def test_two_points_make_a_bound() -> None:
    assert at_most(X, Y, 3) == Le("x", "y", 3)
    assert at_most(Instant("0", 5), X, 3) == Le("0", "x", -2, shift=-5)
    assert at_most(X, Instant("0", 5), 3) == Le("x", "0", 8, shift=5)


def test_what_is_fixed_or_infinite_is_decided() -> None:
    assert at_most(Instant("0", 5), Instant("0", 2), 3) == TRUE
    assert at_most(Instant("0", 6), Instant("0", 2), 3) == FALSE
    assert at_most(NEVER, X, -5) == TRUE
    assert at_most(X, LATE, -5) == TRUE
    assert at_most(LATE, X, 5) == FALSE
    assert at_most(LATE, LATE, 0) == FALSE


def test_both_and_either_are_laid_flat() -> None:
    one, two, three = (Le("x", "y", limit) for limit in (1, 2, 3))
    assert both(one, Conj((two, three))) == Conj((one, two, three))
    assert either(one, Disj((two, three))) == Disj((one, two, three))
    assert both(one, FALSE) == FALSE
    assert either(one, TRUE) == TRUE
    assert both(one) == one
    assert distance(X, Y, 1, None) == Le("y", "x", -1)


def test_a_negation_stands_at_single_bounds() -> None:
    one, two = Le("x", "y", 1), Le("y", "x", 2)
    assert negate(Conj((one, two))) == Disj((Neg(one), Neg(two)))
    assert negate(negate(Conj((one, two)))) == Conj((one, two))
    assert negate(TRUE) == FALSE
