"""What changed between two versions of a timeline, event by event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import TypeAlias

from raidline.article import Article
from raidline.models import FOR_CURATORS, Claim, Correction, Event, Removal, Source, Stated
from raidline.places.jurisdiction import Jurisdiction
from raidline.timeline.build import Citation, Entry, alike, build_timeline


class Fate(StrEnum):
    """What happened to an event."""

    ADDED = "added"
    CHANGED = "changed"
    MERGED = "merged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One source's claim about an event that says otherwise, as in `models.Conflict`."""

    about: str
    claim: Claim

    def repeats(self, other: Dispute) -> bool:
        """Whether readers see no difference between the two."""
        one, two = self.claim, other.claim
        return (self.about, one.publisher) == (other.about, two.publisher) and alike(one.says, two.says)


Value: TypeAlias = Stated | Jurisdiction | Citation | Dispute | Correction


@dataclass(frozen=True, slots=True)
class Detail:
    """One change: its subject, and the old and the new value; None where one of them does not exist.

    The subject is a field of the event, "conflict", or "quote" or "reference" of a source that both versions cite.
    The values of "sources", "quote" and "reference" are citations; `counted` is what a number counts; `because` is the
    source that came with a date, newly cited or newly quoted.
    """

    about: str
    before: Value | None = None
    after: Value | None = None
    counted: str = ""
    because: Citation | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one event.

    `entry` is the newer version if there is one, `was` the older version of a changed event; `into` is the id of the
    event that now contains a merged one, `removal` what readers are told of a removed one.
    """

    fate: Fate
    entry: Entry
    details: tuple[Detail, ...] = ()
    into: str | None = None
    was: Entry | None = None
    removal: Removal | None = None


def compare(
    old: Iterable[Event],
    new: Iterable[Event],
    old_articles: Mapping[str, Article],
    new_articles: Mapping[str, Article],
    removals: Iterable[Removal] = (),
) -> list[Change]:
    """Return the changes in order of date; `aliases` identify an event whose id has changed.

    A key that only curators see, such as the rules that an event ignores, is not a change; nor is another spelling of a
    place, or a source that now states itself what its stored article stated.
    """
    pairs, added, gone, merged = _matched(list(old), list(new))
    changes = [Change(Fate.ADDED, _entry(event, new_articles)) for event in added]
    told = {name: one for one in removals for name in (one.id, *one.aliases)}
    changes += [Change(Fate.REMOVED, _entry(event, old_articles), removal=told.get(event.id)) for event in gone]
    changes += [Change(Fate.MERGED, _entry(event, old_articles), into=into) for event, into in merged]
    for before, after in pairs:
        if before != after:
            was, entry = _entry(before, old_articles), _entry(after, new_articles)
            if details := tuple(_details(was, entry)):
                changes.append(Change(Fate.CHANGED, entry, details, was=was))
    return sorted(changes, key=lambda change: (change.entry.event.date, change.entry.event.id))


def for_readers(changes: Iterable[Change]) -> list[Change]:
    """Return the changes without what is for curators alone; an event that changed in nothing else is dropped."""
    found = []
    for change in changes:
        details = tuple(detail for detail in change.details if detail.about not in FOR_CURATORS)
        if details or change.fate is not Fate.CHANGED:
            found.append(replace(change, details=details))
    return found


def _entry(event: Event, articles: Mapping[str, Article]) -> Entry:
    return build_timeline([event], articles).entries[0]


def _matched(
    old: Sequence[Event], new: Sequence[Event]
) -> tuple[list[tuple[Event, Event]], list[Event], list[Event], list[tuple[Event, str]]]:
    """Return the events of both versions in pairs, the added, the removed, and the merged with the id they went to."""
    waiting: defaultdict[str, list[Event]] = defaultdict(list)
    for event in new:
        waiting[event.id].append(event)
    pairs, left = [], []
    for event in old:
        if waiting[event.id]:
            pairs.append((event, waiting[event.id].pop(0)))
        else:
            left.append(event)
    by_alias = {alias: event for event in reversed(new) for alias in event.aliases}
    gone, merged = [], []
    for event in left:
        successor = by_alias.get(event.id) or next((waiting[a][0] for a in event.aliases if waiting[a]), None)
        if successor is None:
            gone.append(event)
        elif successor in waiting[successor.id]:
            waiting[successor.id].remove(successor)
            pairs.append((event, successor))
        else:
            merged.append((event, successor.id))
    return pairs, [event for events in waiting.values() for event in events], gone, merged


def _details(was: Entry, now: Entry) -> Iterator[Detail]:
    old, new = was.event, now.event
    for about in ("id", "date", "title", "kind", "status"):
        before, after = getattr(old, about), getattr(new, about)
        if before != after:
            yield Detail(about, before, after, because=_new_source(was, now) if about == "date" else None)
    yield from _members("places", was.places, now.places)
    yield from _members("agencies", old.agencies, new.agencies)
    for name in {**old.counts, **new.counts}:
        if old.counts.get(name) != new.counts.get(name):
            yield Detail("counts", old.counts.get(name), new.counts.get(name), counted=name)
    for about in ("summary", "notes"):
        if getattr(old, about) != getattr(new, about):
            yield Detail(about, getattr(old, about), getattr(new, about))
    yield from _sources(was, now)
    yield from _disputes(was, now)
    yield from _members("corrections", old.corrections, new.corrections)
    if new.updated and old.updated != new.updated:
        yield Detail("updated", None, new.updated)
    yield from _members("related", old.related, new.related)


def _members(
    about: str, old: Sequence[Jurisdiction | str | Correction], new: Sequence[Jurisdiction | str | Correction]
) -> Iterator[Detail]:
    yield from (Detail(about, None, name) for name in new if name not in old)
    yield from (Detail(about, name, None) for name in old if name not in new)


def _sources(was: Entry, now: Entry) -> Iterator[Detail]:
    cited = _cited(was)
    for key, (source, citation) in _cited(now).items():
        if key not in cited:
            yield Detail("sources", None, citation)
            continue
        before, told = cited.pop(key)
        if told.quote != citation.quote:
            yield Detail("quote", told, citation)
        if _bibliography(before) != _bibliography(source) and _bibliography(told) != _bibliography(citation):
            yield Detail("reference", told, citation)
    yield from (Detail("sources", citation, None) for _, citation in cited.values())


def _new_source(was: Entry, now: Entry) -> Citation | None:
    """Return the first source newly cited or quoted that agrees with the event's own date, if any."""
    before = {key: citation.quote for key, (_, citation) in _cited(was).items()}
    for key, (source, citation) in _cited(now).items():
        differs = source.says is not None and source.says.date is not None
        if not differs and (key not in before or before[key] != citation.quote):
            return citation
    return None


def _cited(entry: Entry) -> dict[tuple[str, int], tuple[Source, Citation]]:
    """Return the sources by what they refer to, numbered if an event cites one several times."""
    found: dict[tuple[str, int], tuple[Source, Citation]] = {}
    for source, citation in zip(entry.event.sources, entry.citations, strict=True):
        number = next(n for n in count() if (citation.reference, n) not in found)
        found[citation.reference, number] = source, citation
    return found


def _bibliography(source: Source | Citation) -> tuple[object, ...]:
    return source.url, source.title, source.publisher, source.published, source.archived, source.page


def _disputes(was: Entry, now: Entry) -> Iterator[Detail]:
    old, new = _claims(was), _claims(now)
    yield from (Detail("conflict", None, one) for one in new if not any(map(one.repeats, old)))
    yield from (Detail("conflict", one, None) for one in old if not any(map(one.repeats, new)))


def _claims(entry: Entry) -> list[Dispute]:
    return [Dispute(conflict.about, claim) for conflict in entry.conflicts for claim in conflict.claims]
