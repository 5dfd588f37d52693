"""What the words beside a link say of the report that it leads to."""

from __future__ import annotations

import re
from collections.abc import Collection

from raidline import lexicon
from raidline.importing.days.cell import read_date
from raidline.importing.days.dayorder import Order
from raidline.importing.sources.citation import cited_in, spread, without_page
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.sites import is_called_like, may_publish

_NAME = 5  # words of a label that can be the name of a publisher; more are a title
_QUOTED = re.compile(r"(?<!\w)[\"“]([^\"“”]{3,})[\"”](?!\w)")  # a headline
_BEFORE_NAME = re.compile(r"[:.!?\n]\s+")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{4,30})\)")
_PIECES = re.compile(r"\s*(?:,(?!\s*(?:19|20)\d\d\b(?!-\d\d))|[–—|]|\s-\s)\s*")


def said_beside(label: str, site: str, order: Order) -> dict[str, str]:
    """Return what the words beside a link say: a publisher, who may be called like the site, a title, a day, a page."""
    is_whole = len(label.split()) > _NAME or ": " in label or spread(label) != label
    if is_whole and (whole := cited_in(label, site, order)):
        return whole
    label, page = without_page(label)
    found = {"page": page} if page else {}
    if quoted := _QUOTED.search(label):
        found["title"], label = quoted[1].strip(" ,"), f"{label[: quoted.start()]},{label[quoted.end() :]}"
    label = _IN_BRACKETS.sub(lambda inner: f", {inner[1]}" if read_date(inner[1], order) else inner[0], label)
    pieces = [piece for one in _PIECES.split(label) if (piece := _unbracketed(one.strip(" ,:")))]
    if whose := next((piece for piece in pieces if is_called_like(piece, site)), ""):
        pieces.remove(whose)
        found["publisher"] = whose
    for piece in filter(None, map(_informing, pieces)):
        if is_document(piece):
            found["title"] = f"{found['title']}, {piece}" if "title" in found else piece
        elif when := read_date(piece, order):
            found.setdefault("published", when.text)
        else:
            is_name = len(piece.split()) <= _NAME and not any(mark in piece for mark in ":?!")
            name = "publisher" if is_name and "publisher" not in found else "title"
            found[name] = f"{found[name]}, {piece}" if name in found else piece
    return found


def _unbracketed(piece: str) -> str:
    """Return a part of what stood in brackets without the one of them that is left: "(Valley Post" is Valley Post."""
    return piece if piece.count("(") == piece.count(")") else piece.removeprefix("(").removesuffix(")").strip()


def is_document(text: str) -> bool:
    """Whether words only say what sort of document a link leads to: "Complaint", "Press release (PDF)"."""
    words = plain_heading(text).split()
    said = [word for word in words if word in _words("documents")]
    return bool(said) and all(word in said or word.isdecimal() for word in words)


def _informing(piece: str) -> str:
    """Return the words beside a link, "" if they only say that there is one: "link", "read more here"."""
    words = plain_heading(piece).split()
    return "" if words and all(word in _words("pointing") for word in words) else piece


def _words(name: str) -> Collection[str]:
    words: Collection[str] = lexicon.load("heading_parts")[name]
    return words


def whose(label: str, site: str) -> str:
    """Return the name of a publisher at the end of what stands before a link in running text, "" if there is none."""
    name = _BEFORE_NAME.split(label)[-1].strip(" –—-,(")
    return name if is_called_like(name, site) or may_publish(name, site) else ""
