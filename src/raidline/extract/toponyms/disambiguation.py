"""Hearing: the claims of an article judged by each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.claims import Claim, Strength
from raidline.extract.toponyms.namesakes import WELL_KNOWN, Evidence, Meanings, prevailing

_FAMOUS = 500_000  # people, of one that is known though it is a surname as well
_TOWN = 10_000  # as above, in the state the article is about
_VILLAGE = 1_000  # people, below which a namesake says nothing
_TOGETHER = 2  # names that a state has in common
_NOT_TINY = 20_000  # as above, behind a word of place
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;”\"])\s*$")
_SUBURB = re.compile(
    r",\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}(?:city|town|suburb|village|community|capital|seat|township|borough)\b"
)


class Hearing:
    """Judges, for one article, which claims are places, and which places.

    The certain ones are heard first, and tell of the others.
    """

    def __init__(self, claims: Sequence[Claim], abroad: Sequence[Abroad]) -> None:
        self._claims = claims
        self._countries = {one.country for one in abroad}
        self._rivals = {(c.rival.country, c.key) for c in claims if c.rival and c.rival.sense == "bare"}
        self._evidence = Evidence()
        for claim in self._claims:
            self._note(claim)
        if not self._evidence.names_a_state():
            self._note_common_state()
        here = sum(c.strength is Strength.SURE and c.meanings[0].kind != "nation" for c in self._claims)
        self._is_foreign = len(abroad) > 2 * here + 1

    def _note_common_state(self) -> None:
        """Take the one state that has the most of the names, two at least, for the one a report without any is from."""
        local = [c for c in self._claims if c.strength is not Strength.DOUBTFUL and c.role != "affiliation"]
        local = [c for c in local if not (c.rival or placewords.is_double(c.text))]
        states = {c.key: {j.state for j in c.meanings if j.population >= _VILLAGE} for c in local}
        ranked = Counter(state for of_one in states.values() for state in of_one if state).most_common(2)
        if not ranked or ranked[0][1] < _TOGETHER or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return
        for claim in local:
            found = tuple(j for j in claim.meanings if j.state == ranked[0][0])
            self._evidence.add(claim.start, claim.key, found[:1], settle=False)

    def accepted(self) -> list[tuple[Claim, Meanings, str]]:
        """Return the claims that stand, in order, each with what is left of its meanings, and in words why."""
        accepted: dict[int, tuple[Claim, Meanings, str]] = {}
        for strength in (*reversed(Strength), Strength.PLACED):  # what was unknown at first is heard once more
            for i, claim in enumerate(self._claims):
                if claim.strength is not strength or i in accepted:
                    continue
                if claim.strength is Strength.SURE or self._is_meant(claim):
                    found, why = self._evidence.choose(claim.start, claim.key, claim.meanings)
                    if claim.role != "affiliation":  # a Chicago-based group is anywhere
                        self._evidence.add(claim.start, claim.key, found, settle=strength >= Strength.PLACED)
                    accepted[i] = (claim, found, why)
        return [accepted[i] for i in sorted(accepted)]

    def _note(self, claim: Claim) -> None:
        if claim.role == "affiliation":
            return
        first = prevailing(claim.key)
        if claim.strength is Strength.SURE:
            found = claim.meanings if len(claim.meanings) == 1 else ((first,) if first else ())
            if not claim.rival:
                self._evidence.add(claim.start, claim.key, found, settle=True)
        elif first and first.population >= WELL_KNOWN and not claim.rival and not placewords.is_double(claim.text):
            self._evidence.add(claim.start, claim.key, (first,), settle=False)

    def _is_meant(self, claim: Claim) -> bool:
        """Whether a name that nothing beside it makes certain is a place here."""
        if self._evidence.settled(claim.key):
            return True
        if claim.rival and not self._is_here(claim, claim.rival):
            return False
        if claim.meanings[0].kind in {"state", "nation"}:
            return not (claim.rival and claim.strength is Strength.DOUBTFUL)
        if claim.strength is Strength.PLACED or (claim.strength is Strength.NAMED and _SUBURB.match(claim.right)):
            return self._is_meant_where_placed(claim)
        return self._is_known(claim)

    def _is_known(self, claim: Claim) -> bool:
        """Whether a name that nothing places is known all the same: by its people, or in the state of the article."""
        if claim.strength is Strength.DOUBTFUL and not prevailing(claim.key):
            return False
        if claim.text in placewords.words("words_first"):
            return _size(claim) >= WELL_KNOWN and self._is_known_here(claim)
        if placewords.is_double(claim.text) or self._is_foreign:
            return _size(claim) >= _FAMOUS
        return _size(claim) >= WELL_KNOWN or self._is_known_here(claim)

    def _is_known_here(self, claim: Claim) -> bool:
        """Whether a bare name amid a sentence is a town of the state the article is about."""
        story = self._evidence.story()
        town = any(j.state == story and j.population >= _TOWN for j in claim.meanings)
        return town and claim.strength is not Strength.DOUBTFUL and not _OPENS_SENTENCE.search(claim.left)

    def _is_meant_where_placed(self, claim: Claim) -> bool:
        """Whether a name that the words beside it place is large enough, or in a state of which the article speaks."""
        supported = self._evidence.supports(claim.meanings, claim.start)
        if claim.text in placewords.words("words_first"):
            return supported or (_size(claim) >= WELL_KNOWN and prevailing(claim.key) is not None)
        if _size(claim) >= (WELL_KNOWN if self._is_foreign else _NOT_TINY):
            return True
        # at its opening, any word has a capital; "Winnfield's mayor" is no such word
        return supported and (claim.role == "organisation" or not _OPENS_SENTENCE.search(claim.left))

    def _is_here(self, claim: Claim, rival: Abroad) -> bool:
        """Whether a name with a namesake abroad is the one in the United States."""
        others = {key for country, key in self._rivals if country == rival.country} - {claim.key}
        at_home = claim.role == "organisation" and any(j.state == self._evidence.story() for j in claim.meanings)
        if (others or rival.country in self._countries) and not at_home:
            return rival.sense == "possible" and self._evidence.supports(claim.meanings, claim.start)
        if rival.sense == "possible":
            return True
        least = _TOWN if claim.role == "organisation" else _NOT_TINY
        large = tuple(j for j in claim.meanings if j.population >= least)
        return claim.strength is Strength.PLACED and self._evidence.supports(large, claim.start)


def _size(claim: Claim) -> int:
    return max(j.population for j in claim.meanings)
