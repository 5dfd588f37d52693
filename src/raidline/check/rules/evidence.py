"""Evidence: a quote is in its article word for word, and is no more than a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from raidline.article import Article
from raidline.check.passage import nearest_passage
from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.reading.listing import ORIGINAL_SUFFIXES
from raidline.reading.opened import suffix_of

MOST_HINTS = 10  # each compares all the ids
MOST_WORDS = 40  # of a quote: as much as a sentence needs and fair use allows


def article_missing(checked: Checked) -> Iterator[Problem]:
    """Find a source whose article is not stored, so that nobody can look up what it says.

    The articles are in `articles/` beside the events, or in the folder that `--articles` names.

    Bad, if `articles/` holds herald-2017-03-24.md:

        sources:
          - article: heralt-2017-03-24

    Good:

        sources:
          - article: herald-2017-03-24
    """
    hints = 0
    for record, number, source, article in checked.sources():
        if source.article and article is None:
            hints += 1
            close = get_close_matches(source.article, checked.articles, 1) if hints <= MOST_HINTS else ()
            hint = f" - did you mean {close[0]!r}?" if close else "; store it, or give `url`, `publisher`, `published`"
            message = f"no article has the id {source.article!r}{hint}"
            yield record.problem("article-missing", message, "sources", number, "article")


def article_unpublished(checked: Checked) -> Iterator[Problem]:
    """Find a stored article without a day of publication, if the source does not give one either.

    Without it "on Monday" has no date, and nobody can tell whether the article is older than the event.

    Bad, at the top of the article:

        id: herald-2017-03-24
        publisher: Herald

    Good:

        id: herald-2017-03-24
        publisher: Herald
        published: 2017-03-24
    """
    for record, number, source, article in checked.sources():
        if article and not article.published and not source.published:
            is_text = suffix_of(article.path) not in ORIGINAL_SUFFIXES
            add = f"add `published:` at the top of {article.path}"
            mend = add if is_text else f"make it a text with one: `raidline save {article.path} --published DAY`"
            message = f"{article.id} has no day of publication; {mend}"
            yield record.problem("article-unpublished", message, "sources", number, "article")


def quote_not_found(checked: Checked) -> Iterator[Problem]:
    """Find a quote that is not in its article word for word.

    The message shows the most similar passage where it differs.

    Bad, if the article says "arrested at least 51 people":

        quote: arrested more than 51 people

    Good:

        quote: arrested at least 51 people
    """
    for record, number, source, article in checked.sources():
        if source.quote and article and source.quote not in article.text:
            message = f"not verbatim in {article.id}: {nearest_passage(source.quote, article.text)}"
            yield record.problem("quote-not-found", message, "sources", number, "quote")


def quote_page(checked: Checked) -> Iterator[Problem]:
    """Find a quote that is on another page of its article than the one given.

    A form feed in a stored article marks where a page begins; in a text without any, nobody can look.

    Bad, if the sentence is on the second page:

        quote: Agents arrested nine people in Austin on Monday.
        page: 1

    Good:

        quote: Agents arrested nine people in Austin on Monday.
        page: 2
    """
    for record, number, source, article in checked.sources():
        if article and article.pages and source.quote and source.page:
            pages = _pages_of(source.quote, article)
            if pages and source.page not in pages:
                message = f"the quote is on page {' and '.join(map(str, sorted(pages)))} of {article.id}"
                yield record.problem("quote-page", message, "sources", number, "page")


def _pages_of(quote: str, article: Article) -> set[int]:
    """Return the pages on which a quote begins or goes on, wherever it stands in its article."""
    starts = (found.start() for found in re.finditer(re.escape(quote), article.text))
    found = (article.page_at(at) for start in starts for at in (start, start + len(quote) - 1))
    return {page for page in found if page}


def quote_too_long(checked: Checked) -> Iterator[Problem]:
    """Find a quote of more than 40 words.

    A quote is evidence, not a copy of the article: keep the sentence that says when, where and what.

    Bad:

        quote: >-
          Agents arrested nine people in Austin on Monday. The mayor spoke in the evening, and so did many others, among
          them clergy, teachers and two members of the council, who asked the sheriff to explain herself within the week
          or to step down from her office.

    Good:

        quote: Agents arrested nine people in Austin on Monday.
    """
    for record, number, source, _ in checked.sources():
        if source.quote and (words := len(source.quote.split())) > MOST_WORDS:
            message = f"quotes {words} words; keep the sentence that matters, at most {MOST_WORDS} words"
            yield record.problem("quote-too-long", message, "sources", number, "quote")
