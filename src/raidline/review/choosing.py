"""Which candidates a reviewer wants: those of some kinds, salient enough, at some places, reported by enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.models import Event, Kind
from raidline.review.desk import salience
from raidline.timeline.build import build_timeline

if TYPE_CHECKING:
    from raidline.article import Article


@dataclass(frozen=True, slots=True)
class Filter:
    """Which candidates to accept without asking: those that meet every given condition."""

    kinds: Collection[Kind] = ()
    salience: float = 0.0
    corroborated: int = 1

    def passes(self, candidate: Event, articles: Mapping[str, Article]) -> bool:
        """Whether a candidate is of an accepted kind, salient enough and reported by enough independent publishers."""
        return (
            (not self.kinds or candidate.kind in self.kinds)
            and salience(candidate) >= self.salience
            and (self.corroborated <= 1 or corroboration(candidate, articles) >= self.corroborated)
        )


def corroboration(candidate: Event, articles: Mapping[str, Article]) -> int:
    """Return how many independent publishers report it."""
    (entry,) = build_timeline([candidate], articles).entries
    return len(entry.publishers)
