"""The whole record as a data set, and what other sites embed, as programs read it that others wrote."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from html import unescape

import jsonfeed
import listparser
import pytest
from frictionless import Package
from openpyxl import load_workbook
from pyld import jsonld

from raidline.export import Options
from raidline.export.spreadsheet import write_sources
from raidline.publish import contents_of, plan_site, write_site
from raidline.publish.files import dataset
from raidline.store.site import Licence, SiteInfo
from samples import ARTICLES, HERALD, HOSTILE, make_event, timeline_of

BASE = "https://example.org/timeline/"
SITE = SiteInfo(
    title='Valley "Watch" & <more>',
    description="What agents did in the valley.",
    publisher="The Valley Desk",
    licence=Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
)
EVENTS = [
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        corrections=[{"day": "2017-04-01", "text": "The date was wrong."}],
        sources=[
            {"article": "star", "quote": "=1"},
            HERALD | {"says": {"date": "2017-01"}, "page": 3, "background": True},
        ],
    ),
    make_event("raid", "2018-03-04", ["Denver, Colorado"], kind="protest"),
    make_event("since", "2014/.."),
    HOSTILE,
]
ABROAD = make_event("abroad", "2019", ["Tijuana, Mexico"])


def site_of(*events, base_url=BASE, site=SITE, place=None):
    contents = contents_of(timeline_of(*events, place=place), ARTICLES, base_url, site=site)
    return {path: page.make() for path, page in plan_site(contents, Options()).items()}


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def linked_data(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.decode(), re.DOTALL)[1])


@pytest.mark.parametrize("base_url", [BASE, None])
@pytest.mark.parametrize("events", [EVENTS, [*EVENTS, ABROAD], [make_event()]], ids=["nation", "abroad", "one"])
def test_frictionless_reads_the_package_and_finds_nothing_wrong(events, base_url, tmp_path):
    contents = contents_of(timeline_of(*events), ARTICLES, base_url, site=SITE)
    write_site(tmp_path, plan_site(contents, Options()))
    package = Package(str(tmp_path / "datapackage.json"))
    for name in ("events", "sources"):
        report = package.get_resource(name).validate()
        assert (report.valid, report.flatten(["title", "note"])) == (True, [])
    told = package.get_resource("events").read_rows()
    assert [row["id"] for row in told] == [entry.event.id for entry in contents.timeline.entries]
    assert package.licenses[0]["name"] == "CC-BY-4.0"
    assert all((tmp_path / one.path).exists() for one in package.resources)


def test_a_source_without_its_event_would_be_found(tmp_path):
    write_site(tmp_path, plan_site(contents_of(timeline_of(*EVENTS), ARTICLES, BASE, site=SITE), Options()))
    with (tmp_path / "data" / "sources.csv").open("a") as file:
        file.write("gone,Herald,2017,,,,,,,,\r\n")
    report = Package(str(tmp_path / "datapackage.json")).get_resource("sources").validate()
    assert report.flatten(["type"]) == [["foreign-key"]]


def test_the_package_says_whose_it_is_and_what_it_holds():
    package = json.loads(site_of(*EVENTS)["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (package["name"], package["homepage"]) == ("valley-watch-more", BASE)
    assert package["contributors"] == [{"title": "The Valley Desk", "roles": ["publisher"]}]
    assert {"title": "Herald"} in package["sources"]
    assert [one["name"] for one in package["resources"]] == ["events", "sources", "workbook", "database", "slides"]
    bare = json.loads(site_of(make_event(), site=SiteInfo(), base_url=None)["datapackage.json"])
    assert not {"licenses", "contributors", "homepage", "description"} & set(bare)
    assert re.fullmatch(r"[a-z0-9._/-]+", bare["name"])


def test_a_table_that_a_place_has_already_is_not_written_twice():
    assert "data/events.csv" not in site_of(*EVENTS[:2])
    whole = site_of(*EVENTS[:2], ABROAD)
    assert {row["id"] for row in rows(whole["data/events.csv"])} == {"sweep", "raid", "abroad"}
    assert json.loads(whole["datapackage.json"])["resources"][0]["path"] == "data/events.csv"


def test_every_file_holds_every_event(tmp_path):
    files = site_of(*EVENTS)
    ids = {event.id for event in EVENTS}
    database = tmp_path / "x.sqlite"
    database.write_bytes(files["data/timeline.sqlite"])
    with sqlite3.connect(database) as found:
        assert {row[0] for row in found.execute("SELECT id FROM events")} == ids
    found.close()
    book = load_workbook(io.BytesIO(files["data/timeline.xlsx"]), read_only=True)
    assert {row[0] for row in book["events"].iter_rows(min_row=2, values_only=True)} == ids
    book.close()
    assert {row["event"] for row in rows(files["data/sources.csv"])} == ids
    assert {slide["unique_id"] for slide in json.loads(files["data/timelinejs.json"])["events"]} == ids


def test_a_slide_show_has_the_newest_events():
    events = [make_event(f"e{number:03}", f"{1800 + number}") for number in range(dataset.SLIDES + 5)]
    slides = json.loads(site_of(*events)["data/timelinejs.json"])["events"]
    assert [slide["unique_id"] for slide in slides] == [event.id for event in events[5:]]


def test_the_rows_of_sources_are_guarded():
    timeline = timeline_of(EVENTS[0])
    first, second = rows("".join(write_sources(timeline, Options())).encode())
    assert (first["event"], first["quote"]) == ("sweep", "'=1")
    assert (second["says"], second["page"], second["background"]) == ('{"date": "2017-01"}', "3", "yes")
    assert rows("".join(write_sources(timeline, Options(raw=True))).encode())[0]["quote"] == "=1"


def test_without_the_extra_there_is_no_workbook_and_publish_says_so(folder, run, monkeypatch):
    monkeypatch.setattr(dataset, "find_spec", lambda name: None)
    code, _, err = run("publish", "site")
    assert code == 0
    assert "no workbook: pip install 'raidline[tables]'" in err
    assert not (folder / "site" / "data" / "timeline.xlsx").exists()
    assert "xlsx" not in (folder / "site" / "data" / "index.html").read_text(encoding="utf-8")
    monkeypatch.undo()


def test_search_engines_are_told_of_the_data_set():
    document = linked_data(site_of(*EVENTS)["data/index.html"])
    words = {
        "@vocab": "http://schema.org/",
        "url": {"@type": "@id"},
        "license": {"@type": "@id"},
        "contentUrl": {"@type": "@id"},
    }
    [told] = jsonld.expand(document | {"@context": words})
    assert told["@type"] == ["http://schema.org/Dataset"]
    assert told["http://schema.org/license"] == [{"@id": SITE.licence.url}]
    assert told["http://schema.org/name"] == [{"@value": SITE.title}]
    assert told["http://schema.org/temporalCoverage"][0]["@value"].startswith("2014-01-01/")
    found = {one["http://schema.org/contentUrl"][0]["@id"] for one in told["http://schema.org/distribution"]}
    assert f"{BASE}data/timeline.sqlite" in found
    assert all(address.startswith(BASE) for address in found)


def test_the_snippet_shows_the_page_to_embed():
    page = site_of(*EVENTS)["data/index.html"].decode()
    [snippet, show] = (unescape(one) for one in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL))
    assert snippet.startswith(f'<iframe src="{BASE}embed/" title="Valley &#34;Watch&#34; &amp; &lt;more&gt;" ')
    assert "<title>Valley &#34;Watch&#34; &amp; &lt;more&gt;</title>" in show
    assert 'new TL.Timeline("timeline", "timelinejs.json", { font: null })' in show


def test_a_page_to_embed_is_small_and_leads_out_of_the_frame():
    events = [make_event(f"e{number}", f"20{number:02}", ["Denver, Colorado"]) for number in range(10, 30)]
    files = site_of(*events, make_event("texas"))
    for path in ("embed/index.html", "colorado/embed/index.html"):
        page = files[path].decode()
        assert '<li class="line' in page
        assert page.count('<li class="line') == 10
        assert page.index('<base target="_blank">') < page.index("<a ")
        assert "<script" not in page
        assert len(page) < 12_000
        assert path.removesuffix("index.html") not in files["sitemap.xml"].decode()
    assert files["embed/index.html"].decode().index("e29") < files["embed/index.html"].decode().index("e28")
    assert "texas/austin/embed/index.html" not in files


def test_an_outline_of_feeds_is_read():
    found = listparser.parse(site_of(*EVENTS)["feeds.opml"].decode())
    assert not found.bozo
    assert found.meta.title == SITE.title
    assert {feed.url for feed in found.feeds} >= {f"{BASE}united-states/feed.atom", f"{BASE}kinds/protest/feed.atom"}


def test_a_json_feed_is_read():
    files = site_of(*EVENTS)
    for path in (path for path in files if path.endswith("feed.json")):
        feed = jsonfeed.Feed.parse_string(files[path].decode())
        assert feed.version == "https://jsonfeed.org/version/1.1"
        assert feed.feed_url == BASE + path
        assert all(item.id and item.content_text and item.date_modified for item in feed.items)
