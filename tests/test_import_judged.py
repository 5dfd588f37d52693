"""Tables and calendars in the words of bug reports about other programs, each with what has to come out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from raidline.errors import RaidlineError
from raidline.importing import Columns, make_events, read_records

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases" / "tables.jsonl"
RIGHT = 53  # of as many

# By the id of a case: the days wanted ("" for an event without any), else a list of places, a dictionary of counts, or
# what the error says.
WANTED = {
    "cell-0": ["2017-03-04/.."],
    "cell-1": ["2017-03-04/.."],
    "cell-2": ["2017-03-04~"],
    "cell-4": ["../2017-03-04"],
    "cell-8": ["2017-03-04~"],
    "cell-10": ["2017-03-04/2017-03-06"],
    "cell-12": ["2017-03-04/2017-03-06"],
    "cell-14": ["2025-05-16"],
    "cell-16": ["2017-10"],
    "cell-17": [""],
    "cell-18": [""],
    "cell-19": ["2012-11-19"],
    "cell-22": ["2017-03-06/2017-03-12"],
    "cell-23": ["2014/.."],
    "cell-24": ["2017-03"],
    "cell-26": [""],
    "prec-1": ["2025"],
    "file-0": ["2017-02-05", "2017-02-06"],
    "file-2": ["2017-02-05", "2017-02-06"],
    "file-3": ["2017-02-05", "2017-02-06"],
    "file-5": ["2017-02-05", "2017-02-06"],
    "file-7": ["2017-02-05", "2017-02-06"],
    "file-8": ["2017-02-05", "2017-02/2017-03"],
    "file-17": {"arrested": "9", "injured": "more than 50"},
    "ics-2": ["2017-03-16"],
    "ics-8": ["2017-03-15/2017-03-17"],
    "ics-10": ["2017-03-15", "2017-03-16"],
} | {f"ics-{number}": ["2017-03-15"] for number in (0, 1, 3, 5, 6, 7, 9, 11, 12, 13)}


def table(case):
    """Return the file of a case: a table of one row, or its bytes as they stand."""
    told = case["input"]
    if not isinstance(told, dict):
        return told.encode("latin-1")
    row = told["csv"]
    cells = row if isinstance(row, dict) else dict(cell.split("=", 1) for cell in _cells(case["id"], row))
    quoted = (",".join(f'"{cell}"' for cell in line) for line in (cells, cells.values()))
    return "\n".join(quoted).encode()


def _cells(name, row):
    return [row] if name.startswith("cell") else row.split(",")


def is_right(case, folder):
    path = folder / case["file"]
    path.write_bytes(table(case))
    try:
        found = make_events(read_records(path), Columns(), "x")
    except RaidlineError:
        return False
    if case["id"] in WANTED and isinstance(WANTED[case["id"]], dict):
        return [event["counts"] for event in found.events] == [WANTED[case["id"]]]
    if case["id"] in WANTED:
        named = all(event.get("date") or "cannot be read" in str(found.remarks) for event in found.events)
        return named and sorted(event.get("date", "") for event in found.events) == WANTED[case["id"]]
    return [event["places"] for event in found.events] == [case["expected"]]  # those of places are lists


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")
def test_the_cases_of_tables(tmp_path):
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    wrong = [case["id"] for case in cases if not is_right(case, tmp_path)]
    assert wrong == []
    assert len(cases) == RIGHT
