"""From candidates to a timeline: what is still open, which events are similar, and how a decision changes the files.

Every decision is carried out on its own: under a lock, on the current content of the file, and in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from raidline.errors import Problem, RaidlineError
from raidline.files.atomic import ChangedError, write_text
from raidline.files.lockfile import locked
from raidline.files.textfile import read_text
from raidline.merging.merge import counts_meet
from raidline.models import Event, Kind, Says
from raidline.review.decisions import (
    Decision,
    as_lines,
    beside,
    carried_out,
    decision_on,
    digest,
    marks_of,
    read_decisions,
)
from raidline.store.inserting import KEYS, data_of, places_of
from raidline.store.load import Record, load_events
from raidline.timeline.build import build_timeline
from raidline.yamltext import editing
from raidline.yamltext.reading import LARGEST

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.dates.value import Edtf

_NO_LIST = {"yaml", "no-events"}  # the problems of a file that cannot take an event


@dataclass(frozen=True, slots=True)
class Accept:
    """Add the candidate to the timeline: as it is, or as the `edited` event."""

    edited: Event | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Add the candidate's sources to the event of that id."""

    into: str


@dataclass(frozen=True, slots=True)
class Reject:
    """Never offer the candidate again."""


Choice: TypeAlias = Accept | Merge | Reject


class AlreadyDecidedError(RaidlineError):
    """Somebody else decided about the candidate in the meantime."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a reviewer works on: the text of the timeline, its events, and the decisions carried out so far."""

    path: Path
    text: str
    records: tuple[Record, ...]
    decisions: tuple[Decision, ...]

    @property
    def ids(self) -> frozenset[str]:
        """All ids that are or were in use."""
        return frozenset(name for record in self.records for name in (record.event.id, *record.event.aliases))

    def open(self, candidates: Iterable[Event]) -> list[Event]:
        """Return the candidates without a decision, the most salient first, each once."""
        waiting: dict[frozenset[str], Event] = {}
        for one in sorted(candidates, key=lambda one: (-salience(one), one.date, one.id)):
            if decision_on(one, self.decisions) is None:
                waiting.setdefault(marks_of(one), one)
        return list(waiting.values())


@dataclass(frozen=True, slots=True)
class Filter:
    """Which candidates to accept without asking: those that meet every given condition."""

    kinds: Collection[Kind] = ()
    salience: float = 0.0
    corroborated: int = 1

    def passes(self, candidate: Event, articles: Mapping[str, Article]) -> bool:
        """Whether a candidate is of an accepted kind, salient enough and reported by enough independent publishers."""
        return (
            (not self.kinds or candidate.kind in self.kinds)
            and salience(candidate) >= self.salience
            and (self.corroborated <= 1 or corroboration(candidate, articles) >= self.corroborated)
        )


