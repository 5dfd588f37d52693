"""The content of one file as the cache keeps it: its events and where they are, or its articles' headers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from raidline.article import Article
from raidline.cache.rebuilding import rebuilt, taken_apart
from raidline.errors import Problem
from raidline.models import Event

Numbers = dict[str, list[int]]


class Wanted(NamedTuple):
    """Which events of a file to read: those wholly or partly in `inside`, or exactly at one of `around`."""

    inside: frozenset[str]
    around: frozenset[str] = frozenset()


class Contents(NamedTuple):
    """The content of a file except for the events themselves, which are many.

    `at` and `within` give, by the code of a jurisdiction, the numbers of the events that are exactly there and of those
    that are anywhere in it; `unplaced` are those with a place that could not be read. Numbers count from 0. `told`
    holds the headers of articles, and problems.
    """

    total: int
    at: Numbers
    within: Numbers
    unplaced: list[int]
    told: list[dict[str, Any]]

    def numbers(self, wanted: Wanted | None) -> Collection[int]:
        """Return the numbers of the events that are wanted, ascending; None wants all of them."""
        if wanted is None:
            return range(self.total)
        found = set(self.unplaced)
        for code in wanted.inside:
            found.update(self.within.get(code, ()))
        for code in wanted.around:
            found.update(self.at.get(code, ()))
        return sorted(found)

    def read(self, path: Path) -> Iterator[Article | Problem]:
        """Yield articles without their texts, and problems, as reading the file at `path` reported them."""
        for one in self.told:
            if "rule" in one:
                yield Problem(**one)
            else:
                day = date.fromisoformat(one["published"]) if one["published"] else None
                yield Article(one["id"], one["title"], one["publisher"], day, one["url"], "", path)


class Snapshot(NamedTuple):
    """A file's contents and its events, both as JSON."""

    contents: bytes
    events: tuple[bytes, ...] = ()


def snapshot_events(path: Path) -> Snapshot:
    """Read a file of events."""
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - not for what is kept already
    from raidline.yamltext.reading import load  # noqa: PLC0415 - as above

    found = list(records_of(load(path)))
    events = [one.event for one in found if isinstance(one, Record)]
    problems = [asdict(one) for one in found if isinstance(one, Problem)]
    at: Numbers = {}
    within: Numbers = {}
    unplaced: list[int] = []
    closures = {name: _closure(name) for event in events for name in event.places}
    for number, event in enumerate(events):
        own = [closures[name] for name in event.places]
        if not all(own):
            unplaced.append(number)
        for code in {closure[0] for closure in own if closure}:
            at.setdefault(code, []).append(number)
        for code in {code for closure in own for code in closure}:
            within.setdefault(code, []).append(number)
    contents = Contents(len(events), at, within, unplaced, problems)
    return Snapshot(_dumped(contents), tuple(map(taken_apart, events)))


def snapshot_articles(path: Path) -> Snapshot:
    """Read the headers of a file of articles."""
    from raidline.reading.files import read_file  # noqa: PLC0415 - as above

    told = []
    for found in read_file(path):
        if isinstance(found, Problem):
            told.append(asdict(found))
        else:
            day = found.published.isoformat() if found.published else None
            header = {"id": found.id, "title": found.title, "publisher": found.publisher, "url": found.url}
            told.append(header | {"published": day})
    return Snapshot(_dumped(Contents(0, {}, {}, [], told)))


def contents_of(snapshot: Snapshot) -> Contents:
    """Return the contents of a snapshot."""
    return Contents(**json.loads(snapshot.contents))


def events_of(blobs: Iterable[bytes]) -> Iterator[Event]:
    """Yield the events of a snapshot."""
    return map(rebuilt, json.loads(b"[%b]" % b",".join(blobs)))


def _closure(name: str) -> tuple[str, ...]:
    """Return the code of a place and those of all that contain it, wholly or partly; empty for an unreadable name."""
    from raidline.places.containment import containers  # noqa: PLC0415 - as above
    from raidline.places.lookup import decided  # noqa: PLC0415 - as above

    place = decided(name)
    return (place.code, *(wider.code for wider, _ in containers(place))) if place else ()


def _dumped(contents: Contents) -> bytes:
    return json.dumps(contents._asdict(), separators=(",", ":")).encode()
