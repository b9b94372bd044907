"""Going through sentences: what is looked for is found wherever it stands, and what cannot have it is not gone into."""

import pytest

from reasoner.diagnostics import Text
from reasoner.language import ir
from reasoner.language.from_text import parse_condition
from reasoner.language.rewrite import contains, find, walk
from reasoner.times.ir import Civil, Date, Unit

SENTENCES = (
    "attack(by A, on _, killed about 12) as E during 2012-07 and E within 3 days after end of T",
    "claims(S, that not truce(a, X) during [2011,2013]) and no B with (arson(by B) as F and F before the day after E)",
    "at least 3 E with attack(by G) as E all within 1 year",
    "sum of N with toll(in E, count N) = M + 2 * length of T in days",
    "report(by A) every 2 months during T or T is at least 2 years old at memo",
    "E is the 3rd attack(by G)",
    "visit(by a) as v during dawn of 2013-01-19~ and v not during thursday",
)
KINDS = (
    *(kind for kind in vars(ir).values() if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")),
    *(Civil, Date, Unit),
)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("closed", [(), (ir.Content,), (ir.Count, ir.NoneOf, ir.Phrase)])
def test_what_is_found_is_what_going_through_all_of_it_finds(text, closed):
    one = parse_condition(Text(text))
    for kind in KINDS:
        told = [node for node in walk(one, closed) if isinstance(node, kind)]
        assert list(find(one, kind, closed=closed)) == told
        assert contains(one, kind, closed=closed) == bool(told)
    some = (ir.Var, ir.Number, ir.Atom)
    assert list(find(one, *some, closed=closed)) == [node for node in walk(one, closed) if isinstance(node, some)]
