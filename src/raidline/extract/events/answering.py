"""What a sentence tells of an earlier act, which its own act answers, and the part that tells of its own act alone.

"Hundreds rallied on Saturday, two days after agents arrested 40 workers" tells of a rally on Saturday, and that 40
people had been arrested, but not that they were arrested then.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

# What answers an earlier act; where force was used or someone died, the words behind "after" say how it came about.
ANSWERS = frozenset(Kind) - {Kind.INCIDENT}
_SHOWN = ("examples", "not")
_CLOSED = re.compile(r"[,;:)”\"]|\s[—–]\s?|—|\s--\s")


class Earlier(NamedTuple):
    """Where an earlier act is told; `apart` if the words say that it was on another day: "two days after"."""

    start: int
    end: int
    apart: bool


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: words_source(entries) for name, entries in lexicon.load("answering").items() if name not in _SHOWN}
    length = rf"(?:(?:(?:\d+|{words['amounts']})\s+)?{words['units']}\s+)"
    opening = rf"(?P<length>{length})?{words['openings']}\s+(?!{words['idle']}|[a-z]+ing\b)"
    return {
        "opening": re.compile(rf"(?:{opening}|(?P<apart>{words['openings_apart']})\s+)", re.IGNORECASE),
        "going_on": re.compile(rf",\s+{words['going_on']}\s", re.IGNORECASE),
    }


@cache
def _openings() -> WordList:
    """Match the words that each opening has: most sentences have none, which is told at once."""
    words = lexicon.load("answering")
    return compile_words([*words["openings"], *words["openings_apart"]], re.IGNORECASE)


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    return _patterns()["opening"].search(text, start, end) if _openings().search(text, start, end) else None


@lru_cache(256)  # each act of a sentence asks
def earlier_acts(text: str, sentence: Span) -> tuple[Earlier, ...]:
    """Return where a sentence tells of earlier acts, in order: from "after" to the next comma or its end."""
    start, end = sentence
    found = []
    while opening := _opening(text, start, end):
        start = _end(text, opening.end(), end)
        found.append(Earlier(opening.start(), start, bool(opening["length"] or opening["apart"])))
    return tuple(found)


def _end(text: str, at: int, end: int) -> int:
    closed = _CLOSED.search(text, at, end)
    if closed and (more := _patterns()["going_on"].match(text, closed.start(), end)):
        closed = _CLOSED.search(text, more.end(), end)
    return closed.start() if closed else end


def own_part(text: str, sentence: Span, at: int, day: int) -> Span:
    """Return the part of a sentence that tells of the act at a position, without earlier acts before or behind it.

    If the date, at `day`, lies in another part, it must not be that of an earlier act: then nothing is certain, and the
    whole sentence is returned.
    """
    earlier = earlier_acts(text, sentence)
    start, end = sentence
    inside = next(((one.start, one.end) for one in earlier if one.start <= at < one.end), None)
    of_day = next(((one.start, one.end) for one in earlier if one.start <= day < one.end), None)
    if inside != of_day:
        return sentence
    if inside:
        return inside
    return (
        max((one.end for one in earlier if one.end <= at), default=start),
        min((one.start for one in earlier if one.start > at), default=end),
    )


def is_earlier(text: str, sentence: Span, at: int, day: int) -> bool:
    """Whether the act at a position is told as an earlier one than that on `day`: it was on another day."""
    return any(
        one.apart and one.start <= at < one.end and not one.start <= day < one.end
        for one in earlier_acts(text, sentence)
    )
