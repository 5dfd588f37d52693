"""Rows that repeat another one word for word, title and address included: one event was entered twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raidline.importing.records import InputRow

_Whole = tuple[tuple[str, str], ...]


def without_repeats(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[list[InputRow], list[str]]:
    """Return the records without those that repeat one before them, and what to say about each of these.

    Rows without a title or without an address of their own may be different arrests of which a list says the same.
    """
    seen: dict[tuple[_Whole, _Whole], str] = {}
    kept, told = [], []
    for record in records:
        has = {fields.get(heading) for heading in (*record.cells, *record.links)}
        whole = tuple(sorted(record.cells.items())), tuple(sorted(record.links.items()))
        if record.data or "title" not in has or not (record.links or "url" in has):
            kept.append(record)
        elif whole in seen:
            told.append(f"{record.where}: repeats {seen[whole]} word for word; left out")
        else:
            seen[whole] = record.where
            kept.append(record)
    return kept, told
