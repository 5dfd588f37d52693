"""Offices: who acts in a passage, and for which jurisdiction. "The sheriff" is the sheriff of some county.

An office belongs to the place written before it ("Travis County Sheriff"); one without a place belongs to the place of
its level that was just named, or else to the one the article names most. Later, the surname of its holder means the
office.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.events.focus import Focus, PlacesOfOffices
from raidline.extract.toponyms.judging.holders import governed_by
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases import DATELINE
from raidline.extract.toponyms.roles import OF_A_LEGISLATOR
from raidline.extract.toponyms.unplaced import belongs_abroad
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import nation

_FEDERAL = re.compile(r"(?:U\.S\.|US|White|federal)\s+$")
_LONGEST_ADJECTIVE = 12  # characters
_IN_A_PHRASE = re.compile(
    r"\b(?:in|on|at|from|of|by|for|near|since|until|last|next|this|early|late)\s+$", re.IGNORECASE
)
_DAYS_AND_MONTHS = {*day_name, *month_name} - {"", "May", "April", "June", "August"}  # those are people's names too
_LEVELS = ("nation", "state", "county", "city")
# a full stop behind more than an initial ends the sentence, and the name with it
_PARTICLES = r"(?:(?:de|del|della|di|du|van|von|ter)\s+(?:(?:la|los|der|den)\s+)?)?"
_NAME = rf"(?:(?:(?:[A-ZÀ-Þ]\.)+|St\.|[A-ZÀ-Þ][\w’'-]*)\s+){{0,2}}{_PARTICLES}(?P<surname>[A-ZÀ-Þ][\w-]+)"
_BEFORE_AN_OFFICE = re.compile(r"[A-ZÀ-Þ](?<!\w.)(?=[\w-]+,\s+(?:the|a|an)\s)")
_IN_A_WORD = re.compile(r"[\w-]")
_OF_THE_STATE = re.compile(r"\b[Ss]tate(?:['’]s)?\s$")


@dataclass(frozen=True, slots=True)
class Office:
    """A public office or body at work in the text, with its jurisdiction.

    `inferred` is true for "the Senate" or "Rep. Ana Real" if only the rest of the article assigns it to a state.
    """

    start: int
    end: int
    text: str
    jurisdiction: Jurisdiction
    inferred: bool = False


@cache
def _titled(level: str) -> WordList:
    large = lexicon.load("offices")[level]["titles"]
    titles, small = words_source(large), words_source(map(str.lower, large))
    before = rf"(?P<before>[A-ZÀ-Þ][\w-]+),\s+(?:the|a|an)\s+(?:\w+\s+){{0,2}}{small}"
    regex = re.compile(rf"\b(?:{titles}\s+{_NAME}|{before}|{small},\s+{_NAME.replace('surname', 'after')})")
    return WordList(regex, [*large, *map(str.lower, large)], also=_BEFORE_AN_OFFICE)


def _is_no_holder(text: str, match: re.Match[str]) -> bool:
    """Whether the word before a comma and an office is a time or a place: "On Tuesday, the Tulsa mayor"."""
    if match["before"] in _DAYS_AND_MONTHS:
        return True
    before = max(0, match.start() - _LONGEST_ADJECTIVE)
    return bool(match["before"] and _IN_A_PHRASE.search(text, before, match.start()))


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
            other = match[0].startswith("President") and not _is_of_the_nation(text, match["surname"], day)
            if other or _is_no_holder(text, match) or (level == "nation" and belongs_abroad(text, match.start())):
                continue
            surname = match["surname"] or match["before"] or match["after"]
            told = places.beside(match.start()) or places.behind(match.end())
            known = None if told else holders.get(surname)
            of = {"Gov": "governors", "May": "mayors"}.get(match[0][:3])
            governed = governed_by(of, match[0], surname, day) if of else None
            if jurisdiction := (told or (known.jurisdiction if known else governed or places.of_office(match.start()))):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
                holders.setdefault(surname, offices[-1])
        for match in _bodies(level).finditer(text):
            if _is_of_another(level, text, match):
                continue
            if jurisdiction := places.of_office(match.start()):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
    for office, surname in _of_state_or_nation(text, mentions, focus, day):
        offices.append(office)
        if surname:
            holders[surname] = office
    for surname, office in holders.items():
        offices += [replace(office, start=at, end=at + len(surname), text=surname) for at in _found(surname, text)]
    for mention in mentions:
        if mention.role == "organisation" and mention.jurisdiction:
            offices.append(Office(mention.start, mention.end, mention.text, mention.jurisdiction))
    offices.sort(key=lambda o: (o.start, -o.end))
    return sorted([*offices, *_named_in_short(text, offices)], key=lambda o: (o.start, -o.end))


def _named_in_short(text: str, offices: Sequence[Office]) -> Iterator[Office]:
    """Yield "the board", "the council" as the body with that word which was named last: "the Board of Supervisors"."""
    starts = [office.start for office in offices]
    for match in _short().finditer(text):
        before = offices[: bisect_right(starts, match.start())]
        head = match["body"].lower()
        full = next((one for one in reversed(before) if head in one.text.lower().split()), None)
        if full and full.end <= match.start():
            yield replace(full, start=match.start("body"), end=match.end(), text=match["body"], inferred=False)


@cache
def _short() -> re.Pattern[str]:
    """Match a body after "the" that no other word tells apart: not "the board of directors", "the council chamber"."""
    bodies = words_source(lexicon.load("offices")["in_short"])
    return re.compile(rf"\b[Tt]he\s(?P<body>{bodies})(?!\s(?:of|chambers?|rooms?)\b)")


def _found(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands that is no part of a longer word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_IN_A_WORD.match(text, end) or (at and _IN_A_WORD.match(text, at - 1))):
            yield at
        at = text.find(name, end)


def _is_of_another(level: str, text: str, match: re.Match[str]) -> bool:
    """Whether the word before a body makes it another's: "the union/Mexican president", "the state Supreme Court"."""
    before = max(0, match.start() - _LONGEST_ADJECTIVE)
    if match[0] == "president" and _other_president().search(text, before, match.start()):
        return True
    if level != "nation":
        return False
    return _OF_THE_STATE.search(text, before, match.start()) is not None or belongs_abroad(text, match.start())


