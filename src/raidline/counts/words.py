"""How many, the way people write it: `51`, `at least 51`, `about 700`, `dozens`, `10 to 12`, `unknown`.

Conventions of our own: "about" reaches a tenth to either side; "nearly" reaches a tenth below and excludes the number
itself; a plural such as "dozens" means two of them or more; "several" and "a few" mean three or more.
Any of these may follow a hedge: "over thousands" has the bounds of "thousands", "up to dozens" has none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from raidline.counts.spelled import spelled

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: dict[str, float] = {"zero": 0, "no": 0, "none": 0, "half a": 0.5, "a": 1, "an": 1}
_WORDS |= {word: n for n, word in enumerate(_ONES + _TEENS, 1)}
_WORDS |= {tens: 10 * n for n, tens in enumerate(_TENS, 2)}
_WORDS |= {f"{tens}-{one}": 10 * n + m for n, tens in enumerate(_TENS, 2) for m, one in enumerate(_ONES[:9], 1)}
_UNITS = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_LARGEST = 10**12

_NUMBER = re.compile(
    r"(?P<figure>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?P<part>\.[0-9]{1,3}(?= ))?(?: (?P<unit>[a-z]+))?"
    r"|(?P<word>half a|[a-z]+(?:-[a-z]+)?)(?: (?P<word_unit>[a-z]+))?"
)
_VAGUE = re.compile(r"(?:(?P<many>several|a few|a couple(?: of)?|tens of|hundreds of) )?(?P<unit>[a-z]+)")
_MANY = {"several": 3, "a few": 3, "a couple": 2, "a couple of": 2, "tens of": 20, "hundreds of": 200}
_AT_LEAST = re.compile(r"(?:at least|no fewer than|no less than|minimum of) (.+)|(.+) or more|(.+?) ?\+")
_MORE = re.compile(r"(?:more than|over|upwards of) (.+)")
_AT_MOST = re.compile(r"(?:up to|at most|no more than|as many as) (.+)|(.+) or (?:fewer|less)")
_FEWER = re.compile(r"(?:fewer than|less than|under) (.+)")
_ABOUT = re.compile(r"(?:about|around|approximately|roughly|some|an estimated|estimated) (.+)")
_NEARLY = re.compile(r"(?:nearly|almost|close to|just under) (.+)")
_RANGE = re.compile(r"(?:between (.+) and (.+)|(?:from )?(.+?)(?: to | or | ?[-–] ?)(.+))")


@lru_cache(maxsize=4_096)  # texts and timelines have the same small numbers again and again
def read(text: str) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number meant, None where no bound is known; ValueError says what to write."""
    words = " ".join(text.lower().split())
    if not words:
        raise ValueError('has no number; within braces, one with a comma needs quotes: {arrested: "1,200"}')
    bounds = _bounds(words) if len(words) <= 80 else None
    if bounds is None:
        raise ValueError(f"{text[:40]}: {_advice(words[:80])}")
    low, high = bounds
    if low is not None and high is not None and low > high:
        raise ValueError(f"{text}: the smaller number comes first")
    return bounds


def _bounds(words: str) -> tuple[int | None, int | None] | None:
    """Return the bounds, or None if the words are not a count."""
    if words == "unknown":
        return None, None
    for pattern, bounds in (
        (_AT_LEAST, lambda low, _: (low, None)),
        (_MORE, lambda low, high: (low if high is None else low + 1, None)),
        (_AT_MOST, lambda _, high: (None, high)),
        (_FEWER, lambda _, high: (None, high - 1 if high else None)),
        (_ABOUT, lambda low, high: (low * 9 // 10, None if high is None else -(-high * 11 // 10))),
        (_NEARLY, lambda low, high: (low * 9 // 10, None if high is None else max(high - 1, 0))),
    ):
        if match := pattern.fullmatch(words):
            amount = _amount(next(group for group in match.groups() if group))
            return None if amount is None else bounds(*amount)
    if amount := _amount(words):
        return amount
    if match := _RANGE.fullmatch(words):
        low, high = (_number(group) for group in match.groups() if group)
        return None if low is None or high is None else (low, high)
    return None


def _amount(words: str) -> tuple[int, int | None] | None:
    """Return the bounds of an amount that can follow a hedge: a number, "dozens" and the like."""
    number = _number(words)
    return _vague(words) if number is None else (number, number)


def _number(words: str) -> int | None:
    match = _NUMBER.fullmatch(words)
    if match is None:
        return spelled(words)
    unit = match["unit"] or match["word_unit"]
    factor = _UNITS.get(unit) if unit else 1
    if match["figure"]:
        value = float(match["figure"].replace(",", "") + (match["part"] or ""))
    elif match["word"] in _WORDS and (unit or match["word"] not in ("a", "an", "half a")):
        value = _WORDS[match["word"]]
    else:
        return None
    if factor is None or value * factor > _LARGEST:
        return None
    return round(value * factor)


def _vague(words: str) -> tuple[int, None] | None:
    """Return the bounds of "dozens", "several hundred" or "tens of thousands": at least that many."""
    if words in ("several", "a few"):
        return 3, None
    match = _VAGUE.fullmatch(words)
    if match is None:
        return None
    unit = _UNITS.get(match["unit"]) or _UNITS.get(match["unit"].removesuffix("s"))
    many = _MANY.get(match["many"] or "", 2 if match["unit"].endswith("s") else 0)
    return (many * unit, None) if unit and many else None


def _advice(words: str) -> str:
    if match := re.match(r"(?:at least |about |nearly |more than )?[0-9][0-9,]*(?= [a-z])", words):
        return f"write the number alone ({match[0]}); what is counted stands before the colon"
    return "write a number, `at least 51`, `about 700`, `nearly 700`, `10 to 12`, `dozens` or `unknown`"
