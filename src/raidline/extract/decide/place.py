"""Which of the places in an article a dated act belongs to: the evidence for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from raidline.extract.decide.named import NEAR, Named
from raidline.extract.decide.setting import Setting, of_setting
from raidline.places.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from raidline.extract.decide.drafts import Draft, Telling
    from raidline.extract.text.sentences import Span

_BEFORE = 12  # characters that contain the preposition


def evidence(telling: Telling, named: Named) -> dict[Jurisdiction, tuple[str, ...]]:
    """Return the places offered for an act, each with its features."""
    setting = Setting.of(telling.draft, named)
    offered = named.offered(telling.draft, telling.places)
    return {place: tuple(_features(telling, place, named, setting)) for place in offered}


def _features(telling: Telling, place: Jurisdiction, named: Named, setting: Setting) -> Iterator[str]:
    yield from _of_level(telling.draft, place, named, setting)
    yield from _of_rules(telling, place)
    yield from _of_mentions(telling.draft, place, named, setting)
    yield from _of_article(place, named)
    leads = place == named.leaders.get(place.kind)
    yield from of_setting(setting, place, named.story, leads=leads)


def _of_level(draft: Draft, place: Jurisdiction, named: Named, setting: Setting) -> Iterator[str]:
    level = place.kind
    yield f"level={level}"
    yield f"level={level}&kind={draft.happening.kind.value}"
    yield f"level={level}&breadth={draft.breadth}"
    yield f"trigger={draft.happening.trigger.text.lower().split()[-1][:6]}&level={level}"
    yield from (f"agency={body}&level={level}" for body in setting.agencies)
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


def _of_mentions(draft: Draft, place: Jurisdiction, named: Named, setting: Setting) -> Iterator[str]:
    """Yield where the place is named nearest to the act, and in what role."""
    level = place.kind
    if place in named.filed:
        yield "dateline"
        yield f"dateline&level={level}"
    nearest = ""
    for mention in setting.around:
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
    if abs(steps) > NEAR or not steps:
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
    if place in named.of_the_paper:
        yield "publisher"
