"""The values that the sources of an event should support: its own date, places and counts, and those of one source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.models import Event, Says, Source
from raidline.store.load import Record

Value = TypeVar("Value")
Keys: TypeAlias = tuple[str | int, ...]
_Values: TypeAlias = Callable[["Event | Says"], Mapping[Keys, Value]]


@dataclass(frozen=True, slots=True)
class SourcedValue(Generic[Value]):
    """A value at `keys` of an event, and the stored articles that should support it, each with its source.

    `unseen` are the other sources of the value, whose articles are not stored.
    """

    record: Record
    keys: Keys
    value: Value
    seen: tuple[tuple[Source, Article], ...]
    unseen: tuple[Source, ...]

    @property
    def named(self) -> str:
        """Return the ids of the articles, for a message."""
        return " or ".join(dict.fromkeys(article.id for _, article in self.seen))


def dates(checked: Checked, record: Record) -> Iterator[SourcedValue[Edtf]]:
    """Yield the date of an event, and the dates that single sources give instead; not those for the background."""
    return _claims(checked, record, _dates, of_the_day=True)


def places(checked: Checked, record: Record) -> Iterator[SourcedValue[str]]:
    """Yield each place of an event, and the places that single sources give instead."""
    return _claims(checked, record, _places)


def counts(checked: Checked, record: Record) -> Iterator[SourcedValue[tuple[str, Count]]]:
    """Yield each count of an event with its name, and the counts that single sources give instead."""
    return _claims(checked, record, _counts)


def _dates(of: Event | Says) -> Mapping[Keys, Edtf]:
    return {("date",): of.date} if of.date else {}


def _places(of: Event | Says) -> Mapping[Keys, str]:
    return {("places", n): place for n, place in enumerate(of.places)}


def _counts(of: Event | Says) -> Mapping[Keys, tuple[str, Count]]:
    return {("counts", name): (name, count) for name, count in of.counts.items()}


def _claims(
    checked: Checked, record: Record, values: _Values[Value], *, of_the_day: bool = False
) -> Iterator[SourcedValue[Value]]:
    seen: list[tuple[Source, Article]] = []
    unseen: list[Source] = []
    for number, source, article in checked.sources_of(record):
        if of_the_day and source.background:
            continue
        own = values(source.says) if source.says else {}
        for keys, value in own.items():
            stored = ((source, article),) if article else ()
            yield SourcedValue(record, ("sources", number, "says", *keys), value, stored, () if article else (source,))
        if own:
            continue
        if article:
            seen.append((source, article))
        else:
            unseen.append(source)
    for keys, value in values(record.event).items():
        yield SourcedValue(record, keys, value, tuple(seen), tuple(unseen))
