"""Counts: how many people or things an event affected, with the hedges of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.text.numbers import alternatives, find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed

# Characters between what is counted and its verb; before a number without a noun.
_BEFORE, _BEHIND, _ALONE = 64, 60, 24
_PLAN_REACH = 40
_FAR = 160  # characters between the people counted and the passive that says what was done to them
_COMPARED = 2  # numbers
_GENITIVE = 12  # characters
_OF_PEOPLE = {"arrested", "detained", "deported", "released", "charged", "hurt", "dead", "protesters"}
_CHANGED = 80  # characters between what is counted and its final number


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with the noun it counts; `noun` is "" if there is none ("took 12", "97 were held")."""

    start: int
    end: int
    count: Count
    noun: str


@cache
def _keys() -> tuple[dict[str, str], dict[str, str]]:
    """Return noun -> key ("people" for those that need a verb), and verb -> key."""
    data = lexicon.load("counting")
    nouns = {noun: key for key, words in data["nouns"].items() for noun in words}
    verbs = {as_listed(verb): key for key, words in data["done_to"].items() for verb in words}
    return {as_listed(noun): "people" for noun in data["people"]} | nouns, verbs


_PASSIVE = r"(?:were|was|are|is|have\s+been|has\s+been|had\s+been)\s+(?:[a-z]+ly\s+)?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    nouns, verbs = _keys()
    noun, verb = alternatives(list(nouns)), alternatives(list(verbs))
    counted = [one for one, key in nouns.items() if key in _OF_PEOPLE and one.endswith("s")]
    stop = "and|or|in|on|at|by|were|was|are|is|had|have|who|that|to|for|from|with|but|after|before|during|since|as|than"
    between = rf"(?:\s+(?!(?:{stop}|{verb})\b)(?:[A-Za-z]+(?:-[A-Za-z]+)*|“[a-z]+|\([A-Z]+\)),?){{0,4}}?"
    return {
        "noun": re.compile(
            rf"(?:\s+(?:of\s+(?:the|its|those|these|his|their)\s+(?:\w+\s+)?(?:[0-9][0-9,]*)?|out\s+of\s+(?:the\s+)?[0-9][0-9,]*|of\s+[0-9][0-9,]*|of))?"
            rf"{between}\s+[“\"]?(?P<noun>{noun})\b(?!['’]s\b)",
            re.IGNORECASE,
        ),
        "one_more": re.compile(
            r"(?:,\s+|,?\s+and\s+)(?P<a>an?)\s+(?:[a-z]+(?:-[a-z]+)*\s+){0,2}?(?P<noun>man|woman|child|boy|girl|teenager|minor|juvenile)\b"
        ),
        "comparison": re.compile(rf"\b(?:{alternatives(data['comparisons'])})\b"),
        "joined": re.compile(r",?\s+and\s+|,\s+"),
        "verb": re.compile(rf"\b(?:{verb})\b", re.IGNORECASE),
        "alone_before": re.compile(rf"\b(?:{verb}|took|taking|netting)\s+(?:of\s+)?$", re.IGNORECASE),
        "alone_behind": re.compile(
            rf"(?:\s+(?:others|more|people))?\s+(?:{_PASSIVE}|(?:have|had|remain|remained)\s+)?(?:[a-z]+ly\s+)?(?P<verb>{verb})\b",
            re.IGNORECASE,
        ),
        "passive": re.compile(
            rf"(?:(?!\b(?:said|say|says|told|their|whose|and|but)\b)[^.;:“”])*?\b{_PASSIVE}(?P<verb>{verb})\b",
            re.IGNORECASE,
        ),
        "changed": re.compile(
            rf"\b(?P<noun>{alternatives(counted)})\b(?:[^.;:“”\d]|\d{{4}}\b)*?\b(?:{alternatives(data['changes'])})"
            r"(?:\s+(?:[a-z]+ly|back))?\s+(?:(?:to|at|past|above|below)\s+)?(?:an?\s+[a-z]+\s+(?:[a-z]+\s+)?of\s+)?$",
            re.IGNORECASE,
        ),
        "total": re.compile(
            rf"\bnumber\s+of\s+(?:(?P<noun>{alternatives(counted)})\b|[^.;:“”\d]*?\b(?P<verb>{verb})\b)"
            rf"(?:[^.;:“”\d]|\d{{4}}\b)*?\b(?:is|was|{alternatives(data['changes'])})"
            r"(?:\s+[a-z]+ly)?\s+(?:(?:to|at|past|above|below)\s+)?$",
            re.IGNORECASE,
        ),
        "end": re.compile(
            r"\s*(?:[.,;:)—–“”\"]|$|\s(?:in|on|at|during|of\s+them|from|after|and|but|over|across|near|outside|while|as|with|for|who|that|by|this|last|so)\b)"
        ),
        "rate": re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives(data['rates'])})\b", re.IGNORECASE),
        "plan": re.compile(rf"\b(?:{alternatives(data['plans'])})\s+(?:\w+\s+)?$", re.IGNORECASE),
    }


