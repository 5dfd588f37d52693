"""Saved web pages: the report in a page, and what the page states about its date, title, publisher and address.

The extra `raidline[html]` installs trafilatura and htmldate, which are imported when the first page is read. Pages
count as hostile: they are parsed as HTML, which has no custom entities, within limits of size and depth, and passed on
as a tree, so that nothing in them is taken for an address to fetch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.files.textfile import MEGABYTE, decode, unreadable
from raidline.reading.header import Line, article_of
from raidline.reading.hidden import remove_hidden
from raidline.reading.pubdate import Dated, published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 10 * MEGABYTE
_MOST_ELEMENTS = 50_000  # a long report with all its menus has a tenth of that
_MOST_ATTRIBUTES = 500  # of one element
_MOST_WORDS = 5000  # in one tag; the parser compares each attribute with all those before it

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # with any of them trafilatura reads nothing
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)
_TAG = re.compile(rb"""<[A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_OPENING = re.compile(rb"<!--|<(?P<name>script|style)(?=[\s/>])[^>]{0,300}+>")
_QUOTED = re.compile(rb""""[^"]*+"|'[^']*+'""")
_DAY = re.compile(
    r"(?:[A-Z][a-z]+,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+\d{4})?"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)"
)
_FEWEST_DAYS = 2  # rows
_NO_NAME = re.compile(r"https?:|©|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A report as its page states it; None for what the page does not state.

    `text` is the report alone, one paragraph on each line, without menus, captions and comments.
    """

    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str


def read_page(path: Path) -> Iterator[Article | Problem]:
    """Yield the report of a saved page, and the problems with it."""
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


def page_of(raw: bytes, name: str, *, shown: bool = False) -> tuple[Page | None, list[Problem]]:
    """Return the report of a page, or None if it cannot be read, and the problems with it.

    With `shown`, without what it hides, as mails do with text that is not theirs; a saved page may hide its report
    until a script shows it. The day of publication is the one that the page states in its metadata
    (`raidline.reading.pubdate`).
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
        return None, [problem("no-html", 'is a web page; to read it, `pip install "raidline[html]"`')]
    if tree is None:
        return None, [problem("not-html", "contains no readable web page")]
    try:
        if shown:
            remove_hidden(tree)
        page, dated = _read(tree)
    except Exception:  # on an unforeseen page, trafilatura raises whatever its code runs into
        return None, [problem("not-html", "contains no readable web page")]
    problems = []
    if len(dated.days) > 1:
        told = " and ".join(day.isoformat() for day in sorted(dated.days))
        problems.append(problem("two-dates", f"states two days of publication, {told}; neither is used", "warning"))
    if dated.how:
        problems.append(problem("day-in-utc", f"is published on {dated.day}: {dated.how}", "warning"))
    missing = [what for what in ("title", "publisher", "url") if getattr(page, what) is None]
    if missing:
        problems.append(problem("no-metadata", f"the page does not state its {' or '.join(missing)}", "warning"))
    return page, problems


def _parse(raw: bytes, encoding: str | None) -> HtmlElement | None:
    """Parse with the given encoding, otherwise with the one the page declares. ImportError without the extra."""
    import htmldate  # noqa: F401, PLC0415 - all of the extra, or none
    import trafilatura  # noqa: F401, PLC0415 - as above
    from lxml import etree, html  # noqa: PLC0415 - heavy

    raw = _with_plain_scripts(raw)
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
            pairs = element.attrib.items()
            element.attrib.clear()
            for name, value in pairs:
                with suppress(ValueError):  # a name such as `{[x` can be read, but not written
                    element.set(name, _CONTROL.sub("", value))
    return tree


def _with_plain_scripts(raw: bytes) -> bytes:
    """Return the page without `<` in its scripts and styles where no tag begins, so that all parsers read it alike.

    Comments are skipped, because a script inside one is not a script. In JSON the escape is the same character.
    """
    small, parts, at = raw.lower(), [], 0
    ends: dict[bytes, int] = {}

    def end_of(mark: bytes, start: int) -> int:
        """Find the mark, or -1 if there is none left; no part is searched twice."""
        if ends.get(mark, start) != -1 and ends.get(mark, 0) <= start:
            ends[mark] = small.find(mark, start)
        return ends[mark]

    for opening in _OPENING.finditer(small):
        if opening.start() < at:
            continue
        name = opening["name"]
        end = end_of(b"</" + name if name else b"-->", opening.end())
        if end < 0:
            continue
        if name:
            parts += [raw[at : opening.end()], raw[opening.end() : end].replace(b"<", rb"\u003c")]
            at = end
        else:
            parts.append(raw[at:end])
            at = end
    return b"".join([*parts, raw[at:]])


def _is_crowded(raw: bytes) -> bool:
    """Whether a tag has more attributes than can be parsed in reasonable time."""
    long = (tag[0] for tag in _TAG.finditer(raw) if len(tag[0]) > _MOST_WORDS)
    return any(len(_QUOTED.sub(b" ", tag).replace(b"/", b" ").split()) > _MOST_WORDS for tag in long)


def _read(tree: HtmlElement) -> tuple[Page, Dated]:
    """Return the page, and how its day of publication was determined."""
    import logging  # noqa: PLC0415 - only with the extra

    import trafilatura  # noqa: PLC0415 - heavy
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - as above

    for name in ("trafilatura", "htmldate"):  # they complain about their own heuristics
        logging.getLogger(name).setLevel(logging.CRITICAL)
    no_date = {"outputformat": ""}  # `published` finds the date; trafilatura may fail on an invalid one
    found = extract_metadata(_summary(tree), date_config=no_date, extensive=False)
    tables = _has_docket(tree)
    text = trafilatura.extract(
        tree, output_format="txt", include_comments=False, include_tables=tables, include_images=False, fast=True
    )
    publisher, url = _line(found.sitename), inert.web_link(found.url)
    text = inert.block(text or "")
    dated = published(tree, url, text)
    return Page(
        title=_line(found.title),
        publisher=None if publisher is None or _NO_NAME.search(publisher) else publisher,
        published=dated.day,
        url=url,
        text=text,
    ), dated


def _has_docket(tree: HtmlElement) -> bool:
    """Whether a page has a table with a day in several rows, which is part of its report; others lay out the page."""
    for table in tree.xpath("//table[not(.//table)]"):
        rows = ([cell.text_content().strip() for cell in row.xpath("./td | ./th")] for row in table.iter("tr"))
        dated = sum(len(cells) > 1 and any(map(_DAY.fullmatch, cells)) for cells in rows)
        if dated >= _FEWEST_DAYS:
            return True
    return False


def _summary(tree: HtmlElement) -> HtmlElement:
    """Return a page of what this one states about itself, so that nothing is guessed from the rest of it."""
    from copy import deepcopy  # noqa: PLC0415 - only here

    from lxml import html  # noqa: PLC0415 - heavy

    summary = html.document_fromstring("<html><head></head><body></body></html>")
    summary[0].extend(deepcopy(element) for element in tree.xpath("//title | //meta | //link[@rel='canonical']"))
    summary[0].extend(deepcopy(element) for element in tree.xpath("//script[@type='application/ld+json']"))
    summary[1].extend(deepcopy(element) for element in tree.xpath("//h1"))
    return summary


def _line(text: str | None) -> str | None:
    return inert.line(text or "") or None
