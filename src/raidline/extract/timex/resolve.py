"""From the matches of the rules to time expressions, in document order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import (
    acts,
    ago,
    amounts,
    asides,
    beside,
    clock,
    days,
    figures,
    parts,
    ranges,
    relative,
    rows,
    spans,
    stories,
    weekdays,
    years,
)
from raidline.extract.timex.context import Context, Meaning, Told
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.model import Timex
from raidline.extract.timex.periods import Period
from raidline.extract.timex.tokens import tokenise

# The names that `reads` in timex_rules.yaml uses.
READERS: Final[dict[str, Callable[[Found, Context], Meaning | None]]] = {
    "after": ago.after,
    "ago": ago.ago,
    "ago_today": ago.ago_today,
    "anaphor": relative.anaphor,
    "before_its_year": spans.before_its_year,
    "before_last": relative.before_last,
    "century": years.century,
    "day_of": parts.day_of,
    "day_of_month": days.day_of_month,
    "decade": years.decade,
    "deictic": relative.deictic,
    "duration": amounts.duration,
    "evening_of": weekdays.evening_of,
    "every": amounts.every,
    "first_of": amounts.first_of,
    "figured_date": figures.figured_date,
    "holiday": days.holiday,
    "iso_date": figures.iso_date,
    "last_day_of_year": years.last_day_of_year,
    "of_act": acts.of_act,
    "month": days.month,
    "month_and_day": days.month_and_day,
    "month_or_season": years.month_or_season,
    "named_day": days.named_day,
    "new_year": years.new_year,
    "next_day_figure": days.next_day_figure,
    "next_year_figure": years.next_year_figure,
    "night_into": relative.night_into,
    "overnight": relative.overnight,
    "part_of": parts.part_of,
    "part_of_day": relative.part_of_day,
    "quarter": years.quarter,
    "quarter_of": years.quarter_of,
    "recent": amounts.recent,
    "reference_word": relative.reference_word,
    "same_quarter": years.same_quarter,
    "season": years.season,
    "season_before": years.season_before,
    "short_date": figures.short_date,
    "slash_date": figures.slash_date,
    "span_of": parts.span_of,
    "then": relative.then,
    "time": clock.time,
    "to_the_day": ago.to_the_day,
    "unit": relative.unit,
    "weekday": weekdays.weekday,
    "weekday_and_day": weekdays.weekday_and_day,
    "weekday_before_last": weekdays.weekday_before_last,
    "weekday_of": weekdays.weekday_of,
    "weekday_weeks_away": weekdays.weekday_weeks_away,
    "year": years.year,
    "year_end": years.year_end,
}
# The same for rules that a named day must follow.
BESIDE: Final[dict[str, Callable[[Found, Context, Meaning], Meaning | None]]] = {
    "around": beside.around,
    "beside": beside.beside,
    "run_up": beside.run_up,
    "weekday_in": beside.weekday_in,
    "within": beside.within,
}
_WITH_YEAR: Final = {days.OF_ROW, days.OF_STORY}
_FULL: Final = {"iso_date", "slash_date", "figured_date"}
_OF_HEADINGS: Final = {"Y", "M", "D"}
_FEWEST: Final = 2  # headings with a year that make a chronicle
_YEAR_HEADING: Final = re.compile(
    r"^[ \t#*_>•·–—-]*(?:[A-Z][a-z]+\.?,?\s){0,2}(?:\d{1,2},\s)?(?:19|20)\d\d[ \t*_:–—-]*\r?$", re.MULTILINE
)
_SECTION: Final = re.compile(
    r"^(?:[ \t]*#{1,6}[ \t]|[ \t]*\*\*[^*\n]+\*\*:?[ \t]*\r?$|" + _YEAR_HEADING.pattern[1:] + ")", re.MULTILINE
)
_ARTICLES: Final = {"a", "an", "the", "its", "his", "her", "their", "this", "that"}
_THROUGH: Final = {"to", "through", "until", "till", "-", "–", "—"}
_LINK: Final = 4  # tokens
_DATED: Final = {"month_and_day", "day_of_month", "iso_date", "slash_date", "figured_date", "short_date"}
_REPORTED: Final = {"quarter", "quarter_of", "unit", "anaphor"}


def find_timexes(text: str, anchor: date | None) -> list[Timex]:
    """Return all time expressions of an English text, in order, without overlaps.

    `anchor` is the day of publication; without it relative expressions keep an underspecified value (XXXX-WXX-1) and
    have no `edtf`. Never raises; takes time linear in the text.
    """
    context = Context(anchor)
    timexes: list[Timex] = []
    previous: tuple[Found, Meaning] | None = None
    for found in grammar().find(text):
        meaning = _read(found, context)
        if meaning is None:
            continue
        if previous and found.start - previous[0].end <= _LINK:
            meaning = _join(previous, (found, meaning), timexes, context)
        timex = _timex(text, found, meaning)
        if meaning.edtf and found.tokens.lower[found.start - 1] == "from" and ranges.goes_on(found):
            timex = replace(timex, until=ranges.open_ended(meaning.edtf))
        timexes.append(timex)
        _remember(context, found, meaning)
        previous = found, meaning
    return timexes


def _join(first: tuple[Found, Meaning], last: tuple[Found, Meaning], timexes: list[Timex], context: Context) -> Meaning:
    """Give the expression before the whole time that it begins with this one, if any; return what this one means."""
    (before, begin), (found, meaning) = first, last
    until = ranges.length_ended(first, last, context.anchor)
    if until:
        how = f"{timexes[-1].how}, up to {meaning.edtf}"
        timexes[-1] = replace(timexes[-1], edtf=until, until=until, how=how)
        return meaning
    if _joined(before, found) and not ranges.is_moved(before):
        start, meaning = ranges.in_order(first, last, context.anchor)
        if start is not begin:
            timexes[-1] = _timex(found.tokens.text, before, start)
        if until := ranges.interval(start, meaning):
            context.interval = until
    until = until or _several(first, (found, meaning), context.anchor)
    timexes[-1] = replace(timexes[-1], until=until) if until else timexes[-1]
    return meaning


def may_be_timex(text: str) -> bool:
    """Return whether each word of a text occurs in time expressions; otherwise the text as a whole is none."""
    alphabet = grammar().alphabet
    return alphabet.knows_all(tokenise(text, alphabet).classes)


def _read(found: Found, context: Context) -> Meaning | None:
    try:
        if found.inner is None:
            return READERS[found.rule.reads](found, asides.seen_past(found, context))
        seen = [beside.seen_from(found, context), *([context] if found.has("wd") else [])]
        named = [READERS[found.inner.rule.reads](found.inner, one) for one in seen]
        read = [BESIDE[found.rule.reads](found, context, one) for one in named if one]
        return beside.nearest(found, context, [one for one in read if one])
    except OverflowError:  # a date outside the years 1-9999
        return None


def _timex(text: str, found: Found, meaning: Meaning) -> Timex:
    start, end = found.tokens.span(found.start, found.end)
    how = f"'{text[start:end]}': {meaning.how}"
    return Timex(start, end, text[start:end], meaning.type, meaning.value, meaning.mod, meaning.edtf, how)


def _remember(context: Context, found: Found, meaning: Meaning) -> None:
    """Let later expressions count from this one."""
    period = meaning.period
    if meaning.type == "DURATION" and meaning.value[-1] in "MY":
        context.compared = None
    if period is None or asides.is_deadline(found):
        return
    if found.has("y") and period.unit in _OF_HEADINGS and _alone(found):
        _head(context, found, period)
    # "A year earlier" compares; later expressions do not count from it.
    years_back = found.rule.reads == "ago" and found.word("u") == "year"
    comparison = years_back and (found.word("dir") != "ago" or context.quarter)
    if not comparison and (context.reference is None or not _attributive(found)):
        rough_hour = meaning.type == "TIME"  # "around 5 p.m. Monday" is on Monday
        context.name(period, found.start, period.edtf if rough_hour else meaning.edtf)
        with_year = found.has("y") or found.rule.reads in _FULL or meaning.how in _WITH_YEAR
        if period.unit == "D" and rows.labels(found):
            context.label = Told(period, found.start)
        if with_year:
            rows.remember(found, context, period)
        if with_year or found.rule.reads == "year":
            context.dated = Told(period, found.start)
            context.heading = context.dated if _alone(found) else context.heading
        if period.unit == "D" and found.rule.reads in _DATED and context.day and context.day.at == found.start:
            context.weekdays[period.first.isoweekday()] = context.day
            stories.begin_chain(found, context, period)
    over = context.anchor is None or period.last <= context.anchor or found.word_after == "ended"
    if period.unit == "Q" and over and found.rule.reads in _REPORTED and not found.has("yearago"):
        context.quarter = context.compared = period


def _head(context: Context, found: Found, period: Period) -> None:
    """Let the days below count from the year of a heading; a day with the year of publication may stamp the page."""
    if period.unit == "Y":
        context.chronicle = period.first.year
    sections = _sections(found.tokens.text)
    if len(sections) >= _FEWEST and (context.anchor is None or period.first.year != context.anchor.year):
        after = bisect_right(sections, found.tokens.span(found.start, found.end)[1])
        context.section = period.first.year
        context.section_end = sections[after] if after < len(sections) else len(found.tokens.text)


@lru_cache(maxsize=2)
def _sections(text: str) -> tuple[int, ...]:
    """Return where the sections of a text with several years as headings begin; nothing if only one has a year."""
    years = sum(1 for _ in _YEAR_HEADING.finditer(text))
    return tuple(found.start() for found in _SECTION.finditer(text)) if years >= _FEWEST else ()


def _alone(found: Found) -> bool:
    """Whether the expression has a line to itself, but for the marks of a heading."""
    text, (start, end) = found.tokens.text, found.tokens.span(found.start, found.end)
    before, behind = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
    return not before.strip(days.MARKS) and not behind.strip(days.MARKS + ":\r")


def _attributive(found: Found) -> bool:
    """Whether the expression only describes a noun ("a January 25 order"): later expressions do not count from it."""
    after = "".join(found.tokens[k] for k in range(found.end, min(found.end + 1, len(found.tokens))))
    article, adjective = found.tokens.words(found.start - 2, found.start - 1), found.word_before
    described = found.rule.reads == "year" and not _ARTICLES.isdisjoint(article) and adjective.isalpha()
    return (adjective in _ARTICLES or described) and after.islower()


def _joined(first: Found, last: Found) -> bool:
    """Whether two expressions form "from A to B", "between A and B" or "A-B", also with the comma that ends a date."""
    words = last.tokens.words(first.end, last.start) if 0 < last.start - first.end <= _LINK else []
    if words[-2:] == ["on", "or"]:  # "from on or about May 5 to on or about May 9"
        del words[-2:]
    if words[:1] == [","] and _whole_date(first):
        words.pop(0)
    if len(words) == 1 and (words[0] in _THROUGH or (words[0] == "and" and first.word_before == "between")):
        return True
    return ranges.began_and_ended(first, last)


def _several(first: tuple[Found, Meaning], last: tuple[Found, Meaning], anchor: date | None) -> Edtf | None:
    """Return "May 5 or May 6" as one of these days, "May 5 and 6" as both; None for days that are not neighbours.

    A night is of both of its days: "Friday night into Saturday". "May and June" are both months, "May or June" is one.
    """
    (before, start), (found, end) = first, last
    joint = found.tokens.words(before.end, found.start)
    if joint in (["and"], ["or"]) and (months := _two_months(first, last, anchor)):
        return months if joint == ["and"] else Edtf.parse(f"[{months.text.replace('/', '..')}]")
    night = joint == ["into"]
    types = {"DATE", "TIME"} if night else {"DATE"}
    days = [one.period.first for one in (start, end) if one.type in types and one.period and one.period.unit == "D"]
    if night and len(days) == len(first) and (days[1] - days[0]).days == 1:
        return Edtf.of(*days)
    if joint not in (["or"], ["and"]) or len(days) < len(first) or (days[1] - days[0]).days != 1:
        return None
    if anchor and days[0] <= anchor < days[1]:
        return None  # one is over, and the other is not
    if start.mod or end.mod or ranges.is_moved(before):
        return None
    return Edtf.parse(f"[{days[0]}..{days[1]}]") if joint == ["or"] else Edtf.of(*days)


def _two_months(first: tuple[Found, Meaning], last: tuple[Found, Meaning], anchor: date | None) -> Edtf | None:
    """Return both of two months of which the second follows the first, and that are over or ahead alike."""
    months = [one.period for _, one in (first, last) if one.period and one.period.unit == "M" and not one.mod]
    if len(months) < len(first) or months[0].shift(1) != months[1] or ranges.is_moved(first[0]):
        return None
    if anchor and months[0].last <= anchor < months[1].first:
        return None
    return Edtf.parse(f"{months[0].value}/{months[1].value}")


def _whole_date(found: Found) -> bool:
    """Whether a comma may belong to the expression itself: "May 5, 2031, to May 9, 2031", "Monday, May 5, to ..."."""
    return found.has("m") and (found.has("y") or found.has("wd"))
