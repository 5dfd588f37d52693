"""`raidline import` of lists with a form of their own, and `--since`: what differs in a later version of a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from raidline.cli.clock import now
from raidline.cli.locations import existing
from raidline.cli.output import talk
from raidline.errors import RaidlineError
from raidline.importing import Columns, read_columns, read_records
from raidline.importing.lists import agreements
from raidline.importing.lists.since import Version, day_of, events_since

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from raidline.importing import Imported, Layout
    from raidline.importing.records import InputRow


def columns_of(mapping: Path | None) -> Columns:
    """Return the columns of a mapping file; those of a list that raidline knows by itself need none."""
    return read_columns(existing(mapping)) if mapping and not _is_ours(mapping) else Columns()


def in_our_form(records: Sequence[InputRow], mapping: Path | None) -> Sequence[InputRow]:
    """Return the records of a list that raidline knows as those of events; others as they are.

    RaidlineError if the mapping is for such a list and this is none.
    """
    if mapping is not None and not _is_ours(mapping):
        return records
    if agreements.is_such_a_list(records):
        talk("read as ICE's list of 287(g) agencies; a mapping file reads it otherwise")
        return agreements.agreements(records)
    if mapping is not None:
        raise RaidlineError(f"--mapping {mapping}: the file does not have the columns of ICE's list of 287(g) agencies")
    return records


def listed_since(files: tuple[Path, Path], between: str | None, columns: Columns, layout: Layout) -> Imported:
    """Return the events of what is new in the later version of a list, or gone from it."""
    days = _days(between) if between else map(day_of, files)
    old, new = (Version(file, read_records(existing(file), layout), day) for file, day in zip(files, days, strict=True))
    return events_since(old, new, columns, now=now())


def _is_ours(mapping: Path) -> bool:
    return str(mapping) == agreements.NAME and not mapping.exists()


def _days(between: str) -> tuple[date, date]:
    first, _, last = between.partition("/")
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise RaidlineError(f"--between {between}: write two days, such as 2031-05-06/2031-06-03") from None
