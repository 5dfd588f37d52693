"""The words of standing.yaml as expressions, and what stands of a name beside its surname."""

from __future__ import annotations

import re
from collections.abc import Iterable

from raidline import lexicon
from raidline.lexicon.patterns import words_source

GIVEN = r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"  # what stands between and the surname
NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.’'-]*){1,3}"

Expressions = Iterable[re.Pattern[str]]


def listed(key: str) -> str:
    """Return the text of an expression for the words of a list of standing.yaml."""
    return words_source(lexicon.load("standing")[key])


def any_said(before: str, ending: Expressions, behind: str, opening: Expressions) -> bool:
    """Whether one of the expressions is found in what stands before a surname, or opens what stands behind it."""
    return any(one.search(before) for one in ending) or any(one.match(behind) for one in opening)
