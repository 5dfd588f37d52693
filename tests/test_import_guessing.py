"""Columns that no list of headings has: by the single words of their headings where the cells agree, or by the cells."""

from __future__ import annotations

import json

import pytest

from raidline.importing import Columns, make_events, read_records
from raidline.importing.acts import kind_of
from raidline.importing.guessing.columns import BY_CELLS, BY_WORDS
from raidline.importing.guessing.words import expanded, meaning_of
from raidline.importing.sources.citation import cited_in
from tabled import imported

TOWNS = [("Salem", "OR"), ("Dayton", "OH"), ("Fresno", "CA"), ("Omaha", "NE")]
PAPERS = ["Tern Courier", "Oak Ledger", "Tern Courier", "Oak Ledger"]
SITES = ["terncourier.example", "oakledger.example", "terncourier.example", "oakledger.example"]
HEADLINES = [f"Buses leave the {name} works at dawn" for name in ("Marlow", "Fenby", "Torsted", "Quillholm")]
SENTENCES = [f"Officers came to the gate and read out {n} names, workers say." for n in range(4)]
LINKS = [f"https://{site}/2019/{n}" for n, site in enumerate(SITES)]


def columns(tmp_path, **cells):
    """Return the field and the reason of each column of a table of four rows."""
    table = {"date": [f"2019-03-0{n + 1}" for n in range(4)], **cells}
    found = imported(tmp_path, [[*table], *zip(*table.values(), strict=True)])
    return {one.heading: (one.field, one.why) for one in found.columns}, found


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("loc_st", "state"),
        ("loc_cnty", "county"),
        ("evt_typ", "kind"),
        ("n_det", "counts.detained"),
        ("ppl_died", "counts.dead"),
        ("How many people took part?", "counts.protesters"),
        ("Lives lost", "counts.dead"),
        ("src1_url", "url"),
        ("Please paste a link to the story", "url"),
        ("src1_ttl", "source_title"),
        ("Encabezado de la nota", "source_title"),
        ("What was the headline?", "headline"),
        ("Which outlet ran it?", "publisher"),
        ("Medio que informó", "publisher"),
        ("When was the story published?", "published"),
        ("Coverage run date", "published"),
        ("src1_arch", "archived"),
        ("Ref(s)", "cited"),
        ("Clase de hecho", "kind"),
        ("Which agency was involved, if any?", "agencies"),
        ("sourcetitle1", "source_title"),
        # about somebody, about the row, or with a word that says more than is known
        ("cdr_init", ""),
        ("Birth state", ""),
        ("Date story retrieved", ""),
        ("n_det_children", ""),
        ("loc_type", ""),
        ("Officer title", ""),
        ("Facility capacity", ""),
        ("Archive date", ""),
    ],
)
def test_what_the_words_of_a_heading_mean_together(heading, field):
    assert meaning_of(heading).field == field


@pytest.mark.parametrize(
    ("heading", "written"),
    [("evt_dt", "event date"), ("eventyear", "event year"), ("numarrested", "number arrested"), ("unrecognizable", "unrecognizable")],
)  # fmt: skip
def test_shortened_and_joined_words(heading, written):
    assert expanded(heading) == written


def test_words_decide_only_where_the_cells_agree(tmp_path):
    found, _ = columns(tmp_path, loc_st=["OR", "OH", "CA", "NE"], loc_cty=[town for town, _ in TOWNS])
    assert found["loc_st"] == ("state", BY_WORDS)
    assert found["loc_cty"] == ("city", BY_WORDS)
    found, told = columns(tmp_path, loc_st=["ROOFTOP", "PARCEL", "ROOFTOP", "STREET"])
    assert found["loc_st"][0] == "notes"
    assert "ROOFTOP" in told.events[0]["notes"]


def test_a_headline_is_the_title_or_that_of_the_report_beside_a_title(tmp_path):
    asked = {"What was the headline?": HEADLINES, "url": LINKS}
    assert columns(tmp_path, **asked)[0]["What was the headline?"][0] == "title"
    beside = columns(tmp_path, title=[f"Raid {n}" for n in range(4)], **asked)[0]
    assert beside["What was the headline?"][0] == "source_title"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (PAPERS, "publisher"),
        (["OR", "OH", "CA", "NE"], "state"),
        (["1 Main St, Salem, OR 97301, USA", "2 Oak Ave, Dayton, OH 45402", "3 Elm Rd, Fresno, CA", "4 A St, Omaha, NE"], "address"),
        (["Salem, OR", "Dayton, OH", "Fresno, CA", "Omaha, NE"], "places"),
        (["raid", "protest", "raid", "protest"], "kind"),
        (HEADLINES, "title"),
        (SENTENCES, "summary"),
    ],
)  # fmt: skip
def test_cells_decide_about_a_heading_that_says_nothing_and_it_is_said(cells, field, tmp_path):
    found, told = columns(tmp_path, xyzzy=cells, url=LINKS)
    assert found["xyzzy"] == (field, BY_CELLS)
    assert f"column 'xyzzy': read as {field}, by its cells" in told.remarks


