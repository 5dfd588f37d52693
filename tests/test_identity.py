"""Whose an event is: ids in feeds, calendars and linked data that two owners never share and that a new name leaves."""

from __future__ import annotations

import io
import json
import re

import feedparser
import pytest
from openpyxl import load_workbook

from raidline.export import FORMATS, REPEATED, Options, export_chunks, export_timeline, left_out
from raidline.importing import Columns, make_events, read_records
from raidline.places.lookup import resolve
from raidline.publish import contents_of, plan_site
from samples import ARTICLES, make_event, timeline_of

OWNERS = {
    "nobody": Options(),
    "a name": Options(name="valley-watch"),
    "another name": Options(name="valley-desk"),
    "a site": Options(base_url="https://example.org/timeline/"),
    "another path": Options(base_url="https://example.org/other/"),
    "another host": Options(base_url="https://example.com/timeline/"),
}
GLOBAL = {"ics", "atom", "jsonld"}  # the formats whose ids meet those of other owners
EVENTS = [make_event("sweep"), make_event("hearing", "2018", places=["Texas"], aliases=["old-hearing", "older"])]


def uids(calendar):
    return re.findall(r"^UID:(.*)\r$", calendar.replace("\r\n ", ""), re.MULTILINE)


def ids_of(name, written):
    """All ids of events, and of the whole, in a file that stand for the same thing wherever they are read."""
    if name == "ics":
        return uids(written)
    if name == "atom":
        return re.findall("<id>(.*?)</id>", written)
    return [event["@id"] for event in json.loads(written)["@graph"]]


def without_permalinks(name, written):
    """What a format says without the addresses of pages, which tables have in a column of their own."""
    if name == "xlsx":
        events, sources = load_workbook(io.BytesIO(written)).worksheets
        return repr([row for sheet in (events, sources) for row in columns_but_permalinks(sheet)])
    return re.sub(rb",(permalink|https://example[^,\r]*)\r\n", b"\r\n", written)


def columns_but_permalinks(sheet):
    return [[cell.value for cell in column] for column in sheet.iter_cols() if column[0].value != "permalink"]


@pytest.mark.parametrize("name", FORMATS)
def test_two_owners_share_no_ids(name):
    files = {owner: b"".join(export_chunks(timeline_of(*EVENTS), name, chosen)) for owner, chosen in OWNERS.items()}
    if name not in GLOBAL:
        told = {without_permalinks(name, text) for text in files.values()}
        assert len(told) == 1, "a format with ids that owners tell apart belongs in GLOBAL"
        return
    ids = [found for text in files.values() for found in ids_of(name, text.decode())]
    assert len(ids) == len(set(ids)) == len(OWNERS) * (3 if name == "atom" else 2)


def test_two_sites_share_no_ids_in_any_file():
    def ids(base_url, name=None):
        site = plan_site(contents_of(timeline_of(*EVENTS), ARTICLES, base_url), Options(name=name))
        files = {path: page.make().decode() for path, page in site.items() if path.endswith((".ics", ".atom"))}
        return {found for path, text in files.items() for found in ids_of(path.rpartition(".")[2], text)}

    one, two = ids("https://example.org/timeline/"), ids("https://example.com/")
    assert len(one) == len(two) == 2 + 2 + 8  # a calendar and a feed know an event differently; a feed has an id
    assert not one & two
    assert not ids(None, "valley-watch") & ids(None)


@pytest.mark.parametrize(
    ("owner", "uid", "uri", "feed", "of_a_place"),
    [
        (
            {},
            "sweep@raidline.invalid",
            "tag:raidline.invalid,2017:event/sweep",
            "tag:raidline.invalid,2017:timeline/all",
            "tag:raidline.invalid,2017:timeline/48453",
        ),
        (
            {"name": "valley-watch"},
            "sweep@valley-watch.raidline.invalid",
            "tag:valley-watch.raidline.invalid,2017:event/sweep",
            "tag:valley-watch.raidline.invalid,2017:timeline/all",
            "tag:valley-watch.raidline.invalid,2017:timeline/48453",
        ),
        *(
            (
                {"base_url": url, "name": "valley-watch"},
                "sweep@example.org/timeline",
                "https://example.org/timeline/events/sweep/",
                "https://example.org/timeline/",
                "https://example.org/timeline/texas/travis-county/",
            )
            for url in (
                "https://example.org/timeline/",
                "https://example.org/timeline",
                "http://example.org/timeline/",
                "HTTPS://Example.ORG/timeline/",
            )
        ),
        (
            {"base_url": "https://example.org:8443/Ä b/"},
            "sweep@example.org:8443/%C3%84%20b",
            "https://example.org:8443/%C3%84%20b/events/sweep/",
            "https://example.org:8443/%C3%84%20b/",
            "https://example.org:8443/%C3%84%20b/texas/travis-county/",
        ),
    ],
)
def test_what_ids_are_made_of(owner, uid, uri, feed, of_a_place):
    options, all_places = Options(**owner), timeline_of(make_event())
    assert uids(export_timeline(all_places, "ics", options)) == [uid]
    assert ids_of("jsonld", export_timeline(all_places, "jsonld", options)) == [uri]
    assert ids_of("atom", export_timeline(all_places, "atom", options)) == [feed, uri]
    travis = timeline_of(make_event(), place=resolve("Travis County"))
    assert ids_of("atom", export_timeline(travis, "atom", options)) == [of_a_place, uri]


