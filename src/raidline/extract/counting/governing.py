"""What governs a number of people: which words beside it tell of a crowd, of others or of those who act."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.numbers import alternatives
from raidline.extract.text.sentences import Span

_BEFORE = 80  # characters before a verb, or before the number that a crowd's verb governs
_TAKEN = {"arrested", "detained", "deported", "released", "charged", "hurt"}  # done by some to others
_PASSIVE = r"(?:were|was|are|is|be|been|being|get|got)\s+(?:[a-z]+ly\s+)?"
_CLAUSES = (
    r"who|whom|that|which|whose|where|when|while|as|and|but|or|if|because|before|after|since|than|were|was|are|is"
)
_NO_OBJECT = rf"{_CLAUSES}|by|in|on|at|from|for|with|during|near|outside|had|have|has"  # "arrested by agents"
_TIMES = ["time", "spring", "summer", "fall", "winter", "morning", "evening"]  # "arrested the same morning"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    verbs = alternatives([verb for words in data["done_to"].values() for verb in words])
    takers = alternatives(data["governed"]["takers"])
    people = alternatives([*data["people"], *data["governed"]["the_people"]])
    return {
        "came": re.compile(
            rf"(?:\s+(?!(?:{_CLAUSES}|{verbs})\b)[\w’'-]+){{0,6}}?\s+(?!(?:{verbs})\b)(?:{alternatives(data['crowds']['came'])})\b",
            re.IGNORECASE,
        ),
        "drawn": re.compile(rf"\b(?:{alternatives(data['crowds']['drawn'])})\s+$", re.IGNORECASE),
        "home": re.compile(
            rf"\b(?:{alternatives(data['crowds']['homes'])})\s+(?:of|with)\s+(?:(?:only|just|some|about|its)\s+)*$",
            re.IGNORECASE,
        ),
        "gathering": re.compile(rf"\b(?:{alternatives(data['crowds']['protests'])})\b[^.;:]*$", re.IGNORECASE),
        "then": re.compile(
            r"[^.;:“”]*?\b(?:and|but|where|when|after|before)\s+(?:(?:they|all|then|later|promptly|themselves)\s+){0,2}"
            rf"(?:{_PASSIVE}(?P<verb>{verbs})|(?P<active>{verbs})\s+them|[a-z]+\s+them\s+(?P<phrase>{verbs}))\b",
            re.IGNORECASE,
        ),
        "topic": re.compile(
            rf"\b(?:{alternatives(data['governed']['topics'])})\s+(?:all\s+)?(?:the|those|these|this|that|his|her|its|their|[a-z]+[’']s?)\s+"
            r"(?:[\w’'-]+\s+){0,2}$",
            re.IGNORECASE,
        ),
        "those": re.compile(
            rf"\b(?:{alternatives(data['governed']['for_them'])})\s+(?:all\s+)?(?:(?:the|of|those|these)\s+){{0,2}}(?:{people}|those)\s+"
            rf"(?:who\s+)?(?:(?:had|have)\s+)?(?:{_PASSIVE})?(?:recently\s+|just\s+)?$",
            re.IGNORECASE,
        ),
        "relatives": re.compile(
            rf"\b(?:of|for|with|about|like|[a-z]+ing|[a-z]+ed)\s+(?:the\s+|their\s+)?(?!(?:{takers})\b)(?:{people})\s+$"
            rf"|\b(?:those|the\s+(?:{people}))\s+(?:who\s+(?:{_PASSIVE})?)?$",
            re.IGNORECASE,
        ),
        "and_them": re.compile(r"and\s.*\sthem", re.IGNORECASE),
        "passive": re.compile(rf"\b{_PASSIVE}$", re.IGNORECASE),
        "who": re.compile(
            r"\b(?:who|that)\s+(?:(?:will|would|can|could|may|must|might|help|helped|regularly|usually)\s+){0,2}$",
            re.IGNORECASE,
        ),
        "object": re.compile(
            rf"(?:\s+and\s+(?:{verbs}))?\s+(?!(?:(?:the|a|an|one|this|that|his|her|their|\d+|[a-z]+)\s+){{1,2}}"
            rf"(?:{alternatives([*data['measures'], *_TIMES])})\b)"
            rf"(?:him|them|the|an?|his|her|their|someone|anyone|\d[\d,]*"
            rf"|(?:{alternatives(list(data['numerals']))})|(?:(?!(?:{_NO_OBJECT})\b)[a-z]+\s+)?(?:{people}))\b",
            re.IGNORECASE,
        ),
        "noun": re.compile(r"(?:arrests?|detentions?|deportations?|removals?|raids?)\b(?!\s+of\b)", re.IGNORECASE),
        "alone": re.compile(r"(?:[,;—–]\s*|\b(?:and|but|while|where|with)\s+)$", re.IGNORECASE),
        "clause": re.compile(
            r"(?:[,;—–]\s*(?:(?:and|but|while|where|with)\s+)?|\b(?:but|while|where)\s+)$", re.IGNORECASE
        ),
    }


def of_a_crowd(text: str, span: Span, counted: Span) -> bool:
    """Whether the verb that governs a number of people says that they came, spoke or were drawn."""
    first = max(span[0], counted[0] - _BEFORE)
    drawn = any(_patterns()[form].search(text, first, counted[0]) for form in ("drawn", "home"))
    return bool(drawn or _patterns()["came"].match(text, counted[1], span[1]))


def drawn_to_a_protest(text: str, span: Span, counted: Span) -> bool:
    """Whether a protest is said to have drawn the people counted: "the vigil drew 90 people"."""
    drawn = _patterns()["drawn"].search(text, max(span[0], counted[0] - _BEFORE), counted[0])
    return bool(drawn and _patterns()["gathering"].search(text, max(span[0], drawn.start() - _BEFORE), drawn.start()))


def then_done(text: str, span: Span, end: int, noun: str) -> Span | None:
    """Return the verb of what was done to people who came: "came for a check-in and were arrested"."""
    then = _patterns()["then"].match(text, end, span[1])
    if not then or (is_taker(noun) and not then["verb"]):  # "12 officers came and arrested them"
        return None
    return then.span(then.lastgroup or 0)


def tells_of_others(text: str, span: Span, verb: re.Match[str]) -> bool:
    """Whether a verb names a topic or other people: "about the arrests", "for those arrested"."""
    patterns, before = _patterns(), (max(span[0], verb.start() - _BEFORE), verb.start())
    topic = patterns["noun"].match(text, verb.start()) and patterns["topic"].search(text, *before)
    return bool(topic or patterns["those"].search(text, *before))


def is_done_to_others_named(text: str, counted: Span, verb: re.Match[str]) -> bool:
    """Whether a verb behind a number is about people named since: "two hundred people spoke of neighbors deported"."""
    return bool(_patterns()["relatives"].search(text, max(counted[1], verb.start() - _BEFORE), verb.start()))


def is_taker(noun: str) -> bool:
    """Whether a noun names those who take others into custody."""
    return noun in lexicon.load("counting")["governed"]["takers"]


def is_done_by_them(text: str, span: Span, verb: re.Match[str], key: str, noun: str) -> bool:
    """Whether the people before a verb do what it says: "officers who arrest people", "12 officers arrested a man".

    `noun` is what they are called: "met 12 cooks and arrested them" has 12 arrested, of officers none.
    """
    patterns, before = _patterns(), (max(span[0], verb.start() - _BEFORE), verb.start())
    if not is_taker(noun) and patterns["and_them"].fullmatch(text, before[1] - len("and "), verb.end() + len(" them")):
        return False
    if key not in _TAKEN or patterns["passive"].search(text, *before):
        return False
    return bool(patterns["who"].search(text, *before) or patterns["object"].match(text, verb.end(), span[1]))


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
