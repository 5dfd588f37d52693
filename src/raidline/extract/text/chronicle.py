"""Days that stand apart from what happened on them: headings of a chronicle, labels of its paragraphs, rows of tables.

"March 3, 2031" in a line to itself dates the sentences below that have no date of their own, up to the next heading;
"Jan. 5: ..." dates the rest of its paragraph; "| Jan. 5 | Hearing held |" is a row with its own date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex

_FEWEST = 2  # headings or labels of different days; a single one stamps the page
_MARKS = " \t#*_>•·–—-:\r"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEADING = re.compile(r"\s*(?:#{1,6}\s|\*\*[^*\n]+\*\*:?\s*$|__[^_\n]+__:?\s*$)")
_LABEL = re.compile(r"\s*(?:\*\*|__)[^*_\n]+(?::(?:\*\*|__)|(?:\*\*|__):)\s+\S")  # "**What comes next:** ..."
_LABELLED = re.compile(r"[*_]*\s*(?:[:–—]|--?\s)[*_]*\s*(?=\S)|[*_]{2}\s+(?=\S)")
_TITLED = re.compile(r"[*_]*\s*(?:[:–—]|--?\s|,\s|\|)[^\n]*$", re.MULTILINE)
_CLOSED = re.compile(r"[.!?…:;|][\"'”’»)\]*_]*\s*$")
_LONGEST_TITLE = 14  # words of a heading that goes on behind its day
# What a sentence tells of another time than that of its heading: "It had been sued before", "Nobody came all year".
_ELSEWHEN = re.compile(
    r"\bhad\s+(?:\w+ly\s+|already\s+|long\s+|not\s+|never\s+)?(?:been|\w+ed|\w+en|brought|sent|told|held|said|made|come|begun|won|lost)\b"
    r"|\b(?:[Nn]obody|[Nn]o one|[Nn]one)\b|\b(?:before|earlier|later|afterwards?|since then|so far|would|will)\b"
)
_CELL = re.compile(r"[^|\n]+")
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*\r?$|^[^|\n]+(?:\|[^|\n]+){1,5}\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A day above what happened on it; `end` is where the stretch ends that it dates."""

    timex: Timex
    line: Span
    end: int


def inherited(text: str, sentences: Sequence[Span], timexes: Sequence[Timex]) -> Mapping[Span, Timex]:
    """Return for each sentence without a date that stands below the day of a chronicle that day; all are in order."""
    dated = {s for s in sentences if _any_within(timexes, s)}
    found: dict[Span, Timex] = {}
    for headings in (_headings(text, sentences, timexes), _labels(text, timexes)):
        if len({one.timex.value for one in headings}) < _FEWEST:
            continue
        for one in headings:
            for span in sentences[bisect_left(sentences, (one.line[1], 0)) : bisect_left(sentences, (one.end, 0))]:
                if span not in dated and not _ELSEWHEN.search(text, *span):
                    found.setdefault(span, one.timex)
    return found


def before(sentence: Span, day: Timex) -> Timex:
    """Return a day that stands above a sentence as if it stood before its first word, without any width."""
    return replace(day, start=sentence[0], end=sentence[0], how=f"{day.how}, above it")


def rows(text: str, timexes: Sequence[Timex]) -> list[tuple[Span, Timex]]:
    """Return the rows of tables with a day in a cell to itself and words in another, in order, each with its day."""
    starts = [one.start for one in timexes]
    found = []
    for row in _ROW.finditer(text) if "|" in text else ():
        cells = [_bare(text, cell.span()) for cell in _CELL.finditer(text, *row.span())]
        cells = [cell for cell in cells if cell[0] < cell[1]]
        days = [
            one
            for one in timexes[bisect_left(starts, row.start()) : bisect_left(starts, row.end())]
            if one.edtf and (one.start, one.end) in cells
        ]
        if len(days) == 1 and any(len(text[slice(*cell)].split()) > 1 for cell in cells if cell[0] != days[0].start):
            found.append(((cells[0][0], cells[-1][1]), days[0]))
    return found


def _any_within(timexes: Sequence[Timex], span: Span) -> bool:
    """Whether a day or a longer time is named in a span."""
    first = bisect_left(timexes, span[0], key=lambda one: one.start)
    last = bisect_left(timexes, span[1], key=lambda one: one.start)
    return any(one.edtf for one in timexes[first:last])


def _bare(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip(_MARKS))
    return start, max(start, span[1] - (len(piece) - len(piece.rstrip(_MARKS))))


def _headings(text: str, sentences: Sequence[Span], timexes: Sequence[Timex]) -> list[_Heading]:
    """Return the days that head what is below; those of a list of other reports follow a headline instead."""
    lines = [found.span() for found in _LINE.finditer(text)]
    starts = [start for start, _ in lines]
    days = {at: one for one in timexes if _is_a_day(one) and (at := bisect_right(starts, one.start) - 1) >= 0}
    heads = {at: one for at, one in days.items() if _heads(text, lines[at], one)}
    found = []
    for at, one in heads.items():
        level = _level(text, lines[at])
        behind = range(at + 1, len(lines))
        last = next((k for k in behind if k in heads or _ends(text, lines[k], level)), len(lines))
        end = lines[last][0] if last < len(lines) else len(text)
        below = sentences[bisect_left(sentences, (lines[at][1], 0)) : bisect_left(sentences, (end, 0))]
        above = text[slice(*lines[at - 1])] if at else ""
        if below and (not above or at - 1 in heads or _CLOSED.search(above) or _HEADING.match(above)):
            found.append(_Heading(one, lines[at], end))
    return found


def _is_a_day(timex: Timex) -> bool:
    return timex.edtf is not None and timex.type == "DATE" and timex.until is None


def _heads(text: str, line: Span, timex: Timex) -> bool:
    """Whether a line is a day alone, or a day with a title: "March 3: The raid"."""
    if text[line[0] : timex.start].strip(_MARKS):
        return False
    behind = text[timex.end : line[1]]
    if not behind.strip(_MARKS):
        return True
    titled = len(behind.split()) <= _LONGEST_TITLE and not _CLOSED.search(behind.rstrip("*_ "))
    return titled and bool(_TITLED.match(text, timex.end, line[1]))


def _level(text: str, line: Span) -> int:
    """Return how deep a heading is: the number of its marks; 7 without any, below all others."""
    marked = text[slice(*line)].lstrip()
    return len(marked) - len(marked.lstrip("#")) or 7


def _ends(text: str, line: Span, level: int) -> bool:
    """Whether a line without a day is a heading on a level that ends what stands below another, or has a label."""
    return bool(_LABEL.match(text, *line) or (_HEADING.match(text, *line) and _level(text, line) <= level))


def _labels(text: str, timexes: Sequence[Timex]) -> list[_Heading]:
    """Return the days that begin a paragraph as its label."""
    found = []
    for one in timexes:
        start = text.rfind("\n", 0, one.start) + 1
        if _is_a_day(one) and not text[start : one.start].strip(_MARKS) and (label := _LABELLED.match(text, one.end)):
            end = text.find("\n", label.end())
            found.append(_Heading(one, (start, label.end()), len(text) if end < 0 else end))
    return found
