"""What stands around a dated act: the places named just before it, and the levels of government it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from raidline import lexicon
from raidline.extract.decide.story import Latest, Story, relation
from raidline.extract.events.actors import find_agencies
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.lexicon.wordlists import WordLists, compile_words
from raidline.places.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from raidline.extract.decide.drafts import Draft
    from raidline.extract.decide.named import Named
    from raidline.extract.text.sentences import Span


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around an act: which places its sentence names, what was named last, which bodies act."""

    kind: str
    names: str  # "local" places, only "wide" ones, or "none"
    latest: Latest
    paragraph: frozenset[Jurisdiction]  # named in it so far
    bodies: tuple[str, ...]
    agencies: tuple[str, ...]  # of the nation, in the clause
    around: tuple[PlaceMention, ...]  # in the sentences around it

    @classmethod
    def of(cls, draft: Draft, named: Named) -> Setting:
        """Return the setting of a draft."""
        text, at = draft.article.text, draft.happening.trigger.start
        here = named.places_between(*draft.sentence)
        return cls(
            draft.happening.kind.value,
            "local" if any(place.is_local for place in here) else "wide" if here else "none",
            Latest.before(at, named.mentions, named.starts),
            frozenset(named.places_between(text.rfind("\n", 0, at), at)),
            (
                *(f"clause body={body}" for body in levels_named(text, draft.happening.clause)),
                *(f"sentence body={body}" for body in levels_named(text, draft.sentence)),
            ),
            tuple(find_agencies(text, draft.happening.clause)),
            named.between(*named.around(draft)),
        )


@lru_cache(64)  # the acts of a sentence ask for it, and several for one clause
def levels_named(text: str, span: Span) -> tuple[str, ...]:
    """Return the levels of government that words of a stretch of text speak of."""
    return tuple(_levels().found_in(text, *span))


@cache
def _levels() -> WordLists:
    return WordLists({level: compile_words(row["words"]) for level, row in lexicon.load("levels").items()})


def of_setting(setting: Setting, place: Jurisdiction, story: Story, *, leads: bool) -> tuple[str, ...]:
    """Return how a place lies to what the article is about, and to what was named last.

    `leads` tells whether it is the place of its level that the article names most.
    """
    level, latest = place.level, setting.latest
    here, chief = f"sentence names={setting.names}", f"chief={relation(place, story.chief)}"
    region = f"region={relation(place, story.state)}"
    rank = f"latest={latest.rank(place)}"
    last = f"last={relation(place, latest.places[0] if latest.places else None)}"
    in_paragraph = f"paragraph={place in setting.paragraph}"
    return (
        chief,
        f"{chief}&lead={story.chief_share}",
        f"{chief}&{here}",
        f"{chief}&kind={setting.kind}",
        f"{region}&level={level}",
        f"{region}&level={level}&lead={story.state_share}",
        f"{region}&{here}",
        f"level={level}&{here}",
        f"{rank}&level={level}",
        f"{rank}&{here}",
        f"{rank}&{chief}",
        last,
        f"{last}&{here}",
        f"last of its level={latest.levels.get(level) == place}&level={level}",
        f"{in_paragraph}&level={level}",
        f"{in_paragraph}&{here}",
        *(
            feature
            for body in setting.bodies
            for feature in (
                f"{body}&level={level}",
                f"{body}&level={level}&leads={leads}",
                f"{body}&{chief}",
                f"{body}&{last}",
            )
        ),
    )
