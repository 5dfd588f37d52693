"""What differs on Windows, macOS and plain locales, simulated here: line ends, paths, names, signals, encodings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest

from raidline.check.reporting.sarif import sarif
from raidline.errors import Problem
from raidline.export.addresses import event_folder
from raidline.files.lockfile import locked
from raidline.reading.files import read_articles
from raidline.reading.opened import suffix_of
from raidline.store.fmt import format_text
from raidline.store.load import load_events
from samples import ARTICLE, EVENTS

ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def raidline(*arguments, cwd, env=None, **options):
    environment = {**os.environ, **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "raidline", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        **options,
    )


# Line ends


@pytest.mark.parametrize("end", ENDS)
def test_events_are_the_same_with_any_line_ends(tmp_path, end):
    path = tmp_path / "events.yaml"
    path.write_bytes(EVENTS.replace("\n", ENDS[end]).encode())
    loaded = load_events([path])
    assert [record.line for record in loaded.records] == [2, 15, 21]
    assert loaded.problems == ()


@pytest.mark.parametrize("end", ENDS)
def test_a_mistake_stands_in_the_same_line_with_any_line_ends(tmp_path, end):
    path = tmp_path / "events.yaml"
    path.write_bytes(EVENTS.replace("2017-01-20", "2017-01-32").replace("\n", ENDS[end]).encode())
    [problem] = load_events([path]).problems
    assert (problem.line, problem.column) == (16, 11)


@pytest.mark.parametrize("end", ["LF", "CRLF"])
def test_order_keeps_the_line_ends_of_a_file(tmp_path, end):
    text = EVENTS.replace("\n", ENDS[end])
    ordered = format_text(text, tmp_path / "events.yaml")
    assert isinstance(ordered, str)
    again = format_text(ordered, tmp_path / "events.yaml")
    assert again == ordered


@pytest.mark.parametrize("end", ["LF", "CRLF"])
def test_the_text_of_an_article_is_what_follows_its_front_matter(tmp_path, end):
    path = tmp_path / "star.md"
    path.write_bytes(ARTICLE.replace("\n", ENDS[end]).encode())
    [article], problems = read_articles([path])
    assert (article.id, article.text, problems) == ("star", f"Agents came.{ENDS[end]}", [])


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_what_notepad_and_excel_write(folder, run, bom):
    (folder / "data" / "events.yaml").write_bytes(bom + EVENTS.replace("\n", "\r\n").encode())
    (folder / "data" / "articles" / "star.md").write_bytes(bom + ARTICLE.replace("\n", "\r\n").encode())
    (folder / "raids.csv").write_bytes(bom + b"Date;Title;Place\r\n5.2.2017;Raid;Austin, Texas\r\n")
    assert run("check")[0] in {0, 1}
    assert "Agents sweep across Austin" in run("show")[1]
    assert "date: 2017-02-05" in run("import", "raids.csv")[1].replace("'", "")


def test_records_end_lines_alike_everywhere(folder):
    """Also where text streams would write CRLF, as on Windows: what goes to stdout is bytes."""
    program = "import sys; sys.stdout.reconfigure(newline='\\r\\n'); from raidline.cli import main; main()"
    for command in (["export", "--format", "json"], ["show", "--format", "json"], ["extract", "data/articles"]):
        done = subprocess.run([sys.executable, "-c", program, *command], cwd=folder, capture_output=True, check=False)
        assert done.stdout
        assert b"\r" not in done.stdout


def test_lines_of_json_that_end_like_on_windows(folder):
    lines = b'{"id": "a", "text": "x"}\r\n{"id": "b", "text": "y"}\r\n'
    (folder / "a.jsonl").write_bytes(lines)
    articles, _ = read_articles([folder / "a.jsonl"])
    assert [article.id for article in articles] == ["a", "b"]


# Paths and names


def test_a_report_for_code_scanning_has_addresses_not_paths(monkeypatch):
    monkeypatch.setattr("raidline.check.reporting.sarif.PurePath", PureWindowsPath)
    paths = {"data\\my events.yaml": "data/my%20events.yaml", "C:\\x\\ä.yaml": "file:///C:/x/%C3%A4.yaml"}
    for path, address in paths.items():
        report = json.loads(sarif([Problem(path, 1, 1, "no-source", "x")]))
        [location] = report["runs"][0]["results"][0]["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == address


@pytest.mark.parametrize(
    "name", ["C:\\x\\events.yaml", "C:events.yaml", "\\\\server\\share\\events.yaml", "nul", "CON.yaml"]
)
def test_a_path_of_another_system_is_a_file_that_is_not_there(folder, run, name):
    if os.name == "nt":
        pytest.skip("these are paths here")
    code, out, err = run("show", "--data", name)
    assert code == 2
    assert name in err
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    "name",
    ["CON", "con", "nul", "AUX.x", "LPT1", "COM9.txt", "a.", "a ", "a:b", "a\\b", 'a"b', "a|b", "a?b", "a*b", "<a>"],
)
def test_names_that_windows_keeps_for_itself_are_no_folders_of_a_site(name):
    for part in event_folder(name).split("/"):
        assert not set(part) & set('<>:"\\|?*')
        assert part.rstrip(". ") == part
        assert part.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM9", "LPT1"}


def test_names_that_differ_in_case_or_form_only_have_folders_of_their_own():
    names = ["Raid", "raid", "RAID", "caf\u00e9", "cafe\u0301", "CAFÉ", "\u212a", "k", "K"]
    folders = [unicodedata.normalize("NFC", event_folder(name)).casefold() for name in names]
    assert len(set(folders)) == len(names)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_as_macos_writes_them(folder, run, form):
    """A file whose name was typed in one form of é and is kept in the other is found in its folder all the same."""
    name = unicodedata.normalize(form, "café-2017.md")
    (folder / "data" / "articles" / name).write_text(ARTICLE.replace("id: star\n", ""), encoding="utf-8")
    articles, _ = read_articles([folder / "data" / "articles"])
    assert name.removesuffix(".md") in {article.id for article in articles}
    code, _, err = run("extract", folder / "data" / "articles" / name)
    assert code == 0, err


@pytest.mark.parametrize("name", ["A.MD", "a.Html", "a.JSONL.GZ", "A.WARC.gz"])
def test_suffixes_in_capitals(name):
    assert suffix_of(Path(name)) == suffix_of(Path(name.lower())) != ""


def test_a_path_of_many_folders(tmp_path, run):
    deep = tmp_path.joinpath(*["folder-with-a-rather-long-name"] * 12)
    deep.mkdir(parents=True)
    assert len(str(deep)) > 260
    (deep / "events.yaml").write_text(EVENTS)
    assert "Agents sweep" in run("show", "--data", deep / "events.yaml")[1]
    assert run("export", "--data", deep / "events.yaml", "-o", deep / "out.json")[0] == 0
    assert run("publish", deep / "site", "--data", deep / "events.yaml")[0] == 0


# Signals, processes, locks


def test_without_what_only_posix_has(folder):
    """Neither fcntl nor fork, kill -9, owners, links nor a way to ask for a process, as on Windows."""
    program = """
