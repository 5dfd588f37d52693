"""What curators decided about candidates, kept in a file beside the events: one decision a line, as JSON.

A decision that changes the events is written here first, with a digest of the events before the change. So a crash
between the two writes is noticed: the events are still as before, and the decision was not carried out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from raidline.errors import Problem, RaidlineError
from raidline.files.folders import is_file
from raidline.files.textfile import MEGABYTE, read_text
from raidline.models import Event

LARGEST = 64 * MEGABYTE


class Decision(BaseModel):
    """What became of a candidate; `event` is the id of the event it became or was merged into.

    `marks` identify the candidate again; `before` is the digest of the events before the change.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision: Literal["accepted", "merged", "rejected"]
    candidate: str
    title: str
    event: str | None = None
    before: str | None = None
    marks: tuple[str, ...]


def beside(events: Path) -> Path:
    """Return where the decisions about an events file are kept: `events.review.jsonl` beside `events.yaml`."""
    target = events.resolve()  # the same file, whichever link leads to the events
    return target.with_name(f"{target.stem}.review.jsonl")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file, none if it does not exist; RaidlineError if it is not a file or not decisions."""
    if not is_file(path):
        return ()
    text = read_text(path, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(str(text))
    return tuple(_decision(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def as_lines(decisions: Iterable[Decision]) -> str:
    """Return decisions as the text of their file."""
    return "".join(json.dumps(one.model_dump(exclude_none=True), ensure_ascii=False) + "\n" for one in decisions)


def carried_out(decisions: tuple[Decision, ...], text: str, ids: Iterable[str]) -> tuple[Decision, ...]:
    """Remove the last decisions if a crash kept them from the events, whose `text` and `ids` are given."""
    before = decisions[-1].before if decisions else None
    if before is None:
        return decisions
    known = set() if before == digest(text) else set(ids)
    at = len(decisions)
    while at and decisions[at - 1].before == before:  # several if one step made them
        at -= 1
    return decisions[:at] + tuple(one for one in decisions[at:] if one.event in known)


def marks_of(candidate: Event) -> frozenset[str]:
    """Return a mark for each source: equal for the same sentence read as the same kind, date and places.

    For a source without a sentence, the title of the event stands for it.
    """
    core = [candidate.kind.value, candidate.date.text, *candidate.places]
    return frozenset(
        digest(json.dumps([*core, source.article or source.url, source.quote or candidate.title]))
        for source in candidate.sources
    )


def decision_on(candidate: Event, decisions: Iterable[Decision]) -> Decision | None:
    """Return the latest decision that covers all sources of a candidate; None if the candidate is open."""
    marks = marks_of(candidate)
    known: set[str] = set()
    found = None
    for decision in decisions:
        if not marks.isdisjoint(decision.marks):
            known.update(decision.marks)
            found = decision
    return found if marks <= known else None


def digest(text: str) -> str:
    """Return a short digest that no other text shares."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _decision(path: Path, number: int, line: str) -> Decision:
    try:
        return Decision.model_validate_json(line)
    except ValidationError:
        raise RaidlineError(f"{path}:{number}: this line is not a review decision; remove it") from None
