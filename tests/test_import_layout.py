"""Where a table begins, what its bytes mean, and which of its rows are no records."""

from __future__ import annotations

import codecs

import pytest

from raidline.errors import RaidlineError
from raidline.importing import Columns, Layout, make_events, read_records

ROWS = "Date,Headline,City,State,Link,Arrested\n2017-02-05,Nine held at José’s diner,Austin,TX,https://x.example/a,9\n"


def read(tmp_path, text, name="x.csv", **layout):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return make_events(read_records(path, Layout(**layout)), Columns(), "x-csv")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (ROWS.encode("cp1252"), "Windows-1252"),
        (ROWS.replace("’", "'").encode("latin-1"), "Windows-1252"),
        (ROWS.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + ROWS.encode("utf-16-be"), "UTF-16"),
        (ROWS.encode("utf-16-le"), "UTF-16"),
        (ROWS.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_the_bytes_tell_the_encoding(raw, name, tmp_path):
    found = read(tmp_path, raw)
    assert found.events[0]["title"].replace("’", "'") == "Nine held at José's diner"
    assert f"line 2: the file is not UTF-8; read as {name}" in found.remarks


@pytest.mark.parametrize("encoding", ["cp1250", "mac-roman", "Latin-1", "utf-16-le", "UTF-8", "windows-1252"])
def test_the_user_knows_the_encoding(encoding, tmp_path):
    text = ROWS.replace("’", "'")
    found = read(tmp_path, text.encode(encoding), encoding=encoding)
    assert found.events[0]["title"] == "Nine held at José's diner"
    assert not [remark for remark in found.remarks if "UTF-8" in remark]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("windows1252", "did you mean windows_1252"),
        ("klingon", "there is no encoding 'klingon'"),
        ("rot13", "there is no encoding 'rot13'"),
        ("ascii", "line 2 is not ascii"),
    ],
)
def test_an_encoding_that_is_none_or_does_not_fit(encoding, words, tmp_path):
    with pytest.raises(RaidlineError, match=words):
        read(tmp_path, ROWS, encoding=encoding)


def test_the_user_knows_the_line_of_the_headings(tmp_path):
    text = "Date of list,Headline\n2026-11-01,Raids\n" + ROWS
    assert [event["date"] for event in read(tmp_path, text, header=3).events] == ["2017-02-05"]
    assert len(read(tmp_path, text).events) == 2
    with pytest.raises(RaidlineError, match="has no line 9, where its headings should be"):
        read(tmp_path, text, header=9)
    with pytest.raises(RaidlineError, match="--header is for tables"):
        read(tmp_path, "[]", "x.json", header=1)


@pytest.mark.parametrize("titles", [1, 5, 15])
def test_headings_below_title_rows_are_found(titles, tmp_path):
    found = read(tmp_path, "Raids in Texas,,,,,\n" * titles + ROWS)
    assert [event["date"] for event in found.events] == ["2017-02-05"]


@pytest.mark.parametrize(
    ("row", "left_out"),
    [
        ("Total,,,,,11", "is a row of totals (Total; 11)"),
        ("TOTAL:,,,,,11", "is a row of totals (TOTAL:; 11)"),
        ("Grand total,,,,,11", "is a row of totals (Grand total; 11)"),
        ("Totals 2017,,,,,11", "is a row of totals (Totals 2017; 11)"),
        ("Total arrests: 11,,,,,", "is a row of totals (Total arrests: 11)"),
        ("Subtotal February,,,,,11", "is a row of totals (Subtotal February; 11)"),
        ("Date,Headline,City,State,Link,Arrested", "repeats the headings"),
        ("2017-02-06,Total,,,,11", None),
        ("2017-02-06,Total shutdown of a plant,,,,11", None),
        ("2017-02-06,Total shutdown of a plant,,,,", None),
        ("Total recall of the sheriff,,Austin,TX,,", None),
    ],
)
def test_rows_that_are_no_records_are_named(row, left_out, tmp_path):
    found = read(tmp_path, f"{ROWS}{row}\n")
    assert found.left_out == ([f"line 3: {left_out}; left out"] if left_out else [])
    assert len(found.events) == 2 - bool(left_out)


