"""What the writer of a mistaken date may have meant, in EDTF.

Every hint is a message and the dates it names. Nothing here knows the grammar: the caller takes the first hint whose
dates are all valid.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, product

from raidline.dates.edtf import MONTHS

Hint = tuple[str, tuple[str, ...]]

_MONTH = {name[:length].lower(): n for n, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
_CODE = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_CODE |= {"first": 33, "second": 34, "third": 35, "fourth": 36}
_PART = {"early": ("-01~", "-03~"), "mid": ("-04~", "-09~"), "late": ("-10~", "-12~")}
_DAYS = {"early": ("-01~", "-10~"), "mid": ("-11~", "-20~"), "late": ("-21~", "")}

_SPAN = re.compile(r"\s*(?:/|--+|\s-\s|–|—|\.\.+|\bto\b|\buntil\b|\bthrough\b)\s*")
_OPEN = re.compile(r"(?:open|now|present|today|ongoing)", re.I)
_UNKNOWN = re.compile(r"(?:unknown|\?|null|none)", re.I)


def hints(text: str) -> Iterator[Hint]:
    """Yield hints for a text that is not a date, the closest first."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(str(unicodedata.decimal(c, c)) for c in plain).strip()
    if plain != text:
        problem = "write it without spaces around it" if plain == text.strip() else "use the digits 0 to 9"
        yield f"{problem}: {plain}", (plain,)
    yield from _minutes(plain)
    yield from _numeric_with_year_last(plain)
    for better in _mended(plain):
        yield f"write {better}", (better,)
    sides = _SPAN.split(plain)
    if len(sides) == 2:
        for start, end in islice(product(_ends(sides[0]), _ends(sides[1], sides[0])), 64):
            yield f"write {start}/{end}", (f"{start}/{end}",)
    squeezed = "".join(plain.split())
    yield f"write it without spaces: {squeezed}", (squeezed,)


def _minutes(text: str) -> Iterator[Hint]:
    """Yield what a number of three digits was before a program read it as YAML 1.1 does: 660 was 11:00."""
    if re.fullmatch(r"[1-9][0-9]{2}", text):
        hour, minute = divmod(int(text), 60)
        yield f"{text} is what some programs make of the time {hour}:{minute:02}; write the day, as in 2017-02-01", ()


def _ends(side: str, start: str = "") -> Iterator[str]:
    if _OPEN.fullmatch(side):
        yield ".."
    elif _UNKNOWN.fullmatch(side):
        yield ""
    else:
        yield side
        if re.fullmatch(r"[0-9]{2}(-[0-9]{2})?", side):
            yield start[: -len(side)] + side
        yield from _mended(side)


def _numeric_with_year_last(text: str) -> Iterator[Hint]:
    """Yield both readings: 02/05/2017 is February 5 in one country and May 2 in another."""
    match = re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text)
    if match:
        first, second, year = int(match[1]), int(match[2]), match[3]
        month_first, day_first = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
        if first <= 12 and second <= 12 and first != second:
            message = (
                f"write the year first, {month_first} for {MONTHS[first - 1]} {second} "
                f"or {day_first} for {MONTHS[second - 1]} {first}"
            )
            yield message, (month_first, day_first)
        for better in (month_first, day_first):
            yield f"write the year first, {better}", (better,)


def _mended(text: str) -> Iterator[str]:
    for pattern, mend in _RULES:
        if match := pattern.fullmatch(text):
            yield from mend(match)


def _padded(match: re.Match[str]) -> Iterator[str]:
    yield "-".join(part.rjust(2, "0") for part in match.groups() if part)


def _swapped(match: re.Match[str]) -> Iterator[str]:
    if int(match[2]) > 12:
        yield f"{match[1]}-{match[3]}-{match[2]}"


def _week(match: re.Match[str]) -> Iterator[str]:
    year, week = int(match[1]), int(match[2])
    if 1 <= week <= 52 and year:
        yield f"{date.fromisocalendar(year, week, 1)}/{date.fromisocalendar(year, week, 7)}"


