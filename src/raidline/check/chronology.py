"""Time: a report cannot be older than what it reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.datewords import day_in_words, in_words
from raidline.errors import Problem
from raidline.models import Source, Status

_MAY_LIE_AHEAD = {Status.PLANNED, Status.CANCELLED}


def source_before_event(checked: Checked) -> Iterator[Problem]:
    """Find a source published before the first day that its event can have had, unless the event lay ahead.

    Where the source gives a date of its own (`says`), that one counts.
    """
    for record, number, source, article in checked.sources():
        event, says = record.event, source.says
        status = says.status if says and says.status else event.status
        when = says.date if says and says.date else event.date
        published = _published(source, article)
        if published and when.earliest and published < when.earliest and status not in _MAY_LIE_AHEAD:
            message = f"published on {day_in_words(published)}, before it happened ({in_words(when)})"
            yield record.problem("source-before-event", message, "sources", number)


def _published(source: Source, article: Article | None) -> date | None:
    """Return the last day on which the source can have been published."""
    if source.published:
        return source.published.latest
    return article.published if article else None
