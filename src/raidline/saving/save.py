"""What a person has, an address or a file, becomes an article in their folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from raidline.article import Article
from raidline.errors import Problem
from raidline.files.textfile import unreadable
from raidline.reading.files import read_file
from raidline.saving.address import host_of, is_private
from raidline.saving.answer import NoAnswerError
from raidline.saving.content import articles_in
from raidline.saving.feeds import entries_of
from raidline.saving.fetching import Fetcher
from raidline.saving.shelf import Original, Saved, Shelf
from raidline.saving.warc import archived

_MANY = {".mbox", ".jsonl", ".warc"}  # files of many articles, which are the original of none


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says about an article that does not say it itself."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None

    def completing(self, article: Article) -> Article:
        """Return the article with what it does not state."""
        return replace(
            article,
            published=article.published or self.published,
            publisher=article.publisher or self.publisher,
            title=article.title or self.title,
        )

    def answers(self, problem: Problem) -> bool:
        """Whether this tells what a problem says is missing; the day of publication is told of where it is saved."""
        missing = [what for what in ("title", "publisher") if what in problem.message] or ["publisher"]
        told = all(getattr(self, what) is not None for what in missing)
        return problem.rule == "no-anchor" or (problem.rule == "no-metadata" and told)


@dataclass(frozen=True, slots=True)
class Known:
    """How many entries of a feed were saved before, and so are not fetched again."""

    feed: str
    number: int


@dataclass(frozen=True, slots=True)
class Saver:
    """Saves into one folder, at one moment."""

    shelf: Shelf
    fetcher: Fetcher
    at: datetime

    def address(self, address: str, given: Given) -> Iterator[Saved | Problem]:
        """Fetch a page or a document and save it; yield what came of it, and the problems with it."""
        try:
            answer = self.fetcher.fetch(address)
            for one in articles_in(answer):
                if isinstance(one, Article) and one.text.strip():
                    original = Original(".warc.gz", archived(answer, self.at))
                    yield self.shelf.keep(given.completing(one), original, self.at, address)
                elif isinstance(one, Problem) and not given.answers(one):
                    yield one
        except NoAnswerError as error:
            yield Problem(address, 0, 0, "not-fetched", str(error))

    def feed(self, address: str, given: Given) -> Iterator[Saved | Problem | Known]:
        """Save the entries of a feed that were not saved before, and yield what came of each, and how many were."""
        try:
            entries = list(entries_of(self.fetcher.fetch(address)))
        except NoAnswerError as error:
            yield Problem(address, 0, 0, "not-fetched", str(error))
            return
        is_public = not is_private(host_of(address))
        new = [entry for entry in entries if not self.shelf.has(entry.address)]
        if len(new) < len(entries):
            yield Known(address, len(entries) - len(new))
        for entry in new:
            if is_public and is_private(host_of(entry.address)):
                yield Problem(entry.address, 0, 0, "not-fetched", "leads from the web into a private network")
                continue
            yield from self.address(entry.address, replace(given, published=entry.published or given.published))

    def file(self, path: Path, given: Given) -> Iterator[Saved | Problem]:
        """Save the articles of a file, with the file itself beside one; yield what came of it and its problems."""
        many = path.suffix.lower() in _MANY or path.suffixes[-2:-1] in ([".jsonl"], [".warc"])
        try:
            original = None if many else Original(path.suffix.lower(), path.read_bytes(), path)
        except OSError as error:
            yield unreadable(path, error)
            return
        for one in read_file(path):
            if isinstance(one, Article) and one.text.strip():  # what has none is told of by a problem
                yield self.shelf.keep(given.completing(one), original, self.at)
            elif isinstance(one, Problem) and not given.answers(one):
                yield one
