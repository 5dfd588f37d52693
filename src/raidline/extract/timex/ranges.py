"""Two expressions that are the ends of a range: "from Nov. 15 to March 15"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

from raidline.dates.value import Edtf, EdtfError
from raidline.extract.timex.bounds import no_later
from raidline.extract.timex.context import Meaning
from raidline.extract.timex.cues import lexicon_words, sentence_start
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import displaced
from raidline.extract.timex.periods import add_days

_VERB: Final = 2  # tokens: "began on"
_AND_ENDED_ON: Final = 3  # tokens
_PUT_OFF: Final = {(word, "off") for word in ("put", "puts", "putting")}
_MOVED: Final = 7  # tokens from a verb to "from" and the day: "moved the next bond hearing from"
_TO_THE_PRESENT: Final = 4  # tokens
_PRESENT: Final = [[word, "the", "present"] for word in ("to", "until", "through")]
_THAT_ENDED_ON: Final = 4  # tokens
_BESIDE_ENDED: Final = {"that", "which", "on", "in", "with", ","}
_ENDED: Final = {"ended", "ending", "ends"}
_UP_TO: Final = {"through", "to", "until"}
_LENGTH: Final = re.compile(r"P(\d+)([DWMY])")
_BEFORE: Final = {"from", "between"}
_MONTH_OR_DAY: Final = re.compile(r"\d{4}(?:-\d\d){1,2}")
_INFERRED: Final = re.compile(r"\bthe (?:last|next|nearest) one\b")


def is_moved(found: Found) -> bool:
    """Whether something is moved from an expression, which then begins no range: "moved from Monday to Friday"."""
    if found.word_before != "from":
        return False
    first = max(found.start - _MOVED, sentence_start(found.tokens, found.start))
    before = found.tokens.words(first, found.start)
    put_off = any(pair in _PUT_OFF for pair in pairwise(before))
    return put_off or not lexicon_words()["moved"].isdisjoint(before)


def began_and_ended(first: Found, last: Found) -> bool:
    """Whether two expressions are the ends of what "began on Monday and ended on Friday"."""
    words, between = lexicon_words(), last.tokens.words(first.end, last.start)
    begun = not words["begun"].isdisjoint(first.tokens.words(first.start - _VERB, first.start))
    ended = between[:1] == ["and"] and not words["ended"].isdisjoint(between[1:2]) and len(between) <= _AND_ENDED_ON
    return begun and ended


def goes_on(found: Found) -> bool:
    """Whether a range begins that has not ended: "from March 1, 2019, to the present"."""
    behind = found.tokens.words(found.end, found.end + _TO_THE_PRESENT)
    return [word for word in behind if word != ","][:3] in _PRESENT


def open_ended(start: Edtf) -> Edtf | None:
    """Return the time from a day, month or year on."""
    exact = start.earliest is not None and not start.is_interval and not start.approximate
    return Edtf.parse(f"{start}/..") if exact else None


def length_ended(first: tuple[Found, Meaning], last: tuple[Found, Meaning], anchor: date | None) -> Edtf | None:
    """Return the days of "the six weeks that ended May 30", "the 12 months through June"; None for other lengths."""
    (found, length), (behind, end) = first, last
    if not 0 < behind.start - found.end <= _THAT_ENDED_ON or end.period is None or end.period.unit not in "DM":
        return None
    between = [word for word in behind.tokens.words(found.end, behind.start) if word not in _BESIDE_ENDED]
    if between and between[0] in _ENDED and length.period and length.period.last == end.period.last:
        return length.edtf  # "fiscal 2019, which ended Sept. 30"
    up_to = between[:1] and between[0] in _UP_TO and found.first_word == "the"
    if len(between) != 1 or not (up_to or between[0] in _ENDED):
        return None
    written = _LENGTH.fullmatch(length.value) if length.type == "DURATION" else None
    unit, amount = written.group(2, 1) if written else (found.value("u", "calendar_unit"), 1)
    if unit is None or unit not in "DWMQY" or (not written and found.rule.reads != "anaphor"):
        return None
    start, stop = displaced(add_days(end.period.last, 1), unit, -Fraction(amount)), end.period.last
    if end.period.unit == "M" and unit in "MQY" and stop <= (anchor or stop):
        return Edtf.parse(f"{start.isoformat()[:7]}/{end.period.value}") if start < end.period.first else end.edtf
    days = Edtf.of(start, stop)
    return days if anchor is None or behind.ahead else no_later(days, anchor)


def in_order(first: tuple[Found, Meaning], last: tuple[Found, Meaning], anchor: date | None) -> tuple[Meaning, Meaning]:
    """Return the ends of a range; if it would end before it begins, move the one that can move by a year.

    That is the first if it would lie ahead of the anchor date, or the last would in a clause about the past; else the
    last.
    """
    (found, begin), (behind, end) = first, last
    start, stop = begin.edtf, end.edtf
    if not (found.word_before in _BEFORE or began_and_ended(found, behind) or (found.has("m") and behind.has("m"))):
        return begin, end
    if start is None or stop is None or start.earliest is None or stop.latest is None:
        return begin, end
    if start.earliest <= stop.latest:
        return begin, end
    later = _moved(end, +1)
    if anchor and not found.ahead:
        over = found.tense == "past" and start.latest is not None and start.latest < anchor
        too_late = over and later.edtf is not None and later.edtf.bounds()[0] > anchor
        if start.earliest > anchor or too_late:
            return _moved(begin, -1), end
    return begin, later


def _moved(meaning: Meaning, years: int) -> Meaning:
    """Return a month or day whose year was only inferred, in a different year."""
    text = str(meaning.edtf)
    if meaning.value != text or not _MONTH_OR_DAY.fullmatch(text) or not _INFERRED.search(meaning.how):
        return meaning
    moved = f"{int(text[:4]) + years:04}{text[4:]}"
    try:
        return replace(meaning, value=moved, edtf=Edtf.parse(moved), how=f"{meaning.how}, moved by a year in its range")
    except EdtfError:  # a February 29
        return meaning


def interval(first: Meaning, last: Meaning) -> Edtf | None:
    """Return the whole of two joined expressions; None if the two do not belong together."""
    start, end = first.edtf, last.edtf
    if start is None or end is None or start.earliest is None or end.latest is None:
        return None
    if start.earliest > end.latest or start == end:
        return None
    if start.is_interval or end.is_interval:
        return Edtf.of(start.earliest, end.latest)
    return Edtf.parse(f"{start}/{end}")
