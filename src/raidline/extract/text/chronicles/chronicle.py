"""Days that stand apart from what happened on them: headings of a chronicle, labels of its paragraphs, rows of tables.

"March 3, 2031" in a line to itself dates the sentences below that have no date of their own, up to the next heading;
"Jan. 5: ..." dates the rest of its paragraph; "| Jan. 5 | Hearing held |" is a row with its own date. A heading that
names no day ("Before May 5", "Feb. 30") dates nothing, and neither does the day above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.extract.text.chronicles.entries import entries_below, hour, is_entry, list_below, may_open
from raidline.extract.text.chronicles.weekdays import in_a_row, in_their_week
from raidline.extract.text.sentences import Span
from raidline.extract.text.skipped import Skipped
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_SUBJECT = 40  # characters of a sentence in which its subject stands
_UNMARKED = 7  # the level of a heading without marks of its own, below all others
_FEWEST = 2  # headings or labels of different days; a single one stamps the page
_MARKS = " \t#*_>•·–—-:\r"
_LINE = re.compile(r"[^\n]+")  # also of spaces alone, in which a search for more would begin at each of them
HEADING = re.compile(r"\s*(?:#{1,6}\s|\*\*[^*\n]+\*\*:?\s*$|__[^_\n]+__:?\s*$)")
_LABEL = re.compile(r"\s*(?:\*\*|__)[^*_\n]+(?::(?:\*\*|__)|(?:\*\*|__):)\s+\S")  # "**What comes next:** ..."
# "Aug. 4, 0610." in the log of a sheriff
_HOUR = r"(?:,?\s+(?:at\s+)?(?:[0-2]\d:?[0-5]\d|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)(?:\s(?:h|hrs|hours))?(?=\W))?"
_LABELLED = re.compile(rf"{_HOUR}(?:[*_]*\s*(?:[:–—]|--?\s)[*_]*\s*(?=\S)|\.?[*_]{{2}}\s+(?=\S))")
_TITLED = re.compile(r"[*_]*\s*(?:[:–—]|--?\s|,\s|\|)[^\n]*$", re.MULTILINE)
_CLOSED = re.compile(r"[.!?…:;|][\"'”’»)\]*_]*\s*$")
_DEEPEST = 6  # marks of a heading
_LONGEST_TITLE = 14  # words of a heading that goes on behind its day
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_EITHER = re.compile(r"\s*(?:or|and|&|/|,)\s*")
_NO_SUCH_DAY = re.compile(
    r"[ \t#*_>•·–—-]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:,\s\d{4})?[ \t*_:\r]*$"
)
_FILED_IN = re.compile(r"\s*[A-Z][A-Z.' -]+,\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)?\s*[–—-]*\s*$")  # "AUSTIN, Texas"
_UNKNOWN_DAY = re.compile(r"XXXX-WXX-\d")
_CELL = re.compile(r"[^|\n]+")
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*\r?$|^[^|\n]+(?:\|[^|\n]+){1,5}\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A time above what happened in it, None if it names no day; `end` is where the stretch ends that it heads."""

    timex: Timex | None
    line: Span
    end: int
    words: str


def headings(
    text: str, sentences: Sequence[Span], timexes: Sequence[Timex], published: date | None = None
) -> list[Heading]:
    """Return the headings and labels that make a chronicle, in order: those of at least two times; all are in order.

    A single heading dates the list right below it. A row of weekdays ends, at the latest, with the day of publication.
    """
    marked = _headings(text, sentences, timexes)
    found: list[Heading] = []
    for some in (marked, _labels(text, timexes)):
        if len({one.timex.value if one.timex else one.words for one in some}) >= _FEWEST:
            found += some
    if marked and marked[0] not in found:
        found += [replace(one, end=end) for one in marked if (end := _end_of_list(text, one))]
    weekdays = in_their_week({one.line: one.timex for one in (*marked, *found)})
    weekdays |= in_a_row([(one.line, one.timex) for one in found], published)
    return [replace(one, timex=weekdays.get(one.line, one.timex)) for one in found]


def _end_of_list(text: str, one: Heading) -> int | None:
    level = _level(text, one.line)
    marked = bool(HEADING.match(text, *one.line))
    if one.timex is None or not (marked or entries_below(text, one.line, one.end)):
        return None
    return list_below(text, one.line, one.end, is_section=level < _UNMARKED)


def inherited(
    text: str, sentences: Sequence[Span], timexes: Sequence[Timex], above: Sequence[Heading]
) -> Mapping[Span, Timex]:
    """Return for each sentence without a date that stands below the day of a chronicle that day; all are in order."""
    found: dict[Span, Timex] = {}
    for one in above:
        if one.timex is None:
            continue
        for span in _below(sentences, one):
            told = hour(text, span), span[1]  # an hour alone names no day of its own
            if not _any_within(timexes, told) and not _other_day_within(timexes, told) and not elsewhen(text, span):
                found.setdefault(span, one.timex)
    return found


def undatable(sentences: Sequence[Span], timexes: Sequence[Timex], above: Sequence[Heading]) -> list[Skipped]:
    """Return the sentences without a date below a heading that names no day, with the reason; all are in order."""
    return [
        Skipped(*span, f"a sentence stands below '{one.words}', which names no day")
        for one in above
        if one.timex is None
        for span in _below(sentences, one)
        if not _any_within(timexes, span)
    ]


def elsewhen(text: str, sentence: Span) -> bool:
    """Whether a sentence tells of another time than that of its heading, or of what was only due."""
    if _words("elsewhen").search(text, *sentence) or _inside().search(text, *sentence):
        return True
    return bool(_words("nobody", re.IGNORECASE).search(text, sentence[0], min(sentence[1], sentence[0] + _SUBJECT)))


