"""Time: a report cannot be older than what it reports, and the past cannot lie in the future."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from raidline import lexicon
from raidline.article import Article
from raidline.check.rule import Checked
from raidline.dates.edtf import Precision
from raidline.dates.value import Edtf
from raidline.dates.words import day_in_words, in_brackets, in_words
from raidline.errors import Problem
from raidline.lexicon.patterns import words_source
from raidline.models import Event, Kind, Source, Status
from raidline.store.load import Record

_RULES = {Kind.POLICY, Kind.LEGISLATION, Kind.ORDER, Kind.FUNDING}
_ABOUT_TO_BE_MADE = timedelta(days=1)  # an order or a law that is to be signed the next day
_SOON, _LONG_BEFORE = timedelta(days=31), timedelta(days=400)  # before a rule comes into force
_MAY_LIE_AHEAD = {Status.PLANNED, Status.CANCELLED}


def source_before_event(checked: Checked) -> Iterator[Problem]:
    """Find a source published before the first day on which its event can have happened, unless the event was planned.

    If the source gives a date or a status of its own (`says`), that one counts. A source that is older because it
    supports the place or the policy, and not the day, is marked `background: true`. A date in the future is
    reported by event-in-future alone. When a rule comes into force is known before: "takes effect", "applications
    open", a policy, law or grant of which the title tells no act such as "signs"; and that it will be made, one day
    before. So is what a source itself tells as to come, "plans to sign", if a newer one tells that it came.

    Bad:

        date: 2017-03-20
        sources:
          - {url: "https://herald.example/1", publisher: Herald, published: 2017-03-18}

    Good:

        date: 2017-03-20
        status: planned
        sources:
          - {url: "https://herald.example/1", publisher: Herald, published: 2017-03-18}
    """
    for record, number, source, article in checked.sources():
        event, says = record.event, source.says
        status = says.status if says and says.status else event.status
        when = says.date if says and says.date else event.date
        published = _published(source, article)
        if source.background or not published or not when.earliest or status in _MAY_LIE_AHEAD:
            continue
        was_known = published < when.earliest and (
            _was_set(event, when, published) or _is_of_the_plan(checked, record, source)
        )
        if published < when.earliest and not (was_known or _is_future(checked, record)):
            message = (
                f"published {_when(source, published)}, before the event happened {in_brackets(when)}; correct one "
                "of the two, or mark the source `background: true` if it only supports the place or the policy"
            )
            yield record.problem("source-before-event", message, "sources", number)


def _is_of_the_plan(checked: Checked, record: Record, source: Source) -> bool:
    """Whether a source tells of the event as one to come, and a newer one of what came."""
    if not any(_words("planned").search(text) for text in (source.quote, source.title) if text):
        return False
    last = record.event.date.latest
    return last is not None and _newest(checked, record) >= last


def _was_set(event: Event, when: Edtf, published: date) -> bool:
    """Whether an event can have been known before: a rule's coming into force, or its making one day before."""
    if event.kind not in _RULES or not when.earliest:
        return False
    before = when.earliest - published
    if before <= _ABOUT_TO_BE_MADE or _words("in_force").search(f"{event.title}. {event.summary or ''}"):
        return True
    if event.kind is Kind.ORDER:
        return False  # its day is that of its making
    is_first = when.earliest.day == 1 or when.earliest != when.latest
    return not _words("made").search(event.title) and before <= (_LONG_BEFORE if is_first else _SOON)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(words_source(lexicon.load("in_force")[name]))


def _is_future(checked: Checked, record: Record) -> bool:
    """Whether `event-in-future` reports the date of an event: a wrong year is one mistake, not one for each source."""
    first, today = record.event.date.earliest, checked.today
    return bool(today and first and first > today) and "event-in-future" not in record.event.ignore


def _when(source: Source, published: date) -> str:
    """Return when a source was published, in words: "in May 2025" if no more is known."""
    own = source.published
    if own and own.precision in {Precision.MONTH, Precision.YEAR} and own.latest == published:
        return f"in {in_words(own)}"
    return f"on {day_in_words(published)}"


def event_in_future(checked: Checked) -> Iterator[Problem]:
    """Find an event that has not begun yet and is not marked as planned.

    Bad, in the spring of 2017:

        date: 2071-02-01
        status: occurred

    Good:

        date: 2017-02-01
        status: occurred
    """
    for record in checked.records:
        first, status = record.event.date.earliest, record.event.status
        if checked.today and first and first > checked.today and status not in _MAY_LIE_AHEAD:
            message = f"{in_words(record.event.date)} is in the future; correct the date, or write `status: planned`"
            yield record.problem("event-in-future", message, "date")