def find_counts(text: str, span: Span) -> dict[str, Count]:
    """Return what is counted in a stretch of text: {"arrested": at least 51}; for each key the first count is used.

    A planned number counts only if no outcome is reported: "planned to arrest 200 but took 12" is 12.
    """
    return dict(_found(text, span))


@lru_cache(maxsize=64)  # a clause and its sentence are read again and again
def _found(text: str, span: Span) -> dict[str, Count]:
    done: dict[str, Count] = {}
    planned: dict[str, Count] = {}
    for key, count, is_plan in _read(text, span):
        (planned if is_plan else done).setdefault(key, count)
    return done or planned


def counts_of(
    text: str, clause: Span, sentence: Span, following: Span | None = None, day: Span | None = None
) -> dict[str, Count]:
    """Return the counts of the happening in a clause, from the nearest part of its passage that has any.

    `following`: the later sentences about the same happening (they have no date of their own).
    `day`: its time expression; among several numbers in a comparison, the one beside the date belongs to that date.
    More distant text adds missing counts, never a second number for the same count.
    """
    found = find_counts(text, clause)
    for span in filter(None, (sentence, following)):
        if not found.keys() & _OF_PEOPLE:
            found = found | {k: v for k, v in find_counts(text, span).items() if k not in found}
    if day and (beside := _beside(text, sentence, day)):
        key = next((k for k in (*found, *find_counts(text, sentence)) if k in _OF_PEOPLE or k in {"families"}), None)
        if key:
            found[key] = beside
    if found.get("detained") == found.get("arrested"):
        found.pop("detained", None)  # arrested and taken into custody: one count of the same people
    return found


_BESIDE = re.compile(
    r"\s+(?:[a-z]+\s+){0,7}?(?:in|on|by|as\s+of|for|during|through)?\s*(?:the\s+)?(?:(?:fiscal|year)\s+)*",
    re.IGNORECASE,
)


def _beside(text: str, sentence: Span, day: Span) -> Count | None:
    """Return the number right before a date ("to 880 people on March 17") or after its genitive ("May's 132,870 ...").

    This applies only in a sentence that compares several numbers.
    """
    numbers = find_numbers(text, sentence)
    if len(numbers) < _COMPARED or not _patterns()["comparison"].search(text, *sentence):
        return None
    for number in numbers:
        if day[1] <= number.start <= day[1] + _GENITIVE and text[day[1] : number.start].strip() in {
            "’s",
            "'s",
            "’s peak of",
            "'s peak of",
        }:
            return number.count
    before = [number for number in numbers if number.end <= day[0]]
    near = before[-1] if before else None
    return near.count if near and _BESIDE.fullmatch(text, near.end, day[0]) else None


