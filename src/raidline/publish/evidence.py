"""The sentences around a quote, where its article is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from raidline.check.privacy import private_names
from raidline.extract.sentences import Span, split_sentences

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.timeline import Citation


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the sentence before and after it in its article, empty where there is none to show."""

    before: str
    quote: str
    after: str


def passage(citation: Citation, articles: Mapping[str, Article]) -> Passage | None:
    """Return what a source is quoted with, None without a quote.

    A curator chose the quote, but nobody chose the sentences beside it: one that names a private person is not shown.
    """
    if citation.quote is None:
        return None
    article = articles.get(citation.article or "")
    start = article.text.find(citation.quote) if article else -1
    if article is None or start < 0:
        return Passage("", citation.quote, "")
    end = start + len(citation.quote)
    sentences = _sentences(article.text)
    before = next((article.text[a:b] for a, b in reversed(sentences) if b <= start), "")
    after = next((article.text[a:b] for a, b in sentences if a >= end), "")
    return Passage(_public(before, article.text), citation.quote, _public(after, article.text))


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(split_sentences(text))


def _public(sentence: str, text: str) -> str:
    return "" if any(private_names(sentence, (text,))) else sentence
