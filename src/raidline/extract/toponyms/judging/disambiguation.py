"""Disambiguation: the toponyms of an article, each judged by the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.judging.choice import Choice
from raidline.extract.toponyms.judging.locale import Locale
from raidline.extract.toponyms.judging.publishers import Home
from raidline.extract.toponyms.namesakes import UNMISTAKABLE, WELL_KNOWN, Evidence, Meanings, part_of, prevailing
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.containment import counties_of
from raidline.places.jurisdiction import Jurisdiction

_FAMOUS = 500_000  # people; a place this large is known even if its name is also a surname
_TOWN = 10_000  # as above, in the state the article is about
_TOWN_OF_ITS_NAME = 5_000  # as above, if no other place has the name
_OTHERS = 3  # names that lie in one state
_NOT_TINY = 20_000  # as above, after a word of place
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;”\"])\s*$")
# How many names must lie around a place, by how strongly its own words mark it as one.
_NEIGHBOURS = {
    Strength.SURE: 0.0,
    Strength.PLACED: 0.6,
    Strength.NAMED: 1.1,
    Strength.DOUBTFUL: 2.0,
    Strength.BORNE: 1.3,
}
_SUBURB = re.compile(
    r",\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}(?:city|town|suburb|village|community|capital|seat|township|borough)\b"
)


class Disambiguation:
    """Decides, for one article, which toponyms are places, and which places.

    The certain ones are decided first and help with the others.
    """

    def __init__(self, toponyms: Sequence[Toponym], abroad: Sequence[Abroad], home: Home) -> None:
        self._toponyms = toponyms
        self._home = home
        self._countries = {one.country for one in abroad}
        self._rivals = {(c.rival.country, c.key) for c in toponyms if c.rival and c.rival.sense == "bare"}
        self._evidence = Evidence()
        self._known: set[str] = set()
        self._locale = Locale(toponyms, self._evidence)
        for toponym in sorted(self._toponyms, key=lambda one: (len(one.meanings) > 1, one.strength)):
            self._note(toponym)
        self._choice = Choice(toponyms, self._evidence, self._locale, home)
        here = sum(c.strength is Strength.SURE and c.meanings[0].kind != "nation" for c in self._toponyms)
        self._is_foreign = home.abroad or len(abroad) > 2 * here + 1
        self._is_from_abroad = home.abroad

    def accepted(self) -> list[tuple[Toponym, Meanings, str]]:
        """Return the accepted toponyms in order, each with its remaining meanings, and in words why."""
        accepted: dict[int, tuple[Toponym, Meanings, str]] = {}
        for strength in (*reversed(Strength), Strength.PLACED):  # those undecided at first get a second look
            for i, toponym in enumerate(self._toponyms):
                if toponym.strength is not strength or i in accepted:
                    continue
                if toponym.strength is Strength.SURE or self._is_meant(toponym):
                    found, why = self._choice.of(toponym)
                    if not toponym.may_be_anywhere:
                        self._evidence.add(
                            toponym.start, toponym.key, found, settle=strength >= Strength.PLACED, why=why
                        )
                    accepted[i] = (toponym, found, why)
                    self._known.add(toponym.key)
            if strength >= Strength.PLACED:
                self._choice.learn((toponym, found) for toponym, found, _ in accepted.values())
        return _with_the_rest(_around_their_towns([accepted[i] for i in sorted(accepted)]))

    def _note(self, toponym: Toponym) -> None:
        if toponym.role == "affiliation" or self._locale.of(toponym)[0]:
            return
        first = prevailing(toponym.key)
        if toponym.strength is Strength.SURE:
            is_said = len(toponym.meanings) == 1
            found = toponym.meanings if is_said else tuple(j for j in toponym.meanings if j == first)
            if not toponym.rival:  # the largest of that name is only likely
                self._evidence.add(toponym.start, toponym.key, found, settle=is_said)
        elif first and first.population >= WELL_KNOWN and not toponym.rival and not placewords.is_double(toponym.text):
            self._evidence.add(toponym.start, toponym.key, (first,), settle=False)

    def _is_meant(self, toponym: Toponym) -> bool:
        """Whether a name that no words beside it make certain is a place here."""
        if self._evidence.settled(toponym.key) or (toponym.strength is Strength.BORNE and toponym.key in self._known):
            return True
        if town := part_of(toponym.key):
            return self._is_about(town, toponym)
        if self._is_local(toponym):
            return True
        if toponym.strength is Strength.BORNE:
            return False
        return not (toponym.rival and not self._is_here(toponym, toponym.rival)) and self._is_meant_by_itself(toponym)

    def _is_about(self, town: Jurisdiction, toponym: Toponym) -> bool:
        """Whether an article names the state of a town, of which a name may be a part; "in Pilsen" needs only no other.

        Every large town has a Third Ward, and people are called like neighbourhoods; longer names are unmistakable.
        """
        if self._is_foreign or toponym.strength < Strength.NAMED:
            return False
        if toponym.key.count(" ") >= UNMISTAKABLE:
            return True
        at_home = any(one.state == town.state for one in self._home.meanings)
        alone = toponym.strength is Strength.PLACED and not self._evidence.names_a_state(besides=toponym.key)
        return at_home or alone or self._evidence.supports((town,), toponym.start)

    def _is_meant_by_itself(self, toponym: Toponym) -> bool:
        """Whether a name without others around it is still a place."""
        if toponym.meanings[0].kind in {"state", "nation"}:
            return not (toponym.rival and toponym.strength <= Strength.DOUBTFUL)
        if toponym.strength is Strength.PLACED or (toponym.strength is Strength.NAMED and _SUBURB.match(toponym.right)):
            return self._is_meant_where_placed(toponym)
        return self._is_known(toponym)

    def _is_local(self, toponym: Toponym) -> bool:
        """Whether a name lies among the others of the article: a Paris beside its county and its neighbours."""
        if self._is_from_abroad or toponym.meanings[0].kind in {"state", "nation"}:
            return False
        is_office = toponym.role in ("organisation", "affiliation") and toponym.strength is Strength.PLACED
        needed = _NEIGHBOURS[toponym.strength] / (1 + is_office)
        if toponym.rival:
            needed += (1.0 if toponym.rival.sense == "bare" else 0.5) / (1 + 2 * is_office)
        elif len(toponym.meanings) == 1 and toponym.strength is Strength.PLACED and _size(toponym) >= _TOWN_OF_ITS_NAME:
            needed = 0.0
        if toponym.strength < Strength.PLACED:
            if toponym.text in placewords.words("words_first"):
                return False
            needed += placewords.is_double(toponym.text)
            needed += 0.5 * bool(_OPENS_SENTENCE.search(toponym.left))
        state, neighbours = self._choice.neighbours(toponym)
        elsewhere = self._evidence.names_a_state() and not self._evidence.names(state)
        return neighbours >= needed + self._is_foreign + elsewhere

    def _is_known(self, toponym: Toponym) -> bool:
        """Whether a name that no words place is known anyway: by its size, or in the state of the article."""
        if toponym.strength is Strength.DOUBTFUL and not prevailing(toponym.key):
            return False
        if toponym.text in placewords.words("words_first"):
            return _size(toponym) >= WELL_KNOWN and self._is_known_here(toponym)
        if placewords.is_double(toponym.text) or self._is_foreign:
            return _size(toponym) >= _FAMOUS
        return _size(toponym) >= WELL_KNOWN or self._is_known_here(toponym)

    def _is_known_here(self, toponym: Toponym) -> bool:
        """Whether a bare name inside a sentence is a town of the state the article is about."""
        story = self._evidence.story()
        town = any(j.state == story and j.population >= _TOWN for j in toponym.meanings)
        return town and toponym.strength > Strength.DOUBTFUL and not _OPENS_SENTENCE.search(toponym.left)

    def _is_meant_where_placed(self, toponym: Toponym) -> bool:
        """Whether a name placed by the words beside it is large enough, or lies in a state of the article."""
        supported = self._evidence.supports(toponym.meanings, toponym.start)
        if toponym.text in placewords.words("words_first"):
            return supported or (_size(toponym) >= WELL_KNOWN and prevailing(toponym.key) is not None)
        least = _FAMOUS if self._is_from_abroad else WELL_KNOWN if self._is_foreign else _NOT_TINY
        if _size(toponym) >= least:
            return True
        # at the start of a sentence any word has a capital; not "Winnfield's mayor", "Prairie View students"
        is_more = toponym.role == "organisation" or (toponym.role == "affiliation" and " " in toponym.text)
        return supported and (is_more or not _OPENS_SENTENCE.search(toponym.left))

    def _is_here(self, toponym: Toponym, rival: Abroad) -> bool:
        """Whether a name with a namesake abroad is the one in the United States."""
        others = {key for country, key in self._rivals if country == rival.country} - {toponym.key}
        at_home = toponym.role == "organisation" and any(j.state == self._evidence.story() for j in toponym.meanings)
        if (others or rival.country in self._countries) and not at_home:
            return rival.sense == "possible" and self._evidence.supports(toponym.meanings, toponym.start)
        if rival.sense == "possible":
            return True
        least = _TOWN if toponym.role == "organisation" else _NOT_TINY
        large = tuple(j for j in toponym.meanings if j.population >= least)
        return toponym.strength is Strength.PLACED and self._evidence.supports(large, toponym.start)


def _size(toponym: Toponym) -> int:
    return max(j.population for j in toponym.meanings)


def _around_their_towns(accepted: list[tuple[Toponym, Meanings, str]]) -> list[tuple[Toponym, Meanings, str]]:
    """Return what was accepted, with the one namesake of each county chosen in which a town lies that is decided."""
    around = {county for _, found, _ in accepted if len(found) == 1 for county, _ in counties_of(found[0])[:1]}
    chosen = []
    for one, found, why in accepted:
        here = tuple(place for place in found if place in around) if len(found) > 1 else ()
        chosen.append((one, here, "a town in it is named") if len(here) == 1 else (one, found, why))
    return chosen


def _with_the_rest(accepted: list[tuple[Toponym, Meanings, str]]) -> list[tuple[Toponym, Meanings, str]]:
    """Return what was accepted, with the one namesake chosen that lies in the state of all other names."""
    known = {(one.key, found[0].state) for one, found, _ in accepted if len(found) == 1 and not found[0].is_nation}
    states = {state for _, state in known}
    if len(states) != 1 or len(known) < _OTHERS:
        return accepted
    (state,) = states
    chosen = []
    for one, found, why in accepted:
        here = tuple(place for place in found if place.state == state) if len(found) > 1 else ()
        chosen.append((one, here, f"all other names lie in {state}") if len(here) == 1 else (one, found, why))
    return chosen
