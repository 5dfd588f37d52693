"""Where people gather, or agents come, of whom only a county, a state or the council of another town is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raidline.extract.toponyms.mentions import PlaceMention
from raidline.models import Kind
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction

ENFORCEMENT = frozenset({Kind.OPERATION, Kind.INCIDENT})


class Gatherings:
    """The towns of an article and the homes of its paper, to be asked for the scene of an act without one."""

    def __init__(self, mentions: Sequence[PlaceMention], homes: Sequence[Jurisdiction], main: Jurisdiction) -> None:
        self._mentions, self._homes, self._main = mentions, homes, main

    def of(self, kind: Kind, place: Jurisdiction) -> Jurisdiction:
        """Return the town of a county where people gather, or else the place."""
        return self.town(place) if kind is Kind.PROTEST else place

    def town(self, place: Jurisdiction) -> Jurisdiction:
        """Return where people gather in a place: in a county, the town named most often.

        If none is named, the home of the paper, or the town in the title.
        """
        if place.level != "county":
            return place
        towns = Counter(m.jurisdiction for m in self._mentions if m.jurisdiction and m.jurisdiction.level == "place")
        likely = (*(town for town, _ in towns.most_common()), *(home for home in self._homes if home.level == "place"))
        return next((town for town in likely if within(town, place)), place)

    def after_an_office(self, kind: Kind, place: Jurisdiction, *, is_named: bool) -> Jurisdiction:
        """Return the scene of an act behind a sentence that tells of an office of a place, maybe `is_named` itself."""
        is_of_a_town = place.level == "place" and self._main.level == "place"
        if kind is Kind.PROTEST and (place.is_state or is_of_a_town):
            return self._main  # in the town of the story, whatever the state's senate or another town's council did
        return self.town(place) if kind in ENFORCEMENT and not is_named else place

    def after_a_place(self, kind: Kind, place: Jurisdiction) -> Jurisdiction:
        """Return the scene of an act behind a sentence that names a place, maybe only in those of its bodies."""
        if not all(m.role == "organisation" for m in self._mentions if m.jurisdiction == place):
            return place
        if kind is Kind.PROTEST and self._main.level == "place":
            return self._main
        return self.town(place) if kind in ENFORCEMENT else place

    @property
    def main(self) -> Jurisdiction:
        """The place that the article is about."""
        return self._main