@pytest.mark.parametrize(
    "cells",
    [
        ["ok", "in", "me", "or"],  # words that are codes of states in capitals
        ["Ana Whitlock", "Dana Orr", "Lee Marsh", "Sam Poole"],
        ["Reviewed", "Reviewed", "Open", "Open"],
        ["12", "7", "31", "4"],
        ["Raid", "", "", ""],  # one cell is no evidence
    ],
)
def test_what_the_cells_do_not_show_stays_in_notes(cells, tmp_path):
    found, _ = columns(tmp_path, xyzzy=cells, url=LINKS)
    assert found["xyzzy"][0] == "notes"


@pytest.mark.parametrize("heading", ["Reviewer said", "Internal", "Staff log", "Confidential details", "Contact"])
def test_sentences_that_are_not_for_readers_never_become_a_summary(heading, tmp_path):
    found, _ = columns(tmp_path, **{heading: SENTENCES})
    assert found[heading][0] == "notes"


def test_a_column_that_is_left_out_is_named_with_what_it_seems_to_hold(tmp_path):
    mails = [f"desk{n}@paper.example" for n in range(4)]
    _, told = columns(tmp_path, **{"Email Address": mails, "lat": [f"45.12{n}45" for n in range(4)]})
    assert "column 'Email Address': kept in notes (4 times); it seems to hold addresses of mail" in told.remarks
    assert "column 'lat': kept in notes (4 times); it seems to hold coordinates" in told.remarks


def test_headlines_and_whole_citations_are_no_publishers(tmp_path):
    cited = [f"{headline}, {paper}, March 5, 2019" for headline, paper in zip(HEADLINES, PAPERS, strict=True)]
    found, told = columns(tmp_path, Citation=cited, **{"Where we read it": LINKS})
    assert found["Citation"][0] == "source_title"
    source = {"url": LINKS[0], "title": HEADLINES[0], "publisher": PAPERS[0], "published": "2019-03-05"}
    assert told.events[0]["sources"] == [source]
    assert columns(tmp_path, Source=PAPERS, link=LINKS)[0]["Source"][0] == "publisher"


@pytest.mark.parametrize(
    ("text", "site", "found"),
    [
        ('"Buses leave". The Tern Courier. March 5, 2019.', "terncourier.example", ("Buses leave", "The Tern Courier", "2019-03-05")),
        ("Tern Courier: Buses leave Salem", "terncourier.example", ("Buses leave Salem", "Tern Courier", None)),
        ("Buses leave Salem, Oregon, at dawn | Tern Courier", "terncourier.example", ("Buses leave Salem, Oregon, at dawn", "Tern Courier", None)),
        ("Buses leave Salem, Oregon", "terncourier.example", (None, None, None)),
        ("Seven held: what is known", "oakledger.example", (None, None, None)),
        ("", "", (None, None, None)),
    ],
)  # fmt: skip
def test_a_citation_in_one_text(text, site, found):
    read = cited_in(text, site)
    assert (read.get("title"), read.get("publisher"), read.get("published")) == found


@pytest.mark.parametrize(
    ("key", "source"),
    [
        ("src", {"t": "Buses leave at dawn", "u": LINKS[0], "by": "Tern Courier", "on": "2019-03-05"}),
        ("refs", {"name": "Buses leave at dawn", "link": LINKS[0], "outlet": "Tern Courier", "on": "2019-03-05"}),
        ("evidence", {"href": LINKS[0], "text": "Buses leave at dawn", "site_name": "Tern Courier", "posted": "2019-03-05"}),
        ("xyz", {"u": LINKS[0], "by": "Tern Courier", "t": "Buses leave at dawn", "d": "March 5, 2019"}),
    ],
)  # fmt: skip
def test_sources_under_keys_that_say_nothing(key, source, tmp_path):
    """In a list under any key; one that is no list, under a key that is a word for a report."""
    sources = [[source], source] if key != "xyz" else [[source]]
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"date": "2019-03-04", "title": f"T{n}", key: one} for n, one in enumerate(sources)]))
    found = make_events(read_records(path), Columns(), "x-json").events
    cited = {"url": LINKS[0], "title": "Buses leave at dawn", "publisher": "Tern Courier", "published": "2019-03-05"}
    assert [event["sources"] for event in found] == [[cited]] * len(sources)


def test_objects_about_pictures_are_no_sources(tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"date": "2019-03-04", "title": "T", "images": [{"u": LINKS[0], "t": "A gate"}]}]))
    [event] = make_events(read_records(path), Columns(), "x-json").events
    assert event["sources"] == [{"article": "x-json"}]
    assert LINKS[0] in event["notes"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("PROT", "protest"),
        ("LEGIS", "legislation"),
        ("2 protest", "protest"),
        ("3. Death", "incident"),
        ("Política municipal", "policy"),
        ("Redada en un taller", "operation"),
        ("prot", None),
        ("XYZ", None),
        ("DE", None),
        ("2", None),
    ],
)
def test_codes_and_spanish_words_of_kinds(cell, kind):
    assert kind_of(cell) == kind


