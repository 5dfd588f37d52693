"""What a new version of a list would do to a timeline: add, change, offer; and what it leaves to the curator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from raidline.importing.lists.memory import Remembered, digest
from raidline.importing.lists.sameness import Listed, same_rows
from raidline.importing.naming import RowKey
from raidline.merging.twice.likeness import Likenesses
from raidline.models import Event
from raidline.places.names import normalise
from raidline.review.decisions import Decided, Decision
from raidline.store.inserting import KEYS, data_of
from raidline.store.load import Record

_NOT_OF_THE_LIST = ("id", "updated")
_NOTHING = digest(None)


@dataclass(frozen=True, slots=True)
class Offer:
    """An event that the list would add, and one of the timeline that may be the same."""

    event: Event
    like: Event


@dataclass(slots=True)
class Plan:
    """What to do: events to add, new values by index of the event, None to remove one; and rows to remember.

    `offers` are for a curator to decide; `remarks` say what the list says and the timeline does not take over.
    """

    added: list[Event] = field(default_factory=list)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    memory: list[Remembered] = field(default_factory=list)


def listed(events: Iterable[Event], keys: Mapping[str, RowKey], fallback: str) -> list[Listed]:
    """Return the rows of imported events, with their keys by id; a source that only names the file is no word of it."""
    rows = []
    for event in events:
        unnamed = all(source.article == fallback for source in event.sources)
        rows.append(Listed(*keys[event.id], event, (*_NOT_OF_THE_LIST, "sources") if unnamed else _NOT_OF_THE_LIST))
    return rows


def as_remembered(name: str, row: Listed, event: str | None) -> Remembered:
    """Return what is remembered of a row of the list called `name`: the event made of it, and what it says now."""
    digests = {field: digest(value) for field, value in row.fields.items()}
    return Remembered(list=name, row=row.key, event=event, fields=digests)


def plan_of(  # noqa: PLR0913 - one parameter for each thing that it weighs
    name: str,
    rows: Sequence[Listed],
    records: Sequence[Record],
    memory: Iterable[Remembered],
    decisions: Collection[Decision] = (),
    *,
    complete: bool = True,
) -> Plan:
    """Return what the rows of the list called `name` do to the events of `records`.

    `complete` is whether the rows are the whole list; otherwise a missing one does not count as gone.
    """
    by_row = {(one.list, one.row): one for one in memory}
    known = {row: one for (list_name, row), one in by_row.items() if list_name == name}
    same = same_rows(rows, known)
    made = {known[key].event for key in same.values()}
    timeline = _Timeline(rows, records, {event for event in made if event}, by_row.values())
    plan, decided = Plan(), Decided(decisions)
    for row in rows:
        before = known.pop(same[row.key], None) if row.key in same else None
        if before and before.row != row.key:
            del by_row[name, before.row]
        found = _new(row, timeline, decided, plan) if before is None else _event_of(row, before, timeline, plan)
        if found is not _OFFERED:
            by_row[name, row.key] = as_remembered(name, row, found)
    for one in known.values() if complete else ():
        if not one.gone:
            by_row[name, one.row] = one.model_copy(update={"gone": True})
            if one.event in timeline.by_id:
                plan.remarks.append(f"{one.event}: the list no longer has its row ({one.row}); the event stays")
    if plan.offers and not made and (other := _list_with(rows, by_row)):
        plan.remarks.append(f"its rows are those of the list {other!r}: `--list {other}` brings what it says anew")
    plan.memory = [*by_row.values()]
    return plan


def _list_with(rows: Sequence[Listed], by_row: Iterable[tuple[str, str]]) -> str:
    """Return the name of another list that has most of the rows, "" if none has."""
    keys = {row.key for row in rows}
    numbers = Counter(name for name, row in by_row if row in keys)
    name, number = numbers.most_common(1)[0] if numbers else ("", 0)
    return name if 2 * number > len(rows) else ""


_OFFERED = ""  # no event yet


class _Timeline:
    """The events as they are, to be asked which one a row is about."""

    def __init__(
        self, rows: Sequence[Listed], records: Sequence[Record], made: Collection[str], memory: Iterable[Remembered]
    ) -> None:
        self.by_id = {alias: record for record in records for alias in record.event.aliases}
        self.by_id |= {record.event.id: record for record in records}
        self.taken = set(self.by_id)
        self._records = records
        self._unmade = [record for record in records if record.event.id not in made]
        self._rows = rows
        remembered = {one.event for one in memory}
        self._alike: dict[tuple[str, str], list[Record]] = {}
        for record in records:
            if record.event.id not in remembered:
                self._alike.setdefault((record.event.date.text, record.event.title), []).append(record)
        self._likenesses: Likenesses | None = None
        self._cited = Counter(url for row in rows for url in _urls(row.event))
        self._citing: dict[str, list[Record]] = {}
        for record in self._unmade:
            for url in _urls(record.event):
                self._citing.setdefault(url, []).append(record)

    def twin(self, row: Listed) -> Record | None:
        """Return an event that no row is remembered for and that says what this row says: of a run that broke off."""
        for record in self._alike.get((row.event.date.text, row.event.title), ()):
            held = data_of(record.event)
            if all(held.get(name) == value for name, value in row.fields.items()):
                self._alike[row.event.date.text, row.event.title].remove(record)
                return record
        return None

    def like(self, row: Listed) -> Event | None:
        """Return an event, not of this list, that may be the row's."""
        has_id = row.key == normalise(row.event.id)  # of its own, not one made of date, place and kind
        if has_id and row.event.id in self.by_id:
            return self.by_id[row.event.id].event
        if not has_id and (citing := self._with_its_source(row.event)):
            return citing
        if self._likenesses is None:
            self._likenesses = Likenesses([*(one.event for one in self._records), *(one.event for one in self._rows)])
            for record in self._unmade:
                self._likenesses.enter(record.event)
        # An id that is made of date, place and kind is no reason to take two events for one, nor for two.
        event = row.event.model_copy(update={"id": ""}) if row.event.id in self.by_id else row.event
        return next((self._unmade[one.number].event for one in self._likenesses.like(event)), None)

    def _with_its_source(self, event: Event) -> Event | None:
        """Return the only event that cites a source that no other row has, on the same day, place or with its title."""
        for url in _urls(event):
            alone = self._citing.get(url, [])
            if len(alone) == 1 and self._cited[url] == 1:
                one = alone[0].event
                if one.date == event.date or one.title == event.title or set(one.places) & set(event.places):
                    return one
        return None

    def new_id(self, wanted: str) -> str:
        """Return an id that no event has: the wanted one, or one with a number."""
        found, number = wanted, 1
        while found in self.taken:
            number += 1
            found = f"{wanted}-{number}"
        self.taken.add(found)
        return found


