"""Who does what a verb near a number says, and to whom: those counted, or others."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.counting.context.verbs import verb_keys
from raidline.extract.text.numbers import find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

_BEFORE = 80  # characters before a verb or a number
_TAKEN = {"arrested", "detained", "deported", "released", "charged", "hurt"}  # done by some to others


def is_taker(noun: str) -> bool:
    """Whether a noun names those who take others into custody."""
    return noun in lexicon.load("counting")["governed"]["takers"]


def tells_of_others(text: str, span: Span, verb: re.Match[str]) -> bool:
    """Whether a verb names a topic or other people: "about the arrests", "for those arrested"."""
    patterns, before = _patterns(), (max(span[0], verb.start() - _BEFORE), verb.start())
    topic = patterns["act"].match(text, verb.start()) and patterns["topic"].search(text, *before)
    return bool(topic or patterns["those"].search(text, *before))


def is_done_to_others_named(text: str, counted: Span, verb: re.Match[str]) -> bool:
    """Whether a verb behind a number is about people named since: "two hundred people spoke of neighbors deported"."""
    return bool(_patterns()["others"].search(text, max(counted[1], verb.start() - _BEFORE), verb.start()))


def is_done_by_them(text: str, span: Span, verb: re.Match[str], key: str, noun: str) -> bool:
    """Whether the people before a verb do what it says: "officers who arrest people", "12 officers arrested a man".

    `noun` is what they are called: "met 12 cooks and arrested them" has 12 arrested, of officers none.
    """
    patterns, before = _patterns(), (max(span[0], verb.start() - _BEFORE), verb.start())
    if not is_taker(noun) and patterns["and_them"].fullmatch(text, before[1] - len("and "), verb.end() + len(" them")):
        return False
    if key not in _TAKEN or patterns["passive"].search(text, *before):
        return False
    if is_taker(noun) and patterns["named"].match(text, verb.end(), span[1]):
        return True
    return bool(patterns["who"].search(text, *before) or patterns["object"].match(text, verb.end(), span[1]))


def leads_others(text: str, span: Span, end: int) -> bool:
    """Whether those counted before `end` lead or joined others who are counted: "six priests led 80 people"."""
    if not (led := _patterns()["leads"].match(text, end, span[1])):
        return False
    return any(number.start == led.end() for number in find_numbers(text, (led.end(), span[1])))


def acts_on_others(text: str, span: Span, start: int, end: int) -> bool:
    """Whether a verb behind a number has an object: "agents in 12 vans arrested a man" holds no twelve."""
    patterns = _patterns()
    return not patterns["passive"].search(text, max(span[0], start - _BEFORE), start) and bool(
        patterns["object"].match(text, end, span[1])
    )


def begins_a_clause(text: str, span: Span, start: int, noun: str) -> bool:
    """Whether a number begins a clause of its own: "300 people came, and nine were arrested"."""
    form = "clause" if noun else "alone"  # nobody lists "nine cooks and four"
    return bool(_patterns()[form].search(text, max(span[0], start - _BEFORE), start))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    words = {name: alternatives(listed) for name, listed in lexicon.load("counting_grammar").items()}
    governed = {name: alternatives(listed) for name, listed in data["governed"].items()}
    people = alternatives([*data["people"], *data["governed"]["the_people"]])
    verbs, numerals = alternatives(verb_keys()), alternatives([*data["numerals"]])
    passive = rf"(?:{words['passives']})\s+(?:[a-z]+ly\s+)?"
    their = rf"(?:{words['determiners']}|[a-z]+[’']s?)\s+"
    no_time = rf"(?!(?:(?:[a-z]+|\d+)\s+){{1,2}}(?:{alternatives(data['measures'])}|{words['times']})\b)"
    any_people = rf"(?:(?!(?:{words['clauses']}|{words['no_objects']})\b)[a-z]+\s+)?(?:{people})"
    opener, joined_opener = words["clause_openers"], f"{words['joined_openers']}|{words['clause_openers']}"
    return {
        "act": re.compile(rf"(?:{words['acts']})\b(?!\s+of\b)", re.IGNORECASE),
        "topic": re.compile(rf"\b(?:{governed['topics']})\s+(?:all\s+)?{their}(?:[\w’'-]+\s+){{0,2}}$", re.IGNORECASE),
        "those": re.compile(
            rf"\b(?:{governed['for_them']})\s+(?:all\s+)?(?:(?:the|of|those|these)\s+){{0,2}}(?:{people}|those)\s+"
            rf"(?:who\s+)?(?:(?:had|have)\s+)?(?:{passive})?(?:recently\s+|just\s+)?$",
            re.IGNORECASE,
        ),
        "others": re.compile(
            rf"\b(?:{words['others_named']}|[a-z]+ing|[a-z]+ed)\s+(?:the\s+|their\s+)?(?!(?:{governed['takers']})\b)(?:{people})\s+$"
            rf"|\b(?:those|the\s+(?:{people}))\s+(?:who\s+(?:{passive})?)?$",
            re.IGNORECASE,
        ),
        "leads": re.compile(
            rf"(?:\s+[a-z]+ly)?\s+(?:{governed['led']})\s+(?:an?\s+(?:[a-z]+\s+)?of\s+)?", re.IGNORECASE
        ),
        "and_them": re.compile(r"and\s.*\sthem", re.IGNORECASE),
        "passive": re.compile(rf"\b{passive}$", re.IGNORECASE),
        "who": re.compile(rf"\b(?:who|that)\s+(?:(?:{words['do_as_a_rule']})\s+){{0,2}}$", re.IGNORECASE),
        "object": re.compile(
            rf"(?:\s+and\s+(?:{verbs}))?\s+{no_time}(?:{words['objects']}|\d[\d,]*|{numerals}|{any_people})\b",
            re.IGNORECASE,
        ),
        "named": re.compile(  # "four officers arrested Ana Vale", not "four officers arrested Monday"
            rf"\s+(?!(?:[A-Z][a-z]+day|{alternatives(data['months'])})\b)[A-Z]"
        ),
        "alone": re.compile(rf"(?:[,;—–]\s*|\b(?:{joined_opener})\s+)$", re.IGNORECASE),
        "clause": re.compile(rf"(?:[,;—–]\s*(?:(?:{joined_opener})\s+)?|\b(?:{opener})\s+)$", re.IGNORECASE),
    }
