"""Records of interfaces and databases: packed into objects, linked to others, cited by number, spread over rows."""

from __future__ import annotations

import json

import openpyxl
import pytest

from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.sources.links import links_in
from raidline.importing.sources.lookedup import in_quotes
from raidline.importing.tables.headings import field_of
from tabled import imported


def from_json(tmp_path, data):
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return make_events(read_records(path), Columns(), "x-json")


def from_book(tmp_path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "x.xlsx")
    return make_events(read_records(tmp_path / "x.xlsx", Layout()), Columns(), "x-xlsx")


def from_markdown(tmp_path, text):
    path = tmp_path / "x.md"
    path.write_text(text, encoding="utf-8")
    return make_events(read_records(path), Columns(), "x-md")


INSIDE = {
    "headline": "Two cooks detained in Salem",
    "category": {"slug": "operation", "label": "Raid"},
    "occurred": {"start": "2031-05-01", "end": None, "precision": "month"},
    "location": {"city": "Salem", "region": {"code": "US-OR", "name": "Oregon"}},
    "impact": {"people": {"detained": 2}},
    "agencies": [{"abbr": "ICE", "name": "U.S. Immigration and Customs Enforcement"}],
    "coverage": [
        {"outlet": {"name": "Post"}, "headline": "Cooks gone", "link": {"href": "https://post.example/a(1)"}},
        {"outlet": {"name": "Wire"}, "headline": "Raid", "link": {"href": "https://wire.example/b"}},
    ],
}


@pytest.mark.parametrize(
    "packed",
    [
        {"type": "incident", "id": "r1", "attributes": INSIDE, "links": {"self": "https://api.example/r1"}},
        {"id": "r1", "createdTime": "2031-06-01T00:00:00Z", "fields": INSIDE},
        {"_index": "raids", "_id": "r1", "_score": 1.0, "_source": INSIDE},
        {"id": "r1", **INSIDE},
    ],
)
def test_a_record_is_the_same_in_any_envelope(tmp_path, packed):
    found = from_json(tmp_path, {"data": [packed]})
    [event] = found.events
    assert (event["id"], event["date"], event["title"], event["kind"]) == (
        "r1",
        "2031-05",
        "Two cooks detained in Salem",
        "operation",
    )
    assert event["places"] == ["Salem, Oregon"]
    assert event["counts"] == {"detained": "2"}
    assert event["agencies"] == ["U.S. Immigration and Customs Enforcement"]
    told = [(one["url"], one["publisher"], one["title"]) for one in event["sources"]]
    assert told == [("https://post.example/a(1)", "Post", "Cooks gone"), ("https://wire.example/b", "Wire", "Raid")]
    if "links" in packed:  # an address of the interface is no source, but it is named
        assert any("not read, as it is about the interface: type, links" in one for one in found.remarks)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("location.region.name", "state"),
        ("category.label", "kind"),
        ("occurred.start", "date"),
        ("occurred.precision", "precision"),
        ("impact.people.arrested", "arrested"),
        ("author.name", ""),
        ("media.size.label", ""),
        ("OCC_DT", ""),
    ],
)
def test_the_keys_that_lead_to_a_value_say_what_it_is(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Post,Wire", ["Post", "Wire"]),
        ('"Cooks gone, owner says",Raid', ["Cooks gone, owner says", "Raid"]),
        ('"Cooks gone, owner says"', ["Cooks gone, owner says"]),
        ("Cooks gone", []),
        ('He said "no, never" twice', []),
    ],
)
def test_texts_of_linked_records_stand_between_commas(cell, parts):
    assert in_quotes(cell) == parts or (not parts and len(in_quotes(cell)) != 1)


def test_linked_records_are_a_source_each(tmp_path):
    links = "https://post.example/1, https://wire.example/2"
    head = ["Event", "Date", "Articles", "URL (from Articles)", "Outlet (from Articles)"]
    rows = [
        ["Raid on a mill", "2031-05-06", '"Cooks gone, owner says",Raid', links, "Post,Wire"],
        ["Raid on a farm", "2031-05-07", '"Seven, or more"', "https://post.example/3", "Daily Post, Salem"],
        ["Raid on a dairy", "2031-05-08", "Two taken from the milking parlor", "https://post.example/4", "Star"],
    ]
    one, two, _ = imported(tmp_path, [head, *rows]).events
    assert [(it["publisher"], it["title"]) for it in one["sources"]] == [
        ("Post", "Cooks gone, owner says"),
        ("Wire", "Raid"),
    ]
    assert two["sources"][0]["title"] == "Seven, or more"
    assert two["sources"][0]["publisher"] == "Daily Post, Salem"  # one link: the comma belongs to the name


