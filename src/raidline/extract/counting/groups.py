"""What numbers count: each with its noun, and groups of people added up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from raidline.counts.value import Count
from raidline.extract.counting.companions import companions
from raidline.extract.counting.context.crowds import of_a_crowd
from raidline.extract.counting.context.nouns import noun_forms, noun_keys
from raidline.extract.counting.context.taking import is_day
from raidline.extract.counting.households import households
from raidline.extract.counting.wholes import is_share, wholes
from raidline.extract.text.numbers import find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the noun it counts; `noun` is "" if there is none ("took 12", "97 were held")."""

    start: int
    end: int
    count: Count
    noun: str


@lru_cache(maxsize=64)  # as above: for counts, plans, and what is counted at all
def groups(text: str, span: Span) -> tuple[Counted, ...]:
    """Return what numbers count, with groups of people added up: "12 men and four women" are 16."""
    nouns, patterns = noun_keys(), noun_forms()
    found: list[Counted] = []
    term = False  # whether the last number can be a term of a sum
    taken = span[0]
    families, shared = tuple(households(text, span)), wholes(text, span)
    named = {*families, *(one.number for one in shared), *find_numbers(text, span)}
    for number in sorted(named, key=lambda one: (one.start, -one.end)):
        if any(one.share <= number.start < one.number.start for one in shared) or is_share(text, span, number):
            continue
        if number.start < taken or is_day(text, number) or patterns["measure"].match(text, number.end, span[1]):
            continue
        noun = patterns["one" if number.count.low == 1 else "many"].match(text, number.end, span[1])
        word = as_listed(noun["noun"]) if noun else ""
        end = noun.end() if noun else number.end
        if number in families:
            word, end = "people", number.end
        item = Counted(number.start, end, number.count, word)
        if word and nouns.get(word) == "people" and (beside := companions(text, number)) and beside[0] >= taken:
            item = replace(item, start=beside[0], count=Count.parse(str((number.count.low or 0) + beside[1])))
        if term and number.exact and _joins(text, found[-1], item):
            item = _added(found.pop(), item)
        more = patterns["one_more"].match(text, end, span[1])
        if more and word and number.exact and nouns.get(word) == "people":
            item = _added(item, Counted(more.start(), more.end(), Count.parse("1"), more["noun"]))
        found.append(item)
        term = number.exact
        taken = item.end
    return tuple(found)


def _joins(text: str, one: Counted, other: Counted) -> bool:
    """Whether two groups of different people are listed together."""
    people = {noun_keys().get(noun) for noun in (one.noun, other.noun)} == {"people"}
    joined = noun_forms()["joined"].fullmatch(text, one.end, other.start)
    if joined and (
        of_a_crowd(text, (0, len(text)), (one.start, one.end))  # "drew 90 people, and two men were held"
        or noun_forms()["of_them"].search(text, other.start, other.end)  # "nine people, two of them children"
    ):
        return False
    return people and one.noun != other.noun and bool(joined)


def _added(one: Counted, other: Counted) -> Counted:
    total = (one.count.low or 0) + (other.count.low or 0)
    return Counted(one.start, other.end, Count.parse(str(total)), other.noun)
