"""A published site in a real Chromium, served on loopback and from a disk."""

from __future__ import annotations

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from browsing import complaints, overflows
from raidline.dates.value import Edtf
from raidline.export import Options
from raidline.models import Removal
from raidline.publish import contents_of, plan_site, write_site
from raidline.timeline.build import with_removals
from samples import ARTICLES, HERALD, HOSTILE, make_event, timeline_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVENTS = [
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        counts={"arrested": "at least 51"},
        agencies=["ICE"],
        summary="Agents came in early February.",
        aliases=["raid-of-old"],
        related=["policy"],
        corrections=[{"day": "2026-01-15", "text": "The number of people arrested was given as 60."}],
        sources=[{"article": "star", "quote": "They came at dawn."}, HERALD],
    ),
    make_event("policy", "2017-01-20", ["Travis County, Texas"], title="A sheriff's policy", kind="policy"),
    make_event("plan", "2020-10", ["California"], title="An operation is to start", status="planned"),
    make_event("lost", "2009", ["Nowhere in Particular"], kind="report"),
    make_event("untrue", "2010-05-06", ["Hawaii"], title="Agents at a school", kind="report", status="retracted"),
    make_event("ana", "2019-05-06", ["Doña Ana County, New Mexico"]),
    HOSTILE,
    make_event("doubt", "2016-07", ["Texas"], agencies=["ICE"], kind="hearing"),
    *(make_event(f"chicago-{number}", f"{2011 + number % 4}-03", ["Chicago, Illinois"]) for number in range(504)),
]
GONE = Removal(id="never-was", day=Edtf.parse("2026-01-20"), text="It never took place.", places=("Texas",))
PAGES = {
    "first": "index.html",
    "places": "places/index.html",
    "kind": "kinds/operation/index.html",
    "agency": "agencies/ice/index.html",
    "corrections": "corrections/index.html",
    "gone": "events/never-was/index.html",
    "follow": "follow/index.html",
    "about": "about/index.html",
    "data": "data/index.html",
    "embed": "embed/index.html",
    "place": "texas/austin/index.html",
    "county": "texas/travis-county/index.html",
    "nation": "united-states/index.html",
    "year": "illinois/chicago/2012/index.html",
    "event": "events/sweep/index.html",
    "hostile": "events/hostile/index.html",
    "missing": "404.html",
}
NARROW = {"width": 320, "height": 640}
# A window of 1280 pixels at 200 % holds half as many, each twice as large.
VIEWS = {
    "320 pixels": {"viewport": NARROW},
    "480 pixels": {"viewport": {"width": 480, "height": 800}},
    "zoom of 200 %": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    timeline = with_removals(timeline_of(*EVENTS), [GONE])
    write_site(folder, plan_site(contents_of(timeline, ARTICLES, None), Options()))
    return folder


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # noqa: A002 - the name that the base class gives it
        pass


@pytest.fixture(scope="module")
def address(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def shown(page, selector=".jurisdiction a"):
    return page.eval_on_selector_all(selector, "all => all.filter(e => e.checkVisibility()).map(e => e.textContent)")


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_quiet_and_accessible(visit, address, path, scheme):
    seen = visit(address + path, color_scheme=scheme)
    assert complaints(seen.page) == []
    assert (seen.console, seen.alerts) == ([], [])
    assert [request for request in seen.requests if not request.startswith((address, "data:"))] == []


@every_page
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_page_is_accessible_in_a_small_window_with_all_open_and_filtered(visit, address, path, view):
    seen = visit(address + path, **view)
    page = seen.page
    assert not overflows(page)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    if page.locator("#_kind option").count() > 1:
        page.select_option("#_kind", index=1)
        expect(page.locator("#_count")).to_have_text(re.compile(r"^[\d,]+ of [\d,]+ events$"))
    assert not overflows(page)
    assert (complaints(page), seen.console) == ([], [])


@pytest.mark.parametrize("path", ["index.html", "texas/austin/index.html", "events/sweep/index.html"])
def test_a_site_works_from_a_disk(visit, folder, path):
    seen = visit(folder / path)
    assert seen.console == []
    assert all(request.startswith(("file:", "data:")) for request in seen.requests)
    assert seen.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # the style is there
    assert seen.page.is_visible("form") == (path != "events/sweep/index.html")  # and so are the scripts


def test_the_search_narrows_by_keyboard_and_tells_how_many_are_left(visit, address):
    page = visit(f"{address}places/index.html").page
    everything = shown(page)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "_q":
            break
    page.keyboard.type("dona ana")
    assert shown(page) == ["New Mexico", "Doña Ana County"]
    assert page.inner_text("#_count") == f"1 of {len(everything)} places"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Doña Ana County"
    page.focus("#_q")
    page.keyboard.press("Escape")
    assert shown(page) == everything
    assert page.inner_text("#_count") == f"{len(everything)} places"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("texas", ["Texas", "Hays County", "Travis County", "Williamson County", "Austin"]),
        ("TRAVIS, texas", ["Texas", "Travis County"]),
        ("united", ["United States"]),
        ("zzz", []),
        ("<script>", []),
    ],
)
def test_what_the_search_finds(visit, address, typed, names):
    page = visit(f"{address}places/index.html").page
    page.fill("#_q", typed)
    assert shown(page) == names


def test_without_scripts_everything_can_be_read_and_reached(visit, address):
    page = visit(address, java_script_enabled=False).page
    assert not page.is_visible("form")
    page.click("text=All 13 places")
    page.click("text=Travis County")
    assert page.inner_text("h1") == "Travis County, Texas"
    page.click("text=A sheriff's policy")
    assert page.inner_text("h1") == "A sheriff's policy"
    page.click("nav.crumbs >> text=Texas")
    assert page.url.endswith("/texas/index.html")
    page.click("nav.crumbs >> text=All places")
    assert page.inner_text("h1") == "All places with events"


