"""The choice among namesakes: what speaks for each adds up, and the likeliest is meant where it leads by enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.judging.neighbourhood import Neighbourhood
from raidline.extract.toponyms.judging.publishers import Home
from raidline.extract.toponyms.namesakes import Evidence, Meanings, prevailing
from raidline.extract.toponyms.recognition import Strength, Toponym
from raidline.places.codes import PREVAILING_RATIO
from raidline.places.lookup import Jurisdiction
from raidline.places.names import normalise

# Log odds. By the size of a place: with ten times the people it is 6 times as likely meant.
_SIZE = 0.8
_HAMLET = 300  # people that any place is taken to have
_NAMED_NEARBY = 3.5  # its state is named right beside, less where it is farther
_CLOSEST = 0.8  # no other state it may lie in is named closer by
_STORY = 3.0  # the article is about its state
_KNOWN = 1.5  # it is what its bare name means
_METROPOLIS, _FAMOUS = 500_000, 2.0  # Houston is Houston in nearly any article
_PREVAILING = _SIZE * log(PREVAILING_RATIO)  # the lead of what a bare name means
_LEAD = 0.7  # that decides, where the article supports it by so much:
_SUPPORTED = 0.6
_COMPANY = 0.45  # names nearby that are needed where the article names no state for certain

_WEIGHT = {Strength.SURE: 1.0, Strength.PLACED: 0.8, Strength.NAMED: 0.6, Strength.DOUBTFUL: 0.3, Strength.BORNE: 0.3}
_UNSURE = 0.4  # of a name that is a surname, a word or a city abroad as well
_AWAY = 0.3  # of a name that says where somebody belongs
_PAPER = 1.0
_OF_THE_PAPER = 1.5  # log odds that a paper named for its state speaks of a place there
_ROUNDS = 2


class Choice:
    """Answers, for one article, which of its namesakes a name means."""

    def __init__(self, toponyms: Sequence[Toponym], evidence: Evidence, home: Home) -> None:
        self._evidence = evidence
        self._weights: dict[str, float] = defaultdict(float)
        self._meanings: dict[str, Meanings] = {}
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
        self._around = self._survey(Neighbourhood())
        for _ in range(_ROUNDS - 1):
            self._around = self._survey(self._around)

    def learn(self, decided: Iterable[tuple[Toponym, Meanings]]) -> None:
        """Take note of what names were found to mean."""
        news = {
            one.key: found
            for one, found in decided
            if len(found) == 1 and one.role != "affiliation" and len(self._meanings.get(one.key, ())) > 1
        }
        if news:
            self._meanings |= news
            self._around = self._survey(self._around)

    def _survey(self, known: Neighbourhood) -> Neighbourhood:
        """Return the neighbourhood that the names make, each by how likely it means what, as far as is known."""
        around = Neighbourhood()
        for key, found in self._meanings.items():
            weight = self._weights[key]
            if len(found) == 1:
                around.add(key, [(found[0], weight)])
            else:
                scores = [_by_size(one, found, key) + known.support(one, key) for one in found]
                most = max(scores)
                odds = [exp(score - most) for score in scores]
                total = sum(odds)
                around.add(key, [(one, weight * odd / total) for one, odd in zip(found, odds, strict=True)])
        for state, times in self._states.items():
            around.add_state(state, 1 + log(times))
        return around

    def neighbours(self, toponym: Toponym) -> tuple[str, float]:
        """Return the state of what a name means if it is a place, and how many names, the paper's too, lie around."""
        scores = self._scores(toponym)
        best = max(toponym.meanings, key=lambda one: scores[one.code])
        return best.state, self._around.near(best, toponym.key) + _PAPER * (toponym.key == self._home)

    def of(self, toponym: Toponym) -> tuple[Meanings, str]:
        """Return what is left of the meanings of a name, and in words why."""
        found, key = toponym.meanings, toponym.key
        if len(found) <= 1:
            return found, ""
        if settled := self._evidence.settled(key):
            return settled, "the article says which elsewhere"
        scores = self._scores(toponym)
        best = max(found, key=lambda one: scores[one.code])
        support = scores[best.code] - _by_size(best, found, key)
        if support < _SUPPORTED or not self._is_in_company(best, key):
            return ((best,), "by far the largest of that name") if best == prevailing(key) else (found, "")
        left = tuple(one for one in found if scores[one.code] > scores[best.code] - _LEAD)
        if len({one.state for one in left}) > 1:
            return found, ""
        named = self._evidence.names(best.state)
        return left, f"{best.state} is named in the article" if named else f"other names lie in {best.state}, too"

    def _is_in_company(self, best: Jurisdiction, key: str) -> bool:
        """Whether anything but guesses speaks for a meaning: a state that is named, or enough that lies nearby."""
        return self._evidence.names_a_state() or bool(self._home) or self._around.near(best, key) >= _COMPANY

    def _scores(self, toponym: Toponym) -> dict[str, float]:
        """Return how much speaks for each meaning, by code."""
        story, at, key = self._evidence.story(), toponym.start, toponym.key
        close = {one.state: self._evidence.closeness(one.state, at, key) for one in toponym.meanings}
        closest = max(close.values()) or 1.0
        return {
            one.code: _by_size(one, toponym.meanings, key)
            + self._around.support(one, key)
            + _NAMED_NEARBY * close[one.state]
            + _CLOSEST * (close[one.state] == closest)
            + _STORY * (one.state == story)
            + _OF_THE_PAPER * (one.state == self._paper)
            for one in toponym.meanings
        }


def _is_state(toponym: Toponym) -> bool:
    return toponym.meanings[0].kind == "state" and len(toponym.meanings) == 1


def _weight(toponym: Toponym) -> float:
    """Return how far a name tells where an article is at home."""
    weight = _WEIGHT[toponym.strength]
    if toponym.strength < Strength.PLACED and (toponym.rival or placewords.is_double(toponym.text)):
        weight *= _UNSURE
    return weight * (_AWAY if toponym.role == "affiliation" else 1.0)


def _by_size(one: Jurisdiction, found: Iterable[Jurisdiction], key: str) -> float:
    """Return what speaks for a meaning by itself; the one that a bare name means leads by what decides."""
    own = _SIZE * log(one.population + _HAMLET)
    if one == prevailing(key):
        others = [other.population for other in found if other != one]
        known = _KNOWN + _FAMOUS * (one.population >= _METROPOLIS)
        return known + max(own, _PREVAILING + _SIZE * log(max(others, default=0) + _HAMLET))
    return own
