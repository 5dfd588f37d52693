"""Problems as text, as GitHub Actions annotations, as SARIF and as JSON; each is a function from problems to text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from raidline.check.reporting.excerpt import Excerpt, excerpts
from raidline.check.reporting.sarif import sarif
from raidline.errors import Problem
from raidline.inert import json_escaped, line, logged


def text(problems: Iterable[Problem]) -> str:
    """Return `file:line:column: severity: message [rule]` for each problem, with the marked line below it."""
    return logged("".join(_shown(problem, excerpt) for problem, excerpt in excerpts(problems)))


def github(problems: Iterable[Problem]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON array of objects with the fields of `Problem`."""
    rows = json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
    return f"{json_escaped(rows)}\n"


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": text,
    "github": github,
    "sarif": sarif,
    "json": as_json,
}


def _shown(problem: Problem, excerpt: Excerpt | None) -> str:
    if excerpt is None:
        return f"{line(str(problem))}\n"
    margin, source, carets = excerpt.rows()
    return f"{line(str(problem))}\n  {margin}{source}\n  {' ' * (len(margin) - 2)}| {carets}\n"


def _command(problem: Problem) -> str:
    place = {"line": problem.line, "col": problem.column} if problem.line else {}
    properties = {"file": problem.path, **place, "title": problem.rule}
    listed = ",".join(f"{key}={_property(logged(line(str(value))))}" for key, value in properties.items())
    return f"::{problem.severity} {listed}::{_data(logged(line(problem.message)))}"


def _data(value: str) -> str:
    """Escape the characters that have a meaning in a command, as @actions/core does; `line` removed all line ends."""
    return value.replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
