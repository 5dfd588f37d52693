"""The choice among namesakes: the evidence for each adds up, and the likeliest wins if it leads by enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.judging.locale import Locale
from raidline.extract.toponyms.judging.neighbourhood import Neighbourhood
from raidline.extract.toponyms.judging.publishers import Home
from raidline.extract.toponyms.namesakes import Evidence, Meanings, needs_no_state, prevailing
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.codes import PREVAILING_RATIO
from raidline.places.containment import counties_of
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.names import normalise

# Log odds. By the size of a place: with ten times the people it is 6 times as likely to be meant.
_SIZE = 0.8
_HAMLET = 300  # people, the least that any place is assumed to have
_NAMED_NEARBY = 3.5  # its state is named right beside it; less if farther away
_CLOSEST = 0.8  # no other state it may lie in is named closer
_STORY = 3.0  # the article is about its state
_ONLY = 1.5  # of the states it may lie in, the article names this one alone
_KNOWN = 1.5  # it is the usual meaning of the bare name
_FAMOUS = 2.0  # papers name it without its state
_PREVAILING = _SIZE * log(PREVAILING_RATIO)  # the lead of the usual meaning of a bare name
_LEAD = 0.7  # the lead that decides, if the article supports it by this much:
_SUPPORTED = 0.6
_COMPANY = 0.45  # names nearby that are needed if the article names no state for certain

_WEIGHT = {Strength.SURE: 1.0, Strength.PLACED: 0.8, Strength.NAMED: 0.6, Strength.DOUBTFUL: 0.3, Strength.BORNE: 0.3}
_UNSURE = 0.4  # for a name that is also a surname, a word or a city abroad
_AWAY = 0.3  # for a name that says where somebody belongs
_PAPER = 1.0
_OF_THE_PAPER = 1.5  # log odds that a paper named after its state mentions a place there
_IN_ITS_COUNTY = 3.0  # the article mentions its county
_HAS_ITS_TOWN = 6.0  # a county in which a town lies that the article mentions, and whose name no other has
_ROUNDS = 2


class Choice:
    """Finds, for one article, which of its namesakes a name means."""

    def __init__(self, toponyms: Sequence[Toponym], evidence: Evidence, locale: Locale, home: Home) -> None:
        self._evidence = evidence
        self._locale = locale
        self._weights: dict[str, float] = defaultdict(float)
        self._meanings: dict[str, Meanings] = {}
        self._own: dict[str, tuple[Meanings, Sequence[float]]] = {}
        for one in toponyms:
            if one.meanings[0].kind not in {"nation", "state"}:
                self._weights[one.key] = max(self._weights[one.key], _weight(one))
                if len(one.meanings) < len(self._meanings.get(one.key, (*one.meanings, None))):
                    self._meanings[one.key] = one.meanings
        self._states = Counter(c.meanings[0].state for c in toponyms if _is_state(c))
        self._home = normalise(home.meanings[0].name) if home.meanings else ""
        self._paper = home.meanings[0].state if home.meanings and home.meanings[0].kind == "state" else ""
        if self._home:
            self._weights[self._home] = max(_PAPER, self._weights[self._home])
            self._meanings.setdefault(self._home, home.meanings)
        found = [place for several in self._meanings.values() for place in several]
        self._counties = {place.code for place in found if place.kind == "county"}
        sure = (several[0] for several in self._meanings.values() if len(several) == 1 and several[0].kind == "place")
        self._around_towns = {county.code for town in sure for county, _ in counties_of(town)[:1]}
        self._around = self._survey(Neighbourhood())
        for _ in range(_ROUNDS - 1):
            self._around = self._survey(self._around)

    def learn(self, decided: Iterable[tuple[Toponym, Meanings]]) -> None:
        """Record what names were found to mean."""
        news = {
            one.key: found
            for one, found in decided
            if len(found) == 1 and one.role != "affiliation" and len(self._meanings.get(one.key, ())) > 1
        }
        if news:
            self._meanings |= news
            self._around = self._survey(self._around)

    def _survey(self, known: Neighbourhood) -> Neighbourhood:
        """Return the neighbourhood formed by the names, each weighted by the probability of its known meanings."""
        around = Neighbourhood()
        for key, found in self._meanings.items():
            if len(found) == 1:  # spares time
                around.add(key, [(found[0], self._weights[key])])
                continue
            sizes = self._sizes(key, found)
            scores = [size + known.support(one, key) for one, size in zip(found, sizes, strict=True)]
            most = max(scores)
            odds = [exp(score - most) for score in scores]
            share = self._weights[key] / sum(odds)
            around.add(key, [(one, share * odd) for one, odd in zip(found, odds, strict=True)])
        for state, times in self._states.items():
            around.add_state(state, 1 + log(times))
        return around

    def _sizes(self, key: str, found: Meanings) -> Sequence[float]:
        """Return the support for each meaning on its own, which does not change from survey to survey."""
        kept = self._own.get(key)
        if kept is None or kept[0] is not found:
            kept = self._own[key] = found, [_by_size(one, found, key) for one in found]
        return kept[1]

    def neighbours(self, toponym: Toponym) -> tuple[str, float]:
        """Return the state of a name if it is a place, and how many names, including the paper's, lie around it."""
        scores = self._scores(toponym)
        best = max(toponym.meanings, key=lambda one: scores[one.code])
        return best.state, self._around.near(best, toponym.key) + _PAPER * (toponym.key == self._home)

    def of(self, toponym: Toponym) -> tuple[Meanings, str]:
        """Return the remaining meanings of a name, and in words why."""
        found, key = toponym.meanings, toponym.key
        if len(found) <= 1:
            return found, ""
        if settled := self._evidence.settled(key):
            return settled, self._evidence.reason(key)
        here, why = self._locale.of(toponym)
        if here:
            return here, why
        scores = self._scores(toponym)
        best = max(found, key=lambda one: scores[one.code])
        support = scores[best.code] - _by_size(best, found, key)
        if support < _SUPPORTED or not self._is_in_company(best, key):
            return ((best,), "by far the largest of that name") if best == prevailing(key) else (found, "")
        left = tuple(one for one in found if scores[one.code] > scores[best.code] - _LEAD)
        if len({one.state for one in left}) > 1:
            return found, ""
        named = self._evidence.names(best.state, besides=key)
        return left, f"{best.state} is named in the article" if named else f"other names lie in {best.state}, too"

    def _is_in_company(self, best: Jurisdiction, key: str) -> bool:
        """Whether more than guesses support a meaning: a state that is named, or enough places nearby."""
        is_told = self._evidence.names_a_state() or bool(self._home) or self._is_in_a_county_named(best)
        return is_told or self._around.near(best, key) >= _COMPANY

    def _is_in_a_county_named(self, one: Jurisdiction) -> bool:
        """Whether a town lies in a county of a name that the article mentions: Aurora beside "Lawrence County"."""
        if not self._counties or one.kind != "place":
            return False
        return any(county.code in self._counties for county, _ in counties_of(one)[:1])

    def _scores(self, toponym: Toponym) -> dict[str, float]:
        """Return the support for each meaning, by code."""
        story, at, key = self._evidence.story(), toponym.start, toponym.key
        close = {one.state: self._evidence.closeness(one.state, at, key) for one in toponym.meanings}
        closest = max(close.values()) or 1.0
        named = [state for state in close if self._evidence.names(state, besides=key)] if not prevailing(key) else []
        return {
            one.code: size
            + self._around.support(one, key)
            + _NAMED_NEARBY * close[one.state]
            + _CLOSEST * (close[one.state] == closest)
            + _STORY * (one.state == story)
            + _ONLY * (named == [one.state])
            + _OF_THE_PAPER * (one.state == self._paper)
            + _IN_ITS_COUNTY * self._is_in_a_county_named(one)
            + _HAS_ITS_TOWN * (one.code in self._around_towns)
            for one, size in zip(toponym.meanings, self._sizes(key, toponym.meanings), strict=True)
        }


def _is_state(toponym: Toponym) -> bool:
    return toponym.meanings[0].kind == "state" and len(toponym.meanings) == 1


def _weight(toponym: Toponym) -> float:
    """Return how much a name says about where an article is at home."""
    weight = _WEIGHT[toponym.strength]
    if toponym.strength < Strength.PLACED and (toponym.rival or placewords.is_double(toponym.text)):
        weight *= _UNSURE
    return weight * (_AWAY if toponym.may_be_anywhere else 1.0)


def _by_size(one: Jurisdiction, found: Iterable[Jurisdiction], key: str) -> float:
    """Return the support for a meaning on its own; the usual meaning of a bare name leads by a decisive amount."""
    own = _SIZE * log(one.population + _HAMLET)
    if one == prevailing(key):
        others = [other.population for other in found if other != one]
        known = _KNOWN + _FAMOUS * needs_no_state(one)
        return known + max(own, _PREVAILING + _SIZE * log(max(others, default=0) + _HAMLET))
    return own
