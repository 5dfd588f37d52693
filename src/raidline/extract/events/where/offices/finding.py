"""Offices: who acts in a passage, and for which jurisdiction. "The sheriff" is the sheriff of some county.

An office belongs to the place written before it ("Travis County Sheriff"); one without a place belongs to the place of
its level that was just named, or else to the one the article names most. Later, the surname of its holder means the
office.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.events.where.focus import Focus
from raidline.extract.events.where.offices.campus import bodies_of_a_campus
from raidline.extract.events.where.offices.chambers import of_state_or_nation
from raidline.extract.events.where.offices.governed import PlacesOfOffices
from raidline.extract.events.where.offices.office import ITS, LONGEST_ADJECTIVE, NAME, Office
from raidline.extract.events.where.offices.office import holders as known_holders
from raidline.extract.toponyms.judging.holders import governed_by
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.unplaced import belongs_abroad, is_of_a_town_abroad
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import nation

_IN_A_PHRASE = re.compile(
    r"\b(?:in|on|at|from|of|by|for|near|since|until|last|next|this|early|late)\s+$", re.IGNORECASE
)
_DAYS_AND_MONTHS = {*day_name, *month_name} - {"", "May", "April", "June", "August"}  # those are people's names too
_LEVELS = ("nation", "state", "county", "city")
_BEFORE_AN_OFFICE = re.compile(r"[A-ZÀ-Þ](?<!\w.)(?=[\w-]+,\s+(?:the|a|an)\s)")
_NAMED = re.compile(rf"\s{NAME}")
_NEAR = 150  # characters: "Ephrata went the other way. Its council ..."
_IN_A_WORD = re.compile(r"[\w-]")
_LINE = re.compile(r"\s(?:lines?|limits|seat|border)\b")  # "the county line"
_OF_THE_STATE = re.compile(r"\b[Ss]tate(?:['’]s)?\s$")


@cache
def _titled(level: str) -> WordList:
    large = lexicon.load("offices")[level]["titles"]
    titles, small = words_source(large), words_source(map(str.lower, large))
    before = rf"(?P<before>[A-ZÀ-Þ][\w-]+),\s+(?:the|a|an)\s+(?:\w+\s+){{0,2}}{small}"
    regex = re.compile(rf"\b(?:{titles}\s+{NAME}|{before}|{small},\s+{NAME.replace('surname', 'after')})")
    return WordList(regex, [*large, *map(str.lower, large)], also=_BEFORE_AN_OFFICE)


def _is_no_holder(level: str, text: str, match: re.Match[str], day: date | None) -> bool:
    """Whether a president is another's, or what stands before a comma a time or a place: "On Tuesday, the mayor".

    Or a commissioner is not of a county: "Police Commissioner Ana Real".
    """
    if level == "county" and match[0].startswith("Commissioner") and _is_no_county_commissioner(text, match.start()):
        return True
    if match[0].startswith("President") and _is_another_president(text, match, day):
        return True
    if match["before"] in _DAYS_AND_MONTHS:
        return True
    before = max(0, match.start() - LONGEST_ADJECTIVE)
    return bool(match["before"] and _IN_A_PHRASE.search(text, before, match.start()))


def _is_no_county_commissioner(text: str, at: int) -> bool:
    before = text[max(0, at - LONGEST_ADJECTIVE - 3) : at].split()[-1:]
    return bool(before) and before[0] in lexicon.load("offices")["with_commissioners"]


@cache
def _bodies(level: str) -> WordList:
    return compile_words(lexicon.load("offices")[level]["words"])


def find_offices(text: str, mentions: Sequence[PlaceMention], focus: Focus, day: date | None = None) -> list[Office]:
    """Return the offices in an article of a day whose jurisdiction the article shows, in order of the text."""
    offices: list[Office] = []
    holders: dict[str, Office] = {}
    for level in _LEVELS:
        places = PlacesOfOffices(text, mentions, level, focus)
        for match in _titled(level).finditer(text):
            if _is_no_holder(level, text, match, day) or (level == "nation" and belongs_abroad(text, match.start())):
                continue
            surname = match["surname"] or match["before"] or match["after"]
            told = places.beside(match.start()) or places.behind(match.end())
            known = None if told else holders.get(surname)
            of = {"Gov": "governors", "May": "mayors"}.get(match[0][:3])
            governed = governed_by(of, match[0], surname, day) if of else _headed(match[0], surname, day)
            if jurisdiction := (told or (known.jurisdiction if known else governed or places.of_office(match.start()))):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
                holders.setdefault(surname, offices[-1])
        for match in _bodies(level).finditer(text):
            if _is_of_another(level, text, match, day) or _LINE.match(text, match.end()):
                continue
            if jurisdiction := places.of_body(match.start(), match.end()):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
    of_a_campus = [
        (office, surname)
        for office, surname in bodies_of_a_campus(text, mentions)
        if not (surname and (_is_of_the_nation(text, surname, day) or belongs_abroad(text, office.start)))
    ]
    for office, surname in (*of_a_campus, *of_state_or_nation(text, mentions, focus, day)):
        offices.append(office)
        if surname:
            holders[surname] = office
    for surname, office in holders.items():
        offices += [replace(office, start=at, end=at + len(surname), text=surname) for at in _found(surname, text)]
    for mention in mentions:
        if mention.role == "organisation" and mention.jurisdiction:
            offices.append(Office(mention.start, mention.end, mention.text, mention.jurisdiction))
    offices += _of_the_place_named(text, mentions)
    offices.sort(key=lambda o: (o.start, -o.end))
    return sorted([*offices, *_named_in_short(text, offices)], key=lambda o: (o.start, -o.end))


def _headed(title: str, surname: str, day: date | None) -> Jurisdiction | None:
    """Return the nation for a chief justice of its own; most are of a state."""
    is_known = title.startswith("Chief Justice") and surname in known_holders("chief_justices", day)
    return nation() if is_known else None


def _named_in_short(text: str, offices: Sequence[Office]) -> Iterator[Office]:
    """Yield "the board", "the council" as the body with that word which was named last: "the Board of Supervisors"."""
    starts = [office.start for office in offices]
    for match in _short().finditer(text):
        before = offices[: bisect_right(starts, match.start())]
        head = match["body"].lower()
        full = next((one for one in reversed(before) if head in one.text.lower().split()), None)
        if full and full.end <= match.start():
            yield replace(full, start=match.start("body"), end=match.end(), text=match["body"], inferred=False)


def _of_the_place_named(text: str, mentions: Sequence[PlaceMention]) -> Iterator[Office]:
    """Yield "its council", "its mayor" as those of the town or county named last, right before."""
    local = [m for m in mentions if m.jurisdiction and m.jurisdiction.is_local and m.role != "affiliation"]
    starts = [m.start for m in local]
    for match in _its().finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() - local[at].end <= _NEAR and (place := local[at].jurisdiction):
            yield Office(match.start("body"), match.end(), f"{ITS} {match['body']}", place)


@cache
def _its() -> re.Pattern[str]:
    return re.compile(
        rf"ts\s(?<=\b[Ii]ts\s)(?:own\s|city\s|town\s|village\s)?(?P<body>{words_source(lexicon.load('offices')['of_its_own'])})\b"
    )


@cache
def _short() -> re.Pattern[str]:
    """Match a body after "the" that no other word tells apart: not "the board of directors", "the council chamber"."""
    bodies = words_source(lexicon.load("offices")["in_short"])
    return re.compile(rf"[Tt](?<!\w.)he\s(?P<body>{bodies})(?!\s(?:of|chambers?|rooms?)\b)")


def _found(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands that is no part of a longer word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_IN_A_WORD.match(text, end) or (at and _IN_A_WORD.match(text, at - 1))):
            yield at
        at = text.find(name, end)


def _is_of_another(level: str, text: str, match: re.Match[str], day: date | None) -> bool:
    """Whether a word beside a body makes it another's: "the union president", "the state Supreme Court".

    So does a name that no president of the nation had: "President Ana Real wrote to the faculty".
    """
    before = max(0, match.start() - LONGEST_ADJECTIVE)
    if match[0].lower() == "president" and _other_president().search(text, before, match.start()):
        return True
    if match[0] == "President" and (named := _NAMED.match(text, match.end())):
        return bool(_telling("campus").search(text)) and not _is_of_the_nation(text, named["surname"], day)
    if level == "state" and text.endswith(("county ", "County "), before, match.start()):
        return True
    if level != "nation":
        is_general = match[0].endswith("Attorney") and text.startswith(" General", match.end())
        return is_general or is_of_a_town_abroad(text, match.end())
    return _OF_THE_STATE.search(text, before, match.start()) is not None or belongs_abroad(text, match.start())


def _is_another_president(text: str, match: re.Match[str], day: date | None) -> bool:
    """Whether "President Ana Real" is no president of the nation: "Borough President Ana Real", an unknown name."""
    before = max(0, match.start() - LONGEST_ADJECTIVE)
    is_of_a_body = _other_president().search(text, before, match.start()) is not None
    return is_of_a_body or not _is_of_the_nation(text, match["surname"], day)


def _is_of_the_nation(text: str, surname: str | None, day: date | None) -> bool:
    """Whether a president is the nation's: named like one, or in an article on national matters without a campus."""
    known = surname in known_holders("presidents", day)
    return known or bool(_telling("national_story").search(text) and not _telling("campus").search(text))


@cache
def _telling(name: str) -> WordList:
    """Match words that show whose president an article means."""
    return compile_words(lexicon.load("offices")[name])


@cache
def _other_president() -> re.Pattern[str]:
    return re.compile(words_source(lexicon.load("offices")["with_presidents"]) + r"['’]?s?\s$")
