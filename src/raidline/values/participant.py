"""Who takes part in a happening: a body, a paper, or one of many whose name is not given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParticipantKind(StrEnum):
    """What sort of participant it is."""

    BODY = "body"  # a public body of which there is only one: "ICE"
    PAPER = "paper"  # a paper or station, as written: "Herald"
    CLASS = "class"  # one of many whose name is not given: "police", "court", "reporters"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in a happening: two of one class may differ, two with one name are the same."""

    kind: ParticipantKind
    name: str

    @property
    def is_named(self) -> bool:
        """Whether the name identifies it."""
        return self.kind is not ParticipantKind.CLASS
