"""What the files of a folder held when they were looked at last, so that one that did not change is not read again."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from raidline.cache.database import SETTLED, DamagedError, Stamp, opened, trace_of
from raidline.cache.snapshots import Snapshot

if TYPE_CHECKING:
    from typing import TypeAlias

_KIND = "sightings"
Sightings: TypeAlias = "Mapping[str, tuple[str, str]]"  # by path: what would show a change, and a hash of the bytes


def sightings_in(folder: Path) -> Sightings:
    """Return what is remembered of the files of a folder; nothing without a cache."""
    with suppress(DamagedError), opened() as database:
        if database and (kept := database.find(_KIND, _name(folder))):
            return {path: (trace, content) for path, (trace, content) in json.loads(kept.contents).items()}
    return {}


def remember(folder: Path, seen: Sightings) -> None:
    """Keep what was seen of the files of a folder, in place of everything known of it."""
    snapshot = Snapshot(json.dumps(seen, separators=(",", ":")).encode())
    with suppress(DamagedError), opened() as database:
        if database:
            database.keep(_KIND, _name(folder), Stamp("", 0, 0), "", snapshot)


def sighted(status: os.stat_result, now: int) -> str | None:
    """Return what shows a later change of a file, in nanoseconds since 1970; None if it is too new to show one."""
    return trace_of(status) if now - max(status.st_mtime_ns, status.st_ctime_ns) > SETTLED else None


def _name(folder: Path) -> str:
    return os.fsencode(folder).decode("latin-1")  # works for names that are not valid text