LIST = [
    ["Date", "Place", "What happened", "Ref(s)"],
    ["2031-05-06", "Salem, Oregon", "Raid on a mill", "1, 2"],
    ["2031-05-07", "Bend, Oregon", "Raid on a farm[2]", ""],
    ["2031-05-08", "Bend, Oregon", "Vigil [3]", "3"],
]
CITED = [
    ["No.", "Outlet", "Title", "Date", "URL", "Archive URL"],
    [1, "Post", "Cooks gone", "2031-05-07", "https://post.example/1", "https://archive.ph/aaa11"],
    [2, "Wire", "Raids", "", "https://wire.example/2", ""],
    [3, "Star", "Vigil", "", "https://star.example/3", ""],
]


def test_a_second_sheet_has_the_sources_that_a_list_cites_by_number(tmp_path):
    found = from_book(tmp_path, Events=LIST, References=CITED)
    assert [[one["url"] for one in event["sources"]] for event in found.events] == [
        ["https://post.example/1", "https://wire.example/2"],
        ["https://wire.example/2"],
        ["https://star.example/3"],
    ]
    assert found.events[0]["sources"][0] == {
        "url": "https://post.example/1",
        "title": "Cooks gone",
        "publisher": "Post",
        "published": "2031-05-07",
        "archived": "https://archive.ph/aaa11",
    }
    assert [event["title"] for event in found.events] == ["Raid on a mill", "Raid on a farm", "Vigil"]
    assert not any("notes" in event for event in found.events)


def test_numbers_in_a_column_of_arrests_are_no_citations(tmp_path):
    rows = [[*row[:3], number] for row, number in zip(LIST, ["Arrests", 1, 2, 3], strict=True)]
    rows[2][2] = "Raid on a farm"
    rows[3][2] = "Vigil"
    with pytest.raises(Exception, match="say which with --sheet"):
        from_book(tmp_path, Events=rows, References=CITED)


def test_a_number_that_no_source_has_stays(tmp_path):
    rows = [*LIST, *[["2031-06-01", "Bend, Oregon", f"Raid {n}", "1"] for n in "abcd"]]
    rows[1] = [*LIST[1][:3], "1, 9"]
    found = from_book(tmp_path, Events=rows, References=CITED)
    assert [one["url"] for one in found.events[0]["sources"]] == ["https://post.example/1"]
    assert "9" in found.events[0]["notes"]


def test_footnotes_below_a_table_are_sources(tmp_path):
    rows = [
        ["Date", "Place", "What happened"],
        ["2031-05-06", "Salem, Oregon", "Raid on a mill[1][2]"],
        ["2031-05-08", "Bend, Oregon", "Vigil at the jail [7]"],
        ["[1] Post: https://post.example/1", "", ""],
        ["[2] https://wire.example/2", "", ""],
        ["[3] https://star.example/3", "", ""],
    ]
    found = imported(tmp_path, rows)
    assert [one["url"] for one in found.events[0]["sources"]] == ["https://post.example/1", "https://wire.example/2"]
    assert found.events[0]["title"] == "Raid on a mill"
    assert "[7]" in str(found.events[1])  # of which nothing is known
    assert [one for one in found.left_out if "star.example/3" in one]  # cited by no row, and named
    assert not [one for one in found.left_out if "post.example/1" in one]


def test_footnotes_of_markdown_are_sources(tmp_path):
    text = (
        "- 2031-05-06: Raid on a mill in Salem, Oregon.[^1] [^9]\n- 2031-05-08: Vigil in Bend, Oregon.[^b]\n\n"
        "[^1]: Post, https://post.example/1\n    copy at https://archive.ph/aaa11\n[^b]: [Star](https://star.example/3)\n"
    )
    one, two = from_markdown(tmp_path, text).events
    assert one["sources"][0]["url"] == "https://post.example/1"
    assert one["sources"][0]["archived"] == "https://archive.ph/aaa11"
    assert one["title"].endswith("[^9]")
    assert two["sources"][0]["publisher"] == "Star"


