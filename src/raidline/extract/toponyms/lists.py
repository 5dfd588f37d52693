"""Lists of names: "in Austin, Dallas and El Paso", "Selma, Mobile and Auburn saw raids", "Denver and Adams County"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.namesakes import is_well_known, largest, needs_no_state, prevailing
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.jurisdiction import Jurisdiction

_BETWEEN = re.compile(r",?\s+(?:and|or|&)\s+(?:in\s+)?(?:the\s+)?|,\s+(?:the\s+)?")
_FEWEST = 3  # names that are a list of towns wherever they stand
_TOWN = 5_000  # people
_REACH = 1.0  # degrees between a city and the middle of a county near it


def in_lists(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms in order; those that a list of them makes places are scenes, and each in its state.

    One that continues a list of scenes is a scene; so are three in a row that are towns of the state of the dateline,
    or of the only state named. A
    county beside a city that needs no state is the one near that city.
    """
    read = list(toponyms)
    datelines = [(k, one) for k, one in enumerate(toponyms) if one.how.startswith(DATELINE)]
    told = _only_state([one for one in toponyms if one.meanings[0].kind == "state" and one.role != "affiliation"])
    for first, last in _rows(text, toponyms):
        filed = [one for k, one in datelines if k < first][-1:]
        state = _only_state(filed) if filed else told
        row = read[first:last]
        if last - first >= _FEWEST and all(_may_be_a_town(one, state) for one in row):
            known = any(not placewords.is_double(one.text) for one in row)
            row = [_placed(one, state) if known and one.role == "context" else one for one in row]
        row = _after_scenes(row)
        read[first:last] = _beside_cities(row)
    return read


def _rows(text: str, toponyms: Sequence[Toponym]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first toponym of each list, and of the one behind its last."""
    breaks = [
        k for k, (one, two) in enumerate(pairwise(toponyms), 1) if not _BETWEEN.fullmatch(text, one.end, two.start)
    ]
    for first, last in pairwise([0, *breaks, len(toponyms)]):
        if last - first > 1:
            yield first, last


def _after_scenes(row: Sequence[Toponym]) -> list[Toponym]:
    out: list[Toponym] = []
    for k, toponym in enumerate(row):
        last = out[-1] if out else None
        # "in Jacksonville, Gardner said"; but "in Jacksonville, Gardner and Salem"
        speaks = k + 1 == len(row) and placewords.is_double(toponym.text) and last and _parted(last, toponym)
        if last and toponym.role == "context" and last.role == "scene" and not speaks:
            strength = max(toponym.strength, min(last.strength, Strength.PLACED))
            out.append(replace(toponym, role="scene", how=f"beside {last.text}", strength=strength))
        else:
            out.append(toponym)
    return out


def _parted(last: Toponym, toponym: Toponym) -> bool:
    """Whether only a comma stands between two toponyms."""
    return last.right[: toponym.start - last.end].strip() == ","


def _may_be_a_town(toponym: Toponym, state: str) -> bool:
    return bool(state) and any(
        one.level == "place" and one.state == state and one.population >= _TOWN for one in toponym.meanings
    )


def _placed(toponym: Toponym, state: str) -> Toponym:
    how = f"one of several towns of {state} in a row"
    here = tuple(one for one in toponym.meanings if one.state == state)
    meanings = toponym.meanings if is_well_known(toponym.text) else largest(here)
    strength = max(toponym.strength, Strength.PLACED)
    return replace(toponym, role="scene", how=how, strength=strength, meanings=meanings, rival=None)


def _only_state(toponyms: Sequence[Toponym]) -> str:
    """Return the postal code of the one state in which all of them lie, "" if there are several or none."""
    states = {one.state for toponym in toponyms for one in toponym.meanings}
    return states.pop() if len(states) == 1 else ""


def _beside_cities(row: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms with each county limited to the one near a city beside it that is known without its state."""
    cities = [city for one in row if (city := prevailing(one.key)) and needs_no_state(city)]
    out: list[Toponym] = []
    for toponym in row:
        is_a_county = all(one.level == "county" for one in toponym.meanings)
        here = tuple(one for one in toponym.meanings if is_a_county and any(_near(one, city) for city in cities))
        if len(here) == 1 < len(toponym.meanings):
            out.append(replace(toponym, meanings=here, how=f"{toponym.how}, near a city beside it", rival=None))
        else:
            out.append(toponym)
    return out


def _near(county: Jurisdiction, city: Jurisdiction) -> bool:
    one, other = ((one.latitude or 0.0, one.longitude or 0.0) for one in (county, city))
    return county.state == city.state and all(abs(a - b) <= _REACH for a, b in zip(one, other, strict=True))
