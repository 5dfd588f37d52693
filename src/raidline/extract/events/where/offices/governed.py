"""Which jurisdiction an office belongs to: the place beside it, the one just named, or what the passage is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from raidline.extract.events.where.focus import Focus
from raidline.extract.toponyms.affiliations import OF_A_LEGISLATOR
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import nation
from raidline.places.parts import BOROUGHS
from raidline.places.reading import by_code

_SAME_BREATH = 60  # characters in which a place just named says whose sheriff it is
_NEXT_SENTENCE = re.compile(r"[.!?][\"”]?\s+[A-Z]")
_BESIDE = re.compile(r"(?:['’]s)?(?:\s+(?!and\b|or\b)\w[\w-]*){0,2}\s+")
_IN_THE_CAPITAL = re.compile(r"(?:,\s(?:D\.C\.,\s)?|\s)(?:(?:on\s)?[A-Z][a-z]+day,?\s)?(?:[Tt]he\s)?(?:[A-Z]\S+\s)?")
_TOWN = re.compile(r"(?:[Tt]he\s)?(?:[Tt]own|[Vv]illage)\b")
_CITY = 100_000  # people: so large is no town
_OF, _IN = re.compile(r",?\s+of\s+"), re.compile(r"\s+in\s+")
_KIND_OF_LEVEL = {"nation": "", "state": "state", "county": "county", "city": "place"}
_NEW_YORK = "3651000"
_Placed = tuple[int, int, Jurisdiction]  # where a name begins and ends, and what it names


class PlacesOfOffices:
    """Finds which jurisdiction an office of one level belongs to, from the text before it in the article."""

    def __init__(self, text: str, mentions: Sequence[PlaceMention], level: str, focus: Focus) -> None:
        self._text, self._mentions, self._level, self._focus = text, mentions, level, focus

    @cached_property
    def _all(self) -> Sequence[_Placed]:
        """The places named, which articles without an office of the level need not have listed."""
        told = (m for m in self._mentions if not m.how.startswith(OF_A_LEGISLATOR))
        return [(m.start, m.end, place) for m in told if (place := m.jurisdiction)]

    @cached_property
    def _fitting(self) -> Sequence[_Placed]:
        return [
            (m.start, m.end, place)
            for m in self._mentions
            if (place := m.jurisdiction)
            and _KIND_OF_LEVEL[self._level] in (place.kind, place.level)
            and not place.is_district  # neither a governor's nor a county's
            and m.role != "affiliation"
            and not m.is_a_part
        ]

    def of_office(self, at: int) -> Jurisdiction | None:
        """Return the jurisdiction of an office named at a position; None if nothing shows it."""
        if place := self.beside(at):
            return place
        if self._level == "nation":
            return nation()
        found, last = self._told(at), _last_before(self._all, at)
        if found and found.population >= _CITY and _TOWN.match(self._text, at):
            town = _last_before([one for one in self._fitting if one[2].population < _CITY], at)
            found = town[2] if town and self._level == "city" else found
        # the five boroughs have one mayor and one council
        is_of_new_york = self._level == "city" and not found and last and last[2].code in BOROUGHS
        return by_code(_NEW_YORK) if is_of_new_york else found

    def _told(self, at: int) -> Jurisdiction | None:
        """Return the jurisdiction of its level that was just named, or else the one that the passage is about."""
        near, kind = _last_before(self._fitting, at), _KIND_OF_LEVEL[self._level]
        if near and at - near[1] <= _SAME_BREATH:
            is_told_apart = _NEXT_SENTENCE.search(self._text, near[1] - 1, at + 1) is not None
            if kind == "state" or not is_told_apart:
                return near[2]
            return self._focus.at_home(kind) or self._focus.leading(kind, near[2]) or near[2]
        return self._focus.place(at, kind)

    def of_body(self, start: int, end: int) -> Jurisdiction | None:
        """Return the jurisdiction of a body, which may be told right behind: "the school board in Reno"."""
        return self.beside(start) or self.behind(end, _IN) or self.of_office(start)

    def behind(self, at: int, link: re.Pattern[str] = _OF) -> Jurisdiction | None:
        """Return the place of its level told behind the holder of an office: "Gov. Ana Real of Nevada"."""
        of = link.match(self._text, at)
        kind = _KIND_OF_LEVEL[self._level]
        behind = (place for start, _, place in self._all if of and start == of.end())
        return next((place for place in behind if kind in (place.kind, place.level)), None)

    def in_capital(self, at: int) -> bool:
        """Whether what stands at a position is in Washington: "In Washington, the Senate"."""
        before = _last_before(self._all, at)
        return bool(before and before[2].is_district and _IN_THE_CAPITAL.fullmatch(self._text, before[1], at))

    def beside(self, at: int) -> Jurisdiction | None:
        """Return the place written right before an office, or inside it ("Kern County Executive")."""
        before = _last_before(self._all, at)
        if not before or self._text.startswith("The ", at):  # "in Tulsa, Okla. The city council"
            return None
        start, end, place = before
        # a Florida mayor is the mayor of some city
        told = self._level in {"nation", "state"} or place.kind != "state"
        if told and (start < at < end or _BESIDE.fullmatch(self._text, end, at)):
            return place
        return None


def _last_before(places: Sequence[_Placed], at: int) -> _Placed | None:
    index = bisect_right(places, at, key=lambda entry: entry[0])
    return places[index - 1] if index else None
