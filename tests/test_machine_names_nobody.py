"""What the machine writes itself, in candidates and on pages, names no private person: only quotes do, word for word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from raidline.yamltext.reading import load

DATA = load(Path(__file__).parent / "named_articles.yaml").data["articles"]
QUOTED = re.compile(r"<blockquote\b.*?</blockquote>", re.DOTALL)
WHOSE_ACT = re.compile(r"an act of '([^']+)'")  # told with the town of an office, whose place may be its county
REVIEW = re.compile(r"    candidate:\n(?:      .*\n)+")  # what tells that nobody has looked at a candidate yet


def write(folder):
    (folder / "articles").mkdir()
    for number, one in enumerate(DATA, 1):
        head = f"id: a{number}\ntitle: Report {number}\nurl: https://paper.example/{number}\npublisher: Paper\n"
        text = f"---\n{head}published: 2026-01-{number + 7:02}\n---\n{one['text']}\n"
        (folder / "articles" / f"a{number}.md").write_text(text, encoding="utf-8")


def towns(places):
    return {word for place in places for word in re.findall(r"\w+", place)}


def said_of(names, text):
    """The surnames that a text has."""
    return {word for name in names for word in name.split()[1:] if re.search(rf"\b{word}\b", text)}


def test_there_are_articles_of_many_forms():
    assert len(DATA) >= 20
    assert all(name in " ".join(one["text"].split()) for one in DATA for name in one["names"])


def test_a_candidate_names_nobody_outside_its_quotes(folder, run):
    write(folder)
    _, out, _ = run("extract", "articles", "--no-merge", "--format", "jsonl")
    found = [json.loads(line) for line in out.splitlines()]
    assert len(found) >= 20
    for one in found:
        report = DATA[int(one["article"].removeprefix("a")) - 1]
        names, told = report["names"], {key: value for key, value in one.items() if key not in {"quote", "sources"}}
        told["how"] = WHOSE_ACT.sub(
            lambda act, text=report["text"]: "" if re.search(rf"\bof {act[1]}, [A-Z]", text) else act[0], told["how"]
        )
        assert said_of(names, json.dumps(told, ensure_ascii=False)) <= towns(one["places"]), one["title"]


@pytest.mark.slow
def test_a_page_names_nobody_outside_its_quotes(folder, run):
    """Though the sentences beside quotes are asked for, and whoever publishes is warned of the quotes."""
    write(folder)
    _, out, _ = run("extract", "articles")
    (folder / "data" / "events.yaml").write_text(REVIEW.sub("", out), encoding="utf-8")
    code, _, err = run("publish", "site", "--articles", "articles", "--context")
    assert code == 0
    pages = list((folder / "site" / "events").glob("*/index.html"))
    assert len(pages) >= 20
    places = towns(re.findall(r"places: \[(.*)\]", out))
    names = [name for one in DATA for name in one["names"]]
    shown = {page.parent.name: QUOTED.sub("", page.read_text(encoding="utf-8")) for page in pages}
    assert {page: said_of(names, text) - places for page, text in shown.items() if said_of(names, text) - places} == {}
    warned = [name for name in names if f"names {name} without a public office" in err]
    assert len(warned) >= 20
