"""Web archives (WARC, ISO 28500): the pages that a crawl was answered with, read as saved pages are.

warcio comes with the extra `raidline[html]` and is imported when the first archive is met.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.header import Line, article_of
from raidline.reading.opened import UnreadableError, opened
from raidline.reading.webpage import LARGEST, page_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LONGEST_ID = 200
LONGEST_LINE = 100_000  # bytes, of a header
LONGEST_HEADER = 1_000_000  # bytes, of all headers of a record and what stands before them
_PAGES = ("text/html", "application/xhtml+xml")


def read_archive(path: Path) -> Iterator[Article | Problem]:
    """Yield the report of each page that was answered with success, and what is wrong with the others.

    An article's id is the address it was fetched from. The day of publication is what the page states, never the day
    of the crawl.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError:
        message = 'is a web archive; to read those, `pip install "raidline[html]"`'
        yield Problem(str(path), 0, 0, "no-html", message)
        return
    try:
        with opened(path) as file, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            with redirect_stderr(nowhere):  # where warcio writes what the archive holds, escapes and all
                records = ArchiveIterator(file)
                bound = _Bound(records.reader)
            while True:
                try:
                    bound.left = LONGEST_HEADER
                    with redirect_stderr(nowhere):
                        record = next(records, None)
                        answer = _answer(record)
                except (UnreadableError, OSError, EOFError, zlib.error):
                    raise
                except Exception:  # of a record that is none, warcio raises whatever its code runs into
                    yield Problem(str(path), 0, 0, "damaged", "is damaged or no web archive; what comes before is read")
                    return
                if record is None:
                    break
                if answer is not None:
                    yield from _read(path, record, answer)
            if records.err_count:
                message = f"{records.err_count} of its records are longer or shorter than they say"
                yield Problem(str(path), 0, 0, "damaged", message, "warning")
    except UnreadableError as error:
        yield error.problem


class _Bound:
    """Lets warcio read lines, which it does of headers only, as long as `left` bytes hold them."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - warcio's
        self.left = LONGEST_HEADER
        self._readline = reader.readline
        reader.readline = self.readline

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = self._readline(min(length or self.left + 1, self.left + 1))
        self.left -= len(line)
        if self.left < 0 or (len(line) > LONGEST_LINE and not line.endswith(b"\n")):
            raise ValueError("a header without an end")
        return line


def _answer(record: ArcWarcRecord | None) -> bytes | None:
    """Return the page of a record that is one."""
    if record is None or record.rec_type != "response" or not _is_page(record):
        return None
    if "br" in str(record.http_headers.get_header("Content-Encoding")).lower():
        return b""  # a few bytes of Brotli are gigabytes, and nothing stops it half-way
    page: bytes = record.content_stream().read(LARGEST + 1)
    return page


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type")).lower().startswith(_PAGES)


def _read(path: Path, record: ArcWarcRecord, answer: bytes) -> Iterator[Article | Problem]:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    name = f"{path}: {inert.line(address)}"
    page, problems = page_of(answer, name)
    yield from problems
    if page:
        header = {
            "id": _id(address),
            "title": page.title,
            "publisher": page.publisher,
            "published": page.published.isoformat() if page.published else None,
            "url": page.url or inert.web_link(address),
        }
        yield from article_of(path, Line(name, 0), header, page.text)


def _id(address: str) -> str | None:
    """Return the address as an id, the end of a long one told by its hash; None for no address."""
    whole = "".join(c for c in address if c.isprintable() and not c.isspace())
    if len(whole) <= LONGEST_ID:
        return whole or None
    mark = hashlib.sha256(whole.encode()).hexdigest()[:16]
    return f"{whole[: LONGEST_ID - 17]}#{mark}"
