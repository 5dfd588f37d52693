"""Focus: which state, county or town a passage is about, judged by the heading above it and the names around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from raidline.extract.events.where.offices.office import Office
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.places.containment import counties_of, within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import nation, state_of

ABOUT = "the article is about it"  # of an act that has no place of its own
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)  # anchored at the start of a line, or spaces take for ever
_LONGEST_HEADING, _LONGEST_LABEL = 8, 80  # words; characters
_CLOSED = re.compile(r"[.!,;:][\"”’']*$")  # "TALLAHASSEE, Fla." ends like a sentence, but is a heading
_STATE_OF_CAPITALS = re.compile(r"[A-Z][A-Z .’'-]+, [A-Z][a-z]+\.$")
_LABEL = re.compile(r"(?:,\s[A-Z][\w.]*)?(?P<mark>[.:]|\s+(?:—|–|--?)|\s*\([A-Z][\w ]*\)\s+(?:—|–|--?))\s")
_BULLET = re.compile(r"[\s•*·#>-]*")
_CAPITAL = "WASHINGTON"  # heads reports about the government
_ABOUT = 0.6  # the share of the mentions on its level that a place has in an article about it
_IN_TITLE = 3  # times
_HOME = 2  # times, of a home that the text does not name, as its readers know it
_NATIONAL_STORY = 3  # times more often than any place it names national bodies
_OFTENER = 2  # times as often
_LATER = 100  # characters on, no office is "the sheriff of Kern County", and the county only another one
_ALMOST_ALL = 0.9  # of the people of a town, in one county


def main_place(
    mentions: Sequence[PlaceMention], offices: Sequence[Office], title: str, homes: Sequence[Jurisdiction] = ()
) -> Jurisdiction:
    """Return the most exact place that an article is about, judged by how often it or a body of it is named.

    A mention in the title counts as much as three in the text, that of a neighbourhood not at all: a town beside a city
    names many of the city's.
    """
    told = (m for m in mentions if m.role != "affiliation" and not m.is_a_part)
    named = Counter(m.jurisdiction for m in told if m.jurisdiction)
    acting = Counter(o.jurisdiction for o in offices if not o.jurisdiction.is_nation and not o.inferred)
    untold = Counter({home: _HOME for home in homes if home.is_local and home not in named})
    ranked = (named + acting + untold + _titled(named, title, _IN_TITLE)).most_common()
    # a state that is named no more often than one of its towns only locates that town
    most, times = max(ranked, key=lambda place: (place[1], place[0].is_local), default=(nation(), 0))
    is_national = sum(office.jurisdiction.is_nation for office in offices) > _NATIONAL_STORY * times
    return nation() if is_national else most


def _titled(places: Iterable[Jurisdiction], title: str, times: int) -> Counter[Jurisdiction]:
    named = sorted((at, str(place), place) for place in places if (at := title.find(place.short_name)) >= 0)
    return Counter({place: times for _, _, place in named})


class Focus:
    """Finds, for one article, which place of a kind a position in its text is about."""

    def __init__(
        self, text: str, mentions: Sequence[PlaceMention], homes: Sequence[Jurisdiction] = (), title: str = ""
    ) -> None:
        self._text, self._filed = text, _filed_from(mentions)
        self._homes = (*self._filed, *homes)
        self._named = {kind: list(_of_kind(mentions, kind)) for kind in ("state", "county", "place")}
        counts = {kind: Counter(place for _, place in named) for kind, named in self._named.items()}
        # of those named equally often, the one that the title names first
        self._counts = {kind: _titled(named, title, 1) + named for kind, named in counts.items()}
        self._all = {m.jurisdiction for m in mentions}
        self._sections = _sections(text, [m for m in mentions if m.jurisdiction])
        self._section_starts = [start for start, _ in self._sections]

    def heading(self, at: int) -> Jurisdiction | None:
        """Return the place of the nearest heading above a position; None if no such heading names one."""
        index = bisect_right(self._section_starts, at) - 1
        return self._sections[index][1] if index >= 0 else None

    def section_start(self, at: int) -> int:
        """Return where the section of a position begins, 0 in an article without sections."""
        index = bisect_right(self._section_starts, at) - 1
        return self._section_starts[index] if index >= 0 else 0

    def place(self, at: int, kind: str) -> Jurisdiction | None:
        """Return the state, county or town ("place") of a passage; None if none is named, and its paper has no home.

        That is the place of its heading, or else of the article, or else the home of its paper, or else the last one
        named in the paragraph, or else the one named most often; a paper also tells of other states.
        """
        if head := self.heading(at):
            found = _as_kind(head, kind) or self._last(kind, self.section_start(at), at)
            if found:
                return found
        counts = self._counts[kind]
        if not counts:
            return self._home(kind) or (self._around if kind == "county" else None)
        most, times = counts.most_common(1)[0]
        if kind == "county" and times == 1 and self._named[kind] and at + _LATER < self._named[kind][0][0]:
            most = self._around or most
        if times >= _ABOUT * counts.total() and (times > 1 or kind == "state" or not self.at_home(kind)):
            return most
        near = self._last(kind, self._text.rfind("\n", 0, at) + 1, at)
        return (near or most) if kind == "state" else (self.at_home(kind) or near or most)

    def at_home(self, kind: str) -> Jurisdiction | None:
        """Return the home of the paper if it is of a kind, and the article names it or nothing of its kind twice.

        Not a town that it is only filed from, if it is about another state: a ruling on a town is told from the court.
        """
        home = self._home(kind)
        if home is None or (home in self._filed and self._is_of_another_state(home)):
            return None
        return home if home in self._all or max(self._counts[kind].values(), default=0) <= 1 else None

    def _is_of_another_state(self, home: Jurisdiction) -> bool:
        """Whether another state is named more than twice as often as that of a town or a county."""
        states = self._counts["state"]
        return not home.is_district and max(states.values(), default=0) > _OFTENER * states[state_of(home)]

    def foremost(self, kind: str) -> Jurisdiction | None:
        """Return the place of a kind that the article names oftener than any other, and in the state it names most."""
        most = _leader(self._counts[kind])
        is_passing = most is None or self._counts[kind][most] <= 1 or _leader(self._counts["state"]) != state_of(most)
        return None if is_passing else most

    def times(self, place: Jurisdiction) -> int:
        """Return how often a town or a county is named, the title included."""
        return max(self._counts["place"][place], self._counts["county"][place])

    def leading(self, kind: str, passing: Jurisdiction) -> Jurisdiction | None:
        """Return the place of a kind that the article is about, beside which another is named only in passing.

        Of a town just named, a mayor may be told in the next sentence, however often the town is named.
        """
        counts, states = self._counts[kind], self._counts["state"]
        most = counts.most_common(1)[0][0] if counts else None
        if most is None or most == passing:
            return None
        is_elsewhere = states[state_of(most)] > states[state_of(passing)]
        is_rare = kind == "county" and counts[most] >= _OFTENER * counts[passing]
        return most if is_elsewhere or is_rare else None

    @cached_property
    def _around(self) -> Jurisdiction | None:
        """Return the county of the first home, or else the one in which the towns lie that are named oftenest."""
        if self._homes:
            return _county_around(self._homes[0])
        around: Counter[Jurisdiction] = Counter()
        for town, times in self._counts["place"].items():
            if county := _county_around(town):
                around[county] += times
        most = _leader(around)
        return most if most and _leader(self._counts["state"]) == state_of(most) else None

    def _home(self, kind: str) -> Jurisdiction | None:
        return next(filter(None, (_as_kind(home, kind) for home in self._homes)), None)

    def _last(self, kind: str, start: int, end: int) -> Jurisdiction | None:
        named = self._named[kind]
        index = bisect_right(named, end, key=lambda pair: pair[0]) - 1
        return named[index][1] if index >= 0 and named[index][0] >= start else None


def _filed_from(mentions: Sequence[PlaceMention]) -> tuple[Jurisdiction, ...]:
    """Return the one town or county that a text is filed from."""
    filed = {m.jurisdiction for m in mentions if m.jurisdiction and m.how.startswith(DATELINE)}
    return tuple(place for place in filed if place.is_local) if len(filed) == 1 else ()


def _county_around(town: Jurisdiction | None) -> Jurisdiction | None:
    """Return the county of a town that lies in one, or almost; the town itself if it is all of it."""
    around = counties_of(town) if town else ()
    if town is None or not around or around[0][1] < _ALMOST_ALL:
        return None
    return town if within(around[0][0], town) else around[0][0]


def _of_kind(mentions: Sequence[PlaceMention], kind: str) -> Iterator[tuple[int, Jurisdiction]]:
    """Yield where each place of a kind is named; a mention of a town counts for its state, too."""
    for mention in mentions:
        place = _as_kind(mention.jurisdiction, kind) if mention.jurisdiction else None
        if place and mention.role != "affiliation" and (kind == "state" or not mention.is_a_part):
            yield mention.start, place


def _leader(counts: Counter[Jurisdiction]) -> Jurisdiction | None:
    """Return what is named oftener than any other."""
    (most, times), (_, others) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
    return most if times > others else None


@cache
def _as_kind(place: Jurisdiction, kind: str) -> Jurisdiction | None:
    if place.is_district:
        return None  # has neither a governor nor a county government
    if kind == "state" and not place.is_nation:
        return state_of(place)
    return place if kind in (place.kind, place.level) else None


def _sections(text: str, mentions: Sequence[PlaceMention]) -> list[tuple[int, Jurisdiction | None]]:
    """Return where the sections of a round-up begin, each with its place; none if only one place heads any."""
    starts = [m.start for m in mentions]
    found: list[tuple[int, Jurisdiction | None]] = []
    for line in _LINE.finditer(text):
        inside = mentions[bisect_right(starts, line.start() - 1) : bisect_right(starts, line.end())]
        labelled = _labelled(text, line, inside)
        if labelled:
            found.append((line.start(), labelled))
        elif _is_heading(line[0]):
            named = {m.jurisdiction for m in inside}
            found.append((line.start(), named.pop() if len(named) == 1 else None))
    return found if len({place for _, place in found if place}) > 1 else []


def _is_heading(line: str) -> bool:
    if len(line.split(maxsplit=_LONGEST_HEADING)) > _LONGEST_HEADING:
        return False
    end = line[-_LONGEST_LABEL:]  # or a line of capitals takes the square of its length
    return not _CLOSED.search(end) or _STATE_OF_CAPITALS.search(end) is not None


def _labelled(text: str, line: re.Match[str], inside: Sequence[PlaceMention]) -> Jurisdiction | None:
    """Return the place that opens a paragraph: "OREGON. Two sheriffs ...", "Ohio: The governor ...", a dateline."""
    if not inside or not _BULLET.fullmatch(text, line.start(), inside[0].start):
        return None
    label = _LABEL.match(text, inside[0].end, line.end())
    shouted = inside[0].text.split(",")[0].isupper()
    if not label or not (shouted or label["mark"] == ":"):
        return None
    return nation() if inside[0].text == _CAPITAL else inside[0].jurisdiction
