"""Shelves in an SQLite file of the platform's cache folder.

Nothing in it is believed unless it adds up: each row carries a checksum over what it is a row of, so that a damaged
or foreign database gives no answer rather than a wrong one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from raidline.cache.shelves import Shelf

VARIABLE = "RAIDLINE_CACHE"  # a folder to use instead of the platform's; empty for no cache
MOST = 512_000_000  # bytes; a larger database is begun anew
SETTLED = 2_000_000_000  # nanoseconds after which a change of a file shows in its times, on any file system
_PATIENCE = 1.0  # seconds to wait for another process

_PARTS = ("cache", "gazetteer", "lexicon", "reading", "yamltext")
_TABLES = """
create table if not exists files (
  id integer primary key, kind text, path text, stamp text, digest text, checked integer, contents blob, sum integer,
  unique (kind, path)
);
create table if not exists events (
  file integer, number integer, event blob, sum integer, primary key (file, number)
) without rowid;
"""


_ERRORS = (sqlite3.Error, UnicodeDecodeError)  # the latter where even the message about the damage is damaged


class DamagedError(Exception):
    """The database does not hold what it should."""


class Stamp(NamedTuple):
    """What tells whether a file changed without reading it: its identity, size and times; `text` for comparing."""

    text: str
    changed: int

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """Return the stamp of a regular file, None for anything else."""
        try:
            found = path.stat()
        except OSError:
            return None
        if not path.is_file():
            return None
        text = f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"
        return cls(text, max(found.st_mtime_ns, found.st_ctime_ns))


class Kept(NamedTuple):
    """A file as the database knows it."""

    id: int
    stamp: str
    digest: str
    checked: int
    contents: bytes


def digest_of(path: Path) -> str:
    """Return the hash of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


class Database:
    """An open database; every method may raise DamagedError or sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def find(self, kind: str, path: str) -> Kept | None:
        """Return what is kept of a file, if anything."""
        row = self._sql.execute(
            "select id, stamp, digest, checked, contents, sum from files where kind = ? and path = ?", (kind, path)
        ).fetchone()
        if row is None:
            return None
        if row[-1] != _sum(kind, path, *row[:-1]):
            raise DamagedError
        return Kept(*row[:-1])

    def events(self, kept: Kept, numbers: Collection[int]) -> list[bytes]:
        """Return the events of those numbers, in that order."""
        ask = "select event, sum from events where file = ? and number = ?"
        found = []
        for number in numbers:
            row = self._sql.execute(ask, (kept.id, number)).fetchone()
            if row is None or row[1] != _sum(kept.id, kept.digest, number, row[0]):
                raise DamagedError
            found.append(row[0])
        return found

    def keep(self, kind: str, path: str, stamp: Stamp, digest: str, shelf: Shelf) -> None:
        """Keep what a file holds, in place of what was kept of it."""
        old = self._sql.execute("select id from files where kind = ? and path = ?", (kind, path)).fetchone()
        if old:
            self._sql.execute("delete from events where file = ?", old)
            self._sql.execute("delete from files where id = ?", old)
        checked = time.time_ns()
        id_ = 1 + (self._sql.execute("select max(id) from files").fetchone()[0] or 0)
        row = (id_, stamp.text, digest, checked, shelf.contents)
        self._sql.execute(
            "insert into files (id, stamp, digest, checked, contents, kind, path, sum) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, kind, path, _sum(kind, path, *row)),
        )
        self._sql.executemany(
            "insert into events values (?, ?, ?, ?)",
            ((id_, n, event, _sum(id_, digest, n, event)) for n, event in enumerate(shelf.events)),
        )

    def touch(self, kind: str, path: str, kept: Kept, stamp: Stamp) -> None:
        """Note that a file with other times holds what it held."""
        checked = time.time_ns()
        total = _sum(kind, path, kept.id, stamp.text, kept.digest, checked, kept.contents)
        row = (stamp.text, checked, total, kept.id)
        self._sql.execute("update files set stamp = ?, checked = ?, sum = ? where id = ?", row)


def is_current(kept: Kept, stamp: Stamp) -> bool:
    """Whether a file is the one that was read, by its stamp alone: one of the moment of a change may not show it."""
    return kept.stamp == stamp.text and kept.checked - stamp.changed > SETTLED


@contextmanager
def opened() -> Iterator[Database | None]:
    """Give the database of this version of raidline; None where there can be none. A damaged one is removed."""
    path = _path()
    connection = _connected(path) if path else None
    if path is None or connection is None:
        yield None
        return
    try:
        connection.execute("begin")  # all that is read is of one moment
        yield Database(connection)
        connection.execute("commit")
    except (DamagedError, *_ERRORS) as error:
        connection.close()
        if not _is_passing(error):
            _removed(path)
        raise DamagedError from None
    finally:
        connection.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):  # the second time without the damaged one
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists() and path.stat().st_size > MOST:
                _removed(path)
            if not path.exists():
                _swept(path)
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            try:
                connection.execute("pragma synchronous = off")  # a crash of the machine may damage it, which is noticed
                connection.executescript(_TABLES)
            except _ERRORS:
                connection.close()  # or no system that keeps open files removes it
                raise
        except _ERRORS as error:
            if _is_passing(error):
                return None
            _removed(path)
        except OSError:
            return None
        else:
            return connection
    return None


def _is_passing(error: Exception) -> bool:
    """Whether the database is whole, and only not to be had at this moment or by this process."""
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN"))


def _removed(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            file.unlink()


def _swept(path: Path) -> None:
    """Remove the databases of other versions."""
    for other in path.parent.glob("events-*.sqlite"):
        _removed(other)


def _path() -> Path | None:
    folder = os.environ.get(VARIABLE)
    if folder == "":
        return None
    if folder is None:
        from platformdirs import user_cache_path  # noqa: PLC0415 - only here

        folder = str(user_cache_path("raidline", appauthor=False))
    return Path(folder) / f"events-{_version()}.sqlite"


@cache
def _version() -> str:
    """Return a mark of the code and the gazetteer that make shelves of files: other ones may make others."""
    package = Path(__file__).parents[1]
    parts = [
        f"{entry.name}:{found.st_size}:{found.st_mtime_ns}"
        for folder in (package, *(package / name for name in _PARTS))
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
        if entry.name.endswith((".py", ".tsv", ".yaml"))
        for found in (entry.stat(),)
    ]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _sum(*parts: object) -> int:
    total = zlib.crc32(_version().encode())
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        total = zlib.crc32(data, zlib.crc32(f"{len(data)}:".encode(), total))
    return total
