"""`raidline show`: the timeline for reading."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.output import talk, write
from raidline.cli.selection import select
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.timeline.build import Timeline


class ShowFormat(StrEnum):
    """How `show` prints."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    MD = "md"


def show(  # noqa: PLR0913, PLR0917 - one parameter for each option
    place: options.Places = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kinds = None,
    status: options.Statuses = None,
    context: options.Context = False,
    top: options.Top = None,
    conflicts: options.Conflicts = False,
    plot: Annotated[
        bool, typer.Option("--plot", help="Draw how many events of each kind every month has, instead of listing them.")
    ] = False,
    data: options.Data = None,
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        ShowFormat | None,
        typer.Option(metavar="FORMAT", help="table (default on a terminal), plain (default elsewhere), json or md."),
    ] = None,
) -> None:
    """Print the timeline of a place: what happened, when, and who says so.

    Events with a mistake in their data are left out and reported; the exit code is then 1.

    \b
    Examples:
      raidline show --place "Travis County"
      raidline show --place Austin --since "January 2017" --until 2017-04 --context
      raidline show --place CA --status planned
      raidline show --place Texas --top 10
      raidline show --place Texas --place California --plot
      raidline show --kind operation --format json | jq '.events[].title'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    chosen = format or (ShowFormat.TABLE if sys.stdout.isatty() else ShowFormat.PLAIN)
    if plot and chosen in (ShowFormat.JSON, ShowFormat.MD):
        raise RaidlineError(f"--plot draws, --format {chosen} lists events; leave out one of them")
    if chosen is ShowFormat.JSON and place and len(place) > 1:
        raise RaidlineError("json contains the timeline of one place; give --place once")
    selection = select(
        data,
        articles,
        place=place,
        since=since,
        until=until,
        kinds=kind,
        statuses=status,
        context=context,
        top=top,
        conflicts=conflicts,
    )
    _print(selection.timelines, chosen, plot=plot)
    for timeline in selection.timelines:
        talk(_summary(timeline, context=context))
    selection.finish()


def _print(timelines: tuple[Timeline, ...], format_: ShowFormat, *, plot: bool) -> None:
    if format_ in (ShowFormat.JSON, ShowFormat.MD):
        from raidline.export import export_timeline  # noqa: PLC0415 - only these formats need it

        write("\n".join(export_timeline(timeline, format_) for timeline in timelines), None)
        return
    from raidline import terminal  # noqa: PLC0415 - not for --help

    if plot:
        if format_ is ShowFormat.TABLE:
            terminal.show_plot(timelines, sys.stdout)
        else:
            write(terminal.plain_plot(timelines), None)
    elif format_ is ShowFormat.TABLE:
        for timeline in timelines:
            terminal.show(timeline, sys.stdout)
    else:
        write("\n".join(map(terminal.plain, timelines)), None)


def _summary(timeline: Timeline, *, context: bool) -> str:
    wider = sum(1 for entry in timeline.entries if entry.context)
    number = len(timeline.entries) - wider
    differing = sum(1 for entry in timeline.entries if entry.conflicts)
    where = f" in {timeline.place.full_name}" if timeline.place else ""
    summary = f"{plural(number, 'event') if number else 'no events'}{where}"
    if wider:
        summary += f", {wider} of wider context"
    if timeline.left_out:
        summary += f", {timeline.left_out} more left out by --top"
    if differing:
        return f"{summary}; sources differ on {differing}"
    hint = "; --context adds those of the state and the nation" if timeline.place and not (number or context) else ""
    return summary + hint