def test_a_row_of_a_reference_manager_is_an_event_by_the_day_of_its_report(tmp_path):
    head = ["Key", "Item Type", "Title", "Publication Title", "Url", "Abstract Note", "Date", "Archive Location"]
    copy = f"https://web.archive.org/web/2019/{LINKS[0]}"
    row = ["K1", "newspaperArticle", "Buses leave Salem, Oregon", "Tern Courier", LINKS[0], "A.", "2019-03-05", copy]
    [event] = imported(tmp_path, [head, row]).events
    assert event["date"] == "[..2019-03-05]"
    assert event["title"] == row[2]
    source = {"url": LINKS[0], "title": row[2], "publisher": row[3], "published": row[6], "archived": copy}
    assert event["sources"] == [source]


def test_a_report_below_the_name_of_its_group_is_no_summary(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(
        "When,,Coverage,,\nDate,Summary,Story,Link,Outlet\n"
        + "".join(f"2019-03-0{n + 1},{SENTENCES[n]!r},{HEADLINES[n]},{LINKS[n]},{PAPERS[n]}\n" for n in range(4)).replace("'", '"')
    )  # fmt: skip
    event = make_events(read_records(path), Columns(), "x-csv").events[0]
    assert event["summary"] == SENTENCES[0]
    assert event["sources"][0]["title"] == HEADLINES[0]


def test_rows_that_contradict_each_other_about_day_and_month_are_told(tmp_path):
    rows = [["date", "title", "link", "published"], ["5/4/2019", "A", LINKS[0], "4/6/2019"]]
    rows += [["4/5/2019", "B", LINKS[1], "6/4/2019"]]
    found = imported(tmp_path, rows)
    [said] = [remark for remark in found.remarks if remark.startswith("column 'date'")]
    assert "although rows contradict each other" in said
    assert "--day-first" in said


def test_a_first_word_that_several_columns_share_says_what_they_are_about(tmp_path):
    found, _ = columns(
        tmp_path,
        zq_lab=[f"March past the {name} works" for name in ("Marlow", "Fenby", "Torsted", "Quillholm")],
        zq_ndeaths=["1", "0", "2", "0"],
        zq_muni=["Salem", "Dayton", "Fresno", "Omaha"],
        xv_lnk=LINKS,
        xv_hdline=HEADLINES,
        xv_dt=[f"2019-04-0{n + 1}" for n in range(4)],
    )
    fields = {heading: field for heading, (field, _) in found.items()}
    assert fields == {
        **{"date": "date", "zq_lab": "title", "zq_ndeaths": "counts.killed", "zq_muni": "city"},
        **{"xv_lnk": "url", "xv_hdline": "source_title", "xv_dt": "published"},
    }


def test_lists_side_by_side_are_one_and_their_keys_are_their_states(tmp_path):
    path = tmp_path / "x.json"
    record = {"when": "2019-03-04", "heading": "A rule", "town": "Salem", "classification": "policy"}
    other = {"when": "2019-03-05", "heading": "A march", "town": "Dayton", "classification": "protest"}
    path.write_text(json.dumps({"made": 2020, "Oregon": [record], "Ohio": [other]}))
    found = make_events(read_records(path), Columns(), "x-json")
    assert [event["places"] for event in found.events] == [["Salem, Oregon"], ["Dayton, Ohio"]]
    assert [event["kind"] for event in found.events] == ["policy", "protest"]
    assert any("not read: made" in remark for remark in found.remarks)


def test_lists_of_different_things_stay_apart(tmp_path):
    path = tmp_path / "x.json"
    rows = [{"when": "2019-03-04", "heading": "A rule"}, {"when": "2019-03-05", "heading": "A march"}]
    path.write_text(json.dumps({"people": [{"name": "x", "role": "y"}], "rows": rows}))
    found = make_events(read_records(path), Columns(), "x-json")
    assert [event["title"] for event in found.events] == ["A rule", "A march"]
    assert any("not read: people" in remark for remark in found.remarks)


def test_a_column_of_bare_places_holds_towns_where_another_holds_their_states(tmp_path):
    towns, states = ([one[at] for one in TOWNS] for at in (0, 1))
    found, _ = columns(tmp_path, zq_locality=towns, zq_region=states, zq_other=["a", "b", "c", "d"])
    assert (found["zq_locality"][0], found["zq_region"][0]) == ("city", "state")
    assert columns(tmp_path, evt_loc=["Salem", "Dayton", "Fresno", "Omaha"])[0]["evt_loc"][0] == "places"
