"""Places in set phrases: datelines, lists of counties, counties without the word, the state behind a legislator."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad, names_abroad
from raidline.extract.toponyms.names import Name, Run
from raidline.extract.toponyms.namesakes import Meanings, meanings, prevailing, state_named
from raidline.extract.toponyms.recognition import Strength, Toponym
from raidline.extract.toponyms.roles import Role, read_role
from raidline.places.lookup import lookup
from raidline.places.names import normalise

_LEGISLATOR = re.compile(r"(?<!\w)[DRI]-(?P<state>[A-Z][a-z]*\.?(?:\s?[A-Z][a-z]*\.?)?)")
_COUNTIES = re.compile(r"(?:\s|^)(?:[Cc]ounties|[Pp]arishes)\b")
_COUNTY = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}"
_COUNTY_LIST = re.compile(rf"(?:{_COUNTY},\s+)*{_COUNTY},?\s+(?:and|or)\s+{_COUNTY}$|{_COUNTY}$")
_COUNTY_NAME = re.compile(_COUNTY)
_LONGEST_LIST = 200
_COUNTY_WORD = re.compile(r"\s(?:[Cc]ounty|[Pp]arish|[Cc]ounties|[Pp]arishes)\b")
_LONGEST_COUNTY = 3  # words
_CITY = 50_000  # people; a city so large is not what the name of a county of its state means
_TOWN = 2_000  # the same behind "in"
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
_CAPITALS = r"[A-Z][A-Z.’'-]*"
_DATELINE = re.compile(
    rf"(?:^|\n)[ \t]{{0,9}}(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}})"
    rf"(?:,\s(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}}?))?(?:,\s{_MONTH})?"
    r"\s{0,3}(?P<wire>\([^)\n]{1,40}\))?\s{0,3}(?:—|–|--?|_)\s"
)
_SMALL_S = re.compile(r"(?<=['’])S\b")  # what str.title makes of "PRINCE GEORGE'S"


def datelines(text: str) -> Iterator[Toponym | Abroad]:
    """Yield the places an article is filed from: "AUSTIN, Texas (AP) —" at the beginning of a paragraph."""
    for match in _DATELINE.finditer(text):
        place = _SMALL_S.sub("s", match["place"].title())
        key, abroad = normalise(place), names_abroad().get(normalise(place))
        if abroad and not match["state"]:
            yield abroad
        if found := _filed_from(place, match["state"], abroad):
            # a plain word at the head of a paragraph is a place only where the article names its state
            is_word = place in placewords.words("words_first") and not (match["state"] or match["wire"])
            strength = Strength.PLACED if is_word and len(found) > 1 and not prevailing(key) else Strength.SURE
            start, end = match.start("place"), match.end("state" if match["state"] else "place")
            yield Toponym(start, end, text[start:end], key, found, "scene", "the dateline", strength)


def _filed_from(place: str, state: str | None, abroad: Abroad | None) -> Meanings:
    state_city_names = placewords.table("state_city_names")
    if state:
        return tuple(j for j in lookup(f"{place}, {state}") if j.kind != "state" or j.code == "11")
    if place in state_city_names:
        return lookup(state_city_names[place]["city"])
    return () if abroad and abroad.sense == "bare" else meanings(place) or ()


def legislators(text: str) -> Iterator[Toponym]:
    """Yield the state of each "(D-Md.)"."""
    for match in _LEGISLATOR.finditer(text):
        state, end, _ = state_named(text, match.start("state"))
        if state:
            found, start = lookup(state)[:1], match.start("state")
            how = f"the state of a legislator: '{match[0]}'"
            key = normalise(found[0].name)
            yield Toponym(start, end, text[start:end], key, found, "affiliation", how, Strength.SURE)


def county_lists(text: str) -> Iterator[Toponym]:
    """Yield each county of "Travis, Williamson and Hays counties"."""
    for word in _COUNTIES.finditer(text):
        floor = max(0, word.start() - _LONGEST_LIST)
        before = text[floor : word.start()].rpartition("\n")[2]
        floor = word.start() - len(before)
        listed = _COUNTY_LIST.search(before)
        if not listed:
            continue
        left = before[: listed.start()]
        scene = placewords.located("locative").search(left) or placewords.located("weakly_locative").search(left)
        what, several = ("parish", "parishes") if "arish" in word[0] else ("county", "counties")
        for one in _COUNTY_NAME.finditer(listed[0]):
            key = f"{normalise(one[0])} {what}"
            if found := tuple(j for j in lookup(key) if j.kind == "county"):
                start = floor + listed.start() + one.start()
                role: Role = "scene" if scene else "context"
                how = f"one of several {several}"
                yield Toponym(start, start + len(one[0]), one[0], key, found, role, how, Strength.SURE, left=left)


def short_counties(runs: Sequence[Run], toponyms: Sequence[Toponym], surnames: frozenset[str]) -> Iterator[Toponym]:
    """Yield "Travis" as the county in an article that names "Travis County", unless somebody or a city is called so.

    What stands at a position of `toponyms` in one of these is meant to be replaced.
    """
    counties = {
        bare: toponym
        for toponym in toponyms
        if toponym.key.endswith((" county", " parish")) and (bare := _COUNTY_WORD.sub("", toponym.text)) != toponym.text
    }
    placed = {toponym.text for toponym in toponyms if toponym.strength >= Strength.PLACED and toponym.role == "scene"}
    alone, shared = [], set(surnames)
    for name in _names(runs, counties):
        if _COUNTY_WORD.match(name.right()):
            continue
        if name.follows and not placewords.is_one_of((name.follows[0],), "office_heads"):
            shared.add(name.text)  # "Travis Kent"
        else:
            alone.append(name)
    for name in alone:
        county = counties[name.text]
        if name.text in shared or _is_a_city(name.text, county.meanings, _TOWN if name.text in placed else _CITY):
            continue
        usage = read_role(name, name.end)
        how = f"{usage.how}, short for {county.text}"
        yield Toponym(name.start, name.end, name.text, county.key, county.meanings, usage.role, how, Strength.SURE)


def _names(runs: Sequence[Run], wanted: Container[str]) -> Iterator[Name]:
    """Yield the names wanted that open a run, but for a word such as "In"."""
    for run in runs:
        first = int(len(run.bare) > 1 and run.bare[0] in placewords.words("run_openers"))
        for after in range(first + 1, min(len(run.words), first + _LONGEST_COUNTY) + 1):
            if " ".join(run.bare[first:after]) in wanted:
                yield Name.of(run, first, after)


def _is_a_city(name: str, counties: Meanings, people: int) -> bool:
    states = {county.state for county in counties}
    return any(j.kind == "place" and j.state in states and j.population >= people for j in meanings(name) or ())
