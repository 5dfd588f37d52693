"""The places that an article names: where, how often, and which of them are offered for an act."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raidline.extract.decide.story import Story, set_in
from raidline.extract.events.where.capital import IN_THE_STREETS, only_files
from raidline.extract.toponyms.affiliations import BOUND_FOR, CAME_FROM
from raidline.extract.toponyms.judging.publishers import home_of
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.namesakes import prevailing
from raidline.places.jurisdiction import Jurisdiction, Kind
from raidline.places.lookup import nation, state_of
from raidline.places.names import normalise

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.decide.drafts import Draft
    from raidline.extract.text.sentences import Span

NEAR = 3  # sentences
_CHIEF = 10  # places


@dataclass(frozen=True, slots=True)
class Named:
    """The places that an article names, with what holds for the whole article."""

    sentences: Sequence[Span]
    mentions: tuple[PlaceMention, ...]  # those that are resolved, in order
    places: tuple[Jurisdiction, ...]  # what each of them means
    starts: tuple[int, ...]  # where they begin
    counts: Counter[Jurisdiction]  # in the order in which they are first named
    inside: Counter[Jurisdiction]  # how often places of a state are named
    leaders: dict[Kind, Jurisdiction]  # the place named most often on each level
    peers: Counter[Kind]  # how many are named on each level
    chief: tuple[Jurisdiction, ...]  # the places named most often
    in_title: frozenset[Jurisdiction]
    filed: frozenset[Jurisdiction]  # the places of datelines
    filed_in_the_capital: bool  # which only a dateline names
    of_the_paper: frozenset[Jurisdiction]  # in the name of the publisher
    story: Story
    setting: tuple[Jurisdiction, ...]  # the town or county it is set in, or all of that name
    homes: tuple[Jurisdiction, ...]  # of the paper, and what only the title names
    undecided: tuple[PlaceMention, ...]  # towns and counties with namesakes that the article does not tell apart
    elsewhere: tuple[PlaceMention, ...]  # destinations, and states that people came from: nothing is told of them
    always: tuple[Jurisdiction, ...]  # offered for every act
    told: dict[Jurisdiction, tuple[str, ...]] = field(default_factory=dict)  # what holds of a place for every act

    @classmethod
    def read(
        cls,
        article: Article,
        sentences: Sequence[Span],
        mentions: Sequence[PlaceMention],
        only_in_title: Sequence[Jurisdiction] = (),
    ) -> Named:
        """Return the places of an article from its resolved mentions, and from what only its title names."""
        found = [(m, m.jurisdiction) for m in mentions if m.jurisdiction and not _is_elsewhere(m)]
        whole = Counter(place for m, place in found if not m.is_a_part)
        # a town beside a city names its parts
        counts = Counter({place: max(1, whole[place]) for place in (*only_in_title, *(place for _, place in found))})
        inside: Counter[Jurisdiction] = Counter()
        leaders: dict[Kind, Jurisdiction] = {}
        for place, count in counts.items():
            if (state := state_of(place)) != place:
                inside[state] += count
            if place.level not in leaders or counts[leaders[place.level]] < count:
                leaders[place.level] = place
        titled = frozenset(place for place in counts if _short(place) in (article.title or "")) | {*only_in_title}
        filed = frozenset(place for m, place in found if m.how.startswith("the dateline"))
        publisher = f"{article.publisher or ''} {article.id}"
        home = home_of(article.publisher or "").meanings
        paper = frozenset(place for place in counts if _is_in_the_name(place, publisher, counts))
        at_home = _home(home, counts)
        homes = tuple(dict.fromkeys([*([at_home] if at_home else ()), *(() if filed else only_in_title)]))
        known = frozenset([at_home] if at_home else ())
        story = Story.read(counts, titled, filed, paper | known if len(home) == 1 else paper)
        paper |= known
        chief = tuple(place for place, _ in counts.most_common(_CHIEF))
        by_name = (place for those in (titled, filed, paper) for place in sorted(those, key=str)[:_CHIEF])
        return cls(
            sentences,
            tuple(m for m, _ in found),
            tuple(place for _, place in found),
            tuple(m.start for m, _ in found),
            counts,
            inside,
            leaders,
            Counter(place.level for place in counts),
            chief,
            titled,
            filed,
            only_files(mentions),
            paper,
            story,
            set_in(story, mentions, home),
            homes,
            tuple(m for m in mentions if not m.jurisdiction and all(one.is_local for one in m.candidates)),
            tuple(m for m in mentions if _is_elsewhere(m)),
            tuple(dict.fromkeys((*chief, *by_name))),
        )

    def leads(self, place: Jurisdiction) -> bool:
        """Whether a place is the one of its level that the article names most."""
        return place == self.leaders.get(place.level)

    def between(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Return the mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def places_between(self, start: int, end: int) -> tuple[Jurisdiction, ...]:
        """Return what these mentions mean."""
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def around(self, draft: Draft) -> Span:
        """Return the sentence of a draft with a few sentences before and after it."""
        first, last = max(0, draft.number - NEAR), min(len(self.sentences) - 1, draft.number + NEAR)
        return self.sentences[first][0], self.sentences[last][1]

    def offered(self, draft: Draft, ruled: Sequence[Jurisdiction]) -> tuple[Jurisdiction, ...]:
        """Return the places to choose from, each once.

        These are the places that the rules read, those named around the act, in the title, in a dateline or most often,
        the home of the paper, the states of all of them, and the nation; a limited number, however many places a long
        article names.
        """
        places = list(dict.fromkeys((*ruled, *self.places_between(*self.around(draft)), *self.always)))
        if self.filed_in_the_capital and draft.happening.kind not in IN_THE_STREETS:
            places = [place for place in places if not place.is_district or place in ruled]
        return tuple(dict.fromkeys((*places, *map(state_of, places), nation())))


def _is_elsewhere(mention: PlaceMention) -> bool:
    """Whether "a bus to Reno" or "men from Nevada" names a place; of a town that people come from more is told."""
    place = mention.jurisdiction
    came_from = mention.how.startswith(CAME_FROM) and place is not None and place.is_state
    return came_from or mention.how.startswith(BOUND_FOR)


def _short(place: Jurisdiction) -> str:
    return place.short_name.removesuffix(" County").removesuffix(" City")


def _home(meanings: Sequence[Jurisdiction], counts: Counter[Jurisdiction]) -> Jurisdiction | None:
    """Return the home of a paper, of several with its name the one in a state that the article names, or the largest.

    None if it lies in no state that an article which names some is about: that paper is another's namesake.
    """
    states: Counter[str] = Counter()
    for place, times in counts.items():
        if place.state:
            states[place.state] += times
    most = max(states.values(), default=0)
    here = [place for place in meanings if not states or 2 * states[place.state] >= most]
    first = prevailing(normalise(meanings[0].name)) if len(meanings) > 1 else None
    found = here if len(here) == 1 else [place for place in here if place == first]
    return next(iter(found), None)


def _is_in_the_name(place: Jurisdiction, publisher: str, counts: Counter[Jurisdiction]) -> bool:
    """Whether a paper is named for a place; "The Milwaukee Courier" is for the city, not for the county around it."""
    name = _short(place)
    if name not in publisher and _run_together(place) not in publisher:
        return False
    towns = [one for one in counts if one.level == "place" and one.short_name in publisher]
    if place.is_state:
        return not any(name in one.short_name for one in towns)  # Kansas City is not all of Kansas
    is_called_so = place.level != "county" or place.name in publisher
    return is_called_so or not any(one.short_name == name for one in towns)


def _run_together(place: Jurisdiction) -> str:
    return _short(place).lower().replace(" ", "")
