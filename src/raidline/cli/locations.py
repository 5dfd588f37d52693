"""Where events and articles are: the requested ones, those of the current folder, those shipped in the package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from raidline.cli.output import talk
from raidline.errors import RaidlineError

_ALIKE = 0.75  # of the letters of two names


def own_timeline() -> Path | None:
    """Return ./data/events.yaml, or None if nothing has that name; RaidlineError if something else has it."""
    from raidline.files.folders import in_other_casing, is_file  # noqa: PLC0415 - not for --help

    here, beside = Path("data/events.yaml"), Path("data/events.yml")
    if otherwise := beside if is_file(beside) else in_other_casing(here):
        raise RaidlineError(f"found {otherwise} instead of {here}; rename it, or name the one you mean")
    return here if is_file(here) else None


def events_of(data: Path | None) -> Path:
    """Return the path of the events: the requested one, otherwise ./data/events.yaml; RaidlineError if none exists."""
    found = existing(data) if data is not None else own_timeline()
    if found is None:
        raise RaidlineError(
            f"there is no timeline: looked for data/events.yaml in {Path.cwd()}; name a file or a folder, or start one"
            " with `raidline init`"
        )
    return found


def events_or_shipped(data: Path | None) -> Path:
    """Return the path of the events like `events_of`, but if there are none, the shipped ones with a message."""
    found = existing(data) if data is not None else own_timeline()
    if found is not None:
        return found
    from raidline.store.eventfiles import shipped_events  # noqa: PLC0415 - as above

    talk("there is no data/events.yaml here: this is the record that ships with raidline")
    return shipped_events()


def existing(path: Path, *, otherwise: str = "") -> Path:
    """Return the path; RaidlineError if it does not exist, with the name beside it that is most like it.

    If there is no such name, the error says what to do otherwise.
    """
    if not path.exists():
        near = _alike(path)
        hint = f"did you mean {near}?" if near else otherwise
        raise RaidlineError(f"there is no file or folder {path}" + (f" - {hint}" if hint else ""))
    return path


def _alike(path: Path) -> Path | None:
    """Return what is in the same folder under nearly the same name, if anything is."""
    from difflib import get_close_matches  # noqa: PLC0415 - for a mistake alone

    try:
        beside = sorted(other.name for other in path.parent.iterdir())
    except OSError:
        return None
    return next((path.with_name(name) for name in get_close_matches(path.name, beside, 1, _ALIKE)), None)


def articles_of(articles: Path | None, events: Sequence[Path]) -> list[Path]:
    """Return the folders to read articles from: the requested one, otherwise those beside the events."""
    from raidline.files.folders import is_own_folder  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import articles_beside  # noqa: PLC0415 - as above

    if articles is not None:
        return [existing(articles)]
    try:
        return [folder for folder in dict.fromkeys(map(articles_beside, events)) if is_own_folder(folder)]
    except RaidlineError as error:
        raise RaidlineError(f"{error}; name the folder of articles with --articles") from None
