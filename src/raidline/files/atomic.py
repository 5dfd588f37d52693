"""Files that are replaced in one step, so that a crash leaves the old one or the new one, never half of one.

A killed process leaves a file whose name says what it is, `.events.yaml.1f2e3d4c5b6a7988.raidline-unfinished`. Nothing
reads it, and anyone may remove it.

Replacing a file creates a new one: a hard link to the old file still names the old file, and what the file system keeps
beside a file, such as extended attributes and access control lists, is not copied.
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
_IN_USE = {5, 32}  # Windows: another program has the file open, often a virus scanner that is soon done
_NOT_THERE = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM}
_TRIES = 20
_PAUSE = 0.05


class ChangedError(RaidlineError):
    """Somebody changed a file after it was read; the file is left as it is."""


def write_text(path: Path, text: str, *, read: str | None = None) -> None:
    """Write `text` as UTF-8 with its line ends unchanged; otherwise the same as `write_chunks`."""
    write_chunks(path, (text.encode(),), read=read)


def write_chunks(path: Path, chunks: Iterable[bytes], *, read: str | None = None) -> None:
    """Write `chunks` one after the other; a file that is replaced keeps its permissions.

    A link is followed and its target replaced; a device or a pipe is written to directly. RaidlineError if the file
    cannot be written, which includes a missing right to change it. `read` is what the file held when it was read:
    ChangedError if it holds anything else just before it is replaced.
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
    """Write a new file, all or nothing; return False and write nothing if the path already exists."""
    with told_unwritable(path):
        if os.path.lexists(path):
            return False
        with _written(path, (text.encode(),), None) as temporary:
            try:
                path.hardlink_to(temporary)  # fails where a rename would replace the file
            except FileExistsError:
                return False
            except OSError:  # a file system without hard links
                patiently(lambda: temporary.replace(path))
        return True


def followed(path: Path) -> Path:
    """Return the path that links lead to. OSError if they form a circle."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def patiently(act: Callable[[], object]) -> None:
    """Rename or remove a file; on Windows, retry for a second while another program has it open."""
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
    """Report what the system refuses inside the block as a RaidlineError that names the file."""
    try:
        yield
    except OSError as error:
        raise RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None


@contextmanager
def _written(target: Path, chunks: Iterable[bytes], old: os.stat_result | None) -> Iterator[Path]:
    """Write `chunks` to a temporary file beside the target, removed afterwards, and sync the folder to disk."""
    mode = 0o600 if old else 0o666  # the system's umask restricts the latter, for new files
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
    """Do without what a file system lacks, as those of cameras and of other systems do."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes().removeprefix(BOM_UTF8) == text.encode()
    except OSError:  # perhaps removed
        return False


def _given_to(temporary: Path, old: os.stat_result) -> None:
    """Give a file the owner, the group and the permissions of the old one, as far as the system allows."""
    if hasattr(os, "chown"):
        for owner, group in ((old.st_uid, old.st_gid), (-1, old.st_gid)):  # only root can give files away
            with suppress(OSError):
                os.chown(temporary, owner, group)
                break
    new, mode = temporary.stat(), old.st_mode & 0o7777
    if new.st_uid != old.st_uid:
        mode &= ~stat.S_ISUID  # otherwise a program would run as a different user than before
    if new.st_gid != old.st_gid:
        mode &= ~(stat.S_ISGID | stat.S_IRWXG)  # these rights belonged to a different group
    with _what_there_is():
        temporary.chmod(mode)  # otherwise nobody else could read it


def _synced(folder: Path) -> None:
    """Sync the new name to disk, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
