"""What stands in a stretch of an article: places, offices, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from raidline.extract.events.where.offices.office import Office
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.jurisdiction import Jurisdiction

_QUOTATION = re.compile(r"“[^“”\n]{1,1000}”|\"[^\"\n]{1,1000}\"")
_BY = re.compile(r"[^.;]{0,40}?\bby\s")
_OBLIQUE = re.compile(r"\b(?:to|with|for|told|asked|against|than)\s(?:the\s)?(?:U\.S\.\s)?$")
_NEAR_BY = 30  # characters


class Positions:
    """The places, offices and quotations of an article, to be asked what is in a stretch of its text."""

    def __init__(self, text: str, mentions: Sequence[PlaceMention], offices: Sequence[Office]) -> None:
        """Take mentions and offices in the order of the text."""
        self._text, self._mentions, self._offices = text, mentions, offices
        self._mention_starts = [m.start for m in mentions]
        self._office_starts = [o.start for o in offices]
        self._quotations = [m.span() for m in _QUOTATION.finditer(text)]

    def acting(self, span: Span, before: int) -> Office | None:
        """Return the office nearest before a position, outside quotations: the subject of the act there."""
        inside = [o for o in self.offices_in((span[0], before)) if o.end <= before and not self.quoted(o.start)]
        subjects = [o for o in inside if not _OBLIQUE.search(self._text, max(span[0], o.start - _NEAR_BY), o.start)]
        return (subjects or inside)[-1] if inside else None

    def quoted(self, position: int) -> bool:
        """Whether a position is within a quotation."""
        at = bisect_left(self._quotations, (position, position)) - 1
        return at >= 0 and position < self._quotations[at][1]

    def acting_by(self, clause: Span, position: int) -> Office | None:
        """Return the office after "by": "a statement sent by the mayor's office"."""
        by = _BY.match(self._text, position, clause[1])
        return next(iter(self.offices_in((by.end(), min(by.end() + _NEAR_BY, clause[1])))), None) if by else None

    def named(self, span: Span, roles: Sequence[str]) -> tuple[Jurisdiction, ...]:
        """Return the places that begin in a span, in one of these roles, each once."""
        return places_in(self.mentions_in(span), roles)

    def mentions_in(self, span: Span) -> Sequence[PlaceMention]:
        """Return the mentions that begin in a span."""
        return self._mentions[bisect_left(self._mention_starts, span[0]) : bisect_left(self._mention_starts, span[1])]

    def starts_in(self, span: Span) -> Sequence[int]:
        """Return where these mentions begin."""
        return [m.start for m in self.mentions_in(span)]

    def offices_in(self, span: Span) -> Sequence[Office]:
        """Return the offices that begin in a span."""
        return self._offices[bisect_left(self._office_starts, span[0]) : bisect_left(self._office_starts, span[1])]


def places_in(mentions: Sequence[PlaceMention], roles: Sequence[str]) -> tuple[Jurisdiction, ...]:
    """Return the places of mentions in one of these roles, each once."""
    return tuple(dict.fromkeys(m.jurisdiction for m in mentions if m.jurisdiction and m.role in roles))
