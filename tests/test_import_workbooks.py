"""Workbooks as they are: links, dates as they are shown, merged cells, several sheets, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from raidline.errors import RaidlineError
from raidline.importing import Columns, Layout, make_events, read_records

HEAD = ["Date", "Headline", "City", "State", "Link", "Arrested"]
ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">
 <office:automatic-styles>
 <number:date-style style:name="N1"><number:month/><number:year/></number:date-style>
 <number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style>
 <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
 <style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/>
 <style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>
 </office:automatic-styles><office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"""


def ods(path, body, **others):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content.xml", body if body.startswith("<?xml") else ODS.format(body))
        for name, text in others.items():
            packed.writestr(name, text)
    return path


def table(*rows, name="Events", style=""):
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}" table:style-name="{style}">{inner}</table:table>'


def cell(text, inside="", **attributes):
    told = "".join(f' {name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{told}><text:p>{text}</text:p>{inside}</table:table-cell>"


def heads(*names):
    return "".join(cell(name) for name in names or HEAD)


def read(path, **layout):
    return make_events(read_records(path, Layout(**layout)), Columns(), "book")


@pytest.fixture
def book(tmp_path):
    """Return what saves a workbook with these rows, after something is done to its sheet."""

    def save(*rows, change=None, sheets=("Events",), head=HEAD):
        made = Workbook()
        made.active.title = sheets[0]
        for name in sheets[1:]:
            made.create_sheet(name)
        made.active.append(head)
        for row in rows:
            made.active.append(row)
        if change:
            change(made.active)
        path = tmp_path / "book.xlsx"
        made.save(path)
        return path

    return save


def test_a_workbook_is_read_like_a_table(book):
    path = book([datetime(2017, 2, 5), "Nine held", "Austin", "TX", "https://x.example/a", 9.0])
    [event] = read(path).events
    assert (event["date"], event["places"], event["counts"]) == ("2017-02-05", ["Austin, Texas"], {"arrested": "9"})
    assert event["sources"][0]["url"] == "https://x.example/a"


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("mmmm yyyy", "2017-02"),
        ("mmm-yy", "2017-02"),
        ("[$-409]mmmm\\ yyyy;@", "2017-02"),
        ('"in "mm/yyyy', "2017-02"),
        ("yyyy", "2017"),
        ("d/m/yyyy", "2017-02-05"),
        ("m/d/yy h:mm", "2017-02-05T14:30:00"),
        ("mm/dd/yyyy", "2017-02-05"),
        ("dddd, mmmm dd", "2017-02-05"),
        ("yyyy-mm-dd", "2017-02-05"),
    ],
)
def test_a_date_is_no_more_precise_than_its_cell_shows(shown, date, book):
    def change(sheet):
        sheet["A2"].number_format = shown

    [event] = read(book([datetime(2017, 2, 5, 14, 30), "T"], change=change)).events
    assert event["date"] == date


def test_links_of_cells_are_sources_wherever_they_stand(book):
    def change(sheet):
        sheet["B2"].hyperlink = "https://x.example/a?b=1&c=2#d"
        sheet["E3"].hyperlink = "https://y.example/b"
        sheet["E4"].value = '=HYPERLINK("https://z.example/c","Courier")'
        sheet["B5"].hyperlink = "mailto:desk@x.example"
        sheet["B6"].hyperlink = "#Events!A1"

    rows = [[f"2017-02-0{n}", f"T{n}", "Austin", "TX", "Valley Courier" if n == 2 else None] for n in range(1, 6)]
    found = read(book(*rows, change=change))
    urls = [event["sources"][0].get("url") for event in found.events]
    assert urls == ["https://x.example/a?b=1&c=2#d", "https://y.example/b", "https://z.example/c", None, None]
    assert [event["title"] for event in found.events] == ["T1", "T2", "T3", "T4", "T5"]
    assert "mailto:desk@x.example" in found.events[3]["notes"]
    assert not any("formula" in remark for remark in found.remarks)


def test_the_address_of_a_link_loses_what_lets_somebody_in(book):
    def change(sheet):
        sheet["B2"].hyperlink = "https://j:probe@x.example/a?token=probe"

    found = read(book(["2017-02-05", "T"], change=change))
    assert found.events[0]["sources"][0]["url"] == "https://x.example/a"
    assert "probe" not in str(found)


