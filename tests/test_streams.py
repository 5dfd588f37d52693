"""Streams that are closed, full or left, logs that obey, signals: an exit code of its own for each, and no traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from raidline.cli.app import COMMANDS
from raidline.inert import logged
from samples import EVENTS

posix = pytest.mark.skipif(os.name != "posix", reason="a shell as POSIX has it")
CALLS = {  # a call of each command that finds nothing wrong; {records}: whether it prints to stdout
    "show": ("show", True),
    "show drawn": ("show --format table", True),
    "extract": ("extract data/articles", True),
    "explain": ("explain sweep", True),
    "review": ("review data/articles/none.yaml", False),
    "dates": ("dates data/articles", True),
    "places": ("places data/articles", True),
    "check": ("check", False),
    "check for a machine": ("check --format json", True),
    "fmt": ("fmt ordered.yaml", False),
    "diff": ("diff data/events.yaml data/events.yaml", False),
    "import": ("import table.csv", True),
    "export": ("export --format csv", True),
    "publish": ("publish site", False),
    "save": ("save mail.eml", True),
    "lookup": ("lookup Austin", True),
    "schema": ("schema", True),
    "init": ("init new", True),
    "help": ("--help", True),
    "help of one": ("show --help", True),
    "version": ("--version", True),
}
CLEAN = """\
events:
  - id: sweep
    date: 2017-02
    title: Agents sweep across Austin
    kind: operation
    places: ["Austin, Texas"]
    sources:
      - article: star
        quote: Agents came to Austin in February.
