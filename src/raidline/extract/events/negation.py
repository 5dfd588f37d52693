"""Negation: whether the text says that an act did not happen, or only asks or supposes that it did."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import compile_words
from raidline.models import Kind

_DATELINE = re.compile(r"[A-Z][^?—–]{2,40}\s[—–]\s")
_ENFORCING = {Kind.OPERATION, Kind.INCIDENT}
_LETTERS = re.compile(r"\w")
_HAD_THEY = re.compile(r"Had\s+(?:[\w.’'-]+\s+){1,4}?")
_REACH = 80  # characters before the words for the act


@cache
def _sources() -> dict[str, str]:
    """Return an expression for the words of each list of the lexicon."""
    return {name: words_source(row["words"]) for name, row in lexicon.load("negation").items()}


@cache
def _before() -> re.Pattern[str]:
    """Return what comes right before an act that did not happen: a denial of its verb, subject, noun or claim."""
    words = _sources()
    adverb = r"(?:(?!only\b)[a-z]+ly\s+)?"
    be = r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+"
    return re.compile(
        rf"(?:\b(?:{words['verbs']}|{words['unreal']}|\w+n['’]t)\s+(?:been\s+)?{adverb}"
        rf"|\b(?:{words['subjects']}|[Nn]o\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)\s+(?:of\s+(?:\w+\s+){{1,2}})?{be}{adverb}"
        rf"|\b(?:{words['nouns']}|n['’]t\s+any)\s+(?:[\w-]+\s+){{0,2}}?"
        rf"|\b(?:no|nor\s+any|without\s+any)\s+{words['traces']}\s+(?:of|that|about)\s+(?:[\w.’'-]+\s+){{0,3}}?"
        rf"|(?:\b(?:not|never)|n['’]t)\s+{words['carry out']}\s+(?:(?:any|an?|the|its|their)\s+)?(?:[\w-]+\s+){{0,2}}?"
        rf"|\b(?:{words['short of']})\s+(?:been\s+|be\s+|being\s+)?"
        r"|\bneither\s[^.;:]{1,60}?\snor\s+(?:[\w.’'-]+\s+){1,4}?"
        rf"|\b{words['denials']}\s+(?:that\s+)?(?:(?:[\w.’'-]+\s+){{1,3}}?(?:had|has|have|ever)?\s*)?)$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Return what comes behind an act that did not happen: "arrested nobody", "the raid never happened"."""
    words = _sources()
    never = r"(?:[^.;:,“”]{0,48}?[\s,])??(?:never|(?:did|does|do)\s+not|(?:did|does|do)n['’]t)\s+(?:really\s+)?"
    happened = rf"{words['happen']}(?!\s+(?:until|till|without|because|by|overnight)\b)"
    return re.compile(rf"\s+(?:{words['nobody']}|{never}{happened})", re.IGNORECASE)


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


@cache
def _untrue() -> re.Pattern[str]:
    words, be = _sources(), r"(?:was|were|is|are|as|proved|proven|turned\s+out)\s+(?:to\s+be\s+)?"
    return re.compile(
        rf"\b{words['rumors']}\b.*\b{be}(?:\w+\s+)?{words['untrue']}|{words['alarms']}\s+(?:in|at|near|about|over|of)\b",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _false_word() -> re.Pattern[str]:
    """Return a rumor that is called untrue, right before what it tells: "a false rumor said agents had arrested"."""
    words = _sources()
    return re.compile(
        rf"\b{words['untrue']}\s+(?:[\w-]+\s+){{0,2}}?{words['rumors']}\s+(?:[\w-]+\s+){{0,3}}?{words['telling']}\s[^,;:]*$",
        re.IGNORECASE,
    )


def unreal(passage: ParsedSentence, sentence: Span, trigger: Trigger, kind: Kind, *, past: bool) -> str:
    """Return whether an act is "denied", "supposed" or "asked" after; "" if it is told as one that was or will be.

    Only enforcement is read as denied or supposed: who did not pass a bill has acted, too.
    A condition of what is `past` is none: "it is unclear if they came with the raid of 2015".
    """
    text, clause = passage.text, passage.clauses[passage.index(trigger.start)]
    if kind in _ENFORCING and _is_denied(text, sentence, trigger):
        return "denied"
    if kind in _ENFORCING and past and _is_wished(text, sentence, trigger):
        return "supposed"
    if kind in _ENFORCING and _is_supposed(text, sentence, clause, trigger, past=past):
        return "supposed"
    return "asked" if _is_asked(text, sentence, trigger) else ""


def _is_denied(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether a sentence denies an act: "did not arrest", "would have arrested", "rumors of a raid were false"."""
    left = max(sentence[0], trigger.start - _REACH)
    return bool(
        _before().search(text, left, trigger.start)
        or _behind().match(text, trigger.end, sentence[1])
        or _untrue().search(text, *sentence)
        or _false_word().search(text, sentence[0], trigger.start)
    )


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
