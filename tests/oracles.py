"""What hostile text may not do in an export: an oracle a format, each by a real parser of it.

An oracle takes what was written of a hostile event and of a tame one, asserts that both have the same structure, and
returns the text that there is to read.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import icalendar
from geojson_pydantic import FeatureCollection
from markdown_it import MarkdownIt
from openpyxl import load_workbook

WEB = "https://a.example/zebra"
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = re.compile("(?:^|[;\n])[\\s\u200b\ufeff]*[=+\\-@＝＋－＠]")


class Page(HTMLParser):
    """The elements and the names of their attributes, in order; where they lead; texts and scripts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.links, self.texts, self.scripts, self.inside = [], [], [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.links += [value for name, value in attrs if name in {"href", "src", "action", "formaction", "xlink:href"}]
        self.inside = tag
        assert not [name for name, _ in attrs if name.startswith("on") or name == "srcdoc"]

    def handle_endtag(self, tag):
        self.elements.append(f"/{tag}")
        self.inside = ""

    def handle_data(self, data):
        (self.scripts if self.inside in {"script", "style"} else self.texts).append(data)

    def handle_comment(self, data):
        self.elements.append("comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def same_page(text, tame):
    page, expected = Page(text), Page(tame)
    assert page.elements == expected.elements
    return harmless(page, expected)


def harmless(page, expected):
    assert set(page.elements) <= set(expected.elements)
    assert all(
        re.match("https?://|#|[a-z0-9]+$", link, re.IGNORECASE) for link in set(page.links) - set(expected.links)
    )
    assert page.scripts == expected.scripts
    return "".join(page.texts)


def html(written, tame):
    return same_page(written.decode(), tame.decode())


def atom(written, tame):
    feed, expected = ET.fromstring(written), ET.fromstring(tame)  # noqa: S314 - our own
    assert [(one.tag, *one.attrib) for one in feed.iter()] == [(one.tag, *one.attrib) for one in expected.iter()]
    for one, other in zip(feed.iter(), expected.iter(), strict=True):
        if one.get("type") == "html":
            same_page(one.text or "", other.text or "")
        if "href" in one.attrib:
            assert re.match("https?://|tag:|[a-z]+\\.", one.attrib["href"], re.IGNORECASE)
    return "".join(one.text or "" for one in feed.iter())


def ics(written, tame):
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert b"\r" not in written.replace(b"\r\n", b"")
    lines = written.split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    [event], [expected] = (icalendar.Calendar.from_ical(one).walk("VEVENT") for one in (written, tame))
    assert sorted(event) == sorted(expected)
    assert len(icalendar.Calendar.from_ical(written).subcomponents) == 1
    return str(event["SUMMARY"]) + str(event["DESCRIPTION"])


def markdown(written, tame):
    assert structure(written) == structure(tame)
    links = [child.attrs["href"] for child in inlines(written) if child.type == "link_open"]
    assert all(re.match("https?://", link, re.IGNORECASE) for link in links)
    return "".join(child.content for child in inlines(written))


def inlines(written):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written.decode())
    return [child for token in tokens if token.type == "inline" for child in token.children]


def structure(written):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written.decode())
    read = [child for token in tokens for child in (token, *(token.children or ()))]
    return [token.type for token in read if token.type not in {"text", "text_special"}]


def spreadsheet(written, tame):
    assert b"\x00" not in written
    assert b"\r" not in written.replace(b"\r\n", b"")
    head, row = csv.reader(io.StringIO(written.decode(), newline=""), strict=True)
    assert len(head) == len(row)
    assert not [cell for cell in row if FORMULA.search(cell)]
    return "".join(cell.replace("'", "") for cell in row)


def unpacked(written):
    """What a workbook holds, of other files what is in them."""
    if not written.startswith(b"PK"):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        return b"".join(map(packed.read, packed.namelist()))


def workbook(written, tame):
    """Its cells are texts, never formulas or links, and hold nothing that acts."""

    def sheets(made):
        return {sheet.title: list(sheet.iter_rows()) for sheet in load_workbook(io.BytesIO(made)).worksheets}

    read, expected = sheets(written), sheets(tame)
    assert [(title, len(rows)) for title, rows in read.items()] == [(t, len(rows)) for t, rows in expected.items()]
    cells = [cell for rows in read.values() for row in rows for cell in row if cell.value is not None]
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)
    assert not any(ACTING.search(cell.value) for cell in cells)
    return "".join(cell.value for cell in cells)


