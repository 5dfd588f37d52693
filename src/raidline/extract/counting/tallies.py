"""Tallies: which of the numbers that a report gives belong to a happening."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from raidline import lexicon
from raidline.counts.people import one_count
from raidline.counts.value import Count
from raidline.extract.counting.context.nouns import OF_PEOPLE
from raidline.extract.counting.context.reservations import in_comparison
from raidline.extract.counting.groups import groups
from raidline.extract.counting.other_days import of_other_days
from raidline.extract.counting.reading import (
    find_answered,
    find_counts,
    find_crowd,
    find_left_over,
    find_plans,
    find_taken,
    is_of_people,
    is_of_takers,
    what_is_counted,
)
from raidline.extract.counting.wholes import wholes
from raidline.extract.text.numbers import Number, find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives
from raidline.models import Kind

_SERIES = 2  # numbers, dates
# The kinds whose numbers may stand in a neighbouring sentence, and what is counted there.
_COUNTED = {
    Kind.OPERATION: {"arrested", "detained", "deported", "dead", "hurt"},
    Kind.INCIDENT: {"arrested", "detained", "dead", "hurt"},
    Kind.PROTEST: {"protesters"},
}
# The kinds that the sentences behind may go on to count.
_GOES_ON = {*_COUNTED, Kind.REPORT, Kind.STATEMENT, Kind.OTHER}
# "Four men have died there; the last, on Tuesday, was 34": they are not of Tuesday.
_LATEST = r"(?:last|latest|most\s+recent|newest|first|second|third|fourth|fifth|sixth|\d+th)(?:\s+of\s+them)?"
_ONE_OF_THEM = re.compile(
    rf"[;,:—–]\s+(?:(?:the\s+{_LATEST}|one(?:\s+of\s+them)?)(?:(?:\s+[a-z]+)?\s+(?:died|was|came|happened|as\s+recently\s+as))?,?\s+(?:(?:early|late)\s+)?(?:on\s+|in\s+|last\s+|this\s+)?)$"
)
_THE_LATEST = re.compile(rf"The\s+{_LATEST}(?:,|(?:\s+[a-z]+)?\s+(?:died|was|came|happened|occurred)\b)")
_SAME_DAY = re.compile(
    r"\b(?:by\s+(?:nightfall|evening|noon|midnight|dark|dusk)|(?:the|that)\s+same\s+(?:day|night|evening)|that\s+(?:day|night|evening)|hours\s+later|within\s+hours)\b"
)
_NEAR = 48  # characters before a day
_OF_THEM = ("arrested", "protesters")
_THERE_WERE = re.compile(r"(?:There\s+were|They\s+were|They\s+numbered|We\s+counted|I\s+counted)\s+")
_IN_ALL = re.compile(r"(?:\s+(?:of\s+them|in\s+all|altogether|all\s+told))?(?:\s*[.,;:—–]|$)")
_ANSWERING = {Kind.PROTEST, Kind.LAWSUIT}
_CHANGED = 60  # characters between a subject such as "the numbers" and its number
_WHO = re.compile(r",\s+who\s")
_THIS_NUMBER = re.compile(r"(?:This|That)\s+(?:number|figure|total)\b")
_KNOWN = re.compile(r"(?:[A-Z][\w’'-]+[’']s|The|This|That|These|Those|It|They|He|She|His|Her|Their)\s")


@cache
def _numbers_fell() -> re.Pattern[str]:
    """Return the words before a number that say to what "the numbers" changed."""
    changes = alternatives(lexicon.load("counting")["changes"])
    return re.compile(
        rf"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts)\s+(?:total\s+)?(?:numbers?|figures?|total)\s+(?:(?:has|have|had)\s+)?"
        rf"(?:[a-z]+ly\s+)?(?:{changes})\s+(?:[a-z]+ly\s+)?(?:(?:to|at|above|below)\s+)?$"
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a happening is reported.

    `day` is its time expression, `dates` are all those of its sentence; `previous` is the sentence before it, `before`
    the same if it has no date of its own, `following` what follows without one; `title` is that of the article, "" if
    it tells of something else; `ahead` says that the happening is still to come.
    """

    clause: Span
    sentence: Span
    day: Span | None = None
    dates: tuple[Span, ...] = ()
    previous: Span | None = None
    before: Span | None = None
    following: Span | None = None
    title: str = ""
    ahead: bool = False


