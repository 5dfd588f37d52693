"""The day on which a web page was published, as its metadata states it and as people there count days.

Meta tags, JSON-LD or a <time> marked as the publication's can state the day; the text, the time of an update or the
address alone never do. The first of these sources that names a day counts. In the evening in America, a time in UTC
already carries the next day: other parts of the page then decide which day it was (see `published`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from raidline import inert, lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_STATEMENTS: Final = 50  # of one sort
_HEAD: Final = 3000  # characters of the text, which include the line below the title
_LAST_OF_THE_CONTINENT: Final = 8  # the hour in UTC at which the day ends in California
_FIRST_HOURS: Final = 11  # of a day in UTC, when it is still the day before somewhere in the United States

_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report)$")  # https://schema.org/Article and its subtypes
_WEB_PAGE: Final = re.compile(r"(?:^|/)WebPage$")
_PUBLISHED: Final = re.compile(r"publi|issued|pubdate", re.IGNORECASE)
_DATED: Final = re.compile(r"(?:^|[^a-z])(?:date|created|displaydate|timestamp)(?:$|[^a-z])", re.IGNORECASE)
_LATER: Final = re.compile(r"modif|updat|expir|unpubl|valid|publisher", re.IGNORECASE)
_TIMES: Final = "//time[@pubdate or @itemprop='datePublished' or starts-with(@class, 'entry-date')]"
_NUMBERS: Final = re.compile(r"\s*([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_NUMBERS_ALONE: Final = re.compile(r"\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_ADDRESS: Final = re.compile(r"/((?:19|20)[0-9]{2})[/-]?([0-9]{2}|[a-z]{3})[/-]?([0-9]{2})(?=[/._-]|$)")
_CLOCK: Final = re.compile(
    r"\b([0-9]{1,2}):([0-9]{2})\s*([ap])\.?m\.?,?\s*\(?(E|C|M|P|AK|H|Eastern|Central|Mountain|Pacific)"
    r"(?:[SD]?T\b|\s(?:(?:Standard|Daylight)\s)?[Tt]ime\b)",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"^[A-Z][A-Z .'’-]{1,40}, ([A-Z][A-Za-z.]*(?: [A-Z][a-z]+){0,2})", re.MULTILINE)
_FOREIGN: Final = re.compile(r"^https?://[^/]*\.(?!us(?=[/:]|$))[a-z]{2}(?=[/:]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication, or none; `days` are the stated days if they contradict each other.

    `how` says why a time in UTC was read as a different day than it shows, or that nothing decided which day it was.
    """

    day: date | None
    days: frozenset[date] = frozenset()
    how: str = ""


@dataclass(frozen=True, slots=True)
class _Stated:
    """What one statement says: the days it can mean; `at` is set if it is a time in UTC."""

    days: frozenset[date]
    at: datetime | None = None


def published(tree: HtmlElement, url: str | None, text: str) -> Dated:
    """Return the day of publication that a page with this address and text states.

    A time in UTC that may belong to the day before is decided by the first of these that helps: another statement of
    the page in local time, the words of its <time>, the day in its address, a clock with its zone at the top of the
    text, the state of the dateline; otherwise, unless the page is from another country, by the time in New York.
    """
    ranks = [_read(statements) for statements in _statements(tree)]
    first = next((stated for stated in ranks if stated), [])
    if not first:
        return Dated(None)
    possible = frozenset[date].intersection(*(stated.days for stated in first))
    if not possible:
        return Dated(None, frozenset(min(stated.days) for stated in first))
    if len(possible) == 1:
        return Dated(min(possible))
    at = next((stated.at for stated in first if stated.at), None)
    others = (day for stated in (one for rank in ranks for one in rank) if len(stated.days) == 1 for day in stated.days)
    for how, days in (
        ("another time on the page is local", others),
        ("so its <time> says", _words_of_times(tree)),
        ("so its address says", _in_address(url)),
    ):
        if day := next((day for day in days if day in possible), None):
            return _dated(day, at, how)
    return _by_zone(at, tree.get("lang"), url, text) if at else Dated(None, possible)


def day_sent(moment: str, text: str) -> Dated:
    """Return the day on which a mail with this text was sent, as its Date says.

    A time in UTC that may belong to the day before is decided like that of a page, by the text.
    """
    found = _read([moment])
    if not found:
        return Dated(None)
    if found[0].at and len(found[0].days) > 1:
        return _by_zone(found[0].at, None, None, text)
    return Dated(min(found[0].days))


def _by_zone(at: datetime, language: str | None, url: str | None, text: str) -> Dated:
    zones = lexicon.load("zones")
    stamp = f"{at:%Y-%m-%dT%H:%MZ}"
    for clock in _CLOCK.finditer(text[:_HEAD]):
        letters = clock[4].upper()
        local = _local(at, zones["letters"]["AK" if letters == "AK" else letters[0]])
        if local and (local.hour % 12, local.minute) == (int(clock[1]) % 12, int(clock[2])):
            return _dated(local.date(), at, f"{stamp} is {inert.line(clock[0])}")
    for dateline in _DATELINE.finditer(text[:_HEAD]):
        zone = next((zone for zone, states in zones["states"].items() if dateline[1].rstrip(".") in states), None)
        if local := _local(at, zone):
            return _dated(local.date(), at, f"{stamp} as {dateline[1]} counts days, the state of its dateline")
    language = (language or "en-US").lower()
    foreign = _FOREIGN.match(url or "") or ("-" in language and not language.endswith("-us"))
    if foreign:
        return Dated(at.date())
    local = _local(at, zones["letters"]["E"])
    if local is None:
        return Dated(at.date(), how=f"{stamp} as UTC counts days, because this system knows no time zones")
    how = f"{stamp} as New York counts days, because nothing on the page names its place"
    return Dated(local.date(), how=how) if at.hour < _LAST_OF_THE_CONTINENT else _dated(local.date(), at, how)