def planned_overdue(checked: Checked) -> Iterator[Problem]:
    """Find a plan whose date has passed: somebody should find out what happened.

    If nothing was ever reported, the plan may stay as its newest source knew it: write `ignore: [planned-overdue]`.

    Bad, after 2020:

        date: 2020-10-04
        status: planned

    Good:

        date: 2020-10-04
        status: occurred
    """
    for record in checked.records:
        last = record.event.date.latest
        if record.event.status is not Status.PLANNED or not last or not checked.today or last >= checked.today:
            continue
        if _newest(checked, record) <= last:  # otherwise status-date says more
            message = f"planned for {in_words(record.event.date)}, which has passed; find out what happened"
            yield record.problem("planned-overdue", message, "status")


def status_date(checked: Checked) -> Iterator[Problem]:
    """Find a plan that has a source published after its date had passed.

    Such a source knows whether the event took place. If it mentions the plan only, that is worth a note.

    Bad:

        date: 2017-03-20
        status: planned
        sources:
          - {url: "https://herald.example/1", publisher: Herald, published: 2017-03-24}

    Good:

        date: 2017-03-20
        status: occurred
        sources:
          - {url: "https://herald.example/1", publisher: Herald, published: 2017-03-24}
    """
    for record in checked.records:
        last = record.event.date.latest
        if record.event.status is Status.PLANNED and last and (newest := _newest(checked, record)) > last:
            message = (
                f"planned for {in_words(record.event.date)}, but its newest source is from {day_in_words(newest)}; "
                "write what happened"
            )
            yield record.problem("status-date", message, "status")


def unordered(checked: Checked) -> Iterator[Problem]:
    """Find an event that has to move so that the events of its file are in order: the fewest that can be.

    Events are in order of their first day, then of their last. `--fix` puts them in order and moves their comments too.

    Bad:

        - id: 2017-03-austin-hearing
          date: 2017-03-20
        - id: 2017-02-austin-sweeps
          date: 2017-02-01

    Good:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01
        - id: 2017-03-austin-hearing
          date: 2017-03-20
    """
    by_file: dict[Path, list[Record]] = {}
    for record in checked.records:
        by_file.setdefault(record.path, []).append(record)
    for records in by_file.values():
        kept = _longest_run(records)
        keys, stay = [order(one) for one in kept], set(map(id, kept))
        for record in records:
            if id(record) not in stay:
                at = bisect_right(keys, order(record))
                where, other = ("behind", kept[at - 1]) if at else ("before", kept[0])
                message = (
                    f"{in_words(record.event.date)} is out of order; move it {where} {other.event.id!r}, "
                    f"{in_words(other.event.date)} (line {other.line}), or run with --fix"
                )
                yield record.problem("unordered", message, "date")


def _longest_run(records: Sequence[Record]) -> list[Record]:
    """Return most of the events that are in order among themselves, the earlier in the file of two equal choices.

    Those left out are the fewest that have to move. This is the longest non-decreasing subsequence, found from the end.
    """
    ends: list[tuple[int, int]] = []  # of the best run of each length that begins there: its first key, negated
    first: list[int] = []
    following: dict[int, int | None] = {}
    for place in range(len(records) - 1, -1, -1):
        start, end = order(records[place])
        key = (-start.toordinal(), -end.toordinal())
        length = bisect_right(ends, key)
        following[place] = first[length - 1] if length else None
        ends[length : length + 1] = [key]
        first[length : length + 1] = [place]
    run, at = [], first[-1] if first else None
    while at is not None:
        run.append(records[at])
        at = following[at]
    return run


def _published(source: Source, article: Article | None) -> date | None:
    """Return the last day on which the source can have been published."""
    if source.published:
        return source.published.latest
    return article.published if article else None


def _newest(checked: Checked, record: Record) -> date:
    """Return the day of the newest source that was certainly published by then; `date.min` if none is known."""
    days = (_published(source, article) for _, source, article in checked.sources_of(record) if _is_about_it(source))
    return max(filter(None, days), default=date.min)


def _is_about_it(source: Source) -> bool:
    return source.says is None and not source.background


def order(record: Record) -> tuple[date, date]:
    """Return the key by which events are ordered: the first day, then the last."""
    return record.event.date.bounds()
