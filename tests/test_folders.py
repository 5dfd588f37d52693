"""Folders and the timeline in its usual place: what cannot be read is said, and nothing outside is read."""

from __future__ import annotations

import os
import pwd
import tempfile
from pathlib import Path

import pytest

from raidline.errors import Problem
from raidline.reading.listing import article_files
from raidline.store.eventfiles import event_files
from samples import ARTICLE, EVENTS

SWEEP = EVENTS[: EVENTS.index("  - id: policy")]
OTHER = SWEEP.replace("id: sweep", "id: other").replace("star", "second")
SECOND = ARTICLE.replace("id: star", "id: second")


minds_no_casing = Path(tempfile.gettempdir()).with_name(Path(tempfile.gettempdir()).name.upper()).exists()
needs_casing = pytest.mark.skipif(minds_no_casing, reason="names in different casing are one here")


@pytest.fixture
def parts(folder):
    """Events in two files of a folder, one of them below, their articles beside, and a site made of both."""
    (folder / "data" / "events.yaml").unlink()
    (folder / "data" / "articles" / "star.md").unlink()
    (folder / "ev" / "sub").mkdir(parents=True)
    (folder / "kept" / "sub").mkdir(parents=True)
    (folder / "ev" / "a.yaml").write_text(SWEEP)
    (folder / "ev" / "sub" / "b.yaml").write_text(OTHER)
    (folder / "kept" / "star.md").write_text(ARTICLE)
    (folder / "kept" / "sub" / "second.md").write_text(SECOND)
    return folder


@pytest.fixture
def closed(monkeypatch):
    """Close a folder, also to root, whom no mode keeps out."""
    shut = set()
    scandir = os.scandir

    def refusing(path="."):
        if not isinstance(path, int) and os.fspath(path) in shut:  # an open folder has a number
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    return lambda path: shut.add(os.fspath(path))


COMMANDS = {
    "show": ["show", "--data", "ev", "--articles", "kept"],
    "export": ["export", "-f", "json", "--data", "ev", "--articles", "kept"],
    "check": ["check", "ev", "--articles", "kept"],
    "fmt": ["fmt", "--check", "ev"],
    "extract": ["extract", "kept"],
    "dates": ["dates", "kept"],
    "places": ["places", "kept"],
    "explain": ["explain", "ev", "sweep", "--articles", "kept"],
    "diff": ["diff", "ev", "ev", "--articles", "kept"],
    "publish": ["publish", "site", "--data", "ev", "--articles", "kept"],
}
READS_NO_EVENTS = {"extract", "dates", "places"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_may_not_be_looked_into_is_no_empty_one(command, parts, closed, run):
    run(*COMMANDS["fmt"][:1], "ev")
    closed("kept/sub" if command in READS_NO_EVENTS else "ev/sub")
    code, out, err = run(*COMMANDS[command])
    assert code == 1
    assert "sub: error: cannot be opened: permission denied [unreadable]" in out + err


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - READS_NO_EVENTS - {"fmt", "explain"}))
def test_nor_is_one_of_articles(command, parts, closed, run):
    closed("kept/sub")
    code, out, err = run(*COMMANDS[command])
    assert code == 1
    assert "kept/sub: error: cannot be opened: permission denied [unreadable]" in out + err


def test_explain_says_what_it_could_not_look_at_where_an_article_is_missing(parts, closed, run):
    closed("kept/sub")
    assert run("explain", "ev", "sweep", "--articles", "kept")[0] == 0
    code, _, err = run("explain", "ev", "other", "--articles", "kept")
    assert code == 1
    assert "kept/sub: error: cannot be opened" in err


def test_review_decides_nothing_while_articles_cannot_be_read(folder, closed, run):
    (folder / "data" / "articles" / "sub").mkdir()
    (folder / "candidates.yaml").write_text(OTHER)
    closed("data/articles/sub")
    code, _, err = run("review", "candidates.yaml", "--batch", "--accept-corroborated", "1")
    assert code == 1
    assert "data/articles/sub: error: cannot be opened" in err
    assert (folder / "data" / "events.yaml").read_text() == EVENTS


