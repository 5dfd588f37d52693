"""Extraction over any number of articles, here or in other processes and machines, in the order of input.

Only a few batches are in progress at any time, so that memory does not grow with the corpus: an article that takes very
long delays those that come more than a few batches after it. An unreadable article never stops the others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from raidline.article import Article
from raidline.corpus.language import is_in_another_language
from raidline.errors import Problem, RaidlineError
from raidline.extract.pipeline import extract_article
from raidline.extract.text.skipped import Skipped
from raidline.models import Candidate

BATCH = 100_000  # characters of text, about half a second of work
MOST_IN_BATCH = 64  # articles


@dataclass(frozen=True, slots=True)
class Finding:
    """What one article contains; `article` is the article without its text, `foreign` says that it is not English."""

    article: Article
    candidates: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]
    foreign: bool = False


Outcome: TypeAlias = Finding | Problem
Batch: TypeAlias = Sequence[Article]
Work: TypeAlias = Callable[[Batch], list[Outcome]]


class Engine(Protocol):
    """Runs many batches at once."""

    @property
    def width(self) -> int:
        """How many."""

    def submit(self, work: Work, batch: Batch) -> Future[list[Outcome]]:
        """Start work on a batch. RaidlineError if nothing is left that could do it."""


_Waiting: TypeAlias = tuple[Batch, Future[list[Outcome]]] | Problem


def extract_corpus(found: Iterable[Article | Problem], engine: Engine | None = None) -> Iterator[Outcome]:
    """Yield the content of each article, and each problem, in the order of `found`; one at a time without an engine."""
    if engine is None:
        for one in found:
            yield find(one) if isinstance(one, Article) else one
        return
    waiting: deque[_Waiting] = deque()
    for batch in _batches(found):
        waiting.append(batch if isinstance(batch, Problem) else (batch, engine.submit(find_all, batch)))
        while len(waiting) > 2 * engine.width:
            yield from _outcomes(waiting.popleft(), engine)
    while waiting:
        yield from _outcomes(waiting.popleft(), engine)


def find(article: Article) -> Outcome:
    """Return the content of an article, or a problem if extraction fails on it, which is a bug."""
    try:
        extraction = extract_article(article)
    except Exception as error:
        return _failed(article, error)
    foreign = is_in_another_language(article.text)
    return Finding(replace(article, text=""), extraction.candidates, extraction.skipped, foreign)


def find_all(articles: Batch) -> list[Outcome]:
    """Return the content of each article: what an engine runs for each batch."""
    return [find(article) for article in articles]


def _batches(found: Iterable[Article | Problem]) -> Iterator[list[Article] | Problem]:
    batch: list[Article] = []
    size = 0
    for one in found:
        if isinstance(one, Article):
            batch.append(one)
            size += len(one.text)
        if batch and (isinstance(one, Problem) or size >= BATCH or len(batch) == MOST_IN_BATCH):
            yield batch
            batch, size = [], 0
        if isinstance(one, Problem):
            yield one
    if batch:
        yield batch


def _outcomes(waited: _Waiting, engine: Engine) -> Iterator[Outcome]:
    if isinstance(waited, Problem):
        yield waited
        return
    batch, future = waited
    try:
        outcomes = future.result()
    except Exception:  # a worker that died loses its whole batch: find out which article it was
        for article in batch:
            yield _alone(article, engine)
    else:
        yield from outcomes


def _alone(article: Article, engine: Engine) -> Outcome:
    future = engine.submit(find_all, [article])
    try:
        (outcome,) = future.result()
    except CancelledError:
        raise RaidlineError("extraction was stopped from outside; --resume continues with what is kept") from None
    except Exception as error:
        return _failed(article, error)
    return outcome


def _failed(article: Article, error: Exception) -> Problem:
    message = f"nothing is extracted from {article.id}, because extraction failed: {type(error).__name__}: {error}"
    return Problem(str(article.path), 0, 0, "failed", message)
