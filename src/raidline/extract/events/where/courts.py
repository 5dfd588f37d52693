"""Where a court sits that nothing places: "A federal judge ordered the release of a man arrested in Duluth"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.text.sentences import Span
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.places.jurisdiction import Jurisdiction

_JUDGE = re.compile(r"\b[Jj]udge\b|\b[Mm]agistrate\b")
_OF_THE_NATION = re.compile(
    r"\b(?:[Ff]ederal|[Ii]mmigration|U\.S\.\s(?:[Dd]istrict|[Mm]agistrate))\s(?:[Cc]ourt\s)?(?:[Jj]udge|[Mm]agistrate)\b"
)
_ARRESTED = re.compile(r"\b(?:arrested|detained|held|taken|picked\sup|seized|stopped|living|lives|works|worked)\b")


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
