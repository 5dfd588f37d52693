"""The numbers that titles tell, in figures and in words, and whether two of them, or two counts, can be one."""

from __future__ import annotations

import re
from functools import lru_cache

from raidline.counts.spelled import FIRST_WORDS, SPELLED, spelled
from raidline.counts.value import Count
from raidline.lexicon.wordlists import WordList
from raidline.models import Event

HEDGE = "~"  # the mark of a number with a hedge: "about 30"
ROUGHLY = 1.3  # times that a number may be of one with a hedge: "at least 30" of 32
NEARLY, SEVERAL = 1.1, 10  # times that one count may be of another of the same, and the least of such numbers
HOUR = re.compile(r"(\d(?<!\w\d)\d?)(?::(\d\d))?\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
ROAD = re.compile(
    r"\b(?:Highway|Hwy|Route|Rte|Interstate|I|U\.?S|SR|Exit)\.?[\s-](\d+[A-Z]?)\b"
)  # no number of people: "Route 9"
_READ = 65_536  # titles, cached
_YEARS = range(1900, 2100)
_FIGURE = re.compile(r"\d[\d,]*(?!\w*(?:st|nd|rd|th)\b)")
_THOUSANDS = re.compile(r"\b(\d{1,3}(?:\.\d)?)\s?(K\b|M\b|million\b)")  # "$500K", "$1.2 million"
_TIMES = {"K": 1000, "M": 1_000_000, "million": 1_000_000}
_ONE = re.compile(  # "takes one", "one held"
    r"\b(?:takes?|took|holds?|held|arrests?|arrested|detains?|detained|with|leaves?|for)\sone(?=\s*(?:$|[,.;])|\s(?:man|woman|person|at|in)\b)"
    r"|\b[Oo]ne\s(?:is\s|was\s)?(?:held|taken|arrested|detained|hurt|dead|killed)\b"
)
_ONE_PERSON = re.compile(  # "Day laborer held", of a title without another number or person
    r"^(?:An?\s)?(?:(?!and\b)[\w’-]+\s){0,2}?(?:[\w-]+(?:er|or|man|woman|ist|ent|ant)|mother|father|cook|nurse|teen|boy|girl|mom|dad)"
    r"\s(?:is\s|was\s)?(?:held|taken|detained|arrested|grabbed|seized|nabbed)\b(?!.*(?:\band\b|\bwith\b|\bothers?\b|,))",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\s(?:others?|more)\b")
_BESIDE = re.compile(r"(?:\b(?:and|plus|with)\s|[,;&]\s)$")  # "a driver and three others" are four
_MORE = re.compile(rf"\b(?:{SPELLED}|\d[\d,]*)\smore\b", re.IGNORECASE)
_JOINED = len("with ")
LAW = re.compile(
    r"\b(?:HB|SB|AB|LB|HR|LD|H\.B\.|S\.B\.|House\sBill|Senate\sBill|Assembly\sBill|Bill|Prop|Proposition)\.?\s(\d+)\b"
)
SPAN = re.compile(
    rf"\b({SPELLED}|\d{{1,3}})(?:[\s-](?:days|hours|months|years)|-(?:day|hour|month|year))\b(?![\s-](?:old|ago))",
    re.IGNORECASE,
)
AGE = re.compile(  # "Retired teacher, 57, shoved", "kids 12 and 15", "17-year-old"
    r"[a-z],\s(\d{2})(?=,|$)|\b(\d{1,2})-year-olds?\b"
    r"|\b(?i:kids|children|sons?|daughters?|brothers|sisters|siblings|aged?),?\s(\d{1,2})\b"
)
_AND_AGE = r"(?:(?:,|,?\sand)\s\d{1,2}\b)*"
_ONE_IN = rf"\b[Oo]ne\sin\s(?:{SPELLED}|\d+)\b"
_NO_FIGURE = re.compile(rf"{LAW.pattern}|(?:{AGE.pattern}){_AND_AGE}|(?i:{SPAN.pattern})|{_ONE_IN}")
_WEEKS = re.compile(rf"\b({SPELLED}|\d{{1,2}})\sweeks?\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:at least|more than|over|about|around|some|nearly|almost|up to)\s$", re.IGNORECASE)
_SPELLED = WordList(re.compile(SPELLED, re.IGNORECASE), FIRST_WORDS)


def numbers_of(title: str) -> frozenset[str]:
    """Return the numbers of a title above one, in digits."""
    return frozenset(figure.strip(HEDGE) for figure in figures_of(title)) - {"1"}


def one_number(one: str, other: str) -> bool:
    """Whether two numbers can be one: they are equal, or near each other if one of them has a hedge."""
    low, high = sorted(int(figure.strip(HEDGE)) for figure in (one, other))
    return low == high or (HEDGE in one + other and high <= low * ROUGHLY)


def about_one_number(one: str, other: str) -> bool:
    """Whether two numbers can be one, also if larger ones are off by a tenth at most."""
    low, high = sorted(int(figure.strip(HEDGE)) for figure in (one, other))
    is_near = low >= SEVERAL and high <= low * NEARLY and low not in _YEARS
    return is_near or one_number(one, other)


@lru_cache(_READ)
def figures_of(text: str) -> frozenset[str]:
    """Return the numbers of a text in digits, but for hours, each with a mark if it has a hedge."""
    plain = _THOUSANDS.sub(_in_full, without_hours(text))
    ones = frozenset({"1"}) if _ONE.search(plain) or _ONE_PERSON.match(plain) else frozenset()
    plain = _NO_FIGURE.sub(" ", ROAD.sub(" ", plain))
    written = (match for match in _FIGURE.finditer(plain) if not _is_of_others(plain, match))
    figures = {_hedge(plain, match) + match[0].replace(",", "") for match in written}
    in_words = (match for match in _SPELLED.finditer(plain) if not _is_of_others(plain, match))
    spelt = ((match, spelled(match[0])) for match in in_words)
    return ones.union(figures, {f"{_hedge(plain, match)}{n}" for match, n in spelt if n is not None and n > 1})


def tells_of_more(title: str) -> bool:
    """Whether a title is of further ones than an earlier event: "Eight more students", not "a driver and two more"."""
    starts = [found.start() for found in _MORE.finditer(title)]
    return any(not _BESIDE.search(title, max(0, start - _JOINED), start) for start in starts)


def _is_of_others(text: str, number: re.Match[str]) -> bool:
    """Whether a number is of those beside others that the text tells before: "a driver and three others"."""
    if not _OTHERS.match(text, number.end()):
        return False
    return _BESIDE.search(text, max(0, number.start() - _JOINED), number.start()) is not None


def _in_full(number: re.Match[str]) -> str:
    return str(round(float(number[1]) * _TIMES[number[2]]))


def without_hours(text: str) -> str:
    """Return a text without its hours, and with weeks in days."""
    plain = HOUR.sub(" ", text)
    return _WEEKS.sub(_in_days, plain) if "week" in plain.lower() else plain


def _in_days(weeks: re.Match[str]) -> str:
    number = int(weeks[1]) if weeks[1].isdigit() else spelled(weeks[1].lower())
    return f"{7 * number} days" if number else weeks[0]


def _hedge(text: str, figure: re.Match[str]) -> str:
    return HEDGE if _HEDGED.search(text, max(0, figure.start() - len("more than ") - 1), figure.start()) else ""


def are_far_apart(one: Event, other: Event) -> bool:
    """Whether both events count the same people exactly, and so differently that they are two: found fast."""
    for what, count in one.counts.items():
        its = other.counts.get(what)
        if its and count.low and its.low and (count.low, its.low) == (count.high, its.high):
            low, high = sorted((count.low, its.low))
            if high > low * ROUGHLY:
                return True
    return False


def are_near(one: Count, other: Count, times: float) -> bool:
    """Whether the larger of two exact counts, of some people, is at most so many times the other."""
    if one.low is None or other.low is None or (one.low, other.low) != (one.high, other.high):
        return False
    low, high = sorted((one.low, other.low))
    return high <= low * times and (times == ROUGHLY or low >= SEVERAL)
