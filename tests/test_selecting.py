"""What `show`, `export` and `publish` select: each filter in each of the three, and the order and the last line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from raidline.timeline.totals import totals
from raidline.timeline.wording import totals_in_words
from samples import make_event, timeline_of

EVENTS = """\
events:
  - id: austin
    date: 2025-02-03
    title: Agents sweep across Austin
    kind: operation
    places: ["Austin, Texas"]
    agencies: [ICE, Travis County Sheriff's Office]
    counts: {arrested: 10 to 12}
    sources:
      - {url: "https://herald.example/1", publisher: The Herald, published: 2025-02-04, quote: "Vans came at dawn.",
         title: A morning on the east side,
         archived: "https://archive.example/1"}
      - {url: "https://star.example/1", publisher: Evening Star, published: 2025-02-04, quote: "Nine people were led away.",
         says: {counts: {arrested: 9}}}
  - id: policy
    date: 2025
    title: A sheriff's rule on detainers
    summary: It ends what "secure communities" began.
    kind: policy
    places: ["Travis County, Texas"]
    agencies: [Travis County Sheriff's Office]
    sources: [{url: "https://star.example/2", publisher: Evening Star, published: 2025-05-01}]
  - id: plan
    date: 2026-06
    title: An operation is to start
    kind: operation
    status: planned
    places: [California]
    agencies: [ICE]
    counts: {arrested: 400}
    sources: [{url: "https://herald.example/2", publisher: Herald, published: 2026-05-01}]
  - id: texas
    date: 2025-02
    title: Sweeps in Texas
    kind: operation
    places: [Texas]
    counts: {arrested: 5}
    sources: [{url: "https://courier.example/1", publisher: Valley Courier, published: 2025-03-01}]
"""

FILTERS = [
    ([], "austin policy plan texas"),
    (["--agency", "ice"], "austin plan"),
    (["--agency", "sheriff"], "austin policy"),
    (["--agency", "Sheriff's Office", "--agency", "ICE"], "austin policy plan"),
    (["--agency", "off"], ""),  # whole words
    (["--publisher", "the herald"], "austin plan"),
    (["--publisher", "star", "--publisher", "courier"], "austin policy texas"),
    (["--search", "detainer OR dawn"], "austin policy"),
    (["--search", '"secure communities"'], "policy"),
    (["--search", "sweep -austin"], "texas"),
    (["--search", "sweep", "--agency", "ICE"], "austin"),
    (["--since", "June 2025"], "policy plan"),  # some time in 2025
    (["--until", "2025-12"], "austin policy texas"),
    (["--kind", "policy"], "policy"),
    (["--status", "planned"], "plan"),
    (["--conflicts"], "austin"),
    (["--top", "1"], "austin"),
    (["--place", "Travis County"], "austin policy"),
    (["--place", "Travis County", "--place", "CA"], "austin policy plan"),
    (["--place", "Chicagoland"], ""),
]


def held(folder, monkeypatch, events):
    """Return a folder, made the current one, with a timeline of events."""
    monkeypatch.chdir(folder)
    (folder / "data").mkdir()
    (folder / "data" / "events.yaml").write_text(events, encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path, monkeypatch):
    return held(tmp_path, monkeypatch, EVENTS)


def of_show(run, args):
    code, out, _ = run("show", "--format", "plain", "--ids", *args)
    return code, re.findall(r" · (austin|policy|plan|texas)$", out, re.MULTILINE)


def of_export(run, args):
    code, out, _ = run("export", "--format", "jsonl", *args)
    return code, [json.loads(line)["id"] for line in out.splitlines()]


def of_publish(run, args):
    code, out, _ = run("publish", "site", "--dry-run", *args)
    return code, re.findall(r"^write events/(\w+)/index\.html$", out, re.MULTILINE)


@pytest.mark.parametrize("command", [of_show, of_export, of_publish])
@pytest.mark.parametrize(("args", "selected"), FILTERS)
def test_every_filter_selects_the_same_in_each_command(args, selected, command, data, run):
    code, found = command(run, args)
    assert (code, sorted(found)) == (0, sorted(selected.split()))


@pytest.mark.parametrize("command", [("show",), ("export", "--format", "csv"), ("publish", "site")])
@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--search", "a OR"], "--search: OR joins two terms"),
        (["--search", ""], "--search: write at least one word"),
        (["--agency", " "], "--agency holds no name"),
        (["--sort", "oldest"], "there is no order 'oldest'"),
        (["--since", "2018", "--until", "2017"], "later than"),
    ],
)
def test_a_mistake_is_told_by_each_command(args, complaint, command, data, run):
    code, out, err = run(*command, *args)
    assert (code, out) == (2, "")
    assert complaint in err


@pytest.mark.parametrize("command", [("show",), ("export", "--format", "csv"), ("publish", "site", "--dry-run")])
def test_a_name_that_nothing_has_is_told_with_the_one_most_like_it(command, data, run):
    assert "no event here has the agency 'Sherif'; did you mean Sheriff?" in run(*command, "--agency", "Sherif")[2]
    assert "no event here has the publisher 'zzz'\n" in run(*command, "--publisher", "zzz")[2]
    assert "no event here" not in run(*command, "--publisher", "star", "--kind", "policy")[2]


@pytest.mark.parametrize(
    ("args", "order"),
    [
        ([], "policy texas austin plan"),
        (["--sort", "newest"], "plan austin texas policy"),
        (["--reverse"], "plan austin texas policy"),
        (["--sort", "newest", "--reverse"], "policy texas austin plan"),
        (["--sort", "sources"], "austin policy texas plan"),
        (["--sort", "sources", "--reverse"], "policy texas plan austin"),
    ],
)
def test_order(args, order, data, run):
    assert sorted(of_show(run, args)[1]) == sorted(order.split())
    shown = run("show", "--format", "plain", "--ids", *args)[1]
    assert re.findall(r" · (austin|policy|plan|texas)$", shown, re.MULTILINE) == order.split()


@pytest.mark.parametrize("command", [("export", "--format", "html"), ("publish", "site")])
def test_what_goes_by_date_cannot_go_by_sources(command, data, run):
    code, _, err = run(*command, "--sort", "sources")
    assert (code, "goes by date" in err) == (2, True)
    assert run(*command, "--sort", "newest")[0] == 0


def test_pages_can_begin_with_the_latest_event(data, run):
    first = lambda text: re.findall(r"Agents sweep across Austin|An operation is to start", text)  # noqa: E731
    assert first(run("export", "--format", "html")[1])[0].startswith("Agents")
    assert first(run("export", "--format", "html", "--sort", "newest")[1])[0].startswith("An operation")


def test_the_last_line_adds_up(data, run):
    """An event of Texas may count those of Austin on the same day: the least is 9, the most 17."""
    assert run("show", "-p", "Texas")[2] == (
        "3 events in Texas, 9 to 17 people arrested (2 events with a number), 3 publishers; sources differ on 1\n"
    )
    assert run("show", "-p", "Austin")[2].startswith("1 event in Austin, Texas, 9 to 12 people arrested, 2 publishers")
    assert "arrested" not in run("show", "--status", "planned")[2]
    assert run("export", "-o", "x.csv")[2].startswith("4 events, 9 to 17 people arrested")
    assert run("publish", "site")[2].endswith(
        "4 events, 9 to 17 people arrested (2 events with a number), 3 publishers; sources differ on 1\n"
    )


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("operation", "policy"), "14 to 28"),  # the council votes about those 14 people
        (("operation", "report"), "14 to 28"),
        (("operation", "operation"), "28"),
        (("operation", "protest"), "28"),
        (("report", "report"), "28"),  # nothing else is known
    ],
)
def test_what_tells_of_arrests_adds_no_people(kinds, told):
    events = [
        make_event(f"e{number}", f"2025-06-0{number}", kind=kind, counts={"arrested": "14"})
        for number, kind in enumerate(kinds, 1)
    ]
    assert f", {told} people arrested" in totals_in_words(totals(timeline_of(*events)))


def test_dates_are_told_as_they_were_read(data, run):
    assert run("show", "--since", "feb 2025")[2].startswith("since February 1, 2025: 4 events")
    assert run("show", "--until", "2025")[2].startswith("until December 31, 2025: 3 events")
    asked = ("--since", "2025", "--until", "March 2025")
    assert run("export", "-o", "x.csv", *asked)[2].startswith("from January 1, 2025 to March 31, 2025: 3 events")


QUOTE, SECOND = "Vans came at dawn.", "Nine people were led away."
TOLD = [
    (["--ids"], {"id"}),
    (["--quotes"], {"quote", "second"}),
    (["--urls"], {"address", "copy"}),
    (["--ids", "--quotes", "--urls"], {"id", "quote", "second", "address", "copy"}),
]


def told_by(text):
    """Which of the things that the three options add are words of this text; links do not count."""
    words = re.sub(r"<(?!https:)[^<>]*>", "", re.sub(r"\]\(<[^<>]*>\)", "", text))
    marks = {
        "id": r"\baustin\b",
        "quote": QUOTE,
        "second": SECOND,
        "address": "https://herald.example/1",
        "copy": "https://archive.example/1",
    }
    return {name for name, mark in marks.items() if re.search(mark, words)}


def whole_site(run, args):
    run("publish", "site", *args)
    return Path("site/texas/travis-county/index.html").read_text(encoding="utf-8").partition("<main")[2]


@pytest.mark.parametrize(
    ("usual", "show"),
    [
        (set(), lambda run, args: run("show", "-p", "Austin", *args)[1]),
        (set(), lambda run, args: run("show", "-p", "Austin", "--format", "md", *args)[1]),
        (set(), lambda run, args: run("export", "-p", "Austin", "--format", "md", *args)[1]),
        (
            {"quote", "second"},
            lambda run, args: run("export", "-p", "Austin", "--format", "html", *args)[1].partition("<main")[2],
        ),
        ({"quote"}, whole_site),
    ],
    ids=["show", "show md", "export md", "export html", "publish"],
)
@pytest.mark.parametrize(("args", "more"), [([], set()), *TOLD])
def test_ids_quotes_and_addresses_are_told_by_each_command(args, more, usual, show, data, run):
    assert told_by(show(run, args)) == usual | more


def test_all_quotes_of_a_page_are_open_if_asked(data, run):
    assert "<details open>" in run("export", "--format", "html", "--quotes")[1]
    assert "<details open>" not in run("export", "--format", "html")[1]


@pytest.mark.parametrize("option", ["--ids", "--quotes", "--urls"])
@pytest.mark.parametrize("format_name", ["csv", "json", "ics", "sqlite"])
def test_what_has_all_it_can_hold_says_so(format_name, option, data, run):
    code, out, err = run("export", "--format", format_name, option)
    assert (code, out) == (2, "")
    assert f"add to md and html; {format_name} always has what it can hold" in err


def test_quotes_addresses_and_ids(data, run):
    out = run("show", "--quotes", "--urls", "--ids", "-p", "Austin")[1]
    assert "“Vans came at dawn.” (The Herald)" in out
    assert "The Herald: https://herald.example/1\n" in out
    assert "The Herald, archived: https://archive.example/1\n" in out
    assert "operation · Austin, Texas · 10 to 12 arrested · austin\n" in out
    bare = run("show", "-p", "Austin")[1]
    assert not any(text in bare for text in ("Vans", "https:", "· austin"))
    assert "· austin" in run("show", "-p", "Austin", "--format", "table")[1]
    assert "“Vans came at dawn.”" in run("show", "--search", "dawn")[1]  # or nobody sees why it was found
    assert run("show", "--quotes", "--format", "json")[0] == 2


REGION = """\
events:
  - {id: county, date: 2025-01, title: A jail, kind: policy, places: ["Lake County, Illinois"], sources: [{article: a}]}
  - {id: city, date: 2025-02, title: A sweep, kind: operation, places: ["Chicago"], counts: {arrested: 5},
     sources: [{article: a}]}
  - {id: both, date: 2025-03, title: Two towns, kind: operation, places: ["Aurora, Illinois", "Joliet, Illinois"],
     sources: [{article: a}]}
  - {id: state, date: 2025-04, title: A law, kind: policy, places: [Illinois], sources: [{article: a}]}
  - {id: elsewhere, date: 2025-05, title: A sweep, kind: operation, places: ["Springfield, Illinois"],
     sources: [{article: a}]}
"""


@pytest.fixture
def region(tmp_path, monkeypatch):
    return held(tmp_path, monkeypatch, REGION)


@pytest.mark.parametrize(
    ("places", "title", "ids"),
    [
        (["chicagoland"], "Chicagoland", ["county", "city", "both"]),
        (
            ["the bay area", "Will, IL", "Cook"],
            "Bay Area; Will County, Illinois; Cook County, Illinois",
            ["city", "both"],
        ),
        (["Cook", "Will, IL"], "Cook County, Illinois; Will County, Illinois", ["city", "both"]),
        (["Chicago", "Illinois"], "Chicago, Illinois; Illinois", ["county", "city", "both", "state", "elsewhere"]),
    ],
)
def test_several_places_are_one_file_and_one_site(places, title, ids, region, run):
    options = [word for place in places for word in ("--place", place)]
    code, out, err = run("export", "--format", "json", *options)
    told = json.loads(out)
    assert (code, told["title"], told["place"]) == (0, title, None)
    assert [event["id"] for event in told["events"]] == ids
    assert all(event["share"] == 1 for event in told["events"])
    assert f"in {title}" in err
    assert json.loads(run("show", "--format", "json", *options)[1]) == told
    assert run("publish", "site", *options)[0] == 0
    pages = {path.parent.name for path in Path("site/events").rglob("index.html")}
    assert pages == set(ids)
    assert f"in {title}, place by place" in Path("site/index.html").read_text(encoding="utf-8")


def test_the_site_of_a_region_has_the_pages_of_its_counties_and_what_lies_in_them(region, run):
    run("publish", "site", "--place", "Chicagoland", "--base-url", "https://a.example/")
    folders = {path.parent.relative_to("site").as_posix() for path in Path("site/illinois").rglob("index.html")}
    assert folders == {f"illinois/{name}" for name in (
        "aurora", "chicago", "joliet", "cook-county", "dupage-county", "kane-county", "lake-county",
        "will-county",
    )}  # fmt: skip
    front = Path("site/index.html").read_text(encoding="utf-8")
    assert all(f'href="illinois/{name}-county/index.html"' in front for name in ("cook", "lake", "will"))
    assert not Path("site/united-states").exists()


def test_the_names_of_two_regions_in_a_feed_differ(region, run):
    names = [
        re.search("<id>([^<]+)</id>", run("export", "--format", "atom", "--place", place)[1])[1]
        for place in ("Chicagoland", "Quad Cities", "Illinois")
    ]
    assert len(set(names)) == 3


def test_context_of_a_region_is_what_is_wider(region, run):
    told = json.loads(run("export", "--format", "json", "--place", "Chicagoland", "--context")[1])
    assert {event["id"]: event["share"] for event in told["events"]}["state"] == 0
    assert "elsewhere" not in {event["id"] for event in told["events"]}
