"""What the sentence of a candidate says besides its date and place: content words, names, and numbers.

Two reports of one happening share words that few other reports use. `frequent.tsv` says which are used by many; it does
not depend on the articles at hand, so another article never changes what two others are found to be.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from raidline import lexicon
from raidline.memo import remembered
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction

FREQUENT = "frequent.tsv"

# Most words are of plain letters, which are told from other signs in half the time.
_WORD = re.compile(r"[a-zA-Z]{3,}+[^\W\d_]*+|[^\W\d_]{3,}+|\d[\d,.]*\d")
_SHORTEST = 3  # letters
_BEGINNING = 6  # letters: "deportation" and "deported" are one word
_FEWEST_DIGITS = 3  # shorter numbers are days of a month, ages, or small counts
_YEAR = re.compile(r"(?:19|20)\d\d")
# A number of people or things, without years, days, hours and ages, and without what is a name: "287(g)", "I-35".
_FIGURE = re.compile(r"\d(?<![\w.,:#-]\d)[\d,]*(?:\.\d+)?(?![\w:(%]|-?\s?years?|\s?[ap]\.m)")
_BEFORE_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s$")
FEWEST_PEOPLE = 10  # smaller numbers are told of many happenings
FEW, OFTEN, EVERYWHERE, NEVER_COMPARED = range(4)  # use a word; function words, days, ages
_USES = {"often": OFTEN, "everywhere": EVERYWHERE}
_BOUNDARY = re.compile(r",\s(?:and|but|while|then)\s|;\s")
_ANOTHER_DAY = re.compile(
    r"\b(?:[A-Z][a-z]+day|January|Jan\.|February|Feb\.|March|April|May|June|July|August|Aug\.|September|Sept\.|October|Oct\."
    r"|November|Nov\.|December|Dec\.|(?:next|same|following)\sday|later|earlier|yesterday|today|tomorrow)(?!\w)"
)
_MOST_TOPICS = 12
_KNOWN, _SENTENCES = 50_000, 10_000  # words and sentences, cached


# What one word in common is worth, in hundredths: whole numbers add up to the same in any order.
_FEW, _OFTEN, _EVERYWHERE = 85, 40, 15
_WORTH = {FEW: _FEW / 100, OFTEN: _OFTEN / 100, EVERYWHERE: _EVERYWHERE / 100}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence that can be compared, by how many reports use them, and its numbers.

    `names` are those of the `rare` with a capital.
    """

    rare: frozenset[str]
    often: frozenset[str]
    everywhere: frozenset[str]
    names: frozenset[str]
    said: frozenset[str]  # all words with a capital, those of the place too
    figures: frozenset[str]  # in digits

    def in_common(self, other: Words, but: frozenset[str] = frozenset()) -> float:
        """Return what the words are worth that two sentences share, but for some."""
        rare, often = len((self.rare & other.rare) - but), len((self.often & other.often) - but)
        return (_FEW * rare + _OFTEN * often + _EVERYWHERE * len(self.everywhere & other.everywhere)) / 100

    def name_others(self, other: Words) -> bool:
        """Whether both name somebody, and nobody that the other names: two people said it."""
        return bool(self.names and other.names) and self.names.isdisjoint(other.names)


def own_part(quote: str, date: str, act: str) -> str:
    """Return the clauses with a date and an act; all of the sentence if the rest has no other day."""
    ends = [match.start() for match in _BOUNDARY.finditer(quote)]
    first, last = sorted((quote.find(date), quote.find(act)))
    if not ends or first < 0:
        return quote
    start = max((end for end in ends if end <= first), default=0)
    end = min((one for one in ends if one > last), default=len(quote))
    rest = f"{quote[:start]} {quote[end:]}"
    return quote[start:end] if _ANOTHER_DAY.search(rest) else quote


def read_words(quote: str, places: tuple[Jurisdiction, ...]) -> Words:
    """Return the words of a sentence, without those of the places where it happened: places are compared as such."""
    words, placed = _of_sentence(quote), _placed(places)
    if placed.isdisjoint(words.rare) and placed.isdisjoint(words.often) and placed.isdisjoint(words.everywhere):
        return words
    rare, names = words.rare - placed, words.names - placed
    return Words(rare, words.often - placed, words.everywhere - placed, names, words.said, words.figures)


def worth_of_words(text: str, places: tuple[Jurisdiction, ...]) -> dict[str, float]:
    """Return what sharing each word of a text is worth, without those of its places."""
    placed = _placed(places)
    read = (_read(written) for written in _WORD.findall(text))
    return {key: _WORTH[use] for key, use, _ in read if use in _WORTH and (use == EVERYWHERE or key not in placed)}


