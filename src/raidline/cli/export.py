"""`raidline export`: the timeline for other programs."""

from __future__ import annotations

import os
import sys
from collections import Counter
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from raidline.cli import options
from raidline.cli.locations import articles_of
from raidline.cli.output import talk, write, write_chunks
from raidline.cli.selection import by_date_only, select, shown_of, summary
from raidline.cli.site import site_address
from raidline.cli.sparing import spare
from raidline.errors import RaidlineError
from raidline.export import FORMATS, REPEATED, Coarse, Options, export_chunks, format_of, left_out, not_kept
from raidline.phrasing import plural
from raidline.store.project import timeline_name


def _print_formats(wanted: bool) -> None:
    if wanted:
        write("".join(f"{line}\n" for line in _format_lines()), None)
        raise typer.Exit


def _format_lines() -> list[str]:
    """Return name, file suffixes and purpose of each format, aligned."""
    rows = [(name, " ".join((f".{name}", *chosen.suffixes)), chosen.purpose) for name, chosen in FORMATS.items()]
    names, suffixes = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [f"{name:{names}}  {suffix:{suffixes}}  {purpose}" for name, suffix, purpose in rows]


@options.selecting
def export(  # noqa: PLR0913 - one parameter for each option
    format: Annotated[  # noqa: A002 - the option is --format
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Default: the format with the suffix of --output; see above.",
            autocompletion=options.one_of(list(FORMATS)),
        ),
    ] = None,
    output: options.Output = None,
    place: options.Places = None,
    *,
    asked: options.Asked,
    context: options.Context = False,
    data: options.Data = None,
    articles: options.Articles = None,
    coarse: Annotated[
        Coarse,
        typer.Option(
            metavar="HOW",
            help="ics: where to put an event whose date is coarser than a quarter: on its first day (start), on all its"
            " days (span) or nowhere (skip).",
        ),
    ] = Coarse.START,
    raw: Annotated[
        bool, typer.Option("--raw", help="csv: no apostrophe before cells that a spreadsheet takes for a formula.")
    ] = False,
    with_notes: Annotated[
        bool,
        typer.Option("--with-notes", help="json, jsonl, csv, xlsx: add the notes of curators, for your own backup."),
    ] = False,
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="ics, atom, jsonld, csv, xlsx: the address of the site, as for publish; for ids.",
        ),
    ] = None,
    list_formats: Annotated[
        bool,
        typer.Option("--list", callback=_print_formats, is_eager=True, help="Print what each format is for, and exit."),
    ] = False,
) -> None:
    """Write the timeline of a place for a calendar, a spreadsheet or a program.

    The same data gives the same bytes, without what is for curators alone (`notes`, `ignore`, `candidate`). Events with
    a mistake in their data, and events with a repeated id in formats that need unique ids, are left out and reported;
    the exit code is then 1. Calendars use SOURCE_DATE_EPOCH, if it is set, to date what has no date of its own. The ids
    in calendars, feeds and linked data contain --base-url, or else the name of the timeline in raidline.toml.

    \b
    Formats:
      (formats)

    \b
    Examples:
      raidline export -o travis.ics --place "Travis County"
      raidline export -o 2017.csv --since 2017 --until 2017
      raidline export -o detainers.csv --search 'detainer OR "secure communities"' --agency sheriff
      raidline export -o texas.sqlite --place Texas --context
      raidline export -o chicagoland.xlsx --place Chicagoland
      raidline export -o map.geojson --kind operation --kind protest
      raidline export --format jsonl --kind operation | jq -r .title
      raidline export -o report.md --place Texas --quotes --urls
      raidline export -o backup.json --with-notes
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    to_stdout = output is None or str(output) == "-"
    if format is None:
        if output is None or to_stdout:
            raise RaidlineError("give --format FORMAT, or a file name with a known suffix: --output travis.ics")
        format = format_of(output)  # noqa: A001 - as above
    if format not in FORMATS:
        raise RaidlineError(f"there is no export format {format!r}; choose from {', '.join(FORMATS)}")
    if FORMATS[format].binary and to_stdout and sys.stdout.isatty():
        raise RaidlineError(f"{format} is not for reading on a terminal; name a file: --output timeline.{format}")
    site = site_address(base_url)
    selection = select(data, articles, asked, place=place, context=context, together=True)
    spare(output, articles_of(articles, [selection.path]))
    if format == "html":
        by_date_only("html", selection.timeline.order)
    if selection.problems and not selection.timeline.entries and not to_stdout:
        what = "left as it is" if output and output.exists() else "not written"
        talk(f"{output} is {what}: no event could be read")
        selection.finish()
    chosen = Options(
        coarse=coarse,
        raw=raw,
        stamp=_source_date(),
        with_notes=with_notes,
        base_url=site,
        name=timeline_name(selection.path),
        shown=shown_of(asked),
    )
    write_chunks(export_chunks(selection.timeline, format, chosen), output)
    talk(summary(selection.timeline, selection.criteria))
    omitted = left_out(selection.timeline, format, chosen)
    for event_id, reason in omitted:
        talk(f"left out of the {format}: {event_id} ({reason})")
    lost = Counter((key, why) for _, key, why in not_kept(selection.timeline, format, chosen))
    for (key, why), number in lost.items():
        advice = "; --with-notes adds them" if key == "notes" and not with_notes else ""
        talk(f"changed or missing in the {format}: {key} of {plural(number, 'event')} ({why}{advice})")
    selection.finish()
    if any(reason == REPEATED for _, reason in omitted):
        raise typer.Exit(1)


def _source_date() -> date | None:
    """Return the day for reproducible builds (reproducible-builds.org), if the environment sets one."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise RaidlineError(f"SOURCE_DATE_EPOCH is {seconds!r}, not a number of seconds") from None


export.__doc__ = str(export.__doc__).replace("(formats)", "\n      ".join(_format_lines()))
