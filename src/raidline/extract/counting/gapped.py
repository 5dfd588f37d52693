"""Groups told in parallel, the later ones without their act: "nine people at one plant and four at another"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.text.numbers import Number
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

_REACH = 120  # characters from a group to the next one, and of what is said of the next one
_SUBJECT = 80  # characters before the first of several numbers that share a noun
_AND = " and "


def parallel(text: str, span: Span, first: Span, others: Sequence[Number]) -> tuple[Number, ...]:
    """Return the numbers that stand in parallel to a group of people, each with a place of its own, up to the last one.

    Nothing is returned for several dates ("nine in May and four in June"), where more is said of the later ones, or for
    a single town beside the one that is told of ("nine in Reno and four in Sparks").
    """
    found: list[Number] = []
    end = first[1]
    for number in others:
        if _patterns()["of places"].search(text, end, number.start):
            continue  # "nine people at one plant"
        own = _patterns()["own"].match(text, number.end, min(span[1], number.end + _REACH))
        if number.start - end > _REACH or not number.exact or not own:
            break
        between = text[end : number.start]
        if not _patterns()["between"].fullmatch(between) or _patterns()["told"].search(own["place"]):
            break
        if _is_dated(own["place"], between):
            break
        found.append(number)
        end = number.end
    if not found or not _joined_last(text, first[1], found):
        return ()
    last = found[-1]
    if len(found) == 1 and _patterns()["town"].match(text, last.end) and not text.endswith("another ", 0, last.start):
        return ()
    return tuple(found)


def is_no_whole(text: str, first: Number, others: Sequence[Number]) -> bool:
    """Whether the later numbers cannot be parts of the first, as in "20 in Ohio, 11 in Akron and nine in Canton".

    They are more together, or a single one joined to it by "and".
    """
    one, two = first.end, others[0].start
    if len(others) == 1 and _patterns()["and"].search(text, one, two):
        return True
    if _patterns()["another"].match(
        text, others[0].end
    ):  # "seven at the first, two at the second and one at the third"
        return True
    return sum(number.count.low or 0 for number in others) > (first.count.low or 0)


def shared_noun(text: str, span: Span, first: Number, other: Number) -> bool:
    """Whether two numbers share the noun behind the second: "two flights carried 137 and 96 people"."""
    if not (first.exact and other.exact) or text[first.end : other.start] != _AND:
        return False
    return bool(_patterns()["two"].search(text, max(span[0], first.start - _SUBJECT), first.start))


def _is_dated(place: str, between: str) -> bool:
    """Whether the later group has a date of its own; one behind the last group is that of all of them."""
    dated = _patterns()["dated"]
    return bool(_patterns()["when"].match(place) or (dated.search(place) and dated.search(between)))


def _joined_last(text: str, end: int, found: Sequence[Number]) -> bool:
    start = found[-2].end if len(found) > 1 else end
    patterns = _patterns()
    last = patterns["own"].match(text, found[-1].end)
    none_behind = last and patterns["and none"].match(text, last.end())
    return bool(none_behind or patterns["and"].search(text, start, found[-1].start))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = lexicon.load("counting_grammar")
    where = alternatives(words["gapped_where"])
    days = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    measures = alternatives([one for one in lexicon.load("counting")["measures"] if one != "second"])  # "at the second"
    months, times = alternatives(lexicon.load("counting")["months"]), alternatives(words["times"])
    when = rf"\b(?:{days}|{months}|{measures}|{times}|(?:19|20)\d\d)(?!\w)"
    return {
        "between": re.compile(
            rf"(?:[^.;:“”\"()]|(?<=[A-Z])\.)*?\b(?:{where})\s(?:[^.;:“”\"()]|(?<=[A-Z])\.)*?(?:,\s+(?:and\s+)?|\s+and\s+)(?:another\s+)?"
        ),
        "own": re.compile(
            rf"(?:\s+(?:more|others))?\s+(?:{where})\s+(?P<place>(?:[^,.;:()“”\"]|(?<=[A-Z])\.)*?)(?=[,.;:()]|$|\s+and\s)"
        ),
        "town": re.compile(r"(?:\s+(?:more|others))?\s+(?:in|near)\s+[A-Z]"),
        "and": re.compile(r"\band\s+(?:another\s+)?$"),
        "and none": re.compile(r",?\s+and\s+none\b"),
        "another": re.compile(rf"\s+(?:{where})\s+(?:another|a\s+second|the\s+(?:second|other|next))\b"),
        "two": re.compile(r"\b(?:[Tt]wo|[Bb]oth|2)\s+(?:[a-z]+\s+){0,2}?[a-z]+s\b[^.;:,]*$"),
        "of places": re.compile(rf"\b(?:{where})\s+$"),
        "told": re.compile(rf"\b(?:{alternatives(words['finite'])}|[a-z]+ed)\b"),
        "when": re.compile(rf"(?:(?:the|early|late|mid)[\s-]+)?{when}"),
        "dated": re.compile(when),
    }
