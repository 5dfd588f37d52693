"""What one person said on one day: a paper tells it in several sentences, and in other verbs than "said"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.models import Kind

_SAID = ("said", "says")
_ASKED = "asked"
_SAY, _BROUGHT = "say", "bring"  # "announced", "presented": of such acts, there may be several a day


def says_on(telling: Telling, other: Telling) -> bool:
    """Whether two reports are what one person said on one day; one of them may be in words that make it another act.

    "Gray assured them Monday", "Mr. Gray said Monday"; "At a briefing Monday, Kemp said", "Kemp also said Monday".
    """
    earlier, later = sorted((telling.draft, other.draft), key=lambda draft: draft.happening.timex.start)
    if telling.date != other.date or earlier.breadth != "day" or earlier.sentence == later.sentence:
        return False
    if not (_is_said(earlier) or _is_said(later)) or any(_is_brought(draft) for draft in (earlier, later)):
        return False
    first, second = _speaker(earlier), _speaker(later)
    return bool(first) and first == second


def _is_said(draft: Draft) -> bool:
    return draft.happening.trigger.role == _SAY or draft.happening.kind is Kind.STATEMENT


def _is_brought(draft: Draft) -> bool:
    return draft.happening.trigger.role == _BROUGHT


def _speaker(draft: Draft) -> str:
    """Return the last name of the person who speaks in a report; "" for a body, for "she", and for another act."""
    trigger = draft.happening.trigger
    if not (_is_said(draft) or trigger.text in _spoke()):
        return ""
    name = _named_speaker(draft.article.text, draft.sentence, (trigger.start, trigger.end))
    return "" if name in lexicon.load("scenes_again")["no_speakers"] else name


@lru_cache(256)  # each report is compared with many
def _named_speaker(text: str, sentence: Span, trigger: Span) -> str:
    """Return the last name of the subject of a verb of speech; beside a noun ("at a briefing"), of any verb."""
    (start, end), verb = trigger, text[slice(*trigger)]
    found = _before().search(text, sentence[0], start)
    if not found and verb == _ASKED:
        found = _asked().search(text, sentence[0], start)
    if not found and verb in _SAID:
        found = _behind().match(text, end, sentence[1])
    if not found and verb not in _spoke():
        found = _speaking().search(text, *sentence) or _quoted().search(text, *sentence)
    return found["speaker"] if found else ""


@cache
def _spoke() -> frozenset[str]:
    return frozenset(lexicon.load("scenes_again")["spoke"])


_DAY = r"(?:(?:on|late|early)\s+)*[A-Z][a-z]+day(?:\s+(?:night|morning|afternoon|evening))?"
_NAME = r"(?P<speaker>[A-Z][a-z][\w’'-]+)"
# "Kemp, the mayor, on Monday also": what ends with the subject of a verb.
_SUBJECT = (
    rf"\b(?![A-Z][a-z]+day\b){_NAME}(?:,[^,;]{{0,80}},)?(?:\s+{_DAY})?(?:\s+(?:also|later|then|again|has|had))*\s+"
)
_AFTER = rf"\s+(?:[A-Z][\w.’'-]+\s+)*{_NAME}"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{_SUBJECT}$")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"\b{_NAME},\s+$")  # "Kemp, asked about it on Monday, said"


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(_AFTER)


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"{_SUBJECT}{words_source(_spoke())}")


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(rf"[,”\"]\s+(?:said|says){_AFTER}")
