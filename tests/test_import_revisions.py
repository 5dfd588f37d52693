"""Entries of a calendar that share a UID: one of them stands (RFC 5545, 3.8.4.7), and single days of a series."""

from __future__ import annotations

import pytest

from raidline.importing import Columns, make_events, read_records

DAYS = ("20170315", "20170316", "20170317", "20170318")


def imported(tmp_path, *entries):
    """Import entries of which each is one line of `NAME:value` between bars; each is on a day of its own."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for number, (day, entry) in enumerate(zip(DAYS, entries, strict=False), 1):
        lines += [
            "BEGIN:VEVENT",
            f"SUMMARY:Version {number}",
            f"DTSTART;VALUE=DATE:{day}",
            *entry.split("|"),
            "END:VEVENT",
        ]
    path = tmp_path / "x.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
    return make_events(read_records(path), Columns(), "x-ics")


def titles(found):
    return [event["title"].removeprefix("Version ") for event in found.events]


@pytest.mark.parametrize(
    ("entries", "standing"),
    [
        (("UID:a|SEQUENCE:0", "UID:a|SEQUENCE:1"), "2"),
        (("UID:a|SEQUENCE:1", "UID:a|SEQUENCE:0"), "1"),
        (("UID:a|SEQUENCE:0", f"UID:a|SEQUENCE:1{'0' * 5000}"), "2"),  # a number that no integer may have
        (("UID:a|SEQUENCE:9", "UID:a|SEQUENCE:10"), "2"),
        (("UID:a", "UID:a|SEQUENCE:1"), "2"),
        (("UID:a|SEQUENCE:1", "UID:a|SEQUENCE:x"), "1"),
        (("UID:a|SEQUENCE:2", "UID:a|SEQUENCE:3", "UID:a|SEQUENCE:1"), "2"),
        (("UID:a|LAST-MODIFIED:20170102T000000Z", "UID:a|LAST-MODIFIED:20170101T235959Z"), "1"),
        (("UID:a|DTSTAMP:20170101T000000Z", "UID:a|DTSTAMP:20170102T000000Z"), "2"),
        (("UID:a|DTSTAMP:20170101T000000Z", "UID:a|LAST-MODIFIED:20170102T000000Z"), "2"),
        # what a calendar was written at says nothing where each entry says when it was changed
        (
            (
                "UID:a|LAST-MODIFIED:20170102T000000Z|DTSTAMP:20170201T000000Z",
                "UID:a|LAST-MODIFIED:20170101T000000Z|DTSTAMP:20170301T000000Z",
            ),
            "1",
        ),
        # the number goes before the time
        (
            (
                "UID:a|SEQUENCE:1|LAST-MODIFIED:20170101T000000Z",
                "UID:a|SEQUENCE:0|LAST-MODIFIED:20170102T000000Z",
            ),
            "1",
        ),
    ],
)
def test_the_last_version_of_an_entry_stands(entries, standing, tmp_path):
    found = imported(tmp_path, *entries)
    assert titles(found) == [standing]
    assert len(found.left_out) == len(entries) - 1
    line = 4 + sum(len(entry.split("|")) + 4 for entry in entries[: int(standing) - 1])
    assert all(
        f"is an earlier version of the entry in line {line} (the same UID); left out" in one for one in found.left_out
    )


@pytest.mark.parametrize(
    "entries",
    [
        ("UID:a", "UID:b"),
        ("UID:a", "UID:A"),
        ("UID:", "UID:"),
        ("X-ONE:1", "X-ONE:1"),  # no UID
        ("UID:a|RRULE:FREQ=DAILY", "UID:a|SEQUENCE:1|RECURRENCE-ID;VALUE=DATE:20170320"),
        ("UID:a|RECURRENCE-ID;VALUE=DATE:20170320", "UID:a|SEQUENCE:1|RECURRENCE-ID;VALUE=DATE:20170321"),
    ],
)
def test_other_entries_all_stand(entries, tmp_path):
    found = imported(tmp_path, *entries)
    assert titles(found) == ["1", "2"]
    assert not found.left_out
    ids = [event["id"] for event in found.events]
    assert len(set(ids)) == 2


def test_a_day_of_a_series_has_versions_of_its_own(tmp_path):
    found = imported(
        tmp_path,
        "UID:a|SEQUENCE:5|RRULE:FREQ=DAILY",
        "UID:a|RECURRENCE-ID;VALUE=DATE:20170320|SEQUENCE:1",
        "UID:a|RECURRENCE-ID;VALUE=DATE:20170320|SEQUENCE:2",
    )
    assert titles(found) == ["1", "3"]
    assert [event["id"] for event in found.events] == ["a", "2017-03-17-unplaced-other"]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            ("UID:a|RRULE:FREQ=DAILY", "UID:a|RECURRENCE-ID;VALUE=DATE:20170315"),
            "line 4: the first day of its series is changed in line 10; look at its date",
        ),
        (
            ("UID:a|RRULE:FREQ=DAILY|EXDATE;VALUE=DATE:20170320,20170315",),
            "line 4: the first day of its series is removed (EXDATE); look at its date",
        ),
        (("UID:a|RRULE:FREQ=DAILY|EXDATE;VALUE=DATE:20170320", "UID:a|RECURRENCE-ID;VALUE=DATE:20170317"), ""),
        (("UID:a|RRULE:FREQ=DAILY", "UID:b|RECURRENCE-ID;VALUE=DATE:20170315"), ""),
        (("UID:a|EXDATE;VALUE=DATE:20170315",), ""),
    ],
)
def test_a_series_without_its_first_day_is_named(entries, said, tmp_path):
    found = imported(tmp_path, *entries)
    assert [one for one in found.remarks if "series" in one] == ([said] if said else [])


def test_the_same_entry_twice_is_one(tmp_path):
    path = tmp_path / "x.ics"
    entry = "BEGIN:VEVENT\nUID:a\nSUMMARY:Hearing\nDTSTART:20170315\nDTSTAMP:{}\nEND:VEVENT\n"
    stamps = ("20170101T000000Z", "20170101T000000Z")
    path.write_text(f"BEGIN:VCALENDAR\n{''.join(map(entry.format, stamps))}END:VCALENDAR\n", encoding="utf-8")
    found = make_events(read_records(path), Columns(), "x")
    assert [event["id"] for event in found.events] == ["a"]
    assert found.left_out == ["line 8: is the same as the entry in line 2; left out"]


def test_where_nothing_tells_which_stands_all_do_and_it_is_said(tmp_path):
    found = imported(tmp_path, "UID:a|DTSTAMP:20170101T000000Z", "UID:a|DTSTAMP:20170101T000000Z")
    assert titles(found) == ["1", "2"]
    assert not found.left_out
    said = "has the UID of the entry in line 4, and nothing shows which is current; all are kept"
    assert f"line 10: {said}" in found.remarks
    assert len({event["id"] for event in found.events}) == 2


@pytest.mark.parametrize(("last", "kept"), [("CLASS:PRIVATE", []), ("STATUS:CANCELLED", ["2"])])
def test_what_the_last_version_says_holds_for_the_entry(last, kept, tmp_path):
    found = imported(tmp_path, "UID:a|SEQUENCE:0", f"UID:a|SEQUENCE:1|{last}", "UID:b")
    assert titles(found) == [*kept, "3"]
    assert all(event.get("status") == "cancelled" for event in found.events if event["title"] == "Version 2")


def test_a_version_that_cannot_be_read_does_not_stand(tmp_path):
    path = tmp_path / "x.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:One\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nUID:a\nSEQUENCE:1\nSUMMARY:Two \xff \xc3\xb1\xc3\xb1\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = make_events(read_records(path), Columns(), "x")
    assert [event["title"] for event in found.events] == ["One"]
    assert len(found.left_out) == 1


def test_versions_may_stand_in_several_calendars_of_a_file(tmp_path):
    one = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSEQUENCE:{0}\nSUMMARY:V{0}\nEND:VEVENT\nEND:VCALENDAR\n"
    path = tmp_path / "x.ics"
    path.write_text(one.format(2) + one.format(1), encoding="utf-8")
    assert [event["title"] for event in make_events(read_records(path), Columns(), "x").events] == ["V2"]
