"""Place mentions in running text: which capitalised names are places, which place, and in what role.

Each name is first read by its own words (`recognition`), then judged by the whole article (`judging`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from raidline.extract.text.wrapping import unwrapped
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.affiliations import CAME_FROM, HOME, TELLER
from raidline.extract.toponyms.initials import initials_of_sites
from raidline.extract.toponyms.judging.disambiguation import Disambiguation
from raidline.extract.toponyms.judging.parts_named import with_parts_of_named_towns
from raidline.extract.toponyms.judging.publishers import home_of
from raidline.extract.toponyms.judging.state_city_names import settle_state_city_names
from raidline.extract.toponyms.judging.stated import with_states_beside
from raidline.extract.toponyms.lists import in_lists
from raidline.extract.toponyms.names import find_runs
from raidline.extract.toponyms.namesakes import part_of
from raidline.extract.toponyms.people import surnames
from raidline.extract.toponyms.phrases.counties import county_lists, short_counties
from raidline.extract.toponyms.phrases.datelines import datelines
from raidline.extract.toponyms.phrases.offices import circuit_seats, legislators
from raidline.extract.toponyms.phrases.pairs import pairs
from raidline.extract.toponyms.phrases.states import abbreviated_states, states_behind
from raidline.extract.toponyms.recognition.known import opens_a_name
from raidline.extract.toponyms.recognition.runs import toponyms_in
from raidline.extract.toponyms.recognition.streets import without_streets
from raidline.extract.toponyms.recognition.toponym import Toponym
from raidline.extract.toponyms.usage import Role
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.names import normalise


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in the text that is read as a place.

    `candidates` are the jurisdictions it can mean, one if it is resolved. The role is `scene` (where something is),
    `affiliation` ("X-based"), `organisation` (an office or body of the place), `area` ("X-area") or `context`;
    `how` says in words why.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Jurisdiction, ...]
    role: Role
    how: str

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        """The one jurisdiction meant; None if its namesakes could not be distinguished."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def is_a_part(self) -> bool:
        """Whether it names a neighbourhood, a post or a jail, which has no government."""
        around = part_of(normalise(self.text)) if self.jurisdiction else None
        return around is not None and around == self.jurisdiction

    @property
    def is_the_government(self) -> bool:
        """Whether "Washington" means the government: it is a scene only as "in Washington"."""
        return self.text == "Washington" and not (self.role == "scene" and self.how.lower().startswith("'in"))


def find_places(text: str, publisher: str | None = None) -> list[PlaceMention]:
    """Return the place mentions of an article in order, resolved as far as the article and its paper allow."""
    saved, text = text, unwrapped(text)
    runs = list(find_runs(text))
    known = surnames(runs)
    read: list[Toponym | Abroad] = [*datelines(text), *county_lists(text), *legislators(text)]
    read += [*circuit_seats(text), *states_behind(text), *abbreviated_states(text), *pairs(text, known)]
    for run in runs:
        if any(map(opens_a_name, run.bare)):  # spares time
            read += toponyms_in(run, known)
    abroad = [one for one in read if isinstance(one, Abroad)]
    toponyms = [one for one in read if isinstance(one, Toponym)]
    short = {one.start: one for one in short_counties(runs, toponyms, known)}
    toponyms = [one for one in toponyms if one.start not in short]
    toponyms = in_lists(text, _without_overlaps([*without_streets(text, toponyms), *short.values()]))
    toponyms = with_parts_of_named_towns(with_states_beside(text, settle_state_city_names(toponyms)))
    judged = Disambiguation(toponyms, abroad, home_of(publisher or ""))
    found = _at_home(
        [
            PlaceMention(
                one.start, one.end, saved[one.start : one.end], found, one.role, "; ".join(filter(None, (one.how, why)))
            )
            for one, found, why in judged.accepted()
        ]
    )
    return sorted([*found, *_by_initials(text, found)], key=lambda one: one.start)


def _by_initials(text: str, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the mentions of sites by their initials, which are no part of another name."""
    taken = {one.start for one in found}
    local = [one for one in found if one.jurisdiction and one.jurisdiction.is_local]
    for start, end, number, is_scene in initials_of_sites(text, [(one.start, one.end) for one in local]):
        meant = local[number]
        role: Role = "scene" if is_scene else "context"
        if start not in taken:
            how = f"'{text[start:end]}' is short for a name with {meant.text}"
            yield replace(meant, start=start, end=end, text=text[start:end], role=role, how=how)


def _at_home(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Return mentions in which the town of people counts as named if the article is set there anyway.

    So does the home of somebody in an article that names no other town.
    """
    elsewhere = {m.jurisdiction for m in mentions if m.role != "affiliation"}
    is_elsewhere = any(place.is_local for place in elsewhere if place)
    return [
        replace(m, role="context")
        if m.jurisdiction
        and m.jurisdiction.is_local
        and (
            (m.how.startswith(CAME_FROM) and m.jurisdiction in elsewhere)
            or (m.how.startswith((HOME, TELLER)) and not is_elsewhere)
        )
        else m
        for m in mentions
    ]


def _without_overlaps(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return toponyms in order; of two that overlap, keep the first and longest, and among equals the first found."""
    kept: list[Toponym] = []
    for toponym in sorted(toponyms, key=lambda c: (c.start, -c.strength, -c.end)):
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return kept
