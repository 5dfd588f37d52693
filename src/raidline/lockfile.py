"""One process at a time: a lock file beside the file to be changed, made in one step or not at all."""

from __future__ import annotations

import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from raidline.atomic import followed, patiently, write_text
from raidline.errors import RaidlineError

PATIENCE = 10.0  # seconds; a change takes far less
_PAUSE = 0.02
_NUMBER = re.compile("[0-9]{1,18}")
_ASKS = os.name == "posix"  # elsewhere the question whether a process runs can end it
_UNSIGNED = 5.0  # seconds after which a lock without the number of its process was left by a crash


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file, waiting `patience` seconds for it; a lock whose process has ended is taken over.

    RaidlineError where another process keeps it, which says how to get rid of it, and where it cannot be made.
    """
    try:
        target = followed(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    lock = target.with_name(f"{target.name}.lock")
    deadline = time.monotonic() + patience
    held = False
    try:
        while not (held := _taken(lock)):
            if _is_stale(lock):
                _break(lock)
            elif time.monotonic() > deadline:
                raise RaidlineError(_held(path, lock))
            else:
                time.sleep(_PAUSE)
        yield
    finally:
        if held:
            with suppress(OSError):
                patiently(lock.unlink)


def _taken(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritable(lock, error) from None
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{os.getpid()} {socket.gethostname()}\n")
    except BaseException as error:
        with suppress(OSError):
            lock.unlink()
        if isinstance(error, OSError):
            raise _unwritable(lock, error) from None
        raise
    return True


def _unwritable(path: Path, error: OSError) -> RaidlineError:
    return RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}")


def _break(lock: Path) -> None:
    """Remove a lock that is stale still, one process at a time, so that nobody removes the lock of the next one."""
    breaking = lock.with_name(f"{lock.name}.breaking")
    if not _taken(breaking):
        time.sleep(_PAUSE)
        if _is_stale(breaking):
            raise RaidlineError(f"{lock} was left by a crash; remove it, and {breaking.name} beside it")
        return
    try:
        if _is_stale(lock):
            lock.unlink()
    finally:
        breaking.unlink()


def _is_stale(lock: Path) -> bool:
    """Whether the process that made the lock has ended, as far as can be told from here."""
    try:
        owner, age = lock.read_text().split(), time.time() - lock.stat().st_mtime
    except (OSError, ValueError):  # gone, which is for the next attempt to find out
        return False
    if len(owner) < 2:
        return age > _UNSIGNED
    number, host = owner[:2]
    return host == socket.gethostname() and _NUMBER.fullmatch(number) is not None and not _runs(int(number))


def _runs(process: int) -> bool:
    if not _ASKS:
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return True


def _held(path: Path, lock: Path) -> str:
    try:
        owner = lock.read_text().split()
    except (OSError, ValueError):
        owner = []
    who = f"process {owner[0]} on {owner[1]}" if len(owner) > 1 else "another process"
    return f"{path} is being changed by {who}; if there is no such process, remove {lock}"


def replace_unchanged(path: Path, read: str, written: str) -> None:
    """Replace the text of a file that was read before, unless somebody has changed it since (RaidlineError)."""
    with locked(path):
        try:
            found = path.read_bytes()
        except OSError:  # removed, perhaps
            found = None
        if found is None or found.removeprefix(b"\xef\xbb\xbf") != read.encode():
            raise RaidlineError(f"{path} was changed by somebody else in the meantime; run the command again")
        write_text(path, written)
