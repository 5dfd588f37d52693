"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from raidline.kinds import table

# Texts, not the models' own types: those would load the pydantic models for every --help. A test compares them.
KINDS = ", ".join(table.KINDS)
STATUSES = "occurred, planned, alleged, cancelled, retracted"


def _complete_places(context: typer.Context, incomplete: str) -> list[str]:
    from raidline.cli import completion  # noqa: PLC0415 - only shells need it

    return completion.places(context, incomplete)


def one_of(words: Sequence[str]) -> Callable[[str], list[str]]:
    """Return a completion of one of a few words, for an option that is a text."""

    def complete(incomplete: str) -> list[str]:
        from raidline.cli import completion  # noqa: PLC0415 - as above

        return completion.among(words, incomplete)

    return complete


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="PATH",
        help="Events: a YAML file or a folder of them. Default: ./data/events.yaml if there, else the shipped record.",
    ),
]
OwnData = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="PATH", help="Events: a YAML file or a folder of them. Default: ./data/events.yaml."
    ),
]
Articles = Annotated[
    Path | None,
    typer.Option(
        "--articles", metavar="DIR", help="Stored articles that sources name. Default: articles/ beside the events."
    ),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place",
        "-p",
        metavar="PLACE",
        help='"Travis County", "travis county, tx", "Austin" or a FIPS code.',
        autocompletion=_complete_places,
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        "-p",
        metavar="PLACE",
        help='"Travis County", "travis county, tx", "Austin" or a FIPS code; repeatable, one timeline each.',
        autocompletion=_complete_places,
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help='Leave out what ended before: "2017", "last March", "2017-02-01".'),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Leave out what began after the last day of this date.")
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Only this kind of event, repeatable: {KINDS}.",
        autocompletion=one_of(KINDS.split(", ")),
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=f"Only this status, repeatable: {STATUSES}.",
        autocompletion=one_of(STATUSES.split(", ")),
    ),
]
Context = Annotated[bool, typer.Option("--context", help="Add events of the state, the nation and other wider places.")]
Top = Annotated[
    int | None,
    typer.Option("--top", metavar="N", min=1, help="Only the N events that most publishers report."),
]
Conflicts = Annotated[bool, typer.Option("--conflicts", help="Only events on which sources differ.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Replace this file in one step. Default: stdout."),
]
