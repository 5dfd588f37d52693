"""Where an event took place, from the cells of its record: a city and a state always beat a venue or an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from raidline.importing.rows import Row, split
from raidline.importing.wording.courts import place_of_court
from raidline.importing.wording.inspanish import state_in_english, town_in_english
from raidline.importing.wording.localities import (
    CACHED,
    city_of,
    county_of,
    is_of,
    known,
    names_state,
    whole_state,
    words_for,
)
from raidline.importing.wording.placenames import COLORADO, COUNTRY, STATE_BEHIND, core_of, endings, plain_place
from raidline.places.containment import within
from raidline.places.lookup import decided
from raidline.places.zips import county_of_zip, state_of_zip

_BEHIND = re.compile(r"(?<![-\d])(?<!box )(?<!suite )(?<!# )\b(\d{5}(?:-\d{4})?)$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:,|/|&|\band\b)\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:/|&|\band\b)\s*", re.IGNORECASE)
_INNER = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_PLURAL = re.compile(r"\s+(?:counties|parishes|boroughs)$", re.IGNORECASE)
_ISO = re.compile(r"(?<![\w-])US-([A-Z]{2})(?![\w-])")  # ISO 3166-2
_NATION = "United States"
_ENDING_IN_ZIP = ("address", "places", "city", "venue")


def places_of(row: Row) -> list[str]:
    """Take the places of a row, each with its full name if the gazetteer knows it."""
    for name in ("state", "places", "city", "address", "venue"):
        if name in row.cells:
            heading, cell = row.cells[name]
            cell = town_in_english(cell) if name in ("places", "city") else cell
            row.cells[name] = heading, COLORADO.sub(_ifknown, STATE_BEHIND.sub(_with_comma, state_in_english(cell)))
    if "state" in row.cells:
        heading, cell = row.cells["state"]
        row.cells["state"] = heading, _ISO.sub(r"\1", cell)
    if abroad := _abroad(row):
        return abroad
    codes = _zips(row)
    by_zip = _state_of_zips(row, codes)
    state = row.cells.get("state", ("", ""))[1] or by_zip or _state_of_places(row)
    narrow = _narrow(row, state)
    named = _listed(row, state, narrow) or narrow or _addressed(row, state) or _counties_of_zips(codes, state)
    named = named or _states(state)
    if all(any(one in name for name in named) for one in _states(state)) or state in " ".join(named):
        row.take("state")  # what no place says goes into the notes
    return list(dict.fromkeys(named))


def _with_comma(match: re.Match[str]) -> str:
    """Return "Aurora, CO" for "Aurora (CO)"; other words in brackets as they are."""
    town = match["town"].strip()
    is_town = names_state(match["state"]) and town.lower() not in (
        *words_for("state"),
        *words_for("vague"),
        *words_for("nation"),
    )
    return f"{match['town']}, {match['state']}" if is_town else match[0]


def _ifknown(match: re.Match[str]) -> str:
    """Return "Aurora, CO" for "Aurora CO", which is no county."""
    return f"{match['town']}, CO" if known(f"{match['town']}, CO") else match[0]


def _abroad(row: Row) -> list[str]:
    """Take a country other than the United States, with the cities in it if there are any."""
    heading, cell = row.cells.pop("country", ("", ""))
    country = decided(cell) if cell else None
    if country is None or country.kind != "country":
        if cell and not country and not COUNTRY.fullmatch(cell):
            row.keep("country", heading, cell, "is not a country that raidline knows")
        return []
    _, state = row.cells.get("state", ("", ""))
    if (known := decided(state) if state else None) and known.kind == "state":
        row.keep("country", heading, cell, f"is not where {known.name} is; taken for where somebody came from")
        return []
    cities = [f"{city}, {country.name}" for city in split(row.take("city"))]
    return cities or [country.name]


def _zips(row: Row) -> list[str]:
    """Return the ZIP codes in their own column, otherwise those behind an address or a place."""
    behind = (_BEHIND.search(COUNTRY.sub("", row.cells.get(name, ("", ""))[1])) for name in _ENDING_IN_ZIP)
    return split(row.cells.get("zip", ("", ""))[1]) or [found[1] for found in behind if found]


def _state_of_zips(row: Row, codes: Sequence[str]) -> str:
    """Return the state that ZIP codes say, "" if none does; a code in its own column is kept in the notes."""
    heading, cell = row.cells.pop("zip", ("", ""))
    states = {place.full_name if (place := state_of_zip(one)) else "" for one in codes}
    said = states.pop() if len(states) == 1 else ""
    if cell and not said:
        row.keep("ZIP code", heading, cell, "names no state that raidline knows")
    elif cell:
        row.notes.append(f"{heading}: {cell}")
        row.say(f"{heading!r} has no field and says only the county or the state; kept in notes")
    named = row.cells.get("state", ("", ""))[1]
    if cell and said and known(named) not in (None, said):
        row.say(f"the ZIP code {cell} is one of {said}, not of {named}; {named} counts")
    return said


def _state_of_places(row: Row) -> str:
    """Return the state at the end of each place, for the county beside it; "" if there is none, or several."""
    if "county" not in row.cells:
        return ""
    tails = {part.rpartition(",")[2].strip() for part in split(COUNTRY.sub("", row.cells.get("places", ("", ""))[1]))}
    tail = plain_place(tails.pop()) if len(tails) == 1 else ""
    place = decided(tail) if tail else None
    return place.full_name if place and place.kind == "state" else ""


def _counties_of_zips(codes: Sequence[str], state: str) -> list[str]:
    """Return the counties of ZIP codes in a state, if each of them lies in one county."""
    found = [county_of_zip(code) for code in codes]
    known = [county.full_name for county in found if county and is_of(county, state)]
    return known if len(known) == len(codes) else []


def _state(name: str) -> str:
    return _NATION if name.lower() in words_for("nation") else known(name) or name


def _states(written: str) -> list[str]:
    """Return the states of a cell, which may contain several: "TX/OK"."""
    found: list[str] = []
    for part in split(written):
        pieces = [] if known(part) else _SEVERAL.split(part)
        found += map(_state, pieces if len(pieces) > 1 and all(map(known, pieces)) else [part])
    return found


def _listed(row: Row, state: str, narrow: Sequence[str]) -> list[str]:
    """Return the places in the column of places, unless it is a venue beside a city, a county or a state."""
    heading, cell = row.cells.pop("places", ("", ""))
    if not cell:
        return []
    written = split(cell)
    if all(part.lower().strip(". ") in words_for("vague") for part in written):
        row.notes.append(f"{heading}: {cell}")
        return []
    parts = [piece for part in written for piece in _pieces(part, state)]
    found = [_place(part, state) for part in parts]
    names = [place.name for place in found if place]
    if len(names) == len(parts) and (
        not narrow or len(parts) > 1 or set(narrow) <= set(names) or _are_inside(names, narrow)
    ):
        if not all(place.whole for place in found if place):
            row.notes.append(f"{heading}: {cell}")
        if not set(narrow) <= set(names):
            row.say("a county or a town is left out beside a place that says more")
        return names
    if not narrow and not any(found) and state and known(state):
        row.keep("place", heading, cell, f"is not one that raidline knows in {known(state)}")
        return []
    if narrow or (state and known(state)):
        row.notes.append(f"{heading}: {cell}")
        if not all(part.lower() in words_for("state") for part in parts):
            row.say(f"{heading!r} is not a place that raidline knows, or is less exact than others; kept in notes")
        return []
    return [place.name if place else part for place, part in zip(found, parts, strict=True)]


def _are_inside(names: Sequence[str], counties: Sequence[str]) -> bool:
    """Whether places are towns, each in one of the counties: "Laredo" beside "Webb County" says more."""
    around = [place for name in counties if (place := decided(name)) and place.kind == "county"]
    towns = [place for name in names if (place := decided(name)) and place.kind == "place"]
    return len(towns) == len(names) and all(any(within(town, county) for county in around) for town in towns)


def _pieces(part: str, state: str) -> list[str]:
    """Return the places that a text joins ("Austin/Travis County, TX"), or the text alone."""
    whole = _place(part, state)
    head, comma, tail = part.rpartition(",")
    several = _PLURAL.search(head if comma else part)
    if several and (counties := _counties(_PLURAL.sub("", head if comma else part), tail.strip() if comma else state)):
        return counties
    joined = _JOINED.split(head if comma and known(tail.strip()) else part) if not (whole and whole.whole) else []
    pieces = [f"{piece}{comma}{tail}" if comma and known(tail.strip()) else piece for piece in joined]
    return pieces if len(pieces) > 1 and all(_place(piece, state) for piece in pieces) else [part]


def _counties(names: str, state: str) -> list[str]:
    """Return the counties of a state that a text lists: "Hays and Travis" beside "TX"; none if one is not known."""
    listed = [county_of(name, state) for name in _SEVERAL.split(names) if name] if state else []
    return [county for county in listed if county] if all(listed) else []


def _narrow(row: Row, state: str) -> list[str]:
    """Take the city of a row, otherwise its county, with the state. A cell such as "statewide" counts as neither."""
    for name, read in (("city", city_of), ("county", county_of)):
        heading, cell = row.cells.get(name, ("", ""))
        plain = cell.lower().strip()
        if not plain:
            continue
        county = row.cells.get("county", ("", ""))[1] if name == "city" else ""
        row.take(name)
        if whole := whole_state(cell):
            return [whole]
        if plain not in (*words_for("state"), *words_for("vague"), *words_for("nation")):
            return _each(row, (heading, _PLURAL.sub("", cell)), state, partial(read, state=state, county=county))
        if plain in words_for("nation") and not state:
            return [_NATION]
        if plain not in words_for("state"):
            row.notes.append(f"{heading}: {cell}")
    return []


def _each(row: Row, written: tuple[str, str], state: str, read: Callable[[str], str | None]) -> list[str]:
    """Return the places of a cell that may contain several; an unknown one stays for `check` to report."""
    found = []
    for part in split(written[1]):
        pieces = [] if (whole := read(part)) else _SEVERAL.split(part)
        several = (
            [] if pieces and names_state(pieces[-1]) and not all(map(names_state, pieces)) else [*map(read, pieces)]
        )
        if len(several) > 1 and all(several):
            found += [place for place in several if place]
        elif not whole and (core := read(core_of(part))):
            found.append(core)
            row.notes.append(": ".join(written))
            row.say(f"{part!r} is entered as {core}; kept in notes")
        else:
            found.append(whole or (f"{part}, {state}" if state and "," not in part else part))
    return found


class _Found(NamedTuple):
    """A place, and whether it is all that its cell says."""

    name: str
    whole: bool


def _whole(name: str | None) -> _Found | None:
    return _Found(name, whole=True) if name else None


@lru_cache(maxsize=CACHED)
def _place(name: str, state: str) -> _Found | None:
    """Return the place that a name is, or the place at the end of an address or a venue; None if there is none."""
    plain = name.lower().strip()
    if plain in words_for("nation") or plain in words_for("state"):
        return _whole(_NATION if plain in words_for("nation") else known(state) if state else None)
    if (inner := _INNER.fullmatch(name.strip())) and {one.lower() for one in inner.groups()} & {
        *words_for("state")
    }:  # "Texas (statewide)"
        return _whole(next((found for one in inner.groups() if (found := known(one))), None))
    if wide := _whole(whole_state(name)):
        return wide
    for text in endings(plain_place(name), state):
        if state and "," not in text and (found := known(f"{text}, {state}")):
            return _Found(found, text == name)
        alone = decided(text)
        if alone and is_of(alone, state) and (text == plain_place(name) or alone.kind not in ("state", "nation")):
            return _Found(alone.full_name, decided(name) is not None)
    court = place_of_court(name)
    return _Found(court, whole=False) if court else None


def _addressed(row: Row, state: str) -> list[str]:
    """Take the place in an address or after the name of a venue."""
    for name in ("address", "venue"):
        heading, cell = row.cells.get(name, ("", ""))
        found = [place for part in split(cell) if (place := _place(part, state))]
        if found:
            row.take(name)
            if not all(place.whole for place in found):
                row.notes.append(f"{heading}: {cell}")
            return [place.name for place in found]
    return []
