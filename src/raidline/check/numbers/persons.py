"""Persons that a text tells: the noun behind a number, and groups with no figure or with several.

"A couple and their baby" are three, "six cooks, two waiters and a dishwasher" nine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from raidline import lexicon
from raidline.counts.spelled import FIRST_WORDS, SPELLED, spelled

_WORDS_BEHIND = 4  # "12 undocumented Honduran farm workers"
_WORD = re.compile(r"\s+([\w’'-]+)")
_NEXT = re.compile(r"\s*([\w’'-]+)")
_TOKEN = re.compile(r"\w+")
_BEFORE_ONE = ("a", "an", "his", "her", "their", "its", "the", "another")
_ALONE = ("twin", "twins", "both", "triplets")
_OPENERS = frozenset((*FIRST_WORDS, *_BEFORE_ONE, *_ALONE))
_AND = 4  # characters of "and "
_OF_THEM = re.compile(r"\s+of\s+(?:the|them|whom|its|his|her|their|those)\b")
_JOINT = re.compile(
    r"(?:\s+(?:from|of)\s+(?:[A-Z][\w’'-]+|(?:an?|the|his|her|their)(?:\s[a-z][\w-]*){1,2}))?(?:,\s\d{1,2}(?:\sand\s\d{1,2})?(?=,))?(?:,|,?\s+and|;)(?:\s+and)?\s+"
)
_OF_COMPANY = re.compile(r"\s+(?:of\s+)?([\w’'-]+)")
_WITH = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s(?=(?:[\w-]+\s){0,2}?(?P<one>[a-z]+)\b(?!\swith)"
    r"[^.;:]{0,60}?\swith\s(?:his|her)\s(?P<other>[a-z]+)\b)"
)
_LEAST = 2
_LARGEST = 60  # of one term


@lru_cache(maxsize=4096)
def noun_behind(behind: str) -> str | None:
    """Return the noun for people right behind a number, with at most three words between; "them" for "of them"."""
    if _OF_THEM.match(behind):
        return "them"
    at = 0
    for _ in range(_WORDS_BEHIND):
        word = _WORD.match(behind, at)
        if word is None:
            return None
        if is_person(word[1]):
            return word[1].lower()
        if not _may_describe(word[1]):
            return None
        at = word.end()
    return None


@lru_cache(maxsize=4096)
def is_person(word: str) -> bool:
    """Whether a word is a noun for persons, by itself or by how it ends."""
    lower = word.lower()
    singular, plural, listed, things = _nouns()
    if lower in listed or lower.endswith("-in-law"):
        return True
    return word.islower() and lower.endswith((*singular, *plural)) and lower.removesuffix("s") not in things


def _may_describe(word: str) -> bool:
    """Whether a word can stand between a number and its noun: "Honduran", "and", but no other noun and no verb."""
    if word.lower() in ("and", "or") or word[0].isupper():
        return True
    return (not word.endswith("s") or word.endswith(("'s", "’s"))) and word not in _no_description()


def groups(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Yield groups of a sentence as (how many, start, start of the noun): lists of persons, "a couple", "twins"."""
    chain: list[_Term] = []
    for term in _terms(sentence):
        if chain and not _JOINT.fullmatch(sentence, chain[-1].end, term.start):
            yield from _group(chain)
            chain = []
        chain.append(term)
    yield from _group(chain)


