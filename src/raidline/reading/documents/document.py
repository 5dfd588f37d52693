"""A document as a reader leaves it, and the article made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.files.textfile import unreadable
from raidline.reading.header import LARGEST, Line, article_of

UNDATED = "states no day of publication; give it with `--published`, relative dates such as `on Monday` count from it"
_HEAD = 1000  # characters of the text that may contain its title


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its paragraphs on lines of their own and a form feed where a page begins; None if not stated.

    `id` is None if the document has no name of its own.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    id: str | None = None


class UnreadableDocumentError(Exception):
    """A document that cannot be read; its rule and message say why."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message


def bytes_of(path: Path) -> bytes | Problem:
    """Return the content of a file, or the problem with it."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        return unreadable(path, error)
    if len(raw) > LARGEST:
        return Problem(str(path), 0, 0, "too-large", f"is too large; at most {LARGEST // 1_000_000} MB are read")
    return raw


def article_from(document: Document, path: Path, name: str) -> Iterator[Article | Problem]:
    """Yield the article of a document, and the problems with it; `name` is what the problems call it."""
    header = {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
    }
    for one in article_of(path, Line(name, 0), header, document.text):
        if isinstance(one, Problem) and one.rule == "no-anchor":
            yield Problem(name, 0, 0, "no-anchor", UNDATED, "warning")
        else:
            yield one


def stated_title(title: str | None, text: str) -> str | None:
    """Return a title that the file gives itself if its text begins with it; most others are names of files."""
    words = inert.line(title or "")
    return words if words and words.casefold() in inert.line(text[:_HEAD]).casefold() else None
