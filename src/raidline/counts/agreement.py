"""Whether two counts can be one number, and whether a number of a source supports a count."""

from __future__ import annotations

import re

from raidline.counts.value import Count

_OPEN_IN_WORDS = 5  # "dozens" may be a hundred
_TWICE = 2  # "several hundred" are three hundred or more, "hundreds" two
_NEARLY_ALL = 0.8  # "up to 50" may be 45
_HUNDRED = 100
_HALF_TEN = 5  # "at least 75" may be 79
_FIGURE = re.compile(r"\d[\d,]*(?![\d.]*\s*(?:hundred|thousand|million|dozen))")


def agree(one: Count, other: Count) -> bool:
    """Whether two counts can be one number: they overlap if both have bounds, or else share a figure or a bound."""
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        meet = one.low <= other.high and other.low <= one.high
        return meet or not figures_of(one).isdisjoint(figures_of(other))
    return not figures_of(one).isdisjoint(figures_of(other))


def supports(stated: Count, count: Count) -> bool:
    """Whether what a source states supports a count; an exact count has to lie where the hedge of the source allows.

    "About 230" is 225 to 235, "more than 70" up to 79 (not "more than 80"), "dozens" up to 120; "hundreds" can
    be "about 800".
    """
    low, high = _meant(stated)
    if count.low is None or count.low != count.high:
        if _are_of_one_size(stated, count):
            return True
        if agree(stated, count) or count.low is None or count.high is None:
            return agree(stated, count)
        is_vague = not _written(stated) and stated.low is not None and stated.high is None
        return is_vague and count.low <= high and low <= count.high
    return low <= count.low <= high


def is_rounded(written: Count, count: Count) -> bool:
    """Whether a round number stands for an exact one, as in headlines: 1,500 for 1,534, but not 1,600 or 1,400."""
    whole, exact = written.low, count.low
    if not whole or not exact or whole != written.high or exact != count.high:
        return False
    step = min(_rounded_to(whole), whole // 10)
    return _rounded_to(whole) >= _HUNDRED and _rounded_to(exact) < _HUNDRED and -step <= 2 * (exact - whole) < 2 * step


def _are_of_one_size(one: Count, other: Count) -> bool:
    """Whether two counts are words without a figure, such as "hundreds" and "several hundred"."""
    if one.low is None or other.low is None or one.high is not None or other.high is not None:
        return False
    return not (_written(one) or _written(other)) and max(one.low, other.low) <= _TWICE * min(one.low, other.low)


def _meant(stated: Count) -> tuple[float, float]:
    low, high, written = stated.low, stated.high, _written(stated)
    if low is not None and high is not None:
        if low == high or len(written) != 1 or high < written[0]:
            return low, max([high, *written])
        reach = min(_rounded_to(written[0]) / 2, written[0] / 10)
        return written[0] - reach, min(written[0] + reach, high)
    if low is not None and written:
        step = _HALF_TEN if written[0] % 10 == _HALF_TEN else _rounded_to(written[0])
        return min(low, written[0]), max(low, written[0] + step - 1)
    if low is not None:
        return low, low * _OPEN_IN_WORDS
    return ((high or 0) * _NEARLY_ALL, high) if high is not None else (1.0, 0.0)


def _rounded_to(number: int) -> int:
    """Return the power of ten to which a number is rounded: 100 for 1,200."""
    return int(10 ** (len(str(number)) - len(str(number).rstrip("0"))))


def figures_of(count: Count) -> set[int]:
    """Return the numbers that a count contains or is bounded by."""
    return {*_written(count), *(bound for bound in (count.low, count.high) if bound is not None)}


def _written(count: Count) -> list[int]:
    """Return the numbers in digits, unless a unit follows: "4 million" has none."""
    return [int(figure.replace(",", "")) for figure in _FIGURE.findall(count.text)]
