"""PDF: the text of its pages, in the order in which they draw it.

The extra `raidline[documents]` installs pypdf, which is imported when the first PDF is read. A PDF counts as hostile:
its streams are unpacked and parsed within limits, and nothing in it is run or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from statistics import median
from time import process_time
from typing import Any

from raidline import inert
from raidline.reading.documents.document import Document, UnreadableDocumentError, stated_title
from raidline.reading.documents.reflow import SetLine, paragraphs, without_running_heads
from raidline.reading.header import LONGEST

MOST_PAGES = 2000
MOST_UNPACKED = 20_000_000  # bytes of one stream
_MOST_TOKENS = 1_000_000  # of one stream
_MOST_FORMS = 500  # drawn on one page
_MOST_FONTS = 200  # of one page
_LONGEST = 60  # seconds of the processor for one document, which a book does not take
_WIDE = 1.35  # times the usual distance of two lines; more is the space between paragraphs
_LARGER = 1.15  # times the size; more is a heading
_MOST_NAMED = 10  # pages in a message

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": MOST_UNPACKED,
    "lzw_maximum_output_length": MOST_UNPACKED,
    "run_length_maximum_output_length": MOST_UNPACKED,
    "brotli_maximum_output_length": MOST_UNPACKED,
    "stream_decoding_work_maximum_length": 4 * MOST_UNPACKED,
    "stream_parsing_work_maximum_count": _MOST_TOKENS,
    "xform_maximum_invocations_per_extraction": _MOST_FORMS,
    "page_tree_maximum_entries": 4 * MOST_PAGES,
    "dictionary_maximum_element_count": 20_000,
    "jbig2dec_binary": None,  # no other program is run
}


class _TooMuchError(MemoryError):
    """It is too long, or takes too long; pypdf passes on no other sort of error from within a form."""


@dataclass(slots=True)
class _Budget:
    """What may still be read of one document: characters, and until when, in processor time."""

    characters: int
    until: float

    def spend(self, characters: int) -> None:
        """Take characters off. _TooMuchError if none are left, or no time."""
        self.characters -= characters
        if self.characters < 0:
            raise _TooMuchError(f"the text is too long; raidline reads at most {LONGEST:,} characters of an article")
        if process_time() > self.until:
            raise _TooMuchError(f"takes more than {_LONGEST} seconds to read; print it to a new PDF, or save its text")


@dataclass(slots=True)
class _Drawn:
    """A line with its height on the page, in points from the bottom, and the size of its first letter."""

    text: str
    height: float
    size: float


def read_pdf(raw: bytes) -> tuple[Document, list[str]]:
    """Return the document and what has to be said about it. UnreadableDocumentError if it has no text to read."""
    try:
        import pypdf  # noqa: PLC0415 - heavy, and an extra
    except ImportError:
        message = 'is a PDF; to read it, `pip install "raidline[documents]"`'
        raise UnreadableDocumentError("no-documents", message) from None
    import logging  # noqa: PLC0415 - only with the extra

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains about every irregularity
    try:
        with pypdf.apply_configuration(**_LIMITS):
            pages, title = _read(pypdf, raw)
    except UnreadableDocumentError:
        raise
    except _TooMuchError as error:
        raise UnreadableDocumentError("too-large", str(error)) from None
    except pypdf.errors.LimitReachedError:
        message = "holds more than a report does; print it to a new PDF, or save its text"
        raise UnreadableDocumentError("too-large", message) from None
    except Exception:  # on a damaged file, pypdf raises whatever its code runs into
        raise UnreadableDocumentError("damaged", "is damaged or not a PDF") from None
    text = paragraphs(without_running_heads(_set(pages)))
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if not text.strip():
        message = "contains no text: its pages are pictures (a scan); run text recognition (OCR) on it first"
        raise UnreadableDocumentError("no-text", message)
    remarks = [f"{_named(empty)} no text; what is a picture there (a scan) is not read"] if empty else []
    return Document(text, title=stated_title(title, text)), remarks


def _read(pypdf: Any, raw: bytes) -> tuple[list[list[_Drawn]], str | None]:  # noqa: ANN401 - the module
    if not raw.lstrip()[:1024].count(b"%PDF-"):
        raise UnreadableDocumentError("damaged", "is damaged or not a PDF")
    reader = pypdf.PdfReader(BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        message = "is protected by a password; open it, and save or print it as a PDF without one"
        raise UnreadableDocumentError("encrypted", message)
    if (count := len(reader.pages)) > MOST_PAGES:
        message = f"has {count:,} pages; at most {MOST_PAGES:,} are read: divide it"
        raise UnreadableDocumentError("too-large", message)
    budget = _Budget(LONGEST, process_time() + _LONGEST)
    return [_drawn(page, budget) for page in reader.pages], _title(reader)


def _title(reader: Any) -> str | None:  # noqa: ANN401 - pypdf's
    try:
        return str(reader.metadata.title or "") if reader.metadata else None
    except Exception:  # metadata may be anything
        return None


def _drawn(page: Any, budget: _Budget) -> list[_Drawn]:  # noqa: ANN401 - pypdf's
    """Return the lines of a page that hold letters."""
    lines = [_Drawn("", 0, 0)]

    def pieces(text: str, matrix: Sequence[float], own: Sequence[float], _font: object, size: float) -> None:
        budget.spend(len(text))
        first, *others = text.split("\n")
        height, scale = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5], own[3] * matrix[3]
        for number, part in enumerate((first, *others)):
            if number:
                lines.append(_Drawn("", 0, 0))
            if part.strip() and not lines[-1].text.strip():
                lines[-1].height, lines[-1].size = height, abs(size * scale) or size
            lines[-1].text += part

    if len(page.get("/Resources", {}).get("/Font", ())) > _MOST_FONTS:
        raise UnreadableDocumentError("too-large", f"a page has more than {_MOST_FONTS} fonts")
    page.extract_text(visitor_text=pieces, visitor_operand_before=lambda *_: budget.spend(0))
    for line in lines:
        line.text = inert.line(line.text.translate(_LIGATURES))
    return [line for line in lines if line.text]


def _set(pages: Sequence[Sequence[_Drawn]]) -> list[list[SetLine]]:
    """Return the lines, each with whether more space than usual is above it, or letters of a different size."""
    pairs = [(line, after) for page in pages for line, after in pairwise(page)]
    distances = [line.height - after.height for line, after in pairs if _same_size(line, after)]
    usual = median([one for one in distances if one > 0] or [0])
    return [list(_apart(page, _WIDE * usual)) for page in pages]


def _apart(page: Sequence[_Drawn], wide: float) -> Iterator[SetLine]:
    for number, line in enumerate(page):
        above = page[number - 1] if number else None
        apart = above and (not _same_size(above, line) or 0 < wide < above.height - line.height)
        yield SetLine(line.text, True if apart else None)


def _same_size(one: _Drawn, other: _Drawn) -> bool:
    return max(one.size, other.size) <= _LARGER * min(one.size, other.size)


def _named(empty: Sequence[int]) -> str:
    """Return the numbers of pages in words: "page 3 has", "pages 3, 4, ... have"."""
    if len(empty) == 1:
        return f"page {empty[0]} contains"
    more = ", ..." if len(empty) > _MOST_NAMED else ""
    return f"pages {', '.join(map(str, empty[:_MOST_NAMED]))}{more} contain"
