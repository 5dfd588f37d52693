"""People taken somewhere, "loaded nine men onto buses", and those who take them, "700 officers fanned out"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.counting.context.roles import is_taker
from raidline.extract.counting.context.verbs import verb_forms
from raidline.extract.text.numbers import Number
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives
from raidline.places.abroad import country_names
from raidline.places.names import normalise

_BEFORE = 40  # characters before a number
_TOLD_BEFORE = 200  # characters before a sentence in which it is told who "they" are
_FLOWN = 90  # characters from an aircraft to the number of those aboard
_LAST_DAY = 31


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
    for given, to_whom in (("hand over", "to jailers"), ("kept for", "for takers")):
        verb = patterns[given].search(text, *before)
        if verb and patterns[to_whom].match(text, counted[1], span[1]):
            return "detained", verb.start("verb")
    if noun and (flown := _flown_out(text, span, counted)):
        return flown
    if noun and patterns["hidden"].match(text, counted[1], span[1]):
        found = patterns["found"].search(text, *before)
        by_agents = found and patterns["any taker"].search(text, span[0], found.start("verb"))
        return ("detained", found.start("verb")) if found and by_agents else None
    return _left_with(text, span, counted, noun) or _taken_from(text, span, counted, noun)


def _taken_from(text: str, span: Span, counted: Span, noun: str) -> tuple[str, int] | None:
    """Return what was done to those taken from premises or vehicles, into a vehicle, or plainly by agents."""
    patterns, before = _patterns(), (max(span[0], counted[0] - _BEFORE), counted[0])
    whom = "people" if noun else "anyone"
    if not (take := patterns["take"].search(text, *before)):
        return None
    abroad = take["verb"].lower() in lexicon.load("counting")["taken"]["abroad"]
    from_premises = noun and any(
        patterns[form].match(text, counted[1], span[1]) for form in ("from premises", "from vehicles")
    )
    by_takers = from_premises and patterns["taker"].search(text, span[0], take.start("verb"))
    plainly = patterns["plainly"].match(text, counted[1], span[1]) if noun and not abroad else None
    by_takers = by_takers or (plainly and patterns["any taker"].search(text, span[0], take.start("verb")))
    taken = by_takers or patterns[whom].match(text, counted[1], span[1])
    return ("arrested", take.start("verb")) if taken else None


def is_taken(text: str, span: Span, counted: Span) -> bool:
    """Whether agents or an operation take people, or these are led out: "took in some 680", "were hauled out"."""
    patterns, before = _patterns(), (max(span[0], counted[0] - _BEFORE), counted[0])
    if takes := patterns["takes"].search(text, *before):
        who = span[0], takes.start()
        return bool(patterns["any taker"].search(text, *who) or patterns["operation"].search(text, *who))
    return patterns["were taken"].match(text, counted[1], span[1]) is not None


def _left_with(text: str, span: Span, counted: Span, noun: str) -> tuple[str, int] | None:
    """Return what was done to those with whom officers left, or whom they kept of all that they questioned."""
    patterns = _patterns()
    if not noun and not verb_forms()["end"].match(text, counted[1], span[1]):
        return None
    left = patterns["left with"].search(text, max(span[0], counted[0] - _BEFORE), counted[0])
    gone = left or (not noun and patterns["kept"].search(text, span[0], counted[0]))
    if not gone:
        return None
    since, until = span[0], gone.start()
    if not noun and (they := patterns["they"].search(text, span[0], gone.start("verb"))):
        since, until = max(0, span[0] - _TOLD_BEFORE), they.start()  # who they are is told before
    return ("arrested", gone.start("verb")) if patterns["any taker"].search(text, since, until) else None


def _flown_out(text: str, span: Span, counted: Span) -> tuple[str, int] | None:
    """Return what was done to people whom an aircraft brought to a country."""
    patterns = _patterns()
    if bound := patterns["bound for"].search(text, max(span[0], counted[0] - _FLOWN), counted[0]):
        return ("deported", bound.start()) if normalise(bound["country"]) in country_names() else None
    if (sent := patterns["were flown"].match(text, counted[1], span[1])) and normalise(
        sent["country"]
    ) in country_names():
        return "deported", sent.start("verb")
    if aboard := patterns["aircraft with"].search(text, max(span[0], counted[0] - _FLOWN), counted[0]):
        left = patterns["aboard to"].match(text, counted[1], span[1])
        if left and normalise(left["country"]) in country_names():
            return "deported", aboard.start()
    flown = patterns["flown"].search(text, max(span[0], counted[0] - _FLOWN), counted[0])
    if flown and flown["what"]:
        return "deported", flown.start("verb")
    country = flown and patterns["to a country"].match(text, counted[1], span[1])
    if flown and country and normalise(country["country"]) in country_names():
        return "deported", flown.start("verb")
    return None


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


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    words = {name: alternatives(listed) for name, listed in lexicon.load("counting_grammar").items()}
    taken = {name: alternatives(listed) for name, listed in data["taken"].items()}
    months = alternatives([month for month in data["months"] if not month.endswith(".")])
    officers = alternatives(data["governed"]["takers"])
    takers = alternatives([*data["governed"]["takers"], *data["who_took_them"]])
    to_which = rf"(?:(?:{words['which']})\s+)?(?:[\w-]+\s+){{0,3}}?"
    in_bonds = rf"in(?:to)?\s+(?:[\w-]+\s+)?(?:{taken['bonds']}|custody)"
    aboard = rf"(?:in|into|on|onto|aboard|to)\s+{to_which}(?:{taken['vehicles']})"
    anyone = rf"(?:out|off|away|outside|back)?\s*(?:{in_bonds}|{aboard}|to\s+{to_which}(?:{taken['jails']}))\b"
    off_work = rf"(?:off|from)\s+(?:an?|the|their|two|three|several)\s+(?:[a-z]+\s+){{0,2}}?(?:{taken['worksites']})\b"
    people = rf"(?:{anyone}|away\b(?!\s+from\b)|{off_work})"
    passive = rf"(?:{words['taken_passives']})\s+(?:[a-z]+ly\s+)?"
    taking = rf"{passive}(?P<verb>{taken['passives']})"
    any_noun = r"(?:\s+[a-z]+(?:-[a-z]+)*)?\s+[a-z]+s"
    from_premises = (
        rf"(?:from|out\s+of)\s+(?:{words['which_premises']})\s+(?:(?!to\b)[\w-]+\s+){{0,3}}?(?:{taken['premises']})\b"
    )
    from_vehicles = (
        rf"(?:off|from|out\s+of)\s+(?:(?:{words['which']})\s+)?(?:(?!to\b|burning|wrecked|overturned|flooded|sinking)[\w-]+\s+){{0,3}}?"
        rf"(?:{taken['vehicles']})\b"
    )
    with_them = r"out\s+with\s+(?:him|her|them)\b"  # "nineteen others were led out with him"
    led_out = (
        rf"{passive}(?P<verb>{taken['led_out']})\s+(?:{with_them}|{from_premises}(?!\s+to\s+(?:an?|the)\s+hospital))"
    )
    of_them = r"(?:\s+of\s+(?:them|those))?"
    over = r"(?:\s+(?:over|from\s+[^.;:]{1,40}?,?))?"
    to_jailers = rf"\s+to\s+(?:(?:the|a|an)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{takers}|{taken['jails']})\b"
    left = rf"(?P<verb>{taken['left']})(?:\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{taken['premises']}))?"
    on_a_day = r"\s+(?:on\s+)?[A-Z][a-z]+day\b"
    at_work = rf"(?:(?!(?:{words['not_at_work']})\b)[\w’'-]+\s+){{0,6}}?(?P<verb>{alternatives(data['deployed'])})"
    country = r"(?P<country>(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
    return {
        "take": re.compile(rf"\b(?P<verb>{taken['verbs']})\s+$", re.IGNORECASE),
        "takes": re.compile(rf"\b(?:{taken['verbs']}|taken)\s+(?:in\s+|away\s+)?$", re.IGNORECASE),
        "operation": re.compile(r"\b(?:operations?|raids?|sweeps?)\b", re.IGNORECASE),
        "were taken": re.compile(rf"\s+{passive}(?:{taken['led_out']})\s+(?:out|off|away|from)\b", re.IGNORECASE),
        "people": re.compile(rf"\s+{people}", re.IGNORECASE),
        "from premises": re.compile(rf"\s+{from_premises}", re.IGNORECASE),
        "from vehicles": re.compile(rf"\s+{from_vehicles}", re.IGNORECASE),
        "they": re.compile(r"\bthey\s+$", re.IGNORECASE),
        "kept": re.compile(
            rf"\b(?:{taken['checking']})\b[^.;:]*\b(?P<verb>{taken['kept']})\s+(?:only\s+)?$", re.IGNORECASE
        ),
        "kept for": re.compile(r"\b(?P<verb>kept)\s+$"),
        "for takers": re.compile(rf"\s+for\s+(?:{takers})\b"),
        "found": re.compile(rf"\b(?P<verb>{taken['found']})\s+$", re.IGNORECASE),
        "hidden": re.compile(
            rf"\s+(?:[a-z]+ly\s+)?(?:{taken['hidden']}|in(?:side)?\s+(?:an?|the|its)\s+(?:[\w-]+\s+){{0,3}}?(?:{taken['vehicles']}|trailer))\b",
            re.IGNORECASE,
        ),
        "flown": re.compile(
            rf"\b(?P<what>deportation\s+|removal\s+)?(?:{taken['aircraft']})\b[^.;:]*?\b(?P<verb>{taken['flown']})\s+$",
            re.IGNORECASE,
        ),
        "to a country": re.compile(rf"(?:\s+from\s+[^.;:]{{1,60}}?,?)?\s+to\s+{country}"),
        "bound for": re.compile(
            rf"\b(?i:{taken['aircraft']})\s+(?:bound\s+)?(?:to|for)\s+{country}\s+(?:with|carrying|carried|took)\s+$"
        ),
        "aircraft with": re.compile(rf"\b(?i:{taken['aircraft']})\s+(?:with|carrying)\s+(?:[a-z]+\s+)?$"),
        "were flown": re.compile(
            rf"(?:,[^,.;]{{1,60}},)?\s+{passive}(?P<verb>flown|sent|put\s+on\s+an?\s+(?:plane|flight))\b[^.;:]{{0,60}}?\s(?:to|for)\s+{country}"
        ),
        "aboard to": re.compile(rf"\s+(?:aboard|on\s+board)\b[^.;:]{{0,60}}?\s(?:to|for)\s+{country}"),
        "people led out": re.compile(rf"\s+{led_out}", re.IGNORECASE),
        "hand over": re.compile(rf"\b(?P<verb>{taken['handed']})\s+(?:over\s+)?$", re.IGNORECASE),
        "to jailers": re.compile(rf"{of_them}{over}{to_jailers}", re.IGNORECASE),
        "left with": re.compile(rf"\b{left}\s+with\s+(?:[a-z]+\s+)?$", re.IGNORECASE),
        "taker": re.compile(rf"\b(?:{takers})\s+(?:[^,;.\s]+\s+){{0,4}}$", re.IGNORECASE),
        "any taker": re.compile(rf"\b(?:{takers})\b", re.IGNORECASE),
        "plainly": re.compile(rf"\s+(?:{words['plainly']})\b|{on_a_day}|\s*[.;,]"),
        "anyone": re.compile(rf"{any_noun}\s+{anyone}", re.IGNORECASE),
        "anyone taken": re.compile(rf"{any_noun}\s+{taking}\s+{anyone}", re.IGNORECASE),
        "people taken": re.compile(rf"\s+{taking}\s+{people}", re.IGNORECASE),
        "takers": re.compile(rf"\s+(?:[a-z]+\s+)?(?:{officers})\b", re.IGNORECASE),
        "deployed": re.compile(rf"\s+{at_work}\b", re.IGNORECASE),
        "deploying": re.compile(rf"\b(?P<verb>{alternatives(data['deploying'])})\s+$", re.IGNORECASE),
        "month": re.compile(rf"\s+(?:{months})\b"),
    }
