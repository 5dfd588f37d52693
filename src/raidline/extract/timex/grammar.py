"""The rules of timex_rules.yaml at work: what in a text looks like a time expression, not yet what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from raidline.extract.timex.patterns import compile_pattern, group_name, literal_class, literals
from raidline.extract.timex.tokens import Alphabet, Tokens, tokenise

_LONGEST_MODIFIER: Final = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its pattern, the reader that gives its meaning, and what it hands to the reader as it is."""

    regex: re.Pattern[str]
    reads: str
    gives: Mapping[str, str]
    tail: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `i` to `j` (not included) of a text, matched by a rule; `mod` is what the words before or after add."""

    tokens: Tokens
    i: int
    j: int
    rule: Rule
    groups: Mapping[str, tuple[int, int]]
    mod: str | None = None
    start: int = 0  # tokens of the whole expression, its modifiers included
    end: int = 0

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return name in self.groups

    def words(self, name: str) -> list[str]:
        """The tokens of the group in small letters; none when it took no part."""
        i, j = self.groups.get(name, (0, 0))
        return [self.tokens[k].lower() for k in range(i, j)]

    def word(self, name: str) -> str:
        """The tokens of the group in small letters, one space between two."""
        return " ".join(self.words(name))

    def value(self, name: str, word_class: str) -> str | None:
        """What the class says about the first word of the group that belongs to it; else what the rule gives."""
        values = grammar().values.get(word_class, {})
        return next((values[word] for word in self.words(name) if word in values), self.rule.gives.get(name))


class Grammar:
    """All rules and words, compiled once."""

    def __init__(self, words: dict[str, Any], data: dict[str, Any]) -> None:
        self.values: dict[str, dict[str, str]] = {}
        surfaces: dict[str, set[str]] = {}
        for name, entry in words.items():
            name, listed = name.lower(), entry["words"]
            self.values[name] = {word.lower(): listed[word] if isinstance(listed, dict) else "" for word in listed}
            for word in listed:
                for form in _forms(word, entry.get("case", "lower")):
                    surfaces.setdefault(form, set()).add(name)
        phrases = data["phrases"]
        patterns = [
            *phrases.values(),
            *(entry["pattern"] for kind in ("rules", "tails", "modifiers") for entry in data[kind]),
        ]
        for word in {word for pattern in patterns for word in literals(pattern)}:
            for form in _forms(word, "lower"):
                surfaces.setdefault(form, set()).add(literal_class(word))
        self.alphabet = Alphabet(surfaces)
        self._rules = self._table(data["rules"], phrases)
        self._tails = self._table(data["tails"], phrases)
        self._modifiers = self._table([m for m in data["modifiers"] if "after" not in m], phrases)
        self._followers = self._table([m for m in data["modifiers"] if "after" in m], phrases)
        self._starts = re.compile(f"[{''.join(self._rules)}]")

    def _table(self, entries: list[dict[str, Any]], phrases: dict[str, str]) -> dict[str, list[Rule]]:
        table: dict[str, list[Rule]] = {}
        for entry in entries:
            compiled = compile_pattern(entry["pattern"], self.alphabet, phrases)
            gives = {k: v for k, v in entry.items() if isinstance(v, str)}
            rule = Rule(compiled.regex, entry.get("reads", "modifier"), gives, "tail" in entry)
            for character in set(compiled.first):
                table.setdefault(character, []).append(rule)
        return table

    def find(self, text: str) -> Iterator[Found]:
        """What the rules match, in order and without overlaps; the longest at each place."""
        tokens = tokenise(text, self.alphabet)
        at = floor = 0
        while start := self._starts.search(tokens.classes, at):
            found = self._longest(self._rules, tokens, start.start())
            if not found:
                at = start.start() + 1
                continue
            at = max(found.j, start.start() + 1)
            if found.rule.reads == "nothing":
                floor = at
                continue
            found = self._modified(found, floor)
            at = floor = found.end
            yield found
            while found.rule.tail and at < len(tokens) and (tail := self._longest(self._tails, tokens, at)):
                i, j = tail.groups["item"]
                found = Found(tokens, i, j, tail.rule, {**found.groups, **tail.groups}, None, i, j)
                at = floor = j
                yield found

    def _longest(self, table: dict[str, list[Rule]], tokens: Tokens, at: int) -> Found | None:
        best: re.Match[str] | None = None
        best_rule = None
        for rule in table.get(tokens.classes[at], ()):
            match = rule.regex.match(tokens.classes, at)
            if match and match.end() > at and (best is None or match.end() > best.end()):
                best, best_rule = match, rule
        if best is None or best_rule is None:
            return None
        groups = {group_name(name): best.span(name) for name in best.re.groupindex if best.start(name) >= 0}
        return Found(tokens, at, best.end(), best_rule, groups, None, at, best.end())

    def _modified(self, found: Found, floor: int) -> Found:
        """The expression with the modifiers before and after it: "about", "early", "the end of", "or so"."""
        classes, start, end, mod = found.tokens.classes, found.i, found.j, None
        for k in range(max(floor, found.i - _LONGEST_MODIFIER), found.i):
            for rule in self._modifiers.get(classes[k], ()):
                match = rule.regex.match(classes, k)
                if match and match.end() == found.i and _applies(rule, found.rule):
                    start, mod = k, rule.gives["mod"] or None
                    break
            if start < found.i:
                break
        for rule in self._followers.get(classes[found.j : found.j + 1], ()):
            match = rule.regex.match(classes, found.j)
            if match and _applies(rule, found.rule):
                end, mod = match.end(), rule.gives["mod"] or None
                break
        return Found(found.tokens, found.i, found.j, found.rule, found.groups, mod, start, end)


def _applies(modifier: Rule, rule: Rule) -> bool:
    wanted = modifier.gives.get("to")
    return wanted is None or rule.gives.get("is", "point") in wanted


def _forms(word: str, case: str) -> set[str]:
    if case == "small":
        return {word, word.upper()}
    if case == "capital":
        return {word, word.upper()}
    return {word, word.capitalize(), word.upper()}


@cache
def grammar() -> Grammar:
    """The grammar of the shipped lexicon; compiled at the first call."""
    from raidline import lexicon  # brings in yaml, which importing the tagger need not wait for

    return Grammar(lexicon.load("timex_words"), lexicon.load("timex_rules"))
