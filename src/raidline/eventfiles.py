"""Where events and their articles are kept: files, folders, and the timeline that comes with raidline."""

from __future__ import annotations

from pathlib import Path

from raidline.errors import Problem, RaidlineError

_PACKAGE = Path(__file__).parent
SUFFIXES = {".yaml", ".yml"}


def shipped_events() -> Path:
    """Return the file of the timeline that comes with raidline, installed or in a checkout."""
    for path in (_PACKAGE / "shipped" / "events.yaml", _PACKAGE.parents[1] / "data" / "events.yaml"):
        if path.is_file():
            return path
    raise RaidlineError("the timeline that comes with raidline is missing; install raidline again")


def articles_beside(events: Path) -> Path:
    """Return the folder where the articles of an events file, or of a folder of them, are kept."""
    return (events if events.is_dir() else events.parent) / "articles"


def event_files(path: Path) -> list[Path]:
    """Return the file itself, or the YAML files of a folder and those below it, but for hidden ones."""
    if not path.is_dir():
        return [path]
    return sorted(
        file
        for file in path.rglob("*")
        if file.suffix in SUFFIXES
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )


def no_files(folder: Path) -> Problem:
    """Return the problem of a folder without YAML files."""
    return Problem(str(folder), 0, 0, "no-files", "holds no .yaml file")
