"""What other programs keep becomes events, and nothing of it is lost."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.errors import RaidlineError
from raidline.export import Options, export_timeline
from raidline.importing import Columns, Layout, make_events, read_columns, read_records
from raidline.importing.tables.delimited import read_delimited
from raidline.store.load import records_of
from raidline.yamltext.dumping import dump
from raidline.yamltext.reading import loads
from samples import HOSTILE, make_event, timeline_of


def imported(tmp_path, text, name="x.csv", columns=None):
    path = tmp_path / name
    path.write_text(text, newline="")
    return make_events(read_records(path), columns or Columns(), "x-csv")


def only(tmp_path, text, name="x.csv", **columns):
    [event] = imported(tmp_path, text, name, Columns(**columns)).events
    return event


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("Event Date", "Feb 2017", "date", "2017-02"),
        ("HEADLINE", "A raid", "title", "A raid"),
        ("Type", "policy", "kind", "policy"),
        ("type", "Ordinance", "kind", "legislation"),
        ("Status", "scheduled", "status", "planned"),
        ("Location", "Austin, TX; Travis County, Texas", "places", ["Austin, Texas", "Travis County, Texas"]),
        ("Place", "Utopolis", "places", ["Utopolis"]),
        ("State", "TX", "places", ["Texas"]),
        ("Agency", "ICE | DHS", "agencies", ["ICE", "DHS"]),
        ("Number arrested", "at least 51", "counts", {"arrested": "at least 51"}),
        (
            "Counts",
            "160,000 arrested, unknown number detained",
            "counts",
            {"arrested": "160,000", "detained": "unknown"},
        ),
        ("Description", "One\ntwo", "summary", "One\ntwo"),
        ("Remarks", "seen", "notes", "seen"),
        ("Colour", "=1+1", "notes", "Colour: =1+1"),
        ("Colour", "'=1+1", "notes", "Colour: =1+1"),
        ("Arrests", "many", "notes", "Arrests: many"),
        ("Date", "someday", "notes", "Date: someday"),
        ("Type", "blitz", "notes", "Type: blitz"),
        ("article", "star-1", "sources", [{"article": "star-1"}]),
        ("Colour", "red", "sources", [{"article": "x-csv"}]),
        ("id", "raid-7", "id", "raid-7"),
        ("id", "raid no. 7", "notes", "id: raid no. 7"),
    ],
)
def test_columns_are_known_by_their_headings(heading, cell, field, value, tmp_path):
    out = io.StringIO()
    csv.writer(out).writerows([[heading, "X"], [cell, "y"]])
    event = only(tmp_path, out.getvalue(), columns={"X": "skip"})
    assert event[field] == value


def test_city_county_and_state_make_one_place(tmp_path):
    event = only(tmp_path, "City,County,State\nAustin,Travis,TX\n")
    assert event["places"] == ["Austin, Texas"]
    assert event["notes"] == "County: Travis"
    assert only(tmp_path, "City,County,State\n,Travis,TX\n")["places"] == ["Travis County, Texas"]


def test_an_end_makes_an_interval(tmp_path):
    assert only(tmp_path, "Start,End\n2/5/2017,2/8/2017\n")["date"] == "2017-02-05/2017-02-08"
    assert only(tmp_path, "Start,End\n2017,2017\n")["date"] == "2017"
    backwards = only(tmp_path, "Start,End\n2/8/2017,2/5/2017\n")
    assert (backwards["date"], backwards["notes"]) == ("2017-02-08", "end: 2017-02-05")


def test_links_become_sources(tmp_path):
    text = "Date,Link,Publication date,Source title,Quote\n2017-02-05,https://www.a.example/b?c=d,Feb 6 2017,T,Q\n"
    assert only(tmp_path, text)["sources"] == [
        {
            "quote": "Q",
            "url": "https://www.a.example/b?c=d",
            "title": "T",
            "publisher": "a.example",
            "published": "2017-02-06",
        }
    ]
    text = "Date,Link,Outlet\n2017-02-05,https://a.example https://b.example,A; B\n"
    sources = only(tmp_path, text)["sources"]
    assert [source["publisher"] for source in sources] == ["A", "B"]
    assert {source["published"] for source in sources} == {"[2017-02-05..]"}
    event = only(tmp_path, "Source\nThe Star of June\n")
    assert (event["sources"], event["notes"]) == ([{"article": "x-csv"}], "Source: The Star of June")


@pytest.mark.parametrize(
    ("name", "text", "ids", "said"),
    [
        ("x.csv", "id,title\na1,One\na1,Two\n", ["a1", "undated-unplaced-other"], "line 3"),
        ("x.json", '[{"id": "a1", "title": "One"}, {"id": "a1", "title": "Two"}]', None, "record 2"),
        ("x.jsonl", '{"id": "a1", "sources": [{"url": "https://a.example/"}]}\n' * 2, None, "line 2"),
        # a new id is none that a later record has
        (
            "x.csv",
            "title,id\nOne,\nTwo,undated-unplaced-other\n",
            ["undated-unplaced-other-2", "undated-unplaced-other"],
            "",
        ),
        ("x.csv", "id,title\na1,One\nA1,Two\n", ["a1", "A1"], ""),
        ("x.csv", "id,title\n,One\n,Two\n", ["undated-unplaced-other", "undated-unplaced-other-2"], ""),
    ],
)
def test_no_two_events_have_one_id(name, text, ids, said, tmp_path):
    found = imported(tmp_path, text, name)
    assert [event["id"] for event in found.events] == (ids or ["a1", "undated-unplaced-other"])
    named = [one for one in found.remarks if "belongs to another event" in one]
    assert named == ([f"{said}: id 'a1' belongs to another event; kept in notes"] if said else [])
    assert [event["notes"] for event in found.events if "id: a1" in event.get("notes", "")] == (
        ["id: a1"] if said else []
    )


def test_ids_are_made_of_date_place_and_kind(tmp_path):
    rows = "Date,Place,Kind\n" + "2017-02-05,Austin TX,raid\n" * 2 + ",,\n2018,,other\n"
    found = [event["id"] for event in imported(tmp_path, rows).events]
    assert found == ["2017-02-05-austin-operation", "2017-02-05-austin-operation-2", "2018-unplaced-other"]


def test_a_mapping_says_what_headings_do_not(tmp_path):
    (tmp_path / "map.yaml").write_text(
        "columns: {Tag: date, Ort: city, Art: kind, Nr: skip, Taken: counts.taken}\n"
        "defaults: {state: Texas, status: planned}\nkinds: {Razzia: operation}\nday_first: true\n"
    )
    columns = read_columns(tmp_path / "map.yaml")
    [event] = imported(tmp_path, "Nr,Tag,Ort,Art,Taken\n1,3/4/2017,Austin,razzia,51\n", columns=columns).events
    assert event == {
        "id": "2017-04-03-austin-operation",
        "date": "2017-04-03",
        "title": "51 taken in Austin, Texas",
        "kind": "operation",
        "status": "planned",
        "places": ["Austin, Texas"],
        "counts": {"taken": "51"},
        "sources": [{"article": "x-csv"}],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("columns: {A: dat}", "there is no field 'dat'"),
        ("colums: {}", "did you mean 'columns'?"),
        ("kinds: {a: raid}", "there is no kind 'raid'; choose from operation, "),
        ("columns: {A: b: c}", "map.yaml:1:"),
        ("- a", "map.yaml:1:1"),
    ],
)
def test_mapping_files_with_mistakes(text, words, tmp_path):
    (tmp_path / "map.yaml").write_text(text)
    with pytest.raises(RaidlineError) as found:
        read_columns(tmp_path / "map.yaml")
    assert words in str(found.value)


SLIDES = {
    "title": {"text": {"headline": "All"}},
    "events": [
        {
            "start_date": {"year": "2017", "month": "2", "day": ""},
            "end_date": {"year": 2017, "month": 3},
            "text": {"headline": "<b>Raid &amp; sweep</b>", "text": "<p>One</p><p>two</p>"},
            "media": {"url": "https://a.example", "credit": "The Star", "caption": "Seen", "thumbnail": "t.png"},
            "group": "Raids",
            "unique_id": "u1",
            "background": {"color": "#fff"},
        }
    ],
}


def test_timelinejs(tmp_path):
    event = only(tmp_path, json.dumps(SLIDES), "x.json")
    assert event == {
        "id": "u1",
        "date": "2017-02/2017-03",
        "title": "Raid & sweep",
        "kind": "operation",
        "summary": "One\ntwo",
        "notes": "media.thumbnail: t.png\nbackground.color: #fff\ngroup: Raids",
        "sources": [
            {"url": "https://a.example", "title": "Seen", "publisher": "The Star", "published": "[2017-02-01..]"}
        ],
    }


@pytest.mark.parametrize(
    ("headline", "status", "title"),
    [
        ("[Planned] A sweep", "planned", "A sweep"),
        ("[Called off] A sweep", "cancelled", "A sweep"),
        ("[Planned] A sweep", "occurred", "[Planned] A sweep"),
        ("[Planned] [Planned] A sweep", "planned", "[Planned] A sweep"),
        ("A sweep", "planned", "A sweep"),
        ("[Planned] A sweep", None, "[Planned] A sweep"),
    ],
)
def test_a_mark_before_the_title_of_our_own_slide_is_its_status(headline, status, title, tmp_path):
    slide = {"unique_id": "u1", "start_date": {"year": 2017}, "text": {"headline": headline}}
    ours = {"edtf": "2017", "status": status, "places": ["Texas"]} if status else {}
    event = only(tmp_path, json.dumps({"events": [slide | ours]}), "x.timelinejs")
    assert (event["title"], event.get("status")) == (title, status)


ICS = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:1@a.example\r
SUMMARY:Hearing\\, held\r
DTSTART;VALUE=DATE:20170205\r
DTEND;VALUE=DATE:20170207\r
LOCATION:Austin TX\r
CATEGORIES:hearing,court\r
DESCRIPTION:One\\ntwo\r
ORGANIZER:mailto:a@a.example\r
END:VEVENT\r
BEGIN:VEVENT\r
SUMMARY:No day\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_calendars_of_others(tmp_path):
    one, two = imported(tmp_path, ICS, "x.ics").events
    assert (one["date"], one["title"], one["places"]) == ("2017-02-05/2017-02-06", "Hearing, held", ["Austin, Texas"])
    assert one["summary"] == "One\ntwo"
    assert "categories: hearing; court" in one["notes"]
    assert "mailto:a@a.example" in one["notes"]
    assert (two["title"], "date" in two) == ("No day", False)


def test_nested_json_and_lists_by_any_name(tmp_path):
    item = {"name": "A", "place": {"city": "Austin", "n": 5}, "tags": ["a", "b"], "deep": [{"x": 1}], "no": None}
    event = only(tmp_path, json.dumps({"items": [item], "count": 1}), "x.json")
    assert event["title"] == "A"
    assert event["places"] == ["Austin, Texas"]
    assert event["notes"] == "place.n: 5\ntags: a; b\ndeep.x: 1"
    assert only(tmp_path, json.dumps(item) + "\n\n", "x.jsonl") == event


TIMELINE = timeline_of(
    make_event(
        "a", "2017-02-01~/2017-02-10~", ["Austin, Texas", "Travis County, Texas"], counts={"arrested": "160,000"}
    ),
    make_event("b", "2018", ["Utopolis"], status="planned", agencies=["ICE", "DHS"], summary="S"),
    make_event("c", "[2017-01-20..2017-03-27]", ["Texas"], title="=1+1", kind="ruling", status="cancelled"),
    make_event(
        "d",
        "2019-05-02",
        sources=[
            {"url": "https://a.example/x", "publisher": "A", "published": "2019-05-03"},
            {
                "url": "https://b.example/x",
                "publisher": "B",
                "published": "2019-05-04",
                "says": {"counts": {"arrested": "5"}},
            },
        ],
    ),
    make_event("e", "2016/..", ["California"], status="alleged", aliases=["f"], related=["a"], notes="n\nm"),
)


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "ics"])
def test_what_raidline_exports_comes_back(name, tmp_path):
    text = export_timeline(TIMELINE, name, Options(with_notes=name != "ics"))
    found = [*records_of(loads(dump({"events": imported(tmp_path, text, f"x.{name}").events}), ""))]
    events = {record.event.id: record.event for record in found}
    assert sorted(events) == list("abcde")
    for entry in TIMELINE.entries:
        old, new = entry.event, events[entry.event.id]
        assert (new.date, new.title, new.places, new.kind, new.status) == (
            old.date,
            old.title,
            old.places,
            old.kind,
            old.status,
        )
        if name != "ics":
            assert (new.counts, new.agencies, new.summary) == (old.counts, old.agencies, old.summary)
            assert new.notes == old.notes or not old.notes  # what csv has no column for stands in notes
        if name.startswith("json"):
            assert (new.aliases, new.related) == (old.aliases, old.related)
            assert [source.says for source in new.sources] == [source.says for source in old.sources]
    assert [source.url for source in events["d"].sources][:1] == ["https://a.example/x"]


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "ics"])
def test_what_is_hostile_stays_text(name, tmp_path):
    text = export_timeline(timeline_of(HOSTILE), name)
    text = dump({"events": imported(tmp_path, text, f"x.{name}").events})
    assert "=HYPERLINK" in text
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert loads(text, "").problems == ()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.doc", "", "cannot tell its format"),
        ("x.yaml", "events: []\n", "x.yaml: is YAML; events files need no import: --data names one"),
        ("x.md", "Nothing.\n", "x.md: has no front matter"),
        ("x.csv", "", "contains no records"),
        ("x.csv", "Date,Title\n", "contains no records"),
        ("x.csv", "a,b\n" + "x" * 1_100_000 + ",y\n", "field larger than field limit"),
        ("x.json", "[" * 100_000, "nested too deeply"),
        ("x.json", '{"a": ', "x.json:1:7: is not JSON: expecting value"),
        (
            "x.json",
            '{"events": [\n  {"title": "A", "x": {"title": ""},\n   "title": "B"}]}',
            "x.json:3:4: is not JSON: the key 'title' is repeated",
        ),
        ("x.json", "5", "is not a list of objects"),
        ("x.json", "[5]", "record 1: is not an object"),
        ("x.json", "[" + "9" * 5_000 + "]", "x.json:1:2: is not JSON: the number has more than 4,300 digits"),
        ("x.jsonl", '{"a"\n', "x.jsonl: line 1: is not JSON (column 5): expecting ':'"),
        ("x.ics", "hello", "x.ics: "),
        ("x.ics", "", "x.ics: "),
        ("x.csv", "a\0b", "zero byte"),
    ],
)
def test_files_that_cannot_be_read(name, text, words, tmp_path):
    with pytest.raises(RaidlineError) as found:
        imported(tmp_path, text, name)
    assert words in str(found.value)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.jsonl", '{"a": 1}\n{"a"\n', "line 2: is not JSON (column 5): expecting ':' delimiter; left out"),
        ("x.jsonl", '{"a": 1}\n\n {"a": 1, "a": 1}\n', "line 3: is not JSON (column 11): the key 'a' is repeated"),
        ("x.jsonl", '{"a": 1}\n[' + "9" * 5_000 + "]", "line 2: "),
        ("x.jsonl", '{"a": 1}\n' + "[" * 100_000, "line 2: "),
        ("x.jsonl", '5\n{"a": 1}', "line 1: is not an object; left out"),
        ("x.json", '[5, {"a": 1}]', "record 1: is not an object; left out"),
    ],
)
def test_one_bad_record_does_not_take_the_others_with_it(name, text, words, tmp_path):
    found = imported(tmp_path, text, name)
    assert [event["notes"] for event in found.events] == ["a: 1"]
    [told] = found.left_out
    assert words in told


def test_too_many_records(tmp_path, monkeypatch):
    monkeypatch.setattr("raidline.importing.readers.MOST", 3)
    with pytest.raises(RaidlineError, match="more than 3 records"):
        imported(tmp_path, "Title\n" + "x\n" * 4)
    assert csv.field_size_limit() == 131_072


HEADINGS = st.sampled_from(
    ["Date", "End", "Title", "Kind", "Status", "Place", "City", "County", "State", "Agency", "Counts", "Arrests", "Summary",
     "Notes", "Link", "Outlet", "Published", "Source title", "Article", "Quote", "Id", "Aliases", "Colour", "", "Title"]
)  # fmt: skip


@given(st.lists(HEADINGS, min_size=1, max_size=8), st.data())
def test_law_every_word_of_a_table_is_somewhere_in_its_event(headings, draw):
    cells = [
        f"wörd{n}" + draw.draw(st.sampled_from(["", " x", "; y", " 2017", "\nz"])) for n in range(len(headings) + 1)
    ]
    out = io.StringIO()
    csv.writer(out).writerows([headings, cells])
    [event] = make_events([*read_delimited(out.getvalue(), Layout())], Columns(), "x-csv").events
    told = json.dumps(event, ensure_ascii=False)
    assert [cell for n, cell in enumerate(cells) if f"wörd{n}" not in told] == []


KEYS = st.sampled_from(
    ["date", "edtf", "places", "name", "sources", "start_date", "year", "text", "id", "counts", "title", "kind", "x"]
)


def holding(inner):
    return st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), holding, max_leaves=12
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                [
                    "date",
                    "places",
                    "sources",
                    "start_date",
                    "text",
                    "media",
                    "id",
                    "title",
                    "counts",
                    "kind",
                    "notes",
                    "url",
                ]
            ),
            JSON,
            max_size=6,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_law_any_json_gives_yaml_or_a_mistake(items):
    from raidline.importing.objects.documents import read_document  # noqa: PLC0415 - without a file for each example

    events = make_events([*read_document(json.dumps(items))], Columns(), "x").events
    assert loads(dump({"events": events}), "").problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"),
        ("x.ics", "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\nEND:VCALENDAR\n"),
        ("x.json", "[]"),
        ("x.json", '{"events": []}'),
        ("x.geojson", '{"type": "FeatureCollection", "features": []}'),
        ("x.jsonl", "\n"),
    ],
)
def test_a_file_that_says_it_has_no_events_has_none(name, text, tmp_path):
    found = imported(tmp_path, text, name)
    assert (found.events, found.left_out) == ([], [])
    assert loads(dump({"events": found.events}), "").problems == ()


def test_a_calendar_without_any_event_names_what_it_has(tmp_path):
    text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nBEGIN:VEVENT\nCLASS:PRIVATE\nEND:VEVENT\nEND:VCALENDAR"
    found = imported(tmp_path, text, "x.ics")
    assert found.events == []
    assert [one.partition(";")[0] for one in found.left_out] == [
        "line 2: is a VTODO, not an event ('x')",
        "line 5: is not public (CLASS:PRIVATE)",
    ]
