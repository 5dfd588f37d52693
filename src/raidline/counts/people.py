"""Words for one count: those arrested, detained and taken into custody in one raid are the same people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raidline.counts.value import Count

_SAME = {
    "arrested": ("detained", "held", "taken", "seized", "apprehended"),
    "dead": ("killed", "died", "deaths", "fatalities"),
    "hurt": ("injured", "wounded"),
    "deported": ("removed",),
}
_ONE_COUNT = {other: what for what, others in _SAME.items() for other in others}


@dataclass(frozen=True, slots=True)
class Recount:
    """A number that a sentence of an article gives for one happening, of several that exclude each other."""

    what: str
    count: Count
    quote: str
    start: int
    end: int
    page: int | None = None


def one_count(what: str) -> str:
    """Return the name under which a count of the same people is compared: those killed and the dead are one."""
    return _ONE_COUNT.get(what, what)


def in_like_words(told: Sequence[Mapping[str, Count]]) -> list[dict[str, Count]]:
    """Return the counts of several reports under one name each, where the reports have several words for it.

    A report that tells the two apart keeps both: "arrested 12 and detained 30".
    """
    words = {what for counts in told for what in counts}
    names = Counter(map(one_count, words))
    several = {what: one_count(what) for what in words if names[one_count(what)] > 1}
    return [_renamed(counts, several) for counts in told]


def _renamed(counts: Mapping[str, Count], names: Mapping[str, str]) -> dict[str, Count]:
    found: dict[str, Count] = {}
    for what, count in counts.items():
        name = names.get(what, what)
        found[what if name in counts or name in found else name] = count
    return found
