"""Headings over two rows: the upper one names groups of columns, such as "Location" above "City" and "State"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from raidline.importing.tables.headings import field_of, is_known, names_source, plain_heading

_OF_EITHER = ("title", "summary")  # what both an event and a report of it have
_LEAST = 2  # cells that show that a row contains headings


def joined(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Return the headings that two rows make together; None if they are not the two rows of one head.

    The upper row has a group that stands over several columns: once, with empty cells beside it, or repeated. The lower
    row contains words of headings and no values. A column is called by its lower word, and by its group before it where
    that is what is known ("Source" above "Date"), or where the lower word alone is not known or not the only one.
    """
    pairs = [(one.strip(), other.strip()) for one, other in zip_longest(upper, lower, fillvalue="")]
    names = [under for _, under in pairs if under]
    if len([over for over, _ in pairs if over]) < _LEAST or any(map(_is_value, names)):
        return None
    if not _has_groups(pairs):
        return _wrapped(pairs)
    found, group, evidence = [], "", 0
    for over, under in pairs:
        group = over or group
        both, one = f"{group} {under}".strip(), f"{group.removesuffix('s')} {under}".strip()
        if not under or plain_heading(group) == plain_heading(under):
            found.append(over)
            evidence += bool(under)
        elif is_known(both) or is_known(one):  # "Sources" above "Name"
            found.append(both if is_known(both) else one)
            evidence += 1
        elif names_source(group) and field_of(under) in _OF_EITHER:  # "Coverage" above "Story"
            found.append(both)
            evidence += 1
        elif is_known(under) and names.count(under) == 1:
            found.append(under)
            evidence += 1
        else:
            found.append(both)
    return found if evidence >= _LEAST else None


def _wrapped(pairs: Sequence[tuple[str, str]]) -> list[str] | None:
    """Return headings that go on in the row below: "Date of" above "incident"; None if that tells no more."""
    whole = [f"{over} {under}".strip() for over, under in pairs]
    gained = [both for both, (over, under) in zip(whole, pairs, strict=True) if under and is_known(both)]
    more = [both for both, (over, _) in zip(whole, pairs, strict=True) if both in gained and not is_known(over)]
    return whole if len(more) >= _LEAST else None


def _has_groups(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a cell of the upper row stands over several columns that the lower row tells apart."""
    seen: dict[str, str] = {}
    for over, under in pairs:
        if under and (not over or (over in seen and seen[over] != under)):
            return True
        seen[over] = under
    return False


def _is_value(cell: str) -> bool:
    return "://" in cell or (any(map(str.isdecimal, cell)) and not is_known(cell))
