"""What imports made of the rows of lists, kept in a file beside the events: one row a line, as JSON.

    {"list": "agencies", "row": "texas | example county", "event": "2031-05-06-example-county-policy",
     "fields": {"date": "5c1f0a9be2d4", "title": "93f0aa12c7be"}}

`fields` holds a digest of each value as the list last gave it. A value of the event with the same digest is the
import's; any other was written by a curator and is left alone. The events are written before this file. If a crash
comes between the two, the next import finds its own events by what they say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from raidline.errors import Problem, RaidlineError
from raidline.files.folders import is_file
from raidline.files.textfile import MEGABYTE, read_text

LARGEST = 64 * MEGABYTE


class Remembered(BaseModel):
    """A row of a list: the id of its event, None if a curator rejected it, and digests of what the list said.

    `gone` is set once the list no longer has the row.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    list: str
    row: str
    event: str | None
    fields: dict[str, str]
    gone: bool = False


def beside(events: Path) -> Path:
    """Return where the rows behind an events file are remembered: `events.imports.jsonl` beside `events.yaml`."""
    target = events.resolve()  # the same file, whichever link leads to the events
    return target.with_name(f"{target.stem}.imports.jsonl")


def read_memory(path: Path) -> tuple[Remembered, ...]:
    """Return the rows of a file, none if it does not exist; RaidlineError if it is not such a file."""
    if not is_file(path):
        return ()
    text = read_text(path, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    return tuple(_remembered(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def as_lines(rows: Iterable[Remembered]) -> str:
    """Return remembered rows as the text of their file."""
    return "".join(
        json.dumps(one.model_dump(exclude_defaults=True) | {"event": one.event}, ensure_ascii=False) + "\n"
        for one in rows
    )


def digest(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    """Return a short digest of a value, the same for equal values only."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def _remembered(path: Path, number: int, line: str) -> Remembered:
    try:
        return Remembered.model_validate_json(line)
    except ValidationError:
        raise RaidlineError(f"{path}:{number}: this line is not a row of an import; remove it") from None
