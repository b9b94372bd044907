"""Time zones: by how many seconds local clocks are ahead of UTC, and when that changes.

A zone is `""`, `Z` or `UTC`, an offset such as `+01:00`, or a name such as `Europe/Paris`. The rules come from the
package `tzdata` and not from the machine, so that the same input gives the same output everywhere. Before the year 1 a
zone keeps the first offset known of it, after 9999 the last.
"""

from __future__ import annotations

import pkgutil
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import cache
from io import BytesIO
from zoneinfo import ZoneInfo

from reasoner.times.errors import UnknownZone

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall times and instants are told apart by the code
_FIRST, _LAST = -62_135_424_000, 253_402_128_000  # two days inside the years 1 and 9999
_FIRST_CHANGE = -4_102_444_800  # 1840: no zone changed its offset earlier
_STEP = 5 * 86_400  # no zone changes its offset twice within five days
_FURTHEST = timedelta(hours=16)  # the Philippines, until 1844
_OFFSET = re.compile(r"([+-])([0-9]{2}):([0-5][0-9])")


def check_zone(zone: str) -> None:
    """Raise `UnknownZone`, with a near miss as help, unless `zone` is one."""
    _rules(zone)


def offset_at(instant: int, zone: str) -> int:
    """Seconds by which local clocks are ahead of UTC at an instant."""
    moment = _EPOCH + timedelta(seconds=_within_years(instant))
    return _seconds(moment.replace(tzinfo=UTC).astimezone(_rules(zone)))


def offsets_of_wall(wall: int, zone: str) -> tuple[int, int]:
    """The offsets that can be meant by a wall time: equal but where clocks are put back or forward.

    Put back: the offset of the first and of the second run. Put forward: that before and that after.
    """
    moment = (_EPOCH + timedelta(seconds=_within_years(wall))).replace(tzinfo=_rules(zone))
    return _seconds(moment), _seconds(moment.replace(fold=1))


def offset_text(ahead: int) -> str:
    """An offset of whole minutes as it is written: `+01:00`."""
    hours, minutes = divmod(abs(ahead) // 60, 60)
    return f"{'-' if ahead < 0 else '+'}{hours:02}:{minutes:02}"


def instant_of(wall: int, zone: str) -> int:
    """The instant of a wall time: the first of two; one that was skipped moves on by the length of the gap."""
    return wall - offsets_of_wall(wall, zone)[0]


def first_instant(wall: int, zone: str) -> int:
    """The first instant at which local clocks show `wall`, or jump over it."""
    before, after = offsets_of_wall(wall, zone)
    if before < after:
        return _change(wall - after, wall - before, zone)
    return wall - before


def last_instant(wall: int, zone: str) -> int:
    """The last instant at which local clocks show `wall`, or the last second before they jump over it."""
    before, after = offsets_of_wall(wall, zone)
    if before < after:
        return _change(wall - after, wall - before, zone) - 1
    return wall - after


def changes(first: int, last: int, zone: str) -> tuple[tuple[int, int, int], ...]:
    """The instants after `first` and up to `last` from which a zone has another offset, with that before and after."""
    if is_steady(zone):
        return ()
    low, stop = max(first, _FIRST_CHANGE), min(last, _LAST)
    found = []
    before = offset_at(low, zone)
    while low < stop:
        high = min(low + _STEP, stop)
        after = offset_at(high, zone)
        if after != before:
            found.append((_change(low, high, zone), before, after))
        low, before = high, after
    return tuple(found)


def is_steady(zone: str) -> bool:
    """Whether a zone is one offset for all time."""
    return isinstance(_rules(zone), timezone)


def zone_names() -> tuple[str, ...]:
    """The names of all known zones, in order."""
    listed = pkgutil.get_data("tzdata", "zones")
    assert listed is not None
    return tuple(sorted(listed.decode("ascii").split()))


def _change(low: int, high: int, zone: str) -> int:
    """The first instant after `low` with the offset of `high`, where there is one change between them."""
    start = offset_at(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        if offset_at(middle, zone) == start:
            low = middle
        else:
            high = middle
    return high


def _within_years(seconds: int) -> int:
    return min(max(seconds, _FIRST), _LAST)


def _seconds(moment: datetime) -> int:
    ahead = moment.utcoffset()
    assert ahead is not None
    return round(ahead.total_seconds())


def _near(zone: str, names: tuple[str, ...]) -> str:
    """The zone that may be meant: one of that city, or one with a name like it; "" where there is none."""
    city = zone.strip().replace(" ", "_").lower()
    of_city = [name for name in names if city in (name.lower(), name.rsplit("/", maxsplit=1)[-1].lower())]
    return next(iter(of_city or get_close_matches(zone, names, n=1, cutoff=0.7)), "")


@cache
def _rules(zone: str) -> tzinfo:
    """The rules of a zone. Kept, since they never change and reading them costs far more than asking them."""
    if zone in ("", "Z", "UTC"):
        return UTC
    if written := _OFFSET.fullmatch(zone):
        ahead = timedelta(hours=int(written[2]), minutes=int(written[3]))
        if ahead > _FURTHEST:
            raise UnknownZone(f"there is no offset {zone}", "offsets go from -16:00 to +16:00")
        return timezone(-ahead if written[1] == "-" else ahead)
    names = zone_names()
    if zone not in names:
        near = _near(zone, names)
        raise UnknownZone(
            f"there is no time zone `{zone}`",
            f"did you mean `{near}`?" if near else "write a name such as `Europe/Paris`, or an offset such as `+01:00`",
        )
    table = pkgutil.get_data("tzdata", f"zoneinfo/{zone}")
    assert table is not None
    return ZoneInfo.from_file(BytesIO(table), key=zone)
