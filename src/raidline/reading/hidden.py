"""What a mail does not show: the text for lists of mails before its own, and the invisible signs that pad it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0|opacity\s*:\s*0)"
    r"(?![\d.])(?:px|em|%)?\s*(?:!important\s*)?(?=;|$)",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(r"(?:^|;)\s*font-size\s*:\s*0(?![\d.])", re.IGNORECASE)
# Joiners and spaces without width, alone or between spaces; a single one belongs to its word, as in Persian.
_PADDING = re.compile("(?:\\s*[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u2007\u2060-\u2064\u3164\ufeff]){2,}\\s*")


def without_padding(text: str) -> str:
    """Return a text with a space, or the end of a line, for each run of signs that nobody sees."""
    return _PADDING.sub(lambda run: "\n" if "\n" in run[0] else " ", text) if not text.isascii() else text


def remove_hidden(tree: HtmlElement) -> None:
    """Remove what a page hides by its own attributes; of what has no size, only what gives its parts none either."""
    for element in list(tree.iter()):
        style = element.get("style") or ""
        if element.getparent() is None or element.tag in ("html", "body"):
            continue
        if element.get("hidden") is not None or _HIDING.search(style) or _has_no_size(element, style):
            element.drop_tree()


def _has_no_size(element: HtmlElement, style: str) -> bool:
    if not _NO_SIZE.search(style):
        return False
    return not any("font" in (inner.get("style") or "").lower() for inner in element.iterdescendants())
