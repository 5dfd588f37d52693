"""What can go wrong for a user: one error to raise, one record to report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

Read = TypeVar("Read")


class RaidlineError(Exception):
    """A mistake the user can mend; its text is one clear line that says how.

    The command line prints it and exits with 2. A bug in raidline is never wrapped in one.
    """


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file, at a place a reader can go to.

    `line` and `column` count from 1, the column in characters; 0 means "the file as a whole".
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self._place}: {self.severity}: {self.message} [{self.rule}]"

    def as_message(self) -> str:
        """Return the place and what is wrong there, for an error that ends the command."""
        return f"{self._place}: {self.message}"

    @property
    def _place(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


def apart(found: Iterable[Read | Problem]) -> tuple[list[Read], list[Problem]]:
    """Return what could be read, and the problems with the rest, each in order."""
    read: list[Read] = []
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            read.append(one)
    return read, problems
