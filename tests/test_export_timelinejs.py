"""TimelineJS: what is written, and that TimelineJS itself, in a real browser, shows it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.export import export_timeline, left_out
from raidline.importing import Columns, make_events, read_records
from raidline.inert import line
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

TIMELINEJS = Path(__file__).parent / "browser" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"

DAY = {"year": 2017, "month": 2, "day": 1}
DATES = [  # the date, start_date, end_date, display_date
    ("2017-02-01", DAY, None, None),
    ("2017-02", {"year": 2017, "month": 2}, None, None),
    ("2017", {"year": 2017}, None, None),
    ("2017-02-01T12:00:00Z", DAY, None, "February 1, 2017, 12:00 p.m. UTC"),
    ("2017-02-01/2017-02-10", DAY, {"year": 2017, "month": 2, "day": 10}, None),
    ("2017-02-01/2017-02-28", DAY, {"year": 2017, "month": 2, "day": 28}, None),
    ("2017-02/2017-03", {"year": 2017, "month": 2}, {"year": 2017, "month": 3}, None),
    ("2017-02-05/2017-03", {"year": 2017, "month": 2, "day": 5}, {"year": 2017, "month": 3, "day": 31}, "words"),
    ("2010/2014", {"year": 2010}, {"year": 2014}, None),
    ("2017-02-01~/2017-02-10~", DAY, {"year": 2017, "month": 2, "day": 10}, "early February 2017"),
    ("2016-10~/2016-12~", {"year": 2016, "month": 10}, {"year": 2016, "month": 12}, "late 2016"),
    ("2017-21", {"year": 2017, "month": 3}, {"year": 2017, "month": 5}, "spring 2017"),
    ("2017-24", {"year": 2017, "month": 12}, {"year": 2018, "month": 2}, "winter 2017–18"),
    ("2017-34", {"year": 2017, "month": 4}, {"year": 2017, "month": 6}, "second quarter of 2017"),
    ("2017-02-01~", DAY, None, "about February 1, 2017"),
    ("2017-02?", {"year": 2017, "month": 2}, None, "February 2017 (uncertain)"),
    ("[2017-02-01..2017-02-10]", DAY, {"year": 2017, "month": 2, "day": 10}, "words"),
    ("[2017,2018]", {"year": 2017}, {"year": 2018}, "2017 or 2018"),
    ("2017-02-XX", {"year": 2017, "month": 2}, None, "a day in February 2017"),
    ("2017-XX", {"year": 2017}, None, "a month in 2017"),
    ("2017-02-2X", {"year": 2017, "month": 2, "day": 20}, {"year": 2017, "month": 2, "day": 28}, "words"),
    ("201X", {"year": 2010}, {"year": 2019}, "the 2010s"),
    ("19XX", {"year": 1900}, {"year": 1999}, "1900–1999"),
    ("2014/..", {"year": 2014}, None, "since 2014"),
    ("2014-05/", {"year": 2014, "month": 5}, None, "words"),
    ("../2017", {"year": 2017}, None, "until 2017"),
    ("/2017-02", {"year": 2017, "month": 2}, None, "words"),
    ("[2017-02-01..]", DAY, None, "words"),
    ("1848-02-02", {"year": 1848, "month": 2, "day": 2}, None, None),
    ("0962", {"year": 962}, None, None),
    ("0001/9999", {"year": 1}, {"year": 9999}, None),
    ("9999-12-31", {"year": 9999, "month": 12, "day": 31}, None, None),
]


def export(*events, **options):
    return json.loads(export_timeline(timeline_of(*events, **options), "timelinejs"))


@pytest.mark.parametrize(("date", "start", "end", "words"), DATES)
def test_dates(date, start, end, words):
    [slide] = export(make_event(date=date))["events"]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide.get("display_date") == (in_words(Edtf.parse(date)) if words == "words" else words)
    assert slide["edtf"] == date


def test_a_slide():
    event = make_event(
        "sweep", "2017-02-01", summary="One & two.\n\nThree.", status="planned", title="A <b>sweep</b> & more",
        sources=[{"article": "star"}, {"article": "herald", "says": {"date": "2017-01"}}],
    )  # fmt: skip
    assert export(event)["events"] == [
        {
            "unique_id": "sweep",
            "start_date": DAY,
            "group": "Austin",
            "text": {
                "headline": "[Planned] A &lt;b&gt;sweep&lt;/b&gt; &amp; more",
                "text": "<p>One &amp; two.</p><p>Three.</p>"
                "<p>operation; planned, as of March 29, 2017; Austin, Texas</p>"
                "<p>Sources differ: Herald says January 2017</p>"
                '<ul><li><a href="https://star.example/1">The Evening Star, March 29, 2017: Deputies out, agents in</a>'
                "</li><li>Herald, March 27, 2017: What the herald saw</li></ul>",
            },
            "autolink": False,
            "edtf": "2017-02-01",
            "kind": "operation",
            "status": "planned",
            "places": ["Austin, Texas"],
        }
    ]


def test_the_title_slide_tells_place_and_period():
    document = export(make_event(date="1848"), make_event("b", "2017-02/.."), place=resolve("Travis County"))
    assert document["title"]["text"] == {
        "headline": "Travis County, Texas: immigration enforcement",
        "text": "1848–2017",
    }
    assert export(make_event(date="0962"))["title"]["text"]["text"] == "962"
    assert export() == {
        "title": document["title"] | {"text": {"headline": "Immigration enforcement", "text": ""}},
        "events": [],
    }


def test_groups_are_as_short_as_can_be_told_apart():
    places = [["Travis County, Texas"], ["Austin, Texas", "Texas"], ["Lee County, Texas"], ["Lee County, Florida"]]
    slides = export(*(make_event(f"e{n}", "2017", places=p) for n, p in enumerate([*places, ["<No> where"]])))["events"]
    assert [unescape(unescape(slide["group"])) for slide in slides] == [
        "Travis County", "Austin", "Lee County, Texas", "Lee County, Florida", "<No> where",
    ]  # fmt: skip


def test_what_is_left_out():
    events = [make_event("a", "2017", status="retracted"), make_event("b", "2016"), make_event("b", "2018")]
    timeline = timeline_of(*events)
    assert left_out(timeline, "timelinejs") == [("a", "retracted"), ("b", "another event has its id")]
    assert [slide["edtf"] for slide in export(*events)["events"]] == ["2016"]


@given(st.lists(st.sampled_from([date for date, *_ in DATES]), max_size=5))
def test_law_exports_are_equal_and_each_event_is_somewhere(dates):
    timeline = timeline_of(*(make_event(f"e{n % 3}", date) for n, date in enumerate(dates)))
    text = export_timeline(timeline, "timelinejs")
    assert text == export_timeline(timeline, "timelinejs")
    assert len(json.loads(text)["events"]) + len(left_out(timeline, "timelinejs")) == len(dates)


@pytest.mark.parametrize("date", [date for date, *_ in DATES])
def test_what_is_exported_comes_back_with_its_date(date, tmp_path):
    (tmp_path / "t.json").write_text(export_timeline(timeline_of(make_event("x", date)), "timelinejs"))
    [event] = make_events(read_records(tmp_path / "t.json"), Columns(), "t").events
    assert (event["date"], event["id"], event["title"]) == (date, "x", "Title of x")


# From here on in TimelineJS itself

PAGE = f"""<!DOCTYPE html><html lang="en"><title>t</title>
<link rel="stylesheet" href="{TIMELINEJS.as_uri()}/css/timeline.css">
<script src="{TIMELINEJS.as_uri()}/js/timeline.js"></script>
<div id="here" style="width: 1000px; height: 600px"></div>"""
LOAD = """([data, scripts]) => new Promise((resolve) => {
    window.timeline = new TL.Timeline("here", data, {font: null, script_path: scripts});
    const wait = () => timeline.ready || timeline.config?.getErrors().length ? resolve() : setTimeout(wait, 10);
    wait();
})"""
SEEN = """() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent);
    const all = [...document.querySelectorAll("#here *")];
    return {
        errors: timeline.config.getErrors(),
        slides: document.querySelectorAll(".tl-slide").length,
        headlines: texts(".tl-slide h2"),
        dates: texts(".tl-slide h3.tl-headline-date"),
        groups: texts(".tl-timegroup-message"),
        links: all.filter((found) => found.closest(".tl-slide") && found.localName == "a").map((found) => found.href),
        active: all.map((found) => found.localName).filter((name) => /script|iframe|img|form|object/.test(name)),
        handlers: all.flatMap((found) => found.getAttributeNames()).filter((name) => name.startsWith("on")),
    };
}"""


@pytest.fixture
def shown(visit, tmp_path):
    """What TimelineJS makes of events; nothing may complain or leave the computer."""
    if not TIMELINEJS.exists():
        pytest.skip("TimelineJS is not installed; run `npm install` in tests/browser")

    def shown(*events):
        (tmp_path / "page.html").write_text(PAGE)
        seen = visit(tmp_path / "page.html")
        document = export(*events)
        seen.page.evaluate(LOAD, [document, f"{TIMELINEJS.as_uri()}/js/"])
        if document["events"]:
            seen.page.evaluate("timeline.goToEnd()")
        assert (seen.console, seen.alerts) == ([], [])
        assert [address for address in seen.requests if not address.startswith("file:")] == []
        return seen.page.evaluate(SEEN)

    return shown


@pytest.mark.browser
@pytest.mark.slow
def test_timelinejs_shows_a_slide_for_each_event_and_one_for_the_title(shown):
    events = [make_event(f"e{n}", date, title=f"Day {n}") for n, (date, *_) in enumerate(DATES)]
    seen = shown(*events)
    assert (seen["errors"], seen["slides"]) == ([], len(DATES) + 1)
    assert seen["headlines"][0] == "Immigration enforcement"
    assert sorted(seen["headlines"][1:]) == sorted(event.title for event in events)
    words = dict(zip(seen["headlines"], seen["dates"], strict=True))
    for event, (date, start, end, display) in zip(events, DATES, strict=True):
        expected = in_words(event.date)
        if display is None and end is not None:  # TimelineJS has its own words for plain dates, "to" among them
            assert words[event.title].count(" — ") == 1
        else:
            assert words[event.title].lstrip("0") == expected, (date, start)


@pytest.mark.browser
@pytest.mark.slow
def test_timelinejs_shows_one_event_and_says_so_of_none(shown):
    assert shown(make_event())["headlines"] == ["Immigration enforcement", "Title of sweep"]
    assert "no events" in shown()["errors"][0]


@pytest.mark.browser
@pytest.mark.slow
def test_hostile_texts_are_only_read(shown):
    image = "<img src=x onerror=alert(1)>"
    once, twice = image.replace("<", "&lt;").replace(">", "&gt;"), image.replace("<", "&amp;lt;")
    texts = [image, once, twice, "</script><script>alert(1)</script>", "x@y.example www.x.example", "x" * 10_000]
    texts += ["javascript:alert(1)", "{{alert(1)}}", "&#x202e;", "a\r\nb"]
    events = [
        make_event(
            f"e{n}", "2017", [text], title=text, summary=text, counts={text[:50]: "5"},
            sources=[{"url": f"https://a.example/?{text[:99]}", "publisher": text, "published": "2017", "title": text}],
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    seen = shown(HOSTILE, *events)
    assert (seen["errors"], seen["slides"]) == ([], len(texts) + 2)
    assert sorted(seen["headlines"][1:]) == sorted(line(event.title) for event in [HOSTILE, *events])
    assert {group.strip() for group in seen["groups"]} == {"Austin", *map(line, texts)}
    assert (seen["active"], seen["handlers"]) == ([], [])
    assert [link for link in seen["links"] if not re.match("https://a.example/", link)] == []
