"""Rows that are no records: footnotes, and titles such as a year or a month between the records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from raidline.dates.value import Precision
from raidline.importing.days.cell import read_date
from raidline.importing.tables.headings import field_of
from raidline.places.lookup import decided, lookup

_FOOTNOTE = re.compile(
    r"(?:[*†‡]+|\[\d{1,2}\]|[¹²³⁴-⁹]+|\(\d{1,2}\)|(?:foot)?notes?|sources?|nota|notas|fuentes?|key|legend)(?:[\s:.]|$).*",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(r"\b(?:sources?|data|from|fuentes?|datos)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"()]{3,2000}")
_INSTRUCTION = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[ymd]{1,4}(?:[-/.][ymd]{1,4}){1,2}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.-]\d{1,2}[/.-]\d|['’]\d\d")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_DATE = re.compile(r"\d[/.-](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[/.-]\d|\b\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b")
_OF_MONEY = re.compile(r"\b(?:fy|fiscal)", re.IGNORECASE)
_DAYS = 31  # of a month
_COUNTY = re.compile(r"\b(?:county|parish|borough)\b", re.IGNORECASE)
_DAY = re.compile(
    r"(?:[a-z]{3,9}[.,]{0,2} )?(?P<days>\d{1,2}(?:st|nd|rd|th)?(?: ?(?:-|–|—|,|&|and|to) ?\d{1,2}(?:st|nd|rd|th)?)*)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?P<part>early|mid|late|beginning of|end of)[. ]{0,2}(?:month)?", re.IGNORECASE)
_NO_DAY = re.compile(r"\?+|unk(?:nown)?\.?|n/?[ad]|tbd|day unknown", re.IGNORECASE)
_SHORT = 2  # letters of an abbreviation
_FEW = 3  # columns of a table in which a cell may stand alone
_SAYING_LITTLE = ("", "id", "date", "date_year", "date_month", "date_day", "displayed", "end")


def stands_alone(cells: Mapping[str, str], headings: Sequence[str]) -> str:
    """Return what a row with nothing but a cell at its beginning is: a footnote, or a title between records; else "".

    A title, a place or a day alone may be an event of which nothing else is known yet.
    """
    if len(cells) != 1 or len(headings) < _FEW or (first := next(iter(cells))) != headings[0]:
        return ""
    if _FOOTNOTE.fullmatch(cells[first].strip()):
        return "is a footnote"
    when = read_date(cells[first])
    is_day = when is not None and when.precision in (Precision.DAY, Precision.SECOND)
    return "has nothing but its beginning" if field_of(first) in _SAYING_LITTLE and not is_day else ""


def period_alone(cells: Sequence[str], year: str) -> tuple[str, str]:
    """Return the year and the number of the month that are all that a row says, empty texts for any other row.

    "2031" has no month; "March", without its year, is of the `year` above it.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) != 1:
        return "", ""
    if _YEAR.fullmatch(filled[0]):
        return filled[0], ""
    when = read_date(filled[0]) or (read_date(f"{filled[0]} {year}") if year and filled[0].isalpha() else None)
    is_month = when is not None and when.precision is Precision.MONTH and any(map(str.isalpha, filled[0]))
    first, last = (when.earliest, when.latest) if when and is_month else (None, None)
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return "", ""
    return f"{first:%Y}", f"{first:%m}"


def with_day(cells: Mapping[str, str], headings: Sequence[str], year: str, month: str) -> dict[str, str] | None:
    """Return the cells of a row below a month with its whole date; None if its date is not only days of a month.

    "4", "Tue 4" and "4-6" are days; "mid" is a part of the month, and "?" the month, of which the day is not known.
    """
    fields = {field_of(heading): heading for heading in reversed(headings)}
    dated = fields.get("date") or fields.get("date_day", "")
    cell = cells.get(dated, "").strip()
    if not (year and month and cell) or "date_month" in fields or "date_year" in fields:
        return None
    name = f"{date(int(year), int(month), 1):%B}"
    if match := _DAY.fullmatch(cell):
        whole = f"{name} {match['days']}, {year}"
    elif match := _PART.fullmatch(cell):
        part = match["part"].lower()
        whole = f"{part}{' ' if part.endswith('of') else '-' if part == 'mid' else ' '}{name} {year}"
    else:
        whole = f"{name} {year}" if _NO_DAY.fullmatch(cell) else ""
    return {**cells, dated: whole} if whole and read_date(whole) else None


