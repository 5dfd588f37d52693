"""Sources as tables name them: several links with their publishers, titles, days and archived copies; none is lost."""

from __future__ import annotations

import json

import pytest

from raidline.dates.value import Edtf
from raidline.errors import RaidlineError
from raidline.importing import Columns, make_events, read_columns, read_records
from raidline.importing.sources.citation import cited_in
from raidline.importing.sources.links import links_in
from tabled import imported

A, B = "https://a.example/1", "https://b.example/2"
COPY = f"https://web.archive.org/web/2017/{A}"


def only(tmp_path, cells, **columns):
    rows = [["Date", "Title", *cells], ["2017-02-05", "T", *cells.values()]]
    [event] = imported(tmp_path, rows, **columns).events
    return event


def source(url, publisher=None, published="[2017-02-05..]", **more):
    host = url.split("/")[2]
    return {"url": url, "publisher": publisher or host, "published": published, **more}


@pytest.mark.parametrize(
    ("cells", "sources"),
    [
        ({"Link": A}, [source(A)]),
        ({"Link 1": A, "Link 2": B}, [source(A), source(B)]),
        ({"link1": A, "link2": B}, [source(A), source(B)]),
        ({"sourceUrl": A, "sourceName": "Courier"}, [source(A, "Courier")]),
        ({"Source 1": "Courier", "Source 1 URL": A, "Source 2": "Star", "Source 2 URL": B}, [source(A, "Courier"), source(B, "Star")]),
        ({"Source": "Courier", "Link": A}, [source(A, "Courier")]),
        ({"Sources": f"Link 1: {A}, Link 2: {B}"}, [source(A), source(B)]),
        ({"Sources": f"Courier: {A}; Star: {B}"}, [source(A, "Courier"), source(B, "Star")]),
        ({"Sources": f"{A} (Courier), {B}"}, [source(A, "Courier"), source(B)]),
        ({"Source": f"Valley Courier, Feb 6, 2017, {A}"}, [source(A, "Valley Courier", "2017-02-06")]),
        ({"Source": f"[Courier]({A}) and [Star]({B})"}, [source(A, "Courier"), source(B, "Star")]),
        ({"Source": f'<a href="{A}">Courier</a>'}, [source(A, "Courier")]),
        ({"Source": f"Nine people were held at a diner on Tuesday {A}"}, [source(A, title="Nine people were held at a diner on Tuesday")]),
        ({"Source": "www.a.example/1"}, [source("https://www.a.example/1", "a.example")]),
        ({"Link": "https://a.example/news,0,12.story; https://b.example/2"}, [source("https://a.example/news,0,12.story"), source(B)]),
        ({"Link": f"see ({A})."}, [source(A)]),
        ({"Link": "https://a.example/x_(y)"}, [source("https://a.example/x_(y)")]),
        ({"Link": A, "Archive": COPY}, [source(A, archived=COPY)]),
        ({"Link": f"{A} archived: {COPY}"}, [source(A, archived=COPY)]),
        ({"Link": f"{A} https://archive.ph/xYz"}, [source(A, archived="https://archive.ph/xYz")]),
        ({"Link": COPY}, [source(COPY)]),
        ({"Link 1": A, "Link 2": B, "Archived link 2": "https://archive.ph/xYz"}, [source(A), source(B, archived="https://archive.ph/xYz")]),
        ({"Link": f"{A}; {B}", "Publisher": "Courier; Star", "Published": "2017-02-06; 2017-02-07"}, [source(A, "Courier", "2017-02-06"), source(B, "Star", "2017-02-07")]),
        ({"Link": f"{A}; {B}", "Publisher": "Courier", "Source date": "2/6/2017"}, [source(A, "Courier", "2017-02-06"), source(B, "Courier", "2017-02-06")]),
        ({"Link 1": A, "Date 1": "x", "Source date 1": "2/6/2017", "Article title 1": "Nine; two", "Link 2": B}, [source(A, None, "2017-02-06", title="Nine; two"), source(B)]),
        ({"Link 1": A, "Link 2": B, "Outlet": "Courier"}, [source(A, "Courier"), source(B, "Courier")]),
        ({"Link": A, "Outlet": "Courier", "Link 2": B}, [source(A, "Courier"), source(B)]),
        ({"Article": A}, [source(A)]),
        ({"Article": "star-2017-02-06"}, [{"article": "star-2017-02-06"}]),
        ({"Media": A, "Media Credit": "Courier", "Media Caption": "Nine held"}, [source(A, "Courier", title="Nine held")]),
        ({"Link": A, "Link (2)": A}, [source(A)]),
        ({"Source": "Courier"}, [{"article": "x-csv"}]),
    ],
)  # fmt: skip
def test_the_sources_of_a_row(cells, sources, tmp_path):
    event = only(tmp_path, cells)
    assert [dict(sorted(one.items())) for one in event["sources"]] == [dict(sorted(one.items())) for one in sources]


