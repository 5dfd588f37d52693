"""Pages that are written while things happen: each entry begins with its hour, and its day is that of the page.

The day is the one named in the line above the first entry. If none is, it is the day of publication, but only where the
page says that it is added to: the hours of a raid that is told hour by hour may be those of any day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from raidline import lexicon
from raidline.article import Article
from raidline.dates.value import Edtf, Precision
from raidline.extract.text.chronicles.chronicle import HEADING, Heading, elsewhen
from raidline.extract.text.chronicles.entries import may_open
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.wordlists import compile_words

_FEWEST = 3  # entries
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_OPENING = re.compile(r"[ \t#*_>•·\[(–—-]*(?=\d|[Nn]oon|[Mm]idnight)")
_NOW = re.compile(r"\b(?:has|have|says|say|is|are|['’]s)\s")  # before any other time: the news of the hour
_SET_OFF = re.compile(r"[ \t]*(?:[\])*_:–—|-]|$|(?=[“\"A-Z]))")  # "6:45 p.m. The committee voted" on a line of its own

_SET_FOR = re.compile(r"\b(?:called|scheduled|set|planned|slated|due|moved|announced)\b[^.;]{0,60}$")
_BARE_HOUR = re.compile(r"\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?|noon|midnight", re.IGNORECASE)
_ONLY_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?\s*")


@dataclass(frozen=True, slots=True)
class _Entry:
    hour: Timex
    start: int
    end: int


def live_entries(
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    above: Sequence[Heading],
) -> dict[Span, Timex]:
    """Return for each sentence of an entry that hour with the day of the page, if the sentence tells of no other time.

    The news with which an entry opens is of its hour whatever else it names: "A judge has freed two men taken Monday".
    Entries below the day of a chronicle, `above`, are dated by that one.
    """
    text = article.text
    found = [one for one in _entries(text, timexes) if not any(h.line[0] <= one.start < h.end for h in above)]
    if len(found) < _FEWEST or not _in_order(found):
        return {}
    day = _day_above(text, found[0].start, timexes) or (
        article.published if _is_live(article, found[0].start) else None
    )
    if day is None:
        return {}
    dated: dict[Span, Timex] = {}
    for one in found:
        how = f"'{one.hour.text}': an hour of {day}"
        hour = replace(one.hour, type="DATE", edtf=Edtf.of(day, day), value=str(day), how=how)
        first, last = (bisect_left(sentences, (at, 0)) for at in (one.start, one.end))
        told = [span for span in sentences[first:last] if span[1] > one.hour.end]
        for span in told:
            other = _other_time(timexes, one.hour, span)
            if other and bare_hour(other):
                other = None  # "They went in at 10:50": an hour of the same day
            if not (elsewhen(text, span) or _is_quoted(text, one.start, span)) and (
                other is None or (span == told[0] and other.type == "DATE" and _is_news(text, span, other, day))
            ):
                dated[span] = hour
    return dated


def _is_news(text: str, span: Span, other: Timex, day: date) -> bool:
    """Whether an entry opens with the news of its hour though it names another day; not what is set for a day ahead."""
    ahead = other.earliest is not None and other.earliest > day
    if ahead and _SET_FOR.search(text, span[0], other.start):
        return False
    return bool(_NOW.search(text, span[0], other.start))


def bare_hour(timex: Timex) -> bool:
    """Whether a time is an hour without a day: "10:50", which in a live page is one of its own."""
    return timex.type == "TIME" and bool(_BARE_HOUR.fullmatch(timex.text))


def _is_quoted(text: str, start: int, span: Span) -> bool:
    """Whether a sentence of an entry is only what somebody says, or goes on with it: "We knew. They had no warrant"."""
    before, quoted = text[start : span[0]], text[slice(*span)]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    return bool(_ONLY_QUOTED.fullmatch(quoted))


def _entries(text: str, timexes: Sequence[Timex]) -> Iterator[_Entry]:
    """Yield the entries in order, each up to the next one, a rule or the heading of something else."""
    hours = {one.start: one for one in timexes if one.type == "TIME" and "T" in one.value}
    if len(hours) < _FEWEST:
        return
    starts: list[tuple[int, Timex | None]] = []
    for line in _LINE.finditer(text):
        opening = _OPENING.match(text, *line.span())
        hour = hours.get(opening.end()) if opening else None
        if hour and _SET_OFF.match(text, hour.end, line.end()):
            starts.append((line.start(), hour))
        elif HEADING.match(text, *line.span()) or _RULE.match(text, *line.span()):
            starts.append((line.start(), None))
    for (start, hour), (end, _) in pairwise([*starts, (len(text), None)]):
        if hour:
            yield _Entry(hour, start, end)


def _in_order(found: Sequence[_Entry]) -> bool:
    """Whether the hours of one day follow each other, forward or backward."""
    hours = [one.hour.value.partition("T")[2] for one in found]
    return hours in (sorted(hours), sorted(hours, reverse=True))


def _day_above(text: str, start: int, timexes: Sequence[Timex]) -> date | None:
    """Return the day that the last line before the entries names, if it names one and does not stamp the page."""
    lines = list(_LINE.finditer(text, 0, start))
    if not lines:
        return None
    first, last = (bisect_left(timexes, at, key=lambda one: one.start) for at in lines[-1].span())
    days = [one for one in timexes[first:last] if one.type == "DATE" and one.edtf]
    if len(days) != 1 or days[0].edtf is None or days[0].edtf.precision is not Precision.DAY or days[0].until:
        return None
    return days[0].earliest if may_open(text[lines[-1].start() : days[0].start]) else None


def _is_live(article: Article, start: int) -> bool:
    """Whether the title or what is above the entries says that the page is added to."""
    said = compile_words(lexicon.load("chronicle")["live"], re.IGNORECASE)
    return bool(said.search(article.title or "") or said.search(article.text, 0, start))


def _other_time(timexes: Sequence[Timex], hour: Timex, span: Span) -> Timex | None:
    """Return the first time that a sentence names beside the hour of its entry."""
    first, last = (bisect_left(timexes, at, key=lambda one: one.start) for at in span)
    return next((one for one in timexes[first:last] if one.edtf and one.start != hour.start), None)
