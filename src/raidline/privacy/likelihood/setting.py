"""What has to be known of a text before a name in it can be judged."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from raidline.privacy.people import Person, places_in

_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 4  # letters
_ENOUGH = 4  # words of a headline
_FEW = 0.2  # the share of its words in small letters
_INNER_STOP = re.compile(r"[.;|]\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """A text and the names in it of which some may be private people's."""

    text: str
    surnames: Sequence[str]
    harmed: frozenset[str]  # the surnames of those arrested, hurt or killed
    public: frozenset[str]  # of those in an office or a role
    places: Sequence[tuple[int, int]]

    @property
    def is_headline(self) -> bool:
        """Whether nearly every word of its one sentence has a capital, so that a capital says nothing."""
        words = [word for word in _LETTERS.findall(self.text) if len(word) >= _LONG]
        small = sum(word[0].islower() for word in words)
        return len(words) >= _ENOUGH and small < _FEW * len(words) and not _INNER_STOP.search(self.text)


def setting_of(text: str, people: Sequence[Person], public: Collection[str]) -> Setting:
    """Return what has to be known of a text with these people, of whom those with the surnames `public` are public."""
    harmed = frozenset(one.surname for one in people if one.harmed)
    return Setting(text, tuple(one.surname for one in people), harmed, frozenset(public), places_in(text))
