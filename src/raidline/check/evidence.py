"""Evidence: a quote stands word for word in the article that it is said to come from."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from raidline.check.passage import nearest_passage
from raidline.check.rule import Checked
from raidline.errors import Problem

MOST_HINTS = 10  # each looks through all the ids


def article_missing(checked: Checked) -> Iterator[Problem]:
    """Find a source whose article is not stored, so that nothing it says can be looked up."""
    hints = 0
    for record, number, source, article in checked.sources():
        if source.article and article is None:
            hints += 1
            close = get_close_matches(source.article, checked.articles, 1) if hints <= MOST_HINTS else ()
            hint = f" - did you mean {close[0]!r}?" if close else ""
            message = f"no article has the id {source.article!r}{hint}"
            yield record.problem("article-missing", message, "sources", number, "article")


def quote_not_found(checked: Checked) -> Iterator[Problem]:
    """Find a quote that is not in its article exactly as it stands, and show what is."""
    for record, number, source, article in checked.sources():
        if source.quote and article and source.quote not in article.text:
            message = f"not verbatim in {article.id}: {nearest_passage(source.quote, article.text)}"
            yield record.problem("quote-not-found", message, "sources", number, "quote")
