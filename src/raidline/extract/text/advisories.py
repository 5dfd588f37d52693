"""Notices of what is on: in "What: a rally / When: Thursday, noon / Where: City Hall" one line dates another.

A label begins its line, or in capitals a sentence: "WHAT: Rally against the jail. WHEN: Thursday."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import alternatives, as_listed, folded

_FARTHEST = 400  # characters from one label to the next of the same notice
_MARKS = " \t\r\n*_#|"
_REACH, _LONGEST_WORD = 40, 16  # characters before a colon, and of the last word of a label


@dataclass(frozen=True, slots=True)
class Advisory:
    """A notice: what is on, with the lines behind that say when and where, and its day; `others` are its other days."""

    span: Span
    day: Timex
    others: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What stands behind a label, which is one of `what`, `when`, `more` and `aside`."""

    label: str
    start: int
    end: int


def advisories(text: str, timexes: Sequence[Timex]) -> list[Advisory]:
    """Return the notices that say what is on and on which day, in order; dates are in the order of the text."""
    return [found for block in _blocks(text) if (found := _advisory(block, timexes))]


def _advisory(block: Sequence[_Labelled], timexes: Sequence[Timex]) -> Advisory | None:
    what = next((one for one in block if one.label == "what"), None)
    when = next((one for one in block if one.label == "when"), None)
    if not (what and when):
        return None
    day = next((one for one in _within(timexes, when) if one.edtf and one.type == "DATE"), None)
    day = day or next((one for one in _within(timexes, when) if one.edtf), None)
    if not day:
        return None
    end = what.end
    for one in block[block.index(what) + 1 :]:
        if one.label == "aside":
            break
        end = one.end
    days = (one for one in _within(timexes, _Labelled("", what.start, end)) if one.type == "DATE" or one is day)
    others = tuple(one for one in days if not when.start <= one.start < when.end)
    return Advisory((what.start, end), day, others)


def _within(timexes: Sequence[Timex], part: _Labelled) -> Sequence[Timex]:
    first, last = (bisect_left(timexes, at, key=lambda one: one.start) for at in (part.start, part.end))
    return timexes[first:last]


def _blocks(text: str) -> Iterator[list[_Labelled]]:
    """Yield the runs of labels of which each is near the next; a label that was there already begins another."""
    block: list[_Labelled] = []
    for one in _labelled(text):
        if block and (
            one.start - block[-1].end > _FARTHEST or one.label in {b.label for b in block} & {"what", "when"}
        ):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _labelled(text: str) -> Iterator[_Labelled]:
    """Yield each label with what stands behind it, up to the next label or the end of its paragraph."""
    marks = list(_label().finditer(text)) if _has_a_label(text) else []  # spares time
    for number, mark in enumerate(marks):
        paragraph = text.find("\n", mark.end())
        next_mark = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        end = min(len(text) if paragraph < 0 else paragraph, next_mark)
        piece = text[mark.end() : end].rstrip(_MARKS)
        label = mark["label"] or mark["in_capitals"]
        yield _Labelled(_named()[as_listed(label)], mark.end(), mark.end() + len(piece))


def _has_a_label(text: str) -> bool:
    """Whether a colon may stand behind a label, by the letters before it."""
    at = text.find(":")
    while at >= 0:
        before = text[max(0, at - _REACH) : at].rstrip(" \t").rstrip("*_")
        if len(before) < _LONGEST_WORD or folded(before).endswith(_last_words()):
            return True
        at = text.find(":", at + 1)
    return False


@cache
def _last_words() -> tuple[str, ...]:
    return tuple({folded(label.split()[-1]) for label in _named()})


@cache
def _named() -> dict[str, str]:
    listed = lexicon.load("advisories")
    return {word: name for name in ("what", "when", "more", "aside") for word in listed[name]}


@cache
def _label() -> re.Pattern[str]:
    labels, capitals = alternatives(_named()), alternatives(map(str.upper, _named()))
    line = rf"^[ \t#>•*_|-]*(?=\w)(?P<label>(?i:{labels}))"
    sentence = rf"(?<=[.;!|]\s)(?P<in_capitals>{capitals})"
    return re.compile(rf"(?:{line}|{sentence})[*_]*[ \t]*:[*_| \t]*(?=\S)", re.MULTILINE)
