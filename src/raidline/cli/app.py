"""The commands of `raidline`, one small file a family."""

from __future__ import annotations

from typing import Annotated

import typer

from raidline import __version__
from raidline.cli.check import check
from raidline.cli.dates import dates
from raidline.cli.diff import diff
from raidline.cli.explain import explain
from raidline.cli.export import export
from raidline.cli.extract import extract
from raidline.cli.fmt import fmt
from raidline.cli.import_ import import_
from raidline.cli.init import init
from raidline.cli.lookup import lookup
from raidline.cli.places import places
from raidline.cli.publish import publish
from raidline.cli.review import review
from raidline.cli.schema import schema
from raidline.cli.show import show

app = typer.Typer(
    pretty_exceptions_enable=False,  # a bug keeps its plain traceback
    rich_markup_mode=None,  # help without loading rich
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_READING = (show, extract, explain, review, dates, places)
_KEEPING = (check, fmt, diff, import_, export, publish, lookup, schema, init)
for command in (*_READING, *_KEEPING):
    short_help = str(command.__doc__).partition("\n")[0].partition(":")[0].partition(",")[0]
    app.command(command.__name__.rstrip("_"), short_help=short_help)(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"raidline {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn news reports on immigration enforcement into a sourced timeline per jurisdiction.

    \b
    Examples:
      raidline show --place "Travis County"
      raidline export --format ics --place Texas -o texas.ics
      raidline check data/events.yaml
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