@cache
def _holders(office: str, day: date | None) -> frozenset[str]:
    """Return the surnames of those who held a national office by a day, or ever if no day is given."""
    terms: dict[str, str] = lexicon.load("offices")[office]
    return frozenset(name for name, held in terms.items() if day is None or date.fromisoformat(held[:10]) <= day)


def _is_of_the_nation(text: str, surname: str | None, day: date | None) -> bool:
    """Whether a president is the nation's: named like one, or in an article on national matters without a campus."""
    known = surname in _holders("presidents", day)
    return known or bool(_telling("national_story").search(text) and not _telling("campus").search(text))


@cache
def _telling(name: str) -> WordList:
    """Match words that show whose president an article means."""
    return compile_words(lexicon.load("offices")[name])


@cache
def of_some_state() -> WordList:
    """Match what is a state's wherever no word or holder makes it the nation's: "Attorney General Ana Real"."""
    return compile_words(lexicon.load("offices")["either"]["titles"])


@cache
def _other_president() -> re.Pattern[str]:
    return re.compile(words_source(lexicon.load("offices")["with_presidents"]) + r"['’]?s?\s$")


@cache
def _either() -> WordList:
    """Match what both a state and the nation have, "Senate", and the words that distinguish the two."""
    rows = lexicon.load("offices")["either"]
    titled = rf"(?:{words_source(rows['titles'])}|(?P<chamber>{words_source(rows['legislators'])}))\s+{_NAME}"
    regex = re.compile(
        rf"\b(?:{titled}|(?P<state>{words_source(rows['of_a_state'])})|(?P<nation>{words_source(rows['of_the_nation'])})"
        rf"|{words_source(rows['words'])})"
    )
    lists = ("titles", "legislators", "of_a_state", "of_the_nation", "words")
    return WordList(regex, [word for key in lists for word in rows[key]])


def _of_state_or_nation(
    text: str, mentions: Sequence[PlaceMention], focus: Focus, day: date | None
) -> Iterator[tuple[Office, str | None]]:
    """Yield the chambers and the attorneys general, with the surname of a holder.

    They belong to a state if it is written before them. Otherwise they do if their section, or the whole article if the
    section has no cue, mentions a state's government more than the nation's; if it is the other way round, to the
    nation. The state of a legislator, "(D-Md.)", speaks for the nation: in a statehouse, they have towns.
    """
    found = list(_either().finditer(text))
    places = PlacesOfOffices(text, mentions, "state", focus)
    beside = {m.start(): place for m in found if (place := places.beside(m.start())) and not place.is_local}
    of_states = Counter(focus.section_start(m.start()) for m in found if m["state"] or m.start() in beside)
    known = _holders("attorneys_general", day)
    of_nation = Counter(focus.section_start(m.start()) for m in found if m["nation"])
    of_nation.update(focus.section_start(m.start) for m in mentions if m.how.startswith(OF_A_LEGISLATOR))
    of_nation.update(focus.section_start(m.start) for m in mentions if _is_filed_in_the_capital(m))
    told: dict[str, Jurisdiction] = {}  # the holders so far
    for match in found:
        start, surname = match.start(), match["surname"]
        if match["state"] or match["nation"]:
            continue
        section = focus.section_start(start)
        more = of_states[section] - of_nation[section] or of_states.total() - of_nation.total()
        # an attorney general is a state's if no word makes the office national
        is_national = bool(of_nation) or surname in known
        least = 0 if surname and not (match["chamber"] or is_national) else 1
        own = beside.get(start) or (None if match["chamber"] else _of_holder(places, match, day))
        jurisdiction = own or told.get(surname) or (places.of_office(start) if more >= least else None)
        is_federal = bool(_FEDERAL.search(text, max(0, start - _LONGEST_ADJECTIVE), start)) or places.in_capital(start)
        if is_federal or not jurisdiction:
            # a state's attorney general whose state the article does not tell is not the nation's
            is_named = surname and not match["chamber"] and (is_national or is_federal)
            jurisdiction = nation() if more < 0 or is_named else None
        if jurisdiction:
            if surname:
                told.setdefault(surname, jurisdiction)
            inferred = not surname or bool(match["chamber"])
            yield Office(start, match.end(), match[0], jurisdiction, inferred), surname


def _of_holder(places: PlacesOfOffices, match: re.Match[str], day: date | None) -> Jurisdiction | None:
    """Return the state told behind an attorney general, or else that of the holder by name."""
    return places.behind(match.end()) or governed_by("state_attorneys_general", match[0], match["surname"], day)


def _is_filed_in_the_capital(mention: PlaceMention) -> bool:
    place = mention.jurisdiction
    return place is not None and place.is_district and mention.how.startswith(DATELINE)