def test_what_is_said_of_no_link_stays_in_the_notes(tmp_path):
    event = only(tmp_path, {"Link": f"{A}; {B}", "Publisher": "Courier; Star; Herald", "Source": "told by a neighbour"})
    assert "Publisher: Courier; Star; Herald" in event["notes"]
    assert "neighbour" in str(event)
    event = only(tmp_path, {"Source": "Courier", "Source date": "2017-02-06"})
    assert "Source: Courier" in event["notes"]
    assert "Source date: 2017-02-06" in event["notes"]


@pytest.mark.parametrize(
    ("cell", "urls", "rest"),
    [
        ("", [], ""),
        ("https://", [], "https://"),
        ("a@www.example.org", [], "a@www.example.org"),
        ("https://[::1 x", ["https://[::1"], "x"),
        (f"{A},{B}", [A, B], ""),
        (f"{A}|{B}", [A, B], ""),
        (f"<{A}>", [A], ""),
        (f"told by a neighbour; {A}", [A], "told by a neighbour"),
    ],
)
def test_the_links_of_a_cell(cell, urls, rest):
    found, left = links_in(cell)
    assert ([link.url for link in found], left) == (urls, rest)


DATASET = {"publisher": "Valley Watch", "url": "https://watch.example/list", "retrieved": "2026-11-01"}


def test_a_mapping_gives_a_source_to_rows_without_one(tmp_path):
    watch = source("https://watch.example/list", "Valley Watch", "[2017-02-05..2026-11-01]")
    assert only(tmp_path, {"Officer": "x"}, defaults=DATASET)["sources"] == [watch]
    event = only(tmp_path, {"Source": "Courier"}, defaults=DATASET)
    assert event["sources"] == [watch]
    assert "Source: Courier" in event["notes"]
    assert only(tmp_path, {"Link": A}, defaults={"publisher": "Courier"})["sources"] == [source(A, "Courier")]
    dated = DATASET | {"published": "2026-10"}
    assert only(tmp_path, {"Officer": "x"}, defaults=dated)["sources"][0]["published"] == "2026-10"


def test_a_link_of_the_row_has_its_own_publisher_not_that_of_the_data_set(tmp_path):
    assert only(tmp_path, {"Link": A}, defaults=DATASET)["sources"] == [source(A)]


def test_a_default_kind_wins_over_an_unknown_one(tmp_path):
    event = only(tmp_path, {"Kind": "blitz"}, defaults={"kind": "operation"})
    assert event["kind"] == "operation"
    assert "Kind: blitz" in event["notes"]
    assert only(tmp_path, {"Kind": "policy"}, defaults={"kind": "operation"})["kind"] == "policy"


@pytest.mark.parametrize(
    ("text", "cells", "title"),
    [
        ("{Agency} arrests {Number} in {Town}", {"Agency": "ICE", "Number": "9", "Town": "Austin"}, "ICE arrests 9 in Austin"),
        ("{Agency}: {What}", {"Agency": "ICE", "What": ""}, "ICE"),
        ("{Agency}, {Town}", {"Agency": "", "Town": ""}, None),
    ],
)  # fmt: skip
def test_a_title_from_several_columns(text, cells, title, tmp_path):
    out = [["Date", *cells], ["2017-02-05", *cells.values()]]
    found = imported(tmp_path, out, composed={"title": text})
    assert found.events[0].get("title") == title


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"columns": {"Raid dat": "date"}}, "names a column 'Raid dat' that the file does not have - did you mean 'Raid date'?"),
        ({"composed": {"title": "{Towm}"}}, "did you mean 'Town'?"),
        ({"columns": {"xyz": "date"}}, "it has 'Raid date', 'Town'"),
    ],
)  # fmt: skip
def test_a_column_that_does_not_exist_is_a_mistake(mapping, words, tmp_path):
    with pytest.raises(RaidlineError) as found:
        imported(tmp_path, [["Raid date", "Town"], ["2017", "Austin"]], **mapping)
    assert words in str(found.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("columns: {Town: citty}\n", "there is no field 'citty'; did you mean 'city'?"),
        ("composed: {title: Raid}\n", "names no column"),
        ("composed: {titel: '{Town}'}\n", "did you mean 'title'?"),
        ("defaults: {retrieved: last week}\n", "retrieved: 'last week' is not a date"),
        ("columns: {Town: retrieved}\n", "there is no field 'retrieved'"),
    ],
)
def test_mistakes_in_a_mapping(text, words, tmp_path):
    (tmp_path / "map.yaml").write_text(text)
    with pytest.raises(RaidlineError, match=words.replace("?", r"\?")):
        read_columns(tmp_path / "map.yaml")


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        ({"url": A, "outlet": "Courier", "date": "2/6/2017", "headline": "Nine"}, {"publisher": "Courier", "published": "2017-02-06", "title": "Nine"}),
        ({"link": A, "name": "Courier", "archiveUrl": COPY}, {"publisher": "Courier", "archived": COPY, "published": "[2017-02-05..]"}),
        ({"href": A, "publisher": "Courier", "name": "The Courier"}, {"publisher": "Courier", "published": "[2017-02-05..]"}),
    ],
)  # fmt: skip
def test_sources_as_objects_with_keys_of_their_own(source, cited, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"date": "2017-02-05", "title": "T", "sources": [source]}]))
    [event] = make_events(read_records(path), Columns(), "x-json").events
    assert event["sources"] == [{"url": A, **dict(sorted(event["sources"][0].items())), **cited}]
    assert len(event["sources"][0]) == 1 + len(cited)
    assert all(value in str(event) for value in source.values() if "/" not in value)


