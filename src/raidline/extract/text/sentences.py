"""Sentences of an article, as spans of its untouched text."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.wrapping import unwrapped

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\n\s*")
# The numbers of footnotes belong to what they stand behind: "Agents left. [ 12 ] The mayor ..."
_STOP = re.compile(r"(?P<mark>[.!?…](?<![.!?…].)[.!?…]*[\"'”’»)\]*_]*)(?:\s*\[\s*\d{1,3}\s*\])*(?=\s)")
_OPENS = re.compile(r"\s+[\"'“‘«(\[*_]*([A-ZÀ-Þ0-9¿¡][\w’'-]*)")
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]\.)+$")
_LONGEST = 40  # characters; no abbreviation is longer
_DASH = re.compile(r" (?:--|—|–) (?=[A-Z“\"])")
# A dateline with its state or its agency, where a page ran its title, byline and stamp into the report: "By Ann Lee
# 6:22PM AUSTIN, Texas (AP) -- Agents ..."
_DATELINE = re.compile(
    r"(?<![\w.’'-])[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}"
    r"(?:, [A-Z][a-z]*\.?(?:[A-Z]\.|(?: [A-Z][a-z]+){0,2})(?: \([^()\n]{2,30}\))?| \([A-Z][A-Z0-9/ -]+\))\Z"
)
_WORD = re.compile(r"\S+")
_LONGEST_DATELINE = 80  # characters, with the word before


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = lexicon.load("abbreviations")
    return frozenset(data["before_a_name"]), frozenset(data["may_end"]), frozenset(data["starters"])


@cache
def _beside_a_dateline() -> frozenset[str]:
    return frozenset(lexicon.load("abbreviations")["beside_a_dateline"])


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`, in order, half-open, without surrounding white space."""
    spans: list[Span] = []
    start = 0
    text = unwrapped(text)
    for stop in _PARAGRAPH.finditer(text):
        spans += _split_paragraph(text, start, stop.start())
        start = stop.end()
    return spans + _split_paragraph(text, start, len(text))


def _split_paragraph(text: str, start: int, end: int) -> list[Span]:
    spans = []
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_here(text, start, stop, end):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, end))
    if _DASH.search(text, spans[0][0], end):
        spans = [part for span in spans for part in _parted(text, *span)]
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _parted(text: str, start: int, end: int) -> list[Span]:
    """Return a sentence in two, if a dateline in it shows that something else of the page ran into the report."""
    for dash in _DASH.finditer(text, start, end):
        near = max(start, dash.start() - _LONGEST_DATELINE)
        if opening := _DATELINE.search(text[near : dash.start()]):
            at = near + opening.start() + _furniture_in(opening[0])
            before = text[start:at].split()
            runs_on = before and (not before[-1].islower() or before[-1].endswith("."))
            return [(start, at), (at, end)] if runs_on else [(start, end)]
    return [(start, end)]


def _furniture_in(dateline: str) -> int:
    """Return how many characters of "AM EDT SHARE RENO, Nev." are the page's."""
    words = [word.end() for word in _WORD.finditer(dateline.partition(",")[0]) if word[0] in _beside_a_dateline()]
    return words[-1] + 1 if words and words[-1] < len(dateline.partition(",")[0]) else 0


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)


def _ends_here(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    opens = _OPENS.match(text, stop.end(), end)
    if not opens:
        return False
    mark = stop["mark"]
    if mark.rstrip("\"'”’»)]*_") != ".":
        return mark[0] in "!?" or mark[0] == "…" or opens[1][0].isupper()
    before_name, may_end, starters = _abbreviations()
    near = max(start, stop.start() - _LONGEST)
    word = text[max(near, text.rfind(" ", near, stop.start()) + 1) : stop.start()].lstrip("(“\"'‘[*_#") + "."
    word = word.rpartition("-")[2]  # "then-Gov."
    if word in before_name:
        return opens[1] in starters and not opens[1][0].isdigit() and word[0].islower()
    if word in may_end or _INITIAL.search(text, max(start, stop.start() - 12), stop.start() + 1):
        return opens[1] in starters
    return True
