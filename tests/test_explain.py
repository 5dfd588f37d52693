"""`raidline explain`: the sentence in context, how it was read, and why sources stand together. All texts are invented."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from raidline.article import by_id
from raidline.cli.explain import ExplainFormat, _list, as_lines
from raidline.explain.account import explain
from raidline.reading.files import read_articles
from raidline.store.load import load_events
from raidline.terminal import print_pieces
from screens import opened

STAR = """\
---
id: star
title: A week of raids
publisher: The Evening Star
published: 2031-05-09
---
The council met all night. On Tuesday, ICE agents arrested at least nine people at a bakery in Austin, the mayor said.
Nobody had told her.
"""
HERALD = """\
---
id: herald
title: Austin counts its missing
publisher: Herald
published: 2031-05-20
---
ICE agents arrested 70 people in Austin earlier this month, in a raid on a bakery. The oven was still warm.
"""
CURATED = """\
events:
  - id: bakery
    date: 2031-05-06
    title: Agents raid a bakery
    kind: operation
    places: ["Travis County, Texas"]
    agencies: [ICE]
    related: [farm]
    aliases: [old-name]
    sources:
      - article: star
        quote: Nobody had told her.
      - article: herald
        quote: ICE agents arrested 70 people in Austin earlier this month, in a raid on a bakery.
        says: {counts: {arrested: 70}, date: 2031-05, status: alleged, kind: other, places: [Texas], note: a rumour}
      - article: herald
        quote: The oven was cold.
      - article: herald
      - article: gone
      - url: https://paper.example/1
        publisher: Paper
        published: 2031-05-07
  - id: farm
    date: 2031
    title: A farm
    kind: other
    places: [Nowhere at all]
    sources: [{article: star, quote: The council met all night.}]
"""


@pytest.fixture
def saved(tmp_path, monkeypatch, run):
    """Two articles on one raid, the candidates found in them, and a curator's file."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "star.md").write_text(STAR)
    (tmp_path / "articles" / "herald.md").write_text(HERALD)
    (tmp_path / "curated.yaml").write_text(CURATED)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "candidates.yaml").write_text(run("extract", "articles")[1])
    return tmp_path


def explained(folder, number=0):
    loaded = load_events([folder / "curated.yaml"])
    return explain(loaded.events[number], by_id(read_articles([folder / "articles"])[0]))


def the_raid(run):
    events = load_events([Path("candidates.yaml")]).events
    return next(event.id for event in events if len(event.sources) == 2)


def test_a_merged_candidate(saved, run, golden):
    code, out, err = run("explain", "candidates.yaml", the_raid(run))
    assert (code, err) == (0, "")
    golden("explain.txt", out)


def test_a_curated_event_and_what_is_missing(saved, run, golden):
    code, out, _ = run("explain", "curated.yaml", "bakery")
    assert code == 0
    golden("explain-curated.txt", out)


def test_the_marks_are_spans_of_the_quote(saved):
    account = explained(saved).accounts[1]
    quote = account.passage.quote
    assert [(quote[start:end], role) for start, end, role in account.passage.marks] == [
        ("arrested", "trigger"),
        ("earlier this month", "date"),
    ]
    assert account.passage.after == "The oven was still warm."
    assert account.agrees == (
        "May 1–20, 2031 and May 6, 2031 have days in common",
        "Austin, Texas lies in Travis County, Texas",
        "the same kind, operation",
        "both name ICE",
    )
    assert account.differs == ("May 2031", "kind other", "status alleged", "Texas", "70 arrested", "a rumour")


@pytest.mark.parametrize(
    ("place", "agreed"),
    [
        ("Austin, TX", "the same place, Austin, Texas"),
        ("Travis County", "Austin, Texas lies in Travis County, Texas"),
        ("Nowhere at all", None),
    ],
)
def test_a_place_is_the_same_in_every_spelling(saved, place, agreed):
    written = (saved / "curated.yaml").read_text().replace('"Travis County, Texas"', f'"{place}"')
    (saved / "curated.yaml").write_text(written)
    agrees = explained(saved).accounts[1].agrees
    assert [words for words in agrees if "Austin" in words] == ([agreed] if agreed else [])


def test_a_sentence_without_a_dated_act_and_a_place_nobody_knows(saved):
    (account,) = explained(saved, 1).accounts
    assert (account.reading, account.missing, account.agrees) == (None, None, ())
    assert account.passage.quote == "The council met all night."


def test_json(saved, run):
    code, out, _ = run("explain", "candidates.yaml", the_raid(run), "--format", "json")
    record = json.loads(out)
    assert code == 0
    assert [source["article"] for source in record["sources"]] == ["star", "herald"]
    first = record["sources"][0]
    assert first["reading"]["date"] == "2031-05-06"
    assert first["reading"]["how"]
    assert first["marks"][0] == {"start": 3, "end": 10, "role": "date"}
    assert record["sources"][1]["differs"] == []
    assert record["event"]["kind"] == "operation"


