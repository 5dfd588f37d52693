"""What an article tells once a day: reports of one kind and date whose places do not differ are of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from raidline.extract.decide.again.retelling import places_agree
from raidline.extract.decide.drafts import Telling
from raidline.merging.nearness import places_meet
from raidline.models import Kind

# An article tells of one protest, ruling or rule of a day and quotes it again; of raids and speeches there are several.
_ONE_A_DAY = frozenset({Kind.PROTEST, Kind.INCIDENT, Kind.RULING, Kind.HEARING, Kind.POLICY})


def joined(reports: Sequence[tuple[Telling, Kind]]) -> list[list[int]]:
    """Return which reports are of one happening, each group in order, by the numbers of the reports from 0."""
    groups: list[list[int]] = []
    dated: dict[tuple[Kind, tuple[date, date]], list[list[int]]] = {}
    for number, (telling, kind) in enumerate(reports):
        alike = dated.setdefault((kind, telling.date.bounds()), [])
        fitting = (group for group in alike if _in_one_place(telling, reports[group[0]][0]))
        group = next(fitting, None) if kind in _ONE_A_DAY else None
        if group is None:
            group = []
            groups.append(group)
            alike.append(group)
        group.append(number)
    return groups


def _in_one_place(one: Telling, two: Telling) -> bool:
    """Whether two reports can be of one place; a town that the sentence before names is another one, too."""
    named = all(telling.how_place.startswith("named in") for telling in (one, two))
    return places_agree(one, two) and (not named or bool(places_meet(one.places, two.places)))
