"""A sheet of a workbook: its rows, and what was not read of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.importing.tables.grid import Line


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that covers the rows from `first` to `last`, in a column that counts from 0."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet that contain something, and what was not read."""

    name: str
    lines: Sequence[Line] = ()
    merged: Sequence[Merged] = ()
    hidden: bool = False
    remarks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # by the number of the row