def counts_of(text: str, kind: Kind, passage: Passage) -> dict[str, Count]:
    """Return the counts of a happening, from the nearest part of its passage that has any.

    Among several numbers of several dates, the one beside the date of the happening is its own. More distant text adds
    missing counts, never a second number for the same count.
    """
    passage = _up_to_the_main_clause(text, passage)
    found = find_counts(text, passage.clause)
    beside = find_plans if passage.ahead else find_counts  # of an act to come, nothing that was done is counted
    if not found.keys() & OF_PEOPLE:
        found = find_counts(text, passage.sentence) | found
    if passage.following and kind in _GOES_ON and not found.keys() & OF_PEOPLE:
        found = beside(text, passage.following) | found
    if kind in _COUNTED and len(passage.dates) <= 1:  # "200 people marched, and six were arrested"
        known = set(map(one_count, found))
        found = found | {k: v for k, v in find_counts(text, passage.sentence).items() if one_count(k) not in known}
    if not found.keys() & OF_PEOPLE:
        found |= _taken(text, kind, passage) or _taken_up(text, passage)
    linked = _of_the_date(text, passage, next((key for key in found if key in OF_PEOPLE), None))
    found |= linked
    for told in _told_elsewhere(text, passage, beside):
        if not found.keys() & OF_PEOPLE:
            found |= {key: count for key, count in told.items() if key in _COUNTED.get(kind, ())}
    if kind is Kind.OPERATION and len(passage.dates) > 1 and "protesters" not in find_counts(text, passage.clause):
        found.pop("protesters", None)  # they came on the other date
    if kind is Kind.PROTEST and "protesters" not in found and (crowd := find_crowd(text, passage.sentence)):
        found["protesters"] = crowd
    of_others = find_answered if kind in _ANSWERING else find_left_over if kind is Kind.OPERATION else None
    if of_others and found:
        others = of_others(text, passage.sentence)
        found = {key: count for key, count in found.items() if others.get(key) != count}
    if passage.day:
        found = _of_its_day(text, passage.sentence, passage.day, found)
        if len(passage.dates) > 1 and not linked:
            others = of_other_days(text, passage.sentence, passage.day, passage.dates)
            found = {key: count for key, count in found.items() if others.get(key) != count}
    if found.get("detained") == found.get("arrested"):
        found.pop("detained", None)  # arrested and taken into custody: one count of the same people
    return found


def _up_to_the_main_clause(text: str, passage: Passage) -> Passage:
    """Return the passage without what follows the aside that its day stands in.

    "The sheriff, who brought the plan in May, has turned over nine": these are not of May.
    """
    if not passage.day or not (asides := [*_WHO.finditer(text, passage.sentence[0], passage.day[0])]):
        return passage
    who = asides[-1]
    closed = text.find(",", passage.day[1], passage.sentence[1])
    opened_by_a_number = find_counts(text, (passage.sentence[0], who.start()))
    if closed < 0 or opened_by_a_number or "," in text[who.end() : passage.day[0]]:
        return passage
    own = (passage.sentence[0], closed)
    clause = (passage.clause[0], min(passage.clause[1], closed))
    return replace(passage, sentence=own, clause=clause) if clause[0] < closed else passage


def _how_many(text: str, following: Span) -> Iterator[Count]:
    """Yield how many they were, where the next sentence says only that: "There were 22 of them"."""
    opening = _THERE_WERE.match(text, *following)
    number = next(iter(find_numbers(text, following)), None) if opening else None
    if opening and number and number.start == opening.end() and _IN_ALL.match(text, number.end, following[1]):
        yield number.count


def _of_its_day(text: str, sentence: Span, day: Span, found: dict[str, Count]) -> dict[str, Count]:
    """Return the counts without those of another day, and of all of whom only one is of this day."""
    others = set(_of_another_day(text, sentence, day))
    one = _ONE_OF_THEM.search(text, max(sentence[0], day[0] - _NEAR), day[0])
    of_all = find_counts(text, (sentence[0], one.start())) if one else {}
    return {key: count for key, count in found.items() if key not in others and of_all.get(key) != count}


def _of_another_day(text: str, sentence: Span, day: Span) -> Iterator[str]:
    """Yield what was counted on another day than this one: "Two of the 40 arrested on May 1 were freed on May 5"."""
    for whole in wholes(text, sentence):
        if whole.fate:
            fate, _, at = whole.fate
            if not (whole.is_fronted and _SAME_DAY.search(text, at, sentence[1])):
                yield whole.key if day[0] > at else fate


