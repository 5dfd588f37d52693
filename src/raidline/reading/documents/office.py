"""Word (.docx) and OpenDocument text (.odt): the paragraphs of a packed XML file, and the pages as last shown.

The XML is read as a stream of bounded length, without document type definitions, so that nothing in it can grow.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from xml.parsers import expat

from raidline import inert
from raidline.phrasing import plural
from raidline.reading.documents.document import Document, UnreadableDocumentError, stated_title
from raidline.reading.documents.reflow import SetLine, paragraphs
from raidline.reading.header import LONGEST

MOST_UNPACKED = 50_000_000  # bytes of XML, of which text is seldom a tenth
_MOST_LISTED = 2_000_000  # bytes of the list of packed files
_AT_ONCE = 100_000  # bytes
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END_OF_ZIP = b"PK\x05\x06"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # how .doc begins, and .docx with a password

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TITLE = "http://purl.org/dc/elements/1.1/ title"

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")

# What an element means to its text.
_PARAGRAPH, _LETTERS, _PAGE, _LINE, _SPACE, _HYPHEN, _LEFT_OUT = range(7)
_WORD_ELEMENTS = {
    f"{space} {name}": meaning
    for space in (_W, _STRICT_W)
    for name, meaning in (
        ("p", _PARAGRAPH),
        ("t", _LETTERS),
        ("lastRenderedPageBreak", _PAGE),
        ("br", _LINE),
        ("cr", _LINE),
        ("tab", _SPACE),
        ("noBreakHyphen", _HYPHEN),
        ("moveFrom", _LEFT_OUT),
        ("pPr", _LEFT_OUT),  # tab stops
    )
} | {f"{_MC} Fallback": _LEFT_OUT}
_ODT_ELEMENTS = {
    f"{_TEXT} p": _PARAGRAPH,
    f"{_TEXT} h": _PARAGRAPH,
    f"{_TEXT} soft-page-break": _PAGE,
    f"{_TEXT} line-break": _LINE,
    f"{_TEXT} s": _SPACE,
    f"{_TEXT} tab": _SPACE,
    f"{_TEXT} tracked-changes": _LEFT_OUT,
    f"{_TEXT} note": _LEFT_OUT,
    f"{_OFFICE} annotation": _LEFT_OUT,
}


def read_docx(raw: bytes) -> tuple[Document, list[str]]:
    """Return the document, and what has to be said about it. UnreadableDocumentError if it has no text to read."""
    with _opened(raw, "a Word document (.docx)") as archive:
        letters = _Letters(_WORD_ELEMENTS, everywhere=False)
        _parse(archive, "word/document.xml", letters)
        for name in _NOTES:  # behind the text: within it, they would stand in the middle of sentences
            if name in archive.namelist():
                _parse(archive, name, letters)
        return _document(archive, letters, "docProps/core.xml")


def read_odt(raw: bytes) -> tuple[Document, list[str]]:
    """Return what `read_docx` does, of an OpenDocument text."""
    with _opened(raw, "an OpenDocument text (.odt)") as archive:
        letters = _Letters(_ODT_ELEMENTS, everywhere=True)
        _parse(archive, "content.xml", letters)
        document, said = _document(archive, letters, "meta.xml")
        number = letters.left_out[f"{_TEXT} note"]
        return document, [*said, *([f"{plural(number, 'footnote')} not read"] if number else [])]


def _document(archive: zipfile.ZipFile, letters: _Letters, metadata: str) -> tuple[Document, list[str]]:
    text = paragraphs(letters.pages)
    if not text.strip():
        raise UnreadableDocumentError("no-text", "contains no text; what is a picture in it (a scan) is not read")
    title = _Title()
    if metadata in archive.namelist():
        _parse(archive, metadata, title)
    return Document(text, title=stated_title(title.text, text)), []


class _Letters:
    """Takes the elements of a document; `pages` are its paragraphs by page.

    With `everywhere`, all text within a paragraph is text of the document, otherwise only that of some elements.
    """

    def __init__(self, meanings: Mapping[str, int], *, everywhere: bool) -> None:
        self.pages: list[list[SetLine]] = [[]]
        self._meanings = meanings
        self._everywhere = everywhere
        self._open: list[list[str]] = []  # the letters of each open paragraph: one may stand in a box within another
        self._begins: bool | None = True  # whether the next line begins a paragraph
        self._in_letters = self._left_out = self._length = 0
        self.left_out: Counter[str] = Counter()  # elements, by name

    def start(self, name: str, _attributes: object) -> None:
        """Take the beginning of an element."""
        meaning = self._meanings.get(name)
        if meaning == _LEFT_OUT or self._left_out:
            self.left_out[name] += not self._left_out
            self._left_out += 1
        elif meaning == _PARAGRAPH:
            self._end_line()
            self._open.append([])
            self._begins = True
        elif meaning == _LETTERS:
            self._in_letters += 1
        elif meaning == _PAGE:
            self._end_line()
            self.pages.append([])
        elif meaning == _LINE:
            self._end_line()
            self._begins = None
        elif meaning in {_SPACE, _HYPHEN} and self._open:
            self._open[-1].append("-" if meaning == _HYPHEN else " ")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        meaning = self._meanings.get(name)
        if self._left_out:
            self._left_out -= 1
        elif meaning == _PARAGRAPH:
            self._end_line()
            self._open.pop()
            self._begins = True
        elif meaning == _LETTERS:
            self._in_letters -= 1

    def data(self, text: str) -> None:
        """Take letters."""
        if self._left_out or not self._open or not (self._everywhere or self._in_letters):
            return
        self._length += len(text)
        if self._length > LONGEST:
            message = f"the text is too long; raidline reads at most {LONGEST:,} characters of an article"
            raise UnreadableDocumentError("too-large", message)
        self._open[-1].append(text)

    def _end_line(self) -> None:
        if self._open and (text := inert.line("".join(self._open[-1]))):
            self.pages[-1].append(SetLine(text, self._begins))
            self._begins = False
        if self._open:
            self._open[-1].clear()


class _Title:
    """Takes the elements of the metadata; `text` is the title."""

    def __init__(self) -> None:
        self.text = ""
        self._inside = False

    def start(self, name: str, _attributes: object) -> None:
        """Take the beginning of an element."""
        self._inside = name == _TITLE

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._inside = False

    def data(self, text: str) -> None:
        """Take letters."""
        if self._inside and len(self.text) < _AT_ONCE:
            self.text += text


def _opened(raw: bytes, kind: str) -> zipfile.ZipFile:
    if raw.startswith(_OLD_OFFICE):
        message = "is protected by a password or in an old format; save it as .docx without a password"
        raise UnreadableDocumentError("encrypted", message)
    at = raw.rfind(_END_OF_ZIP)
    if at < 0 or int.from_bytes(raw[at + 12 : at + 16], "little") > _MOST_LISTED:
        raise UnreadableDocumentError("damaged", f"is damaged or not {kind}")
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except Exception:  # on a damaged file, zipfile raises whatever its code runs into
        raise UnreadableDocumentError("damaged", f"is damaged or not {kind}") from None


def _parse(archive: zipfile.ZipFile, name: str, handler: _Letters | _Title) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = handler.start, handler.end
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = _refused
    parser.buffer_text = True
    unpacked = 0
    try:
        if _is_encrypted(archive):
            raise UnreadableDocumentError("encrypted", "is protected by a password; save it without one")
        if archive.getinfo(name).compress_type not in _PACKED:  # what the other ways unpack to has no bound
            raise UnreadableDocumentError("damaged", f"is damaged: its part {name} is packed as no such document is")
        with archive.open(name) as file:
            while piece := file.read(_AT_ONCE):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    message = f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
                    raise UnreadableDocumentError("too-large", message)
                parser.Parse(piece)
            parser.Parse(b"", True)
    except UnreadableDocumentError:
        raise
    except (KeyError, expat.ExpatError, zlib.error, OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile):
        raise UnreadableDocumentError("damaged", f"is damaged: its part {name} cannot be read") from None


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest not in archive.namelist():
        return False
    with archive.open(manifest) as file:
        return b"encryption-data" in file.read(_AT_ONCE)


def _refused(*_: object) -> None:
    raise UnreadableDocumentError("damaged", "contains a document type definition, which no such document needs")
