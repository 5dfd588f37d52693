"""How many of whom, where no column says it: by the title of an event, and by what a list of one number counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts
from raidline.extract.events.actors import find_agencies
from raidline.extract.events.triggers import find_triggers
from raidline.importing.tables.headings import plain_heading
from raidline.interchange.cells import is_count
from raidline.models import Kind

_HEAD = 30  # characters of a title in which the one who acts is named
_LONGEST = 300  # characters of a title
# What headlines say shorter: "9 people taken off a bus" is that they were; to pull somebody out is to detain them.
_NOUN_TAKEN = re.compile(
    r"(\d\+? (?:[a-z]+ )?(?:people|men|women|workers|passengers|riders|staff|laborers|residents|drivers|migrants))"
    r" ((?:taken|pulled|removed|hauled|led|handed)\b)",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:pull(?:ed|s)?|grab(?:bed|s)?|haul(?:ed|s)?(?: off| away)?|hand(?:ed|s)?(?: over)?) "
    r"(?=(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b))",
    re.IGNORECASE,
)
_DONE_TO_PEOPLE = frozenset(("arrested", "detained", "deported", "dead", "hurt"))
_TAKEN = frozenset(("arrested", "detained", "deported"))
_HARMED = frozenset(("dead", "hurt", "injured", "killed"))
_COUNTED = {
    Kind.OPERATION: _DONE_TO_PEOPLE,
    Kind.INCIDENT: _DONE_TO_PEOPLE - {"deported"},
    Kind.PROTEST: frozenset(("protesters",)),
}
_PEOPLE = re.compile(r"\b(?:people|ppl|persons|individuals|indiv|how many|personas|affected|impacted|victims?|taken)\b")


@lru_cache(maxsize=8_192)
def counts_told(title: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Return the numbers of those to whom an act of a kind was done, or who took part in it, as a title tells them.

    Kinds that speak of what was done before, such as rulings, have none.
    """
    wanted = _COUNTED.get(Kind(kind), frozenset())
    if not wanted or not title:
        return ()
    text = _NOUN_TAKEN.sub(r"\g<1> were \g<2>", _TAKES.sub("detained ", title[:_LONGEST]))
    found = find_counts(text, (0, len(text)))
    return tuple((name, count.text) for name, count in found.items() if name in wanted)


def kind_of_counts(counts: Mapping[str, str]) -> str:
    """Return the kind of an event of which only numbers are known: some arrested, or hurt; "" if they leave it open."""
    some = {name for name, text in counts.items() if is_count(text) and (Count.parse(text).low or 0) > 0}
    if some & _TAKEN:
        return Kind.OPERATION.value
    if "protesters" in some:
        return Kind.PROTEST.value
    return Kind.INCIDENT.value if some & _HARMED else ""


@lru_cache(maxsize=8_192)
def agency_told(title: str, kind: str) -> tuple[str, ...]:
    """Return the agencies that act in the title of an operation: those named before what is done, or at its head."""
    if kind != Kind.OPERATION or not title:
        return ()
    text = title[:_LONGEST]
    if not find_agencies(text, (0, len(text))):  # which is quick
        return ()
    done = next((one.start for one in find_triggers(text, (0, len(text)))), 0)
    return find_agencies(text, (0, done or min(len(text), _HEAD)))


@lru_cache(maxsize=4_096)
def group_counted(cell: str, kind: str, heading: str) -> str:
    """Return what a number under a heading such as "Count" counts, by the words beside it in the column of kinds.

    "Arrest" counts those arrested, a march those who march; of a raid, "People" are those who were taken. "" if the
    words leave it open: five raids may be five.
    """
    words = plain_heading(cell).split()
    found = {_groups()[word] for word in words if word in _groups()}
    if len(found) == 1:
        return found.pop()
    if kind == Kind.PROTEST:
        return "protesters"
    return "detained" if kind == Kind.OPERATION and _PEOPLE.search(plain_heading(heading)) else ""


@cache
def _groups() -> dict[str, str]:
    groups = lexicon.load("heading_words")["counts"]
    return {plain_heading(word): name for name, words in groups.items() for word in words}
