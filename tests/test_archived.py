"""The archived copy of a source, where it has one, stands beside it: the evidence outlives its address."""

from __future__ import annotations

import json
import sqlite3

import pytest

from raidline.export import export_chunks
from samples import make_event, timeline_of

SOURCE = {"url": "https://star.example/1", "publisher": "Star", "published": "2017-03-29", "title": "A headline"}
COPY = "https://archive.example/2017/star"


def exported(name, archived):
    timeline = timeline_of(make_event(sources=[SOURCE | {"archived": archived}]))
    return b"".join(export_chunks(timeline, name)).decode()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("html", f'(<a href="{COPY}" rel="noopener noreferrer nofollow">archived copy</a>)'),
        ("md", f"[archived copy](<{COPY}>)"),
        ("json", f'"archived": "{COPY}"'),
    ],
)
def test_it_is_linked(name, written):
    assert written in exported(name, COPY)


@pytest.mark.parametrize("name", ["html", "md"])
def test_only_a_web_address_is_linked(name):
    assert "archived copy" not in exported(name, "javascript:alert(1)")


def test_the_database_has_it(tmp_path):
    timeline = timeline_of(make_event(sources=[SOURCE | {"archived": COPY}]))
    path = tmp_path / "timeline.sqlite"
    path.write_bytes(b"".join(export_chunks(timeline, "sqlite")))
    database = sqlite3.connect(path)
    assert database.execute("select url, archived from sources").fetchall() == [(SOURCE["url"], COPY)]
    database.close()


def test_json_has_none_where_there_is_none():
    timeline = timeline_of(make_event(sources=[SOURCE]))
    assert json.loads(b"".join(export_chunks(timeline, "json")))["events"][0]["sources"][0]["archived"] is None
