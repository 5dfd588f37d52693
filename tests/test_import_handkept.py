"""Collections as people keep them by hand: who acts, flags and footnotes, rows that are no records, quoted headlines."""

from __future__ import annotations

import pytest

from raidline.importing.sources.links import links_in
from raidline.importing.tables.headings import field_of
from raidline.importing.wording.bodies import actors_in
from raidline.importing.wording.marks import unmarked
from tabled import imported

OURS = {"Date": "2019-05-07", "Place": "Austin, Texas", "Kind": "raid"}


def only(tmp_path, **cells):
    [event] = imported(tmp_path, [[*OURS, *cells], [*OURS.values(), *cells.values()]]).events
    return event


@pytest.mark.parametrize(
    ("cell", "bodies", "rest"),
    [
        ("ICE", ("ICE",), ()),
        ("ICE, HSI", ("ICE", "HSI"), ()),
        ("ICE/ERO", ("ICE", "ERO"), ()),
        ("HSI + local PD", ("HSI", "local PD"), ()),
        ("Border Patrol and Oak County Sheriff", ("Border Patrol", "Oak County Sheriff"), ()),
        ('"ICE", "CBP"', ("ICE", "CBP"), ()),
        ("Parks, Trails and Recreation Department", ("Parks, Trails and Recreation Department",), ()),
        ("la migra", ("la migra",), ()),
        ("Patrulla Fronteriza | policía local", ("Patrulla Fronteriza", "policía local"), ()),
        ("Anderson PD", ("Anderson PD",), ()),
        # people, and nobody
        ("Dana Whitlock", (), ("Dana Whitlock",)),
        ("Sheriff Dana Whitlock", ("sheriff",), ("Sheriff Dana Whitlock",)),
        ("ICE; Dana Whitlock", ("ICE",), ("Dana Whitlock",)),
        ("unknown", (), ("unknown",)),
        ("masked men", (), ("masked men",)),
    ],
)
def test_who_acts_is_told_apart_from_people(cell, bodies, rest):
    assert actors_in(cell, lenient=False) == (bodies, rest)


def test_a_column_of_agencies_may_name_bodies_by_any_words():
    assert actors_in("Green Line Unitary", lenient=True).bodies == ("Green Line Unitary",)
    assert actors_in("Dana Whitlock", lenient=True).bodies == ()
    assert actors_in("unknown", lenient=True).bodies == ()


@pytest.mark.parametrize(
    "heading", ["Who", "By", "Actor", "Entity", "Responsible", "Department", "Quién", "Carried out by"]
)
def test_a_column_of_who_acts_is_one_of_agencies_if_its_cells_are(heading, tmp_path):
    rows = [[*OURS, heading], [*OURS.values(), "ICE"], [*OURS.values(), "Dana Whitlock"], [*OURS.values(), "HSI"]]
    found = imported(tmp_path, rows)
    assert [event.get("agencies") for event in found.events] == [["ICE"], None, ["HSI"]]
    assert found.events[1]["notes"].endswith(f"{heading}: Dana Whitlock")
    assert found.events[1]["title"] == "Operation in Austin, Texas"
    assert any("names a person, or no public body" in told for told in found.remarks)


def test_a_column_of_people_is_none_of_agencies(tmp_path):
    event = only(tmp_path, Who="Dana Whitlock")
    assert "agencies" not in event
    assert "Who: Dana Whitlock" in event["notes"]
    assert "Whitlock" not in event["title"]


def test_a_person_in_a_column_of_agencies_is_in_no_title(tmp_path):
    event = only(tmp_path, Agency="Dana Whitlock")
    assert "agencies" not in event
    assert (event["title"], "Agency: Dana Whitlock" in event["notes"]) == ("Operation in Austin, Texas", True)


def test_a_mapping_makes_any_words_an_agency(tmp_path):
    rows = [[*OURS, "Who"], [*OURS.values(), "masked men"]]
    [event] = imported(tmp_path, rows, columns={"Who": "agencies"}).events
    assert event["agencies"] == ["masked men"]


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("🇺🇸 Austin, TX", "Austin, TX"),
        ("📍Austin, TX", "Austin, TX"),
        ("Austin, TX ⚠️", "Austin, TX"),
        ("Austin, TX*", "Austin, TX"),
        ("Austin, TX [1]", "Austin, TX"),
        ("3/4/2017²", "3/4/2017"),
        ("12†", "12"),
        ("Austin, TX", "Austin, TX"),
        ("Austin, TX [2017]", "Austin, TX [2017]"),
        ("[1]", "[1]"),
        ("🚨", "🚨"),
        ("~20+", "~20+"),
        ("San José", "San José"),
        ("4º de marzo", "4º de marzo"),
    ],
)
def test_pictures_and_footnotes_are_no_part_of_a_value(cell, bare):
    assert unmarked(cell) == bare


