"""Apply the rules of timex_rules.yaml: find what looks like a time expression, without its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Final

from raidline.extract.timex.cues import Tense, lexicon_words, only_scheduled
from raidline.extract.timex.over import is_over
from raidline.extract.timex.patterns import Patterns, group_name, literal_class, literals
from raidline.extract.timex.rules import Rule, RuleTable
from raidline.extract.timex.tense import LASTS_UNTIL, tense
from raidline.extract.timex.tokens import Alphabet, Tokens, shapes, tokenise

# In the order in which rules are tried: among equally long matches the first wins.
RULE_FILES: Final = (
    "timex_lookalikes", "timex_days", "timex_holidays", "timex_years", "timex_relative", "timex_lengths",
)  # fmt: skip
_LONGEST_MODIFIER: Final = 6


@dataclass(frozen=True)
class Found:
    """Tokens `i` to `j` (exclusive) of a text, matched by a rule; `mod` is what the words before or after add."""

    tokens: Tokens
    i: int
    j: int
    rule: Rule
    groups: Mapping[str, tuple[int, int]]
    mod: str | None
    start: int  # the first token of the whole expression with its modifiers
    end: int
    inner: Found | None = None  # the expression after a rule that requires one

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return group in self.groups

    def words(self, group: str) -> list[str]:
        """Return the tokens of the group in lower case; none if it took no part in the match."""
        return self.tokens.words(*self.groups.get(group, (0, 0)))

    def word(self, group: str) -> str:
        """Return the tokens of the group in lower case, separated by single spaces."""
        return " ".join(self.words(group))

    def value(self, group: str, *classes: str) -> str | None:
        """Return what the classes say about the first word of the group that they know, or the rule's own value."""
        tables = [grammar().values[name] for name in classes]
        known = (table[word] for word in self.words(group) for table in tables if word in table)
        return next(known, self.rule.gives.get(group))

    def number(self, group: str, *classes: str) -> int:
        """Return the same as a number; 0 if the group took no part in the match."""
        return int(self.value(group, *classes) or 0)

    def with_mod(self, mod: str) -> Found:
        """Return the same match with another modifier."""
        return replace(self, mod=mod)

    @property
    def first_word(self) -> str:
        """The first word of the expression, in lower case."""
        return self.tokens[self.start].lower()

    @property
    def word_before(self) -> str:
        """The word before the expression, in lower case; empty at the start of the text."""
        return self.tokens.word(self.start - 1)

    @property
    def word_after(self) -> str:
        """The word after the expression, in lower case; empty at the end of the text."""
        return self.tokens.word(self.end)

    @cached_property
    def _tense(self) -> tuple[Tense | None, str]:
        return tense(self.tokens, self.start, self.end)

    @property
    def tense(self) -> Tense | None:
        """The tense of the clause around the expression; None if no verb shows it."""
        return self._tense[0]

    @property
    def ahead(self) -> bool:
        """Whether the clause is about the future."""
        return self._tense[0] == "future"

    @property
    def over(self) -> bool:
        """Whether the clause reports something that was done on that day."""
        return is_over(self.tokens, self.start, self.end)

    @property
    def only_scheduled(self) -> bool:
        """Whether only a verb in the present tense looks ahead: "the trial begins Monday"."""
        return self.ahead and only_scheduled(self._tense[1])

    @property
    def never_over(self) -> bool:
        """Whether the verb cannot tell of a day that is over: "expires", "takes effect"."""
        cue = self._tense[1]
        return self.ahead and (cue in lexicon_words()["never_over"] or cue.endswith(" effect") or cue == LASTS_UNTIL)

    @property
    def cue(self) -> str:
        """The word that shows the tense, in the form used in `how`."""
        return f" ('{self._tense[1]}')" if self._tense[1] else ""


_FIRST_WORDS: Final = frozenset({"On", "In", "At", "By", "Since"})