def pairs_told(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where one person begins and the other whom a sentence tells beside: "a junior was held with his father"."""
    for found in _WITH.finditer(sentence) if " with h" in sentence else ():
        if is_person(found["one"]) and is_person(found["other"]) and not found["other"].endswith("s"):
            yield found.start("one"), found.start("other")


class _Term(NamedTuple):
    """One person, or a number of persons: where it is, where its noun begins, and how many they are."""

    start: int
    noun: int
    end: int
    many: int
    is_company: bool


def _group(chain: list[_Term]) -> Iterator[tuple[int, int, int]]:
    total = sum(term.many for term in chain)
    is_told_elsewhere = len(chain) == 1 and not chain[0].is_company
    if total >= _LEAST and not is_told_elsewhere:
        yield total, chain[0].start, chain[-1].noun


def _terms(sentence: str) -> Iterator[_Term]:
    at = 0
    while match := _next_opening(sentence, at):
        at = max(match.end(), at + 1)
        is_bare = match.start() == match.end()  # "father and son", "twins"
        if noun := _noun(sentence, match.end(), 1 if is_bare else _WORDS_BEHIND):
            start, at = noun
            each = int(_companies().get(sentence[start:at].lower(), "1"))
            many = _number(match["number"]) if match["number"] else each
            if each > 1 and (which := _OF_COMPANY.match(sentence, at)) and is_person(which[1]):
                at = which.end()  # "a pair of brothers", "twin sisters"
            if 0 < many <= _LARGEST:
                yield _Term(match.start(), start, at, many, is_company=each > 1)


def _number(written: str) -> int:
    plain = " ".join(written.lower().split())
    return int(plain) if plain.isdigit() else spelled(plain) or 0


def _noun(sentence: str, at: int, words: int) -> tuple[int, int] | None:
    for _ in range(words):
        word = _NEXT.match(sentence, at)
        if word is None:
            return None
        if is_person(word[1]) or word[1].lower() in _companies():
            return word.span(1)
        if not _may_describe(word[1]) or word[1].lower() in ("and", "or"):
            return None
        at = word.end()
    return None


def _next_opening(sentence: str, at: int) -> re.Match[str] | None:
    """Return what stands before the next persons; it is tried only at words that can begin it, which is much faster."""
    for word in _TOKEN.finditer(sentence, at):
        start, lower = word.start(), word[0].lower()
        may_begin = (
            lower in _OPENERS or lower[0].isdigit() or sentence[max(0, start - _AND) : start - 1].lower() == "and"
        )
        if may_begin and (found := _opening().match(sentence, start)):
            return found
    return None


@cache
def _opening() -> re.Pattern[str]:
    """Return what stands before persons: a number or an article; of "father and son" and "twins" nothing does."""
    return re.compile(
        rf"(?<![\w-])(?:(?:(?:(?:his|her|their|its|the)\s+)?(?P<number>{SPELLED}|\d{{1,2}})|{'|'.join(_BEFORE_ONE)})(?=\s)"
        rf"|(?<=\band\s)(?=[a-z])|(?=(?:{'|'.join(_ALONE)})\b))",
        re.IGNORECASE,
    )


@cache
def _companies() -> dict[str, str]:
    found: dict[str, str] = lexicon.load("persons")["companies"]
    return found


@cache
def _nouns() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str], frozenset[str]]:
    """Return the endings of one person and of more, the nouns that are listed, and the things that end like them."""
    data, counted = lexicon.load("persons"), lexicon.load("counting")
    trades = [trade.rpartition(" ")[2] for trade in lexicon.load("privacy")["trades"]]
    listed = [word.rpartition(" ")[2].lower() for word in (*counted["people"], *counted["one_person"])]
    known = {*data["more"], *listed, *trades, *(f"{trade}s" for trade in trades)}
    one, more = (tuple(end.removeprefix("*") for end in data[key]) for key in ("endings", "plural_endings"))
    return one, more, frozenset(known), frozenset(data["things"])


@cache
def _no_description() -> frozenset[str]:
    done = {verb for verbs in lexicon.load("counting")["done_to"].values() for verb in verbs if " " not in verb}
    return frozenset({*lexicon.load("function_words")["words"], *done, "took", "came", "went", "left"})


@cache
def apart() -> frozenset[str]:
    """Return the nouns for those to whom nothing was done: "agents", "lawyers"."""
    return frozenset(lexicon.load("persons")["apart"])
