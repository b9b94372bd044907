"""Orders of variables that leave a rule as it is."""

import pytest
from small_dossiers import program

RULES = {
    "given: ['truce(A, B) as T'], never: T after 2012 and A is not B": ((1, 0, 2),),
    "given: ['leads(A, B) as T'], never: T after 2012 and A is not B": (),
    "given: ['seat(of P, at X) as E', 'seat(of P, at Y) as F', X is not Y], never: E intersects F": ((0, 3, 4, 1, 2),),
    "given: ['seat(of P, at X) as E', 'seat(of P, at Y) as F', X is not Y], never: E before F": (),
    "given: ['toll(in E, count N)', 'toll(in E, count M)'], never: N differs from M by more than 2": ((0, 2, 1),),
    "given: ['toll(in E, count N)', 'toll(in E, count M)'], never: N > M": (),
    "given: [listed(A), listed(B)], unless: 'near(A, B) or like(A, B) or like(B, A)', never: A is not B": ((1, 0),),
}


@pytest.mark.parametrize("rule", RULES)
def test_swaps(rule: str) -> None:
    told = program("", f"rules:\n  - {{id: r, {rule}}}\n")
    assert next(known.swaps for known in told.instances if known.key == "r") == RULES[rule]
