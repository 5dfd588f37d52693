"""How a site gets into its folder: only what changed, nothing of others, nothing outside, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from raidline.cache import sightings
from raidline.errors import RaidlineError
from raidline.publish import present
from raidline.publish.folder import EDITED, FOREIGN, KEPT, LINK, write_site
from raidline.publish.making import Page
from raidline.publish.manifest import JOURNAL, MANIFEST, OWN, STAGING

TEXTS = {
    "index.html": "first",
    "texas/index.html": "Texas",
    "texas/austin/index.html": "Austin",
    "events/a/index.html": "a",
}


def site_of(texts):
    return {path: Page(sha256(text.encode()).hexdigest(), text.encode) for path, text in texts.items()}


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in OWN
    }


def folders_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    write_site(folder, site_of(TEXTS))
    return folder


def test_a_site_is_written(tmp_path):
    outcome = write_site(tmp_path / "new" / "site", site_of(TEXTS))
    assert files_in(tmp_path / "new" / "site") == TEXTS
    assert outcome.written == sorted(TEXTS)
    assert {path.name for path in (tmp_path / "new" / "site").glob(".*")} == {MANIFEST}


def test_what_did_not_change_is_neither_made_nor_written(site):
    for path in site.rglob("*"):
        os.utime(path, (1, 1))
    pages = {path: Page(page.inputs, lambda: pytest.fail("made")) for path, page in site_of(TEXTS).items()}
    outcome = write_site(site, pages)
    assert (outcome.written, outcome.unchanged) == ([], sorted(TEXTS))
    assert {path.stat().st_mtime for path in site.rglob("*") if path.is_file()} == {1}


def test_other_inputs_with_equal_bytes_write_nothing(site):
    for path in site.rglob("*.html"):
        os.utime(path, (1, 1))
    outcome = write_site(site, {path: Page("0" * 64, text.encode) for path, text in TEXTS.items()})
    assert outcome.written == []
    assert {path.stat().st_mtime for path in site.rglob("*.html")} == {1}


def test_what_changed_is_written(site):
    outcome = write_site(site, site_of(TEXTS | {"index.html": "second"}))
    assert outcome.written == ["index.html"]
    assert files_in(site) == TEXTS | {"index.html": "second"}


def test_what_is_no_longer_made_is_removed_with_its_empty_folders(site):
    (site / "texas" / "mine.txt").write_text("mine")
    outcome = write_site(site, site_of({"index.html": "first"}))
    assert outcome.removed == ["events/a/index.html", "texas/austin/index.html", "texas/index.html"]
    assert files_in(site) == {"index.html": "first", "texas/mine.txt": "mine"}
    assert folders_in(site) == {"texas"}


def test_a_file_edited_by_hand_is_left_and_told_of_until_it_is_gone(site):
    (site / "index.html").write_text("mine")
    for _ in range(2):
        outcome = write_site(site, site_of(TEXTS | {"index.html": "second"}))
        assert outcome.left == [("index.html", EDITED)]
        assert (site / "index.html").read_text() == "mine"
    (site / "index.html").unlink()
    assert write_site(site, site_of(TEXTS | {"index.html": "second"})).written == ["index.html"]


def test_a_file_edited_by_hand_is_not_removed(site):
    (site / "texas" / "index.html").write_text("mine")
    for _ in range(2):
        outcome = write_site(site, site_of({"index.html": "first"}))
        assert outcome.left == [("texas/index.html", KEPT)]
    assert files_in(site) == {"index.html": "first", "texas/index.html": "mine"}


def test_an_edit_taken_back_is_ours_again(site):
    (site / "index.html").write_text("mine")
    write_site(site, site_of(TEXTS | {"index.html": "second"}))
    (site / "index.html").write_text("first")
    outcome = write_site(site, site_of(TEXTS | {"index.html": "second"}))
    assert (outcome.left, outcome.written) == ([], ["index.html"])


def test_a_file_of_others_in_the_way_is_left(site):
    (site / "california").mkdir()
    (site / "california" / "index.html").write_text("mine")
    outcome = write_site(site, site_of(TEXTS | {"california/index.html": "California"}))
    assert outcome.left == [("california/index.html", FOREIGN)]
    assert (site / "california" / "index.html").read_text() == "mine"


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to("/etc/passwd")])
def test_a_folder_or_a_link_where_a_page_should_be_is_left(site, make):
    (site / "index.html").unlink()
    make(site / "index.html")
    outcome = write_site(site, site_of(TEXTS | {"index.html": "second"}))
    assert outcome.left == [("index.html", EDITED)]
    assert not (site / "index.html").is_file() or (site / "index.html").is_symlink()


def test_a_deleted_file_is_written_again(site):
    (site / "texas" / "index.html").unlink()
    assert write_site(site, site_of(TEXTS)).written == ["texas/index.html"]


@pytest.mark.parametrize("parent", ["texas", "texas/austin"])
def test_nothing_is_written_or_removed_through_a_link(tmp_path, parent):
    folder, outside = tmp_path / "site", tmp_path / "outside"
    write_site(folder, site_of({"index.html": "first"}))
    outside.mkdir()
    (outside / "index.html").write_text("Texas")
    (folder / parent).parent.mkdir(exist_ok=True)
    (folder / parent).symlink_to(outside)
    outcome = write_site(folder, site_of(TEXTS))
    assert (parent, LINK) in outcome.left
    assert files_in(outside) == {"index.html": "Texas"}
    write_site(folder, site_of({"index.html": "first"}))
    assert files_in(outside) == {"index.html": "Texas"}


def test_a_link_put_in_the_place_of_a_folder_of_ours_leads_nowhere(site, tmp_path):
    (site / "texas").rename(tmp_path / "elsewhere")
    (site / "texas").symlink_to(tmp_path / "elsewhere")
    write_site(site, site_of({"index.html": "first"}))
    assert files_in(tmp_path / "elsewhere") == {"index.html": "Texas", "austin/index.html": "Austin"}


def test_a_file_in_the_place_of_a_folder_is_left(site):
    for path in ("texas/austin/index.html", "texas/index.html"):
        (site / path).unlink()
    (site / "texas" / "austin").rmdir()
    (site / "texas").rmdir()
    (site / "texas").write_text("mine")
    outcome = write_site(site, site_of(TEXTS))
    assert outcome.left == [("texas", LINK)]
    assert (site / "texas").read_text() == "mine"


@pytest.mark.parametrize("name", [MANIFEST, JOURNAL, STAGING])
def test_own_files_are_never_links(tmp_path, name):
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "victim").write_text("mine")
    (folder / name).symlink_to(tmp_path / "victim")
    with pytest.raises(RaidlineError, match="is a link"):
        write_site(folder, site_of(TEXTS))
    assert (tmp_path / "victim").read_text() == "mine"


@pytest.mark.parametrize(
    "path",
    ["../../victim", "/etc/passwd", "texas/../../victim", "..\\victim", "C:\\victim", ".git/config", "Index.html", ""],
)
def test_a_manifest_that_names_what_no_site_has_is_refused(site, path):
    victim = site.parent / "victim"
    victim.write_text("mine")
    document = json.loads((site / MANIFEST).read_text())
    document["files"][path] = [sha256(b"mine").hexdigest(), "0" * 64]
    (site / MANIFEST).write_text(json.dumps(document))
    with pytest.raises(RaidlineError, match="not as raidline wrote it"):
        write_site(site, site_of({"index.html": "first"}))
    assert victim.read_text() == "mine"
    assert files_in(site) == TEXTS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"raidline-site": 2, "files": {}}',
        '{"raidline-site": 1, "files": {"a": "b"}}',
        '{"raidline-site": 1}',
        '{"raidline-site": 1, "files": {"a": ["b", "c"]}}',
        '{"raidline-site": 1, "files": {"a": [1]}}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_a_damaged_manifest_is_refused(site, text):
    (site / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(RaidlineError, match="not as raidline wrote it"):
        write_site(site, site_of(TEXTS))


def test_a_journal_that_was_tampered_with_reaches_nothing_outside(site):
    victim = site.parent / "victim"
    victim.write_text("mine")
    digest = sha256(b"mine").hexdigest()
    (site / JOURNAL).write_text(f"{digest} ../victim\n{digest} {victim}\nnonsense\n")
    assert write_site(site, site_of(TEXTS)).left == []
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "A", "con", "a\\b", ""])
def test_a_plan_that_leaves_the_folder_is_a_bug(tmp_path, path):
    with pytest.raises(ValueError, match="no address"):
        write_site(tmp_path / "site", site_of({path: "x"}))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_others_is_refused(tmp_path):
    (tmp_path / "Texas").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(RaidlineError, match="Texas would be in the way"):
        write_site(tmp_path, site_of(TEXTS))
    assert {path.name for path in tmp_path.iterdir()} == {"Texas", "notes.txt"}


def test_files_of_others_that_are_not_in_the_way_are_named(tmp_path):
    (tmp_path / "CNAME").write_text("example.org")
    assert write_site(tmp_path, site_of(TEXTS)).strangers == ["CNAME"]
    assert files_in(tmp_path) == TEXTS | {"CNAME": "example.org"}
    assert write_site(tmp_path, site_of(TEXTS)).strangers == []


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(RaidlineError, match="is a file, not a folder"):
        write_site(tmp_path / "site", site_of(TEXTS))


def test_a_dry_run_touches_nothing(site, tmp_path):
    (site / "texas" / "index.html").write_text("mine")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    outcome = write_site(site, site_of({"index.html": "second"}), dry_run=True)
    assert (outcome.written, outcome.removed) == (["index.html"], ["events/a/index.html", "texas/austin/index.html"])
    assert outcome.left == [("texas/index.html", KEPT)]
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    write_site(tmp_path / "new", site_of(TEXTS), dry_run=True)
    assert not (tmp_path / "new").exists()


class Killed(BaseException):
    pass


@pytest.mark.parametrize("at", range(len(TEXTS)))
@pytest.mark.parametrize("moment", ["made", "staged", "replaced"])
def test_a_run_that_was_stopped_is_healed_by_the_next(tmp_path, monkeypatch, at, moment):
    """Whether it stops while a page is made, before its file is in place, or right after."""
    folder = tmp_path / "site"
    write_site(folder, site_of(TEXTS | {"old/index.html": "old"}))
    new = {path: f"new {text}" for path, text in TEXTS.items()}
    stop_at = sorted(new)[at]

    def make(path):
        if moment == "made" and path == stop_at:
            raise Killed
        return new[path].encode()

    replace = Path.replace

    def replaced(self, target):
        mine = target == folder / stop_at
        if mine and moment == "staged":
            raise Killed
        done = replace(self, target)
        if mine and moment == "replaced":
            raise Killed
        return done

    monkeypatch.setattr(Path, "replace", replaced)
    pages = {path: Page(sha256(text.encode()).hexdigest(), lambda path=path: make(path)) for path, text in new.items()}
    with pytest.raises(Killed):
        write_site(folder, pages)
    monkeypatch.undo()
    with (folder / JOURNAL).open("a") as journal:
        journal.write("0123 cut sho")
    outcome = write_site(folder, site_of({path: f"newer {text}" for path, text in TEXTS.items()}))
    assert outcome.left == []
    assert files_in(folder) == {path: f"newer {text}" for path, text in TEXTS.items()}
    assert {path.name for path in folder.glob(".*")} == {MANIFEST}


def test_a_first_run_that_was_stopped_leaves_a_folder_that_is_ours(tmp_path):
    pages = site_of(TEXTS)

    def stop():
        raise Killed

    with pytest.raises(Killed):
        write_site(tmp_path / "site", pages | {"zzz.html": Page("0" * 64, stop)})
    outcome = write_site(tmp_path / "site", site_of({"index.html": "first"}))
    assert (outcome.left, outcome.removed) == ([], sorted(set(TEXTS) - {"index.html"}))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_process_leaves_nothing_in_the_way(tmp_path):
    program = """
