"""What the sentences before an act tell of its place, if its own tells nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raidline.extract.events.where.act import Act, Found
from raidline.extract.events.where.focus import Focus
from raidline.extract.events.where.gathering import Gatherings
from raidline.extract.events.where.positions import Positions
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import pointing
from raidline.places.jurisdiction import Jurisdiction

_OF_AN_OFFICE = "the jurisdiction of"  # says how a place was found
_SENTENCES = 2
_ROLES = ("scene", "area", "organisation", "context")


class Preceding:
    """The sentences of an article, to be asked for the place named last before one of them."""

    def __init__(self, text: str, sentences: Sequence[Span], at: Positions, focus: Focus, crowds: Gatherings) -> None:
        self._text, self._sentences, self._at, self._focus, self._crowds = text, sentences, at, focus, crowds

    def named_before(self, act: Act) -> Found:
        """Read the place of the sentences before as that of an act, or the town in it where such acts happen."""
        here, how = self._of(act.sentence, self._crowds.main) or (None, "")
        if here is None:
            return None
        kind = act.happening.kind
        if how.startswith(_OF_AN_OFFICE):
            here = self._crowds.after_an_office(kind, here, is_named=self._focus.times(here) > 0)
        else:
            here = self._crowds.after_a_place(kind, here)
        return (self._crowds.of(kind, here),), how

    def _of(self, sentence: Span, main: Jurisdiction) -> tuple[Jurisdiction, str] | None:
        """Return the first place of the nearer of the two sentences before, or of an office there; in words how.

        In an article whose `main` place is a town or a county, "Tennessee" in passing is not its scene; nor is, from
        another paragraph on, what it names only once.
        """
        for earlier in self._before(sentence):
            found = pointing.scenes_beyond_dateline(self._at.mentions_in(earlier)) or self._at.named(earlier, _ROLES)
            if main.is_local:
                found = tuple(place for place in found if place.is_local)
                if self._text.find("\n", earlier[1] - 1, sentence[0]) >= 0:
                    found = tuple(place for place in found if place == main or self._focus.times(place) > 1)
            if found:
                return found[0], "named in a sentence before"
            local = [o for o in self._at.offices_in(earlier) if not o.jurisdiction.is_nation]
            if local:
                return local[-1].jurisdiction, f"{_OF_AN_OFFICE} '{local[-1].text}' in a sentence before"
        return None

    def _before(self, sentence: Span) -> Iterator[Span]:
        at, section = bisect_left(self._sentences, sentence), self._focus.section_start(sentence[0])
        for earlier in reversed(self._sentences[max(0, at - _SENTENCES) : at]):
            if earlier[0] < section:
                return
            yield earlier
