"""Events in YAML files, each with its file and line."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from raidline.errors import Problem, apart
from raidline.models import Event, Kind
from raidline.store.eventfiles import files_of
from raidline.store.validation import readable, unknown_key, validate, wrong_keys
from raidline.yamltext.building import Data
from raidline.yamltext.collector import no_garbage_collection
from raidline.yamltext.reading import Document, load

_NONE: Mapping[int, Event] = MappingProxyType({})


# Keys on which much rests. Where one is wrong, something stands in for it, and what rests on it is not examined.
_TELLING = frozenset({"id", "date", "title", "status", "says", "published", "background"})
_STAND_INS: Mapping[str, Any] = MappingProxyType(
    {"date": "1900/2100", "title": "unread", "status": "occurred", "sources": [{"article": "unread"}]}
)


@dataclass(frozen=True, slots=True)
class Record:
    """An event and its position: the `index`-th of the list in a document, counted from 0.

    `unread` are the keys of an event with mistakes for whose values something else stands in.
    """

    event: Event
    path: Path
    line: int
    index: int
    document: Document = field(repr=False)
    unread: frozenset[str] = frozenset()

    def position(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column of the value that `keys` lead to in this event, both counted from 1."""
        return self.document.position(("events", self.index, *keys))

    def problem_within(self, rule: str, message: str, words: str, *keys: str | int) -> Problem:
        """Return a problem at words within the value that `keys` lead to."""
        at = self.document.position_within(("events", self.index, *keys), words)
        return Problem(str(self.path), *at, rule, message)

    def problem(
        self, rule: str, message: str, *keys: str | int, severity: Literal["error", "warning"] = "error"
    ) -> Problem:
        """Return a problem at the value that `keys` lead to."""
        return Problem(str(self.path), *self.position(*keys), rule, message, severity)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The events that could be read, in the order of the files, and the problems with the rest.

    `found` counts all events of the files, including those that could not be read. `partial` are those with mistakes,
    without what is wrong: for `check`, which looks at the rest of them.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    found: int = 0
    partial: tuple[Record, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events without their positions."""
        return tuple(record.event for record in self.records)


@no_garbage_collection()
def load_events(paths: Iterable[Path]) -> Loaded:
    """Read events from YAML files and folders of them; one bad event or file never hides the others."""
    found: list[Record | Problem] = []
    partial: list[Record] = []
    number = 0
    for file in files_of(paths):
        if isinstance(file, Problem):
            found.append(file)
            continue
        document = load(file)
        read, wrong = apart(records_of(document))
        found += [*read, *wrong]
        partial += _partial(document, {record.index for record in read})
        number += _number_of_events(document)
    records, problems = apart(found)
    return Loaded(tuple(records), tuple(problems), number, tuple(partial))


def _partial(document: Document, read: Container[int]) -> Iterator[Record]:
    """Yield what can be read of the events of a document that have mistakes."""
    events = document.data.get("events") if isinstance(document.data, dict) else None
    for index, written in enumerate(events if isinstance(events, list) else ()):
        if index not in read and isinstance(written, dict):
            kind = written.get("kind")
            data = {**written, "kind": kind if kind in [*Kind] else Kind.OTHER}
            event, unread = readable(Event, data, _TELLING), frozenset[str]()
            if event is None:
                unread = wrong_keys(Event, data) & _STAND_INS.keys()
                event = readable(Event, {**data, **{key: _STAND_INS[key] for key in unread}}, _TELLING)
            if event:
                line, _ = document.position(("events", index))
                yield Record(event, Path(document.path), line, index, document, unread)


def reload_events(before: Sequence[Record], document: Document) -> Loaded:
    """Read events from a document that `rereading` made of that of `before`: only the changed ones anew."""
    known = {}
    for record in before:
        data: Any = record.document.data
        known[id(data["events"][record.index])] = record.event
    records, problems = apart(records_of(document, known))
    partial = tuple(_partial(document, {record.index for record in records}))
    return Loaded(tuple(records), tuple(problems), _number_of_events(document), partial)


def _number_of_events(document: Document) -> int:
    events = document.data.get("events") if isinstance(document.data, dict) else None
    return len(events) if isinstance(events, list) else 0


def records_of(document: Document, known: Mapping[int, Event] = _NONE) -> Iterator[Record | Problem]:
    """Yield the events of a document, and the problems with it and with the other events.

    `known` are events that have been read already, by the identity of their data.
    """
    path = Path(document.path)
    yield from document.problems
    if document.data is None:
        return
    if not isinstance(document.data, dict) or "events" not in document.data:
        message = "begin the file with `events:` and a list of events below it"
        yield Problem(str(path), *document.position(()), "no-events", message)
        return
    for key in document.data:
        if key != "events":
            yield Problem(str(path), *document.key_position((key,)), "unknown-key", unknown_key(key, ["events"]))
    events = document.data["events"] or []
    if not isinstance(events, list):
        yield Problem(
            str(path), *document.position(("events",)), "wrong-type", "events: takes a list, one `- id:` each"
        )
        return
    for index, (data, line) in enumerate(zip(events, document.lines_of_items("events"), strict=True)):
        if event := known.get(id(data)):  # spares time
            yield Record(event, path, line, index, document)
        else:
            yield from _event(path, document, index, data)


def _event(path: Path, document: Document, index: int, data: Data) -> Iterator[Record | Problem]:
    keys = ("events", index)
    if not isinstance(data, dict):
        message = "an event is keys and values; the first key is `id`"
        yield Problem(str(path), *document.position(keys), "wrong-type", message)
        return
    read = validate(Event, document, keys, data)
    if isinstance(read, Event):
        yield Record(read, path, document.position(keys)[0], index, document)
    else:
        yield from read
