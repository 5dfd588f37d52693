from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from raidline.errors import RaidlineError
from raidline.export import FORMATS, Options, export_chunks, export_timeline, format_of, left_out
from raidline.inert import line
from raidline.models import Status
from raidline.places.lookup import resolve
from samples import EVENTS as EVENTS_FILE
from samples import HOSTILE, make_event, timeline_of

EVENTS = [
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        counts={"arrested": "at least 51"},
        agencies=["ICE"],
        summary="Agents came.",
        sources=[{"article": "star", "quote": "They came."}, {"article": "herald", "says": {"date": "2017-01"}}],
    ),
    make_event("plan", "2020-09-28/2020-10-04", places=["California"], status="planned", kind="policy"),
    make_event("whole", "2017", places=["Texas", "Travis County, Texas"]),
]
OWN_TESTS = ["json", "jsonl", "csv", "md", "geojson", "jsonld"]  # the others have golden files of their own, or none
ONE = make_event(summary="Agents came.")
TABLES = {
    "none": [],
    "one": [ONE],
    "open-ended": [make_event("since", "2014/.."), make_event("until", "../2016"), make_event("unknown", "/2016-05")],
    "approximate": [make_event("about", "2009~"), make_event("early", "2017-02-01~/2017-02-10~", status="alleged")],
    "uncertain": [
        make_event("maybe", "2017-02?"),
        make_event("both", "2017-02%"),
        make_event("set", "[1899,1901..1903]"),
    ],
    "old": [make_event("old", "1848-07-04"), make_event("ancient", "0001-01-01"), make_event("century", "18XX")],
    "late": [make_event("last", "9999-12-31"), make_event("decade", "999X")],
    "coarse": [make_event("season", "2017-21"), make_event("quarter", "2017-33"), make_event("day", "2017-XX-XX")],
    "instants": [make_event("utc", "2017-02-01T10:00:00Z"), make_event("zone", "2017-02-01T23:30:00-06:00")],
    "statuses": [make_event(status, status=status) for status in Status],
    "nowhere": [make_event("unplaced", places=["Nowhere at all"]), make_event("nation", places=["United States"])],
    "one id twice": [make_event("same", "2016", title="First"), make_event("same", "2017", title="Second")],
}


def export(format_name, *events, **options):
    return export_timeline(timeline_of(*events), format_name, Options(**options))


def written(format_name, timeline):
    data = b"".join(export_chunks(timeline, format_name))
    if format_name != "xlsx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", OWN_TESTS)
def test_golden(name, golden):
    golden(f"timeline.{name}", export(name, *EVENTS))


@pytest.mark.parametrize("name", OWN_TESTS)
def test_hostile_golden(name, golden):
    golden(f"hostile.{name}", export(name, HOSTILE))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_event_or_says_why_not(name, table):
    timeline = timeline_of(*TABLES[table])
    assert len(timeline.entries) == len(TABLES[table])
    text = written(name, timeline)
    dropped = [event_id for event_id, reason in left_out(timeline, name) if reason]
    kept = [entry.event.title for entry in timeline.entries]
    for event in TABLES[table]:
        if event.id in dropped:
            kept.remove(event.title)
    for title in kept:
        assert any(spelling.encode() in text for spelling in (title, title.replace(" ", "\r\n ")))
    assert text or (name, table) == ("jsonl", "none")


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_file_changes_nothing(name):
    events = [*EVENTS, HOSTILE, *(event for table in TABLES.values() for event in table if event.id != "same")]
    events = list({event.id: event for event in events}.values())
    assert written(name, timeline_of(*events)) == written(name, timeline_of(*reversed(events)))


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_events(name):
    events = [make_event(f"e-{n}", f"{1990 + n % 30}-{n % 12 + 1:02}", title=f"Title {n}.") for n in range(10_000)]
    timeline = timeline_of(*events)
    text = written(name, timeline)
    assert left_out(timeline, name) == []
    assert all(f"Title {n}.".encode() in text for n in range(0, 10_000, 99))


@pytest.mark.parametrize("name", OWN_TESTS)
def test_a_long_timeline_is_not_held_as_text(name):
    summary = "Agents came. " * 100
    timeline = timeline_of(*(make_event(f"e-{n}", summary=summary) for n in range(500)))
    longest = max(map(len, export_chunks(timeline, name)))
    assert len(summary) < longest < 5 * len(summary)


@pytest.mark.parametrize("name", [name for name in FORMATS if not FORMATS[name].binary])
def test_an_empty_timeline_can_be_written(name):
    text = export(name)
    assert text == "" if name == "jsonl" else text.endswith("\n")


def test_a_format_that_leaves_something_out_says_so():
    for name, chosen in FORMATS.items():
        assert hasattr(import_module(f"raidline.export.{chosen.module}"), "left_out") == chosen.partial, name


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(RaidlineError, match="choose from ics, json"):
        export("docx")


