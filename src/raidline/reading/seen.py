"""Which ids have come before, among any number of them, in little memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from types import TracebackType

from raidline.article import Article
from raidline.errors import Problem


class Seen:
    """Ids and the files they first came from, in a temporary SQLite file that disappears on exit."""

    def __enter__(self) -> Seen:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("pragma synchronous=off")
        self._database.execute("begin")
        self._database.execute("create table seen (id text primary key, path blob) without rowid")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def first(self, id_: str, path: str) -> str | None:
        """Return the path where the id first came from, or None if this is its first use."""
        added = self._database.execute("insert or ignore into seen values (?, ?)", (id_, os.fsencode(path))).rowcount
        if added:
            return None
        row: tuple[bytes] = self._database.execute("select path from seen where id = ?", (id_,)).fetchone()
        return os.fsdecode(row[0])


def told_twice(found: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
    """Yield the same items, and a problem after each article whose id has come before."""
    with Seen() as seen:
        for one in found:
            yield one
            if isinstance(one, Article) and (first := seen.first(one.id, str(one.path))):
                message = f"the id {one.id!r} is already used by {first}"
                yield Problem(str(one.path), 1, 1, "duplicate-article", message)
