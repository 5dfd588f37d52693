"""One candidate for each happening of an article, however often the article tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from raidline.models import Candidate, Kind

# Acts that one body does once on one day. A day holds many statements, bills and rulings.
_DONE_ONCE = ({Kind.OPERATION}, {Kind.POLICY, Kind.ORDER})
_COARSEST_REPEAT = timedelta(days=31)


def distinct(drafts: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without repetitions, in order of the text.

    A repetition is a draft of the same sentence with the same date and kind, or of an act done once, in a place in
    common, at the same date or at a coarser one that contains it ("in February" for "on February 9"). The most precise
    one stays, of equals the one that counts something, then the first.
    """
    kept: list[Candidate] = []
    for draft in sorted(drafts, key=lambda c: (_length(c), not c.counts, c.start)):
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda c: c.start)


def _length(candidate: Candidate) -> timedelta:
    return (candidate.date.latest or date.max) - (candidate.date.earliest or date.min)


def _repeats(draft: Candidate, kept: Candidate) -> bool:
    if draft.start == kept.start:
        return draft.date == kept.date and draft.kind is kept.kind
    if not any(draft.kind in kinds and kept.kind in kinds for kinds in _DONE_ONCE):
        return False
    if not set(draft.places) & set(kept.places) or draft.status is not kept.status:
        return False
    return draft.date == kept.date or (_length(draft) < _COARSEST_REPEAT and _contains(draft, kept))


def _contains(outer: Candidate, inner: Candidate) -> bool:
    return (outer.date.earliest or date.min) <= (inner.date.earliest or date.min) and (
        inner.date.latest or date.max
    ) <= (outer.date.latest or date.max)
