"""The days that a date can mean, and how exactly it is known, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.dates.value import Edtf


def bounds(when: Edtf) -> dict[str, str | None]:
    """Return the first and the last day, both inclusive; None for an open or unknown end."""
    return {
        "earliest": str(when.earliest) if when.earliest else None,
        "latest": str(when.latest) if when.latest else None,
    }


def derived(when: Edtf) -> dict[str, str | bool | None]:
    """Return everything that follows from a date."""
    return bounds(when) | {
        "precision": when.precision.value,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
    }
