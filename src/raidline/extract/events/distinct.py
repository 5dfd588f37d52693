"""One candidate for each happening of an article, however often the article tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from raidline.merging.sameness import contains, places_meet
from raidline.models import Candidate, Kind

# Acts that one body does once on one day. A day holds many statements, bills and rulings.
_DONE_ONCE = ({Kind.OPERATION}, {Kind.POLICY, Kind.ORDER}, {Kind.HEARING})
_COARSEST_REPEAT = timedelta(days=31)


def distinct(drafts: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without repetitions, in order of the text.

    A repetition is a draft of the same sentence with the same date and kind, or of an act done once, in a place in
    common, at the same date or at a coarser one that contains it ("in February" for "on February 9"). The most precise
    one stays, of equals the one that counts something, then the first; it takes over the participants of the others.
    """
    kept: list[Candidate] = []
    for draft in sorted(drafts, key=lambda c: (_length(c), not c.counts, c.start)):
        at = next((i for i, other in enumerate(kept) if _repeats(draft, other)), None)
        if at is None:
            kept.append(draft)
        else:
            participants = kept[at].participants | draft.participants
            kept[at] = kept[at].model_copy(update={"participants": participants})
    return sorted(kept, key=lambda c: c.start)


def _length(candidate: Candidate) -> timedelta:
    first, last = candidate.date.bounds()
    return last - first


def _repeats(draft: Candidate, kept: Candidate) -> bool:
    if draft.start == kept.start:
        return draft.date == kept.date and draft.kind is kept.kind
    if not any(draft.kind in kinds and kept.kind in kinds for kinds in _DONE_ONCE):
        return False
    if draft.status is not kept.status or not places_meet(draft, kept):
        return False
    return draft.date == kept.date or (_length(draft) < _COARSEST_REPEAT and contains(draft, kept))
