"""What a reviewer works on: the timeline as it is now, the decisions about it, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import read_text
from raidline.models import Event
from raidline.review.decisions import Decided, Decision, Log, beside, carried_out, marks_of, read_log
from raidline.store.load import Record, reload_events
from raidline.yamltext.collector import no_garbage_collection
from raidline.yamltext.reading import LARGEST, Document, loads
from raidline.yamltext.rereading import reread

_NO_LIST = {"yaml", "no-events"}  # the problems of a file that cannot take an event


@dataclass(frozen=True)
class Desk:
    """The timeline in `path`, its events, and the decisions carried out so far.

    `log` is the file of decisions, which after a crash may have some more.
    """

    path: Path
    document: Document
    records: tuple[Record, ...]
    log: Log
    decisions: tuple[Decision, ...]

    @property
    def text(self) -> str:
        """The text of the timeline."""
        return self.document.lines.text

    @cached_property
    def ids(self) -> frozenset[str]:
        """All ids that are or were in use."""
        return _ids(self.records)

    @cached_property
    def decided(self) -> Decided:
        """The decisions, by the candidates that they are about."""
        return Decided(self.decisions)

    def open(self, candidates: Iterable[Event]) -> list[Event]:
        """Return the candidates without a decision, the most salient first, each once."""
        waiting: dict[frozenset[str], Event] = {}
        for one in sorted(candidates, key=lambda one: (-salience(one), one.date, one.id)):
            if self.decided.on(one) is None:
                waiting.setdefault(marks_of(one), one)
        return list(waiting.values())

    def about(self, candidates: Iterable[Event]) -> list[Decision]:
        """Return the decisions about some of the candidates, the latest last."""
        marks = {mark for one in candidates for mark in marks_of(one)}
        return [decision for decision in self.decisions if not marks.isdisjoint(decision.marks)]


@no_garbage_collection()
def read_desk(events: Path, before: Desk | None = None) -> Desk:
    """Return the timeline and the decisions about it as they are now; fast if little changed since `before`.

    RaidlineError if the file is not a list of events; single invalid events stay in it and are ignored.
    """
    text = read_text(events, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    document = reread(before.document, text) if before else loads(text, str(events))
    log = read_log(beside(events), before.log if before else None)
    if before and (document, log) == (before.document, before.log):
        return before
    loaded = reload_events(before.records if before else (), document)
    for problem in loaded.problems:
        if problem.rule in _NO_LIST or (problem.rule == "wrong-type" and not loaded.records):
            raise RaidlineError(problem.as_message())
    return Desk(events, document, loaded.records, log, carried_out(log.decisions, text, _ids(loaded.records)))


def proposal(desk: Desk, candidate: Event) -> Event:
    """Return the event that a candidate becomes: with an id of its own, related only to events in the timeline."""
    return proposals(desk, [candidate])[0]


def find(desk: Desk, name: str) -> Record:
    """Return the event that has or had an id. RaidlineError if there is none."""
    for record in desk.records:
        if name == record.event.id or name in record.event.aliases:
            return record
    raise RaidlineError(f"{desk.path} has no event {name!r}")


def salience(candidate: Event) -> float:
    """Return how much a candidate matters to its article, from 0 to 1; 0 if no machine read it."""
    return candidate.candidate.salience if candidate.candidate else 0.0


def proposals(desk: Desk, candidates: Sequence[Event]) -> list[Event]:
    """Return the events that several candidates become together, like `proposal`."""
    became = {one.candidate: one.event for one in desk.decisions if one.event}
    taken = set(desk.ids)
    for candidate in candidates:
        name, number = candidate.id, 1
        while name in taken:
            number += 1
            name = f"{candidate.id}-{number}"
        taken.add(name)
        became[candidate.id] = name
    proposed = []
    for candidate in candidates:
        related = dict.fromkeys(became.get(name, name) for name in candidate.related)
        known = tuple(name for name in related if name in taken)
        proposed.append(candidate.model_copy(update={"id": became[candidate.id], "candidate": None, "related": known}))
    return proposed


def _ids(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(name for record in records for name in (record.event.id, *record.event.aliases))
