"""Mails (.eml), and many of them in one file (.mbox): press releases as offices send them.

The Date of a mail is its day of publication, and its sender the publisher, unless it was forwarded or sent by a private
person. What is attached is named and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import BinaryIO

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.files.textfile import unreadable
from raidline.phrasing import plural
from raidline.privacy.names import private_names
from raidline.reading.documents.document import Document, UnreadableDocumentError, article_from, bytes_of
from raidline.reading.documents.reflow import SetLine, paragraphs
from raidline.reading.header import LARGEST, LONGEST
from raidline.reading.hidden import without_padding
from raidline.reading.pubdate import day_sent
from raidline.reading.webpage import page_of

MOST_BOUNDARIES = 100  # parts that hold parts; each line is compared with all of those around it
_LONGEST_HEADER = 20_000  # characters; encoded words cost memory with the square of their number
_MOST_NAMED = 5
_LONGEST_NAME = 80
_DEEPEST = 5  # mails attached to mails
_MAIL = "message/rfc822"
_HALF = 2  # a plain text that is no longer than half the page says only that there is one
_STUB = 1  # HTML of fewer letters cannot say more
_RULE = re.compile(r"\s*[-_=*]{3,}")  # "-----Original Message-----"
_QUOTED = re.compile(r"(?:> ?)+")
_ANSWERED = re.compile(r"(?:(?:re|aw)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(r"(?:fwd?|wg)\s*:\s*", re.IGNORECASE)
_SIGNED = "-- "
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_START = b"From "  # of a mail in an mbox file
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read_mail(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of a mail in a file of its own, and the problems with it."""
    raw = bytes_of(path)
    if isinstance(raw, Problem):
        yield raw
        return
    yield from _articles(raw, path, str(path), numbered=False)


