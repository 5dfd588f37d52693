"""A rule: a function from all events and articles to problems, named like the problems it finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias

from raidline.article import Article
from raidline.check.reading import Readings
from raidline.errors import Problem
from raidline.models import Event, Source
from raidline.store.load import Record
from raidline.store.removals import Removed

Severity: TypeAlias = Literal["error", "warning"]
Find: TypeAlias = Callable[["Checked"], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a rule examines: the events that do not ignore it, and the articles stored beside them, by id.

    `timeline` holds all events; `rules` are the names of all rules. Without `today`, nothing counts as in the future.
    `former` holds the events of changed files as they were before, `removed` those that were taken out of the record.
    """

    records: Sequence[Record]
    articles: Mapping[str, Article]
    today: date | None = None
    timeline: Sequence[Record] = ()
    rules: Collection[str] = ()
    former: Mapping[Path, Sequence[Event]] = field(default_factory=lambda: MappingProxyType({}))
    removed: Sequence[Removed] = ()
    readings: Readings = field(default_factory=Readings, compare=False)

    def sources(self) -> Iterator[tuple[Record, int, Source, Article | None]]:
        """Yield every source with its event, its number within it, and the stored article if there is one."""
        for record in self.records:
            for number, source, article in self.sources_of(record):
                yield record, number, source, article

    def sources_of(self, record: Record) -> list[tuple[int, Source, Article | None]]:
        """Return the sources of one event."""
        stored = self.articles.get
        return [(number, source, stored(source.article or "")) for number, source in enumerate(record.event.sources)]


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that finds one sort of mistake, the severity of the mistake, and whether the rule is on by default.

    A rule of house style is off by default. The function's docstring is the rule's documentation. Events of which a key
    that the rule `needs` could not be read are not for it.
    """

    find: Find
    severity: Severity
    on: bool = True
    fixable: bool = False
    needs: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return the name under which its problems are reported, such as `quote-not-found`."""
        return self.find.__name__.replace("_", "-")

    @property
    def summary(self) -> str:
        """Return the first sentence of the documentation, without its full stop."""
        return " ".join(inspect.cleandoc(self.find.__doc__ or "").partition("\n\n")[0].split()).rstrip(".")
