"""What a rule is: a function from all events and articles to problems, named like the problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from raidline.article import Article
from raidline.errors import Problem
from raidline.models import Source
from raidline.store import Record


@dataclass(frozen=True, slots=True)
class Checked:
    """The timeline that is checked: its events, and the articles kept beside it, by id."""

    records: Sequence[Record]
    articles: Mapping[str, Article]

    def sources(self) -> Iterator[tuple[Record, int, Source, Article | None]]:
        """Yield every source with its event, its number within it, and the stored article where there is one."""
        for record in self.records:
            for number, source in enumerate(record.event.sources):
                yield record, number, source, self.articles.get(source.article or "")


Rule: TypeAlias = Callable[[Checked], Iterator[Problem]]
