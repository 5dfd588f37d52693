"""Files that are replaced in one step, so that a crash leaves the old one or the new one, never half.

What a killed process leaves is a file named as it says, `.events.yaml.1f2e3d4c5b6a7988.raidline-unfinished`, which
nothing reads and anybody may remove.

A file is new wherever it is replaced: another name of the old one (a hard link) goes on naming the old one, and what
the file system keeps beside a file, such as extended attributes and lists of rights, does not go along.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from raidline.errors import RaidlineError

UNFINISHED = ".raidline-unfinished"
_IN_USE = {5, 32}  # Windows: another program has the file open, often one that looks for viruses and is soon done
_NOT_THERE = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM}
_TRIES = 20
_PAUSE = 0.05


class ChangedError(RaidlineError):
    """Somebody changed a file after it was read, and it is left as it is."""


def write_text(path: Path, text: str, *, read: str | None = None) -> None:
    """Write `text` as UTF-8, line ends as they are, in the way of `write_chunks`."""
    write_chunks(path, (text.encode(),), read=read)


def write_chunks(path: Path, chunks: Iterable[bytes], *, read: str | None = None) -> None:
    """Write `chunks` one after the other, keeping the permissions of a file that is replaced.

    A link is followed, so that what it points to is replaced; a device or a pipe is written to. RaidlineError
    where the file cannot be written, also for want of the right to change it. With `read`, what the file held when it
    was read, ChangedError where it holds anything else in the moment before it is replaced.
    """
    with told_unwritable(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
            return
        target = followed(path)
        old = target.stat() if target.exists() else None
        if old and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is read-only")
        with _written(target, chunks, old) as temporary:
            if read is not None and not _holds(target, read):
                raise ChangedError(f"{path} was changed by somebody else in the meantime")
            patiently(lambda: temporary.replace(target))


def create_text(path: Path, text: str) -> bool:
    """Write a new file, whole or not at all; False, and nothing written, where there is something already."""
    with told_unwritable(path):
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
def told_unwritable(path: Path) -> Iterator[None]:
    """Tell of what the system refuses meanwhile as the user's mistake: a RaidlineError that names the file."""
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
            with _what_there_is():
                os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()
    _synced(target.parent)


@contextmanager
def _what_there_is() -> Iterator[None]:
    """Do without what a file system does not have, as those for cameras and of other computers."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes().removeprefix(BOM_UTF8) == text.encode()
    except OSError:  # removed, perhaps
        return False


def _given_to(temporary: Path, old: os.stat_result) -> None:
    """Give a file to the owner and the group of the old one, as far as may be, with the rights the old one gave."""
    if hasattr(os, "chown"):
        for owner, group in ((old.st_uid, old.st_gid), (-1, old.st_gid)):  # only root gives files away
            with suppress(OSError):
                os.chown(temporary, owner, group)
                break
    new, mode = temporary.stat(), old.st_mode & 0o7777
    if new.st_uid != old.st_uid:
        mode &= ~stat.S_ISUID  # else a program would run as somebody else than before
    if new.st_gid != old.st_gid:
        mode &= ~(stat.S_ISGID | stat.S_IRWXG)  # which were for others than those who are its group now
    with _what_there_is():
        temporary.chmod(mode)  # without which nobody else may read it


def _synced(folder: Path) -> None:
    """Put the new name on the disk as well, where the system has a way to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