def test_the_filters_of_a_place_work(visit, address):
    page = visit(f"{address}texas/travis-county/index.html").page
    page.click(".choices summary")
    page.select_option("#_kind", "policy")
    assert shown(page, ".event h3") == ["A sheriff's policy"]


def test_a_place_with_many_events_is_filtered_over_all_of_them(visit, address):
    seen = visit(f"{address}illinois/chicago/index.html")
    page = seen.page
    assert len(shown(page, "#_events [data-places]")) == 30
    page.click(".choices summary")
    page.fill("#_until", "2011-12-31")
    expect(page.locator("#_count")).to_have_text("126 of 504 events")
    assert len(shown(page, "#_events .line > a")) == 126
    with page.expect_download() as saved:
        page.click("[data-save=csv]")
    rows = saved.value.path().read_text(encoding="utf-8").splitlines()
    assert len(rows) == 127
    assert rows[0] == '"title","date","earliest","latest","kind","status","places","link"'
    page.fill("#_until", "2001-01-01")
    page.wait_for_selector("#_none:visible")
    page.click("#_none button")
    expect(page.locator("#_count")).to_have_text("504 events")
    assert seen.console == []


def test_the_years_of_a_kind_are_those_of_the_nation(visit, address):
    page = visit(f"{address}kinds/operation/index.html").page
    page.click(".byyear >> text=2017")
    assert page.inner_text("h1") == "United States, 2017"
    expect(page.locator("#_count")).to_have_text(re.compile(r"^\d+ of \d+ events$"))
    assert "A sheriff's policy" not in shown(page, "#_events .line > a, #_events h3")


@pytest.mark.parametrize("path", ["united-states/index.html", "illinois/chicago/index.html", "texas/austin/index.html"])
def test_events_come_soon_in_a_small_window(visit, address, path):
    """The years of a place with many events are in one row there, and the places in it come after its events."""
    page = visit(address + path, viewport={"width": 360, "height": 640}).page
    assert page.locator("#_events .line, #_events article").first.bounding_box()["y"] < 1.2 * 640
    for row in page.locator(".byyear ol").all():
        assert row.bounding_box()["height"] < 48
    for inner in page.locator("details.inner").all():
        assert inner.bounding_box()["y"] > page.locator("#_events").bounding_box()["y"]


def test_the_title_of_a_retracted_event_alone_is_struck_out(visit, address):
    page = visit(f"{address}kinds/report/index.html").page
    struck = (
        "all => all.filter(e => getComputedStyle(e).textDecorationLine.includes('through')).map(e => e.textContent)"
    )
    assert page.eval_on_selector_all(".line > a", struck) == ["Agents at a school"]
    page = visit(f"{address}events/untrue/index.html").page
    assert page.eval_on_selector_all("h1, h2", struck) == ["Agents at a school"]
    assert "took this report back" in page.locator("header .standfirst").text_content()


def test_a_bar_says_what_it_stands_for(visit, address):
    page = visit(f"{address}texas/travis-county/index.html").page
    page.wait_for_selector(".strip title", state="attached")
    words = page.locator(".months li").all_text_contents()
    assert page.locator(".strip svg title").all_text_contents() == words


def test_newest_first_is_a_choice(visit, address):
    page = visit(f"{address}texas/travis-county/index.html?order=reverse").page
    titles = shown(page, "#_events h3")
    assert (titles[0], titles[-1]) == ("Title of sweep", "A sheriff's policy")


def test_paper_names_the_filter(visit, address):
    page = visit(f"{address}texas/travis-county/index.html?kind=policy").page
    assert not page.is_visible("#_filtered")
    page.emulate_media(media="print")
    assert page.inner_text("#_filtered") == "Filtered by kind policy: 1 of 3 events."


@pytest.mark.parametrize("where", ["address", "folder"])
def test_words_find_events_and_places(visit, address, folder, where):
    seen = visit(address if where == "address" else folder / "index.html")
    page = seen.page
    page.fill("#_q", "sheriff polic")
    page.wait_for_selector("#_found .line")
    assert shown(page, "#_found .line > a") == ["A sheriff's policy"]
    page.fill("#_q", "dona ana")
    expect(page.locator("#_count")).to_have_text("1 place, 1 event")
    page.fill("#_q", "zzz")
    expect(page.locator("#_count")).to_contain_text("Nothing")
    assert seen.console == []


@pytest.mark.parametrize("scripts", [True, False])
def test_an_alias_leads_to_its_event(visit, address, scripts):
    page = visit(f"{address}events/raid-of-old/index.html", java_script_enabled=scripts).page
    page.wait_for_url(f"{address}events/sweep/index.html")
    assert page.inner_text("h1") == "Title of sweep"


def test_hostile_texts_are_only_texts(visit, address):
    seen = visit(f"{address}events/hostile/index.html")
    assert "<script>alert(1)</script>" in seen.page.inner_text("h1")
    assert seen.page.eval_on_selector_all("a", "all => all.map(a => a.protocol)").count("javascript:") == 0
    assert seen.alerts == []


def test_a_missing_page_is_one_anywhere(visit, address, folder):
    page = visit(address).page
    page.set_content((folder / "404.html").read_text())
    assert page.inner_text("h1") == "This page does not exist"


@pytest.mark.parametrize("path", ["event", "hostile", "data"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_there_to_copy_fits_a_narrow_window(visit, address, path, scheme):
    seen = visit(address + PAGES[path], viewport=NARROW, color_scheme=scheme)
    seen.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert seen.page.locator("pre").count() == 2
    assert not overflows(seen.page)
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert seen.page.eval_on_selector_all("pre", wide) == 0
    assert complaints(seen.page) == []
