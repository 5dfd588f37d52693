"""Articles read again: the dates, places and numbers of a text, each text read once and only on demand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import MINYEAR, date

from raidline.article import Article
from raidline.counts.value import Count
from raidline.extract.text.numbers import numbers_named
from raidline.extract.timex import find_timexes
from raidline.extract.toponyms.mentions import find_places
from raidline.lexicon.gloss import in_english, is_spanish
from raidline.places.jurisdiction import Jurisdiction

_MOST_PASSAGES = 3
_EARLY = 2  # months
_AGED = re.compile(r"\bin\s(?:his|her|their)\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)  # "in their seventies"
_BY = re.compile(r"\b(?:by|until|till|before|through)\s(?:the\s)?$", re.IGNORECASE)
_SINCE, _REACH = re.compile(r"\bsince\s+(?:early\s+|late\s+|mid-?\s?)?$", re.IGNORECASE), 12
_NO_DAY = re.compile(
    r"(?:at\s|by\s|around\s)?(?:noon|midnight|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?)"
    r"|(?:that|that\ssame|the\ssame)\s(?:very\s)?(?:day|morning|afternoon|evening|night)",
    re.IGNORECASE,
)
_MONTH_BEFORE = 2  # characters: the stop of "Sept. 22" ends no sentence


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of days that a text names at `start` (in characters); first and last day are inclusive."""

    start: int
    text: str
    first: date
    last: date
    is_term: bool = False  # "demanded an answer by May 1"

    @property
    def days(self) -> int:
        """Return its length in days."""
        return (self.last - self.first).days + 1

    @property
    def is_of_an_act(self) -> bool:
        """Whether something can have happened then: no end of a term, and no hour alone, "at noon", of another day.

        Of which day "that day" is, the words before it do not tell for sure.
        """
        return not self.is_term and _NO_DAY.fullmatch(self.text) is None


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one run of `check`, by passage; each is made on first use."""

    _dates: dict[tuple[str, date | None], tuple[Stated, ...]] = field(default_factory=dict)
    _places: dict[str, frozenset[Jurisdiction]] = field(default_factory=dict)
    _numbers: dict[str, tuple[Count, ...]] = field(default_factory=dict)
    _articles: dict[str, Article] = field(default_factory=dict)

    def article(self, stored: Article) -> Article:
        """Return an article as it is read: one in Spanish word for word as English has it."""
        if stored.id not in self._articles:
            is_read = not is_spanish(stored.text)
            self._articles[stored.id] = stored if is_read else replace(stored, text=in_english(stored.text))
        return self._articles[stored.id]

    def dates(self, passage: str, anchor: date | None) -> tuple[Stated, ...]:
        """Return the calendar dates that a passage names, as of the day of its publication."""
        key = passage, anchor
        if key not in self._dates:
            self._dates[key] = tuple(_stated(passage, anchor))
        return self._dates[key]

    def dates_of_quote(self, quote: str, article: Article) -> tuple[Stated, ...]:
        """Return the dates that a quote names, read in context: "two days later" needs the text before it."""
        start = article.text.find(quote)
        if start < 0:
            return self.dates(quote, article.published)
        end = start + len(quote)
        return tuple(one for one in self.dates(article.text, article.published) if start <= one.start < end)

    def places(self, passage: str) -> frozenset[Jurisdiction]:
        """Return all jurisdictions that the place names of a passage can mean."""
        if passage not in self._places:
            mentions = find_places(passage)
            self._places[passage] = frozenset(place for mention in mentions for place in mention.candidates)
        return self._places[passage]

    def numbers(self, passage: str) -> tuple[Count, ...]:
        """Return the numbers of a passage with their hedges; no years, days or money."""
        if passage not in self._numbers:
            self._numbers[passage] = tuple(number.count for number in numbers_named(passage, (0, len(passage))))
        return self._numbers[passage]


def passages(text: str, needles: Iterable[str]) -> Iterator[str]:
    """Yield the sentences that contain one of these, roughly cut, and only a few of them.

    Reading them is much faster than reading the whole text, and they usually contain the answer.
    """
    for needle in needles:
        at = text.find(needle)
        for _ in range(_MOST_PASSAGES):
            if at < 0:
                break
            start = max(text.rfind(". ", 0, at - _MONTH_BEFORE), text.rfind("\n", 0, at)) + 1
            end = min((stop for mark in (". ", "\n") if (stop := text.find(mark, at)) >= 0), default=len(text)) + 1
            yield text[start:end]
            at = text.find(needle, max(end, at + 1))


def _stated(text: str, anchor: date | None) -> Iterator[Stated]:
    for timex in find_timexes(text, anchor):
        begun = timex.edtf.earliest if timex.edtf else None
        if _AGED.search(text, max(0, timex.start - _REACH), timex.start):
            continue
        begins = anchor and anchor.month <= _EARLY and anchor.year > MINYEAR
        if anchor and begins and timex.text.lower() == "the year":  # that is over
            yield Stated(timex.start, timex.text, date(anchor.year - 1, 1, 1), date(anchor.year - 1, 12, 31))
        is_term = _BY.search(text, max(0, timex.start - _REACH), timex.start) is not None
        if anchor and begun and begun < anchor and _SINCE.search(text, max(0, timex.start - _REACH), timex.start):
            yield Stated(timex.start, timex.text, begun, anchor)  # as long as the report tells of
        for edtf in (timex.edtf, timex.until):
            if edtf and edtf.earliest and edtf.latest:
                yield Stated(timex.start, timex.text, edtf.earliest, edtf.latest, is_term=is_term)