def test_nothing_is_published_or_removed_while_a_folder_is_closed(parts, closed, run):
    assert run(*COMMANDS["publish"])[0] == 0
    before = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    assert any("other" in str(path) for path in before)
    for shut in ("kept/sub", "ev/sub"):
        closed(shut)
        assert run(*COMMANDS["publish"])[0] == 1
        assert {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()} == before


def test_a_folder_of_another_user(monkeypatch, run):
    """The same by the rights of files: root becomes somebody else for it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs to be root, to become somebody else")
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o711)
        monkeypatch.chdir(place)
        sub = Path("ev", "sub")
        sub.mkdir(parents=True)
        (sub.parent / "a.yaml").write_text(SWEEP)
        (sub / "b.yaml").write_text("events: [x]\n")
        assert run("show", "--data", "ev")[0] == 1  # whatever is imported on the way is loaded now
        sub.chmod(0)
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
        try:
            code, out, err = run("show", "--data", "ev")
        finally:
            os.seteuid(0)
            monkeypatch.undo()
    assert code == 1
    assert "Agents sweep across Austin" in out
    assert "ev/sub: error: cannot be opened: permission denied [unreadable]" in err


def told(found):
    return [f"{Path(one.path).name}: {one.message}" if isinstance(one, Problem) else one.name for one in found]


@pytest.fixture(params=["events", "articles"])
def listed(request):
    """List a folder as events or as articles; the suffix of a file, and the function."""
    return (".yaml", event_files) if request.param == "events" else (".md", lambda path: article_files([path]))


def test_links_that_stay_inside_are_read_once(tmp_path, listed):
    suffix, files = listed
    inside = tmp_path / "in"
    (inside / "sub").mkdir(parents=True)
    (inside / ".store").mkdir()
    (inside / "sub" / f"true{suffix}").write_text("x")
    (inside / ".store" / "blob").write_text("x")
    (inside / f"again{suffix}").symlink_to(inside / "sub" / f"true{suffix}")
    (inside / "folder").symlink_to("sub")
    (inside / f"k{suffix}").symlink_to(".store/blob")
    (inside / f"l{suffix}").symlink_to(".store/blob")
    assert told(files(inside)) == [f"k{suffix}", f"true{suffix}"]
    (tmp_path / "named").symlink_to("in")  # what is named on the command line is followed
    assert told(files(tmp_path / "named")) == [f"k{suffix}", f"true{suffix}"]


def test_links_that_lead_out_or_nowhere_are_refused_and_named(tmp_path, listed):
    suffix, files = listed
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in-name").mkdir()  # begins like the folder
    (tmp_path / "out" / f"secret{suffix}").write_text("x")
    (tmp_path / "secret").write_text("x")
    (inside / f"a{suffix}").symlink_to(tmp_path / "out" / f"secret{suffix}")
    (inside / f"b{suffix}").symlink_to("../secret")
    (inside / "c").symlink_to("../out")
    (inside / "d").symlink_to("../in-name")
    (inside / "e").symlink_to("../gone")
    (inside / f"f{suffix}").symlink_to(f"f{suffix}")
    (inside / ".hidden").symlink_to("../secret")
    (inside / "g.lock").symlink_to("nowhere")
    out = "is a link that leads out of the folder and is not read; move its target into the folder"
    nowhere = "is a link that leads nowhere; fix it or remove it"
    assert told(files(inside)) == [
        f"a{suffix}: {out}", f"b{suffix}: {out}", f"c: {out}", f"d: {out}",
        f"e: {nowhere}", f"f{suffix}: {nowhere}",
    ]  # fmt: skip


def test_a_link_to_a_folder_that_is_passed_over_is_named(tmp_path, listed):
    _, files = listed
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "link").symlink_to(".hidden")
    assert told(files(tmp_path)) == ["link: is a link to a folder that is skipped, so it is not read"]


def test_no_part_of_a_file_outside_is_published(folder, run):
    (folder / "secret.md").write_text(ARTICLE.replace("star", "secret"))
    (folder / "data" / "articles" / "x.md").symlink_to(folder / "secret.md")
    events = folder / "data" / "events.yaml"
    events.write_text(EVENTS.replace("article: star\n", "article: secret\n"))
    code, _, err = run("publish", "site")
    assert code == 1
    assert "data/articles/x.md: error: is a link that leads out of the folder" in err
    assert not (folder / "site").exists()
    code, out, _ = run("show")
    assert (code, "Evening Star" in out.split("Agents sweep")[1].split("Herald")[0]) == (1, False)


@pytest.mark.parametrize("command", ["show", "check", "publish site", "export -f json", "explain sweep"])
def test_the_folder_of_articles_may_not_be_linked_from_elsewhere(command, folder, run):
    (folder / "data" / "articles").rename(folder / "elsewhere")
    (folder / "data" / "articles").symlink_to("../elsewhere")
    code, out, err = run(*command.split())
    assert (code, out) == (2, "")
    assert "data/articles is a link that leads out of data; name the folder of articles with --articles" in err
    if "--articles" not in command and command != "publish site":
        assert run(*command.split(), "--articles", "elsewhere")[0] == 0
    (folder / "data" / "articles").unlink()
    (folder / "data" / "articles").symlink_to("kept")
    assert "data/articles is a link that leads nowhere" in run(*command.split())[2]
    (folder / "elsewhere").rename(folder / "data" / "kept")
    assert run(*command.split())[0] == 0


def test_a_pipe_among_the_files_is_named(tmp_path, listed):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    suffix, files = listed
    os.mkfifo(tmp_path / f"a{suffix}")
    os.mkfifo(tmp_path / "b.sock")
    assert told(files(tmp_path)) == [f"a{suffix}: is not a file but a pipe, a socket or a device"]


def test_suffixes_in_capitals_count(tmp_path):
    (tmp_path / "A.YAML").write_text(EVENTS)
    (tmp_path / "b.Yml").write_text(EVENTS)
    assert told(event_files(tmp_path)) == ["A.YAML", "b.Yml"]


def test_only_beside_its_page_is_a_folder_of_a_browser_passed_over(tmp_path):
    for name in ("page_files", "case_files"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(ARTICLE)
    (tmp_path / "page.html").write_text("<p>")
    assert [path.relative_to(tmp_path).as_posix() for path in article_files([tmp_path])] == [
        "case_files/a.md", "page.html",
    ]  # fmt: skip


def pipe(path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(path)


TAKEN = {
    "a dangling link": (lambda path: path.symlink_to("gone.yaml"), "is a link that leads nowhere"),
    "a loop": (lambda path: path.symlink_to(path.name), "is a link that leads nowhere"),
    "a folder": (lambda path: path.mkdir(), "is a folder, not a file"),
    "a pipe": (pipe, "is not a file but a pipe, a socket or a device"),
    "another suffix": (
        lambda path: path.with_suffix(".yml").write_text(EVENTS),
        "instead of data/events.yaml; rename it",
    ),
    "another casing": (
        lambda path: path.with_name("Events.yaml").write_text(EVENTS),
        "found data/Events.yaml instead of",
    ),
    "a folder in another casing": (
        lambda path: (
            (path.parent / "articles").rename(path.parent.with_name("gone"))
            and path.parent.rmdir() is None
            and path.parent.with_name("Data").mkdir() is None
            and (path.parent.with_name("Data") / "events.yaml").write_text(EVENTS)
        ),
        "found Data/events.yaml instead of",
    ),
}
WITHOUT_DATA = ["show", "export -f json", "check", "publish site", "fmt", "explain sweep", "review candidates.yaml"]


@pytest.mark.parametrize("command", WITHOUT_DATA)
@pytest.mark.parametrize("taken", TAKEN)
def test_what_stands_in_the_place_of_the_timeline_is_told(taken, command, folder, run):
    path = folder / "data" / "events.yaml"
    path.unlink()
    put, words = TAKEN[taken]
    put(path)
    (folder / "candidates.yaml").write_text(SWEEP)
    code, out, err = run(*command.split())
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert words in err
    assert not (folder / "site").exists()


@needs_casing
def test_two_timelines_that_differ_in_casing_only_are_told(folder, run):
    (folder / "data" / "Events.yaml").write_text(EVENTS)
    assert "found data/Events.yaml instead of" in run("show")[2]
    assert run("show", "--data", "data/events.yaml")[0] == 0


@needs_casing
def test_a_folder_of_data_that_is_none_of_ours_is_not_minded(folder, run):
    (folder / "Data").mkdir()
    (folder / "PyProject.toml").write_text("[tool.raidline.rules]\n")
    assert run("check")[0] == 0


@needs_casing
@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("data/articles", "data/Articles"),
        ("raidline.toml", "Raidline.toml"),
        ("data/events.review.jsonl", "data/Events.review.jsonl"),
    ],
)
def test_a_name_that_is_looked_for_in_another_casing_is_told(name, other, folder, run):
    """On this system it would be passed over, on others it would not."""
    (folder / "candidates.yaml").write_text(EVENTS)
    (folder / "data" / "articles").rename(folder / "data" / ("Articles" if "rticles" in name else "articles"))
    if "rticles" not in name:
        (folder / other).write_text("")
    code, out, err = run("review", "candidates.yaml", "--batch") if name.endswith("jsonl") else run("check")
    assert (code, out) == (2, "")
    assert f"{other} instead of" in err
    assert f"{name}; rename it" in err


NO_FILE = {name: TAKEN[name] for name in ("a dangling link", "a loop", "a folder", "a pipe")}


@pytest.mark.parametrize("name", ["raidline.toml", "data/pyproject.toml"])
@pytest.mark.parametrize("taken", NO_FILE)
def test_what_stands_in_the_place_of_settings_is_told(taken, name, folder, run):
    put, words = NO_FILE[taken]
    put(folder / name)
    code, out, err = run("check")
    assert (code, out) == (2, "")
    assert f"{name} {words}" in err


@pytest.mark.parametrize("taken", NO_FILE)
def test_what_stands_in_the_place_of_decisions_is_told(taken, folder, run):
    """Else what was decided before would be asked again, and its file replaced."""
    put, words = NO_FILE[taken]
    put(folder / "data" / "events.review.jsonl")
    (folder / "candidates.yaml").write_text(SWEEP)
    before = (folder / "data" / "events.yaml").read_bytes()
    code, out, err = run("review", "candidates.yaml", "--batch", "--accept-salience", "0")
    assert (code, out) == (2, "")
    assert f"events.review.jsonl {words}" in err
    assert (folder / "data" / "events.yaml").read_bytes() == before


def test_a_data_folder_that_leads_nowhere_is_not_an_empty_one(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to("gone")
    code, out, err = run("show")
    assert (code, out) == (2, "")
    assert "data is a link that leads nowhere" in err


@pytest.mark.parametrize("command", ["check", "publish site", "fmt", "review candidates.yaml"])
def test_no_timeline_here(command, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "candidates.yaml").write_text(SWEEP)
    code, out, err = run(*command.split())
    assert (code, out) == (2, "")
    assert "there is no timeline" in err
    assert "data/events.yaml" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["candidates.yaml"]


@pytest.mark.parametrize("command", ["show", "export -f json", "explain 2017-02-austin-ice-sweeps"])
def test_whose_record_is_shown(command, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command.split())
    assert code == 0
    assert out
    assert err.startswith("there is no data/events.yaml here: this is the record that ships with raidline\n")
    assert err.count("ships with raidline") == 1


def test_rules_are_listed_and_explained_without_a_timeline(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    assert run("check", "--list-rules")[0] == 0
    (tmp_path / "raidline.toml").write_text('[rules]\nsingle-source = "error"\n')
    assert "single-source        error" in run("check", "--list-rules")[1]
    assert run("check", "--explain", "no-source")[0] == 0


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["extract", ""], "ARTICLES"),
        (["extract", "a.md", ""], "ARTICLES"),
        (["extract", "a.md", "-o", ""], "--output"),
        (["dates", ""], "ARTICLES"),
        (["places", ""], "ARTICLES"),
        (["check", ""], "PATHS"),
        (["check", "--articles", ""], "--articles"),
        (["fmt", ""], "PATHS"),
        (["show", "--data", ""], "--data"),
        (["show", "--data="], "--data"),
        (["export", "-f", "json", "--articles="], "--articles"),
        (["export", "--output="], "--output"),
        (["publish", ""], "DIR"),
        (["publish", "site", "--data", ""], "--data"),
        (["import", ""], "FILE"),
        (["import", "a.csv", "-m", ""], "--mapping"),
        (["init", ""], "DIR"),
        (["review", ""], "CANDIDATES"),
        (["review", "a.yaml", "--events", ""], "--events"),
        (["diff", "", "data/events.yaml"], "a version"),
        (["diff", "data/events.yaml", ""], "a version"),
        (["explain", "", "sweep"], "the file"),
    ],
)
def test_an_empty_path_is_not_the_folder_one_is_in(words, name, folder, run):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert f"{name}" in err
    assert " is empty; " in err


def test_the_folder_one_is_in_may_be_named(folder, run):
    assert run("extract", ".")[0] == 0
    assert run("check", ".", "--articles", "data/articles")[0] == 0


def test_what_lies_beside_articles_is_counted_and_named(folder, run):
    for name in ("scan.png", "scan2.PNG", "sub/letter.doc", "mail.msg", "README", ".DS_Store", "x.weird"):
        path = folder / "data" / "articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\0")
    code, _, err = run("extract", "data/articles")
    assert code == 0
    assert (
        "data/articles: warning: 6 files not read: 1 .doc, 1 .msg, 2 .png, 1 .weird, 1 without a suffix"
        " (README, mail.msg, scan.png, scan2.PNG, sub/letter.doc, ...); articles end in .md" in err
    )
    assert "not-read" not in "".join(map(str, run("check")))  # originals may be kept beside the texts


@pytest.mark.parametrize("name", ["star.pdf", "star.PDF", "star.warc.gz", "star.html", "star.eml", "star.docx"])
def test_the_original_of_a_text_is_not_read_beside_it(folder, run, name):
    articles = folder / "data" / "articles"
    assert (articles / "star.md").is_file()
    before = run("extract", "data/articles")
    (articles / name).write_bytes(b"broken")
    assert run("extract", "data/articles") == before
    (articles / name).rename(articles / f"other-{name}")
    assert run("extract", "data/articles")[0] == 1


@pytest.mark.parametrize(
    "named", [["a.yaml", "a.yaml"], [".", "a.yaml"], ["./a.yaml", "../{here}/a.yaml"], ["a.yaml", "."]]
)
def test_a_file_that_is_named_twice_is_read_once(named, tmp_path, monkeypatch, run):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "a.yaml").write_text(
        "events:\n  - id: a\n    date: 2017-02-01\n    title: Nine arrested\n    kind: other\n    places: [Texas]\n"
        "    sources:\n      - {url: https://a.example/1, publisher: A, published: 2017-02-02}\n"
    )
    named = [name.format(here=here.name) for name in named]
    code, out, err = run("check", *named)
    assert (code, out) == (0, "")
    assert err == "1 event checked: no problems\n"


@pytest.mark.parametrize("named", [["a.md", "a.md"], [".", "a.md"], ["a.md", "."]])
def test_an_article_that_is_named_twice_is_read_once(named, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(
        "---\npublished: 2031-05-09\n---\nAgents arrested nine people in Austin on Tuesday.\n"
    )
    code, _, err = run("extract", *named)
    assert (code, err) == (0, "1 candidate in 1 article\n")
