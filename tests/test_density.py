from __future__ import annotations

import pytest

from raidline.timeline.density import binned, density, every_month
from samples import make_event, timeline_of


def test_events_are_counted_by_month_and_kind_and_coarse_ones_apart():
    entries = timeline_of(
        make_event("a", "2017-02-01"),
        make_event("b", "2017-02-01~/2017-02-10~"),
        make_event("c", "2017-02", kind="policy"),
        make_event("d", "2017-01-30/2017-02-02"),
        make_event("e", "2017"),
        make_event("f", "2017-21"),
        make_event("g", "../2017-02"),
        make_event("h", "[2017-01-20..2017-03-27]"),
        make_event("i", "[2017-02-20..2017-03-05]"),
    ).entries
    counted = density(entries)
    assert counted.months == {(2017, 1): {"operation": 1}, (2017, 2): {"operation": 3, "policy": 1}}
    assert (counted.coarse, counted.peak) == (4, 4)


def test_no_events():
    assert (density(()).months, density(()).coarse, density(()).peak) == ({}, 0, 0)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ((2016, 11), (2017, 2), [(2016, 11), (2016, 12), (2017, 1), (2017, 2)]),
        ((2017, 12), (2017, 12), [(2017, 12)]),
        ((2017, 2), (2017, 1), []),
    ],
)
def test_every_month(first, last, months):
    assert every_month(first, last) == months


@pytest.mark.parametrize(
    ("size", "bins"),
    [
        (1, {24191: 1, 24192: 2, 24194: 1}),
        (3, {8063: 1, 8064: 3}),
        (12, {2015: 1, 2016: 3}),
        (120, {201: 4}),
    ],
)
def test_bins_begin_with_the_calendar(size, bins):
    dates = ["2015-12", "2016-01", "2016-01-05", "2016-03", "2016"]
    counted = density(timeline_of(*(make_event(f"e{n}", date) for n, date in enumerate(dates))).entries)
    assert binned(counted, size) == {number: {"operation": events} for number, events in bins.items()}
