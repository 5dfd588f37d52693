"""What a project says about its site, and where readers and programs see it."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from raidline.dates.edtf import MONTHS
from raidline.dates.regional import day_first
from raidline.errors import RaidlineError
from raidline.export import Options
from raidline.publish import contents_of, plan_site
from raidline.publish.pages.standing import as_html
from raidline.publish.sparkline import Sparkline, sparkline
from raidline.store.site import read_site
from samples import ARTICLES, HOSTILE, make_event, timeline_of

BASE = "https://example.org/timeline/"
TOLD = """\
[site]
title = "Valley Watch"
description = "What agents did in the valley."
publisher = "The Valley Desk"
contact = "desk@example.org"
licence = "cc-by-4.0"
about = "about.md"
language = "en-GB"
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "raidline.toml").write_text(TOLD)
    (tmp_path / "about.md").write_text("# Who we are\n\nA *desk*. <script>alert(1)</script> [x](javascript:alert(1))\n")
    return tmp_path


def files_of(project, *events):
    contents = contents_of(timeline_of(*events), ARTICLES, BASE, site=read_site(project))
    return {path: page.make() for path, page in plan_site(contents, Options()).items()}


EVENTS = (
    make_event("sweep", "2017-02-01", agencies=["ICE", "Border  Patrol"]),
    make_event("raid", "2018-03-04", ["Denver, Colorado"], agencies=["ice"], kind="protest"),
    HOSTILE,
)


@pytest.fixture
def files(project):
    return files_of(project, *EVENTS)


@pytest.mark.parametrize("path", ["index.html", "texas/index.html", "events/sweep/index.html", "about/index.html"])
def test_every_page_says_whose_it_is(files, path):
    page = files[path].decode()
    assert '<html lang="en-GB">' in page
    assert "Valley Watch" in page
    assert 'href="mailto:desk@example.org"' in page
    assert 'rel="license" href="https://creativecommons.org/licenses/by/4.0/"' in page
    assert '<meta property="og:site_name" content="Valley Watch">' in page
    assert '<meta name="description" content="' in page
    assert 'Last updated <time datetime="' in page


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("index.html", "Valley Watch"),
        ("texas/index.html", "Texas · Valley Watch"),
        ("agencies/ice/index.html", "ICE · Valley Watch"),
        ("events/sweep/index.html", "Title of sweep · Valley Watch"),
        ("corrections/index.html", "Corrections · Valley Watch"),
        ("about/index.html", "About this timeline · Valley Watch"),
        ("data/index.html", "Data · Valley Watch"),
    ],
)
def test_a_tab_and_a_search_result_say_whose_a_page_is(files, path, title):
    assert f"<title>{title}</title>" in files[path].decode()


def test_without_a_title_of_the_site_a_page_says_what_it_is_about(tmp_path):
    files = files_of(tmp_path, *EVENTS)
    assert "<title>Texas: a timeline of immigration enforcement</title>" in files["texas/index.html"].decode()
    assert "<title>Title of sweep</title>" in files["events/sweep/index.html"].decode()


def test_dates_are_written_as_the_site_says(files):
    assert "1 February 2017" in files["events/sweep/index.html"].decode()
    assert ">February 1, 2017" not in files["events/sweep/index.html"].decode()
    assert "1 February 2017" in files["search/rows-0.js"].decode()


AMERICAN_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}\b")


