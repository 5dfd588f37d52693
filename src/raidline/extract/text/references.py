"""Character references that a page's text was saved with: "the city&#8217;s &quot;raid&quot;"."""

from __future__ import annotations

import re
from html import unescape

from raidline.extract.text.sentences import Span

_LONGEST = 10  # characters
_REFERENCE = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_IN_TEXT = re.compile(rf"(?P<reference>{_REFERENCE.pattern})(?P<rest>[a-z]*)")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_OPENING, _APOSTROPHES = "“‘«", "’'"


def dereferenced(text: str) -> str:
    """Return the text with the characters that are meant in place of references, and spaces so that its length stays.

    The spaces stand outside of words and quotation marks, so that only the letters behind an apostrophe move.
    """
    return _IN_TEXT.sub(_meant, text) if "&" in text else text


def widened(text: str, span: Span) -> Span:
    """Return a span with the whole of the references that it begins or ends in."""
    start, end = span
    for reference in _REFERENCE.finditer(text, max(0, start - _LONGEST), start + 1):
        start = reference.start() if reference.end() > start else start
    last = _REFERENCE.match(text, end - 1)
    return start, last.end() if last else end


def _meant(match: re.Match[str]) -> str:
    meant = unescape(match["reference"])
    if len(meant) != 1 or meant == _UNKNOWN or not (meant.isprintable() or meant.isspace()):
        return match[0]
    meant = " " if meant.isspace() else meant
    padding = " " * (len(match["reference"]) - 1)
    rest, before = match["rest"], match.string[max(0, match.start() - 1) : match.start()]
    if meant in _OPENING or (meant in "\"'" and (not before or before.isspace())):
        return f"{padding}{meant}{rest}"
    after = f"{rest}{padding}" if meant in _APOSTROPHES else f"{padding}{rest}"
    return f"{meant}{after}"
