"""Names that many people have, of a census and of births, and words of the language and names of large places.

No name that `is_given` or `is_family` knows is a word or a large place, so that it is hardly anything else; what is a
name of many and a word, too, is known apart. A word with a capital that the registers do not have is a rare name, or a
foreign one.
ATTRIBUTION.md says where they come from.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from raidline.places.gazetteer.sortedlines import SortedLines


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return a word in lower case and without accents, as it is looked up."""
    split = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D").casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


def is_given(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a given name in the registers."""
    return "g" in _sorts(word)


def is_family(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a family name in the registers."""
    return "f" in _sorts(word)


def may_be_given(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a given name in the registers, or one that is a word, too: "hope"."""
    return not {"g", "G"}.isdisjoint(_sorts(word))


def may_be_family(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a family name in the registers, or one that is a word: "castle"."""
    return not {"f", "F"}.isdisjoint(_sorts(word))


def is_word(word: str) -> bool:
    """Whether a word, as `plain` writes it, is one of the language or a large place, or each of its parts is."""
    return all("w" in _sorts(part) for part in word.split("-"))


@lru_cache(maxsize=65_536)
def _sorts(word: str) -> str:
    lines = _table().beginning(f"{word}\t")
    return lines[0].partition("\t")[2] if lines else ""


@cache
def _table() -> SortedLines:
    return SortedLines(Path(__file__).with_name("names.tsv"))
