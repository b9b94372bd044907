"""Reading one date: a year, a season, a month, a day or a clock time, with its marks `?`, `~` or `%`."""

from __future__ import annotations

import re
from dataclasses import replace

from reasoner.times.civil import MONTH_NAMES, month_length
from reasoner.times.clock_times import ClockTime, read_clock_time
from reasoner.times.errors import DateError
from reasoner.times.ir import Civil, PartMark, Unit
from reasoner.times.misspelt import misspelt
from reasoner.times.x_digits import first_day, matching, months_like

_DATE = re.compile(
    r"(?P<year_left>[?~%])?(?P<year>-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)(?:S(?P<significant>[0-9]+))?(?P<year_right>[?~%])?"
    r"(?:-(?P<month_left>[?~%])?(?P<month>[0-9X]{2})(?P<month_right>[?~%])?"
    r"(?:-(?P<day_left>[?~%])?(?P<day>[0-9X]{2})(?P<day_right>[?~%])?)?)?"
    r"(?:(?P<time>T[-+0-9:.,XZ]+[A-IK-WY]?)(?P<mark>[?~%])?)?(?:\[(?P<zone>[^\[\]]*)\](?P<late>[?~%])?)?"
)
_LONGEST_YEAR = 9  # digits
_PARTS = (("year", Unit.YEAR), ("month", Unit.MONTH), ("day", Unit.DAY))


def read_single_date(text: str, at: int) -> Civil:
    """Read one date, which stands at offset `at` of the whole; raises `DateError`."""
    found = _DATE.fullmatch(text)
    if found is None or (found["mark"] and found["late"]):
        raise misspelt(text, at)
    marks, last = _marks(found, at)
    civil = _unspecified(found, at) if "X" in text.partition("[")[0] else _told(found, at)
    return replace(civil, marks=marks, approximate=last in ("~", "%"), uncertain=last in ("?", "%"))


def _told(found: re.Match[str], at: int) -> Civil:
    """A date without X digits."""
    year = _year(found["year"], at + found.start("year"))
    season, month = _month(found, at)
    day = None if found["day"] is None else int(found["day"])
    if day is not None and month is not None:
        _check_day(year, month, day, at + found.start("day"))
    time = _time(found, at)
    significant = _significant(found, year, at)
    return Civil(year, month, day, time.hour, time.minute, time.second, season, zone=time.zone, significant=significant)


def _marks(found: re.Match[str], at: int) -> tuple[tuple[PartMark, ...], str]:
    """The marks on parts of the date, and that at its end."""
    marks = []
    last = found["mark"] or found["late"] or ""
    told = [(name, unit) for name, unit in _PARTS if found[name] is not None]
    for name, unit in told:
        left, right = found[f"{name}_left"], found[f"{name}_right"]
        if left and right:
            raise DateError("a part of a date has one mark", at + found.start(f"{name}_right"), "`%` is both `?` and `~`")
        at_end = (name, unit) == told[-1] and found["time"] is None and found["zone"] is None
        if at_end and (right or (left and unit is Unit.YEAR)):
            last = right or left
        elif left or right:
            marks.append(PartMark(left or right, unit, alone=bool(left)))
    if found["time"] is not None and marks:
        place = next(found.start(f"{name}_{side}") for name, _ in told for side in ("left", "right") if found[f"{name}_{side}"])
        raise DateError("a date with a clock time is marked as a whole", at + place, "put the mark at its end")
    return tuple(marks), last


def _year(text: str, at: int) -> int:
    if text == "-0000":
        raise DateError("there is no year -0000", at, "the year before 0001 is `0000`, that is 1 BC")
    digits, _, exponent = text.lstrip("Y-").partition("E")
    if len(digits) > _LONGEST_YEAR or len(exponent) > 2 or len(digits) + int(exponent or 0) > _LONGEST_YEAR:
        raise DateError(f"years of more than {_LONGEST_YEAR} digits are not supported", at, "no clock reaches so far")
    year: int = int(digits) * 10 ** int(exponent or 0) * (-1 if "-" in text else 1)
    if text.startswith("Y") and (digits.startswith("0") or abs(year) < 10_000):
        sign = "-" if year < 0 else ""
        right = f"Y{year}" if abs(year) > 9_999 else f"{sign}{abs(year):04}"
        raise DateError("`Y` is for years of five digits and more", at, f"write `{right}`")
    return year


def _significant(found: re.Match[str], year: int, at: int) -> int | None:
    if found["significant"] is None:
        return None
    count, digits = int(found["significant"][:_LONGEST_YEAR]), len(str(abs(year)))
    if found["month"] is not None or found["time"] is not None:
        raise DateError("significant digits are told of a year alone", at + found.start("significant") - 1, "leave them out")
    if not 1 <= count <= digits:
        hint = f"write a number from 1 to {digits}"
        raise DateError(f"a year of {digits} digits has no {count} that are sure", at + found.start("significant"), hint)
    return count


def _month(found: re.Match[str], at: int) -> tuple[int | None, int | None]:
    """The season and the month, at most one of them set."""
    if found["month"] is None:
        return None, None
    number = int(found["month"])
    if 1 <= number <= 12:
        return None, number
    if 21 <= number <= 41 and found["day"] is None and "X" not in found["year"]:
        return number, None
    raise _no_month(found, number, at)


def _no_month(found: re.Match[str], number: int, at: int) -> DateError:
    year, day = found["year"], found["day"]
    place = at + found.start("month")
    if (
        day is not None
        and (year + day).lstrip("-").isdigit()
        and 1 <= int(day) <= 12
        and 1 <= number <= month_length(int(year), int(day))
    ):
        return DateError(f"there is no month {number:02}", place, f"did you mean `{year}-{day}-{number:02}`?")
    if 21 <= number <= 41 and day is not None:
        return DateError("a season has no days", at + found.start("day"), f"write `{year}-{number}`, or a month")
    if 21 <= number <= 41:
        return DateError("a season needs a year without X digits", at + found.start("year"), "write one of its months")
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


def _unspecified(found: re.Match[str], at: int) -> Civil:
    """A date with X digits; its year, month and day as far as they are told."""
    _check_unspecified(found, at)
    parts = [part for part in (found["year"], found["month"], found["day"]) if part is not None]
    month, day = (None if found[name] is None or "X" in found[name] else int(found[name]) for name in ("month", "day"))
    return Civil(int(parts[0].replace("X", "0")), month, day, unspecified="-".join(parts))


def _check_unspecified(found: re.Match[str], at: int) -> None:
    year, month, day = found["year"], found["month"], found["day"]
    for part in ("time", "zone"):
        if found[part] is not None:
            raise DateError("a clock time needs a date without X digits", at + found.start("time" if found["time"] else "zone"))
    if "X" not in year:
        _year(year, at + found.start("year"))
    if found["significant"] is not None:
        place = at + found.start("significant") - 1
        raise DateError("X digits and a count of sure digits do not go together", place, "write one of the two")
    if all(part is None or part.strip("-X") == "" for part in (year, month, day)):
        raise DateError("a date of which nothing is told says nothing", at, "leave it out")
    if month is not None and "X" not in month:
        _month(found, at)
    elif month is not None and not months_like(month):
        raise DateError(f"there is no month {month}", at + found.start("month"), "write `0X`, `1X` or `XX`")
    if day is not None and not matching(day, 1, 31):
        raise DateError(f"there is no day {day}", at + found.start("day"), "write `0X`, `1X`, `2X`, `3X` or `XX`")
    if day is not None and first_day(year, month, day) is None:
        raise DateError(f"there is no such day as {year}-{month}-{day}", at + found.start("day"), "write an earlier day")
