"""A news report as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """A news report as it was saved; `text` is exactly what follows the front matter.

    `published` is the anchor date of relative dates; without it they stay unresolved.
    """

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str
    path: Path


def publisher_key(name: str) -> str:
    """Return the key that identifies a publisher: "The Herald" and "Herald" are the same."""
    return name.casefold().removeprefix("the ").strip()


def by_id(articles: Iterable[Article]) -> Mapping[str, Article]:
    """Index articles by id; if several share an id, the first one counts."""
    index: dict[str, Article] = {}
    for article in articles:
        index.setdefault(article.id, article)
    return index
