"""Salience: how much an article is about a candidate, so that the first is the one an editor would name."""

from __future__ import annotations

from raidline.dates import Precision
from raidline.models import Candidate, Kind

# Weights only rank; they were set on the digests and the annotated reports, not fitted.
_KIND_WEIGHT = {Kind.OPERATION: 0.25, Kind.PROTEST: 0.2, Kind.STATEMENT: 0.05, Kind.OTHER: 0.0}


def salience(candidate: Candidate, length: int, main_date: str) -> float:
    """Return 0 to 1: early in a text of `length` characters, a day, a scene, a count and the main date weigh most."""
    weight = 0.3 * (1 - candidate.start / max(1, length))
    weight += _KIND_WEIGHT.get(candidate.kind, 0.15)
    weight += 0.15 * (candidate.date.precision is Precision.DAY and candidate.date.earliest == candidate.date.latest)
    weight += 0.1 * bool(candidate.places) + 0.05 * bool(candidate.counts)
    weight += 0.15 * (candidate.date.text == main_date)
    return round(min(1.0, weight), 3)
