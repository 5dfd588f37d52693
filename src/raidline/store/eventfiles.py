"""Where events and their articles are kept: files, folders, and the timeline that ships with raidline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from raidline.errors import Problem, RaidlineError
from raidline.files.folders import files_in, is_file, named_once

_PACKAGE = Path(__file__).parents[1]
SUFFIXES = {".yaml", ".yml"}
REMOVED = ".removed.yaml"  # ends the name of the file of removals beside an events file
NO_FILES = "no-files"  # the rule for a folder without any file to read


def shipped_events() -> Path:
    """Return the file of the timeline that ships with raidline, in an installation or a checkout."""
    for path in (_PACKAGE / "shipped" / "events.yaml", _PACKAGE.parents[1] / "data" / "events.yaml"):
        if path.is_file():
            return path
    raise RaidlineError("the timeline that ships with raidline is missing; install raidline again")


def articles_beside(events: Path) -> Path:
    """Return the folder that holds the articles of an events file, or of a folder of them."""
    return (events if events.is_dir() else events.parent) / "articles"


def event_files(path: Path) -> list[Path | Problem]:
    """Return the file itself, or the YAML files of a folder and those below it, without hidden ones.

    The list also holds a problem for whatever could not be opened; a folder without any file is a problem too.
    """
    if not path.is_dir():
        return [path]
    found = [one for one in files_in(path, _holds_events) if isinstance(one, Problem) or _holds_events(one.name)]
    return found or [Problem(str(path), 0, 0, NO_FILES, "contains no .yaml file")]


def files_of(paths: Iterable[Path]) -> list[Path | Problem]:
    """Return the files of several paths, like `event_files`; a file that several paths lead to is one."""
    return [*named_once(one for path in paths for one in event_files(path))]


def removals_beside(events: Path) -> Path:
    """Return where the removals of an events file are kept: `events.removed.yaml` beside `events.yaml`."""
    return events.with_name(f"{events.stem}{REMOVED}")


def removal_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files of removals that there are beside events files and in folders of them."""
    found = dict.fromkeys(removals_beside(one) for path in paths for one in event_files(path) if isinstance(one, Path))
    return list(filter(is_file, found))


def _holds_events(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES and not name.lower().endswith(REMOVED)
