"""One process at a time: an operating system lock on a file beside the file to be changed.

The system releases the lock of a process that ends, however it ends, and sees processes that this one cannot. The lock
file names its holder for those who wait. On a file system without locks the file itself is the lock, and a new process
takes it over if the holder ran on this computer and has ended.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from raidline.errors import RaidlineError
from raidline.files.atomic import UNFINISHED, ChangedError, followed, patiently, write_text

PATIENCE = 10.0  # seconds; a change takes far less
_PAUSE = 0.02
_SIGNATURE = re.compile(rb"([0-9]{1,18}(\s+\S*(\s+[0-9]*\s*)?)?)?")  # matches a truncated one too
_LONGEST = 500  # bytes in a signature
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOLCK}


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file, waiting up to `patience` seconds for it.

    RaidlineError if another process holds it, if something else has the name of the lock file, or if the lock file
    cannot be created.
    """
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415 - slow to load; most commands change nothing

    try:
        target = followed(path)
        kind = FileLock if _has_locks(target.parent) else SoftFileLock
    except OSError as error:
        raise _unwritable(path, error) from None
    lock = target.with_name(f"{target.name}.lock")
    if _is_of_others(lock):
        raise RaidlineError(f"{path} is locked by a file {lock} that raidline did not write; move it away")
    held = kind(lock)
    try:
        held.acquire(timeout=patience, poll_interval=_PAUSE)
    except Timeout:
        raise RaidlineError(f"{path} is being changed by {_holder(lock)}; try again when it has ended") from None
    except OSError as error:
        raise _unwritable(lock, error) from None
    try:
        with suppress(OSError):
            _sign(lock)
        yield
    finally:
        if os.name == "posix":  # before the release, or it could be the next process's; elsewhere filelock removes it
            with suppress(OSError):
                patiently(lock.unlink)
        held.release()


def _has_locks(folder: Path) -> bool:
    """Whether the file system of a folder supports locks; some shared or user-mounted ones do not."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, which has locks of its own
    except ImportError:
        folder.stat()  # otherwise taking the lock would create the folder
        return True
    probe = folder / f".lock.{secrets.token_hex(8)}{UNFINISHED}"
    with probe.open("xb") as file:
        probe.unlink()
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in _NO_LOCKS
    return True


def _is_of_others(lock: Path) -> bool:
    """Whether the lock's name belongs to something that is not a lock: a pipe, a link, a file with other content."""
    try:
        if not stat.S_ISREG(lock.lstat().st_mode):
            return True
        with lock.open("rb") as file:
            said = file.read(_LONGEST + 1)
        return len(said) > _LONGEST or not _SIGNATURE.fullmatch(said)
    except OSError:  # there is none, or whoever tries to take it finds out why it cannot be read
        return False


def _sign(lock: Path) -> None:
    """Write the holder into the lock file unless filelock has done so, as it does where the system has no locks."""
    owner = [str(os.getpid()), socket.gethostname()]
    if lock.read_text(encoding="utf-8", errors="replace").split()[:2] != owner:
        lock.write_text("\n".join((*owner, "")), encoding="utf-8")


def _holder(lock: Path) -> str:
    try:
        owner = lock.read_text(encoding="utf-8", errors="replace").split()
    except OSError:
        owner = []
    return f"process {owner[0]} on {owner[1]}" if len(owner) > 1 else "another process"


def _unwritable(path: Path, error: OSError) -> RaidlineError:
    return RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}")


def replace_unchanged(path: Path, read: str, written: str) -> None:
    """Replace a file whose text was read before; RaidlineError if somebody has changed it since."""
    with locked(path):
        try:
            write_text(path, written, read=read)
        except ChangedError as error:
            raise RaidlineError(f"{error}; run the command again") from None
