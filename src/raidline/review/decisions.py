"""What curators decided about candidates, kept in a file beside the events: one decision a line, as JSON.

A decision that changes the events is written here first, with a digest of the events before the change. So a crash
between the two writes is noticed: the events are still as before, and the decision was not carried out. What it changed
is kept too, so that it can be taken back. docs/yaml.md describes the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from raidline.errors import Problem, RaidlineError
from raidline.files.folders import is_file
from raidline.files.textfile import MEGABYTE, read_text
from raidline.models import Event

LARGEST = 64 * MEGABYTE


class Change(BaseModel):
    """What a decision did to the text of the events."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: int = Field(description="The first character that changed, counted from 0.")
    old: str = Field(description="What stood there.")
    new: str = Field(description="What took its place, in whole lines.")


class Decision(BaseModel):
    """What became of a candidate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision: Literal["accepted", "merged", "rejected"] = Field(description="`accepted`, `merged` or `rejected`.")
    candidate: str = Field(description="The id of the candidate.")
    title: str = Field(description="Its title, so that people can tell what it was.")
    event: str | None = Field(default=None, description="The id of the event that it became or was merged into.")
    before: str | None = Field(default=None, description="A digest of the events file before the change.")
    change: Change | None = Field(
        default=None, description="What it changed in the events file: from `at` on, `new` took the place of `old`."
    )
    marks: tuple[str, ...] = Field(description="What the candidate is known by: a digest of each of its sources.")

    def concerns(self, candidate: Event) -> bool:
        """Whether it is about a candidate, or about some of its sources."""
        return not marks_of(candidate).isdisjoint(self.marks)


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions of a file, and its text."""

    text: str = ""
    decisions: tuple[Decision, ...] = ()


def beside(events: Path) -> Path:
    """Return where the decisions about an events file are kept: `events.review.jsonl` beside `events.yaml`."""
    target = events.resolve()  # the same file, whichever link leads to the events
    return target.with_name(f"{target.stem}.review.jsonl")


def read_log(path: Path, before: Log | None = None) -> Log:
    """Return the decisions of a file, none if it does not exist; RaidlineError if it is not a file or not decisions.

    Of a file that has grown since it was read as `before`, only the new lines are read.
    """
    if not is_file(path):
        return Log()
    text = read_text(path, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    if before is None or not text.startswith(before.text) or not before.text.endswith("\n"):
        before = Log()
    lines = enumerate(text[len(before.text) :].split("\n"), before.text.count("\n") + 1)
    new = (_decision(path, number, line) for number, line in lines if line.strip())
    return Log(text, (*before.decisions, *new))


def as_lines(decisions: Iterable[Decision]) -> str:
    """Return decisions as the text of their file."""
    return "".join(json.dumps(one.model_dump(exclude_none=True), ensure_ascii=False) + "\n" for one in decisions)


def carried_out(decisions: tuple[Decision, ...], text: str, ids: Collection[str]) -> tuple[Decision, ...]:
    """Remove the last decisions if a crash kept them from the events, whose `text` and `ids` are given."""
    before = decisions[-1].before if decisions else None
    if before is None:
        return decisions
    known = () if before == digest(text) else ids
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


class Decided:
    """Decisions, to be asked for the one about a candidate."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._decisions = tuple(decisions)
        self._latest = {mark: number for number, one in enumerate(self._decisions) for mark in one.marks}

    def on(self, candidate: Event) -> Decision | None:
        """Return the latest decision about a candidate if all its sources are decided; None if it is open."""
        numbers = [self._latest.get(mark, -1) for mark in marks_of(candidate)]
        return self._decisions[max(numbers)] if numbers and min(numbers) >= 0 else None


def digest(text: str) -> str:
    """Return a short digest that no other text shares."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _decision(path: Path, number: int, line: str) -> Decision:
    try:
        return Decision.model_validate_json(line)
    except ValidationError:
        raise RaidlineError(f"{path}:{number}: this line is not a review decision; remove it") from None
