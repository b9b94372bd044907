"""What is wrong with the text of a date that cannot be read, and what to write instead."""

from __future__ import annotations

import re
import unicodedata

from reasoner.times.errors import DateError

# Tried in order: a pattern, its fault, and what to write. The fault stands where the group `here` begins.
_FAULTS: tuple[tuple[str, str, str], ...] = (
    (r"(?P<here>[\[{]).*[\[{]", "a set of dates has no brackets inside", "write `[2011,2013..2015]`"),
    (r"(?P<here>\{(?!.*\}$))", "the closing brace is missing, or something follows it", "write `{2011,2012}`"),
    (r"(?P<here>\[(?!.*\]$))", "the closing bracket is missing, or something follows it", "write `[2011..2012]`"),
    (
        r"[^\[]*(?P<here>\.\.)",
        "`..` stands in brackets or beside `/`",
        "write `[2011..2012]` for some time between, `2011/..` for open",
    ),
    (r"-?[0-9]+(?P<here>E)[0-9]", "a year with an exponent begins with `Y`", "write `Y17E7`"),
    (r"[^T\[]*[0-9](?P<here>S)(?![0-9])", "after `S` stands how many digits of the year are sure", "write `1950S2`"),
    (r".*(?P<here>[?~%][?~%])", "a date has one mark", "`%` is both `?` and `~`"),
    (r".*(?P<here>\[[^\]]*$)", "a closing bracket is missing", "write `[Europe/Paris]`"),
    (r".*[0-9](?P<here>x)", "unknown digits are written with a capital X", "write `201X`"),
    (r"(?P<here>[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})", "a date is written from year to day", "write `2013-01-17`"),
    (r"-?[0-9]{4}-(?P<here>[0-9])(?![0-9])", "a month has two digits", "write `2013-01`"),
    (r"-?[0-9]{4}-[0-9X]{2}-(?P<here>[0-9])(?![0-9])", "a day has two digits", "write `2013-01-07`"),
    (r"-?[0-9]{4}(?:-[0-9]{2}){0,2}(?P<here>[ t]+)[0-9]", "a clock time follows a capital T", "write `2013-01-17T22:00`"),
    (r"(?P<here>[0-9]{1,2}:[0-9]{2})", "a clock time needs a date before it", "write `2013-01-17T13:14`"),
    (r"(?P<here>[0-9]{4}-[0-9]{4})(?![0-9])", "an interval is written with `/`", "write `2012/2013`"),
    (r"(?P<here>[0-9]{4}[0-9]{4})(?![0-9])", "a date has dashes", "write `2013-01-17`"),
    (r"-?(?P<here>[0-9]{5,})", "a year of more than four digits begins with `Y`", "write `Y12345`"),
    (r"(?P<here>-?[0-9X]{1,3})(?![0-9X])", "a year has four digits", "write `0044` for 44, `-0043` for 44 BC"),
    (r"-?[0-9X]{4}(?:-[0-9X]{2}){2}(?P<here>-)", "a date has a year, a month and a day only", ""),
)
_HOW = "write a date as `2013`, `2013-01` or `2013-01-17`"


def misspelt(text: str, at: int) -> DateError:
    """The error for a text, standing at offset `at`, that is no date."""
    for offset, character in enumerate(text):
        if not (character.isascii() and character.isprintable()):
            return _foreign(character, at + offset)
    for pattern, message, write in _FAULTS:
        if found := re.match(pattern, text):
            return DateError(message, at + found.start("here"), write)
    if not text:
        return DateError("a date is missing here", at, _HOW)
    return DateError(f"`{text}` is no date", at, _HOW)


def range_at_end(start: str, stop: str, at: int) -> DateError:
    """The error for `1921/[1936..1938]`, which begins at offset `at`: each end is one date."""
    ends = [re.sub(r"^\{?\[?(.*?\.\..*?)\]?\}?$", r"[\1]", end) for end in (start, stop)]
    place = at if ".." in start else at + len(start) + 1
    write = f"write in `says`: `start of E during {ends[0]} and end of E during {ends[1]}`"
    return DateError("beside `/` stands one date, not a time between two", place, write)


def short_end(start: str, stop: str) -> DateError | None:
    """The error for `1937/05`, `1937/38` and `05/1937`: no year has two digits."""
    if re.fullmatch(r"[0-9]{4}", start) and re.fullmatch(r"[0-9]{1,2}", stop):
        month = f"`{start}-{stop:0>2}`" if 1 <= int(stop) <= 12 else ""
        years = f"`{start}/{start[:-2]}{stop:0>2}`" if int(stop) > int(start[-2:]) else ""
        both = f"{month} for the month, {years} for the years" if month and years else month or years
        return DateError("a year has four digits", len(start) + 1, f"write {both}" if both else _HOW)
    if re.fullmatch(r"[0-9]{1,2}", start) and re.fullmatch(r"[0-9]{4}", stop):
        return DateError("a date is written from year to day", 0, f"write `{stop}-{start:0>2}`")
    return None


def _foreign(character: str, at: int) -> DateError:
    name = unicodedata.name(character, f"the character U+{ord(character):04X}").lower()
    if unicodedata.decimal(character, None) is not None:
        return DateError(f"{name} cannot be read in a date", at, f"write `{unicodedata.decimal(character)}`")
    if unicodedata.category(character) == "Pd" or character == "\u2212":
        return DateError(f"{name} cannot be read in a date", at, "write `-`")
    return DateError(f"{name} cannot be read in a date", at, "leave it out")