def _taken(text: str, kind: Kind, passage: Passage) -> dict[str, Count]:
    """Return how many an operation took, where the clause says only that somebody was taken."""
    taken = find_taken(text, passage.clause) if kind is Kind.OPERATION and not passage.ahead else None
    return {"arrested": taken} if taken else {}


def _taken_up(text: str, passage: Passage) -> dict[str, Count]:
    """Return what a sentence counts in the words of the one before: "This number is", "the numbers fell to 300"."""
    if not passage.previous:
        return {}
    for number in find_numbers(text, passage.sentence):
        if _numbers_fell().search(text, max(passage.sentence[0], number.start - _CHANGED), number.start):
            key = what_is_counted(text, passage.previous)
            return {key: number.count} if key else {}
    if _THIS_NUMBER.match(text, passage.sentence[0]):
        return {key: count for key, count in find_counts(text, passage.previous).items() if key in OF_PEOPLE}
    return {}


def _told_elsewhere(
    text: str, passage: Passage, counts: Callable[[str, Span], dict[str, Count]]
) -> Iterator[dict[str, Count]]:
    """Yield how many the next sentence says they were, then what the one before counts of the same, then the title."""
    if passage.following:
        yield from (dict.fromkeys(_OF_THEM, count) for count in _how_many(text, passage.following))
    if passage.before and _KNOWN.match(text, passage.sentence[0]) and not _THE_LATEST.match(text, passage.sentence[0]):
        yield counts(text, passage.before)
    yield find_counts(passage.title, (0, len(passage.title)))


def _of_the_date(text: str, passage: Passage, what: str | None) -> dict[str, Count]:
    """Return the number beside the date of the happening, in a sentence with the numbers of several dates.

    It counts what the sentence says of it, or what its first number counts, or else `what`.
    """
    sentence, day = passage.sentence, passage.day
    key = what_is_counted(text, sentence) or what
    shares = {whole.share for whole in wholes(text, sentence)}
    numbers = [
        number
        for number in find_numbers(text, sentence)
        if number.start not in shares
        and not is_of_takers(text, sentence, number)
        and (is_of_people(text, sentence, number) or any(text[number.end : date[0]] == " " for date in passage.dates))
    ]
    if not day or not key or len(numbers) < _SERIES:
        return {}
    others = [date for date in passage.dates if date[1] <= day[0] or day[1] <= date[0]]
    linked = dict(_linked(text, numbers, [day, *others]))
    if day not in linked or (len(linked) < _SERIES and not in_comparison(text, sentence)):
        return {}
    if any(
        one.start <= linked[day].start < one.end and one.count != linked[day].count for one in groups(text, sentence)
    ):
        return {}  # it is a term of a sum: "carried 137 and 96 people"
    said = {str(count): own for own, count in find_counts(text, sentence).items()}
    return {said.get(str(linked[day].count), key): linked[day].count}


_BETWEEN = re.compile(
    r"\s+(?:(?!(?:and|but|while)\b)[a-z]+\s+){0,7}?(?:in|on|by|as\s+of|for|during|through)?\s*(?:the\s+)?(?:(?:fiscal|year)\s+)*",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"['’]s\s+(?:peak\s+of\s+)?|\s+peak\s+of\s+")
_AHEAD = re.compile(r",?\s+(?:(?!(?:and|but|while)\b)[a-z]+,?\s+){0,5}?", re.IGNORECASE)


def _linked(text: str, numbers: Sequence[Number], dates: Sequence[Span]) -> Iterator[tuple[Span, Number]]:
    """Yield each date that has a number of its own: "May's 300", "300 in May", then "in May they made 300"."""
    free, open_dates = list(numbers), list(dates)
    for form in (_GENITIVE, _BETWEEN, _AHEAD):
        pairs = [
            (abs(date[0] - number.start), date, number)
            for date in open_dates
            for number in free
            if (
                form.fullmatch(text, number.end, date[0])
                if form is _BETWEEN
                else number.start >= date[1] and form.fullmatch(text, date[1], number.start)
            )
        ]
        for _, date, number in sorted(pairs, key=lambda pair: pair[:2]):
            if date in open_dates and number in free:
                open_dates.remove(date)
                free.remove(number)
                yield date, number
