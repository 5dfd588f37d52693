"""Commands of raidline that run in forks of this process, to their end or until they die.

A fork has already loaded what a command needs, which is most of a command's time; the working code is the same. A death
is a function that the fork calls before the command.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import NamedTuple, NoReturn

from raidline.cli import main as raidline

STEPS = {"os.rename", "os.remove", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod",
         "os.chown", "fcntl.flock", "fcntl.lockf", "sqlite3.connect"}  # fmt: skip
FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
LONGEST = 300  # seconds that a command may take
NEW = """\
import sys
from raidline.cli import main
names = sys.argv.pop(1)
try:
    main()
finally:
    with open(names, "w", encoding="utf-8") as file:
        print(*sys.modules, file=file)
"""
Death = Callable[[], object]


class Ground(NamedTuple):
    """Where a command runs: its folder, the file for its output, its environment, its input."""

    folder: Path
    said: Path
    environment: Mapping[str, str]
    typed: bytes

    @property
    def told(self) -> Path:
        """The file for its stderr."""
        return self.said.with_name(f"{self.said.name}-stderr")


def begun(arguments: Sequence[str], ground: Ground, death: Death) -> int:
    """Return the process of a command that was started."""
    process = os.fork()
    if not process:
        _run(arguments, ground, death)
    return process


def ended(process: int) -> int:
    """Wait for a command and return its exit code, or minus the number of the signal that ended it."""
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)  # the processes that it started itself
    return code


def load(arguments: Sequence[str], ground: Ground) -> None:
    """Run a command in a new interpreter, and load the modules that it loaded. CalledProcessError if it fails."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as names:
        command = [sys.executable, "-c", NEW, names.name, *arguments]
        environment = {**os.environ, **ground.environment}
        done = subprocess.run(
            command, cwd=ground.folder, env=environment, input=ground.typed, capture_output=True, check=False
        )
        if done.returncode not in {0, 1}:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        for name in names.read().split():
            with suppress(ImportError):
                import_module(name)


def live() -> None:
    """Do not die."""


def at_a_step(number: int) -> Death:
    """Die just before the given step: a file opened for writing, flushed, moved into place, locked, removed."""
    return lambda: _watch(lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == number else None)


def count_steps(counted: Path) -> Death:
    """Do not die, and leave a file with one byte for each step."""

    def watched() -> None:
        descriptor = os.open(counted, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        _watch(lambda _: os.write(descriptor, b"."))

    return watched


def in_a_write(size: int) -> Death:
    """Die in the middle of the write that makes any file larger than that."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limited


def _watch(act: Callable[[int], object]) -> None:
    numbers = count(1)
    fsync = os.fsync

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in STEPS or (event == "open" and isinstance(given[2], int) and given[2] & FOR_WRITING):
            act(next(numbers))

    def flush(descriptor: int) -> None:
        act(next(numbers))
        fsync(descriptor)

    sys.addaudithook(hook)
    os.fsync = flush


def _run(arguments: Sequence[str], ground: Ground, death: Death) -> NoReturn:
    code: object = 70
    try:
        os.setsid()
        signal.alarm(LONGEST)
        os.chdir(ground.folder)
        os.environ |= ground.environment
        keyboard, typing = os.pipe()
        os.write(typing, ground.typed)
        os.close(typing)
        os.dup2(keyboard, 0)
        for number, path in (1, ground.said), (2, ground.told):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdin = os.fdopen(0, encoding="utf-8")
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        death()
        raidline(arguments)
    except SystemExit as end:
        code = end.code
    except BaseException:  # as Python itself does
        traceback.print_exc()
    finally:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)
