"""Which of the places in an article a dated act belongs to: the evidence for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.events.actors import find_agencies
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.text.sentences import Span

NATION = "United States"
_BEFORE = 12  # characters that contain the preposition
_NEAR = 3  # sentences
_CHIEF = 10  # places


@dataclass(frozen=True, slots=True)
class Named:
    """The places that an article names, by full name, with what holds for the whole article."""

    sentences: Sequence[Span]
    mentions: tuple[PlaceMention, ...]  # those that are resolved, in order
    starts: tuple[int, ...]  # where they begin
    places: dict[str, Jurisdiction]  # as first named
    counts: Counter[str]
    inside: Counter[str]  # how often places of a state are named
    leaders: dict[str, str]  # the place named most often on each level
    peers: Counter[str]  # how many are named on each level
    chief: tuple[str, ...]  # the places named most often
    in_title: frozenset[str]
    filed: frozenset[str]  # the places of datelines
    publisher: str

    @classmethod
    def read(cls, article: Article, sentences: Sequence[Span], mentions: Sequence[PlaceMention]) -> Named:
        """Return the places of an article from its resolved mentions."""
        found = [(m, m.jurisdiction) for m in mentions if m.jurisdiction]
        places = {place.full_name: place for _, place in found}
        counts = Counter(place.full_name for _, place in found)
        inside: Counter[str] = Counter()
        leaders: dict[str, str] = {}
        for name, count in counts.items():
            inside[name.rpartition(", ")[2]] += count if "," in name else 0
            level = places[name].kind
            if level not in leaders or counts[leaders[level]] < count:
                leaders[level] = name
        return cls(
            sentences,
            tuple(m for m, _ in found),
            tuple(m.start for m, _ in found),
            places,
            counts,
            inside,
            leaders,
            Counter(place.kind for place in places.values()),
            tuple(name for name, _ in counts.most_common(_CHIEF)),
            frozenset(name for name in places if _short(name) in (article.title or "")),
            frozenset(place.full_name for m, place in found if m.how.startswith("the dateline")),
            f"{article.publisher or ''} {article.id}",
        )

    def level(self, name: str) -> str:
        """Return whether a full name means the nation, a state, a county or a place."""
        if name == NATION:
            return "nation"
        return self.places[name].kind if name in self.places else "place" if "," in name else "state"

    def between(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Return the mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def around(self, draft: Draft) -> tuple[PlaceMention, ...]:
        """Return the mentions in the sentence of a draft and in a few sentences before and after it."""
        first, last = max(0, draft.number - _NEAR), min(len(self.sentences) - 1, draft.number + _NEAR)
        return self.between(self.sentences[first][0], self.sentences[last][1])

    def offered(self, draft: Draft, ruled: Sequence[str]) -> tuple[str, ...]:
        """Return the full names to choose from, each once.

        These are the places that the rules read, those named around the act, in the title, in a dateline or most often,
        the states of all of them, and the nation; a limited number, however many places a long article names.
        """
        near = [m.jurisdiction.full_name for m in self.around(draft) if m.jurisdiction]
        names = [*ruled, *near, *self.chief, *sorted(self.in_title)[:_CHIEF], *sorted(self.filed)[:_CHIEF]]
        states = [name.rpartition(", ")[2] for name in names if "," in name]
        return tuple(dict.fromkeys([*names, *states, NATION]))


def features(telling: Telling, name: str, named: Named) -> Iterator[str]:
    """Yield the features of a draft and one of the offered places."""
    level = named.level(name)
    yield from _of_level(telling.draft, level, name, named)
    yield from _of_rules(telling, name, named)
    yield from _of_mentions(telling.draft, level, name, named)
    yield from _of_article(level, name, named)


def _of_level(draft: Draft, level: str, name: str, named: Named) -> Iterator[str]:
    yield f"level={level}"
    yield f"level={level}&kind={draft.happening.kind.value}"
    yield f"level={level}&breadth={draft.breadth}"
    yield f"trigger={draft.happening.trigger.text.lower().split()[-1][:6]}&level={level}"
    yield from (f"agency={body}&level={level}" for body in find_agencies(draft.article.text, draft.happening.clause))
    start, end = draft.sentence
    yield f"level={level}&named here={bool(named.between(start, end))}"
    yield f"inside={min(named.inside[name], 4)}&level={level}"


def _of_rules(telling: Telling, name: str, named: Named) -> Iterator[str]:
    """Yield the result of the rules; `reading` is the rule that decided, by the first words of its explanation."""
    level, ruled = named.level(name), telling.places
    reading = "+".join(telling.how_place.split("'")[0].split()[:3])
    if name not in ruled:
        yield f"not rule&reading={reading}"
        yield f"not rule&level={level}&than={named.level(ruled[0]) if ruled else ''}"
        return
    first = name == ruled[0]
    yield f"rule={first}"
    yield f"rule={first}&reading={reading}"
    yield f"rule={first}&level={level}"
    yield f"rule={first}&level={level}&reading={reading}"
    yield f"rule={first}&kind={telling.draft.happening.kind.value}"


def _of_mentions(draft: Draft, level: str, name: str, named: Named) -> Iterator[str]:
    """Yield where the place is named nearest to the act, and in what role."""
    if name in named.filed:
        yield "dateline"
        yield f"dateline&level={level}"
    nearest = ""
    for mention in named.around(draft):
        if mention.jurisdiction is None or mention.jurisdiction.full_name != name:
            continue
        if not (near := _nearness(draft, mention.start, named.sentences)):
            continue
        nearest = nearest or near
        yield f"near={near}"
        yield f"near={near}&role={mention.role}"
        yield f"near={near}&level={level}"
        yield f"near={near}&level={level}&kind={draft.happening.kind.value}"
        if near in ("clause", "sentence"):
            side = "before" if mention.start < draft.happening.trigger.start else "behind"
            yield f"side={side}&{near}"
            before = draft.article.text[max(0, mention.start - _BEFORE) : mention.start].split()
            yield f"preposition={before[-1] if before and before[-1].islower() else '^'}"
    yield f"nearest={nearest or 'none'}&level={level}"


def _nearness(draft: Draft, position: int, sentences: Sequence[Span]) -> str:
    """Return where a position lies relative to the act: "clause", "sentence", "before" ...; "" for far away."""
    if draft.happening.clause[0] <= position < draft.happening.clause[1]:
        return "clause"
    if draft.sentence[0] <= position < draft.sentence[1]:
        return "sentence"
    steps = bisect_right(sentences, position, key=lambda span: span[0]) - 1 - draft.number
    if abs(steps) > _NEAR or not steps:
        return ""
    return {1: "next", -1: "before"}.get(steps, "soon" if steps > 0 else "two before")


def _of_article(level: str, name: str, named: Named) -> Iterator[str]:
    times, most = named.counts[name], named.counts[named.chief[0]] if named.chief else 0
    share = int(4 * times / most) if most else 0
    yield f"share={share}"
    yield f"share={share}&level={level}"
    yield f"times={min(times, 5)}"
    leads = name == named.leaders.get(level)
    yield f"leads={leads}"
    yield f"leads={leads}&level={level}"
    yield f"leads={leads}&peers={min(named.peers[level], 5)}"
    if next(iter(named.places), None) == name:
        yield "named first"
    if name in named.in_title:
        yield "title"
        yield f"title&level={level}"
    if any(part in named.publisher for part in (_short(name), _short(name).lower().replace(" ", ""))):
        yield "publisher"


def _short(name: str) -> str:
    return name.partition(",")[0].removesuffix(" County").removesuffix(" City")
