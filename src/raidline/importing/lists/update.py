"""A list brought into a timeline: under a lock, on what the file holds now, and in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from raidline.dates.value import Edtf
from raidline.files.atomic import ChangedError, write_text
from raidline.files.lockfile import locked
from raidline.importing.lists.memory import as_lines, beside, read_memory
from raidline.importing.lists.plan import Offer, Plan, as_remembered, plan_of
from raidline.importing.lists.sameness import Listed
from raidline.models import Event
from raidline.review.desk import Desk, read_desk
from raidline.store.inserting import KEYS, places_of
from raidline.store.load import Record, records_of
from raidline.yamltext.editing import revise_events
from raidline.yamltext.reading import loads


@dataclass(frozen=True, slots=True)
class Update:
    """The events before and after, what is offered to a curator, and what the list says in vain."""

    before: tuple[Event, ...]
    after: tuple[Event, ...]
    offers: tuple[Offer, ...]
    remarks: tuple[str, ...]


def update(  # noqa: PLR0913 - one parameter for each thing that matters
    events: Path,
    name: str,
    rows: Sequence[Listed],
    *,
    now: Edtf | None = None,
    complete: bool = True,
    dry_run: bool = False,
) -> Update:
    """Add and change the events of a file as the list called `name` says, and remember its rows beside the file.

    A crash leaves each file old or new, and the same import once more completes it. `updated` of what it adds or
    changes becomes `now`. Raises RaidlineError if the file is no list of events or cannot be changed; with `dry_run`
    nothing is written.
    """
    if dry_run:
        desk = read_desk(events)
        plan = _plan(desk, name, rows, complete=complete)
        return _outcome(desk, _text(desk, plan, now), plan)
    with locked(events):
        while True:
            desk = read_desk(events)
            plan = _plan(desk, name, rows, complete=complete)
            text = _text(desk, plan, now)
            if text != desk.text:
                try:
                    write_text(events, text, read=desk.text)
                except ChangedError:  # somebody saved it from an editor, which ignores the lock
                    continue
            if tuple(plan.memory) != read_memory(beside(events)):
                write_text(beside(events), as_lines(plan.memory))
            plan.memory.clear()  # as large as the events of a long list, which are read once more
            return _outcome(desk, text, plan)


def remember(events: Path, name: str, rows: Sequence[Listed]) -> Path:
    """Remember beside a new file of events which row each came of, and return where.

    A later version of the list then updates them. What was remembered there of other lists stays.
    """
    path = beside(events)
    others = (one for one in read_memory(path) if one.list != name)
    write_text(path, as_lines([*others, *(as_remembered(name, row, row.event.id) for row in rows)]))
    return path


def _plan(desk: Desk, name: str, rows: Sequence[Listed], *, complete: bool) -> Plan:
    memory = read_memory(beside(desk.path))
    return plan_of(name, rows, desk.records, memory, desk.decisions, complete=complete)


def _text(desk: Desk, plan: Plan, now: Edtf | None) -> str:
    if not plan.added and not plan.changed:
        return desk.text
    mark = {"updated": now.text} if now else {}
    changed = {index: {**fields, **mark} for index, fields in plan.changed.items()}
    added = ((index, _marked(data, mark)) for index, data in places_of(desk.records, plan.added))
    return revise_events(desk.text, changed, added, KEYS)


def _marked(data: dict[str, Any], mark: Mapping[str, str]) -> dict[str, Any]:
    """Return the data of an event with this mark, in the order of its keys."""
    marked = {**data, **mark}
    return {name: marked[name] for name in KEYS if name in marked}


def _outcome(desk: Desk, text: str, plan: Plan) -> Update:
    before = tuple(record.event for record in desk.records)
    found = records_of(loads(text, str(desk.path))) if text != desk.text else ()
    after = tuple(one.event for one in found if isinstance(one, Record)) if text != desk.text else before
    return Update(before, after, tuple(plan.offers), tuple(plan.remarks))
