"""The headline of an article: its title, or what a saved page without one begins with."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from raidline.article import Article

_LONGEST = 160  # characters
_MARKS = "\ufeff \t\r\n->#*"  # before a heading, and what is left of a comment of the page
_FEWEST = 4  # words; fewer name a paper or a menu
# "Title: Agents raid a bakery", "Agents raid a bakery | The Herald", "Agents raid a bakery Skip to content Menu"
_BEGINNING = re.compile(
    rf"(?:title:\s*)?(?P<words>[^\n|]{{1,{_LONGEST}}}?)(?:\s*[\n|]|\s[-–—]\s|\s+skip\s+to\s|$)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_MOST = 30  # words of a headline


def headline(article: Article) -> str:
    """Return the title of an article; without one, the words it begins with if they end like a title, or nothing.

    A text that runs on into its menu has for its headline the words that its address has, too.
    """
    if article.title:
        return article.title
    text = article.text.lstrip(_MARKS)
    begun = _BEGINNING.match(text)
    words = begun["words"].strip() if begun else ""
    if len(words.split()) < _FEWEST or words.endswith("."):
        return _as_in_the_address(text[: 2 * _LONGEST], article.url or "")
    return words


def _as_in_the_address(text: str, url: str) -> str:
    """Return the words a text begins with as far as most of them are in the last part of its address."""
    address = set(_WORD.findall(unquote(url.rstrip("/").rpartition("/")[2]).casefold()))
    words = list(_WORD.finditer(text))[:_MOST]
    sums = list(accumulate(1 if word[0].casefold() in address else -1 for word in words))
    if max(sums, default=0) < _FEWEST:
        return ""
    return text[: words[sums.index(max(sums))].end()]
