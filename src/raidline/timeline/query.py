"""Full-text search: `detainer OR sanctuary`, `"secure communities" -texas`, `deport*`.

All terms must occur; OR joins the terms beside it; quotation marks hold a phrase together; a leading minus excludes. A
word matches in any case, with or without diacritics, and in its plural and possessive; `deport*` matches all words that
begin so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]

_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\*?")
_QUOTATION_MARKS = str.maketrans("“”„", '"""')
_BETWEEN = r"[\W_]+"  # what may stand between the words of a phrase
_ENDINGS = "(?:e?s['’]?|['’]s)?"  # detainers, churches, Houston's


class QueryError(ValueError):
    """The text is no query; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, as a pattern over a folded text; `excluded` if it may not occur."""

    pattern: re.Pattern[str]
    excluded: bool = False

    def holds(self, folded: Iterable[str]) -> bool:
        """Whether the texts contain it, or none does if it is excluded."""
        return any(self.pattern.search(text) for text in folded) != self.excluded


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody searches for: of each group of `wanted`, one term must hold."""

    text: str
    wanted: tuple[tuple[Term, ...], ...]

    @classmethod
    def parse(cls, text: str) -> Query:
        """Read a query; QueryError if it has no terms, or ones that cannot be read."""
        groups: list[list[Term]] = []
        joining = False
        for read in _terms(text):
            if read is None:
                if joining or not groups:
                    raise QueryError("OR joins two terms: detainer OR sanctuary")
                joining = True
            elif joining:
                groups[-1].append(read)
                joining = False
            else:
                groups.append([read])
        if joining:
            raise QueryError("OR joins two terms: detainer OR sanctuary")
        if not groups:
            raise QueryError("write at least one word: detainer OR sanctuary")
        return cls(text, tuple(map(tuple, groups)))

    def matches(self, texts: Iterable[str]) -> bool:
        """Whether the texts, taken together, are what is searched for."""
        folded = [_folded(text) for text in texts]
        return all(any(term.holds(folded) for term in group) for group in self.wanted)

    def marks(self, text: str) -> tuple[Span, ...]:
        """Return where the words searched for stand in `text`: half-open spans in order that do not overlap."""
        folded = _folded(text)
        spans = sorted(
            found.span()
            for group in self.wanted
            for term in group
            if not term.excluded
            for found in term.pattern.finditer(folded)
        )
        apart: list[Span] = []
        for start, end in spans:
            if apart and start < apart[-1][1]:
                apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
            else:
                apart.append((start, end))
        return tuple(apart)


def _terms(text: str) -> Iterator[Term | None]:
    """Yield the terms, None for an OR."""
    text = text.translate(_QUOTATION_MARKS)
    if text.count('"') % 2:
        raise QueryError('a quotation mark is not closed: "secure communities"')
    for found in _TERM.finditer(text):
        written = found["phrase"] if found["plain"] is None else found["plain"]
        if found["plain"] and not found["minus"] and written in ("OR", "AND"):
            if written == "OR":
                yield None
            continue
        if found["plain"] and written.count("(") != written.count(")"):  # but 287(g) is a word
            raise QueryError("parentheses are not read; OR joins the terms beside it: detainer OR sanctuary")
        words = _WORD.findall(_folded(written))
        if not words:
            raise QueryError(f"{found[0]!r} holds no word; write one, such as detainer")
        yield Term(_pattern(words), excluded=bool(found["minus"]))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_BETWEEN.join(map(_inflected, words))}(?!\w)")


def _inflected(word: str) -> str:
    if word.endswith("*"):
        return rf"{re.escape(word[:-1])}\w*"
    plural = f"|{re.escape(word[:-1])}ies" if word.endswith("y") else ""
    return f"(?:{re.escape(word)}{_ENDINGS}{plural})"


@lru_cache(4_096)  # the texts of an event are matched, and then marked
def _folded(text: str) -> str:
    """Return a text in lower case without diacritics, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


@lru_cache(1_024)
def _plain(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[:1]
