"""The numbers of a text that can support a count, with what is counted nearby: no ages, hours or distances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from raidline import lexicon
from raidline.check.reading import passages
from raidline.counts.agreement import figures_of, supports
from raidline.counts.value import Count
from raidline.extract.text.numbers import Number, alternatives, numbers_named

_LARGE = 13  # hardly any text has the same larger number by chance
_BEHIND = 40  # characters
_MOST_PARTS, _PAIR = 6, (1, 2)  # terms of a sum
_BETWEEN_GROUPS = 80  # characters
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b")
_REACH = 24  # characters
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"(]?[A-Z0-9])|\n+")
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 6  # letters
_MONEY = re.compile(r"[$£€]\s?(\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:million|billion|thousand))?)")
_SCORE = re.compile(r"(?<![\d.,-])(\d{1,3})\s?(?:-|–|to)\s?(\d{1,3})(?![\d,-]|\s+(?:percent|years))")
_NAMED = re.compile(r"[a-z]\s([A-Z][a-z]+)\s$")  # "at Motel 6"
_VOTES = frozenset({"vote", "votes", "yes", "no", "against", "for", "ayes", "nays", "in favor", "in favour"})
_SUMS = frozenset({"dollars", "dollar", "money", "usd", "fine", "cost", "amount", "bond", "damages"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of a text, its sentence, and the words behind it; `is_sum` if it adds up several."""

    count: Count
    sentence: str
    behind: str
    is_sum: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether it is a word such as "dozens" or "several"."""
        return self.count.low != self.count.high and not any(map(str.isdigit, self.count.text))


def is_told(count: Count, name: str, text: str) -> bool:
    """Whether a text has a number that supports a count of what `name` names.

    A large number need only be there. A small one, a vague one and a sum are also chance: they need words for what is
    counted in their sentence or, if it counts what was done to people, people right behind them; and "dozens" says
    nothing beside a number of the same.
    Numbers of groups listed in one sentence are added up: "12 men and four women" has 12, 4 and 16.
    """
    figures = (written for figure in figures_of(count) for written in (str(figure), f"{figure:,}"))
    return any(
        _tells(count, name, part) for part in chain(passages(text, dict.fromkeys(figures)), [text])
    )  # fast ones first


def _tells(count: Count, name: str, text: str) -> bool:
    found, words = _all(text, _sort(name)), _words_for(name)
    if any(max(figures_of(one.count) & figures_of(count), default=0) >= _LARGE for one in found if not one.is_sum):
        return True
    beside = [one for one in found if words.search(one.sentence)]
    if not _is_known(name) and not beside:
        beside = [one for one in found if not one.is_sum]
    elif _is_done_to_people(name):
        beside += [one for one in found if not one.is_sum and _people().match(one.behind)]
    plain = [one for one in beside if not one.is_vague] if count.low == count.high else []
    return any(supports(one.count, count) for one in (plain or beside))


def _sort(name: str) -> str:
    words = set(name.casefold().split())
    return "money" if words & _SUMS else "votes" if words & _VOTES else "things"


@lru_cache(maxsize=64)  # each count of an event reads its articles again
def _all(text: str, sort: str) -> tuple[Numeral, ...]:
    return tuple(_found(text, sort))


def _found(text: str, sort: str) -> Iterator[Numeral]:
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(ends):
        sentence = text[start:end]
        if sort == "money":
            written = (match[1].replace("billion", "thousand million") for match in _MONEY.finditer(sentence))
            yield from (Numeral(count, sentence, "") for one in written if (count := _parsed(one)))
        elif sort == "votes":
            scores = (score for match in _SCORE.finditer(sentence) for score in match.groups())
            yield from (Numeral(Count.parse(score), sentence, "") for score in scores)
        parts = [number for number in numbers_named(sentence, (0, len(sentence))) if _counts(sentence, number)]
        yield from (Numeral(one.count, sentence, sentence[one.end : one.end + _BEHIND]) for one in parts)
        for added in _listed_together(sentence, parts):
            yield from (Numeral(Count.parse(str(total)), sentence, "", is_sum=True) for total in _sums(added))


def _counts(text: str, number: Number) -> bool:
    before, behind = _not_counting()
    reach = max(0, number.start - _REACH)
    if behind.match(text, number.end) or before.search(text, reach, number.start):
        return False
    named = _NAMED.search(text, reach, number.start) if number.exact and (number.count.low or 0) < _LARGE else None
    return named is None or named[1] in lexicon.load("function_words")["calendar"]


def _listed_together(sentence: str, parts: list[Number]) -> Iterator[list[Number]]:
    """Yield the numbers of groups that stand close to each other; "one of them" is no further group."""
    close: list[Number] = []
    for number in parts:
        if _OF_THEM.match(sentence, number.end):
            continue
        if close and number.start - close[-1].end > _BETWEEN_GROUPS:
            yield close
            close = []
        close.append(number)
    yield close


def _sums(parts: list[Number]) -> Iterator[int]:
    exact = [number.count.low or 0 for number in parts if number.exact][:_MOST_PARTS]
    yield from map(sum, pairwise(exact))
    if len(exact) > len(_PAIR):
        yield sum(exact)


def _parsed(text: str) -> Count | None:
    try:
        return Count.parse(" ".join(text.split()))
    except ValueError:
        return None


@cache
def _words_for(name: str) -> re.Pattern[str]:
    """Return the words for what a name counts: those of the lexicon, else the words of the name itself."""
    data = lexicon.load("counting")
    name = _key(name)
    listed = [
        *data["done_to"].get(name, ()),
        *data["nouns"].get(name, ()),
        *(data["people"] if name == "people" else ()),
    ]
    own = [word[:_STEM] for word in _WORD.findall(name.casefold())]
    known = "|".join([rf"(?:{alternatives(listed)})\b"] * bool(listed) + [re.escape(word) for word in own])
    return re.compile(rf"\b(?:{known})", re.IGNORECASE)


def _key(name: str) -> str:
    """Return the name under which the lexicon has what is counted: "arrested" for "arrests", "hurt" for "injured"."""
    data, lower = lexicon.load("counting"), name.casefold()
    if lower in data["done_to"] or lower in data["nouns"]:
        return lower
    known = (*data["nouns"].items(), *data["done_to"].items())
    return next((key for key, words in known if lower in words), name)


def _is_known(name: str) -> bool:
    data = lexicon.load("counting")
    return _key(name) in data["done_to"] or _key(name) in data["nouns"]


def _is_done_to_people(name: str) -> bool:
    """Whether a name counts people by what was done to them: "arrested", not "jurisdictions"."""
    return _key(name) in lexicon.load("counting")["done_to"]


@cache
def _people() -> re.Pattern[str]:
    """Return people right behind a number, with at most three words between: "12 Honduran and Mexican men"."""
    people = alternatives(lexicon.load("counting")["people"])
    return re.compile(rf"\s+(?:of\s+(?:the|them)\b|(?:[\w-]+\s+){{0,3}}?(?:{people})\b)", re.IGNORECASE)


@cache
def _not_counting() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and behind a number of something else: a day, an hour, an age, a distance."""
    data = lexicon.load("not_counting")
    before = re.compile(rf"\b(?:{alternatives(data['before'])})\s+$")
    units = rf"[\s-]+(?:(?:more|full|straight|consecutive|other|square)\s)?(?:{alternatives(data['behind'])})\b"
    behind = re.compile(rf"{units}|\s?[ap]\.?m\b|\s?%|°", re.IGNORECASE)
    return before, behind