def test_sources_as_objects_of_which_one_has_no_address(tmp_path):
    path = tmp_path / "x.json"
    sources = [{"url": A, "outlet": "Courier", "date": "2/6/2017"}, {"outlet": "Star"}, {"link": B, "name": "Herald"}]
    path.write_text(json.dumps([{"date": "2017-02-05", "title": "T", "references": sources}]))
    [event] = make_events(read_records(path), Columns(), "x-json").events
    assert event["sources"] == [source(A, "Courier", "2017-02-06"), source(B, "Herald")]
    assert "Star" in event["notes"]


@pytest.mark.parametrize(
    ("cells", "urls", "publishers"),
    [
        ({"Outlet": A}, [A], None),
        ({"Medio": A}, [A], None),
        ({"Outlet": f"Courier {A}"}, [A], ["Courier"]),
        ({"Outlet": A, "Link": B}, [B, A], None),
        ({"Outlet 1": A, "Outlet 2": B}, [A, B], None),
        ({"Outlet": "https://courier.example", "Link": A}, [A], ["https://courier.example"]),
        ({"Outlet": "Courier", "Link": A}, [A], ["Courier"]),
    ],
)
def test_a_link_in_a_column_of_publishers_is_a_source(cells, urls, publishers, tmp_path):
    [event] = imported(tmp_path, [["Date", "Title", *cells], ["2017-02-05", "T", *cells.values()]]).events
    assert [source["url"] for source in event["sources"]] == urls
    assert publishers is None or [source["publisher"] for source in event["sources"]] == publishers
    assert "notes" not in event


@pytest.mark.parametrize(
    ("date", "published"), [("someday", None), ("", None), ("../2017", "[..2031-05-06]"), ("2017-02", "[2017-02-01..]")]
)
def test_a_source_is_never_said_to_be_of_the_first_year(date, published, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(f"Date,Title,Link\n{date},T,{A}\n")
    [event] = make_events(read_records(path), Columns(), "x-csv", now=Edtf.parse("2031-05-06T10:00:00Z")).events
    assert event["sources"][0].get("published") == published


@pytest.mark.parametrize(
    ("label", "site", "told"),
    [
        ("Harbor Daily: Suit calls stops lawless", "harbor.example", ("Harbor Daily", "Suit calls stops lawless")),
        ("Two held, and more - Oak Public Radio", "oakradio.example", ("Oak Public Radio", "Two held, and more")),
        ("Oak Valley Bureau: Two held", "ovbnews.example", ("Oak Valley Bureau", "Two held")),
        ("Salem: Raid on a mill", "oaknews.example", None),  # where it was
        ("Raid: Salem Mourns", "salemnews.example", None),
        ("Sheriff Roe: not our job", "post.example", None),
        ("The hard times: raids go on", "post.example", None),
    ],
)
def test_a_name_beside_a_headline_may_be_that_of_its_paper(label, site, told):
    found = cited_in(label, site)
    assert found == (dict(zip(("publisher", "title"), told, strict=True)) if told else {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Stop ends in ICE hands. (2031, May 6). Oak Courier.",
            ("Oak Courier", "2031-05-06", "Stop ends in ICE hands"),
        ),
        ("Roe, A. B. (2031, May 6). Two held. Oak Courier", ("Oak Courier", "2031-05-06", "Two held")),
        ("Roe, A., & Poe, B. (2031, May 6). Two held. Oak Courier", ("Oak Courier", "2031-05-06", "Two held")),
        ("Two held (2031 update), Oak Courier", ("Oak Courier", None, "Two held (2031 update)")),
    ],
)
def test_a_citation_may_have_its_day_in_brackets(text, told):
    found = cited_in(text, "oakcourier.example")
    assert (found["publisher"], found.get("published"), found["title"]) == told


def test_the_publisher_before_an_address_in_running_text_is_its_own(tmp_path):
    rows = [["Date", "Title", "Description"]]
    rows += [["2031-05-06", "Vigil", "Bring candles. Coverage: Oak Courier – https://oakcourier.example/1"]]
    rows += [["2031-05-07", "Vigil", "Open to all: https://post.example/2"]]
    one, two = (event["sources"][0] for event in imported(tmp_path, rows).events)
    assert (one["publisher"], two["publisher"]) == ("Oak Courier", "post.example")
