"""Dates told aside, from which no later act counts: "The mayor was born in 1970. A day later, protesters rallied"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from raidline.extract.timex.context import NEAR, Context, Told
from raidline.extract.timex.cues import lexicon_words, sentence_end, sentence_start, starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.tokens import Tokens

_COUNTING: Final = {"ago", "after", "unit", "weekday"}
_GOES_ON: Final = {"he", "she", "his", "her", "it", "its"}  # the life or the plan itself is told on
_REACH: Final = 60  # tokens of a sentence
_PARAGRAPH: Final = 3000  # characters: in a longer one nobody knows which quotation marks open
_UNTIL: Final = {"until", "till"}
_GIVEN: Final = re.compile(
    r"\b(?:gave|gives?|given|giving|has|have|had)\s(?:[\w’'-]+\s){0,5}(?:until|till)\s(?:the\s)?$"
)
_GIVEN_REACH: Final = 70  # characters
_SAID_REACH: Final = 6  # tokens: "said in a statement on"
_STEP_REACH: Final = 5  # words from a step of a life, or a plan, to its date


def seen_past(found: Found, context: Context) -> Context:
    """Return the context in which a sentence counts that begins with "a day later": from the last act, if one is near.

    What goes on with the person or the plan told of aside counts from that date all the same.
    """
    if found.rule.reads not in _COUNTING or len(context.named) < 2 or not starts_sentence(found.tokens, found.start):
        return context
    last = context.named[-1]
    if not is_aside(found.tokens, last.at, found.start) or _goes_on(found, last.at):
        return context
    for one in reversed(context.named[:-1]):
        if found.start - one.at > NEAR:
            break
        if not is_aside(found.tokens, one.at, found.start):
            told = Told(one.period, one.at)
            day = told if one.period.unit == "D" else None
            return replace(
                context, reference=one.period, reference_at=one.at, reference_edtf=one.edtf, past=told, day=day
            )
    return context


def is_deadline(found: Found) -> bool:
    """Whether somebody was given until then, from which nothing told after it counts: "gave them until noon Friday"."""
    if found.word_before not in _UNTIL:
        return False
    start, _ = found.tokens.span(found.start, found.end)
    return _GIVEN.search(found.tokens.text, max(0, start - _GIVEN_REACH), start) is not None


def is_attributed(tokens: Tokens, told: int, at: int) -> bool:
    """Whether the day at a token is only that of the words of somebody about the day `told` in the same sentence."""
    if told < sentence_start(tokens, at):
        return False
    near = tokens.words(max(told + 1, at - _SAID_REACH), at)
    said = [k for k, word in enumerate(near) if word in lexicon_words()["spoken"]]
    return bool(said) and "," not in near[said[-1] :] and "," in tokens.words(told + 1, at)


def _goes_on(found: Found, at: int) -> bool:
    tokens = found.tokens
    comma = tokens.words(found.end, found.end + 1) == [","]
    first = found.end + comma
    word = tokens.word(first)
    told = tokens.words(sentence_start(tokens, at), sentence_end(tokens, at, _REACH))
    name = tokens.written[first : first + 1]
    return word in _GOES_ON or bool(name and name[0][:1].isupper() and word in told)


def is_aside(tokens: Tokens, at: int, now: int) -> bool:
    """Whether the date at a token is a step of a life, a day given up, compared with, or told in words of somebody."""
    text, position = tokens.text, tokens.starts[at]
    before = text[tokens.starts[sentence_start(tokens, at)] : position]
    if any(pattern.search(before) for pattern in _before()):
        return True
    start = text.rfind("\n", max(0, position - _PARAGRAPH), position) + 1
    if not start and position > _PARAGRAPH:
        return False
    return _quoted(text[start:position]) and not _quoted(text[start : tokens.starts[now]])


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    from raidline import lexicon  # noqa: PLC0415 - brings in yaml, which importing the tagger need not wait for
    from raidline.lexicon.patterns import words_source  # noqa: PLC0415

    lives, plans = lexicon.load("told_aside"), lexicon.load("given_up")
    steps, persons = words_source(lives["steps"]), words_source(lives["persons_steps"])
    given_up, set_once = words_source(plans["never"]), words_source(plans["once_set"])
    rest = rf"(?:\s+[^\s,;]+){{0,{_STEP_REACH}}}\s+$"
    return (
        re.compile(rf"\b(?:{steps}|{given_up}|{set_once}){rest}", re.IGNORECASE),
        re.compile(rf"\b(?:who|he|she)\s+(?:(?:had|has|first)\s+)*{persons}{rest}", re.IGNORECASE),
        re.compile(r"\bthan\s+(?:(?:on|in)\s+)?$", re.IGNORECASE),
    )
