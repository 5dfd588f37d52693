"""What the events of a timeline add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.article import publisher_key
from raidline.counts.value import Count
from raidline.models import Kind, Status
from raidline.places.containment import containers, is_mostly_in, within
from raidline.timeline.spans import Spans

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry, Timeline

_ARRESTED = "arrested"
# These tell of arrests made elsewhere: a council votes after a raid, somebody sues about it, a report counts a year.
_TELLING = frozenset(Kind) - {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Totals:
    """The events in the place and those of its context, who reports them, and on how many of them sources differ.

    `arrested` are people, from `low` to `high`, None where no bound is known; `counting` is how many events say how
    many. What is only planned, alleged, cancelled or retracted counts no people, nor does the context.
    """

    events: int
    context: int
    publishers: int
    differing: int
    counting: int
    low: int
    high: int | None


def totals(timeline: Timeline) -> Totals:
    """Return what the events add up to.

    People may be counted in two events, such as a nationwide sweep and that of a city in it. So the lower bound adds
    only events that lie in the timeline's place with all their places, and of which no two can count the same people:
    they have no day or no place in common. Nor does it add what only tells of arrests, such as a vote or a report,
    unless there is nothing else. The upper bound adds all.
    """
    here = [entry for entry in timeline.entries if not entry.context]
    counted = [(entry, *bounds) for entry in here if (bounds := _arrested(entry))]
    highs = [high for _, _, high in counted]
    acts = [one for one in counted if one[0].event.kind not in _TELLING] or counted
    names = {citation.publisher for entry in here for citation in entry.citations}
    return Totals(
        len(here),
        len(timeline.entries) - len(here),
        len({publisher_key(name) for name in names}),
        sum(1 for entry in timeline.entries if entry.conflicts),
        len(counted),
        _certain((entry, low) for entry, low, _ in acts if _lies_in(entry, timeline.scope)),
        None if None in highs else sum(high for high in highs if high is not None),
    )


def _arrested(entry: Entry) -> tuple[int, int | None] | None:
    """Return how many people were arrested by any of its sources; None if nothing says so."""
    if entry.event.status is not Status.OCCURRED:
        return None
    told: list[object] = [entry.event.counts.get(_ARRESTED)]
    told += [claim.says for one in entry.conflicts if one.about == _ARRESTED for claim in one.claims]
    known = [one for one in told if isinstance(one, Count) and (one.low is not None or one.high is not None)]
    if not known:
        return None
    highs = [count.high for count in known if count.high is not None]
    return min([count.low or 0 for count in known]), max(highs) if len(highs) == len(known) else None


def _certain(counted: Iterable[tuple[Entry, int]]) -> int:
    """Return the sum over events that have nothing in common, the largest first."""
    # By the code of a place: when something there, or anywhere in it, was counted.
    at: defaultdict[str, Spans] = defaultdict(Spans)
    inside: defaultdict[str, Spans] = defaultdict(Spans)
    of_places: dict[tuple[str, ...], tuple[list[Spans], list[Spans]]] = {}
    total = 0
    for entry, low in sorted(counted, key=lambda pair: (-pair[1], pair[0].event.id)):
        begin, end = entry.event.date.bounds()
        if entry.event.places not in of_places:
            own, around = {place.code for place in entry.jurisdictions}, set(_around(entry))
            of_places[entry.event.places] = (
                [*map(at.__getitem__, around), *map(inside.__getitem__, own)],
                [*map(at.__getitem__, own), *map(inside.__getitem__, around)],
            )
        near, there = of_places[entry.event.places]
        for spans in near:
            if spans.meet(begin, end):
                break
        else:
            total += low
            for spans in there:
                spans.add(begin, end)
    return total


def _lies_in(entry: Entry, scope: Sequence[Jurisdiction]) -> bool:
    return not scope or all(is_mostly_in(sum(within(one, place) for place in scope)) for one in entry.jurisdictions)


def _around(entry: Entry) -> Iterator[str]:
    """Yield the codes of its places and of all that contain them."""
    for place in entry.jurisdictions:
        yield place.code
        yield from (outer.code for outer, _ in containers(place))