def read_mailbox(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of each mail, which is named by its Message-ID, and the problems with them."""
    try:
        with path.open("rb") as file:
            number = 0
            for number, raw in enumerate(_divided(file), 1):
                yield from _articles(raw, path, f"{path}: mail {number}", numbered=True)
    except OSError as error:
        yield unreadable(path, error)
        return
    if not number:
        yield Problem(str(path), 0, 0, "not-mail", "contains no mails: each begins with a line `From `")


def _divided(file: BinaryIO) -> Iterator[bytes]:
    """Yield the mails, as far as one may be read and a byte more."""
    mail: list[bytes] | None = None
    size, blank = 0, True
    while line := file.readline(LARGEST):
        if blank and line.startswith(_START):
            if mail is not None:
                yield b"".join(mail)
            mail, size = [], 0
        elif mail is not None and size <= LARGEST:
            mail.append(line)
            size += len(line)
        blank = line in {b"\n", b"\r\n"}
    if mail is not None:
        yield b"".join(mail)


def _articles(raw: bytes, path: Path, name: str, *, numbered: bool) -> Iterator[Article | Problem]:
    problems: list[Problem] = []
    try:
        document = _document(raw, name, problems, numbered=numbered)
    except UnreadableDocumentError as error:
        yield from problems
        yield Problem(name, 0, 0, error.rule, error.message)
        return
    yield from problems
    yield from article_from(document, path, name)


def _document(raw: bytes, name: str, problems: list[Problem], *, numbered: bool) -> Document:
    if len(raw) > LARGEST:
        raise UnreadableDocumentError("too-large", f"is too large; at most {LARGEST // 1_000_000} MB are read")
    if len(_BOUNDARY.findall(raw)) > MOST_BOUNDARIES:
        raise UnreadableDocumentError("too-large", f"has more than {MOST_BOUNDARIES} parts that hold parts")
    try:
        message = message_from_bytes(_ESCAPED.sub(b"", raw) if numbered else raw, policy=policy.default)
        if not message.keys() or not isinstance(message, EmailMessage):
            raise UnreadableDocumentError("not-mail", "is not a mail: it has no header")
        if long := next(_long_headers(message), None):
            raise UnreadableDocumentError(
                "too-large", f"has a header of more than {_LONGEST_HEADER:,} characters: {long}"
            )
        text = _text(message, name, problems)
        subject = _header(message, "Subject")
        forwarded = _FORWARDED.match(_ANSWERED.sub("", subject))
        dated = day_sent("" if forwarded else _header(message, "Date"), text)
        sender = "" if forwarded else inert.line(parseaddr(_header(message, "From"))[0])
        id_ = "".join(_header(message, "Message-ID").strip("<> ").split()) if numbered else ""
        attached = [
            part.get_filename() or part.get_content_type()
            for one in _with_attached(message)
            for part in one.iter_attachments()
            if part.get_content_type() != _MAIL
        ]
    except UnreadableDocumentError:
        raise
    except Exception:  # on a damaged mail, the standard library raises whatever its code runs into
        raise UnreadableDocumentError("damaged", "is damaged or not a mail") from None

    def warn(rule: str, told: str) -> None:
        problems.append(Problem(name, 0, 0, rule, told, "warning"))

    if forwarded:
        warn("forwarded", "is a forwarded mail, so its date and its sender are not those of what it forwards")
    elif not sender or any(private_names(sender)):
        sender = ""
        warn("no-metadata", "the mail does not state which office or paper sent it")
    if dated.how:
        warn("day-in-utc", f"is published on {dated.day}: {dated.how}")
    if attached:
        named = ", ".join(inert.line(one)[:_LONGEST_NAME] for one in attached[:_MOST_NAMED])
        more = ", ..." if len(attached) > _MOST_NAMED else ""
        warn("not-read", f"{plural(len(attached), 'attachment')} not read: {named}{more}; save them as files")
    title = _ANSWERED.sub("", _FORWARDED.sub("", _ANSWERED.sub("", subject)))
    return Document(text, title or None, sender or None, dated.day, id_[:200] or None)


def _long_headers(message: EmailMessage) -> Iterator[str]:
    """Yield the names of headers that the standard library could not decode without gigabytes of memory."""
    for part in message.walk():
        for name, value in part.raw_items():
            if len(str(value)) > _LONGEST_HEADER:
                yield inert.line(name)[:_LONGEST_NAME]


def _header(message: EmailMessage, name: str) -> str:
    return inert.line(str(message.get(name, "")))


def _text(message: EmailMessage, name: str, problems: list[Problem]) -> str:
    """Return the text of the mail and of the mails attached to it; UnreadableDocumentError without any."""
    texts = [text for one in _with_attached(message) if (text := _own_text(one, name, problems)).strip()]
    if not texts:
        raise UnreadableDocumentError("no-text", "contains no text; what is attached to a mail is not read")
    if sum(map(len, texts)) > LONGEST:
        message_ = f"the text is too long; raidline reads at most {LONGEST:,} characters of an article"
        raise UnreadableDocumentError("too-large", message_)
    return "\n\n".join(texts)


def _with_attached(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """Yield a mail, then those that were forwarded with it as attachments, and with them."""
    yield message
    for part in message.iter_attachments() if depth < _DEEPEST else ():
        if part.get_content_type() == _MAIL and isinstance(inner := part.get_content(), EmailMessage):
            yield from _with_attached(inner, depth + 1)


def _own_text(message: EmailMessage, name: str, problems: list[Problem]) -> str:
    """Return the text of a mail: of its plain part, unless that is a stub beside the same in HTML."""
    plain, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    text = ""
    if isinstance(plain, EmailMessage):
        letters, signature = _without_signature(without_padding(_bounded(_letters(plain))))
        if signature:
            left_out = f"the signature of the mail is left out ({plural(signature, 'line')} behind `-- `)"
            problems.append(Problem(name, 0, 0, "not-read", left_out, "warning"))
        text = paragraphs([_lines(letters, flowed=plain.get_param("format") == "flowed")])
    if not isinstance(html, EmailMessage) or len(text) * _STUB > len(letters_ := _bounded(_letters(html))):
        return text
    page, told = page_of(without_padding(letters_).encode("utf-8", "replace"), name, shown=True)
    if page is None and not text:
        raise UnreadableDocumentError(told[0].rule, told[0].message)
    return page.text if page and (not text or len(text) * _HALF < len(page.text)) else text


def _without_signature(text: str) -> tuple[str, int]:
    """Return a plain text without the signature behind `-- ` (RFC 3676), and how many of its lines said something.

    It ends where the text is quoted more or less deeply, or where a line is a rule.
    """
    kept: list[str] = []
    signed: int | None = None  # how deeply the signature is quoted
    left_out = 0
    for line in text.splitlines():
        mark = _QUOTED.match(line)
        depth = mark[0].count(">") if mark else 0
        if signed is not None and (depth != signed or _RULE.match(line)):
            signed = None
        if (line[mark.end() :] if mark else line) == _SIGNED:
            signed = depth
        if signed is None:
            kept.append(line)
        elif line.strip("> ") and line.strip("> ") != _SIGNED.strip():
            left_out += 1
    return ("\n".join(kept), left_out) if any(map(str.strip, kept)) else (text, 0)


def _bounded(letters: str) -> str:
    if len(letters) > LONGEST:
        message = f"the text is too long; raidline reads at most {LONGEST:,} characters of an article"
        raise UnreadableDocumentError("too-large", message)
    return letters


def _letters(part: EmailMessage) -> str:
    """Return the letters of a part, in the encoding that it states if they are; otherwise in one that they can be."""
    raw = part.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else b""
    for encoding in (part.get_content_charset("utf-8"), "utf-8"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def _lines(text: str, *, flowed: bool) -> list[SetLine]:
    """Return the lines of a plain text, without the marks of quotation before those of another mail.

    In a flowed text (RFC 3676) a space at its end says that a line goes on.
    """
    found: list[SetLine] = []
    begins: bool | None = True
    depth = 0
    for written in inert.block(text).split("\n"):
        mark = _QUOTED.match(written)
        line = written[mark.end() :] if mark else written
        if depth != (depth := mark[0].count(">") if mark else 0):
            begins = True
        if line.strip():
            is_rule = bool(_RULE.match(line))
            found.append(SetLine(line, True if is_rule else begins))
            begins = True if is_rule else not line.endswith(" ") if flowed else None
        else:
            begins = True
    return found