import os, signal, sys
from pathlib import Path
from raidline.publish.folder import write_site
from raidline.publish.making import Page
pages = {f"p{n}.html": Page(f"{n:064}", (lambda n=n: os.kill(os.getpid(), signal.SIGKILL) if n == 5 else b"x")) for n in range(9)}
write_site(Path(sys.argv[1]), pages)
"""
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path / "site")], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(files_in(tmp_path / "site")) == 5
    outcome = write_site(tmp_path / "site", site_of({f"p{number}.html": "y" for number in range(9)}))
    assert (outcome.left, len(outcome.written)) == ([], 9)


def test_a_folder_that_cannot_be_written_is_a_mistake_in_one_line(tmp_path, monkeypatch):
    def full(self, *args, **options):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RaidlineError, match="cannot be written: no space left on device"):
        write_site(tmp_path / "site", site_of(TEXTS))


@pytest.fixture
def read(monkeypatch, tmp_path):
    """The files that are read, in a world in which every file has been as it is for long."""
    monkeypatch.setenv("RAIDLINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sightings, "SETTLED", -(10**20))
    monkeypatch.setattr(present, "_FEW", 0)
    found, content = [], present._content
    monkeypatch.setattr(present, "_content", lambda path, size: found.append(path) or content(path, size))
    return found


def test_a_file_that_did_not_change_is_read_once(read, site):
    write_site(site, site_of(TEXTS))
    assert len(read) == len(TEXTS)
    assert write_site(site, site_of(TEXTS)).unchanged == sorted(TEXTS)
    assert len(read) == len(TEXTS)


@pytest.mark.parametrize("keep_times", [False, True])
def test_an_edit_of_the_same_length_is_noticed_in_a_file_that_was_seen(read, site, keep_times):
    write_site(site, site_of(TEXTS))
    page = site / "events/a/index.html"
    before = page.stat()
    page.write_text("b")
    if keep_times:
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert write_site(site, site_of(TEXTS)).left == [("events/a/index.html", EDITED)]
    assert page.read_text() == "b"


def test_a_file_that_another_took_the_place_of_is_read(read, site):
    write_site(site, site_of(TEXTS))
    page, other = site / "events/a/index.html", site.parent / "other"
    other.write_text("b")
    os.utime(other, ns=(page.stat().st_atime_ns, page.stat().st_mtime_ns))
    other.replace(page)
    assert write_site(site, site_of(TEXTS)).left == [("events/a/index.html", EDITED)]


def test_a_file_that_just_changed_is_never_taken_for_seen(read, site, monkeypatch):
    monkeypatch.setattr(sightings, "SETTLED", 3_000_000_000)
    write_site(site, site_of(TEXTS))
    write_site(site, site_of(TEXTS))
    assert len(read) == 2 * len(TEXTS)


def test_a_damaged_memory_of_what_was_seen_is_none(read, site, tmp_path):
    write_site(site, site_of(TEXTS))
    (database,) = (tmp_path / "cache").rglob("*.sqlite")
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("update files set contents = replace(contents, '9', '8')")
        connection.commit()
    assert write_site(site, site_of(TEXTS)).unchanged == sorted(TEXTS)
    assert len(read) == 2 * len(TEXTS)
