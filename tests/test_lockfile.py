"""A lock keeps others out, and is never in the way for long."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time

import pytest

from raidline.errors import RaidlineError
from raidline.lockfile import locked, replace_unchanged


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
    message = f"is being changed by process {os.getpid()} on .*, remove .*lock"
    with locked(file):
        with pytest.raises(RaidlineError, match=message), locked(file, patience=0.05):
            pass
        assert lock_of(file).exists()


@pytest.mark.parametrize("owner", ["1 {host}", "{dead} elsewhere.example", "", "what is this"])
def test_a_lock_that_may_be_alive_is_respected(owner, file):
    lock_of(file).write_text(owner.format(host=socket.gethostname(), dead=dead_process()))
    with pytest.raises(RaidlineError, match="is being changed by"), locked(file, patience=0.05):
        pass


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can ask whether a process runs")
def test_the_lock_of_a_dead_process_is_taken_over(file):
    lock_of(file).write_text(f"{dead_process()} {socket.gethostname()}\n")
    with locked(file, patience=0.05):
        assert lock_of(file).read_text().startswith(f"{os.getpid()} ")
    assert list(file.parent.iterdir()) == []


def test_a_lock_that_was_never_signed_is_taken_over_when_it_is_old(file):
    lock_of(file).write_text("")
    os.utime(lock_of(file), (time.time() - 60, time.time() - 60))
    with locked(file, patience=0.05):
        pass
    assert list(file.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_the_users_mistake(tmp_path):
    with pytest.raises(RaidlineError, match="cannot be written"), locked(tmp_path / "absent" / "x"):
        pass


COUNTING = """
import sys
from pathlib import Path
from raidline.lockfile import locked
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
