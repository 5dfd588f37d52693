"""What a list leaves out because its title, its other rows or its texts say it: the state, the counts, the event."""

from __future__ import annotations

import pytest

from raidline.importing.acts import kind_of
from raidline.importing.guessing.counted import agency_told, counts_told, group_counted
from raidline.importing.wording.told import kind_told
from tabled import imported

TOWNS = ["Columbus", "Lorain", "Springfield", "Statewide", "Butler County"]


def listed(tmp_path, places, *, above=(), name="x.csv"):
    rows = [[title, "", ""] for title in above]
    rows += [["Date", "Where", "What happened"]]
    rows += [[f"2031-05-{n:02d}", place, f"Raid on shop {n}"] for n, place in enumerate(places, 1)]
    return imported(tmp_path, rows, name)


@pytest.mark.parametrize(
    ("above", "name"),
    [(["Incidents in Ohio, 2031"], "x.csv"), ([], "ohio_raids.csv"), ([], "Raids-OHIO-2031.csv")],
)
def test_the_title_of_a_list_says_its_state(tmp_path, above, name):
    found = listed(tmp_path, TOWNS, above=above, name=name)
    assert [event["places"] for event in found.events] == [
        ["Columbus, Ohio"],
        ["Lorain, Ohio"],
        ["Springfield, Ohio"],
        ["Ohio"],
        ["Butler County, Ohio"],
    ]
    assert "the state is Ohio, which the title of the list says" in found.remarks


@pytest.mark.parametrize(
    ("places", "above"),
    [
        (["Laredo", "El Paso", "Lubbock"], ["Compiled in Ohio"]),  # towns of another state
        (TOWNS, ["Raids in Ohio and Indiana"]),
        (TOWNS, ["Mass deportation, a list"]),  # no state in full
        (TOWNS, []),
        (["Salem, Oregon", "Salem, Ohio", *TOWNS[:2]], ["Oregon"]),
    ],
)
def test_a_state_that_is_not_sure_is_left_open(tmp_path, places, above):
    found = listed(tmp_path, places, above=above)
    assert not [one for one in found.columns if one.heading == "State"]


def test_rows_without_a_state_mean_that_of_all_others(tmp_path):
    rows = ["Fresno, California", "Bakersfield, CA", "Chula Vista, California", "Oxnard", "Salinas"]
    assert listed(tmp_path, rows).events[3]["places"] == ["Oxnard, California"]
    mixed = ["Fresno, California", "Bakersfield, CA", "Reno, Nevada", "Oxnard", "Springfield"]
    assert listed(tmp_path, mixed).events[4]["places"] == ["Springfield"]


@pytest.mark.parametrize(
    ("title", "kind", "counts"),
    [
        ("ICE arrests five men at a mill", "operation", {"arrested": "five"}),
        ("About 300 people march to the jail", "protest", {"protesters": "about 300"}),
        ("Judge orders hearings for 11 detainees", "ruling", {}),
        ("Raid on two shops", "operation", {}),
        ("Father of three arrested", "operation", {}),
    ],
)
def test_a_title_tells_how_many(title, kind, counts):
    assert dict(counts_told(title, kind)).keys() == counts.keys()


def test_a_number_in_a_column_counts_rather_than_the_title(tmp_path):
    rows = [["Date", "Title", "Arrests"], ["2031-05-06", "ICE arrests five men", "7"]]
    rows.append(["2031-05-07", "ICE arrests six men", "—"])
    one, two = imported(tmp_path, rows).events
    assert (one["counts"], two["counts"]) == ({"arrested": "7"}, {"arrested": "6"})
    assert "notes" not in two  # a dash is no number that could be lost


@pytest.mark.parametrize(
    ("cell", "kind", "heading", "group"),
    [
        ("Arrests", "operation", "Count", "arrested"),
        ("March", "protest", "Count", "protesters"),
        ("Raid", "operation", "# ppl", "detained"),
        ("Raid", "operation", "Count", ""),
        ("Ruling", "ruling", "People", ""),
    ],
)
def test_a_bare_number_counts_what_its_kind_says(cell, kind, heading, group):
    assert group_counted(cell, kind, heading) == group


def test_a_column_of_bare_numbers_beside_kinds(tmp_path):
    rows = [["Date", "Title", "Type", "Count"], ["2031-05-06", "At the mill", "Arrests", "5"]]
    rows += [["2031-05-07", "At the jail", "March", "200"], ["2031-05-08", "At the farm", "Raid", "3"]]
    one, two, three = imported(tmp_path, rows).events
    assert (one["counts"], two["counts"]) == ({"arrested": "5"}, {"protesters": "200"})
    assert "counts" not in three
    assert "Count: 3" in three["notes"]


