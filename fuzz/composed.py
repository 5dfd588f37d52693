"""Running text composed as the grammar composes it, so that readers meet what mutated prose seldom holds.

Time expressions are drawn from the compiled rules themselves: any rule, with any modifier before or behind it, any
tail, and the words around it that change how it is read. Numbers are drawn from the lexicon: any hedge before any
numeral, figures that are too long or in other scripts among them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from choices import Choices

from raidline import lexicon
from raidline.extract.timex.grammar import RULE_FILES, RuleTable, grammar
from raidline.extract.timex.patterns import literals

# What the shapes of tokens match, at their edges.
_SHAPED = (
    *(str(n) for n in range(32)), "00", "07", "99", "100", "0000", "1600", "1950", "2017", "2024", "2059", "2100",
    "9999", "12345", "1.5", "1,000", "2017-02-28", "2017-02-30", "0000-01-01", "9999-12-31T23:59", "1/2/17",
    "2/30/2017", "31/12/2016", "0/0/00", "2:58", "24:00", "25:61", "1950s", "0000s", "'80s", "80s", "'96", "1st", "2nd",
    "31st", "32nd", "0th", "1600th", "Q1", "Q3", "H2", "FY17", "FY9999", "am", "p.m.", "o'clock", "\n\n",
    "word", "Word", "$", "#", "\N{SUPERSCRIPT TWO}", "\N{ARABIC-INDIC DIGIT THREE}", "\N{FULLWIDTH DIGIT ONE}",
)  # fmt: skip
_AROUND = (
    "", "by", "since", "until", "from", "between", "as of", "to", "through", "and", "-", "ended", "over", "on", "in",
    "at", "(", ")", ",", ".", "The court will meet", "It met", "had filed", "they are to meet", "is",
    "the trial begins",    "later", "earlier", "He said", "20h00",
)  # fmt: skip
_SPACES = (" ", " ", " ", " ", "\n", "\N{NO-BREAK SPACE}", "")
_FIGURES = (
    "0", "1", "51", "2017", "1,000", "999,999", "999999999", "1,000,000,000,000,000", "0,000", "1.5", "3/4",
    "\N{ARABIC-INDIC DIGIT THREE}\N{ARABIC-INDIC DIGIT ONE}", "\N{FULLWIDTH DIGIT ONE},000",
    "\N{VULGAR FRACTION ONE HALF}",
)  # fmt: skip
# What a pattern that minds no case takes for s, i and k, beside their capitals.
_FOLDED = (
    ("s", "\N{LATIN SMALL LETTER LONG S}"), ("i", "\N{LATIN SMALL LETTER DOTLESS I}"),
    ("I", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"), ("k", "\N{KELVIN SIGN}"), ("", ""), ("", ""),
)  # fmt: skip


def times(choices: Choices) -> str:
    """Return one to three time expressions with what may stand before, behind and between them."""
    words: list[str] = []
    for _ in range(1 + choices.number(3)):
        words += choices.one_of(_AROUND).split()
        for table, always in ((modifiers(), False), (rules(), True), (followers(), False)):
            if always or choices.number(2):
                words += phrase(choices.one_of(table), choices)
        words += choices.one_of(_AROUND).split()
    return "".join(word + choices.one_of(_SPACES) for word in words)


def numbers(choices: Choices) -> str:
    """Return a sentence that counts, with any hedge before any number, in any case."""
    data = lexicon.load("counting")
    nouns = [noun for listed in data["nouns"].values() for noun in listed] + data["people"]
    done = [verb for listed in data["done_to"].values() for verb in listed]
    hedge = choices.one_of(["", *data["qualifiers"]])
    number = choices.one_of([*data["numerals"], *_FIGURES])
    text = f"ICE {choices.one_of(done)} {hedge} {number} {choices.one_of(nouns)} in Austin."
    text = choices.one_of((str, str, str.upper, str.title))(text)
    for plain, folded in (choices.one_of(_FOLDED), choices.one_of(_FOLDED)):
        text = text.replace(plain, folded) if plain else text
    return text.replace(" ", choices.one_of(_SPACES[:-1]))


@cache
def rules() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of all rules, each once."""
    return _patterns(grammar().rules)


@cache
def modifiers() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what may stand before an expression and change it: "about", "the end of"."""
    return _patterns(grammar()._modifiers)


@cache
def followers() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what may stand behind: "or so", and all tails."""
    tails = [pattern for table in grammar().tails.values() for pattern in _patterns(table)]
    return (*_patterns(grammar()._followers), *tails)


@cache
def named_behind() -> dict[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return by its pattern what has to follow a rule: "the week before" is none without a day."""
    rules = list(grammar().rules.rules)
    return {
        rule.regex: tuple(dict.fromkeys(one.regex for one in rules if one.reads in rule.then and not one.then))
        for rule in rules
        if rule.then
    }


def phrase(pattern: re.Pattern[str], choices: Choices) -> list[str]:
    """Return tokens that a pattern of the grammar matches with what has to follow, what it only looks at left out."""
    classes = "".join(_drawn(re._parser.parse(pattern.pattern), choices))  # type: ignore[attr-defined]
    words = [choices.one_of(_tokens().get(character, ("word",))) for character in classes]
    named = named_behind().get(pattern)
    return [*words, *phrase(choices.one_of(named), choices)] if named else words


def _drawn(parsed: Any, choices: Choices) -> list[str]:  # noqa: ANN401 - what re makes of a pattern
    drawn: list[str] = []
    for operation, value in parsed:
        match str(operation):
            case "LITERAL":
                drawn.append(chr(value))
            case "IN":
                spans = [(one, one) if str(kind) == "LITERAL" else one for kind, one in value]
                characters = [chr(n) for first, last in spans for n in range(first, last + 1)]
                drawn.append(choices.one_of(characters))
            case "BRANCH":
                drawn += _drawn(choices.one_of(value[1]), choices)
            case "SUBPATTERN":
                drawn += _drawn(value[-1], choices)
            case "MAX_REPEAT":
                least, most, repeated = value
                for _ in range(least + choices.number(min(most, 4) - least + 1)):
                    drawn += _drawn(repeated, choices)
    return drawn


def _patterns(table: RuleTable) -> tuple[re.Pattern[str], ...]:
    return tuple(dict.fromkeys(rule.regex for rule in table.rules))


@cache
def _tokens() -> dict[str, list[str]]:
    """Return the tokens that each character of the grammar's alphabet can stand for."""
    words = {word for table in grammar().values.values() for word in table}
    shared = lexicon.load("timex_rules")
    entries = [entry for name in RULE_FILES for entry in lexicon.load(name)] + shared["tails"] + shared["modifiers"]
    patterns = [*shared["phrases"].values(), *(entry["pattern"] for entry in entries)]
    words |= {word for pattern in patterns for word in literals(pattern)}
    found: dict[str, list[str]] = {}
    for token in dict.fromkeys((*_SHAPED, *(form for word in sorted(words) for form in (word, word.capitalize())))):
        found.setdefault(grammar().alphabet.encode(token), []).append(token)
    return found
