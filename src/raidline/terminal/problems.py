"""Problems, one line each, and their position in their file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from raidline import inert
from raidline.terminal.drawing import FACTS, HEADING, MARGIN, SEVERITY, Run, console_on, styled

if TYPE_CHECKING:
    from raidline.errors import Problem


def print_problems(problems: Iterable[Problem], stream: TextIO) -> None:
    """Print each problem on one line, as `path:line:column: severity: message [rule]`; a terminal breaks at words."""
    console = console_on(stream)
    for problem in problems:
        place, severity, rest = inert.logged(inert.line(str(problem))).partition(f": {problem.severity}: ")
        pieces = [Run(place, HEADING), Run(severity, SEVERITY[problem.severity]), Run(rest)]
        console.print(styled(pieces), soft_wrap=not stream.isatty())


def print_excerpts(found: Iterable[tuple[Problem, tuple[str, str, str] | None]], stream: TextIO) -> None:
    """Print each problem as above, and below it its line in the file: a margin, the line, and carets under a part."""
    console = console_on(stream)
    for problem, rows in found:
        print_problems([problem], stream)
        if rows:
            margin, source, carets = rows
            below = f"{' ' * (len(margin) - 2)}| "
            for pieces in (
                [Run(margin, FACTS), Run(inert.logged(source))],
                [Run(below, FACTS), Run(carets, SEVERITY[problem.severity])],
            ):
                console.print(styled([Run(MARGIN), *pieces]), no_wrap=True, overflow="ellipsis")
