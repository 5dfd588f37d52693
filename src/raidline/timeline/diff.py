"""What changed between two versions of a timeline, event by event and in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.dates.words import in_brackets, in_words
from raidline.models import FOR_CURATORS, Event, Source
from raidline.timeline.build import Citation, Entry, build_timeline
from raidline.timeline.wording import citation_in_words, claims_in_words, count_in_words, place_names


class Fate(StrEnum):
    """What happened to an event."""

    ADDED = "added"
    CHANGED = "changed"
    MERGED = "merged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Detail:
    """One change: its subject, its description, and the old and new text; None where one of them does not exist."""

    about: str
    words: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one event.

    `entry` is the newer version if there is one, `was` the older version of a changed event; `into` is the id of the
    event that now contains a merged one.
    """

    fate: Fate
    entry: Entry
    details: tuple[Detail, ...] = ()
    into: str | None = None
    was: Entry | None = None


def compare(
    old: Iterable[Event],
    new: Iterable[Event],
    old_articles: Mapping[str, Article],
    new_articles: Mapping[str, Article],
) -> list[Change]:
    """Return the changes in order of date; `aliases` identify an event whose id has changed.

    A key that only curators see, such as the rules that an event ignores, is not a change; nor is another spelling of a
    place, or a source that now states itself what its stored article stated.
    """
    pairs, added, gone, merged = _matched(list(old), list(new))
    changes = [Change(Fate.ADDED, _entry(event, new_articles)) for event in added]
    changes += [Change(Fate.REMOVED, _entry(event, old_articles)) for event in gone]
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
    if old.id != new.id:
        yield Detail("id", f"has a new id (was {old.id})", old.id, new.id)
    if old.date != new.date:
        yield Detail("date", _moved(old.date, new.date), old.date.text, new.date.text)
    if old.title != new.title:
        yield Detail("title", f"title corrected (was “{old.title}”)", old.title, new.title)
    if old.kind != new.kind:
        yield Detail("kind", f"kind corrected to {new.kind} (was {old.kind})", old.kind.value, new.kind.value)
    if old.status != new.status:
        yield Detail("status", f"now {new.status} (was {old.status})", old.status.value, new.status.value)
    yield from _members("places", "also placed in", "no longer placed in", place_names(was), place_names(now))
    yield from _members("agencies", "agency added:", "agency taken out:", old.agencies, new.agencies)
    yield from _counts(old, new)
    for about in ("summary", "notes"):
        yield from _text(about, getattr(old, about), getattr(new, about))
    yield from _sources(was, now)
    yield from _disputes(claims_in_words(was), claims_in_words(now))
    if new.updated and old.updated != new.updated:
        day = Edtf.parse(new.updated.text.partition("T")[0])  # the second is for machines and stays in the record
        yield Detail("updated", f"marked as updated {in_words(day)}", None, new.updated.text)
    yield from _members("related", "linked with", "no longer linked with", old.related, new.related)


def _moved(old: Edtf, new: Edtf) -> str:
    """Return how a date changed: more or less precise if one lies within the other, otherwise moved."""
    (first, last), (new_first, new_last) = old.bounds(), new.bounds()
    if (first, last) == (new_first, new_last):
        return f"dated {in_words(new)} {in_brackets(old, 'was ')}"
    if first <= new_first and new_last <= last:
        return f"dated more precisely: {in_words(new)} {in_brackets(old, 'was ')}"
    if new_first <= first and last <= new_last:
        return f"dated less precisely: {in_words(new)} {in_brackets(old, 'was ')}"
    return f"moved from {in_words(old)} to {in_words(new)}"


def _members(about: str, more: str, fewer: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Detail]:
    for name in new:
        if name not in old:
            yield Detail(about, f"{more} {name}", None, name)
    for name in old:
        if name not in new:
            yield Detail(about, f"{fewer} {name}", name, None)


def _counts(old: Event, new: Event) -> Iterator[Detail]:
    for name in {**old.counts, **new.counts}:
        before, after = old.counts.get(name), new.counts.get(name)
        if before == after:
            continue
        if after is None and before is not None:
            yield Detail("counts", f"no longer says {count_in_words(name, before)}", before.text, None)
        elif after is not None:
            was = f" (was {before})" if before else ""
            yield Detail(
                "counts", f"now {count_in_words(name, after)}{was}", before.text if before else None, after.text
            )


def _text(about: str, old: str | None, new: str | None) -> Iterator[Detail]:
    if old != new:
        done = "added" if old is None else "taken out" if new is None else "rewritten"
        yield Detail(about, f"{about} {done}", old, new)


def _sources(was: Entry, now: Entry) -> Iterator[Detail]:
    cited = _cited(was)
    for key, (source, citation) in _cited(now).items():
        if key not in cited:
            yield Detail("sources", f"newly sourced: {citation_in_words(citation)}", None, key[0])
            continue
        before, told = cited.pop(key)
        if before.quote != source.quote:
            done = "added" if before.quote is None else "taken out" if source.quote is None else "corrected"
            yield Detail("quote", f"quote {done} ({citation.publisher})", before.quote, source.quote)
        if _bibliography(before) != _bibliography(source) and _bibliography(told) != _bibliography(citation):
            yield Detail("reference", f"reference corrected: {citation_in_words(citation)}")
    for (reference, _), (_, citation) in cited.items():
        yield Detail("sources", f"no longer sourced: {citation_in_words(citation)}", reference, None)


def _cited(entry: Entry) -> dict[tuple[str, int], tuple[Source, Citation]]:
    """Return the sources by what they refer to, numbered if an event cites one several times."""
    found: dict[tuple[str, int], tuple[Source, Citation]] = {}
    for source, citation in zip(entry.event.sources, entry.citations, strict=True):
        reference = source.article or citation.url or ""
        number = next(n for n in count() if (reference, n) not in found)
        found[reference, number] = source, citation
    return found


def _bibliography(source: Source | Citation) -> tuple[object, ...]:
    return source.url, source.title, source.publisher, source.published, source.archived


def _disputes(old: Sequence[str], new: Sequence[str]) -> Iterator[Detail]:
    for claim in new:
        if claim not in old:
            yield Detail("conflict", f"newly disputed: {claim}", None, claim)
    for claim in old:
        if claim not in new:
            yield Detail("conflict", f"no longer disputed: {claim}", claim, None)
