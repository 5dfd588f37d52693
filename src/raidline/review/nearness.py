"""Which events of the timeline a candidate may report."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from raidline.merging.kinds import kinds_agree
from raidline.merging.nearness import places_meet
from raidline.models import Event
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup
from raidline.review.desk import Desk

NEAR = timedelta(days=92)  # a quarter, the coarsest date that still says when
MOST_NEAR = 5


def nearest(desk: Desk, candidate: Event) -> list[Event]:
    """Return the events that a candidate may report, the nearest first: by source, kind, days between them, and place.

    An event that cites the address of one of its sources may be the one wherever and whenever it is said to be.
    """
    near = []
    cited = _addresses(candidate)
    for record in desk.records:
        event = record.event
        gap = _gap(event, candidate)
        meeting = places_meet(_places(event), _places(candidate))
        agree = kinds_agree(event.kind, candidate.kind)
        shares = not cited.isdisjoint(_addresses(event))
        if shares or (gap <= NEAR and (meeting == "local" or (meeting and agree))):
            is_like = agree and meeting == "local"
            near.append((not shares, not is_like, gap, not agree, meeting != "local", record.index, event))
    return [event for *_, event in sorted(near, key=lambda one: one[:-1])[:MOST_NEAR]]


def _addresses(event: Event) -> frozenset[str]:
    return frozenset(source.url for source in event.sources if source.url)


def _places(event: Event) -> tuple[Jurisdiction | str, ...]:
    return tuple(map(_likeliest, event.places))


@lru_cache(maxsize=8_192)
def _likeliest(name: str) -> Jurisdiction | str:
    """Return what an ambiguous name means most likely: here a person decides whether it does."""
    return next(iter(lookup(name)), name)


def _gap(a: Event, b: Event) -> timedelta:
    (first, last), (other_first, other_last) = a.date.bounds(), b.date.bounds()
    return max(first - other_last, other_first - last, timedelta())
