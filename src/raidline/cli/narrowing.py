"""The filter of a review as it is typed between two candidates: kinds, a salience, places."""

from __future__ import annotations

from dataclasses import dataclass, field

from raidline.cli.selection import choices, places_of
from raidline.errors import RaidlineError
from raidline.models import Kind
from raidline.review.choosing import Filter

QUESTION = "only which? a kind, a salience from 0 to 1, a place; several with ; between them; Enter for all:"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A filter, how it was typed, and how its places were read."""

    wanted: Filter = field(default_factory=Filter)
    typed: str = ""
    remarks: tuple[str, ...] = ()


def narrowed(typed: str) -> Narrowed:
    """Return what a line such as "operation; 0.5; Travis County" asks for; RaidlineError if it cannot be read."""
    kinds: list[str] = []
    places: list[str] = []
    least = 0.0
    parts = [part.strip() for part in typed.split(";") if part.strip()]
    for part in parts:
        if (number := _number(part)) is not None:
            least = number
        elif part.lower() in {kind.value for kind in Kind}:
            kinds.append(part)
        else:
            places.append(part)
    found, remarks = places_of(places) if places else ([], [])
    wanted = Filter(tuple(choices(Kind, "kind", kinds)), least, places=[one for one in found if one])
    return Narrowed(wanted, "; ".join(parts), tuple(remarks))


def _number(part: str) -> float | None:
    try:
        number = float(part.replace(",", "."))
    except ValueError:
        return None
    if 0 <= number <= 1:
        return number
    if part.isdigit():
        return None  # a FIPS code
    raise RaidlineError(f"{part} is no salience; it goes from 0 to 1")
