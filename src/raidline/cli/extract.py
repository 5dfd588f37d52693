"""`raidline extract`: articles in, candidate events out."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import articles as articles_cli
from raidline.cli.output import plural, talk, write

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
    paths: articles_cli.Paths,
    format: Annotated[  # noqa: A002 - the option is --format
        ExtractFormat,
        typer.Option(metavar="FORMAT", help="yaml (the schema of events, to review and keep) or jsonl (a line each)."),
    ] = ExtractFormat.YAML,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Keep one candidate for each article that tells of a happening.")
    ] = False,
    published: articles_cli.Published = None,
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
    articles, problems = articles_cli.read(paths, published)
    candidates: list[Candidate] = []
    for article, found in _extractions(articles):
        candidates += found.candidates
        _tell_skipped(article, found, everything=explain)
    write(_written(candidates, articles, format, merged=not no_merge), None)
    talk(f"{plural(len(candidates), 'candidate')} in {plural(len(articles), 'article')}")
    articles_cli.report(problems)


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
        talk(f"{article.path}: {plural(undated, 'date')} unresolved for want of a day of publication; see --published")


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
