"""Counts: how many people or things an event touched, hedged as the report hedges them."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed

_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6}"


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str]]:
    """Return the expression for a counted noun, noun -> key, the expression for a verb, verb -> key."""
    data = lexicon.load("counting")
    nouns = {noun: key for key, words in data["nouns"].items() for noun in words}
    people = dict.fromkeys(data["people"], "people")
    verbs = {verb: key for key, words in data["done_to"].items() for verb in words}
    counted = re.compile(
        rf"(?<![\w$£€.,/-])(?:(?P<hedge>{_alternatives(list(data['qualifiers']))})\s+)?"
        rf"(?P<number>{_DIGITS}|{_alternatives(list(data['numerals']))})(?![\w%-]|[.,:/]\d)"
        r"(?:\s+of)?(?:\s+(?:the|its|those|[a-z]+(?:-[a-z]+)?)){0,3}?"
        rf"\s+(?P<noun>{_alternatives([*nouns, *people])})\b",
        re.IGNORECASE,
    )
    return counted, nouns | people, re.compile(rf"\b(?:{_alternatives(list(verbs))})\b", re.IGNORECASE), verbs


def _is_day(text: str, at: int) -> bool:
    """Whether the name of a month stands right before a figure."""
    before = text[max(0, at - 12) : at].split()
    return bool(before) and before[-1] in lexicon.load("counting")["months"]


def find_counts(text: str, span: Span) -> dict[str, Count]:
    """Return what is counted in a stretch of text: {"arrested": at least 51}; the first count of a key stands."""
    counted, keys, verb, verb_keys = _pattern()
    data = lexicon.load("counting")
    found: dict[str, Count] = {}
    for match in counted.finditer(text, *span):
        key = keys[as_listed(match["noun"])]
        if key == "people":
            before = list(verb.finditer(text, max(span[0], match.start() - 30), match.start()))
            after = verb.search(text, match.end(), min(span[1], match.end() + 45))
            done = before[-1] if before else after
            if not done:
                continue
            key = verb_keys[as_listed(done[0])]
        number = as_listed(match["number"])
        if not match["hedge"] and (_YEAR.fullmatch(number) or _is_day(text, match.start())):
            continue
        number = data["numerals"].get(number, number)
        hedge = data["qualifiers"].get(as_listed(match["hedge"] or ""), "")
        found.setdefault(key, Count.parse(f"{hedge} {number}".strip()))
    return found
