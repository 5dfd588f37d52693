"""`raidline show`: the timeline for reading."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.output import talk, write
from raidline.cli.selection import select, shown_of, summary
from raidline.errors import RaidlineError
from raidline.phrasing import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Timeline
    from raidline.timeline.criteria import Criteria
    from raidline.timeline.shown import Shown


_AROUND = {"county": "the county", "state": "the state", "country": "the country", "nation": "the nation"}


class ShowFormat(StrEnum):
    """How `show` prints."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    MD = "md"


@options.selecting
def show(  # noqa: PLR0913 - one parameter for each option
    place: options.Places = None,
    *,
    asked: options.Asked,
    context: options.Context = False,
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
      raidline show --search 'detainer OR sanctuary' --agency ICE --quotes --urls
      raidline show --place Texas --publisher "Texas Tribune" --sort newest
      raidline show --place Texas --place California --plot
      raidline show --kind operation --format json | jq '.events[].title'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    chosen = format or (ShowFormat.TABLE if sys.stdout.isatty() else ShowFormat.PLAIN)
    if plot and chosen in (ShowFormat.JSON, ShowFormat.MD):
        raise RaidlineError(f"--plot draws, --format {chosen} lists events; leave out one of them")
    if shown_of(asked).more and (plot or chosen is ShowFormat.JSON):
        raise RaidlineError("--ids, --quotes and --urls add to the formats table, plain and md; json always has them")
    together = chosen is ShowFormat.JSON  # one document
    selection = select(data, articles, asked, place=place, context=context, together=together)
    timelines = selection.timelines if len(selection.timelines) == 1 or together else _with_events(selection.timelines)
    if chosen in (ShowFormat.JSON, ShowFormat.MD):
        _export(timelines, chosen, shown_of(asked))
    elif plot:
        _plot(timelines, chosen)
    else:
        shown = replace(shown_of(asked), search=selection.criteria.search)
        _print(timelines, chosen, replace(shown, ids=shown.ids or chosen is ShowFormat.TABLE))
    for timeline in (*_with_events(selection.timelines), *_without_events(selection.timelines)):
        wider = [] if timeline.entries or context else _wider(timeline.scope)
        narrow = listed(_narrowing(selection.criteria)) if not timeline.entries else ""
        hint = f" with {narrow}" if narrow else ""
        hint += f"; --context adds those of {listed(wider)}" if wider else ""
        talk(summary(timeline, selection.criteria) + hint)
    selection.finish()


def _wider(scope: Sequence[Jurisdiction]) -> list[str]:
    """Return in words what contains the places, the nearest first: nothing around the nation."""
    from raidline.places.containment import containers  # noqa: PLC0415 - only where nothing was found

    kinds = {outer.kind for place in scope for outer, _ in containers(place)}
    return [words for kind, words in _AROUND.items() if kind in kinds]


def _narrowing(criteria: Criteria) -> list[str]:
    """Return the options because of which there may be no events; dates are told beside."""
    given = {
        "--kind": criteria.kinds,
        "--status": criteria.statuses,
        "--agency": criteria.agencies,
        "--publisher": criteria.publishers,
        "--search": criteria.search,
        "--conflicts": criteria.conflicts,
    }
    return [option for option, value in given.items() if value]


def _with_events(timelines: Iterable[Timeline]) -> tuple[Timeline, ...]:
    """Return the timelines that have events: of several places, no heading stands over nothing."""
    return tuple(timeline for timeline in timelines if timeline.entries)


def _without_events(timelines: Iterable[Timeline]) -> Iterator[Timeline]:
    """Yield a timeline of all places without events, for one line about them."""
    from raidline.timeline.build import Region  # noqa: PLC0415 - not for --help

    empty = [timeline for timeline in timelines if not timeline.entries]
    places = [place for timeline in empty for place in timeline.scope]
    if len(empty) < 2:
        yield from empty
    else:
        region = Region("; ".join(place.full_name for place in places), tuple(places))
        yield replace(empty[0], place=None, region=region)


def _export(timelines: tuple[Timeline, ...], format_: ShowFormat, shown: Shown) -> None:
    from raidline.export import Options, export_timeline  # noqa: PLC0415 - only these formats need it

    write("\n".join(export_timeline(timeline, format_, Options(shown=shown)) for timeline in timelines), None)


def _plot(timelines: tuple[Timeline, ...], format_: ShowFormat) -> None:
    from raidline import terminal  # noqa: PLC0415 - not for --help

    if format_ is ShowFormat.TABLE:
        terminal.show_plot(timelines, sys.stdout)
    else:
        write(terminal.plain_plot(timelines), None)


def _print(timelines: tuple[Timeline, ...], format_: ShowFormat, shown: Shown) -> None:
    from raidline import terminal  # noqa: PLC0415 - as above

    if format_ is ShowFormat.TABLE:
        for timeline in timelines:
            terminal.show(timeline, sys.stdout, shown)
    else:
        write("\n".join(terminal.plain(timeline, shown) for timeline in timelines), None)
