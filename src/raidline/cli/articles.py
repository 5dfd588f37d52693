"""Shared by commands that read articles: the arguments, the reading, and the messages about bad articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.locations import existing
from raidline.errors import Problem, apart

if TYPE_CHECKING:
    from raidline.article import Article

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="ARTICLES",
        show_default=False,
        help="Files (.md, .txt, .html, .pdf, .docx, .odt, .eml, .mbox, .warc, .jsonl; the last two also as .gz or"
        " .zst), folders of them, or - for JSON lines from standard input. Name a folder here; Python itself fails if"
        " `<` sends it one.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication for articles that give none: 2017-03-24."),
]


def read(paths: Iterable[Path], published: str | None = None) -> tuple[list[Article], list[Problem]]:
    """Return the articles and the problems with them, as `stream` yields them."""
    return apart(stream(paths, published))


def stream(paths: Iterable[Path], published: str | None = None) -> Iterator[Article | Problem]:
    """Return the articles and the problems with them, one by one; `published` is the day for articles without one.

    Raises RaidlineError for a missing path and for an invalid day, before anything is read.
    """
    from raidline.cli.date_input import exact_day  # noqa: PLC0415 - not for --help
    from raidline.reading.files import stream_articles  # noqa: PLC0415 - as above

    anchor = exact_day("--published", published) if published is not None else None
    found = stream_articles([path if str(path) == "-" else existing(path) for path in paths])
    return _anchored(found, anchor) if anchor else found


def _anchored(found: Iterable[Article | Problem], anchor: date) -> Iterator[Article | Problem]:
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    for one in found:
        if isinstance(one, Problem):
            if one.rule != "no-anchor":
                yield one
        else:
            yield one if one.published else replace(one, published=anchor)


def report(problems: Sequence[Problem]) -> None:
    """Print the problems with articles; exit with 1 if one could not be read."""
    if not problems:
        return
    from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

    print_problems(problems, sys.stderr)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(1)
