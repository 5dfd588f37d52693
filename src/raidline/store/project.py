"""What a project says about itself beside its events: in `raidline.toml` or in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from raidline.errors import Problem, RaidlineError
from raidline.files.folders import is_file
from raidline.files.textfile import MEGABYTE, read_text

_LARGEST = MEGABYTE
_NAMES = ("raidline.toml", "pyproject.toml")  # the latter in different case belongs to somebody else
_TABLES = ("rules", "site", "timeline")
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")  # in what tomllib says
_NAME = re.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")  # a domain label, because ids contain it


def project_of(beside: Path) -> tuple[Path, Mapping[str, Any]] | None:
    """Return the settings file in the folder of a file, or in the nearest folder above that has one, and its tables.

    A folder's `raidline.toml` goes before its `pyproject.toml`, which counts if it has a table `tool.raidline`.
    RaidlineError for anything with such a name that is not a file or cannot be read, and for any table other than
    `rules`, `site` and `timeline`.
    """
    folder = (beside if beside.is_dir() else beside.parent).resolve()
    for path in (above / name for above in (folder, *folder.parents) for name in _NAMES):
        if (
            (path.name != _NAMES[-1] or os.path.lexists(path))
            and is_file(path)
            and (tables := _tables(path)) is not None
        ):
            for key in tables:
                if key not in _TABLES:
                    raise RaidlineError(
                        f"{path}: unknown key {key!r}; it holds the tables `rules`, `site` and `timeline`"
                    )
            return path, tables
    return None


def timeline_name(beside: Path) -> str | None:
    """Return the name that a project gives its timeline, None if it gives none.

    RaidlineError for an invalid name, and for the same reasons as `project_of`.
    """
    path, tables = project_of(beside) or (beside, {})
    table = tables.get("timeline", {})
    if not isinstance(table, dict) or not set(table) <= {"name"}:
        raise RaidlineError(
            f'{path}: `timeline` is a table with a name, such as [timeline] and below it name = "austin"'
        )
    name = table.get("name")
    if name is not None and not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise RaidlineError(f"{path}: name = {name!r}; write lower-case letters, digits and hyphens, at most 63")
    return name


def _tables(path: Path) -> Mapping[str, Any] | None:
    text = read_text(path, most=_LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    try:
        data = tomllib.loads(text)
    except ValueError as error:  # also for a number with too many digits
        where = _WHERE.search(str(error))
        place, reason = (f":{where[1]}:{where[2]}", str(error)[: where.start()]) if where else ("", error)
        raise RaidlineError(f"{path}{place}: cannot be read: {reason}") from None
    except RecursionError:
        raise RaidlineError(f"{path}: cannot be read: it is nested too deeply") from None
    if path.name == "raidline.toml":
        return data
    tools = data.get("tool")
    table = tools.get("raidline") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None
