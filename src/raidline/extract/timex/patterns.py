"""The small language of timex_rules.yaml, compiled to regular expressions over word-class characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from raidline.extract.timex.tokens import Alphabet

_LEXEMES: Final = re.compile(
    r"\s*(?:(?P<group>\w+):|(?:'(?P<sign>[^']+)'|(?P<literal>[a-z]+\b))|(?P<name>[A-Z][A-Z_]*)|(?P<repeat>[?*]|\{\d,\d\})|(?P<mark><!|.))"
)


class _Part(NamedTuple):
    regex: str
    first: frozenset[str] = frozenset()  # characters it may begin with
    second: frozenset[str] = frozenset()  # characters that may follow the first in it
    alone: frozenset[str] = frozenset()  # characters that may be all of it
    empty: bool = False  # whether it may match nothing

    def before(self, other: _Part) -> _Part:
        """Return this part with another one after it."""
        second = self.second | (other.first if self.alone else _NONE) | (other.second if self.empty else _NONE)
        return _Part(
            self.regex + other.regex,
            self.first | other.first if self.empty else self.first,
            second,
            (self.alone if other.empty else _NONE) | (other.alone if self.empty else _NONE),
            self.empty and other.empty,
        )


_NONE: Final = frozenset[str]()


def literals(pattern: str) -> Iterator[str]:
    """Yield the literal words and signs in a pattern."""
    for lexeme in _LEXEMES.finditer(pattern):
        if lexeme["literal"] or lexeme["sign"]:
            yield lexeme["literal"] or lexeme["sign"]


def literal_class(word: str) -> str:
    """Return the name of the class whose only member is `word`."""
    return f"'{word}'"


class Compiled(NamedTuple):
    """A pattern as a regular expression, with the characters a match can begin with, and those that can come second.

    A match that ends after one character consists of one of `alone`.
    """

    source: str
    first: frozenset[str]
    second: frozenset[str]
    alone: frozenset[str]


class Patterns:
    """Compiles patterns that share an alphabet and phrases."""

    def __init__(self, alphabet: Alphabet, phrases: Mapping[str, str]) -> None:
        self.alphabet = alphabet
        self.phrases = phrases
        self.parts: dict[str, _Part] = {}  # classes, and phrases without groups, are the same wherever they stand

    def compile(self, pattern: str) -> Compiled:
        """Return a pattern as a regular expression; KeyError names a class or phrase that does not exist."""
        part = _Parser(pattern, self, Counter()).whole()
        return Compiled(part.regex, part.first, part.second, part.alone)


def group_name(name: str) -> str:
    """Return the name that a rule gave to a group; the compiled expression adds a number to names."""
    return name.partition("__")[0]


class _Parser:
    def __init__(self, pattern: str, patterns: Patterns, groups: Counter[str]) -> None:
        self._lexemes = list(_LEXEMES.finditer(pattern.strip()))
        self._at = 0
        self._patterns = patterns
        self._groups = groups

    def whole(self) -> _Part:
        part = self._choice()
        if self._at < len(self._lexemes):
            raise ValueError(f"unbalanced: {self._lexemes[0].string}")
        return part

    def _peek(self, kind: str) -> str | None:
        return self._lexemes[self._at][kind] if self._at < len(self._lexemes) else None

    def _choice(self) -> _Part:
        options = [self._row()]
        while self._peek("mark") == "|":
            self._at += 1
            options.append(self._row())
        if len(options) == 1:
            return options[0]
        return _Part(
            "(?:" + "|".join(option.regex for option in options) + ")",
            _NONE.union(*(option.first for option in options)),
            _NONE.union(*(option.second for option in options)),
            _NONE.union(*(option.alone for option in options)),
            any(option.empty for option in options),
        )

    def _row(self) -> _Part:
        row = _Part("", empty=True)
        while self._at < len(self._lexemes) and self._peek("mark") not in {"|", ")"}:
            row = row.before(self._element())
        return row

    def _element(self) -> _Part:
        lexeme = self._lexemes[self._at]
        self._at += 1
        if lexeme["group"]:
            self._groups[lexeme["group"]] += 1
            name = f"{lexeme['group']}__{self._groups[lexeme['group']]}"
            part = self._element()
            if part.regex.endswith("?"):  # the repeat belongs outside the group: `y:YEAR?`
                return part._replace(regex=f"(?P<{name}>{part.regex[:-1]})?")
            return part._replace(regex=f"(?P<{name}>{part.regex})")
        if lexeme["mark"] == "(":
            part = self._choice()
            self._at += 1  # the closing parenthesis
            part = part._replace(regex=f"(?:{part.regex})")
        elif lexeme["mark"]:
            look = {"!": "(?!", "=": "(?=", "<": "(?<=", "<!": "(?<!"}[lexeme["mark"]]
            return _Part(f"{look}{self._element().regex})", empty=True)
        elif lexeme["literal"] or lexeme["sign"]:
            part = self._word(literal_class(lexeme["literal"] or lexeme["sign"]))
        elif lexeme["name"] in self._patterns.phrases:
            part = self._phrase(lexeme["name"])
        else:
            part = self._word(lexeme["name"].lower())
        repeat = self._peek("repeat")
        if repeat:
            self._at += 1
            part = _Part(
                part.regex + ("{0,8}" if repeat == "*" else repeat),
                part.first,
                part.second if repeat == "?" else part.second | part.first,
                part.alone,
                part.empty or repeat[:2] != "{1",
            )
        return part

    def _phrase(self, name: str) -> _Part:
        if part := self._patterns.parts.get(name):
            return part
        before = self._groups.total()
        part = _Parser(self._patterns.phrases[name], self._patterns, self._groups).whole()
        part = part._replace(regex=f"(?:{part.regex})")
        if self._groups.total() == before:
            self._patterns.parts[name] = part
        return part

    def _word(self, name: str) -> _Part:
        part = self._patterns.parts.get(name)
        if part is None:
            characters = self._patterns.alphabet.members(name)
            one = frozenset(characters)
            part = self._patterns.parts[name] = _Part(f"[{characters}]", one, alone=one)
        return part
