"""Where a saved page points to other reports, and what follows its own: lists of headlines, the tail, code.

Their sentences can read like news, with a date; what tells them is the form of the list around them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList

_TAIL_FROM = 0.4  # of the text; before that, a notice of rights belongs to a picture or a quotation
_NOTICE = re.compile(r"(?:Copyright|©)\s*(?:©\s*)?(?:\d{4}[\s–—-]+)?\d{4}\b|All [Rr]ights [Rr]eserved")
_WORDS_OF_A_NOTICE = ("Copyright", "©", "ights ")
_WHOLE_NOTICE = re.compile(r".{0,80}?All [Rr]ights [Rr]eserved", re.DOTALL)
_PROSE = re.compile(r"\b[a-z]+,? [^.!?\n]{60,400}[.!?](?=\s)")
_MOST_PROSE = 2  # sentences behind a notice that may also be the credit of a picture
_APART = 250  # characters between two stamps of one list; a headline has hardly more
# Behind the first figure or capital: looking for one of these before anything else spares half of the time.
_HOURS = (
    r"(?<!\w.)(?:(?<=\d)\d?(?:\s?[hmdw]|\s+(?:minute|hour|day|week|month)s?)\s+ago\b"
    r"|(?<=[A-Z])[a-z]{2,8}\.?\s\d{1,2},\s\d{1,2}:\d\d\s?[AP]M\b)"
)
_DAYS = (
    r"(?<![\d/].)(?<=\d)\d?/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])"
    r"|(?<!\w.)(?<=[A-Z])[a-z]{2,8}\.?\s\d{1,2},\s\d{4}\b"
)
_BEHIND = r"(?=\s+[A-Z0-9‘“'\"]|\s*\Z)"
_HOUR = re.compile(rf"[A-Z\d](?:{_HOURS}){_BEHIND}")
# Days also stand in dockets: they count only behind a label.
_STAMP = re.compile(rf"[A-Z\d](?:{_HOURS}|{_DAYS}){_BEHIND}")
_MARKS_OF_AN_HOUR = ("ago", "AM", "PM")  # one of them stands in each stamp with an hour
_ITEMS = 3  # stamps with an hour in a row make a list without a label
_OBJECT = re.compile(r"\{\s*[\"'][\w-]{1,40}[\"']\s*:[^{}]{0,4000}\}")  # of a script that stands in the text
_HEADLINES = 2  # lines without a stop under a label; one may be a sentence that lost its stop
_LINE = re.compile(r"\S[^\n]*")
_LABEL_WORDS = 4
_LONGEST_TEASER = 60  # words of a line; a page may be one line
_LABELS = 3  # labels of sections in a row make a list of headlines
_ITEM_LINES = 3  # lines under a label: headline, teaser, byline
_STOPS, _CLOSING = tuple(".!?…:;,"), "\"'”’»)]*_"


@lru_cache(maxsize=2)  # asked for sentences and for places
def other_reports(text: str) -> tuple[Span, ...]:
    """Return the stretches of a page that belong to no report or to others, in order, without overlaps."""
    found = sorted(chain(_tail(text), _stamped_lists(text), _scripts(text), _labelled(text), _rivers(text)))
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def without(spans: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """Return what remains of the sentences outside the spans; both are in order."""
    kept: list[Span] = []
    at = 0
    for first, last in sentences:
        start = first
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        k = at
        while k < len(spans) and spans[k][0] < last:
            if spans[k][0] > start:
                kept.append((start, spans[k][0]))
            start = max(start, spans[k][1])
            k += 1
        if start < last:
            kept.append((start, last))
    return kept


@cache
def _labels() -> WordList:
    """Match the label of a list of other reports: "Most Read", "Latest News"."""
    lists = lexicon.load("boilerplate")["lists"]
    return WordList(re.compile(words_source(lists) + r"\b"), lists)


@cache
def _teaser() -> re.Pattern[str]:
    """Match the beginning of a line that points to another report: "Read more: ..."."""
    return re.compile(r"\W*" + words_source(lexicon.load("boilerplate")["teasers"]) + r"\s*[:»>]")


@cache
def _alone() -> re.Pattern[str]:
    """Match a line that says that the next one is of another report: "Read next"."""
    return re.compile(r"\W*" + words_source(lexicon.load("boilerplate")["next_line"]) + r"\W*")


def _tail(text: str) -> Iterator[Span]:
    is_there = any(word in text for word in _WORDS_OF_A_NOTICE)  # spares time
    notices = list(_NOTICE.finditer(text, int(len(text) * _TAIL_FROM))) if is_there else []
    prose = [found.start() for found in _PROSE.finditer(text, notices[0].end())] if notices else []
    for notice in notices:
        behind = len(prose) - bisect_left(prose, notice.end())
        if behind <= _MOST_PROSE or _WHOLE_NOTICE.match(text, notice.start()):
            yield notice.start(), len(text)
            return


def _scripts(text: str) -> Iterator[Span]:
    return (found.span() for found in _OBJECT.finditer(text)) if "{" in text else iter(())


def _stamped_lists(text: str) -> Iterator[Span]:
    """Yield the lists whose headlines end in stamps: one behind a label, or at least three with an hour in a row."""
    labels = list(_labels().finditer(text))
    stamps = list(_STAMP.finditer(text)) if labels else []
    listed = 0
    for label in labels:
        end = _last_of_row(stamps, label.end()) if label.start() >= listed else None
        if end:
            yield label.start(), end
            listed = end
    row: list[re.Match[str]] = []
    hours = _HOUR.finditer(text) if any(mark in text for mark in _MARKS_OF_AN_HOUR) else ()
    for stamp in (*hours, None):
        if row and (stamp is None or stamp.start() - row[-1].end() > _APART):
            if len(row) >= _ITEMS:
                yield row[0].start(), row[-1].end()
            row = []
        if stamp:
            row.append(stamp)


def _last_of_row(stamps: list[re.Match[str]], at: int) -> int | None:
    """Return where the last stamp ends of those that follow each other from a position on."""
    end = None
    for stamp in islice(stamps, bisect_left(stamps, at, key=re.Match.start), None):
        if stamp.start() - at > _APART:
            break
        at = end = stamp.end()
    return end


def _labelled(text: str) -> Iterator[Span]:
    """Yield the headlines under a label that has a line to itself, and those behind one with bars between them."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    k = 0
    while k < len(lines):
        start, end = lines[k]
        k += 1
        label = _labels().regex.match(text, start, end)
        if label and "|" in text[label.end() : end]:
            yield start, end
        elif _teaser().match(text, start, end) and len(text[start:end].split()) <= _LONGEST_TEASER:
            yield start, end  # "Also read: Agents held nine. They were let go."
        elif (
            _alone().fullmatch(text, start, end)
            and k < len(lines)
            and len(text[slice(*lines[k])].split()) <= _LONGEST_TEASER
        ):
            yield start, lines[k][1]
            k += 1
        elif label and not text[label.end() : end].strip(" :"):
            first = k
            while k < len(lines) and not _is_closed(text[slice(*lines[k])]):
                k += 1
            headlines = [line for line in lines[first:k] if len(text[slice(*line)].split()) > _LABEL_WORDS]
            if len(headlines) >= _HEADLINES:
                yield start, lines[k - 1][1]


