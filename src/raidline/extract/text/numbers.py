"""Numbers of people as running text writes them: "between 100 and 150", "60-plus", "nearly two dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.spelled import FIRST_WORDS, SPELLED, spelled
from raidline.counts.value import Count
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives, as_listed
from raidline.lexicon.wordlists import WordList

_SPACE = r"[ \u00a0\u2009\u202f]"
_FIGURE = (
    rf"(?:[0-9]{{1,3}}(?:[,’'][0-9]{{3}}){{1,3}}|[0-9]{{1,3}}\.[0-9]{{3}}(?![0-9.]|\s+(?:million|thousand|billion))|[0-9]{{1,3}}{_SPACE}[0-9]{{3}}(?![0-9])"
    r"|[0-9]{1,6}(?:\.[0-9]{1,2}(?=\s+(?:million|thousand)|k\b))?)(?:\s+(?:thousand|million)\b|k\b)?"
)
_SPACES_INSIDE = re.compile(rf"(?<=[0-9]){_SPACE}(?=[0-9]{{3}}\b)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BROKEN = re.compile(r"0[0-9]")
_THOUSANDS = re.compile(r"([0-9.]+)(?:k|\s+thousand)", re.IGNORECASE)
_FOREIGN_MARK = re.compile(r"(?<=[0-9])[.’'](?=[0-9]{3}\b)")  # "1.200" and "1’200" are 1,200 elsewhere
_OF_BOTH = re.compile(r"\b(?:dozen|hundred|thousand|million)$", re.IGNORECASE)  # "two or three dozen"
_PERHAPS = r"(?:(?:as\s+many\s+as|up\s+to|perhaps|maybe|possibly)\s+)?"
_SIGNS = {"~": "about", "≈": "about", ">": "more than", "<": "fewer than", "≥": "at least", "≤": "up to"}
_TAILS = {"or so": "about", "or fewer": "up to", "or less": "up to"}
_TAILS |= dict.fromkeys(("-odd", "-some", "-something", "-ish"), "about")
_COUPLE = re.compile(r"a couple(?: of)? (dozen|hundred|thousand)")
_COUPLED = {"dozen": "24", "hundred": "200", "thousand": "2,000"}


@dataclass(frozen=True, slots=True)
class Number:
    """One number phrase with its hedge: its position, and the count that it means."""

    start: int
    end: int
    count: Count

    @property
    def exact(self) -> bool:
        """Whether it is a plain number, which can be a term of a sum."""
        return self.count.low is not None and self.count.low == self.count.high


@cache
def _pattern() -> WordList:
    data = lexicon.load("counting")
    one = rf"(?:{_FIGURE}|{SPELLED})"
    hedge = f"(?:{alternatives(list(data['qualifiers']))})"
    phrasal = "".join(rf"(?<!\b{verb}\s)" for verb in data["over_is_no_hedge_behind"])
    # most words of a text begin none, which is said before the rest is tried
    first_words = ["between", *(phrase.split()[0] for phrase in data["vague"]), *FIRST_WORDS]
    regex = re.compile(
        rf"(?<![\w$£€.,/#:-])(?:(?!\d)(?={hedge}\s){phrasal}(?P<hedge>{hedge})\s+)?"
        rf"(?=[0-9]|(?:{alternatives(first_words)})\b)(?:"
        rf"(?P<between>between)\s+(?P<low>{one})\s+and\s+(?P<high>{one})"
        rf"|(?P<from>{one}),?\s+(?:to|or)\s+{_PERHAPS}(?P<to>{one})|(?P<least>{_FIGURE})\s?[-–]\s?(?P<most>{_FIGURE})"
        rf"|(?!\d)(?P<vague>{alternatives(data['vague'])})"
        rf"|(?P<number>{one})(?:\s?\((?:{one})\))?(?P<behind>\s?\+(?!\s?\d)|[-\s]plus\b|-(?:odd|some|something|ish)\b|\s+or\s+(?:so|more|fewer|less)\b)?"
        r")(?![\w-]|[.,:/][0-9]|\s?%|\s+(?:percent|per\s+cent|percentage|billion|of\s+(?:one\s+)?percent)\b)",
        re.IGNORECASE,
    )
    figures = (f"{figure}*" for figure in range(10))
    return WordList(regex, (*figures, *data["qualifiers"], "between", *data["vague"], *FIRST_WORDS))


def is_behind(text: str, before: Span, endings: tuple[str, ...]) -> bool:
    """Whether a stretch of text ends with one of some words in small letters, and spaces behind it.

    An expression for more than the word takes far longer to say that it is not there.
    """
    return text[slice(*before)].rstrip().lower().endswith(endings)


@cache
def _months() -> tuple[str, ...]:
    return tuple(month.lower() for month in lexicon.load("counting")["months"])


@cache
def _month() -> re.Pattern[str]:
    """Return the words before a number that turn it into a day."""
    return re.compile(rf"\b(?:{alternatives(lexicon.load('counting')['months'])})\s+$", re.IGNORECASE)


@cache
def _misleading() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the words before a number that is not a count of its own, and those after one."""
    data = lexicon.load("counting")
    running, totals = alternatives(data["running"]["verbs"]), alternatives(data["running"]["totals"])
    before = re.compile(
        rf"\b(?:(?:{alternatives(data['no_count_behind'])})"
        rf"|(?:{running})\s+(?:the|its|that|this|their)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{totals})(?:\s+[\w’'-]+){{0,5}}?\s+to(?:\s+(?:at\s+least|about))?"
        rf"|(?:{alternatives(data['shares'])})(?:\s+of)?(?:\s+(?:the|its|their|those|these|his|her|an?))?(?:\s+[\w’'-]+['’]s?)?)\s+$",
        re.IGNORECASE,
    )
    behind = re.compile(
        rf"\s+(?:in|out\s+of|of\s+every)\s+(?:every\s+)?(?:{alternatives(data['bases'])})\b"
        r"|\s+(?:more|fewer)\s[^.;:,]{0,60}?(?<!more\s)(?<!less\s)(?<!er\s)\bthan\b",
        re.IGNORECASE,
    )
    return before, behind