def test_merged_cells_fill_down_but_not_across(book):
    def change(sheet):
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("C2:D3")
        sheet["A2"].hyperlink = "https://x.example/a"

    rows = [["2017-02-05", "One", "Austin, TX"], [None, "Two"], [None, "Three"], [None, "Four"]]
    found = read(book(*rows, change=change))
    assert [event.get("date") for event in found.events] == ["2017-02-05"] * 3 + [None]
    assert [event.get("places") for event in found.events] == [["Austin, Texas"]] * 2 + [None] * 2
    assert [event["sources"][0].get("url") for event in found.events] == ["https://x.example/a"] * 3 + [None]


def test_cells_without_a_value(book):
    path = book(
        ["2017-02-05", "T", "#N/A", "TX", None, "#REF!"], ["2017-02-06", "=1+1", time(14, 30), "TX", None, True]
    )
    found = read(path)
    assert found.events[0]["places"] == ["Texas"]
    assert any("'Arrested' contains #REF!" in remark for remark in found.remarks)
    assert any("B3 has a formula whose result is not in the file" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    ("sheets", "wanted", "outcome"),
    [
        (("Events",), None, "T"),
        (("Events", "Empty"), None, "T"),
        (("Events", "Read me"), None, "T"),
        (("Events", "Other"), None, "has the sheets 'Events', 'Other'; say which with --sheet"),
        (("Events", "Copy"), None, "has the sheets 'Events', 'Copy'; say which with --sheet"),
        (("Events", "More"), "Events", "T"),
        (("Events", "More"), "more", "T2"),
        (("Events", "More"), "Mroe", "has no sheet 'Mroe' - did you mean 'More'?"),
        (("Events", "More"), "xyz", "has no sheet 'xyz' - it has 'Events', 'More'"),
    ],
)
def test_which_sheet_is_meant(sheets, wanted, outcome, book):
    def change(sheet):
        if "Read me" in sheets:
            sheet.parent["Read me"].append(["This list was made by hand."])
        if "Other" in sheets:
            sheet.parent["Other"].append(["Date", "Jurisdiction", "Policy", "Publisher"])
        if "Copy" in sheets:
            sheet.parent["Copy"].append(HEAD)
            sheet.parent["Copy"].append(["2017-02-05", "T"])
        if "More" in sheets:
            sheet.parent["More"].append(HEAD)
            sheet.parent["More"].append(["2017-02-06", "T2"])

    path = book(["2017-02-05", "T"], change=change, sheets=sheets)
    if len(outcome) > 2:
        with pytest.raises(RaidlineError, match=outcome.replace("?", r"\?")):
            read(path, sheet=wanted)
        return
    found = read(path, sheet=wanted)
    assert [event["title"] for event in found.events] == [outcome]
    assert ("Read me" in sheets) == any("left out: 'Read me'" in remark for remark in found.remarks)


def test_a_hidden_sheet_is_read_only_by_its_name(book):
    def change(sheet):
        hidden = sheet.parent["Old"]
        hidden.append(HEAD)
        hidden.append(["2016", "Old one"])
        hidden.sheet_state = "hidden"

    path = book(["2017-02-05", "T"], change=change, sheets=("Events", "Old"))
    found = read(path)
    assert [event["title"] for event in found.events] == ["T"]
    assert any("left out: 'Old'" in remark for remark in found.remarks)
    assert [event["title"] for event in read(path, sheet="Old").events] == ["Old one"]


