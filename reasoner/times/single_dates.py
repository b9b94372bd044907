"""Reading one date: a year, a season, a month, a day or a clock time, with its mark `?`, `~` or `%`."""

from __future__ import annotations

import re

from reasoner.times.civil import MONTH_NAMES, month_length
from reasoner.times.clock_times import ClockTime, read_clock_time
from reasoner.times.errors import DateError
from reasoner.times.ir import Civil
from reasoner.times.misspelt import misspelt

_DATE = re.compile(
    r"(?P<year>-?[0-9X]{4}|Y-?[0-9]+)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
    r"(?P<time>T[-+0-9:.,XZ]+)?(?P<mark>[?~%])?(?:\[(?P<zone>[^\[\]]*)\])?(?P<late>[?~%])?"
)
_LONGEST_YEAR = 9  # digits


def read_single_date(text: str, at: int) -> Civil:
    """Read one date, which stands at offset `at` of the whole; raises `DateError`."""
    found = _DATE.fullmatch(text)
    if found is None or (found["mark"] and found["late"]):
        raise misspelt(text, at)
    mark = found["mark"] or found["late"] or ""
    if "X" in text.partition("[")[0]:
        return _unspecified(found, at, mark)
    year = _year(found["year"], at)
    season, month = _month(found, at)
    day = None if found["day"] is None else int(found["day"])
    if day is not None and month is not None:
        _check_day(year, month, day, at + found.start("day"))
    time = _time(found, at)
    return Civil(
        year,
        month,
        day,
        time.hour,
        time.minute,
        time.second,
        season,
        zone=time.zone,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _year(text: str, at: int) -> int:
    digits = text.lstrip("Y-")
    if text == "-0000":
        raise DateError("there is no year -0000", at, "the year before 0001 is `0000`, that is 1 BC")
    if len(digits) > _LONGEST_YEAR:
        raise DateError(f"years of more than {_LONGEST_YEAR} digits are not supported", at)
    year = int(text.lstrip("Y"))
    if text.startswith("Y") and (digits.startswith("0") or len(digits) < 5):
        sign = "-" if year < 0 else ""
        right = f"Y{year}" if abs(year) > 9_999 else f"{sign}{abs(year):04}"
        raise DateError("`Y` is for years of five digits and more", at, f"write `{right}`")
    return year


def _month(found: re.Match[str], at: int) -> tuple[int | None, int | None]:
    """The season and the month, at most one of them set."""
    if found["month"] is None:
        return None, None
    number = int(found["month"])
    if 1 <= number <= 12:
        return None, number
    if 21 <= number <= 41 and found["day"] is None:
        return number, None
    raise _no_month(found, number, at)


def _no_month(found: re.Match[str], number: int, at: int) -> DateError:
    year, day = found["year"], found["day"]
    place = at + found.start("month")
    if (
        day is not None
        and day.isdigit()
        and 1 <= int(day) <= 12
        and 1 <= number <= month_length(int(year.lstrip("Y")), int(day))
    ):
        return DateError(f"there is no month {number:02}", place, f"did you mean `{year}-{day}-{number:02}`?")
    if 21 <= number <= 41:
        return DateError("a season has no days", at + found.start("day"), f"write `{year}-{number}`, or a month")
    return DateError(f"there is no month {number:02}", place, "months go from 01 to 12, seasons from 21 to 24")


def _check_day(year: int, month: int, day: int, at: int) -> None:
    length = month_length(year, month)
    if not 1 <= day <= length:
        called = f"{MONTH_NAMES[month - 1]} {year}"
        raise DateError(f"there is no day {day:02}: {called} has {length} days", at, f"write a day from 01 to {length}")


def _time(found: re.Match[str], at: int) -> ClockTime:
    if found["time"] is None:
        if found["zone"] is not None:
            raise DateError(
                "a zone goes with a clock time", at + found.start("zone") - 1, "leave it out, or add a time such as `T22:00`"
            )
        return ClockTime()
    if found["day"] is None:
        raise DateError("a clock time needs a whole date", at + found.start("time"), "write year, month and day before it")
    return read_clock_time(found["time"], at + found.start("time"), found["zone"], at + found.start("zone") - 1)


def _unspecified(found: re.Match[str], at: int, mark: str) -> Civil:
    """A date with X digits, all of them at its right end."""
    told, digits = found["year"], found["year"].replace("X", "0")
    rest = [part for part in (found["month"], found["day"]) if part is not None]
    _check_place_of_x(found, at)
    if "X" in told and told.strip("-X") == "":
        raise DateError("a date of which nothing is told says nothing", at, "leave it out")
    month = None
    if rest and rest[0] != "XX":
        season, month = _month(found, at)
        assert season is None
    return Civil(
        int(digits),
        month,
        unspecified="-".join([told, *rest]),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _check_place_of_x(found: re.Match[str], at: int) -> None:
    for part in ("time", "zone"):
        if found[part] is not None:
            raise DateError("a clock time needs a date without X digits", at + found.start("time" if found["time"] else "zone"))
    text = "-".join(part for part in (found["year"], found["month"], found["day"]) if part is not None)
    start = text.index("X")
    later = re.search(r"[0-9]", text[start:])
    if later is not None:
        raise DateError(
            "X digits that are not at the right end are not supported yet", at + start, "write X from there to the end"
        )
    for part in ("month", "day"):
        if found[part] is not None and "X" in found[part] and found[part] != "XX":
            raise DateError(f"a {part} of which one digit is X is not supported yet", at + found.start(part), "write `XX`")
