"""What raidline wrote into the folder of a site: which files, with which bytes, made from what.

While a site is being written, a journal lies beside the manifest: it records each file before that file is written, so
that the next run recognises everything that a killed run left as raidline's own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from raidline.errors import RaidlineError
from raidline.export.addresses import is_address

MANIFEST = ".raidline-site.json"
JOURNAL = ".raidline-site.journal"
STAGING = ".raidline-site.new"  # the only file that a kill can leave half written
LOCK = f"{MANIFEST}.lock"
OWN = frozenset({MANIFEST, JOURNAL, STAGING, LOCK, f"{LOCK}.breaking"})
_HASH = re.compile("[0-9a-f]{32}(?:[0-9a-f]{32})?")  # of earlier versions the whole one
UNKNOWN = "0" * 32  # what a file was made from that somebody changed since
LENGTH = 32  # of a hash here, in hexadecimal digits


class Made(NamedTuple):
    """A file as it was written: the SHA-256 of its bytes, and a hash of what they were made from, each in part."""

    content: str
    inputs: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the last complete run, and those that killed runs have written since (the journal)."""

    files: dict[str, Made] = field(default_factory=dict)
    begun: dict[str, set[str]] = field(default_factory=dict)

    @property
    def paths(self) -> set[str]:
        """Every file that raidline wrote or was about to."""
        return {*self.files, *self.begun}

    def is_ours(self, path: str, content: str | None) -> bool:
        """Whether raidline wrote a file with that hash at that path."""
        made = self.files.get(path)
        return content is not None and ((made and made.content) == content or content in self.begun.get(path, ()))


def content_hash(content: bytes) -> str:
    """Return the hash of the bytes of a file."""
    return sha256(content).hexdigest()[:LENGTH]


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a site, or None if there is none; RaidlineError for one that raidline did not write."""
    path, journal = folder / MANIFEST, folder / JOURNAL
    if not path.exists() and not journal.exists():
        return None
    try:
        files = _files(path.read_bytes()) if path.exists() else {}
        begun = _begun(journal.read_bytes()) if journal.exists() else {}
    except (OSError, ValueError, RecursionError) as error:
        raise RaidlineError(
            f"{path} is not as raidline wrote it ({error}), so nobody knows which files are raidline's; "
            "restore it, or publish into an empty folder"
        ) from None
    return Manifest(files, begun)


def manifest_text(files: dict[str, Made]) -> str:
    """Return the text of the file, one line for each page."""
    # Neither an address nor a hash has a character that JSON would escape.
    rows = (f'    "{path}": ["{made.content}", "{made.inputs}"]' for path, made in sorted(files.items()))
    return '{\n  "raidline-site": 1,\n  "files": {\n' + ",\n".join(rows) + "\n  }\n}\n"


@lru_cache(maxsize=1)  # it is read again under the lock, mostly with the same bytes
def _files(written: bytes) -> dict[str, Made]:
    document = json.loads(written)
    listed = document.get("files") if isinstance(document, dict) and document.get("raidline-site") == 1 else None
    if not isinstance(listed, dict):
        raise ValueError("not a site's manifest")
    files = {}
    for path, made in listed.items():
        if not is_address(path):
            raise ValueError(f"names {path!r}")
        try:
            content, inputs = made
            are_hashes = _HASH.fullmatch(content) and _HASH.fullmatch(inputs)
        except (TypeError, ValueError):  # not two, or no texts
            are_hashes = None
        if not are_hashes:
            raise ValueError(f"has no two hashes for {path}")
        files[path] = Made(content[:LENGTH], inputs)
    return files


def _begun(written: bytes) -> dict[str, set[str]]:
    """Return the hashes by path; a truncated last line stands for a file that was not begun."""
    begun: dict[str, set[str]] = {}
    for row in written.decode(errors="replace").split("\n")[:-1]:
        content, _, path = row.partition(" ")
        if _HASH.fullmatch(content) and is_address(path):
            begun.setdefault(path, set()).add(content[:LENGTH])
    return begun
