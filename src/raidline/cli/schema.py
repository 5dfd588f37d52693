"""`raidline schema`: the JSON Schema of a timeline, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from raidline.cli.output import write


def schema(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Replace this file in one step. Default: stdout."),
    ] = None,
) -> None:
    """Print the JSON Schema of an events file: editors complete keys and mark mistakes with it.

    Write it beside your timeline, and let the first line of the timeline name it:
    `# yaml-language-server: $schema=events.schema.json`. It is of draft 2020-12; `raidline check` finds more than it.

    \b
    Examples:
      raidline schema -o data/events.schema.json
      raidline schema | jq '."$defs".event.properties | keys'
    """  # noqa: D301 - \b keeps the lines of a paragraph apart
    import json  # noqa: PLC0415 - not for --help

    from raidline.schema import events_schema  # noqa: PLC0415 - as above

    write(json.dumps(events_schema(), ensure_ascii=False, indent=2) + "\n", output)
