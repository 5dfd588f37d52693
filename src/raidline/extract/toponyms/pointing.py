"""Words that point at a place: "a judge here", "the plant there", "across the state"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.lexicon.patterns import as_listed, words_source
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction

KINDS_OF = {"state": "state", "county": "county", "city": "place", "town": "place"}
IN_THE = re.compile(
    r"\b(?:in|across|throughout|around|of) the (?P<what>state|county|city|town)\b|\b(?P<all>state|county|city)wide"
    r"(?=[.,;:]|\s(?:[“\"]|(?:in|on|since|last|this|by|and|as|after|during|from|for|to)\b))"  # not "a statewide ban"
)
_THERE = re.compile(
    r"(?<=[a-z0-9] )there\b(?!['’]s|\s(?:is|are|was|were|has|have|had|be|been|[wc]ould|will|may|can)\b)"
)
_HERE = re.compile(
    r"\bHere,\s|\b(?P<word>[A-Za-z][a-z]*)\shere"
    r"(?=[,.]|\s(?:on|last|this|early|late|earlier|said|was|were|has|have|[a-z]{3,}ed)\b)"
)
_FARTHEST = 30  # mentions
_REACH = 60  # characters beside a name that tell what is there
_JUDGE = "judge"
_JUDGE_NAMED = r"\bJudge(?:\s[A-Z][\w.’'-]*){1,3}"
_FEDERAL = re.compile(r"\b(?:[Ff]ederal\s(?:court|judge|magistrate|jury)|U\.S\.\s(?:District|Magistrate))")
_OF_A_DISTRICT = r"\sfor\sthe\s(?:\w+\s)?[Dd]istrict\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?"
_LOCATED = re.compile(
    r"'(?:in|at|near|outside|inside|around|across|throughout)\b|a jail of|a crossing at", re.IGNORECASE
)


def here(text: str, start: int, end: int) -> int | None:
    """Return where a text says "here" of the town of a report, not of the country as in "people who came here"."""
    match = _HERE.search(text, start, end)
    return match.start() if match and match["word"] not in placewords.words("in_this_country") else None


def filed(mentions: Sequence[PlaceMention], position: int, home: Jurisdiction | None) -> Jurisdiction | None:
    """Return the town or county of the dateline before a position, or else the home of the paper; None for a state."""
    places = [m.jurisdiction for m in mentions if m.start < position and m.how.startswith(DATELINE)]
    place = places[-1] if places else home
    return place if place and place.is_local else None


def there(text: str, start: int, end: int) -> int | None:
    """Return where a stretch of text says "there" of a place."""
    match = _THERE.search(text, start, end)
    return match.start() if match else None


def meant_by_there(before: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return which of the places named before "there" it means: the last, or the last local one in its state.

    In "in Travis County, the largest in Texas" it never means the state.
    """
    named = [m for m in before if m.role != "affiliation"]
    state = named[-1].jurisdiction.state if named and named[-1].jurisdiction else ""
    local = [m for m in named if m.jurisdiction and m.jurisdiction.state == state and m.jurisdiction.kind != "state"]
    return next(iter((local or named)[-1:]), None)


def site(text: str, span: Span) -> tuple[str, str] | None:
    """Return what a stretch of text calls "the jail" or "his cell", with its kind; None without such words."""
    match = _pointer().search(text, *span)
    return (match[0], _kind(match["site"] or match["actor"] or _JUDGE)) if match else None


def names_a_site(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text speaks of "the shelter", which "there" behind it means."""
    return _the_site().search(text, start, end) is not None


def place_of_site(
    kind: str, text: str, before: Sequence[PlaceMention], *, federal: bool = False
) -> PlaceMention | None:
    """Return the last of some mentions beside which a site of a kind is named: "Kern County Jail", "a jail in Reno".

    Of several courts that is a `federal` one, if asked for and if the text names any.
    """
    told = [
        m for m in before[-_FARTHEST:] if m.jurisdiction and m.role != "affiliation" and kind in _kinds_beside(text, m)
    ]
    of_the_nation = [m for m in told if federal and _FEDERAL.search(text, max(0, m.start - _REACH), m.end)]
    return next(iter((of_the_nation or told)[-1:]), None)


def is_federal(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text speaks of a federal judge or court."""
    return _FEDERAL.search(text, start, end) is not None


def _kinds_beside(text: str, mention: PlaceMention) -> set[str]:
    left = _before().search(text[max(0, mention.start - _REACH) : mention.start])
    right = _behind().match(text, mention.end)
    inside = _inside().search(mention.text)
    return {_kind(match["site"]) for match in (left, right, inside) if match}


@cache
def _sites() -> dict[str, str]:
    """Return the kind of each word for a site."""
    return {word: kind for kind, words in lexicon.load("sites")["kinds"].items() for word in words}


def _kind(word: str) -> str:
    return _sites()[as_listed(word)]


@cache
def _any() -> str:
    return rf"(?P<site>{words_source(_sites())})"


@cache
def _pointer() -> re.Pattern[str]:
    """Match "at the jail", "inside the detention center", "in his cell", not "at the jail in Reno"."""
    where, by = (words_source(lexicon.load("sites")[key]) for key in ("at", "by"))
    told = rf"{where}\s(?:the|his|her|their)\s(?:[a-z]+\s)?{_any()}|\b[Tt]he\s(?:federal\s)?(?P<actor>{by})"
    named = rf"{_JUDGE_NAMED}(?!\s[A-Z])"
    return re.compile(rf"(?:{told}|{named})(?!['’]|,?\s(?:in|of|near|at|outside)\s)")


@cache
def _the_site() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he\s(?:[a-z]+\s)?{_any()}\b")


@cache
def _before() -> re.Pattern[str]:
    between = rf"(?:\s\w+|{_OF_A_DISTRICT}|(?:\s[A-Z][\w.’'-]*){{2,3}},?)?"
    return re.compile(rf"(?i:{_any()}){between}\s(?:in|of|near|outside|at)\s(?:\w+\s)?$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s(?:[A-Z][\w-]+\s){{0,3}}(?:[a-z]+\s)?(?i:{_any()})")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_any()})$")


def scenes_beyond_dateline(mentions: Sequence[PlaceMention]) -> tuple[Jurisdiction, ...]:
    """Return the scenes among the mentions of a passage if these are not those of its dateline, else ().

    "DENVER - Agents raided homes in Colorado" happened in Denver, as far as it tells.
    """
    filed = {m.jurisdiction for m in mentions if m.jurisdiction and m.how.startswith(DATELINE)}
    if not filed:  # spares time
        return ()
    located = (m.jurisdiction for m in mentions if m.jurisdiction and m.role == "scene" and _LOCATED.match(m.how))
    scenes = [place for place in dict.fromkeys(located) if place not in filed]
    return () if all(any(within(town, place) for town in filed) for place in scenes) else tuple(scenes)
