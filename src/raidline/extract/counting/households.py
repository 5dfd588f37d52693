"""People told as a whole: "a family of four", "a couple and their infant", "three couples", "a man and his wife"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.text.numbers import Number, find_numbers, is_behind, numbers_named
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

_BEFORE = 48  # characters
_OF = ("of",)


def households(text: str, span: Span) -> Iterator[Number]:
    """Yield the families, couples and pairs of relatives in a stretch of text whose members can be counted, in order.

    A family is left out that tells only whose relative somebody is: "the father of a family of four".
    """
    patterns = _patterns()
    for number in numbers_named(text, span):
        if not number.exact:
            continue
        before = max(span[0], number.start - _BEFORE), number.start
        if is_behind(text, before, _OF) and (family := patterns["family"].search(text, *before)):
            yield Number(family.start("whole"), number.end, number.count)
        couples = patterns["couples"].match(text, number.end, span[1])
        if couples and number.count.low:
            yield Number(number.start, couples.end(), Count.parse(f"{2 * number.count.low:,}"))
    told = text[span[0] : span[1]].casefold()  # most stretches have none of the words: they are not searched
    of_relatives = "-year-old" in told or any(map(told.__contains__, _relatives()))
    for couple in patterns["couple"].finditer(text, *span) if "couple" in told else ():
        members = 2 + (couple["child"] is not None)
        yield Number(couple.start(), couple.end(), Count.parse(str(members)))
    for both in patterns["both"].finditer(text, *span) if "both" in told else ():
        yield Number(both.start(), both.end(), Count.parse("2"))
    for two in patterns["two"].finditer(text, *span) if " and a" in told or " and one" in told else ():
        yield Number(two.start(), two.end(), Count.parse("2"))
    for trio in patterns["trio"].finditer(text, *span) if of_relatives else ():
        others = find_numbers(text, trio.span("children")) if trio["children"] else ()
        children = others[0].count.low or 0 if others else 1
        yield Number(trio.start(), trio.end(), Count.parse(str(2 + children)))
    for pair in patterns["pair"].finditer(text, *span) if of_relatives else ():
        yield Number(pair.start(), pair.end(), Count.parse("2"))


@cache
def _relatives() -> tuple[str, ...]:
    words = lexicon.load("counting")["households"]["relatives"]
    return tuple(word.casefold() for word in words)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    whole, child, relative = (alternatives(data["households"][name]) for name in ("wholes", "one_child", "relatives"))
    one, behind = alternatives(data["one_person"]), alternatives(lexicon.load("counting_grammar")["behind_couple"])
    person = alternatives(data["households"]["persons"])
    one_of_them = rf"(?:an?|one)\s+(?:[\w-]+\s+){{0,2}}?(?:{person})"
    one_of_age = r"(?:\d{1,2}|[a-z]+)-year-old(?:\s+(?:son|daughter|boy|girl))?"
    several = alternatives(data["households"]["several"])
    people = alternatives([*data["households"]["several"], *data["households"]["both_of"]])
    return {
        "family": re.compile(
            rf"(?<!\bof )(?<!\bfrom )(?<!\bin )(?P<whole>\b(?:an?|the|one|another|his|her|their)\s+"
            rf"(?:[a-z-]+\s+){{0,2}}?(?:{whole})\s+of\s+)$",
            re.IGNORECASE,
        ),
        "couple": re.compile(
            r"(?<!\bof )\b(?i:an?|the|one|another)\s+(?:[\w-]+\s+){0,2}?couple\b"
            rf"(?:(?P<child>\s+and\s+their\s+(?:[\w-]+\s+){{0,2}}?(?:{child})\b)"
            rf"|(?=\s*(?:[.,;:)—–]|$)|\s+(?:{behind}|[A-Z])))"
        ),
        "couples": re.compile(r"\s+(?:[a-z-]+\s+)?couples\b"),
        "both": re.compile(
            rf"\bboth\s+(?:(?:of\s+)?(?:the|his|her|their)\s+)?(?:{people})\b(?!\s+and\b)", re.IGNORECASE
        ),
        "two": re.compile(
            rf"(?<!\bof )\b{one_of_them}\s+and\s+{one_of_them}\b(?!['’-])",
            re.IGNORECASE,
        ),
        "trio": re.compile(
            rf"(?<!\bof )\b(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}?[a-z-]+,\s+(?:his|her)\s+(?:[a-z-]+\s+)?(?:{relative})"
            rf",?\s+and\s+(?:(?:his|her|their|an?)\s+)?(?:(?P<children>[\w-]+\s+(?:[a-z-]+\s+)?(?:{several}))|(?:{relative})|(?:{child})|{one_of_age})\b",
            re.IGNORECASE,
        ),
        "pair": re.compile(
            rf"(?<!\bof )\b(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}?(?:{one})\s+and\s+(?:(?:an?|his|her)\s+)?"
            rf"(?:[\w-]+\s+){{0,2}}?(?:{relative}|{one_of_age})\b(?!['’-])",
            re.IGNORECASE,
        ),
    }
