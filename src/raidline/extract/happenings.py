"""Dates meet triggers: which happening of its sentence a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.extract.governors import Passage, governing_trigger, kind_of
from raidline.extract.sentences import Span
from raidline.extract.timex import Timex
from raidline.extract.triggers import Trigger
from raidline.lexicon.patterns import words_source
from raidline.models import Kind

_LONGEST_BYLINE = 12  # words
_SPEAKERS_NOW = frozenset({"today", "tonight", "this year", "this month", "this week"})
_ASIDE_REACH = 30  # characters


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated act: the time expression, the trigger that names it, its clause, and the kind that follows."""

    timex: Timex
    trigger: Trigger
    clause: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of the text that was not made an event, and why; `undated` when its date was not resolved."""

    start: int
    end: int
    reason: str
    undated: bool = False


@cache
def _aside() -> re.Pattern[str]:
    """Words before a date that make it a limit or a comparison, not the time of the act."""
    return re.compile(words_source(lexicon.load("asides")["before_a_date"]) + r"\s+(?:the\s+)?$")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"\W*" + words_source(lexicon.load("asides")["bylines"]))


def _in_quotation(text: str, start: int, position: int) -> bool:
    before = text[start:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def find_happenings(text: str, sentence: Span, timexes: Sequence[Timex]) -> tuple[list[Happening], list[Skipped]]:
    """Return the dated happenings of one sentence in order, and the dates that belong to none."""
    if _byline().match(text, *sentence) and len(text[slice(*sentence)].split()) <= _LONGEST_BYLINE:
        return [], [Skipped(t.start, t.end, f"'{t.text}' stands in a byline") for t in timexes]
    found: list[Happening] = []
    skipped: list[Skipped] = []
    passage = Passage.read(text, sentence, timexes)
    intervals_end = {t.until.latest for t in timexes if t.until}
    for timex in timexes:
        if not timex.until and timex.latest in intervals_end:
            continue  # "to Feb. 3": its other half carries the whole interval
        if timex.edtf is None:
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' gives no calendar date", undated=True))
        elif _aside().search(text, max(sentence[0], timex.start - _ASIDE_REACH), timex.start):
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' is a limit, not the time of an act"))
        elif timex.text.lower() in _SPEAKERS_NOW and _in_quotation(text, sentence[0], timex.start):
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' in a quotation means these days"))
        elif (trigger := governing_trigger(passage, timex)) is None:
            skipped.append(Skipped(timex.start, timex.end, f"no act is named beside '{timex.text}'"))
        else:
            clause = passage.clauses[passage.index(trigger.start)]
            found.append(Happening(timex, trigger, clause, kind_of(passage, trigger)))
    dated = {h.trigger.start for h in found if h.timex.type != "TIME"}
    # "held overnight on Tuesday": the hour of an act that has a day is no second act
    return [h for h in found if h.timex.type != "TIME" or h.trigger.start not in dated], skipped
