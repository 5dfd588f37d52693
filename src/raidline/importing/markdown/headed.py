"""Chronicles in Markdown whose events have headings: "### January 8, 2031: Agents visit a shop", and a text below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raidline.importing.markdown.entries import (
    ADDRESS,
    SAYING_SOURCE,
    TITLE,
    YEAR,
    dated,
    plain,
    with_years,
)
from raidline.importing.markdown.placed import placed
from raidline.importing.records import InputRow
from raidline.importing.sources.inline import as_citation
from raidline.importing.tables.alone import state_alone
from raidline.phrasing import plural

_LEAST = 2  # headings with a date that show a habit
_MARK = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_ONLY_SOURCES = re.compile(r"\W*(?:sources?|links?|references?|coverage|fuentes?)\W*", re.IGNORECASE)


def is_chronicle(headed: Sequence[InputRow], items: Sequence[InputRow]) -> bool:
    """Whether the events of a text are its headings with dates rather than the items of its lists."""
    number = sum(not record.problem for record in headed)
    return number >= _LEAST and number > sum(not record.problem for record in items)


def headed_in(lines: Sequence[str]) -> Iterator[InputRow]:
    """Yield a record for each heading that begins with a date, with the lines below it.

    The last year in a heading is that of dates without one, and a heading that is a state that of the towns below.
    Lines with an address are sources, the others the text.
    """
    year, state, left = "", "", 0
    at = 0
    while at < len(lines):
        title = TITLE.fullmatch(lines[at])
        at += 1
        if title is None:
            left += bool(lines[at - 1].strip())
            continue
        text = plain(title["text"].strip().rstrip("#"))
        date, rest = dated(text, year)
        year = next(iter(YEAR.findall(text)), year)
        if named := state_alone([text]):
            state = named
        if not date or not rest:
            left += 1
            continue
        number, below = at, []
        while at < len(lines) and not TITLE.fullmatch(lines[at]):
            below.append(lines[at])
            at += 1
        told = (f"{plural(left, 'line')} around the headings with dates left out",) if left else ()
        yield _entry(f"line {number}", (date, rest, state), below, told)
        left = 0
    if left:
        yield InputRow(f"line {len(lines)}", {}, problem=f"{plural(left, 'line')} below the last event")


def _entry(where: str, head: tuple[str, str, str], below: Sequence[str], told: tuple[str, ...]) -> InputRow:
    """Return a heading, its date and its state, and the lines below it, as a record."""
    date, rest, state = head
    place, title = placed(rest, state)
    plain_lines = [_MARK.sub("", line, count=1).strip() for line in below]
    sources = [as_citation(SAYING_SOURCE.sub("", line, count=1)) for line in plain_lines if ADDRESS.search(line)]
    texts = [
        plain(line) for line in plain_lines if line and not ADDRESS.search(line) and not _ONLY_SOURCES.fullmatch(line)
    ]
    cells = {
        "Date": date,
        "Place": place,
        "State": "" if "," in place else state,
        "Title": title,
        "Text": "\n".join(texts),
        "Source": with_years("\n".join(sources), date),
    }
    return InputRow(where, {name: cell for name, cell in cells.items() if cell}, headings=[*cells], remarks=told)
