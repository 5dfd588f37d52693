"""Snapshots in an SQLite file of the platform's cache folder.

The database is trusted only as far as raidline wrote it: each row carries a hash of its content and identity, made with
a key that lies beside the database and that nobody else can read. So a damaged, foreign or forged row gives no answer
rather than a wrong one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from raidline.cache.location import MARK, Location, location_of, removed
from raidline.cache.snapshots import Snapshot

MOST = 512_000_000  # bytes; a larger database is deleted and started again
# Nanoseconds after which a change of a file is visible in its times: two seconds for the coarsest file system, and one
# for clocks that differ.
SETTLED = 3_000_000_000
_PATIENCE = 1.0  # seconds to wait for another process

_PARTS = (  # all folders of modules that a snapshot needs
    "cache",
    "counts",
    "dates",
    "extract",
    "extract/text",
    "extract/toponyms",
    "extract/toponyms/judging",
    "extract/toponyms/phrases",
    "extract/toponyms/recognition",
    "files",
    "kinds",
    "lexicon",
    "memo",
    "places",
    "places/gazetteer",
    "privacy",
    "privacy/evidence",
    "privacy/likelihood",
    "privacy/standing",
    "privacy/registers",
    "reading",
    "reading/documents",
    "store",
    "values",
    "yamltext",
)
_TABLES = """
create table if not exists files (
  id integer primary key, kind text, path text, stamp text, digest text, checked integer, contents blob, whole blob,
  sum blob,
  unique (kind, path)
);
create table if not exists events (
  file integer, number integer, event blob, sum blob, primary key (file, number)
) without rowid;
"""


_ERRORS = (sqlite3.Error, UnicodeDecodeError)  # the latter if even the message about the damage is damaged


class DamagedError(Exception):
    """The database does not hold what it should."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What shows that a file changed without reading it: its identity, size and times; `text` is for comparing.

    `changed` and `taken` are nanoseconds since 1970: the time of its latest change, and the time of the look-up.
    """

    text: str
    changed: int
    taken: int = field(compare=False)

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """Return the stamp of a regular file, None for anything else."""
        taken = time.time_ns()  # before anything else: later changes may not show in the times
        try:
            found = path.stat()
        except OSError:
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return cls(trace_of(found), max(found.st_mtime_ns, found.st_ctime_ns), taken)


def trace_of(found: os.stat_result) -> str:
    """Return what shows that a file changed: its identity, size and times."""
    return f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"


class Kept(NamedTuple):
    """A file and what the database holds about it; `whole` is a hash of all its events."""

    id: int
    stamp: str
    digest: str
    checked: int
    contents: bytes
    whole: bytes


def digest_of(path: Path) -> str:
    """Return the hash of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


