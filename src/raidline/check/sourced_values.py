"""The values that the sources of an event should support: its own date, places and counts, and those of one source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.lexicon.gloss import in_english
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
    for number, written, stored in checked.sources_of(record):
        if of_the_day and written.background:
            continue
        source, article = _as_read(checked, written, stored)
        own = values(source.says) if source.says else {}
        for keys, value in own.items():
            sources = ((source, article),) if article else ()
            yield SourcedValue(record, ("sources", number, "says", *keys), value, sources, () if article else (source,))
        if own:
            continue
        if article:
            seen.append((source, article))
        else:
            unseen.append(source)
    for keys, value in values(record.event).items():
        yield SourcedValue(record, keys, value, tuple(seen), tuple(unseen))


def _as_read(checked: Checked, source: Source, stored: Article | None) -> tuple[Source, Article | None]:
    """Return a source and its article in English, word for word, if its quote or the article is in Spanish."""
    quote = in_english(source.quote) if source.quote else source.quote
    as_read = source if quote == source.quote else source.model_copy(update={"quote": quote})
    return as_read, checked.readings.article(stored) if stored else None
