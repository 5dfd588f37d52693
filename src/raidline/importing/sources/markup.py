"""Texts with HTML in them, as slides and cells of web forms have: their words, and where their links lead."""

from __future__ import annotations

import re
from html import unescape

from raidline import inert

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/li|/div|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"""<a\b[^<>]{0,200}?\bhref=["'](?P<url>[^"'<>]{1,2000})["'][^<>]{0,200}>(?P<label>[^<>]{0,500})""", re.IGNORECASE
)
_MARKED = re.compile(
    r"</?(?:a|b|br|p|i|u|em|strong|span|div|ul|ol|li|h\d|blockquote|font|small|sup|sub)(?:\s[^<>]{0,2000})?/?>"
    r"|&(?:amp|nbsp|quot|lt|gt|apos|[lr][sd]quo|[nm]dash|hellip|#\d{1,6}|#x[0-9a-f]{1,5});",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Whether a text contains HTML rather than signs that look like it."""
    return ("<" in text or "&" in text) and _MARKED.search(text) is not None


def without_markup(html: str) -> str:
    """Return the words of a text with HTML."""
    return inert.block(unescape(_TAG.sub("", _BREAK.sub("\n", html)))).strip()


def anchors(html: str) -> list[tuple[str, str]]:
    """Return the web addresses that the links of a text lead to, each with the words that carry it."""
    found = [(unescape(match["url"]).strip(), without_markup(match["label"])) for match in _ANCHOR.finditer(html)]
    return [(url, label) for url, label in found if inert.web_link(url) and not any(map(str.isspace, url))]
