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
from raidline.places.jurisdiction import Jurisdiction, Kind
from raidline.places.lookup import nation, state_of

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.text.sentences import Span

_BEFORE = 12  # characters that contain the preposition
_NEAR = 3  # sentences
_CHIEF = 10  # places


@dataclass(frozen=True, slots=True)
class Named:
    """The places that an article names, with what holds for the whole article."""

    sentences: Sequence[Span]
    mentions: tuple[PlaceMention, ...]  # those that are resolved, in order
    starts: tuple[int, ...]  # where they begin
    counts: Counter[Jurisdiction]  # in the order in which they are first named
    inside: Counter[Jurisdiction]  # how often places of a state are named
    leaders: dict[Kind, Jurisdiction]  # the place named most often on each level
    peers: Counter[Kind]  # how many are named on each level
    chief: tuple[Jurisdiction, ...]  # the places named most often
    in_title: frozenset[Jurisdiction]
    filed: frozenset[Jurisdiction]  # the places of datelines
    publisher: str

    @classmethod
    def read(cls, article: Article, sentences: Sequence[Span], mentions: Sequence[PlaceMention]) -> Named:
        """Return the places of an article from its resolved mentions."""
        found = [(m, m.jurisdiction) for m in mentions if m.jurisdiction]
        counts = Counter(place for _, place in found)
        inside: Counter[Jurisdiction] = Counter()
        leaders: dict[Kind, Jurisdiction] = {}
        for place, count in counts.items():
            if (state := state_of(place)) != place:
                inside[state] += count
            if place.kind not in leaders or counts[leaders[place.kind]] < count:
                leaders[place.kind] = place
        return cls(
            sentences,
            tuple(m for m, _ in found),
            tuple(m.start for m, _ in found),
            counts,
            inside,
            leaders,
            Counter(place.kind for place in counts),
            tuple(place for place, _ in counts.most_common(_CHIEF)),
            frozenset(place for place in counts if _short(place) in (article.title or "")),
            frozenset(place for m, place in found if m.how.startswith("the dateline")),
            f"{article.publisher or ''} {article.id}",
        )

    def between(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Return the mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def around(self, draft: Draft) -> tuple[PlaceMention, ...]:
        """Return the mentions in the sentence of a draft and in a few sentences before and after it."""
        first, last = max(0, draft.number - _NEAR), min(len(self.sentences) - 1, draft.number + _NEAR)
        return self.between(self.sentences[first][0], self.sentences[last][1])

    def offered(self, draft: Draft, ruled: Sequence[Jurisdiction]) -> tuple[Jurisdiction, ...]:
        """Return the places to choose from, each once.

        These are the places that the rules read, those named around the act, in the title, in a dateline or most often,
        the states of all of them, and the nation; a limited number, however many places a long article names.
        """
        near = [m.jurisdiction for m in self.around(draft) if m.jurisdiction]
        told = [place for those in (self.in_title, self.filed) for place in sorted(those, key=str)[:_CHIEF]]
        places = [*ruled, *near, *self.chief, *told]
        return tuple(dict.fromkeys([*places, *map(state_of, places), nation()]))


def features(telling: Telling, place: Jurisdiction, named: Named) -> Iterator[str]:
    """Yield the features of a draft and one of the offered places."""
    yield from _of_level(telling.draft, place, named)
    yield from _of_rules(telling, place)
    yield from _of_mentions(telling.draft, place, named)
    yield from _of_article(place, named)


def _of_level(draft: Draft, place: Jurisdiction, named: Named) -> Iterator[str]:
    level = place.kind
    yield f"level={level}"
    yield f"level={level}&kind={draft.happening.kind.value}"
    yield f"level={level}&breadth={draft.breadth}"
    yield f"trigger={draft.happening.trigger.text.lower().split()[-1][:6]}&level={level}"
    yield from (f"agency={body}&level={level}" for body in find_agencies(draft.article.text, draft.happening.clause))
    start, end = draft.sentence
    yield f"level={level}&named here={bool(named.between(start, end))}"
    yield f"inside={min(named.inside[place], 4)}&level={level}"


def _of_rules(telling: Telling, place: Jurisdiction) -> Iterator[str]:
    """Yield the result of the rules; `reading` is the rule that decided, by the first words of its explanation."""
    level, ruled = place.kind, telling.places
    reading = "+".join(telling.how_place.split("'")[0].split()[:3])
    if place not in ruled:
        yield f"not rule&reading={reading}"
        yield f"not rule&level={level}&than={ruled[0].kind if ruled else ''}"
        return
    first = place == ruled[0]
    yield f"rule={first}"
    yield f"rule={first}&reading={reading}"
    yield f"rule={first}&level={level}"
    yield f"rule={first}&level={level}&reading={reading}"
    yield f"rule={first}&kind={telling.draft.happening.kind.value}"


def _of_mentions(draft: Draft, place: Jurisdiction, named: Named) -> Iterator[str]:
    """Yield where the place is named nearest to the act, and in what role."""
    level = place.kind
    if place in named.filed:
        yield "dateline"
        yield f"dateline&level={level}"
    nearest = ""
    for mention in named.around(draft):
        if mention.jurisdiction != place:
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


def _of_article(place: Jurisdiction, named: Named) -> Iterator[str]:
    level = place.kind
    times, most = named.counts[place], named.counts[named.chief[0]] if named.chief else 0
    share = int(4 * times / most) if most else 0
    yield f"share={share}"
    yield f"share={share}&level={level}"
    yield f"times={min(times, 5)}"
    leads = place == named.leaders.get(level)
    yield f"leads={leads}"
    yield f"leads={leads}&level={level}"
    yield f"leads={leads}&peers={min(named.peers[level], 5)}"
    if next(iter(named.counts), None) == place:
        yield "named first"
    if place in named.in_title:
        yield "title"
        yield f"title&level={level}"
    if any(part in named.publisher for part in (_short(place), _short(place).lower().replace(" ", ""))):
        yield "publisher"


def _short(place: Jurisdiction) -> str:
    return place.short_name.removesuffix(" County").removesuffix(" City")