def test_a_database_is_no_text():
    with pytest.raises(RaidlineError, match="sqlite is not a text"):
        export("sqlite")


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.ics", "ics"),
        ("a.JSON", "json"),
        ("a.b.ndjson", "jsonl"),
        ("x/a.db", "sqlite"),
        ("a.markdown", "md"),
        ("a.HTM", "html"),
    ],
)
def test_the_name_of_a_file_tells_its_format(name, format_name):
    assert format_of(Path(name)) == format_name


@pytest.mark.parametrize("name", ["a", "a.txt", ".ics", "ics", "a.ics.bak", "-"])
def test_other_names_do_not(name):
    with pytest.raises(RaidlineError, match="give --format, one of ics, json"):
        format_of(Path(name))


def test_no_suffix_tells_two_formats():
    suffixes = [suffix for name, chosen in FORMATS.items() for suffix in (f".{name}", *chosen.suffixes)]
    assert len(suffixes) == len(set(suffixes))
    assert all(re.fullmatch(r"\.[a-z0-9]+", suffix) for suffix in suffixes)


def test_export_by_the_name_of_the_file(folder, run):
    assert run("export", "-o", "out.jsonl")[:2] == (0, "")
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == run("export", "--format", "jsonl")[1]
    assert run("export", "-o", "out.csv", "--format", "md")[0] == 0
    assert (folder / "out.csv").read_text(encoding="utf-8").startswith("# All places")


