"""What an answer of a server holds, read like a file of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from raidline import inert, lexicon
from raidline.article import Article
from raidline.errors import Problem
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.reading.files import read_file
from raidline.saving.address import host_of
from raidline.saving.answer import Answer

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "message/rfc822": ".eml",
    "text/plain": ".txt",
}
_UNSAID = {"", "application/octet-stream", "binary/octet-stream", "application/download"}
_PDF = b"%PDF-"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_KNOWN = {"the page does not state its url"}  # where it came from is known
_LEAST = 100  # characters of a report
_SHORT = 1500  # a page that says little else than that it wants consent is shorter
_WALL = (
    "shows no report to programs, perhaps because it asks for consent, a login or JavaScript; save the page in your"
    " browser, then `raidline save FILE`"
)


def articles_in(answer: Answer) -> Iterator[Article | Problem]:
    """Yield the article of an answer and the problems with it. NoAnswerError if its body cannot be unpacked."""
    body, kind = answer.body, answer.header("content-type").partition(";")[0].strip().lower()
    suffix = _suffix(kind, body, answer.address)
    if suffix is None:
        message = f"is {inert.line(kind)[:60] or 'of no kind that it states'}: neither a page nor a document"
        yield Problem(answer.address, 0, 0, "not-an-article", message)
        return
    if suffix in {".html", ".txt"}:
        body = _in_utf_8(body, answer.header("content-type"))
    with TemporaryDirectory(prefix="raidline-") as folder:
        path = Path(folder) / f"page{suffix}"
        path.write_bytes(body)
        for one in read_file(path):
            if isinstance(one, Problem):
                if one.message not in _KNOWN:
                    yield replace(
                        one, path=answer.address, line=0, column=0, message=one.message.replace(" or url", "")
                    )
            elif suffix == ".html" and _is_wall(one.text):
                yield Problem(answer.address, 0, 0, "no-text", _WALL)
            else:
                yield replace(one, url=_stated(one.url, answer.address))


def _suffix(kind: str, body: bytes, address: str) -> str | None:
    if body.lstrip()[:1024].startswith(_PDF):
        return ".pdf"
    if kind in _UNSAID:
        named = Path(urlsplit(address).path).suffix.lower()
        return named if named in _SUFFIXES.values() and named != ".pdf" else None
    return _SUFFIXES.get(kind)


def _in_utf_8(body: bytes, kind: str) -> bytes:
    """Return a text in UTF-8 if its server says truly which encoding it has; otherwise the text itself may say so."""
    charset = _CHARSET.search(kind)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset[1]).encode() if charset else body
        except (UnicodeError, LookupError):
            return body
    return body


def _is_wall(text: str) -> bool:
    if len(text.strip()) < _LEAST:
        return True
    return len(text) < _SHORT and len({found[0].lower() for found in _walls().finditer(text)}) > 1


def _walls() -> WordList:
    return compile_words(lexicon.load("walls")["words"])


def _stated(url: str | None, address: str) -> str:
    """Return the address that a page gives itself if it is one of its own site, otherwise the one it came from."""
    return url if url and host_of(url).removeprefix("www.") == host_of(address).removeprefix("www.") else address
