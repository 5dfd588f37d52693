"""What commands that read many articles say about them: each error, a few warnings of each kind, and all in a file."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Annotated

import typer

from raidline.cli.output import talk, write_chunks
from raidline.errors import Problem
from raidline.phrasing import plural

MOST = 10  # warnings of one kind; the others are counted
_FEWER = {"no-metadata": 1}  # what whole collections have in common, such as pages that do not state their address

Report = Annotated[
    Path | None,
    typer.Option(
        "--report", metavar="FILE", help=f"Write all problems to this file; stderr shows {MOST} warnings of each kind."
    ),
]


class Reporter:
    """Says what is wrong at once, and sums up when it is left; a context manager. `errors` counts what is no warning.

    With a `report`, what is kept goes into that file, which is written in one step at the end.
    """

    def __init__(self, report: Path | None) -> None:
        self.errors = 0
        self._report = report
        self._warnings: Counter[str] = Counter()

    def __enter__(self) -> Reporter:
        self._kept = TemporaryFile() if self._report else None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        where = f"{self._report} lists" if self._report else "--report FILE lists"
        for rule, number in self._warnings.items():
            if number > (shown := _FEWER.get(rule, MOST)):
                talk(f"{plural(number - shown, 'more warning')} of [{rule}]; {where} all")
        if self._kept:
            with self._kept:
                if kind is None:
                    self._kept.seek(0)
                    write_chunks(self._lines(), self._report)

    def add(self, problem: Problem) -> None:
        """Print a problem, count it, and keep it for the report."""
        self.tell(problem)
        self.keep(problem)

    def tell(self, problem: Problem) -> None:
        """Print a problem, unless it is one more warning of a kind that was told often enough."""
        if problem.severity == "warning":
            self._warnings[problem.rule] += 1
            if self._warnings[problem.rule] > _FEWER.get(problem.rule, MOST):
                return
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems([problem], sys.stderr)

    def keep(self, problem: Problem) -> None:
        """Count an error, and keep the problem for the report."""
        self.errors += problem.severity == "error"
        if self._kept:
            from raidline.inert import line, logged  # noqa: PLC0415 - only when something is wrong

            self._kept.write(f"{logged(line(str(problem)))}\n".encode(errors="replace"))

    def _lines(self) -> Iterator[bytes]:
        while self._kept and (block := self._kept.read(65_536)):
            yield block
