"""Problems of one cause, told once: "and 834 more like it" where a whole column is alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from raidline.errors import Problem

FEW = 3  # problems in the same words that are told one by one
COLUMN = 20  # problems that differ in their values alone, if half of the events have one, too
_HALF = 2
_LINES = 8  # that are listed
_VALUE = re.compile(
    r"“[^”]*”|'[^']*'|`[^`]*`|https?://\S+|\d[\d,./:-]*"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def once_per_cause(problems: Sequence[Problem], events: int) -> list[Problem]:
    """Return the problems in their order, with one for all of the same cause, which says how many more there are.

    One cause are problems of a file and a rule in the same words, if they are more than a few; and such as differ only
    in the values that they quote, if at least half of the `events` have one.
    """
    alike: defaultdict[tuple[str, ...], list[Problem]] = defaultdict(list)
    shapes: defaultdict[tuple[str, ...], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[_words(problem)].append(problem)
        shapes[_shape(problem)].append(problem)
    told, done = [], set()
    for problem in problems:
        group = shapes[_shape(problem)]
        if len(group) < max(COLUMN, events / _HALF):
            group = alike[_words(problem)]
        if len(group) <= FEW:
            told.append(problem)
        elif id(group) not in done:
            done.add(id(group))
            told.append(_with_the_others(group))
    return told


def _words(problem: Problem) -> tuple[str, ...]:
    return problem.path, problem.rule, problem.severity, problem.message


def _shape(problem: Problem) -> tuple[str, ...]:
    return problem.path, problem.rule, problem.severity, _VALUE.sub("", problem.message)


def _with_the_others(group: Sequence[Problem]) -> Problem:
    first, *others = group
    lines = ", ".join(str(one.line) for one in others[:_LINES])
    more = ", …" if len(others) > _LINES else ""
    return replace(first, message=f"{first.message}; and {len(others):,} more like it (lines {lines}{more})")
