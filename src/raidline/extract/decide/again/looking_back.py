"""What surely tells of an act that was told before: the vague month of a deed, and "the raid" after a raid."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.decide.again.named_by_day import is_named_by_day
from raidline.extract.decide.again.speaking import says_on
from raidline.extract.decide.drafts import Draft, Telling
from raidline.lexicon.patterns import words_source
from raidline.models import Kind

DEEDS = {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST}
_WEEK, _MONTH = 7, 31  # days
_SHORTLY = 3  # sentences
_HOUR = re.compile(r"\d|\bnoon\b|\bmidnight\b|\bdawn\b", re.IGNORECASE)
_DAY = re.compile(r"[a-z]day\b|\b[A-Z][a-z]+\.?\s\d{1,2}(?![\d:]|\s?[ap]\.?m\b)|\byesterday\b|\btonight\b")
_ANOTHER = re.compile(
    r"\b(?:another|other|others|separate|second|third|more|several|again|also|later)\b", re.IGNORECASE
)


def looks_back(telling: Telling, other: Telling) -> bool:
    """Whether a report surely tells of the act of another one, which may be compared with it."""
    return (
        is_vaguer(telling, other)
        or takes_up(telling, other)
        or says_on(telling, other)
        or is_named_by_day(telling, other)
        or is_named_by_day(other, telling)
        or points_to(telling, other)
        or is_hour_of(telling, other)
        or is_hour_of(other, telling)
    )


def is_vaguer(telling: Telling, other: Telling) -> bool:
    """Whether a deed told of a month at most is one that is told of some of its days: "the raids in Reno this May".

    Both are of one kind and one town or county; numbers of its own, or "another", would tell it apart.
    """
    (first, last), (other_first, other_last) = telling.date.bounds(), other.date.bounds()
    wide = (last - first).days
    within = first <= other_first and other_last <= last and (other_last - other_first).days < wide
    kinds = {one.draft.happening.kind for one in (telling, other)}
    return (
        within
        and _WEEK < wide <= _MONTH
        and len(kinds) == 1
        and kinds <= DEEDS
        and telling.places[:1] == other.places[:1]
        and any(place.is_local for place in telling.places[:1])
        and not telling.counts
        and not _ANOTHER.search(telling.draft.clause)
    )


def takes_up(telling: Telling, other: Telling) -> bool:
    """Whether one of two reports of one day begins with the act as a known one, which the other told before it.

    "The lawsuit, filed Monday, names ..." after "They sued on Monday", "Monday's raid" after "They raided it Monday": a
    paper seldom tells of two such acts of a day.
    """
    earlier, later = sorted((telling.draft, other.draft), key=lambda draft: draft.happening.timex.start)
    if telling.date != other.date or earlier.breadth != "day" or earlier.sentence == later.sentence:
        return False
    acts = _taken_up(later.quote) | _owned(later)
    return not acts.isdisjoint(_acts_in(earlier.quote)) and not _ANOTHER.search(later.clause)


def _is_hour(telling: Telling) -> bool:
    """Whether a report is dated by an hour alone, of a day that was named before: "at 9 p.m.", not "Monday at 9"."""
    timex = telling.draft.happening.timex
    return timex.type == "TIME" and bool(_HOUR.search(timex.text)) and not _DAY.search(timex.text)


def is_hour_of(telling: Telling, other: Telling) -> bool:
    """Whether a report only tells of an hour of a deed that the other one told of shortly before.

    "At 9 p.m. the crowd moved on" after "Hundreds marched on Sunday": an hour with a day, a number or another act of
    its own is told for itself.
    """
    deed, hour = other.draft.happening, telling.draft.happening
    near = 0 < telling.draft.number - other.draft.number <= _SHORTLY
    same_day = telling.date.bounds() == other.date.bounds()
    if not near or not same_day or not _is_hour(telling) or deed.kind not in DEEDS:
        return False
    if _ANOTHER.search(telling.draft.clause):
        return False
    told = telling.draft.article.text[hour.timex.end : hour.trigger.start]
    attributed = hour.trigger.role == "say" and "," in told  # "At 9 a.m. vans came, workers said"
    return (attributed or hour.kind in {deed.kind, Kind.OTHER}) and not telling.counts


def points_to(telling: Telling, other: Telling) -> bool:
    """Whether a report only points to a deed of its day that the other tells of: "those taken Monday"."""
    deed, timex = other.draft.happening, telling.draft.happening.timex
    if telling.date != other.date or deed.kind not in DEEDS or telling.draft.sentence == other.draft.sentence:
        return False
    return bool(_pointing().search(telling.draft.article.text, telling.draft.sentence[0], timex.start))


@cache
def _pointing() -> re.Pattern[str]:
    words = {name: words_source(listed) for name, listed in lexicon.load("scenes_again").items()}
    return re.compile(
        rf"\b(?:[Tt]hose\s+(?:who\s+(?:was|were)\s+)?{words['taken']}|{words['pictures']}\s+{words['made']}|{words['taken']}\s+since)"
        r"(?:\s+(?:there|here|on|in|early|late))*\s+$",
        re.IGNORECASE,
    )


def _owned(draft: Draft) -> frozenset[str]:
    """Return what the act may have been told as that a day owns: "Monday's raid"."""
    text, timex = draft.article.text, draft.happening.timex
    owned = timex.text.endswith(("'s", "’s")) or text.startswith(("'s", "’s"), timex.end)
    named = timex.text != timex.text.lower()  # not "today's raids"
    noun = _of_the_day().match(text, timex.end) if owned and named else None
    return _named()[noun["act"]] if noun else frozenset()


@lru_cache(256)  # each report is compared with many
def _taken_up(quote: str) -> frozenset[str]:
    """Return what the act that a sentence begins with as a known one may have been told as."""
    found = _beginning().match(quote)
    act = " ".join(found["act"].split()) if found else ""
    return _named().get(act, frozenset())  # capitalised, it is a month or a name: "the March 3 walkout"


@lru_cache(256)
def _acts_in(quote: str) -> frozenset[str]:
    told = (_told().get(word) for word in re.findall(r"[a-z]+", quote.lower()))
    return frozenset(act for act in told if act)


@cache
def _beginning() -> re.Pattern[str]:
    known = r"(?:The|That|This|Those|These|In\s+(?:the|that|his|her|its|their)|[A-Z][a-z]+day[’']s)"
    return re.compile(rf"{known}\s(?:[a-z-]+\s){{0,2}}?(?P<act>{words_source(_named())})(?=[\s,;])")


@cache
def _of_the_day() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+(?:[a-z-]+\s){{0,2}}?(?P<act>{words_source(_named())})(?![\w-])")


@cache
def _named() -> dict[str, frozenset[str]]:
    rows = lexicon.load("act_nouns")
    return {word: frozenset((row["name"], *row.get("also", ()))) for row in rows for word in row["words"]}


@cache
def _told() -> dict[str, str]:
    return {word: row["name"] for row in lexicon.load("same_acts") for word in row["words"]}
