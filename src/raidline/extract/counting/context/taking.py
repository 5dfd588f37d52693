"""People taken somewhere, "loaded nine men onto buses", and those who take them, "700 officers fanned out"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.counting.context.roles import is_taker
from raidline.extract.text.numbers import Number
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

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
    from_premises = (
        r"(?:from|out\s+of)\s+(?:an?|the|their|its|one|two|three|several)\s+"
        rf"(?:(?!to\b)[\w-]+\s+){{0,3}}?(?:{premises})\b"
    )
    return {
        "take": re.compile(rf"\b(?P<verb>{alternatives(taken['verbs'])})\s+$", re.IGNORECASE),
        "people": re.compile(rf"\s+{people}", re.IGNORECASE),
        "from premises": re.compile(rf"\s+{from_premises}", re.IGNORECASE),
        "people led out": re.compile(
            rf"\s+{_PASSIVE}(?P<verb>{alternatives(taken['led_out'])})\s+{from_premises}(?!\s+to\s+(?:an?|the)\s+hospital)",
            re.IGNORECASE,
        ),
        "hand over": re.compile(rf"\b(?P<verb>{alternatives(taken['handed'])})\s+(?:over\s+)?$", re.IGNORECASE),
        "to jailers": re.compile(
            rf"(?:\s+of\s+(?:them|those))?(?:\s+(?:over|from\s+[^.;:]{{1,40}}?,?))?\s+to\s+(?:(?:the|a|an)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{takers}|{jails})\b",
            re.IGNORECASE,
        ),
        "left with": re.compile(
            rf"\b(?P<verb>{alternatives(taken['left'])})(?:\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{premises}))?"
            r"\s+with\s+(?:[a-z]+\s+)?$",
            re.IGNORECASE,
        ),
        "taker": re.compile(rf"\b(?:{takers})\s+(?:[^,;.\s]+\s+){{0,4}}$", re.IGNORECASE),
        "any taker": re.compile(rf"\b(?:{takers})\b", re.IGNORECASE),
        # "took two men as they left"
        "plainly": re.compile(
            r"\s+(?:as|when|while|outside|near|at|in|during|before)\b|\s+(?:on\s+)?[A-Z][a-z]+day\b|\s*[.;,]"
        ),
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


def taken_away(text: str, span: Span, counted: Span, noun: str) -> tuple[str, int] | None:
    """Return what a stretch of text says was done to people taken somewhere against their will, and where it says so.

    They are arrested, or detained if one jailer hands them to another. `counted` includes the noun if it is one for
    people. Any other noun needs more: computers are taken away, too, but not led out in handcuffs.
    """
    patterns, before = _patterns(), (max(span[0], counted[0] - _BEFORE), counted[0])
    whom = "people" if noun else "anyone"
    for form in (f"{whom} taken", "people led out") if noun else (f"{whom} taken",):
        if passive := patterns[form].match(text, counted[1], span[1]):
            return "arrested", passive.start("verb")
    hand = patterns["hand over"].search(text, *before)
    if hand and patterns["to jailers"].match(text, counted[1], span[1]):
        return "detained", hand.start("verb")
    if noun and (left := patterns["left with"].search(text, *before)):
        return ("arrested", left.start("verb")) if patterns["any taker"].search(text, span[0], left.start()) else None
    if not (take := patterns["take"].search(text, *before)):
        return None
    from_premises = noun and patterns["from premises"].match(text, counted[1], span[1])
    by_takers = from_premises and patterns["taker"].search(text, span[0], take.start("verb"))
    plainly = noun and patterns["plainly"].match(text, counted[1], span[1])
    by_takers = by_takers or (plainly and patterns["any taker"].search(text, span[0], take.start("verb")))
    taken = by_takers or patterns[whom].match(text, counted[1], span[1])
    return ("arrested", take.start("verb")) if taken else None


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
