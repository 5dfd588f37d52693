"""Whether any of many spans of days meets another is what looking at each of them says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.timeline.spans import Spans

days = st.dates(date(2017, 1, 1), date(2017, 2, 28))
pairs = st.tuples(days, days).map(lambda pair: tuple(sorted(pair)))


@given(st.lists(pairs, max_size=12), pairs)
def test_law_spans_meet_what_shares_a_day_with_one_of_them(added, asked):
    spans = Spans()
    for first, last in added:
        spans.add(first, last)
    assert spans.meet(*asked) is any(first <= asked[1] and asked[0] <= last for first, last in added)


@pytest.mark.parametrize(("day", "met"), [(4, False), (5, True), (9, True), (10, False), (12, True), (13, False)])
def test_the_first_and_the_last_day_count(day, met):
    spans = Spans()
    spans.add(date(2017, 3, 5), date(2017, 3, 9))
    spans.add(date(2017, 3, 12), date(2017, 3, 12))
    assert spans.meet(date(2017, 3, day), date(2017, 3, day)) is met
