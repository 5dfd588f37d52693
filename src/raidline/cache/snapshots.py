"""The content of one file as the cache keeps it: its events and where they are, or its articles' headers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from raidline.article import Article
from raidline.cache.rebuilding import rebuilt, taken_apart
from raidline.errors import Problem
from raidline.models import Event

if TYPE_CHECKING:
    from raidline.yamltext.rereading import Outline

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
    """A file's contents and its events, both as JSON; `outline` serves to read only what changes in it."""

    contents: bytes
    events: tuple[bytes, ...] = ()
    outline: bytes = b""


def snapshot_events(path: Path) -> Snapshot:
    """Read a file of events."""
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - not for what is kept already
    from raidline.yamltext.reading import load  # noqa: PLC0415 - as above
    from raidline.yamltext.rereading import Outline  # noqa: PLC0415 - as above

    document = load(path)
    found = list(records_of(document))
    events = [one.event for one in found if isinstance(one, Record)]
    problems = [asdict(one) for one in found if isinstance(one, Problem)]
    outline = None if problems else Outline.of(document)
    contents = Contents(len(events), *_placed(events), problems)
    return Snapshot(_dumped(contents), tuple(map(taken_apart, events)), outlined(outline) if outline else b"")


def _placed(events: Iterable[Event]) -> tuple[Numbers, Numbers, list[int]]:
    """Return the numbers of events by where they are, as `Contents` has them."""
    at: Numbers = {}
    within: Numbers = {}
    unplaced: list[int] = []
    closures: dict[str, tuple[str, ...]] = {}
    for number, event in enumerate(events):
        own = [closures.get(name) or closures.setdefault(name, _closure(name)) for name in event.places]
        if not all(own):
            unplaced.append(number)
        for code in {closure[0] for closure in own if closure}:
            at.setdefault(code, []).append(number)
        for code in {code for closure in own for code in closure}:
            within.setdefault(code, []).append(number)
    return at, within, unplaced


def outlined(outline: Outline) -> bytes:
    """Return an outline as the cache keeps it."""
    return json.dumps(outline.starts).encode() + b"\n" + outline.text.encode()


def resnapshot_events(path: Path, before: Snapshot) -> Snapshot | None:
    """Read a file of events of which an earlier version is known, where it differs; None if that is not enough."""
    from raidline.files.textfile import read_text  # noqa: PLC0415 - as above
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST  # noqa: PLC0415 - as above
    from raidline.yamltext.rereading import Outline, change_of  # noqa: PLC0415 - as above

    text = read_text(path, most=LARGEST)
    starts, _, earlier = before.outline.partition(b"\n")
    if isinstance(text, Problem) or not earlier:
        return None
    change = change_of(Outline(earlier.decode(), tuple(json.loads(starts))), text, str(path))
    found = list(records_of(change.document)) if change else []
    events = [one.event for one in found if isinstance(one, Record)]
    if change is None or len(events) < len(found):
        return None
    first, last, new = change.first, change.last, tuple(map(taken_apart, events))
    if change.goes_on and new[-1] != before.events[last - 1]:
        return None
    old, (at, within, unplaced) = contents_of(before), _placed(events)

    def numbers(was: list[int], now: list[int]) -> list[int]:
        below = [number for number in was if number < first]
        above = [number + first + len(new) - last for number in was if number >= last]
        return [*below, *(number + first for number in now), *above]

    def by_code(was: Numbers, now: Numbers) -> Numbers:
        found = {code: numbers(was.get(code, []), now.get(code, [])) for code in {**was, **now}}
        return {code: own for code, own in found.items() if own}

    contents = Contents(
        old.total + first + len(new) - last,
        by_code(old.at, at),
        by_code(old.within, within),
        numbers(old.unplaced, unplaced),
        [],
    )
    events_now = (*before.events[:first], *new, *before.events[last:])
    return Snapshot(_dumped(contents), events_now, outlined(change.outline))


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
