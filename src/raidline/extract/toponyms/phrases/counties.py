"""Counties in lists, without the word "County", and by their sheriffs and boards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.names import NAME_WORD, Name, Run, bare_word
from raidline.extract.toponyms.namesakes import Meanings, meanings
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.extract.toponyms.roles import read_role
from raidline.extract.toponyms.usage import Role
from raidline.places.lookup import lookup_at_home, names
from raidline.places.names import normalise
from raidline.places.reading import by_code

_COUNTIES = re.compile(r"(?:\s|^)(?:[Cc]ounties|[Pp]arishes)\b")
_COUNTY = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}"
_COUNTY_LIST = re.compile(rf"(?:{_COUNTY},\s+)*{_COUNTY},?\s+(?:and|or)\s+{_COUNTY}$|{_COUNTY}$")
_SHERIFF = (
    re.compile(rf"(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{0,3}})\s(?:[Ss]heriff|undersheriff)\b"),
    re.compile(
        rf"\b[Ss]heriff(?:['’]s\s\w+)?(?:\s[A-Z][\w-]+){{0,3}}\sof\s(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{0,2}})"
    ),
)
_BOARD = re.compile(
    rf"(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{0,2}})\s(?:Board\sof\s(?:County\sCommissioners|Supervisors)"
    r"|[Cc]ounty\s(?:[Cc]ommission(?:ers)?|[Ss]upervisors)|commissioners)\b"
)
_COUNTIES_OF = re.compile(
    rf"\b(?:[Cc]ounties|[Pp]arishes) of (?P<list>(?:{_COUNTY},\s+)*{_COUNTY},?\s+and\s+{_COUNTY})"
)
_COUNTY_NAME = re.compile(_COUNTY)
_LONGEST_LIST = 200
_LOCATIVE = ("locative", "weakly_locative")
_COUNTY_WORD = re.compile(r"\s(?:[Cc]ounty|[Pp]arish|[Cc]ounties|[Pp]arishes)\b")
_LONGEST_COUNTY = 3  # words
_CITY = 50_000  # people; the name of a city this large does not mean the county with that name
_TOWN = 2_000  # the same after "in"


def county_lists(text: str) -> Iterator[Toponym]:
    """Yield each county of "Travis, Williamson and Hays counties", "the counties of Travis and Hays"."""
    if "ounties" not in text and "arishes" not in text:  # spares time
        return
    for match in _COUNTIES_OF.finditer(text):
        left = text[max(0, match.start() - _LONGEST_LIST) : match.start()].rpartition("\n")[2]
        yield from _listed_counties(match["list"], match.start("list"), match[0], left)
    for word in _COUNTIES.finditer(text):
        floor = max(0, word.start() - _LONGEST_LIST)
        before = text[floor : word.start()].rpartition("\n")[2]
        floor = word.start() - len(before)
        listed = _COUNTY_LIST.search(before)
        if not listed:
            continue
        yield from _listed_counties(listed[0], floor + listed.start(), word[0], before[: listed.start()])


def _listed_counties(listed: str, at: int, word: str, left: str) -> Iterator[Toponym]:
    """Yield the counties of a list that begins `at`; the first may be in one run with the word before it: "In Kern"."""
    what, several = ("parish", "parishes") if "arish" in word else ("county", "counties")
    how = f"one of several {several}"
    for one in _COUNTY_NAME.finditer(listed):
        opener, space, _ = one[0].partition(" ")
        is_opener = one[0] != listed and opener in placewords.words("run_openers")
        openers = len(opener + space) if is_opener else 0
        for start in dict.fromkeys((one.start(), one.start() + openers)):
            name = listed[start : one.end()]
            key = f"{normalise(name)} {what}"
            if found := tuple(j for j in lookup_at_home(key) if j.kind == "county"):
                left += listed[:start] if one.start() == 0 else ""
                role: Role = (
                    "scene" if any(placewords.located(where).search(left) for where in _LOCATIVE) else "context"
                )
                end = at + one.end()
                yield Toponym(at + start, end, name, key, found, role, how, Strength.SURE, left=left)
                break


def short_counties(runs: Sequence[Run], toponyms: Sequence[Toponym], surnames: frozenset[str]) -> Iterator[Toponym]:
    """Yield "Travis" as the county in an article that names "Travis County", unless a person or a city has the name.

    A county is also known by its sheriff and its board, "Iberville's sheriff", "Mecklenburg commissioners". Each result
    replaces any of `toponyms` at the same position.
    """
    text = runs[0].text if runs else ""
    counties = (
        _with_bodies(text, "heriff", _SHERIFF)
        | _with_bodies(text, "ommission", (_BOARD,))
        | {
            bare: toponym
            for toponym in toponyms
            if toponym.key.endswith((" county", " parish"))
            and (bare := _COUNTY_WORD.sub("", toponym.text)) != toponym.text
        }
    )
    if not counties:  # spares time
        return
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


def _with_bodies(text: str, word: str, patterns: Sequence[re.Pattern[str]]) -> dict[str, Toponym]:
    """Return the counties of "Iberville's sheriff", "the Sheriff of Collier", by the name beside the words of a body.

    A name that is also a city's is left out: that needs the word "County".
    """
    found: dict[str, Toponym] = {}
    if word not in text:  # spares time
        return found
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        opener, _, rest = match["name"].partition(" ")
        name = bare_word(rest if opener in placewords.words("run_openers") else match["name"])
        if any(j.level == "place" and j.population >= _CITY for j in meanings(name) or ()):
            continue
        for what in ("county", "parish"):
            key = f"{normalise(name)} {what}"
            counties = tuple(j for j in map(by_code, names().get(key, ())) if j.kind == "county")
            if counties and not _is_a_city(name, counties, _TOWN):
                text_of = f"{name} {what.title()}"
                role: Role = "organisation"
                found[name] = Toponym(*match.span(), text_of, key, counties, role, "", Strength.SURE)
    return found


def _names(runs: Sequence[Run], wanted: Collection[str]) -> Iterator[Name]:
    """Yield the wanted names that open a run, after an optional word such as "In", or stand behind "of" in it."""
    first_words = {name.partition(" ")[0] for name in wanted}
    for run in runs:
        if first_words.isdisjoint(run.bare):  # spares time
            continue
        opener = int(len(run.bare) > 1 and run.bare[0] in placewords.words("run_openers"))
        for first in (opener, *(at for at, word in enumerate(run.words, 1) if word == "of")):
            for after in range(first + 1, min(len(run.words), first + _LONGEST_COUNTY) + 1):
                if " ".join(run.bare[first:after]) in wanted:
                    yield Name.of(run, first, after)


def _is_a_city(name: str, counties: Meanings, people: int) -> bool:
    states = {county.state for county in counties}
    return any(j.level == "place" and j.state in states and j.population >= people for j in meanings(name) or ())
