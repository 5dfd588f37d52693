"""Dates in words: as the tagger of articles reads them, and as tables and other languages spell them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from raidline import lexicon
from raidline.dates.edtf import MONTHS
from raidline.dates.value import Edtf
from raidline.importing.days.numbers import edtf, year_of
from raidline.importing.days.vocabulary import is_of_dates

_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P<more>[a-z]{0,6})\.?"
_OF_CALENDAR = r"(?:(?:CY|calendar year) ?)?"
_FISCAL = r"(?:F?FY|(?:federal )?fiscal year) ?(?P<year>\d{4}|'?\d{2})"
_QUARTER = r"(?:Q(?P<number>[1-4])|(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth) quarter)"
_QUARTERS = tuple(
    re.compile(form, re.I) for form in (rf"{_FISCAL}[-/, ]*{_QUARTER}", rf"{_QUARTER}[-/, ]*(?:of )?(?:the )?{_FISCAL}")
)
_ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_SPELLINGS = (  # how tables write them -> how articles write them
    (re.compile(rf"(?P<day>\d{{1,2}})[-/. ]{_NAME}[-/., ]+(?P<year>\d{{4}}|'?\d{{2}})", re.I), "{month} {day}, {year}"),
    (re.compile(rf"{_NAME}[-/. ](?P<day>\d{{1,2}})[-/,][ ]?(?P<year>\d{{4}})", re.I), "{month} {day}, {year}"),
    (
        re.compile(rf"(?P<year>\d{{4}})[-/., ]+{_NAME}[-/. ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?", re.I),
        "{month} {day}, {year}",
    ),
    (re.compile(rf"(?P<year>\d{{4}})[-/., ]+{_NAME}", re.I), "{month} {year}"),
    (
        re.compile(rf"{_NAME} ?(?:\?{{1,2}}|x{{1,2}}|_{{1,2}}),? ?(?P<year>\d{{4}})", re.I),
        "{month} {year}",
    ),  # June ??, 2019
    (re.compile(rf"{_NAME}[-/,. ]+(?P<year>\d{{4}})", re.I), "{month} {year}"),
    (re.compile(rf"{_OF_CALENDAR}(?P<year>\d{{4}})[-/ ]?(?P<part>[QH]\d)", re.I), "{part} {year}"),
    (re.compile(rf"(?P<part>[QH]\d)[-/, ]*{_OF_CALENDAR}(?P<year>\d{{4}})", re.I), "{part} {year}"),
    (re.compile(rf"{_OF_CALENDAR}(?P<year>\d{{4}})", re.I), "{year}"),
    (re.compile(r"CY ?(?P<year>'?\d{2})[-/ ]*(?P<part>[QH]\d)", re.I), "{part} {year}"),
    (re.compile(r"(?P<part>[QH]\d)[-/, ]*CY ?(?P<year>'?\d{2})", re.I), "{part} {year}"),
    (re.compile(r"(?P<number>[1-4])Q[-/ ]?(?P<year>\d{4})", re.I), "Q{number} {year}"),
    (re.compile(r"(?P<part>winter)(?: of)? (?P<year>\d{4})[-–/](?:\d{2})?(?P<next>\d{2})", re.I), "{part} {year}"),
    (
        re.compile(r"(?P<part>early|mid|late)[- ](?P<number>0?[1-9]|1[0-2])[/-](?P<year>\d{4})", re.I),
        "{part} {name} {year}",
    ),
)
_ORDINAL_PART = r"(?:the )?(?:first|1st|second|2nd|third|3rd|fourth|4th|last) (?:week|weekend|half)"
_PARTED = re.compile(  # March (first week) 2031
    rf"(?:{_NAME}(?: (?P<first>\d{{4}}))?|(?P<digits>\d{{4}}-\d\d))(?: ?\(|, ?| )"
    rf"(?P<part>{_ORDINAL_PART}|early|mid|late)(?: of (?:the )?month)?\)?(?:,? (?P<year>\d{{4}}))?",
    re.I,
)
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = "|".join(MONTHS)
_USUAL_YEAR = r"(?:19|20)\d\d"
_DAY_OF_MONTH = r"[1-9]|[12]\d|3[01]"
_USUAL = re.compile(
    rf"(?P<m1>{_FULL}) (?P<d1>{_DAY_OF_MONTH}), (?P<y1>{_USUAL_YEAR})"
    rf"|(?P<d2>{_DAY_OF_MONTH}) (?P<m2>{_FULL}) (?P<y2>{_USUAL_YEAR})|(?P<m3>{_FULL}) (?P<y3>{_USUAL_YEAR})"
)
_MODS = {None, "START", "MID", "END", "APPROX"}  # the caller reads the words that bound a date
_BOUNDED = re.compile(r"(?:pre|post)\b", re.I)  # in articles they make the year an adjective: "pre-2020 cases"
_PLAIN = re.compile(r"[\w\s.,/'’º°ª-]+")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def in_plain_words(text: str) -> Edtf | None:
    """Return the day or the month of "May 6, 2031", "6 May 2031" or "May 2031", the usual ones; None for any other."""
    match = _USUAL.fullmatch(text)
    if match is None:
        return None
    said = {name[0]: part for name, part in match.groupdict().items() if part}
    month = _SHORT_MONTHS.index(said["m"][:3].lower()) + 1
    return edtf(f"{said['y']}-{month:02}" + (f"-{int(said['d']):02}" if "d" in said else ""))


def in_words(text: str) -> Edtf | None:
    """Read a date in words from the whole text; None if it is not a date or needs another date to be one."""
    from raidline.extract.timex import find_timexes, may_be_timex  # noqa: PLC0415 - most dates are numbers

    if _BOUNDED.match(text):
        return None
    if fiscal := _fiscal_quarter(text):
        return fiscal
    text = _as_in_articles(text)
    if found := edtf(text):
        return found
    for spelling in filter(may_be_timex, dict.fromkeys((text, text.title(), f"the {text}"))):
        match find_timexes(spelling, None):
            case [only] if (only.start, only.end) == (0, len(spelling)) and only.mod in _MODS:
                return only.edtf
    return _in_other_languages(text)


def part_of_month(text: str) -> str:
    """Return "March (first week) 2031" as articles write it, "first week of March 2031"; "" for any other text."""
    match = _PARTED.fullmatch(text)
    years = [match[name] for name in ("first", "year") if match[name]] if match else []
    if match is None or text.count("(") != text.count(")") or len(years) + bool(match["digits"]) != 1:
        return ""
    year, number = match["digits"].split("-") if match["digits"] else (years[0], "")
    if number and not 0 < int(number) <= len(MONTHS):
        return ""
    month = MONTHS[int(number) - 1] if number else match["month"] + match["more"]
    part = match["part"].lower()
    return f"{part}{' of' if ' ' in part else ''} {month.title()} {year}"


def _fiscal_quarter(text: str) -> Edtf | None:
    """Read a quarter of a fiscal year of the United States, which begins on October 1: "FY25 Q2"."""
    match = next((found for pattern in _QUARTERS if (found := pattern.fullmatch(text))), None)
    if match is None:
        return None
    number = int(match["number"] or _ORDINALS[match["ordinal"].lower()])
    year, month = int(year_of(match["year"])) - (number == 1), (10, 1, 4, 7)[number - 1]
    return edtf(f"{year:04}-{month:02}-01/{year:04}-{month + 2:02}-{31 if number < 3 else 30}")


def in_english(text: str) -> str:
    """Return the text with Spanish words for dates in English; unchanged if it has none."""
    telling, small = _spanish()
    found, times = telling.subn(lambda match: lexicon.load("date_cells")["spanish"][match[0].lower()], text)
    if not times:
        return text
    words = small.sub(lambda match: lexicon.load("date_cells")["spanish_small"][match[0].lower()], found)
    return " ".join(words.split())


@cache
def _spanish() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = (lexicon.load("date_cells")[name] for name in ("spanish", "spanish_small"))
    telling, small = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in lists)
    return re.compile(rf"\b(?:{telling})\b", re.I), re.compile(rf"\b(?:{small})\b", re.I)


def _as_in_articles(text: str) -> str:
    for pattern, spelling in _SPELLINGS:
        if match := pattern.fullmatch(text):
            parts = match.groupdict("")
            if "next" in parts and int(parts["next"]) != (int(parts["year"]) + 1) % 100:
                return text
            parts["month"] = parts.get("month", "") + parts.get("more", "")
            parts["name"] = MONTHS[int(parts.get("number", 1)) - 1]
            return spelling.format_map({**parts, "year": year_of(parts["year"])})
    return text


def _in_other_languages(text: str) -> Edtf | None:
    """Read a day, its month in any language that dateparser knows, and a year; nothing else may stand in the text."""
    small = set(lexicon.load("date_cells")["foreign"])
    words = [word for word in _WORD.findall(text) if word.lower() not in small]
    day, year = sorted(_NUMBER.findall(text), key=len) if len(_NUMBER.findall(text)) == 2 else ("", "")
    if not _PLAIN.fullmatch(text) or len(words) != 1 or len(day) not in (1, 2) or len(year) != 4:
        return None
    month = 0 if is_of_dates(words[0].lower()) else _month(words[0].lower())
    return edtf(f"{year}-{month:02}-{int(day):02}") if month else None


@lru_cache(maxsize=4_096)  # dateparser tries two hundred languages on a word
def _month(word: str) -> int | None:
    """Return the number of the month that a word names in any language, or None.

    dateparser guesses missing parts, so it gets a day and a year.
    """
    import warnings  # noqa: PLC0415 - most dates are numbers

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own concern, nothing the user can act on
        import dateparser  # noqa: PLC0415 - slow to load

        found = dateparser.parse(f"28 {word} 2000", settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return found.month if found and (found.day, found.year) == (28, 2000) else None
