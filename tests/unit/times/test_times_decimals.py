"""Exact numbers as they are printed."""

from fractions import Fraction

import pytest

from reasoner.times.decimals import decimal


@pytest.mark.parametrize(
    ("value", "plain", "grouped"),
    [
        ("0", "0", "0"),
        ("-7", "-7", "-7"),
        ("-0.55", "-0.55", "-0.55"),
        ("0.05", "0.05", "0.05"),
        ("1095", "1095", "1,095"),
        ("-1234567.0625", "-1234567.0625", "-1,234,567.0625"),
        ("2.123456789012345", "2.123456789012345", "2.123456789012345"),
        ("1/3", "1/3", "1/3"),
        ("-22/7", "-22/7", "-22/7"),
    ],
)
def test_a_number_reads(value: str, plain: str, grouped: str) -> None:
    assert decimal(Fraction(value)) == plain
    assert decimal(Fraction(value), grouped=True) == grouped