def test_no_file_of_a_site_writes_dates_in_another_way(project):
    """Feeds, calendars and slides too; what a curator or a paper wrote stays as it was written."""
    told = {
        "corrections": [{"day": "2017-03-04", "text": "The date was wrong."}],
        "status": "planned",
        "summary": "Told on May 9, 2017.",
        "sources": [
            {"url": "https://a.example/1", "publisher": "A", "published": "2017-02-03", "says": {"date": "2017-02-02"}},
            {"url": "https://a.example/2", "publisher": "B", "published": "2017-02-05", "quote": "On May 8, 2017."},
        ],
    }
    files = files_of(project, make_event("told", "2017-02-01/2017-02-10~", **told), *EVENTS)
    texts = {
        path: content.decode()
        for path, content in files.items()
        if not path.endswith((".js", ".css", ".sqlite", ".xlsx"))
    }
    found = {path: set(AMERICAN_DAY.findall(text)) - {"May 8", "May 9"} for path, text in texts.items()}
    assert {path: days for path, days in found.items() if days} == {}
    for path in (
        "texas/feed.atom",
        "texas/feed.json",
        "texas/calendar.ics",
        "data/timelinejs.json",
        "corrections/feed.atom",
    ):
        joined = texts[path].replace("\r\n ", "")
        assert "4 March 2017" in joined, path
        assert "May 9" in joined, path
    assert 'xml:lang="en-GB"' in texts["texas/feed.atom"]
    assert json.loads(texts["texas/feed.json"])["language"] == "en-GB"


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("February 1, 2017", "1 February 2017"),
        ("January 28 – February 3, 2017", "28 January – 3 February 2017"),
        ("March 20–26, 2017", "20–26 March 2017"),
        ("early February 2017", "early February 2017"),
        ("May 2017, 12 arrested", "May 2017, 12 arrested"),
        ("since June 6, 2025", "since 6 June 2025"),
        ("February 6, 8 and 9, 2017", "6, 8 and 9 February 2017"),
        ("between February 1 and 10, 2017", "between 1 and 10 February 2017"),
        ("January 20 or March 27, 2017", "20 January or 27 March 2017"),
        ("February 1, 2017, 10:00 a.m.", "1 February 2017, 10:00 a.m."),
    ],
)
def test_the_day_goes_before_the_month(american, british):
    assert day_first(american) == british


def test_the_about_page_runs_nothing(files):
    page = files["about/index.html"].decode()
    assert "<h2>Who we are</h2>" in page
    assert "<em>desk</em>" in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "<img" not in as_html("![x](https://tracker.example/x.png)")


def test_a_title_from_right_to_left_turns_no_citation_round(project):
    page = files_of(project, make_event("raid", "2017-02-01", title="مداهمة ICE"))["events/raid/index.html"].decode()
    cited = page.partition('id="_cite"')[2].partition("</p>")[0].rpartition("<p>")[2]
    assert cited.startswith("The Valley Desk. “<bdi>مداهمة ICE</bdi>”, 1 February 2017. Valley Watch. ")


def test_feeds_name_the_publisher(files):
    feed = feedparser.parse(files["texas/feed.atom"])
    assert feed.feed.author == "The Valley Desk"
    assert feed.feed.rights == "CC-BY-4.0"
    news = json.loads(files["texas/feed.json"])
    assert news["authors"] == [{"name": "The Valley Desk"}]
    assert {item["id"] for item in news["items"]} == {entry.id for entry in feed.entries}
    assert news["feed_url"] == f"{BASE}texas/feed.json"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("texas", "Valley Watch: Texas"),
        ("united-states", "Valley Watch: United States"),
        ("agencies/ice", "Valley Watch: ICE"),
        ("kinds/protest", "Valley Watch: protest"),
        ("corrections", "Valley Watch: corrections"),
    ],
)
def test_feeds_carry_the_title_of_the_site(files, folder, name):
    """Two newsrooms' feeds of one state are told apart in a reader."""
    assert feedparser.parse(files[f"{folder}/feed.atom"]).feed.title == name
    assert json.loads(files[f"{folder}/feed.json"])["title"] == name
    if (calendar := f"{folder}/calendar.ics") in files:
        assert f"X-WR-CALNAME:{name}" in files[calendar].decode()


def test_the_slide_show_has_the_title_of_the_site(files):
    assert json.loads(files["data/timelinejs.json"])["title"]["text"]["headline"] == "Valley Watch"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('tilte = "a"', "raidline.toml:2:1: [site] has no 'tilte'; did you mean 'title'?"),
        ("title = 3", "raidline.toml:2:1: write a text in quotation marks"),
        ('title = ""', "raidline.toml:2:1: write a text"),
        ('  contact = "nobody"', "raidline.toml:2:3: 'nobody' is no address"),
        ('about = "gone.md"', "raidline.toml:2:1: "),
        ('language = "de"', "raidline.toml:2:1: 'de' is no language of dates here; write en-US or en-GB"),
        ('title = "a', "raidline.toml:2:"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, line, told):
    (tmp_path / "raidline.toml").write_text(f"[site]\n{line}\n")
    with pytest.raises(RaidlineError) as error:
        read_site(tmp_path)
    assert told in str(error.value)


def test_a_table_of_the_site_is_a_table(tmp_path):
    (tmp_path / "raidline.toml").write_text('site = "x"\n')
    with pytest.raises(RaidlineError, match="`site` is a table"):
        read_site(tmp_path)