HEADS = [  # two rows of headings, and a row below them
    ("When,,Location,,Sources,,People,", "Start,End,City,State,Link,Outlet,Arrested,Injured"),
    ("When,When,Location,Location,Sources,Sources,People,People", "Start,End,City,State,Link,Outlet,Arrested,Injured"),
    (",,Location,,Sources,,,", "Date,Until,City,State,URL,Name,Arrested,Injured"),
    ("Date,End date,Location,,Link,Outlet,Arrested,Injured", ",,City,State,,,,"),
    ("Date,Until,Location,,Source,,Number,", "Date,Until,Town,State,Link,Outlet,Arrested,Injured"),
    ("Basics,,Basics,,Source 1,,People,", "Date,Until,City,State,URL,Name,Arrested,Injured"),
]


@pytest.mark.parametrize("above", ["", "Raids in Texas,,,,,,,\n"])
@pytest.mark.parametrize(("upper", "lower"), HEADS)
def test_headings_may_stand_in_two_rows(upper, lower, above, tmp_path):
    text = f"{above}{upper}\n{lower}\n2017-02-05,2017-02-06,Austin,TX,https://x.example/a,Valley Courier,9,1\n"
    found = read(tmp_path, text)
    [event] = found.events
    assert event["date"] == "2017-02-05/2017-02-06"
    assert event["places"] == ["Austin, Texas"]
    assert event["counts"] == {"arrested": "9", "injured": "1"}
    [source] = event["sources"]
    assert (source["url"], source["publisher"]) == ("https://x.example/a", "Valley Courier")
    assert "notes" not in event
    number = 2 + bool(above)
    assert {event["date"] for event in read(tmp_path, text, header=number - 1).events} == {"2017-02-05/2017-02-06"}
    assert len(found.left_out) == 0


def test_columns_with_the_same_lower_heading_are_told_apart_by_the_upper_one(tmp_path):
    text = (
        "Date,Headline,Source 1,,Source 2,,Who,\n,,Outlet,Link,Outlet,Link,Sheriff,Mayor\n"
        "2017-02-05,Raid,Post,https://a.example/,Courier,https://b.example/,Ng,Im\n"
    )
    [event] = read(tmp_path, text).events
    assert [(one["publisher"], one["url"]) for one in event["sources"]] == [
        ("Post", "https://a.example/"),
        ("Courier", "https://b.example/"),
    ]
    assert event["notes"] == "Who Sheriff: Ng\nWho Mayor: Im"


@pytest.mark.parametrize(
    "row",
    [
        "2017-02-04,City,State,,,",  # a record with a word of headings
        ",State,City,,https://x.example/b,",
        "early 2017,Event,Place,Texas,,9",
    ],
)
def test_a_record_below_the_headings_is_no_second_row_of_them(row, tmp_path):
    found = read(tmp_path, f"Date,Headline,,,Link,Arrested\n{row}\n2017-02-05,Raid,Austin,TX,https://x.example/a,9\n")
    assert len(found.events) == 2
    assert found.left_out == []


def test_headings_in_a_second_language_are_no_record(tmp_path):
    found = read(tmp_path, "Date,Headline,City\nFecha,Titular,Ciudad\n2017-02-05,Raid,Austin\n")
    assert len(found.events) == 1
    assert found.left_out == ["line 2: repeats the headings; left out"]


def test_errors_of_spreadsheets_are_empty_cells(tmp_path):
    found = read(tmp_path, ROWS + "2017-02-06,Two held,#N/A,TX,#REF!,#n/a\n")
    event = found.events[1]
    assert event["places"] == ["Texas"]
    assert "#" not in str(event)
    assert "line 3: 'Link' contains #REF!, an error of a spreadsheet; taken as empty" in found.remarks


@pytest.mark.parametrize(
    "cell",
    ['=HYPERLINK("https://y.example/b","Two held")', '=hyperlink("https://y.example/b"; "Two held")'],
)
def test_the_formula_of_a_link_is_a_text_and_a_source(cell, tmp_path):
    quoted = cell.replace('"', '""')
    [event] = read(tmp_path, f'Date,Headline\n2017-02-06,"{quoted}"\n').events
    assert (event["title"], event["sources"][0]["url"]) == ("Two held", "https://y.example/b")


def test_any_other_formula_stays_a_text(tmp_path):
    [event] = read(tmp_path, "Date,Headline\n2017-02-06,\"=cmd|' /C calc'!A0\"\n").events
    assert event["title"] == "=cmd|' /C calc'!A0"
