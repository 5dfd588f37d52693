"""Which rules are on, and how severe they are: set for each project, in `raidline.toml` or `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from raidline.check.naming import unknown_name
from raidline.check.rule import Rule, Severity
from raidline.errors import RaidlineError
from raidline.store.project import project_of

LEVELS = ("on", "off", "warning", "error")


@dataclass(frozen=True, slots=True)
class Settings:
    """The level of each rule that a project sets; all others keep their defaults."""

    levels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def severity(self, rule: Rule) -> Severity | None:
        """Return the severity of a rule here, or None if it is off."""
        level = self.levels.get(rule.name)
        if level in {"warning", "error"}:
            return cast(Severity, level)
        return rule.severity if level == "on" or (level is None and rule.on) else None


def read_settings(beside: Path, rules: Collection[str]) -> Settings:
    """Return the settings in the folder of a file, or in the nearest folder above that has any.

    Raises RaidlineError like `project_of`, for a rule that is not among `rules`, and for an invalid level.
    """
    found = project_of(beside)
    return Settings(_levels(*found, rules)) if found else Settings()


def _levels(path: Path, table: Mapping[str, Any], rules: Collection[str]) -> Mapping[str, str]:
    levels = table.get("rules", {})
    if not isinstance(levels, dict):
        raise RaidlineError(f'{path}: `rules` is a table, such as [rules] and below it single-source = "on"')
    for name, level in levels.items():
        if name not in rules:
            raise RaidlineError(f"{path}: {unknown_name(name, rules)}")
        if level not in LEVELS:
            raise RaidlineError(f'{path}: {name} = {level!r}; write "on", "off", "warning" or "error"')
    return levels