def test_an_id_on_a_site_is_the_address_of_a_page_of_it():
    base = "https://example.org/timeline/"
    events = [*EVENTS, make_event("CON"), make_event("X" * 110)]
    site = plan_site(contents_of(timeline_of(*events), ARTICLES, base), Options())
    ids = ids_of("jsonld", export_timeline(timeline_of(*events), "jsonld", Options(base_url=base)))
    ids += [found for path, page in site.items() if path.endswith(".atom")
            for found in ids_of("atom", page.make().decode())]  # fmt: skip
    assert len(ids) > 8
    assert not [found for found in ids if f"{found.removeprefix(base)}index.html" not in site]


BEFORE = make_event("sweep", "2017-02-01")
RENAMED = [
    make_event("sweep-of-february", "2017-02-01", aliases=["sweep"]),
    make_event("sweep-of-austin", "2017-02-02", aliases=["sweep", "sweep-of-february"], title="New"),
]


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("name", sorted(GLOBAL))
def test_an_event_that_is_renamed_keeps_its_entry(name, owner):
    before, *after = (
        ids_of(name, export_timeline(timeline_of(event), name, OWNERS[owner])) for event in (BEFORE, *RENAMED)
    )
    assert after == [before, before]


def test_an_event_that_is_renamed_keeps_its_entry_in_the_feeds_of_a_site():
    def feeds(event):
        site = plan_site(contents_of(timeline_of(event), ARTICLES, "https://example.org/"), Options())
        return {path: page.make().decode() for path, page in site.items() if path.endswith((".ics", ".atom"))}

    before, after = feeds(BEFORE), feeds(RENAMED[0])
    assert before.keys() == after.keys()
    for path, text in before.items():
        assert ids_of(path.rpartition(".")[2], text) == ids_of(path.rpartition(".")[2], after[path])
        if path.endswith(".atom") and not path.startswith("corrections/"):  # and leads to its new page
            [entry] = feedparser.parse(after[path].encode()).entries
            assert entry.link == "https://example.org/events/sweep-of-february/"


@pytest.mark.parametrize("name", sorted(GLOBAL))
def test_an_alias_that_is_the_id_of_another_event_is_told(name):
    clash = timeline_of(make_event("sweep", "2016"), make_event("new", "2017", aliases=["sweep"]))
    assert left_out(clash, name) == [("new", REPEATED)]
    assert left_out(clash, "sqlite") == []  # which knows events by their own ids
    assert left_out(timeline_of(make_event("a", aliases=["old"]), make_event("b")), name) == []


def test_a_calendar_brings_back_the_id_that_an_event_has_now(tmp_path):
    path = tmp_path / "x.ics"
    for options in OWNERS.values():
        path.write_bytes(b"".join(export_chunks(timeline_of(*EVENTS), "ics", options)))
        assert [event["id"] for event in make_events(read_records(path), Columns(), "x").events] == ["sweep", "hearing"]


@pytest.mark.parametrize(
    ("settings", "uid"),
    [
        (None, "@raidline.invalid"),
        ('[rules]\nunordered = "off"\n', "@raidline.invalid"),
        ('[timeline]\nname = "valley-watch"\n', "@valley-watch.raidline.invalid"),
        ('[timeline]\nname = "v"\n[rules]\nunordered = "off"\n', "@v.raidline.invalid"),
    ],
)
def test_a_project_names_its_timeline(settings, uid, folder, run):
    if settings:
        (folder / "raidline.toml").write_text(settings)
    code, out, _ = run("export", "--format", "ics")
    assert code == 0
    assert {found[found.index("@"):] for found in uids(out)} == {uid}  # fmt: skip
    assert run("check")[0] == 0
    assert run("publish", "site")[0] == 0
    assert f"{uid}\n" in (folder / "site" / "texas" / "calendar.ics").read_text()
    out = run("export", "--format", "ics", "--base-url", "http://example.org/timeline")[1]
    assert {found[found.index("@"):] for found in uids(out)} == {"@example.org/timeline"}  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("timeline = 1\n", "`timeline` is a table with a name"),
        ('[timeline]\ntitle = "v"\n', "`timeline` is a table with a name"),
        ("[timeline]\nname = 1\n", "name = 1; write lower-case letters, digits and hyphens"),
        ('[timeline]\nname = ""\n', "name = ''; write lower-case letters"),
        ('[timeline]\nname = "Valley Watch"\n', "name = 'Valley Watch'; write lower-case letters"),
        ('[timeline]\nname = "a@b.example"\n', "write lower-case letters"),
        ('[timelin]\nname = "a"\n', "unknown key 'timelin'; it holds the tables `rules`, `site` and `timeline`"),
    ],
)
def test_a_name_that_is_none(settings, words, folder, run):
    (folder / "raidline.toml").write_text(settings)
    for command in (("export", "--format", "ics"), ("publish", "site")):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert "raidline.toml: " in err
        assert words in err
    assert not (folder / "site").exists()


@pytest.mark.parametrize("url", ["example.org", "https://jane:secret@example.org/", "https://"])
def test_an_export_refuses_what_is_no_address_of_a_site(url, folder, run):
    code, out, err = run("export", "--format", "ics", "--base-url", url)
    assert (code, out) == (2, "")
    assert "--base-url" in err
