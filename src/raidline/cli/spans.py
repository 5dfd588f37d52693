"""Shared by `raidline dates` and `raidline places`: marked spans of articles, and the ways to print them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from raidline.cli.output import talk, write
from raidline.cli.problems import Reporter
from raidline.inert import block, json_escaped, line
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.errors import Problem


class SpanFormat(StrEnum):
    """How marked spans are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    TEXT = "text"


Format = Annotated[
    SpanFormat,
    typer.Option(
        metavar="FORMAT", help="table, jsonl (one line for each article) or text (the article with spans marked)."
    ),
]


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A span at `start:end` of an article: `mark` is its meaning in short, `row` its line in a table."""

    start: int
    end: int
    mark: str
    row: tuple[str, ...]
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a command lists: the key of its JSON lines, its name in the singular, its columns, and a finder."""

    key: str
    noun: str
    columns: tuple[str, ...]
    find: Callable[[Article], list[MarkedSpan]]


def print_listing(
    listing: Listing,
    articles: Sequence[Article],
    problems: Sequence[Problem],
    chosen: SpanFormat,
    report: Path | None,
) -> None:
    """Print what is found in each article, and the problems; exit with 1 if an article could not be read."""
    found = [(article, listing.find(article)) for article in articles]
    for article, marked_spans in found:
        if chosen is SpanFormat.TABLE:
            _print_table(article, listing, marked_spans)
        elif chosen is SpanFormat.JSONL:
            row = {"id": article.id, listing.key: [span.record for span in marked_spans]}
            write(json_escaped(json.dumps(row, ensure_ascii=False)) + "\n", None)
        else:
            heading = f"# {line(article.id)}\n" if len(found) > 1 else ""
            write(f"{heading}{block(marked(article.text, marked_spans)).strip()}\n", None)
    count = sum(len(marked_spans) for _, marked_spans in found)
    talk(f"{plural(count, listing.noun)} in {plural(len(found), 'article')}")
    with Reporter(report) as reporter:
        for problem in problems:
            reporter.keep(problem)
            reporter.tell(problem)
    if reporter.errors:
        raise typer.Exit(1)


def _print_table(article: Article, listing: Listing, marked_spans: Sequence[MarkedSpan]) -> None:
    from raidline.terminal import plain_table, print_table  # noqa: PLC0415 - not for --help

    rows = [span.row for span in marked_spans]
    if rows and sys.stdout.isatty():
        print_table(article.id, listing.columns, rows, sys.stdout)
    elif rows:
        write(plain_table(article.id, listing.columns, rows), None)


def marked(text: str, marked_spans: Iterable[MarkedSpan]) -> str:
    """Return the text with its spans, which must be in order, marked in it: "on [[Monday=2017-03-20]]"."""
    pieces, at = [], 0
    for span in marked_spans:
        pieces += [text[at : span.start], f"[[{text[span.start : span.end]}={span.mark}]]"]
        at = span.end
    return "".join(pieces) + text[at:]
