"""The page in a real Chromium, as readers meet it."""

from __future__ import annotations

import pytest

from browsing import complaints, overflows
from raidline.export import export_timeline
from raidline.places.lookup import resolve
from samples import HERALD, HOSTILE, make_event, timeline_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STAR = {"article": "star", "quote": "They came at dawn."}
EVENTS = [
    make_event("policy", "2017-01-20", ["Travis County, Texas"], title="A sheriff's policy", kind="policy"),
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        title="Agents sweep across Austin",
        counts={"arrested": "at least 51"},
        agencies=["ICE"],
        summary="Agents came in early February.",
        aliases=["raid-of-old"],
        related=["policy"],
        sources=[STAR, HERALD],
    ),
    make_event("rumour", "2017-02", title="A raid is said to have been", status="alleged"),
    make_event("plan", "2020-10", ["California"], title="An operation is to start", status="planned"),
    make_event("whole", "2009", ["United States"], title="A programme begins", kind="policy"),
    make_event("since", "2014/..", ["Chicago, Illinois"], title="A city declares itself", kind="legislation"),
]
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def page_of(tmp_path):
    """Write the page of some events to a file."""

    def write(*events, **options):
        path = tmp_path / "timeline.html"
        path.write_bytes(export_timeline(timeline_of(*events, **options), "html").encode())
        return path

    return write


def shown(page):
    return page.eval_on_selector_all(".event", "all => all.filter(e => e.checkVisibility()).map(e => e.id)")


def count(page):
    return page.locator("#_count").inner_text()


def wait_for_count(page, text):
    page.wait_for_function("text => document.getElementById('_count').textContent === text", arg=text)


@pytest.mark.parametrize("width", [1280, 360])
def test_an_alias_leaves_a_card_as_it_is(visit, page_of, width):
    aliased = make_event("one", aliases=["of-old", "of-older"])

    def boxes(event):
        page = visit(page_of(event), viewport={"width": width, "height": 800}).page
        return page.eval_on_selector_all(
            ".event, .when, .what, .event h3, .sources",
            "all => all.map(e => e.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height])",
        )

    assert boxes(aliased) == boxes(make_event("one"))


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_is_wrong_for_anybody(visit, page_of, colours):
    seen = visit(page_of(*EVENTS), color_scheme=colours)
    page = seen.page
    assert complaints(page) == []
    page.locator(".choices").evaluate("it => { it.open = true }")
    page.select_option("#_kind", "operation")
    wait_for_count(page, "3 of 6 events")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert complaints(page) == []
    assert seen.console == []


def test_axe_would_complain(visit, page_of):
    page = visit(page_of(*EVENTS)).page
    page.locator(".choices").evaluate("it => { it.open = true }")
    page.locator("label[for=_place]").evaluate("it => it.remove()")
    assert any(one.startswith("select-name") for one in complaints(page))


@pytest.mark.parametrize("events", [[], EVENTS[:1], EVENTS, [HOSTILE]], ids=["none", "one", "some", "hostile"])
def test_only_the_page_itself_is_asked_for_and_nothing_runs(visit, page_of, events):
    path = page_of(*events)
    seen = visit(path)
    seen.page.wait_for_timeout(100)
    assert (seen.requests, seen.console, seen.alerts) == ([path.as_uri()], [], [])
    assert complaints(seen.page) == []


