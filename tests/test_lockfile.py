"""A lock keeps others out, and is never in the way for long."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from raidline.errors import RaidlineError
from raidline.files.lockfile import locked, replace_unchanged


@pytest.fixture
def file(tmp_path):
    return tmp_path / "events.yaml"


def lock_of(file):
    return file.with_name("events.yaml.lock")


def dead_process():
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_lock_is_there_while_it_is_held_and_gone_afterwards(file):
    with locked(file):
        assert lock_of(file).read_text().split() == [str(os.getpid()), socket.gethostname()]
    assert list(file.parent.iterdir()) == []


def test_a_lock_is_gone_after_an_error(file):
    with pytest.raises(ZeroDivisionError), locked(file):
        raise ZeroDivisionError
    assert not lock_of(file).exists()


def test_a_held_lock_is_waited_for_and_then_reported(file):
    message = f"is being changed by process {os.getpid()} on {socket.gethostname()}; try again"
    with locked(file):
        with pytest.raises(RaidlineError, match=message), locked(file, patience=0.05):
            pass
        assert lock_of(file).exists()


LEFT = [
    "{dead} {host}\n",
    "1 {host}\n",
    "{dead} elsewhere.example",
    "{dead}\n{host}\n",
    "{dead}\n{host}\n8012\n",
    "12",
    "",
]


@pytest.mark.parametrize("left", LEFT)
def test_a_lock_that_nobody_holds_is_taken(left, file):
    lock_of(file).write_text(left.format(host=socket.gethostname(), dead=dead_process()))
    with locked(file, patience=0.05):
        assert lock_of(file).read_text().split() == [str(os.getpid()), socket.gethostname()]
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("signed", [*LEFT, "what is this"])
def test_a_lock_that_somebody_holds_is_respected_whatever_it_says(signed, file):
    """As in two containers: who has it is no process here, or another one of that number."""
    with locked(file):
        lock_of(file).write_text(signed.format(host=socket.gethostname(), dead=dead_process()))
        with (
            pytest.raises(RaidlineError, match=r"is being changed by|that raidline did not write"),
            locked(file, patience=0.05),
        ):
            pass
        assert lock_of(file).exists()


@pytest.mark.parametrize("text", ["packages:\n  a: 1\n", "12 monkeys and more\n", "\n", "x", " 1 2", "1 " + "2" * 1000])
def test_a_file_of_somebody_that_has_the_name_of_a_lock_is_left(text, file):
    lock_of(file).write_text(text)
    with pytest.raises(RaidlineError, match="that raidline did not write; move it away"), locked(file):
        pass
    assert lock_of(file).read_text() == text


@pytest.mark.parametrize("what", ["pipe", "link", "dangling link", "folder"])
def test_what_is_no_file_but_has_the_name_of_a_lock_is_left_and_not_waited_for(what, file):
    lock, other = lock_of(file), file.with_name("other")
    match what:
        case "pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("there are no named pipes here")
            os.mkfifo(lock)
        case "link":
            other.write_text("")
            lock.symlink_to(other)
        case "dangling link":
            lock.symlink_to(other)
        case "folder":
            lock.mkdir()
    before = lock.lstat()
    with pytest.raises(RaidlineError, match="that raidline did not write"), locked(file):
        pass
    assert lock.lstat().st_ino == before.st_ino
    assert not other.exists() or other.read_text() == ""


NAMESPACE = ["unshare", "--pid", "--fork", "--mount-proc"]


@pytest.mark.slow
def test_processes_that_do_not_see_each_other_wait_for_each_other(file):
    """As reviews do in two containers with one folder."""
    try:
        subprocess.run([*NAMESPACE, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no namespaces of processes may be made here")
    file.write_text("0")
    workers = [subprocess.Popen([*NAMESPACE, sys.executable, "-c", COUNTING, str(file)]) for _ in range(3)]
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    assert file.read_text() == "120"


def test_a_folder_that_is_not_there_is_the_users_mistake(tmp_path):
    with pytest.raises(RaidlineError, match="cannot be written"), locked(tmp_path / "absent" / "x"):
        pass


COUNTING = """
import sys
from pathlib import Path
from raidline.files.lockfile import locked
path = Path(sys.argv[1])
for _ in range(40):
    with locked(path):
        number = int(path.read_text())
        path.write_text("")
        path.write_text(str(number + 1))
"""


@pytest.mark.slow
def test_nobody_is_let_in_beside_another(file):
    file.write_text("0")
    lock_of(file).write_text(f"{dead_process()} {socket.gethostname()}\n")  # to be taken over by one of them only
    workers = [subprocess.Popen([sys.executable, "-c", COUNTING, str(file)]) for _ in range(3)]
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    assert file.read_text() == "120"


def test_a_file_changed_since_it_was_read_is_not_overwritten(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("mine", encoding="utf-8")
    replace_unchanged(path, "mine", "ours")
    assert path.read_text(encoding="utf-8") == "ours"
    with pytest.raises(RaidlineError, match="changed by somebody else"):
        replace_unchanged(path, "mine", "lost")
    assert path.read_text(encoding="utf-8") == "ours"
    assert [other.name for other in tmp_path.iterdir()] == ["events.yaml"]


@pytest.mark.parametrize("later", ["theirs", None])
def test_a_save_from_an_editor_while_the_disk_is_slow_is_not_overwritten(tmp_path, monkeypatch, later):
    """An editor knows no lock; the last look is taken when everything else is done."""
    path = tmp_path / "events.yaml"
    path.write_text("mine", encoding="utf-8")
    real = os.fsync

    def slow(descriptor):
        real(descriptor)
        if later:
            path.write_text(later, encoding="utf-8")
        else:
            path.unlink()

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(RaidlineError, match="was changed by somebody else in the meantime; run the command again"):
        replace_unchanged(path, "mine", "ours")
    assert [(other.name, other.read_text()) for other in tmp_path.iterdir()] == ([(path.name, later)] if later else [])


@pytest.mark.skipif(os.name != "posix", reason="Windows has locks of its own")
@pytest.mark.parametrize("code", ["ENOSYS", "ENOTSUP", "EINVAL", "ENOLCK"])
def test_where_there_are_no_locks_the_file_is_the_lock(tmp_path, code):
    """Nobody is let in beside another there either, and one who was killed keeps nobody out."""
    program = f"""
import errno, fcntl, os, signal, sys
from pathlib import Path
from raidline.errors import RaidlineError
from raidline.files.lockfile import locked
def flock(*_):
    raise OSError(errno.{code}, "no locks")
fcntl.flock = fcntl.lockf = flock
path = Path(sys.argv[1])
if os.fork() == 0:
    with locked(path):
        os.kill(os.getpid(), signal.SIGKILL)
os.wait()
with locked(path, 5):
    try:
        with locked(path, 0.1):
            print("both")
    except RaidlineError as error:
        print(error)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(tmp_path / "events.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "is being changed by process" in done.stdout
    assert list(tmp_path.iterdir()) == []
