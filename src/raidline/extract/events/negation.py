"""Negation: whether the text says that an act did not happen, or only asks or supposes that it did."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.events.denial import is_denied, is_only_denied
from raidline.extract.events.triggers import Trigger, find_triggers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import compile_words
from raidline.models import Kind

_DATELINE = re.compile(r"[A-Z][^?—–]{2,40}\s[—–]\s")
ENFORCING = {Kind.OPERATION, Kind.INCIDENT}
_LETTERS = re.compile(r"\w")
_HAD_THEY = re.compile(r"Had\s+(?:[\w.’'-]+\s+){1,4}?")
_INTO_CUSTODY = re.compile(r"\s+(?:[\w-]+\s+){1,4}?into\s+custody\b")
_REACH = 80  # characters before the words for the act


@cache
def _sources() -> dict[str, str]:
    """Return an expression for the words of each list of the lexicon."""
    return {name: words_source(row["words"]) for name, row in lexicon.load("negation").items()}


@cache
def _asking() -> re.Pattern[str]:
    words = _sources()
    return re.compile(rf"[^\w]*{words['asking']}\s(?!(?:[\w'’-]+\s){{1,3}}?{words['known']}\b)", re.IGNORECASE)


@cache
def _had() -> re.Pattern[str]:
    return re.compile(rf"\bhad\s+(?:not\s+)?(?:ever\s+)?(?:been\s+)?$|{_HAD_THEY.pattern}$")


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"\b{_sources()['unreal']}\b")


def unreal(passage: ParsedSentence, sentence: Span, trigger: Trigger, kind: Kind, *, past: bool) -> str:
    """Return whether an act is "denied", "supposed" or "asked" after; "" if it is told as one that was or will be.

    Only enforcement is read as denied or supposed: who did not pass a bill has acted, too.
    A condition of what is `past` is none: "it is unclear if they came with the raid of 2015".
    """
    text, clause = passage.text, passage.clauses[passage.index(trigger.start)]
    coming = kind is Kind.OTHER and trigger.text.lower() in lexicon.load("negation")["coming"]["words"]
    enforcing = kind in ENFORCING or coming or _INTO_CUSTODY.match(text, trigger.end, sentence[1])
    if enforcing and is_denied(text, sentence, trigger):
        return "denied"
    if kind in ENFORCING and past and _is_wished(text, sentence, trigger):
        return "supposed"
    if kind in ENFORCING and _is_supposed(text, sentence, clause, trigger, past=past):
        return "supposed"
    return "asked" if _is_asked(text, sentence, trigger) else ""


def is_no_enforcement(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether all the enforcement that a sentence names is denied: "called reports of a raid false", "were not ICE"."""
    return is_only_denied(text, sentence, trigger, [t for t in find_triggers(text, sentence) if t.kind in ENFORCING])


def _is_wished(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether an act was only wished: "considered raiding", "hoped to arrest", not "hoped to arrest 200 and got 12"."""
    wish, outcome = _wishing()
    left = max(sentence[0], trigger.start - _REACH)
    return bool(wish.search(text, left, trigger.start)) and not outcome.search(text, trigger.end, sentence[1])


@cache
def _wishing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _sources()
    return (
        re.compile(
            rf"\b(?:{words['wished']})\s+(?:(?:an?|the|another|more|further|new|[a-z]+ly)\s+){{0,2}}$", re.IGNORECASE
        ),
        re.compile(rf"\b(?:and|but|yet)\s+(?:[a-z]+\s+)?(?:{words['outcomes']})\s+(?:only\s+|just\s+)?[\w]+"),
    )


def _is_asked(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether a sentence asks if an act was: "Did agents arrest nine on Monday?", not "Did you know that they did?".

    A question that is a line of its own is a heading: what is below answers it.
    """
    start, end = sentence
    dateline = _DATELINE.match(text, start, end)
    question = text[start:end].rstrip("\"”’' ").endswith("?") and trigger.is_verb
    if not question or not _asking().match(text, dateline.end() if dateline else start, end):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : end + len(text[end:].partition("\n")[0])]
    return bool(dateline) or line.strip("*#_ QA:") != text[start:end].strip("*#_ QA:")


def _is_supposed(text: str, sentence: Span, clause: Span, trigger: Trigger, *, past: bool) -> bool:
    """Whether the clause of an act is a condition: "If agents raid the plant on Monday, ...".

    What is past is supposed only against the facts: "If they had raided the plant, many would have fled".
    """
    if past and not (_had().search(text, clause[0], trigger.start) and _unreal().search(text, *sentence)):
        return False
    if past and _HAD_THEY.match(text, clause[0], trigger.start):
        return True
    words = lexicon.load("negation")["conditions"]["words"]
    found = compile_words(words).search(text, max(clause[0], trigger.start - _REACH), trigger.start)
    if not found or "," in text[found.end() : trigger.start]:
        return False  # "If they come, agents will raid"
    return not _LETTERS.search(text, clause[0], found.start())
