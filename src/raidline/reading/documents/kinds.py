"""Which reader reads which kind of document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.documents.document import Document, UnreadableDocumentError, article_from, bytes_of
from raidline.reading.documents.office import read_docx, read_odt
from raidline.reading.documents.pdf import read_pdf

READERS: dict[str, Callable[[bytes], tuple[Document, list[str]]]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".odt": read_odt,
}


def read_document(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of a document, whose suffix says how to read it, and the problems with it.

    No day that a document states in its metadata is that of its publication: it is the day of a draft, or of a copy.
    """
    raw = bytes_of(path)
    if isinstance(raw, Problem):
        yield raw
        return
    try:
        document, remarks = READERS[path.suffix.lower()](raw)
    except UnreadableDocumentError as error:
        yield Problem(str(path), 0, 0, error.rule, error.message)
        return
    yield from (Problem(str(path), 0, 0, "no-text", remark, "warning") for remark in remarks)
    yield from article_from(document, path, str(path))
