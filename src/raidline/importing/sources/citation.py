"""What a citation in one text says of a report: its headline, who published it and when."""

from __future__ import annotations

import re

from raidline import inert
from raidline.importing.days.cell import read_date
from raidline.importing.days.dayorder import Order
from raidline.importing.wording.sites import is_called_like, is_named_beside, may_publish

_LONGEST = 500  # characters of a text that can be one
_SHORTENED = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "St", "Mt", "Ft")
_STOP = r"(?<=\D[\w)])" + "".join(rf"(?<!\b{word})" for word in _SHORTENED) + r"\.(?=\s|$)"
_PIECES = re.compile(rf"\s*(?:,(?!\s*(?:19|20)\d\d\b(?!-\d\d))|{_STOP}|[:–—|;]|\s-\s)\s*")
_QUOTED = re.compile(r"(?<!\w)[\"“]([^\"“”]{3,})[\"”](?!\w)")
_IN_BRACKETS = re.compile(r"\s*\((?P<year>(?:19|20)\d\d), (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2})(?:[-–]\d{1,2})?\)\.?\s*")
_AUTHOR = re.compile(r"[A-Z][^\W\d]+, (?:[A-Z]\. ?){1,3}(?:,? (?:&|and) [A-Z][^\W\d]+, (?:[A-Z]\. ?){1,3}){0,5}")
_TWO = 2  # pieces that are neither a day nor anything else known
_NAME = 8  # words of a publisher
_PAGE = re.compile(
    r"(?:\s*[,;.|–—]|\s-)\s*(?P<page>(?:pp?|pgs?|pages?)(?:\.\s?|\s)[A-Z]{0,2}-?\d{1,4}(?:\s?[-–]\s?[A-Z]?\d{1,4})?)"
    r"(?=\s*(?:[,;.|()–—]|\s-\s|$))",
    re.IGNORECASE,
)


def without_page(text: str) -> tuple[str, str]:
    """Return a citation without the page of a paper that it gives, and the page: "p. A1"; "" if it gives none."""
    match = next((one for one in _PAGE.finditer(text) if not _in_quotes(text, one.start())), None)
    return (text[: match.start()] + text[match.end() :], match["page"]) if match else (text, "")


def _in_quotes(text: str, at: int) -> bool:
    return any(one.start() < at < one.end() - 1 for one in _QUOTED.finditer(text))


def spread(text: str) -> str:
    """Return a text in which a day in brackets, as some styles have it, stands by itself: "(2031, May 6)."."""
    return _IN_BRACKETS.sub(lambda match: f" | {match['day']}, {match['year']} | " if match["day"] else match[0], text)


def cited_in(text: str, site: str, order: Order = Order.USUAL) -> dict[str, str]:
    """Return what a text says in which a publisher called like the site, or a day, stands beside a headline.

    Empty if it says neither. Of several pieces that are neither, the first is the headline with those right behind it.
    The `page` of a paper is part of neither.
    """
    if not text or len(text) > _LONGEST:
        return {}
    text, page = without_page(spread(text))
    if (author := _AUTHOR.match(text)) and text[author.end() :].lstrip().startswith("|"):
        text = text[author.end() :]  # who wrote a report is no part of its headline
    quoted = _QUOTED.search(text)
    rest = f"{text[: quoted.start()]} | {text[quoted.end() :]}" if quoted else text
    found: dict[str, str] = {}
    left: list[tuple[int, int]] = []  # where the pieces stand that are neither
    for begin, end in _spans(rest):
        piece = rest[begin:end].strip(" .")
        if "publisher" not in found and len(piece.split()) <= _NAME and is_called_like(piece, site):
            found["publisher"] = inert.line(piece)
        elif "published" not in found and any(map(str.isdecimal, piece)) and (when := read_date(piece, order)):
            found["published"] = when.text
        else:
            left.append((begin, end))
    if "publisher" not in found and not quoted and len(left) > 1:
        own, others = _named_among(rest, left, site, dated="published" in found)
        if own:
            found["publisher"], left = inert.line(own), others
    if not found or (quoted and any(map(str.isdecimal, "".join(rest[slice(*one)] for one in left)))):
        return {}  # a number that nobody can place may be a day
    if quoted:
        found["title"] = quoted[1].strip(" ,.")
        if "publisher" not in found and len(left) == 1:
            found["publisher"] = inert.line(rest[slice(*left[0])].strip(" ."))
    elif left:
        found["title"] = inert.line(rest[left[0][0] : _end(left, rest)].strip(" ."))
    return {**found, "page": page} if page else found


def _named_among(
    text: str, left: list[tuple[int, int]], site: str, *, dated: bool
) -> tuple[str, list[tuple[int, int]]]:
    """Return the publisher at the beginning or the end of the pieces that are left, and the others; "" if none is.

    Beside a day, one of two pieces may be known for it by how the two are written.
    """
    pieces = [text[slice(*at)].strip(" .") for at in left]
    ends = ((0, left[1:]), (-1, left[:-1]))
    named = [(pieces[at], others) for at, others in ends if may_publish(pieces[at], site)]
    if not named and dated and len(left) == _TWO and _is_row_of_three(text):
        named = [(pieces[at], others) for at, others in ends if is_named_beside(pieces[at], pieces[-1 - at])]
    return named[0] if len(named) == 1 else ("", left)


def _is_row_of_three(text: str) -> bool:
    """Whether a text is three pieces with the same sign between them, as people write down who, what and when."""
    return any(len(text.strip(f" {sign}").split(f" {sign} ")) == _TWO + 1 for sign in "–—|-")


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where each piece of a text begins and ends."""
    marks = [match.span() for match in _PIECES.finditer(text)]
    begins, ends = [0, *(end for _, end in marks)], [*(begin for begin, _ in marks), len(text)]
    spans = zip(begins, ends, strict=True)
    return [(begin, end) for begin, end in spans if any(map(str.isalnum, text[begin:end]))]


def _end(left: list[tuple[int, int]], text: str) -> int:
    """Return where the headline ends: with the last of the pieces between which nothing else stands."""
    end = left[0][1]
    for begin, until in left[1:]:
        if any(map(str.isalnum, text[end:begin])):
            break
        end = until
    return end
