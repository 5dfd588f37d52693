"""A toponym, a name that may be a place, and the case of a known name of which that is to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Literal, NamedTuple

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.affiliations import TELLER
from raidline.extract.toponyms.names import Name
from raidline.extract.toponyms.namesakes import Meanings, largest, state_behind
from raidline.extract.toponyms.roles import read_role
from raidline.extract.toponyms.usage import Role, Usage


class Strength(IntEnum):
    """How strongly a toponym's own words mark it as a place."""

    BORNE = -1  # by something else, "Huntsville Memorial Hospital": a place only if the article mentions it elsewhere
    DOUBTFUL = 0  # in a headline, where the words beside it say nothing
    NAMED = 1
    PLACED = 2  # after a word of place, or before an office
    SURE = 3  # with its state, a dateline, "County"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that may be a place; `left` and `right` are the text beside it, `rival` its namesake abroad."""

    start: int
    end: int
    text: str
    key: str
    meanings: Meanings
    role: Role
    how: str
    strength: Strength
    rival: Abroad | None = None
    left: str = ""
    right: str = ""

    @property
    def may_be_anywhere(self) -> bool:
        """Whether it says nothing of where an article is set, as a Chicago-based group does; a witness is near."""
        return self.role == "affiliation" and not self.how.startswith(TELLER)


class No(Enum):
    """What a rule returns for a name that is not a place."""

    PLACE = 0


class Case(NamedTuple):
    """A known name in its run, with its meanings here and abroad, and others in the article with the same name."""

    name: Name
    key: str
    meanings: Meanings
    abroad: Abroad | None
    surnames: frozenset[str]

    @property
    def is_state_and_city(self) -> bool:
        """Whether both a state and a large city have the name: "Washington", "New York"."""
        return self.name.text in placewords.table("state_city_names")

    def toponym(self, strength: Strength, end: int, key: str, found: Meanings) -> Toponym:
        """Return a toponym up to `end`, in the role that the words after it allow."""
        name, usage = self.name, read_role(self.name, end)
        text, right = name.run.text[name.start : end], name.right(end)
        return Toponym(name.start, end, text, key, found, usage.role, usage.how, strength, None, name.left, right)

    def as_read(self, strength: Strength, usage: Usage) -> Toponym:
        """Return the toponym of the bare name."""
        name, how, rival = self.name, usage.how, self.abroad
        shown = name.start, name.end, name.text
        return Toponym(*shown, self.key, self.meanings, usage.role, how, strength, rival, name.left, name.right())

    def with_state(self, end: int, key: str, found: Meanings) -> Toponym | None:
        """Return the toponym of a name with the state after `end`; None if that state has no such place."""
        postal, after, _ = state_behind(self.name.run.text, end)
        here = tuple(j for j in found if j.state == postal and not j.is_state)
        return self.toponym(Strength.SURE, after, key, largest(here)) if here else None


Verdict = Toponym | Literal[No.PLACE] | None  # None: another rule decides
