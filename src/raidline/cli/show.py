"""`raidline show`: the timeline for reading."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.output import plural, talk, write
from raidline.cli.selection import select

if TYPE_CHECKING:
    from raidline.timeline import Timeline


class ShowFormat(StrEnum):
    """How `show` prints."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    MD = "md"


def show(  # noqa: PLR0913, PLR0917 - one parameter an option
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kinds = None,
    status: options.Statuses = None,
    context: options.Context = False,
    data: options.Data = None,
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        ShowFormat | None,
        typer.Option(metavar="FORMAT", help="table (default on a terminal), plain (default elsewhere), json or md."),
    ] = None,
) -> None:
    """Print the timeline of a place: what happened, when, and who says so.

    Events whose data has a mistake are left out and reported; the exit code is then 1.

    \b
    Examples:
      raidline show --place "Travis County"
      raidline show --place Austin --since "January 2017" --until 2017-04 --context
      raidline show --place CA --status planned
      raidline show --kind operation --format json | jq '.events[].title'
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    selection = select(
        data,
        articles,
        place=place,
        since=since,
        until=until,
        kinds=kind,
        statuses=status,
        context=context,
    )
    timeline = selection.timeline
    match format or (ShowFormat.TABLE if sys.stdout.isatty() else ShowFormat.PLAIN):
        case ShowFormat.TABLE:
            from raidline import terminal  # noqa: PLC0415 - rich is slow to load

            terminal.show(timeline, sys.stdout)
        case ShowFormat.PLAIN:
            from raidline import terminal  # noqa: PLC0415 - as above

            write(terminal.plain(timeline), None)
        case other:
            from raidline.export import export_timeline  # noqa: PLC0415 - only these formats need it

            write(export_timeline(timeline, other), None)
    talk(_summary(timeline, context=context))
    selection.finish()


def _summary(timeline: Timeline, *, context: bool) -> str:
    number = len(timeline.entries)
    differing = sum(1 for entry in timeline.entries if entry.conflicts)
    where = f" in {timeline.place.full_name}" if timeline.place else ""
    events = f"{plural(number, 'event') if number else 'no events'}{where}"
    if differing:
        return f"{events}; sources differ on {differing}"
    hint = "; --context adds those of the state and the nation" if timeline.place and not (number or context) else ""
    return events + hint
