"""Events out of order: the fewest that have to move are named, each with the place it belongs to."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.check.rule import Checked
from raidline.check.rules.chronology import order, unordered
from raidline.store.load import load_events


def records_of(tmp_path, dates):
    events = "".join(
        f'  - id: e{number}\n    date: {when}\n    title: A raid in Texas\n    kind: operation\n    places: ["Texas"]\n'
        "    sources:\n      - article: herald\n"
        for number, when in enumerate(dates)
    )
    path = tmp_path / "events.yaml"
    path.write_text(f"events:\n{events}", encoding="utf-8")
    return list(load_events([path]).records)


def moved(records):
    names = {record.position("date"): record.event.id for record in records}
    return [(names[problem.line, problem.column], problem.message) for problem in unordered(Checked(records, {}))]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2017-01-01", "2017-02-01", "2017-02-01"], []),
        # one that stands too early does not move all that come after it
        (["2017-01-01", "2017-09-01", "2017-02-01", "2017-03-01", "2017-04-01"], [("e1", "behind 'e4'")]),
        # one that stands too late
        (["2017-02-01", "2017-03-01", "2017-04-01", "2017-01-01"], [("e3", "before 'e0'")]),
        (["2017-02-01", "2017-04-01", "2017-03-01"], [("e2", "behind 'e0'")]),
        # the first of two stays
        (["2017-03-20", "2017-02-01"], [("e1", "before 'e0'")]),
        # of two with the same first day, the shorter comes first
        (["2017-02", "2017-02-01"], [("e1", "before 'e0'")]),
        (["2017-02-01", "2017-02"], []),
    ],
)
def test_the_fewest_events_move_each_to_its_place(tmp_path, dates, expected):
    found = moved(records_of(tmp_path, dates))
    assert [name for name, _ in found] == [name for name, _ in expected]
    for (_, message), (_, where) in zip(found, expected, strict=True):
        assert f"move it {where}" in message


@given(st.lists(st.integers(0, 6), min_size=1, max_size=7))
def test_no_fewer_events_could_move(tmp_path_factory, days):
    dates = [date(2017, 1, 1) + timedelta(day) for day in days]
    records = records_of(tmp_path_factory.mktemp("t"), dates)
    named = {name for name, _ in moved(records)}
    keys = [order(record) for record in records if record.event.id not in named]
    assert keys == sorted(keys)
    longer = combinations(range(len(days)), len(keys) + 1)
    assert not any(list(map(days.__getitem__, some)) == sorted(map(days.__getitem__, some)) for some in longer)
