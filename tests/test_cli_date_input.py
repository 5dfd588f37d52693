from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from raidline.cli.date_input import read_days
from raidline.errors import RaidlineError

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2017-02-01", "2017-02-01", "2017-02-01"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-02-01/2017-04", "2017-02-01", "2017-04-30"),
        ("2014/..", "2014-01-01", None),
        (" 2017-02 ", "2017-02-01", "2017-02-28"),
        ("January 2017", "2017-01-01", "2017-01-31"),
        ("jan 2017", "2017-01-01", "2017-01-31"),
        ("Feb. 1, 2017", "2017-02-01", "2017-02-01"),
        ("february 1 2017", "2017-02-01", "2017-02-01"),
        ("1 February 2017", "2017-02-01", "2017-02-01"),
        ("2/1/2017", "2017-02-01", "2017-02-01"),
        ("early February 2017", "2017-02-01", "2017-02-10"),
        ("last march", "2026-03-01", "2026-03-31"),
        ("Last March", "2026-03-01", "2026-03-31"),
        ("yesterday", "2026-11-20", "2026-11-20"),
        ("today", "2026-11-21", "2026-11-21"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("two weeks ago", "2026-11-02", "2026-11-08"),
        ("3 months ago", "2026-08-01", "2026-08-31"),
        ("march", "2026-03-01", "2026-03-31"),
    ],
)
def test_what_people_type(typed, first, last):
    assert [str(day) if day else None for day in read_days(typed, TODAY)] == [first, last]


@pytest.mark.parametrize(
    "typed", ["", "soon", "2017-02-30", "2017-13", "feb 30 2017", "32/1/2017", "10pm", "\x1b[31m", "1" * 5000]
)
def test_what_is_no_date(typed):
    with pytest.raises(RaidlineError):
        read_days(typed, TODAY)


def test_iso_dates_need_no_dateparser():
    program = (
        "import sys, datetime; from raidline.cli.date_input import read_days; "
        "read_days('2017-02', datetime.date.today()); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
