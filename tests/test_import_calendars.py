"""Calendars of other programs: the entry's own zone decides its day, and no broken part takes the others with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.importing import Columns, make_events, read_records
from raidline.importing.calendars.entries import entry_of
from raidline.importing.calendars.ical import components
from raidline.importing.calendars.series import series_in_words


def calendar(*entries, head=""):
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:Hearing\r\n{lines}\r\nEND:VEVENT\r\n"
        for number, lines in enumerate(entries)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{head}{events}END:VCALENDAR\r\n"


def imported(tmp_path, text):
    path = tmp_path / "x.ics"
    path.write_text(text, encoding="utf-8", newline="")
    return make_events(read_records(path), Columns(), "x-ics")


CHICAGO = "X-WR-TIMEZONE:America/Chicago\r\n"
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Central Standard Time\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\n"
    "DTSTART:16010101T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("head", "lines", "day"),
    [
        (
            "",
            "DTSTART;TZID=America/Chicago:20170315T190000\r\nDTEND;TZID=America/Chicago:20170315T210000",
            "2017-03-15",
        ),
        ("", "DTSTART:20170315T190000", "2017-03-15"),
        ("", "DTSTART:2017-03-15T19:00:00", "2017-03-15"),
        ("", "DTSTART:2017-03-15T19:00:00.000-05:00", "2017-03-15"),
        (CHICAGO, "DTSTART:2017-03-16T01:00:00Z", "2017-03-15"),
        ("", "DTSTART:20170315T233000\r\nDTEND:20170316T003000", "2017-03-15/2017-03-16"),
        ("", "DTSTART;TZID=Central Standard Time:20170315T190000", "2017-03-15"),
        ("", "DTSTART;TZID=No Such Time:20170315T190000", "2017-03-15"),
        ("", 'DTSTART;TZID="/citadel.example/20170101/America/Chicago":20170315T233000', "2017-03-15"),
        (CHICAGO, "DTSTART:20170315T010000Z", "2017-03-14"),
        (CHICAGO, "DTSTART:20170315T010000Z\r\nDTEND:20170315T030000Z", "2017-03-14"),
        (CHICAGO, "DTSTART:20170315T190000Z", "2017-03-15"),
        (CHICAGO, "DTSTART:20170315T050000Z\r\nDTEND:20170316T050000Z", "2017-03-15"),
        (CHICAGO, "DTSTART;TZID=UTC:20170315T010000", "2017-03-14"),
        (CHICAGO, "DTSTART;TZID=America/New_York:20170315T003000", "2017-03-15"),
        (ZONE, "DTSTART:20170315T010000Z", "2017-03-14"),
        (ZONE + ZONE.replace("Central", "Eastern"), "DTSTART:20170315T130000Z", "2017-03-15"),
        ("X-WR-TIMEZONE:UTC\r\n", "DTSTART:20170315T010000Z", "2017-03-15"),
        ("", "DTSTART:20170315T010000Z", "2017-03-14"),  # from Puerto Rico to Hawaii
        ("", "DTSTART:20170315T150000Z", "2017-03-15"),
        ("", "DTSTART:20170315T050000Z", "[2017-03-14,2017-03-15]"),
        ("", "DTSTART:20170315T000000Z", "2017-03-15"),
        (CHICAGO, "DTSTART:20170315T000000Z", "2017-03-14"),
        (CHICAGO, "DTSTART:20170315T000000Z\r\nDTEND:20170316T000000Z", "2017-03-15"),
        ("", "DTSTART:20170315T000000\r\nDTEND:20170316T000000", "2017-03-15"),
        ("", "DTSTART:20170315T000000\r\nDTEND:20170318T000000", "2017-03-15/2017-03-17"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDTEND;VALUE=DATE:20170316", "2017-03-15"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDTEND;VALUE=DATE:20170315", "2017-03-15"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDTEND;VALUE=DATE:20170310", "2017-03-15"),
        ("", "DTSTART:20170315T190000\r\nDTEND:20170315T180000", "2017-03-15"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDURATION:P3D", "2017-03-15/2017-03-17"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDURATION:P1W", "2017-03-15/2017-03-21"),
        ("", "DTSTART:20170315T190000\r\nDURATION:PT2H", "2017-03-15"),
        ("", "DTSTART:20170315T230000\r\nDURATION:PT2H", "2017-03-15/2017-03-16"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDURATION:PT-2H", "2017-03-15"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDURATION:", "2017-03-15"),
        ("", "DTSTART:2017-03-15", "2017-03-15"),
        ("", "DTSTART:00010101T000000Z", "0001-01-01"),
        ("", "DTSTART;VALUE=DATE:20170315\r\nDURATION:P99999999D", "2017-03-15"),
        ("", "DTSTART:20161231T235960Z", "2016-12-31"),  # a leap second
        ("", "DTSTART;TZID=America/Chicago:20161231T175960", "2016-12-31"),
        (CHICAGO, "DTSTART:20150701T000000Z\r\nDTEND:20150630T235960Z", "2015-06-30"),
        ("", "DTSTART:20170315T1800Z", "2017-03-15"),  # without seconds
        ("", "dtstart:20170315t180000z", "2017-03-15"),
        ("", "DTSTART:20161231T235961Z", None),
        ("", "DTSTART:20171399", None),
        ("", "DTSTART;VALUE=PERIOD:20170315T190000Z/PT2H", None),
        ("", "DESCRIPTION:x", None),
    ],
)
def test_the_day_of_an_entry(head, lines, day, tmp_path):
    [event] = imported(tmp_path, calendar(lines, head=head)).events
    assert event.get("date") == day


ODD = (
    "BEGIN:VTIMEZONE\r\nTZID:Our own time\r\n{}BEGIN:STANDARD\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:{}\r\n"
    "DTSTART:16010101T020000\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nTZOFFSETTO:{}\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        (ODD.format("X-LIC-LOCATION:America/Chicago\r\n", "x", "x"), "2017-03-14"),
        (ODD.format("", "-0600", "-0500"), "2017-03-14"),
        (ODD.format("", "+0100", "+0200"), "2017-03-15"),
        (ODD.format("", "-0400", "-0300"), "[2017-03-14,2017-03-15]"),  # summer or winter: nobody says
        (ODD.format("", "-9900", ""), "2017-03-14"),  # no offsets: from Puerto Rico to Hawaii
    ],
)
def test_a_zone_that_only_the_calendar_knows(zone, day, tmp_path):
    [event] = imported(tmp_path, calendar("DTSTART:20170315T030000Z", head=zone)).events
    assert event["date"] == day


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20170601T000000Z;WKST=SU", "every 2 weeks on Monday and Wednesday, until June 1, 2017"),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=1", "every month on the second Tuesday, 1 time"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "every month on day 15 and the last day"),
        ("freq=yearly;bymonth=3;bymonthday=4", "every year on day 4 in March"),
        # what cannot be said completely stays as written
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "every month on Monday and Tuesday, of these only the last of each month"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,22", "every month on Tuesday, of these only the first and the 22nd of each month"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0", ""),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-3", ""),
        ("FREQ=YEARLY;BYYEARDAY=1,-1", "every year on day 1 of the year and day 1 from the end of the year"),
        ("FREQ=YEARLY;BYYEARDAY=367", ""),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year on Monday in week 20"),
        ("FREQ=DAILY;BYHOUR=9,16;BYMINUTE=30", "every day at 09:30 and 16:30"),
        ("FREQ=HOURLY;BYMINUTE=0,30", "every hour at minute 0 and 30"),
        ("FREQ=DAILY;BYHOUR=24", ""),
        ("FREQ=DAILY;BYSECOND=1", ""),
        ("FREQ=WEEKLY;BYDAY=XX", ""),
        ("FREQ=WEEKLY;INTERVAL=0", ""),
        ("FREQ=WEEKLY;COUNT=99999999999999999999", ""),
        ("FREQ=WEEKLY;UNTIL=20170231", ""),
        ("FREQ=YEARLY;BYMONTH=13", ""),
        ("INTERVAL=2", ""),
        ("FREQ=DAILY;BYDAY=" + "MO," * 200 + "MO", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_series_in_words(rule, words):
    assert series_in_words(rule) == words


def test_a_series_that_has_no_words_is_kept_as_written(tmp_path):
    [event] = imported(tmp_path, calendar("DTSTART:20170315\r\nRRULE:FREQ=MONTHLY;BYSETPOS=-9;BYDAY=MO")).events
    assert "rrule: FREQ=MONTHLY;BYSETPOS=-9;BYDAY=MO" in event["notes"]


@pytest.mark.parametrize(
    ("summary", "status", "title", "read"),
    [
        ("(Cancelled) Hearing", "", "Hearing", "cancelled"),
        ("Hearing (CANCELED)", "", "Hearing", "cancelled"),
        ("[Called off] Hearing", "", "Hearing", "cancelled"),
        ("*** CANCELLED *** Hearing", "", "Hearing", "cancelled"),
        ("Canceled: Hearing", "", "Hearing", "cancelled"),
        ("CANCELLED Hearing", "", "Hearing", "cancelled"),
        ("Hearing - Cancelled", "", "Hearing", "cancelled"),
        ("(Cancelled) Hearing", "CONFIRMED", "Hearing", "cancelled"),
        ("Hearing", "CANCELLED", "Hearing", "cancelled"),
        ("Hearing", "CONFIRMED", "Hearing", "occurred"),
        ("Hearing (postponed)", "", "Hearing", "cancelled"),
        ("POSTPONED: Hearing", "CONFIRMED", "Hearing", "cancelled"),
        ("(Cancelled) Hearing on postponed contracts", "", "Hearing on postponed contracts", "cancelled"),
        ("Hearing on postponed contracts", "", "Hearing on postponed contracts", None),
        ("Hearing on cancelled contracts", "", "Hearing on cancelled contracts", None),
        ("Cancelled contracts: a hearing", "", "Cancelled contracts: a hearing", None),
        ("(Cancelled)", "", "(Cancelled)", None),
    ],
)
def test_what_is_cancelled(summary, status, title, read, tmp_path):
    lines = f"DTSTART:20170315\r\n{f'STATUS:{status}' if status else 'CLASS:PUBLIC'}"
    done = imported(tmp_path, calendar(lines).replace("SUMMARY:Hearing", f"SUMMARY:{summary}"))
    [event] = done.events
    assert (event["title"], event.get("status")) == (title, read)
    is_postponed = read == "cancelled" and "postponed" in summary.lower() and "postponed" not in title
    assert any("entered as cancelled" in one for one in done.remarks) is (
        is_postponed or (status == "CONFIRMED" and read == "cancelled")
    )
    assert any("says that it is postponed" in one for one in done.remarks) is is_postponed


def test_a_calendar_that_cancels_its_entries(tmp_path):
    done = imported(tmp_path, calendar("DTSTART:20170315\r\nSTATUS:CONFIRMED", head="METHOD:CANCEL\r\n"))
    assert done.events[0]["status"] == "cancelled"


def test_notes_hold_words(tmp_path):
    lines = (
        "DTSTART;TZID=America/Chicago:20170315T190000\r\nDTEND;TZID=America/Chicago:20170315T210000\r\nDURATION:P1D\r\n"
        "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20170316T190000\r\nORGANIZER;CN=Clerk:mailto:clerk@a.example\r\n"
        "CATEGORIES:hearing\\, public,court\r\nSTATUS:CONFIRMED\r\nDESCRIPTION:One\\ntwo\\, three\\; four \\\\ five"
    )
    [event] = imported(tmp_path, calendar(lines)).events
    assert event["summary"] == "One\ntwo, three; four \\ five"
    assert event["notes"].split("\n") == [
        "duration: P1D",
        "exdate: 20170316T190000",
        "organizer: mailto:clerk@a.example",
        "categories: hearing, public; court",
        "time: 19:00-21:00 America/Chicago",
        "repeats: every day, 3 times (FREQ=DAILY;COUNT=3)",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:x\r\nEND:STANDARD\r\nTZID:America/Chicago\r\nEND:VTIMEZONE\r\n",
        "BEGIN:VTIMEZONE\r\nTZID:x\r\n",
        "BEGIN:VEVENT\r\nDTSTART:20171399\r\nSUMMARY:Bad day\r\nEND:VEVENT\r\n",
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE;TZID:2017\r\nSUMMARY:Bad parameter\r\nEND:VEVENT\r\n",
        "BEGIN:VEVENT\r\nSUMMARY:No end\r\n",
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20170315\r\nBEGIN:VALARM\r\nTRIGGER:-P1D\r\nDURATION:PT-2H\r\n"
        "SUMMARY:Alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n",
        "END:VEVENT\r\n",
        "=?!\r\n",
    ],
)
def test_a_broken_part_does_not_take_the_others_with_it(broken, tmp_path):
    text = calendar("DTSTART;VALUE=DATE:20170317", head=broken)
    found = imported(tmp_path, text)
    assert ("2017-03-17", "Hearing") in [(event.get("date"), event.get("title")) for event in found.events]
    assert not any("Alarm" in str(event) for event in found.events)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"\xe9", "is not UTF-8 (byte 0xe9)"),
        (b"\0", "contains a zero byte"),
        (b"\xed\xa0\x80", "is not UTF-8 (byte 0xed)"),
    ],
)
@pytest.mark.parametrize(
    ("at", "where"),
    [
        (b"DESCRIPTION:Bad", "line 5: {} in line 9; left out"),
        (b"BEGIN:VALARM\r\nSUMMARY:Bad\r\nEND:VALARM", "line 5: {} in line 10; left out"),
        (b"DESCRIPTION:x\r\n Bad", "line 5: {} in line 9; left out"),
        (b"Bad:x", "line 5: {} in line 9; left out"),
        (b"END:VEVENT\r\nX-WR-CALNAME:Bad\r\nBEGIN:VEVENT\r\nUID:9", "line 10: {}; left out"),
        (b"END:VEVENT\r\nBEGIN:VEVBadNT\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:9", "line 10: {}; left out"),
    ],
)
def test_bytes_that_are_no_text_take_their_entry_alone(at, where, bad, said, tmp_path):
    head = "X-WR-CALDESC:" + "ñ" * 9 + "\r\n"  # so that it is UTF-8, but for these bytes
    text = calendar("DTSTART;VALUE=DATE:20170316\r\nMARK", "DTSTART;VALUE=DATE:20170317", head=head).encode()
    path = tmp_path / "calendar.ics"
    path.write_bytes(text.replace(b"MARK", at.replace(b"Bad", b"B" + bad)))
    found = make_events(read_records(path), Columns(), "calendar")
    assert "2017-03-17" in [event.get("date") for event in found.events]
    assert found.left_out == [where.format(said)]


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("SUMMARY:Vigilia en peñasco".encode("latin-1"), "Vigilia en peñasco"),
        (b"SUMMARY:Vigilia en pe\xc3\r\n \xb1asco", "Vigilia en peñasco"),
        (b"SUMMARY:Vigilia en pe\xc3\r\n\t\xb1asco", "Vigilia en peñasco"),
        ("SUMMARY:Vigilia en peñasco".encode(), "Vigilia en peñasco"),
        (b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Vigilia en pe=C3=B1asco", "Vigilia en peñasco"),
        (b"SUMMARY:Vigilia en pe=C3=B1asco", "Vigilia en pe=C3=B1asco"),
    ],
)
def test_letters_that_other_programs_write_otherwise(raw, title, tmp_path):
    path = tmp_path / "calendar.ics"
    path.write_bytes(
        calendar("DTSTART;VALUE=DATE:20170316\r\nMARK")
        .encode()
        .replace(b"SUMMARY:Hearing\r\n", b"")
        .replace(b"MARK", raw)
    )
    found = make_events(read_records(path), Columns(), "calendar")
    assert [event["title"] for event in found.events] == [title]
    assert any("read as Windows-1252" in remark for remark in found.remarks) is (b"\xf1" in raw)


def test_a_calendar_in_utf_16(tmp_path):
    path = tmp_path / "calendar.ics"
    path.write_bytes(calendar("DTSTART;VALUE=DATE:20170316").encode("utf-16"))
    assert len(make_events(read_records(path), Columns(), "calendar").events) == 1


@pytest.mark.parametrize(
    ("location", "places"),
    [
        ("Plaza\\nAustin\\, TX\\, United States", ["Austin, Texas"]),
        ("Library (1 Main St\\, Austin\\, TX)", ["Austin, Texas"]),
        ("Austin\\, Texas", ["Austin, Texas"]),
    ],
)
def test_the_lines_of_a_location_are_one_place(location, places, tmp_path):
    found = imported(tmp_path, calendar(f"DTSTART;VALUE=DATE:20170316\r\nLOCATION:{location}"))
    assert found.events[0]["places"] == places


def test_what_is_no_event_is_named_by_its_title_unless_it_is_private(tmp_path):
    todo = "BEGIN:VTODO\r\nSUMMARY:Call the clerk\r\n{}END:VTODO\r\n"
    text = calendar("DTSTART;VALUE=DATE:20170316", head=todo.format("") + todo.format("CLASS:PRIVATE\r\n"))
    assert [told.partition(": ")[2] for told in imported(tmp_path, text).left_out] == [
        "is a VTODO, not an event ('Call the clerk'); left out",
        "is a VTODO, not an event; left out",
    ]


def test_entries_of_several_calendars_each_in_its_zone(tmp_path):
    day = "DTSTART:20170315T050000Z"
    found = imported(tmp_path, calendar(day, head=CHICAGO) + calendar(day, head="X-WR-TIMEZONE:America/Denver\r\n"))
    assert [event["date"] for event in found.events] == ["2017-03-14", "2017-03-15"]


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        ("DESCRIPTION:One line\r\nand a second that is not folded", "One line\nand a second that is not folded"),
        ("DESCRIPTION:One line\r\nNote: bring papers\r\n\r\nThird", "One line\nNote: bring papers\nThird"),
        ("DESCRIPTION:Thursday\\, at 6:30 PM\\nJoint\r\n  hearing", "Thursday, at 6:30 PM\nJoint hearing"),
        ("DESCRIPTION:fol\r\n\tded", "folded"),
        ('DESCRIPTION;ALTREP="https://a.example/x:y";LANGUAGE=en:Words: more', "Words: more"),
        ("description:Small", "Small"),
    ],
)
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_texts_over_several_lines(lines, summary, end, tmp_path):
    text = calendar(f"DTSTART;VALUE=DATE:20170315\r\n{lines}\r\nLOCATION:Austin\\, Texas").replace("\r\n", end)
    [event] = imported(tmp_path, text).events
    assert (event["summary"], event["places"]) == (summary, ["Austin, Texas"])


@pytest.mark.parametrize("how", ["ENCODING=BASE64;VALUE=BINARY", "VALUE=binary", "FMTTYPE=image/png;ENCODING=BASE64"])
def test_a_file_within_a_calendar_is_left_out_and_named(how, tmp_path):
    found = imported(tmp_path, calendar(f"DTSTART:20170315\r\nATTACH;{how}:iVBORw0KGgo\r\nDESCRIPTION:x"))
    assert "iVBORw0KGgo" not in str(found.events)
    assert "line 4: attach contains a file; left out" in found.remarks
    [event] = imported(tmp_path, calendar("DTSTART:20170315\r\nATTACH:https://a.example/agenda.pdf")).events
    assert [source["url"] for source in event["sources"]] == ["https://a.example/agenda.pdf"]


def test_when_somebody_is_busy_is_no_event(tmp_path):
    found = imported(tmp_path, calendar(head="BEGIN:VFREEBUSY\r\nDTSTART:20170315T190000Z\r\nEND:VFREEBUSY\r\n"))
    assert found.left_out == ["line 4: is a VFREEBUSY, not an event; left out"]


def test_what_is_no_event_is_named(tmp_path):
    todo = "BEGIN:VTODO\r\nSUMMARY:File it\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n"
    found = imported(tmp_path, calendar("DTSTART;VALUE=DATE:20170315", head=todo))
    assert len(found.events) == 1
    assert found.left_out == [
        "line 4: is a VTODO, not an event ('File it'); left out",
        "line 7: the entry is empty; left out",
    ]


@pytest.mark.parametrize("word", ["PRIVATE", "CONFIDENTIAL", "private", " Confidential ", "X-STAFF", "SECRET"])
def test_an_entry_that_is_not_public_is_left_out_and_named(word, tmp_path):
    found = imported(tmp_path, calendar(f"DTSTART:20170315\r\nCLASS:{word}", "DTSTART:20170316"))
    assert [event["date"] for event in found.events] == ["2017-03-16"]
    said = f"line 4: is not public (CLASS:{word.strip()}); remove that line to import it; left out"
    assert found.left_out == [said]
    assert "Hearing" not in str(found.left_out)


@pytest.mark.parametrize("word", ["PUBLIC", "public", " Public", ""])
def test_a_public_entry_is_read_and_its_access_class_is_no_kind(word, tmp_path):
    found = imported(tmp_path, calendar(f"DTSTART:20170315\r\nCLASS:{word}"))
    [event] = found.events
    assert event["kind"] == "hearing"  # as its title says
    assert "class" not in str(event) + str(found.remarks)
    assert not found.left_out


def test_an_end_before_the_start_is_kept(tmp_path):
    [event] = imported(tmp_path, calendar("DTSTART;VALUE=DATE:20170315\r\nDTEND;VALUE=DATE:20170310")).events
    assert "dtend: 20170310" in event["notes"]


LINES = st.sampled_from(
    ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VALARM",
     "END:VALARM", "TZID:America/Chicago", "X-WR-TIMEZONE:nowhere", "DTSTART:20170315T010000Z", "DTSTART:99991231T235959Z",
     "DTSTART:00010101", "DTEND:00010101T000000Z", "DURATION:-P9999W", "DURATION:P1D", "DTEND;TZID=../../x:20170315T000000",
     "SUMMARY:x", " folded", "", "not a line", "UID:a@raidline.invalid", "X-RAIDLINE-EDTF:2017", "CATEGORIES:a\\,b,c"]
)  # fmt: skip


@given(st.lists(LINES, max_size=15))
def test_law_no_calendar_raises(lines):
    for entry in components("\n".join(["BEGIN:VCALENDAR", *lines])):
        entry_of(entry)
