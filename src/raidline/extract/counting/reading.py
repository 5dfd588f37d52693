"""Counts: how many people or things an event affected, with the hedges of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.counting.companions import companions
from raidline.extract.text.numbers import Number, alternatives, find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed

# Characters between what is counted and its verb; before a number without a noun.
_BEFORE, _BEHIND, _ALONE = 64, 60, 24
_PLAN_REACH = 40
_FAR = 160  # characters between the people counted and the passive that says what was done to them
_GROUPS = {"agents", "detained", "protesters"}  # counted for themselves, unless something is done to them
OF_PEOPLE = {"arrested", "detained", "deported", "released", "charged", "hurt", "dead", "protesters"}
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
    verb = alternatives(list(verbs))
    noun, many = (alternatives([one for one in nouns if one not in leave]) for leave in ((), data["singular"]))
    theirs = alternatives([one for one, key in nouns.items() if key in OF_PEOPLE])
    counted = [one for one, key in nouns.items() if key in OF_PEOPLE and one.endswith("s")]
    stop = "and|or|in|on|at|by|were|was|are|is|had|have|who|that|to|for|from|with|but|after|before|during|since|as|than"
    between = rf"(?:\s+(?!(?:{stop}|{verb})\b)(?:[A-Za-z]+(?:-[A-Za-z]+)*|“[a-z]+|\([A-Z]+\)),?){{0,4}}?"
    behind = (
        r"(?:\s+[“\"][\w-]+(?:\s+[\w-]+){0,2}[”\"](?=\s))?"  # 34 "level 1" detainees
        r"[“”\"]?(?:\s+(?:of\s+(?:the|its|those|these|his|their)\s+(?:\w+\s+)?(?:[0-9][0-9,]*)?"
        r"|out\s+of\s+(?:the\s+)?[0-9][0-9,]*|of\s+[0-9][0-9,]*|of))?"
        rf"{between}\s+[“\"]?"
    )
    to_people = alternatives(data["to_people"])
    return {
        "one": re.compile(rf"{behind}(?P<noun>{noun})\b(?!['’]s\b)", re.IGNORECASE),
        "many": re.compile(rf"{behind}(?P<noun>{many})\b(?!['’]s\b(?!\s+(?:{theirs})\b))", re.IGNORECASE),
        "theirs": re.compile(rf"['’]s?\s+(?P<noun>{theirs})\b", re.IGNORECASE),  # "the two children's deaths"
        "measure": re.compile(rf"[\s-]+(?:[a-z]+\s+)?(?:{alternatives(data['measures'])})(?!\w)", re.IGNORECASE),
        "compared": re.compile(
            rf"(?:\b(?:{alternatives(data['compared'])})|(?:^|[.,;(“\"\n]|\band)\s*of\s+(?:all\s+)?(?:the|those|these))\s+$",
            re.IGNORECASE,
        ),
        "genitive": re.compile(rf"\b(?:{alternatives(data['months'])}|year)['’]s\s+(?:[a-z]+\s+(?:of\s+)?)?$"),
        "undone": re.compile(rf"\b(?:{alternatives(data['undone'])})\s+$", re.IGNORECASE),
        "to_people": re.compile(rf"\b(?P<verb>{to_people})\s+$", re.IGNORECASE),
        "to_them": re.compile(
            rf"\s+(?:[a-z]+(?:-[a-z]+)*\s+)?[a-z]+s\s+(?:{_PASSIVE})?(?P<verb>{to_people})\b", re.IGNORECASE
        ),
        "any_noun": re.compile(r"(?:\s+[a-z]+(?:-[a-z]+)*)?\s+[a-z]+s\b"),
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
        "right_before": re.compile(rf"\b(?P<verb>{verb})\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE),
        "right_behind": re.compile(rf"\s+{_PASSIVE}(?P<verb>{verb})\b", re.IGNORECASE),
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
        "day": re.compile(r"\s(?:today|yesterday|tonight|now|then|the\s+(?:year|month|week|day))\b"),
        "rate": re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives(data['rates'])})\b", re.IGNORECASE),
        "plan": re.compile(rf"\b(?:{alternatives(data['plans'])})\s+(?:\w+\s+)?$", re.IGNORECASE),
    }


def find_counts(text: str, span: Span) -> dict[str, Count]:
    """Return what is counted in a stretch of text: {"arrested": at least 51}; for each key the first count is used.

    A planned number counts only if no outcome is reported: "planned to arrest 200 but took 12" is 12. So do the base of
    a share and a number with which another one is compared.
    """
    return dict(_found(text, span))


@lru_cache(maxsize=64)  # a clause and its sentence are read again and again
def _found(text: str, span: Span) -> dict[str, Count]:
    done: dict[str, Count] = {}
    lesser: dict[str, Count] = {}
    for key, count, rank in _read(text, span):
        if rank != _OF_ANOTHER:
            (lesser if rank else done).setdefault(key, count)
    return done or lesser


def what_is_counted(text: str, span: Span) -> str | None:
    """Return what the first number of people in a stretch of text counts, even if it is a plan or of another date."""
    return next((key for key, _, _ in _read(text, span) if key in OF_PEOPLE or key == "families"), None)


def is_of_people(text: str, span: Span, number: Number) -> bool:
    """Whether a number stands before a noun for people or what happens to them, or stands alone: "44 in 2018"."""
    if _patterns()["measure"].match(text, number.end, span[1]):
        return False
    noun = _patterns()["many"].match(text, number.end, span[1])
    if noun and _keys()[0][as_listed(noun["noun"])] in {"people", "families", *OF_PEOPLE}:
        return True
    if _done_to_them(text, span, _Counted(number.start, number.end, number.count, "")):
        return True
    return any(_patterns()[form].match(text, number.end, span[1]) for form in ("end", "day"))


def in_comparison(text: str, sentence: Span) -> bool:
    """Whether a sentence compares the numbers of several dates."""
    return bool(_patterns()["comparison"].search(text, *sentence))


_LESSER, _OF_ANOTHER = 1, 2


def _read(text: str, span: Span) -> Iterator[tuple[str, Count, int]]:
    """Yield key, count and rank, in the order of the text.

    Rank 0 is an outcome, 1 a plan, a base or a number that is compared, 2 the number of another date or of what was not
    done.
    """
    nouns, patterns = _keys()[0], _patterns()
    for item in _groups(text, span):
        if patterns["rate"].match(text, item.end, span[1]):
            continue
        before = (max(0, item.start - _PLAN_REACH), item.start)
        key, at = nouns.get(item.noun, "people"), item.start
        if key in _GROUPS and (found := _done_right_there(text, span, item)):
            key, at = found
        elif theirs := patterns["theirs"].match(text, item.end, span[1]):
            key = nouns[as_listed(theirs["noun"])]
        elif key == "people":
            if not (found := _done(text, span, item)):
                continue
            key, at = found
        reach = (max(span[0], at - _PLAN_REACH), at)
        if patterns["genitive"].search(text, *before) or patterns["undone"].search(text, *reach):
            yield key, item.count, _OF_ANOTHER
        else:
            lesser = patterns["compared"].search(text, *before) or patterns["plan"].search(text, *reach)
            yield key, item.count, _LESSER if lesser else 0


def _groups(text: str, span: Span) -> list[_Counted]:
    """Return what numbers count, with groups of people added up: "12 men and four women" are 16."""
    nouns = _keys()[0]
    patterns = _patterns()
    found: list[_Counted] = []
    term = False  # whether the last number can be a term of a sum
    taken = span[0]
    for number in find_numbers(text, span):
        if number.start < taken or patterns["measure"].match(text, number.end, span[1]):
            continue
        noun = patterns["one" if number.count.low == 1 else "many"].match(text, number.end, span[1])
        word = as_listed(noun["noun"]) if noun else ""
        end = noun.end() if noun else number.end
        item = _Counted(number.start, end, number.count, word)
        if word and nouns.get(word) == "people" and (beside := companions(text, number)) and beside[0] >= taken:
            item = replace(item, start=beside[0], count=Count.parse(str((number.count.low or 0) + beside[1])))
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
    if not item.noun:
        return _done_to_them(text, span, item) or _announced(text, (max(span[0], item.start - _CHANGED), item.start))
    verbs, patterns = _keys()[1], _patterns()
    before = list(patterns["verb"].finditer(text, max(span[0], item.start - _BEFORE), item.start))
    if done := patterns["right_behind"].match(text, item.end, span[1]):  # "one was hurt and three people were held"
        return verbs[as_listed(done["verb"])], done.start("verb")
    behind = patterns["verb"].search(text, item.end, min(span[1], item.end + _BEHIND))
    gap = item.start - before[-1].end() if before else _BEFORE
    if before and (not behind or gap <= behind.start() - item.end):
        return verbs[as_listed(before[-1][0])], before[-1].start()
    if not behind and (passive := patterns["passive"].match(text, item.end, min(span[1], item.end + _FAR))):
        return verbs[as_listed(passive["verb"])], passive.start("verb")
    return (verbs[as_listed(behind[0])], behind.start()) if behind else None


def _done_right_there(text: str, span: Span, item: _Counted) -> tuple[str, int] | None:
    """Return what is done to a group with a name of its own: "arrested 12 protesters", "two agents were hurt"."""
    verbs, patterns = _keys()[1], _patterns()
    if before := patterns["right_before"].search(text, max(span[0], item.start - _ALONE), item.start):
        return verbs[as_listed(before["verb"])], before.start()
    behind = patterns["right_behind"].match(text, item.end, span[1])
    return (verbs[as_listed(behind["verb"])], behind.start("verb")) if behind else None


def _done_to_them(text: str, span: Span, item: _Counted) -> tuple[str, int] | None:
    """Return what was done to those whom a number counts alone, or with any noun: "took 12", "14 cooks were held"."""
    verbs, patterns = _keys()[1], _patterns()
    before = (max(span[0], item.start - _ALONE), item.start)
    if (alone := patterns["alone_before"].search(text, *before)) and patterns["end"].match(text, item.end):
        return verbs.get(as_listed(alone[0]).removesuffix(" of"), "arrested"), alone.start()
    for form in ("alone_behind", "to_them"):
        if done := patterns[form].match(text, item.end, span[1]):
            return verbs[as_listed(done["verb"])], done.start("verb")
    done, noun = patterns["to_people"].search(text, *before), patterns["any_noun"].match(text, item.end)
    if done and noun and patterns["end"].match(text, noun.end()):
        return verbs[as_listed(done["verb"])], done.start()
    return None


def _announced(text: str, before: Span) -> tuple[str, int] | None:
    """Return what a number at the end counts: "the number of people arrested was", "deportations rose to"."""
    (nouns, verbs), patterns = _keys(), _patterns()
    if (total := patterns["total"].search(text, *before)) and total["verb"]:
        return verbs[as_listed(total["verb"])], total.start()
    changed = total or patterns["changed"].search(text, *before)
    return (nouns[as_listed(changed["noun"])], changed.start()) if changed else None