def _urls(event: Event) -> frozenset[str]:
    return frozenset(source.url for source in event.sources if source.url)


def _new(row: Listed, timeline: _Timeline, decided: Decided, plan: Plan) -> str | None:
    """Add the event of a row that is not remembered, or offer it; return the id of the event it is now."""
    if twin := timeline.twin(row):
        return twin.event.id
    if like := timeline.like(row):
        decision = decided.on(row.event)
        if decision is None:
            plan.offers.append(Offer(row.event, like))
            return _OFFERED
        return decision.event
    name = timeline.new_id(row.event.id)
    event = row.event if name == row.event.id else row.event.model_copy(update={"id": name})
    plan.added.append(event)
    return event.id


def _event_of(row: Listed, before: Remembered, timeline: _Timeline, plan: Plan) -> str | None:
    """Change what the list changed in the event of a row, unless a curator did; return the id of the event."""
    record = timeline.by_id.get(before.event) if before.event else None
    if record is None:
        return before.event  # rejected, or removed by a curator
    held, fields = data_of(record.event), row.fields
    for name in (name for name in KEYS if name in before.fields or name in fields):
        value = fields.get(name)
        was, now, here = before.fields.get(name, _NOTHING), digest(value), digest(held.get(name))
        if now in (was, here) or (name == "sources" and name not in fields):
            continue
        if here == was:
            plan.changed.setdefault(record.index, {})[name] = value
        else:
            plan.remarks.append(f"{record.event.id}: a curator edited its {name}; the list now says {_shown(value)}")
    return before.event


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, dict):
        value = ", ".join(f"{name}: {one}" for name, one in value.items())
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    return "nothing" if value is None else f"{str(value)[:200]!r}"
