"""Which rules are on, and how much they matter: set per project, in `raidline.toml` or `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from raidline.check.naming import unknown_name
from raidline.check.rule import Rule, Severity
from raidline.errors import Problem, RaidlineError
from raidline.files.folders import is_file
from raidline.files.textfile import MEGABYTE, read_text

LEVELS = ("on", "off", "warning", "error")
_LARGEST = MEGABYTE
_NAMES = ("raidline.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """The level of each rule that a project sets; all others keep their defaults."""

    levels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def severity(self, rule: Rule) -> Severity | None:
        """Return how much a rule matters here, None where it is off."""
        level = self.levels.get(rule.name)
        if level in {"warning", "error"}:
            return cast(Severity, level)
        return rule.severity if level == "on" or (level is None and rule.on) else None


def read_settings(beside: Path, rules: Collection[str]) -> Settings:
    """Return the settings in the folder of a file, or in the nearest one above that has any.

    A folder's `raidline.toml` goes before its `pyproject.toml`, which counts where it has a table `tool.raidline`.
    Raises RaidlineError for what has such a name and is no file or cannot be read, a rule that is not among `rules`,
    and a level that is none.
    """
    folder = (beside if beside.is_dir() else beside.parent).resolve()
    for path in (above / name for above in (folder, *folder.parents) for name in _NAMES):
        if is_file(path) and (table := _table(path)) is not None:
            return Settings(_levels(path, table, rules))
    return Settings()


def _table(path: Path) -> Mapping[str, Any] | None:
    text = read_text(path, most=_LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(str(text))
    try:
        data = tomllib.loads(text)
    except ValueError as error:  # also for a number with too many digits
        raise RaidlineError(f"{path}: cannot be read: {error}") from None
    except RecursionError:
        raise RaidlineError(f"{path}: cannot be read: it is nested too deeply") from None
    if path.name == "raidline.toml":
        return data
    tools = data.get("tool")
    table = tools.get("raidline") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _levels(path: Path, table: Mapping[str, Any], rules: Collection[str]) -> Mapping[str, str]:
    for key in table:
        if key != "rules":
            raise RaidlineError(f"{path}: unknown key {key!r}; the only one is `rules`, a table of rules")
    levels = table.get("rules", {})
    if not isinstance(levels, dict):
        raise RaidlineError(f'{path}: `rules` is a table, such as [rules] and below it single-source = "on"')
    for name, level in levels.items():
        if name not in rules:
            raise RaidlineError(f"{path}: {unknown_name(name, rules)}")
        if level not in LEVELS:
            raise RaidlineError(f'{path}: {name} = {level!r}; write "on", "off", "warning" or "error"')
    return levels
