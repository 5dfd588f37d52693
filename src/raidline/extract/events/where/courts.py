"""Where a court sits that nothing places: "A federal judge ordered the release of a man arrested in Duluth"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline.extract.events.event_mentions import Happening
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import placewords, pointing
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import resolve

_JUDGE = re.compile(r"\b[Jj]udge\b|\b[Mm]agistrate\b")
_OF_THE_NATION = re.compile(
    r"\b(?:[Ff]ederal|[Ii]mmigration|U\.S\.\s(?:[Dd]istrict|[Mm]agistrate))\s(?:[Cc]ourt\s)?(?:[Jj]udge|[Mm]agistrate)\b"
)
_WIRE = 20  # characters between a dateline and its dash: " (Wire)"
_ARRESTED = re.compile(r"\b(?:arrested|detained|held|taken|picked\sup|seized|stopped|living|lives|works|worked)\b")

_SUBJECT = re.compile(
    r"(?:—|–|--?|_)\s+(?:[Aa]|[Tt]he)\s(?:[\w.-]+\s){0,4}?(?:court|judge|judges|magistrate|panel|jury)\b(?!\sin\b)"
)
_IN_COURT = re.compile(r"\b(?:sentenced|convicted|indicted|acquitted|arraigned|plead(?:ed|s)?|pled|sentencing)\b")
_SENTENCED = re.compile(r"\b(?:sentenced|convicted|indicted|acquitted|arraigned)\b")


def filed(text: str, happening: Happening, named: Sequence[PlaceMention]) -> Jurisdiction | None:
    """Return the town of the dateline of a sentence in which a court acts that no other town is told for.

    "RICHMOND, Va. - A federal appeals court revived an ordinance of Reno", "JACKSON, Miss. - A manager of a plant in
    Canton was sentenced".
    """
    first, *others = named or (None,)
    if first is None or not others or not first.how.startswith(DATELINE) or happening.clause[0] > first.end + _WIRE:
        return None
    trigger = happening.trigger
    subject = _SUBJECT.search(text, first.end, trigger.start)
    if subject and subject.start() - first.end <= _WIRE:
        sits_there = "appeals" not in subject[0] or first.jurisdiction in _circuit_seats()
        return first.jurisdiction if sits_there else None
    is_sentenced = happening.kind is Kind.RULING and _SENTENCED.search(text, trigger.start, trigger.end)
    return first.jurisdiction if is_sentenced and all(one.end <= trigger.start for one in others) else None


def session(text: str, happening: Happening, before: Sequence[PlaceMention]) -> Jurisdiction | None:
    """Return where somebody pleads or is sentenced whose own sentence names no place: in the court told of `before`.

    Or else where a report is filed that opens with a court.
    """
    if happening.kind is not Kind.RULING or not _IN_COURT.search(text, happening.trigger.start, happening.trigger.end):
        return None
    if told := pointing.place_of_site("court", text, before):
        return told.jurisdiction
    first = before[0] if before else None
    if first is None or not first.how.startswith(DATELINE):
        return None
    opening = text[first.end : text.find("\n", first.end)]
    return first.jurisdiction if _SENTENCED.search(opening) or _JUDGE.search(opening) else None


@cache
def _circuit_seats() -> frozenset[Jurisdiction]:
    return frozenset(map(resolve, placewords.table("circuit_seats").values()))


def seat(
    text: str, clause: Span, sentence: Span, named: Sequence[PlaceMention], state: Jurisdiction | None
) -> Jurisdiction | None:
    """Return where a judge of the nation is who acts in a clause, if its sentence places only the arrest he decides of.

    That is the town of the dateline, or else the state.
    """
    filed = next((one.jurisdiction for one in named if one.how.startswith(DATELINE)), None)
    scenes = [one for one in named if one.role == "scene" and not one.how.startswith(DATELINE)]
    judge = _JUDGE.search(text, *clause)
    if not (judge and scenes and _OF_THE_NATION.search(text, 0, clause[1])):
        return None
    arrested = _ARRESTED.search(text, judge.end(), sentence[1])
    is_elsewhere = arrested is not None and all(scene.start > arrested.end() for scene in scenes)
    return (filed or state) if is_elsewhere else None
