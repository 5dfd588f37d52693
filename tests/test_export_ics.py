"""The calendar, checked without the library that wrote it: that one accepts what real clients refuse."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.export import Options, export_timeline, left_out
from raidline.export.options import Coarse
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

PLANNED = make_event(
    "planned",
    "2020-09-28/2020-10-04",
    places=["California"],
    status="planned",
    title="Operation; to start, soon",
    summary="Two\nlines, both kept.",
    sources=[{"article": "herald"}, {"article": "star", "says": {"date": "2020-10"}}],
)


def ics(*events, **options):
    return export_timeline(timeline_of(*events), "ics", Options(**options))


def lint(text):
    """What RFC 5545 demands of the bytes, and the rules of clients beyond it."""
    raw = text.encode()
    assert not raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert b"\n" not in raw.replace(b"\r\n", b""), "only CRLF ends a line"
    for physical in raw.split(b"\r\n"):
        assert len(physical) <= 75, "folded at 75 octets"
        physical.decode()  # no character is cut in two
    lines = unfold(text)
    for line in lines:
        assert re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", line), line
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", line), "no control characters"
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines.count("BEGIN:VCALENDAR") == 1
    for once in (
        "VERSION:2.0",
        "COLOR:steelblue",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ):
        assert lines.count(once) == 1, once
    for name in ("PRODID", "NAME", "X-WR-CALNAME"):
        assert sum(line.startswith(f"{name}:") for line in lines) == 1, name
    assert not re.search(r"^(ORGANIZER|ATTENDEE|BEGIN:VALARM|DTSTART;TZID)", "\n".join(lines), re.MULTILINE)
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(uids) == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    assert len([line for line in lines if line.startswith("DTSTAMP:")]) == len(uids)


def unfold(text):
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def fields(text):
    """The properties of the only event, as written."""
    lines = unfold(text)
    inside = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in inside)


def test_golden(golden):
    text = ics(
        make_event("sweep", "2017-02-01~/2017-02-10~", counts={"arrested": "at least 51"}),
        PLANNED,
        make_event("year", "2017"),
    )
    lint(text)
    golden("calendar.ics", text)


def test_an_empty_calendar_is_a_calendar():
    lint(ics())


def test_hostile_text_stays_inside_its_property():
    text = ics(HOSTILE)
    lint(text)
    event = fields(text)
    assert "BEGIN:VEVENT" in event["SUMMARY"]
    assert "\\nBEGIN:VEVENT" not in event["SUMMARY"], "a summary is one line"
    assert "URL" in event
    assert event["URL"].startswith("https://a.example/")
    assert "javascript:alert(document" not in text
    assert "\u202e" not in text


@given(st.text().filter(lambda text: not text or text.strip()), st.text(min_size=1).filter(str.strip))
def test_any_text_gives_a_clean_calendar(summary, title):
    lint(ics(make_event(title=title, summary=summary or None)))


@pytest.mark.parametrize("width", range(60, 80))
@pytest.mark.parametrize("text", ["😀é👩‍👩‍👧", "," * 20, "\\" * 20, "a\\,;" * 9])
def test_folds_never_cut_a_character_or_an_escape(width, text):
    written = ics(make_event(date="2017-02-01", title="x" * width + text))
    lint(written)
    for physical in written.split("\r\n"):
        assert not re.search(r"(?<!\\)(\\\\)*\\$", physical), physical
    assert fields(written)["SUMMARY"] == "x" * width + re.sub(r"([\\,;])", r"\\\1", text)


def test_lines_are_filled_up():
    assert "SUMMARY:" + "x" * 67 + "\r\n " + "x" * 74 + "\r\n " + "x" * 9 in ics(make_event(title="x" * 150))


def test_a_title_of_control_characters_gives_way_to_the_id():
    assert fields(ics(make_event("x", "2017-02-01", title="\x00\u202e")))["SUMMARY"] == "x"


def test_days():
    event = fields(ics(make_event(date="2017-02-01")))
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20170201", "20170202")
    assert event["SUMMARY"] == "Title of sweep"


@pytest.mark.parametrize(
    ("when", "coarse", "first", "end"),
    [
        ("2017-02-01~/2017-02-10~", "start", "20170201", "20170211"),
        ("2017-02", "start", "20170201", "20170301"),
        ("2017-33", "start", "20170101", "20170401"),
        ("2017-34", "start", "20170401", "20170701"),
        ("2017-35", "start", "20170701", "20171001"),
        ("2017-02-01~", "start", "20170201", "20170202"),
        ("2017", "start", "20170101", "20170102"),
        ("2017", "span", "20170101", "20180101"),
        ("2017", "skip", None, None),
        ("2017-01-02/2017-11-05", "start", "20170102", "20170103"),
        ("2014/..", "start", "20140101", "20140102"),
        ("2014/..", "span", "20140101", "20140102"),
        ("2014/..", "skip", "20140101", "20140102"),
        ("../2014", "start", "20141231", "20150101"),
        ("201X", "start", "20100101", "20100102"),
        ("9999-12", "start", "99991201", "99991231"),
        ("9999-12-30", "start", "99991230", "99991231"),
        ("0001-01-01", "start", "00010101", "00010102"),
        ("9999-12-31", "start", None, None),
    ],
)
def test_vague_dates(when, coarse, first, end):
    text = ics(make_event(date=when), coarse=Coarse(coarse))
    lint(text)
    if first is None:
        assert "BEGIN:VEVENT" not in text
        return
    event = fields(text)
    assert event["DTSTART;VALUE=DATE"] == first
    assert event["DTEND;VALUE=DATE"] == end
    assert event["X-RAIDLINE-EDTF"] == when


def test_the_summary_tells_how_exact_the_date_is():
    assert fields(ics(make_event(date="2017-02-01~/2017-02-10~")))["SUMMARY"] == "Title of sweep (early February 2017)"


def test_a_planned_event():
    event = fields(ics(PLANNED))
    assert event["SUMMARY"].startswith(r"[Planned] Operation\; to start\, soon (")
    assert event["STATUS"] == "TENTATIVE"
    assert event["LOCATION"] == "California"
    assert "GEO" not in event
    assert event["CATEGORIES"] == "operation,California"
    assert event["URL"] == "https://star.example/1"
    description = event["DESCRIPTION"].split("\\n")
    assert "2020" in description[0]
    assert "planned\\, as of March 29\\, 2017" in description[1]
    assert "1. Herald\\, March 27\\, 2017: What the herald saw" in description
    assert any(line.startswith("2. ") and line.endswith("https://star.example/1") for line in description)
    assert any("The Evening Star says October 2020" in line for line in description)


@pytest.mark.parametrize(
    ("status", "ical_status", "mark"),
    [
        ("occurred", "CONFIRMED", ""),
        ("alleged", "TENTATIVE", "[Alleged] "),
        ("cancelled", "CONFIRMED", "[Called off] "),
    ],
)
def test_statuses(status, ical_status, mark):
    event = fields(ics(make_event(date="2017-02-01", status=status)))
    assert (event["STATUS"], event["SUMMARY"]) == (ical_status, f"{mark}Title of sweep")
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert event["SEQUENCE"] == "0"


def test_what_is_left_out_is_told():
    timeline = timeline_of(make_event("gone", status="retracted"), make_event("long", "2017"), make_event("fine"))
    assert left_out(timeline, "ics") == [("gone", "retracted")]
    assert left_out(timeline, "ics", Options(coarse=Coarse.SKIP)) == [
        ("long", "date coarser than a quarter"), ("gone", "retracted"),
    ]  # fmt: skip
    assert "gone" not in export_timeline(timeline, "ics")
    assert left_out(timeline, "json") == []
    last = timeline_of(make_event(date="9999-12-31"))
    assert left_out(last, "ics") == [("sweep", "on the last day that calendars know")]
    twice = timeline_of(make_event(), make_event(date="2018"))
    assert left_out(twice, "ics") == [("sweep", "another event has its id")]
    lint(export_timeline(twice, "ics"))


def test_a_place_has_a_point_and_a_category_without_a_comma():
    event = fields(ics(make_event(places=["Travis County, Texas", "Austin, Texas"])))
    assert event["CATEGORIES"] == "operation,Travis County TX,Austin TX"
    assert event["LOCATION"] == r"Travis County\, Texas"
    assert re.fullmatch(r"30\.\d+;-97\.\d+", event["GEO"])


def test_the_uid_depends_on_nothing_but_the_id():
    one = fields(ics(make_event("x", "2017-02-01", title="One")))["UID"]
    two = fields(ics(make_event("x", "2018", title="Two", places=["Texas"])))["UID"]
    assert one == two == "x@raidline.invalid"


@pytest.mark.parametrize(
    ("event", "stamp", "dtstamp"),
    [
        (make_event(updated="2018-03-02"), date(2020, 1, 1), "20180302T000000Z"),
        (make_event(), date(2020, 1, 1), "20170329T000000Z"),
        (make_event(sources=[{"article": "lost"}]), date(2020, 1, 1), "20200101T000000Z"),
        (make_event(sources=[{"article": "lost"}]), None, "20170201T000000Z"),
    ],
)
def test_the_stamp_comes_from_the_data(event, stamp, dtstamp):
    written = fields(ics(event, stamp=stamp))
    assert written["DTSTAMP"] == written["LAST-MODIFIED"] == dtstamp


def test_the_name_of_the_calendar_is_escaped_text():
    text = export_timeline(timeline_of(make_event(), place=resolve("Travis County")), "ics")
    assert r"X-WR-CALNAME:Travis County\, Texas: immigration enforcement" in unfold(text)