def test_what_is_left_out_of_a_value_is_kept(tmp_path):
    rows = [["Date", "Title", "Place", "Arrested"], ["3/14/2017¹", "A raid*", "🇺🇸 Austin, TX", "12*"]]
    found = imported(tmp_path, rows)
    [event] = found.events
    assert (event["date"], event["places"], event["counts"]) == ("2017-03-14", ["Austin, Texas"], {"arrested": "12"})
    assert event["title"] == "A raid*"
    assert event["notes"] == "Date: 3/14/2017¹\nPlace: 🇺🇸 Austin, TX\nArrested: 12*"
    assert any("marks around" in told for told in found.remarks)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["2017"], "has nothing but its beginning: '2017'"),
        (["March 2017"], "has nothing but its beginning: 'March 2017'"),
        (["[1] As neighbours told it."], "is a footnote: '[1] As neighbours told it.'"),
        (["* Unconfirmed."], "is a footnote: '* Unconfirmed.'"),
        (["Note: the list ends here."], "is a footnote: 'Note: the list ends here.'"),
    ],
)
def test_a_row_that_is_no_record_is_left_out_and_named(row, why, tmp_path):
    rows = [["Date", "Title", "Place"], ["2017-03-04", "A raid", "Austin, Texas"], row]
    found = imported(tmp_path, rows)
    assert len(found.events) == 1
    assert found.left_out == [f"line 3: {why}; left out"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["Date", "Title", "Place"], ["", "A raid", ""]),
        (["Title", "Date", "Place"], ["A raid", "", ""]),
        (["Place", "Date", "Title"], ["Austin, Texas", "", ""]),
        (["Date", "Title"], ["2017", ""]),
        (["Date", "Title", "Place"], ["2017-03-04", "", ""]),
        (["Title", "Date", "Place"], ["Notes on a raid", "2017-03-04", ""]),
    ],
)
def test_a_row_of_which_little_is_known_yet_is_an_event(head, row, tmp_path):
    found = imported(tmp_path, [head, ["2017-03-04", "2017-03-04", "2017-03-04"][: len(head)], row])
    assert (len(found.events), found.left_out) == (2, [])


@pytest.mark.parametrize(
    ("cell", "county", "places", "notes"),
    [
        ("Austin", "Travis", ["Austin, Texas"], None),
        ("Austin", "Travis County", ["Austin, Texas"], None),
        ("Austin", "Webb", ["Webb County, Texas"], "Location: Austin"),  # where the two do not agree
        ("Blue Door Cafe", "Travis", ["Travis County, Texas"], "Location: Blue Door Cafe"),
    ],
)
def test_a_town_in_its_county_says_more_than_the_county(cell, county, places, notes, tmp_path):
    rows = [["Date", "Title", "Location", "County", "State"], ["2017", "A raid", cell, county, "Texas"]]
    found = imported(tmp_path, rows)
    [event] = found.events
    assert (event["places"], event.get("notes")) == (places, notes)
    assert any("left out beside a place that says more" in remark for remark in found.remarks) is (notes is None)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("March 4, 2017 → March 6, 2017", "2017-03-04/2017-03-06"),
        ("2017-03-04 -> 2017-03-06", "2017-03-04/2017-03-06"),
        ("March 4, 2017 7:30 AM (EDT) → March 6, 2017 8:00 AM (EDT)", "2017-03-04/2017-03-06"),
    ],
)
def test_an_arrow_joins_two_dates(cell, date, tmp_path):
    [event] = imported(tmp_path, [["Date", "Title"], [cell, "A raid"]]).events
    assert event["date"] == date


@pytest.mark.parametrize(
    ("cell", "publisher", "title"),
    [
        ('Mesa Tribune, "Raid, then silence" https://a.example/1', "Mesa Tribune", "Raid, then silence"),
        ('"Raid, then silence", Mesa Tribune: https://a.example/1', "Mesa Tribune", "Raid, then silence"),
        ('https://a.example/1 ("Raid", Mesa Tribune)', "Mesa Tribune", "Raid"),
        ("“Raid at dawn” https://a.example/1", "a.example", "Raid at dawn"),
        ("Mesa Tribune https://a.example/1", "Mesa Tribune", None),
    ],
)
def test_a_headline_in_quotation_marks_is_whole(cell, publisher, title, tmp_path):
    [source] = only(tmp_path, Source=cell)["sources"]
    assert (source["publisher"], source.get("title")) == (publisher, title)


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("paper.example/1", ["https://paper.example/1"]),
        ("www.paper.example/1", ["https://www.paper.example/1"]),
        ("The Herald", []),
        ("and/or", []),
        ("Mr.Smith and N.Y./N.J.", []),
        ("a.example/1 or so", []),
    ],
)
def test_addresses_without_http(cell, links):
    assert [link.url for link in links_in(cell)[0]] == links


