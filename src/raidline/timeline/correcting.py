"""What an earlier version of an event had wrong, and a draft of the words that tell its readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from raidline.counts.value import Count
from raidline.counts.wording import number_in_words
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.models import Status
from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import Jurisdiction
from raidline.timeline.diff import Fate
from raidline.timeline.wording import place_names

if TYPE_CHECKING:
    from raidline.timeline.build import Entry
    from raidline.timeline.diff import Change, Detail

_OPEN = {Status.PLANNED, Status.ALLEGED}  # what comes of it later does not show that the record was wrong
_Told: TypeAlias = tuple[str, str, str]  # a subject with its verb, what was given, and what is right now, if anything


def wrongs(change: Change) -> tuple[Detail, ...]:
    """Return the changes that show that the older version was wrong: in date, kind, status, place, body or number.

    A value that is only more precise now, or was missing, was not wrong; nor was another wording.
    """
    was, now = change.was, change.entry
    if change.fate is not Fate.CHANGED or was is None:
        return ()
    return tuple(detail for detail in change.details if _is_wrong(detail, now))


def is_corrected(change: Change) -> bool:
    """Whether the newer version has a correction that the older one did not have."""
    return any(detail.about == "corrections" and detail.after is not None for detail in change.details)


def drafted(change: Change) -> str:
    """Return sentences such as "The date was given as January 2017; it is February 2017."; or nothing."""
    was = change.was
    if was is None:
        return ""
    found = dict.fromkeys(told for detail in wrongs(change) for told in _told(detail, was, change.entry))
    return " ".join(_sentence(*told) for told in found)


def _sentence(subject: str, before: str, after: str) -> str:
    return f"{subject} given as {before}; " + (f"it is {after}." if after else "that is taken back.")


def _told(detail: Detail, was: Entry, now: Entry) -> Iterator[_Told]:
    match detail.about, detail.before, detail.after:
        case "date", Edtf() as old, Edtf() as new:
            yield "The date was", in_words(old), in_words(new)
        case "places", _, _:
            yield "The place was", "; ".join(place_names(was)), "; ".join(place_names(now))
        case "agencies", _, _:
            yield "The acting body was", ", ".join(was.event.agencies), ", ".join(now.event.agencies)
        case "counts", old, new:
            yield f"The {number_in_words(detail.counted)} was", str(old), str(new) if new else ""
        case about, old, new:
            yield f"The {about} was", str(old), str(new)


def _is_wrong(detail: Detail, now: Entry) -> bool:  # noqa: PLR0911 - one case for each subject
    match detail.about, detail.before, detail.after:
        case "date", Edtf() as old, Edtf() as new:
            return not old.holds(new)
        case "kind", _, _:
            return True
        case "status", old, _:
            return old not in _OPEN
        case "places", Jurisdiction() as old, None:  # nothing within it stands in its stead
            return not any(is_mostly_in(within(place, old)) for place in now.jurisdictions)
        case "counts", Count() as old, new:
            return not (isinstance(new, Count) and _allows(old, new))
        case "places" | "agencies", old, None:
            return old is not None
    return False


def _allows(old: Count, new: Count) -> bool:
    """Whether every number that the newer count allows is one that the older one allowed."""
    low = old.low is None or (new.low is not None and new.low >= old.low)
    return low and (old.high is None or (new.high is not None and new.high <= old.high))
