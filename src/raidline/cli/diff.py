"""`raidline diff`: what changed between two versions of a timeline."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.locations import articles_of, existing
from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raidline.article import Article
    from raidline.errors import Problem
    from raidline.models import Event
    from raidline.timeline.diff import Change


class DiffFormat(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def diff(  # noqa: PLR0913, PLR0917 - one parameter for each option
    old: Annotated[str, typer.Argument(metavar="OLD", help="A YAML file, a folder, or git:REVISION:PATH.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version, in the same form.")],
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        DiffFormat, typer.Option("--format", "-f", metavar="FORMAT", help="text, md (a changelog for readers) or json.")
    ] = DiffFormat.TEXT,
    with_notes: Annotated[bool, typer.Option("--with-notes", help="Include changes in the notes of curators.")] = False,
    output: options.Output = None,
) -> None:
    """Say what changed between two versions of a timeline, in words.

    Events are identified by their ids, and `aliases` connect old ids to new ones. The exit code is 0 whether or not
    anything changed, 1 if an event has mistakes and could not be compared.

    \b
    Examples:
      raidline diff git:HEAD:data/events.yaml data/events.yaml
      raidline diff git:v1.0:data/events.yaml git:main:data/events.yaml --format md -o CHANGES.md
      raidline diff last-year/ this-year/ --format json | jq -r '.[].id'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.export.changes import as_json, as_markdown, as_text  # noqa: PLC0415 - as above
    from raidline.timeline.diff import compare, for_readers  # noqa: PLC0415 - not for --help

    (before, was_stored, problems), (after, stored, more) = (_read(version, articles) for version in (old, new))
    everything = compare(before, after, was_stored, stored)
    changes = everything if with_notes else for_readers(everything)
    written = {DiffFormat.TEXT: as_text, DiffFormat.MD: as_markdown, DiffFormat.JSON: as_json}[format](changes)
    write(written, output)
    talk(_summary(changes))
    if hidden := sum(detail.about == "notes" for change in everything for detail in change.details) * (not with_notes):
        talk(f"notes differ in {plural(hidden, 'event')}; --with-notes shows them")
    if problems := [*problems, *more]:
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems(list(dict.fromkeys(problems)), sys.stderr)
        talk("events with mistakes were not compared; `raidline check` says more")
        raise typer.Exit(1)


def _read(version: str, articles: Path | None) -> tuple[Sequence[Event], Mapping[str, Article], list[Problem]]:
    """Return the events, articles and problems of one version; the articles are those now beside the events."""
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.reading.files import read_articles  # noqa: PLC0415 - not for --help
    from raidline.store.load import Record, load_events, records_of  # noqa: PLC0415 - as above

    if version.startswith("git:"):
        from raidline.files.git import files_at  # noqa: PLC0415 - as above
        from raidline.store.eventfiles import SUFFIXES  # noqa: PLC0415 - as above
        from raidline.yamltext.reading import LARGEST, loads  # noqa: PLC0415 - as above

        _, revision, name = (*version.split(":", 2), "")[:3]
        if not revision or not name:
            raise RaidlineError(f"{version}: write git:REVISION:PATH, such as git:HEAD:data/events.yaml")
        path = Path(name)
        files = files_at(revision, path, suffixes=SUFFIXES, most=LARGEST)
        found = [one for name, content in files for one in records_of(loads(content, name))]
        events = [one.event for one in found if isinstance(one, Record)]
        problems = [one for one in found if not isinstance(one, Record)]
    else:
        if not version:
            raise RaidlineError("a version is empty; name a file, a folder or git:REVISION:PATH")
        path = existing(Path(version))
        loaded = load_events([path])
        events, problems = list(loaded.events), list(loaded.problems)
    stored, unread = read_articles(articles_of(articles, [path]))
    return events, by_id(stored), [*problems, *(problem for problem in unread if problem.severity == "error")]


def _summary(changes: Sequence[Change]) -> str:
    from collections import Counter  # noqa: PLC0415 - as above

    counted = Counter(change.fate.value for change in changes)
    return ", ".join(f"{number} {fate}" for fate, number in counted.items()) or "nothing changed"