@pytest.mark.parametrize(
    ("country", "places"),
    [
        ("Guatemala", ["Eloy, Arizona"]),  # where somebody came from: the state says where it was
        ("USA", ["Eloy, Arizona"]),
    ],
)
def test_a_country_beside_a_state_is_not_the_place(country, places, tmp_path):
    cells = {"Date": "2019-05-07", "City": "Eloy", "State": "AZ", "Country": country, "Kind": "raid"}
    done = imported(tmp_path, [[*cells], [*cells.values()]])
    assert done.events[0]["places"] == places
    assert ("Country: Guatemala" in done.events[0].get("notes", "")) is (country == "Guatemala")


def test_a_country_beside_no_state_is_the_place(tmp_path):
    cells = {"Date": "2019-05-07", "City": "Tijuana", "State": "Baja California", "Country": "Mexico", "Kind": "raid"}
    [event] = imported(tmp_path, [[*cells], [*cells.values()]]).events
    assert event["places"] == ["Tijuana, Mexico"]


def test_quotation_marks_inside_words_stay(tmp_path):
    assert links_in('6" of snow https://a.example/1')[0][0].label == '6" of snow'


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Título de la nota", "source_title"),
        ("Fecha de la nota", "published"),
        ("Enlace archivado", "archived"),
        ("¿Cuántas personas detenidas?", "detained"),
        ("¿Dónde?", "places"),
        ("# taken", "detained"),
        ("Responsible agency", "agencies"),
        ("Who (ICE, CBP, police)", "actors"),
        ("Who wrote it", ""),
        ("Date/Time", "date"),
        ("DETAINER_PREPARE_DATE", "date"),
        ("When did it happen?", "date"),
        ("Decision date", "date"),
        ("Date to", "end"),
        ("State/Territory", "state"),
        ("Nearest town", "city"),
        ("# of arrests", "arrested"),
        ("Arrests (approx)", "arrested"),
        ("How many people were detained?", "detained"),
        ("Synopsis", "summary"),
        ("Docket URL", "url"),
        ("Page title", "source_title"),
        ("Date posted", "published"),
        ("Perma.cc", "archived"),
        ("Internet Archive link", "archived"),
        ("Estado actual", "status"),
        ("Nombre", ""),
        ("Reported by", ""),
        ("Area code", ""),
    ],
)
def test_headings_of_lists_kept_by_hand(heading, field):
    assert field_of(heading) == field


A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"


def archived(url):
    return f"https://web.archive.org/web/2020/{url}"


@pytest.mark.parametrize(
    ("links", "copies", "found", "notes"),
    [
        (A, archived(A), {A: archived(A)}, None),
        (f"{A}\n{B}", f"{archived(A)}\n{archived(B)}", {A: archived(A), B: archived(B)}, None),
        (f"{A}\n{B}", f"{archived(B)}\n{archived(A)}", {A: archived(A), B: archived(B)}, None),
        (f"{A}\n{B}", archived(B), {A: None, B: archived(B)}, None),
        (
            f"{A}\n{B}",
            "https://archive.ph/x | https://archive.ph/y",
            {A: "https://archive.ph/x", B: "https://archive.ph/y"},
            None,
        ),
        (f"{A}; {B}", f"{archived(B)}; https://archive.ph/x", {A: "https://archive.ph/x", B: archived(B)}, None),
        (A, archived("http://www.a.example/1?x=2"), {A: archived("http://www.a.example/1?x=2")}, None),
        # of which link is unknown, or of none
        (f"{A}\n{B}\n{C}", "https://archive.ph/x", {A: None, B: None, C: None}, "Archive: https://archive.ph/x"),
        (A, archived(B), {A: None}, f"Archive: {archived(B)}"),
        (A, "pending", {A: None}, "Archive: pending"),
        (A, f"{archived(A)} (slow)", {A: archived(A)}, f"Archive: {archived(A)} (slow)"),
        ("", archived(A), {archived(A): None}, None),
    ],
)
def test_a_copy_belongs_to_the_page_in_its_address(links, copies, found, notes, tmp_path):
    event = only(tmp_path, Links=links, Archive=copies)
    assert {source["url"]: source.get("archived") for source in event["sources"]} == found
    assert notes is None or notes in event["notes"]


