"""Rows that repeat another one, word for word or as they say themselves: one event was entered twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from raidline.importing.records import InputRow
from raidline.importing.sources.links import has_link

_OF_ANOTHER = re.compile(
    r"\W*(?:duplicates?|dupe?s?|repeats?|same as|merged (?:in)?to|see|double (?:entry|of))\b"
    r"[\w .:#-]{0,20}[#\d][\w-]*\W*"
    r"|\W*(?:duplicate|dupe?)(?: entry| row)?\W*",
    re.IGNORECASE,
)

_Whole = tuple[tuple[str, str], ...]


def without_repeats(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[list[InputRow], list[str]]:
    """Return the records without those that repeat another, and what to say about each of these.

    One whose title says that it is a duplicate is one, unless it has an address that would be lost.

    Rows without a title or without an address of their own may be different arrests of which a list says the same.
    """
    seen: dict[tuple[_Whole, _Whole], str] = {}
    kept, told = [], []
    for record in records:
        has = {fields.get(heading) for heading in (*record.cells, *record.links)}
        whole = tuple(sorted(record.cells.items())), tuple(sorted(record.links.items()))
        title = next((cell for heading, cell in record.cells.items() if fields.get(heading) == "title"), "")
        if _OF_ANOTHER.fullmatch(title.strip()) and not (record.links or any(map(has_link, record.cells.values()))):
            told.append(f"{record.where}: says that it is {title.strip()[:60]!r}; left out")
        elif record.data or "title" not in has or not (record.links or "url" in has):
            kept.append(record)
        elif whole in seen:
            told.append(f"{record.where}: repeats {seen[whole]} word for word; left out")
        else:
            seen[whole] = record.where
            kept.append(record)
    return kept, told
