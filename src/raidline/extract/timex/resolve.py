"""From what the rules found to time expressions, in document order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from raidline.dates import Edtf
from raidline.extract.timex import amounts, calendar, clock, relative
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.model import Timex
from raidline.extract.timex.tokens import Tokens

_READERS: Final[dict[str, Callable[[Found, Context], Meaning | None]]] = {
    "date": calendar.date_, "month": calendar.month, "weekday": calendar.weekday, "year": calendar.year, "decade": calendar.decade,
    "century": calendar.century, "quarter": calendar.quarter, "season": calendar.season, "iso_date": calendar.iso_date,
    "slash_date": calendar.slash_date, "holiday": calendar.holiday, "evening_of": calendar.evening_of, "week_of": calendar.week_of,
    "year_end": calendar.year_end,
    "deictic_year_end": calendar.last_day,
    "same_quarter": calendar.same_quarter,
    "quarter_of": calendar.quarter_of, "next_day_figure": calendar.next_day_figure,
    "next_year_figure": calendar.next_year_figure, "time": clock.time, "deictic": relative.deictic,
    "part_of_day": relative.part_of_day, "unit": relative.unit, "ago": relative.ago, "after": relative.after,
    "anaphor": relative.anaphor, "reference_word": relative.reference_word, "duration": amounts.duration,
    "recent": amounts.recent, "every": amounts.every,
}  # fmt: skip
_ARTICLES: Final = {"a", "an", "the", "its", "his", "her", "their", "this", "that"}
_THROUGH: Final = {"to", "through", "until", "till", "-", "–", "—"}


def find_timexes(text: str, anchor: date | None) -> list[Timex]:
    """All time expressions of an English text, in order, without overlaps.

    `anchor` is the day the text was published; without it relative expressions keep an underspecified value
    (XXXX-WXX-1) and have no `edtf`. Never raises, and reads in time linear in the text.
    """
    context = Context(anchor)
    timexes: list[Timex] = []
    previous: tuple[Found, Meaning] | None = None
    for found in grammar().find(text):
        context.turn_to(found)
        meaning = _read(found, context)
        if meaning is None:
            continue
        tokens = found.tokens
        start, end = tokens.spans[found.start][0], tokens.spans[found.end - 1][1]
        words = text[start:end]
        timexes.append(
            Timex(
                start,
                end,
                words,
                meaning.type,
                meaning.value,
                meaning.mod,
                meaning.edtf,
                f"'{words}': {meaning.how}",
            )
        )
        whole = _interval(previous, (found, meaning))
        if whole and len(timexes) > 1:
            timexes[-2] = replace(timexes[-2], until=whole)
            context.span = whole
        _remember(context, found, meaning)
        previous = found, meaning
    return timexes


def _remember(context: Context, found: Found, meaning: Meaning) -> None:
    """Let later expressions count from this one."""
    period = meaning.period
    if meaning.type == "DURATION" and meaning.value[-1] in "MY":
        context.compared = None
    if period is None or meaning.type == "DURATION":
        return
    comparison = found.rule.reads == "ago" and found.word("dir") == "earlier" and found.word("u") == "year"
    if not comparison and not _attributive(found):
        context.reference, context.reference_at = period, found.start
    if period.unit != "Q" or (context.anchor and period.last > context.anchor):
        return
    if found.rule.reads in {"quarter", "quarter_of", "unit", "anaphor"} and not found.has("yearago"):
        context.quarter = context.compared = period


def _read(found: Found, context: Context) -> Meaning | None:
    try:
        return _READERS[found.rule.reads](found, context)
    except OverflowError:  # a date outside the years 1-9999
        return None


def _attributive(found: Found) -> bool:
    """Whether the expression only describes a noun ("a January 25 order"): the story does not move to that date."""
    before, after = (
        found.tokens.words(found.start - 1, found.start),
        found.tokens.words(found.end, found.end + 1),
    )
    return bool(before and after and before[0].lower() in _ARTICLES and after[0].islower())


def _interval(first: tuple[Found, Meaning] | None, second: tuple[Found, Meaning]) -> Edtf | None:
    """The whole of "from A to B", "between A and B", "A-B"; None when the two do not belong together."""
    if first is None or first[1].edtf is None or second[1].edtf is None:
        return None
    tokens, gap = second[0].tokens, range(first[0].end, second[0].start)
    if not 1 <= len(gap) <= 2:
        return None
    words = [tokens[k].lower() for k in gap]
    opener = tokens[first[0].start - 1].lower() if first[0].start else ""
    if not (words[-1] in _THROUGH and len(words) == 1 or (words == ["and"] and opener == "between")):
        return None
    return _joined(first[1].edtf, second[1].edtf)


def _joined(first: Edtf, last: Edtf) -> Edtf | None:
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    if "/" in first.text or "/" in last.text:
        return Edtf.of(first.earliest, last.latest)
    return Edtf.parse(f"{first}/{last}")
