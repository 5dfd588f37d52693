"""The rules for time expressions, found by the first two tokens of what they match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


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
        self._fitting: dict[str, tuple[Rule, ...]] = {}

    def at(self, classes: str, position: int) -> tuple[Rule, ...]:
        """Return the rules that may match at a position."""
        two = classes[position : position + 2]
        rules = self._fitting.get(two)
        if rules is None:
            first, second = two[:1], two[1:]
            rules = self._fitting[two] = tuple(
                [rule for rule in self._beginning.get(first, ()) if second in rule.second or first in rule.alone]
            )
        return rules