import os, signal, sys
for name in ("fcntl", "pwd", "grp", "resource", "termios", "tty"):
    sys.modules[name] = None
for name in ("fork", "chown", "mkfifo", "geteuid", "getuid", "umask", "killpg"):
    if hasattr(os, name):
        delattr(os, name)
del signal.SIGKILL
from raidline.cli import main
main()
"""
    for command, code in {
        "show": 0,
        "check": None,
        "fmt": 0,
        "export -o out.html": 0,
        "extract data/articles -o found.yaml": 0,
        "publish site": 0,
        "init new": 0,
        "extract data/articles --jobs 2": 0,
    }.items():
        done = subprocess.run(
            [sys.executable, "-c", program, *command.split()], cwd=folder, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode in ({0, 1} if code is None else {code}), (command, done.stderr)


def test_a_lock_that_somebody_reads_is_removed_all_the_same(tmp_path, monkeypatch):
    refusals, real = [2], Path.unlink

    class InUseError(PermissionError):
        winerror = 32

    def unlink(self, missing_ok=False):
        if refusals[0] and self.name.startswith("events"):
            refusals[0] -= 1
            raise InUseError(13, "The process cannot access the file")
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    with locked(tmp_path / "events.yaml"):
        pass
    assert refusals == [0]
    assert list(tmp_path.iterdir()) == []


# Encodings

PLAIN = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


@pytest.mark.parametrize("encoding", ["", "ascii", "cp1252", "latin-1"])
def test_text_is_utf_8_whatever_the_locale(folder, encoding):
    events = EVENTS.replace("Agents sweep", "Agents 搜查 – “été” \U0001f600 sweep")
    (folder / "data" / "events.yaml").write_bytes(events.encode())
    (folder / "data" / "articles" / "star.md").write_bytes(ARTICLE.replace("Agents came", "Agents came – été").encode())
    env = {
        **PLAIN,
        "PYTHONIOENCODING": encoding,
        "PYTHONWARNDEFAULTENCODING": "1",
        "PYTHONWARNINGS": "error::EncodingWarning:raidline",
    }
    for command in (
        "show",
        "show --format json",
        "export --format md",
        "check",
        "extract data/articles",
        "dates data/articles/star.md",
    ):
        done = raidline(*command.split(), cwd=folder, env=env)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        done.stdout.decode("utf-8")
        assert done.returncode in {0, 1}
    for output in ("out.html", "out.csv", "out.ics"):
        assert raidline("export", "-o", output, cwd=folder, env=env).returncode == 0
        assert "été" in (folder / output).read_text(encoding="utf-8").replace("\n ", "")
    assert raidline("publish", "site", cwd=folder, env=env).returncode == 0


def test_standard_input_is_utf_8_whatever_the_locale(folder):
    line = json.dumps({"id": "a", "published": "2031-05-09", "text": "On Monday – été."}, ensure_ascii=False)
    done = raidline("extract", "-", "--format", "jsonl", cwd=folder, env=PLAIN, input=line.encode())
    assert done.returncode == 0, done.stderr.decode()