def test_lists_beside_several_links(tmp_path):
    cells = {
        "Links": f"{A}\n{B}",
        "Link titles": "One; two\nThree",
        "Outlets": "Post | Sun",
        "Published": "2019-05-08; 2019-05-09",
    }
    one, two = only(tmp_path, **cells)["sources"]
    assert one == {"url": A, "publisher": "Post", "published": "2019-05-08", "title": "One; two"}
    assert (two["title"], two["publisher"]) == ("Three", "Sun")
    cells |= {"Link titles": "One\nTwo"}
    one, two = only(tmp_path, **cells)["sources"]
    assert (one["title"], one["publisher"], two["title"], two["published"]) == ("One", "Post", "Two", "2019-05-09")
    event = only(tmp_path, **{**cells, "Links": f"{A}\n{B}\n{C}", "Published": ""})
    assert not any("title" in source for source in event["sources"])  # of which of three, nobody knows
    assert "Link titles: One; Two" in event["notes"]
    [one] = only(tmp_path, **{"Links": A, "Link titles": "One; two"})["sources"]
    assert one["title"] == "One; two"


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Link titles", "source_title"), ("Archives", "archived"), ("Archived copies", ""), ("Names", ""), ("Towns", "")],
)
def test_the_plural_of_a_heading_about_sources(heading, field):
    assert field_of(heading) == field


def test_headings_that_go_on_in_the_row_below(tmp_path):
    rows = [
        ["Date of", "Name of", "City", "Number of people", "Link to"],
        ["incident", "incident", "", "arrested", "article"],
        ["3/14/2019", "A raid", "Austin, TX", "9", A],
    ]
    [event] = imported(tmp_path, rows).events
    assert (event["date"], event["title"], event["counts"]) == ("2019-03-14", "A raid", {"arrested": "9"})
    assert event["sources"][0]["url"] == A


def test_a_row_of_words_below_whole_headings_is_a_record(tmp_path):
    rows = [["Date", "Title", "City"], ["unknown", "Report on a raid", "Austin, TX"], ["2017", "A raid", "Austin, TX"]]
    assert len(imported(tmp_path, rows).events) == 2


def test_a_row_that_says_how_to_fill_in_the_columns_is_left_out(tmp_path):
    rows = [["Date", "City", "Arrests"], ["mm/dd/yyyy", "(nearest)", "[number]"], ["3/14/2019", "Austin, TX", "9"]]
    found = imported(tmp_path, rows)
    assert len(found.events) == 1
    assert found.left_out == ["line 2: says how to fill in the columns (mm/dd/yyyy; (nearest); [number]); left out"]


@pytest.mark.parametrize(
    ("cell", "places", "notes"),
    [
        ("I-35 near Austin, TX", ["Austin, Texas"], True),
        ("El Paso, TX - flea market", ["El Paso, Texas"], True),
        ("flea market – El Paso, TX", ["El Paso, Texas"], True),
        ("Unincorporated Travis County, TX", ["Travis County, Texas"], True),
        ("N/A", None, True),
        ("unknown", None, True),
        ("Winston-Salem, NC", ["Winston-Salem, North Carolina"], False),
        ("Border", ["Border"], False),
    ],
)
def test_places_with_words_around_them(cell, places, notes, tmp_path):
    rows = [["Date", "Title", "Location"], ["2017", "A raid", cell]]
    [event] = imported(tmp_path, rows).events
    assert (event.get("places"), f"Location: {cell}" in event.get("notes", "")) == (places, notes)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("6/14-15/2019", "2019-06-14/2019-06-15"),
        ("6/14 - 15/19", "2019-06-14/2019-06-15"),
        ("14-15.6.2019", "2019-06-14/2019-06-15"),
        ("3/4-6/2019", None),  # which number is the month?
        ("6/15-14/2019", None),
        ("June ??, 2019", "2019-06"),
        ("June ?, 2019", "2019-06"),
        ("June 2019 – present", "2019-06/.."),
        ("2019-06-??", "2019-06"),
        ("Jun-19", None),  # the month of 2019, or its 19th day
    ],
)
def test_dates_of_lists_kept_by_hand(cell, date, tmp_path):
    [event] = imported(tmp_path, [["Date", "Title"], [cell, "A raid"]]).events
    assert event.get("date") in (date, f"{date}-XX")


