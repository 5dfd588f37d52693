"""Write a site into a folder: only what changed and only raidline's own files, so that a kill never does harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from raidline.errors import RaidlineError
from raidline.export.addresses import is_address
from raidline.files import atomic
from raidline.files.lockfile import locked
from raidline.publish.making import Earlier, Site, Work, made
from raidline.publish.manifest import (
    JOURNAL,
    MANIFEST,
    OWN,
    STAGING,
    UNKNOWN,
    Made,
    Manifest,
    content_hash,
    manifest_text,
    read_manifest,
)
from raidline.publish.present import Look, Present

EDITED = "was changed by hand and is left as it is; delete it to have it written again"
KEPT = "is no longer part of the site, but was changed by hand and is left as it is; readers still see it: delete it"
FOREIGN = "was not written by raidline and is left as it is; move it away to have the page written"
LINK = "is a link or a file, not a folder; nothing is written through it"
_LISTED = 5  # names in a message, before it says how many more


@dataclass(slots=True)
class Outcome:
    """What was done, or would be: addresses in order. `left` holds (path, reason) for each file in the way."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # files in the folder that do not belong to the site


def write_site(folder: Path, site: Site, *, dry_run: bool = False, work: Work = Work()) -> Outcome:  # noqa: B008 - frozen
    """Bring `folder` into the state of `site`: write what changed, keep what did not, remove raidline's older files.

    A file that somebody changed by hand, or that raidline did not write, is left and reported. RaidlineError, before
    anything is touched, if the folder holds foreign files where pages would go; and if a file cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise RaidlineError(f"{folder} is a file, not a folder")
    if links := [name for name in OWN if (folder / name).is_symlink()]:
        raise RaidlineError(f"{folder / links[0]} is a link; nothing is written through it - remove it")
    known = read_manifest(folder)
    written = known.files if known else {}  # their addresses have been looked at
    if bad := [path for path in site if path not in written and not is_address(path)]:
        raise ValueError(f"no address of a site: {bad[0]!r}")
    strangers = _strangers(folder, site) if known is None else []
    try:
        if dry_run:
            outcome, _ = _Writer(known or Manifest(), None, Look.into(folder)).run(site, work)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            outcome = _written(folder, site, work)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RaidlineError(f"{error.filename or folder}: cannot be written: {reason}") from None
    outcome.strangers = strangers
    return outcome


def _written(folder: Path, site: Site, work: Work) -> Outcome:
    with locked(folder / MANIFEST):
        known = read_manifest(folder) or Manifest()  # again: another run may have ended while this one waited
        with _journal(folder) as journal:
            writer = _Writer(known, journal, Look.into(folder))
            outcome, files = writer.run(site, work)
        text = manifest_text(files)
        path = folder / MANIFEST
        if not path.exists() or path.read_bytes() != text.encode():
            atomic.write_text(path, text)
        (folder / JOURNAL).unlink(missing_ok=True)
        (folder / STAGING).unlink(missing_ok=True)
    writer.look.remember()
    return outcome


@contextmanager
def _journal(folder: Path) -> Iterator[BinaryIO]:
    with (folder / JOURNAL).open("ab") as file:
        file.write(b"\n")  # ends a truncated line
        yield file


@dataclass(slots=True)
class _Writer:
    """One run; without a journal it only determines what it would do. `look` says what was there before."""

    known: Manifest
    journal: BinaryIO | None
    look: Look
    _made: set[Path] = field(default_factory=set)

    def run(self, site: Site, work: Work) -> tuple[Outcome, dict[str, Made]]:
        """Return what was done and the files of the new manifest."""
        outcome, files = Outcome(), {}
        stale: list[str] = []
        present: dict[str, Present] = {}
        for path in sorted(site):
            if obstacle := self.look.obstacle(path):
                if (obstacle, LINK) not in outcome.left:
                    outcome.left.append((obstacle, LINK))
                continue
            there, hashed = present[path] = self.look.at(path)
            before = self.known.files.get(path)
            if there and before and before.inputs == site[path].inputs and before.content == hashed:
                outcome.unchanged.append(path)
                files[path] = before
            else:
                stale.append(path)
        earlier = Earlier(dict(self._renewable(site, stale, present)), frozenset(outcome.unchanged))
        for path, content in made(site, self._largest_first(stale), earlier, work):
            new = Made(content_hash(content), site[path].inputs)
            if kept := self._keep(path, new, content, present[path], outcome):
                files[path] = kept
        for path in sorted(self.known.paths - site.keys()):
            if not self._remove(path, outcome) and (kept := self.known.files.get(path)):
                files[path] = kept
        for listed in (outcome.written, outcome.unchanged, outcome.left):
            listed.sort()
        return outcome, files

    def _largest_first(self, stale: Sequence[str]) -> list[str]:
        """Return the files of one folder after the other, so that no process is left with a large one at the end."""
        folders: Counter[str] = Counter()
        for path in stale:
            folders[path.partition("/")[0]] += self.look.sizes.get(path, 0)
        return sorted(stale, key=lambda path: (-folders[path.partition("/")[0]], path))

    def _renewable(
        self, site: Site, stale: Iterable[str], present: Mapping[str, Present]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the files of which the next state can be made, if they are as the last run made them."""
        for path in stale:
            before = self.known.files.get(path)
            if site[path].renew and before and before.inputs != UNKNOWN and present[path] == (True, before.content):
                content = (self.look.folder / path).read_bytes()
                if content_hash(content) == before.content:
                    yield path, content

    def _keep(self, path: str, new: Made, content: bytes, present: Present, outcome: Outcome) -> Made | None:
        """Write a page unless it is there or something else is; return what is known of it from now on."""
        before = self.known.files.get(path)
        there, hashed = present
        if new.content == hashed:
            outcome.unchanged.append(path)
            return new
        if there and not self.known.is_ours(path, hashed):
            outcome.left.append((path, EDITED if before else FOREIGN))
            return before and before._replace(inputs=UNKNOWN)
        self._write(path, content, new.content)
        outcome.written.append(path)
        return new

    def _write(self, path: str, content: bytes, digest: str) -> None:
        if self.journal is None:
            return
        self.journal.write(f"{digest} {path}\n".encode())
        self.journal.flush()
        target, staging = self.look.folder / path, self.look.folder / STAGING
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        staging.unlink(missing_ok=True)
        with staging.open("xb") as file:  # never through a link that somebody created there
            file.write(content)
        staging.replace(target)

    def _remove(self, path: str, outcome: Outcome) -> bool:
        """Return whether nothing of raidline's is left at that path."""
        if self.look.obstacle(path):
            return True
        there, present = self.look.at(path)
        if not there:
            return True
        if not self.known.is_ours(path, present):
            outcome.left.append((path, KEPT))
            return False
        outcome.removed.append(path)
        if self.journal is not None:
            folder = self.look.folder
            target = folder / path
            target.unlink()
            with suppress(OSError):  # a folder that is not empty stays
                for parent in target.relative_to(folder).parents[:-1]:
                    (folder / parent).rmdir()
        return True


def _strangers(folder: Path, site: Site) -> list[str]:
    """Return the content of a folder that is not a site yet; RaidlineError if it is in the way of pages."""
    if not folder.exists():
        return []
    there = {there.name for there in folder.iterdir() if there.name not in OWN}
    wanted = {path.split("/")[0] for path in site}
    if in_the_way := sorted(name for name in there if name.lower() in wanted):
        raise RaidlineError(
            f"{folder} is not empty and not a site that raidline wrote; {_named(in_the_way)} would be in the way - "
            "name an empty folder, or move these away"
        )
    return sorted(there)


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
