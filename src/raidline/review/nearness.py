"""Which events of the timeline a candidate may report."""

from __future__ import annotations

from datetime import timedelta

from raidline.merging.sameness import kinds_agree, places_meet
from raidline.models import Event
from raidline.review.desk import Desk

NEAR = timedelta(days=92)  # a quarter, the coarsest date that still says when
MOST_NEAR = 5


def nearest(desk: Desk, candidate: Event) -> list[Event]:
    """Return the events that a candidate may report, the nearest first: by kind, days between them, and place."""
    near = []
    for record in desk.records:
        event = record.event
        gap = _gap(event, candidate)
        meeting = places_meet(event, candidate)
        agree = kinds_agree(event.kind, candidate.kind)
        if gap <= NEAR and (meeting == "local" or (meeting and agree)):
            near.append((not (agree and meeting == "local"), gap, not agree, meeting != "local", record.index, event))
    return [event for *_, event in sorted(near, key=lambda one: one[:-1])[:MOST_NEAR]]


def _gap(a: Event, b: Event) -> timedelta:
    (first, last), (other_first, other_last) = a.date.bounds(), b.date.bounds()
    return max(first - other_last, other_first - last, timedelta())