def _is_closed(line: str) -> bool:
    """Whether a line ends with a stop, in or out of quotation marks and brackets."""
    return line.rstrip().rstrip(_CLOSING).endswith(_STOPS)


def _rivers(text: str) -> Iterator[Span]:
    """Yield the lists whose items are a label of one to four words, a headline without a stop, and a teaser."""
    lines = [(found.start(), found.end(), found[0].split(maxsplit=_LABEL_WORDS + 1)) for found in _LINE.finditer(text)]
    open_lines = [not _is_closed(text[start:end]) for start, end, _ in lines]
    labels = [
        k for k in range(len(lines) - 1)
        if open_lines[k] and open_lines[k + 1] and _is_label(lines[k][2]) and len(lines[k + 1][2]) > _LABEL_WORDS
    ]  # fmt: skip
    row: list[int] = []
    for k in (*labels, None):
        if row and (k is None or k - row[-1] > _ITEM_LINES + 1):
            if len(row) >= _LABELS:
                yield lines[row[0]][0], lines[min(row[-1] + _ITEM_LINES - 1, len(lines) - 1)][1]
            row = []
        if k is not None:
            row.append(k)


def _is_label(words: list[str]) -> bool:
    """Whether a line can name a section; one with a figure dates or counts, as the headings of a chronicle do."""
    return len(words) <= _LABEL_WORDS and words[0][0].isupper() and not any(word[0].isdigit() for word in words)
