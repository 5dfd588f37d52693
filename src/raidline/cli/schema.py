"""`raidline schema`: the JSON Schemas of what raidline reads and writes, for editors and programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from raidline.cli import options
from raidline.cli.output import write
from raidline.cli.sparing import spare


class Described(StrEnum):
    """What a schema describes."""

    EVENTS = "events"
    JSON = "json"


def schema(
    of: Annotated[
        Described,
        typer.Argument(metavar="events|json", help="An events file, or what `export --format json` writes."),
    ] = Described.EVENTS,
    output: options.Output = None,
) -> None:
    """Print the JSON Schema of an events file: editors use it to complete keys and mark mistakes.

    It follows draft 2020-12; `raidline check` finds more than it does. Write it beside your timeline, and name it in
    the first line of the timeline:

    \b
      # yaml-language-server: $schema=events.schema.json

    \b
    Examples:
      raidline schema -o data/events.schema.json
      raidline schema | jq '."$defs".event.properties | keys'
      raidline schema json -o timeline.schema.json
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    import json  # noqa: PLC0415 - not for --help

    spare(output)
    if of is Described.EVENTS:
        from raidline.store.schema import events_schema as described  # noqa: PLC0415 - as above
    else:
        from raidline.export.recordschema import timeline_schema as described  # noqa: PLC0415 - as above
    write(json.dumps(described(), ensure_ascii=False, indent=2) + "\n", output)
