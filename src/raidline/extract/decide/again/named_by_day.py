"""Acts that a noun with a date points to as known: "Friday's decision", "the March ruling", "the vote of June 6"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source

_ANOTHER = re.compile(
    r"\b(?:another|other|others|separate|first|second|third|more|several|again|also|later|similar)\b", re.IGNORECASE
)
_STEM = 6  # letters
_WIDE = ("week", "month", "year")  # breadths of dates of which an article names one act
_KNOWN = r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z][\w.]*[’']s)"
_WORDS = (
    r"(?:(?!(?:will|would|to|can|could|may|might|must|should)\b)[\w’'-]+\s+){0,2}?"  # "the House will vote" names none
)
_BEFORE = re.compile(rf"{_KNOWN}\s+(?:[A-Z]\w+\s+)?$")  # "the Monday", "that same Monday" is not one


def is_named_by_day(telling: Telling, other: Telling) -> bool:
    """Whether a report only names an act, by its date, that the other one tells: on this day, or on one within it.

    "The March ruling" is the one of March 9; "a March ruling" and "the second March ruling" may be any.
    """
    act = _named_act(telling.draft)
    if not act or telling.draft.sentence == other.draft.sentence or _ANOTHER.search(telling.draft.clause):
        return False
    (first, last), (other_first, other_last) = telling.date.bounds(), other.date.bounds()
    if not (first <= other_first and other_last <= last):
        return False
    if (first, last) != (other_first, other_last) and (telling.draft.breadth not in _WIDE or telling.counts):
        return False  # what is counted of a month may be several
    return tells(other.draft.quote, act)


def _named_act(draft: Draft) -> str:
    """Return the noun for an act that the date of a report belongs to, "" if to none that is known."""
    timex = draft.happening.timex
    return _noun_beside(draft.article.text, draft.sentence, (timex.start, timex.end))


@lru_cache(256)  # each report is compared with many
def _noun_beside(text: str, sentence: Span, timex: Span) -> str:
    start, end = timex
    date = text[start:end]
    if date != date.lower() or date.startswith(("last ", "this ", "that ")) or date.isdigit():
        owns = date.endswith(("'s", "’s")) or text.startswith(("'s", "’s"), end)
        if owns or _BEFORE.search(text, sentence[0], start):
            found = _behind().match(text, end, sentence[1])
            return found["act"].lower() if found else ""
    found = _in_front().search(text, sentence[0], start) or _done().search(text, sentence[0], start)
    return found["act"].lower() if found else ""


@lru_cache(1024)
def tells(quote: str, act: str) -> bool:
    """Whether a sentence has the noun for an act itself, or another word for it."""
    words = re.findall(r"[a-z]+", quote.lower())
    stem, acts = act.rsplit(maxsplit=1)[-1][:_STEM], _acts().get(act) or frozenset([_told()[act]])
    return any(word.startswith(stem) or _told().get(word) in acts for word in words)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+{_WORDS}(?P<act>{words_source(_acts())})")


@cache
def _in_front() -> re.Pattern[str]:
    """Return what ends before a date: "the decision on", "her ruling, handed down", "the raid that took place on"."""
    made = words_source(lexicon.load("scenes_again")["done"])
    return re.compile(
        rf"{_KNOWN}\s+{_WORDS}(?P<act>{words_source(_acts())})"
        rf"(?:,?\s+{made})?(?:\s+(?:on|of|from|late|early|in))*\s+$"
    )


@cache
def _done() -> re.Pattern[str]:
    """Return what ends before a date and tells it of a thing that was done: "the law that she signed on"."""
    words = {name: words_source(listed) for name, listed in lexicon.load("things_done").items()}
    return re.compile(
        rf"{_KNOWN}\s+{_WORDS}{words['things']},?\s+(?:(?:that|which)\s+)?{_WORDS}(?P<act>{words['ways']})"
        r"(?:\s+(?:on|late|early|in))*\s+$"
    )


@cache
def _acts() -> dict[str, frozenset[str]]:
    """Return what each noun for an act may have been told as."""
    rows = lexicon.load("act_nouns")
    return {
        word: frozenset((row["name"], *row.get("also", ())))
        for row in rows
        for word in (*row["words"], *row.get("dated", ()))
    }


@cache
def _told() -> dict[str, str]:
    return {word: row["name"] for row in lexicon.load("same_acts") for word in row["words"]}
