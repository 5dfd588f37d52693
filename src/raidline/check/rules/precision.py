"""Precision: a day that is really a month or a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from math import sqrt

from raidline import lexicon
from raidline.check import sourced_values
from raidline.check.meaning import all_dates, is_first_of_month, near_the_day, supports, wider
from raidline.check.reading import Readings
from raidline.check.rule import Checked
from raidline.check.sourced_values import SourcedValue
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.errors import Problem
from raidline.lexicon.patterns import alternatives
from raidline.models import Event, Kind, Source
from raidline.store.load import Record

_IN_MONTH = re.compile(r"(?:in|during)\s+(?!early|mid|late|the)", re.IGNORECASE)
_DAYS_OF_MONTH, _MANY, _VERY_MANY = 30.4, 30, 60
_RULES = {Kind.POLICY, Kind.LEGISLATION, Kind.ORDER, Kind.FUNDING}
_IN_FORCE = re.compile(r"\b(?:(?:takes?|took|taking) effect|in(?:to)? (?:force|effect)|effective)\b", re.IGNORECASE)
SOON = timedelta(days=7)  # a report from the first week of a month may well mean its first day


def false_precision(checked: Checked) -> Iterator[Problem]:
    """Find a day that no source gives: a first of a month or a year, or one of which other words say less.

    Spreadsheets and forms silently turn "February 2017" into February 1. To support the day, a stored article has to
    give it, or a source has to be published within a week of it, on a day that is known; where no source has a known
    day, firsts are reported if they are more than such a list has by chance. Any day is found if the
    title, the summary, the notes or a quote say "early February" or "exact date unknown", and neither they nor a stored
    article name the day; "in February" counts if no source was published within a week, and not beside what tells of
    another act: "takes effect in February". The first of a month on which a rule "takes effect" is left alone. If the
    day is right, add a source that gives it, or write `ignore: [false-precision]`.

    Bad, if the source says "in February":

        date: 2017-02-01

    Good:

        date: 2017-02
    """
    is_usual = _few_firsts(checked)
    for record in checked.records:
        for claim in sourced_values.dates(checked, record):
            day = claim.value.earliest
            if not day or day != claim.value.latest or claim.value.approximate or claim.value.uncertain:
                continue
            if is_first_of_month(claim.value) and not (
                _is_in_force(record.event) or _given(checked.readings, claim, day) or is_usual(claim)
            ):
                month = claim.value.text[:7]
                coarser = f"{month} or {month[:4]}" if month.endswith("-01") else month
                message = f"no source gives {in_words(claim.value)} to the day; write {coarser} if that is all they say"
                yield record.problem("false-precision", message, *claim.keys)
            elif claim.keys == ("date",) and (words := _less_said(checked, record, claim, day)):
                message = f"{words}, and nothing gives the day; write {claim.value.text[:7]} if that is all they say"
                yield record.problem("false-precision", message, *claim.keys)


def _is_in_force(event: Event) -> bool:
    """Whether a rule came into force: that is mostly on a first."""
    texts = (event.title, event.summary, event.notes)
    return event.kind in _RULES and any(_IN_FORCE.search(text) for text in texts if text)


def _few_firsts(checked: Checked) -> Callable[[SourcedValue[Edtf]], bool]:
    """Return a test for dates whose sources are of no known day, which tells nothing of whether a first is meant.

    In a list of many such days, firsts that are no more than one in thirty are days like all others.
    """
    events = [record.event for record in checked.timeline or checked.records if not record.unread]
    days = [event.date.earliest for event in events if _is_day(event.date) and all(map(_is_undated, event.sources))]
    usual = len(days) / _DAYS_OF_MONTH
    firsts = sum(day is not None and day.day == 1 for day in days)
    are_few = len(days) >= _MANY and firsts <= usual + (2 if len(days) >= _VERY_MANY else 1) * sqrt(usual)
    return lambda claim: are_few and not claim.seen and all(map(_is_undated, claim.unseen))


def _is_undated(source: Source) -> bool:
    return source.article is None and not (source.published and _is_day(source.published))


def _given(readings: Readings, claim: SourcedValue[Edtf], day: date) -> bool:
    """Whether a source gives the day or can mean it; not examined if the articles mention other months."""
    if _is_named(readings, claim):
        return True
    return _is_soon_told(claim, day) if claim.unseen else wider(readings, claim) is None


def _is_soon_told(claim: SourcedValue[Edtf], day: date) -> bool:
    """Whether a source that is not stored was published within a week of a day, on a day that is known."""
    known = (when for source in claim.unseen if (when := source.published) and _is_day(when))
    return any(when.earliest and when.earliest - day <= SOON for when in known)


def _is_named(readings: Readings, claim: SourcedValue[Edtf]) -> bool:
    return any(
        one.days == 1 and supports(one, claim.value)
        for stated in (near_the_day(readings, claim), all_dates(readings, claim))
        for one in stated
    )


def _is_day(when: Edtf) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _less_said(checked: Checked, record: Record, claim: SourcedValue[Edtf], day: date) -> str | None:
    """Return which words of the event know only the month of its day, unless others, or an article, name the day."""
    event = record.event
    texts = [("title", event.title), ("summary", event.summary), ("notes", event.notes)]
    texts += [("quote", source.quote) for source in event.sources]
    said = [(name, words) for name, text in texts if text and (words := _coarse(name, text, day))]
    if _is_soon_told(claim, day):  # whoever writes "in June" of it may still know the day
        said = [(name, words) for name, words in said if name == "quote" or not _IN_MONTH.match(words)]
    if not said:
        return None
    anchor = day + SOON
    written = (one for _, text in texts if text for one in checked.readings.dates(text, anchor))
    if any(one.days == 1 and one.first == day for one in written) or _is_named(checked.readings, claim):
        return None
    name, words = said[0]
    say = "say" if name == "notes" else "says"
    return f"its {name} {say} only “{' '.join(words.split())}”"


def _coarse(name: str, text: str, day: date) -> str | None:
    """Return the words of a text that know only the month of a day, or of a summary or notes that say so."""
    if name in ("notes", "summary") and (unsure := _unsure().search(text)):
        return unsure[0]
    short = f"{day:%b}"
    of_month = _of_month(f"{day:%B}", short).finditer(text) if short in text else ()
    of_its_year = (one for one in of_month if one["year"] in (None, str(day.year)))
    found = next((one for one in of_its_year if not _another_act().search(_clause(text, one.start()))), None)
    return found[0] if found else None


def _clause(text: str, end: int) -> str:
    """Return the text before a position, back to the last mark that ends a clause."""
    return text[max(text.rfind(mark, 0, end) for mark in ".;,:–—") + 1 : end]


@cache
def _of_month(name: str, short: str) -> re.Pattern[str]:
    """Match a month without a day: "in June", "early June 2017", but not "in June of last year"."""
    before = alternatives(lexicon.load("coarse_dates")["before_month"])
    behind = r"(?:,?\s+(?P<year>\d{4}))?(?!\w|,?\s+\d|\s+of\s+(?:last|next|the|that)\b|\s+(?:last|next)\s+year)"
    return re.compile(rf"\b(?:{before})[\s-]+(?:{name}|{short}\.?){behind}", re.IGNORECASE)


@cache
def _another_act() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.load('coarse_dates')['another_act'])})\b", re.IGNORECASE)


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.load('coarse_dates')['unsure'])})\b", re.IGNORECASE)
