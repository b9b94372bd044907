"""What clock rules need that come without a dossier, which would say it."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.dossier.ir import Pack
from reasoner.language.rewrite import walk
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Civil, Clock, Length, Unit
from reasoner.times.lengths import elapsed


def clock_needed(packs: Sequence[Pack]) -> Clock:
    """The usual one, minutes, unless they or their tests tell a time or a length in seconds."""
    told = ((pack.parameters, pack.rules) for pack in packs)
    return Clock.SECOND if any(map(_is_fine, walk(tuple(told)))) else Clock.MINUTE


def _is_fine(node: object) -> bool:
    """Whether minutes cannot count this."""
    match node:
        case Unit.SECOND:
            return True
        case Civil(second=int()):
            return True
        case Length():
            return not _is_whole(node)
        case _:
            return False


def _is_whole(length: Length) -> bool:
    try:
        elapsed(length, Clock.MINUTE)
    except UnfitTimeError:
        return any(unit is Unit.WORKING_DAY for _, unit in length.parts)
    return True
