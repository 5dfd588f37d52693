"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from raidline.kinds import table

# Texts, not the models' own types: those would load the pydantic models for every --help. A test compares them.
KINDS = ", ".join(table.KINDS)
ORDERS = "date, newest, sources"
STATUSES = "occurred, planned, alleged, cancelled, retracted"


def _complete_places(context: typer.Context, incomplete: str) -> list[str]:
    from raidline.cli import completion  # noqa: PLC0415 - only shells need it

    return completion.places(context, incomplete)


def _complete_agencies(context: typer.Context, incomplete: str) -> list[str]:
    from raidline.cli import completion  # noqa: PLC0415 - as above

    return completion.agencies(context, incomplete)


def _complete_publishers(context: typer.Context, incomplete: str) -> list[str]:
    from raidline.cli import completion  # noqa: PLC0415 - as above

    return completion.publishers(context, incomplete)


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
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        "-p",
        metavar="PLACE",
        help='"Travis County", "travis, tx", "Austin", "Chicagoland" or a FIPS code; repeatable. `show` prints a'
        " timeline for each; a file or a site has all of them together.",
        autocompletion=_complete_places,
    ),
]
Wheres = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        "-p",
        metavar="PLACE",
        help="Only what happened in this place, repeatable.",
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
Agencies = Annotated[
    list[str] | None,
    typer.Option(
        "--agency",
        metavar="NAME",
        help='Only events of this agency, repeatable; "sheriff" is every sheriff\'s office.',
        autocompletion=_complete_agencies,
    ),
]
Publishers = Annotated[
    list[str] | None,
    typer.Option(
        "--publisher",
        metavar="NAME",
        help="Only events that this publisher reports, repeatable.",
        autocompletion=_complete_publishers,
    ),
]
Search = Annotated[
    str | None,
    typer.Option(
        "--search",
        metavar="WORDS",
        help="Only events with all these words in title, summary or quotes: 'detainer OR sanctuary', '\"secure"
        " communities\" -texas', 'deport*'.",
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
Sorting = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="ORDER",
        help="date (default), newest (the latest event first) or sources (what most publishers report first).",
        autocompletion=one_of(ORDERS.split(", ")),
    ),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Turn the order round.")]
Ids = Annotated[
    bool,
    typer.Option(
        "--ids", help="Tell each event's id: in table, plain and md, in the html of export, on the pages of publish."
    ),
]
Quotes = Annotated[
    bool,
    typer.Option(
        "--quotes", help="Tell what each source says, word for word; the pages of places otherwise quote the first."
    ),
]
Urls = Annotated[
    bool,
    typer.Option(
        "--urls", help="Write out the address of each source and of its archived copy; pages otherwise only link to it."
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events `show`, `export` and `publish` are asked for, in which order, and how much of each, as typed."""

    since: Since = None
    until: Until = None
    kind: Kinds = None
    status: Statuses = None
    agency: Agencies = None
    publisher: Publishers = None
    search: Search = None
    conflicts: Conflicts = False
    top: Top = None
    sort: Sorting = None
    reverse: Reverse = False
    ids: Ids = False
    quotes: Quotes = False
    urls: Urls = False


def selecting(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the options of `Asked` in the place of its parameter `asked`."""
    signature = inspect.signature(command)
    hints = get_type_hints(command, include_extras=True) | get_type_hints(Asked, include_extras=True)
    names = {field.name for field in fields(Asked)}
    parameters: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        if name == "asked":
            parameters += inspect.signature(Asked).parameters.values()
        else:
            parameters.append(parameter)

    @wraps(command)
    def asking(**typed: Any) -> None:  # noqa: ANN401 - whatever typer takes
        asked = Asked(**{name: typed.pop(name) for name in names})
        command(asked=asked, **typed)

    typed_parameters = [one.replace(annotation=hints[one.name]) for one in parameters]
    asking.__signature__ = signature.replace(parameters=typed_parameters)  # type: ignore[attr-defined]
    asking.__annotations__ = {one.name: one.annotation for one in typed_parameters} | {"return": None}
    return asking
