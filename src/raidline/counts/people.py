"""Words for one count: those arrested, detained and taken into custody in one raid are the same people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from raidline.counts.value import Count

_ARRESTED, _DETAINED = "arrested", "detained"


@dataclass(frozen=True, slots=True)
class Recount:
    """A number that a sentence of an article gives for one happening, of several that exclude each other."""

    what: str
    count: Count
    quote: str
    start: int
    end: int
    page: int | None = None


def one_count(what: str) -> str:
    """Return the name under which a count of the same people is compared."""
    return _ARRESTED if what == _DETAINED else what


def as_arrested(counts: Mapping[str, Count]) -> dict[str, Count]:
    """Return the counts with those detained as those arrested, unless a report tells the two apart."""
    return dict(counts) if _ARRESTED in counts else {one_count(what): count for what, count in counts.items()}