"""
ARTICLE = """\
---
id: star
title: Agents in Austin
publisher: Star
published: 2017-03-01
---
Agents came to Austin in February. On Monday ICE agents arrested nine people in Austin, Texas.
"""


@pytest.fixture
def clean(tmp_path):
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "events.yaml").write_text(CLEAN)
    (tmp_path / "data" / "articles" / "star.md").write_text(ARTICLE)
    (tmp_path / "data" / "articles" / "none.yaml").write_text("events: []\n")
    (tmp_path / "table.csv").write_text(
        'Date,Title,Place,Kind,Link,Publisher\n2017-02-05,A raid,"Austin, Texas",operation,https://a.example/1,Star\n'
    )
    (tmp_path / "ordered.yaml").write_text(CLEAN)
    (tmp_path / "mail.eml").write_text(
        "From: Press Office <press@star.example>\nDate: Mon, 6 Feb 2017 10:00:00 -0600\nSubject: A raid\n"
        "Content-Type: text/plain\n\nAgents arrested nine people in Austin, Texas, on Sunday.\n"
    )
    return tmp_path


def shell(folder, line, **environment):
    line = re.sub("^raidline", f"{sys.executable} -m raidline", line)
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],  # noqa: S607 - whichever there is
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def test_every_command_is_called():
    assert {line.split()[0] for line, _ in CALLS.values()} >= set(COMMANDS)


FULL = pytest.param(
    ">/dev/full", 2, marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
)


@posix
@pytest.mark.slow
@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("", 0),
        ("2>&-", 0),
        ("<&-", 0),
        (">&-", 2),
        FULL,
        ("2>/dev/full", 0),
        ("| true", 0),
        (">&- 2>&- <&-", 2),
        ("2>&1 | head -c 1", 0),
    ],
)
@pytest.mark.parametrize("name", CALLS)
def test_no_stream_makes_a_mistake_of_clean_data(clean, name, broken, code):
    line, records = CALLS[name]
    done = shell(clean, f"raidline {line} {broken}")
    assert "Traceback" not in done.stderr, done.stderr[-1500:]
    assert "Exception ignored" not in done.stderr
    assert done.returncode == (code if records else 0), done.stderr[-500:]
    if code == 2 and records and "2>" not in broken:
        assert re.fullmatch(r"(.*\n)*error: stdout: cannot be written: .+\n", done.stderr)


@posix
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("raidline check broken.yaml | true", 1),
        ("raidline check broken.yaml --format json | head -c 1", 1),
        ("raidline show --data broken.yaml | true", 1),
        ("raidline check broken.yaml 2>&-", 1),
        ("raidline show --data broken.yaml 2>/dev/full", 1),
        ("raidline extract bad.md data/articles/star.md | true", 1),
        ("raidline extract bad.md data/articles/star.md --no-merge --format jsonl | true", 1),
        ("raidline extract - <&-", 2),
        ("raidline review found.yaml <&-", 2),
        ("raidline nonsense 2>&-", 2),
        ("raidline --help >/dev/full", 2),
    ],
)
def test_what_is_wrong_is_told_by_the_exit_code_through_any_stream(clean, line, code):
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    (clean / "broken.yaml").write_text(EVENTS.replace("kind: operation", "kind: oper", 1))
    (clean / "bad.md").write_bytes(b"\xff\xfe\xff")
    (clean / "found.yaml").write_text(CLEAN.replace("sweep\n", "raid\n").replace("in February", "on Monday"))
    done = shell(clean, line)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr


@posix
def test_a_reader_who_leaves_before_everything_is_read_is_told_by_the_exit_code(clean):
    """What comes after the last line that was asked for was not looked at, and may be bad."""
    lines = "".join(
        f'{{"id": "a{n}", "published": "2017-03-01", "text": "On Monday ICE agents arrested nine people in Austin, Texas, police said."}}\n'
        for n in range(3000)
    )
    (clean / "many.jsonl").write_text(lines)
    done = shell(clean, "raidline extract many.jsonl --no-merge --format jsonl | head -n 1")
    assert (done.returncode, "Traceback" in done.stderr) == (141, False)
    assert len(done.stdout.splitlines()) == 1


@posix
def test_a_stream_that_is_closed_is_not_taken_for_the_next_file(clean):
    before = {path: path.read_bytes() for path in clean.rglob("*") if path.is_file()}
    for line in ("raidline show", "raidline check", "raidline export --format sqlite -o out.db"):
        shell(clean, f"{line} <&- >&- 2>&-", RAIDLINE_CACHE=str(clean / "cache"))
    assert {path: path.read_bytes() for path in before} == before
    assert (clean / "out.db").read_bytes().startswith(b"SQLite format 3\0")


@posix
def test_a_folder_as_standard_input_is_named(clean):
    """By Python itself, which ends before raidline has begun."""
    done = shell(clean, "raidline extract - < data")
    assert (done.returncode, done.stdout) == (1, "")
    assert "<stdin> is a directory" in done.stderr


@posix
@pytest.mark.parametrize(
    "line",
    ["show", "check", "lookup Austin", "--help", "dates x.md", "fmt", "publish site", "init", "export -o out.csv"],
)
def test_a_folder_that_is_gone_is_no_traceback(tmp_path, line):
    program = Path(sys.executable).with_name("raidline")  # not `python -m`, which looks for modules in that folder
    if not program.exists():
        pytest.skip("the program is not installed")
    done = shell(tmp_path, f"mkdir gone; cd gone; rmdir ../gone; {program} {line}")
    assert "Traceback" not in done.stderr, done.stderr[-1500:]
    assert done.returncode in {0, 2}


@pytest.mark.parametrize("columns", ["0", "1", "7", "-1", "x", "99999999999"])
@pytest.mark.parametrize(
    "line", ["show --format table", "show --plot", "explain sweep", "dates data/articles", "check", "--help"]
)
def test_any_number_of_columns(clean, columns, line):
    done = subprocess.run(
        [sys.executable, "-m", "raidline", *line.split()],
        cwd=clean,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": columns},
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr[-500:]


# Logs of workflows

COMMANDS_OF_LOGS = [
    "::stop-commands::x",
    "  ::add-mask::y",
    "\t::error::z",
    "\u00a0::group::u",
    "a ##[error]b",
    "##[endgroup]",
    "##[[##[",
]
OBEYED = re.compile(r"^\s*::|##\[", re.MULTILINE)


@pytest.mark.parametrize("text", [*COMMANDS_OF_LOGS, "\n".join(COMMANDS_OF_LOGS)])
def test_a_log_finds_no_command(text):
    assert OBEYED.search(text)
    assert not OBEYED.search(logged(text))


@pytest.mark.parametrize("text", ["a ::b::", "a::b", "# [x]", "##", "12:30", ": :x", "Title: of it"])
def test_what_no_log_obeys_stays(text):
    assert logged(text) == text


HOSTILE = """\
events:
  - id: b
    date: 2017-02-06
    title: A sweep
    summary: >
      ::stop-commands::x
      ##[error]y
    kind: operation
    places: ["Austin, Texas"]
    sources: [{article: star, quote: "##[command]z"}]
  - {id: a, date: 2017-02-05, title: "##[group]", kind: "::add-mask::w ##[error]", places: ["::x"], sources: [{article: "##[y]"}], "::k": 1}
