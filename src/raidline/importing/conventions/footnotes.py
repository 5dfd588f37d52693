"""Numbered sources below a table, which its rows cite: "[1] Post, https://..." below "Five arrested [1]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from raidline.importing.records import InputRow
from raidline.importing.sources.links import has_link

HEADING = "Source links in footnotes"
_NOTE = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]|\((\d{1,3})\))[\s:.]*(?P<text>.*)", re.DOTALL)
_MARK = re.compile(r"\s?\[(?P<key>\d{1,3})\]")
_FEWEST = 2  # rows below a table that are such sources


def with_footnotes(records: Sequence[InputRow]) -> tuple[list[InputRow], list[str]]:
    """Return the records with the sources in the footnotes that they cite, and what to say about it.

    A footnote that is read is no longer named as left out.
    """
    notes: dict[str, tuple[str, str]] = {}
    for record in records:
        if record.problem and has_link(record.below) and (match := _NOTE.fullmatch(record.below)):
            key = next(filter(None, match.groups()[:3]))
            notes.setdefault(key, (match["text"], record.where))
    if len(notes) < _FEWEST:
        return [*records], []
    found, used = [], set[str]()
    for record in records:
        keys = [match["key"] for cell in record.cells.values() for match in _MARK.finditer(cell)]
        own = [key for key in dict.fromkeys(keys) if key in notes]
        used.update(notes[key][1] for key in own)
        found.append(_citing(record, [notes[key][0] for key in own], own) if own else record)
    kept = [record for record in found if not (record.problem and record.where in used)]
    return kept, [
        f"{len(used)} of the footnotes below the table are sources of the rows that cite them"
    ] if used else []


def _citing(record: InputRow, sources: Sequence[str], keys: Sequence[str]) -> InputRow:
    cells = {
        name: _MARK.sub(lambda match: "" if match["key"] in keys else match[0], cell)
        for name, cell in record.cells.items()
    }
    filled = {name: cell for name, cell in cells.items() if cell.strip()}
    return replace(record, cells=filled | {HEADING: "\n".join(sources)}, headings=[*record.headings, HEADING])
