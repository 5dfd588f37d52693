"""Titles of candidates, composed from what was read, never copied from the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raidline.counts.value import Count
from raidline.counts.wording import count_in_words
from raidline.kinds.table import KINDS
from raidline.models import Event, Kind

# What is done to people comes first in a title; what else is counted only if nothing was, in the order of the text.
_DONE = ("dead", "arrested", "detained", "deported", "charged", "hurt", "released")


def make_title(kind: Kind, agencies: Sequence[str], places: Sequence[str], counts: Mapping[str, Count]) -> str:
    """Return a title such as "ICE: at least 51 arrested in Austin, Texas"; it names no private person."""
    row = KINDS[kind.value]
    done, count = min(counts.items(), key=lambda one: _rank(one[0]), default=("", None))
    shape = row.counted if count and row.counted else row.title
    title = shape.format(
        who=agencies[0] if agencies else "",
        counted=count_in_words(done, count) if count else "",
        where=places[0] if places else "an unknown place",
    )
    bare = title.removeprefix(": ").strip()
    return bare[:1].upper() + bare[1:]


def _rank(what: str) -> int:
    return _DONE.index(what) if what in _DONE else len(_DONE)


def is_made(event: Event) -> bool:
    """Whether an event still has a title that is made of its keys, or was when it was a candidate with more of each."""
    return event.title in made_titles(event.kind, event.agencies, event.places, event.counts)


def made_titles(
    kind: Kind, agencies: Sequence[str], places: Sequence[str], counts: Mapping[str, Count]
) -> frozenset[str]:
    """Return the titles that are made of some of these keys, of one of each."""
    each: list[Mapping[str, Count]] = [{}, *({name: count} for name, count in counts.items())]
    who: list[list[str]] = [[], *([name] for name in agencies)]
    return frozenset(make_title(kind, one, [where], counted) for one in who for where in places for counted in each)
