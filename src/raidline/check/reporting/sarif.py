"""SARIF 2.1.0, which code hosts and editors read: problems with the rules that found them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from raidline.check import RULES
from raidline.check.pages import page
from raidline.check.rule import Rule
from raidline.errors import Problem
from raidline.inert import json_escaped, line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Iterable[Problem]) -> str:
    """Return a log of one run; columns count characters, and relative paths stay relative."""
    driver = {"name": "raidline", "rules": [_rule(rule) for rule in RULES]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(one) for one in problems]}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json_escaped(json.dumps(log, ensure_ascii=False, indent=2))}\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": f"{rule.summary}."},
        "help": {"text": page(rule), "markdown": page(rule)},
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.on},
    }


def _result(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.path)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    index = {"ruleIndex": _INDEX[problem.rule]} if problem.rule in _INDEX else {}
    return {
        "ruleId": problem.rule,
        **index,
        "level": problem.severity,
        "message": {"text": line(problem.message)},
        "locations": [{"physicalLocation": place}],
    }


_INDEX = {rule.name: number for number, rule in enumerate(RULES)}


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), errors="surrogateescape")
