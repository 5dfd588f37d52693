"""Saved web pages: the report in one, and what the page itself states of its date, title, publisher and address.

trafilatura and htmldate come with the extra `raidline[html]` and are imported when the first page is met. Pages are
hostile until shown otherwise: they are parsed as HTML, in which entities of a document's own do not exist, within a
bound of size and depth, and handed on as a tree, so that nothing in them is taken for an address to fetch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.header import Line, article_of
from raidline.textfile import MEGABYTE, decode, unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 10 * MEGABYTE
_MOST_ELEMENTS = 50_000  # a long report with all its menus has a tenth of that
_MOST_STATEMENTS = 50  # of one sort
_MOST_ATTRIBUTES = 500  # of one element
_MOST_WORDS = 5000  # in one tag; the parser compares each attribute with all before it

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # one of them, and trafilatura reads nothing
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")  # of https://schema.org/Article and its kin
_TAG = re.compile(rb"""<[A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(rb""""[^"]*+"|'[^']*+'""")
_PUBLISHED = re.compile(r"publi|issued|pubdate", re.IGNORECASE)
_DATED = re.compile(r"(?:^|[^a-z])(?:date|created|displaydate|timestamp)(?:$|[^a-z])", re.IGNORECASE)
_LATER = re.compile(r"modif|updat|expir|unpubl|valid|publisher", re.IGNORECASE)
_DAY_OR_MONTH_FIRST = re.compile(r"\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_TIMES = "//time[@pubdate or @itemprop='datePublished' or starts-with(@class, 'entry-date')]"
_NO_NAME = re.compile(r"https?:|©|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A report as its page has it; what the page does not state is None.

    `text` is the report alone, a paragraph a line, without menus, captions and comments.
    """

    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str


def read_page(path: Path) -> Iterator[Article | Problem]:
    """Yield the report of a saved page, and what is wrong with it."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        yield unreadable(path, error)
        return
    page, problems = page_of(raw, str(path))
    yield from problems
    if page:
        header = {key: getattr(page, key) for key in ("title", "publisher", "url")}
        header["published"] = page.published.isoformat() if page.published else None
        yield from article_of(path, Line(str(path), 0), header, page.text)


def page_of(raw: bytes, name: str) -> tuple[Page | None, list[Problem]]:
    """Return the report of a page, and what is wrong with it; None where it cannot be read.

    The day of publication is one that the page states in its metadata (meta tags, JSON-LD, a <time> marked as the
    publication's), never one from its text, its address or the time of an update. Where the statements of one rank
    name two days, or leave open which number is the month, there is none.
    """

    def problem(rule: str, message: str, severity: Any = "error") -> Problem:  # noqa: ANN401 - a Literal
        return Problem(name, 0, 0, rule, message, severity)

    if len(raw) > LARGEST:
        return None, [problem("too-large", f"is too large; of a web page at most {LARGEST // MEGABYTE} MB are read")]
    decoded = decode(raw, name)
    if isinstance(decoded, Problem) and (decoded.rule == "binary" or not _MARKUP.search(raw)):
        return None, [decoded]
    try:
        tree = _parse(raw, None if isinstance(decoded, Problem) else "utf-8")
    except ImportError:
        return None, [problem("no-html", 'is a web page; to read those, `pip install "raidline[html]"`')]
    if tree is None:
        return None, [problem("not-html", "holds no web page that can be read")]
    page, days = _read(tree)
    problems = []
    if len(days) > 1:
        told = " and ".join(sorted(day.isoformat() for day in days))
        problems.append(problem("two-dates", f"states two days of publication, {told}; neither is used", "warning"))
    missing = [what for what in ("title", "publisher", "url") if getattr(page, what) is None]
    if missing:
        problems.append(problem("no-metadata", f"the page does not state its {' or '.join(missing)}", "warning"))
    return page, problems


def _parse(raw: bytes, encoding: str | None) -> HtmlElement | None:
    """Parse in the encoding given, else in the one the page declares. ImportError without the extra."""
    import htmldate  # noqa: F401, PLC0415 - all of the extra, or none
    import trafilatura  # noqa: F401, PLC0415 - as above
    from lxml import etree, html  # noqa: PLC0415 - heavy

    if not _MARKUP.search(raw) or _is_crowded(raw):
        return None
    parser = html.HTMLParser(
        encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        tree = html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    for number, element in enumerate(tree.iter()):
        if number == _MOST_ELEMENTS or len(element.attrib) > _MOST_ATTRIBUTES:
            return None
        if element.text:
            element.text = _CONTROL.sub("", element.text)
        if element.tail:
            element.tail = _CONTROL.sub("", element.tail)
        if any(_CONTROL.search(part) for pair in element.attrib.items() for part in pair):
            kept = {
                name: _CONTROL.sub("", value) for name, value in element.attrib.items() if not _CONTROL.search(name)
            }
            element.attrib.clear()
            element.attrib.update(kept)
    return tree


def _is_crowded(raw: bytes) -> bool:
    """Whether a tag has more attributes than are parsed in time."""
    long = (tag[0] for tag in _TAG.finditer(raw) if len(tag[0]) > _MOST_WORDS)
    return any(len(_QUOTED.sub(b" ", tag).replace(b"/", b" ").split()) > _MOST_WORDS for tag in long)


def _read(tree: HtmlElement) -> tuple[Page, set[date]]:
    """Return the page, and the days it states where they are more than one."""
    import logging  # noqa: PLC0415 - only with the extra

    import trafilatura  # noqa: PLC0415 - heavy
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - as above

    for name in ("trafilatura", "htmldate"):  # their complaints are about their own heuristics
        logging.getLogger(name).setLevel(logging.CRITICAL)
    days = next((found for found in map(_days, _statements(tree)) if found), set())
    found = extract_metadata(_summary(tree), extensive=False)
    text = trafilatura.extract(
        tree, output_format="txt", include_comments=False, include_tables=False, include_images=False, fast=True
    )
    publisher = _line(found.sitename)
    return Page(
        title=_line(found.title),
        publisher=None if publisher is None or _NO_NAME.search(publisher) else publisher,
        published=min(days) if len(days) == 1 else None,
        url=inert.web_link(found.url),
        text=inert.block(text or ""),
    ), days


def _summary(tree: HtmlElement) -> HtmlElement:
    """Return a page of what this one says of itself, so that nothing is guessed from the rest of it."""
    from copy import deepcopy  # noqa: PLC0415 - only here

    from lxml import html  # noqa: PLC0415 - heavy

    summary = html.document_fromstring("<html><head></head><body></body></html>")
    summary[0].extend(deepcopy(element) for element in tree.xpath("//title | //meta | //link[@rel='canonical']"))
    summary[0].extend(deepcopy(element) for element in tree.xpath("//script[@type='application/ld+json']"))
    summary[1].extend(deepcopy(element) for element in tree.xpath("//h1"))
    return summary


def _line(text: str | None) -> str | None:
    return inert.line(text or "") or None


def _statements(tree: HtmlElement) -> Iterator[list[str]]:
    """Yield what the page states of its publication, as written, by rank: the first rank that says a day counts."""
    named = [
        (element.get("property") or element.get("name") or element.get("itemprop") or "", element.get("content"))
        for element in tree.xpath("//meta[@content]")
    ]
    named = [(name, content) for name, content in named if not _LATER.search(name)]
    yield [content for name, content in named if _PUBLISHED.search(name)]
    yield [day for script in tree.xpath("//script[@type='application/ld+json']") for day in _linked_data(script.text)]
    yield [content for name, content in named if _DATED.search(name)]
    yield [element.get("datetime") or element.text_content() for element in tree.xpath(_TIMES)]


def _linked_data(script: str | None) -> Iterator[str]:
    """Yield `datePublished` of the articles that a script describes (JSON-LD), those it only lists left out."""
    try:
        data = json.loads(script or "null", strict=False)
    except (ValueError, RecursionError):
        return
    nodes = data if isinstance(data, list) else [data]
    for node in [inner for outer in nodes if isinstance(outer, dict) for inner in (outer, *_graph(outer))]:
        types = node.get("@type") if isinstance(node, dict) else None
        if any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(types)) and isinstance(
            node.get("datePublished"), str
        ):
            yield node["datePublished"]


def _graph(node: dict[str, Any]) -> list[Any]:
    return _listed(node.get("@graph"))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    return value if isinstance(value, list) else [value]


def _days(statements: list[str]) -> set[date]:
    """Return the days that statements name, as htmldate reads them: "2017-03-29T10:00:00Z", "March 29, 2017"."""
    import htmldate  # noqa: PLC0415 - heavy
    from lxml import html  # noqa: PLC0415 - as above

    found = set()
    for statement in list(dict.fromkeys(statements))[:_MOST_STATEMENTS]:
        if _DAY_OR_MONTH_FIRST.match(statement):
            continue
        meta = html.Element("meta", {"name": "date", "content": inert.line(statement[:100])})
        document = html.Element("html")
        document.append(meta)
        day = htmldate.find_date(
            document,
            extensive_search=False,
            original_date=True,
            url="",
            min_date="1900-01-01",
            max_date="9998-12-31",
        )
        if day:
            found.add(date.fromisoformat(day))
    return found