def _dated(day: date, at: datetime | None, how: str) -> Dated:
    """Return the day, with an explanation if it is not the day as written."""
    return Dated(day, how="" if at and day == at.date() else how)


def _local(at: datetime, zone: str | None) -> datetime | None:
    with suppress(ZoneInfoNotFoundError, OverflowError):
        return at.astimezone(ZoneInfo(zone)) if zone else None
    return None


def _words_of_times(tree: HtmlElement) -> Iterator[date]:
    for element in tree.xpath("//time")[:_MOST_STATEMENTS]:
        yield from _days_read(element.text_content())


def _in_address(url: str | None) -> Iterator[date]:
    for year, month, day in _ADDRESS.findall((url or "").lower()):
        with suppress(ValueError):
            yield datetime.strptime(f"{year} {month} {day}", "%Y %m %d" if month.isdigit() else "%Y %b %d").date()


def _statements(tree: HtmlElement) -> Iterator[list[str]]:
    """Yield what the page states about its publication, as written, by rank."""
    named = [
        (element.get("property") or element.get("name") or element.get("itemprop") or "", element.get("content"))
        for element in tree.xpath("//meta[@content]")
    ]
    named = [(name, content) for name, content in named if not _LATER.search(name)]
    scripts = [script.text for script in tree.xpath("//script[@type='application/ld+json']")]
    yield [content for name, content in named if _PUBLISHED.search(name)]
    yield [day for script in scripts for day in _linked_data(script, _ARTICLE)]
    yield [day for script in scripts for day in _linked_data(script, _WEB_PAGE)]
    yield [content for name, content in named if _DATED.search(name)]
    yield [element.get("datetime") or element.text_content() for element in tree.xpath(_TIMES)]


def _linked_data(script: str | None, wanted: re.Pattern[str]) -> Iterator[str]:
    """Yield the `datePublished` of what a script describes (JSON-LD), not of what it only lists."""
    try:
        data = json.loads(script or "null", strict=False)
    except (ValueError, RecursionError):
        return
    nodes = data if isinstance(data, list) else [data]
    for node in [inner for outer in nodes if isinstance(outer, dict) for inner in (outer, *_graph(outer))]:
        types = node.get("@type") if isinstance(node, dict) else None
        if any(isinstance(kind, str) and wanted.search(kind) for kind in _listed(types)) and isinstance(
            node.get("datePublished"), str
        ):
            yield node["datePublished"]


def _graph(node: dict[str, Any]) -> list[Any]:
    return _listed(node.get("@graph"))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    return value if isinstance(value, list) else [value]


def _read(statements: Sequence[str]) -> list[_Stated]:
    """Return the statements that can be read and name a day."""
    found = []
    for statement in list(dict.fromkeys(statements))[:_MOST_STATEMENTS]:
        at = _moment(statement)
        days = frozenset({at.date()}) if at else frozenset(_days_read(statement))
        in_utc = at is not None and at.utcoffset() == timedelta(0) and (at.hour, at.minute, at.second) != (0, 0, 0)
        if at and in_utc and at.hour < _FIRST_HOURS and at.date() > date.min:
            days |= {at.date() - timedelta(days=1)}
        if days:
            found.append(_Stated(days, at if in_utc else None))
    return found


def _moment(statement: str) -> datetime | None:
    """Return a time with its zone, as ISO 8601 or RFC 5322 writes it."""
    text = statement.strip()[:100]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            at = read(re.sub(r"\s*(?:UTC|GMT)$", "+00:00", text) if read is datetime.fromisoformat else text)
            if at.tzinfo:
                return at.astimezone(UTC) if at.utcoffset() == timedelta(0) else at
    return None


def _days_read(statement: str) -> set[date]:
    """Return the days that a statement can mean: "2017-03-29", "March 29, 2017", "10/31/2025 8:21:41 AM".

    Numbers that do not show which of them is the month mean none.
    """
    if numbers := _NUMBERS.match(statement):
        first, _, second, year = numbers.groups()
        days = set()
        for month, day in ((first, second), (second, first)):
            with suppress(ValueError):
                days.add(date(int(year), int(month), int(day)))
        return days if len(days) == 1 else set()
    if _NUMBERS_ALONE.match(statement):
        return set()
    import htmldate  # noqa: PLC0415 - heavy
    from lxml import html  # noqa: PLC0415 - as above

    meta = html.Element("meta", {"name": "date", "content": inert.line(statement[:100])})
    document = html.Element("html")
    document.append(meta)
    try:
        day = htmldate.find_date(
            document, extensive_search=False, original_date=True, url="", min_date="1900-01-01", max_date="9998-12-31"
        )
    except Exception:  # on an invalid time, such as 25 hours from UTC, it raises whatever its code runs into
        return set()
    return {date.fromisoformat(day)} if day else set()
