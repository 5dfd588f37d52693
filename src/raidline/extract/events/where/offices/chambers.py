"""Chambers and attorneys general, which both the states and the nation have: "the Senate", "Rep. Ana Real"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.events.where.focus import Focus
from raidline.extract.events.where.offices.governed import PlacesOfOffices
from raidline.extract.events.where.offices.office import LONGEST_ADJECTIVE, NAME, Office, holders
from raidline.extract.toponyms.affiliations import OF_A_LEGISLATOR
from raidline.extract.toponyms.judging.holders import governed_by
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import nation

_THE_STATE = re.compile(r"the state\b", re.IGNORECASE)
_FEDERAL = re.compile(r"(?:U\.S\.|US|White|federal)\s+$")


@cache
def of_some_state() -> WordList:
    """Match what is a state's wherever no word or holder makes it the nation's: "Attorney General Ana Real"."""
    return compile_words(lexicon.load("offices")["either"]["titles"])


@cache
def _either() -> WordList:
    """Match what both a state and the nation have, "Senate", and the words that distinguish the two."""
    rows = lexicon.load("offices")["either"]
    titled = rf"(?:{words_source(rows['titles'])}|(?P<chamber>{words_source(rows['legislators'])}))\s+{NAME}"
    regex = re.compile(
        rf"\b(?:{titled}|(?P<state>{words_source(rows['of_a_state'])})|(?P<nation>{words_source(rows['of_the_nation'])})"
        rf"|{words_source(rows['words'])})"
    )
    lists = ("titles", "legislators", "of_a_state", "of_the_nation", "words")
    return WordList(regex, [word for key in lists for word in rows[key]])


def of_state_or_nation(
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
    cues, known = _Cues(found, beside, mentions, focus), holders("attorneys_general", day)
    told: dict[str, Jurisdiction] = {}  # the holders so far
    for match in found:
        start, surname, is_legislator = match.start(), match["surname"], bool(match["chamber"])
        if match["state"] or match["nation"]:
            continue
        more = cues.more_of_states(start)
        # an attorney general is a state's if no word makes the office national
        is_national = cues.name_the_nation or surname in known
        least = 0 if surname and not (is_legislator or is_national) else 1
        is_the_state = bool(_THE_STATE.match(match[0]))  # some state's, however much is told of the nation
        own = beside.get(start) or (None if is_legislator else _of_holder(places, match, day))
        jurisdiction = own or told.get(surname) or (places.of_office(start) if is_the_state or more >= least else None)
        is_federal = bool(_FEDERAL.search(text, max(0, start - LONGEST_ADJECTIVE), start)) or places.in_capital(start)
        if is_federal or not jurisdiction:
            # a state's attorney general whose state the article does not tell is not the nation's
            is_named = surname and not is_legislator and (is_national or is_federal)
            jurisdiction = nation() if (more < 0 and not is_the_state) or is_named else None
        if jurisdiction:
            if surname:
                told.setdefault(surname, jurisdiction)
            yield Office(start, match.end(), match[0], jurisdiction, inferred=not surname or is_legislator), surname


class _Cues:
    """What an article tells of the governments of states and of the nation's, in each of its sections."""

    def __init__(
        self, found: Sequence[re.Match[str]], beside: Collection[int], mentions: Sequence[PlaceMention], focus: Focus
    ) -> None:
        """Count the words found, those that a state stands `beside`, and the mentions that speak for the nation."""
        self._section_of = focus.section_start
        states = [m.start() for m in found if m["state"] or m.start() in beside]
        states += [m.start for m in mentions if _is_filed_in_a_statehouse(m)]
        of_nation = [m.start() for m in found if m["nation"]]
        of_nation += [m.start for m in mentions if m.how.startswith(OF_A_LEGISLATOR) or _is_filed_in_the_capital(m)]
        self._states, self._nation = (Counter(map(self._section_of, starts)) for starts in (states, of_nation))

    @property
    def name_the_nation(self) -> bool:
        """Whether anything speaks for the nation."""
        return bool(self._nation)

    def more_of_states(self, position: int) -> int:
        """Return how much more is told of states in the section of a position, or in all if it tells of both alike."""
        section = self._section_of(position)
        more = self._states[section] - self._nation[section]
        return more or self._states.total() - self._nation.total()


def _of_holder(places: PlacesOfOffices, match: re.Match[str], day: date | None) -> Jurisdiction | None:
    """Return the state told behind an attorney general, or else that of the holder by name."""
    return places.behind(match.end()) or governed_by("state_attorneys_general", match[0], match["surname"], day)


def _is_filed_in_a_statehouse(mention: PlaceMention) -> bool:
    """Whether a dateline is that of a state's capital: its Senate is the one meant."""
    place = mention.jurisdiction
    return place is not None and mention.how.startswith(DATELINE) and place.full_name in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(lexicon.load("capitals")["cities"])


def _is_filed_in_the_capital(mention: PlaceMention) -> bool:
    place = mention.jurisdiction
    return place is not None and place.is_district and mention.how.startswith(DATELINE)