@pytest.mark.parametrize("args", [(), ("-o", "-"), ("-o", "notes.txt")])
def test_export_that_cannot_tell_the_format_asks_for_it(args, folder, run):
    code, out, err = run("export", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--format" in err
    assert not (folder / "notes.txt").exists()


@pytest.mark.parametrize("args", [(), ("-o", "-")])
def test_a_database_is_not_written_to_a_terminal(args, folder, run, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = run("export", "--format", "sqlite", *args)
    assert (code, out) == (2, "")
    assert "name a file: --output timeline.sqlite" in err


def test_a_database_goes_through_a_pipe(folder):
    command = [sys.executable, "-m", "raidline", "export", "--format", "sqlite"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert done.stdout.startswith(b"SQLite format 3\0")
    assert done.stderr.startswith(b"3 events, ")


def test_the_list_of_formats_needs_no_data(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("export", "--list", "--data", "nowhere.yaml")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == list(FORMATS)
    assert len({line.index(chosen.purpose) for line, chosen in zip(lines, FORMATS.values(), strict=True)}) == 1
    assert max(map(len, lines)) < 110


@pytest.mark.parametrize("name", FORMATS)
def test_an_event_that_another_ones_id_leaves_out_is_a_mistake(name, folder, run):
    assert run("export", "-f", name, "-o", "out")[0] == 0
    (folder / "data" / "events.yaml").write_text(EVENTS_FILE.replace("id: op", "id: sweep"))
    code, _, err = run("export", "-f", name, "-o", "out")
    told = f"left out of the {name}: sweep (another event has its id)\n"
    assert (code, told in err) == ((1, True) if FORMATS[name].partial else (0, False))
    (folder / "data" / "events.yaml").write_text(EVENTS_FILE.replace("status: planned", "status: retracted"))
    assert run("export", "-f", name, "-o", "out")[0] == 0


def test_json_keeps_every_character_of_the_data():
    [event] = json.loads(export("json", HOSTILE))["events"]
    assert event["title"] == HOSTILE.title
    assert event["summary"] == HOSTILE.summary
    assert event["sources"][0]["url"] == "javascript:alert(document.cookie)"


def test_json_of_a_place():
    document = json.loads(export_timeline(timeline_of(*EVENTS, place=resolve("Travis County")), "json"))
    assert document["title"] == "Travis County, Texas"
    assert document["place"]["code"] == "48453"
    whole, sweep = document["events"]
    assert (whole["id"], whole["share"]) == ("whole", 1.0)
    assert sweep["date"] == {
        "edtf": "2017-02-01~/2017-02-10~", "text": "early February 2017", "earliest": "2017-02-01",
        "latest": "2017-02-10", "precision": "day", "approximate": True, "uncertain": False,
    }  # fmt: skip
    assert sweep["counts"] == {"arrested": {"text": "at least 51", "low": 51, "high": None}}
    assert sweep["conflicts"] == [
        {
            "about": "date",
            "event_says": "early February 2017",
            "claims": [{"publisher": "Herald", "says": "January 2017"}],
        }
    ]
    assert sweep["sources"][1]["says"] == {"date": "2017-01"}
    assert sweep["publishers"] == ["The Evening Star", "Herald"]


def test_jsonl_is_the_events_of_the_json():
    lines = export("jsonl", *EVENTS, HOSTILE).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(export("json", *EVENTS, HOSTILE))["events"]


def test_csv_bytes():
    raw = export("csv", *EVENTS, HOSTILE).encode()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert raw.startswith(b"id,title,date_edtf,date_text,earliest,latest,precision,approximate,uncertain,kind,status,")


def test_csv_cells():
    whole, sweep, plan = rows(export("csv", *EVENTS))
    assert (sweep["date_edtf"], sweep["date_text"]) == ("2017-02-01~/2017-02-10~", "early February 2017")
    assert (sweep["counts"], sweep["conflicts"]) == ("at least 51 arrested", "Herald says January 2017")
    assert sweep["source_urls"] == "https://star.example/1"
    assert (plan["status"], plan["as_of"]) == ("planned", "2017-03-29")
    assert whole["places"] == "Texas; Travis County, Texas"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_cells_are_no_formulas_unless_raw(start):
    event = make_event(title=f"{start}1+1", agencies=[f"{start}A1"])
    [row] = rows(export("csv", event))
    assert (row["title"], row["agencies"]) == (f"'{start}1+1", f"'{start}A1")
    [row] = rows(export("csv", event, raw=True))
    assert (row["title"], row["agencies"]) == (f"{start}1+1", f"{start}A1")


@pytest.mark.parametrize(
    "title",
    [
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\x00=1+1",
        " =1",
        "\u00a0@A",
        "\u200b=1+1",
        "\ufeff=1+1",
        "＝1+1",
        "＠A",
        "a\n-1",
        "a;=1",
        "a; +1",
    ],
)
def test_csv_cells_that_hide_a_formula(title):
    [row] = rows(export("csv", make_event(title=title)))
    assert not re.search("(^|[;\n])[\\s\u200b]*[=+\\-@＝＠]", row["title"])
    [row] = rows(export("csv", make_event(title=title), raw=True))
    assert "'" not in row["title"]


@pytest.mark.parametrize("title", ["1=1", "a - b", "mail@star.example", "'1", '"=1', "a: -1", "C+", "x, =1"])
def test_csv_cells_that_are_no_formula_stay_as_they_are(title):
    [row] = rows(export("csv", make_event(title=title)))
    assert row["title"] == title


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("a *b* _c_ `d` ~~e~~ $f$ |g| &lt;", r"a \*b\* \_c\_ \`d\` \~\~e\~\~ \$f\$ \|g\| \&lt;"),
        ("back\\slash", r"back\\slash"),
        ("two\n\n# lines", "two # lines"),
    ],
)
def test_markdown_says_only_what_the_text_says(title, written):
    assert f"**February 2017**: {written}\\\n" in export("md", make_event(title=title))


@pytest.mark.parametrize("start", ["# a", "- a", "+ a", "> a", "1. a", "1) a", "=== a", "--- a"])
def test_markdown_lines_start_no_block(start):
    lines = export("md", make_event(summary=start)).splitlines()
    assert start not in [line.strip() for line in lines]
    assert start.replace(" ", "") in [line.strip().replace("\\", "").replace(" ", "") for line in lines]


@given(st.text(min_size=1).filter(str.strip))
@example("<script>alert(1)</script>")
@example("![x](javascript:alert(1))")
@example("a\n\n    code\n# b\n***\n<https://evil.example>")
def test_markdown_renders_as_the_text_it_was_given(text):
    event = make_event(title=text, summary=text, sources=[{"article": "star", "says": {"note": text}}])
    tokens = MarkdownIt("commonmark").parse(export("md", event))
    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    assert {child.type for child in inline} <= {
        "text", "softbreak", "hardbreak", "strong_open", "strong_close", "link_open", "link_close", "text_special",
    }  # fmt: skip
    assert [child.attrs["href"] for child in inline if child.type == "link_open"] == ["https://star.example/1"]
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
    assert {token.type for token in tokens}.isdisjoint({"code_block", "fence", "hr", "html_block", "blockquote_open"})
    shown = "".join(child.content if child.type.startswith("text") else " " for child in inline)
    assert shown.count(" ".join(line(text).split())) >= 3


def test_markdown_links_go_to_the_web_only():
    text = export("md", HOSTILE)
    assert re.findall(r"(?<!\\)\]\(<?([^>)]*)", text) == ["https://a.example/x%20y?%3Cb%3E%22(z"]


@pytest.mark.parametrize("name", ["ics", "json", "jsonl", "geojson", "jsonld", "sqlite"])
def test_what_carries_points_says_whose_they_are(name):
    written = b"".join(export_chunks(timeline_of(make_event()), name)).replace(b"\r\n ", b"").replace(b"\\,", b",")
    assert b"GeoNames (https://www.geonames.org/), CC BY 4.0" in written
    assert b"modified" in written


@pytest.mark.parametrize("name", ["ics", "atom", "markwhen"])
@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2017-02-01?", "Title of sweep (February 1, 2017, uncertain)"),
        ("2017-02-01~", "Title of sweep (about February 1, 2017)"),
        ("2017-02-01%", "Title of sweep (about February 1, 2017, uncertain)"),
    ],
)
def test_a_title_says_how_sure_its_date_is(name, when, told):
    assert told.replace(",", r"\," if name == "ics" else ",") in export(name, make_event(date=when))
