"""`raidline init`: a timeline to start from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from raidline.cli.output import talk, write
from raidline.errors import RaidlineError

# Where each file of the template goes. Their names in the package hide nothing from git and from packaging.
_EVENTS, _ARTICLE = "data/events.yaml", "data/articles/valley-courier-2019-05-09.md"
_SETTINGS = "raidline.toml"
_FILES = {
    _EVENTS: "events.yaml",
    _ARTICLE: "valley-courier-2019-05-09.md",
    ".github/workflows/check.yml": "check.yml",
    ".github/workflows/publish.yml": "publish.yml",
    ".gitignore": "gitignore",
    _SETTINGS: "raidline.toml",
}
_SCHEMA = "data/events.schema.json"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", show_default=False, help="Where to start; created if it does not exist.")
    ] = Path(),
) -> None:
    """Start a timeline: an events file and settings with comments, a sample article, a schema, a check for CI, a site.

    A file that exists already is never changed. The command lists the files it writes.

    \b
    Examples:
      raidline init
      raidline init travis-county
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.inert import line  # noqa: PLC0415 - not for --help

    contents = _contents()
    if os.path.lexists(folder / _EVENTS):
        del contents[_ARTICLE]  # it belongs to the sample event, which is not in this timeline
    if _has_other_settings(folder):
        del contents[_SETTINGS]  # it would hide those
    # The events last: if they existed first, an earlier run that was killed would seem complete.
    created = {name: _create(folder / name, contents[name]) for name in sorted(contents, key=_EVENTS.__eq__)}
    written = [name for name in contents if created[name]]
    write("".join(f"{line(str(folder / name))}\n" for name in written), None)
    for name in contents:
        if name not in written:
            talk(f"{folder / name} existed and is left as it is")
    step = "" if folder == Path() else f"cd {folder}; "
    talk(f"next: {step}raidline check; raidline show; then put reports into data/articles and see `raidline extract`")
    if _SETTINGS in written:
        talk(f"{folder / _SETTINGS} is where a site gets its title, its publisher and an address for corrections")


def _has_other_settings(folder: Path) -> bool:
    """Whether the timeline already has settings elsewhere: in a pyproject.toml, or in a folder above."""
    from raidline.store.project import project_of  # noqa: PLC0415 - not for --help

    own = folder / _SETTINGS
    try:
        found = project_of(folder / _EVENTS)
    except RaidlineError:  # what cannot be read is somebody's all the same
        return not os.path.lexists(own)
    return found is not None and found[0] != own.resolve()


def _contents() -> dict[str, str]:
    """Return the text of each file."""
    import json  # noqa: PLC0415 - not for --help

    from raidline import __version__  # noqa: PLC0415 - as above
    from raidline.store.schema import events_schema  # noqa: PLC0415 - as above

    template = Path(__file__).parents[1] / "template"
    texts = {name: (template / own).read_text(encoding="utf-8") for name, own in _FILES.items()}
    for name in (".github/workflows/check.yml", ".github/workflows/publish.yml"):
        texts[name] = texts[name].replace("{version}", __version__)
    return texts | {_SCHEMA: json.dumps(events_schema(), ensure_ascii=False, indent=2) + "\n"}


def _create(path: Path, text: str) -> bool:
    """Write a new file and return True, or return False if the path already exists."""
    from raidline.files.atomic import create_text  # noqa: PLC0415 - not for --help

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise RaidlineError(f"{path.parent} is a file, not a folder") from None
    except OSError as error:
        raise RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    return create_text(path, text)
