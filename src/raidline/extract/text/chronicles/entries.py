"""What stands below a single day: the items of a list, the entries of a live blog, the days of a week.

One day alone in a line may only stamp the page. Where a list or hours follow it, it is the day of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source

_FEWEST = 2  # items or entries
_LONGEST_OPENING = 5  # words before the day: "Live updates for Tuesday, May 13"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ITEM = re.compile(r"[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t]+(?=\S)")
_LABELLED_ITEM = re.compile(
    _ITEM.pattern + r"(?:\*\*[^*\n]{1,40}\*\*|__[^_\n]{1,40}__|[A-Z][^:.!?\n]{0,39}):?(?<=[:*_])\s"
)
_GOES_ON = re.compile(r"[ \t]+\S")
_ENTRY = re.compile(
    r"[ \t#*_>•·–—-]*(?:\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\.?|[Nn]oon|[Mm]idnight)"
    r"(?:\s\(?[A-Z]{2,4}\)?)?(?:[*_]*\s*[:–—|][*_]*(?=\s)|[*_]{0,2}\s+--?(?=\s)|[*_]{2}(?=\s)|[ \t\r]*$)",
    re.MULTILINE,
)


def list_below(text: str, line: Span, end: int, *, is_section: bool) -> int | None:
    """Return where the list ends that follows a line, before `end`; None if no list of items or hours follows it.

    Below a line that is no section of its own, only items with labels are one: "- **Raid:** ...".
    """
    if entries_below(text, line, end):
        return end
    item = _ITEM if is_section else _LABELLED_ITEM
    last, items = line[1], 0
    for found in _lines(text, line[1], end):
        if item.match(text, *found):
            items += 1
        elif not items or not _GOES_ON.match(text, *found):
            break
        last = found[1]
    return last if items >= _FEWEST else None


def entries_below(text: str, line: Span, end: int) -> bool:
    """Whether a line is followed by entries that begin with their hours, up to `end`, the first one at once."""
    lines = _lines(text, line[1], end)
    return is_entry(text, next(lines, line)) and any(is_entry(text, one) for one in lines)


def is_entry(text: str, line: Span) -> bool:
    """Whether a line begins with its hour, set off from what follows: "10:42 a.m.: Agents left"."""
    return hour(text, line) > line[0]


def hour(text: str, line: Span) -> int:
    """Return where the hour ends that begins a line; where the line begins if none does."""
    found = _ENTRY.match(text, *line)
    return found.end() if found else line[0]


def may_open(opening: str) -> bool:
    """Whether words before the day of a line can head what happened on it; "Updated" stamps the page."""
    return len(opening.split()) <= _LONGEST_OPENING and not _stamp().search(opening)


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(words_source(lexicon.load("boilerplate")["stamps"]["words"]))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    return (found.span() for found in _LINE.finditer(text, start, end))