def _read(text: str, span: Span) -> Iterator[tuple[str, Count, bool]]:
    """Yield key, count and whether it is only planned, in the order of the text."""
    nouns, patterns = _keys()[0], _patterns()
    for item in _groups(text, span):
        if patterns["rate"].match(text, item.end, span[1]):
            continue
        key = nouns.get(item.noun, "people")
        at = item.start
        if key == "people":
            if found := _done(text, span, item):
                key, at = found
            else:
                continue
        yield key, item.count, bool(patterns["plan"].search(text, max(span[0], at - _PLAN_REACH), at))


def _groups(text: str, span: Span) -> list[_Counted]:
    """Return what numbers count, with groups of people added up: "12 men and four women" are 16."""
    data, nouns = lexicon.load("counting"), _keys()[0]
    patterns = _patterns()
    found: list[_Counted] = []
    term = False  # whether the last number can be a term of a sum
    taken = span[0]
    for number in find_numbers(text, span):
        if number.start < taken:
            continue
        noun = patterns["noun"].match(text, number.end, span[1])
        word = as_listed(noun["noun"]) if noun else ""
        if word in data["singular"] and number.count.low != 1:
            noun, word = None, ""
        end = noun.end() if noun else number.end
        item = _Counted(number.start, end, number.count, word)
        if term and number.exact and _joins(text, found[-1], item):
            item = _added(found.pop(), item)
        more = patterns["one_more"].match(text, end, span[1])
        if more and word and number.exact and nouns.get(word) == "people":
            item = _added(item, _Counted(more.start(), more.end(), Count.parse("1"), more["noun"]))
        found.append(item)
        term = number.exact
        taken = item.end
    return found


def _joins(text: str, one: _Counted, other: _Counted) -> bool:
    """Whether two groups of different people are listed together."""
    people = {_keys()[0].get(noun) for noun in (one.noun, other.noun)} == {"people"}
    joined = _patterns()["joined"].fullmatch(text, one.end, other.start)
    return people and one.noun != other.noun and bool(joined)


def _added(one: _Counted, other: _Counted) -> _Counted:
    total = (one.count.low or 0) + (other.count.low or 0)
    return _Counted(one.start, other.end, Count.parse(str(total)), other.noun)


def _done(text: str, span: Span, item: _Counted) -> tuple[str, int] | None:
    """Return what was done to the people counted, and where the text says so; the nearer verb on either side."""
    verbs, patterns = _keys()[1], _patterns()
    if not item.noun:
        alone = patterns["alone_before"].search(text, max(span[0], item.start - _ALONE), item.start)
        if alone and patterns["end"].match(text, item.end):
            return verbs.get(as_listed(alone[0]).removesuffix(" of"), "arrested"), alone.start()
        if alone := patterns["alone_behind"].match(text, item.end, span[1]):
            return verbs[as_listed(alone["verb"])], alone.start()
        return _announced(text, (max(span[0], item.start - _CHANGED), item.start))
    before = list(patterns["verb"].finditer(text, max(span[0], item.start - _BEFORE), item.start))
    behind = patterns["verb"].search(text, item.end, min(span[1], item.end + _BEHIND))
    gap = item.start - before[-1].end() if before else _BEFORE
    if before and (not behind or gap <= behind.start() - item.end):
        return verbs[as_listed(before[-1][0])], before[-1].start()
    if not behind and (passive := patterns["passive"].match(text, item.end, min(span[1], item.end + _FAR))):
        return verbs[as_listed(passive["verb"])], passive.start("verb")
    return (verbs[as_listed(behind[0])], behind.start()) if behind else None


def _announced(text: str, before: Span) -> tuple[str, int] | None:
    """Return what a number at the end counts: "the number of people arrested was", "deportations rose to"."""
    (nouns, verbs), patterns = _keys(), _patterns()
    if (total := patterns["total"].search(text, *before)) and total["verb"]:
        return verbs[as_listed(total["verb"])], total.start()
    changed = total or patterns["changed"].search(text, *before)
    return (nouns[as_listed(changed["noun"])], changed.start()) if changed else None