def test_the_policy_of_the_page_forbids_what_is_not_its_own(visit, page_of):
    seen = visit(page_of(*EVENTS))
    seen.page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "alert(1)";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<img src='https://example.invalid/' onerror='alert(2)'>");
        }"""
    )
    seen.page.wait_for_timeout(100)
    assert seen.alerts == []
    assert len([line for line in seen.console if "Content Security Policy" in line]) >= 2


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("years", [1, 8, 11, 18, 26, 45])
def test_no_number_of_a_year_is_cut_off(visit, page_of, width, years):
    events = [make_event(f"e{year}", f"{year}-02") for year in range(2025 - years, 2025)]
    page = visit(page_of(*events), viewport={"width": width, "height": 640}).page
    right = "all => all.filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.getBoundingClientRect().right)"
    ends = page.eval_on_selector_all(".years b", right)
    assert ends
    assert max(ends) <= page.locator(".years").evaluate("it => it.getBoundingClientRect().right")


@pytest.mark.parametrize("title", ["x" * 10_000, "W" * 300, "😀" * 500, "\u202e" + "متن " * 60], ids=len)
def test_nothing_overflows_a_narrow_window(visit, page_of, title):
    says = {"places": ["p" * 500], "counts": {"c" * 200: "at least 51"}, "note": "n" * 900}
    source = {"url": f"https://a.example/{'u' * 900}", "publisher": "P" * 400, "published": "2017", "quote": title}
    event = make_event(
        title=title,
        places=["L" * 300],
        agencies=["A" * 300],
        counts={"c" * 200: "9", "arrested": "10 to 12"},
        sources=[source, source | {"says": says, "title": title}],
    )
    page = visit(page_of(event, *EVENTS), viewport=NARROW).page
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert not overflows(page)
    page.locator("h1").evaluate("it => it.style.width = '400px'")
    assert overflows(page), "or this test shows nothing"


def test_filters_by_keyboard_alone(visit, page_of):
    page = visit(page_of(*EVENTS)).page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "_q":
            break
    page.keyboard.type("SWEEP École", delay=1)
    wait_for_count(page, "1 of 6 events")
    assert shown(page) == ["sweep"]
    assert page.locator(".month:visible h2").all_inner_texts() == ["February 2017"]
    assert page.locator("#_count").get_attribute("aria-live") == "polite"
    page.keyboard.press("Enter")
    assert "q=SWEEP+" in page.url
    page.keyboard.press("Escape")
    wait_for_count(page, "6 events")
    assert len(shown(page)) == 6
    assert "?" not in page.url
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # unfolds the filters
    page.keyboard.press("Tab")
    page.keyboard.type("Tex")
    wait_for_count(page, "3 of 6 events")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("pol")
    wait_for_count(page, "1 of 6 events")
    assert shown(page) == ["policy"]
    for _ in range(20):  # a date has several stops
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "reset":
            break
    page.keyboard.press("Enter")
    wait_for_count(page, "6 events")
    assert page.evaluate("document.activeElement.id") == "_q"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?place=48", ["policy", "sweep", "rumour"]),
        ("?place=48453", ["policy", "sweep", "rumour"]),
        ("?place=4805000", ["sweep", "rumour"]),
        ("?place=US", ["whole"]),
        ("?status=alleged", ["rumour"]),
        ("?kind=operation&status=planned", ["plan"]),
        ("?q=dawn", ["sweep"]),
        ("?q=nothing+has+this", []),
        ("?kind=unheard-of", ["whole", "since", "policy", "sweep", "rumour", "plan"]),
    ],
)
def test_a_filtered_view_can_be_shared(visit, page_of, query, left):
    page = visit(page_of(*EVENTS).as_uri() + query).page
    assert shown(page) == left
    assert count(page) == ("6 events" if len(left) == 6 else f"{len(left)} of 6 events")


def test_a_filter_fades_the_months_it_empties(visit, page_of):
    page = visit(page_of(*EVENTS)).page
    page.locator(".choices").evaluate("it => { it.open = true }")
    page.select_option("#_kind", "policy")
    wait_for_count(page, "2 of 6 events")
    off = page.locator(".strip a.off").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert off == ["#_2014", "#_2017-02", "#_2020-10"]


@pytest.mark.parametrize("anchor", ["sweep", "raid-of-old"])
def test_a_link_to_an_event_shows_it_whatever_is_filtered(visit, page_of, anchor):
    page = visit(f"{page_of(*EVENTS).as_uri()}?status=planned#{anchor}", viewport=NARROW).page
    assert shown(page) == ["sweep", "plan"]
    assert count(page) == "1 of 6 events, and the one linked to"
    assert page.locator("#sweep details").evaluate("it => it.open")
    assert page.locator("#sweep h3").evaluate("it => it.getBoundingClientRect().top < innerHeight")


def test_a_bar_of_the_strip_leads_to_its_month(visit, page_of):
    page = visit(page_of(*EVENTS), viewport=NARROW).page
    bar = page.locator('.strip a[href="#_2017-02"] path').first.bounding_box()  # a line, as wide as its stroke
    page.mouse.click(bar["x"], bar["y"] + bar["height"] / 2)
    page.wait_for_url("**#_2017-02")
    assert page.locator("[id='_2017-02']").evaluate("it => Math.abs(it.getBoundingClientRect().top)") < 80


def test_a_link_to_a_month_that_is_filtered_away_clears_the_filters(visit, page_of):
    page = visit(f"{page_of(*EVENTS).as_uri()}?status=planned#_2009").page
    assert len(shown(page)) == 6


def test_back_and_forth(visit, page_of):
    page = visit(page_of(*EVENTS)).page
    page.locator(".choices").evaluate("it => { it.open = true }")
    page.select_option("#_status", "alleged")
    page.locator("#rumour h3 a").click()
    assert page.url.endswith("?status=alleged#rumour")
    page.go_back()
    assert shown(page) == ["rumour"]


def test_all_is_there_without_javascript(visit, page_of):
    page = visit(page_of(*EVENTS), java_script_enabled=False).page
    assert not page.locator("#_filters").is_visible()
    assert page.locator(".event:visible").count() == 6
    page.locator("#sweep summary").click()
    assert page.get_by_text("Vans stood by the école.").is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_paper_shows_every_event_and_source_with_its_address(visit, page_of, javascript):
    page = visit(page_of(*EVENTS), java_script_enabled=javascript).page
    page.emulate_media(media="print")
    assert page.locator(".event:visible").count() == 6
    assert page.get_by_text("Vans stood by the école.").is_visible()
    assert not page.locator("#_filters").is_visible()
    assert page.locator(".strip .months").is_hidden()
    page.emulate_media(media="screen")
    assert not page.get_by_text("Vans stood by the école.").is_visible()


def test_a_long_page_lays_out_what_is_in_sight_and_prints_all(visit, page_of):
    many = [make_event(f"e{n}", f"{2000 + n % 20}-02-03", title=f"Event {n}") for n in range(300)]
    page = visit(page_of(*many)).page
    hidden = "all => all.filter(e => !e.querySelector('h3').checkVisibility({contentVisibilityAuto: true})).length"
    assert page.eval_on_selector_all(".event", hidden) > 200
    page.emulate_media(media="print")
    assert page.eval_on_selector_all(".event", hidden) == 0


def test_the_shipped_record(visit, tmp_path, run):
    path = tmp_path / "travis.html"
    run("export", "--format", "html", "--place", "Travis County", "-o", path)
    seen = visit(path, viewport=NARROW, color_scheme="dark")
    assert complaints(seen.page) == []
    assert not overflows(seen.page)
    assert seen.page.locator("h1").inner_text() == resolve("Travis County").full_name
    assert (seen.console, seen.alerts, seen.requests) == ([], [], [path.as_uri()])
