"""What lists and chronicles say in words of their own: citations, numbers with their nouns, headings with dates."""

from __future__ import annotations

import csv
import io

import pytest

from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.days.dayorder import Order
from raidline.importing.forms.agreed import is_of_agreements
from raidline.importing.guessing.cells import are_codes
from raidline.importing.sources.inline import as_citations
from raidline.importing.sources.labels import said_beside
from raidline.importing.tables.headings import field_of
from raidline.importing.wording.howmany import counts_in
from raidline.importing.wording.told import kind_told


def imported(tmp_path, *rows, name="list.csv"):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return make_events(read_records(path, Layout()), Columns(), "list")


HELD = {"title": "Three held at a stop", "publisher": "Valley Post", "published": "2031-01-09"}


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ('"Three held at a stop", Valley Post, Jan. 9, 2031', HELD),
        ('"Three held at a stop", Valley Post, 2031-01-09', HELD),
        ('"Three held at a stop" (Valley Post, Jan. 9, 2031)', HELD),
        ("Three held at a stop. Valley Post. Jan. 9, 2031.", HELD),
        ("Valley Post (Jan. 9, 2031)", {"publisher": "Valley Post", "published": "2031-01-09"}),
        ("Valley Post (print)", {"publisher": "Valley Post (print)"}),
        (
            'St. Paul Paper, "Nine held", Mar. 3, 2031',
            {"title": "Nine held", "publisher": "St. Paul Paper", "published": "2031-03-03"},
        ),
        (
            '"Nine held", Valley Post, p. 14, Jan. 9, 2031',  # the page stays somewhere
            {"title": "Nine held, p. 14", "publisher": "Valley Post", "published": "2031-01-09"},
        ),
    ],
)
def test_no_part_of_a_citation_is_lost(label, told):
    assert said_beside(label, "valleypost.example", Order.USUAL) == told


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("37 arrests", {"arrested": "37"}),
        ("about 45 detained, 3 injured", {"detained": "about 45", "injured": "3"}),
        ("hundreds of marchers", {"protesters": "hundreds"}),
        ("1,505 arrested", {"arrested": "1,505"}),
        ("four dead and nine wounded", {"dead": "four", "injured": "nine"}),
        ("3 arrests; 4 arrests", {}),
        ("2 ICE agents", {}),
        ("3 vehicles", {}),
        ("10", {}),
        ("37 arrests, plates seen", {}),
    ],
)
def test_cells_that_say_who_is_counted(cell, counts):
    assert counts_in(cell) == counts


def test_a_column_of_such_cells_is_one_of_counts(tmp_path):
    cells = ["37 arrests", "at least 9 detained", "about 45 detained, 3 injured", "6 arrests", "two buses"]
    rows = [[f"2031-01-0{at}", f"Sweep {at}", "Austin, TX", cell] for at, cell in enumerate(cells, 1)]
    found = imported(tmp_path, ["Date", "What", "Place", "Numbers"], *rows).events
    assert [event.get("counts") for event in found] == [
        {"arrested": "37"},
        {"detained": "at least 9"},
        {"detained": "about 45", "injured": "3"},
        {"arrested": "6"},
        {"buses": "two"},
    ]


CHRONICLE = """# Raids on the plateau

Kept by the library.

## 2031

### January 8: Agents raid a print shop in Farmington

Two workers were taken, their employer said.

Source: [Shop closed after a visit](https://star.example/print), San Juan Star, Jan. 9, 2031

### January 20-22: Checkpoints near Aztec

Sources:
- [Three days of stops](https://star.example/stops) (San Juan Star, Jan. 23, 2031)
- https://kobx.example/stops

## 2032

### Early February: County ends its holds (Gallup, NM)

The commission voted 4-1.
"""


def test_headings_with_dates_are_the_events_of_a_chronicle(tmp_path):
    path = tmp_path / "log.md"
    path.write_text(CHRONICLE, encoding="utf-8")
    found = make_events(read_records(path), Columns(), "log")
    assert [(event["date"], event["title"]) for event in found.events] == [
        ("2031-01-08", "Agents raid a print shop in Farmington"),
        ("2031-01-20/2031-01-22", "Checkpoints near Aztec"),
        ("2032-02-01~/2032-02-10~", "County ends its holds (Gallup, NM)"),
    ]
    first, second, third = found.events
    assert first["summary"] == "Two workers were taken, their employer said."
    assert first["sources"] == [
        {
            "url": "https://star.example/print",
            "title": "Shop closed after a visit",
            "publisher": "San Juan Star",
            "published": "2031-01-09",
        }
    ]
    assert [source["url"] for source in second["sources"]] == [
        "https://star.example/stops",
        "https://kobx.example/stops",
    ]
    assert second["sources"][0]["published"] == "2031-01-23"
    assert third["places"] == ["Gallup, New Mexico"]
    assert any("3 lines around the headings with dates left out" in told for told in found.remarks)


