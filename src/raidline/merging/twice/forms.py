"""Two titles in one form of words that differ in one word: "Clinic seeks ICE warrants", "Clinic seeks ICE emails"."""

from __future__ import annotations

import re

from raidline import lexicon
from raidline.merging.twice.scenes import scene_of

_WORD = re.compile(r"[\w’'-]+")
_LONG = 4  # words of a form; shorter titles are alike by chance
_ALIKE = 4  # letters: "detained" and "detainees"


def fill_one_form(one: str, other: str) -> bool:
    """Whether two titles are the same but for one word that means something else: on two days they are two events."""
    words = [_WORD.findall(title) for title in (one, other)]
    if len(words[0]) != len(words[1]) or len(words[0]) < _LONG:
        return False
    differing = [(a.lower(), b.lower()) for a, b in zip(*words, strict=True) if a.lower() != b.lower()]
    return len(differing) == 1 and _mean_two_things(*differing[0])


def _mean_two_things(one: str, other: str) -> bool:
    """Whether two words are of two things: no numbers, forms of one word, or words that people use for each other."""
    if one[:_ALIKE] == other[:_ALIKE] or not (one.isalpha() and other.isalpha()):
        return False
    small = lexicon.load("function_words")["words"]
    if one in small or other in small or not scene_of(one).classes.isdisjoint(scene_of(other).classes):
        return False
    return not any(one in row["words"] and other in row["words"] for row in _rows())


def _rows() -> list[dict[str, list[str]]]:
    rows: list[dict[str, list[str]]] = [*lexicon.load("retold"), *lexicon.load("same_acts")]
    return rows
