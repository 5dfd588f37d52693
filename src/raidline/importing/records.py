"""A record of another program's file: the content of a row, object or entry, by heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row: its cells by heading; `data` is the part of an event that is already known as such.

    `links` are the addresses that cells lead to, by heading, and `comments` what somebody wrote beside them;
    `headings` also those of empty cells. `remarks` say what was not read or was changed; `exported`
    whether raidline wrote it. `problem` says why it cannot become an event, "" if it can. `key` identifies it in its
    list, if neither an id nor a title does. `above` are the titles of its list, of the first record alone; `below` is
    the whole text of a footnote, which is no record.
    """

    where: str
    cells: Mapping[str, str]
    data: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    exported: bool = False
    problem: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    headings: Sequence[str] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    above: tuple[str, ...] = ()
    below: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out, if its user says so: the name of the sheet, the row of the headings, the encoding."""

    sheet: str | None = None
    header: int | None = None
    encoding: str | None = None
