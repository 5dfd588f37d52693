"""`raidline import`: an existing spreadsheet, JSON file or calendar becomes events."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from raidline.cli.locations import existing
from raidline.cli.output import talk, write
from raidline.errors import Problem, RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.importing import Imported
    from raidline.importing.lists.plan import Offer
    from raidline.models import Event

_SHOWN = 10  # problems of one rule that are printed one by one


def import_(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A folder of .md files with front matter, or a .csv, .tsv, .xlsx, .ods, .json, .jsonl, .timelinejs,"
            " .geojson, .js or .ics, or an .md with a table or a list of dated items.",
        ),
    ],
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", "-m", metavar="MAP.yaml", help="Which column is which field; see above."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A new file for the events, or with --into for those to decide."
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="EVENTS.yaml", help="Add to this timeline, and change what it has of the list."),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option("--since", metavar="OLD", help="An earlier version of the list: only what differs from it."),
    ] = None,
    between: Annotated[
        str | None,
        typer.Option("--between", metavar="DAY/DAY", help="The days of OLD and FILE. Default: those in their names."),
    ] = None,
    list_name: Annotated[
        str | None,
        typer.Option("--list", metavar="NAME", help="The list's name. Default: the file's, without numbers."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --into: only print what would change, as `raidline diff` does.")
    ] = False,
    day_first: Annotated[
        bool | None,
        typer.Option(
            "--day-first/--month-first",
            help="Read 3/4/2017 as April 3, or as March 4. Default: as other dates of the table, otherwise March 4.",
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar="NAME", help="Of a workbook. Default: all with the same headings."),
    ] = None,
    header: Annotated[
        int | None,
        typer.Option("--header", metavar="N", min=1, help="The line with the headings. Default: it is looked for."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            metavar="NAME",
            help="Such as windows-1252, latin-1 or utf-16. Default: UTF-8, or what the bytes of a table show.",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print on stderr which column is read as which field, and why.")
    ] = False,
) -> None:
    """Turn a spreadsheet, JSON or a calendar into events.

    Columns are recognised by common headings (Date, Headline, City, State, Link ...), else by the words of the heading
    where the cells agree ("evt_dt", "Which outlet ran it?"), else by what the cells contain, which stderr says; or by a
    mapping file. A row without a title gets one made of its kind, agencies, counts and place; one without a place,
    a kind, counts or an agency gets what its title tells. The title of a list may say its state.
    Dates are read as EDTF, then in numbers, then in words: "after 3/4/2017", "4-6 March 2017", "week of March 6,
    2017", "ca. 2017". An ambiguous 3/4/2017 is read one way for a whole table, and stderr says which. The columns
    "date_precision", "display_date" and "approximate" count. A calendar entry is on the day of its own time zone, and
    only its last version counts. What a calendar marks as private is left out.

    What has no field or cannot be read goes into the notes of its event and is listed on stderr; nothing else is
    dropped. What `raidline export` writes as json, jsonl, csv or xlsx comes back unchanged, and so does JSON in the
    schema of events files. Other data gets the current time as `updated`, so that feeds report it.
    The exit code is 1 if a record is left out, a cell of a known column cannot be read, a place is not known for sure,
    or an event lacks something: `raidline check` shows what and where.

    With --into, a later version of a list updates the timeline: new rows become events, and what the list says anew
    changes in the events that an earlier version made. Rows are known by their ids, otherwise by title and places, and
    kept beside the timeline in EVENTS.imports.jsonl, which -o writes too. What a curator edited stays as it is. An
    event that looks like one of the timeline is not added; -o writes it to a file for `raidline review`, and the exit
    code is 1.

    With --since, each row that OLD does not have becomes an event "first listed" between the days of the two versions,
    and each that only OLD has one "no longer listed". ICE's list of agencies with 287(g) agreements is known by its
    columns (or --mapping 287g): an agreement is a policy event of its jurisdiction, an agency's models of one day one.

    \b
    A mapping file:
      columns:
        Raid date: date         # id, date, end, date_year, date_month, date_day, end_year,
        Town: city              # end_month, end_day, displayed, precision, approximate,
        Taken: counts.arrested  # title, kind, status, places, city, county, state, zip, address,
                                # venue, agencies, summary, notes, url, publisher, published,
                                # source_title, archived, article, quote, aliases, related,
                                # counts, counts.ANYTHING, or skip
      composed: {title: "{Agency} raid in {Town}"}
      defaults: {state: Texas, url: https://watch.example/list, publisher: Valley Watch,
                 retrieved: 2031-05-06}   # with a url: a source for rows that name none
      kinds: {blitz: operation}
      day_first: true
      key: [Agency, State]    # what identifies a row in later versions of the list

    \b
    Examples:
      raidline import raids.csv -o data/events.yaml
      raidline import raids.csv --mapping columns.yaml -o new.yaml
      raidline import timeline.json | less
      raidline import agencies-2031-06.csv --into data/events.yaml --dry-run
      raidline import agencies-2031-06.csv --into data/events.yaml -o open.yaml
      raidline import --since agencies-2031-05-06.csv agencies-2031-06-03.csv
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.cli.clock import now  # noqa: PLC0415 - not for --help
    from raidline.cli.listings import columns_of, in_our_form, listed_since  # noqa: PLC0415 - as above
    from raidline.cli.updating import decide, demand_name, name_of, remember, update  # noqa: PLC0415 - as above
    from raidline.importing import Layout, make_events, read_records  # noqa: PLC0415 - as above
    from raidline.merging.merge import slug  # noqa: PLC0415 - as above

    _demand_sense(into, since, output, between=between, list_name=list_name, dry_run=dry_run)
    columns = columns_of(mapping)
    if day_first is not None:
        columns = columns.model_copy(update={"day_first": day_first})
    layout = Layout(sheet, header, encoding)
    exported = False
    if since is not None:
        imported = listed_since((since, file), between, columns, layout)
    else:
        records = in_our_form(read_records(existing(file), layout), mapping)
        imported = make_events(records, columns, slug(file.name), now=now())
        exported = all(record.exported for record in records)
        del records  # of a long list, each step takes as much memory as the one before
    number = len(imported.events)
    events, problems = _checked(imported.events, output, written=into is None)
    imported = replace(imported, events=[])
    _tell(file, imported, number, explain=explain)
    offers: list[Offer] = []
    if into is None and since is None and not exported:
        remember(output, list_name or name_of(file), imported, events, slug(file.name))
    if into is not None:
        complete = bool(number) and not problems and not imported.left_out and since is None
        name, fallback = list_name or name_of(file), slug(file.name)
        if list_name is None and since is None:
            demand_name(into, name, imported)
        name = name if since is None else f"{name}, differences"
        offers = update(into, name, imported, events, fallback=fallback, complete=complete, dry_run=dry_run)
        if offers and not dry_run:
            decide(offers, into, output)
    if problems:
        _report(problems)
    if problems or imported.left_out or imported.unread or offers:
        raise typer.Exit(1)


