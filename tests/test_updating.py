"""`updated`: what writes it, and who is told where it is missing; git knows what an event was."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from raidline.cli import clock
from raidline.dates.value import Edtf

NOW = "2026-11-28T20:15:30Z"
SOURCE = "    sources: [{url: https://h.example/1, publisher: Herald, published: 2017-02-03}]\n"


def event(name, date="2017-02-01", *more, title="A title"):
    lines = (f"    {line}\n" for line in more)
    return f"  - id: {name}\n    date: {date}\n    title: {title}\n    kind: other\n    places: [Texas]\n{''.join(lines)}{SOURCE}"


OLD = f"events:\n{event('plain')}{event('dated', '2017-02-02', 'updated: 2017-03-01')}"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: Edtf.parse(NOW))


def git(*args):
    identity = ["-c", "user.name=A Curator", "-c", "user.email=curator@example.org"]
    subprocess.run(["git", *identity, *args], check=True, capture_output=True)  # noqa: S607 - the one in use


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A timeline of two events, as committed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(OLD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    return tmp_path / "data" / "events.yaml"


def told(run, *args):
    """(line, what) of each warning of the rule."""
    _, out, _ = run("check", *args)
    found = re.findall(r"^\S+?:(\d+):\d+: warning: (.*) \[not-updated\]$", out, re.MULTILINE)
    return [(int(line), message.partition(";")[0]) for line, message in found]


MISSING = "this event is changed and `updated` is missing"
NOT_LATER = "this event is changed and `updated` is not later than it was"
NEW = "this event is new and `updated` is missing"


@pytest.mark.parametrize(
    ("written", "warnings"),
    [
        (OLD, []),
        ("# A remark.\n" + OLD, []),
        (OLD.replace("title: A title", "title: Another", 1), [(2, MISSING)]),
        (f"events:\n{event('plain', '2017-02-01', 'updated: 2018', title='Another')}", []),
        (f"events:\n{event('plain', '2017-02-01', 'updated: 2017-03-01')}", []),
        (OLD.replace("places: [Texas]", "places: [TX]", 1), []),  # another spelling of the same
        (OLD.replace("kind: other\n", "kind: other\n    notes: For curators.\n    ignore: [no-source]\n", 1), []),
        (OLD.replace("kind: other\n", "kind: other\n    summary: For readers.\n", 1), [(2, MISSING)]),
        (OLD.replace("publisher: Herald", "publisher: Star", 1), [(2, MISSING)]),
        (OLD.replace("id: plain\n", "id: renamed\n    aliases: [plain]\n"), [(2, MISSING)]),
        (f"events:\n{event('dated', '2017-02-03', 'updated: 2017-03-01')}", [(7, NOT_LATER)]),
        (f"events:\n{event('dated', '2017-02-03', 'updated: 2017-02-28')}", [(7, NOT_LATER)]),
        (f"events:\n{event('dated', '2017-02-03')}", [(2, MISSING)]),
        (f"events:\n{event('dated', '2017-02-03', 'updated: 2017-03-01T00:00:01Z')}", []),
        (f"events:\n{event('dated', '2017-02-03', 'updated: 2017-03-01T00:30:00+01:00')}", [(7, NOT_LATER)]),
        (OLD + event("added", "2009"), [(15, NEW)]),
        (OLD + event("added", "2009", "updated: 2017-02-01"), []),
        (OLD + event("added", "2009", "ignore: [not-updated]"), []),
        (event("dated", "2017-02-02", "updated: 2017-03-01").join(["events:\n", ""]), []),  # one is gone
    ],
)
def test_what_changed_without_a_word(written, warnings, path, run):
    path.write_text(written)
    assert told(run) == warnings
    assert run("check")[0] == 0


def test_against_a_revision_that_is_named(path, run):
    path.write_text(OLD.replace("title: A title", "title: Another", 1))
    git("commit", "-q", "-a", "-m", "Change")
    assert told(run) == []
    assert told(run, "--since", "HEAD~1") == [(2, MISSING)]


def test_an_event_that_moves_to_another_file_is_the_same(path, run):
    other = path.with_name("other.yaml")
    other.write_text("events: []\n")
    git("add", ".")
    git("commit", "-q", "-m", "More")
    other.write_text(f"events:\n{event('plain')}")
    path.write_text(f"events:\n{event('dated', '2017-02-02', 'updated: 2017-03-01')}")
    assert told(run, "data") == []


def test_where_git_knows_nothing_nothing_is_found(path, run, tmp_path_factory):
    path.with_name("new.yaml").write_text(OLD)  # git does not know it
    assert told(run, "data/new.yaml") == []
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "events.yaml"
    elsewhere.write_text(OLD)
    code, out, _ = run("check", elsewhere)
    assert (code, "not-updated" in out) == (0, False)


def test_an_older_version_that_could_not_be_read_is_told(path, run):
    path.write_text(OLD.replace("2017-02-01", "2017-02-31"))
    git("commit", "-q", "-a", "-m", "Break")
    path.write_text(OLD)
    code, out, err = run("check")
    assert (code, "not-updated" in out) == (0, False)
    assert "data/events.yaml had mistakes in HEAD; whether `updated` is new was not checked" in err


@pytest.mark.parametrize(
    ("name", "text", "updated"),
    [
        ("x.csv", "Date,Headline,State\n2/5/2017,A raid,TX\n", NOW),
        ("x.csv", "Date,Headline,State,Updated\n2/5/2017,A raid,TX,2018-01-01\n", NOW),  # that of others' records
        ("x.json", '[{"date": "2017", "title": "T"}]', NOW),
        (
            "x.json",  # the schema of events files, which others write too
            '{"id": "a", "date": "2017", "title": "T", "kind": "other", "places": ["Texas"], "updated": "2018-01-01",'
            ' "sources": [{"url": "https://a.example/1", "publisher": "A", "published": "2017"}]}',
            NOW,
        ),
        ("x.json", '{"events": [{"start_date": {"year": "2017"}, "text": {"headline": "T"}}]}', NOW),
        ("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20170315\nSUMMARY:T\nEND:VEVENT\nEND:VCALENDAR\n", NOW),
    ],
)
def test_what_is_imported_is_updated_now(name, text, updated, path, run):
    path.with_name(name).write_text(text)
    _, out, _ = run("import", f"data/{name}")
    assert re.findall("^    updated: (.*)$", out, re.MULTILINE) == [f'"{updated}"']


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "ics", "timelinejs"])
def test_what_raidline_exported_says_itself_when_it_was_updated(name, path, run):
    run("export", "-o", f"x.{name}")
    updated = re.findall("^    updated: (.*)$", run("import", f"x.{name}")[1], re.MULTILINE)
    assert updated == (["2017-03-01"] if name in {"json", "jsonl", "csv"} else [])


def test_a_row_that_was_added_to_an_export_is_updated_now(path, run):
    run("export", "-o", "x.csv")
    file = path.parents[1] / "x.csv"
    headings = file.read_text().partition("\n")[0].strip().split(",")
    added = {"id": "new", "title": "New", "date_edtf": "2009", "kind": "other", "places": "Texas"}
    added |= {"source_urls": "https://a.example/1", "publishers": "A", "as_of": "2009-02-01"}
    file.write_text(file.read_text() + ",".join(added.get(name, "") for name in headings) + "\n")
    events = run("import", "x.csv")[1].split("  - id: ")
    assert [NOW in text for text in events] == [text.startswith("new") for text in events]


def test_touch_writes_it_where_it_is_missing(path, run):
    text = "# Kept.\n" + OLD.replace("title: A title", "title: Another  # better", 1) + event("added", "2009")
    path.write_text(text)
    code, out, err = run("fmt", "--touch", "--check")
    assert (code, path.read_text()) == (1, text)
    assert out.count(f'+    updated: "{NOW}"') == 2
    code, out, err = run("fmt", "--touch")
    assert (code, out) == (0, "")
    assert "data/events.yaml: put in order, 2 events updated" in err
    written = path.read_text()
    assert written.count(f'    updated: "{NOW}"\n') == 2
    assert "updated: 2017-03-01\n" in written
    assert "# Kept.\n" in written
    assert "title: Another  # better\n" in written
    assert told(run) == []
    assert run("fmt", "--touch")[2] == "1 file: in order\n"
    assert "marked as updated November 28, 2026" in run("diff", "git:HEAD:data/events.yaml", "data/events.yaml")[1]


def test_touch_writes_it_where_it_is_asked_to(path, run):
    path.write_text(OLD.replace("id: plain\n", "id: plain\n    aliases: [once]\n"))
    assert run("fmt", "--touch", "dated", "once")[0] == 0
    assert path.read_text().count(f'updated: "{NOW}"') == 2
    assert "updated: 2017-03-01" not in path.read_text()


def test_touch_with_a_file_and_an_id(path, run):
    other = path.with_name("other.yaml")
    other.write_text(OLD.replace("id: ", "id: other-"))
    before = path.read_text()
    assert run("fmt", "--touch", "other-plain", other)[0] == 0
    assert other.read_text().count(NOW) == 1
    assert path.read_text() == before


@pytest.mark.parametrize("args", [["nobody"], ["plain", "nobody"]])
def test_touch_of_what_is_not_there_changes_nothing(args, path, run):
    code, out, err = run("fmt", "--touch", *args)
    assert (code, out) == (2, "")
    assert "there is no file, and no readable event, with the name 'nobody'" in err
    assert path.read_text() == OLD


def test_touch_without_git_asks_for_ids(path, run, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "events.yaml"
    elsewhere.write_text(OLD)
    code, _, err = run("fmt", "--touch", elsewhere)
    assert code == 2
    assert "is not in a git repository; name the events that changed instead: --touch ID" in err
    assert run("fmt", "--touch", elsewhere, "plain")[0] == 0
    assert elsewhere.read_text().count(NOW) == 1


def test_touch_leaves_a_file_with_mistakes_alone(path, run):
    broken = OLD + event("bad", "2017-02-31")
    path.write_text(broken)
    code, _, err = run("fmt", "--touch", "plain")
    assert (code, path.read_text()) == (1, broken)
    assert "left as it is" in err


def test_what_is_touched_comes_first_in_the_feed(path, run):
    def titles():
        return re.findall("<title>(.*?)(?: \\(.*)?</title>", run("export", "--format", "atom")[1])[1:]

    path.write_text(OLD.replace("title: A title", "title: Another", 1) + event("added", "2009", title="Long ago"))
    assert titles() == ["A title", "Another", "Long ago"]
    run("fmt", "--touch", "added")
    assert titles() == ["Long ago", "A title", "Another"]
    assert run("publish", "site")[0] == 0
    feed = (path.parents[1] / "site" / "texas" / "feed.atom").read_text()
    assert re.findall("<title>(.*?)(?: \\(.*)?</title>", feed)[1:] == ["Long ago", "A title", "Another"]
    assert f"<updated>{NOW}</updated>" in feed


def test_no_program_is_started_where_there_is_no_repository(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.yaml").write_text(OLD)
    monkeypatch.setattr(subprocess, "run", lambda *args, **_: pytest.fail(f"started: {args}"))
    assert run("check", "events.yaml")[0] == 0
