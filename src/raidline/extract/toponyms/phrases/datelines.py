"""Datelines: the places that an article is filed from, "AUSTIN, Texas (AP) —"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad, names_abroad
from raidline.extract.toponyms.namesakes import Meanings, meanings, prevailing
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.lookup import lookup_at_home
from raidline.places.names import normalise

_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
DATELINE = "the dateline"  # says how such a name was read
_CAPITALS = r"[A-Z][A-Z.’'-]*"
_FILED = (
    rf"[ \t]{{0,9}}(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}})"
    rf"(?:,\s(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}}?))?(?:,\s{_MONTH})?"
    r"\s{0,3}(?P<wire>\([^)\n]{1,40}\))?\s{0,3}(?:—|–|--?|_)\s"
)
_AT_THE_TOP = re.compile(_FILED)
_FURTHER_ON = re.compile(r"(?:\n|\. |! |\? |” |\" )" + _FILED)  # each begins with one sign, found in no time
_ROUNDUP = 2  # other datelines
_SMALL_S = re.compile(r"(?<=['’])S\b")  # str.title produces it from "PRINCE GEORGE'S"


def datelines(text: str) -> Iterator[Toponym | Abroad]:
    """Yield the places an article is filed from: "AUSTIN, Texas (AP) —", which opens a paragraph or follows a title."""
    top = _AT_THE_TOP.match(text)
    filed = [*([top] if top else ()), *_FURTHER_ON.finditer(text, top.end() if top else 0)]
    for match in filed:
        place = _SMALL_S.sub("s", match["place"].title())
        key, abroad = normalise(place), names_abroad().get(normalise(place))
        around = _of_a_roundup(place, [one for one in filed if one is not match]) if abroad else ()
        if abroad and not match["state"] and not around:
            yield abroad
        if found := around or _filed_from(place, match["state"], abroad):
            # a plain word at the start of a paragraph is a place only if the article names its state
            is_word = place in placewords.words("words_first") and not (match["state"] or match["wire"])
            strength = Strength.PLACED if is_word and len(found) > 1 and not prevailing(key) else Strength.SURE
            start, end = match.start("place"), match.end("state" if match["state"] else "place")
            yield Toponym(start, end, text[start:end], key, found, "scene", DATELINE, strength)


def _of_a_roundup(place: str, others: Sequence[re.Match[str]]) -> Meanings:
    """Return the namesake of a city abroad in the one state in which all other datelines lie: "OXFORD —"."""
    if len(others) < _ROUNDUP:
        return ()
    states = [{j.state for j in _filed_from(one["place"].title(), one["state"], None)} for one in others]
    common = set[str].intersection(*states)
    here = tuple(j for j in meanings(place) or () if j.state in common)
    return here if len({j.state for j in here}) == 1 else ()


def _filed_from(place: str, state: str | None, abroad: Abroad | None) -> Meanings:
    state_city_names = placewords.table("state_city_names")
    if state:
        return tuple(j for j in lookup_at_home(f"{place}, {state}") if not j.is_state)
    if place in state_city_names:
        return lookup_at_home(state_city_names[place]["city"])
    return () if abroad and abroad.sense == "bare" else meanings(place) or ()
