"""Web archives (WARC, ISO 28500): the pages that a crawl was answered with, read as saved pages are.

warcio comes with the extra `raidline[html]` and is imported when the first archive is met.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.header import Line, article_of
from raidline.reading.opened import UnreadableError, opened
from raidline.reading.webpage import LARGEST, page_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LONGEST_ID = 200
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
        with opened(path) as file:
            records = ArchiveIterator(file)
            while True:
                try:
                    record = next(records, None)
                except (UnreadableError, OSError, EOFError, zlib.error):
                    raise
                except Exception:  # of a record that is none, warcio raises whatever its code runs into
                    yield Problem(str(path), 0, 0, "damaged", "is damaged or no web archive; what comes before is read")
                    return
                if record is None:
                    return
                if record.rec_type == "response" and _is_page(record):
                    yield from _read(path, record)
    except UnreadableError as error:
        yield error.problem


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type")).lower().startswith(_PAGES)


def _read(path: Path, record: ArcWarcRecord) -> Iterator[Article | Problem]:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    name = f"{path}: {inert.line(address)}"
    page, problems = page_of(record.content_stream().read(LARGEST + 1), name)
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
