"""Dates in words, never more precise than the date itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from raidline.dates.edtf import MONTHS
from raidline.dates.regional import as_readers_write
from raidline.dates.value import Edtf, Part, part_of_decade, part_of_month, part_of_year

_PARTS: tuple[Part, ...] = ("early", "mid", "late")
_SEASONS = ("spring", "summer", "fall", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_HEMISPHERES = ("", " (Northern Hemisphere)", " (Southern Hemisphere)")

_QUALIFIERS = re.compile(r"[?~%]")
_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_INNER = re.compile(r" \(([^()]*)\)")
_HEDGES = {"?", "~", "%"}
_SUB_YEAR = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])")
_TIME = re.compile(r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(.*)")


def in_words(when: Edtf) -> str:
    """Return the date as American news writes it: "early February 2017", "March 20–26, 2017", "since 2014".

    Inside `dates_in` of another language, it is as that one writes it: "20–26 March 2017".
    """
    return as_readers_write(_american(when))


def in_brackets(when: Edtf, before: str = "") -> str:
    """Return the date in words and in brackets, with no brackets inside: "(February 1, 2017, uncertain)"."""
    inside = _INNER.sub(r", \1", in_words(when))
    return f"({before}{inside})"


def day_in_words(day: date) -> str:
    """Return a day as "February 1, 2017"."""
    return as_readers_write(f"{MONTHS[day.month - 1]} {day.day}, {day.year}")


@lru_cache(maxsize=16_384)
def _american(when: Edtf) -> str:
    text = when.text
    if text[0] in "[{":
        return _set_in_words(text[1:-1].split(","), one_of=text[0] == "[")
    if when.is_interval:
        return _interval_in_words(when, *text.split("/"))
    return _hedged(when, _single_in_words(Edtf.parse(_QUALIFIERS.sub("", text))))


def _hedged(when: Edtf, words: str) -> str:
    about = "about " if when.approximate else ""
    return f"{about}{words} (uncertain)" if when.uncertain else f"{about}{words}"


def _single_in_words(when: Edtf) -> str:
    text = when.text
    if match := _SUB_YEAR.fullmatch(text):
        return _part_of_year_in_words(match[1], int(match[2]))
    if match := _TIME.search(text):
        return f"{_plain(text[: match.start()])}, {_time_in_words(match)}"
    return _unspecified_in_words(when) if "X" in text else _plain(text)


def _plain(text: str) -> str:
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{month} {rest[1]}, {year}"


def _time_in_words(match: re.Match[str]) -> str:
    hour, seconds, zone = int(match[1]), match[3], match[4]
    clock = f"{(hour - 1) % 12 + 1}:{match[2]}" + (f":{seconds}" if seconds != "00" else "")
    zone = " UTC" if zone == "Z" else f" (UTC{zone})" if zone else ""
    return f"{clock} {'a.m.' if hour < 12 else 'p.m.'}{zone}"


def _part_of_year_in_words(year: str, code: int) -> str:
    number = int(year)
    if code <= 32:
        kind, n = divmod(code - 21, 4)
        crosses = n == (1 if kind == 2 else 3)
        span = f"{number}–{(number + 1) % 100:02}" if crosses else str(number)
        return f"{_SEASONS[n]} {span}{_HEMISPHERES[kind]}"
    if code <= 36:
        return f"{_ORDINALS[code - 33]} quarter of {number}"
    if code <= 39:
        first = 4 * (code - 37)
        return f"{MONTHS[first]}–{MONTHS[first + 3]} {number}"
    return f"{_ORDINALS[code - 40]} half of {number}"


def _unspecified_in_words(when: Edtf) -> str:
    year, *rest = when.text.split("-")
    earliest, latest = when.bounds()
    if "X" not in year and set("".join(rest)) == {"X"}:
        return f"a {'month' if len(rest) == 1 else 'day'} in {int(year)}"
    if "X" not in year and rest[1:] == ["XX"] and "X" not in rest[0]:
        return f"a day in {_plain(f'{year}-{rest[0]}')}"
    if not rest and re.fullmatch("[0-9]{3}X", year):
        return f"the {earliest.year}s"
    if not rest and re.fullmatch("[0-9]+X+", year):
        return f"{earliest.year}–{latest.year}"
    length = (4, 7, 10)[len(rest)]
    return _between(earliest.isoformat()[:length], latest.isoformat()[:length])


def _interval_in_words(when: Edtf, start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_american(Edtf.parse(end))}" + ("" if start else ", start unknown")
    if end in ("", ".."):
        return f"since {_american(Edtf.parse(start))}" + ("" if end else ", end unknown")
    if when.approximate and (words := _early_mid_late(when)):
        return words
    if start[-1] != end[-1] and {start[-1], end[-1]} & _HEDGES:
        return _range_in_words(start, end)
    return _hedged(when, _range_in_words(_QUALIFIERS.sub("", start), _QUALIFIERS.sub("", end)))


def _early_mid_late(when: Edtf) -> str | None:
    """Return the words for a span that stands for a third of a month, a year or a decade."""
    first = when.earliest
    if first is None:
        return None
    decade = first.year - first.year % 10
    for part in _PARTS:
        joined = "mid-" if part == "mid" else f"{part} "
        if when == part_of_month(part, first.year, first.month):
            return f"{joined}{MONTHS[first.month - 1]} {first.year}"
        if when == part_of_year(part, first.year):
            return f"{joined}{first.year}"
        if decade and when == part_of_decade(part, decade):
            return f"{joined}{decade}s"
    return None


def _set_in_words(members: Sequence[str], *, one_of: bool) -> str:
    if any(".." in member for member in members):
        words = [_member_in_words(member, one_of=one_of, alone=len(members) == 1) for member in members]
    else:
        words, _ = _shortened(members)
    *others, last = words
    return f"{', '.join(others)} {'or' if one_of else 'and'} {last}" if others else last


def _member_in_words(member: str, *, one_of: bool, alone: bool) -> str:
    start, dots, end = member.partition("..")
    if not dots or start == end:
        return _american(Edtf.parse(start))
    if start and end:
        return _between(start, end) if one_of and alone else _range_in_words(start, end)
    bound = _american(Edtf.parse(start or end))
    if one_of:
        return f"{bound} or {'later' if start else 'earlier'}"
    return f"{'since' if start else 'until'} {bound}"


def _between(start: str, end: str) -> str:
    return "between " + " and ".join(_shortened([start, end])[0])


def _range_in_words(start: str, end: str) -> str:
    words, tight = _shortened([start, end])
    return words[0] if start == end else ("–" if tight else " – ").join(words)


def _shortened(texts: Sequence[str]) -> tuple[list[str], bool]:
    """Return the words for each date, without the month or year that the next one repeats.

    The second value is True if the results are parts of one month or of one year, or years: then a dash joins them
    without spaces.
    """
    if not all(map(_PLAIN.fullmatch, texts)) or len({len(text) for text in texts}) > 1:
        return [_american(Edtf.parse(text)) for text in texts], False
    *before, last = map(_plain, texts)
    if len(texts[0]) == 4:
        return [*before, last], True
    if len({text[:4] for text in texts}) > 1:
        return [*before, last], False
    before = [re.sub(r",? [0-9]+$", "", words) for words in before]
    if len(texts[0]) == 7:
        return [*before, last], True
    if len({text[:7] for text in texts}) > 1:
        return [*before, last], False
    first, *rest = *before, last
    return [first, *(words.split(" ", 1)[1] for words in rest)], True
