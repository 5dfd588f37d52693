"""Tables as people keep them: places beside venues, counts with signs, sheets with titles and totals."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest

from raidline.errors import RaidlineError
from raidline.importing import Columns, make_events, read_records


def read(tmp_path, text, name="x.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return make_events(read_records(path), Columns(), "x-csv")


def only(tmp_path, cells):
    out = io.StringIO()
    csv.writer(out).writerows([[*cells], [*cells.values()]])
    found = read(tmp_path, out.getvalue())
    [event] = found.events
    return event, found.remarks


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"Place": "Blue Door", "City": "Rochester", "State": "Minnesota"}, ["Rochester, Minnesota"]),
        ({"Location": "Blue Door", "County": "Olmsted County", "State": "Minnesota"}, ["Olmsted County, Minnesota"]),
        ({"Location": "Blue Door", "State": "Minnesota"}, ["Minnesota"]),
        ({"Venue": "Blue Door", "City": "Austin", "State": "TX"}, ["Austin, Texas"]),
        ({"Venue": "Blue Door, Austin, TX"}, ["Austin, Texas"]),
        ({"Address": "12 Main St", "City": "Rochester", "State": "MN"}, ["Rochester, Minnesota"]),
        ({"Address": "700 Lavaca St, Austin", "State": "TX"}, ["Austin, Texas"]),
        ({"Address": "12 Main St", "State": "TX"}, ["Texas"]),
        ({"Location": "700 Lavaca St., Austin, TX 78701"}, ["Austin, Texas"]),
        ({"Location": "123 Main St Austin TX 78701"}, ["Austin, Texas"]),
        ({"Location": "Home Depot, 500 Oak Ave, San Antonio, TX 78205-1234, USA"}, ["San Antonio, Texas"]),
        ({"Location": "Austin, TX 78701"}, ["Austin, Texas"]),
        ({"Location": "Worcester, MA, 01608"}, ["Worcester, Massachusetts"]),
        ({"Location": "Worthington, Minnesota (meat plant)"}, ["Worthington, Minnesota"]),
        ({"Location": "Blue Door, Austin"}, ["Blue Door, Austin"]),
        ({"Location": "Courthouse in Austin, Texas"}, ["Austin, Texas"]),
        ({"Location": "Made in Texas"}, ["Made in Texas"]),
        ({"Location": "Austin/Travis County, TX"}, ["Austin, Texas", "Travis County, Texas"]),
        ({"Location": "Austin/Nowhereville, TX"}, ["Austin/Nowhereville, TX"]),
        ({"Location": "Winston-Salem, NC"}, ["Winston-Salem, North Carolina"]),
        ({"Location": "Texas (statewide)"}, ["Texas"]),
        ({"Location": "Statewide (Texas)"}, ["Texas"]),
        ({"City": "Near Austin", "State": "TX"}, ["Austin, Texas"]),
        ({"City": "Austin metro area", "State": "TX"}, ["Austin, Texas"]),
        ({"City": "Austin (Travis County)", "State": "TX"}, ["Austin, Texas"]),
        ({"City": "Central", "State": "LA"}, ["Central, Louisiana"]),
        ({"County": "Travis and Hays Counties", "State": "TX"}, ["Travis County, Texas", "Hays County, Texas"]),
        (
            {"County": "St. Mary and Iberia Parishes", "State": "LA"},
            ["St. Mary Parish, Louisiana", "Iberia Parish, Louisiana"],
        ),
        ({"State": "TX/OK"}, ["Texas", "Oklahoma"]),
        ({"State": "Texas, Oklahoma"}, ["Texas", "Oklahoma"]),
        ({"State": "Texas/Elsewhere"}, ["Texas/Elsewhere"]),
        ({"City/State": "Austin, TX"}, ["Austin, Texas"]),
        ({"Location": "1 Blue Rd, Nowhereville, TX"}, ["1 Blue Rd, Nowhereville, TX"]),
        ({"Place": "Springfield", "State": "IL"}, ["Springfield, Illinois"]),
        ({"Place": "Portland", "State": "ME"}, ["Portland, Maine"]),
        ({"Place": "Austin; Dallas", "State": "TX"}, ["Austin, Texas", "Dallas, Texas"]),
        ({"Place": "Austin, TX; Travis County, Texas", "City": "Austin"}, ["Austin, Texas", "Travis County, Texas"]),
        ({"Location": "Austin, TX", "City": "Austin", "State": "TX"}, ["Austin, Texas"]),
        ({"Place": "Nationwide"}, ["United States"]),
        ({"Place": "Statewide", "State": "TX"}, ["Texas"]),
        ({"City": "Austin, TX", "State": "TX"}, ["Austin, Texas"]),
        ({"City": "Austin TX 78701"}, ["Austin, Texas"]),
        ({"City": "Austin and Dallas", "State": "TX"}, ["Austin, Texas", "Dallas, Texas"]),
        ({"City": "Unknown", "County": "Travis", "State": "TX"}, ["Travis County, Texas"]),
        ({"City": "Rochestr", "State": "MN"}, ["Rochestr, MN"]),
        ({"City": "Washington", "State": "DC"}, ["Washington, D.C."]),
        ({"County": "Los Angeles", "State": "CA"}, ["Los Angeles County, California"]),
        ({"County": "Dona Ana", "State": "NM"}, ["Doña Ana County, New Mexico"]),
        ({"County": "Prince George's", "State": "MD"}, ["Prince George's County, Maryland"]),
        ({"County": "St. Johns", "State": "FL"}, ["St. Johns County, Florida"]),
        ({"County": "La Salle", "State": "IL"}, ["LaSalle County, Illinois"]),
        ({"County": "De Kalb", "State": "GA"}, ["DeKalb County, Georgia"]),
        ({"County": "Jefferson", "State": "LA"}, ["Jefferson Parish, Louisiana"]),
        ({"Parish": "East Baton Rouge", "State": "Louisiana"}, ["East Baton Rouge Parish, Louisiana"]),
        ({"County": "North Slope", "State": "AK"}, ["North Slope Borough, Alaska"]),
        ({"County": "Anchorage", "State": "AK"}, ["Anchorage, Alaska"]),
        ({"County": "Alexandria", "State": "VA"}, ["Alexandria, Virginia"]),
        ({"County": "Baltimore", "State": "MD"}, ["Baltimore County, Maryland"]),
        ({"County": "Baltimore City", "State": "MD"}, ["Baltimore, Maryland"]),
        ({"County": "Travis Co.", "State": "TX"}, ["Travis County, Texas"]),
        ({"County": "Travis County, TX", "State": "TX"}, ["Travis County, Texas"]),
        ({"County": "Travis, Hays", "State": "TX"}, ["Travis County, Texas", "Hays County, Texas"]),
        ({"County": "Travis", "State": "TX"}, ["Travis County, Texas"]),
        ({"County": "Orange", "State": "CA"}, ["Orange County, California"]),
        ({"County": "Orange"}, ["Orange"]),
        ({"County": "48453"}, ["Travis County, Texas"]),
        ({"County": "Statewide", "State": "FL"}, ["Florida"]),
        ({"County": "Multiple", "State": "TX"}, ["Texas"]),
        ({"County": "Nonesuch", "State": "TX"}, ["Nonesuch, TX"]),
        ({"State": "TX; OK"}, ["Texas", "Oklahoma"]),
    ],
)
def test_the_places_of_a_row(cells, places, tmp_path):
    event, remarks = only(tmp_path, cells)
    assert event["places"] == places
    told = str(event) + str(remarks)
    taken = {"State", "City/State", "Place", "Location", "City", "County", "Parish"}
    for heading, cell in cells.items():
        assert heading in taken or cell in told


@pytest.mark.parametrize("cell", ["Near Austin", "greater Austin", "Austin and vicinity"])
def test_words_around_a_place_are_kept_and_said(cell, tmp_path):
    event, remarks = only(tmp_path, {"City": cell, "State": "TX"})
    assert (event["places"], event["notes"]) == (["Austin, Texas"], f"City: {cell}")
    assert f"line 2: {cell!r} is entered as Austin, Texas; kept in notes" in remarks


@pytest.mark.parametrize("cell", ["Blue Door", "700 Lavaca St., Austin, TX 78701", "Austin, TX 78701"])
def test_what_a_cell_says_beside_the_place_is_kept(cell, tmp_path):
    event, _ = only(tmp_path, {"Location": cell, "City": "Austin", "State": "TX"})
    assert (event["places"], event["notes"]) == (["Austin, Texas"], f"Location: {cell}")


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("9.0", "9"),
        ("1,234.00", "1,234"),
        (">50", "more than 50"),
        (">= 50", "at least 50"),
        ("≥50", "at least 50"),
        ("<50", "fewer than 50"),
        ("~50", "about 50"),
        ("ca. 50", "about 50"),
        ("c. 50", "about 50"),
        ("50+", "50+"),
        ("50-60", "50-60"),
        ("est. 30", "about 30"),
        ("20ish", "about 20"),
        ("20 people", "20"),
        ("about 20 persons", "about 20"),
        ("1 505", "1505"),
        ("1\u202f505", "1505"),
        ("15 05", None),
        ("(20)", None),
        ("20 people and 3 dogs", None),
        ("9.5", None),
        ("50?", None),
        ("-9", None),
        ("TBD", None),
    ],
)
def test_counts_as_spreadsheets_write_them(cell, count, tmp_path):
    event, remarks = only(tmp_path, {"Arrests": cell})
    assert event.get("counts", {}).get("arrested") == count
    assert count is not None or (f"Arrests: {cell}" in event["notes"] and any("count" in one for one in remarks))


ROWS = "Date,Headline,City,State,Arrested\n2017-02-05,Nine held,Austin,TX,9\n2017-02-06,Two held,Dallas,TX,2\n"
DAYS = ["2017-02-05", "2017-02-06"]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (ROWS, None),
        ("\ufeff" + ROWS, None),
        ("\n,,\n" + ROWS, None),
        ("ICE raids in Texas,,,,\n,,,,\n" + ROWS, "line 4: 'ICE raids in Texas' is above the headings; left out"),
        ("Raids, by day\nSource: us\n\n" + ROWS, "line 5: 'Raids  by day' is above the headings; left out"),
        ("sep=;\n" + ROWS.replace(",", ";"), None),
        ("Raids\n" + ROWS.replace(",", "\t"), "line 3: 'Raids' is above the headings; left out"),
    ],
)
def test_where_the_headings_stand(text, remark, tmp_path):
    found = read(tmp_path, text)
    assert [event["date"] for event in found.events] == DAYS
    assert remark is None or remark in [one.replace(", by", "  by") for one in found.remarks]
    assert not [one for one in found.remarks if "above" in one] or remark


def test_unknown_headings_stand_in_the_first_row(tmp_path):
    found = read(tmp_path, "Wer,Was\na,b\nc,d\n")
    assert [event["notes"] for event in found.events] == ["Wer: a\nWas: b", "Wer: c\nWas: d"]


@pytest.mark.parametrize(
    ("row", "left_out"),
    [
        ("Total,,,,11", ["line 4: is a row of totals (Total; 11); left out"]),
        (",Grand total:,,,11", ["line 4: is a row of totals (Grand total:; 11); left out"]),
        ("2017-02-07,Total eclipse of the county,Austin,TX,1", []),
        ("2017-02-07,Total,Austin,TX,1", []),
    ],
)
def test_a_row_of_totals_is_no_event(row, left_out, tmp_path):
    found = read(tmp_path, f"{ROWS}{row}\n")
    assert found.left_out == left_out
    assert len(found.events) == 3 - len(left_out)


def test_the_sheet_of_timelinejs(tmp_path):
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit\n"
        "2017,2,5,,,,,,,Nine held,ICE agents held nine.,https://x.example/a,Valley Courier\n"
        "2017,2,,,2017,3,,,,Sweeps,Two months,,\n"
        "2017,2,5,8:30,,,,,Spring 2017,Later,,,\n"
    )
    found = read(tmp_path, text)
    assert sorted(event["date"] for event in found.events) == ["2017-02-05", "2017-02/2017-03", "2017-21"]
    [source] = next(event for event in found.events if event["title"] == "Nine held")["sources"]
    assert (source["url"], source["publisher"]) == ("https://x.example/a", "Valley Courier")


@pytest.mark.parametrize(
    ("encoding", "words"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")]
)
def test_other_encodings(encoding, words, tmp_path):
    found = read(tmp_path, ROWS.replace("Nine held", "Nine held at José’s").encode(encoding))
    assert found.events[0]["title"] == "Nine held at José’s"
    assert any(words in told for told in found.remarks)


def test_bytes_that_are_no_text_take_their_row_alone(tmp_path):
    data = (
        ROWS.replace("Nine held", "Nine held at José’s")
        .encode()
        .replace(b"\n", b"\n2017-02-05,Caf\xe9\n2017-02-06,a\0b\n", 1)
    )
    found = read(tmp_path, data)
    assert "Nine held at José’s" in [event["title"] for event in found.events]
    assert found.left_out == ["line 2: is not UTF-8 (byte 0xe9); left out", "line 3: contains a zero byte; left out"]
    (tmp_path / "x.jsonl").write_bytes(b'{"date": "2017", "title": "Caf\xe9"}\n{"date": "2018", "title": "x"}\n')
    found = make_events(read_records(tmp_path / "x.jsonl"), Columns(), "x")
    assert [event["date"] for event in found.events] == ["2018"]
    assert found.left_out == ["line 1: is not UTF-8 (byte 0xe9); left out"]


@pytest.mark.parametrize(
    "data",
    [
        b"Date\n\x81\x8d\n",
        b"\xff\xfea",
        b"Date\n\0\n",
        "Datum,Titel é,é\n".encode() + b"\xe92017,x\n",
        b"Date \xe9,\xc3\xa9\xc3\xa9\n2017,x\n",
    ],
)
def test_bytes_that_are_no_text(data, tmp_path):
    with pytest.raises(RaidlineError):
        read(tmp_path, data)


def test_a_cell_is_read_once_however_often_it_stands_in_a_table(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("raidline.importing.days.cell.in_words", asked.append)
    rows = "".join(f"3 of {n % 2} spring days,T{n}\n" for n in range(40))
    found = read(tmp_path, f"Date,Title\n{rows}")
    assert len(found.events) == 40
    assert 0 < len(asked) == len(set(asked))


def test_a_month_of_another_language_is_looked_up_once_for_all_its_days(tmp_path, monkeypatch):
    asked = []

    def parse(text, **_):
        asked.append(text)
        return datetime(2000, 8, 28) if "hakuna" in text else None

    monkeypatch.setattr("dateparser.parse", parse)
    rows = "".join(f"{n} {word} 2017,T\n" for n in range(1, 20) for word in ("hakuna", "matata"))
    found = read(tmp_path, f"Date,Title\n{rows}")
    assert [event.get("date") for event in found.events[:19]] == [f"2017-08-{n:02}" for n in range(1, 20)]
    assert len(asked) == 2


def test_many_unreadable_texts_share_a_line_and_few_have_their_own(tmp_path):
    rows = "".join(f"unclear {n},T,sweep-like\n" for n in range(12))
    remarks = read(tmp_path, f"Date,Title,Kind\n{rows}").remarks
    told = [one for one in remarks if "cannot be read" in one]
    assert told == [
        "line 2 and 11 more: date cannot be read (12 different texts, such as 'unclear 0', 'unclear 1', 'unclear 2'); kept in notes"
    ]
    assert "line 2 and 11 more: kind 'sweep-like' is unknown to raidline; kept in notes" in remarks


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        (["1.505"], [None]),
        (["1.505", "12.5"], [None, None]),
        (["1.505", "1,200"], [None, "1,200"]),
        (["1.505", "1.234.567"], ["1505", "1234567"]),
        (["1.505", "9,0"], ["1505", "9"]),
        (["> 1.505", "1.234.567"], ["more than 1505", "1234567"]),
        (["1.505", "9.0"], [None, "9"]),
        (["1.505", "12,5"], ["1505", None]),
        (["1,505"], ["1,505"]),
    ],
)
def test_a_point_may_stand_between_thousands(cells, counts, tmp_path):
    found = read(tmp_path, "Date;Title;Arrests\n" + "".join(f"2017-02-05;T;{cell}\n" for cell in cells))
    assert [event.get("counts", {}).get("arrested") for event in found.events] == counts
    for cell, count in zip(cells, counts, strict=True):
        assert count or f"Arrests: {cell}" in str(found.events)
    assert any("may have a point between thousands" in one for one in found.remarks) == (counts[0] is None)


@pytest.mark.parametrize("word", ["believed to be", "thought to be"])
def test_a_date_that_is_only_believed(word, tmp_path):
    [event] = read(tmp_path, f"Date,Title\n{word} March 2017,T\n").events
    assert event["date"] == "2017-03?"
    [event] = read(tmp_path, f"Date,Date precision,Title\nMarch 2017,{word},T\n").events
    assert event["date"] == "2017-03?"


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"Datum": "5. März 2017"}, "date", "2017-03-05"),
        ({"Fecha": "5 de marzo de 2017"}, "date", "2017-03-05"),
        ({"dateOfIncident": "2017-03-05"}, "date", "2017-03-05"),
        ({"Año": "2017", "Mes": "3"}, "date", "2017-03"),
        ({"Título": "Redada"}, "title", "Redada"),
        ({"eventName": "Raid"}, "title", "Raid"),
        ({"countyName": "Travis", "stateCode": "TX"}, "places", ["Travis County, Texas"]),
        ({"Date de début": "1er juin 2017", "Date de fin": "5 juin 2017"}, "date", "2017-06-01/2017-06-05"),
        ({"Data": "5 de março de 2017"}, "date", "2017-03-05"),
        ({"Ville": "Austin", "État": "Texas"}, "places", ["Austin, Texas"]),
        ({"Ort": "Austin, TX"}, "places", ["Austin, Texas"]),
        ({"Titre": "Rafle"}, "title", "Rafle"),
        ({"No. of people detained": "7"}, "counts", {"detained": "7"}),
        ({"Total arrests": "7"}, "counts", {"arrested": "7"}),
        ({"Number of People Arrested": "7"}, "counts", {"arrested": "7"}),
        (
            {"Link 1: url": "https://a.example/1", "Link 1: title": "Nine"},
            "sources",
            [{"url": "https://a.example/1", "title": "Nine", "publisher": "a.example"}],
        ),
    ],
)
def test_headings_of_programs_and_of_other_languages(cells, field, value, tmp_path):
    event, _ = only(tmp_path, cells)
    assert event[field] == value


def test_the_whole_sheet_of_timelinejs(tmp_path):
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
        "Media Caption,Media Thumbnail,Type,Group,Background\n"
        "2017,2,5,,,,,,,Nine held,ICE held nine.,https://x.example/a,Courier,Nine,,,operation,\n"
        "2017,2,1,,2017,3,31,,February to March 2017,Sweeps,Two months,,,,,,policy,#fff\n"
    )
    found = read(tmp_path, text)
    assert [(event["date"], event["kind"]) for event in found.events] == [
        ("2017-02/2017-03", "policy"),
        ("2017-02-05", "operation"),
    ]
    [source] = found.events[1]["sources"]
    assert (source["url"], source["publisher"], source["title"]) == ("https://x.example/a", "Courier", "Nine")
    assert {(one.heading, one.field, one.why) for one in found.columns} >= {
        ("Group", "kind", "heading"),
        ("Type", "notes", "empty"),
        ("Media", "url", "heading and cells"),
    }


def test_the_title_and_the_eras_of_a_sheet_of_timelinejs_are_no_events(tmp_path):
    text = (
        "Year,Month,Day,End Year,Display Date,Headline,Text,Media,Type,Group\n"
        ",,,,,Valley raids,A timeline,,title,\n"
        "2017,2,5,,,Nine held,,https://x.example/a,,\n"
        "2017,,,2018,,The second wave,,,Era,\n"
    )
    found = read(tmp_path, text)
    assert [event["title"] for event in found.events] == ["Nine held"]
    assert found.left_out == [
        "line 2: is the title of the timeline (Valley raids), not an event; left out",
        "line 4: is an era of the timeline (The second wave), not an event; left out",
    ]
    [event] = read(tmp_path, "Date,Title,Type\n2017-02-05,An era ends,era\n").events  # a sheet of another kind
    assert event["title"] == "An era ends"


@pytest.mark.parametrize(
    ("cells", "places", "said"),
    [
        ({"City": "Springfield", "ZIP": "62701"}, ["Springfield, Illinois"], "only the county or the state"),
        (
            {"City": "Springfield", "State": "IL", "Zip code": "62701-1234"},
            ["Springfield, Illinois"],
            "only the county or the state",
        ),
        (
            {"ZIP": "78701"},
            ["Travis County, Texas"],
            "'ZIP' has no field and says only the county or the state; kept in notes",
        ),
        ({"ZIP": "98901"}, ["Washington"], "only the county or the state"),  # in two counties
        ({"ZIP": "78701", "State": "TX"}, ["Travis County, Texas"], "only the county or the state"),
        ({"ZIP": "78701", "State": "WY"}, ["Wyoming"], "one of Texas, not of WY; WY counts"),
        (
            {"Postal code": "1608"},
            ["Worcester County, Massachusetts"],
            "only the county or the state",
        ),  # a spreadsheet dropped the zero
        ({"ZIP": "901.0"}, ["San Juan, Puerto Rico"], "only the county or the state"),
        ({"ZIP": "78701; 78702"}, ["Travis County, Texas"], "only the county or the state"),
        ({"City": "Austin", "State": "TX", "ZIP": "82501"}, ["Austin, Texas"], "one of Wyoming, not of TX; TX counts"),
        ({"City": "Austin", "ZIP": "09012"}, ["Austin, Texas"], "ZIP code '09012' names no state"),
        ({"City": "Austin", "ZIP": "78701; 82501"}, ["Austin, Texas"], "names no state"),
        ({"City": "Tijuana", "Country": "Mexico", "ZIP": "22000"}, ["Tijuana, Mexico"], "kept in notes"),
        ({"Address": "12 Main St, 78701"}, ["Travis County, Texas"], "Address"),
        ({"Address": "12 Main St, Springfield 62701"}, ["Springfield, Illinois"], ""),
        ({"Location": "Blue Door, Riverton 82501"}, ["Riverton, Wyoming"], ""),
    ],
)
def test_a_zip_code_says_the_county_or_the_state_and_no_town(cells, places, said, tmp_path):
    event, remarks = only(tmp_path, {"Date": "2017-02-05", "Title": "Raid", **cells})
    assert event["places"] == places
    assert said in str(remarks)
    assert all(cell in str(event) for name, cell in cells.items() if "ZIP" in name or "ode" in name)


def test_a_box_is_no_zip_code(tmp_path):
    event, _ = only(tmp_path, {"Date": "2017-02-05", "Address": "P.O. Box 78701"})
    assert "places" not in event
