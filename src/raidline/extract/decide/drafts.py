"""Drafts: dated acts as the rules propose them, before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.extract.decide.words import Steps, step
from raidline.extract.events.answering import ANSWERS, own_part

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.events.event_mentions import Happening
    from raidline.extract.text.sentences import Span
    from raidline.places.jurisdiction import Jurisdiction

_AGES: Steps = (
    *((0, "same day"), (2, "two days"), (7, "week"), (14, "fortnight"), (31, "month")),
    *((92, "quarter"), (366, "year"), (1096, "three years"), (3653, "ten years")),
)
# By the days between the first and the last: what happened on May 5 and 6 is dated as exactly as by one day.
_BREADTHS: Steps = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"))


@dataclass(frozen=True)
class Draft:
    """A dated act in its sentence, the `number`th of the article from 0; `told` earlier acts have the same date.

    It is the `rank`th from 0 of the `dated` acts that the sentence tells.
    """

    article: Article
    sentence: Span
    happening: Happening
    number: int
    told: int
    rank: int = 0
    dated: int = 1

    @cached_property
    def quote(self) -> str:
        """The sentence."""
        return self.article.text[slice(*self.sentence)]

    @cached_property
    def own(self) -> Span:
        """The part of the sentence that tells of the act, without an earlier one that it answers."""
        happening = self.happening
        if happening.kind not in ANSWERS:
            return self.sentence
        return own_part(self.article.text, self.sentence, happening.trigger.start, happening.timex.end - 1)

    @cached_property
    def own_quote(self) -> str:
        """The same in words."""
        return self.article.text[slice(*self.own)]

    @cached_property
    def clause(self) -> str:
        """The clause of the trigger."""
        return self.article.text[slice(*self.happening.clause)]

    @cached_property
    def age(self) -> str:
        """How long before publication the date ends, in steps."""
        published, last = self.article.published, self.happening.named.latest
        if published is None or last is None:
            return "unknown"
        return step((published - last).days, _AGES, "older") if last <= published else "ahead"

    @cached_property
    def breadth(self) -> str:
        """How long the date is, in steps."""
        first, last = self.happening.named.earliest, self.happening.named.latest
        return "open" if first is None or last is None else step((last - first).days, _BREADTHS, "years")


@dataclass(frozen=True, slots=True)
class Telling:
    """A draft with what the rules read: where (and how they know), which bodies act, how many are counted."""

    draft: Draft
    places: tuple[Jurisdiction, ...]
    how_place: str
    agencies: tuple[str, ...]
    counts: Mapping[str, Count]

    @property
    def date(self) -> Edtf:
        """The time named, by which reports are compared; the act may be told to be before or after it."""
        return self.draft.happening.named
