"""The rules for time expressions, found by the first two tokens of what they match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from raidline.memo import Memo

_PAIRS = 100_000  # of classes of tokens, more than there are


@dataclass(frozen=True)
class Rule:
    """One rule: its pattern, the reader that gives its meaning, and the values it passes to the reader."""

    pattern: str
    source: str  # the pattern as a regular expression
    reads: str
    gives: Mapping[str, str]
    tail: str | None  # which tails may follow: "Jan. 5-9"
    then: tuple[str, ...]  # readers, one of which must read what follows: "the week before [Labor Day]"
    first: frozenset[str] = frozenset()  # characters a match begins with
    second: frozenset[str] = frozenset()  # characters that come next in it
    alone: frozenset[str] = frozenset()  # characters that may be all of it

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled at its first use: an article needs a fifth of them."""
        return re.compile(self.source)


class RuleTable:
    """Rules in order, found by the first two tokens of what they match: most of them fit hardly any text."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._beginning: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for first in rule.first:
                self._beginning.setdefault(first, []).append(rule)
        self.firsts = frozenset(self._beginning)
        self._fitting = Memo(self._that_fit, _PAIRS)

    def at(self, classes: str, position: int) -> tuple[Rule, ...]:
        """Return the rules that may match at a position."""
        rules: tuple[Rule, ...] = self._fitting[classes[position : position + 2]]
        return rules

    def _that_fit(self, two: str) -> tuple[Rule, ...]:
        first, second = two[:1], two[1:]
        beginning = self._beginning.get(first, ())
        return tuple([rule for rule in beginning if second in rule.second or first in rule.alone])
