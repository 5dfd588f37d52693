"""What goes out comes back: of what `import` reads, nothing is changed by export and import that is not named."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raidline.dates.value import Edtf
from raidline.export import FORMATS, Options, export_chunks, left_out, not_kept
from raidline.importing import Columns, make_events, read_records
from raidline.inert import line
from raidline.interchange.cells import guarded, joined, joined_counts, parted, parted_counts, unguarded
from raidline.interchange.table import COLUMNS
from raidline.models import Event, Kind, Status
from raidline.store.load import records_of
from raidline.timeline.build import build_timeline
from raidline.timeline.diff import compare
from raidline.yamltext.dumping import dump
from raidline.yamltext.reading import loads
from samples import ARTICLES, HERALD, HOSTILE, make_event, timeline_of

NOW = Edtf.parse("2026-11-28T20:15:30Z")  # when it is read, which is no change
READ_BACK = ("csv", "xlsx", "json", "jsonl", "ics", "timelinejs")
WHOLE = ("csv", "xlsx", "json", "jsonl")
KEYS = {
    "quote": "sources",
    "reference": "sources",
    "conflict": "sources",
}  # of a detail of `diff` that is named otherwise


def there_and_back(folder: Path, events, name, **options):
    """Return what `diff` tells of each event after export and import, and what both told: whole lines."""
    timeline, chosen = build_timeline(events, ARTICLES), Options(**options)
    path = folder / f"x.{name}"
    path.write_bytes(b"".join(export_chunks(timeline, name, chosen)))
    gone = {event_id for event_id, _ in left_out(timeline, name, chosen)}
    kept = [entry.event for entry in timeline.entries if entry.event.id not in gone]
    remarks = [f"{event_id}: {key} ({why})" for event_id, key, why in not_kept(timeline, name, chosen)]
    if not kept:
        return [], remarks, []
    imported = make_events(read_records(path), Columns(), "x", now=NOW)
    found = [*records_of(loads(dump({"events": imported.events}), ""))]
    assert [one for one in found if not hasattr(one, "event")] == []
    back = [record.event for record in found]
    return compare(kept, back, ARTICLES, ARTICLES), [*remarks, *imported.remarks], back


def changed(changes):
    """Return (event id, key of the event) for all that `diff` finds changed; the fate of an event that is not there."""
    for change in changes:
        yield from ((change.entry.event.id, KEYS.get(detail.about, detail.about)) for detail in change.details)
        if not change.details:
            yield change.entry.event.id, change.fate.value


def unnamed(changes, remarks):
    """Return what changed without a line that names the key, of the event or of a record."""
    return {
        (event_id, key)
        for event_id, key in changed(changes)
        if not any(names(remark, event_id, key) for remark in remarks)
    }


def names(remark, event_id, key):
    where = rf"(?:{re.escape(event_id)}|(?:line|record|row) \d+(?: and \d+ more)?)"
    return re.match(rf"{where}: (?:\w+, )*{key}\b", remark) or (key == "notes" and "kept in notes" in remark)


TEXTS = st.text(
    st.sampled_from("ab é😀\u0301\"'`=+-@＝;,|:/\\[]{}<>#&~*_.()?!%$\n \u00a0") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=12,
).filter(line) | st.sampled_from(
    ["=1+1", "'=1", "a;\n '=b", "; ", "a; b", '["a"]', '{"a": "1"}', "[Planned] A sweep", "A sweep (February 2017)",
     " a ", "51 arrested", "a, b", "\n=", "''", "x\r\ny", "\u202etxet", "<b>A</b> &amp; B", "https://a.example/?q=a,b;c"]
)  # fmt: skip
DATES = st.sampled_from(
    ["2017-02-01", "2017-02", "2017", "201X", "20XX", "2017-02-XX", "2017-XX", "2017-02-2X", "2017-21", "2017-33", "2017-02~",
     "2009?", "2017-02%", "2017-02-01~/2017-02-10~", "2017-02-11~/2017-02-20~", "2016-10~/2016-12~", "2017-01-28/2017-02-03",
     "2025-06-06/..", "../2016", "2014/..", "/2016-05", "2016/", "[2017-01-20..2017-03-27]", "[1899,1901..1903]", "[..2017-03]",
     "2017-02-01T10:00:00Z", "2017-02-01T00:00:00Z", "2017-02-01T23:30:00-06:00", "0001-01-01", "9999-12-31", "1848-07-04"]
)  # fmt: skip
COUNTS = st.dictionaries(
    st.sampled_from(["arrested", "detained", "taken_away", "people, held", "of 5 arrested", "unknown number"]) | TEXTS,
    st.sampled_from(
        [
            "51",
            "at least 51",
            "more than 50",
            "about 700",
            "nearly 700",
            "10 to 12",
            "dozens",
            "unknown",
            "160,000",
            "a dozen",
        ]
    ),
    max_size=3,
)
PLACES = st.lists(
    st.sampled_from(
        ["Austin, Texas", "Austin TX", "Travis County, Texas", "48453", "Texas", "United States", "Springfield", "Erewhon",
         "Utopia; a town", "Washington, D.C.", "New York City", "Orange County"]
    )
    | TEXTS,
    min_size=1,
    max_size=4,
)  # fmt: skip
IDS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)
URLS = st.sampled_from(
    [
        "https://a.example/x",
        "https://name:secret@a.example/?token=secret",
        "/home/it",
        "https://a.example/b,c;d?e=1|2&f='g'#h",
        "https://b.example/(x) y",
        "http://ü.example/ß",
        "x",
    ]
) | TEXTS.map("https://c.example/".__add__)


def optional(**values):
    """Dictionaries that have each of these keys or not."""
    return st.fixed_dictionaries({}, optional=values)


SAYS = optional(
    date=DATES, kind=st.sampled_from(Kind), status=st.sampled_from(Status), places=PLACES, counts=COUNTS, note=TEXTS
).filter(bool)
REST = {"quote": TEXTS, "says": SAYS, "title": TEXTS, "archived": URLS}
SOURCES = st.lists(
    st.fixed_dictionaries({"url": URLS, "publisher": TEXTS, "published": DATES}, optional=REST)
    | st.fixed_dictionaries(
        {"article": st.sampled_from([*ARTICLES, "not-stored"])},
        optional=REST | {"url": URLS, "publisher": TEXTS, "published": DATES},
    ),
    min_size=1,
    max_size=4,
)
EVENTS = st.fixed_dictionaries(
    {"id": IDS, "date": DATES, "title": TEXTS, "kind": st.sampled_from(Kind), "places": PLACES, "sources": SOURCES},
    optional={
        "status": st.sampled_from(Status),
        "agencies": st.lists(st.sampled_from(["ICE", "DHS"]) | TEXTS, max_size=3),
        "counts": COUNTS,
        "summary": TEXTS,
        "notes": TEXTS,
        "aliases": st.lists(IDS, max_size=2),
        "related": st.lists(IDS, max_size=2),
        "updated": DATES,
        "ignore": st.just(["single-source"]),
    },
).map(Event.model_validate)
TIMELINES = st.lists(EVENTS, min_size=1, max_size=4, unique_by=lambda event: event.id)


@pytest.mark.parametrize("name", READ_BACK)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(events=TIMELINES, with_notes=st.booleans(), raw=st.booleans())
def test_law_what_is_changed_by_a_round_trip_is_named(name, events, with_notes, raw, tmp_path):
    options = {"with_notes": with_notes and FORMATS[name].notes, "raw": raw}
    changes, remarks, _ = there_and_back(tmp_path, events, name, **options)
    assert unnamed(changes, remarks) == set()


WORST = make_event(
    "worst",
    "[1899,1901..1903]",
    ["Austin TX", "Erewhon; a town", "Texas"],
    title="[Planned] It's '=1, a (b); \"c\"",
    agencies=["ICE; ERO", "DHS"],
    counts={"people, held": "about 700", "arrested": "unknown"},
    summary="=1\n'=2\n\n'' -3; +4",
    aliases=["before"],
    related=["other"],
    updated="2020-01-02",
    sources=[
        HERALD | {"url": "https://herald.example/a,b;c?d=1|2", "archived": "https://archive.example/2017/https://herald.example/"},
        {"article": "star", "quote": "One, \"two\"; -three\nfour"},
        {"article": "star", "quote": "Another.", "publisher": "Star, the"},
        {"article": "not-stored"},
        HERALD | {"url": "https://other.example/", "published": "2017-03", "says": {"status": "alleged", "places": ["A; b"]}},
    ],
)  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_lost_and_nothing_said(name, tmp_path):
    noted = make_event("noted", status="planned", notes="=1\n\n'-2", places=["California"])
    changes, remarks, back = there_and_back(tmp_path, [WORST, noted], name, with_notes=True)
    assert (changes, remarks) == ([], [])
    assert [event.id for event in back] == ["worst", "noted"]
    plain = {"places", "sources"}  # places by their full names, sources with what their articles tell
    assert [event.model_dump(exclude=plain) for event in back] == [
        event.model_dump(exclude=plain) for event in (WORST, noted)
    ]
    assert back[0].places == ("Austin, Texas", "Erewhon; a town", "Texas")
    assert [source.archived for source in back[0].sources] == [source.archived for source in WORST.sources]
    assert back[0].sources[0] == WORST.sources[0]
    assert back[0].sources[3:] == WORST.sources[3:]


@pytest.mark.parametrize("name", WHOLE)
def test_a_source_known_by_its_archived_copy_alone_comes_back(name, tmp_path):
    copy = {
        "url": "/home/it",
        "archived": "https://archive.example/1",
        "publisher": "Herald",
        "published": "2017-02-03",
    }
    _, remarks, [event] = there_and_back(tmp_path, [make_event("copied", sources=[copy])], name)
    assert remarks == ["copied: sources (paths of files as their addresses)"]
    assert [(source.url, source.publisher) for source in event.sources] == [("https://archive.example/1", "Herald")]
    assert event.notes is None


@pytest.mark.parametrize("name", ["ics", "timelinejs"])
def test_what_is_for_readers_brings_back_what_it_has_fields_for(name, tmp_path):
    events = [
        WORST,
        make_event("planned", status="planned"),
        make_event("day", "2017-02-05", title="A (February 5, 2017)"),
    ]
    changes, remarks, back = there_and_back(tmp_path, events, name)
    assert unnamed(changes, remarks) == set()
    kept = {"id", "date", "title", "kind", "status"}
    assert [event.model_dump(include=kept) for event in back] == [
        event.model_dump(include=kept) for event in sorted(events, key=lambda event: event.date)
    ]
    assert all(words in back[0].notes for words in ("about 700 people, held", "Star, the", "What was seen"))


@pytest.mark.parametrize("name", WHOLE)
def test_the_shipped_record_comes_back(name, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shipped = Path(__file__).parents[1] / "data"
    assert run("export", "--data", shipped / "events.yaml", "--with-notes", "-o", f"x.{name}")[0] == 0
    code, _, err = run("import", f"x.{name}", "-o", "back.yaml")
    assert (code, err) == (0, f"32 events from x.{name}\n")
    code, out, err = run("diff", shipped / "events.yaml", "back.yaml", "--articles", shipped / "articles")
    assert (code, out, err) == (0, "", "nothing changed\n")


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_for_curators_is_named_where_it_stays_behind(name, folder, run):
    text = (folder / "data" / "events.yaml").read_text()
    (folder / "data" / "events.yaml").write_text(
        text.replace("    kind: policy", "    notes: n\n    ignore: [single-source]\n    kind: policy")
    )
    *lost, added_up = sorted(run("export", "-o", f"x.{name}")[2].splitlines(), key=lambda line: line[0].isdigit())
    assert added_up.startswith("3 events, ")
    assert lost == [
        f"changed or missing in the {name}: notes of 1 event (for curators alone; --with-notes adds them)",
        f"changed or missing in the {name}: ignore of 1 event (for curators alone)",
    ]
    assert "notes" not in run("export", "-o", f"x.{name}", "--with-notes")[2]


def test_a_text_that_a_format_cannot_hold_is_named(tmp_path):
    events = [HOSTILE, make_event("raw", title="'=1", summary="a\n'-1")]
    timeline = timeline_of(*events)
    lost = {name: [(e, key) for e, key, _ in not_kept(timeline, name, Options(raw=name == "csv"))] for name in FORMATS}
    assert {name: found for name, found in lost.items() if found} == {
        "csv": [("hostile", "title"), ("hostile", "summary"), ("raw", "title"), ("raw", "summary")],
        "xlsx": [("hostile", "title"), ("hostile", "summary"), ("hostile", "sources")],
        "ics": [("hostile", "title")],
        "timelinejs": [("hostile", "title")],
    }
    assert not_kept(timeline_of(events[1]), "csv") == []


@given(TEXTS | st.text("'=+-;\n \u200b＝a", max_size=12))
def test_law_a_guard_comes_off_as_it_went_on(text):
    assert unguarded(guarded(text)) == text
    assert not re.search("(?:^|[;\n])[\\s\u200b]*[=+@＝-]", guarded(text))


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        ([], ""),
        (["ICE"], "ICE"),
        (["Austin, Texas", "Texas"], "Austin, Texas; Texas"),
        (["a;b"], '["a\\u003bb"]'),
        (["a; b", "c"], '["a; b", "c"]'),
        ([" a"], '[" a"]'),
        (["[]"], '["[]"]'),
        (["a\x1b"], '["a\\u001b"]'),
        (["'=1"], '["\'=1"]'),
    ],
)
def test_several_texts_in_a_cell(values, cell):
    assert joined(values) == cell.replace("\\u003b", ";")
    assert parted(joined(values)) == values


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("", {}),
        ("51 arrested", {"arrested": "51"}),
        ("at least 51 arrested, unknown number detained", {"arrested": "at least 51", "detained": "unknown"}),
        ('{"people, held": "51"}', {"people, held": "51"}),
        ("many arrested", None),
        ("arrested", None),
        ('{"a": 51}', None),
        ('{"a": ', None),
    ],
)
def test_counts_in_a_cell(cell, counts):
    assert parted_counts(cell) == counts


@given(COUNTS, st.lists(TEXTS, max_size=3))
def test_law_a_cell_holds_what_was_put_in(counts, texts):
    read = make_event(counts=counts).counts
    assert parted_counts(joined_counts(read)) == counts
    assert parted(joined(texts)) == texts


def test_every_column_is_documented():
    page = (Path(__file__).parents[1] / "docs" / "exchange.md").read_text(encoding="utf-8")
    assert [column for column in (*COLUMNS, "notes") if f"`{column}`" not in page] == []


def table(*rows):
    out = io.StringIO()
    csv.DictWriter(out, rows[0], restval="").writerows([dict(zip(rows[0], rows[0], strict=True)), *rows])
    return out.getvalue()


@pytest.fixture
def ours():
    """The row of an event as `export` writes it, by heading."""
    [row] = csv.DictReader(io.StringIO(b"".join(export_chunks(timeline_of(WORST), "csv")).decode(), newline=""))
    return row


def read(folder, text, name="x.csv"):
    (folder / name).write_text(text, newline="")
    return make_events(read_records(folder / name), Columns(), "x")


@pytest.mark.parametrize(
    ("edit", "key", "value", "said"),
    [
        ({"title": "Mended"}, "title", "Mended", []),
        ({"agencies": "ICE;DHS"}, "agencies", ["ICE", "DHS"], []),
        ({"counts": "9 arrested"}, "counts", {"arrested": "9"}, []),
        ({"kind": "raid"}, "kind", "operation", []),
        ({"kind": "blitz"}, "notes", "kind: blitz", ["line 5: kind 'blitz' is unknown to raidline; kept in notes"]),
        ({"counts": "many"}, "notes", "counts: many", ["line 5: count 'many' cannot be read; kept in notes"]),
        ({"updated": "soon"}, "notes", "updated: soon", ["column 'updated': kept in notes (1 time)"]),
        ({"date_edtf": "", "date_text": "May 2017"}, "date", "2017-05", []),
        ({"date_edtf": "5/16/2017"}, "date", "2017-05-16", []),
        ({"Officer": "Mustard"}, "notes", "Officer: Mustard", ["column 'Officer': kept in notes (1 time)"]),
        ({"publishers": "Star"}, "title", WORST.title, ["line 5: publishers: differs from the fields it is derived from; not read"]),
        ({"place_codes": "4805000; 48"}, "title", WORST.title, []),  # as earlier versions wrote it
        ({"place_codes": "US-4805000; US-06"}, "title", WORST.title, ["line 5: place_codes: differs from the fields it is derived from; not read"]),
        ({"date_text": "May"}, "date", WORST.date.text, ["line 5: date_text: differs from the fields it is derived from; not read"]),
    ],
)  # fmt: skip
def test_what_is_changed_in_a_table_of_ours_is_read_or_named(edit, key, value, said, ours, tmp_path):
    imported = read(tmp_path, table(ours | edit))
    [event] = imported.events
    assert event[key] == value
    assert [remark for remark in imported.remarks if "date_text" not in remark or "date_text" in edit] == said


def test_a_row_without_sources_is_read_by_its_other_columns(ours, tmp_path):
    more = {
        "id": "new",
        "date_edtf": "2018",
        "title": "New",
        "source_urls": "https://a.example/1",
        "publishers": "A",
        "as_of": "2018-02",
    }
    one, two = read(tmp_path, table(ours, more)).events
    assert one["id"] == "worst"
    assert two["sources"] == [{"url": "https://a.example/1", "publisher": "A", "published": "2018-02"}]


SCHEMA = {
    "id": "sweep",
    "date": "2017-02",
    "title": "A sweep",
    "kind": "operation",
    "places": ["Austin, Texas"],
    "counts": {"arrested": {"text": "51"}, "held": 3},
    "sources": [
        {"url": "https://a.example/1,2", "publisher": "A; b", "title": "T", "published": "2017-03-01", "quote": "Q"},
        {"article": "star", "quote": "R", "says": {"counts": {"arrested": "60"}}},
    ],
}


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_the_schema_of_events_files_is_read_as_json(name, tmp_path):
    imported = read(tmp_path, json.dumps(SCHEMA), name)
    [event] = imported.events
    assert imported.remarks == []
    assert Event.model_validate(event) == Event.model_validate(SCHEMA | {"counts": {"arrested": "51", "held": "3"}})


@pytest.mark.parametrize(
    ("edit", "key", "value", "said"),
    [
        ({"date": "Feb 2017"}, "date", "2017-02", None),
        ({"kind": "raid"}, "kind", "operation", None),
        ({"reporter": "X"}, "notes", "reporter: X", "column 'reporter': kept in notes (1 time)"),
        ({"places": "Austin TX; Texas"}, "places", ["Austin, Texas", "Texas"], None),
        ({"sources": [{"url": "https://www.a.example/1"}]}, "sources", [{"url": "https://www.a.example/1", "publisher": "a.example", "published": "[2017-02-01..]"}], "the source has no day of publication"),
        ({"sources": [{"url": "https://a.example", "publisher": "A", "published": "March 5, 2017"}]}, "sources", [{"url": "https://a.example", "publisher": "A", "published": "2017-03-05"}], None),
        ({"sources": [{"article": "star", "edition": 5}]}, "notes", "sources.1.edition: 5", "column 'sources.1.edition': kept in notes (1 time)"),
        ({"sources": [{"article": "star", "published": "soon"}]}, "notes", "published: soon", "published 'soon' cannot be read; kept in notes"),
        ({"counts": {"arrested": "many"}}, "notes", "counts.arrested: many", "kept in notes"),
        ({"sources": None}, "counts", {"arrested": "51", "held": "3"}, "no source is named"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_schema_is_read_as_of_others(edit, key, value, said, tmp_path):
    imported = read(tmp_path, json.dumps(SCHEMA | edit), "x.json")
    [event] = imported.events
    assert event[key] == value
    assert (said or "") in "\n".join(imported.remarks)
    assert said or imported.remarks == []


def test_what_is_worked_out_in_our_json_is_not_read_but_told(tmp_path):
    document = json.loads(b"".join(export_chunks(timeline_of(WORST), "json")))
    document["events"][0]["publishers"] = ["Star"]
    document["events"][0]["date"]["earliest"] = "2000-01-01"
    document["events"][0]["reporter"] = "X"
    imported = read(tmp_path, json.dumps(document), "x.json")
    words = "differs from the fields it is derived from; not read"
    assert imported.remarks == [
        f"record 1: publishers: {words}",
        f"record 1: date: {words}",
        "column 'reporter': kept in notes (1 time)",
    ]
