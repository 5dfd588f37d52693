"""Decisions, carried out and taken back: each on its own, under a lock, on what the files hold now, and in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from raidline.errors import RaidlineError
from raidline.files.atomic import ChangedError, write_text
from raidline.files.lockfile import locked
from raidline.files.textfile import read_text
from raidline.models import Event
from raidline.review.decisions import Change, Decision, as_lines, beside, digest, marks_of
from raidline.review.desk import Desk, find, proposal, proposals, read_desk
from raidline.review.revising import change_between, insertions, taken_back, with_events, with_sources
from raidline.yamltext.collector import no_garbage_collection
from raidline.yamltext.reading import LARGEST

if TYPE_CHECKING:
    from raidline.dates.value import Edtf


@dataclass(frozen=True, slots=True)
class Accept:
    """Add the candidate to the timeline: as it is, or as the `edited` event; under a `title` of the curator's."""

    edited: Event | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Add the candidate's sources to the event of that id, which first becomes `revised` if it is still as `seen`."""

    into: str
    seen: Event | None = None
    revised: Event | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Never offer the candidate again."""


Choice: TypeAlias = Accept | Merge | Reject


class AlreadyDecidedError(RaidlineError):
    """Somebody else decided about the candidate in the meantime."""


def decide(
    events: Path, candidate: Event, choice: Choice, *, now: Edtf | None = None, before: Desk | None = None
) -> Decision:
    """Carry out a choice in the files and return the decision; a crash leaves each file old or new.

    `updated` of what it adds or changes becomes `now`, if given; `before` is what was read earlier, which saves time.

    Raises AlreadyDecidedError, and RaidlineError if the choice cannot be carried out; then nothing changes.
    """

    def outcome(desk: Desk) -> tuple[str, list[Decision]]:
        if earlier := desk.decided.on(candidate):
            became = f" as {earlier.event}" if earlier.decision == "accepted" else ""
            raise AlreadyDecidedError(f"{candidate.id} was {earlier.decision}{became} in the meantime")
        match choice:
            case Accept(edited, title):
                event = edited or proposal(desk, candidate)
                if title:
                    event = event.model_copy(update={"title": title})
                if event.id in desk.ids:
                    raise RaidlineError(f"the id {event.id} is taken; give the event another one")
                text = with_events(desk, [event], now)
                return text, [_decision(desk, "accepted", candidate, event.id, change_between(desk.text, text))]
            case Merge(into, seen, revised):
                record = find(desk, into)
                if revised and record.event != seen:
                    raise RaidlineError(f"{into} was changed in the meantime; look at it again")
                text = with_sources(desk, record, candidate, now, revised)
                change = change_between(desk.text, text) if text != desk.text else None
                return text, [_decision(desk, "merged", candidate, record.event.id, change)]
            case Reject():
                return desk.text, [_decision(desk, "rejected", candidate)]

    (decision,) = _carry_out(events, outcome, before)
    return decision


def accept_all(events: Path, candidates: Sequence[Event], *, now: Edtf | None = None) -> list[Decision]:
    """Accept all candidates that are still open, in one step, and return the decisions; `now` as in `decide`."""

    def outcome(desk: Desk) -> tuple[str, list[Decision]]:
        found = desk.open(candidates)
        proposed = proposals(desk, found)
        if not proposed:
            return desk.text, []
        text = with_events(desk, proposed, now)
        ids = [event.id for event in proposed]
        changes = insertions(desk, text) if len(ids) > 1 else {ids[0]: change_between(desk.text, text)}
        pairs = zip(found, ids, strict=True)
        return text, [_decision(desk, "accepted", one, name, changes[name]) for one, name in pairs]

    return _carry_out(events, outcome)


@no_garbage_collection()
def undo(events: Path, decision: Decision, *, before: Desk | None = None) -> bool:
    """Take back a decision, so that its candidate is open again; return whether the timeline is as it was before it.

    It is not if somebody else changed the timeline since then; their changes stay. RaidlineError if they changed what
    the decision wrote, or if somebody else took it back; then nothing changes. A crash leaves it done or not.
    """
    with locked(events):
        while True:
            desk = read_desk(events, before)
            if decision not in desk.decisions:
                raise RaidlineError(f"what was decided about {decision.candidate} was taken back in the meantime")
            others = [one for one in desk.decisions if one != decision]
            if decision.before is None:
                _remember(events, others)
                return True
            text = taken_back(desk, decision)
            # As if it was about to be carried out: so after a crash, it counts if its event is there.
            _remember(events, [*others, decision.model_copy(update={"before": digest(text)})])
            try:
                write_text(events, text, read=desk.text)
            except ChangedError:
                _remember(events, desk.decisions)
                continue
            _remember(events, others)
            return digest(text) == decision.before


def settle(events: Path, desk: Desk) -> Desk:
    """Remove the decisions of a crash that were not carried out, before they could count; return the desk without."""
    if desk.decisions == desk.log.decisions:
        return desk
    with locked(events):
        desk = read_desk(events, desk)
        if desk.decisions != desk.log.decisions:
            _remember(events, desk.decisions)
    return read_desk(events, desk)


@no_garbage_collection()
def _carry_out(
    events: Path, outcome: Callable[[Desk], tuple[str, list[Decision]]], before: Desk | None = None
) -> list[Decision]:
    """Write the changes to the files, the decisions first; `decisions.carried_out` says why."""
    with locked(events):
        while True:
            desk = read_desk(events, before)
            text, decisions = outcome(desk)
            if read_text(events, most=LARGEST) != desk.text:
                continue  # somebody saved it from an editor, which ignores the lock
            if decisions:
                known = desk.log.text if desk.decisions == desk.log.decisions else as_lines(desk.decisions)
                write_text(beside(events), known + as_lines(decisions))
            if text != desk.text:
                try:
                    write_text(events, text, read=desk.text)
                except ChangedError:
                    _remember(events, desk.decisions)  # otherwise a merge would count as carried out
                    continue
            return decisions


def _remember(events: Path, decisions: Iterable[Decision]) -> None:
    """Write the file of decisions; without any there is none."""
    if text := as_lines(decisions):
        write_text(beside(events), text)
    else:
        beside(events).unlink(missing_ok=True)


def _decision(
    desk: Desk, decision: str, candidate: Event, event: str | None = None, change: Change | None = None
) -> Decision:
    return Decision.model_validate(
        {
            "decision": decision,
            "candidate": candidate.id,
            "title": candidate.title,
            "event": event,
            "before": digest(desk.text) if change else None,
            "change": change,
            "marks": sorted(marks_of(candidate)),
        }
    )
