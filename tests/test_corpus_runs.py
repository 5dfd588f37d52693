"""Extraction over many articles: the same outcomes on every engine, whatever dies, and whenever it is broken off."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from raidline.article import Article
from raidline.corpus import run as corpus
from raidline.corpus.checkpoint import Checkpoint
from raidline.corpus.engines import cluster, processes
from raidline.corpus.run import Finding, extract_corpus
from raidline.errors import Problem, RaidlineError

TEXT = "Agents of ICE arrested {n} people in Austin on Tuesday. The mayor condemned the raid on Wednesday."
PROBLEM = Problem("x.md", 1, 1, "front-matter", "is odd")


def article(n, text=TEXT):
    return Article(f"a{n}", "A title", "Herald", date(2031, 5, 9), None, text.format(n=n + 2), Path(f"a{n}.md"))


def stream(number, *, problem_at=3):
    for n in range(number):
        if n == problem_at:
            yield PROBLEM
        yield article(n)


EXPECTED = list(extract_corpus(stream(9)))


def test_one_by_one():
    assert [one if isinstance(one, Problem) else one.article.id for one in EXPECTED] == [
        "a0",
        "a1",
        "a2",
        PROBLEM,
        *(f"a{n}" for n in range(3, 9)),
    ]
    assert all(one.article.text == "" for one in EXPECTED if isinstance(one, Finding)), "texts are not kept"
    assert all(len(one.candidates) == 2 for one in EXPECTED if isinstance(one, Finding))


def test_an_article_on_which_extraction_fails_is_a_problem(monkeypatch):
    def failing(one):
        if one.id == "a1":
            raise ZeroDivisionError("a bug")
        return real(one)

    real = corpus.extract_article
    monkeypatch.setattr(corpus, "extract_article", failing)
    outcomes = list(extract_corpus(stream(9)))
    assert outcomes[1].rule == "failed"
    assert "a1" in outcomes[1].message
    assert "ZeroDivisionError: a bug" in outcomes[1].message
    assert outcomes[:1] + outcomes[2:] == EXPECTED[:1] + EXPECTED[2:]


@pytest.mark.slow
def test_processes_give_the_same_in_the_same_order(monkeypatch):
    monkeypatch.setattr(corpus, "MOST_IN_BATCH", 2)
    with processes(2) as engine:
        assert list(extract_corpus(stream(9), engine)) == EXPECTED


class Deadly:
    def __reduce__(self):
        return _die, ()


def _die():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_an_article_that_kills_its_process_is_a_problem_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(corpus, "MOST_IN_BATCH", 3)
    found = list(stream(9))
    found[5] = Article("a4", "A title", Deadly(), date(2031, 5, 9), None, "text", Path("a4.md"))
    with processes(2) as engine:
        outcomes = list(extract_corpus(found, engine))
    assert (outcomes[5].rule, outcomes[5].path) == ("failed", "a4.md")
    assert outcomes[:5] + outcomes[6:] == EXPECTED[:5] + EXPECTED[6:]


def test_no_more_is_read_ahead_than_the_engine_needs():
    class Future:
        def __init__(self, outcome):
            self.result = lambda: outcome

    class Here:
        width = 2

        def submit(self, work, batch):
            return Future(work(batch))

    read = []

    def counted():
        for n in range(2000):
            read.append(n)
            yield article(n)

    next(iter(extract_corpus(counted(), Here())))
    assert len(read) <= (2 * Here.width + 1) * corpus.MOST_IN_BATCH


@contextmanager
def dask(workers):
    """A scheduler and workers as processes of their own; yields its address and the workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    port = address.rpartition(":")[2]
    options = ["--host", "127.0.0.1", "--no-dashboard"]
    started = [start("scheduler", "--port", port, *options)]
    try:
        started += [
            start("worker", address, "--nthreads", "1", "--no-nanny", *options, "--death-timeout", "30")
            for _ in range(workers)
        ]
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@pytest.fixture
def _leavings():
    """What Dask leaves open is collected here, where it is let pass, and not in whatever test is run by then."""
    yield
    gc.collect()


