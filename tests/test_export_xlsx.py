"""Workbooks as openpyxl and `import` read them: texts stay texts, nothing runs, the same data gives the same bytes."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook

from raidline.errors import RaidlineError
from raidline.export import Options, export_chunks, left_out, not_kept
from raidline.importing import Columns, make_events, read_records
from raidline.interchange.table import COLUMNS, cells_of
from samples import HERALD, HOSTILE, make_event, timeline_of

LITERAL = [
    "08031",
    "June 2009",
    "2017-02",
    "=1+1",
    "+1",
    "@a",
    "'=1",
    "#N/A",
    "TRUE",
    "1e5",
    "a\nb",
    "_x0041_",
    "_x",
    "<&>\"'",
]

OFFICE = shutil.which("soffice")


def exported(*events, **options):
    return b"".join(export_chunks(timeline_of(*events), "xlsx", Options(**options)))


def sheets(data):
    """Return the rows of each sheet, as cells of openpyxl."""
    book = load_workbook(io.BytesIO(data))
    return {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book.worksheets}


def column(rows, name):
    at = [cell.value for cell in rows[0]].index(name)
    return [row[at] for row in rows[1:]]


@pytest.mark.parametrize("text", LITERAL)
def test_a_cell_holds_the_text_as_it_is_and_keeps_it_when_it_is_edited(text):
    quoted = HERALD | {"quote": text}
    found = sheets(exported(make_event(title=text, summary=text, sources=[quoted])))
    for name, sheet in (("title", "events"), ("summary", "events"), ("quote", "sources")):
        [cell] = column(found[sheet], name)
        assert (cell.value.replace("_x005F_", "_"), cell.data_type, cell.number_format) == (text, "s", "@")


def test_no_cell_is_a_formula_a_link_or_a_number():
    data = exported(HOSTILE, make_event("sum", title="=SUM(A1:A9)", agencies=["=cmd|' /C calc'!A0"]))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
            text = packed.read(name).decode()
            assert not any(mark in text for mark in ("<f>", "<f ", "hyperlink", 't="n"', 't="str"', "<v>"))
        assert "xl/externalLinks" not in "".join(packed.namelist())


def test_the_sheets_hold_what_the_columns_of_a_csv_hold():
    second = HERALD | {"url": "https://herald.example/2", "says": {"date": "2017-01"}, "page": 3}
    timeline = timeline_of(make_event(places=["Denver, Colorado"], sources=[HERALD, second]))
    events, sources = sheets(b"".join(export_chunks(timeline, "xlsx"))).values()
    cells = cells_of(timeline.entries[0])
    for name in COLUMNS:
        if name != "sources":
            assert [cell.value or "" for cell in column(events, name)] == [cells[name]], name
    assert column(events, "place_codes")[0].value == "US-0820000"
    assert [cell.value for cell in column(sources, "event")] == [timeline.entries[0].event.id] * 2
    assert [cell.value for cell in column(sources, "url")] == [HERALD["url"], "https://herald.example/2"]
    assert [cell.value for cell in column(sources, "page")] == [None, "3"]
    assert column(sources, "says")[1].value == '{"date": "2017-01"}'


def test_notes_and_the_page_of_an_event_are_columns_of_their_own():
    event = make_event("noted", notes="Ask again.")
    assert "notes" not in [cell.value for cell in sheets(exported(event))["events"][0]]
    rows = sheets(exported(event, with_notes=True, base_url="https://example.org/t/"))["events"]
    assert column(rows, "notes")[0].value == "Ask again."
    assert column(rows, "permalink")[0].value == "https://example.org/t/events/noted/"


def test_the_bytes_say_nothing_of_the_moment(monkeypatch):
    data = exported(make_event(), HOSTILE)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 0, 0, 0))
    assert exported(HOSTILE, make_event()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    told = load_workbook(io.BytesIO(data)).properties
    assert (told.creator, told.created, told.modified) == ("raidline", datetime(1980, 1, 1), datetime(1980, 1, 1))


def test_a_text_too_long_for_a_cell_is_cut_and_told():
    events = [make_event("long", summary="x" * 32_768), make_event("fits", summary="x" * 32_767)]
    wide = make_event("wide", summary="\U0001f600" * 16_384, sources=[HERALD | {"quote": "y" * 40_000}])
    texts = [cell.value for cell in column(sheets(exported(*events, wide))["events"], "summary")]
    assert sorted(len(text.encode("utf-16-le")) // 2 for text in texts) == [32_766, 32_767, 32_767]
    told = {(event_id, key) for event_id, key, _ in not_kept(timeline_of(*events, wide), "xlsx")}
    assert told == {("long", "summary"), ("wide", "summary"), ("wide", "sources")}


def test_of_two_events_with_one_id_the_second_is_named():
    timeline = timeline_of(make_event("same", "2016"), make_event("same", "2017"))
    assert [event_id for event_id, _ in left_out(timeline, "xlsx")] == ["same"]
    assert len(sheets(b"".join(export_chunks(timeline, "xlsx")))["events"]) == 2


def test_without_the_extra_the_message_says_what_to_install(folder, run, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    code, out, err = run("export", "-o", "x.xlsx")
    assert (code, out) == (2, "")
    assert "writing workbooks needs more: pip install 'raidline[tables]'" in err
    assert not (folder / "x.xlsx").exists()


def test_what_is_edited_in_the_sheet_of_sources_is_read(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(exported(make_event("a", "2016"), make_event("b", "2017")))
    book = load_workbook(path)
    book["sources"]["B2"] = "The Other Herald"
    book["sources"].append(["c", "Nobody's", "2017-02-03"])
    book["events"]["B3"] = "An edited title"
    book.save(path)
    found = make_events(read_records(path), Columns(), "x")
    assert [event["sources"][0]["publisher"] for event in found.events] == ["The Other Herald", "The Evening Star"]
    assert found.events[1]["title"] == "An edited title"
    assert any("row 4 of 'sources' names no event of the other sheet: 'c'; left out" in one for one in found.remarks)


def test_another_workbook_with_these_names_is_one_of_others(tmp_path):
    book = load_workbook(io.BytesIO(exported(make_event())))
    book["sources"]["B1"] = "outlet"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(RaidlineError, match="say which with --sheet"):
        list(read_records(tmp_path / "x.xlsx"))


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_libreoffice_reads_the_same_values(tmp_path):
    sources = [HERALD | {"quote": text} for text in LITERAL]
    events = [make_event(f"e{number}", title=text, summary=text) for number, text in enumerate(LITERAL)]
    book = tmp_path / "book.xlsx"
    book.write_bytes(exported(*events, make_event("all", places=["Denver, Colorado"], sources=sources)))
    every_sheet_as_shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", every_sheet_as_shown, "--outdir", tmp_path, book]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, rows in sheets(book.read_bytes()).items():
        with (tmp_path / f"book-{name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.reader(file))
        assert read == [[(cell.value or "").replace("_x005F_", "_") for cell in row] for row in rows]
