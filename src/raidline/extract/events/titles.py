"""Titles of candidates, made from what was read, never lifted from the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raidline import lexicon
from raidline.counts.value import Count
from raidline.models import Kind


def make_title(kind: Kind, agencies: Sequence[str], places: Sequence[str], counts: Mapping[str, Count]) -> str:
    """Return a title such as "ICE: at least 51 arrested in Austin, Texas"; it names no private person."""
    wording: dict[str, str] = lexicon.load("titles")[kind.value]
    done, count = next(iter(counts.items()), ("", None))
    shape = wording["counted"] if count and "counted" in wording else wording["plain"]
    title = shape.format(
        who=agencies[0] if agencies else "",
        count=count,
        done=done,
        where=places[0] if places else "an unknown place",
    )
    bare = title.removeprefix(": ").strip()
    return bare[:1].upper() + bare[1:]