def start(*command):
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + command[0], *command[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Dask's own, on its way out
@pytest.mark.usefixtures("_leavings")
def test_a_cluster_loses_and_doubles_nothing_when_a_worker_is_killed(monkeypatch):
    monkeypatch.setattr(corpus, "MOST_IN_BATCH", 2)
    expected = list(extract_corpus(stream(60)))
    with dask(workers=2) as (address, workers), cluster(address) as engine:
        until = time.monotonic() + 30
        while engine.width < 2 and time.monotonic() < until:
            time.sleep(0.1)
        assert engine.width == 2
        outcomes = []
        for outcome in extract_corpus(stream(60), engine):
            if len(outcomes) == 10:
                workers[0].kill()
            outcomes.append(outcome)
    assert outcomes == expected


@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("_leavings")
def test_a_scheduler_that_does_not_answer(monkeypatch):
    monkeypatch.setattr("raidline.corpus.engines.PATIENCE", 0.2)
    with (
        pytest.raises(RaidlineError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"),
        cluster("tcp://127.0.0.1:9"),
    ):
        pass


@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("_leavings")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\nno", b"\xff" * 1000], ids=["silent", "web", "noise"]
)
def test_a_scheduler_that_stays_silent_or_answers_nonsense(said, monkeypatch):
    monkeypatch.setattr("raidline.corpus.engines.PATIENCE", 0.5)
    taken, over = [], Event()

    def take_calls(server):
        server.settimeout(0.05)
        while not over.is_set():
            with suppress(OSError):
                taken.append(server.accept()[0])
                taken[-1].sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as server:
        taking = Thread(target=take_calls, args=[server], daemon=True)
        taking.start()
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(RaidlineError, match=f"no scheduler answers at {address}: "), cluster(address):
            pass
        over.set()
        taking.join()  # or it takes one more call, that nobody closes
    for call in taken:  # left open, they are complained of in whatever test is run when they are collected
        call.close()


# What is kept of a run that is broken off


def kept(output, key=None, *, resume=False):
    return Checkpoint(output, key or {"articles": ["a"]}, resume=resume)


def broken_off(output, number):
    with suppress(KeyboardInterrupt), kept(output) as checkpoint:
        for outcome in EXPECTED[:number]:
            checkpoint.add(outcome)
        raise KeyboardInterrupt


def test_what_was_found_reads_back_the_same(tmp_path):
    with kept(tmp_path / "out") as checkpoint:
        for outcome in EXPECTED:
            checkpoint.add(outcome)
        assert list(checkpoint.outcomes()) == EXPECTED
    assert list(tmp_path.iterdir()) == [], "nothing stays behind"


@pytest.mark.parametrize("cut", [0, 1, 40, 1000])
def test_a_run_goes_on_where_it_was_broken_off(tmp_path, cut):
    output = tmp_path / "out.yaml"
    broken_off(output, 6)
    partial = tmp_path / "out.yaml.partial"
    partial.write_bytes(partial.read_bytes()[: partial.stat().st_size - cut])
    with kept(output, resume=True) as checkpoint:
        for outcome in extract_corpus(checkpoint.rest(stream(9))):
            checkpoint.add(outcome)
        assert list(checkpoint.outcomes()) == EXPECTED


def test_a_run_is_never_mixed_with_another(tmp_path):
    output = tmp_path / "out"
    broken_off(output, 6)
    with pytest.raises(RaidlineError, match="add --resume to continue it, or remove the file"), kept(output):
        pass
    other = kept(output, {"articles": ["b"]}, resume=True)
    with pytest.raises(RaidlineError, match="other articles or options"), other:
        pass
    with kept(output, resume=True) as checkpoint, pytest.raises(RaidlineError, match="begins with other articles"):
        list(checkpoint.rest(article(n) for n in range(5, 9)))


def test_a_folder_that_cannot_be_written(tmp_path):
    with (
        pytest.raises(RaidlineError, match="cannot be written: no such file"),
        kept(tmp_path / "nowhere" / "out"),
    ):
        pass


def test_two_runs_never_write_to_one_file(tmp_path):
    with kept(tmp_path / "out") as checkpoint:
        checkpoint.add(EXPECTED[0])
        with pytest.raises(RaidlineError, match="is being changed by process"), kept(tmp_path / "out", resume=True):
            pass
        checkpoint.add(EXPECTED[1])
        assert list(checkpoint.outcomes()) == EXPECTED[:2]


@pytest.mark.parametrize("left", [b"", b'{"raidline', b'{"raidline extract":{"articles":["a"]}}'])
def test_a_run_killed_at_its_very_beginning_goes_on(tmp_path, left):
    (tmp_path / "out.partial").write_bytes(left)
    with kept(tmp_path / "out", resume=True) as checkpoint:
        checkpoint.add(EXPECTED[0])
        assert list(checkpoint.outcomes()) == EXPECTED[:1]


@pytest.mark.parametrize("junk", [b"\0" * 4096 + b"\n", b"[1]\n", b"\xff\n"])
def test_what_a_power_failure_left_does_not_count(tmp_path, junk):
    output = tmp_path / "out"
    broken_off(output, 6)
    with output.with_name("out.partial").open("ab") as file:
        file.write(junk)
    with kept(output, resume=True) as checkpoint:
        assert list(checkpoint.outcomes()) == EXPECTED[:6]


def test_a_full_disk_keeps_what_was_found(tmp_path):
    checkpoint = kept(tmp_path / "out")
    with pytest.raises(RaidlineError, match="partial: cannot be written: no space left"), checkpoint:  # noqa: PT012 - one act
        checkpoint.add(EXPECTED[0])
        checkpoint._file.close()
        checkpoint._file = open("/dev/full", "wb")  # noqa: PTH123, SIM115 - as the checkpoint opens its own
        checkpoint.add(EXPECTED[1])
    with kept(tmp_path / "out", resume=True) as checkpoint:
        assert list(checkpoint.outcomes()) == EXPECTED[:1]


def test_a_disk_that_is_full_from_the_start_leaves_no_file_open(tmp_path, monkeypatch):
    class Full(io.FileIO):
        def write(self, data):
            raise OSError(errno.ENOSPC, "no space left")

    opened, as_it_is = [], Path.open

    def full(path, mode="r", *args, **more):
        if mode != "x+b":
            return as_it_is(path, mode, *args, **more)
        opened.append(Full(path, mode))
        return opened[-1]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(RaidlineError, match="no space left"), kept(tmp_path / "out"):
        pass
    assert [file.closed for file in opened] == [True]


# The command


def lines(tmp_path, number):
    path = tmp_path / "corpus.jsonl"
    rows = ({"id": f"a{n}", "published": "2031-05-09", "text": TEXT.format(n=n + 2)} for n in range(number))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("options", [[], ["--no-merge"], ["--format", "jsonl"], ["--no-merge", "--format", "jsonl"]])
def test_a_file_is_what_stdout_would_be(tmp_path, run, options):
    path, output = lines(tmp_path, 5), tmp_path / "out"
    code, out, _ = run("extract", str(path), *options)
    assert (code, bool(out)) == (0, True)
    assert run("extract", str(path), *options, "-o", str(output))[:2] == (0, "")
    assert output.read_text(encoding="utf-8") == out
    assert not (tmp_path / "out.partial").exists()


@pytest.mark.slow
def test_jobs_change_nothing(tmp_path, run):
    path = lines(tmp_path, 150)
    alone = run("extract", str(path), "--no-merge", "--format", "jsonl")
    assert run("extract", str(path), "--no-merge", "--format", "jsonl", "--jobs", "2") == alone


def test_resume_needs_a_file(run):
    code, _, err = run("extract", "x.jsonl", "--resume")
    assert code == 2
    assert "--resume needs --output" in err


def test_one_bad_article_is_a_line_in_the_report(tmp_path, run):
    path = lines(tmp_path, 3)
    path.write_text(path.read_text(encoding="utf-8") + "{not json}\n", encoding="utf-8")
    code, out, err = run("extract", str(path), "--no-merge", "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 6
    assert f"{path}:4:2: error: is not JSON" in err


def begun(tmp_path, path, *options):
    """A run of the command, once it has kept what some articles hold; yields after that the process and its output."""
    output = tmp_path / "out.jsonl"
    command = ["extract", str(path), "--no-merge", "--format", "jsonl", "-o", str(output), *options]
    process = subprocess.Popen(
        [sys.executable, "-m", "raidline", *command], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    partial = tmp_path / "out.jsonl.partial"
    until = time.monotonic() + 60
    while not (partial.exists() and partial.read_bytes().count(b"\n") > 20) and time.monotonic() < until:
        time.sleep(0.01)
    return process, output


def children(process):
    pids = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    return [pid for pid in pids if (fields := stat(pid)) and int(fields[1]) == process.pid]


def stat(pid):
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()


def is_running(pid):
    fields = stat(pid)
    return fields is not None and fields[0] != "Z"


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


@needs_proc
@pytest.mark.slow
def test_processes_leave_what_asks_to_end_to_the_run_that_began_them(tmp_path):
    """As where a whole session is told to hang up: a process that ended by itself would fail its articles."""
    process, output = begun(tmp_path, lines(tmp_path, 200), "--jobs", "2")
    workers = [pid for pid in children(process) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert workers
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for pid in workers:
            os.kill(pid, sent)
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert "in 200 articles" in err
    assert output.read_bytes()


@needs_proc
@pytest.mark.slow
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_run_that_is_stopped_takes_its_processes_along_and_keeps_what_it_found(tmp_path, sent, code):
    process, output = begun(tmp_path, lines(tmp_path, 2000), "--jobs", "2")
    workers = children(process)
    assert len(workers) >= 2
    if sent is signal.SIGINT:
        os.killpg(process.pid, sent)  # as ctrl-C on a terminal
    else:
        process.send_signal(sent)
    _, err = process.communicate()
    assert process.returncode == code
    assert "Traceback" not in err
    assert not output.exists()
    assert output.with_name("out.jsonl.partial").exists()
    until = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(is_running, workers))


@pytest.mark.slow
def test_the_command_on_a_cluster_loses_and_doubles_nothing_when_a_worker_is_killed(tmp_path, run):
    path = lines(tmp_path, 400)
    with dask(workers=2) as (address, workers):
        process, output = begun(tmp_path, path, "--scheduler", address)
        workers[0].kill()
        _, err = process.communicate()
    code, expected, told = run("extract", str(path), "--no-merge", "--format", "jsonl")
    assert (process.returncode, err.splitlines()[-1]) == (code, told.splitlines()[-1])
    assert output.read_text(encoding="utf-8") == expected


@pytest.mark.slow
def test_a_cluster_that_goes_away_ends_the_run_and_fails_no_article(tmp_path):
    path = lines(tmp_path, 2000)
    with dask(workers=1) as (address, _):
        process, output = begun(tmp_path, path, "--scheduler", address)
    _, err = process.communicate()
    assert process.returncode == 2, err
    assert "--resume continues with what is kept" in err
    assert b'"problem"' not in output.with_name("out.jsonl.partial").read_bytes()


@pytest.mark.parametrize("address", ["", "  "])
def test_an_empty_address_of_a_scheduler_is_not_this_computer(tmp_path, run, address):
    code, out, err = run("extract", lines(tmp_path, 1), "--scheduler", address)
    assert (code, out) == (2, "")
    assert "--scheduler is empty" in err


@pytest.mark.parametrize(("given", "code", "number"), [("", 0, 0), ("\n\n", 0, 0), ("one", 0, 2), ("{", 1, 0)])
def test_standard_input(given, code, number):
    row = {"id": "a0", "published": "2031-05-09", "text": TEXT.format(n=2)}
    done = subprocess.run(
        [sys.executable, "-m", "raidline", "extract", "-", "--no-merge", "--format", "jsonl"],
        check=False,
        input=json.dumps(row) if given == "one" else given,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (code, number)
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_killed_run_is_resumed_and_nothing_is_lost_or_doubled(tmp_path, run):
    path, output = lines(tmp_path, 400), tmp_path / "out.jsonl"
    options = ["extract", str(path), "--no-merge", "--format", "jsonl", "--jobs", "2", "-o", str(output)]
    process = subprocess.Popen([sys.executable, "-m", "raidline", *options], stderr=subprocess.DEVNULL)
    partial = tmp_path / "out.jsonl.partial"
    until = time.monotonic() + 60
    while not (partial.exists() and partial.read_bytes().count(b"\n") > 20) and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert not output.exists()
    assert partial.exists(), "killed before the end"
    code, _, err = run(*options)
    assert code == 2
    assert "add --resume to continue it" in err
    assert run(*options, "--resume")[0] == 0
    assert output.read_text(encoding="utf-8") == run("extract", str(path), "--no-merge", "--format", "jsonl")[1]
    assert not partial.exists()


def test_a_process_collects_garbage_as_seldom_as_its_parent():
    before = gc.get_threshold()
    gc.set_threshold(12_345)
    try:
        with processes(1) as engine:
            assert engine._pool.submit(gc.get_threshold).result() == gc.get_threshold()
    finally:
        gc.set_threshold(*before)
