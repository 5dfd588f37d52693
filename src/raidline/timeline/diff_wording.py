"""The changes between two versions of an event in words that a reader understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.counts.value import Count
from raidline.counts.wording import count_in_words
from raidline.dates.value import Edtf
from raidline.dates.words import in_brackets, in_words
from raidline.models import Correction
from raidline.places.jurisdiction import Jurisdiction
from raidline.timeline.build import Citation
from raidline.timeline.diff import Dispute
from raidline.timeline.wording import citation_in_words, claim_in_words, correction_in_words, place_name

if TYPE_CHECKING:
    from raidline.timeline.diff import Detail

_MORE = {
    "places": "also placed in",
    "agencies": "agency added:",
    "related": "linked with",
    "sources": "newly sourced:",
    "conflict": "newly disputed:",
}
_FEWER = {
    "places": "no longer placed in",
    "agencies": "agency taken out:",
    "related": "no longer linked with",
    "sources": "no longer sourced:",
    "conflict": "no longer disputed:",
    "counts": "no longer says",
}


def detail_in_words(detail: Detail) -> str:  # noqa: PLR0911, PLR0912 - one case for each subject
    """Return one change, such as "moved from February 2017 to March 1, 2017"."""
    match detail.about, detail.before, detail.after:
        case "id", old, _:
            return f"has a new id (was {old})"
        case "date", Edtf() as old, Edtf() as new:
            return _moved(old, new, detail.because)
        case "title", old, _:
            return f"title corrected (was “{old}”)"
        case "kind", old, new:
            return f"kind corrected to {new} (was {old})"
        case "status", old, new:
            return f"now {new} (was {old})"
        case "counts", old, Count() as new:
            return f"now {count_in_words(detail.counted, new)}" + (f" (was {old})" if old else "")
        case "summary" | "notes" as about, old, new:
            return f"{about} {_done(old, new, 'rewritten')}"
        case "quote", Citation() as old, Citation() as new:
            return f"quote {_done(old.quote, new.quote, 'corrected')} ({new.publisher})"
        case "reference", _, Citation() as new:
            return f"reference corrected: {citation_in_words(new)}"
        case "corrections", None, Correction() as new:
            return correction_in_words(new)
        case "corrections", Correction() as old, _:
            return f"no longer says: {correction_in_words(old)}"
        case "updated", _, Edtf() as new:
            day = Edtf.parse(new.text.partition("T")[0])  # the second is for machines and stays in the record
            return f"marked as updated {in_words(day)}"
        case about, None, new:
            return f"{_MORE[about]} {_member(detail, new)}"
        case about, old, _:
            return f"{_FEWER[about]} {_member(detail, old)}"


def _member(detail: Detail, value: object) -> str:
    match value:
        case Citation():
            return citation_in_words(value)
        case Dispute():
            return claim_in_words(value.about, value.claim)
        case Count():
            return count_in_words(detail.counted, value)
        case Jurisdiction():
            return place_name(value)
    return str(value)


def _done(old: object, new: object, altered: str) -> str:
    return "added" if old is None else "taken out" if new is None else altered


def _moved(old: Edtf, new: Edtf, because: Citation | None) -> str:
    """Return how a date changed: more precise (since which source), less precise, or moved."""
    if old.bounds() == new.bounds():
        return f"dated {in_words(new)} {in_brackets(old, 'was ')}"
    if old.holds(new):
        source = f"newly sourced: {citation_in_words(because)}" if because else "without a new source"
        return f"dated more precisely: {in_words(new)} {in_brackets(old, 'was ')}, {source}"
    if new.holds(old):
        return f"dated less precisely: {in_words(new)} {in_brackets(old, 'was ')}"
    return f"moved from {in_words(old)} to {in_words(new)}"
