"""What is for curators alone leaves by no export and no page: one probe a private thing, through every way out."""

from __future__ import annotations

import json

import pytest

from oracles import unpacked
from raidline.export import FORMATS
from raidline.models import FOR_CURATORS, Event

# Each private thing, and the word by which it is found wherever it leaks.
PROBES = {
    "notes": "probenotes",
    "an unmapped column, which import puts into notes": "probecolumn",
    "ignore": "probeignore",
    "candidate": "probecandidate",
    "decisions": "probedecision",
    "the path of the files": "probepath",
    "the text of an article": "probearticle",
    "the path of a saved report": "probesaved",
    "the user and the password of an address": "probepassword",
    "the token of an address": "probetoken",
}
PUBLIC = "Publictitle"
EVENTS = f"""\
events:
  - id: sweep
    date: 2017-02-01
    title: {PUBLIC}
    kind: operation
    places: ["Austin, Texas"]
    notes: |-
      probenotes
      Internal comment: probecolumn
    ignore: [probeignore]
    aliases: [former]
    summary: See https://jane:probepassword@star.example/2?token=probetoken for more.
    sources:
      - {{article: star, quote: Agents came to Austin., says: {{date: 2017-01}}}}
      - url: https://jane:probepassword@herald.example/1?token=probetoken&page=2
        archived: https://archive.example/web/https://herald.example/1?X-Amz-Signature=probetoken
        publisher: Herald
        published: 2017-03
        says: {{note: "By https://herald.example/2?sig=probetoken"}}
      - {{url: "file:///home/probesaved/1.html", archived: ~/probesaved/1.html, publisher: Star, published: 2017-03}}
      - {{url: 'C:\\probesaved\\1.html', archived: ../probesaved, publisher: Post, published: 2017-03}}
    candidate:
      date_text: probecandidate
      how: probecandidate
      trigger: probecandidate
      modality: probecandidate
      attribution: probecandidate
      salience: 0.5
      start: 16
      end: 38
"""
ARTICLE = """\
---
id: star
title: Deputies out
publisher: The Evening Star
published: 2017-03-29
url: https://star.example/1?access_token=probetoken
---
The probearticle was read. Agents came to Austin. A second probearticle was there.
"""
DECISION = {"decision": "rejected", "candidate": "c", "title": "probedecision", "marks": ["probedecision"]}


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A folder with something private in each place that can hold it, and the current one."""
    home = tmp_path / "probepath"
    (home / "data" / "articles").mkdir(parents=True)
    (home / "data" / "events.yaml").write_text(EVENTS)
    (home / "data" / "events.review.jsonl").write_text(json.dumps(DECISION) + "\n")
    (home / "data" / "articles" / "star.md").write_text(ARTICLE)
    monkeypatch.chdir(home)
    return home


def leaks(written: bytes) -> list[str]:
    """Return what private thing stands in a file; a calendar is unfolded first."""
    text = written.replace(b"\r\n ", b"").decode("utf-8", "replace")
    return [what for what, word in PROBES.items() if word in text]


def exported(run, home, name, *more):
    code, _, err = run("export", "--format", name, "-o", home / "out", "--data", home / "data" / "events.yaml", *more)
    assert code == 0, err
    return unpacked((home / "out").read_bytes())


def test_each_key_of_an_event_that_is_for_curators_has_a_probe():
    assert set(PROBES) >= FOR_CURATORS
    assert set(Event.model_fields) >= FOR_CURATORS


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_holds_what_is_for_curators(name, kept, run):
    written = exported(run, kept, name)
    assert PUBLIC.encode() in written  # else a probe proves nothing
    assert leaks(written) == []


@pytest.mark.parametrize("name", FORMATS)
def test_notes_are_exported_where_they_are_asked_for(name, kept, run):
    if not FORMATS[name].notes:
        code, _, err = run("export", "--format", name, "-o", kept / "out", "--with-notes")
        assert (code, err) == (2, f"error: {name} cannot hold notes; choose from json, jsonl, csv, xlsx\n")
        assert not (kept / "out").exists()
        return
    assert leaks(exported(run, kept, name, "--with-notes")) == [
        "notes",
        "an unmapped column, which import puts into notes",
    ]


@pytest.mark.parametrize("more", [(), ("--base-url", "https://example.org/x/")])
def test_no_file_of_a_site_holds_what_is_for_curators(more, kept, run):
    site = kept.parent / "site"
    code, _, err = run("publish", site, "--data", kept / "data" / "events.yaml", *more)
    assert code == 0, err
    files = {
        path.relative_to(site).as_posix(): unpacked(path.read_bytes()) for path in site.rglob("*") if path.is_file()
    }
    assert {name for name, written in files.items() if PUBLIC.encode() in written} >= {
        *(f"texas/{file}" for file in ("calendar.ics", "feed.atom", "feed.json", "index.html")),
        *(f"united-states/{file}" for file in ("events.csv", "events.json")),  # a wider place with the same events
        "events/sweep/index.html",
        "events/former/index.html",
    }
    assert {name: found for name, written in files.items() if (found := leaks(written))} == {}


def test_the_sentences_around_a_quote_are_shown_where_they_are_asked_for(kept, run):
    for more in ((), ("--context",), ()):  # and what the option showed goes away with it
        assert run("publish", kept / "site", "--data", kept / "data" / "events.yaml", *more)[0] == 0
        page = (kept / "site" / "events" / "sweep" / "index.html").read_text()
        assert ("The probearticle was read." in page) is bool(more)


def test_what_explain_and_diff_print_holds_no_secrets(kept, run):
    (kept / "old.yaml").write_text("events: []\n")
    (kept / "older.yaml").write_text(EVENTS.replace("probetoken", "other").replace("page=2", "page=3"))
    for command in (
        ("explain", "sweep"),
        ("explain", "sweep", "--format", "json"),
        *(
            ("diff", old, "data/events.yaml", "--format", name)
            for old in ("old.yaml", "older.yaml")
            for name in ("text", "md", "json")
        ),
        ("check", "data/events.yaml"),
        *(("check", "data/events.yaml", "--format", name) for name in ("github", "sarif", "json")),
    ):
        _, out, err = run(*command)
        assert out, command
        assert not [word for word in ("probepassword", "probetoken") if word in out + err], command


@pytest.mark.parametrize("name", ["text", "md", "json"])
def test_diff_tells_of_notes_where_it_is_asked_to(name, kept, run):
    (kept / "old.yaml").write_text(EVENTS.replace("probenotes", "others"))
    _, out, err = run("diff", "old.yaml", "data/events.yaml", "--format", name, "--articles", "data/articles")
    assert (leaks(out.encode()), "notes" in out) == ([], False)
    assert err == "nothing changed\nnotes differ in 1 event; --with-notes shows them\n"
    _, out, err = run(
        "diff", "old.yaml", "data/events.yaml", "--format", name, "--articles", "data/articles", "--with-notes"
    )
    assert ("notes" in out, err) == (True, "1 changed\n")


def test_check_warns_of_the_address_of_an_article(kept, run):
    _, out, _ = run("check", "data/events.yaml")
    assert "the address of its article grants access through its access_token; remove that there [url-secret]" in out


@pytest.mark.parametrize("name", ["json", "md", "plain"])
def test_what_show_prints_holds_nothing_for_curators(name, kept, run):
    code, out, _ = run("show", "--format", name)
    assert (code, PUBLIC in out) == (0, True)
    assert leaks(out.encode()) == []
