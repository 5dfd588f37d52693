"""The models that make the decisions: those that ship with raidline, or others with the same features."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from raidline.extract.decide.loglinear import Choice, Decision, choice, decision


@dataclass(frozen=True, slots=True)
class Models:
    """A model for each decision; `core` is the probability that an event is one its article is about."""

    event: Decision
    core: Decision
    kind: Choice
    place: Decision
    retelling: Decision
    agency: Decision


@cache
def shipped() -> Models:
    """Return the models whose weights ship with raidline."""
    return Models(
        event=decision("event"),
        core=decision("core"),
        kind=choice("kind"),
        place=decision("place"),
        retelling=decision("retelling"),
        agency=decision("agency"),
    )