def test_names_of_a_body_that_differ_in_capitals_have_one_page(files):
    page = files["agencies/ice/index.html"].decode()
    assert page.count('<li class="line') == 2
    assert "agencies/border-patrol/index.html" in files
    assert 'href="../../agencies/ice/index.html"' in files["events/raid/index.html"].decode()


def test_kinds_have_pages_and_feeds(files):
    assert files["kinds/protest/index.html"].decode().count('<li class="line') == 1
    feed = feedparser.parse(files["kinds/protest/feed.atom"])
    assert [entry.link for entry in feed.entries] == [f"{BASE}events/raid/"]
    assert feed.feed.id == f"{BASE}kinds/protest/"


def test_the_list_of_feeds_is_complete(files):
    outlines = ElementTree.fromstring(files["feeds.opml"]).iter("outline")  # noqa: S314 - our own
    listed = {one.get("xmlUrl").removeprefix(BASE) for one in outlines if one.get("xmlUrl")}
    assert listed == {path for path in files if path.endswith("feed.atom")}


def test_search_engines_are_told_the_days_of_change(files):
    assert files["robots.txt"].decode().endswith(f"Sitemap: {BASE}sitemap.xml\n")
    assert f"<loc>{BASE}events/sweep/</loc><lastmod>2017-03-29</lastmod>" in files["sitemap.xml"].decode()


def test_calendar_and_table_lead_to_the_page_of_an_event(files):
    assert f"URL:{BASE}events/sweep/" in files["texas/calendar.ics"].decode()
    assert files["united-states/events.csv"].decode().splitlines()[0].endswith(",permalink")


def called(script):
    """The values with which a part of the index calls its loader."""
    name, _, told = script.decode().partition("(")
    return name, json.loads(f"[{told.rstrip()[:-1]}]")


def test_the_index_finds_every_event_by_its_words(files):
    _, [letter, words] = called(files["search/words-d.js"])
    _, [number, rows] = called(files["search/rows-0.js"])
    assert (letter, number) == ("d", 0)
    part, _, distances = words["denver"].partition(":")
    numbers = [int(distance) for distance in distances.split()]  # of one event alone, its number
    assert part == "0"
    assert [rows[one][0] for one in numbers] == ["raid"]
    _, [tables] = called(files["search/tables.js"])
    assert (tables["events"], tables["starts"]) == (len(rows), [0]) == (len(EVENTS), [0])
    places = {tables["places"][place][0] for place in rows[numbers[0]][7]}
    assert places == {"Denver, Colorado"}
    assert b"</script" not in b"".join(text for path, text in files.items() if path.startswith("search/"))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A raid & a <vote>", "A raid &amp; a &lt;vote&gt;"),
        ("מעצר", "<bdi>מעצר</bdi>"),
        ("Peña <i>", "<bdi>Peña &lt;i&gt;</bdi>"),
    ],
)
def test_a_text_that_may_run_the_other_way_is_kept_to_itself(project, title, shown):
    """One in ASCII cannot, and ten thousand pages are smaller for it."""
    files = files_of(project, make_event("one", "2018-03-04", ["Denver, Colorado"], title=title))
    assert f"<h1>{shown}</h1>" in files["events/one/index.html"].decode()
    assert f'index.html">{shown}</a>\n' in files["kinds/operation/index.html"].decode()


def test_a_line_names_a_status_only_if_it_did_not_simply_happen(project):
    files = files_of(
        project, make_event("one", "2018", title="Past"), make_event("two", "2018", title="Ahead", status="planned")
    )
    page = files["kinds/operation/index.html"].decode()
    assert '<li class="line k-operation" ' in page
    assert '<li class="line k-operation s-planned" ' in page


@pytest.mark.parametrize(
    ("scale", "path", "width"),
    [
        ((24000, 24099), "M0.5 20v-20M99.5 20v-10", 100),
        ((24097, 24099), "M33.5 20v-20M35.5 20v-10", 36),  # not a third of the box for each
        ((24099, 24099), "M35.5 20v-20", 36),
    ],
)
def test_a_bar_is_narrow_however_few_months_there_are(scale, path, width):
    first, last = scale
    months = {first: 2} | ({last: 1} if first < last else {})
    assert sparkline(months, scale) == Sparkline(path, width)