@cache
def _words(name: str, flags: int = 0) -> WordList:
    return compile_words(lexicon.load("chronicle")[name], flags)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(r"(?=[a-z])" + words_source(lexicon.load("chronicle")["inside"]))


def _opens(name: str, opening: str) -> bool:
    """Whether the words before the day of a heading are of a list."""
    return bool(_words(name, re.IGNORECASE).fullmatch(opening))


def _below(sentences: Sequence[Span], one: Heading) -> Sequence[Span]:
    return sentences[bisect_left(sentences, (one.line[1], 0)) : bisect_left(sentences, (one.end, 0))]


def before(sentence: Span, day: Timex, where: str) -> Timex:
    """Return a day that dates a sentence from outside as if it stood before its first word, without any width.

    `where` says in words where it stands, for those who ask how it was read.
    """
    return replace(day, start=sentence[0], end=sentence[0], how=f"{day.how}, {where}")


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


def _other_day_within(timexes: Sequence[Timex], span: Span) -> bool:
    """Whether a day of the week is named of which the date is not known."""
    first = bisect_left(timexes, span[0], key=lambda one: one.start)
    last = bisect_left(timexes, span[1], key=lambda one: one.start)
    return any(_UNKNOWN_DAY.match(one.value) for one in timexes[first:last] if one.edtf is None)


def _bare(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip(_MARKS))
    return start, max(start, span[1] - (len(piece) - len(piece.rstrip(_MARKS))))


def _headings(text: str, sentences: Sequence[Span], timexes: Sequence[Timex]) -> list[Heading]:
    """Return the times that head what is below; those of a list of other reports follow a headline instead."""
    lines = [found.span() for found in _LINE.finditer(text) if not found[0].isspace()]
    starts = [one.start for one in timexes]
    heads = {at: head for at, line in enumerate(lines) for head in _head(text, line, timexes, starts)}
    found = []
    for at, one in heads.items():
        level = _level(text, lines[at])
        behind = range(at + 1, len(lines))
        last = next((k for k in behind if k in heads or _ends(text, lines[k], level, is_next=k == at + 1)), len(lines))
        end = lines[last][0] if last < len(lines) else len(text)
        heading = Heading(one, lines[at], end, text[slice(*_bare(text, lines[at]))])
        above = text[slice(*lines[at - 1])] if at and at - 1 not in heads else ""
        follows = not above or _CLOSED.search(above) or HEADING.match(above) or _FILED_IN.match(above)
        is_marked = HEADING.match(text, *lines[at])
        if (_below(sentences, heading) and follows) or (is_marked and (follows or level <= _DEEPEST)):
            found.append(heading)
    return found


def _is_a_time(timex: Timex) -> bool:
    return timex.edtf is not None and timex.type == "DATE"


def _head(text: str, line: Span, timexes: Sequence[Timex], starts: Sequence[int]) -> list[Timex | None]:
    """Return the time that a line names if it is a heading, None in its place if that is no day; else nothing.

    A heading is a time alone, or one with a title: "March 3: The raid".
    """
    first, last = bisect_left(starts, line[0]), bisect_left(starts, line[1])
    if first == last:
        return [None] if _NO_SUCH_DAY.match(text, *line) else []
    one = timexes[first]
    if not _is_a_time(one):
        return []
    other = timexes[first + 1] if first + 1 < last else one
    opening = text[line[0] : one.start].strip(_MARKS)
    end = other.end if one.until else one.end
    alone = not text[end : line[1]].strip(_MARKS)
    if alone and _opens("weeks", opening) and one.earliest and one.earliest == one.latest:
        monday = one.earliest - timedelta(one.earliest.weekday())
        return [replace(one, edtf=Edtf.of(monday, monday + timedelta(6)))]
    either = other is not one and not one.until and _EITHER.fullmatch(text, one.end, other.start)
    is_bound = (alone and _opens("bounds", opening)) or (either and not text[other.end : line[1]].strip(_MARKS))
    if is_bound:
        return [None]
    if opening and not (one.until and _opens("ranges", opening)):
        return [one] if alone and may_open(opening) and entries_below(text, line, len(text)) else []
    return [one] if alone or _is_titled(text, end, line[1]) else []


def _is_titled(text: str, start: int, end: int) -> bool:
    behind = text[start:end]
    short = len(behind.split()) <= _LONGEST_TITLE and not _CLOSED.search(behind.rstrip("*_ "))
    return short and bool(_TITLED.match(text, start, end))


def _level(text: str, line: Span) -> int:
    """Return how deep a heading is: the number of its marks."""
    marked = text[slice(*line)].lstrip()
    return len(marked) - len(marked.lstrip("#")) or _UNMARKED


def _ends(text: str, line: Span, level: int, *, is_next: bool) -> bool:
    """Whether a line without a day ends what stands below another: a rule, a label or a heading on its level.

    A rule in the next line underlines a heading.
    """
    if _RULE.match(text, *line):
        return not is_next
    if is_entry(text, line):
        return False
    return bool(_LABEL.match(text, *line) or (HEADING.match(text, *line) and _level(text, line) <= level))


def _labels(text: str, timexes: Sequence[Timex]) -> list[Heading]:
    """Return the days that begin a paragraph as its label."""
    found = []
    for one in timexes:
        start = text.rfind("\n", 0, one.start) + 1
        is_first = not text[start : one.start].strip(_MARKS)
        if _is_a_time(one) and not one.until and is_first and (label := _LABELLED.match(text, one.end)):
            end = text.find("\n", label.end())
            found.append(Heading(one, (start, label.end()), len(text) if end < 0 else end, one.text))
    return found
