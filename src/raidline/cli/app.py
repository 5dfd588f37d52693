"""The commands of `raidline`, one small file for each group, loaded only when a command runs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from raidline import __version__
from raidline.errors import RaidlineError

# First the commands that read, then those that write, each with the start of its docstring, which a test compares.
COMMANDS = {
    "show": "Print the timeline of a place",
    "save": "Save reports from the web",
    "extract": "Find candidate events in news reports",
    "explain": "Show why an event is in a timeline",
    "review": "Review candidates one by one into a timeline",
    "dates": "List the time expressions of articles",
    "places": "List the places that articles name",
    "check": "Find every mistake in a timeline",
    "fmt": "Put events files in order",
    "diff": "Say what changed between two versions of a timeline",
    "import": "Turn a spreadsheet",
    "export": "Write the timeline of a place for a calendar",
    "publish": "Write a static web site",
    "lookup": "Look up a state or county or city",
    "schema": "Print the JSON Schema of an events file",
    "init": "Start a timeline",
}


class _Commands(TyperGroup):
    """Knows the commands by name, and loads the one that runs or whose help or options are requested."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - typer's versions differ in the types
        """Return the name of the command, the command itself, and its own arguments."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, _loaded(name) if name and command else command, rest


class _Command(TyperCommand):
    """Refuses an empty path, which Python takes for the current folder: usually an unset variable."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - as above
        """Return the remaining arguments; RaidlineError for an empty path."""
        if not ctx.resilient_parsing and any(not word or word.endswith("=") for word in args):
            typed, _, _ = self.make_parser(ctx).parse_args(args=list(args))
            paths = _paths_of(self.callback.__wrapped__)  # type: ignore[union-attr]
            for parameter in self.params:
                value = typed.get(str(parameter.name))
                if parameter.name in paths and "" in (value if isinstance(value, list | tuple) else [value]):
                    name = next((word for word in parameter.opts if word.startswith("--")), parameter.metavar)
                    raise RaidlineError(f"{name} is empty; name a file or a folder")
        return super().parse_args(ctx, args)


def _paths_of(command: Callable[..., object]) -> set[str]:
    """Return the parameters of a command that are paths."""
    return {name for name, hint in get_type_hints(command).items() if _is_of_paths(hint)}


def _is_of_paths(hint: object) -> bool:
    return hint is Path or any(map(_is_of_paths, get_args(hint)))


def _loaded(name: str) -> Any:  # noqa: ANN401 - as above
    word = f"{name}_" if name == "import" else name
    alone = _typer(add_completion=False)
    alone.command(name, cls=_Command)(getattr(import_module(f"raidline.cli.{word}"), word))
    return typer.main.get_command(alone)


def _typer(**settings: Any) -> typer.Typer:  # noqa: ANN401 - whatever typer takes
    return typer.Typer(
        pretty_exceptions_enable=False,  # a bug keeps its plain traceback
        rich_markup_mode=None,  # help without loading rich
        **settings,
    )


def _not_loaded() -> None:
    """Represent a command in the help, which takes its name and description from the table."""


app = _typer(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
for _name, _words in COMMANDS.items():
    app.command(_name, short_help=_words)(_not_loaded)


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
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
