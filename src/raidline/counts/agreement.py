"""Whether two counts can be one number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from raidline.counts.value import Count

_FIGURE = re.compile(r"\d[\d,]*")


def agree(one: Count, other: Count) -> bool:
    """Whether two counts can be one number: they overlap if both have bounds, or else share a figure or a bound."""
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        meet = one.low <= other.high and other.low <= one.high
        return meet or not figures_of(one).isdisjoint(figures_of(other))
    return not figures_of(one).isdisjoint(figures_of(other))


def figures_of(count: Count) -> set[int]:
    """Return the numbers that a count contains or is bounded by."""
    written: Iterable[int] = (int(figure.replace(",", "")) for figure in _FIGURE.findall(count.text))
    return {*written, *(bound for bound in (count.low, count.high) if bound is not None)}
