"""Corrections: what counts as wrong, the drafted words, and that pages, feeds, calendars and changelogs say the same."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from raidline.cli import clock
from raidline.dates.value import Edtf
from raidline.models import Event
from raidline.timeline.correcting import drafted, is_corrected, wrongs
from raidline.timeline.diff import compare

NOW = "2026-11-28T20:15:30Z"
SOURCE = {"url": "https://h.example/1", "publisher": "Herald", "published": "2017-02-03"}
EVENT = {
    "id": "sweeps",
    "date": "2017-02",
    "title": "ICE sweeps",
    "kind": "operation",
    "places": ["Austin, Texas"],
    "agencies": ["ICE", "FBI"],
    "counts": {"arrested": "about 50"},
    "sources": [SOURCE],
}


def change(was=None, **now):
    before = Event.model_validate(EVENT | (was or {}))
    (found,) = compare([before], [Event.model_validate(EVENT | (was or {}) | now)], {}, {})
    return found


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ({}, {"date": "2017-03-01"}, "The date was given as February 2017; it is March 1, 2017."),
        ({}, {"date": "2017"}, "The date was given as February 2017; it is 2017."),
        ({}, {"date": "2017-01/2017-02"}, "The date was given as February 2017; it is January–February 2017."),
        ({}, {"date": "2017-02-10"}, ""),  # more precise
        ({}, {"date": "2017-02~"}, ""),
        ({}, {"kind": "protest"}, "The kind was given as operation; it is protest."),
        ({}, {"status": "alleged"}, "The status was given as occurred; it is alleged."),
        ({}, {"status": "retracted"}, "The status was given as occurred; it is retracted."),
        ({"status": "planned"}, {"status": "occurred"}, ""),
        ({"status": "planned"}, {"status": "cancelled"}, ""),
        ({"status": "alleged"}, {"status": "occurred"}, ""),
        ({"status": "cancelled"}, {"status": "occurred"}, "The status was given as cancelled; it is occurred."),
        ({}, {"places": ["Dallas, Texas"]}, "The place was given as Austin, Texas; it is Dallas, Texas."),
        ({}, {"places": ["Travis County, Texas"]}, "The place was given as Austin, Texas; it is Travis County, Texas."),
        ({"places": ["Texas"]}, {"places": ["Austin, Texas", "Dallas, Texas"]}, ""),  # more precise
        ({}, {"places": ["Austin, Texas", "Dallas, Texas"]}, ""),
        ({}, {"places": ["Austin, TX"]}, None),  # another spelling is no change at all
        ({"places": ["Nowhere Known"]}, {"places": ["Texas"]}, "The place was given as Nowhere Known; it is Texas."),
        ({}, {"agencies": ["ICE"]}, "The acting body was given as ICE, FBI; it is ICE."),
        ({}, {"agencies": ["ICE", "FBI", "DHS"]}, ""),
        ({"agencies": ["ICE"]}, {"agencies": []}, "The acting body was given as ICE; that is taken back."),
        ({}, {"counts": {"arrested": "51"}}, ""),
        ({}, {"counts": {"arrested": "60"}}, "The number arrested was given as about 50; it is 60."),
        ({}, {"counts": {"arrested": "at least 50"}}, "The number arrested was given as about 50; it is at least 50."),
        ({}, {"counts": {}}, "The number arrested was given as about 50; that is taken back."),
        ({}, {"counts": {"arrested": "about 50", "detained": "3"}}, ""),
        ({"counts": {"arrested": "unknown"}}, {"counts": {"arrested": "3"}}, ""),
        ({"counts": {"arrested": "at least 50"}}, {"counts": {"arrested": "80"}}, ""),
        ({}, {"title": "ICE raids", "summary": "In other words."}, ""),
        ({}, {"sources": [SOURCE | {"url": "https://h.example/2"}]}, ""),
        (
            {},
            {"date": "2017-03", "kind": "other"},
            "The date was given as February 2017; it is March 2017. The kind was given as operation; it is other.",
        ),
    ],
)
def test_what_was_wrong_in_words(was, now, words):
    """What is only more precise, newly known or told in other words was not wrong."""
    if words is None:
        assert compare([Event.model_validate(EVENT)], [Event.model_validate(EVENT | now)], {}, {}) == []
        return
    found = change(was, **now)
    assert (drafted(found), bool(wrongs(found))) == (words, bool(words))


@pytest.mark.parametrize(
    ("was", "now", "corrected"),
    [
        ([], [], False),
        ([], [{"day": "2026-11-28", "text": "It was March."}], True),
        ([{"day": "2026-01-01", "text": "Earlier."}], [{"day": "2026-01-01", "text": "Earlier."}], False),
        ([{"day": "2026-01-01", "text": "Earlier."}], [], False),
    ],
)
def test_only_a_new_correction_corrects(was, now, corrected):
    assert is_corrected(change({"corrections": was}, date="2017-03", corrections=now)) == corrected


@pytest.mark.parametrize("day", ["2026-11", "2026-11-28~", "2026-11-28/2026-11-29", "2026-11-28T10:00:00Z", "tomorrow"])
def test_the_day_of_a_correction_is_one_day(day):
    with pytest.raises(ValueError, match="day"):
        Event.model_validate(EVENT | {"corrections": [{"day": day, "text": "It was March."}]})


def git(*args):
    identity = ["-c", "user.name=A Curator", "-c", "user.email=curator@example.org"]
    subprocess.run(["git", *identity, *args], check=True, capture_output=True)  # noqa: S607 - the one in use


OLD = """\
events:
  - id: sweeps
    date: 2017-01
    title: ICE sweeps
    kind: operation
    places: [Austin, Texas]
    sources:
      - url: https://h.example/1
        publisher: Herald
        published: 2017-02-03
