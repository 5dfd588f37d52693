"""Tables with a column for each month: each of their cells is a record of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.importing.days.cell import read_date
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import field_of, is_known, plain_heading

_LEAST = 3  # columns that follow each other in time
_SHORT = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?[-\s/'’]*(?P<year>\d{2}|\d{4})")  # Oct-25, Oct '25, Oct 2025
_MONTH = re.compile(r"[A-Za-z]{3,9}\.?")
_YEAR = re.compile(r"(?<!fiscal year )(?<!fiscal )(?<!FY )(?<!FY)(?<!\d)(20\d\d)(?![\d/-])", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand |running )?totals?|sum|ytd|year to date|average|avg|change|% ?change", re.IGNORECASE)
_NUMBER = re.compile(r"[<>≤≥~≈]{0,2}\s*\d[\d,. ]*\+?")
_NOTHING = re.compile(r"(?:0+(?:[.,]0+)?|[-–—.*]+|n/?a|none|nil|x|no data|unknown|\?)?", re.IGNORECASE)
_OPERATIONS = ("arrested", "detained", "deported", "released")
_ENOUGH_WORDS = 2  # of a text that tells what happened
WHEN, WHAT, KIND = "Time period", "What happened", "Kind"
_COUNTED = {"arrested": "Arrested", "detained": "Detained", "deported": "Deported", "injured": "Injured"}


@dataclass(frozen=True, slots=True)
class Periods:
    """The columns of a wide table: the date in EDTF of each, and the heading that their numbers get.

    `sums` are the columns that add them up. Without `dates`, the table is not wide.
    """

    dates: Mapping[str, str]
    counted: str = ""
    sums: Sequence[str] = ()


def periods_of(headings: Sequence[str], titles: Sequence[str]) -> Periods:
    """Return the columns that are periods of time, each of which begins where another ends, as the headings say.

    Months without a year are of the only year that the titles above the table say; these also say what is counted. A
    table with a column of dates is not wide, whatever else it has.
    """
    if any(field_of(one) in ("date", "date_year", "date_month") for one in headings):
        return Periods({})
    years = {year for title in titles for year in _YEAR.findall(title)}
    year = years.pop() if len(years) == 1 else ""
    read = {one: when for one in headings if (when := _period(one, year))}
    starts = sorted(when.earliest.toordinal() for when in read.values() if when.earliest)
    ends = {when.latest.toordinal() for when in read.values() if when.latest}
    if len(read) < _LEAST or len(set(starts)) < len(read) or not all(b - 1 in ends for _, b in pairwise(starts)):
        return Periods({})
    sums = [one for one in headings if _TOTAL.fullmatch(one.strip())]
    return Periods({one: when.text for one, when in read.items()}, _counted([*titles, *headings]), sums)


def parted(record: InputRow, periods: Periods) -> Iterator[InputRow]:
    """Yield a record for each cell of a row below a period: its number, or what it says; the row if it has a problem.

    A cell with nothing or zero in it is of no event. A row with nothing else is one with a problem.
    """
    if not periods.dates or record.problem:
        yield record
        return
    below = {name: cell for name, cell in record.cells.items() if name in periods.dates}
    told = {name: cell for name, cell in below.items() if not _NOTHING.fullmatch(cell.strip())}
    left = {name: cell for name, cell in record.cells.items() if name not in periods.dates and name not in periods.sums}
    headings = [one for one in record.headings if one not in periods.dates and one not in periods.sums]
    if not told:
        yield InputRow(record.where, {}, problem="has no number below any period")
        return
    first, *_, last = periods.dates
    remarks = [f"the columns from {first!r} to {last!r} are periods; each number below them becomes an event"]
    remarks += [f"column {name!r} adds up others; left out" for name in periods.sums]
    remarks += ["cells with no number or zero are of no event; left out"] if len(told) < len(periods.dates) else []
    for name, cell in told.items():
        cells = {**left, WHEN: periods.dates[name], **_said(cell.strip(), periods.counted)}
        comments = {WHEN if heading == name else heading: text for heading, text in record.comments.items()}
        yield replace(
            record,
            cells=cells,
            headings=[*headings, *(one for one in cells if one not in headings)],
            remarks=(*record.remarks, *remarks),
            links={heading: link for heading, link in record.links.items() if heading in cells},
            comments={heading: text for heading, text in comments.items() if heading in cells},
            key=f"{record.key} {periods.dates[name]}" if record.key else "",
        )
        record = replace(record, remarks=())


def _said(cell: str, counted: str) -> dict[str, str]:
    if len(cell.split()) >= _ENOUGH_WORDS and not _NUMBER.fullmatch(cell):
        return {WHAT: cell}
    kind = {KIND: "operation"} if counted in _OPERATIONS else {}
    return {_COUNTED.get(counted, f"Number {counted}".strip()): cell, **kind}


def _period(heading: str, year: str) -> Edtf | None:
    """Return the time that a heading is; a month with two digits behind it is one of that year, not a day."""
    text = " ".join(heading.split())
    if is_known(text) or len(text) > 2 * _LEAST * _LEAST:
        return None
    if match := _SHORT.fullmatch(text):
        return read_date(f"{match['month']} {match['year'] if len(match['year']) > 2 else '20' + match['year']}")
    if year and _MONTH.fullmatch(text):
        return read_date(f"{text} {year}")
    when = read_date(text)
    return when if when and when.earliest and when.latest else None


def _counted(texts: Sequence[str]) -> str:
    """Return the only count that titles and headings name, "" for none or several."""
    groups = lexicon.load("heading_words")["counts"]
    words = {word for text in texts for word in plain_heading(text).split()}
    found = {name for name, terms in groups.items() if not words.isdisjoint(map(plain_heading, terms))}
    return found.pop() if len(found) == 1 else ""
