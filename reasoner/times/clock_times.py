"""Reading the clock time of a date: `T22`, `T22:00`, `T22:00:05`, with `Z`, `R` (zones of the alphabet), `+01:00` or `[Europe/Paris]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reasoner.times.errors import DateError, UnknownZone
from reasoner.times.zones import check_zone

_TIME = re.compile(
    r"T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?P<offset>[A-IK-WYZ]|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_LETTERS = "YXWVUTSRQPONZABCDEFGHIKLM"
"""The zones of the alphabet, from 12 hours behind UTC to 12 ahead of it (ACP 121); J is where one happens to be, and X an unknown digit."""
_LIMITS = (("hour", 23), ("minute", 59), ("second", 59))


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A clock time as far as it is told; `zone` as in `Civil`."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""


def read_clock_time(text: str, at: int, name: str | None, name_at: int) -> ClockTime:
    """Read `T22:00Z`, which stands at offset `at`; `name` is the zone in brackets at `name_at`, None if there is none.

    Raises `DateError`.
    """
    found = _TIME.fullmatch(text)
    if found is None:
        raise _unreadable(text, at)
    for part, limit in _LIMITS:
        if found[part] is not None and int(found[part]) > limit:
            raise DateError(
                f"there is no {part} {found[part]}",
                at + found.start(part),
                f"{part}s go from 00 to {limit}{_midnight(found, part)}",
            )
    zone = _offset(found["offset"], at + found.start("offset")) if found["offset"] else ""
    if name is not None:
        if zone:
            raise DateError("give either an offset or a zone, not both", name_at, f"leave out `[{name}]`")
        zone = _named(name, name_at)
    minute, second = (None if found[part] is None else int(found[part]) for part in ("minute", "second"))
    return ClockTime(int(found["hour"]), minute, second, zone)


def _midnight(found: re.Match[str], part: str) -> str:
    return "; for midnight write 00:00 of the next day" if part == "hour" and found[part] == "24" else ""


def _offset(text: str, at: int) -> str:
    if text in _LETTERS:
        hours = _LETTERS.index(text) - 12
        return f"{'+' if hours > 0 else '-'}{abs(hours):02}:00" if hours else "Z"
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    if hours * 60 + minutes > 16 * 60 or minutes > 59:
        raise DateError(f"there is no offset {text}", at, "offsets go from -16:00 to +16:00; write `+01:00`")
    return "Z" if hours == minutes == 0 else f"{text[0]}{hours:02}:{minutes:02}"


def _named(name: str, at: int) -> str:
    if name in ("Z", "UTC"):
        return "Z"
    if name[:1] in ("", "+", "-"):
        raise DateError(
            "brackets hold the name of a time zone", at, "write `[Europe/Paris]`; an offset stands without brackets"
        )
    try:
        check_zone(name)
    except UnknownZone as wrong:
        raise DateError(wrong.message, at + 1, wrong.help) from None
    return name


def _unreadable(text: str, at: int) -> DateError:
    if part := re.match(r"T[0-9:]+(?=[.,][0-9])", text):
        return DateError("parts of a second are not supported", at + part.end(), "leave them out")
    if offset := re.fullmatch(
        r"T[0-9]{2}(?::[0-9]{2}){0,2}(?P<told>(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?)", text
    ):
        minutes = f":{offset['minutes']}" if offset["minutes"] else ""
        hint = f"write `{offset['sign']}{offset['hours']:0>2}{minutes}`"
        return DateError("an offset has hours in two digits, and a colon before minutes", at + offset.start("told"), hint)
    if "X" in text:
        return DateError(
            "a clock time has no X digits", at + text.index("X"), "tell the date as far as it is known: `2013-01-17T22`"
        )
    return DateError(
        f"`{text}` is no clock time", at, "write hours, minutes and seconds in two digits each: `T22`, `T22:00`, `T22:00:05`"
    )
