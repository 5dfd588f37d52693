"""Where the cache lies: a folder, a key and a database that belong to this account alone, or nothing.

Anyone else who may write there could replace them. So a folder of another account, a link and a shared file are never
used and never changed.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

VARIABLE = "RAIDLINE_CACHE"  # a folder to use instead of the platform's; empty disables the cache
OWN = "raidline-cache"  # the folder inside it that only raidline uses
MARK = b"Rdln"  # the application id of our databases, at a fixed offset in every SQLite file
_MARK_AT = 68
_KEY = "key"
_KEY_BYTES = 32
_NAME = re.compile(r"events-[0-9a-f]{16}\.sqlite")
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class Location(NamedTuple):
    """An existing database, and the key for its content."""

    path: Path
    key: bytes


def location_of(version: str, most: int) -> Location | None:
    """Return the location of the database for a version of raidline; create it, also to replace one over `most` bytes.

    None if there can be none, or none that is ours alone. Databases of other versions are removed.
    """
    try:
        folder = _folder()
        if folder is None or not _is_own(_made(folder), stat.S_ISDIR):
            return None
        key = _key(folder / _KEY)
        path = folder / f"events-{version}.sqlite"
        if key and _database(path, most):
            return Location(path, key)
    except OSError:
        pass
    return None


def removed(path: Path) -> None:
    """Remove a database and the files that SQLite keeps beside it."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            file.unlink()


def _folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    if named is None:
        from platformdirs import user_cache_path  # noqa: PLC0415 - only here

        return user_cache_path("raidline", appauthor=False)
    return Path(named, OWN)


def _made(folder: Path) -> os.stat_result:
    with suppress(FileNotFoundError):
        return folder.lstat()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.lstat()


def _key(path: Path) -> bytes | None:
    """Return the key, created if there is none; None if a foreign file has its name."""
    with suppress(FileNotFoundError):
        return _read_key(path)
    made = path.with_name(f"{_KEY}-{secrets.token_hex(8)}")
    try:
        _create(made, secrets.token_bytes(_KEY_BYTES))
        with suppress(FileExistsError):  # another process was faster, and its key is used
            path.hardlink_to(made)
    except OSError:  # a file system without hard links
        if path.exists():
            return None
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
    return _read_key(path)


def _read_key(path: Path) -> bytes | None:
    descriptor = os.open(path, os.O_RDONLY | _NO_LINK | _BINARY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not _is_own(os.fstat(descriptor), stat.S_ISREG):
            return None
        key = file.read(_KEY_BYTES + 1)
    return key if len(key) == _KEY_BYTES else None


def _database(path: Path, most: int) -> bool:
    """Whether there is a database that may be read and written; one that is too large is started again."""
    with suppress(FileNotFoundError):
        found = path.lstat()
        if not _is_own(found, stat.S_ISREG) or found.st_nlink > 1:
            return False
        if found.st_size <= most:
            return True
        removed(path)
    _sweep(path.parent)
    with suppress(FileExistsError):  # SQLite would make it readable for everybody
        _create(path, b"")
    return True


def _sweep(folder: Path) -> None:
    """Remove the databases of other versions: files with such a name and with our mark inside."""
    for other in folder.iterdir():
        if _NAME.fullmatch(other.name) and _is_own(other.lstat(), stat.S_ISREG) and _mark(other) == MARK:
            removed(other)


def _mark(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MARK_AT + len(MARK))[_MARK_AT:]


def _create(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def _is_own(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether something has the right type and belongs to this account, and others may not write to it."""
    if not is_kind(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):  # Windows, where an account's folders are its own
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY_WRITE
