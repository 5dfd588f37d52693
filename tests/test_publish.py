"""What a site consists of: its addresses, who has a page, what is on it; the bytes are a function of the data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest

from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.export import Options
from raidline.export.addresses import event_folder, is_address, link, place_folder, slug
from raidline.places import gazetteer
from raidline.places.lookup import resolve
from raidline.places.reading import by_code
from raidline.publish import contents, contents_of, plan_site
from raidline.publish.areas import areas_of
from raidline.publish.files.sitemap import sitemaps
from raidline.publish.wording import lies_in, number_in_words, reading_in_words
from raidline.timeline.build import build_timeline
from samples import ARTICLES, HOSTILE, make_event, timeline_of

BASE = "https://example.org/timeline/"
EVENTS = [
    make_event("sweep", "2017-02-01~/2017-02-10~", related=["older-name", "nobody"], aliases=["sweep-of-old"]),
    make_event("policy", "2017-01-20", ["Travis County, Texas"], kind="policy", aliases=["older-name"]),
    make_event("raid", "2018-05", ["New York City", "Woodlawn, Baltimore County, Maryland"]),
    make_event("order", "2017", ["United States"], kind="order"),
    make_event("lost", "2019-03-04", ["Nowhere in Particular"]),
    make_event("A", "../2016"),
    HOSTILE,
]


def files_of(*events, base_url=BASE, articles=ARTICLES, sentences=False, **options):
    timeline = build_timeline(events, articles, **options)
    site = plan_site(contents_of(timeline, articles, base_url, context=sentences), Options())
    return {path: page.make() for path, page in site.items()}


@pytest.fixture(scope="module")
def files():
    return files_of(*EVENTS)


@pytest.mark.parametrize(
    ("event_id", "folder"),
    [
        ("2017-02-austin-sweeps", "events/2017-02-austin-sweeps"),
        ("v1.2_b", "events/v1.2_b"),
        ("A", "events/a~559aead08264d579"),
        ("CON", None),
        ("con", None),
        ("aux.txt", None),
        ("lpt1", None),
        ("console", "events/console"),
        ("ends.", None),
        ("ends-", None),
        ("../../x", None),
        ("/etc/passwd", None),
        ("..", None),
        (".git", None),
        ("a/b", None),
        ("a\\b", None),
        ("c:x", None),
        ("x" * 300, None),
        ("x\x00y", None),
        ("%2e%2e", None),
        ("é", None),
        ("日本", None),
        ("\ud800", None),
        ("", None),
        ("index.html", "events/index.html"),
    ],
)
def test_every_id_has_a_folder_below_events(event_id, folder):
    found = event_folder(event_id)
    assert is_address(f"{found}/index.html")
    assert PurePosixPath(found).parts[0] == "events"
    assert len(found) < 130
    if folder:
        assert found == folder
    else:
        assert re.fullmatch(r"events/[a-z0-9-]+~[0-9a-f]{16}", found)


def test_ids_that_differ_have_folders_that_differ_on_every_file_system():
    ids = [
        "a",
        "A",
        "con",
        "CON",
        "Con",
        "x" * 300,
        "x" * 301,
        "x" * 100,
        "../a",
        "..a",
        "a~559aead08264d579",
        "é",
        "e",
    ]
    folders = [event_folder(event_id) for event_id in ids]
    assert len(set(folders)) == len(ids)
    assert folders == [folder.lower() for folder in folders]


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "./a",
        "",
        "a/",
        ".git/config",
        "A/b",
        "a\\b",
        "c:/x",
        "a/con/b",
        "nul.txt",
        "a b",
        "a\n",
        "é",
        "a/.",
        "x.",
    ],
)
def test_what_could_leave_the_folder_is_no_address(path):
    assert not is_address(path)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("United States", "united-states"),
        ("Texas", "texas"),
        ("Travis County, Texas", "texas/travis-county"),
        ("Austin, Texas", "texas/austin"),
        ("District of Columbia", "washington-d-c"),
        ("San Francisco, California", "california/san-francisco"),
        ("San Francisco County, California", "california/san-francisco-county"),
        ("Woodlawn, Baltimore County, Maryland", "maryland/woodlawn-baltimore-county"),
        ("Doña Ana County, New Mexico", "new-mexico/dona-ana-county"),
        ("Coeur d'Alene, Idaho", "idaho/coeur-dalene"),
    ],
)
def test_places_have_readable_folders(name, folder):
    assert place_folder(resolve(name)) == folder


def test_no_two_jurisdictions_share_a_folder_and_none_is_a_year():
    codes = {by_code(code).code for code in [*gazetteer.rows(), *gazetteer.states(), "US"]}
    folders = [place_folder(by_code(code)) for code in codes]
    assert len(folders) > 39_000
    assert len(set(folders)) == len(folders)
    assert all(map(is_address, folders))
    assert not [folder for folder in folders if re.search(r"(^|/)([0-9]{4}|beginning-unknown|events)$", folder)]


@pytest.mark.parametrize(
    ("text", "expected"), [("St. John's", "st-johns"), ("Cañon  City!", "canon-city"), ("日本", "")]
)
def test_slugs(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("index.html", "index.html", "index.html"),
        ("texas/index.html", "index.html", "texas/index.html"),
        ("index.html", "texas/austin/index.html", "../../index.html"),
        ("texas/index.html", "texas/index.html", "index.html"),
        ("events/a/index.html", "texas/austin/index.html", "../../events/a/index.html"),
    ],
)
def test_links_are_relative(target, page, expected):
    assert link(target, page) == expected


def test_a_jurisdiction_has_the_timeline_that_show_prints():
    areas = areas_of(timeline_of(*EVENTS))
    assert {"US", "48", "48453", "4805000", "36061", "3651000", "24005"} <= {place.code for place in areas}
    for area in areas.values():
        expected = timeline_of(*EVENTS, place=area.place)
        assert area.timeline().entries == expected.entries, area.place.full_name


def test_a_place_in_several_counties_is_linked_with_each_of_them(files):
    austin = files["texas/austin/index.html"].decode()
    for county in ("travis", "williamson", "hays"):
        assert f'href="../../texas/{county}-county/index.html"' in austin
        assert 'href="../austin/index.html"' in files[f"texas/{county}-county/index.html"].decode()
    area = areas_of(timeline_of(*EVENTS))[resolve("Austin")]
    assert re.fullmatch(r"\d+% of its people live in Travis County, \d% in Williamson County\.", lies_in(area))


def test_a_county_says_where_its_events_are_if_none_is_mostly_in_it():
    areas = areas_of(timeline_of(make_event("a"), make_event("b", places=["Hays County, Texas", "Dallas, Texas"])))
    assert {place.name: number_in_words(area) for place, area in areas.items() if place.kind == "county"} == {
        "Collin County": "1 at its edge",
        "Dallas County": "1 event",
        "Denton County": "1 at its edge",
        "Hays County": "2 events",
        "Travis County": "1 event",
        "Williamson County": "1 partly",
    }
    told = {place.name: lies_in(area) for place, area in areas.items() if place.kind == "county" and lies_in(area)}
    assert told == {
        "Collin County": "They are in places that reach its edge.",
        "Denton County": "They are in places that reach its edge.",
        "Williamson County": "They are in places that lie partly in it.",
    }


def test_a_site_of_one_place_has_no_page_of_wider_ones():
    files = files_of(*EVENTS, place=resolve("Texas"))
    assert "texas/austin/index.html" in files
    assert not [path for path in files if path.startswith(("united-states", "new-york", "maryland"))]
    assert "events/raid/index.html" not in files


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.scripts, self.handlers = [], set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids |= {found["id"]} if "id" in found else set()
        self.handlers += [name for name in found if name.startswith("on") or name == "style"]
        if tag == "script" and "src" not in found:
            self.scripts.append(found.get("type"))
        if tag == "link" and found.get("rel") == "canonical":
            return
        self.links += [found[name] for name in ("href", "src") if name in found]
        if found.get("http-equiv") == "refresh":
            self.links.append(found["content"].partition("url=")[2])


def broken_links(files):
    parsed = {path: Links(text.decode()) for path, text in files.items() if path.endswith(".html")}
    broken = []
    for page, found in parsed.items():
        for href in found.links:
            if href.startswith(f"webcal://{BASE.partition('://')[2]}"):
                path = href.partition(BASE.partition("://")[2])[2]
                broken += [] if path in files else [(page, href)]
                continue
            url = urlsplit(href)
            if url.scheme or url.netloc:
                broken += [(page, href)] if url.scheme not in ("http", "https", "data") else []
                continue
            target = os.path.normpath(PurePosixPath(page).parent / url.path) if url.path else page
            if target not in files or (url.fragment and unquote(url.fragment) not in parsed[target].ids):
                broken.append((page, href))
    return broken


def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(files):
    assert broken_links(files) == []
    assert broken_links(files | {"index.html": b'<a href="gone.html">x</a> <a href="#gone">y</a>'}) == [
        ("index.html", "gone.html"),
        ("index.html", "#gone"),
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("index.html", "the newest events"),
        ("places/index.html", "the places"),
        ("texas/austin/index.html", "the timeline"),
        ("events/sweep/index.html", "the event"),
        ("404.html", "the link to all places"),
    ],
)
def test_the_first_link_of_a_page_says_what_it_skips_to(page, words, files):
    assert f'<a class="skip" href="#_main">Skip to {words}</a>' in files[page].decode()


def test_one_event_needs_no_filters(files):
    assert files["texas/austin/index.html"].count(b"<form") == 1
    assert b"<form" not in files_of(make_event())["texas/austin/index.html"]


def test_pages_ask_no_other_host_and_run_nothing_of_the_data(files):
    for path, text in files.items():
        if path.endswith(".html"):
            found = Links(text.decode())
            assert found.handlers == [], path
            assert set(found.scripts) <= {"application/ld+json"} | ({None} if path == "404.html" else set()), path
            assert "Content-Security-Policy" in text.decode(), path
            assert "<script>alert" not in text.decode(), path
            assert "javascript:" not in "".join(found.links), path


def test_every_jurisdiction_has_feeds_that_its_page_names(files):
    page = files["texas/austin/index.html"].decode()
    for name, media_type in (
        ("calendar.ics", "text/calendar"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("events.json", "application/json"),
        ("events.csv", "text/csv"),
    ):
        assert f'<link rel="alternate" type="{media_type}" href="{name}"' in page
    assert files["texas/austin/calendar.ics"].startswith(b"BEGIN:VCALENDAR\r\n")
    told = {event["id"] for event in json.loads(files["texas/austin/events.json"])["events"]}
    assert told == {"sweep", "A", "hostile"}
    assert files["texas/austin/events.csv"].count(b"\r\n") == 1 + len(told)


def test_places_with_the_same_events_share_their_tables():
    files = files_of(*(make_event(f"e{n}", "2017-02-01", ["Reno, Nevada"]) for n in range(3)))
    assert [path for path in files if path.endswith("events.csv")] == ["united-states/events.csv"]
    page = files["nevada/reno/index.html"].decode()
    assert 'type="text/csv" href="../../united-states/events.csv"' in page
    assert "(United States)" not in page


@pytest.fixture
def large(monkeypatch):
    """A record of the same events that counts as large."""
    monkeypatch.setattr(contents, "_LARGE", len(EVENTS) - 1)
    return files_of(*EVENTS)


def test_of_a_large_record_there_is_one_table_of_all_events_and_no_other(large):
    tables = {path for path in large if path.endswith(("events.json", "events.csv"))}
    assert tables == {"united-states/events.csv", "data/events.csv"}  # one is nowhere
    page = large["texas/austin/index.html"].decode()
    assert 'type="text/csv" href="../../united-states/events.csv"' in page
    assert "CSV (United States)" in page
    assert broken_links(large) == []


def test_tables_say_each_thing_once(files):
    """What is null, false or empty is left out, and quotes are in one of the two forms."""
    told = {event["id"]: event for event in json.loads(files["united-states/events.json"])["events"]}
    assert told.keys() == {event.id for event in EVENTS} - {"lost"}  # the place of that one is no place
    assert told["sweep"]["sources"][0]["publisher"] == "The Evening Star"
    assert not {"notes", "agencies", "conflicts"} & told["policy"].keys()
    head, *_ = files["united-states/events.csv"].decode().split("\r\n")
    assert "sources" not in head.split(",")


def test_of_a_place_within_a_state_a_large_record_has_one_form_of_the_news(large):
    assert "texas/feed.json" in large
    assert "texas/feed.atom" in large
    assert "texas/austin/feed.atom" in large
    assert "texas/austin/feed.json" not in large


def test_news_name_their_own_addresses(files):
    feed = feedparser.parse(files["texas/austin/feed.atom"])
    assert not feed.bozo
    assert {(one["rel"], one["href"]) for one in feed.feed.links} == {
        ("self", f"{BASE}texas/austin/feed.atom"),
        ("alternate", f"{BASE}texas/austin/"),
    }
    assert f"{BASE}events/sweep/" in {entry.link for entry in feed.entries}


def test_an_alias_leads_to_the_event_that_took_its_place(files):
    moved = files["events/older-name/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../policy/index.html">' in moved
    assert f'<link rel="canonical" href="{BASE}events/policy/">' in moved
    assert "older-name" not in files["sitemap.xml"].decode()
    assert (
        'href="../../events/policy/index.html"' in files["events/sweep/index.html"].decode()
    )  # `related` names the alias


def test_ids_and_aliases_that_are_taken_are_told():
    contents = contents_of(
        timeline_of(
            make_event("a", "2017-01", aliases=["b", "old"]),
            make_event("a", "2017-02"),
            make_event("b", "2017-03", aliases=["old"]),
        ),
        ARTICLES,
        None,
    )
    assert [name for name, _ in contents.left_out] == ["a", "b", "old"]
    assert set(contents.entries) == {"a", "b"}
    assert contents.moved == {"old": "a"}
    plan_site(contents, Options())


def test_the_sitemap_has_every_page_that_is_one(files):
    root = ElementTree.fromstring(files["sitemap.xml"])  # noqa: S314 - our own
    found = [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    hidden = ("/older-name/", "of-old", "embed/")  # what leads elsewhere, and what stands in other pages
    pages = {path for path in files if path.endswith("/index.html") and not any(part in path for part in hidden)}
    assert set(found) == {BASE, *(BASE + path.removesuffix("index.html") for path in pages)}
    assert "sitemap.xml" not in files_of(*EVENTS, base_url=None)


def test_a_sitemap_that_is_too_long_is_parted():
    parts = dict(sitemaps([(f"events/{number}/", None) for number in range(50_001)], BASE))
    assert list(parts) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert f"<loc>{BASE}sitemap-2.xml</loc>" in parts["sitemap.xml"]
    assert parts["sitemap-2.xml"].count("<loc>") == 1


def test_the_evidence_is_on_the_page_of_the_event():
    text = "Before it. Agents came at dawn. After it."
    articles = {"star": Article("star", "T", "The Star", None, None, text, Path("star.md"))}
    event = make_event(
        sources=[
            {"article": "star", "quote": "Agents came at dawn."},
            {
                "url": "https://herald.example/1",
                "publisher": "Herald",
                "published": "2017-03",
                "says": {"date": "2017-01"},
            },
        ]
    )
    page, alone = (
        files_of(event, articles=articles, sentences=sentences)["events/sweep/index.html"].decode()
        for sentences in (True, False)
    )
    assert "Before it." not in alone
    assert "Agents came at dawn." in alone
    for words in (
        "Before it.",
        "Agents came at dawn.",
        "After it.",
        "January 2017",
        "herald.example/1",
        "application/ld+json",
    ):
        assert words in page
    assert "No earlier than February 1, 2017 and no later than February 28, 2017." in page


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2017-02-01", ""),  # it stands above, in the same words
        ("2017-02", "No earlier than February 1, 2017 and no later than February 28, 2017."),
        ("2014/..", "No earlier than January 1, 2014."),
        ("../2014", "No later than December 31, 2014."),
        ("2017-02-01?", "On February 1, 2017. The sources make it uncertain."),
        (
            "2009~",
            "No earlier than January 1, 2009 and no later than December 31, 2009. The sources make it approximate.",
        ),
    ],
)
def test_how_a_date_is_read(date, words):
    assert reading_in_words(Edtf.parse(date)) == words


def test_many_events_are_parted_by_year():
    events = [make_event(f"e{number}", f"{2010 + number % 3}-0{number % 9 + 1}") for number in range(501)]
    files = files_of(*events, make_event("u", "../2009"))
    assert {path for path in files if re.match(r"texas/austin/.+/", path)} == {
        f"texas/austin/{year}/index.html" for year in ("2010", "2011", "2012", "beginning-unknown")
    }
    assert broken_links(files) == []
    assert files["texas/austin/index.html"].count(b"<article") == 30
    assert files["texas/austin/2011/index.html"].count(b'<li class="line') == 167
    assert len(feedparser.parse(files["texas/austin/feed.atom"]).entries) == 40
    assert files["texas/austin/calendar.ics"].count(b"BEGIN:VEVENT") == 500
    assert not [path for path in files if re.match(r"kinds/.+/\d", path)]  # no page repeats the years of the nation
    assert b'"../../united-states/2011/index.html?kind=operation"' in files["kinds/operation/index.html"]


def test_calendars_and_news_of_a_large_record_are_shorter(monkeypatch):
    monkeypatch.setattr(contents, "_LARGE", 59)
    files = files_of(*(make_event(f"e{number}", "2010-03") for number in range(60)))
    assert len(feedparser.parse(files["texas/austin/feed.atom"]).entries) == 10
    assert files["texas/austin/calendar.ics"].count(b"BEGIN:VEVENT") == 30


@pytest.mark.parametrize(("number", "lines"), [(50, 0), (51, 51), (500, 500)])
def test_a_long_page_has_two_lines_for_each_event(number, lines):
    page = files_of(*(make_event(f"e{n}", f"2010-0{n % 9 + 1}") for n in range(number)))["texas/austin/index.html"]
    assert page.count(b'<li class="line') == lines
    assert page.count(b"<article") == number - lines


def test_a_timeline_without_events_has_a_first_page():
    files = files_of()
    assert "No events are on record" in files["index.html"].decode()
    assert broken_links(files) == []


def test_what_a_page_is_made_of_changes_with_the_data_and_only_there():
    def inputs(*events, base_url=BASE):
        site = plan_site(contents_of(timeline_of(*events), ARTICLES, base_url), Options())
        return {path: page.inputs for path, page in site.items()}

    before = inputs(*EVENTS)
    retitled = EVENTS[1].model_copy(update={"title": "Another title"})
    after = inputs(EVENTS[0], retitled, *EVENTS[2:])
    changed = {path for path in before if before[path] != after[path]}
    assert "events/policy/index.html" in changed
    assert "events/sweep/index.html" in changed  # `related` shows the title
    assert "texas/travis-county/feed.atom" in changed
    assert "events/raid/index.html" not in changed
    assert not [path for path in changed if path.startswith(("new-york", "maryland"))]
    assert not set(before.values()) & set(inputs(*EVENTS, base_url=None).values()) - {
        before["style.css"],
        before["page.js"],
        *(before[name] for name in ("rows.js", "find.js", "places.js")),
    }


def test_equal_inputs_mean_equal_bytes():
    first = plan_site(contents_of(timeline_of(*EVENTS), ARTICLES, BASE), Options())
    second = plan_site(contents_of(timeline_of(*EVENTS[::-1]), ARTICLES, BASE), Options())
    assert {path: page.inputs for path, page in first.items()} == {path: page.inputs for path, page in second.items()}
    assert all(page.make() == second[path].make() for path, page in first.items())


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_seed_of_hashes(folder):
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "raidline", "publish", f"site{seed}", "--base-url", BASE]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}, cwd=folder)
    one, two = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in (folder / "site1", folder / "site2")
    )
    assert len(one) > 20
    assert one == two


@pytest.mark.parametrize(
    "text",
    [
        "half \ud800 a character",
        "x" * 10_000,
        "a\r\nb\x00\x1b[31m",
        "\u202etxet\u202c",
        "<!--</script><script>",
        "]]>&amp;",
        "{{ 7 * 7 }}",
    ],
)
def test_any_text_anywhere_makes_pages_whose_links_work(text):
    event = make_event(
        title=text,
        summary=text,
        agencies=[text],
        counts={text: "dozens"},
        places=["Austin, Texas", text],
        related=["policy"],
        aliases=["of-old"],
        sources=[
            {
                "url": f"https://a.example/{text}",
                "publisher": text,
                "published": "2017-03",
                "title": text,
                "quote": text,
            }
        ],
    )
    files = files_of(event, make_event("policy", "2017-01", [text], title=text, related=["sweep"]))
    assert broken_links(files) == []
    for path, page in files.items():
        if path.endswith(".html"):
            found = Links(page.decode())
            assert found.handlers == []
            assert set(found.scripts) <= {"application/ld+json"} | ({None} if path == "404.html" else set())
