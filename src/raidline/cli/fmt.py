"""`raidline fmt`: events files in their canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.output import talk, write
from raidline.cli.selection import events_of, existing
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.errors import Problem


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS", show_default=False, help="Events: YAML files and folders of them."),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Change nothing; print what would change as a diff, exit with 1 if it would."),
    ] = False,
) -> None:
    """Put events files in order: events by date, keys, quotes and line lengths alike everywhere.

    No event changes, and comments stay with what they stand above or behind. Without PATHS it is ./data/events.yaml.
    A file with mistakes is left as it is, and the exit code is then 1.

    \b
    Examples:
      raidline fmt
      raidline fmt timelines/ more/events.yaml
      raidline fmt --check
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    from raidline.errors import Problem  # noqa: PLC0415 - not for --help
    from raidline.files.lockfile import replace_unchanged  # noqa: PLC0415 - as above
    from raidline.files.textfile import read_text  # noqa: PLC0415 - as above
    from raidline.store.fmt import format_text  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST  # noqa: PLC0415 - as above

    found = _files(paths or [])
    files = [one for one in found if isinstance(one, Path)]
    problems = [one for one in found if isinstance(one, Problem)]
    changed = 0
    for file in files:
        text = read_text(file, most=LARGEST)
        written = [text] if isinstance(text, Problem) else format_text(text, file)
        if isinstance(written, list):
            problems += written
            talk(f"{file}: left as it is, for the mistakes in it")
        elif isinstance(text, str) and written != text:
            changed += 1
            if check:
                write(_diff(file, text, written), None)
            else:
                replace_unchanged(file, text, written)
                talk(f"{file}: put in order")
    talk(f"{plural(len(files), 'file')}: {_summary(changed, len(files), len(problems), check=check)}")
    if problems:
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems(problems, sys.stderr)
    if problems or (check and changed):
        raise typer.Exit(1)


def _files(paths: list[Path]) -> list[Path | Problem]:
    from raidline.errors import Problem  # noqa: PLC0415 - not for --help
    from raidline.store.eventfiles import NO_FILES, event_files  # noqa: PLC0415 - as above

    if not paths:
        return [events_of(None)]
    found = dict.fromkeys(one for path in paths for one in event_files(existing(path)))
    if all(isinstance(one, Problem) and one.rule == NO_FILES for one in found):
        raise RaidlineError(f"{paths[0]} holds no .yaml file")
    return list(found)


def _diff(file: Path, old: str, new: str) -> str:
    from difflib import unified_diff  # noqa: PLC0415 - seldom needed

    from raidline.inert import block, logged  # noqa: PLC0415 - as above

    lines = unified_diff(old.splitlines(), new.splitlines(), str(file), f"{file} (in order)", lineterm="")
    return logged(block("\n".join(lines))) + "\n"


def _summary(changed: int, files: int, problems: int, *, check: bool) -> str:
    counted = f"{changed} " if files > 1 else ""
    done = f"{counted}to be put in order" if check else f"{counted}put in order"
    words = [done if changed else "" if problems else "in order", plural(problems, "mistake") if problems else ""]
    return ", ".join(word for word in words if word)