def test_items_below_an_item_are_its_sources_and_its_text(tmp_path):
    text = (
        "## 2031\n- **May 6** – Salem, Oregon: Raid on a mill.\n"
        "  - Source: [Post: Cooks gone](https://post.example/1) ([archived](https://archive.ph/aaa11))\n"
        "  - Neighbors saw two vans.\n"
        "- **May 8** – Vigil in Bend, Oregon\n  - 2031-05-09: Raid in Bend, Oregon\n"
    )
    one, *others = from_markdown(tmp_path, text).events
    assert (one["title"], one["places"], one["summary"]) == (
        "Raid on a mill.",
        ["Salem, Oregon"],
        "Neighbors saw two vans.",
    )
    assert one["sources"][0] | {"published": ""} == {
        "url": "https://post.example/1",
        "title": "Cooks gone",
        "publisher": "Post",
        "published": "",
        "archived": "https://archive.ph/aaa11",
    }
    assert [event["date"] for event in others] == ["2031-05-08", "2031-05-09"]  # an item with a date is an event


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1. Post: https://post.example/1\n2. Wire: https://wire.example/2", [("Post", ""), ("Wire", "")]),
        ("(1) Post https://post.example/1", [("Post", "")]),
        ("9 News: https://news.example/1", [("9 News", "")]),
        (
            "https://post.example/1 (archived https://archive.ph/aaa11), https://wire.example/2",
            [("", "https://archive.ph/aaa11"), ("", "")],
        ),
        (
            "https://post.example/1, https://wire.example/2 [copy: https://perma.cc/AB12-CD34]",
            [("", ""), ("", "https://perma.cc/AB12-CD34")],
        ),
        ("https://post.example/1, https://wire.example/2, https://archive.ph/bbb22", [("", ""), ("", ""), ("", "")]),
    ],
)
def test_a_link_in_a_list_has_its_own_label_and_copy(cell, told):
    assert [(link.label, link.archived) for link in links_in(cell)[0]] == told


def test_a_label_of_publisher_and_headline_is_both(tmp_path):
    rows = [["Date", "Title", "Source"], ["2031-05-06", "Raid", "[Post: Not our job](https://post.example/1)"]]
    rows.append(["2031-05-07", "Raid", "[Sheriff: not our job](https://post.example/2)"])
    one, two = (event["sources"][0] for event in imported(tmp_path, rows).events)
    assert (one["publisher"], one["title"]) == ("Post", "Not our job")
    assert two["title"] == "Sheriff: not our job"


def test_lists_of_the_details_of_sources_stay_in_step(tmp_path):
    titles = ["No more footage, agency says", "Two held; one freed"]
    packed = {
        "eventTitle": "Raid",
        "eventDate": "2031-05-06",
        "sourceUrls": ["https://post.example/1", "https://wire.example/2"],
        "sourceTitles": titles,
        "sourcePublishers": ["Post", "Wire"],
        "tags": ["a", "b"],
    }
    [event] = from_json(tmp_path, [packed]).events
    assert [one["title"] for one in event["sources"]] == titles
    assert [one["publisher"] for one in event["sources"]] == ["Post", "Wire"]
    assert "tags: a; b" in event["notes"]


@pytest.mark.parametrize(
    ("item", "place", "title"),
    [
        ("**Salem** | Raid on a mill |", ["Salem, Oregon"], "Raid on a mill"),
        ("Salem: Raid on a mill", ["Salem, Oregon"], "Raid on a mill"),
        ("Tacoma, Washington – Raid on a mill", ["Tacoma, Washington"], "Raid on a mill"),
        ("Raid: two held", ["Oregon"], "Raid: two held"),
    ],
)
def test_a_title_that_is_a_state_is_that_of_the_towns_below_it(tmp_path, item, place, title):
    text = f"## Oregon\n- 2031-05-06 — {item} ([Post](https://post.example/1))\n- 2031-05-07 — Vigil\n"
    event = from_markdown(tmp_path, text).events[0]
    assert (event["places"], event["title"]) == (place, title)
