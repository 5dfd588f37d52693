"""`raidline check`: what is wrong with a timeline, for a person, a CI log or a program."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.output import plural, talk, write
from raidline.cli.selection import articles_of, events_of, existing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raidline.errors import Problem


class CheckFormat(StrEnum):
    """How `check` prints."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS", show_default=False, help="Events: YAML files and folders of them."),
    ] = None,
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        CheckFormat,
        typer.Option(metavar="FORMAT", help="text, github (notes beside the lines of a pull request) or json."),
    ] = CheckFormat.TEXT,
) -> None:
    """Find every mistake in a timeline: where it stands, what is wrong, and how to mend it.

    Without PATHS ./data/events.yaml is checked, or else the record that comes with raidline. The exit code is 0 for
    a clean timeline (warnings allowed), 1 where there are mistakes, 2 where the command itself is wrong.

    \b
    Examples:
      raidline check
      raidline check data/events.yaml --format github
      raidline check timelines/ --articles saved/ --format json
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    from raidline.article import by_id, read_articles  # noqa: PLC0415 - not for --help
    from raidline.check import run_checks  # noqa: PLC0415 - as above
    from raidline.store import load_events  # noqa: PLC0415 - as above

    events = [existing(path) for path in paths] if paths else [events_of(None)]
    loaded = load_events(events)
    stored, article_problems = read_articles(articles_of(articles, events))
    problems = sorted({*run_checks(loaded, by_id(stored)), *article_problems})
    _print(problems, format)
    errors = sum(1 for problem in problems if problem.severity == "error")
    talk(_summary(len(loaded.records), errors, len(problems) - errors))
    if errors:
        raise typer.Exit(1)


def _print(problems: Sequence[Problem], chosen: CheckFormat) -> None:
    if chosen is CheckFormat.TEXT and sys.stdout.isatty():
        from raidline.terminal import print_problems  # noqa: PLC0415 - rich is slow to load

        print_problems(problems, sys.stdout)
    else:
        from raidline.check.formats import FORMATS  # noqa: PLC0415 - not for --help

        write(FORMATS[chosen](problems), None)


def _summary(events: int, errors: int, warnings: int) -> str:
    found = [plural(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    return f"{plural(events, 'event')} checked: {', '.join(found) or 'no problems'}"
