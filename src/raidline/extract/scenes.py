"""Scenes: where a happening took place, else the jurisdiction whose act it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from raidline import lexicon
from raidline.extract.happenings import Happening
from raidline.extract.mentions import PlaceMention
from raidline.extract.offices import NATION, Office, find_offices
from raidline.extract.sentences import Span
from raidline.lexicon.patterns import compile_words
from raidline.models import Kind

# What an office does is its jurisdiction's act, wherever it is said; what agents do happens somewhere.
_ACTS_OF_OFFICE = {Kind.POLICY, Kind.STATEMENT, Kind.REPORT, Kind.ORDER, Kind.LEGISLATION, Kind.FUNDING}
_QUOTATION = re.compile(r"“[^“”\n]{1,1000}”|\"[^\"\n]{1,1000}\"")
_SUBJECT = re.compile(r"\b(?:[A-Z][\w’'-]+|he|she|they|it|the|a|an|his|her|their|its)\b")
_SCENE = ("scene", "area")
_ANY_ROLE = ("scene", "area", "organisation", "context")

Places = tuple[str, ...]


def _is_a_year_or_more(happening: Happening) -> bool:
    """Whether the date is so coarse that the act is a figure over time, not a scene of the article."""
    first, last = happening.timex.earliest, happening.timex.latest
    return first is None or last is None or last - first > timedelta(days=300)


@cache
def _nationwide() -> re.Pattern[str]:
    return compile_words(lexicon.load("place_words")["nationwide"])


class SceneFinder:
    """Answers, for one article, which places a happening belongs to."""

    def __init__(self, text: str, sentences: Sequence[Span], mentions: Sequence[PlaceMention]) -> None:
        self._text = text
        self._sentences = sentences
        # "U.S. officials" says who, not where: the nation is a place by its acts, not by its name
        self._mentions = [m for m in mentions if m.jurisdiction and m.jurisdiction.kind != "nation"]
        self._offices = find_offices(text, self._mentions)
        self._quotations = [m.span() for m in _QUOTATION.finditer(text)]
        named = Counter(m.jurisdiction.full_name for m in self._mentions if m.jurisdiction and m.role != "affiliation")
        self._main = named.most_common(1)[0][0] if named else NATION

    def places_of(self, happening: Happening, sentence: Span) -> tuple[Places, str]:
        """Return the full names of the places of a happening, and in words how they were found."""
        clause, trigger = happening.clause, happening.trigger
        office = self._acting(clause, trigger.end)
        if not office and not _SUBJECT.search(self._text, clause[0], trigger.start):
            office = self._acting(sentence, clause[0])  # "which went into effect": the subject stands before
        if happening.kind in _ACTS_OF_OFFICE and office:
            scenes = self._named(clause, _SCENE) if office.jurisdiction == NATION else ()
            return scenes or (office.jurisdiction,), f"an act of '{office.text}'"
        if nationwide := _nationwide().search(self._text, *clause):
            return (*self._named(clause, _SCENE), NATION), f"'{nationwide[0]}'"
        for span, where in ((clause, "in the clause"), (sentence, "in the sentence")):
            for roles in (_SCENE, ("organisation",), ("context",)):
                if found := self._named(span, roles):
                    return found, f"named {where}"
            if span is clause and office and not (happening.kind is Kind.OPERATION and office.jurisdiction == NATION):
                return (office.jurisdiction,), f"an act of '{office.text}'"
        if happening.kind is Kind.OPERATION:
            if office and _is_a_year_or_more(happening):
                return (office.jurisdiction,), f"an act of '{office.text}'"
            if found := self._from_before(sentence, _ANY_ROLE):
                return found, "named in a sentence before"
            if office := self._acting(sentence, sentence[1]):
                return (office.jurisdiction,), f"an act of '{office.text}'"
        speaker = self._acting((trigger.end, clause[1]), clause[1]) if trigger.role == "say" else None
        if speaker:  # "Speaking on Monday, the mayor ..."
            return (speaker.jurisdiction,), f"an act of '{speaker.text}'"
        if happening.kind is Kind.ORDER:
            return (NATION,), "an executive order"
        if found := self._from_before(sentence, _ANY_ROLE):
            return found, "named in a sentence before"
        return (self._main,), "the article is about it"

    def _acting(self, span: Span, before: int) -> Office | None:
        """Return the office nearest before a position, outside quotations: the subject of what is done there."""
        inside = [
            o
            for o in self._offices
            if span[0] <= o.start and o.end <= before and not any(a < o.start < b for a, b in self._quotations)
        ]
        return inside[-1] if inside else None

    def _from_before(self, sentence: Span, roles: Sequence[str]) -> Places:
        """Return the first place named in the nearest of the two sentences before."""
        at = self._sentences.index(sentence)
        for earlier in reversed(self._sentences[max(0, at - 2) : at]):
            if names := self._named(earlier, roles):
                return names[:1]
        return ()

    def _named(self, span: Span, roles: Sequence[str]) -> Places:
        start, end = span
        inside = [m.jurisdiction for m in self._mentions if start <= m.start < end and m.role in roles]
        return tuple(dict.fromkeys(j.full_name for j in inside if j))
