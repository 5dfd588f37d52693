"""Questions that head their answers: what is asked is not told, and a short answer tells of its question.

"**What happened on Tuesday?**" dates its answer, "**When did the county sign?** In March 2029." is told by both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_MARKS = " \t#*_>•·-\r"
_ASKED = re.compile(r"[#*_>\s]*(?:Q(?:uestion)?\s?[:.]\s*)?[*_\s]*(?P<word>[A-Z][a-z]+)\b[^\n?]*\?[*_]*$")
_ANSWER = re.compile(r"[*_\s]*(?:A(?:nswer)?\s?[:.]\s*)?[*_\s]*")
_SHORT = 8  # words of an answer that is no sentence of its own
_FAR = 40  # characters of marks and white space between a question and its answer


def questions(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Return the sentences that are a question with a line, or the beginning of one, to itself, in order."""
    found = ((span, _ASKED.fullmatch(text, *span)) for span in sentences if _begins_a_line(text, span))
    return [span for span, asked in found if asked and (_is("open", asked["word"]) or _is("closed", asked["word"]))]


def with_short_answers(
    text: str, sentences: Sequence[Span], asked: Collection[Span], timexes: Sequence[Timex]
) -> list[Span]:
    """Return the sentences, each question for a day together with an answer of a few words that has one."""
    told: list[Span] = []
    for span in sentences:
        last = told[-1] if told else None
        if last and last in asked and _is_short_answer(text, last, span, timexes):
            told[-1] = (last[0], span[1])
        else:
            told.append(span)
    return told


def untold(text: str, sentences: Sequence[Span], asked: Collection[Span], answers: Collection[Span]) -> set[Span]:
    """Return the questions that leave all to their answer, which is among `answers`: "What happened on Tuesday?"."""
    pairs = (pair for pair in pairwise(sentences) if pair[0] in asked)
    return {question for question, span in pairs if span in answers and _words("anything").search(text, *question)}


def denied(text: str, sentences: Sequence[Span], asked: Collection[Span]) -> set[Span]:
    """Return the questions that are answered with no: "Did agents come to the school on Tuesday? No."."""
    return {question for question, span in pairwise(sentences) if question in asked and _no().match(text, *span)}


def answered(
    text: str, sentences: Sequence[Span], asked: Collection[Span], timexes: Sequence[Timex]
) -> dict[Span, Timex]:
    """Return for each first sentence of an answer without a date that of its question, if that takes it for granted.

    "What happened on Tuesday?" does, "Did agents come on Tuesday?" does not.
    """
    found: dict[Span, Timex] = {}
    for question, span in pairwise(sentences):
        opening = _ASKED.fullmatch(text, *question) if question in asked else None
        if opening and _is("open", opening["word"]) and span not in asked and not _within(timexes, span):
            days = [one for one in _within(timexes, question) if one.edtf]
            found |= {span: days[0]} if len(days) == 1 else {}
    return found


@cache
def _words(name: str) -> WordList:
    return compile_words(lexicon.load("asked")[name])


def _is(name: str, word: str) -> bool:
    return bool(_words(name).fullmatch(word))


@cache
def _no() -> re.Pattern[str]:
    """Match an answer that denies; "No, it was on Friday" does not."""
    return re.compile(_ANSWER.pattern + words_source(lexicon.load("asked")["no"]) + r"\s*[.!]")


def _begins_a_line(text: str, span: Span) -> bool:
    return not text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip(_MARKS)


def _is_short_answer(text: str, question: Span, span: Span, timexes: Sequence[Timex]) -> bool:
    if not _words("which_day").search(text, *question) or span[0] - question[1] > _FAR:
        return False
    start = _ANSWER.match(text, span[0], span[1])
    words = text[start.end() if start else span[0] : span[1]].split()
    return len(words) <= _SHORT and any(one.edtf for one in _within(timexes, span))


def _within(timexes: Sequence[Timex], span: Span) -> Sequence[Timex]:
    first, last = (bisect_left(timexes, at, key=lambda one: one.start) for at in span)
    return timexes[first:last]
