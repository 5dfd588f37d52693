"""Web archives (WARC, ISO 28500): the pages that a crawl received, read in the same way as saved pages.

The extra `raidline[html]` installs warcio, which is imported when the first archive is read.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.phrasing import plural
from raidline.reading.header import Line, article_of
from raidline.reading.listing import NOT_READ
from raidline.reading.opened import UnreadableError, breaks_off, opened, outgrown
from raidline.reading.webpage import LARGEST, page_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LONGEST_ID = 200
LONGEST_LINE = 100_000  # bytes, of a header
LONGEST_HEADER = 1_000_000  # bytes, of all headers of a record and the lines before them
ALWAYS = 1000  # pages in a packed file of any size; each takes some milliseconds, however small it is
_PAGES = ("text/html", "application/xhtml+xml")
_HOLD_PAGES = {"response", "resource", "conversion"}
_OF_THE_CRAWL = {"warcinfo", "request", "metadata", "arc_header"}  # never published
_MOST_KINDS = 20
_LONGEST_KIND = 40
_BLOCK = 65_536


def read_archive(path: Path) -> Iterator[Article | Problem]:
    """Yield the report of each page that was answered with success or archived as such, and the problems with others.

    One warning at the end counts everything else in the archive. A record that breaks off is not read.

    The id of an article is the address it was fetched from. Its day of publication is the one the page states, never
    the day of the crawl.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError:
        message = 'is a web archive; to read it, `pip install "raidline[html]"`'
        yield Problem(str(path), 0, 0, "no-html", message)
        return
    try:
        with opened(path) as file:
            yield from _all(path, file, ArchiveIterator)
    except UnreadableError as error:
        yield error.problem


def _all(path: Path, file: BinaryIO, iterate: Any) -> Iterator[Article | Problem]:  # noqa: ANN401 - warcio's
    left: Counter[str] = Counter()
    damage = None
    pages = unpacked = 0
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        with redirect_stderr(nowhere):  # warcio prints parts of the archive there, escapes included
            records = iterate(file)
            records.reader.set_decomp(None)  # `opened` unpacks, and limits what it unpacks
            bound = _Bound(records.reader)
        while damage is None:
            try:
                bound.left = LONGEST_HEADER
                with redirect_stderr(nowhere):
                    if (record := next(records, None)) is None:
                        break
                    other = _other(record)
                    answer = _answer(record) if other is None else None
                    is_short = _is_short(record)
            except OSError:
                raise
            except Exception:  # on an invalid record, warcio raises whatever its code runs into
                damage = "is damaged or not a web archive; only the part before the damage is read"
                continue
            if is_short:
                damage = "breaks off in its last record; only the part before that is read"
            elif answer is not None:
                pages, unpacked = pages + 1, unpacked + len(answer)
                if crowd := outgrown(file, pages, ALWAYS, unpacked):
                    yield Problem(str(path), 0, 0, *crowd)
                    break
                yield from _read(path, record, answer)
            elif other:
                left[other if other in left or len(left) < _MOST_KINDS else "of further kinds"] += 1
    if left:
        yield _not_read(path, left)
    if breaks_off(file):
        return  # `opened` reports that
    if damage:
        yield Problem(str(path), 0, 0, "damaged", damage)
    elif records.err_count:
        message = f"{records.err_count} of its records are longer or shorter than they state"
        yield Problem(str(path), 0, 0, "damaged", message, "warning")


class _Bound:
    """Lets warcio read lines, which it does for headers only, within a budget of `left` bytes."""

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


def _other(record: ArcWarcRecord) -> str | None:
    """Return None for a page, "" for a record about the crawl itself, and what the record holds for any other."""
    if record.rec_type in _OF_THE_CRAWL:
        return ""
    if record.rec_type not in _HOLD_PAGES:
        return f"{inert.line(str(record.rec_type))[:_LONGEST_KIND]} records"
    headers = record.http_headers
    if record.rec_type == "response":
        if headers is None:
            return "responses without headers"
        if headers.get_statuscode() != "200":
            return f"responses of status {inert.line(str(headers.get_statuscode()))[:_LONGEST_KIND]}"
    kind = str((headers or record.rec_headers).get_header("Content-Type")).lower()
    if kind.startswith(_PAGES):
        return None
    return f"{record.rec_type} {inert.line(kind.partition(';')[0].strip())[:_LONGEST_KIND]}"


def _not_read(path: Path, left: Counter[str]) -> Problem:
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(left.items()))
    return Problem(str(path), 0, 0, NOT_READ, f"{plural(left.total(), 'record')} not read: {kinds}", "warning")


def _is_short(record: ArcWarcRecord) -> bool:
    """Whether a record that was read to its end is shorter than it states, or does not state its length."""
    while record.raw_stream.read(_BLOCK):
        pass
    return bool(record.rec_headers.get_header("Content-Length") is None or record.raw_stream.limit > 0)


def _answer(record: ArcWarcRecord) -> bytes:
    """Return the page of a record that contains one."""
    headers = record.http_headers
    if headers and "br" in str(headers.get_header("Content-Encoding")).lower():
        return b""  # a few bytes of Brotli can unpack to gigabytes, and nothing can stop it half-way
    page: bytes = record.content_stream().read(LARGEST + 1)
    return page


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
    """Return the address as an id, with a hash in place of the end of a long one; None if it is not an address."""
    whole = "".join(c for c in address if c.isprintable() and not c.isspace())
    if len(whole) <= LONGEST_ID:
        return whole or None
    mark = hashlib.sha256(whole.encode()).hexdigest()[:16]
    return f"{whole[: LONGEST_ID - 17]}#{mark}"
