"""From text to tokens, each with one character that represents all its word classes.

Rules are then regular expressions over that string, with one character for each token: short and fast, and free of
white space, capital letters and punctuation variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from raidline.memo import remembered

_TOKEN: Final = re.compile(
    r"""([ ]?+)(                                                         # one space: a row of them is passed once
    (?!(?=[aApPoOFHQ])(?:[aApP][.mM]|[oO]['’]|FY|[QH][1-4]))[^\W\d_]++   # most words; the others may be what follows
  | [^\w\s'’‘]                                                         # most signs: none of them begins what follows
  | \n[ \t\r]*\n\s*                                                     # a new paragraph
  | \d{4}-\d\d?-\d\d?(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])
  | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])
  | \d(?<![\w/.-]\d)(?:\d?-\d\d?-\d{4}|\d?\.\d\d?\.\d{4}|\d{3}/\d\d?/\d\d?)(?![\w/-]|\.\d)
  | \d{1,2}:\d\d(?::\d\d)?(?![\d:])
  | ['’‘]?\d0s\b | \d\d\d0['’]?s\b | ['’‘]\d\d\b(?!['’]?s\b)
  | \d{1,2}(?:st|nd|rd|th)\b
  | \d++(?:,\d{3}(?!\d))*+(?:\.\d+(?!\d))?+
  | [QH][1-4]\b | FY(?:\d{4}|\d\d)\b
  | [aApP](?:\.[ ]?[mM]\b\.?|[mM]\b)
  | [oO]['’]clock\b
  | [^\W\d_]++
  | ['’](?:s|S|ll|re|ve|d)\b
  | [^\s\w] | _
    )""",
    re.VERBOSE,
)
_SHAPES: Final = (
    ("iso_date", re.compile(r"\d{4}-\d\d?-\d\d?.*")),
    ("slash_date", re.compile(r"\d\d?/\d\d?/\d+")),
    ("figured_date", re.compile(r"\d\d?([-.])\d\d?\1\d{4}|\d{4}/\d\d?/\d\d?")),
    ("clock", re.compile(r"\d\d?:\d\d.*")),
    ("decade", re.compile(r"(?:\d\d|['’‘])?\d0['’]?s")),
    ("short_year", re.compile(r"['’‘]\d\d")),
    ("ordinal_day", re.compile(r"(?:[12]?1st|2?2nd|2?3rd|30th|31st|(?:[4-9]|1\d|20|2[4-9])th)")),
    ("ordinal_number", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("quarter_code", re.compile(r"Q[1-4]")),
    ("half_code", re.compile(r"H[12]")),
    ("fiscal_code", re.compile(r"FY\d+")),
    ("ampm", re.compile(r"[aApP]\.? ?[mM]\.?")),
    ("oclock", re.compile(r"[oO]['’]clock")),
    ("paragraph", re.compile(r"\n\s*")),
    ("number", re.compile(r"\d[\d,]*(?:\.\d+)?")),
    ("day", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("hour", re.compile(r"0?[1-9]|1[0-2]")),
    ("two_digits", re.compile(r"\d\d")),
    ("year", re.compile(r"19\d\d|20[0-5]\d")),
    ("old_year", re.compile(r"1[5-8]\d\d")),
    ("capitalised", re.compile(r"[^\W\d_a-z].*")),
    ("small", re.compile(r"[a-z].*")),
    ("money", re.compile(r"[$€£¥]")),
)
# One token of every shape, so that all combinations of classes are known before the rules are compiled.
_SAMPLES: Final = (
    *(str(n) for n in range(100)), *(f"0{n}" for n in range(10)), "100", "1600", "1600th", "1950", "2050", "2100",
    "12345", "1.5", "1,000", "2017-01-02", "1/2/17", "1.2.2017", "2:58", "1950s", "'80s", "80s", "'96", "1st", "32nd",
    "Q3", "H1", "FY17", "am", "a.m.", "AM", "o'clock", "\n\n", "word", "Word", "$", "#",
)  # fmt: skip
# Most tokens are letters only, or figures only: that spares them the other shapes.
_SHAPES_OF_LETTERS: Final = tuple((name, shape) for name, shape in _SHAPES if name in {"ampm", "capitalised", "small"})
_OF_FIGURES: Final = frozenset({"number", "day", "hour", "two_digits", "year", "old_year"})
_SHAPES_OF_FIGURES: Final = tuple((name, shape) for name, shape in _SHAPES if name in _OF_FIGURES)
_FIRST_CHARACTER: Final = 0x4E00  # any run of characters that mean nothing in a regular expression


def shapes(token: str) -> frozenset[str]:
    """Return the classes that follow from a token's form alone."""
    fitting = _SHAPES_OF_LETTERS if token.isalpha() else _SHAPES_OF_FIGURES if token.isdecimal() else _SHAPES
    return frozenset([name for name, shape in fitting if shape.fullmatch(token)])


class Alphabet:
    """Which character represents which combination of word classes."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Take the classes of each surface form from `words`; shapes are added."""
        self._characters: dict[frozenset[str], str] = {}
        self._of: dict[str, str] = {}
        for sample in _SAMPLES:
            self._character(shapes(sample))
        for word, classes in words.items():
            self._of[word] = self._character(shapes(word) - {"capitalised", "small"} | set(classes))
        self._small, self._capitalised, self._plain = (
            self._character(shapes(token)) for token in ("word", "Word", "#")
        )
        self.encode = remembered(16_384)(self._encode)

    def _character(self, classes: frozenset[str]) -> str:
        return self._characters.setdefault(classes, chr(_FIRST_CHARACTER + len(self._characters)))

    @cached_property
    def _members(self) -> dict[str, str]:
        members: dict[str, str] = {}
        for classes, character in self._characters.items():
            for name in classes:
                members[name] = members.get(name, "") + character
        return members

    def members(self, name: str) -> str:
        """Return all characters that represent the class; KeyError if no word belongs to it."""
        return self._members[name]

    def knows_all(self, classes: str) -> bool:
        """Whether none of the tokens is a word of no class."""
        return self._small not in classes and self._capitalised not in classes

    def _encode(self, token: str) -> str:
        """Return the character for a token of running text."""
        character = self._of.get(token)
        if character is None and len(token) > 2 and token.isalpha():
            return self._small if token[0] >= "a" and token[0].islower() else self._capitalised
        return character or self._characters.get(shapes(token), self._plain)


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text as written and in lower case, where each begins, and `classes`, one character for each."""

    text: str
    written: list[str]
    lower: list[str]
    starts: list[int]
    classes: str

    def __len__(self) -> int:
        return len(self.written)

    def __getitem__(self, i: int) -> str:
        return self.written[i]

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Return where token `i` begins in the text and where the one before token `j` ends."""
        return self.starts[i], self.starts[j - 1] + len(self.written[j - 1])

    def between(self, i: int, j: int) -> str:
        """Return the text from token `i` to token `j` (exclusive)."""
        start, end = self.span(i, j)
        return self.text[start:end]

    def word(self, i: int) -> str:
        """Return token `i` in lower case, "" where the text has none."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def words(self, i: int, j: int) -> list[str]:
        """Return tokens `i` to `j` (exclusive) in lower case; fewer if the text ends before that."""
        return self.lower[i if i > 0 else 0 : j if j > 0 else 0]  # a third of the time that `max` takes


_lower = remembered(16_384)(str.lower)  # equal words are kept once


def tokenise(text: str, alphabet: Alphabet) -> Tokens:
    """Return the tokens of `text` in order, without the white space between them."""
    pieces = _TOKEN.split(text)  # what no token contains, spaces, a token, ...
    written = pieces[2::3]
    starts = list(islice(accumulate(map(len, pieces)), 1, 3 * len(written), 3))
    return Tokens(text, written, list(map(_lower, written)), starts, "".join(map(alphabet.encode, written)))
