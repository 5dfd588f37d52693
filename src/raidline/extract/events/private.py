"""What is no public act: the lives of private people, how a body began, what a picture shows."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.actors import find_agencies
from raidline.extract.events.public_acts import names_a_body
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

_PASSIVE = re.compile(r"\b(?:was|were|been)\s+(?:first\s+|originally\s+)?$")
_AUXILIARIES = re.compile(
    r"(?:,\s+who\b[^,.;]*,)?\s+(?:(?:was|were|is|has|had|have|been|being|also|then|later|first|[a-z]+ly)\s+){0,4}"
)
_CREDIT = re.compile(r"\s*[(\[]?(?:AP |File )?(?:Photo|Photograph|Picture|Image|Credit|Courtesy)\b")
# "Ann Lee/The Herald", "Ann Lee / For the Herald An officer": whatever is behind it begins another sentence
_MAKER = re.compile(
    r"\s*[(\[]?(?P<name>[A-ZÀ-Þ][\w’'.-]+(?:\s+[A-ZÀ-Þ][\w’'.-]+){1,3}?)\s?/[\s\u200b]?(?:(?:[Ff]or|[Vv]ia)\s+)?"
    r"(?:[Tt]he\s+)?(?:(?!(?:An?|The|This|In|On|At|As|After|When|What|He|She|They|It|But)\b)[A-Z][\w.’'‑-]*\s?)++"
    r"[)\]]?\s*(?![a-z])"
)

# "Ann Lee / KXLV 7 of 14 — People march"
_COUNTER = re.compile(r"\b\d{1,2} of \d{1,3}(?:\s|&nbsp;)*(?:—|–|&mdash;|&ndash;|:)")
_LONGEST_CREDIT = 80  # characters
_REACH = 60  # characters from the head of a caption to its number


def is_life(text: str, sentence: Span, trigger: Trigger, kind: Kind) -> bool:
    """Whether an act of some year is a private person's, "he came in 2009", or the founding of a body."""
    if _is_founding(text, sentence, trigger):
        return True
    last = _last_person(text, sentence[0], trigger.start)
    return kind is Kind.OTHER and last is not None and not names_a_body(text, (last, trigger.start))


def of_a_person(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether the subject of an act is a private person: "He was transferred", "the driver, who was drunk, killed".

    So is who walks out of a jail, posts bond, or is robbed.
    """
    told = (one for words in (_steps(), _crimes()) for one in words.finditer(text, *sentence))
    if any(one.start() < trigger.end and trigger.start < one.end() for one in told):
        return True
    last = _last_person(text, sentence[0], trigger.start)
    return last is not None and bool(_AUXILIARIES.fullmatch(text, last, trigger.start))


def _last_person(text: str, start: int, end: int) -> int | None:
    return max((match.end() for match in _people().finditer(text, start, end)), default=None)


def is_caption(text: str, sentence: Span) -> bool:
    """Whether the credit of a picture follows a sentence, or its number in a row of pictures opens it."""
    start, end = sentence
    if _CREDIT.match(text, end) or _COUNTER.search(text, start, min(end, start + _REACH)):
        return True
    maker = _MAKER.match(text, end, end + _LONGEST_CREDIT)
    return maker is not None and not find_agencies(text, maker.span("name"))  # "Border Patrol/ICE"


def _is_founding(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Read "ICE was created in 2003", "Reno was incorporated in 1903", but not "the policy was created in 2003"."""
    if not _made().fullmatch(trigger.text) or not _PASSIVE.search(text, sentence[0], trigger.start):
        return False
    if _only_bodies().fullmatch(trigger.text):
        return True
    subject = (sentence[0], trigger.start)
    return bool(find_agencies(text, subject) or _ends_with_a_body().search(text, *subject))


@cache
def _people() -> WordList:
    return compile_words(lexicon.load("private")["people"])


@cache
def _steps() -> WordList:
    return compile_words(lexicon.load("private")["steps"])


@cache
def _crimes() -> WordList:
    return compile_words(lexicon.load("private")["crimes"])


@cache
def _made() -> WordList:
    return compile_words(lexicon.load("private")["made"])


@cache
def _only_bodies() -> WordList:
    return compile_words(lexicon.load("private")["only_bodies"])


@cache
def _ends_with_a_body() -> re.Pattern[str]:
    """Match the noun right before "was founded"."""
    return re.compile(words_source(lexicon.load("private")["bodies"]) + r"\s+(?:was|were|had been)\s+\w*\s*$")
