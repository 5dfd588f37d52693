"""Whether a report is in English, the only language in which dated acts are read."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon

_BEGINNING = 2_000  # characters by which the language of a report is known
_FEWEST = 20  # words; of fewer nothing can be said
_SHARE = 0.1  # English reports have at least half as many again, most of them four times as many
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_A-Z]+(?![\w’'-])")


def is_in_another_language(text: str) -> bool:
    """Whether few words of a report's beginning are of those that any English text has: "the", "of", "was"."""
    words = _WORD.findall(text[:_BEGINNING])
    return len(words) >= _FEWEST and sum(word in _common() for word in words) < _SHARE * len(words)


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon.load("function_words")["words"])
