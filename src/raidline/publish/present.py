"""What is there in the folder of a site: which files, with which bytes, and what is in the way of others."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from raidline.cache.sightings import Sightings, remember, sighted, sightings_in
from raidline.publish.manifest import content_hash

_BLOCK = 1 << 20  # bytes read at once
_BINARY, _NO_LINK = getattr(os, "O_BINARY", 0), getattr(os, "O_NOFOLLOW", 0)
_FEW = 200  # files; what was seen of them is not kept, since to read them again is faster
Present = tuple[bool, str | None]  # whether something is there, and the hash of a plain file


@dataclass(slots=True)
class Look:
    """A look into a folder, as it was when one first asked.

    `before` is what earlier looks have seen of the files, `seen` what this one has, `read` how many files it read, and
    `sizes` how large files are, in bytes.
    """

    folder: Path
    before: Sightings
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    read: int = 0
    _begun: int = field(default_factory=time.time_ns)
    _folders: dict[str, bool] = field(default_factory=dict)
    _listed: set[str] = field(default_factory=set)
    _obstacles: dict[str, str | None] = field(default_factory=dict)
    _root: str = ""

    def __post_init__(self) -> None:
        self._root = f"{self.folder}{os.sep}"

    @classmethod
    def into(cls, folder: Path) -> Look:
        """Return a look into a folder with what is remembered of it."""
        return cls(folder, sightings_in(folder))

    def remember(self) -> None:
        """Keep what was seen for the next look, if it was much."""
        if self.read > _FEW:
            remember(self.folder, self.seen)

    def obstacle(self, path: str) -> str | None:
        """Return the first folder on the way that is a link or not a folder."""
        folder = path.rpartition("/")[0]
        if folder not in self._obstacles:
            outer = self.obstacle(folder) if folder else None
            self._obstacles[folder] = outer or (None if self._is_way(folder) else folder)
        return self._obstacles[folder]

    def _is_way(self, folder: str) -> bool:
        if not folder:
            return True
        if folder not in self._folders:
            self._list(folder.rpartition("/")[0])
        if folder not in self._folders:  # new, or of a name that only this system takes for another
            return _is_free(f"{self._root}{folder}")
        return self._folders[folder]

    def _list(self, folder: str) -> None:
        """Note once of everything in a folder whether it is a folder and no link: faster than to ask for each."""
        if folder in self._listed:
            return
        self._listed.add(folder)
        inside = f"{folder}/" if folder else ""
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(f"{self._root}{folder}") as found:
            self._folders.update((f"{inside}{one.name}", one.is_dir(follow_symlinks=False)) for one in found)

    def at(self, path: str) -> Present:
        """Return whether something exists there, and the hash of its bytes if it is a plain file."""
        there = f"{self._root}{path}"
        try:
            status = os.lstat(there)
        except (FileNotFoundError, NotADirectoryError):
            return False, None
        if not stat.S_ISREG(status.st_mode):
            return True, None
        self.sizes[path] = status.st_size
        trace = sighted(status, self._begun)
        before = self.before.get(path)
        if before and before[0] == trace:
            content = before[1]
        else:
            content = content_hash(_content(there, status.st_size))
            self.read += 1
        if trace:
            self.seen[path] = trace, content
        return True, content


def _content(path: str, size: int) -> bytes:
    """Return the bytes of a file, without the buffers of `open`, since this reads every file of a site."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY | _NO_LINK)
    try:
        content = os.read(descriptor, size)
        while more := os.read(descriptor, _BLOCK):
            content += more
        return content
    finally:
        os.close(descriptor)


def _is_free(folder: str) -> bool:
    """Whether there is a folder, and no link to one, or nothing."""
    try:
        return stat.S_ISDIR(os.lstat(folder).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
