"""Other numbers that an article gives for the same people: "83 were arrested ... officials later said 112"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from raidline import lexicon
from raidline.counts.people import one_count
from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts
from raidline.extract.text.numbers import find_numbers
from raidline.extract.text.sentences import Span, split_sentences
from raidline.lexicon.wordlists import WordList, compile_words

_OF_PEOPLE = ("arrested", "detained", "deported", "dead", "hurt", "protesters")
_BEFORE = 80  # characters before a number that stands for itself
_FOR_ITSELF = re.compile(
    r"(?:\b(?:number|figure|total|count|tally|toll)\b[^.;:]{0,50}?\b(?:at|to|was|is)|\b(?:later|since)\s+(?:said|told|reported|counted)"
    r"(?:\s+that)?(?:\s+it\s+was)?|\b(?:revised|corrected|raised|lowered|updated)\s+(?:it|that|this)\s+to)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:)—–“”\"]|$|\s(?:people|in|on|after|and|but)\b)")


def recounted(
    text: str, counts: Mapping[str, Count], own: Span, behind: Sequence[Span], again: Sequence[Span]
) -> tuple[tuple[str, Count, Span], ...]:
    """Return each sentence that gives a number for what is counted, if two of them exclude each other; else nothing.

    `own` is the sentence of the happening, `behind` the undated stretches after its sentences, `again` the other
    sentences that report it. The keys are those of `counts`.
    """
    found: list[tuple[str, Count, Span]] = []
    for key in (one for one in counts if one in _OF_PEOPLE):
        told = [
            *_own(text, counts[key], own),
            *_again(text, key, counts[key], again),
            *_corrected(text, key, counts[key], behind),
        ]
        given = list(dict.fromkeys(told))
        if any(not counts[key].meets(count) for count, _ in given):
            found += ((key, count, sentence) for count, sentence in sorted(given, key=lambda pair: pair[1]))
    return tuple(found)


def _own(text: str, held: Count, own: Span) -> Iterator[tuple[Count, Span]]:
    """Yield what the sentence of the happening gives; its other numbers may belong to its other dates."""
    if any(number.count == held for number in find_numbers(text, own)):
        yield held, own
    if not _words()["others"].search(text, *own):
        yield from ((count, own) for count in _for_itself(text, own))


def _again(text: str, key: str, held: Count, again: Sequence[Span]) -> Iterator[tuple[Count, Span]]:
    for sentence in again:
        if any(number.count == held for number in find_numbers(text, sentence)):
            yield held, sentence
        elif not _words()["others"].search(text, *sentence):
            yield from ((count, sentence) for count in _numbers(text, sentence, key))


def _corrected(text: str, key: str, held: Count, behind: Iterable[Span]) -> Iterator[tuple[Count, Span]]:
    words = _words()
    for sentence in _sentences(text, behind):
        corrected = words["corrected"].search(text, *sentence)
        if not (corrected or words["told"].search(text, *sentence)) or words["others"].search(text, *sentence):
            continue
        for count in _numbers(text, sentence, key):
            if corrected or (count.low or 0) > (held.high or held.low or 0):
                yield count, sentence


def _sentences(text: str, stretches: Iterable[Span]) -> Iterator[Span]:
    for first, last in stretches:
        yield from ((first + start, first + end) for start, end in split_sentences(text[first:last]))


def _numbers(text: str, sentence: Span, key: str) -> Iterator[Count]:
    """Yield the number of the key in a sentence, and one that corrects it without naming again what is counted."""
    counted = find_counts(text, sentence)
    yield from (count for what, count in counted.items() if one_count(what) == one_count(key))
    yield from _for_itself(text, sentence)


def _for_itself(text: str, sentence: Span) -> Iterator[Count]:
    for number in find_numbers(text, sentence):
        before = text[max(sentence[0], number.start - _BEFORE) : number.start]
        if _FOR_ITSELF.search(before) and _ENDS.match(text, number.end, sentence[1]):
            yield number.count


@cache
def _words() -> dict[str, WordList]:
    return {row["name"]: compile_words(row["words"]) for row in lexicon.load("recounts")}
