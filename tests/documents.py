"""Documents of a few lines, made by hand: PDF, Word, OpenDocument and mails. All texts are invented."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

Line = tuple[str, float, float]  # its text, how far below the last line it is, its size

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def lines_of(text: str) -> list[Line]:
    """Lines of a page as a word processor sets them; a blank line leaves a gap, `# ` begins a large line."""
    found, gap = [], 14.0
    for line in text.strip("\n").split("\n"):
        if not line.strip():
            gap = 26.0
            continue
        found.append((line.removeprefix("# "), gap, 16.0 if line.startswith("# ") else 11.0))
        gap = 14.0
    return found


def pdf(*pages: str, title: str | None = None, extra: bytes = b"", catalog: bytes = b"") -> bytes:
    """A PDF with a page for each text, set line by line."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s>>" % catalog,
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in pages:
        content = content_of(lines_of(page)) if page.strip() else b"q 100 0 0 100 0 0 cm Q"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    info = b""
    if title is not None:
        objects.append(b"<< /Title (%s) /CreationDate (D:20200101120000Z) >>" % title.encode("cp1252"))
        info = b"/Info %d 0 R " % len(objects)
    return assembled(objects, info + extra)


def content_of(lines: Sequence[Line]) -> bytes:
    parts, y = [b"BT"], 740.0
    for text, gap, size in lines:
        y -= gap
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        parts.append(b"/F1 %.1f Tf 1 0 0 1 72 %.1f Tm (%s) Tj" % (size, y, shown))
    return b"\n".join([*parts, b"ET"])


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is the catalog."""
    out, at = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def docx(*paragraphs: str, title: str = "", body: str = "") -> bytes:
    """A Word document; a form feed in a paragraph is where Word began a page."""
    text = "".join(f"<w:p>{''.join(_runs(one))}</w:p>" for one in paragraphs)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{escape(title)}</dc:title><dcterms:created>2020-01-01T12:00:00Z</dcterms:created>"
        "</cp:coreProperties>"
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{text}{body}</w:body></w:document>',
            "docProps/core.xml": core,
        }
    )


def _runs(paragraph: str) -> list[str]:
    first, *others = paragraph.split("\f")
    shown = [f'<w:r><w:t xml:space="preserve">{escape(first)}</w:t></w:r>']
    for other in others:
        shown.append(f'<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">{escape(other)}</w:t></w:r>')
    return shown


def odt(*paragraphs: str, title: str = "") -> bytes:
    """An OpenDocument text; a form feed in a paragraph is a soft page break."""
    shown = "".join(f"<text:p>{escape(one).replace(chr(12), '<text:soft-page-break/>')}</text:p>" for one in paragraphs)
    meta = (
        f'<office:document-meta xmlns:office="{OFFICE}" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{escape(title)}</dc:title></office:meta></office:document-meta>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><office:body>'
            f"<office:text>{shown}</office:text></office:body></office:document-content>",
            "meta.xml": meta,
        }
    )


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def mail(text: str, *, date: str | None = "Fri, 24 Mar 2017 16:30:00 -0500", **headers: str) -> EmailMessage:
    """A mail with a text."""
    message = EmailMessage()
    message["From"] = headers.get("sender", "Riverton Press Office <press@riverton.example>")
    message["Subject"] = headers.get("subject", "Nine held in Riverton")
    message["Message-ID"] = headers.get("id", "<release-7@riverton.example>")
    if date:
        message["Date"] = date
    message.set_content(text)
    return message


PAGES = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A stream, packed."""
    packed_content = zlib.compress(content, 9)
    return b"<< /Filter /FlateDecode /Length %d %s>>\nstream\n%s\nendstream" % (
        len(packed_content),
        head,
        packed_content,
    )


def drawing(content: bytes, *others: bytes, resources: bytes = b"/Font << /F1 5 0 R >>") -> bytes:
    """A PDF of one page that is drawn so; the objects after its font are number 6 and those that follow."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s >> >>" % resources
    return assembled([CATALOG, PAGES, page, stream(content), FONT, *others])


def nested_forms(depth: int, wide: int = 10) -> bytes:
    """A PDF whose page draws a form that draws a form ten times, and so on: few bytes, 10 to that power of drawings."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >> "
    forms = [stream(b"/X Do " * wide, head % (7 + n)) for n in range(depth)]
    text = b"BT /F1 9 Tf (Nine held) Tj ET " * 1000
    return drawing(b"/X Do", *forms, stream(text, head % 6), resources=b"/XObject << /X 6 0 R >> /Font << /F1 5 0 R >>")
