"""Folders of Markdown files with front matter: one event a file, its sources nested, its text below."""

from __future__ import annotations

import os

import pytest

from raidline.errors import RaidlineError
from raidline.importing import Columns, Layout, make_events, read_records

CARD = """---
title: Nine held at a diner
date: 2031-05-06
city: Austin
state: TX
type: raid
arrested: 9
officer: no name
sources:
  - title: Nine held
    url: https://a.example/1
    outlet: Courier
    date: 2031-05-07
    archive: https://archive.ph/xYz
  - link: https://b.example/2
---
Agents came at noon.

They left at one.
"""


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_md", ".md")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(path):
    return make_events(read_records(path), Columns(), "cards")


def test_a_file_is_an_event_and_nothing_of_it_is_lost(tmp_path):
    [event] = read(write(tmp_path, diner_md=CARD)).events
    assert event == {
        "id": "diner",
        "date": "2031-05-06",
        "title": "Nine held at a diner",
        "kind": "operation",
        "places": ["Austin, Texas"],
        "counts": {"arrested": "9"},
        "summary": "Agents came at noon.\n\nThey left at one.",
        "notes": "type: raid\nofficer: no name"
        if event["notes"].startswith("type")
        else "officer: no name\ntype: raid",
        "sources": [
            {
                "url": "https://a.example/1",
                "title": "Nine held",
                "publisher": "Courier",
                "published": "2031-05-07",
                "archived": "https://archive.ph/xYz",
            },
            {"url": "https://b.example/2", "publisher": "b.example", "published": "[2031-05-06..]"},
        ],
    }


def test_a_folder_is_read_with_those_below_it_in_order(tmp_path):
    write(tmp_path, b_md=CARD, **{"a__c_md": CARD, "a__notes.txt": "x", ".git__d_md": CARD})
    found = read(tmp_path)
    assert [event["id"] for event in found.events] == ["c", "b"]


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("No front matter.\n", "x.md: has no front matter"),
        ("---\ntitle: T\n", "x.md: has no front matter"),
        ("---\ntitle: T\ntitle: U\n---\n", "x.md: line 3: "),
        ("---\ntitle: [T\n---\n", "x.md: line "),
        ("---\n- a\n---\n", "x.md: has no keys in its front matter"),
        ("---\n---\n", "x.md: has no keys in its front matter"),
        (b"---\ntitle: \xff\n---\n", "x.md: is not UTF-8"),
        (b"---\n" + b"x" * 1_100_000, "x.md: is too large"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(card, said, tmp_path):
    found = read(write(tmp_path, x_md=card, y_md=CARD))
    assert [event["id"] for event in found.events] == ["y"]
    [told] = found.left_out
    assert told.startswith(said)


def test_titles_in_headings_texts_beside_summaries_and_own_ids(tmp_path):
    write(
        tmp_path,
        x_md="---\ndate: 2031\n---\n# Nine held #\n\nText\n",
        y_md="---\ndate: 2032\nid: own\nsummary: Short.\n---\nLong.\n",
    )
    first, second = read(tmp_path).events
    assert (first["title"], first["summary"]) == ("Nine held", "Text")
    assert (second["id"], second["summary"], second["notes"]) == ("own", "Short.", "body: Long.")


def test_one_file_is_a_record_and_a_folder_without_any_is_a_mistake(tmp_path):
    assert len(read(write(tmp_path, x_md=CARD) / "x.md").events) == 1
    (tmp_path / "empty").mkdir()
    with pytest.raises(RaidlineError, match=r"contains no files that end in \.md"):
        read(tmp_path / "empty")
    with pytest.raises(RaidlineError, match="--header"):
        read_records(tmp_path, Layout(header=2))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_to_folders_are_not_followed(tmp_path):
    write(tmp_path, x_md=CARD)
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert len(read(tmp_path).events) == 1


def test_a_card_that_repeats_itself_without_end_does_not_stop_the_others(tmp_path):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for one, other in zip("abcde", "bcdef", strict=True):
        bomb += f"{other}: &{other} [{', '.join([f'*{one}'] * 10)}]\n"
    found = read(write(tmp_path, bomb_md=f"---\ntitle: t\n{bomb}---\n", diner_md=CARD))
    assert [event["id"] for event in found.events] == ["diner"]
    [left_out] = found.left_out
    assert left_out.startswith("bomb.md: line 7: repeats too much of the file")


MIXED = """---
title: Nine held at a diner
date: 2031-05-06
location: Austin, Texas
sources:
  - {title: Nine held, url: https://a.example/1, outlet: Courier, date: 2031-05-07}
  - https://b.example/2
  - Ledger, "Nine of them", https://c.example/3
  -
---
"""


def test_sources_may_be_objects_beside_addresses(tmp_path):
    [event] = read(write(tmp_path, diner_md=MIXED)).events
    found = [(source["url"], source["publisher"], source.get("title")) for source in event["sources"]]
    assert found == [
        ("https://a.example/1", "Courier", "Nine held"),
        ("https://b.example/2", "b.example", None),
        ("https://c.example/3", "Ledger", "Nine of them"),
    ]


@pytest.mark.parametrize("name", ["README_md", "zz__readme_md", "2030__index_md"])
def test_a_file_about_the_folder_is_named_and_no_mistake(name, tmp_path):
    found = read(write(tmp_path, **{"diner_md": CARD, name: "# How to use this folder"}))
    assert (len(found.events), found.left_out) == (1, [])
    file = name.replace("__", "/").replace("_md", ".md")
    assert f"diner.md: {file} is about the folder, not an event; left out" in found.remarks


def test_a_file_about_the_folder_with_keys_is_an_event(tmp_path):
    assert len(read(write(tmp_path, README_md=CARD)).events) == 1
    with pytest.raises(RaidlineError, match="contains no records"):
        read(write(tmp_path / "other", README_md="# How to use this folder"))