def test_an_old_id_still_finds_its_event(saved, run):
    assert run("explain", "curated.yaml", "old-name")[1].startswith("Agents raid a bakery\nbakery\n")


def test_articles_elsewhere_and_beside_the_file(saved, run):
    (saved / "articles").rename(saved / "kept")
    assert "no article star is stored here" in run("explain", "curated.yaml", "bakery")[1]
    assert "Nobody had told her." in run("explain", "curated.yaml", "bakery", "--articles", "kept")[1]
    (saved / "kept" / "star.md").rename(saved / "star.md")
    assert "Nobody had told her." in run("explain", "curated.yaml", "bakery")[1]


def test_without_an_id_the_events_are_listed(saved, folder, run):
    code, out, err = run("explain")
    assert (code, out.splitlines()[0]) == (0, "sweep   early February 2017: Agents sweep across Austin")
    assert err == "3 events; `raidline explain ID` explains one\n"
    assert [row["id"] for row in json.loads(run("explain", "--format", "json")[1])] == ["sweep", "policy", "op"]


def test_without_an_id_the_events_of_a_file_are_listed(saved, run):
    code, out, _ = run("explain", "curated.yaml")
    assert code == 0
    assert out.startswith("bakery")


def test_the_list_fits_a_narrow_terminal(folder, monkeypatch):
    stream = opened(monkeypatch, 30, terminal=True)
    monkeypatch.setattr("sys.stdout", stream)
    _list(folder / "data" / "events.yaml", ExplainFormat.TEXT, "")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()
    assert max(map(len, lines)) <= 30
    assert "early February 2017: Agents sweep across Austin" in " ".join(" ".join(lines).split())


def test_the_addresses_of_every_source_are_told(tmp_path, monkeypatch, run):
    (tmp_path / "e.yaml").write_text(
        """\
events:
  - id: a
    date: 2017
    title: A rule
    kind: policy
    places: [Texas]
    sources:
      - {url: "https://a.example/1", publisher: A, published: 2017-02, archived: "https://kept.example/1"}
      - {url: "https://b.example/1", publisher: B, published: 2017-02}
""",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    out = run("explain", "e.yaml", "a")[1]
    assert "   at       https://a.example/1\n   archived https://kept.example/1\n" in out
    assert "   at       https://b.example/1\n" in out
    assert [s["archived"] for s in json.loads(run("explain", "e.yaml", "a", "--format", "json")[1])["sources"]] == [
        "https://kept.example/1",
        None,
    ]


def test_the_articles_of_candidates_are_found_where_review_finds_them(saved, run):
    """Those beside the timeline that the candidates are reviewed into, wherever the candidates are."""
    (saved / "data").mkdir()
    (saved / "articles").rename(saved / "data" / "articles")
    (saved / "data" / "events.yaml").write_text("events: []\n", encoding="utf-8")
    (saved / "found").mkdir()
    (saved / "curated.yaml").rename(saved / "found" / "curated.yaml")
    assert "Nobody had told her." in run("explain", "found/curated.yaml", "bakery")[1]


def test_the_default_events(folder, run):
    code, out, _ = run("explain", "sweep")
    assert code == 0
    assert out.startswith("Agents sweep across Austin\nsweep\nearly February 2017 · operation · Austin, Texas")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["curated.yaml", "bakry"], "curated.yaml has no event 'bakry'; did you mean bakery?"),
        (["curated.yaml", "zzz"], "curated.yaml has no event 'zzz'"),
        (["nowhere.yaml", "bakery"], "there is no file or folder nowhere.yaml"),
        (["a", "b", "c"], "write `raidline explain FILE ID`"),
        (["articles", "x"], "contains no .yaml file"),
    ],
)
def test_a_mistake_is_one_line(words, complaint, saved, run):
    code, out, err = run("explain", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert complaint in err


def test_on_a_terminal_it_is_wrapped_and_coloured(saved, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = io.StringIO()
    stream.isatty = lambda: True
    print_pieces(list(as_lines(explained(saved))), stream)
    out = stream.getvalue()
    assert "\x1b[1;36mearlier" in out
    assert "\x1b[1;35marrested\x1b[0m" in out
    assert "[earlier" not in out
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in out.splitlines()) <= 60


def test_hostile_words_do_not_act(saved, run):
    path = saved / "curated.yaml"
    path.write_text(path.read_text().replace("title: Agents raid a bakery", 'title: "Red \\e[31m\\u202e\\nline"'))
    out = run("explain", "curated.yaml", "bakery")[1]
    assert out.startswith("Red [31m line\n")
    assert "\x1b" not in run("explain", "curated.yaml", "bakery", "--format", "json")[1]


def test_spaces_between_marks_stay():
    stream = io.StringIO()
    print_pieces(
        [("  ", [("On", ""), (" ", ""), ("Tuesday\n night", "date"), (" ", ""), ("raid", "trigger"), (" .", "")])],
        stream,
    )
    assert stream.getvalue() == "  On [Tuesday night] _raid_ .\n"
