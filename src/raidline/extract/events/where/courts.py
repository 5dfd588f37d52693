"""Where a court sits that nothing places: "A federal judge ordered the release of a man arrested in Duluth"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.text.sentences import Span
from raidline.extract.toponyms.mentions import PlaceMention

_JUDGE = re.compile(r"\b[Jj]udge\b|\b[Mm]agistrate\b")
_OF_THE_NATION = re.compile(
    r"\b(?:[Ff]ederal|[Ii]mmigration|U\.S\.\s(?:[Dd]istrict|[Mm]agistrate))\s(?:[Cc]ourt\s)?(?:[Jj]udge|[Mm]agistrate)\b"
)
_ARRESTED = re.compile(r"\b(?:arrested|detained|held|taken|picked\sup|seized|stopped|living|lives|works|worked)\b")


def is_elsewhere(text: str, clause: Span, sentence: Span, named: Sequence[PlaceMention]) -> bool:
    """Whether a judge of the nation acts in a clause, and its sentence places only the arrest of which he decides."""
    judge, scenes = _JUDGE.search(text, *clause), [one for one in named if one.role == "scene"]
    if not (judge and scenes and _OF_THE_NATION.search(text, 0, clause[1])):
        return False
    arrested = _ARRESTED.search(text, judge.end(), sentence[1])
    return arrested is not None and all(scene.start > arrested.end() for scene in scenes)