def with_year(cells: Mapping[str, str], headings: Sequence[str], year: str) -> dict[str, str] | None:
    """Return the cells of a row below such a year with it, if its date has none and no column is one of years."""
    fields = {field_of(heading): heading for heading in reversed(headings)}
    dated = fields.get("date") or fields.get("date_day", "")
    cell = cells.get(dated, "").strip()
    if not cell or "date_year" in fields or not lacks_year(cell):
        return None
    return {**cells, "Year": year}


def period_above(titles: Sequence[str]) -> tuple[str, str]:
    """Return the only year that the titles above a table say, and the month of a title that is a month of it.

    A day of the month or a span of years is none; "" for what is not said.
    """
    years = {match[0] for title in titles for match in _YEARS.finditer(title)}
    dated = any(_IN_DATE.search(title) for title in titles)  # such as that of the last change
    months = [when for title in titles if (when := read_date(title)) and when.precision is Precision.MONTH]
    if len(years) != 1 or dated or any(map(_OF_MONEY.search, titles)):
        return "", ""
    month = f"{months[0].earliest:%m}" if len(months) == 1 and months[0].earliest else ""
    return years.pop(), month


def with_month(cells: Mapping[str, str], headings: Sequence[str], month: str) -> dict[str, str]:
    """Return the cells of a row with the month of its table, if its day is a bare number and no column has months."""
    fields = {field_of(heading): heading for heading in reversed(headings)}
    day = cells.get(fields.get("date_day", ""), "").strip()
    is_bare = day.isdecimal() and int(day) <= _DAYS and fields.keys().isdisjoint(("date", "date_month"))
    return {**cells, "Month": month} if month and is_bare else {**cells}


def state_alone(cells: Sequence[str]) -> str:
    """Return the state that is all that a row says, "" for any other row."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    place = decided(filled[0].title()) if len(filled) == 1 and len(filled[0]) > _SHORT else None
    return place.full_name if place and place.kind == "state" else ""


def with_state(cells: Mapping[str, str], headings: Sequence[str], state: str) -> dict[str, str] | None:
    """Return the cells of a row below such a state with it, if no column is one of states or of places."""
    fields = {field_of(heading) for heading in headings}
    return {**cells, "State": state} if fields.isdisjoint(("state", "places", "country")) else None


def county_alone(cells: Sequence[str]) -> str:
    """Return the county that is all that a row says, "" for any other row."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    named = filled[0] if len(filled) == 1 and _COUNTY.search(filled[0]) else ""
    return named if named and any(place.kind == "county" for place in lookup(named)) else ""


def with_county(cells: Mapping[str, str], headings: Sequence[str], county: str) -> dict[str, str] | None:
    """Return the cells of a row below such a county with it, if no column is one of counties or of places."""
    fields = {field_of(heading) for heading in headings}
    return {**cells, "County": county} if fields.isdisjoint(("county", "places", "country")) else None


def source_above(titles: Sequence[str], headings: Sequence[str]) -> tuple[str, str]:
    """Return the title above a table that says where its data are from, and its only address; empty texts if none does.

    A table with a column about sources has its own.
    """
    if any(field_of(heading) in ("url", "cited", "publisher") for heading in headings):
        return "", ""
    found = [(title, _ADDRESS.findall(title)) for title in titles if _FROM.search(title)]
    named = [(title, links[0].rstrip(".,;")) for title, links in found if len(links) == 1]
    return named[0] if len(named) == 1 else ("", "")


def lacks_year(text: str) -> bool:
    """Whether a text says no year: "March 4", "3/4"."""
    return not _HAS_YEAR.search(text)


def is_instruction(cells: Mapping[str, str]) -> bool:
    """Whether a row says how to fill in the columns: "(number)", "mm/dd/yyyy"."""
    return len(cells) > 1 and all(_INSTRUCTION.fullmatch(cell.strip()) for cell in cells.values())
