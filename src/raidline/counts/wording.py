"""A count with its name, as a sentence has it."""

from __future__ import annotations

import re

from raidline.counts.value import Count

_PLURALS = ("dozens", "scores", "hundreds", "thousands", "millions", "number")
_LONG = re.compile(r"(?<![\d.,])\d{5,12}(?![\d.,])")  # as spreadsheets write them: 12000
_DONE = ("ed", "dead", "hurt")  # how the names of what is done to people end: "dozens arrested"


def count_in_words(name: str, count: Count) -> str:
    """Return a count with its name: "at least 51 arrested", "dozens of agents", "1 family", "unknown number hurt"."""
    return " ".join(count_and_name(name, count))


def count_and_name(name: str, count: Count) -> tuple[str, str]:
    """Return a count and what is said behind it: ("dozens", "of agents")."""
    number = "unknown number" if str(count) == "unknown" else _LONG.sub(_grouped, str(count))
    words = name.replace("_", " ")
    if words.endswith(_DONE):
        return number, words
    if count.low == count.high == 1:
        return number, _singular(words)
    return number, f"of {words}" if number.endswith(_PLURALS) else words


def _grouped(digits: re.Match[str]) -> str:
    return f"{int(digits[0]):,}"


def number_in_words(name: str) -> str:
    """Return "number arrested", "number of agents"."""
    words = name.replace("_", " ")
    return f"number {words}" if words.endswith(_DONE) else f"number of {words}"


def _singular(words: str) -> str:
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words
