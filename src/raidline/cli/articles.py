"""What commands that read articles share: the arguments, the reading, and what to say of bad ones."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.selection import existing
from raidline.errors import RaidlineError

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.errors import Problem

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="ARTICLES", show_default=False, help="Files (.md, .txt, .html, .jsonl) and folders of them."
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication of articles that give none: 2017-03-24."),
]


def read(paths: Iterable[Path], published: str | None = None) -> tuple[list[Article], list[Problem]]:
    """Return the articles and what is wrong with them; the day `published` stands in where an article has none.

    Raises RaidlineError for a path that is not there and for what is no day.
    """
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    from raidline.reading.files import read_articles  # noqa: PLC0415 - as above

    anchor = day("--published", published) if published is not None else None
    articles, problems = read_articles([existing(path) for path in paths])
    if anchor:
        articles = [article if article.published else replace(article, published=anchor) for article in articles]
        problems = [problem for problem in problems if problem.rule != "no-anchor"]
    return articles, problems


def report(problems: Sequence[Problem]) -> None:
    """Print what is wrong with articles; exit with 1 where one could not be read."""
    if not problems:
        return
    from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

    print_problems(problems, sys.stderr)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(1)


def day(option: str, typed: str) -> date:
    """Return the day typed for an option; RaidlineError where it is none."""
    from raidline.dates import Edtf, EdtfError  # noqa: PLC0415 - not for --help

    try:
        when = Edtf.parse(typed.strip())
    except EdtfError as error:
        raise RaidlineError(f"{option} {error}") from None
    if when.earliest is None or when.earliest != when.latest:
        raise RaidlineError(f"{option} {typed}: write a day, such as 2017-03-24")
    return when.earliest