@cache
def _changed() -> re.Pattern[str]:
    """Return the words before two numbers of which the second took the place of the first: "rose from 140 to 210"."""
    changes = alternatives(lexicon.load("counting")["changes"])
    return re.compile(rf"\b(?:{changes})\s+(?:[a-z]+ly\s+)?from\s+$", re.IGNORECASE)


_REACH = 48  # characters
_THESE = ("the", "those", "these")
_EVERY_ONE = re.compile(r"\b(?:every(?:\s+single)?\s+one|all)\s+of\s+(?:the|those|these)\s+$", re.IGNORECASE)


def numbers_named(text: str, span: Span) -> Iterator[Number]:
    """Yield all numbers in a stretch of text in order, including shares and ages, but no days or years."""
    yield from _all_named(text, span)


@lru_cache(maxsize=32)  # as below
def _all_named(text: str, span: Span) -> tuple[Number, ...]:
    return tuple(_read(text, span))


def _read(text: str, span: Span) -> Iterator[Number]:
    for match in _pattern().finditer(text, *span):
        if _BROKEN.match(match["number"] or ""):
            continue  # "1,2 00 people": half of a number that a scan took apart
        if not match["hedge"] and _YEAR.fullmatch(match["number"] or ""):
            continue
        before = max(span[0], match.start() - _REACH), match.start()
        if is_behind(text, before, _months()) and _month().search(text, *before):
            continue
        changed = match["from"] and _changed().search(text, *before)
        written = None if changed else _written(match)
        if written:
            yield Number(match.start(), match.end(), Count.parse(written))
        elif match["from"]:  # "rose from 140 to 210", "310 to 190"
            yield from (Number(*match.span(end), Count.parse(_digits(match[end]))) for end in ("from", "to"))


@lru_cache(maxsize=32)  # a clause, its sentence and the next are requested again and again
def find_numbers(text: str, span: Span) -> tuple[Number, ...]:
    """Return the numbers in a stretch of text that can count something, in order.

    Shares ("one in five", "40 percent"), bases ("a third of the 90"), days, ages and years are left out.
    """
    before, behind = _misleading()
    found, free = [], span[0]
    for number in numbers_named(text, span):
        if base := behind.match(text, number.end, span[1]):
            free = base.end()
        elif number.start >= free:
            near = max(span[0], number.start - _REACH), number.start
            if not before.search(text, *near) or (is_behind(text, near, _THESE) and _EVERY_ONE.search(text, *near)):
                found.append(number)
    return tuple(found)


def _written(match: re.Match[str]) -> str | None:
    """Return a number phrase as raidline writes it; None for a range that descends."""
    data = lexicon.load("counting")
    hedge = data["qualifiers"].get(as_listed(match["hedge"]), "") if match["hedge"] else ""
    low, high = (match[a] or match[b] or match[c] for a, b, c in (("low", "from", "least"), ("high", "to", "most")))
    if low and high:
        both = _OF_BOTH.search(high)
        low = f"{low} {both[0]}" if both and not _OF_BOTH.search(low) else low
        ends = [_digits(low), _digits(high)]
        small, large = (Count.parse(end).low or 0 for end in ends)
        return f"{ends[0]} to {ends[1]}" if small < large else None
    if match["vague"]:
        vague = as_listed(match["vague"])
        couple = _COUPLE.fullmatch(vague)
        number = f"about {_COUPLED[couple[1]]}" if couple else data["vague_as"].get(vague, vague)
        return f"{hedge} {number.removeprefix('about ')}" if hedge else number
    tail = as_listed(match["behind"]) if match["behind"] else ""
    number = _digits(match["number"])
    if tail:
        hedge = _TAILS.get(tail, "at least")
    return f"{hedge or _SIGNS.get(match.string[match.start() - 1 : match.start()], '')} {number}".strip()


def _digits(written: str) -> str:
    if written.isdigit():
        return written  # as most are
    if thousands := _THOUSANDS.fullmatch(written):
        return f"{round(float(thousands[1]) * 1000):,}"
    written = _FOREIGN_MARK.sub(",", written)
    value = spelled(as_listed(written))
    return str(value) if value is not None else _SPACES_INSIDE.sub("", as_listed(written))
