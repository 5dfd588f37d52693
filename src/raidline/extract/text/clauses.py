"""Clauses: the parts of a sentence that each report one happening.

There is no parser: a clause ends where punctuation or a subordinating word begins another. A fronted phrase ("On
Monday,") belongs to the clause it opens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span


@cache
def _boundary() -> re.Pattern[str]:
    words = lexicon.load("clauses")
    opens = "|".join(words["subordinators"])
    not_after_that = "|".join(words["that_as_determiner_before"])
    marks = r"[;:]\s|\s[—–]\s|[—]|\s--\s|[“”\"()\[\]]|,[”\"’]\s"
    joined = rf",\s+(?:{'|'.join(words['coordinators'])})\s+"
    resumed = rf",\s+(?=(?:{'|'.join(words['resuming_verbs'])})\b)"
    that = rf"(?<![\w-])that\s+(?!(?:{not_after_that})\b)"
    return re.compile(
        # none of these begins within a word, which is said first
        rf"(?!(?<=\w)\w)(?:(?P<mark>{marks})|(?P<joined>{joined})|(?P<resumed>{resumed})|(?P<that>{that})|(?<![\w’'-])(?:{opens})\s+)"
    )


# Short parentheses inside a clause: "(ICE)", the so-called “sanctuary op,” ...
_PARENTHESIS = re.compile(r"\([^()\n]{1,24}\)|\[[^\[\]\n]{1,24}\]|“[^“”\n]{1,32}”|\"[^\"\n]{1,32}\"")


# "The case goes before the court": no clause begins at "before".
_COMES_BEFORE = re.compile(r"\b(?:go|goes|went|going|come|comes|came|appear|appears|appeared|argued)\s$")
_AGAINST = frozenset({"but", "yet"})  # "and" and "or" may go on to another day
_SHORTEST_TOLD = 5  # words
# "in Reno, Nevada, and Austin, Texas, on Monday": a list of places with their states continues the clause.
_NAMES = r"(?:[A-Z][\w.’'-]*[ \t]+){0,3}[A-Z][\w.’'-]*"
_CITY_AND_STATE = re.compile(rf"{_NAMES},[ \t]+{_NAMES},?$")
_AND_ANOTHER = re.compile(
    rf",?\s+(?:and|or|but)\s+(?:in\s+|near\s+)?{_NAMES},[ \t]+{_NAMES}(?:[.;]|,?\s+(?!\w+ed\b)[a-z])"
)
_LONGEST_PAIR = 60  # characters


@cache
def _speaker() -> re.Pattern[str]:
    words = lexicon.load("clauses")
    verbs, inverting = ("|".join(words[key]) for key in ("attributing_verbs", "inverting_verbs"))
    return re.compile(
        rf"\s+(?:(?:[^\s,]+\s+){{1,8}}?(?:{verbs})\b[^,]{{0,40}}|(?:{inverting})\s[^,]{{1,60}}(?:,[^,]{{1,60}})?)"
    )


def _attribution(text: str, start: int, end: int) -> int | None:
    """Return where a closing "..., the mayor said." begins, in a sentence that is more than a fronted phrase.

    This also covers "..., said the mayor, a lawyer.", which contains a comma of its own.
    """
    last = text.rfind(",", start, end)
    for comma in (last, text.rfind(",", start, max(last, start))):
        if comma < 0 or len(text[start:comma].split(maxsplit=_SHORTEST_TOLD)) < _SHORTEST_TOLD:
            return None
        if _speaker().fullmatch(text, comma + 1, end):
            return comma + 1
    return None


def _lists_places(text: str, comma: int, end: int) -> bool:
    """Whether a city and its state come before a comma and "and", and another city with its state comes after."""
    before = _CITY_AND_STATE.search(text, max(0, comma - _LONGEST_PAIR), comma)
    return bool(before and _AND_ANOTHER.match(text, comma, end))


def split_clauses(text: str, sentence: Span, keep: list[Span]) -> list[Span]:
    """Return the clauses of a sentence in order; together they cover it.

    No clause ends inside a span of `keep` (time expressions such as "a week after"), and none begins with a
    subordinating word that introduces such a span ("after Monday", "since 2014").
    """
    start, end = sentence
    parentheses = [m.span() for m in _PARENTHESIS.finditer(text, start, end)]
    clauses = []
    for match in _boundary().finditer(text, start + 1, end):
        cut = match.end() if match["mark"] else match.start() + text[match.start()].count(",")
        against = (match["joined"] or "").strip(", \n") in _AGAINST
        if any(a < cut < b or (match.end() == a and not (match["mark"] or against)) for a, b in keep):
            continue
        if match["mark"] and any(a <= match.start() < b for a, b in parentheses):
            continue
        if match[0].startswith("before") and _COMES_BEFORE.search(text, start, match.start()):
            continue
        if match["joined"] and _lists_places(text, match.start(), end):
            continue
        if cut > start and text[start:cut].strip():
            clauses.append((start, cut))
            start = cut
    clauses.append((start, end))
    told = _attribution(text, *clauses[-1])
    return clauses if told is None else [*clauses[:-1], (clauses[-1][0], told), (told, end)]


def clause_at(clauses: Sequence[Span], position: int) -> int:
    """Return the index of the clause that contains `position`."""
    for i, (a, b) in enumerate(clauses):
        if a <= position < b:
            return i
    return len(clauses) - 1
