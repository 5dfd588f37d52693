"""Places in fixed phrases: datelines, lists of counties, counties without the word, the states of legislators."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from functools import cache

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad, names_abroad
from raidline.extract.toponyms.names import Name, Run, bare_word
from raidline.extract.toponyms.namesakes import Meanings, meanings, prevailing, state_named
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.extract.toponyms.roles import OF_A_LEGISLATOR, Role, read_role
from raidline.lexicon.wordlists import WordList
from raidline.places.lookup import lookup_at_home, names, resolve
from raidline.places.names import normalise
from raidline.places.reading import by_code

# Looking at the first letter before anything else spares most of the time.
_LEGISLATOR = re.compile(r"[DRI](?<!\w.)(?:(?<=D)FL)?-(?P<state>[A-Z][a-z]*\.?(?:\s?[A-Z][a-z]*\.?)?)")
_DISTRICT = re.compile(r"(?:[A-Z][a-z]+\.?|of|the)(?:[ -](?:[A-Z][\w’']+|of|the)){0,3}")
_NAME_WORD = r"(?:(?:St|Ste|Ft|Mt)\.|[A-Z][\w’'-]*+)"
_COMMA = re.compile(r",\s(?=[A-Z])")
_BEFORE_STATE = re.compile(
    rf"(?P<left>(?:\b\w+\s)?)(?P<name>{_NAME_WORD}(?: (?:of |de |la )?{_NAME_WORD}){{0,3}}),\s(?=[A-Z])"
)
_PAIR = re.compile(r"(?P<one>[A-Z](?<![\w-].)[a-z]+)-(?P<two>[A-Z][a-z]+(?: (?:County|Parish)\b)?)(?![\w-])")
_IN = re.compile(r"^(?i:in|near|at|outside|to|from|around)\s$")
_COUNTIES = re.compile(r"(?:\s|^)(?:[Cc]ounties|[Pp]arishes)\b")
_COUNTY = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}"
_COUNTY_LIST = re.compile(rf"(?:{_COUNTY},\s+)*{_COUNTY},?\s+(?:and|or)\s+{_COUNTY}$|{_COUNTY}$")
_SHERIFF = (
    re.compile(rf"(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,3}})\s(?:[Ss]heriff|undersheriff)\b"),
    re.compile(
        rf"\b[Ss]heriff(?:['’]s\s\w+)?(?:\s[A-Z][\w-]+){{0,3}}\sof\s(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})"
    ),
)
_BOARD = re.compile(
    rf"(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})\s(?:Board\sof\s(?:County\sCommissioners|Supervisors)"
    r"|[Cc]ounty\s(?:[Cc]ommission(?:ers)?|[Ss]upervisors)|commissioners)\b"
)
_COUNTIES_OF = re.compile(
    rf"\b(?:[Cc]ounties|[Pp]arishes) of (?P<list>(?:{_COUNTY},\s+)*{_COUNTY},?\s+and\s+{_COUNTY})"
)
_COUNTY_NAME = re.compile(_COUNTY)
_LONGEST_LIST = 200
_CIRCUIT = re.compile(
    rf"\b(?P<number>1st|2nd|3rd|[4-9]th|1[01]th)\s(?:U\.S\.\s)?Circuit\b(?:\sCourt\sof\sAppeals)?[\w\s]{{0,20}}\sin\s"
    rf"(?P<city>{_NAME_WORD}(?:\s{_NAME_WORD})?)"
)
_LOCATIVE = ("locative", "weakly_locative")
_COUNTY_WORD = re.compile(r"\s(?:[Cc]ounty|[Pp]arish|[Cc]ounties|[Pp]arishes)\b")
_LONGEST_COUNTY = 3  # words
_CITY = 50_000  # people; the name of a city this large does not mean the county with that name
_TOWN = 2_000  # the same after "in"
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
DATELINE = "the dateline"  # says how such a name was read
_CAPITALS = r"[A-Z][A-Z.’'-]*"
_DATELINE = re.compile(
    rf"(?=[\n \tA-Z])(?:^|\n|(?<=[.!?”\"]) )[ \t]{{0,9}}(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}})"
    rf"(?:,\s(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}}?))?(?:,\s{_MONTH})?"
    r"\s{0,3}(?P<wire>\([^)\n]{1,40}\))?\s{0,3}(?:—|–|--?|_)\s"
)
_SMALL_S = re.compile(r"(?<=['’])S\b")  # str.title produces it from "PRINCE GEORGE'S"


def datelines(text: str) -> Iterator[Toponym | Abroad]:
    """Yield the places an article is filed from: "AUSTIN, Texas (AP) —", which opens a paragraph or follows a title."""
    for match in _DATELINE.finditer(text):
        place = _SMALL_S.sub("s", match["place"].title())
        key, abroad = normalise(place), names_abroad().get(normalise(place))
        if abroad and not match["state"]:
            yield abroad
        if found := _filed_from(place, match["state"], abroad):
            # a plain word at the start of a paragraph is a place only if the article names its state
            is_word = place in placewords.words("words_first") and not (match["state"] or match["wire"])
            strength = Strength.PLACED if is_word and len(found) > 1 and not prevailing(key) else Strength.SURE
            start, end = match.start("place"), match.end("state" if match["state"] else "place")
            yield Toponym(start, end, text[start:end], key, found, "scene", DATELINE, strength)


def _filed_from(place: str, state: str | None, abroad: Abroad | None) -> Meanings:
    state_city_names = placewords.table("state_city_names")
    if state:
        return tuple(j for j in lookup_at_home(f"{place}, {state}") if not j.is_state)
    if place in state_city_names:
        return lookup_at_home(state_city_names[place]["city"])
    return () if abroad and abroad.sense == "bare" else meanings(place) or ()


def legislators(text: str) -> Iterator[Toponym]:
    """Yield the state of each "(D-Md.)"."""
    for match in _LEGISLATOR.finditer(text):
        state, end, _ = state_named(text, match.start("state"))
        if state:
            found, start = lookup_at_home(state)[:1], match.start("state")
            how = f"{OF_A_LEGISLATOR}: '{match[0]}'"
            key = normalise(found[0].name)
            yield Toponym(start, end, text[start:end], key, found, "affiliation", how, Strength.SURE)
        elif town := _elected_in(text, match.start("state"), match[0]):
            yield town


def _elected_in(text: str, start: int, party: str) -> Toponym | None:
    """Return the town or county of "(R-Elbow Lake)", the longest name that is one."""
    match = _DISTRICT.match(text, start)
    words = match[0].split(" ") if match else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        counties = tuple(j for j in lookup_at_home(f"{name} county") if j.kind == "county")
        if found := (meanings(name) or ()) + counties:
            how = f"the district of a legislator: '{party.partition('-')[0]}-{name}'"
            end = start + len(name)
            return Toponym(start, end, name, normalise(name), found, "affiliation", how, Strength.PLACED, left=party)
    return None


def pairs(text: str, known: Container[str]) -> Iterator[Toponym]:
    """Yield both places of "Fargo-Moorhead", "Paris-Henry County", unless the whole is the name of a place."""
    for match in _PAIR.finditer(text):
        if normalise(match[0]) in names() or normalise(match["two"]) in {"based", "area"}:
            continue
        for group in ("one", "two"):
            name = match[group]
            found = meanings(name) or ()
            if found and name not in known and found[0].kind in {"county", "place"}:
                start, end = match.span(group)
                strength = Strength.SURE if name.endswith(("County", "Parish")) else Strength.BORNE
                how = f"of '{match[0]}'"
                yield Toponym(start, end, name, normalise(name), found, "context", how, strength)


def circuit_seats(text: str) -> Iterator[Toponym]:
    """Yield the city of "the 4th Circuit in Richmond", which has many namesakes."""
    if "Circuit" not in text:  # spares time
        return
    for match in _CIRCUIT.finditer(text):
        seat = resolve(placewords.table("circuit_seats")[match["number"]])
        name = seat.short_name.removesuffix(" City")
        if match["city"] == name:
            key, how = normalise(name), f"the seat of '{match[0]}'"
            yield Toponym(match.start("city"), match.end(), name, key, (seat,), "scene", how, Strength.SURE)


def states_behind(text: str) -> Iterator[Toponym]:
    """Yield the state after any name, for names that are not in the gazetteer: "in Pine, Colo."."""
    for comma in _COMMA.finditer(text):
        state, end, written = state_named(text, comma.end())
        if not state:  # spares time
            continue
        match = _BEFORE_STATE.search(text, text.rfind(",", 0, comma.start()) + 1, comma.end() + 1)
        if not match or normalise(match["name"]) in names_abroad():
            continue
        if written.isupper() and written.isalpha() and not _IN.search(match["left"]):
            continue  # "Ana Hill, MD"
        if text[end : end + 2].strip(" \n").isalnum() or text[end : end + 1].isalnum() or text[end : end + 2] == "'s":
            continue  # "said Hill, Texas governor"
        found = tuple(j for j in lookup_at_home(written) if j.kind == "state")[:1]
        if found:
            role: Role = "scene" if _IN.search(match["left"]) else "context"
            key, start = normalise(found[0].name), match.end()
            how = f"the state of '{match['name']}'"
            yield Toponym(start, end, text[start:end], key, found, role, how, Strength.SURE)


def abbreviated_states(text: str) -> Iterator[Toponym]:
    """Yield the states of headlines: "an Ill. man", "Mass. lawmakers"."""
    for match in _abbreviation().finditer(text):
        found = tuple(j for j in lookup_at_home(match[0]) if j.kind == "state")
        how = f"'{match[0]}' is {found[0].name}"
        key = normalise(found[0].name)
        yield Toponym(match.start(), match.end(), match[0], key, found[:1], "context", how, Strength.SURE)


@cache
def _abbreviation() -> WordList:
    """Match the abbreviation of a state that is not another word, before a lower-case word."""
    either = "|".join(map(re.escape, sorted(placewords.table("abbreviated_states"), key=len, reverse=True)))
    regex = re.compile(rf"(?<![,.] )(?<![\w.-])(?:{either})(?=\s[a-z])")
    return WordList(regex, placewords.table("abbreviated_states"))


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
        if any(j.kind == "place" and j.population >= _CITY for j in meanings(name) or ()):
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
    return any(j.kind == "place" and j.state in states and j.population >= people for j in meanings(name) or ())
