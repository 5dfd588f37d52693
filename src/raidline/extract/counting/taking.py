"""People taken somewhere, "loaded nine men onto buses", and those who take them, "700 officers fanned out"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.counting.governing import is_taker
from raidline.extract.text.numbers import Number, alternatives
from raidline.extract.text.sentences import Span

_BEFORE = 40  # characters before a number
_LAST_DAY = 31
_PASSIVE = r"(?:were|was|are|being|been)\s+(?:[a-z]+ly\s+)?"
_WHICH = r"(?:(?:an?|the|its|their|two|three|four|several|some|waiting)\s+)?(?:[\w-]+\s+){0,3}?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    taken, months = data["taken"], [month for month in data["months"] if not month.endswith(".")]
    vehicles, bonds, jails, worksites, premises = (
        alternatives(taken[name]) for name in ("vehicles", "bonds", "jails", "worksites", "premises")
    )
    takers = alternatives([*data["governed"]["takers"], *data["who_took_them"]])
    anyone = (
        rf"(?:out|off|away|outside|back)?\s*(?:in(?:to)?\s+(?:[\w-]+\s+)?(?:{bonds}|custody)"
        rf"|(?:in|into|on|onto|aboard|to)\s+{_WHICH}(?:{vehicles})|to\s+{_WHICH}(?:{jails}))\b"
    )
    people = rf"(?:{anyone}|away\b(?!\s+from\b)|off\s+(?:an?|the|their)\s+(?:[a-z]+\s+){{0,2}}?(?:{worksites})\b)"
    taking = rf"{_PASSIVE}(?P<verb>{alternatives(taken['passives'])})"
    any_noun = r"(?:\s+[a-z]+(?:-[a-z]+)*)?\s+[a-z]+s"
    return {
        "take": re.compile(rf"\b(?P<verb>{alternatives(taken['verbs'])})\s+$", re.IGNORECASE),
        "people": re.compile(rf"\s+{people}", re.IGNORECASE),
        "from premises": re.compile(
            rf"\s+(?:from|out\s+of)\s+(?:an?|the|their|its|one|two|three|several)\s+(?:[\w-]+\s+){{0,3}}?(?:{premises})\b",
            re.IGNORECASE,
        ),
        "taker": re.compile(rf"\b(?:{takers})\s+(?:[^,;.\s]+\s+){{0,4}}$", re.IGNORECASE),
        "anyone": re.compile(rf"{any_noun}\s+{anyone}", re.IGNORECASE),
        "anyone taken": re.compile(rf"{any_noun}\s+{taking}\s+{anyone}", re.IGNORECASE),
        "people taken": re.compile(rf"\s+{taking}\s+{people}", re.IGNORECASE),
        "takers": re.compile(rf"\s+(?:[a-z]+\s+)?(?:{alternatives(data['governed']['takers'])})\b", re.IGNORECASE),
        "deployed": re.compile(
            rf"\s+(?:(?!(?:and|but|who|that|to|not|never)\b)[\w’'-]+\s+){{0,6}}?(?P<verb>{alternatives(data['deployed'])})\b",
            re.IGNORECASE,
        ),
        "deploying": re.compile(rf"\b(?P<verb>{alternatives(data['deploying'])})\s+$", re.IGNORECASE),
        "month": re.compile(rf"\s+(?:{alternatives(months)})\b"),
    }


def is_day(text: str, number: Number) -> bool:
    """Whether a number is the day of a date: "on 3 March protesters came"."""
    low = number.count.low
    if not low or low > _LAST_DAY or not text[number.start].isdigit():
        return False
    return bool(_patterns()["month"].match(text, number.end))


def taken_away(text: str, span: Span, counted: Span, noun: str) -> int | None:
    """Return where a stretch of text says that the people counted were taken somewhere against their will.

    `counted` includes the noun if it is one for people. Any other noun needs more: computers are taken away, too, but
    not led out in handcuffs.
    """
    patterns = _patterns()
    whom = "people" if noun else "anyone"
    if passive := patterns[f"{whom} taken"].match(text, counted[1], span[1]):
        return passive.start("verb")
    take = patterns["take"].search(text, max(span[0], counted[0] - _BEFORE), counted[0])
    if not take:
        return None
    from_premises = noun and patterns["from premises"].match(text, counted[1], span[1])
    by_takers = from_premises and patterns["taker"].search(text, span[0], take.start("verb"))
    return take.start("verb") if by_takers or patterns[whom].match(text, counted[1], span[1]) else None


def at_work(text: str, span: Span, counted: Span, noun: str) -> int | None:
    """Return where a stretch of text says that the officers counted took part in an operation."""
    patterns, end = _patterns(), counted[1]
    if not noun and (takers := patterns["takers"].match(text, end, span[1])):
        end = takers.end()
    elif not is_taker(noun):
        return None
    found = patterns["deploying"].search(text, max(span[0], counted[0] - _BEFORE), counted[0])
    found = found or patterns["deployed"].match(text, end, span[1])
    return found.start("verb") if found else None
