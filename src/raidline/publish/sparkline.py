"""A line of small bars, one for each month, to see at a glance when something happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raidline.timeline.density import Month

HEIGHT = 20
_LOWEST = 3  # keeps a single event visible beside a busy month
Scale = tuple[int, int]  # the numbers of its first and its last month
_LEAST = 36  # months; over fewer, a bar would be as wide as a word and reach into what stands beside it


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The data of an SVG path in a box of `width` (one unit for each month) by HEIGHT."""

    path: str
    width: int


def number_of(month: Month) -> int:
    """Return the number of a month, which is one more than that of the month before."""
    return month[0] * 12 + month[1]


def scale_of(counted: Mapping[int, int]) -> Scale:
    """Return the numbers of the first and the last month in which something is known to have happened."""
    return (min(counted), max(counted)) if counted else (0, 0)


def sparkline(counted: Mapping[int, int], scale: Scale) -> Sparkline:
    """Return the bars of the months, which are in order; the busiest is as high as the box. Several may share a scale.

    A scale of a few months begins earlier.
    """
    first, last = min(scale[0], scale[1] - _LEAST + 1), scale[1]
    peak = max(counted.values(), default=1)
    bars = [
        f"M{month - first}.5 {HEIGHT}v-{max(round(HEIGHT * number / peak), _LOWEST)}"
        for month, number in counted.items()
    ]
    return Sparkline("".join(bars), last - first + 1)
