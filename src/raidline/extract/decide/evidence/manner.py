"""How a dated act is told: in whose words, with what kind of date, and what stands around the act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.words import function_words, words, written_words
from raidline.extract.events.triggers import find_triggers

_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m\b|\bnoon\b|\bo['’]clock", re.IGNORECASE)
_NAME, _YEAR, _NUMBER = re.compile(r"[A-Z][a-z]{2}"), re.compile(r"\d{4}"), re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_I = frozenset({"i", "we", "my", "our", "me", "us"})
_YOU = frozenset({"you", "your"})
_THEY = frozenset({"he", "she", "his", "her", "him"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that"})
_NEAR = 40  # characters on either side of an act
_BESIDE = 2  # words on either side of an act
_CREDIT = re.compile(r"[^a-z]{0,4}(?:Photo|Getty|Image|Credit|Courtesy|File|AP\b|REUTERS|[A-Z][a-z]+ [A-Z][a-z]+ ?/)")
_BEHIND = 60  # characters behind a sentence, where a picture is credited
_MOST_ACTS = 5
_SENTENCES = 256  # cached


def features(draft: Draft) -> Iterator[str]:
    """Yield the features; none holds more than two words of the text."""
    yield from _of_date(draft)
    yield from _of_voice(draft)
    yield from _of_surroundings(draft)


def _of_date(draft: Draft) -> Iterator[str]:
    text, timex = draft.article.text, draft.happening.timex
    form = _form(timex.text)
    yield f"form={form}"
    yield f"form={form}&age={draft.age}"
    yield f"form={form}&role={draft.happening.trigger.role}"
    before = words(text[max(draft.sentence[0], timex.start - _NEAR) : timex.start])[-1:]
    behind = words(text[timex.end : min(draft.sentence[1], timex.end + _NEAR)])[:1]
    if before and behind and before[0] in _DETERMINERS and behind[0].islower() and behind[0] not in function_words():
        yield f"describes={form}"


def _form(expression: str) -> str:
    """Return what a time expression is made of: "name+number" for May 9, "year", "clock", "words"."""
    if _CLOCK.search(expression):
        return "clock"
    parts = (("name", _NAME), ("number", _NUMBER), ("year", _YEAR))
    return "+".join(name for name, pattern in parts if pattern.search(expression)) or "words"


def _of_voice(draft: Draft) -> Iterator[str]:
    text, timex = draft.article.text, draft.happening.timex
    said = text[text.rfind("\n", 0, timex.start) + 1 : timex.start]
    quoted = bool(said.count('"') % 2 or said.count("“") > said.count("”"))
    yield f"in quotes={quoted}"
    yield f"in quotes={quoted}&age={draft.age}"
    for name in _persons(draft.quote):
        yield f"person={name}"
        yield f"person={name}&in quotes={quoted}"
        yield f"person={name}&breadth={draft.breadth}"
    yield f"marks={min(2, draft.quote.count('“') + draft.quote.count(chr(34)))}"


@lru_cache(_SENTENCES)
def _persons(quote: str) -> tuple[str, ...]:
    """Return the grammatical persons of the pronouns of a sentence, which may date several acts."""
    own = {word.lower().partition("'")[0].partition("’")[0] for word in written_words(quote)}
    persons = (("I", _I), ("you", _YOU), ("they", _THEY))
    return tuple(name for name, pronouns in persons if not own.isdisjoint(pronouns))


def _of_surroundings(draft: Draft) -> Iterator[str]:
    text, (start, end), happening = draft.article.text, draft.sentence, draft.happening
    trigger, timex = happening.trigger, happening.timex
    yield from (
        f"before act={word}" for word in words(text[max(start, trigger.start - _NEAR) : trigger.start])[-_BESIDE:]
    )
    yield from (f"behind act={word}" for word in words(text[trigger.end : min(end, trigger.end + _NEAR)])[:_BESIDE])
    inside = happening.clause[0] <= timex.start < happening.clause[1]
    yield f"one clause={inside}"
    yield f"one clause={inside}&role={trigger.role}"
    yield f"acts={min(_MOST_ACTS, len(find_triggers(text, draft.sentence)))}"
    if _CREDIT.match(text[end : end + _BEHIND].lstrip()):
        yield "credit"