def read_desk(events: Path) -> Desk:
    """Return the timeline and the decisions about it as they are now.

    RaidlineError if the file is not a list of events; single invalid events stay in it and are ignored.
    """
    text = read_text(events, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(str(text))
    loaded = load_events([events])
    for problem in loaded.problems:
        if problem.rule in _NO_LIST or (problem.rule == "wrong-type" and not loaded.records):
            raise RaidlineError(str(problem))
    desk = Desk(events, text, loaded.records, ())
    return replace(desk, decisions=carried_out(read_decisions(beside(events)), text, desk.ids))


def decide(events: Path, candidate: Event, choice: Choice, *, now: Edtf | None = None) -> Decision:
    """Carry out a choice in the files and return the decision; a crash leaves each file old or new.

    `updated` of what it adds or changes becomes `now`, if given.

    Raises AlreadyDecidedError, and RaidlineError if the choice cannot be carried out; then nothing changes.
    """

    def outcome(desk: Desk) -> tuple[str, list[Decision]]:
        if earlier := decision_on(candidate, desk.decisions):
            became = f" as {earlier.event}" if earlier.decision == "accepted" else ""
            raise AlreadyDecidedError(f"{candidate.id} was {earlier.decision}{became} in the meantime")
        match choice:
            case Accept(edited):
                event = edited or proposal(desk, candidate)
                if event.id in desk.ids:
                    raise RaidlineError(f"the id {event.id} is taken; give the event another one")
                return _with_events(desk, [event], now), [_decision(desk, "accepted", candidate, event.id)]
            case Merge(into):
                record = find(desk, into)
                text = _with_sources(desk, record, candidate)
                if now and text != desk.text:
                    text = editing.put_value(text, ("events", record.index), "updated", now.text, KEYS)
                return text, [_decision(desk, "merged", candidate, record.event.id, changed=text != desk.text)]
            case Reject():
                return desk.text, [_decision(desk, "rejected", candidate)]

    (decision,) = _carry_out(events, outcome)
    return decision


def accept_all(events: Path, candidates: Sequence[Event], *, now: Edtf | None = None) -> list[Decision]:
    """Accept all candidates that are still open, in one step, and return the decisions; `now` as in `decide`."""

    def outcome(desk: Desk) -> tuple[str, list[Decision]]:
        found = desk.open(candidates)
        proposed = _proposals(desk, found)
        decisions = [
            _decision(desk, "accepted", *pair) for pair in zip(found, (one.id for one in proposed), strict=True)
        ]
        return _with_events(desk, proposed, now) if proposed else desk.text, decisions

    return _carry_out(events, outcome)


def proposal(desk: Desk, candidate: Event) -> Event:
    """Return the event that a candidate becomes: with an id of its own, related only to events in the timeline."""
    return _proposals(desk, [candidate])[0]


def find(desk: Desk, name: str) -> Record:
    """Return the event that has or had an id. RaidlineError if there is none."""
    for record in desk.records:
        if name == record.event.id or name in record.event.aliases:
            return record
    raise RaidlineError(f"{desk.path} has no event {name!r}")


def salience(candidate: Event) -> float:
    """Return how much a candidate matters to its article, from 0 to 1; 0 if no machine read it."""
    return candidate.candidate.salience if candidate.candidate else 0.0


def corroboration(candidate: Event, articles: Mapping[str, Article]) -> int:
    """Return how many independent publishers report it."""
    (entry,) = build_timeline([candidate], articles).entries
    return len(entry.publishers)


def _carry_out(events: Path, outcome: Callable[[Desk], tuple[str, list[Decision]]]) -> list[Decision]:
    """Write the changes to the files, the decisions first; `decisions.carried_out` says why."""
    with locked(events):
        while True:
            desk = read_desk(events)
            text, decisions = outcome(desk)
            if read_text(events, most=LARGEST) != desk.text:
                continue  # somebody saved it from an editor, which ignores the lock
            if decisions:
                write_text(beside(events), as_lines((*desk.decisions, *decisions)))
            if text != desk.text:
                try:
                    write_text(events, text, read=desk.text)
                except ChangedError:
                    write_text(beside(events), as_lines(desk.decisions))  # otherwise a merge would count as carried out
                    continue
            return decisions


def _decision(
    desk: Desk, decision: str, candidate: Event, event: str | None = None, *, changed: bool = True
) -> Decision:
    return Decision.model_validate(
        {
            "decision": decision,
            "candidate": candidate.id,
            "title": candidate.title,
            "event": event,
            "before": digest(desk.text) if event and changed else None,
            "marks": sorted(marks_of(candidate)),
        }
    )


def _proposals(desk: Desk, candidates: Sequence[Event]) -> list[Event]:
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


def _with_events(desk: Desk, events: Sequence[Event], now: Edtf | None) -> str:
    """Insert events where they go, each without what a machine knows of it."""
    update = {"candidate": None} | ({"updated": now} if now else {})
    places = places_of(desk.records, [event.model_copy(update=update) for event in events])
    if not desk.records:
        return editing.append_events(desk.text, [data for _, data in places])
    return editing.insert_events(desk.text, places)


def _with_sources(desk: Desk, record: Record, candidate: Event) -> str:
    """Add the sources of a candidate that the event does not cite yet, each with what it says differently."""
    text = desk.text
    cited = {(source.article, source.quote) for source in record.event.sources}
    for number, source in enumerate(candidate.sources):
        if (source.article, source.quote) not in cited:
            says = _differing(record.event, candidate, number)
            text = editing.append_source(text, record.index, data_of(source.model_copy(update={"says": says})))
    return text


def _differing(event: Event, candidate: Event, number: int) -> Says | None:
    """Return where a source differs from the event: a date that excludes the event's, a different count of the same.

    If there are several sources, only the first is known to give the candidate's own date.
    """
    said = candidate.sources[number].says or Says()
    date = said.date or (candidate.date if number == 0 else None)
    counts = said.counts or (candidate.counts if len(candidate.sources) == 1 else {})
    told = said.model_copy(
        update={
            "date": date if date and not date.overlaps(*event.date.bounds()) else None,
            "counts": {k: v for k, v in counts.items() if k in event.counts and not counts_meet(v, event.counts[k])},
        }
    )
    return told if told != Says() else None
