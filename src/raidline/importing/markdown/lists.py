"""Tables and lists in Markdown, as a README has them: "- 2031-05-06 — Agents arrest four (Wire, https://...)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import MEGABYTE, read_text
from raidline.importing.markdown.entries import ADDRESS, SAYING_SOURCE, TITLE, YEAR, dated, plain, with_years
from raidline.importing.markdown.footnotes import cited, defined
from raidline.importing.markdown.headed import headed_in, is_chronicle
from raidline.importing.markdown.placed import placed
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.alone import state_alone
from raidline.importing.tables.grid import Line, records_of
from raidline.importing.tables.headings import field_of
from raidline.importing.tables.layout import headings_known
from raidline.phrasing import plural

LARGEST = 8 * MEGABYTE
_LEAST = 3  # items of a list below front matter that is not of an event
_MATTER = re.compile(r"---[ \t]*\n(?P<keys>(?:(?!---[ \t]*\n)[^\n]*\n){0,200})---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^([A-Za-z][^:\n]{0,60}):", re.MULTILINE)
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])\s+(?P<text>\S.*)")
_BELOW = re.compile(r"(?:\t| {2,})\s*(?:[-*+]|\d{1,3}[.)])\s+(?P<text>\S.*)")
_LONGEST_ITEM = 10_000  # characters in which a source is looked for
_LINK = r"\[[^\[\]]{1,500}\]\((?:https?://)(?:[^\s()]|\([^\s()]{0,100}\)){1,2000}\)"
_CITED = rf"(?:{_LINK}|\({_LINK}\))"  # ([archived](...))
_INLINE = re.compile(_LINK.replace(r"\[[^", r"\[(?P<label>[^").replace(r"{1,500}\]", r"{1,500})\]"))
_LAST_BRACKETS = re.compile(r"\s*[(\[](?P<source>(?:[^()]|\([^()]{0,2000}\)){1,4000})[)\]]\.?$")
_LAST_LINKS = re.compile(rf"\s*[-–—,;:]?\s*(?P<source>{_CITED}(?:\s*(?:[,;|/·•&+]|and)?\s*{_CITED}){{0,20}})\.?$")
_LAST_ADDRESS = re.compile(r"\s*[-–—,;:]?\s+(?P<source>https?://\S+)$")


def text_with_list(path: Path) -> str:
    """Return the text of a file that has a table, a list of dated items or dated headings, "" for any other.

    What its front matter says is left out; a file whose front matter has a date is that of one event.
    """
    text = read_text(path, most=LARGEST)
    if isinstance(text, Problem):
        return ""
    matter = _MATTER.match(text)
    if (matter is None and text.startswith("---")) or (matter and _is_dated(matter["keys"])):
        return ""
    if matter:  # its lines stay, so that the others keep their numbers
        text = "\n" * text[: matter.end()].count("\n") + text[matter.end() :]
    lines = text.splitlines()
    items = [*_items(lines)]
    if is_chronicle([*headed_in(lines)], items):
        return text
    return text if _tables(lines) or (_is_list(items) and (not matter or len(items) >= _LEAST)) else ""


def _is_dated(keys: str) -> bool:
    """Whether one of the keys of front matter is a date, as that of one event has."""
    return any(field_of(match[1]).startswith("date") for match in _KEY.finditer(keys))


def read_markdown(text: str, layout: Layout) -> Iterator[InputRow]:
    """Yield the records of the tables of a text, or those of its list if it has no table with known headings."""
    if layout != Layout():
        raise RaidlineError("--sheet, --header and --encoding are for tables of their own")
    lines, notes = defined(text.splitlines())
    tables = _tables(lines)
    items = [] if tables else [*_items(lines)]
    if not tables and is_chronicle(headed := [*headed_in(lines)], items):
        yield from (_citing(record, notes) for record in headed)
        return
    found = [record for table in tables for record in records_of(table, None)] if tables else items
    found = [_citing(record, notes) for record in found] if notes else found
    rows = sum(map(len, tables)) + len(tables) if tables else len(found)
    around = sum(bool(line.strip()) for line in lines) - rows
    what = "tables" if tables else "items"
    told = (f"{plural(around, 'line')} around the {what} left out",) if around > 0 else ()
    for record in found:
        yield record if record.problem else replace(record, remarks=(*told, *record.remarks))
        told = told if record.problem else ()


def _citing(record: InputRow, notes: Mapping[str, str]) -> InputRow:
    """Return a record with the sources in the footnotes that it cites."""
    cells, sources = {}, list[str]()
    for name, cell in record.cells.items():
        cells[name], told = cited(cell, notes)
        sources += told
    if not sources:
        return record
    name = next((name for name in record.headings if field_of(name) in ("cited", "url")), "Source")
    cells[name] = "\n".join(filter(None, [cells.get(name, ""), *sources]))
    headings = [*dict.fromkeys((*record.headings, name))]
    return replace(record, cells={one: cell for one, cell in cells.items() if cell}, headings=headings)


def _tables(lines: Sequence[str]) -> list[list[Line]]:
    """Return the rows of each table whose headings are known."""
    found = []
    for at in range(1, len(lines)):
        if "|" in lines[at - 1] and "|" in lines[at] and _RULE.fullmatch(lines[at]) and not _is_row(lines, at - 2):
            rows = [Line(at, _cells(lines[at - 1]))]
            for number in range(at + 1, len(lines)):
                if not _is_row(lines, number):
                    break
                rows.append(Line(number + 1, _cells(lines[number])))
            if headings_known([rows[0].cells]):
                found.append(rows)
    return found


def _is_row(lines: Sequence[str], at: int) -> bool:
    return 0 <= at < len(lines) and "|" in lines[at] and bool(lines[at].strip())


def _cells(line: str) -> list[str]:
    row = line.strip().removeprefix("|")
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return [plain(cell.replace("\\|", "|")) for cell in _CELL.split(row)]


def _is_list(items: Sequence[InputRow]) -> bool:
    """Whether most items begin with a date."""
    return 2 * sum(not item.problem for item in items) > len(items)


def _items(lines: Sequence[str]) -> Iterator[InputRow]:
    """Yield the items of the lists: date, text and source.

    The last year in a title is that of dates without one, and a title that is a state that of the towns below it.
    """
    year, state, at = "", "", 0
    while at < len(lines):
        number = at + 1
        if title := TITLE.fullmatch(lines[at]):
            year = next(iter(YEAR.findall(title["text"])), year)
            if named := state_alone([plain(title["text"])]):
                state = named
        at += 1
        if not (item := _ITEM.fullmatch(lines[number - 1])):
            continue
        parts, below = [item["text"]], []
        while at < len(lines) and lines[at][:1] in (" ", "\t") and lines[at].strip():
            if under := _BELOW.fullmatch(lines[at]):
                if not dated(plain(item["text"]), year)[0] or dated(plain(under["text"]), year)[0]:
                    break
                below.append(under["text"])
            elif below:
                below[-1] += f" {lines[at].strip()}"
            else:
                parts.append(lines[at].strip())
            at += 1
        yield _item(f"line {number}", plain(" ".join(parts)), (year, state), [plain(text) for text in below])


def _item(where: str, text: str, above: tuple[str, str], below: Sequence[str] = ()) -> InputRow:
    """Return an item as a record; of the items below it, those with links are its sources, the others its text.

    `above` are the year and the state in the titles above it.
    """
    year, state = above
    date, rest = dated(text, year)
    if not date or not rest:
        return InputRow(where, {}, problem=f"is an item of a list that does not begin with a date: {text[:200]!r}")
    title, source = _sourced(rest) if len(rest) <= _LONGEST_ITEM else (rest, "")
    linked = [SAYING_SOURCE.sub("", one, count=1) for one in below if ADDRESS.search(one)]
    source = with_years("\n".join(filter(None, [source, *linked])), date)
    summary = "\n".join(one for one in below if not ADDRESS.search(one))
    place, title = placed(title, state)
    cells = {
        "Date": date,
        "Place": place,
        "State": "" if "," in place else state,
        "Title": title,
        "Text": summary,
        "Source": source,
    }
    return InputRow(where, {name: cell for name, cell in cells.items() if cell}, headings=[*cells])


def _sourced(text: str) -> tuple[str, str]:
    """Return a text without the source behind it, and the source: in brackets, as links, or as an address."""
    found = next(
        (
            match
            for pattern in (_LAST_LINKS, _LAST_BRACKETS, _LAST_ADDRESS)
            if (match := pattern.search(text)) and match.start() and ADDRESS.search(match["source"])
        ),
        None,
    )
    title = (text[: found.start()] if found else text).strip()
    source = SAYING_SOURCE.sub("", found["source"], count=1) if found else ""
    inner = [match[0].rpartition("(")[2].rstrip(")") for match in _INLINE.finditer(title)]
    title = _INLINE.sub(lambda match: match["label"], title)
    return title, "\n".join(filter(None, [source, *inner]))
