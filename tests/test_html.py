from __future__ import annotations

import hashlib
import json
import re
import runpy
from base64 import b64encode
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.export import export_timeline
from raidline.export.html.assets import files, linked
from raidline.export.html.facets import Choice, facets, place_keys
from raidline.export.html.multiples import multiples
from raidline.export.html.rendering import unit_of
from raidline.export.html.spans import WIDTH, span_of
from raidline.export.html.standfirst import standfirst
from raidline.export.html.strips import anchor_of, strip
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

ROOT = Path(__file__).resolve().parents[1]


class Page(HTMLParser):
    """What a page holds: ids, links, the attributes of every element, and the text outside of style and script."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text, self.inside = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag

    def handle_data(self, data):
        if self.inside not in ("style", "script"):
            self.text.append(data)

    def all(self, name):
        return [attrs[name] for _, attrs in self.elements if name in attrs]


def html_of(*events, **options):
    return export_timeline(timeline_of(*events, **options), "html")


def page_of(*events, **options):
    return Page(html_of(*events, **options))


def words_of(page):
    return " ".join("".join(page.text).split())


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(name):
    html = html_of(make_event(), HOSTILE)
    [inside] = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
    policy = dict(part.strip().split(" ", 1) for part in Page(html).all("content")[0].split(";"))
    assert policy[f"{name}-src"] == f"'sha256-{b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'"
    assert policy["default-src"] == "'none'"
    assert {policy["base-uri"], policy["form-action"]} == {"'none'"}


def test_the_pages_of_a_site_take_both_from_files_beside_them():
    assets = linked("../")
    assert (assets.style, assets.script, assets.root) == ("", "", "../")
    assert "style-src 'self'; script-src 'self'" in assets.policy
    assert set(files()) == {"style.css", "page.js"}


def test_the_first_link_says_what_it_skips_to():
    page = page_of(make_event())
    [skip] = [attrs for _, attrs in page.elements if attrs.get("class") == "skip"]
    assert "Skip to the timeline" in words_of(page)
    assert skip["href"][1:] in page.all("id")


def test_one_event_needs_no_filters():
    assert "<form" not in html_of(HOSTILE)
    assert "<form" not in html_of()


def test_neither_style_nor_script_ends_early():
    assert not [name for name, text in files().items() if "</" in text]


def test_no_element_carries_a_style_or_a_handler():
    page = page_of(HOSTILE, make_event(counts={"arrested": "51"}))
    names = {name for _, attrs in page.elements for name in attrs}
    assert not {name for name in names if name.startswith("on") or name in ("style", "srcdoc")}


def test_links_lead_to_the_web_or_into_the_page():
    page = page_of(HOSTILE, make_event())
    ids = page.all("id")
    for href in page.all("href"):
        assert href == "data:," or href.startswith(("https://", "http://")) or href[1:] in ids
    rel = [attrs["rel"] for tag, attrs in page.elements if tag == "a" and attrs["href"].startswith("http")]
    assert rel
    assert set(rel) == {"noopener noreferrer nofollow"}


def test_what_is_hostile_is_text():
    html = html_of(HOSTILE, make_event())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "javascript:" not in "".join(Page(html).all("href"))


IDS = st.text("abcXYZ019-_.", min_size=1, max_size=6).filter(lambda text: text[0].isalnum())


DATES = st.sampled_from(["2017", "2017-02", "../2017", "2016-12-31", "2017-01-20", "2017-21"])


@given(st.lists(st.tuples(IDS, DATES, st.lists(IDS, max_size=2)), max_size=6))
@example([("q", "2017", []), ("q", "2017", []), ("main", "2016-12-31", [])])
@example([("2017-02", "2017-02", []), ("count", "2017-02", [])])
@example([("a", "2017", []), ("b", "2017-01-20", []), ("c", "2017-21", [])])
@example([("a", "2017", ["b", "old", "old"]), ("b", "2017", ["old"])])
def test_ids_are_unique_whatever_the_events_are_called(events):
    made = [make_event(event_id, when, aliases=aliases) for event_id, when, aliases in events]
    page = page_of(*made)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {name for _, _, aliases in events for name in aliases} <= set(ids)
    assert set(page.all("aria-labelledby")) <= set(ids)


def test_an_event_answers_to_its_aliases_and_names_its_relatives():
    page = page_of(
        make_event("one", aliases=["old-one"], related=["two", "not-here"]), make_event("two", title="The second")
    )
    assert {"one", "old-one", "two"} <= set(page.all("id"))
    assert "See also The second" in words_of(page)
    assert "#not-here" not in page.all("href")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "No events are on record here."),
        ({"events": 1}, "1 event in February 2017, in 1 report by 1 publisher."),
        ({"events": 2}, "2 events between February 2017 and 2018, in 1 report by 1 publisher."),
        ({"events": 3}, "2 are planned and 1 is only alleged."),
        ({"conflict": True}, "Sources differ on 1 of them."),
        ({"open": True}, "1 event, in 1 report by 1 publisher."),
    ],
)
def test_the_standfirst_counts_what_is_there(more, words):
    events = []
    if number := more.get("events"):
        events.append(make_event("a", "2017-02-01~/2017-02-10~", status="alleged" if number == 3 else "occurred"))
        events += [
            make_event(f"b{n}", "2018", status="planned" if number == 3 else "occurred")
            for n in range({1: 0, 2: 1, 3: 2}[number])
        ]
    if "conflict" in more:
        events.append(make_event(sources=[{"article": "star"}, {"article": "herald", "says": {"date": "2016"}}]))
    if "open" in more:
        events.append(make_event(date="../2017"))
    assert standfirst(timeline_of(*events).entries).endswith(words)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2017-02-01", "2017-02-01"),
        ("2017-02", "2017-02"),
        ("2017", "2017"),
        ("2017-02-01~/2017-02-10~", "2017-02"),
        ("2016-10~/2016-12~", "2016"),
        ("[2017-01-20..2017-03-27]", "2017"),
        ("2017-21", "2017"),
        ("2017-02-01T12:30:00", "2017-02-01"),
        ("0987", "0987"),
        ("2016/2017", None),
        ("2014/..", None),
        ("201X", None),
    ],
)
def test_a_machine_reads_a_day_month_or_year_that_holds_the_date(text, unit):
    assert unit_of(Edtf.parse(text)) == unit


@pytest.mark.parametrize(
    ("text", "axis", "start", "length"),
    [
        ("2017-02", "month", 0, WIDTH),
        ("2017-02-01", "month", 0, 5),
        ("2017-02-28", "month", WIDTH - 5, 5),
        ("2017-04-01~/2017-04-10~", "month", 0, 40),
        ("2017", "year", 0, WIDTH),
        ("2017-12-31", "month", WIDTH - 5, 5),
        ("2017-04/2017-06", "year", 29.6, 29.9),
        ("2016/2017", "years", 0, WIDTH),
        ("2014/..", "years", 0, WIDTH),
        ("/2014", "years", 0, WIDTH),
    ],
)
def test_a_span_looks_like_a_span(text, axis, start, length):
    span = span_of(Edtf.parse(text))
    assert (span.axis, span.start, span.length) == (axis, start, length)


@pytest.mark.parametrize(
    ("text", "vague", "open_start", "open_end"),
    [
        ("2017-02", False, False, False),
        ("2017-02~", True, False, False),
        ("2017-02?", True, False, False),
        ("2014/..", False, False, True),
        ("../2014", False, True, False),
    ],
)
def test_a_span_tells_what_is_not_sure(text, vague, open_start, open_end):
    span = span_of(Edtf.parse(text))
    assert (span.vague, span.open_start, span.open_end) == (vague, open_start, open_end)


@given(st.dates(), st.dates())
@example(date(1, 1, 1), date(9999, 12, 31))
def test_no_span_leaves_its_line(one, other):
    span = span_of(Edtf.of(min(one, other), max(one, other)))
    assert span.start >= 0
    assert span.length > 0
    assert span.start + span.length <= WIDTH + 0.1


def strip_of(*dates, **more):
    return strip(timeline_of(*(make_event(f"e{n}", when, **more) for n, when in enumerate(dates))).entries)


def test_the_strip_has_a_block_a_year_and_a_bar_a_month():
    drawn = strip_of("2009", "2012-03", "2014-05-06", "2014-05-01~/2014-05-10~", "2017-21", "../2020")
    assert [(y.year, y.skipped, y.coarse, [(b.number, b.words) for b in y.bars]) for y in drawn.years] == [
        (2009, "", 1, []),
        (2012, "2010–2011", 0, [(3, "1 event: operation 1")]),
        (2014, "2013", 0, [(5, "2 events: operation 2")]),
        (2017, "2015–2016", 1, []),
    ]
    assert drawn.kinds == {"operation": 6}


@pytest.mark.parametrize("number", [1, 3, 40, 900])
def test_the_busiest_month_fills_the_strip_and_no_month_leaves_it(number):
    drawn = strip_of(*["2017-02"] * number, "2017-03")
    tall, low = (bar.segments[0] for bar in drawn.years[0].bars)
    assert tall.y == 0
    assert low.y + low.height <= drawn.height
    assert 0 < low.height <= tall.height


def test_every_mark_of_the_strip_leads_to_a_heading():
    dates = ["2009", "2012-03", "2014-05-06", "2017-21", "../2020", "0005-02", "[..2001]"]
    events = [make_event(f"e{n}", when) for n, when in enumerate(dates)]
    page = page_of(*events)
    anchors = {anchor_of(event.date) for event in events}
    assert anchors <= set(page.all("id"))
    assert {href[1:] for href in page.all("href") if href.startswith("#_")} - {"_main"} == anchors - {"_undated"}


def test_places_are_drawn_side_by_side_over_one_time_and_to_one_scale():
    events = [make_event(f"a{n}", "2017-02") for n in range(3)]
    events += [make_event("b", "2018-12", ["Chicago, Illinois"], kind="policy"), make_event("c", "2016", ["Texas"])]
    drawn = multiples(timeline_of(*events).entries)
    assert (drawn.first, drawn.last, drawn.width) == (2017, 2018, 24)
    assert [(place.name, place.number, len(place.bars)) for place in drawn.places] == [
        ("Austin, Texas", 3, 1),
        ("Chicago, Illinois", 1, 1),
        ("Texas", 1, 0),
    ]
    austin, chicago = (place.bars[0] for place in drawn.places[:2])
    assert (austin.x, chicago.x, chicago.kind) == (1, 23, "policy")
    assert austin.height == pytest.approx(3 * chicago.height)


@pytest.mark.parametrize(
    ("dates", "widths"), [(["2005-01", "2016-12"], {1}), (["2005-01", "2017-12"], {12}), (["0001-01", "9999-12"], {12})]
)
def test_a_long_time_is_drawn_by_years(dates, widths):
    events = [make_event(when, when, places=["Texas", "California"]) for when in dates]
    drawn = multiples(timeline_of(*events).entries)
    assert {bar.width for place in drawn.places for bar in place.bars} == widths
    assert max(bar.x + bar.width for place in drawn.places for bar in place.bars) == drawn.width


@pytest.mark.parametrize("events", [[], [make_event()], [make_event(date="2017", places=["Texas", "California"])]])
def test_nothing_is_drawn_where_nothing_can_be_compared(events):
    assert multiples(timeline_of(*events).entries) is None


def test_an_event_is_filtered_by_the_places_that_hold_it():
    entries = timeline_of(
        make_event("austin"),
        make_event("county", places=["Travis County, Texas"]),
        make_event("nation", places=["United States"]),
        make_event("nowhere", places=["No such place"]),
    ).entries
    chosen = facets(entries)
    assert {state: [(c.name, c.number) for c in choices] for state, choices in chosen.places.items()} == {
        "": [("United States", 1), ("No such place", 1)],
        "Texas": [("Texas", 2), ("Austin, Texas", 1), ("Travis County, Texas", 2)],
    }
    assert [place_keys(entry) for entry in entries] == ["4805000 48453 48", "48453 48", "US", "No%20such%20place"]


@pytest.mark.parametrize("name", ["99", "2017", "4899"])  # no codes, or of no place
def test_a_number_that_is_no_place_is_filtered_by_itself(name):
    [entry] = timeline_of(make_event(places=[name])).entries
    assert facets([entry]).places == {"": (Choice(name, name, 1),)}
    assert place_keys(entry) == name


@pytest.mark.parametrize("name", ["\ud83d half", "\u202e", 'a "quoted" | place', "x" * 10_000, "%", "<b>"])
def test_a_place_that_is_hostile_is_a_choice_like_others(name):
    page = page_of(make_event(places=[name]), make_event("other"))
    [key] = [attrs["data-places"] for _, attrs in page.elements if attrs.get("id") == "sweep"]
    assert key in page.all("value")
    assert key.isascii()
    assert " " not in key


def test_sources_stand_beside_what_they_contradict():
    says = {"date": "2017-01", "counts": {"arrested": "about 60"}, "note": "ICE: routine"}
    page = page_of(
        make_event(counts={"arrested": "51"}, sources=[{"article": "star"}, {"article": "herald", "says": says}])
    )
    words = words_of(page)
    assert "Where the sources differ" in words
    assert "date February 2017 January 2017 (Herald)" in words
    assert "arrested 51 arrested about 60 arrested (Herald)" in words
    assert "ICE: routine (Herald)" in words


def test_every_date_is_in_the_words_of_its_precision():
    dates = ["2017-02-01~/2017-02-10~", "2016-10~/2016-12~", "2014/..", "1899", "2009~", "2017-02-2X"]
    words = words_of(page_of(*(make_event(f"e{n}", when) for n, when in enumerate(dates))))
    assert not [when for when in dates if in_words(Edtf.parse(when)) not in words]


def test_what_only_partly_or_widely_concerns_a_place_says_so():
    page = page_of(
        make_event("austin"),
        make_event("texas", places=["Texas"]),
        place=resolve("Williamson County, Texas"),
        context=True,
    )
    words = words_of(page)
    assert "only partly here" in words
    assert "wider context" in words


def test_golden(golden):
    whole = html_of(
        make_event(
            "sweep",
            "2017-02-01~/2017-02-10~",
            title="Agents sweep across Austin",
            counts={"arrested": "at least 51"},
            agencies=["ICE"],
            summary="Agents came.",
            aliases=["old"],
            related=["plan"],
            sources=[
                {"article": "star", "quote": "They came."},
                {"article": "herald", "says": {"date": "2017-01", "note": "Herald: routine"}},
            ],
        ),
        make_event("plan", "2020-09-28/2020-10-04", ["California"], status="planned", kind="policy"),
        make_event("whole", "2017", ["Texas", "Travis County, Texas"], kind="statement"),
        HOSTILE,
    )
    golden(
        "timeline.html", re.sub(r"(?s)(?<=<style>).*?(?=</)|(?<=<script>).*?(?=</)|(?<=sha256-)[\w+/=]+", "...", whole)
    )


def test_the_pictures_of_the_readme_are_of_these_pages():
    build = runpy.run_path(str(ROOT / "scripts" / "build_screenshots.py"))
    images = {path.name for path in build["IMAGES"].iterdir()}
    assert images == {"show.svg", "made-from.json", *build["PAGES"]}
    assert json.loads(build["STAMP"].read_text()) == build["stamp"](build["sources"]()), (
        "run scripts/build_screenshots.py"
    )


def test_the_same_data_gives_the_same_bytes():
    events = [make_event(f"e{n}", f"20{n:02}-02") for n in range(30)]
    assert html_of(*events) == html_of(*reversed(events))
