"""Several dates in one cell: each supplies what the other leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product
from typing import TypeAlias

from raidline.dates.value import Edtf, Precision
from raidline.importing.days.bounds import join
from raidline.importing.days.edges import joints
from raidline.importing.days.numbers import edtf, year_of

Read: TypeAlias = Callable[[str], Edtf | None]  # how one of the dates is read

_MONTHS = 12
_HALF_A_YEAR = timedelta(days=183)
_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\b(?P<rest>.*[^\W\d].*)", re.I)
_ONLY_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?", re.I)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_OF_ANY = re.compile(r"(?!.*\b(?:fy|fiscal)\b)(?:.*\s)?\d{4}", re.I)  # "FY 2017-18" may be one year or two
_LAST_YEAR = re.compile(  # the 14 of "5/13 & 5/14" is a day: two figures are a year behind two numbers or a word
    r"(?:.*\D)?(?P<long>\d{4})|.*(?:\d[/.-]\d{1,2}|[^\W\d])[/.-](?P<short>\d{2})", re.S
)
_DAYS_BETWEEN = re.compile(  # of the month before or behind them: 6/14-15/2019, 14-15.6.2019
    r"(?:(?P<month>\d{1,2})(?P<mark>[/.]))?(?P<first>\d{1,2})\s?[-–]\s?(?P<last>\d{1,2})"
    r"(?:[/.](?P<behind>\d{1,2}))?(?P<end>[/.])(?P<year>\d{4}|\d{2})"
)
_LISTED = re.compile(
    r"(?P<month>[^\W\d_]+\.?) (?P<days>\d{1,2}(?:, ?\d{1,2})+,? ?(?:and|&) ?\d{1,2}),? (?P<year>\d{4})", re.I
)
_PART = re.compile(r"(?:the )?(?:early|mid|middle|late|end|beginning|start)", re.I)
_PART_LED = re.compile(rf"^{_PART.pattern}[- ]+", re.I)


def span(text: str, read: Read) -> Edtf | None:
    """Read two dates joined by "to" or a dash; each supplies what the other lacks: 4-6 March 2017."""
    rest = re.sub(r"^(?:from|between|for)\s+", "", text, flags=re.I)
    if found := _days_of_month(rest, read):
        return found
    for match in joints(between=text.lower().startswith("between")).finditer(rest):
        left, right = rest[: match.start()].rstrip(" ,-"), rest[match.end() :].lstrip(" ,-")
        if found := _ends(left, right, read):
            return found
    return None


def _days_of_month(text: str, read: Read) -> Edtf | None:
    """Read days that share a month in numbers, if the last is too large for a month: 6/14-15/2019."""
    match = _DAYS_BETWEEN.fullmatch(text)
    if match is None or bool(match["month"]) == bool(match["behind"]) or int(match["last"]) <= _MONTHS:
        return None
    month, year = match["month"] or match["behind"], year_of(match["year"])
    ends = [read(f"{year}-{month:0>2}-{match[day]:0>2}") for day in ("first", "last")]
    return join(ends[0], ends[1]) if ends[0] and ends[1] and int(match["first"]) < int(match["last"]) else None


def _ends(left: str, right: str, read: Read) -> Edtf | None:
    for one, other in product(_completed(left, right), _completed(right, left)):
        first = read(one)
        last = read(other) if first else None
        found = join(first, last) if first and last and _alike(first, last) else None
        if found and (_YEAR.search(left) or not _over_a_new_year(found)):
            return found
    return None


def _over_a_new_year(when: Edtf) -> bool:
    """Whether a span reaches into another year and is too long to leave its first year unsaid."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year < last.year and last - first > _HALF_A_YEAR


def _alike(first: Edtf, last: Edtf) -> bool:
    """Whether both ends are about equally precise: in "3/4-6/2017" nobody knows which number is the month."""
    days = [when.precision in (Precision.DAY, Precision.SECOND) or when.approximate for when in (first, last)]
    return days[0] == days[1]


def _completed(side: str, other: str) -> Iterator[str]:
    """Yield what one end of a span may be, completed with what only the other end says."""
    if not side:
        return
    if not _ONLY_DAY.fullmatch(side):
        yield side
    of_day = _DAY_FIRST.fullmatch(other)  # "20 and 21 March 2025" are two days
    if not of_day and (match := re.fullmatch(r"'?(\d{2})", side)) and _YEAR_OF_ANY.fullmatch(other):  # 2017-18
        yield f"{other[:-2]}{match[1]}"
    if _ONLY_DAY.fullmatch(side):
        if match := _DAY_FIRST.fullmatch(other):  # 4 - 6 March 2017
            yield f"{side}{match['rest']}"
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", other) and len(side) == 2:
            yield f"{other[:-2]}{side}"
        return
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?,? \d{4}", side, re.I) and (match := re.match(r"[^\d]+", other)):
        yield f"{match[0].strip()} {side}"  # March 4 - 6, 2017
    if _PART.fullmatch(side):  # early to mid-March 2017
        yield f"{side} {_PART_LED.sub('', other)}"
        return
    if not _YEAR.search(side) and (match := _LAST_YEAR.fullmatch(other)):
        year = year_of(match["long"] or match["short"])
        yield f"{side} {year}"
        mark = "/" if re.fullmatch(r"\d{1,2}/\d{1,2}", side) else ", "
        yield f"{side}{mark}{year}"
        if int(year) > 1 and re.search("[a-z/]", side, re.I):  # Dec. 30 - Jan. 2, 2017
            yield f"{side}{mark}{int(year) - 1}"


def several(text: str, read: Read) -> Edtf | None:
    """Read several dates, meaning all ("and") or one of them ("or")."""
    if listed := _days_listed(text, read):
        return listed
    for pattern, marks in ((r"\s+or\s+", "[]"), (r"\s*(?:;|&|\band\b|,(?=\s*\d+[/-]\d))\s*", "{}")):
        parts = re.split(pattern, text, flags=re.I)
        if len(parts) < 2:
            continue
        if len(parts) > 2:
            parts = [next(filter(read, _completed(part, parts[-1])), part) for part in parts]
        if len(parts) == 2:
            parts = next(
                (
                    [one, other]
                    for one, other in product(_completed(parts[0], parts[1]), _completed(parts[1], parts[0]))
                    if read(one) and read(other)
                ),
                parts,
            )
        found = [read(part) for part in parts]
        texts = [when.text for when in sorted(when for when in found if when)]
        if len(texts) == len(parts) and not any("/" in one or "[" in one for one in texts):
            return edtf(f"{marks[0]}{','.join(dict.fromkeys(texts))}{marks[1]}")
    return None


def _days_listed(text: str, read: Read) -> Edtf | None:
    """Read more than two days of one month: "May 5, 6 and 7, 2025"."""
    match = _LISTED.fullmatch(text)
    if match is None:
        return None
    found = [read(f"{match['month']} {day}, {match['year']}") for day in re.findall(r"\d{1,2}", match["days"])]
    texts = [when.text for when in found if when]
    return edtf(f"{{{','.join(dict.fromkeys(texts))}}}") if len(texts) == len(found) else None
