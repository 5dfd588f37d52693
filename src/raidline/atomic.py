"""Files that are replaced in one step, so that a crash leaves the old one or the new one, never half.

What a killed process leaves is a file named as it says, `.events.yaml.1f2e3d4c5b6a7988.raidline-unfinished`, which
nothing reads and anybody may remove.
"""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from raidline.errors import RaidlineError

UNFINISHED = ".raidline-unfinished"
_IN_USE = {5, 32}  # Windows: another program has the file open, often one that looks for viruses and is soon done
_TRIES = 20
_PAUSE = 0.05


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8, line ends as they are, in the way of `write_chunks`."""
    write_chunks(path, (text.encode(),))


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """Write `chunks` one after the other, keeping the permissions of a file that is replaced.

    A link is followed, so that what it points to is replaced; a device or a pipe is written to. RaidlineError
    where the file cannot be written, also for want of the right to change it.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
            return
        target = followed(path)
        old = target.stat() if target.exists() else None
        if old and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is read-only")
        with _written(target, chunks, old) as temporary:
            patiently(lambda: temporary.replace(target))


def create_text(path: Path, text: str) -> bool:
    """Write a new file, whole or not at all; False, and nothing written, where there is something already."""
    with _told(path):
        if os.path.lexists(path):
            return False
        with _written(path, (text.encode(),), None) as temporary:
            try:
                path.hardlink_to(temporary)  # which fails where renaming would replace
            except FileExistsError:
                return False
            except OSError:  # a file system without hard links
                patiently(lambda: temporary.replace(path))
        return True


def followed(path: Path) -> Path:
    """Return what a path leads to through links. OSError where they go round in a circle."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def patiently(act: Callable[[], object]) -> None:
    """Rename or remove a file, and where another program has it open on Windows, try again for a second."""
    for left in reversed(range(_TRIES)):
        try:
            act()
        except PermissionError as error:
            if not left or getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None


@contextmanager
def _written(target: Path, chunks: Iterable[bytes], old: os.stat_result | None) -> Iterator[Path]:
    """Write `chunks` to a file beside the target, which is gone afterwards, and put the folder on the disk."""
    mode = 0o600 if old else 0o666  # of the latter the system takes what the mask for new files forbids
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}{UNFINISHED}")
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.writelines(chunks)
            file.flush()
            if old:
                _given_to(temporary, old)
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()
    _synced(target.parent)


def _given_to(temporary: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root gives files away
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(old.st_mode & 0o7777)


def _synced(folder: Path) -> None:
    """Put the new name on the disk as well, where the system has a way to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