@pytest.mark.parametrize(
    ("title", "kind", "agencies"),
    [
        ("ICE arrests five men at a mill", "operation", 1),
        ("Agents arrest five men for ICE", "operation", 0),
        ("ICE sued over raid", "lawsuit", 0),
    ],
)
def test_who_acts_in_a_title_is_an_agency(title, kind, agencies):
    assert len(agency_told(title, kind)) == agencies


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Detained student sues over solitary cell", "lawsuit"),
        ("Detained in a raid on a mill", "operation"),
        ("About 300 people march against the contract", "protest"),
        ("Report about 300 raids", "report"),
        ("State awards a hotline $400,000", "funding"),
        ("Commissioners approve $2 million for lawyers", "funding"),
        ("Commissioners approve a ban on masks", "policy"),
        ("Two shot as agents fire on a truck", "incident"),
        ("Woman pushed to the ground by agent", "incident"),
        ("Jury acquits a councilwoman", "ruling"),
        ("Supreme Court declines to hear a case", "ruling"),
        ("Auditor finds holes in jail bills", "report"),
        ("Bishop condemns raids near churches", "statement"),
        ("Mayor signs order on warrants", "order"),
        ("Foundation pledges $1 million to families", "funding"),
        ("Bikers ride against deportations", "protest"),
    ],
)
def test_more_titles_tell_their_kind(title, kind):
    assert kind_told(title) == kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Enforcement action", "operation"),
        ("Litigation filed", "lawsuit"),
        ("Critical incident", "incident"),
        ("Official statement", "statement"),
        ("State appropriation", "funding"),
        ("Action", None),
        ("Form filed", None),
    ],
)
def test_kinds_in_several_words(cell, kind):
    assert kind_of(cell) == kind


HEAD = ["Date", "Place", "What happened", "Link", "Outlet", "Remarks"]
RAID = ["2031-05-06", "Salem, Oregon", "Raid on a mill outside town", "https://post.example/1", "Post", ""]


def test_rows_with_nothing_but_a_source_or_a_note_go_on_with_the_row_above(tmp_path):
    rows = [RAID, ["", "", "", "https://wire.example/2", "Wire", ""], ["", "", "", "", "", "same vans as in May"]]
    rows.append(["2031-05-09", "Bend, Oregon", "Vigil", "https://star.example/3", "Star", ""])
    found = imported(tmp_path, [HEAD, *rows])
    one, two = found.events
    assert [(it["url"], it["publisher"]) for it in one["sources"]] == [
        ("https://post.example/1", "Post"),
        ("https://wire.example/2", "Wire"),
    ]
    assert one["notes"] == "same vans as in May"
    assert two["title"] == "Vigil"
    assert "2 rows read as a further source of the row above, or notes on it" in found.remarks


def test_rows_with_the_same_id_are_one_event_with_several_sources(tmp_path):
    raid, other = ["E-1", *RAID], ["E-1", *RAID[:3], "https://wire.example/2", "Wire", "second report"]
    changed = ["E-1", "2031-05-07", *RAID[1:3], "https://wire.example/3", "Wire", ""]
    found = imported(tmp_path, [["Event ID", *HEAD], raid, other, changed])
    assert [len(event["sources"]) for event in found.events] == [2, 1]  # of another day: somebody has to look
    assert "second report" in found.events[0]["notes"]
    assert "1 row read as a further source of a row with the same id" in found.remarks


def test_equal_rows_without_an_id_may_be_two_events(tmp_path):
    other = [*RAID[:3], "https://wire.example/2", "Wire", ""]
    assert len(imported(tmp_path, [HEAD, RAID, other]).events) == 2


def test_a_row_with_only_links_below_no_event_stays_a_row(tmp_path):
    rows = [["", "", "", "https://wire.example/2", "Wire", ""], RAID]
    assert len(imported(tmp_path, [HEAD, *rows]).events) == 2


def test_ten_rows_of_sources_are_not_lost(tmp_path):
    more = [["", "", "", f"https://wire.example/{n}", "", ""] for n in range(12)]
    found = imported(tmp_path, [HEAD, RAID, *more])
    assert all(f"https://wire.example/{n}" in str(found.events) for n in range(12))


@pytest.mark.parametrize(
    ("above", "days", "dates"),
    [
        (["Log", "January 2031"], ["Jan 4", "Jan 9"], ["2031-01-04", "2031-01-09"]),
        (["January 2031"], ["4", "9"], ["2031-01-04", "2031-01-09"]),
        (["Log 2031"], ["4", "9"], [None, None]),  # of which month?
        (["Log 2030-2031"], ["Jan 4", "Jan 9"], [None, None]),
        (["Log, changed 5/6/2031"], ["Jan 4", "Jan 9"], [None, None]),
        (["Log as of May 6, 2031"], ["Jan 4", "Jan 9"], [None, None]),
        (["Log FY 2031"], ["Jan 4", "Jan 9"], [None, None]),
        (["Log 2030"], ["Jan 4, 2031", "Jan 9"], ["2030-01-09", "2031-01-04"]),
    ],
)
def test_a_title_says_the_year_and_the_month_of_days(tmp_path, above, days, dates):
    rows = [*([title, ""] for title in above), ["Day", "What happened"], *([day, f"Raid {day}"] for day in days)]
    found = imported(tmp_path, rows)
    whole = [event.get("date") for event in found.events]
    assert [date if date and len(date) > len("2031-01") else None for date in whole] == dates
