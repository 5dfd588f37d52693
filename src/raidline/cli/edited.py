"""A candidate or an event in the reviewer's editor, and what `check` says of the result before it is accepted."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from raidline.check import run_checks
from raidline.cli.editor import edit
from raidline.cli.keys import ask_key
from raidline.cli.output import talk
from raidline.errors import RaidlineError
from raidline.review.desk import proposal
from raidline.review.revising import new_sources
from raidline.store.inserting import data_of
from raidline.store.load import Loaded, load_events
from raidline.terminal import print_problems
from raidline.yamltext.dumping import dump

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.errors import Problem
    from raidline.models import Event
    from raidline.review.desk import Desk
    from raidline.store.load import Record

TITLE_ASKED = "machine-title"  # the rule that accepting answers anyway
_EDIT = """\
# Change what you like, save, and close the editor; close it without saving to go back.
# Give it a title of your own, and no more precision than the source has. Comment lines like these are dropped.
"""
_REVISE = """\
# Correct the event, save, and close the editor; close it without saving to go back. Its id stays.
# The new source is added afterwards. Comment lines like these are dropped.
"""


def in_editor(desk: Desk, candidate: Event, articles: Mapping[str, Article]) -> Event | None:
    """Return the candidate as the reviewer edited it; None for a change of mind. RaidlineError without an editor."""
    return _edited(_EDIT, proposal(desk, candidate), desk.records, articles)


def revised_in_editor(desk: Desk, event: Event, candidate: Event, articles: Mapping[str, Article]) -> Event | None:
    """Return an event of the timeline as the reviewer edited it, like `in_editor`; RaidlineError for another id.

    Of its problems, only those that it did not have before are told; what a source of the candidate says supports it.
    """
    others = tuple(record for record in desk.records if record.event.id != event.id)
    revised = _edited(_REVISE, event, others, articles, merged=candidate)
    if revised and revised.id != event.id:
        raise RaidlineError(f"the event is {event.id}, and other sites link to that; keep its id")
    return revised


def _edited(
    advice: str,
    proposed: Event,
    beside: tuple[Record, ...],
    articles: Mapping[str, Article],
    *,
    merged: Event | None = None,
) -> Event | None:
    with tempfile.TemporaryDirectory(prefix="raidline-") as folder:
        file = Path(folder) / f"event-{proposed.id}.yaml"  # Windows has no con.yaml
        file.write_text(advice + dump({"events": [data_of(proposed)]}), encoding="utf-8", newline="")
        before = file.read_bytes()
        known = _known(file, beside, articles, merged) if merged else set()
        while True:
            edit(file)
            if file.read_bytes() == before:
                talk("nothing was changed")
                return None
            event, problems = _read(file, beside, articles, merged)
            found = [one for one in problems if _told(one) not in known]
            print_problems([replace(problem, path=file.name) for problem in found], sys.stderr)
            if event and not found:
                return event
            if not event and not found:
                talk("keep one event")
            ways = "edit again, accept anyway, or go back [e a b]" if event else "edit again, or go back [e b]"
            answer = ask_key(ways)
            if event and answer == "a":
                return event
            if answer != "e":
                return None


def _known(
    file: Path, beside: tuple[Record, ...], articles: Mapping[str, Article], merged: Event
) -> set[tuple[str, str]]:
    """Return the problems that an event has anyway, by itself or with the sources that are merged into it."""
    return {_told(one) for added in (None, merged) for one in _read(file, beside, articles, added)[1]}


def _with_sources(event: Event, merged: Event | None) -> Event:
    added = new_sources(event, merged) if merged else []
    return event.model_copy(update={"sources": (*event.sources, *added)}) if added else event


def _told(problem: Problem) -> tuple[str, str]:
    return problem.rule, problem.message


def _read(
    file: Path, beside: tuple[Record, ...], articles: Mapping[str, Article], merged: Event | None = None
) -> tuple[Event | None, list[Problem]]:
    """Return the event in a file, None for a mistake or another number of events, and its problems.

    They are those that it has once the sources of the candidate that is merged into it are its own.
    """
    loaded = load_events([file])
    if loaded.problems or len(loaded.events) != 1:
        return None, [*loaded.problems]
    records = tuple(replace(one, event=_with_sources(one.event, merged)) for one in loaded.records)
    together = Loaded((*beside, *records), ())
    found = [one for one in run_checks(together, articles) if one.path == str(file) and one.rule != TITLE_ASKED]
    return loaded.events[0], found