def shape(value):
    """The keys and types of a JSON value, but for counts, which stand under names of the curator's choice."""
    if isinstance(value, dict):
        return {key: "counts" if key == "counts" else shape(one) for key, one in value.items()}
    return [shape(one) for one in value] if isinstance(value, list) else type(value).__name__


def strings(value):
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in strings(one)]
    return [value] if isinstance(value, str) else []


def document(written, tame):
    read = json.loads(written)
    assert shape(read) == shape(json.loads(tame))
    return "".join(strings(read))


def line(written, tame):
    assert len(written.decode().splitlines()) == 1  # also for those who take U+2028 for the end of a line
    return document(written, tame)


def geojson(written, tame):
    FeatureCollection.model_validate_json(written.decode().replace("\\ud", "\\\\ud"))
    [feature] = json.loads(written)["features"]
    links = feature["properties"]["source_urls"]
    assert links is None or re.fullmatch(r"https?://\S+", links, re.IGNORECASE)
    return document(written, tame) if links else "".join(strings(feature))


def jsonld(written, tame):
    assert not set(b"<>&") & set(written)  # so that no script element ends in it
    [event] = json.loads(written)["@graph"]
    assert re.fullmatch(r"tag:[^\s<>\"]+", event["@id"])
    [article] = event["subjectOf"]
    assert re.fullmatch(r"https?://\S+", article.get("url", WEB), re.IGNORECASE)
    return document(written, tame)


def sqlite(written, tame):
    with closing(sqlite3.connect(":memory:")) as opened, closing(sqlite3.connect(":memory:")) as expected:
        opened.deserialize(written)
        expected.deserialize(tame)
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        assert opened.execute(schema).fetchall() == expected.execute(schema).fetchall()
        tables = ("events", "sources", "counts", "claims")
        cells = [row for table in tables for row in opened.execute(f"SELECT * FROM {table}")]  # noqa: S608 - as listed
        assert len(cells) == 5
        assert opened.execute("SELECT url LIKE 'http%' FROM sources WHERE url IS NOT NULL").fetchall() in ([], [(1,)])
        texts = [cell for row in cells for cell in row if isinstance(cell, str)]
        assert not any(ACTING.search(text) for text in texts)
        return "".join(texts)


def timelinejs(written, tame):
    """It sets all texts of a slide as HTML, in which each line is a paragraph; ids it never sets as such."""
    read, expected = json.loads(written), json.loads(tame)
    assert shape(read) == shape(expected)
    for slide in (*read["events"], *expected["events"]):
        del slide["unique_id"]
    return "".join(
        harmless(Page(text), Page(other)) for text, other in zip(strings(read), strings(expected), strict=True)
    )


MARKWHEN = {
    "event": re.compile(r"\s*[0-9]{1,4}[-/0-9. ]*[^:]*:(\s|$)"),
    "group": re.compile(r"\s*(#+ |group\b|section\b|end\b)"),
    "property": re.compile(r"\s*[A-Za-z][\w-]*:(\s|$)"),
    "comment": re.compile(r"\s*//"),
    "header": re.compile(r"---"),
    "task": re.compile(r"\s*- \[.\]"),
}


def markwhen(written, tame):
    """The lines that are more than a description are those of a tame event; so are tags and links."""

    def kinds(text):
        told = [next((kind for kind, start in MARKWHEN.items() if start.match(line)), "") for line in text.split("\n")]
        return [kind for kind in told if kind]

    text = written.decode()
    assert kinds(text) == kinds(tame.decode())
    assert re.findall(r"(?:^|\s)#\w+", text) == re.findall(r"(?:^|\s)#\w+", tame.decode())
    assert all(re.match("https?://", link) for link in re.findall(r"\[[^\[\]]+\]\(([^)\s]*)", text))
    return text.replace("\u2060", "")  # the word joiners that keep signs from acting


ORACLES = {
    "ics": ics,
    "json": document,
    "jsonl": line,
    "csv": spreadsheet,
    "xlsx": workbook,
    "geojson": geojson,
    "jsonld": jsonld,
    "sqlite": sqlite,
    "md": markdown,
    "html": html,
    "atom": atom,
    "timelinejs": timelinejs,
    "markwhen": markwhen,
}
