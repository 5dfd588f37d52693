"""The calendar as programs read it that did not write it: equal dates, summaries, places and ids in four of them."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import icalendar
import ics
import khal.icalendar
import khal.khalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from pytz import UTC

from raidline.export import export_timeline
from raidline.inert import line
from samples import HOSTILE, make_event, timeline_of

DAY = timedelta(days=1)
FAMILY = "👩‍👩‍👧"


class Seen(NamedTuple):
    """What a client shows of an event; `end` is exclusive."""

    first: date
    end: date
    summary: str
    location: str | None


def shown(first, end, summary, location="Austin, Texas"):
    return Seen(date.fromisoformat(first), date.fromisoformat(end), summary, location)


# Each event, and what every client is to make of it
TABLE = [
    (make_event("day", "2017-02-01"), shown("2017-02-01", "2017-02-02", "Title of day")),
    (
        make_event("days", "2016-02-28/2016-03-01", places=["Travis County, Texas", "Texas"]),
        shown("2016-02-28", "2016-03-02", "Title of days (February 28 – March 1, 2016)", "Travis County, Texas"),
    ),
    (
        make_event("planned", "2020-10-05", status="planned", places=["California"]),
        shown("2020-10-05", "2020-10-06", "[Planned] Title of planned", "California"),
    ),
    (
        make_event("alleged", "2017-02", status="alleged"),
        shown("2017-02-01", "2017-03-01", "[Alleged] Title of alleged (February 2017)"),
    ),
    (
        make_event("off", "2017-12-31", status="cancelled"),
        shown("2017-12-31", "2018-01-01", "[Called off] Title of off"),
    ),
    (
        make_event("early", "2017-02-01~/2017-02-10~"),
        shown("2017-02-01", "2017-02-11", "Title of early (early February 2017)"),
    ),
    (make_event("about", "2017-02-01~"), shown("2017-02-01", "2017-02-02", "Title of about (about February 1, 2017)")),
    (
        make_event("unsure", "2017-02-01?"),
        shown("2017-02-01", "2017-02-02", "Title of unsure (February 1, 2017, uncertain)"),
    ),
    (make_event("year", "2009~"), shown("2009-01-01", "2009-01-02", "Title of year (about 2009)")),
    (make_event("since", "2014/.."), shown("2014-01-01", "2014-01-02", "Title of since (since 2014)")),
    (make_event("until", "../2014"), shown("2014-12-31", "2015-01-01", "Title of until (until 2014)")),
    (make_event("first", "0001-01-01"), shown("0001-01-01", "0001-01-02", "Title of first")),
    (make_event("last", "9999-12-30"), shown("9999-12-30", "9999-12-31", "Title of last")),
    (make_event("old", "1850-09-18"), shown("1850-09-18", "1850-09-19", "Title of old")),
    (make_event("older", "0999-05"), shown("0999-05-01", "0999-06-01", "Title of older (May 999)")),
    (
        make_event("moon", "1969-12-31/1970-01-01"),
        shown("1969-12-31", "1970-01-02", "Title of moon (December 31, 1969 – January 1, 1970)"),
    ),
    (make_event("clock", "2017-03-12T02:30:00"), shown("2017-03-12", "2017-03-13", "Title of clock")),
    (make_event("leap", "2016-02-29"), shown("2016-02-29", "2016-03-01", "Title of leap")),
    (make_event("long", "2017-02-01", title="x" * 10_000), shown("2017-02-01", "2017-02-02", "x" * 10_000)),
    (make_event("wide", "2017-02-01", title="é" * 5_000), shown("2017-02-01", "2017-02-02", "é" * 5_000)),
    (make_event("slashes", "2017-02-01", title="\\" * 201), shown("2017-02-01", "2017-02-02", "\\" * 201)),
    *(
        (make_event(f"marks-{width}", "2017-02-01", title=title), shown("2017-02-01", "2017-02-02", title))
        for width, title in ((w, "x" * w + r" a\t,b;c\,d\;e: " + '"q" ' + "word " * 9 + "z") for w in range(50, 70))
    ),
    *(
        (make_event(f"family-{width}", "2017-02-01", title=title), shown("2017-02-01", "2017-02-02", title))
        for width, title in ((w, "x" * w + FAMILY * 3) for w in range(45, 70, 3))
    ),
    (
        make_event("unread", "2017-02-01", places=["Nowhere; or, Elsewhere"]),
        shown("2017-02-01", "2017-02-02", "Title of unread", "Nowhere; or, Elsewhere"),
    ),
    (
        make_event("begin", "2017-02-01", title="BEGIN:VEVENT END:VCALENDAR"),
        shown("2017-02-01", "2017-02-02", "BEGIN:VEVENT END:VCALENDAR"),
    ),
    (
        HOSTILE,
        shown(
            "2017-02-01",
            "2017-02-11",
            '=HYPERLINK("http://evil.example") ]0;owned[31m BEGIN:VEVENTtxet <script>alert(1)</script> '
            "[x](javascript:alert(1)) (early February 2017)",
        ),
    ),
]
EVENTS = [event for event, _ in TABLE]
EXPECTED = {f"{event.id}@raidline.invalid": seen for event, seen in TABLE}


def calendar(*events):
    return export_timeline(timeline_of(*(events or EVENTS)), "ics")


def read_with_icalendar(text):
    return {
        str(event["UID"]): Seen(event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]), str(event["LOCATION"]))
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    }


def read_with_ics(text):
    return {
        event.uid: Seen(event.begin.date(), event.end.date(), event.name, event.location)
        for event in ics.Calendar(text).events
    }


def read_with_vobject(text):
    return {
        event.uid.value: Seen(event.dtstart.value, event.dtend.value, event.summary.value, event.location.value)
        for event in vobject.readOne(text, validate=True).vevent_list
    }


def read_with_khal(text, folder):
    """Import into a folder of single events and read each day from khal's own index, as the program does."""
    collection = khal.khalendar.CalendarCollection(
        {"one": {"name": "one", "path": str(folder), "readonly": False, "color": "", "priority": 1, "addresses": []}},
        dbpath=":memory:",
        locale={"local_timezone": UTC, "default_timezone": UTC, "unicode_symbols": True},
    )
    for item in khal.icalendar.split_ics(text, default_timezone=UTC):
        collection.insert(collection.create_event_from_ics(item, "one"))
    days = {seen.first for seen in EXPECTED.values()}
    read = {
        event.uid: Seen(event.start, event.end + DAY, event.summary, event.location)
        for day in days
        for event in collection.get_events_on(day)
        if event.start == day
    }
    collection._backend.conn.close()  # which khal leaves to the end of the program, and Python 3.13 complains of
    return read


