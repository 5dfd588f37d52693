"""A news report as a value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

PAGE = "\f"  # where a page of a document begins


@dataclass(frozen=True, slots=True)
class Article:
    """A news report as it was saved; `text` is exactly what follows the front matter, but for form feeds.

    `published` is the anchor date of relative dates; without it they stay unresolved. `pages` are the offsets at which
    the second page of a document and those after it begin; a form feed marks each in the file, and is a space here.
    """

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str
    path: Path
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the page that contains a character, counted from 1; None if the text has no pages."""
        return bisect_right(self.pages, offset) + 1 if self.pages else None


def marked_text(article: Article) -> str:
    """Return the text as a file holds it: with a form feed where a page begins."""
    ends = [0, *article.pages, len(article.text) + 1]
    return PAGE.join(article.text[start : end - 1] for start, end in pairwise(ends))


def publisher_key(name: str) -> str:
    """Return the key that identifies a publisher: "The Herald" and "Herald" are the same."""
    return name.casefold().removeprefix("the ").strip()


def by_id(articles: Iterable[Article]) -> Mapping[str, Article]:
    """Index articles by id; if several share an id, the first one counts."""
    index: dict[str, Article] = {}
    for article in articles:
        index.setdefault(article.id, article)
    return index