@lru_cache(_SENTENCES)  # a sentence may tell of several acts, and many papers print what an agency wrote
def _of_sentence(quote: str) -> Words:
    written = _WORD.findall(quote)
    by_use: tuple[set[str], ...] = (set(), set(), set(), set())
    names, said = set(), set()
    for number, (key, use, is_capital) in enumerate(map(_read, written)):
        by_use[use].add(key)
        if is_capital and use < EVERYWHERE:
            said.add(key)
            if number:  # the first word's capital makes no name
                names.add(key)
    few, often, everywhere = map(frozenset, by_use[:NEVER_COMPARED])
    return Words(few, often, everywhere, few & names, frozenset(said), frozenset(_figures(quote)))


def topics(text: str) -> tuple[str, ...]:
    """Return the words and names that an article tells most of, but for those that most articles use.

    Articles that have some in common tell one story: of any two articles about enforcement, one pair in a hundred has
    two (of one pair in two hundred, two names).
    """
    told: tuple[dict[str, int], dict[str, int]] = ({}, {})  # words that few use, and those that many do
    for piece, times in Counter(text.split()).items():
        # most pieces are a word, which need not be looked for
        for written in (piece,) if piece.isalpha() and len(piece) >= _SHORTEST else _WORD.findall(piece):
            key, use, _ = _read(written)
            if use <= OFTEN:
                those = told[use]
                those[key] = those.get(key, 0) + times
    worth = {}
    for those, most in zip(told, (_FEW, _OFTEN), strict=True):
        for key in sorted(those, key=those.__getitem__, reverse=True)[:_MOST_TOPICS]:
            worth[key] = most * (1 + math.log(those[key]))
    return tuple(sorted(worth, key=worth.__getitem__, reverse=True)[:_MOST_TOPICS])


def is_rare(key: str) -> bool:
    """Whether few articles use a word, as words are compared."""
    return not is_act(key) and _frequent().get(key, FEW) == FEW


def is_act(key: str) -> bool:
    """Whether a key stands for an act, in whatever word."""
    return key.startswith("(")


def _figures(quote: str) -> Iterator[str]:
    for match in _FIGURE.finditer(quote):
        number = match[0].rstrip(",").replace(",", "")
        month = _BEFORE_DAY.search(quote, max(0, match.start() - 12), match.start())
        is_date = _YEAR.fullmatch(number) or (month and month[1].lower()[:_BEGINNING] in _calendar())
        if float(number) >= FEWEST_PEOPLE and not is_date and number not in _frequent():
            yield number


def beginnings(text: str) -> Iterator[str]:
    """Yield the words and the larger numbers of a text, as far as they are compared."""
    yield from filter(None, map(_beginning, _WORD.findall(text)))


@remembered(_KNOWN)
def _read(written: str) -> tuple[str, int, bool]:
    """Return by what a word is compared, how many reports use it, and whether it begins with a capital."""
    is_capital = written[0].isupper()
    if written in _months():
        return "", NEVER_COMPARED, is_capital  # "on March 9", but "they march"
    if act := _acts().get(written.lower()):
        return act, OFTEN, is_capital
    key = _beginning(written)
    return key, _frequent().get(key, FEW) if key else NEVER_COMPARED, is_capital


def _beginning(written: str) -> str:
    if written[0].isdigit():
        number = written.replace(",", "")
        return number if len(number) >= _FEWEST_DIGITS and not _YEAR.fullmatch(number) else ""
    lower = written.lower()
    beginning = lower[:_BEGINNING]
    return "" if lower in _function_words() or beginning in _calendar() else beginning


@lru_cache(10_000)
def rarest(name: frozenset[str]) -> str:
    """Return the word of a name that the fewest texts use, the longest of several."""
    return min(name, key=lambda word: (_frequent().get(word, FEW), -len(word), word))


@lru_cache(10_000)
def _placed(places: tuple[Jurisdiction, ...]) -> frozenset[str]:
    return frozenset(beginning for place in places for beginning in beginnings(place.full_name))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon.load("function_words")["words"])


@cache
def _calendar() -> frozenset[str]:
    return frozenset(word.lower()[:_BEGINNING] for word in lexicon.load("function_words")["calendar"])


@cache
def _months() -> frozenset[str]:
    """Return the names of months that are also words for acts."""
    return frozenset(word for word in lexicon.load("function_words")["calendar"] if word.lower() in _acts())


@cache
def _acts() -> dict[str, str]:
    """Return the words for acts, each with the act's name, which no word of a text can be."""
    return {word: f"({row['name']})" for row in lexicon.load("same_acts") for word in row["words"]}


@cache
def acts_of(kind: Kind) -> frozenset[str]:
    """Return the words, as they are compared, for what an office of this kind of event does hardly twice a day."""
    return frozenset(f"({row['name']})" for row in lexicon.load("same_acts") if kind.value in row.get("kinds", ()))


@cache
def seldom_acts() -> frozenset[str]:
    """Return the words, as they are compared, for what hardly happens twice on one day of one county."""
    return frozenset(f"({row['name']})" for row in lexicon.load("same_acts") if row.get("seldom"))


@cache
def _frequent() -> dict[str, int]:
    """Return the words that many articles use."""
    lines = files(__package__).joinpath(FREQUENT).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: _USES[how] for word, how in rows}
