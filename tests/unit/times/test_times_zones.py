"""Zones follow tzdata, and what their search for changes relies on holds for all of it."""

import pkgutil
import struct
from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise

import pytest

from reasoner.times import zones
from reasoner.times.errors import UnknownZone

SAMPLE = [
    *("Africa/Algiers", "Africa/Casablanca", "Africa/Monrovia", "America/Havana", "America/Juneau", "America/Sao_Paulo"),
    *("Asia/Gaza", "Asia/Kolkata", "Asia/Manila", "Australia/Lord_Howe", "Europe/Dublin", "Europe/Paris", "Pacific/Apia"),
]


def table_of(zone):
    """The changes of offset that a zone's file lists: (instant, before, after)."""
    data = pkgutil.get_data("tzdata", f"zoneinfo/{zone}")

    def counts(at):
        return struct.unpack(">6l", data[at + 20 : at + 44])

    utc, std, leap, times, types, chars = counts(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc
    times, types = counts(at)[3:5]
    instants = struct.unpack(f">{times}q", data[at + 44 : at + 44 + 8 * times])
    at += 44 + 8 * times
    kinds = data[at : at + times]
    offsets = [struct.unpack(">l", data[at + times + 6 * i : at + times + 6 * i + 4])[0] for i in range(types)]
    found, before = [], offsets[0]
    for instant, kind in zip(instants, kinds, strict=True):
        if offsets[kind] != before:
            found.append((instant, before, offsets[kind]))
        before = offsets[kind]
    return found


def test_no_zone_changes_earlier_or_more_often_than_the_search_looks():
    for zone in zones.zone_names():
        instants = [instant for instant, _, _ in table_of(zone)]
        assert all(instant > zones._FIRST_CHANGE for instant in instants), zone
        assert all(b - a > zones._STEP for a, b in pairwise(instants)), zone


@pytest.mark.parametrize("zone", SAMPLE)
def test_the_search_finds_every_change_that_the_file_lists(zone):
    listed = table_of(zone)  # later changes follow the file's last rule
    assert list(zones.changes(-(10**11), listed[-1][0], zone)) == listed


@pytest.mark.parametrize("zone", SAMPLE)
def test_offsets_are_those_of_the_file(zone):
    listed = table_of(zone)
    starts = [instant for instant, _, _ in listed]
    around = [instant + step for instant in starts for step in (-1, 0)]
    for instant in [*range(-4_000_000_000, starts[-1], 9_999_991), *around]:
        place = bisect_right(starts, instant)
        assert zones.offset_at(instant, zone) == (listed[place - 1][2] if place else listed[0][1])


def test_later_changes_follow_the_last_rule():
    def last_sunday(year, month):
        day = date(year, month, 31)
        return day - timedelta(days=(day.weekday() + 1) % 7)

    expected = []
    for year in range(2050, 2450):
        for month, before, after in ((3, 3_600, 7_200), (10, 7_200, 3_600)):
            seconds = (last_sunday(year, month) - date(1970, 1, 1)).days * 86_400 + 3_600
            expected.append((seconds, before, after))
    first = (date(2050, 1, 1) - date(1970, 1, 1)).days * 86_400
    assert list(zones.changes(first, first + 146_097 * 86_400, "Europe/Paris")) == expected


@pytest.mark.parametrize("zone", SAMPLE)
def test_first_and_last_instants_by_walking_every_second_round_each_change(zone):
    for change, before, after in table_of(zone)[-8:]:
        shown = {}
        for instant in range(change - 4000, change + 4000):
            shown.setdefault(instant + zones.offset_at(instant, zone), []).append(instant)
        for wall in range(change + min(before, after) - 10, change + max(before, after) + 10, 7):
            if wall in shown:
                assert zones.first_instant(wall, zone) == zones.instant_of(wall, zone) == shown[wall][0]
                assert zones.last_instant(wall, zone) == shown[wall][-1]
            else:
                assert (zones.first_instant(wall, zone), zones.last_instant(wall, zone)) == (change, change - 1)
                assert zones.instant_of(wall, zone) == wall - before


def test_a_skipped_time_lies_at_the_jump():
    wall = 1_364_697_000  # 2013-03-31T02:30 in Paris
    jump = wall - 1_800 - 3_600
    assert (zones.first_instant(wall, "Europe/Paris"), zones.last_instant(wall, "Europe/Paris")) == (jump, jump - 1)
    assert zones.instant_of(wall, "Europe/Paris") == jump + 1_800


def test_a_time_shown_twice_has_two_instants():
    wall = 1_351_391_400  # 2012-10-28T02:30 in Paris
    assert zones.first_instant(wall, "Europe/Paris") == zones.instant_of(wall, "Europe/Paris") == wall - 7_200
    assert zones.last_instant(wall, "Europe/Paris") == wall - 3_600


def test_offsets_and_utc_are_zones():
    assert [zones.offset_at(0, zone) for zone in ("", "Z", "UTC", "+01:00", "-04:30")] == [0, 0, 0, 3_600, -16_200]
    assert zones.changes(0, 10**9, "+01:00") == ()


def test_far_years_keep_the_nearest_offset():
    assert zones.offset_at(-(10**14), "Europe/Paris") == 561
    assert zones.offset_at(10**14, "Europe/Paris") == 3_600
    assert zones.offsets_of_wall(10**14, "Europe/Paris") == (3_600, 3_600)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "+25:00", "+01:75", "europe/paris", "../zones", "Europe/Paris\n"])
def test_an_unknown_zone_is_refused(zone):
    with pytest.raises(UnknownZone, match="there is no"):
        zones.check_zone(zone)


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Africa/Algier", "Africa/Algiers"),
        ("algiers", "Africa/Algiers"),
        ("Paris", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("europe/paris", "Europe/Paris"),
    ],
)
def test_a_near_miss_is_named(zone, meant):
    with pytest.raises(UnknownZone) as caught:
        zones.check_zone(zone)
    assert caught.value.help == f"did you mean `{meant}`?"
