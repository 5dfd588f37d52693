"""`raidline diff`: what changed between two versions of a timeline."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from raidline.cli import options
from raidline.cli.locations import articles_of, existing
from raidline.cli.output import talk, write
from raidline.cli.sparing import spare
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raidline.article import Article
    from raidline.errors import Problem
    from raidline.models import Event, Removal
    from raidline.timeline.diff import Change


class DiffFormat(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


_BY_SUFFIX = {".md": DiffFormat.MD, ".markdown": DiffFormat.MD, ".json": DiffFormat.JSON}


def diff(  # noqa: PLR0913, PLR0917 - one parameter for each option
    old: Annotated[str, typer.Argument(metavar="OLD", help="A YAML file, a folder, or git:REVISION:PATH.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version, in the same form.")],
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        DiffFormat | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, md (a changelog for readers) or json. Default: md or json if --output ends so, otherwise text.",
        ),
    ] = None,
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

    if format is None:
        format = _BY_SUFFIX.get(output.suffix.lower() if output else "", DiffFormat.TEXT)  # noqa: A001 - as above
    paths = [Path(version) for version in (old, new) if version and not version.startswith("git:")]
    spare(output, articles_of(articles, paths))
    was, now = (_read(version, articles) for version in (old, new))
    everything = compare(was.events, now.events, was.articles, now.articles, now.removals)
    changes = everything if with_notes else for_readers(everything)
    written = {DiffFormat.TEXT: as_text, DiffFormat.MD: as_markdown, DiffFormat.JSON: as_json}[format](changes)
    write(written, output)
    talk(_summary(changes))
    if hidden := sum(detail.about == "notes" for change in everything for detail in change.details) * (not with_notes):
        talk(f"notes differ in {plural(hidden, 'event')}; --with-notes shows them")
    if problems := [*was.problems, *now.problems]:
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems(list(dict.fromkeys(problems)), sys.stderr)
        talk("events with mistakes were not compared; `raidline check` says more")
        raise typer.Exit(1)


class _Version(NamedTuple):
    """What one version says; the articles are those now beside the events."""

    events: Sequence[Event]
    articles: Mapping[str, Article]
    removals: Sequence[Removal]
    problems: Sequence[Problem]


def _read(version: str, articles: Path | None) -> _Version:
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.cli.selection import read_removals  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    if version.startswith("git:"):
        _, revision, name = (*version.split(":", 2), "")[:3]
        if not revision or not name:
            raise RaidlineError(f"{version}: write git:REVISION:PATH, such as git:HEAD:data/events.yaml")
        path = Path(name)
        events, removals, problems = _at(revision, path)
    else:
        if not version:
            raise RaidlineError("a version is empty; name a file, a folder or git:REVISION:PATH")
        path = existing(Path(version))
        loaded = load_events([path])
        removals, wrong = read_removals([path])
        events, problems = list(loaded.events), [*loaded.problems, *wrong]
    stored, unread = read_articles(articles_of(articles, [path]))
    problems += (problem for problem in unread if problem.severity == "error")
    return _Version(events, by_id(stored), removals, problems)


def _at(revision: str, path: Path) -> tuple[list[Event], list[Removal], list[Problem]]:
    """Return what the files at a path held in a revision, and the problems with it."""
    from raidline.errors import apart  # noqa: PLC0415 - as above
    from raidline.files.git import commit_of, content_at, files_at  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import REMOVED, SUFFIXES, removals_beside  # noqa: PLC0415 - as above
    from raidline.store.load import records_of  # noqa: PLC0415 - as above
    from raidline.store.removals import removals_of  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import LARGEST, loads  # noqa: PLC0415 - as above

    files = dict(files_at(revision, path, suffixes=SUFFIXES, most=LARGEST))
    beside = removals_beside(path).absolute()
    if str(path) in files and beside.parent.is_dir():
        content = content_at(commit_of(revision, beside.parent), beside)
        files |= {str(removals_beside(path)): content} if content else {}
    removed = {name: content for name, content in files.items() if name.lower().endswith(REMOVED)}
    records, problems = apart(
        one for name, content in files.items() if name not in removed for one in records_of(loads(content, name))
    )
    removals, wrong = apart(one for name, content in removed.items() for one in removals_of(loads(content, name)))
    return [one.event for one in records], [one.removal for one in removals], [*problems, *wrong]


def _summary(changes: Sequence[Change]) -> str:
    from collections import Counter  # noqa: PLC0415 - as above

    counted = Counter(change.fate.value for change in changes)
    return ", ".join(f"{number} {fate}" for fate, number in counted.items()) or "nothing changed"
