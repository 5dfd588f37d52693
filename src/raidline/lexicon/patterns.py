"""The small pattern language of the lexicon, compiled to regular expressions.

A space matches any white space, `a/b` are alternatives within a word, `*` matches any letters, ` ... ` up to six words.
A word in lower case also matches with a capital first letter; a word with capitals matches only as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# What a case-insensitive pattern takes for i, s and k beside their capitals, and `lower` does not turn into them.
_FOLDED = str.maketrans(
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}\N{LATIN SMALL LETTER LONG S}", "iis"
)
_GAP = r"(?:\s+[^\s.;:!?]+){0,6}?\s+"


def word_source(pattern: str) -> str:
    """Return the regular expression, as text without groups, for one lexicon pattern."""
    parts = [r"\s+".join(map(_token, part.split())) for part in pattern.split(" ... ")]
    return _GAP.join(parts)


def compile_words(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return one expression for any of `patterns`, longest first, at word boundaries."""
    return re.compile(words_source(patterns))


def words_source(patterns: Iterable[str]) -> str:
    """Return the text of `compile_words`, for use in a larger expression."""
    longest_first = sorted(set(patterns), key=lambda p: (-len(p), p))
    return rf"(?<![\w-])(?:{'|'.join(map(word_source, longest_first))})(?![\w-])"


def starting(patterns: Iterable[str]) -> str:
    """Return the text of a cheap test for the first letters of `patterns`, at the beginning of a word."""
    begins = {part[0] for pattern in patterns for part in pattern.split()[0].split("/")}
    first = begins | {letter.upper() for letter in begins}
    return rf"(?<![\w-])(?=[{''.join(sorted(map(re.escape, first)))}])"


def as_listed(text: str) -> str:
    """Return words of running text as the lexicon lists them, whatever their spacing and capitals there."""
    return " ".join(text.translate(_FOLDED).lower().split())


def _token(token: str) -> str:
    return f"(?:{'|'.join(map(_word, token.split('/')))})" if "/" in token else _word(token)


def _word(word: str) -> str:
    source = re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]")
    if word[:1].islower():
        return f"[{word[0]}{word[0].upper()}]{source[1:]}"
    return source