READERS = {"icalendar": read_with_icalendar, "ics": read_with_ics, "vobject": read_with_vobject}


@pytest.mark.parametrize("name", READERS)
def test_a_client_reads_what_was_meant(name):
    read = READERS[name](calendar())
    assert read.keys() == EXPECTED.keys()
    for uid, expected in EXPECTED.items():
        assert read[uid] == expected


def test_khal_reads_what_was_meant(tmp_path):
    read = read_with_khal(calendar(), tmp_path)
    assert read.keys() == EXPECTED.keys()
    for uid, expected in EXPECTED.items():
        assert read[uid] == expected


def test_a_backslash_before_an_n_is_no_line_feed():
    """Not in the table, for `ics` takes even an escaped backslash before an n for a line feed."""
    title = r"C:\new\;folder\\n"
    text = calendar(make_event("slash", "2017-02-01", title=title))
    for read in (read_with_icalendar, read_with_vobject):
        assert read(text)["slash@raidline.invalid"].summary == title


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_is_read_back(title):
    text = calendar(make_event("any", "2017-02-01", title=title))
    for read in (read_with_icalendar, read_with_vobject):
        assert read(text)["any@raidline.invalid"].summary == (line(title) or "any")


@pytest.mark.parametrize("name", READERS)
def test_a_corrected_event_keeps_its_id_and_changes_its_day(name):
    before = READERS[name](calendar(make_event("one", "2017-02-01"), make_event("two", "2017-02-01")))
    after = READERS[name](
        calendar(make_event("one", "2018-03", title="New", places=["Texas"]), make_event("two", "2017-02-01"))
    )
    assert before.keys() == after.keys()
    assert [uid for uid in before if before[uid] != after[uid]] == ["one@raidline.invalid"]
    assert after["one@raidline.invalid"] == shown("2018-03-01", "2018-04-01", "New (March 2018)", "Texas")


@pytest.mark.slow
def test_two_processes_write_the_same_bytes():
    program = "import sys, test_export_ics_clients as t; sys.stdout.buffer.write(t.calendar().encode())"
    tests = str(Path(__file__).parent)
    written = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONPATH": tests, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Los_Angeles"))
    }
    assert written == {calendar().encode()}
