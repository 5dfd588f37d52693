"""The words around place names, as sets and compiled expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from raidline import lexicon
from raidline.lexicon.patterns import folded, words_source

_LONGEST_WORD = 24  # characters


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of words of `place_words`."""
    return frozenset(lexicon.load("place_words")[key])


def table(key: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """Return a mapping of `place_words`."""
    return lexicon.load("place_words")[key]


def any_of(*keys: str) -> str:
    """Return the text of an expression for any word of some lists."""
    return words_source([word for key in keys for word in table(key)])


def _optional(key: str, most: int) -> str:
    return rf"(?:{any_of(key)}\s+){{0,{most}}}"


@cache
def located(key: str) -> re.Pattern[str]:
    """Match, at the end of the text before a name, a word of place: "in the northern city of "."""
    of_settlement = rf"(?:{any_of('settlements')}\s+of\s+)?"
    article = r"(?!an?\s)" if key == "weakly_locative" else ""  # "to a Texas judge" goes to nobody in Texas
    return re.compile(
        rf"\b{any_of(key)}\s+{article}{_optional('in_between', 3)}{of_settlement}(?:the\s+)?$", re.IGNORECASE
    )


def may_be_located(key: str, left: str) -> bool:
    """Whether the last word of the text before a name lets `located` match; that is said in a tenth of the time."""
    return folded(left.rstrip()[-_LONGEST_WORD:]).endswith(_last_of_located(key))


@cache
def _last_of_located(key: str) -> tuple[str, ...]:
    listed = {form for entry in (*table(key), *table("in_between")) for form in entry.split()[-1].split("/")}
    return ("of", "the", *sorted(folded(form.rpartition("*")[2]) for form in listed))


@cache
def site_behind() -> re.Pattern[str]:
    """Match, after a name, a site in that place, or several schools: " church", " meat plant", " high schools"."""
    sites = lexicon.load("sites")
    those = {word for words in sites["kinds"].values() for word in words} - {*sites["by"]}  # a judge may be anywhere
    schools = [f"{word}s" for word in sites["kinds"]["school"]]  # where pupils of several act together
    return re.compile(rf"\s(?:[a-z]+\s)?{words_source({*those, *schools})}")


@cache
def decision_behind() -> re.Pattern[str]:
    """Match, after a name, an act that only a body can do: "'s decision"."""
    return re.compile(rf"['’]s?\s+{any_of('decisions')}")


@cache
def decided_by() -> re.Pattern[str]:
    """Match, before a name, such an act: "decision by "."""
    return re.compile(rf"{any_of('decisions')}\s+by\s$")


@cache
def office_behind() -> re.Pattern[str]:
    """Match, after a name, the office or body of that place: "'s mayor", " city officials"."""
    return re.compile(rf"(?:['’]s?)?\s+{_optional('office_adjectives', 2)}{any_of('offices')}")


@cache
def office_before() -> re.Pattern[str]:
    """Match, before a name, the office or body of that place: "mayor of ", "City of "."""
    office, body = any_of("offices_of"), any_of("governments_of")
    where = r"(?:the\s+)?(?:(?:city|county|state|town)\s+of\s+)?$"
    # "the Oregon city of Portland" is not a government
    return re.compile(rf"(?:(?i:\b{office})|(?:^\s*|[.,;:(“]\s*|\b[Tt]he\s+|\b(?=[A-Z])){body})\s+of\s+{where}")


@cache
def holder_before() -> re.Pattern[str]:
    """Match, before a name, the holder of an office of that place: "Sheriff Sally Hernandez of "."""
    titles = "|".join(re.escape(t) for t in sorted(words("titles") & words("office_heads") | words("legislators")))
    return re.compile(rf"(?P<title>{titles})(?:\s+[A-ZÀ-Þ][\w.’'-]+){{1,3}}(?:,|\s\([DRI]\))?\s+of\s+(?:the\s+)?$")


@cache
def behind(key: str) -> re.Pattern[str]:
    """Match, right after a name, one of the words of a list."""
    return re.compile(rf"\s+{any_of(key)}(?!['’])")


@cache
def around_state_city_name(state: str, which: str) -> re.Pattern[str]:
    """Match, after "New York" or "Washington", a word that distinguishes the state from the city."""
    return re.compile(rf"(?:['’]s?)?\s+{words_source(table('state_city_names')[state][which])}")


@cache
def before_state_city_name(key: str) -> re.Pattern[str]:
    """Match, before "New York" or "Washington", what only a state or only a city has: "upstate ", "mayor of "."""
    return re.compile(rf"\b{any_of(key)}\s+$", re.IGNORECASE)


def is_double(name: str) -> bool:
    """Whether the name of a place is primarily a surname or a plain word."""
    return name in words("names_first") or name in words("words_first")


def is_one_of(listed: Iterable[str], key: str) -> bool:
    """Whether any word is in a list."""
    return not words(key).isdisjoint(listed)
