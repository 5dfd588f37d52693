"""The numbers of a text that can count something, with what stands around them: no days, ages, hours or distances."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from raidline import lexicon
from raidline.check.numbers.money import sums_in
from raidline.check.numbers.persons import apart, groups, is_person, noun_behind, pairs_told
from raidline.counts.spelled import SPELLED, spelled
from raidline.counts.value import Count
from raidline.extract.counting.companions import companions
from raidline.extract.text.numbers import Number, numbers_named
from raidline.lexicon.patterns import alternatives, as_listed

SORTS = ("money", "votes", "things")
LARGE = 13  # hardly any text has the same larger number by chance
_BEHIND = 60  # characters
_MOST_PARTS, _PAIR = 6, 2  # terms of a sum
_BETWEEN_GROUPS = 80  # characters
_OLDEST = 99  # years
_REACH = 32  # characters
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"(]?[A-Z0-9])|\n+")
_SCORE = re.compile(r"(?<![\d.,-])(\d{1,3})\s?(?:-|–|to)\s?(\d{1,3})(?![\d-]|,\d|\s+(?:percent|years))")
_ALL_BUT = re.compile(rf"\ball\s(?:but|except)\s({SPELLED}|\d{{1,2}})\b", re.IGNORECASE)  # "nine, and held all but one"
_OTHERS, _BESIDE = re.compile(r"\s+others\b"), re.compile(r"\b(?:with|and|alongside)\s+$")
_AGED_BESIDE = re.compile(r"\b([a-z-]+[a-rt-z]),\s\d{1,2},\sand\s+$")
_MORE, _ANOTHER = (
    re.compile(r"\s+(?:more|others?|additional|further)\b"),
    re.compile(r"\b[Aa](?:nother|n\sadditional|\sfurther)\s+$"),
)
_EARLIER = 3  # numbers of people before one of more of them
_DOLLARS = re.compile(r"\s+dollars\b")
_NAMED = re.compile(r"[a-z]\s([A-Z][a-z]+)\s$")  # "at Motel 6"
_DAY_OF_YEAR = re.compile(r",?\s+(?:19|20)\d\d\b")  # "22, 2025", the month on another line
_ADDRESS = re.compile(  # "at 6 Elm Street"
    r"\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?(?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th))(?:\s[A-Z][\w.’'-]*)?\s"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Highway|Parkway|Court|Place)\b"
)
_AGE_BEHIND = re.compile(r"[,.;)]|\s(?:and|or|to)\s\d{1,2}[,.;)]")
_OTHER_NOUN = re.compile(r"(?:\s+[a-z]+(?:-[a-z]+)*){0,2}?\s+(?P<noun>[a-z]+s)\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of a text, its sentence and the one before, the words on both sides; `is_sum` if it adds up several."""

    count: Count
    sentence: str
    previous: str
    before: str
    behind: str
    is_sum: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether it is a word such as "dozens" or "several"."""
        return self.count.low != self.count.high and not any(map(str.isdigit, self.count.text))

    @property
    def is_of_people(self) -> bool:
        """Whether people stand right behind it, or a group before it: "12 Honduran men", "a family of four"."""
        return noun_behind(self.behind) is not None or _right_before("groups_of").search(self.before) is not None

    @property
    def is_apart(self) -> bool:
        """Whether it is of those who arrest people, tell of it or stand by."""
        return noun_behind(self.behind) in apart()

    @property
    def is_of_children(self) -> bool:
        """Whether it is of the children of one person: "a mother of four"."""
        return _right_before("parents_of").search(self.before) is not None

    @property
    def is_further(self) -> bool:
        """Whether it is of more people than those told before: "Two more workers were taken", "another nine"."""
        more = _MORE.match(self.behind)
        behind = self.behind[more.end() :] if more else self.behind
        is_more = more or _ANOTHER.search(self.before)
        return bool(is_more and (noun_behind(behind) or _done_behind().match(behind)))

    def added_to(self, other: Numeral) -> Numeral:
        """Return the sum of both."""
        total = (self.count.low or 0) + (other.count.low or 0)
        return Numeral(Count.parse(str(total)), self.sentence, other.sentence, "", "", is_sum=True)

    @property
    def is_of_things(self) -> bool:
        """Whether a noun for things stands right behind it: "two motels", not "arrested two cooks"."""
        noun = _OTHER_NOUN.match(self.behind)
        if noun is None or noun["noun"] == "times" or self.is_of_people:
            return False
        done = _done_behind().match(self.behind, noun.end()) or _done_before().search(self.before)
        return done is None and not _verbs().search(noun[0])


@lru_cache(maxsize=64)  # each count of an event reads its articles again
def numerals(text: str, sort: str) -> tuple[Numeral, ...]:
    """Return the numbers of a text, and the sums of groups that a sentence lists: "12 men and four women" has 16.

    `sort` is "money", "votes" or "things"; sums of money and scores are found for the first two alone. Any other is a
    unit of time or length, "days", whose numbers count nothing else.
    """
    found = tuple(_found(text, sort) if sort in SORTS else _of_units(text, sort))
    return found + tuple(_with_more(found)) if sort == "things" else found


def _with_more(found: tuple[Numeral, ...]) -> Iterator[Numeral]:
    """Yield what people told before come to with more of them: "Nine were led away. Two more were taken outside"."""
    people: list[Numeral] = []
    for one in found:
        if one.count.low != one.count.high or one.is_sum:
            continue
        if one.is_further:
            yield from (one.added_to(other) for other in people[-_EARLIER:])
        if one.is_of_people and not one.is_apart:
            people.append(one)


def _of_units(text: str, unit: str) -> Iterator[Numeral]:
    """Yield the numbers of units: "for 14 days", "a two-week order"."""
    written = re.compile(
        rf"(?<![\w.,-])(?P<number>\d[\d,]*|{SPELLED})[\s-]+(?:[a-z]+\s+)?{re.escape(unit.removesuffix('s'))}s?\b",
        re.IGNORECASE,
    )
    for found in written.finditer(text):
        if count := _parsed(found["number"].lower()):
            yield Numeral(count, unit, "", "", f" {unit}")


def _found(text: str, sort: str) -> Iterator[Numeral]:
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    bounds = [*starts[1:], len(text)]
    parts: dict[int, list[Number]] = {}
    for number in numbers_named(text, (0, len(text))):  # as a whole: the month of "Jan. 12" is no sentence
        if _counts(text, number) or (sort == "money" and _DOLLARS.match(text, number.end)):
            parts.setdefault(bisect_right(starts, number.start) - 1, []).append(number)
    for at, (start, end) in enumerate(zip(starts, bounds, strict=True)):
        sentence, numbers = text[start:end], parts.get(at, [])
        previous = text[starts[at - 1] : start] if at else ""
        if sort == "money":
            sums = list(sums_in(sentence))
            every = [*sums, sum(sums)] if len(sums) > 1 else sums  # "$75K from the county and $25K from churches"
            yield from (Numeral(Count.parse(str(one)), sentence, "", "", "") for one in every)
        elif sort == "votes":
            scores = (score for match in _SCORE.finditer(sentence) for score in match.groups())
            yield from (Numeral(Count.parse(score), sentence, "", "", "") for score in scores)
        for one in numbers:
            if sort == "votes" and _SCORE.fullmatch(text, one.start, one.end):
                continue  # no range
            before, behind = (
                text[max(start, one.start - _REACH) : one.start],
                text[one.end : min(end, one.end + _BEHIND)],
            )
            told = Numeral(one.count, sentence, previous, before, behind)
            yield told
            if one.exact and told.is_of_people and (left_out := _ALL_BUT.match(text, end)):
                following = text[end : bounds[at + 1] if at + 1 < len(bounds) else end]
                yield Numeral(_without(one, left_out[1]), following, sentence, "", " people")
            yield from (replace(told, count=Count.parse(str(many))) for many in _otherwise_counted(text, one, told))
        for many, first, noun in groups(sentence) if sort == "things" else ():
            before = sentence[max(0, first - _REACH) : first]
            yield Numeral(Count.parse(str(many)), sentence, previous, before, f" {sentence[noun : noun + _BEHIND]}")
        for first, other in pairs_told(sentence) if sort == "things" else ():
            before = sentence[max(0, first - _REACH) : first]
            yield Numeral(Count.parse("2"), sentence, previous, before, f" {sentence[other : other + _BEHIND]}")
        for total in (total for added in _listed_together(text, numbers) for total in _sums(added)):
            yield Numeral(Count.parse(str(total)), sentence, "", "", "", is_sum=True)


def _without(number: Number, left_out: str) -> Count:
    """Return a number less those whom a text leaves out: "Six cooks were held. All but one are home"."""
    return Count.parse(str(max((number.count.low or 0) - (spelled(left_out.lower()) or int(left_out)), 0)))


def _otherwise_counted(text: str, number: Number, told: Numeral) -> Iterator[int]:
    """Yield what a number is without those left out, "all but one", and with those beside: "a driver and five"."""
    many = number.count.low or 0
    if number.exact and (left_out := _ALL_BUT.search(told.sentence)):
        yield _without(number, left_out[1]).low or 0
    if number.exact and _OTHERS.match(told.behind) and _BESIDE.search(told.before):  # "he landed with six others"
        yield many + 1
    aged = _AGED_BESIDE.search(told.before) if number.exact else None
    if aged and is_person(aged[1]):  # "the pastor, 61, and two of his deacons"
        yield many + 1
    if others := companions(text, number):
        yield many + others[1]


def _counts(text: str, number: Number) -> bool:
    """Whether a number is none of a day, an hour, an age, a distance or a name."""
    before, behind, age = _not_counting()
    reach, low = max(0, number.start - _REACH), number.count.low or 0
    if behind.match(text, number.end) or before.search(text, reach, number.start):
        return False
    if number.exact and low <= _OLDEST and _DAY_OF_YEAR.match(text, number.end):
        return False
    if _ADDRESS.match(text, number.end) or (low <= _OLDEST and _oldest().search(text, reach, number.start)):
        return False
    if low <= _OLDEST and _AGE_BEHIND.match(text, number.end) and age.search(text, reach, number.start):
        return False
    is_figure = number.exact and low < LARGE and text[number.start].isdigit()
    named = _NAMED.search(text, reach, number.start) if is_figure else None
    return named is None or named[1] in lexicon.load("function_words")["calendar"]


def _listed_together(text: str, parts: list[Number]) -> Iterator[list[Number]]:
    """Yield the numbers of groups that stand close to each other; "one of them" is no further group."""
    close: list[Number] = []
    for number in parts:
        if _OF_THEM.match(text, number.end):
            continue
        if close and number.start - close[-1].end > _BETWEEN_GROUPS:
            yield close
            close = []
        close.append(number)
    yield close


def _sums(parts: list[Number]) -> Iterator[int]:
    """Yield the sums of neighbours and of all; also without ones, of which many are of a place: "at one warehouse"."""
    every = [number.count.low or 0 for number in parts if number.exact][:_MOST_PARTS]
    for exact in (every, [many for many in every if many > 1]) if 1 in every else (every,):
        yield from map(sum, pairwise(exact))
        if len(exact) > _PAIR:
            yield sum(exact)


def _parsed(text: str) -> Count | None:
    try:
        return Count.parse(" ".join(text.split()))
    except ValueError:
        return None


@cache
def _right_before(which: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.load('persons')[which])})\s+$", re.IGNORECASE)


@cache
def _done() -> list[str]:
    return [as_listed(verb) for verbs in lexicon.load("counting")["done_to"].values() for verb in verbs]


@cache
def _done_before() -> re.Pattern[str]:
    """Return what is done to people right before a number."""
    return re.compile(rf"\b(?:{alternatives(_done())})\s+$", re.IGNORECASE)


@cache
def _done_behind() -> re.Pattern[str]:
    """Return what is done to those whom any noun names: "four pickers were taken"."""
    passive = [
        verb for verb in _done() if verb.startswith(("were ", "was ", "been ", "in ", "into ", "under ", "behind "))
    ]
    be = r"(?:were|was|are|being|(?:have|had)\s+been)"
    among = r"(?:,\s[^,.;]{1,60},)?"  # "three cooks, one of them a mother, were arrested"
    return re.compile(rf"{among}\s+(?:{be}\s+(?:{alternatives(_done())})|{alternatives(passive)})\b", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    """Return what stands behind a number without a noun: what is done to people, and words of sentences."""
    words = lexicon.load("function_words")["words"]
    return re.compile(rf"\b(?:{alternatives([*_done(), *words])})\b", re.IGNORECASE)


@cache
def _oldest() -> re.Pattern[str]:
    """Return the words before an age: "the youngest is", "the older of them was"."""
    words = alternatives(lexicon.load("persons")["oldest"])
    return re.compile(
        rf"\b(?:{words})(?:\s+of\s+\w+)?(?:\s+\w+)?,?\s+(?:is|was|being|just|only|aged)\s+$", re.IGNORECASE
    )


@cache
def _not_counting() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and behind a number of something else, and before an age."""
    data = lexicon.load("not_counting")
    before = re.compile(rf"\b(?:{alternatives(data['before'])})\s+$")
    units = (
        rf"[\s-]+(?:(?:more|full|straight|consecutive|other|square)\s)?(?:{alternatives(data['behind'])})\b(?!\s+labor)"
    )
    behind = re.compile(rf"{units}(?!\s+labor)|\s?[ap]\.?m\b|\s?%|°", re.IGNORECASE)
    kin = alternatives(data["before_age"])
    age = re.compile(
        rf"(?:\b(?i:{kin})|\b[A-Z][\w’'-]+),\s+(?:\d{{1,2}}\s+and\s+)?$"  # "two sons, 9 and 12,", "Ana Example, 24,"
        r"|\b(?:[Ss]?[Hh]e|who|I)\s+(?:was|is|turned|am)\s+(?:only\s+|just\s+)?$"
    )
    return before, behind, age
