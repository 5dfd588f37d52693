"""Sheets as text: cells between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.grid import Line, records_of
from raidline.importing.tables.joins.legends import with_legend
from raidline.importing.tables.layout import delimiter_of
from raidline.importing.tables.sheet import Sheet

LONGEST = 1_000_000  # characters in one cell


def read_delimited(text: str, layout: Layout) -> Iterator[InputRow]:
    """Yield the records of a sheet; csv.Error or ValueError if it cannot be one."""
    longest = csv.field_size_limit(LONGEST)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        sheet, told = with_legend(Sheet("", [Line(reader.line_num, row) for row in reader]))
        for record in records_of(sheet.lines, layout.header):
            yield record if record.problem else replace(record, remarks=(*told, *record.remarks))
            told = told if record.problem else ()
    finally:
        csv.field_size_limit(longest)
