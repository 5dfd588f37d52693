from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from raidline.errors import RaidlineError
from raidline.export import FORMATS, Options, export_timeline
from raidline.inert import line
from raidline.places import resolve
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
TEXT_FORMATS = sorted(set(FORMATS) - {"ics"})  # the calendar has tests of its own


def export(format_name, *events, **options):
    return export_timeline(timeline_of(*events), format_name, Options(**options))


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_golden(name, golden):
    golden(f"timeline.{name}", export(name, *EVENTS))


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_hostile_golden(name, golden):
    golden(f"hostile.{name}", export(name, HOSTILE))


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_file_changes_nothing(name):
    assert export(name, *EVENTS) == export(name, *reversed(EVENTS))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_the_text_acts_on_a_terminal(name):
    acting = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert acting.search(HOSTILE.title), "or this test shows nothing"
    assert not acting.search(export(name, HOSTILE))


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_timeline_can_be_written(name):
    text = export(name)
    assert text == "" if name == "jsonl" else text.endswith("\n")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(RaidlineError, match="choose from ics, json"):
        export("docx")


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


@pytest.mark.parametrize("start", ["\t=1+1", "\r=1+1", "\n=1+1", "\x00=1+1"])
def test_csv_cells_that_hide_a_formula_behind_white_space(start):
    [row] = rows(export("csv", make_event(title=start)))
    assert row["title"][0] in "' "


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
