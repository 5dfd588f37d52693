"""Dates in words: as news writes them, and never more precise than they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.dates.value import Edtf, EdtfError, part_of_month, part_of_year
from raidline.dates.words import day_in_words, in_brackets, in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-02-01", "February 1, 2017"),
        ("2017-02", "February 2017"),
        ("2017", "2017"),
        ("2017-02-05T05:30:00", "February 5, 2017, 5:30 a.m."),
        ("2017-02-05T00:05:00Z", "February 5, 2017, 12:05 a.m. UTC"),
        ("2017-02-05T12:30:15-08:00", "February 5, 2017, 12:30:15 p.m. (UTC-08:00)"),
        ("2017-02-01~/2017-02-10~", "early February 2017"),
        ("2017-02-11~/2017-02-20~", "mid-February 2017"),
        ("2017-02-21~/2017-02-28~", "late February 2017"),
        ("2016-02-21~/2016-02-29~", "late February 2016"),
        ("2016-02-21~/2016-02-28~", "about February 21–28, 2016"),
        ("2017-02-01/2017-02-10", "February 1–10, 2017"),
        ("2017-02-01?/2017-02-10?", "February 1–10, 2017 (uncertain)"),
        ("2016-01~/2016-03~", "early 2016"),
        ("2016-04~/2016-09~", "mid-2016"),
        ("2016-10~/2016-12~", "late 2016"),
        ("2016-10/2016-12", "October–December 2016"),
        ("1990~/1993~", "early 1990s"),
        ("1997~/1999~", "late 1990s"),
        ("0001~/0003~", "about 1–3"),
        ("2017-03-20/2017-03-26", "March 20–26, 2017"),
        ("2017-01-28/2017-02-03", "January 28 – February 3, 2017"),
        ("2016-12-28/2017-01-03", "December 28, 2016 – January 3, 2017"),
        ("2016-12/2017-01", "December 2016 – January 2017"),
        ("2010/2014", "2010–2014"),
        ("2010~/2014~", "about 2010–2014"),
        ("2010~/2014?", "about 2010 – 2014 (uncertain)"),
        ("2016/2017-03", "2016 – March 2017"),
        ("2017/2017", "2017"),
        ("2017-21/2018-23", "spring 2017 – fall 2018"),
        ("2004-06-~01/2004-06-~20", "about June 1–20, 2004"),
        ("2014/..", "since 2014"),
        ("2014~/..", "since about 2014"),
        ("2014/", "since 2014, end unknown"),
        ("../2016", "until 2016"),
        ("/2016-03", "until March 2016, start unknown"),
        ("2017-21", "spring 2017"),
        ("2017-23", "fall 2017"),
        ("2017-24", "winter 2017–18"),
        ("1999-24", "winter 1999–00"),
        ("2017-26", "summer 2017 (Northern Hemisphere)"),
        ("2017-30", "summer 2017–18 (Southern Hemisphere)"),
        ("2009-35", "third quarter of 2009"),
        ("2009-38", "May–August 2009"),
        ("2009-40", "first half of 2009"),
        ("201X", "the 2010s"),
        ("20XX", "2000–2099"),
        ("19X7", "between 1907 and 1997"),
        ("2017-02-XX", "a day in February 2017"),
        ("2017-XX", "a month in 2017"),
        ("2017-XX-XX", "a day in 2017"),
        ("2017-02-2X", "between February 20 and 28, 2017"),
        ("2017-1X", "between October and December 2017"),
        ("156X-12-25", "between December 25, 1560 and December 25, 1569"),
        ("2009~", "about 2009"),
        ("2017-02?", "February 2017 (uncertain)"),
        ("2017-02%", "about February 2017 (uncertain)"),
        ("?2004-06-~11", "about June 11, 2004 (uncertain)"),
        ("[2017-02-06,2017-02-07]", "February 6 or 7, 2017"),
        ("[2017-01-31,2017-02-01]", "January 31 or February 1, 2017"),
        ("[2016-12,2017-01]", "December 2016 or January 2017"),
        ("[2016-11,2016-12?]", "November 2016 or December 2016 (uncertain)"),
        ("[2017-02-01..2017-02-10]", "between February 1 and 10, 2017"),
        ("[2017-01-20..2017-03-27]", "between January 20 and March 27, 2017"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672"),
        ("[1984..]", "1984 or later"),
        ("[..1984]", "1984 or earlier"),
        ("{2017-02-06,2017-02-08,2017-02-09}", "February 6, 8 and 9, 2017"),
        ("{2017-02-06..2017-02-08}", "February 6–8, 2017"),
        ("{..1984}", "until 1984"),
        ("{1984..}", "since 1984"),
        ("[2017]", "2017"),
    ],
)
def test_words(text, words):
    assert in_words(Edtf.parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-02-01", "(February 1, 2017)"),
        ("2017-02-01~", "(about February 1, 2017)"),
        ("2017-02-01?", "(February 1, 2017, uncertain)"),
        ("2017-02-01%", "(about February 1, 2017, uncertain)"),
        ("2017-29", "(spring 2017, Southern Hemisphere)"),
        ("2017-02-01T10:00:00-06:00", "(February 1, 2017, 10:00 a.m., UTC-06:00)"),
        ("2017-02?/2017-03", "(February 2017, uncertain – March 2017)"),
    ],
)
def test_no_brackets_in_brackets(text, words):
    assert in_brackets(Edtf.parse(text)) == words
    assert in_brackets(Edtf.parse(text), "was ") == f"(was {words[1:]}"


def test_day():
    assert day_in_words(date(2017, 2, 1)) == in_words(Edtf.parse("2017-02-01"))


PARTS = st.sampled_from(["early", "mid", "late"])


@given(PARTS, st.integers(1000, 9999), st.integers(1, 12))
def test_law_early_mid_late_come_back_as_the_date_they_stand_for(part, year, month):
    for when in (part_of_month(part, year, month), part_of_year(part, year)):
        words = in_words(when)
        assert words.startswith(part)
        with pytest.raises(EdtfError) as caught:
            Edtf.parse(words)
        assert str(caught.value) == f"{words}: write {when}"


SPANS = st.tuples(st.dates(date(2016, 12, 1), date(2017, 3, 1)), st.dates(date(2016, 12, 1), date(2017, 3, 1)))


@given(SPANS.map(sorted), SPANS.map(sorted))
def test_law_no_two_spans_of_days_read_alike(one, two):
    assert (in_words(Edtf.of(*one)) == in_words(Edtf.of(*two))) == (one == two)


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?", fullmatch=True))
def test_law_every_date_has_words(text):
    try:
        when = Edtf.parse(text)
    except EdtfError:
        return
    words = in_words(when)
    assert words
    assert "X" not in words
    assert ("about" in words) == when.approximate
