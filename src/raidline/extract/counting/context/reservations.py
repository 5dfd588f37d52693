"""What keeps a number from being an outcome: it is a rate, a plan, that of another time, or of what was not done."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

_BEFORE = 40  # characters


def is_rate(text: str, span: Span, end: int) -> bool:
    """Whether a number, whose noun ends at `end`, is told for each day or shift: "nine people a day"."""
    return bool(_patterns()["rate"].match(text, end, span[1]))


def is_sum_of(text: str, between: Span, end: int) -> bool:
    """Whether a number is what a rate comes to: "30 people a day, or 840 in all"; `between` lies before the number."""
    patterns = _patterns()
    told = patterns["or"].fullmatch(text, *between)
    return bool(told and (told["for"] or patterns["in all"].match(text, end)))


def is_of_another_month(text: str, start: int) -> bool:
    """Whether a number belongs to a month or year named before it: "May's total of nine"."""
    return bool(_patterns()["genitive"].search(text, max(0, start - _BEFORE), start))


def is_compared(text: str, start: int) -> bool:
    """Whether a number is one with which another is compared, or the whole of a share: "up from nine"."""
    return bool(_patterns()["compared"].search(text, max(0, start - _BEFORE), start))


def is_undone(text: str, span: Span, at: int) -> bool:
    """Whether what is said at `at` was not done: "kept from being held"."""
    return bool(_patterns()["undone"].search(text, max(span[0], at - _BEFORE), at))


def is_planned(text: str, span: Span, at: int) -> bool:
    """Whether what is said at `at` was only planned or expected: "hoped to arrest"."""
    return bool(_patterns()["plan"].search(text, max(span[0], at - _BEFORE), at))


def is_left_over(text: str, span: Span, at: int) -> bool:
    """Whether what is said at `at` still held when it was told, of fewer than at first: "nine are still held"."""
    return bool(_patterns()["still"].search(text, max(span[0], at - _BEFORE), at))


def in_comparison(text: str, sentence: Span) -> bool:
    """Whether a sentence compares the numbers of several dates."""
    return bool(_patterns()["comparison"].search(text, *sentence))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    of_all = r"(?:^|[.,;(“\"\n]|\band)\s*of(?:\s+all)?(?:\s+(?:the|those|these|its|their))?"  # ", of all those 90"
    return {
        "rate": re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives(data['rates'])})\b", re.IGNORECASE),
        "or": re.compile(
            rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives(data['rates'])})[,;]?\s+(?:[—–]\s+)?(?:or|(?P<for>for(?:\s+a\s+total\s+of)?))\s+",
            re.IGNORECASE,
        ),
        "in all": re.compile(rf"\s+(?:[a-z]+\s+)?(?:{alternatives(data['in_all'])})\b", re.IGNORECASE),
        "genitive": re.compile(rf"\b(?:{alternatives(data['months'])}|year)['’]s\s+(?:[a-z]+\s+(?:of\s+)?)?$"),
        "compared": re.compile(rf"(?:\b(?:{alternatives(data['compared'])})|{of_all})\s+$", re.IGNORECASE),
        "undone": re.compile(rf"\b(?:{alternatives(data['undone'])})\s+$", re.IGNORECASE),
        "plan": re.compile(rf"\b(?:{alternatives(data['plans'])})\s+(?:\w+\s+)?$", re.IGNORECASE),
        "still": re.compile(r"\b(?:(?:are|is)\s+still|remains?)\s+$", re.IGNORECASE),
        "comparison": re.compile(rf"\b(?:{alternatives(data['comparisons'])})\b"),
    }
