"""Feeds by the rules of their formats: Atom by a RELAX NG schema of RFC 4287, JSON Feed by a schema of its description."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from raidline.export import Options, export_timeline
from raidline.models import Removal
from raidline.publish import contents_of, plan_site
from raidline.store.site import SiteInfo
from raidline.timeline.build import with_removals
from samples import ARTICLES, HOSTILE, make_event, timeline_of

SCHEMAS = Path(__file__).with_name("feeds")
ATOM = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text(encoding="utf-8")))
EVENTS = [
    make_event("sweep", "2017-02-01~/2017-02-10~", agencies=["ICE"], updated="2026-11-28T20:15:30Z"),
    make_event("law", "2020/..", places=["Texas", "Nowhere at all"], kind="policy", status="planned"),
    make_event("sorry", "2017", corrections=[{"day": "2026-01-05", "text": "The number was 9, not 90 & <more>."}]),
    HOSTILE,
]
GONE = Removal.model_validate({"id": "gone", "day": "2026-02-03", "text": "It was told twice.", "places": ["Texas"]})
SITE = SiteInfo(title="Raids & <more>", publisher="The Gazette")


def site_of(base_url):
    timeline = with_removals(timeline_of(*EVENTS), [GONE])
    pages = plan_site(contents_of(timeline, ARTICLES, base_url, site=SITE), Options())
    return {path: page.make() for path, page in pages.items() if path.endswith((".atom", "feed.json"))}


def complaints(path, text):
    """What a schema finds wrong with a feed."""
    if path.endswith(".atom"):
        tree = etree.fromstring(text)
        ATOM.validate(tree)
        found = [error.message for error in ATOM.error_log]
        named = [tree, *tree.iter("{*}entry")]
        links = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
            for one in named
            for link in one.findall("{*}link")
            if link.get("rel", "alternate") == "alternate" and one is tree
        ]
        if len(set(links)) < len(links):
            found.append("two links say the same")
        if tree.find("{*}author") is None and any(entry.find("{*}author") is None for entry in tree.iter("{*}entry")):
            found.append("nobody is the author")
        return found
    return [error.message for error in JSON.iter_errors(json.loads(text))]


@pytest.mark.parametrize("base_url", [None, "https://a.example/timeline/"])
def test_every_feed_of_a_site_is_valid(base_url):
    feeds = site_of(base_url)
    assert {"corrections/feed.atom", "corrections/feed.json", "texas/feed.atom", "agencies/ice/feed.json"} <= set(feeds)
    assert {path: found for path, text in feeds.items() if (found := complaints(path, text))} == {}


@pytest.mark.parametrize("events", [EVENTS, EVENTS[:1], []])
def test_an_exported_feed_is_valid(events):
    text = export_timeline(timeline_of(*events), "atom", Options()).encode()
    assert complaints("export.atom", text) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("texas/feed.atom", "<title>", "<headline/><title>"),
        ("texas/feed.atom", "<id>tag:", "<id>no uri "),
        ("texas/feed.atom", "T20:15:30Z</updated>", "</updated>"),
        ("texas/feed.atom", "T20:15:30Z</updated>", "T20:15:30</updated>"),
        ("texas/feed.atom", "<author><name>", "<author><email>"),
        ("texas/feed.atom", '<category term="', '<category name="'),
        ("texas/feed.atom", '<content type="html">', '<content type="HTML">'),
        ("texas/feed.json", '"version"', '"versions"'),
        ("texas/feed.json", '"content_text"', '"text"'),
        ("texas/feed.json", "T20:15:30Z", ""),
        ("texas/feed.json", '"items"', '"entries"'),
    ],
)
def test_a_mistake_is_found(path, old, new):
    text = site_of(None)[path].decode()
    assert old in text
    broken = text.replace(old, new, 1).replace(
        "</name></author>", "</email></author>" if "email" in new else "</name></author>"
    )
    assert complaints(path, broken.encode())
