"""Links in a cell, each with the words beside it, and with its archived copy if the cell has both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from raidline import inert

# A comma or a semicolon belongs to an address unless another address or the end of the cell follows.
_LINK = re.compile(
    r"""(?:https?://|(?<![\w@./-])www\.)(?:(?![,;]+\s*(?:https?://|www\.|$))[^\s<>"|])+""", re.IGNORECASE
)
_BARE = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}/[^\s,;|]*")  # alone in a cell: "paper.example/1"
_MARKDOWN = re.compile(r"\[([^\[\]]{0,500})\]\((https?://(?:[^\s()]|\([^\s()]{0,100}\)){1,2000})\)", re.IGNORECASE)
_ANCHOR = re.compile(
    r"""<a\b[^<>]{0,200}?\bhref=["'](https?://[^"'<>]{1,2000})["'][^<>]{0,200}>([^<>]{0,500})</a>""", re.IGNORECASE
)
_PARTED = re.compile(r"[;|\n]")
_BEHIND = re.compile(r"\s*\(((?![^()]*://)[^()\n]{1,200})\)")
_DAY_BEHIND = re.compile(
    r"\s*,\s*([A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)(?=\s*(?:[;,|)\n]|$))"
)
_NUMBERED = re.compile(r"^(?:\(\d{1,2}\)|\[\d{1,2}\]|#?\d{1,2}[.):])\s+(?=\D)")  # of the links of a cell: "1. Post: "
_JOINING = re.compile(r"^(?:and|or|also|&)\b", re.IGNORECASE)
_OUTER = " \t,;:|-–—<>"
_EDGE = _OUTER + "\"'"
_NAMELESS = re.compile(
    r"(?:(?:the )?(?:links?|sources?|urls?|articles?|news|references?|ref|websites?|web|archived?|copy|see|via|at)"
    r" ?(?:links?|urls?)? ?#?\d*|#?\d+[.)]?|)",
    re.IGNORECASE,
)
_ARCHIVES = (
    "archive.org",
    "archive.ph",
    "archive.is",
    "archive.today",
    "archive.md",
    "archive.vn",
    "perma.cc",
    "ghostarchive.org",
)
_OF_THIS = re.compile(
    r"[\s(\[,;]*(?:web )?(?:archived?|copy|backup|snapshot|wayback|mirror)\b[^.]{0,20}", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]")
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address, the words beside it, and the address of its archived copy; "" for what there is none of.

    `bare` if the cell does not say whether it is http or https.
    """

    url: str
    label: str = ""
    archived: str = ""
    bare: bool = False


def links_in(cell: str) -> tuple[list[Link], str]:
    """Return the different links of a cell, and the text that belongs to none of them."""
    if _BARE.fullmatch(cell.strip()):
        return [Link(f"https://{cell.strip()}", bare=True)], ""
    text = _ANCHOR.sub(r"\2 \1\n", _MARKDOWN.sub(r"\1 \2\n", cell))
    found: dict[str, Link] = {}
    rest: list[str] = []
    at = 0
    for match in _LINK.finditer(text):
        url = _trimmed(match[0])
        bare = not url.lower().startswith("http")
        *others, label = _PARTED.split(text[at : match.start()])
        rest += others
        link = Link(f"https://{url}" if bare else url, _label(label), bare=bare)
        if found and is_archive(url) and _OF_THIS.fullmatch(label):
            before = [*found.values()][-1]
            if not is_archive(before.url) and not before.archived:
                found[before.url] = replace(before, archived=url)
                at = match.start() + len(url)
                at += text[at : at + 1] in (")", "]")
                continue
        at = match.start() + len(url)
        if not link.label and (behind := _BEHIND.match(text, at)):
            link, at = replace(link, label=_label(behind[1])), behind.end()
        if day := _DAY_BEHIND.match(text, at):  # "[Valley Watch](https://valley.example/1), May 6, 2031"
            link, at = replace(link, label=", ".join(filter(None, (link.label, day[1])))), day.end()
        found[link.url] = found.get(link.url, link)
    pieces = (inert.line(piece).strip(_EDGE + "()[]") for piece in (*rest, *_PARTED.split(text[at:])))
    return _with_copies([*found.values()]), "; ".join(piece for piece in pieces if not _NAMELESS.fullmatch(piece))


def is_archive(url: str) -> bool:
    """Whether an address leads to an archive of the web."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:  # such as brackets that do not form an address
        return False
    return any(host == name or host.endswith(f".{name}") for name in _ARCHIVES)


def has_link(cell: str) -> bool:
    """Whether a cell contains an address."""
    return ("://" in cell or "www." in cell.lower()) and _LINK.search(cell) is not None


def _trimmed(url: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while url and (
        url[-1] in ".,;:!?'*" or (url[-1] in _CLOSING and url.count(url[-1]) > url.count(_CLOSING[url[-1]]))
    ):
        url = url[:-1]
    return url


def _label(words: str) -> str:
    """Return the words beside a link without what joins them to it; quotation marks inside them stay in pairs."""
    words = _NUMBERED.sub("", words.strip())
    plain = _JOINING.sub("", inert.line(words).strip(_EDGE + "([")).strip(_EDGE)
    if (quoted := _QUOTED.search(words)) and plain not in quoted[0]:  # one of several words: Post, "Raid at dawn"
        plain = _JOINING.sub("", inert.line(words).strip(_OUTER + "([")).strip(_OUTER)
    return "" if _NAMELESS.fullmatch(plain) else plain


def _with_copies(links: Sequence[Link]) -> list[Link]:
    """Return the links, an archived copy with the page that it is a copy of."""
    pages = [link for link in links if not is_archive(link.url)]
    found = {link.url: link for link in links}
    for copy in links:
        page = next(_originals(copy, pages), None) if is_archive(copy.url) else None
        if page and not found[page.url].archived:
            found[page.url] = replace(found[page.url], archived=copy.url)
            del found[copy.url]
    return [*found.values()]


def _originals(copy: Link, pages: Sequence[Link]) -> Iterator[Link]:
    yield from (page for page in pages if page.url.partition("://")[2].rstrip("/") in copy.url)
    if len(pages) == 1 and "://" not in copy.url[8:]:  # an address that does not say what it is a copy of
        yield pages[0]
