"""Names of both a state and a city, "New York" and "Washington", decided by the words beside them or the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.namesakes import Meanings
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.names import normalise

_BETWEEN = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def settle_state_city_names(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms of an article with one meaning for each "New York" and "Washington".

    If the words beside a name do not decide, the rest of the article does, or else the usual meaning.
    """
    told = [
        _by_its_words(i, toponyms) if _is_state_and_city(toponym) else toponym for i, toponym in enumerate(toponyms)
    ]
    said: set[Meanings] = {toponym.meanings for toponym in told if len(toponym.meanings) == 1}
    return [_by_the_article(toponym, said) if _is_state_and_city(toponym) else toponym for toponym in told]


def _is_state_and_city(toponym: Toponym) -> bool:
    is_bare = normalise(toponym.text) == toponym.key  # not "the county of Washington"
    return is_bare and len(toponym.meanings) > 1 and toponym.text.title() in placewords.table("state_city_names")


def _by_its_words(i: int, toponyms: Sequence[Toponym]) -> Toponym:
    """Read "New York's governor", "upstate New York" and "Oregon, Washington and Idaho" as states."""
    toponym, name = toponyms[i], toponyms[i].text.title()
    state, city = toponym.meanings[:1], toponym.meanings[1:]
    if placewords.around_state_city_name(name, "city_words").match(toponym.right) or placewords.before_state_city_name(
        "before_city"
    ).search(toponym.left):
        return _settled(toponym, city, "the city's")
    if placewords.around_state_city_name(name, "state_words").match(toponym.right) or placewords.before_state_city_name(
        "before_state"
    ).search(toponym.left):
        return _settled(toponym, state, "the state's")
    beside = {toponyms[j].meanings[0].kind for j in (i - 1, i + 1) if _is_listed(toponyms, *sorted((i, j)))}
    if "state" in beside:
        return _settled(toponym, state, "beside another state")
    return _settled(toponym, city, "beside another city") if "place" in beside else toponym


def _is_listed(toponyms: Sequence[Toponym], first: int, second: int) -> bool:
    if first < 0 or second >= len(toponyms):
        return False
    one, other = toponyms[first], toponyms[second]
    return bool(_BETWEEN.fullmatch(one.right[: max(0, other.start - one.end)]))


def _by_the_article(toponym: Toponym, said: set[Meanings]) -> Toponym:
    state, city = toponym.meanings[:1], toponym.meanings[1:]
    if (state in said) != (city in said):
        return _settled(toponym, state if state in said else city, "the article says which elsewhere")
    usual = placewords.table("state_city_names")[toponym.text.title()]["usual"]
    return _settled(toponym, state if usual == "state" else city, f"mostly the {usual}")


def _settled(toponym: Toponym, found: Meanings, why: str) -> Toponym:
    key = f"{toponym.key} {found[0].kind}"  # so that one does not count as a namesake of the other
    return replace(toponym, meanings=found, how=f"{toponym.how}, {why}", strength=Strength.SURE, key=key)