def test_one_heading_with_a_date_makes_no_chronicle_of_a_list(tmp_path):
    path = tmp_path / "log.md"
    path.write_text(
        "## March 3, 2031: what we know\n\n- 2031-01-02 — Raid in Austin, TX\n- 2031-01-03 — Vigil in Waco, TX\n",
        encoding="utf-8",
    )
    found = make_events(read_records(path), Columns(), "log").events
    assert [event["date"] for event in found] == ["2031-01-02", "2031-01-03"]


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("Hays and Travis Counties, TX", ["Hays County, Texas", "Travis County, Texas"]),
        ("Hays & Travis counties, Texas", ["Hays County, Texas", "Travis County, Texas"]),
        ("Hays and Nowhere Counties, TX", ["Hays and Nowhere Counties, TX"]),
    ],
)
def test_counties_that_share_a_word(cell, places, tmp_path):
    [event] = imported(tmp_path, ["Date", "Title", "Place"], ["2031", "Traffic stops", cell]).events
    assert event["places"] == places


@pytest.mark.parametrize(
    ("heading", "is_one"), [("moa", True), ("MOA link", True), ("Addendum", True), ("Moab", False)]
)
def test_papers_of_agreements(heading, is_one):
    assert is_of_agreements(heading) is is_one


def test_rows_with_such_papers_are_policies(tmp_path):
    rows = [["state", "agency", "county", "signed", "moa"]]
    rows += [["TEXAS", "Hays County Sheriff", "Hays", "2031-05-16 am", "https://docs.example/moa.pdf"]]
    [event] = imported(tmp_path, *rows).events
    assert (event["kind"], event["date"], event["places"]) == ("policy", "2031-05-16", ["Hays County, Texas"])


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (["PD-1", "PD-2", "PD-3"], True),
        (["PD-1", "PD-1", "PD-3"], False),
        (["Post", "Herald", "Wire"], False),
        (["KTVX 4", "KUTV 2", "KSL 5"], False),
    ],
)
def test_codes_of_rows(cells, are):
    assert are_codes(cells) is are


def test_references_of_rows_are_no_publishers(tmp_path):
    rows = [[f"PD-{n}", f"2031-01-0{n}", f"Raid {n}", "Austin, TX", f"https://p.example/{n}"] for n in range(1, 5)]
    found = imported(tmp_path, ["Ref", "Date", "Title", "Place", "Link"], *rows).events
    assert {event["sources"][0]["publisher"] for event in found} == {"p.example"}
    assert all("Ref: PD-" in event["notes"] for event in found)


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Date of coverage", "published"), ("Title of story", "source_title"), ("Date of birth", "")],
)
def test_what_a_heading_says_of_a_report(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Shelter opens for deported families", ""),
        ("Church helps detained workers", ""),
        ("Agents detained workers", "operation"),
    ],
)
def test_those_whom_a_title_is_about_are_no_act(title, kind):
    assert kind_told(title) == kind


def test_the_first_sentence_of_a_text_tells_the_kind_where_the_title_does_not(tmp_path):
    head = ["Date", "Title", "Text", "Place"]
    rows = [["2031", "Print shop visit", "Two workers were taken into custody. A judge later ruled.", "Austin, TX"]]
    rows += [["2032", "Judge frees a man", "Agents had arrested him in May.", "Austin, TX"]]
    assert [event["kind"] for event in imported(tmp_path, head, *rows).events] == ["operation", "other"]


PAGE = "https://star.example/shop"


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        (f"[Shop closed]({PAGE}), San Juan Star, Jan. 9, 2031", f'"Shop closed", San Juan Star, Jan. 9, 2031 {PAGE}'),
        (f"[Shop closed]({PAGE}) (San Juan Star)", f'"Shop closed", San Juan Star {PAGE}'),
        (f"[San Juan Star]({PAGE}), Jan. 9, 2031", None),  # whose words are its publisher
        (f"[San Juan Star]({PAGE})", None),
        (f"Shop closed ([San Juan Star]({PAGE}))", None),
        (f"[One]({PAGE}), [Two]({PAGE}2)", None),
        (f"San Juan Star {PAGE}", None),
    ],
)
def test_a_link_with_its_publisher_behind_it_is_a_citation(line, citation):
    assert as_citations(line) == (citation or line)


def test_the_source_of_a_card_may_be_such_a_link(tmp_path):
    (tmp_path / "raid.md").write_text(
        f'---\ndate: 2031-01-08\ntitle: Raid\nplace: Austin, TX\nsource: "[Shop closed]({PAGE}), San Juan Star, Jan. 9, 2031"\n---\n',
        encoding="utf-8",
    )
    [event] = make_events(read_records(tmp_path), Columns(), "cards").events
    assert event["sources"] == [
        {"url": PAGE, "title": "Shop closed", "publisher": "San Juan Star", "published": "2031-01-09"}
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("When did you see it? / ¿Cuándo lo vio?", "date"),
        ("What happened? / ¿Qué pasó?", "title"),
        ("Seen by whom? / Initials?", ""),
        ("Date / initials", ""),
    ],
)
def test_a_question_in_two_languages(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("cells", "is_title"),
    [
        (["Bakery raid", "Courthouse arrests", "Student march"], True),
        (["INC-1", "INC-2", "INC-3"], False),
        (["raid", "raid", "protest"], False),
    ],
)
def test_a_column_of_incidents_is_one_of_titles_if_it_has_texts(cells, is_title, tmp_path):
    rows = [[cell, f"2031-01-0{at}", "Austin, TX"] for at, cell in enumerate(cells, 1)]
    found = imported(tmp_path, ["Incident", "Date", "Place"], *rows).events
    assert (sorted(event["title"] for event in found) == sorted(cells)) is is_title
