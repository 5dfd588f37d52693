"""Words around a name that fit a person better than a thing: enough where lists know one of the name's words."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.privacy.capitals import Run
from raidline.privacy.evidence.wording import any_around

_REACH = 32  # characters before a name, and behind it
_NAMED = re.compile(r"(?::|[|•–—]|\d\.)\s*$|\b(?:name\s+)?(?:is|was|were)\s+$", re.IGNORECASE)
# What people are called by what they do or are: "violinist", "constituent"
_WHO = re.compile(r"\b[A-Za-z]*[a-z](?:ist|ian|er|or|eer|man|woman|person|ant|ent|ee|mate)s?\s+$")
_SAID = re.compile(r"[,?!][”\"’']\s+(?:said|says|asked|recalled|added|cried)\s+$|[”\"]\s+$")


def fits_person(text: str, run: Run) -> bool:
    """Whether what stands beside a name is said of people more than of things."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[run.end : run.end + _REACH]
    return bool(
        (_WHO.search(before) and not _nobody().search(before))
        or _NAMED.search(before)
        or _SAID.search(before)
        or _behind().match(behind)
        or _fits_before().search(before)
        or _fits_behind().match(behind)
    )


def fits_place(text: str, run: Run) -> bool:
    """Whether what stands before a name is said of places and things more than of people: "in", "flown to", "a"."""
    before = text[max(0, run.start - _REACH) : run.start]
    return bool(_where().search(before)) and not _from_somebody().search(before)


@cache
def _from_somebody() -> re.Pattern[str]:
    """Match what comes from people before a name, and not from places: "a letter from"."""
    return re.compile(
        r"\b(?:messages?|letters?|calls?|texts?|notes?|word|heard|hear|statement)\s+from\s+$", re.IGNORECASE
    )


@cache
def _fits_before() -> re.Pattern[str]:
    return re.compile(rf"{words_source(lexicon.load('person_context')['fits_before'])}\s+$", re.IGNORECASE)


@cache
def _fits_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{words_source(lexicon.load('person_context')['fits_behind'])}", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_around('nobody')}|[A-Z]\w+an)s?\s+$")


@cache
def _where() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_around('where')})\s+$|\b(?:{any_around('where_to')})\s+(?:\w+\s+)?to\s+$", re.IGNORECASE
    )


@cache
def _behind() -> re.Pattern[str]:
    age = r"\s+\d{2}(?:,|;|\s+(?:and|was|were)\b|\s*$)"
    more = rf",\s+(?:{any_around('more_of_a_person')}|now\s+\d|of\s+[A-Z]|from\s+[A-Z])"
    owned = rf"['’]s\s+(?:[a-z]+\s+)?(?:{any_around('has')})\b"
    return re.compile(rf"{age}|,\s+(?:{any_around('pictured')})\b|\s*\|\s|\s+\([A-Z]|{more}|{owned}")
