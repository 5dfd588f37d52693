"""The small pattern language of the lexicon, compiled to regular expressions.

A space matches any white space, `a/b` are alternatives within a word, `*` matches any letters, ` ... ` up to six words.
A word in lower case also matches with a capital first letter; a word with capitals matches only as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# What a case-insensitive pattern takes for i, s and k beside their capitals, and `lower` does not turn into them.
_FOLDED = str.maketrans(
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}\N{LATIN SMALL LETTER LONG S}", "iis"
)
_GAP = r"(?:\s+[^\s.;:!?]+){0,6}?\s+"


def word_source(pattern: str) -> str:
    """Return the regular expression, as text without groups, for one lexicon pattern."""
    parts = [r"\s+".join(map(_token, part.split())) for part in pattern.split(" ... ")]
    return _GAP.join(parts)


def words_source(patterns: Iterable[str]) -> str:
    """Return the text of an expression for any of `patterns`, longest first, at word boundaries."""
    listed = longest_first(patterns)
    parts = [(letter, word_source(part)) for pattern in listed for letter, part in by_first_letter(pattern)]
    if any(letter == "*" for letter, _ in parts):  # it stands for any letter
        parts = [("", word_source(pattern)) for pattern in listed]
    return rf"(?<![\w-])(?:{either(parts)})(?![\w-])"


def either(sources: Iterable[tuple[str, str]]) -> str:
    """Return the text of an expression for any of some sources, each given with the letter that it begins with.

    Those of one letter are tried together, in order: at any other letter they fail at once, not one after the other.
    """
    of_letter: dict[str, list[str]] = {}
    for letter, source in sources:
        of_letter.setdefault(letter, []).append(source)
    return "|".join(f"(?:{'|'.join(group)})" if len(group) > 1 else group[0] for group in of_letter.values())


def alternatives(words: Iterable[str]) -> str:
    """Return the text of an expression for any of `words` as they are written, longest first, with any spacing."""
    longest = sorted(words, key=len, reverse=True)
    return either((word[:1].lower(), re.escape(word).replace(r"\ ", r"\s+")) for word in longest)


def longest_first(patterns: Iterable[str]) -> list[str]:
    """Return the patterns in the order in which they are tried, each once."""
    return sorted(set(patterns), key=lambda p: (-len(p), p))


def by_first_letter(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a pattern whose first words begin with the same letter, each after that letter in lower case.

    An expression that looks at the first letter before it tries any words is several times faster.
    """
    first, space, others = pattern.partition(" ")
    words = first.split("/")
    for letter in dict.fromkeys(word[:1].lower() for word in words):
        yield letter, "/".join(word for word in words if word[:1].lower() == letter) + space + others


def as_listed(text: str) -> str:
    """Return words of running text as the lexicon lists them, whatever their spacing and capitals there."""
    return " ".join(folded(text).split())


def folded(text: str) -> str:
    """Return a text in the small letters that a case-insensitive pattern has."""
    return (text if text.isascii() else text.translate(_FOLDED)).lower()


def _token(token: str) -> str:
    return f"(?:{'|'.join(map(_word, token.split('/')))})" if "/" in token else _word(token)


def _word(word: str) -> str:
    source = re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]")
    if word[:1].islower():
        return f"[{word[0]}{word[0].upper()}]{source[1:]}"
    return source
