"""`raidline fmt`: events files in their canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.locations import events_of, existing
from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raidline.cli.amending import Fields
    from raidline.errors import Problem
    from raidline.models import Removal


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            show_default=False,
            help="Events: YAML files and folders of them; with --touch and --correct also ids.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Change nothing; print what would change as a diff, exit with 1 if it would."),
    ] = False,
    touch: Annotated[
        bool,
        typer.Option(
            "--touch",
            help="Write the current time as `updated` into the events with these ids. Without ids: into those that are"
            " new or changed since the last commit and do not say so.",
        ),
    ] = False,
    correct: Annotated[
        bool,
        typer.Option(
            "--correct",
            help="Draft a correction, dated today, for events with another date, kind, status, place, body or number"
            " in the last commit: these ids, or all. The words are yours to improve. Implies --touch for them.",
        ),
    ] = False,
) -> None:
    """Put events files in order: events by date; keys, quotes and line lengths in one style.

    Only --touch and --correct change events. Comments stay with the entry below or before them. The default PATHS is
    ./data/events.yaml. A file with mistakes is left as it is, and the exit code is then 1.

    \b
    Examples:
      raidline fmt
      raidline fmt timelines/ more/events.yaml
      raidline fmt --check
      raidline fmt --touch
      raidline fmt --touch 2017-02-austin-sweeps
      raidline fmt --correct
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.cli.amending import Amendments, amendments  # noqa: PLC0415 - not for --help
    from raidline.errors import Problem  # noqa: PLC0415 - as above
    from raidline.files.lockfile import replace_unchanged  # noqa: PLC0415 - as above
    from raidline.files.textfile import read_text  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST  # noqa: PLC0415 - as above

    ids = [str(path) for path in paths or [] if (touch or correct) and not path.exists()]
    found = _files([path for path in paths or [] if str(path) not in ids])
    files = [one for one in found if isinstance(one, Path)]
    amended = amendments(files, ids, touch=touch, correct=correct) if touch or correct else Amendments({}, {})
    touched = amended.fields
    problems = [one for one in found if isinstance(one, Problem)]
    changed = 0
    for file in files:
        text = read_text(file, most=LARGEST)
        written = [text] if isinstance(text, Problem) else _written(text, file, touched.get(file, {}))
        if isinstance(written, list):
            problems += written
            talk(f"{file}: left as it is, because of its mistakes")
        elif isinstance(text, str) and written != text:
            changed += 1
            if check:
                write(_diff(file, text, written), None)
            else:
                replace_unchanged(file, text, written)
                said = f", {plural(len(touched[file]), 'event')} updated" if file in touched else ""
                talk(f"{file}: put in order{said}")
    for file, removals in amended.removals.items():
        changed += _add_removals(file, removals, check=check)
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
        raise RaidlineError(f"{paths[0]} contains no .yaml file")
    return list(found)


def _written(text: str, file: Path, touched: Mapping[str, Fields]) -> str | list[Problem]:
    """Return the text in canonical form; the events with these ids take the fields given for them."""
    from raidline.store.fmt import format_text  # noqa: PLC0415 - as above
    from raidline.store.inserting import KEYS  # noqa: PLC0415 - as above
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - as above
    from raidline.yamltext.editing import revise_events  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import loads  # noqa: PLC0415 - as above

    records = [one for one in records_of(loads(text, str(file))) if isinstance(one, Record)] if touched else []
    changed = {record.index: touched[record.event.id] for record in records if record.event.id in touched}
    if changed and isinstance(format_text(text, file), str):
        text = revise_events(text, changed, [], KEYS)
    return format_text(text, file)


def _add_removals(file: Path, removals: Sequence[Removal], *, check: bool) -> bool:
    """List removals at the end of their file, which they may begin; RaidlineError if it cannot be read."""
    from raidline.errors import Problem  # noqa: PLC0415 - as above
    from raidline.files.atomic import write_text  # noqa: PLC0415 - as above
    from raidline.files.lockfile import replace_unchanged  # noqa: PLC0415 - as above
    from raidline.files.textfile import read_text  # noqa: PLC0415 - as above
    from raidline.store.removals import with_removals  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST  # noqa: PLC0415 - as above

    text = read_text(file, most=LARGEST) if file.exists() else ""
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    written = with_removals(text, removals)
    if check:
        write(_diff(file, text, written), None)
    elif text:
        replace_unchanged(file, text, written)
    else:
        write_text(file, written)
    if not check:
        talk(f"{file}: {plural(len(removals), 'removal')} added")
    return True


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
