"""What changed in a timeline, for readers (text, Markdown) and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raidline import inert
from raidline.dates.words import in_words
from raidline.export.markup import inline
from raidline.interchange.jsontext import Json, dump
from raidline.models import Correction
from raidline.places.jurisdiction import Jurisdiction
from raidline.timeline.build import Citation
from raidline.timeline.diff import Change, Dispute, Fate, Value
from raidline.timeline.diff_wording import detail_in_words
from raidline.timeline.wording import claim_in_words, facts_in_words, place_name, removal_in_words, sources_in_words

_ORDER = (Fate.ADDED, Fate.CHANGED, Fate.MERGED, Fate.REMOVED)
_MARKS = {Fate.ADDED: "+", Fate.CHANGED: "~", Fate.MERGED: ">", Fate.REMOVED: "-"}


def as_text(changes: Sequence[Change]) -> str:
    """Return one line for each event, with its changes indented below; + added, ~ changed, > merged, - removed."""
    lines = []
    for fate in _ORDER:
        for change in (change for change in changes if change.fate is fate):
            event = change.entry.event
            lines.append(f"{_MARKS[fate]} {in_words(event.date)}: {inert.line(event.title)} [{event.id}]")
            lines += [f"    {inert.line(words)}" for words in _words(change)]
    return "".join(f"{line}\n" for line in lines)


def as_markdown(changes: Sequence[Change]) -> str:
    """Return a heading each for added, changed, merged and removed events, with one list item for each event."""
    lines = ["# Changes to the timeline"]
    for fate in _ORDER:
        own = [change for change in changes if change.fate is fate]
        if own:
            lines += ["", f"## {fate.value.capitalize()}", ""]
        for change in own:
            event = change.entry.event
            lines.append(f"- **{inline(in_words(event.date))}**: {inline(event.title)}")
            lines += [f"  - {inline(words)}" for words in _words(change)]
    if not changes:
        lines += ["", "Nothing changed."]
    return "\n".join(lines) + "\n"


def as_json(changes: Sequence[Change]) -> str:
    """Return a list with one object for each event."""
    return dump([_object(change) for change in changes], indent=2) + "\n"


def _words(change: Change) -> Iterable[str]:
    if change.fate is Fate.ADDED:
        return ["; ".join([*facts_in_words(change.entry), sources_in_words(change.entry)])]
    if change.fate is Fate.MERGED:
        return [f"is now part of {change.into}"]
    if change.removal:
        return [removal_in_words(change.removal)]
    return map(detail_in_words, change.details)


def _object(change: Change) -> Json:
    event = change.entry.event
    told: Json = {"change": change.fate.value, "id": event.id, "date": event.date.text, "title": event.title}
    if change.into:
        told["into"] = change.into
    if change.removal:
        told["why"] = change.removal.text
    if change.fate is Fate.CHANGED:
        told["details"] = [
            {
                "about": detail.about,
                "words": detail_in_words(detail),
                "before": _value(detail.about, detail.before),
                "after": _value(detail.about, detail.after),
            }
            for detail in change.details
        ]
    return told


def _value(about: str, value: Value | None) -> str | None:
    """Return a value as text; None for the parts of a reference, which the words name."""
    match value:
        case Citation():
            return {"sources": value.reference, "quote": value.quote}.get(about)
        case Dispute():
            return claim_in_words(value.about, value.claim)
        case Correction():
            return value.text
        case Jurisdiction():
            return place_name(value)
    return None if value is None else str(value)