class Grammar:
    """All rules and words, compiled once."""

    def __init__(self, words: dict[str, Any], data: dict[str, Any]) -> None:
        self.values: dict[str, dict[str, str]] = {}
        surfaces: dict[str, set[str]] = {}
        for title, entry in words.items():
            name, listed = title.lower(), entry["words"]
            self.values[name] = {word.lower(): listed[word] if isinstance(listed, dict) else "" for word in listed}
            for word in listed:
                for form in _forms(word, entry.get("case", "lower")):
                    look = shapes(form) if entry.get("look") else frozenset()
                    surfaces.setdefault(form, set()).update({name} | look)
        phrases = data["phrases"]
        patterns = [
            *phrases.values(),
            *(entry["pattern"] for kind in ("rules", "tails", "modifiers") for entry in data[kind]),
        ]
        for word in {word for pattern in patterns for word in literals(pattern)}:
            for form in _forms(word, "lower"):
                surfaces.setdefault(form, set()).add(literal_class(word))
        self.alphabet = Alphabet(surfaces)
        self._patterns = Patterns(self.alphabet, phrases)
        self.rules = self._table(data["rules"])
        self._plain = RuleTable(rule for rule in self.rules.rules if not rule.then)
        kinds = {entry["of"] for entry in data["tails"]}
        self.tails = {kind: self._table([e for e in data["tails"] if e["of"] == kind]) for kind in kinds}
        self._modifiers = self._table([m for m in data["modifiers"] if "after" not in m])
        self._followers = self._table([m for m in data["modifiers"] if "after" in m])
        self._starts = re.compile(f"[{''.join(sorted(self.rules.firsts))}]")

    def _table(self, entries: list[dict[str, Any]]) -> RuleTable:
        return RuleTable(map(self._rule, entries))

    def _rule(self, entry: dict[str, Any]) -> Rule:
        source, first, second, alone = self._patterns.compile(entry["pattern"])
        gives = {k: v for k, v in entry.items() if isinstance(v, str)}
        then = tuple(entry.get("then", ()))
        return Rule(
            entry["pattern"],
            source,
            entry.get("reads", "modifier"),
            gives,
            entry.get("tail"),
            then,
            first,
            second,
            alone,
        )

    def find(self, text: str) -> Iterator[Found]:
        """Yield the matches of the rules, in order and without overlaps, the longest at each position."""
        tokens = tokenise(text, self.alphabet)
        at = floor = 0
        while start := self._starts.search(tokens.classes, at):
            fits = self.rules.at(tokens.classes, start.start())  # at most places none does
            found = self._longest(self.rules, tokens, start.start()) if fits else None
            if not found:
                at = start.start() + 1
                continue
            at = max(found.j, start.start() + 1)
            if found.rule.reads == "nothing":
                floor = at
                continue
            for part in self._with_tails(self._modified(found, floor)):
                at = floor = part.end
                yield part

    def _with_tails(self, found: Found) -> Iterator[Found]:
        yield found
        while found.rule.tail and (tail := self._longest(self.tails[found.rule.tail], found.tokens, found.end)):
            i, j = tail.groups["item"]
            found = Found(found.tokens, i, j, tail.rule, {**found.groups, **tail.groups}, None, i, j)
            yield found

    def _longest(self, table: RuleTable, tokens: Tokens, at: int) -> Found | None:
        best: re.Match[str] | None = None
        best_rule, best_end, inner = None, at, None
        for rule in table.at(tokens.classes, at):
            match = rule.regex.match(tokens.classes, at)
            if match is None or (match.end() <= best_end and not rule.then) or _begins_anew(tokens, at, match.end()):
                continue
            named = self._longest(self._plain, tokens, match.end()) if rule.then else None
            end = named.j if named else match.end()
            if end > best_end and (not rule.then or (named and named.rule.reads in rule.then)):
                best, best_rule, best_end, inner = match, rule, end, named
        if best is None or best_rule is None:
            return None
        groups = {group_name(name): best.span(name) for name in best.re.groupindex if best.start(name) >= 0}
        inner = replace(inner, start=at) if inner else None
        return Found(tokens, at, best_end, best_rule, groups, None, at, best_end, inner)

    def _modified(self, found: Found, floor: int) -> Found:
        """Return the expression with the modifiers before and after it: "about", "the end of", "or so"."""
        classes, mod = found.tokens.classes, None
        start, end = found.i, found.j
        for k in range(max(floor, found.i - _LONGEST_MODIFIER), found.i):
            if not (rules := self._modifiers.at(classes, k)):  # at most places
                continue
            fitting = (rule for rule in rules if _applies(rule, found.rule))
            before = next((rule for rule in fitting if _spans(rule, classes, k, start)), None)
            if before:
                start, mod = k, before.gives["mod"] or None
                break
        for rule in self._followers.at(classes, end):
            match = rule.regex.match(classes, end)
            if match and _applies(rule, found.rule):
                end, mod = match.end(), rule.gives["mod"]
                break
        return (
            found
            if mod is None and (start, end) == (found.i, found.j)
            else replace(found, mod=mod, start=start, end=end)
        )


def _begins_anew(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence begins amid tokens `start` to `end`, in a text without stops: "3 days ago On Thursday"."""
    return not _FIRST_WORDS.isdisjoint(tokens.written[start + 1 : end])


def _spans(rule: Rule, classes: str, start: int, end: int) -> bool:
    match = rule.regex.match(classes, start)
    return bool(match and match.end() == end)


def _applies(modifier: Rule, rule: Rule) -> bool:
    wanted = modifier.gives.get("to")
    return wanted is None or rule.gives.get("is", "point") in wanted


def _forms(word: str, case: str) -> set[str]:
    forms = {word, word.upper()}
    return forms | {word.capitalize()} if case == "lower" else forms


@cache
def grammar() -> Grammar:
    """Return the grammar of the shipped lexicon, compiled at the first call."""
    from raidline import lexicon  # noqa: PLC0415 - brings in yaml, which importing the tagger need not wait for

    shared = lexicon.load("timex_rules")
    rules = [rule for name in RULE_FILES for rule in lexicon.load(name)]
    return Grammar(lexicon.load("timex_words"), {**shared, "rules": rules})
