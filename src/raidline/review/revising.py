"""How decisions change the text of a timeline, and how a change is taken back. Nothing here writes a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from raidline.dates.value import Edtf
from raidline.errors import RaidlineError
from raidline.files.lines import alike_at_end, alike_at_start
from raidline.models import Event, Says, Source
from raidline.review.decisions import Change, Decision, digest
from raidline.review.desk import Desk
from raidline.store.inserting import KEYS, data_of, places_of
from raidline.store.load import Loaded, Record, reload_events
from raidline.yamltext import editing
from raidline.yamltext.rereading import edited, reread


def with_events(desk: Desk, events: Sequence[Event], now: Edtf | None) -> str:
    """Insert events where they go, each without what a machine knows of it."""
    update = {"candidate": None} | ({"updated": now} if now else {})
    places = [*places_of(desk.records, [event.model_copy(update=update) for event in events])]
    if not desk.records:
        return editing.append_events(desk.text, [data for _, data in places])
    if len(places) > 1:
        return editing.insert_events(desk.text, places)
    ((index, data),) = places
    return edited(desk.document, index, lambda text, at: editing.insert_events(text, [(at, data)]))


def with_sources(desk: Desk, record: Record, candidate: Event, now: Edtf | None, revised: Event | None = None) -> str:
    """Add the sources of a candidate that the event does not cite yet, each with what it says differently.

    The event first becomes `revised`, if given.
    """
    event = revised or record.event
    added = [data_of(source) for source in new_sources(event, candidate)]
    old, new = data_of(record.event), data_of(event)
    fields = {name: new.get(name) for name in KEYS if old.get(name) != new.get(name)}

    def edit(text: str, at: int) -> str:
        if fields:
            text = editing.revise_events(text, {at: fields}, [], KEYS)
        for data in added:
            text = editing.append_source(text, at, data)
        return editing.put_value(text, ("events", at), "updated", now.text, KEYS) if now else text

    return edited(desk.document, record.index, edit) if added or fields else desk.text


def new_sources(event: Event, candidate: Event) -> list[Source]:
    """Return the sources of a candidate that an event does not cite yet, each with what it says differently."""
    cited = {(source.article, source.quote) for source in event.sources}
    return [
        source.model_copy(update={"says": _differing(event, candidate, number)})
        for number, source in enumerate(candidate.sources)
        if (source.article, source.quote) not in cited
    ]


def change_between(before: str, after: str) -> Change:
    """Return the change from one text to the other, in whole lines."""
    begin = before.rfind("\n", 0, alike_at_start(before, after)) + 1
    end = alike_at_end(before, after, begin)
    if not all(len(text) - end == begin or text[len(text) - end - 1] == "\n" for text in (before, after)):
        end -= (before.find("\n", len(before) - end) + 1 or len(before)) - (len(before) - end)
    return Change(at=begin, old=before[begin : len(before) - end], new=after[begin : len(after) - end])


def insertions(desk: Desk, text: str) -> dict[str, Change]:
    """Return the change that adds each event of which only `text` knows, by its id."""
    found = reload_events(desk.records, reread(desk.document, text)).records
    starts = [*(record.document.lines.start(record.line) for record in found), len(text)]
    starts_before = [*(record.document.lines.start(record.line) for record in desk.records), len(desk.text)]
    changes: dict[str, Change] = {}
    known, kept = desk.ids, 0
    for is_known, run in groupby(range(len(found)), key=lambda number: found[number].event.id in known):
        first, *others = run
        if is_known:
            kept += 1 + len(others)
            continue
        begin = starts[first - 1] if first else 0
        old = desk.text[starts_before[kept - 1] if kept else 0 : starts_before[kept]]
        block = change_between(old, text[begin : starts[first + len(others) + 1]])
        at = begin + block.at
        cuts = [at, *(starts[number] for number in others), at + len(block.new)]
        for number, (start, end) in zip((first, *others), pairwise(cuts), strict=True):
            changes[found[number].event.id] = Change(
                at=start, old=block.old if number == first else "", new=text[start:end]
            )
    return changes


def taken_back(desk: Desk, decision: Decision) -> str:
    """Return the text of the timeline without what a decision changed.

    Somebody may have changed the timeline since then, but not what the decision wrote, which must stand in it as it
    was, once. RaidlineError if it does not.
    """
    change, text = decision.change, desk.text
    if change is None:
        raise RaidlineError(f"{desk.path} does not tell what was {decision.decision}; change {decision.event} by hand")
    if text.startswith(change.new, change.at):
        former = _spliced(text, change.at, change)
        if digest(former) == decision.before:
            return former
    if change.new.strip() and text.count(change.new) == 1:
        former = _spliced(text, text.index(change.new), change)
        loaded = reload_events(desk.records, reread(desk.document, former))
        if _without(decision, loaded.records) == _without(decision, desk.records) and _is_gone(decision, loaded):
            return former
    raise RaidlineError(
        f"{decision.event} was edited in {desk.path} since it was {decision.decision}, so nothing was taken back; "
        "change it there"
    )


def _without(decision: Decision, records: Iterable[Record]) -> list[Event]:
    """Return the other events: taking back a decision must not touch them."""
    return [record.event for record in records if record.event.id != decision.event]


def _is_gone(decision: Decision, loaded: Loaded) -> bool:
    """Whether an accepted event is no longer there, and one that something was merged into still is."""
    left = any(event.id == decision.event for event in loaded.events)
    return left == (decision.decision == "merged")


def _spliced(text: str, at: int, change: Change) -> str:
    return text[:at] + change.old + text[at + len(change.new) :]


def _differing(event: Event, candidate: Event, number: int) -> Says | None:
    """Return where a source differs from the event: a date that excludes the event's, a different count of the same.

    If there are several articles, only the first source is known to give the candidate's own date.
    """
    said = candidate.sources[number].says or Says()
    one_article = len({source.article for source in candidate.sources}) == 1
    date = said.date or (candidate.date if number == 0 else None)
    counts = said.counts or (candidate.counts if number == 0 and one_article else {})
    told = said.model_copy(
        update={
            "date": date if date and not date.overlaps(*event.date.bounds()) else None,
            "counts": {k: v for k, v in counts.items() if k in event.counts and not v.meets(event.counts[k])},
        }
    )
    return told if told != Says() else None
