"""Files and folders to articles: text with front matter, JSON lines, web pages and archives, documents, mails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from raidline.article import Article
from raidline.errors import Problem, apart
from raidline.reading.frontmatter import read_report
from raidline.reading.jsonlines import read_lines
from raidline.reading.listing import (
    DOCUMENT_SUFFIXES,
    KINDS_OF_FILE,
    MAIL_SUFFIXES,
    PAGE_SUFFIXES,
    TEXT_SUFFIXES,
    article_files,
)
from raidline.reading.opened import suffix_of
from raidline.reading.seen import told_twice


def read_articles(paths: Iterable[Path]) -> tuple[list[Article], list[Problem]]:
    """Return what `stream_articles` yields, with articles and problems separated."""
    return apart(stream_articles(paths))


def stream_articles(paths: Iterable[Path]) -> Iterator[Article | Problem]:
    """Yield the articles in files and folders (searched to any depth), in the order of their names, one at a time.

    `-` is standard input, read as JSON lines. One bad article never stops the others. A repeated id is a problem, and
    both articles are yielded.
    """
    return told_twice(
        found for one in article_files(paths) for found in ([one] if isinstance(one, Problem) else read_file(one))
    )


def read_file(path: Path) -> Iterator[Article | Problem]:
    """Yield the articles of a file, whose suffix says how to read it, and the problems with it."""
    suffix = suffix_of(path)
    if suffix == ".jsonl":
        yield from read_lines(path)
    elif suffix == ".warc":
        from raidline.reading.webarchive import read_archive  # noqa: PLC0415 - heavy, and an extra

        yield from read_archive(path)
    elif path.suffix.lower() in TEXT_SUFFIXES or not path.exists():
        yield from read_report(path)
    elif path.suffix.lower() in PAGE_SUFFIXES:
        from raidline.reading.webpage import read_page  # noqa: PLC0415 - as above

        yield from read_page(path)
    elif path.suffix.lower() in DOCUMENT_SUFFIXES:
        from raidline.reading.documents.kinds import read_document  # noqa: PLC0415 - as above

        yield from read_document(path)
    elif path.suffix.lower() in MAIL_SUFFIXES:
        from raidline.reading.documents.mail import read_mail, read_mailbox  # noqa: PLC0415 - as above

        yield from (read_mailbox if path.suffix.lower() == ".mbox" else read_mail)(path)
    else:
        yield Problem(str(path), 0, 0, "not-an-article", f"is not an article file: those end in {KINDS_OF_FILE}")
