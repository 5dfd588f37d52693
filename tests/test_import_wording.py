"""What lists and chronicles say in words of their own: citations, numbers with their nouns, headings with dates."""

from __future__ import annotations

import csv
import io

import pytest

from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.acts import kind_of
from raidline.importing.days.cell import read_date
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
            '"Nine held", Valley Post, p. 14, Jan. 9, 2031',  # the page is no part of the headline
            {"title": "Nine held", "publisher": "Valley Post", "published": "2031-01-09", "page": "p. 14"},
        ),
        ('"Three held at a stop," Valley Post, Jan. 9, 2031, p. A1', {**HELD, "page": "p. A1"}),
        ("Three held at a stop. Valley Post. Jan. 9, 2031. pp. 4–5", {**HELD, "page": "pp. 4–5"}),
        ("Valley Post, page B3", {"publisher": "Valley Post", "page": "page B3"}),
        (
            "Agents read page 4 of the plan aloud, Valley Post, Jan. 9, 2031",
            {**HELD, "title": "Agents read page 4 of the plan aloud"},
        ),
        ('"What is on the list, p. 4", Valley Post, Jan. 9, 2031', {**HELD, "title": "What is on the list, p. 4"}),
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


WALK = {"title": "Pupils walk out of class", "published": "2031-03-29"}


@pytest.mark.parametrize(
    ("label", "publisher"),
    [
        ("Marsh Lantern — Pupils walk out of class — 3/29/31", "Marsh Lantern"),
        ("Pupils walk out of class – Marsh Lantern – March 29, 2031", "Marsh Lantern"),
        ("Gazette — Pupils walk out of class — 3/29/31", "Gazette"),
        ("Grand Rapids — Pupils walk out of class — 3/29/31", ""),  # a place
        ("Ana Ruiz — Pupils walk out of class — 3/29/31", ""),  # who wrote it
        ("Live Updates — Pupils walk out of class — 3/29/31", ""),
        ("School — Pupils walk out of class — 3/29/31", ""),
    ],
)
def test_a_name_beside_a_headline_and_a_day_is_its_publisher(label, publisher):
    found = said_beside(label, "unlike.example", Order.USUAL)
    assert found.get("publisher", "") == publisher
    assert found["published"] == WALK["published"]
    assert WALK["title"] in found["title"]
    assert (found["title"] == WALK["title"]) is bool(publisher)


def test_two_texts_in_capitals_leave_open_which_is_the_name():
    found = said_beside("Marsh Lantern — Pupils Walk Out — 3/29/31", "unlike.example", Order.USUAL)
    assert found == {"title": "Marsh Lantern — Pupils Walk Out", "published": "2031-03-29"}


def test_the_page_of_a_paper_is_kept_in_the_notes(tmp_path):
    cited = '"Three held at a stop," Valley Post, Jan. 9, 2031, p. A1, https://valleypost.example/stop'
    [event] = imported(tmp_path, ["Date", "Title", "Source"], ["2031-01-08", "Traffic stop", cited]).events
    assert event["sources"][0]["title"] == "Three held at a stop"
    assert event["notes"] == "page in Valley Post: p. A1"


TITLES = ["Three held at a market", "Council drops its contract", "Vigil by the court"]


@pytest.mark.parametrize("heading", ["Slug", "Act", "Headline/Hed", "Hed", "What"])
def test_headings_of_titles(tmp_path, heading):
    rows = [[f"2031-01-0{at}", title, "A text about it."] for at, title in enumerate(TITLES, 1)]
    found = imported(tmp_path, ["Date", heading, "Text"], *rows).events
    assert [event["title"] for event in found] == TITLES


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Slug", ["three-held-at-a-market", "council-drops-it", "vigil-by-court"], "id"),
        ("Slug", ["A1", "A2", "A3"], "id"),
        ("Act", ["raid", "protest", "raid"], "kind"),
        ("Act", ["HB 12", "HB 13", "SB 4"], "notes"),
    ],
)
def test_the_same_headings_with_other_cells(tmp_path, heading, cells, field):
    rows = [[f"2031-01-0{at}", cell, "Salem, OR"] for at, cell in enumerate(cells, 1)]
    columns = imported(tmp_path, ["Date", heading, "Place"], *rows).columns
    assert next(one.field for one in columns if one.heading == heading) == field


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("287(g) jail model", "policy"),
        ("287(g) Jail Enforcement", "policy"),
        ("287g task force model", "policy"),
        ("287(g)", "policy"),
        ("MOA", "policy"),
        ("MOU signed", "policy"),
        ("Memorandum of Understanding", "policy"),
        ("detainer", "operation"),
        ("ICE detainers", "operation"),
        ("287(g) arrest", "operation"),  # made under an agreement
        ("detainer policy", "policy"),
        ("task force", None),
        ("jail model", None),
    ],
)
def test_kinds_of_agreements_and_detainers(cell, kind):
    assert kind_of(cell) == kind


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("March (first week) 2031", "2031-03-01/2031-03-07"),
        ("March (first week), 2031", "2031-03-01/2031-03-07"),
        ("March 2031 (the last week)", "2031-03-25/2031-03-31"),
        ("2031-03 (first week)", "2031-03-01/2031-03-07"),
        ("Mar. 2031, second half", "2031-03-16/2031-03-31"),
        ("March 2031 (early)", "2031-03-01~/2031-03-10~"),
        ("Thu., May 15, 2031", "2031-05-15"),
        ("Fri., May 15, 2031", None),  # which was a Thursday
        ("March (first week)", None),
        ("2031-13 (first week)", None),
        ("March 4, 2031 (first week)", None),
        ("March 2031 (first weekday)", None),
        ("March 2031 (first week) 2032", None),
    ],
)
def test_parts_of_months_behind_them(cell, date):
    found = read_date(cell)
    assert (found.text if found else None) == date


def test_they_are_of_the_year_above_them(tmp_path):
    text = "## 2031\n\n- March (first week) — Jail ends its holds\n- Thu., May 15 — Vigil on the bridge\n"
    path = tmp_path / "list.md"
    path.write_text(text, encoding="utf-8")
    listed = make_events(read_records(path, Layout()), Columns(), "list").events
    rows = [
        ["2031", "", ""],
        ["March (first week)", "Jail ends its holds", "Salem, OR"],
        ["Thu., May 15", "Vigil", "Salem, OR"],
    ]
    tabled = imported(tmp_path, ["Date", "What", "Place"], *rows).events
    dates = ["2031-03-01/2031-03-07", "2031-05-15"]
    assert [event["date"] for event in listed] == [event["date"] for event in tabled] == dates
