"""Which of the places in an article a dated act belongs to: the evidence for each.

Most of it speaks of a level, not of one place, or is the same for every act of the article, so that each part is read
only once: an act has ten places to choose from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from raidline.extract.decide.named import NEAR, Named
from raidline.extract.decide.setting import Setting, levels_named, of_setting
from raidline.extract.decide.story import relation
from raidline.extract.events.where.focus import ABOUT
from raidline.extract.events.where.offices.chambers import of_some_state
from raidline.places.jurisdiction import Jurisdiction, Kind

if TYPE_CHECKING:
    from raidline.extract.decide.drafts import Draft, Telling
    from raidline.extract.text.sentences import Span
    from raidline.extract.toponyms.mentions import PlaceMention

_BELOW_THE_NATION = frozenset({"city", "county", "school", "state"})
_OF_THE_NATION = frozenset({"nation", "chamber"})
_BEFORE = 12  # characters that contain the preposition


def evidence(telling: Telling, named: Named) -> dict[Jurisdiction, tuple[str, ...]]:
    """Return the places offered for an act, each with its features."""
    setting = Setting.of(telling.draft, named)
    offered = named.offered(telling.draft, telling.places)
    levels = {level: _of_level(telling.draft, level, named, setting) for level in {place.level for place in offered}}
    reading = "+".join(telling.how_place.split("'")[0].split()[:3])
    near = _mentions_near(telling.draft, named, setting)
    return {
        place: (
            *levels[place.level],
            f"inside={min(named.inside[place], 4)}&level={place.level}",
            *_of_rules(telling, place, reading),
            *_of_mentions(telling.draft, place, named, near),
            *_of_article(place, named),
            *of_setting(setting, place, named.story, leads=named.leads(place)),
        )
        for place in offered
    }


def where_untold(telling: Telling, named: Named) -> str | None:
    """Return the name, or "", of the unknown place of an act that a town, a county or a state does; None for others.

    "The trustees voted on Monday" is no act of the nation because the article names nothing else.
    """
    draft = telling.draft
    if not all(place.is_nation for place in named.offered(draft, telling.places)):
        return None
    first, after = draft.happening.clause
    if here := [m for m in named.undecided if first <= m.start < after]:
        return _fullest(here[0].text, named.undecided)
    return _untold_around(telling, named, (first, draft.happening.trigger.start))


def _untold_around(telling: Telling, named: Named, before: Span) -> str | None:
    """Return the same of an act whose clause names none; `before` is what stands before the words for the act."""
    draft, text = telling.draft, telling.draft.article.text
    _, is_of, office = telling.how_place.partition("an act of ")
    if is_of and office.strip("'") in text[slice(*before)]:  # the nation's, not one that is only spoken of
        return None
    state = of_some_state().search(text, *before) and not named.between(*before)
    if state or any(draft.sentence[0] <= m.start < draft.sentence[1] for m in named.elsewhere):
        return ""
    levels = {*levels_named(text, before)}
    if levels & _OF_THE_NATION:
        return None
    is_local = levels & _BELOW_THE_NATION or (named.undecided and telling.how_place == ABOUT)
    return "" if is_local else None


def _fullest(name: str, undecided: Sequence[PlaceMention]) -> str:
    """Return the longest form of a name in the article: "Polk County" of "the Polk jail"."""
    first = name.partition(" ")[0]
    return max((m.text for m in undecided if m.text.partition(" ")[0] == first), key=len)


def _of_level(draft: Draft, level: Kind, named: Named, setting: Setting) -> tuple[str, ...]:
    return (
        f"level={level}",
        f"level={level}&kind={draft.happening.kind.value}",
        f"level={level}&breadth={draft.breadth}",
        f"trigger={draft.happening.trigger.text.lower().split()[-1][:6]}&level={level}",
        *(f"agency={body}&level={level}" for body in setting.agencies),
        f"level={level}&named here={bool(named.between(*draft.sentence))}",
    )


def _of_rules(telling: Telling, place: Jurisdiction, reading: str) -> tuple[str, ...]:
    """Return the result of the rules; `reading` is the rule that decided, by the first words of its explanation."""
    level, ruled = place.level, telling.places
    if place not in ruled:
        return f"not rule&reading={reading}", f"not rule&level={level}&than={ruled[0].level if ruled else ''}"
    first = place == ruled[0]
    return (
        f"rule={first}",
        f"rule={first}&reading={reading}",
        f"rule={first}&level={level}",
        f"rule={first}&level={level}&reading={reading}",
        f"rule={first}&kind={telling.draft.happening.kind.value}",
    )


def _mentions_near(
    draft: Draft, named: Named, setting: Setting
) -> Mapping[Jurisdiction, Sequence[tuple[str, PlaceMention]]]:
    """Return the mentions around an act by their place, in order, each with where it is."""
    found: dict[Jurisdiction, list[tuple[str, PlaceMention]]] = defaultdict(list)
    for mention in setting.around:
        if mention.jurisdiction and (near := _nearness(draft, mention.start, named.sentences)):
            found[mention.jurisdiction].append((near, mention))
    return found


def _of_mentions(
    draft: Draft,
    place: Jurisdiction,
    named: Named,
    around: Mapping[Jurisdiction, Sequence[tuple[str, PlaceMention]]],
) -> list[str]:
    """Return where the place is named nearest to the act, and in what role."""
    level = place.level
    told = ["dateline", f"dateline&level={level}"] if place in named.filed else []
    mentions = around.get(place, ())
    for near, mention in mentions:
        told += (
            f"near={near}",
            f"near={near}&role={mention.role}",
            f"near={near}&level={level}",
            f"near={near}&level={level}&kind={draft.happening.kind.value}",
        )
        if near in ("clause", "sentence"):
            side = "before" if mention.start < draft.happening.trigger.start else "behind"
            before = draft.article.text[max(0, mention.start - _BEFORE) : mention.start].split()
            told += f"side={side}&{near}", f"preposition={before[-1] if before and before[-1].islower() else '^'}"
    told.append(f"nearest={mentions[0][0] if mentions else 'none'}&level={level}")
    return told


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


def _of_article(place: Jurisdiction, named: Named) -> tuple[str, ...]:
    """Return what holds of a place for every act of the article."""
    if place not in named.told:
        named.told[place] = tuple(_read_article(place, named))
    return named.told[place]


def _read_article(place: Jurisdiction, named: Named) -> list[str]:
    level = place.level
    times, most = named.counts[place], named.counts[named.chief[0]] if named.chief else 0
    share = int(4 * times / most) if most else 0
    leads = named.leads(place)
    told = [
        f"share={share}",
        f"share={share}&level={level}",
        f"times={min(times, 5)}",
        f"leads={leads}",
        f"leads={leads}&level={level}",
        f"leads={leads}&peers={min(named.peers[level], 5)}",
    ]
    if next(iter(named.counts), None) == place:
        told.append("named first")
    if place in named.in_title:
        told += "title", f"title&level={level}"
    tells_of_a_town = relation(place, named.story.chief) == "around"  # the paper or the release of a county
    if place in named.of_the_paper and not tells_of_a_town:
        told.append("publisher")
    return told
