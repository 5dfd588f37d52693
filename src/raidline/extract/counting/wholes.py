"""The whole of which a share is told, where it says what was done to all: "one of the 70 people detained" has 70."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.counts.value import Count
from raidline.extract.counting.context.nouns import noun_forms, noun_keys
from raidline.extract.counting.context.verbs import verb_forms, verb_keys
from raidline.extract.text.numbers import Number, is_behind, numbers_named
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives, as_listed

_BEFORE, _BEHIND = 48, 70  # characters
_WHOLE = ("of", "among", "the", "those", "these", "all", "some")  # the last words before it
_SUFFERED = {"arrested", "detained", "deported", "charged", "hurt", "dead"}


@dataclass(frozen=True, slots=True)
class Whole:
    """The number of all, what was done to them, and where the share that is told of them begins.

    `fate` is what was done to that share alone, how many it is, and where it is said: "two of the nine people arrested
    were released" has two released.
    """

    share: int
    number: Number
    key: str
    fate: tuple[str, Count, int] | None = None

    @property
    def is_fronted(self) -> bool:
        """Whether the whole is told before the share: "Of the nine people arrested, two were released"."""
        return self.share == self.number.start


@lru_cache(maxsize=64)  # a clause and its sentence are read again and again
def wholes(text: str, span: Span) -> tuple[Whole, ...]:
    """Return the numbers of people in a stretch of text of whom a share is told, if the same was done to all of them.

    "One of the 12 cooks was arrested" says nothing of the twelve, "freed four of the 12 people arrested" is about four.
    """
    return tuple(_wholes(text, span))


def _wholes(text: str, span: Span) -> Iterator[Whole]:
    yield from _fronted(text, span)
    for number in numbers_named(text, span):
        before = max(span[0], number.start - _BEFORE), number.start
        told = is_behind(text, before, _WHOLE) and _patterns()["share"].search(text, *before)
        noun = told and noun_forms()["many"].match(text, number.end, span[1])
        if not (told and noun) or noun_keys()[as_listed(noun["noun"])] != "people":
            continue
        freed = verb_forms()["right_before"].search(text, max(span[0], told.start() - _BEFORE), told.start())
        done = _patterns()["done"].match(text, noun.end(), span[1])
        if done and not freed and not _is_headline(text, span, told.start(), done.end()):
            key = verb_keys()[as_listed(done["done"])]
            yield Whole(told.start(), number, key, _fate(text, span, told.start(), done))


def _fronted(text: str, span: Span) -> Iterator[Whole]:
    """Yield a whole told before its share: "Of the 31 workers taken on Tuesday, 22 were let go"."""
    if "f the " not in text[slice(*span)]:
        return
    for of in _patterns()["fronted"].finditer(text, *span):
        number = next((one for one in numbers_named(text, (of.end(), span[1])) if one.start == of.end()), None)
        noun = number and noun_forms()["many"].match(text, number.end, span[1])
        if not (number and noun) or noun_keys()[as_listed(noun["noun"])] != "people":
            continue
        done = _patterns()["done"].match(text, noun.end(), span[1]) or _patterns()["taken"].match(
            text, noun.end(), span[1]
        )
        if not done:
            continue
        key = verb_keys().get(as_listed(done["done"]), "arrested")
        for some in numbers_named(text, (done.end(), span[1])):
            then = _patterns()["were then"].match(text, some.end, span[1])
            fate = then and verb_keys()[as_listed(then["verb"])]
            if then and fate and fate != key and text[: some.start].endswith(", "):
                yield Whole(number.start, number, key, (fate, some.count, then.start("verb")))
                break


def _fate(text: str, span: Span, share: int, done: re.Match[str]) -> tuple[str, Count, int] | None:
    verbs, some = verb_keys(), next(iter(numbers_named(text, (share, done.start()))), None)
    then = _patterns()["then"].match(text, done.end(), span[1])
    if not (some and then) or some.start != share:
        return None
    key = verbs[as_listed(then["verb"])]
    return None if key == verbs[as_listed(done["done"])] else (key, some.count, then.start("verb"))


def _is_headline(text: str, span: Span, start: int, end: int) -> bool:
    """Whether what was done is all that is said, of the share alone: "Half of 80 workers arrested in Austin"."""
    goes_on = (
        _patterns()["finite"].search(text, end, span[1])
        or _patterns()["were among"].match(text, start)
        or _patterns()["resumed"].match(text, span[1])
    )
    return not text[span[0] : start].strip() and not goes_on


def is_share(text: str, span: Span, number: Number) -> bool:
    """Whether a number tells some of those to whom the same was done, without saying of how many.

    An example is "one of the men arrested": they are more than one.
    """
    some = _patterns()["some"].match(text, number.end, span[1])
    if not some or not (noun := noun_forms()["many"].match(text, some.end(), span[1])):
        return False
    known = noun_keys()[as_listed(noun["noun"])] == "people"
    return known and bool(_patterns()["done"].match(text, noun.end(), span[1]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data, words = lexicon.load("counting"), lexicon.load("counting_grammar")
    done = alternatives([verb for verb, key in verb_keys().items() if key in _SUFFERED and not verb.endswith("ing")])
    some = rf"{alternatives(data['partitives'])}|{SPELLED}|[0-9][0-9,]*%?"
    share = rf"(?:{some})\s+(?:of|out\s+of(?=\s+(?:the|those|these)\b)|(?:[\w’'-]+\s+){{1,4}}?(?:was|were)\s+among)"
    who = r"(?:\s+(?:who|that)\s+(?:were|was|had\s+been|have\s+been))?"
    takers = alternatives([*data["governed"]["takers"], *data["who_took_them"]])
    by = rf"(?:\s+(?:that|whom))?\s+(?:{takers})(?:\s+had)?"
    behind = rf"(?:[^,;:.]|,\s[A-Z][\w ]+,){{0,{_BEHIND}}}?"
    passive, fates = r"(?:was|were|(?:has|have|had)\s+been)", alternatives(verb_keys())
    return {
        "finite": re.compile(rf"\b(?:{alternatives(words['finite'])}|[a-z]+ed)\b"),
        "resumed": re.compile(rf"(?<=,)\s+(?:{alternatives(words['resuming'])})\b"),  # "arrested in Reno, Nevada, were"
        "were among": re.compile(r"(?:[\w’'-]+\s+){2,5}?(?:was|were)\s+among\b"),
        "share": re.compile(rf"\b(?:{share}|among)\s+(?:(?:the|those|these|all|some)\s+)?$", re.IGNORECASE),
        "some": re.compile(r"\s+of\s+(?:the|those|these)(?=\s)"),
        "fronted": re.compile(r"\b[Oo]f\s+(?:all\s+)?(?:the|those|these)\s+"),
        "taken": re.compile(rf"{who}\s+(?P<done>taken)\b"),
        "were then": re.compile(rf"(?:\s+of\s+them)?\s+{passive}\s+(?:[a-z]+\s+)?(?P<verb>{fates})\b", re.IGNORECASE),
        "done": re.compile(rf"(?:{who}|{by})\s+(?:[a-z]+ly\s+)?(?P<done>{done})\b", re.IGNORECASE),
        "then": re.compile(rf"{behind}\b{passive}\s+(?:[a-z]+\s+)?(?P<verb>{fates})\b", re.IGNORECASE),
    }