class Database:
    """An open database; every method may raise DamagedError or sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection, key: bytes) -> None:
        self._sql = connection
        self._seed = hashlib.blake2b(_version().encode(), key=key, digest_size=16)

    def find(self, kind: str, path: str) -> Kept | None:
        """Return what is kept for a file, or None."""
        row = self._sql.execute(
            "select id, stamp, digest, checked, contents, whole, sum from files where kind = ? and path = ?",
            (kind, path),
        ).fetchone()
        if row is None:
            return None
        if row[-1] != self._sum(kind, path, *row[:-1]):
            raise DamagedError
        return Kept(*row[:-1])

    def events(self, kept: Kept, numbers: Collection[int]) -> list[bytes]:
        """Return the events with those numbers, in that order; a range is all of a file, which have one hash."""
        if isinstance(numbers, range):
            return self._all_events(kept, len(numbers))
        start = self._summed(self._seed, kept.id, kept.digest)
        ask = "select event, sum from events where file = ? and number = ?"
        found = []
        for number in numbers:
            event, total = self._sql.execute(ask, (kept.id, number)).fetchone() or (b"", b"")
            if total != self._summed(start, number, event).digest():
                raise DamagedError
            found.append(event)
        return found

    def _all_events(self, kept: Kept, number: int) -> list[bytes]:
        rows = self._sql.execute("select event from events where file = ? order by number", (kept.id,))
        found = [event for (event,) in rows]
        if len(found) != number or self._sum(kept.digest, *found) != kept.whole:
            raise DamagedError
        return found

    def keep(self, kind: str, path: str, stamp: Stamp, digest: str, snapshot: Snapshot) -> None:
        """Keep the content of a file, replacing what was kept for it."""
        old = self._sql.execute("select id from files where kind = ? and path = ?", (kind, path)).fetchone()
        if old:
            self._sql.execute("delete from events where file = ?", old)
            self._sql.execute("delete from files where id = ?", old)
        id_ = 1 + (self._sql.execute("select max(id) from files").fetchone()[0] or 0)
        row = (id_, stamp.text, digest, stamp.taken, snapshot.contents, self._sum(digest, *snapshot.events))
        self._sql.execute(
            "insert into files (id, stamp, digest, checked, contents, whole, kind, path, sum)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, kind, path, self._sum(kind, path, *row)),
        )
        start = self._summed(self._seed, id_, digest)
        self._sql.executemany(
            "insert into events values (?, ?, ?, ?)",
            ((id_, n, event, self._summed(start, n, event).digest()) for n, event in enumerate(snapshot.events)),
        )

    def touch(self, kind: str, path: str, kept: Kept, stamp: Stamp) -> None:
        """Record that the times of a file changed but its content did not."""
        total = self._sum(kind, path, kept.id, stamp.text, kept.digest, stamp.taken, kept.contents, kept.whole)
        row = (stamp.text, stamp.taken, total, kept.id)
        self._sql.execute("update files set stamp = ?, checked = ?, sum = ? where id = ?", row)

    def _sum(self, *parts: object) -> bytes:
        return self._summed(self._seed, *parts).digest()

    @staticmethod
    def _summed(start: hashlib.blake2b, *parts: object) -> hashlib.blake2b:
        """Return the hash of what `start` is one of, and of these parts after it."""
        total = start.copy()
        told = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
        total.update(b"".join([b"%d:%b" % (len(data), data) for data in told]))
        return total


def is_current(kept: Kept, stamp: Stamp) -> bool:
    """Whether a file is the one that was read, by its stamp alone; one taken too soon after a change does not count."""
    return kept.stamp == stamp.text and kept.checked - stamp.changed > SETTLED


@contextmanager
def opened() -> Iterator[Database | None]:
    """Give the database of this version of raidline, or None if there cannot be one. A damaged one is removed."""
    found = location_of(_version(), MOST)
    connection = _connected(found) if found else None
    if found is None or connection is None:
        yield None
        return
    try:
        connection.execute("begin")  # everything is read as of one moment
        yield Database(connection, found.key)
        connection.execute("commit")
    except (DamagedError, *_ERRORS) as error:
        connection.close()
        if not _is_passing(error):
            removed(found.path)
        raise DamagedError from None
    finally:
        connection.close()


def _connected(location: Location) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(location.path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("pragma synchronous = off")  # a system crash may damage it, which is noticed later
            if _is_ours(connection):
                return connection
        except _ERRORS:
            connection.close()  # a system that locks open files could not remove it otherwise
            raise
        connection.close()
    except _ERRORS as error:
        if not _is_passing(error):
            removed(location.path)
    return None


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a database is marked as raidline's; a new one gets the mark, and a foreign one is never written to."""
    mark = int.from_bytes(MARK)
    (found,) = connection.execute("pragma application_id").fetchone()
    if found == mark:
        return True
    (changes,) = connection.execute("pragma schema_version").fetchone()
    if found or changes:
        return False
    connection.executescript(f"begin exclusive; {_TABLES} pragma application_id = {mark}; commit;")
    return True


def _is_passing(error: Exception) -> bool:
    """Whether the database is intact and only unavailable at this moment or to this process."""
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN"))


@cache
def _version() -> str:
    """Return a mark of the code and the gazetteer that make snapshots: a different version may make different ones."""
    package = Path(__file__).parents[1]
    parts = [
        f"{entry.name}:{found.st_size}:{found.st_mtime_ns}"
        for folder in (package, *(package / name for name in _PARTS))
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
        if entry.name.endswith((".py", ".tsv", ".yaml"))
        for found in (entry.stat(),)
    ]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
