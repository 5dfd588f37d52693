"""Which candidates a reviewer wants: those of some kinds, salient enough, at some places, reported by enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.models import Event, Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.review.desk import salience
from raidline.timeline.build import build_timeline

if TYPE_CHECKING:
    from raidline.article import Article


@dataclass(frozen=True, slots=True)
class Filter:
    """Which candidates to review, or to accept without asking: those that meet every given condition."""

    kinds: Collection[Kind] = ()
    salience: float = 0.0
    corroborated: int = 1
    places: Collection[Jurisdiction] = ()

    def passes(self, candidate: Event, articles: Mapping[str, Article]) -> bool:
        """Whether a candidate is of one of the kinds, salient, reported by enough publishers, in one of the places."""
        return (
            (not self.kinds or candidate.kind in self.kinds)
            and salience(candidate) >= self.salience
            and (self.corroborated <= 1 or corroboration(candidate, articles) >= self.corroborated)
            and (not self.places or any(_is_in(candidate, place) for place in self.places))
        )


def corroboration(candidate: Event, articles: Mapping[str, Article]) -> int:
    """Return how many independent publishers report it."""
    (entry,) = build_timeline([candidate], articles).entries
    return len(entry.publishers)


def article_of(candidate: Event) -> str:
    """Return the article that a candidate comes from, the first of several: its id, address or publisher."""
    source = candidate.sources[0]
    return source.article or source.url or source.publisher or ""


def article_by_article(candidates: Iterable[Event]) -> list[Event]:
    """Return candidates of one article after the other, otherwise in their order."""
    articles: dict[str, list[Event]] = {}
    for candidate in candidates:
        articles.setdefault(article_of(candidate), []).append(candidate)
    return [candidate for beside in articles.values() for candidate in beside]


def _is_in(candidate: Event, place: Jurisdiction) -> bool:
    return bool(build_timeline([candidate], {}, place=place).entries)
