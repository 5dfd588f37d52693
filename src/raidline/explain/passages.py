"""A quote in its article with the sentences around it: as written for curators, masked for readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.text.sentences import Span
    from raidline.timeline.build import Citation

Mark = tuple[int, int, Literal["date", "trigger"]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the sentence before and after it, empty if there is none to show.

    `marks` are the spans of its date words and its trigger: half-open, in characters of `quote`, in order and without
    overlap.
    """

    before: str
    quote: str
    after: str
    marks: tuple[Mark, ...] = ()


def passage_at(text: str, start: int, quote: str) -> Passage:
    """Return the passage of a quote that begins at `start` of an article's text, as written there."""
    end = start + len(quote)
    sentences = _sentences(text)
    before = next((text[a:b] for a, b in reversed(sentences) if b <= start), "")
    after = next((text[a:b] for a, b in sentences if a >= end), "")
    return Passage(before, quote, after)


def passage_for_readers(citation: Citation, articles: Mapping[str, Article], *, context: bool) -> Passage | None:
    """Return what readers see of a quote, or None if a source has none.

    A curator chose the quote, so it is shown as it is. Nobody chose the sentences beside it: they are shown only with
    `context`, and then only if they are known to name no private person and no way to find one.
    """
    if citation.quote is None:
        return None
    article = articles.get(citation.article or "") if context else None
    start = article.text.find(citation.quote) if article else -1
    if article is None or start < 0:
        return Passage("", citation.quote, "")
    from raidline.privacy.showing import shown  # noqa: PLC0415 - it loads what knows names of people

    found = passage_at(article.text, start, citation.quote)
    return replace(found, before=shown(found.before, article.text), after=shown(found.after, article.text))


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    from raidline.extract.text.sentences import split_sentences  # noqa: PLC0415 - not for a quote alone

    return tuple(split_sentences(text))
