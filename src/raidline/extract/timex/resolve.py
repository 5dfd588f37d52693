"""From what the rules found to time expressions, in document order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from raidline.dates import Edtf
from raidline.extract.timex import amounts, clock, days, relative, years
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.model import Timex

# What `reads` in timex_rules.yaml names.
READERS: Final[dict[str, Callable[[Found, Context], Meaning | None]]] = {
    "after": relative.after,
    "ago": relative.ago,
    "anaphor": relative.anaphor,
    "century": years.century,
    "day_beside": days.day_beside,
    "day_of_month": days.day_of_month,
    "decade": years.decade,
    "deictic": relative.deictic,
    "duration": amounts.duration,
    "evening_of": days.evening_of,
    "every": amounts.every,
    "holiday": days.holiday,
    "iso_date": days.iso_date,
    "last_day_of_year": years.last_day_of_year,
    "month": days.month,
    "month_and_day": days.month_and_day,
    "named_day": days.named_day,
    "next_day_figure": days.next_day_figure,
    "next_year_figure": years.next_year_figure,
    "overnight": relative.overnight,
    "part_of_a_month": days.part_of_a_month,
    "part_of_day": relative.part_of_day,
    "quarter": years.quarter,
    "quarter_of": years.quarter_of,
    "recent": amounts.recent,
    "reference_word": relative.reference_word,
    "same_quarter": years.same_quarter,
    "season": years.season,
    "slash_date": days.slash_date,
    "then": relative.then,
    "time": clock.time,
    "unit": relative.unit,
    "week_of": days.week_of,
    "weekday": days.weekday,
    "weekday_of": days.weekday_of,
    "weekday_weeks_away": days.weekday_weeks_away,
    "year": years.year,
    "year_end": years.year_end,
    "years_ago_today": relative.years_ago_today,
}
_ARTICLES: Final = {"a", "an", "the", "its", "his", "her", "their", "this", "that"}
_THROUGH: Final = {"to", "through", "until", "till", "-", "–", "—"}
_REPORTED: Final = {"quarter", "quarter_of", "unit", "anaphor"}


def find_timexes(text: str, anchor: date | None) -> list[Timex]:
    """Return all time expressions of an English text, in order, without overlaps.

    `anchor` is the day the text was published; without it relative expressions keep an underspecified value
    (XXXX-WXX-1) and have no `edtf`. Never raises; takes time linear in the text.
    """
    context = Context(anchor)
    timexes: list[Timex] = []
    previous: tuple[Found, Meaning] | None = None
    for found in grammar().find(text):
        meaning = _read(found, context)
        if meaning is None:
            continue
        whole = _interval(previous, (found, meaning)) if previous else None
        if whole:
            timexes[-1] = replace(timexes[-1], until=whole)
            context.interval = whole
        timexes.append(_timex(text, found, meaning))
        _remember(context, found, meaning)
        previous = found, meaning
    return timexes


def _read(found: Found, context: Context) -> Meaning | None:
    try:
        return READERS[found.rule.reads](found, context)
    except OverflowError:  # a date outside the years 1-9999
        return None


def _timex(text: str, found: Found, meaning: Meaning) -> Timex:
    start, end = found.tokens.spans[found.start][0], found.tokens.spans[found.end - 1][1]
    how = f"'{text[start:end]}': {meaning.how}"
    return Timex(start, end, text[start:end], meaning.type, meaning.value, meaning.mod, meaning.edtf, how)


def _remember(context: Context, found: Found, meaning: Meaning) -> None:
    """Let later expressions count from this one."""
    period = meaning.period
    if meaning.type == "DURATION" and meaning.value[-1] in "MY":
        context.compared = None
    if period is None:
        return
    # "A year earlier" compares; the story does not move there.
    years_back = found.rule.reads == "ago" and found.word("u") == "year"
    comparison = years_back and (found.word("dir") != "ago" or context.quarter)
    if not comparison and not _attributive(found):
        context.reference, context.reference_at = period, found.start
    over = context.anchor is None or period.last <= context.anchor or found.word_after == "ended"
    if period.unit == "Q" and over and found.rule.reads in _REPORTED and not found.has("yearago"):
        context.quarter = context.compared = period


def _attributive(found: Found) -> bool:
    """Whether the expression only describes a noun ("a January 25 order"): the story does not move to that date."""
    after = "".join(found.tokens[k] for k in range(found.end, min(found.end + 1, len(found.tokens))))
    return found.word_before in _ARTICLES and after.islower()


def _interval(first: tuple[Found, Meaning], last: tuple[Found, Meaning]) -> Edtf | None:
    """Return the whole of "from A to B", "between A and B", "A-B"; None when the two do not belong together."""
    words = last[0].tokens.words(first[0].end, last[0].start) if last[0].start - first[0].end == 1 else []
    joined = words and (words[0] in _THROUGH or (words[0] == "and" and first[0].word_before == "between"))
    start, end = first[1].edtf, last[1].edtf
    if not joined or start is None or end is None or start.earliest is None or end.latest is None:
        return None
    if start.earliest > end.latest or start == end:
        return None
    if "/" in start.text or "/" in end.text:
        return Edtf.of(start.earliest, end.latest)
    return Edtf.parse(f"{start}/{end}")