def _time(match: re.Match[str]) -> Iterator[str]:
    yield f"{match[1]}T{match[2].rjust(2, '0')}:{match[3]}:{match[4] or '00'}{match[5] or ''}"


def _month_words(match: re.Match[str]) -> Iterator[str]:
    words = match.groupdict()
    month = _MONTH[words["month"].lower()]
    year_month = f"{words['year']}-{month:02}"
    first, last = words["day"] or words["before"], words["last"]
    if words["part"]:
        start, end = _DAYS[words["part"].lower()]
        for close in (end,) if end else ("-31~", "-30~", "-29~", "-28~"):
            yield f"{year_month}{start}/{year_month}{close}"
    elif last:
        yield f"{year_month}-{int(first):02}/{year_month}-{int(last):02}"
    elif first:
        yield f"{year_month}-{int(first):02}"
    else:
        yield year_month


def _part_of_year(match: re.Match[str]) -> Iterator[str]:
    start, end = _PART[match[1].lower()]
    yield f"{match[2]}{start}/{match[2]}{end}"


def _about(match: re.Match[str]) -> Iterator[str]:
    yield f"{match[1]}~"
    yield from (f"{better}~" for better in _mended(match[1]))


def _since(match: re.Match[str]) -> Iterator[str]:
    yield f"{match[1]}/.."
    yield from (f"{better}/.." for better in _mended(match[1]))


def _until(match: re.Match[str]) -> Iterator[str]:
    yield f"../{match[1]}"
    yield from (f"../{better}" for better in _mended(match[1]))


_MONTH_NAME = "(?P<month>" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\.?"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[str]]], ...] = tuple(
    (re.compile(pattern, re.I), mend)
    for pattern, mend in (
        (r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", _padded),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", _padded),
        (r"([0-9]{4})-([0-9]{2})-([0-9]{2})", _swapped),
        (r"([0-9]{2})-([0-9]{2})-([0-9]{2})", lambda m: iter([f"20{m[0]}"])),
        (r"([0-9]{4})-?W([0-9]{2})", _week),
        (r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9:]+)?", _time),
        (r"([0-9ux]{4}(?:-[0-9ux]{2}){0,2})", lambda m: iter([m[1].upper().replace("U", "X")])),
        (r"([0-9X-]+)(?:[?~%]*\?[?~%]*~[?~%]*|[?~%]*~[?~%]*\?[?~%]*)", lambda m: iter([m[1] + "%"])),
        (r"([0-9X-]+)([?~%])\2+", lambda m: iter([m[1] + m[2]])),
        (
            r"(?:(?P<part>early|mid|late)[- ])?(?:(?P<before>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?"
            rf"{_MONTH_NAME}"
            r"(?: (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?(?P<last>[0-9]{1,2}))?)?,?"
            r" (?:of )?(?P<year>[0-9]{4})",
            _month_words,
        ),
        (r"(early|mid|late)[- ]([0-9]{4})", _part_of_year),
        (
            r"(?:the )?(spring|summer|autumn|fall|winter|(?:first|second|third|fourth)(?= quarter))"
            r"(?: quarter)?(?: of)? ([0-9]{4})",
            lambda m: iter([f"{m[2]}-{_CODE[m[1].lower()]}"]),
        ),
        (r"Q([1-4])[ -/]?([0-9]{4})", lambda m: iter([f"{m[2]}-{32 + int(m[1])}"])),
        (r"([0-9]{4})[ -/]?Q([1-4])", lambda m: iter([f"{m[1]}-{32 + int(m[2])}"])),
        (r"(?:the )?([0-9]{3})0'?s", lambda m: iter([f"{m[1]}X"])),
        (r"(?:about|around|circa|ca?\.?|approximately|~)\s*(.+)", _about),
        (r"(?:since|from|after)\s+(.+)", _since),
        (r"(?:until|till|through|before|by)\s+(.+)", _until),
    )
)
