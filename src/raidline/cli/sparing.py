"""What an output must not replace: what the command reads, what is read as an article, and what a curator wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from raidline.errors import RaidlineError

_TIMELINE = re.compile(rb"^(?:events|removed):", re.M)
_ENTRY = re.compile(rb"^  - ", re.M)
_BY_A_MACHINE = re.compile(rb"^    candidate:", re.M)
_HEAD = b"# Candidates found by a machine"  # how a file begins that may hold none


def spare(output: Path | None, read: Iterable[Path] = (), *, option: str = "--output") -> None:
    """Raise RaidlineError if a file to write is one of those read, in a folder of articles read, or a timeline.

    Candidates are none as long as a machine wrote each of them; what is not a file, such as a device, loses nothing.
    """
    if output is None or str(output) == "-" or (output.exists() and not output.is_file()):
        return
    for path in read:
        if reason := _read_from(path, output):
            raise RaidlineError(f"{option} {output} {reason}")
    if output.exists() and _holds_timeline(output):
        raise RaidlineError(f"{option} {output} holds a timeline, which would be lost; name another file")


def _read_from(path: Path, output: Path) -> str | None:
    """Return what is wrong with writing that file if a file or a folder of articles is read, None if nothing is."""
    from raidline.reading.listing import may_hold_articles  # noqa: PLC0415 - not for --help

    if str(path) == "-":
        return None
    lost = "is read by this command, and would be lost; name another file"
    if not path.is_dir():
        return lost if output.exists() and path.exists() and path.samefile(output) else None
    if not output.resolve().is_relative_to(path.resolve()) or not may_hold_articles(output.name):
        return None
    return lost if output.exists() else f"is in {path}, where every file of this kind is read; name one elsewhere"


def _holds_timeline(path: Path) -> bool:
    from raidline.store.eventfiles import SUFFIXES  # noqa: PLC0415 - not for --help

    if path.suffix.lower() not in SUFFIXES:
        return False
    try:
        text = path.read_bytes()
    except OSError:
        return False  # writing it says why it cannot be opened
    entries = len(_ENTRY.findall(text))
    by_a_machine = entries == len(_BY_A_MACHINE.findall(text)) and (entries or text.startswith(_HEAD))
    return bool(_TIMELINE.search(text)) and not by_a_machine