def test_hidden_rows_and_columns_are_read_and_named(book):
    def change(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["C"].hidden = True

    rows = [[f"2017-02-0{n}", f"Raid {n}", "Austin", "TX"] for n in range(1, 5)]
    found = read(book(*rows, change=change))
    assert [event["title"] for event in found.events] == ["Raid 1", "Raid 2", "Raid 3", "Raid 4"]
    said = [remark for remark in found.remarks if "hidden" in remark]
    assert said == [
        "row 2: the column 'City' is hidden in the sheet 'Events'; read all the same",
        "row 3 and 1 more: is hidden in the sheet 'Events', by hand or by a filter; read all the same",
    ]
    assert not [remark for remark in read(book(*rows)).remarks if "hidden" in remark]


def test_rows_that_are_hidden_as_a_matter_of_course(book):
    def change(sheet):
        sheet.sheet_format.zeroHeight = True
        sheet.row_dimensions[1].hidden = False

    found = read(book(["2017-02-01", "One"], ["2017-02-02", "Two"], change=change))
    assert any(remark.startswith("row 2 and 1 more: is hidden") for remark in found.remarks)


@pytest.mark.parametrize(("visibility", "hidden"), [("collapse", True), ("filter", True), ("visible", False)])
def test_hidden_rows_and_columns_of_an_ods_are_read_and_named(tmp_path, visibility, hidden):
    away = f'table:visibility="{visibility}"'
    rows = "".join(
        f"<table:table-row {more}>{cell(day)}{cell(f'Raid {day}')}{cell('Austin')}</table:table-row>"
        for day, more in (("2017-02-01", ""), ("2017-02-02", away), ("2017-02-03", away))
    )
    columns = f'<table:table-column table:number-columns-repeated="2"/><table:table-column {away}/>'
    body = f'<table:table table:name="E">{columns}<table:table-row>{heads("Date", "Title", "City")}</table:table-row>{rows}</table:table>'
    found = read(ods(tmp_path / "x.ods", body))
    assert len(found.events) == 3
    said = " ".join(found.remarks)
    assert ("row 3 and 1 more: is hidden in the sheet 'E'" in said) is hidden
    assert ("the column 'City' is hidden in the sheet 'E'" in said) is hidden


YEARS = {"2019": [["Feb 5", "One"], [None, "Two"]], "2020": [["3/4/2018", "Three"], ["2/5", "Four"]]}


def _sheets(path, sheets, head=HEAD[:3]):
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in [head, *rows] if rows and rows[0] != ["-"] else [["Read me"], ["Ask the desk"]]:
            sheet.append(row)
    made.save(path)
    return path


def test_sheets_with_the_same_headings_are_one_table_and_their_names_say_the_year(tmp_path):
    found = read(_sheets(tmp_path / "x.xlsx", {"About": [["-"]], **YEARS}))
    dates = {event["title"]: event.get("date") for event in found.events}
    assert dates == {"One": "2019-02-05", "Two": "2019", "Three": "2018-03-04", "Four": "2020-02-05"}
    said = "\n".join(found.remarks)
    assert "the sheets with the same headings are read ('2019', '2020'); left out: 'About'" in said
    assert "row 2 of '2019' and 2 more: a date without a year is of the year in the name of its sheet" in said


def test_the_name_of_a_sheet_stays_with_its_rows(tmp_path):
    path = _sheets(tmp_path / "x.xlsx", {"Texas": [["2017-02-05", "One"]], "Ohio 2018": [["Feb 6", "Two"]]})
    found = {event["title"]: event for event in read(path).events}
    assert "sheet: Texas" in found["One"]["notes"]
    assert found["Two"]["date"] == "2018-02-06"
    mapped = make_events(read_records(path), Columns(columns={"sheet": "notes"}), "book")
    assert len(mapped.events) == 2
    [alone] = read(path, sheet="Ohio 2018").events
    assert (alone["date"], "sheet:" in alone.get("notes", "")) == ("2018-02-06", False)


@pytest.mark.parametrize("name", ["FY2018", "2018-2019", "2018 and 2019", "Sheet1"])
def test_a_name_that_is_no_year_dates_nothing(tmp_path, name):
    [event] = read(_sheets(tmp_path / "x.xlsx", {name: [["Feb 5", "One"]]})).events
    assert "date" not in event


def test_sheets_with_other_headings_are_not_guessed(tmp_path):
    path = _sheets(tmp_path / "x.xlsx", {"2019": [["2019", "One"]]})
    made = load_workbook(path)
    other = made.create_sheet("Policies")
    other.append(["Jurisdiction", "Policy", "Effective", "Link"])
    other.append(["Ohio", "None", "2019", ""])
    made.save(path)
    with pytest.raises(RaidlineError, match="say which with --sheet"):
        read(path)


def test_headings_and_rows_are_named_as_a_spreadsheet_numbers_them(book):
    def change(sheet):
        sheet.insert_rows(1, 4)
        sheet["A1"] = "Raids in Texas"

    found = read(book(["2017-02-05", "T"], ["Total", None, None, None, None, 11], change=change))
    assert found.left_out == ["row 7: is a row of totals (Total; 11); left out"]
    assert "row 6: 'Raids in Texas' is above the headings; left out" in found.remarks


def test_options_that_do_not_go_with_the_file(book, tmp_path):
    path = book(["2017", "T"])
    with pytest.raises(RaidlineError, match="--encoding is for text"):
        read(path, encoding="utf-8")
    (tmp_path / "x.csv").write_text("Date\n2017\n")
    with pytest.raises(RaidlineError, match="--sheet is for workbooks"):
        read(tmp_path / "x.csv", sheet="Events")
    assert len(read(path, header=1).events) == 1


def test_without_the_extra_the_message_says_what_to_install(book, monkeypatch):
    path = book(["2017", "T"])
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(RaidlineError, match=r"pip install 'raidline\[tables\]'"):
        read(path)


def test_an_ods_is_read_like_a_table(tmp_path):
    body = table(
        '<table:table-cell table:number-columns-repeated="6"><text:p>Raids</text:p></table:table-cell>',
        heads(),
        cell("Feb 2017", office_value_type="date", office_date_value="2017-02-05", table_style_name="month")
        + cell("Nine<text:s text:c='1'/>held", "<office:annotation><text:p>a comment</text:p></office:annotation>")
        + cell("Austin", table_number_rows_spanned="2")
        + cell("TX", table_number_rows_spanned="2")
        + cell('<text:a xlink:href="https://x.example/a">Courier</text:a>')
        + cell("9.00", office_value_type="float", office_value="9"),
        cell("5.2.2017", office_value_type="date", office_date_value="2017-02-05T14:30:00", table_style_name="day")
        + cell("Two held")
        + "<table:covered-table-cell/><table:covered-table-cell/>"
        + cell("Courier", table_formula="of:=HYPERLINK(&quot;https://y.example/b&quot;;&quot;Courier&quot;)")
        + cell("#N/A"),
        '<table:table-cell table:number-columns-repeated="16384"/>',
    )
    found = read(ods(tmp_path / "x.ods", body))
    assert [event["date"] for event in found.events] == ["2017-02", "2017-02-05"]
    assert [event["title"] for event in found.events] == ["Nine held", "Two held"]
    assert "(comment): a comment" in found.events[0]["notes"]
    assert [event["places"] for event in found.events] == [["Austin, Texas"]] * 2
    assert [event["sources"][0]["url"] for event in found.events] == ["https://x.example/a", "https://y.example/b"]
    assert [event.get("counts") for event in found.events] == [{"arrested": "9"}, {"detained": "2"}]


def test_the_sheets_of_an_ods(tmp_path):
    one = table(heads(), cell("2017-02-05") + cell("One"), name="One")
    two = table(heads("Date", "Place", "Policy"), cell("2017-02-05") + cell("Two"), name="Two")
    hidden = table(heads(), cell("2016") + cell("Old"), name="Old", style="away")
    with pytest.raises(RaidlineError, match="has the sheets 'One', 'Two'; say which with --sheet"):
        read(ods(tmp_path / "x.ods", one + two + hidden))
    assert [event["title"] for event in read(tmp_path / "x.ods", sheet="Old").events] == ["Old"]


def packed(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(name.replace("__", "/")), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("x.xlsx", b"Date,Title\n2017,T\n", "is not a workbook"),
        ("x.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "has a password, or is an old .xls file"),
        ("x.ods", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "has a password, or is an old .xls file"),
        ("x.xlsx", packed(a="b"), "is not a workbook, or is broken"),
        ("x.xlsx", packed(a="0" * 200_000_000), "is too large when unpacked"),
        ("x.ods", packed(**{"content.xml": "0" * 200_000_000}), "is too large when unpacked"),
        ("x.ods", packed(a="b"), "has no content"),
        ("x.ods", packed(**{"content.xml": "<a>"}), "is broken"),
        ("x.ods", packed(**{"content.xml": f"{BOMB}<a>&i;</a>"}), "is broken"),
        ("x.ods", packed(**{"content.xml": "\0", "META-INF__manifest.xml": "<encryption-data/>"}), "has a password"),
        ("x.ods", packed(**{"content.xml": ODS.format("")}), "contains no records"),
        ("x.xlsx", b"PK\x03\x04" + b"\0" * 40, "is not a workbook"),
        ("x.xls", b"", "cannot tell its format"),
    ],
)  # fmt: skip
def test_hostile_and_broken_workbooks_are_refused_in_one_line(name, raw, words, tmp_path):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(RaidlineError, match=words):
        read(tmp_path / name)


def test_a_sheet_that_ends_a_million_rows_below(book):
    def change(sheet):
        sheet["XFD2"].number_format = "0.00"
        sheet["A1048576"].number_format = "0.00"
        sheet["B1048570"] = "Last"

    path = book(["2017-02-05", "T"], change=change)
    merged = "".join(f'<mergeCell ref="F{row}:F1048000"/>' for row in range(3, 500))
    edit(
        path,
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        f'</sheetData><mergeCells><mergeCell ref="A2:A1048576"/>{merged}</mergeCells>',
    )
    found = read(path)
    assert [(event["date"], event["title"]) for event in found.events] == [("2017-02-05", "T"), ("2017-02-05", "Last")]


def test_too_many_merged_cells(book):
    path = book(["2017-02-05", "T"])
    merged = "".join(f'<mergeCell ref="F{row}:F{row + 1}"/>' for row in range(3, 50_100))
    edit(path, "xl/worksheets/sheet1.xml", "</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    with pytest.raises(RaidlineError, match="more than 50,000 merged cells"):
        read(path)


def edit(path, name, old, new):
    """Change a file in a workbook as no program would write it."""
    with zipfile.ZipFile(path) as made:
        files = {one: made.read(one) for one in made.namelist()}
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for one, raw in files.items():
            made.writestr(one, raw)


def test_a_cell_beyond_the_columns_that_are_read_is_told(book):
    with pytest.raises(RaidlineError, match="more than 1,000 columns"):
        read(book(["2017-02-05", "T"], change=lambda sheet: sheet.cell(2, 2000, "far away")))


def test_repeated_rows_of_an_ods_are_bounded(tmp_path):
    body = table(heads(), cell("2017")).replace(
        "<table:table-row><table:table-cell><text:p>2017",
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell><text:p>2017',
    )
    with pytest.raises(RaidlineError, match="more than 150,000 rows"):
        read(ods(tmp_path / "x.ods", body))
    wide = table(heads(), cell("x", table_number_columns_repeated="16384"))
    with pytest.raises(RaidlineError, match="more than 1,000 columns"):
        read(ods(tmp_path / "y.ods", wide))


def test_a_text_is_not_a_formula_and_a_formula_is_not_run(book):
    def change(sheet):
        sheet["B2"] = Cell(sheet, value="x").value
        sheet["B2"].value, sheet["B2"].data_type = "=cmd|' /C calc'!A0", "s"

    [event] = read(book(["2017-02-05", "T"], change=change)).events
    assert event["title"] == "=cmd|' /C calc'!A0"


def test_comments_beside_cells_are_kept(book):
    from openpyxl.comments import Comment  # noqa: PLC0415 - an extra

    def change(sheet):
        sheet["B2"].comment = Comment("Ann Vale:\nOne paper says ten.", "Ann Vale")
        sheet["C3"].comment = Comment("see https://j:probe@x.example/a?token=probe", "x")
        sheet["A1"].comment = Comment("as written in the log", "x")

    found = read(book(["2017-02-05", "T", "Austin", "TX"], ["2017-02-06", "U", "", "TX"], change=change))
    notes = [event["notes"] for event in found.events]
    assert [note.splitlines()[0].partition(" (comment): ")[2] for note in notes] == [
        "One paper says ten.",
        "see https://x.example/a",
    ]
    assert any("as written in the log" in remark for remark in found.remarks)
    assert any("comments beside cells are kept in notes" in remark for remark in found.remarks)
    assert "probe" not in str(found)
    assert "Ann Vale" not in str(found)