def _checked(data: Sequence[Any], output: Path | None, *, written: bool) -> tuple[list[Event], list[Problem]]:
    """Return the events of these data and the problems with others, after they were written if they should be."""
    from raidline.store.load import Record, records_of  # noqa: PLC0415 - not for --help
    from raidline.yamltext.dumping import dump  # noqa: PLC0415 - as above
    from raidline.yamltext.reading import loads  # noqa: PLC0415 - as above

    text = dump({"events": data})
    found = [*records_of(loads(text, str(output or "-")))]
    if written:
        write(text, output)
    events = [one.event for one in found if isinstance(one, Record)]
    return events, [one for one in found if not isinstance(one, Record)]


def _demand_sense(  # noqa: PLR0913 - one parameter for each option
    into: Path | None,
    since: Path | None,
    output: Path | None,
    *,
    between: str | None,
    list_name: str | None,
    dry_run: bool,
) -> None:
    """Raise RaidlineError for an option without the one that it is about, or a file that exists already."""
    if between and since is None:
        raise RaidlineError("--between needs --since, the earlier version of the list")
    if into is None and dry_run:
        raise RaidlineError("--dry-run needs --into, the timeline to update")
    if into is None and output is None and list_name:
        raise RaidlineError("--list needs --into, the timeline to update, or -o")
    if into is not None:
        existing(into, otherwise=f"write a new one with -o {into}, or begin with `raidline init`")
    if output is not None and output.is_file():
        raise RaidlineError(f"{output} exists already; add to it with --into {output}, or write to a new file")


def _tell(file: Path, imported: Imported, number: int, *, explain: bool) -> None:
    """Say what was not read or was left out, and first which column is which field, if that is asked for."""
    if explain:
        from raidline.terminal import print_table  # noqa: PLC0415 - only on demand

        rows = [(one.heading[:40], one.field, one.why, str(one.filled), one.example[:40]) for one in imported.columns]
        print_table("columns", ("column", "field", "why", "filled", "example"), rows, sys.stderr)
    for remark in (*imported.remarks, *imported.left_out):
        talk(f"{file}: {remark}")
    unread = f"; {plural(imported.unread, 'cell')} could not be read for sure" if imported.unread else ""
    talk(f"{plural(number, 'event') if number else 'no events'} from {file}{unread}")


def _report(problems: Sequence[Problem]) -> None:
    """Print the first problems of each rule, and how many more there are; `raidline check` prints all."""
    from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

    found = Counter(problem.rule for problem in problems)
    so_far: Counter[str] = Counter()
    for problem in problems:
        so_far[problem.rule] += 1
        if so_far[problem.rule] <= _SHOWN:
            print_problems([problem], sys.stderr)
    for rule, number in found.items():
        if number > _SHOWN:
            talk(f"{number - _SHOWN:,} more of [{rule}]; `raidline check` on the written file lists all")
