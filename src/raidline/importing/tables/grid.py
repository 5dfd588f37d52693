"""Rows of cells become records: the headings are found, and what is no record is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from raidline.files.textfile import bytes_that_are_none
from raidline.importing import own
from raidline.importing.forms.bibliography import REMARK, headings_of_reports, is_bibliography, of_report
from raidline.importing.forms.periods import Periods, parted, periods_of
from raidline.importing.forms.slides import is_sheet_of_slides, no_event
from raidline.importing.records import InputRow
from raidline.importing.tables.alone import (
    county_alone,
    is_instruction,
    period_above,
    period_alone,
    source_above,
    stands_alone,
    state_alone,
    with_county,
    with_day,
    with_month,
    with_state,
    with_year,
)
from raidline.importing.tables.headings import is_known
from raidline.importing.tables.layout import FIRST_ROWS, headings_at, is_separator, is_total
from raidline.importing.tables.stacked import joined

_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n")
_NOTHING = re.compile(r"#N/?A!?", re.IGNORECASE)
_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)|Err:5\d\d", re.IGNORECASE)
_LINKING = re.compile(
    r"""=HYPERLINK\(\s*"(?P<link>[^"]+)"\s*(?:[,;]\s*"(?P<text>(?:[^"]|"")*)"\s*)?\)""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its number as its user sees it, its cells, and links and comments of cells by position."""

    number: int
    cells: Sequence[str]
    links: Mapping[int, str] = field(default_factory=dict)
    comments: Mapping[int, str] = field(default_factory=dict)


def records_of(lines: Iterable[Line], header: int | None, what: str = "line") -> Iterator[InputRow]:
    """Yield the records below the headings, which are in the row `header` or else where they are found.

    `what` names a row. ValueError if there is no such row, or if the headings are not text.
    """
    above, headed, below = _parted(lines, header, what)
    headings = _headings(headed.cells)
    if problem := bytes_that_are_none("".join(headings)):
        raise ValueError(f"the row of headings {problem}")
    ours = own.is_table(headings)
    titles = [" ".join(filter(None, line.cells)).strip() for line in above if not is_separator(line.cells)]
    periods = Periods({}) if ours else periods_of(headings, titles)
    source, address = ("", "") if ours else source_above(titles, headings)
    taken = {source: "its address is the source of each row"}
    told = tuple(f"{title[:60]!r} is above the headings; {taken.get(title, 'left out')}" for title in titles if title)
    told += tuple(
        f"the comment beside the heading {headings[at]!r} is left out: {comment[:200]!r}"
        for at, comment in headed.comments.items()
        if at < len(headings)
    )
    of_slides, of_reports = is_sheet_of_slides(headings), is_bibliography(headings)
    year, month = ("", "") if ours else period_above(titles)
    state = county = ""
    for line in below:
        if not any(cell.strip() for cell in line.cells):
            continue
        record = _record(line, headings, f"{what} {line.number}", ours=ours)
        if record.problem and any(between := period_alone(line.cells, year)):
            year, month = between
        if not record.problem:
            record = _dated(record, headings, year, month)
        state = (record.problem and state_alone(line.cells)) or state
        if state and not record.problem and (cells := with_state(record.cells, headings, state)):
            remark = "the state is that in the title above its rows"
            record = replace(
                record, cells=cells, headings=[*record.headings, "State"], remarks=(*record.remarks, remark)
            )
        if record.problem and state_alone(line.cells):
            county = ""
        county = (record.problem and county_alone(line.cells)) or county
        if county and not record.problem and (cells := with_county(record.cells, record.headings, county)):
            remark = "the county is that in the title above its rows"
            record = replace(
                record, cells=cells, headings=[*record.headings, "County"], remarks=(*record.remarks, remark)
            )
        if of_slides and not record.problem and (why := no_event(record.cells)):
            record = InputRow(record.where, {}, problem=why)
        if of_reports and not record.problem:
            cells, names = of_report(record.cells), headings_of_reports(record.headings)
            record = replace(record, cells=cells, headings=names, remarks=(*record.remarks, REMARK))
        if address and not record.problem:
            names = [*record.headings, "Source link"]
            record = replace(record, cells={**record.cells, "Source link": address}, headings=names)
        if told and not record.problem:
            record, told = replace(record, remarks=(*told, *record.remarks), above=tuple(titles)), ()
        yield from parted(record, periods)


def _dated(record: InputRow, headings: Sequence[str], year: str, month: str) -> InputRow:
    """Return a record with what the titles above it say of its date: the year, or the month and the year."""
    if cells := with_day(record.cells, headings, year, month):
        remark = "a bare day is of the month in the title above its rows"
    elif year and (cells := with_year(record.cells, headings, year)):
        cells = with_month(cells, headings, month)
        remark = "a date without a year is of the year in the title above its rows"
    else:
        return record
    return replace(record, cells=cells, remarks=(*record.remarks, remark))


def _parted(lines: Iterable[Line], header: int | None, what: str) -> tuple[Sequence[Line], Line, Iterator[Line]]:
    """Return the rows above the headings, the headings, which may stand in two rows, and the rows below."""
    lines = iter(lines)
    above: list[Line] = []
    if header is None:
        first = list(islice(lines, FIRST_ROWS))
        at = headings_at([line.cells for line in first])
        if 0 < at < len(first) and not _head(first[at : at + 2]) and _head(first[at - 1 : at + 1]):
            at -= 1
        above, lines = first[:at], chain(first[at:], lines)
    else:
        while (line := next(lines, None)) and line.number < header:
            above.append(line)
        if line is None:
            raise ValueError(f"has no {what} {header}, where its headings should be")
        lines = chain([line], lines)
    top = list(islice(lines, 2))
    if head := _head(top):
        return above, Line(top[0].number, head, comments={**top[0].comments, **top[1].comments}), lines
    return above, top[0] if top else Line(1, []), chain(top[1:], lines)


def _head(rows: Sequence[Line]) -> list[str] | None:
    """Return the headings that two rows make together; None if they do not."""
    return joined(rows[0].cells, rows[1].cells) if len(rows) == 2 else None


def _record(line: Line, headings: Sequence[str], where: str, *, ours: bool) -> InputRow:
    more = [f"column {n + 1}" for n in range(len(headings), len(line.cells))]
    names = [*headings, *more]
    cells = {name: cell for name, cell in zip(names, line.cells, strict=False) if cell.strip()}
    if problem := bytes_that_are_none("".join(line.cells)):
        return InputRow(where, {}, problem=problem)
    if ours:
        return InputRow(where, *own.from_row(cells))
    if problem := _no_record(line, cells, headings):
        below = next(iter(cells.values())).strip() if len(cells) == 1 else ""
        return InputRow(where, {}, problem=problem, below=below)
    links = {names[at] if at < len(names) else f"column {at + 1}": link for at, link in line.links.items()}
    read, remarks = {}, []
    for name, cell in cells.items():
        text, link = _linked(cell.strip())
        links |= {name: link} if link else {}
        if _ERROR.fullmatch(text):
            remarks.append(f"{name!r} contains {text}, an error of a spreadsheet; taken as empty")
        elif not _NOTHING.fullmatch(text):
            read[name] = _plain(text)
    comments = {names[at] if at < len(names) else f"column {at + 1}": text for at, text in line.comments.items()}
    return InputRow(where, read, remarks=tuple(remarks), links=links, headings=headings, comments=comments)


def _no_record(line: Line, cells: Mapping[str, str], headings: Sequence[str]) -> str:
    """Return what a row is that is no record, with its text; "" if it may be one."""
    repeats = all(cell.strip() == name for name, cell in cells.items())
    if is_total(cells):
        return f"is a row of totals ({'; '.join(cells.values())[:60]})"
    if repeats or (len(cells) > 1 and all(map(is_known, cells.values()))):
        return "repeats the headings"
    if is_instruction(cells):
        return f"says how to fill in the columns ({'; '.join(cells.values())[:60]})"
    why = "" if line.links else stands_alone(cells, headings)
    return f"{why}: {next(iter(cells.values())).strip()[:200]!r}" if why else ""


def _linked(cell: str) -> tuple[str, str]:
    """Return the text and the address of a cell with the formula of a link; the cell and "" for any other."""
    if match := _LINKING.fullmatch(cell):
        return (match["text"] or match["link"]).replace('""', '"'), match["link"]
    return cell, ""


def _headings(row: Sequence[str]) -> list[str]:
    """Return the headings; none is empty and none is repeated."""
    seen: Counter[str] = Counter()
    headings = []
    for n, cell in enumerate(row, 1):
        name = cell.strip() or f"column {n}"
        seen[name] += 1
        headings.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return headings


def _plain(cell: str) -> str:
    """Return the content of a cell, without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:].strip() if cell.startswith(_FORMULA) else cell