def test_the_link_of_a_title_takes_nothing_from_the_source_in_the_columns(tmp_path):
    head = ["Date", "Title", "Place", "Link", "Outlet", "Headline of article", "Archive"]
    row = ["2019-05-07", f'=HYPERLINK("{B}", "A raid")', "Austin, TX", A, "Post", "Nine held", "https://archive.ph/x"]
    [event] = imported(tmp_path, [head, row]).events
    assert event["sources"] == [
        {
            "url": A,
            "title": "Nine held",
            "publisher": "Post",
            "published": "[2019-05-07..]",
            "archived": "https://archive.ph/x",
        },
        {"url": B, "publisher": "b.example", "published": "[2019-05-07..]"},
    ]


def test_the_link_of_a_title_is_the_source_where_no_column_has_one(tmp_path):
    head = ["Date", "Title", "Place", "Outlet", "Headline of article", "Archive"]
    row = ["2019-05-07", f'=HYPERLINK("{B}", "A raid")', "Austin, TX", "Post", "Nine held", "https://archive.ph/x"]
    [event] = imported(tmp_path, [head, row]).events
    [one] = event["sources"]
    assert (one["url"], one["publisher"], one["title"], one["archived"]) == (
        B,
        "Post",
        "Nine held",
        "https://archive.ph/x",
    )


@pytest.mark.parametrize(
    ("title", "is_kept"),
    [
        ("Dana Whitlock", False),
        ("WHITLOCK, DANA", False),
        ("Whitlock, Dana M.", False),
        ("Anderson v. Reno", True),
        ("Fremont County", True),
        ("Council vote", True),
        ("Sheriff Dana Whitlock resigns from the council", True),
    ],
)
def test_the_name_of_a_person_is_no_title(title, is_kept, tmp_path):
    found = imported(tmp_path, [[*OURS, "Name"], [*OURS.values(), title]])
    [event] = found.events
    assert (event["title"] == title, f"Name: {title}" in event["notes"]) == (is_kept, not is_kept)
    assert any("names a person where a title should be" in told for told in found.remarks) is not is_kept


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Workplace raid", "operation"),
        ("courthouse arrests", "operation"),
        ("DUI checkpoint", "operation"),
        ("Court ruling", "ruling"),
        ("Federal lawsuit", "lawsuit"),
        ("Candlelight vigil", "protest"),
        ("Know-your-rights training", "other"),
        ("Raid response", "other"),
        ("Family court", "other"),
    ],
)
def test_the_last_word_of_a_kind_in_several(cell, kind, tmp_path):
    [event] = imported(tmp_path, [["Date", "Title", "Type"], ["2017", "T", cell]]).events
    assert (event["kind"], event["notes"]) == (kind, f"Type: {cell}")


@pytest.mark.parametrize(
    ("cell", "count", "notes"),
    [
        ("5 (2 women)", "5", "Arrests: 5 (2 women)"),
        ("at least 5 [mostly men]", "at least 5", "Arrests: at least 5 [mostly men]"),
        ("3 adults (2 children)", None, "Arrests: 3 adults (2 children)"),
        ("(5)", None, "Arrests: (5)"),
        ("12", "12", None),
    ],
)
def test_words_beside_a_number(cell, count, notes, tmp_path):
    [event] = imported(tmp_path, [["Date", "Title", "Arrests"], ["2017", "T", cell]]).events
    assert (event.get("counts", {}).get("arrested"), event.get("notes")) == (count, notes)


def test_a_year_alone_in_a_row_is_that_of_dates_below(tmp_path):
    rows = [
        ["Date", "Title", "Place"],
        ["2019"],
        ["March 4", "A", "Austin, TX"],
        ["3/14", "B", "Austin, TX"],
        ["Jan 5, 2018", "C", "Austin, TX"],
        ["2020", "", ""],
        ["Jan 5", "D", "Austin, TX"],
        ["wk of 3/9", "E", "Austin, TX"],
    ]
    found = imported(tmp_path, rows)
    assert {event["title"]: event.get("date") for event in found.events} == {
        "A": "2019-03-04",
        "B": "2019-03-14",
        "C": "2018-01-05",
        "D": "2020-01-05",
        "E": "2020-03-09/2020-03-15",
    }
    assert not any("notes" in event for event in found.events)
    assert any("of the year in the title above its rows" in told for told in found.remarks)


def test_a_year_alone_says_nothing_where_a_column_has_years(tmp_path):
    rows = [["Date", "Title", "Year"], ["2019", "", ""], ["March 4", "A", "2017"], ["March 5", "B", ""]]
    assert [event.get("date") for event in imported(tmp_path, rows).events] == ["2017-03-04", None]