""".replace("[Austin, Texas]", '["Austin, Texas"]')
TEXT = "The date was given as January 2017; it is February 1, 2017."
TEXT_DAY_FIRST = "The date was given as January 2017; it is 1 February 2017."
SAID = f"Corrected on November 28, 2026: {TEXT}"


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A committed timeline of one event, whose date has then been changed."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    monkeypatch.setattr(clock, "now", lambda: Edtf.parse(NOW))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    events = tmp_path / "data" / "events.yaml"
    events.write_text(OLD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    events.write_text(OLD.replace("2017-01\n", "2017-02-01\n"))
    return events


def told(run):
    _, out, _ = run("check")
    return re.findall(r"^\S+?:(\d+:\d+): warning: (.*) \[not-corrected\]$", out, re.MULTILINE)


def test_a_corrected_date_end_to_end(run, path, tmp_path):
    """check asks, fmt drafts, and the page, the feed, the calendar, the table, show, explain and diff say the same."""
    asked = f"{TEXT} `corrections` does not say so; `raidline fmt --correct sweeps` drafts it"
    assert told(run) == [("3:11", asked)]
    assert run("fmt", "--touch") == (
        0,
        "",
        "1 event changed in a way that readers have to be told; --correct drafts the words\n"
        "data/events.yaml: put in order, 1 event updated\n1 file: put in order\n",
    )
    assert told(run)
    code, _, err = run("fmt", "--correct")
    assert (code, err.splitlines()[0]) == (0, "1 correction drafted; improve the words")
    assert told(run) == []
    assert f"    corrections:\n      - day: 2026-11-28\n        text: {TEXT}\n" in path.read_text()
    assert run("fmt", "--check")[0] == 0
    for name in ("md", "html", "atom", "ics", "markwhen", "timelinejs"):
        _, out, _ = run("export", "--format", name)
        unfolded = out.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";").replace("\u2060", "")
        assert SAID in unfolded.replace("\\.", "."), name
    (event,) = json.loads(run("export", "--format", "json")[1])["events"]
    assert event["corrections"] == [{"day": "2026-11-28", "text": TEXT}]
    for command in (["show"], ["explain", "sweeps"], ["diff", "git:HEAD:data/events.yaml", "data/events.yaml"]):
        assert SAID in " ".join(run(*command)[1].split()), command
    _, out, _ = run("diff", "git:HEAD:data/events.yaml", "data/events.yaml", "--format", "md")
    assert f"  - {SAID}\n" in out.replace("\\", "")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('language = "en-GB"', TEXT_DAY_FIRST),
        ('language = "en-US"', TEXT),
        ('language = "de"', TEXT),  # a mistake, of which publish tells
    ],
)
def test_a_correction_is_drafted_in_the_language_of_the_site(run, path, tmp_path, settings, said):
    (tmp_path / "raidline.toml").write_text(f"[site]\n{settings}\n")
    assert run("fmt", "--correct")[0] == 0
    assert f"        text: {said}\n" in path.read_text()


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_a_correction_comes_back_from_an_export(run, path, tmp_path, name):
    run("fmt", "--correct")
    run("export", "--format", name, "-o", str(tmp_path / f"out.{name}"))
    _, out, _ = run("import", str(tmp_path / f"out.{name}"))
    assert f"    corrections:\n      - day: 2026-11-28\n        text: {TEXT}\n" in out


def test_a_correction_moves_the_entry_of_a_feed(run, path):
    """Without `updated`, the day of the newest correction counts."""
    path.write_text(
        path.read_text().replace("    sources:", "    corrections:\n      - {day: 2026-11-28, text: A.}\n    sources:")
    )
    assert "<updated>2026-11-28T00:00:00Z</updated>" in run("export", "--format", "atom")[1]


GONE = "Removed on November 28, 2026: Taken out of the record."
OTHER = (
    OLD.replace("sweeps", "raids")
    .replace("events:\n", "")
    .replace("  - id: raids\n", "  - id: raids\n    aliases: [raid]\n")
)


@pytest.fixture
def without(path):
    """A committed timeline of two events, of which the second, once called `raid`, has then been deleted."""
    path.write_text(OLD + OTHER)
    git("commit", "-q", "-a", "-m", "Add another")
    path.write_text(OLD)
    return path


def test_a_removed_event_end_to_end(run, without):
    """check asks, fmt drafts, and the feed and diff say that it is gone; its id is never free again."""
    message = "the event 'raids' is gone from data/events.yaml without a word to its readers"
    assert told(run) == [("1:1", f"{message}; `raidline fmt --correct raids` drafts one")]
    code, _, err = run("fmt", "--correct", "raids")
    assert (code, err.splitlines()[:2]) == (
        0,
        ["0 corrections and 1 removal drafted; improve the words", "data/events.removed.yaml: 1 removal added"],
    )
    assert (without.parent / "events.removed.yaml").read_text() == (
        "removed:\n  - id: raids\n    day: 2026-11-28\n    text: Taken out of the record.\n"
        '    places: ["Austin, Texas"]\n    aliases: [raid]\n'
    )
    assert told(run) == []
    assert run("check", str(without.parent))[0] == 0, "a folder of events does not read removals as events"
    _, out, _ = run("export", "--format", "atom")
    assert f'<content type="text">{GONE}</content>' in out
    assert "event/raid</id>\n<title>Removed from the record</title>\n<updated>2026-11-28T00:00:00Z</updated>" in out
    assert GONE in run("export", "--format", "atom", "--place", "Texas")[1]
    assert GONE not in run("export", "--format", "atom", "--place", "Ohio")[1]
    for form in ("text", "md", "json"):
        _, out, _ = run("diff", "git:HEAD:data/events.yaml", "data/events.yaml", "--format", form)
        assert "Taken out of the record." in out.replace("\\", ""), form
    without.write_text(OLD + OTHER.replace("    aliases: [raid]\n", ""))
    assert "says that 'raids' was taken out of the record; give this event another id" in run("check")[1]


def test_removals_are_added_to_those_that_there_are(run, without):
    file = without.parent / "events.removed.yaml"
    file.write_text("# Ours.\nremoved:\n  - {id: old, day: 2026-01-01, text: Why.}  # so\n")
    code, out, _ = run("fmt", "--correct", "--check")
    assert (code, "+  - id: raids" in out, "raids" in file.read_text()) == (1, True, False)
    run("fmt", "--correct")
    assert file.read_text().startswith(
        "# Ours.\nremoved:\n  - {id: old, day: 2026-01-01, text: Why.}  # so\n  - id: raids\n"
    )
    assert told(run) == []


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("events: []\n", "1:1: error: begin the file with `removed:` and a list of removals below it"),
        ("removed:\n  - {id: raids, day: 2026, text: Why.}\n", "2:22: error: day: write one day, such as 2026-11-28"),
        ("removed:\n  - {id: raids, day: 2026-11-28}\n", "2:5: error: the key 'text' is missing"),
        ("removed:\n  - raids\n", "2:5: error: "),
        ("removed: []\nevents: []\n", "2:1: error: unknown key 'events'"),
        ("removed: [\n", "error: "),
    ],
)
def test_mistakes_in_removals_are_reported(run, without, written, problem):
    """`check` names file, line and column; `export` writes what it can, and its exit code says so."""
    (without.parent / "events.removed.yaml").write_text(written)
    code, out, _ = run("check")
    assert (code, f"events.removed.yaml:{problem}" in out or problem == "error: ") == (1, True), out
    code, _, err = run("fmt", "--correct")
    assert (code, "events.removed.yaml" in err) == (2, True)
    assert (without.parent / "events.removed.yaml").read_text() == written
    code, out, err = run("export", "--format", "atom")
    assert (code, "events.removed.yaml" in err, "ICE sweeps" in out) == (1, True, True)


def test_a_version_of_git_has_its_own_removals(run, without, monkeypatch):
    run("fmt", "--correct")
    git("add", ".")
    git("commit", "-q", "-m", "Remove one")
    for old, new in (("data/events.yaml", "data/events.yaml"), ("data", "data")):
        _, out, err = run("diff", f"git:HEAD~1:{old}", f"git:HEAD:{new}")
        assert (GONE in out, "1 removed" in err) == (True, True)


def test_a_site_tells_what_was_corrected_and_what_is_gone(run, without):
    """The event, the page of corrections and the news of its places say so, and the page of what is gone stays."""
    without.write_text(OLD.replace("2017-01\n", "2017-02-01\n"))
    run("fmt", "--correct")
    code, _, err = run("publish", "site", "--base-url", "https://t.example/")
    assert code == 0, err
    site = without.parent.parent / "site"

    def page(name):
        return " ".join((site / name).read_text().split())

    assert SAID in page("events/sweeps/index.html")
    for name in ("corrections/index.html", "index.html"):
        told = re.sub("<[^>]*>", "", page(name))
        assert f"ICE sweeps Corrected on November 28, 2026 {TEXT}" in told
        assert "raids Removed on November 28, 2026 Taken out of the record." in told
    for name in ("events/raids/index.html", "events/raid/index.html"):
        gone = page(name)
        assert GONE in re.sub("<[^>]*>", "", gone)
        assert ('content="noindex"' in gone, "ICE" in gone) == (True, False)
    for name in ("corrections/feed.atom", "corrections/feed.json", "texas/austin/feed.atom", "texas/feed.json"):
        assert (SAID in page(name), GONE in page(name)) == (True, True), name
    assert SAID in (site / "texas/austin/calendar.ics").read_text().replace("\n ", "").replace("\\", "")
    sitemap = page("sitemap.xml")
    assert ("/corrections/<" in sitemap, "/events/raid" in sitemap) == (True, False)
    assert run("publish", "site", "--base-url", "https://t.example/")[2].startswith("0 files written")


def test_the_news_of_a_place_without_any_other_event_say_what_is_gone(run, without):
    """Who follows the place is told, though it has no page any more."""
    folder = without.parent.parent
    places = re.sub(r"places: .*", 'places: ["Reno, Nevada"]', OTHER)
    without.write_text(OLD + places)
    run("publish", "site", "--base-url", "https://t.example/")
    news = [folder / "site" / "nevada" / name for name in ("feed.atom", "reno/feed.atom", "reno/feed.json")]
    assert all(path.is_file() for path in news)
    without.write_text(OLD)
    (without.parent / "events.removed.yaml").write_text(
        'removed:\n  - {id: raids, day: 2026-11-28, text: Taken out of the record., places: ["Reno, Nevada"]}\n'
    )
    assert run("publish", "site", "--base-url", "https://t.example/")[0] == 0
    for path in news:
        assert GONE in path.read_text()
        assert "https://t.example/corrections/" in path.read_text()
    assert "END:VCALENDAR" in (folder / "site" / "nevada" / "reno" / "calendar.ics").read_text()
    assert not (folder / "site" / "nevada" / "reno" / "index.html").exists()
    assert run("publish", "site", "--base-url", "https://t.example/")[2].startswith("0 files written")


def test_an_event_cannot_be_published_and_gone(run, without):
    run("fmt", "--correct")
    without.write_text(OLD + OTHER.replace("    aliases: [raid]\n", ""))
    code, _, err = run("publish", "site")
    assert code == 1
    assert "no page for raids: it was taken out of the record, but an event has its name" in err


def test_words_for_readers_name_no_private_person(run, path):
    """Not in a correction, and not in a removal."""
    told = "Agents did not arrest Maria Sample, 43."
    path.write_text(
        OLD.replace("    sources:", f"    corrections:\n      - day: 2026-11-28\n        text: {told}\n    sources:")
    )
    (path.parent / "events.removed.yaml").write_text(f"removed:\n  - {{id: old, day: 2026-11-28, text: '{told}'}}\n")
    _, out, _ = run("check")
    found = re.findall(r"^(\S+?:\d+:\d+): warning: names Maria Sample ", out, re.MULTILINE)
    assert found == ["data/events.removed.yaml:2:1", "data/events.yaml:9:37"]
