"""`raidline extract`: articles in, candidate events out."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.output import talk, write
from raidline.cli.selection import existing
from raidline.errors import RaidlineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raidline.article import Article
    from raidline.extract.pipeline import Extraction
    from raidline.models import Candidate


class ExtractFormat(StrEnum):
    """How candidates are written."""

    YAML = "yaml"
    JSONL = "jsonl"


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLES", show_default=False, help="Files (.md, .txt, .jsonl) or folders of them."),
    ],
    format: Annotated[  # noqa: A002 - the option is --format
        ExtractFormat,
        typer.Option(metavar="FORMAT", help="yaml (the schema of events, to review and keep) or jsonl (a line each)."),
    ] = ExtractFormat.YAML,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Keep one candidate for each article that tells of a happening.")
    ] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of articles that give none: 2017-03-24.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell on stderr which dates made no event, and why.")
    ] = False,
) -> None:
    """Find candidate events in news reports, each with its sentence and how its date was worked out.

    Relative dates ("on Monday") count from the day of publication; without one they are left out, and said to be.
    The exit code is 1 where an article could not be read.

    \b
    Examples:
      raidline extract saved/ > candidates.yaml
      raidline extract report.md --published 2017-03-24 --explain
      raidline extract saved/*.md --no-merge --format jsonl | jq -r .quote
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    from raidline.article import read_articles  # noqa: PLC0415 - not for --help

    anchor = _day(published) if published is not None else None
    articles, problems = read_articles([existing(path) for path in paths])
    if anchor:
        articles = [article if article.published else replace(article, published=anchor) for article in articles]
        problems = [problem for problem in problems if problem.rule != "no-anchor"]
    candidates: list[Candidate] = []
    for article, found in _extractions(articles):
        candidates += found.candidates
        _tell_skipped(article, found, everything=explain)
    write(_written(candidates, articles, format, merged=not no_merge), None)
    talk(f"{_number(len(candidates), 'candidate')} in {_number(len(articles), 'article')}")
    if problems:
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems(problems, sys.stderr)
        if any(problem.severity == "error" for problem in problems):
            raise typer.Exit(1)


def _extractions(articles: Sequence[Article]) -> Iterator[tuple[Article, Extraction]]:
    """Yield what each article holds; with a progress bar where people watch and there is something to wait for."""
    from raidline.extract.pipeline import extract_article  # noqa: PLC0415 - not for --help

    steps: Iterable[Article] = articles
    if sys.stderr.isatty() and sum(len(article.text) for article in articles) > _WORTH_A_BAR:
        from raidline.terminal import progress  # noqa: PLC0415 - rich is slow to load

        steps = progress(articles, "reading articles", sys.stderr)
    for article in steps:
        yield article, extract_article(article)


_WORTH_A_BAR = 400_000  # characters, some two seconds


def _tell_skipped(article: Article, found: Extraction, *, everything: bool) -> None:
    if everything:
        for skipped in found.skipped:
            talk(f"{article.path}: {skipped.reason}")
    elif not article.published and (undated := sum(skipped.undated for skipped in found.skipped)):
        talk(f"{article.path}: {_number(undated, 'date')} unresolved for want of a day of publication; see --published")


def _written(
    candidates: Sequence[Candidate], articles: Sequence[Article], chosen: ExtractFormat, *, merged: bool
) -> str:
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.export.candidates import as_yaml, event_lines, mention_lines  # noqa: PLC0415 - as above
    from raidline.merge import merge_candidates  # noqa: PLC0415 - as above

    if not merged and chosen is ExtractFormat.JSONL:
        return mention_lines(candidates)
    index = by_id(articles)
    if merged:
        events = merge_candidates(candidates, index)
    else:
        by_article = [[c for c in candidates if c.article == article] for article in index]
        events = [event for one in by_article for event in merge_candidates(one, index)]
    return as_yaml(events) if chosen is ExtractFormat.YAML else event_lines(events, index)


def _day(typed: str) -> date:
    from raidline.dates import Edtf, EdtfError  # noqa: PLC0415 - not for --help

    try:
        day = Edtf.parse(typed.strip())
    except EdtfError as error:
        raise RaidlineError(f"--published {error}") from None
    if day.earliest is None or day.earliest != day.latest:
        raise RaidlineError(f"--published {typed}: write a day, such as 2017-03-24")
    return day.earliest


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
