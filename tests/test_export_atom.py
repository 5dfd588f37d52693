"""The feed as a feed reader and an XML parser see it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from raidline.export import Options, export_timeline, left_out
from raidline.export.atom import Published, feed
from raidline.export.html.rendering import enclosed
from raidline.inert import line
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

ATOM = "{http://www.w3.org/2005/Atom}"
PLANNED = make_event(
    "planned",
    "2020-09-28/2020-10-04",
    places=["California", "Nowhere at all"],
    status="planned",
    summary="Agents & deputies <are> to come.",
    counts={"arrested": "at least 51"},
    sources=[{"article": "herald"}, {"article": "star", "says": {"date": "2020-10"}}],
)


def test_an_event_of_the_past_that_is_added_now_comes_first():
    old = make_event("old", "2009", updated="2026-11-28T20:15:30Z")
    newer = make_event("newer", "2017-02", updated="2026-11-28T20:15:31Z")
    text = export_timeline(timeline_of(old, newer, make_event("day", updated="2026-11-28")), "atom")
    assert re.findall("<updated>(.*)</updated>", text) == [
        "2026-11-28T20:15:31Z",
        "2026-11-28T20:15:31Z",
        "2026-11-28T20:15:30Z",
        "2026-11-28T00:00:00Z",
    ]


def atom(*events, **options):
    return export_timeline(timeline_of(*events), "atom", Options(**options))


def read(text):
    """The feed as feedparser reads it, which accepts nearly all, once it keeps what RFC 4287 demands."""
    root = ET.fromstring(text)  # noqa: S314 - our own
    for element in (root, *root.iter(f"{ATOM}entry")):
        for once in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{once}")) == 1, once
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) <= 1
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("tag:[^ ]+", one) for one in ids)
    for updated in root.iter(f"{ATOM}updated"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", updated.text)
    assert len(root.findall(f"{ATOM}author/{ATOM}name")) == 1
    assert all(set(link.attrib) <= {"rel", "href", "type"} for link in root.iter(f"{ATOM}link"))
    parsed = feedparser.parse(text.encode())
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def test_golden(golden):
    text = atom(make_event("sweep", "2017-02-01~/2017-02-10~", updated="2018-03"), PLANNED, HOSTILE)
    read(text)
    golden("timeline.atom", text)


def test_an_entry():
    [entry] = read(atom(PLANNED)).entries
    assert entry.id == "tag:raidline.invalid,2017:event/planned"
    assert entry.title == "[Planned] Title of planned (September 28 – October 4, 2020)"
    assert entry.updated == "2017-03-29T00:00:00Z"
    assert entry.link == "https://star.example/1"
    assert [tag.term for tag in entry.tags] == ["operation", "California"]
    [content] = entry.content
    assert content.type == "text/html"
    assert re.sub(r"\s*\n\s*", "", content.value) == (
        "<p><strong>September 28 – October 4, 2020</strong>: operation; planned, as of March 29, 2017; California; "
        "Nowhere at all; "
        "at least 51 arrested</p>"
        "<p>Agents &amp; deputies &lt;are&gt; to come.</p>"
        "<ul><li>Sources differ: The Evening Star says October 2020</li></ul>"
        "<p>Sources</p><ol><li>Herald, March 27, 2017: What the herald saw</li>"
        '<li><a href="https://star.example/1">The Evening Star, March 29, 2017: Deputies out, agents in</a></li></ol>'
    )


def test_the_newest_revision_comes_first_and_the_newest_event_among_equals():
    events = [make_event("a", "2016"), make_event("b", "2017"), make_event("c", "2015", updated="2018-01-05")]
    parsed = read(atom(*events))
    assert [entry.id[-1] for entry in parsed.entries] == ["c", "b", "a"]
    assert parsed.feed.updated == parsed.entries[0].updated == "2018-01-05T00:00:00Z"


@pytest.mark.parametrize(
    ("event", "stamp", "updated"),
    [
        (make_event(updated="2018-03-02"), date(2020, 1, 1), "2018-03-02"),
        (make_event(), date(2020, 1, 1), "2017-03-29"),
        (make_event(sources=[{"article": "lost"}]), date(2020, 1, 1), "2020-01-01"),
        (make_event(sources=[{"article": "lost"}]), None, "2017-02-01"),
        (make_event(date="../2014", sources=[{"article": "lost"}]), None, "2014-12-31"),
        (make_event(date="0001-05", sources=[{"article": "lost"}]), None, "0001-05-01"),
    ],
)
def test_the_day_of_the_update_comes_from_the_data(event, stamp, updated):
    parsed = read(atom(event, stamp=stamp))
    assert parsed.feed.updated == parsed.entries[0].updated == f"{updated}T00:00:00Z"


@pytest.mark.parametrize(("stamp", "updated"), [(None, "1970-01-01"), (date(2020, 1, 1), "2020-01-01")])
def test_an_empty_feed(stamp, updated):
    parsed = read(atom(stamp=stamp))
    assert parsed.entries == []
    assert parsed.feed.updated == f"{updated}T00:00:00Z"


def test_a_corrected_event_keeps_its_id():
    [before] = read(atom(make_event("x", "2017-02-01"))).entries
    [after] = read(atom(make_event("x", "2018", title="New", places=["Texas"], updated="2018-03-02"))).entries
    assert before.id == after.id
    assert before.updated < after.updated


def test_a_retracted_event_says_so():
    [entry] = read(atom(make_event("x", "2017-02-01", status="retracted"))).entries
    assert entry.title == "[Retracted] Title of x"


def test_an_id_stands_for_one_event():
    twice = timeline_of(make_event("x", "2017"), make_event("x", "2018"), make_event("y"))
    assert left_out(twice, "atom") == [("x", "another event has its id")]
    assert len(read(export_timeline(twice, "atom")).entries) == 2


def test_a_feed_has_an_id_and_a_name_of_its_place():
    parsed = read(export_timeline(timeline_of(make_event(), place=resolve("Travis County")), "atom"))
    assert parsed.feed.id == "tag:raidline.invalid,2017:timeline/48453"
    assert parsed.feed.title == "Travis County, Texas: immigration enforcement"
    assert read(atom()).feed.id == "tag:raidline.invalid,2017:timeline/all"
    assert "links" not in parsed.feed


def test_the_feed_of_a_site_knows_where_it_stands():
    parts = feed(
        timeline_of(make_event()),
        Options(),
        Published(
            address="https://a.example/feed.atom?x=1&y=2",
            page="https://a.example/",
            page_of=lambda event_id: f"https://a.example/events/{event_id}/",
        ),
    )
    parsed = read("".join(parts))
    assert [(link.rel, link.type, link.href) for link in parsed.feed.links] == [
        ("self", "application/atom+xml", "https://a.example/feed.atom?x=1&y=2"),
        ("alternate", "text/html", "https://a.example/"),
    ]
    assert parsed.entries[0].link == "https://a.example/events/sweep/"


def test_hostile_texts_are_only_texts():
    text = atom(HOSTILE)
    [entry] = read(text).entries
    assert "<script>alert(1)</script>" in entry.title, "as text"
    assert entry.link.startswith("https://a.example/")
    [content] = ET.fromstring(text).iter(f"{ATOM}content")  # noqa: S314 - our own
    assert "<img" not in content.text
    assert "<script" not in content.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in content.text
    assert re.findall('href="([^"]*)"', content.text) == ["https://a.example/x%20y?%3Cb%3E%22(z)"]


@pytest.mark.parametrize("html", ["<p>a &amp; b</p>", "]]>", "<a href=\"x\">'y'</a>"])
def test_html_in_an_element_is_read_as_it_was(html):
    written = enclosed(Markup(html))  # noqa: S704 - as above
    assert ET.fromstring(f"<content>{written}</content>").text == html  # noqa: S314 - our own
    assert "]]>" not in written


@given(st.text().filter(lambda text: not text or text.strip()), st.text(min_size=1).filter(str.strip))
@example("a ]]> b &#0; \x00 \x0b \ufffe", "\uffff & \ud800 <![CDATA[ <!-- --> ?>")
def test_any_text_gives_a_clean_feed(summary, title):
    text = atom(make_event("x", "2017-02-01", title=title, summary=summary or None))
    root = ET.fromstring(text)  # noqa: S314 - our own
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == re.sub("[\ufffe\uffff]", "", line(title) or "x")