"""


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "check --format github",
        "fmt --check",
        "check ./::x::.yaml",
        "check a##[x].yaml --format github",
        "fmt --check ::x::.yaml",
        "fmt ::y::.yaml",
        "check ::y::/##[x]",
    ],
)
def test_no_command_of_a_log_is_printed(clean, run, monkeypatch, line):
    monkeypatch.chdir(clean)
    (clean / "data" / "events.yaml").write_text(HOSTILE)
    disordered = HOSTILE.partition("  - {id: a,")[0] + CLEAN.partition("\n")[2]
    (clean / "::x::.yaml").write_text(disordered)
    (clean / "::y::.yaml").write_text(disordered)
    (clean / "a##[x].yaml").write_text(HOSTILE)
    _, out, err = run(*line.split(), *(["data/events.yaml"] if line.split()[-1] == "--check" else []))
    own = re.sub(r"^::(error|warning) file=.*", "", out, flags=re.MULTILINE)
    assert not OBEYED.search(own), own
    assert not OBEYED.search(err), err
    assert "##[" not in out
    assert out + err


# Signals

STOPPED = """
import os, signal, sys
from pathlib import Path
from raidline.files import atomic
from raidline.cli import main
real = atomic.os.fsync
def fsync(descriptor):
    real(descriptor)
    os.kill(os.getpid(), int(sys.argv[1]))
atomic.os.fsync = fsync
main(sys.argv[2:])
"""


@posix
@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.parametrize(
    "line",
    [
        "fmt",
        "export -o out.csv",
        "extract data/articles -o found.yaml",
        "publish site",
        "review again.yaml --accept-salience 0 --batch",
    ],
)
def test_what_is_asked_to_end_leaves_nothing_unfinished(clean, sent, code, line):
    (clean / "data" / "events.yaml").write_text(CLEAN.replace("kind: operation", "kind:   operation"))
    text = (clean / "data" / "events.yaml").read_text()
    (clean / "again.yaml").write_text(CLEAN.replace("sweep\n", "raid\n").replace("in February", "on Monday"))
    number = str(int(getattr(signal, sent)))
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, number, *line.split()], cwd=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert (clean / "data" / "events.yaml").read_text() == text
    left = [path.name for path in clean.rglob("*") if path.name.endswith((".raidline-unfinished", ".lock"))]
    assert left == []


@posix
def test_a_signal_that_is_off_stays_off(clean):
    """As `nohup` starts programs."""
    code = STOPPED.replace("real = ", "signal.signal(signal.SIGHUP, signal.SIG_IGN)\nreal = ")
    done = subprocess.run(
        [sys.executable, "-c", code, str(int(signal.SIGHUP)), "export", "-o", "out.csv"], cwd=clean, check=False
    )
    assert done.returncode == 0
    assert (clean / "out.csv").exists()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_talk_comes_when_it_is_said(unbuffered):
    """Also if the environment asks Python not to buffer, as in many containers: questions stand after what they follow."""
    program = (
        "import os, sys\n"
        "from raidline.cli import streams\n"
        "streams.prepare()\n"
        "sys.stderr.write('accepted\\n')\n"
        "os.write(2, b'next one\\n')\n"
    )
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, check=True)
    assert done.stderr.split() == [b"accepted", b"next", b"one"]
