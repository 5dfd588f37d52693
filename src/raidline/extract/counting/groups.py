"""What numbers count: each with its noun, and groups of people added up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from raidline.counts.value import Count
from raidline.extract.counting.companions import companions
from raidline.extract.counting.context.crowds import of_a_crowd
from raidline.extract.counting.context.nouns import OF_PEOPLE, noun_forms, noun_keys
from raidline.extract.counting.context.roles import is_taker
from raidline.extract.counting.context.taking import is_day
from raidline.extract.counting.context.verbs import verb_forms
from raidline.extract.counting.gapped import is_no_whole, parallel, shared_noun
from raidline.extract.counting.households import households
from raidline.extract.counting.wholes import is_share, wholes
from raidline.extract.text.numbers import Number, find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed

_WITH_OTHERS = {"people", "detained", "protesters"}  # beside whom one more may stand


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
        more = patterns["one_more"].match(text, end, span[1])
        hurt = more and verb_forms()["right_behind"].match(text, more.end("noun"), span[1])
        joins = nouns.get(word) in _WITH_OTHERS if word else patterns["of_theirs"].match(text, end, span[1])
        beside = companions(text, number, end, listed=bool(more)) if joins else None
        if beside and beside[0] >= taken:  # a guard and two detainees are no three detainees
            count = _sum(number.count, Count.parse(str(beside[1])))
            item = Counted(beside[0], end, count, "people" if word else "")
        if term and number.exact and _joins(text, found[-1], item):
            item = _added(found.pop(), item)
        if more and number.exact and (nouns.get(word) in _WITH_OTHERS or (hurt and is_taker(word))):
            item = _added(item, Counted(more.start(), more.end(), Count.parse("1"), more["noun"]))
        found.append(item)
        term = number.exact
        taken = item.end
    return _in_parallel(text, span, found)


def _in_parallel(text: str, span: Span, found: list[Counted]) -> tuple[Counted, ...]:
    """Return the groups, each with those added that stand in parallel to it: "five at one mill and four at another"."""
    done: list[Counted] = []
    rest = list(found)
    while rest:
        item = rest.pop(0)
        first, nouns = _number(item), noun_keys()
        if rest and not item.noun and nouns.get(rest[0].noun) == "people":
            if shared_noun(text, span, first, _number(rest[0])):
                item = _added(item, rest.pop(0))
        elif first.exact and nouns.get(item.noun, "people") in {"people", *OF_PEOPLE}:
            bare = [_number(one) for one in takewhile(lambda one: not one.noun, rest)]
            others = parallel(text, span, (item.start, item.end), bare) if bare else ()
            if others and is_no_whole(text, first, others):
                rest = [one for one in rest if one.start > others[-1].start]
                item = replace(item, count=_sum(first.count, *(one.count for one in others)))
        done.append(item)
    return tuple(done)


def _number(item: Counted) -> Number:
    return Number(item.start, item.end, item.count)


def _joins(text: str, one: Counted, other: Counted) -> bool:
    """Whether two groups of different people are listed together, with names of their own if it is said of both."""
    nouns = {noun_keys().get(noun) for noun in (one.noun, other.noun)}
    both = verb_forms()["right_behind"].match(text, other.end) if "people" in nouns and len(nouns) > 1 else None
    people = nouns == {"people"} or (both and nouns <= {*_WITH_OTHERS, "agents"})
    joined = noun_forms()["joined"].fullmatch(text, one.end, other.start)
    if joined and (
        of_a_crowd(text, (0, len(text)), (one.start, one.end))  # "drew 90 people, and two men were held"
        or noun_forms()["of_them"].search(text, other.start, other.end)  # "nine people, two of them children"
    ):
        return False
    return bool(people) and one.noun != other.noun and bool(joined)


def _added(one: Counted, other: Counted) -> Counted:
    return Counted(one.start, other.end, _sum(one.count, other.count), other.noun)


def _sum(*counts: Count) -> Count:
    return Count.parse(f"{sum(count.low or 0 for count in counts):,}")
