"""Words by which an act is called off, or only planned, that stand behind its day or its clause."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.event_mentions import Happening
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_REACH = 90  # characters before a day in which it says what was to be
_BEHIND = 120
_STOP = re.compile(r"[.;]\s")
_PRONOUNS = {"it", "they", "that", "this"}
_WORD = re.compile(r"[\w'’-]+")
_CALLED_OFF = re.compile(
    r"\b(?:(?:the|that|this|a|an)\s+)?(?P<noun>(?:[\w'’-]+\s+){1,2})(?:was|were|(?:has|have)\s+been)\s+", re.IGNORECASE
)


def called_off_behind(text: str, start: int, end: int) -> str:
    """Return the words that call off, behind a clause, what it names: "Join us at the fair. The fair was canceled"."""
    behind = text[end : end + _BEHIND].partition("\n")[0]
    named = set(_WORD.findall(text[start:end].lower()))
    for match in _CALLED_OFF.finditer(behind):
        cue = _cue("cancelled").search(behind, match.end())
        if cue and cue.start() == match.end() and named.issuperset(_WORD.findall(match["noun"].lower())):
            return f"{match[0]}{cue[0]}"
    return ""


def called_off_after(text: str, happening: Happening) -> str:
    """Return the words behind a day by which what was to be on it was called off, in its sentence; "" if none do.

    What is called off is that itself: "set for May 20, was canceled", "was to vote on May 20, but the vote was put
    off", not "set for May 20, was held after the parade was canceled".
    """
    day = happening.timex
    if label := _patterns()["called off"].match(text, day.end):
        return label["word"]
    left = max(happening.clause[0] - _REACH, day.start - _REACH, text.rfind("\n", 0, day.start) + 1, 0)
    was_to_be = max((m.end() for m in _cue("to be").finditer(text, left, day.start)), default=None)
    if was_to_be is None or _STOP.search(text, was_to_be, day.start):
        return ""
    off = _patterns()["was called off"].match(text, day.end)
    if not off:
        return ""
    named = set(_WORD.findall(text[left : day.start].lower())) | _PRONOUNS
    return off["word"] if not off["noun"] or off["noun"].lower() in named else ""


def planned_beside(text: str, happening: Happening) -> str:
    """Return the word set off behind a day that says it is one of a plan: "May 10 (expected): a march"; "" if none."""
    label = _patterns()["planned"].match(text, happening.timex.end)
    return label["word"] if label else ""


@cache
def _cue(name: str) -> WordList:
    return compile_words(lexicon.load("modality")[name]["words"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("modality")
    off, ahead = words_source(data["off"]["words"]), words_source(data["labels"]["words"])
    be = r"(?:was|were|is|has\s+been|had\s+been|got)\s+(?:then\s+|later\s+|since\s+|[a-z]+ly\s+)?"
    it = r"(?:(?:the|that|this|its|their)\s+)?(?P<noun>[a-z]+)\s+"
    elsewhen = r"(?!\s+(?:to|until|till|from)\b)"
    set_off = r"\s*(?:[(\[]\s*(?P<bracket>)|[,–—-]\s*)(?P<word>{})\s*(?(bracket)[)\]]|[:–—-])"
    return {
        "called off": re.compile(set_off.format(off), re.IGNORECASE),
        "planned": re.compile(set_off.format(ahead), re.IGNORECASE),
        "was called off": re.compile(
            rf",?\s+(?:(?:but|until|before)\s+{it}|(?:that|which)\s+)?(?P<word>{be}{off})(?![\w-]){elsewhen}",
            re.IGNORECASE,
        ),
    }
