"""`raidline fmt`: events files in their canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.locations import articles_of, events_of, existing
from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.errors import Problem


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS", show_default=False, help="Events: YAML files and folders of them; with --touch also ids."
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
) -> None:
    """Put events files in order: events by date; keys, quotes and line lengths in one style.

    Only --touch changes events. Comments stay with the entry below or before them. The default PATHS is
    ./data/events.yaml. A file with mistakes is left as it is, and the exit code is then 1.

    \b
    Examples:
      raidline fmt
      raidline fmt timelines/ more/events.yaml
      raidline fmt --check
      raidline fmt --touch
      raidline fmt --touch 2017-02-austin-sweeps
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.errors import Problem  # noqa: PLC0415 - not for --help
    from raidline.files.lockfile import replace_unchanged  # noqa: PLC0415 - as above
    from raidline.files.textfile import read_text  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST  # noqa: PLC0415 - as above

    ids = [str(path) for path in paths or [] if touch and not path.exists()]
    found = _files([path for path in paths or [] if str(path) not in ids])
    files = [one for one in found if isinstance(one, Path)]
    touched = _touched(files, ids) if touch else {}
    problems = [one for one in found if isinstance(one, Problem)]
    changed = 0
    for file in files:
        text = read_text(file, most=LARGEST)
        written = [text] if isinstance(text, Problem) else _written(text, file, touched.get(file, set()))
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


def _touched(files: list[Path], ids: list[str]) -> dict[Path, set[str]]:
    """Return the ids of the events to be touched, by file; RaidlineError if they cannot be determined."""
    from raidline.article import by_id  # noqa: PLC0415 - only where it is asked for
    from raidline.cache.loading import load_headers  # noqa: PLC0415 - as above
    from raidline.check.updating import LAST_COMMIT, as_it_was, behind  # noqa: PLC0415 - as above
    from raidline.files.git import commit_of  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    records = load_events(files).records
    if ids:
        names = {name: record for record in records for name in (*record.event.aliases, record.event.id)}
        for name in ids:
            if name not in names:
                raise RaidlineError(f"there is no file, and no readable event, with the name {name!r}")
        chosen = [names[name] for name in ids]
    else:
        for folder in sorted({file.parent for file in files}):
            try:
                commit_of(LAST_COMMIT, folder)
            except RaidlineError as error:
                raise RaidlineError(f"{error}; name the events that changed instead: --touch ID") from None
        former, remarks = as_it_was(LAST_COMMIT, files)
        for remark in remarks:
            talk(remark)
        articles, _ = load_headers(articles_of(None, files))
        chosen = [record for record, _ in behind(records, former, by_id(articles))]
    touched: dict[Path, set[str]] = {}
    for record in chosen:
        touched.setdefault(record.path, set()).add(record.event.id)
    return touched


def _written(text: str, file: Path, touched: set[str]) -> str | list[Problem]:
    """Return the text in canonical form; the current time becomes the `updated` of the events with these ids."""
    from raidline.cli.clock import now  # noqa: PLC0415 - as above
    from raidline.models import Event  # noqa: PLC0415 - as above
    from raidline.store.fmt import format_text  # noqa: PLC0415 - as above
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - as above
    from raidline.yamltext.editing import put_values  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import loads  # noqa: PLC0415 - as above

    records = [one for one in records_of(loads(text, str(file))) if isinstance(one, Record)] if touched else []
    holders = [("events", record.index) for record in records if record.event.id in touched]
    if holders and isinstance(format_text(text, file), str):
        text = put_values(text, holders, "updated", now().text, list(Event.model_fields))
    return format_text(text, file)


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
