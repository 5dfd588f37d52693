"""Dates meet triggers: which happening of its clause a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.dates import Precision
from raidline.extract.clauses import clause_at, split_clauses
from raidline.extract.sentences import Span
from raidline.extract.timex import Timex
from raidline.extract.triggers import Trigger, find_triggers
from raidline.lexicon.patterns import words_source
from raidline.models import Kind

# How far, in words, a verb reaches for its object, and a date for the noun it modifies.
_OBJECT_REACH = 14
_MODIFIED_REACH = 2
_VERB_REACH = 6
# What may stand between a noun and its participle or passive: "raids conducted", "the suit was first filed".
_PASSIVE = re.compile(r"\s+(?:(?:was|were|is|are|be|been|being|has|have|had|that|which|first|\w+ly)\s+)*")


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated act: the time expression, the trigger that names it, its clause, and the kind that follows."""

    timex: Timex
    trigger: Trigger
    clause: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of the text that was not made an event, and why."""

    start: int
    end: int
    reason: str


@cache
def _aside() -> re.Pattern[str]:
    """Words before a date that make it a limit or a comparison, not the time of the act."""
    return re.compile(words_source(lexicon.load("asides")["before_a_date"]) + r"\s+(?:the\s+)?$")


def find_happenings(text: str, sentence: Span, timexes: Sequence[Timex]) -> tuple[list[Happening], list[Skipped]]:
    """Return the dated happenings of one sentence in order, and the dates that belong to none."""
    found: list[Happening] = []
    skipped: list[Skipped] = []
    clauses = split_clauses(text, sentence, [(t.start, t.end) for t in timexes])
    triggers = [_clear_of(timexes, find_triggers(text, clause)) for clause in clauses]
    for timex in timexes:
        if timex.edtf is None:
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' gives no calendar date"))
        elif _aside().search(text, max(sentence[0], timex.start - 30), timex.start):
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' is a limit, not the time of an act"))
        else:
            at = clause_at(clauses, timex.start)
            if (trigger := _governing(text, timex, triggers, clauses, at)) is None:
                skipped.append(Skipped(timex.start, timex.end, f"no act is named beside '{timex.text}'"))
            else:
                own = clauses[clause_at(clauses, trigger.start)]
                found.append(Happening(timex, trigger, own, _kind(text, trigger, own)))
    return found, skipped


def _clear_of(timexes: Sequence[Timex], triggers: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what is part of a time expression: the month of March is no protest."""
    return [t for t in triggers if not any(x.start < t.end and t.start < x.end for x in timexes)]


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _governing(text: str, timex: Timex, triggers: list[list[Trigger]], clauses: list[Span], at: int) -> Trigger | None:
    """Return the trigger the date belongs to: in its own clause, or in the next one after an opening date."""
    ranked = sorted(triggers[at], key=lambda t: -_nearness(text, timex, t))
    if best := next((t for t in ranked if _carries(text, t, clauses[at])), None):
        return _governing_verb(text, timex, best, triggers[at])
    # "On March 3 (a Friday), agents arrested ..."; "Weeks after the vote, on May 2, ..."
    alone = not text[timex.end : clauses[at][1]].strip(" ,—–-:")
    if alone and at + 1 < len(clauses):
        following = [t for t in triggers[at + 1] if _carries(text, t, clauses[at + 1])]
        return following[0] if following else None
    return None


def _nearness(text: str, timex: Timex, trigger: Trigger) -> float:
    """Order triggers by how directly they take the date; the numbers only rank."""
    if trigger.start >= timex.end:
        gap = text[timex.end : trigger.start]
        words = len(gap.split())
        if trigger.role == "event" and words <= _MODIFIED_REACH and "," not in gap and not _prepositional(text, timex):
            return 100 - words
        if trigger.is_verb and words == 0:
            return 80
        return 50 - 3 * words + (4 if trigger.is_verb else 0)
    words = _words(text, trigger.end, timex.start)
    return 70 - 3 * words - (2 if trigger.role == "light" else 0)


def _prepositional(text: str, timex: Timex) -> bool:
    """Whether the date stands in a phrase of its own ("in January"), so that it modifies no noun after it."""
    before = text[max(0, timex.start - 12) : timex.start].split()
    return (
        bool(before)
        and before[-1].lower() in {"on", "in", "since", "until", "by", "during"}
        and not (
            text[timex.end : timex.end + 2].startswith(("'s", "’s")) or timex.text.endswith(("'s", "’s", "s'", "s’"))
        )
    )


def _carries(text: str, trigger: Trigger, clause: Span) -> bool:
    return trigger.role != "light" or _object(text, trigger, clause) is not None


def _governing_verb(text: str, timex: Timex, noun: Trigger, triggers: Sequence[Trigger]) -> Trigger:
    """Return the verb whose object a noun before the date is ("released a report on Tuesday"), else the noun.

    Speech takes only days for itself: "said raids in March were wrong" dates the raids.
    """
    if noun.is_verb or noun.start > timex.start:
        return noun
    verbs = [
        t for t in triggers if t.is_verb and t.end <= noun.start and _words(text, t.end, noun.start) <= _VERB_REACH
    ]
    if not verbs or (verbs[-1].role == "say" and not _is_day(timex)):
        return noun
    return verbs[-1]


def _is_day(timex: Timex) -> bool:
    return timex.edtf is not None and timex.edtf.precision in {Precision.DAY, Precision.SECOND}


def _object(text: str, verb: Trigger, clause: Span) -> Trigger | None:
    """Return the noun a verb brings about: its object, or the noun it is a participle or passive of."""
    nouns = [t for t in find_triggers(text, clause) if t.role == "event"]
    before = [t for t in nouns if t.end <= verb.start]
    if before and _PASSIVE.fullmatch(text, before[-1].end, verb.start):
        return before[-1]
    for noun in nouns:
        if noun.start >= verb.end and _words(text, verb.end, noun.start) <= _OBJECT_REACH:
            return noun
    if before and _words(text, before[-1].end, verb.start) <= _VERB_REACH:
        return before[-1]
    return None


def _kind(text: str, trigger: Trigger, clause: Span) -> Kind:
    if trigger.role in {"bring", "light"} and (thing := _object(text, trigger, clause)):
        return thing.kind
    if trigger.role == "say":
        # "said in open court", "told a hearing": where it is said makes it a hearing
        said_at = [t for t in find_triggers(text, clause) if t.role == "event" and t.kind is Kind.HEARING]
        return Kind.HEARING if said_at else trigger.kind
    return trigger.kind
