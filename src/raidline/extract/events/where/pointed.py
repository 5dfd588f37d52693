"""Places that an act points at without a name: "a judge here", "the plant there", "at the jail", "across the state"."""

from __future__ import annotations

from collections.abc import Sequence

from raidline.extract.events.where.act import Act, Found
from raidline.extract.events.where.focus import Focus
from raidline.extract.events.where.positions import Positions
from raidline.extract.events.where.setoff import town_set_off
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import pointing
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.jurisdiction import Jurisdiction

_SCENE = ("scene", "area")
_FEW = 3  # words


class Pointed:
    """The words of an article that point at places, each a reading of an act."""

    def __init__(
        self, text: str, mentions: Sequence[PlaceMention], at: Positions, focus: Focus, home: Jurisdiction | None
    ) -> None:
        self._text, self._mentions, self._at, self._focus, self._home = text, mentions, at, focus, home

    def right_here(self, act: Act) -> Found:
        """Read "sued the government here", "a judge here freed" as done here, whatever else the clause names."""
        trigger, at = act.happening.trigger, pointing.here(self._text, *act.happening.clause)
        between = "" if at is None else self._text[min(at, trigger.end) : max(at, trigger.start)]
        return self.here_in_town(act) if between and len(between.split()) <= _FEW else None

    def here_in_town(self, act: Act) -> Found:
        """Read "a judge here" as a judge where the report is filed, or where its paper is at home."""
        at = pointing.here(self._text, *act.happening.clause)
        place = pointing.filed(self._mentions, at, self._home) if at is not None and not self._at.quoted(at) else None
        return ((place,), "'here'") if place else None

    def there(self, act: Act) -> Found:
        """Read "a judge there" as a judge in the place named last."""
        start, end = act.happening.clause
        if (at := pointing.there(self._text, start, end)) is None:
            return None
        named = self._named_up_to(at, act.sentence[0])
        if town := town_set_off(self._text, named[-2:]):
            return (town,), f"'there', in {town.short_name}"
        meant = pointing.meant_by_there(named)
        return ((meant.jurisdiction,), f"'there', in {meant.text}") if meant and meant.jurisdiction else None

    def _named_up_to(self, at: int, sentence: int) -> Sequence[PlaceMention]:
        """Return what a paragraph names before a position, or if nothing, what the one before it names.

        Not if its `sentence` tells of a site: "the men at the shelter who slept there".
        """
        section = self._focus.section_start(at)
        paragraph = max(self._text.rfind("\n", 0, at), section)
        if (named := self._at.mentions_in((paragraph, at))) or pointing.names_a_site(self._text, sentence, at):
            return named
        end = len(self._text[section:paragraph].rstrip()) + section
        return self._at.mentions_in((max(self._text.rfind("\n", 0, end), section), at))

    def at_a_site(self, act: Act) -> Found:
        """Read "at the jail" as the jail named before."""
        clause = act.happening.clause
        words, kind = pointing.site(self._text, clause) or ("", "")
        if words.startswith("Judge") and any(place.is_local for place in self._at.named(act.sentence, _SCENE)):
            return None
        federal, before = pointing.is_federal(self._text, *clause), self._at.mentions_in((0, clause[0]))
        meant = pointing.place_of_site(kind, self._text, before, federal=federal) if kind else None
        return ((meant.jurisdiction,), f"a site told of, '{words}'") if meant and meant.jurisdiction else None

    def in_the(self, span: Span) -> Found:
        """Read "in the state" as the state that the passage is about."""
        here = pointing.IN_THE.search(self._text, *span)
        place = self._focus.place(here.start(), pointing.KINDS_OF[here["what"] or here["all"]]) if here else None
        return ((place,), f"'{here[0]}'") if here and place else None
