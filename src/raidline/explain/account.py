"""Why an event is in the timeline: its sources' sentences in context, how each was read, and where they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raidline.dates.words import in_words
from raidline.explain.passages import Mark, Passage, passage_at
from raidline.extract.pipeline import extract_article
from raidline.merging.kinds import kinds_agree
from raidline.models import Candidate
from raidline.places.containment import within
from raidline.timeline.build import build_timeline
from raidline.timeline.wording import counts_in_words, facts_in_words

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.text.sentences import Span
    from raidline.models import Event, Says, Source
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Citation, Entry


@dataclass(frozen=True, slots=True)
class Account:
    """What one source reports: `reading` is how a machine reads its quote, None if it finds no event in it.

    `agrees` says why it is a source of the event, `differs` what it says differently, both in words; `missing` says why
    there is no passage to show.
    """

    citation: Citation
    passage: Passage | None
    reading: Candidate | None
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    missing: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event, one line about it, and the account of each of its sources."""

    event: Event
    facts: tuple[str, ...]
    accounts: tuple[Account, ...]


def explain(event: Event, articles: Mapping[str, Article]) -> Explanation:
    """Return the explanation of an event, whether a candidate or accepted, from the articles it names."""
    (entry,) = build_timeline([event], articles).entries
    event = entry.event
    accounts = [_account(entry, number, citation, articles) for number, citation in enumerate(entry.citations)]
    return Explanation(event, (in_words(event.date), *facts_in_words(entry)), tuple(accounts))


def _account(entry: Entry, number: int, citation: Citation, articles: Mapping[str, Article]) -> Account:
    event = entry.event
    source = event.sources[number]
    differs = tuple(_differing(source.says))
    article = articles.get(source.article or "")
    missing = _missing(source, article)
    if missing or article is None or source.quote is None:
        return Account(citation, None, None, (), differs, missing)
    start = _start(event, number, article.text, source.quote)
    reading = _reading(event, number, article, (start, start + len(source.quote)))
    return Account(
        citation=citation,
        passage=replace(
            passage_at(article.text, start, source.quote),
            marks=tuple(_marks(source.quote, reading)) if reading else (),
        ),
        reading=reading,
        agrees=tuple(_agreement(entry, reading)) if reading and number else (),
        differs=differs,
        missing=None,
    )


def _missing(source: Source, article: Article | None) -> str | None:
    if source.article is None:
        return "not stored; a reference only"
    if article is None:
        return f"no article {source.article} is stored here; --articles names the folder of articles"
    if source.quote is None:
        return "no sentence of it is quoted"
    return None if source.quote in article.text else "the quote is not in the stored article word for word"


def _start(event: Event, number: int, text: str, quote: str) -> int:
    known = event.candidate.start if event.candidate and not number else -1
    return known if known >= 0 and text.startswith(quote, known) else text.index(quote)


def _reading(event: Event, number: int, article: Article, span: Span) -> Candidate | None:
    """Return the happening in a quote that is most like the event, preferring what the file says about it."""
    known = event.candidate if not number else None
    inside = [c for c in extract_article(article).candidates if c.start < span[1] and span[0] < c.end]
    if known:
        inside = [c for c in inside if (c.date_text, c.trigger) == (known.date_text, known.trigger)] or inside
    best = max(inside, key=lambda c: _likeness(event, c), default=None)
    if best is None or known is None:
        return best
    told = {key: getattr(known, key) for key in ("date_text", "how", "trigger", "modality", "attribution", "salience")}
    return best.model_copy(update=told)


def _likeness(event: Event, candidate: Candidate) -> tuple[bool, bool, bool, float]:
    return (
        candidate.date == event.date,
        candidate.kind is event.kind,
        candidate.date.overlaps(*event.date.bounds()),
        candidate.salience,
    )


def _marks(quote: str, reading: Candidate) -> Iterator[Mark]:
    spans: list[Mark] = []
    if (start := quote.find(reading.date_text)) >= 0:
        spans.append((start, start + len(reading.date_text), "date"))
    at = 0
    for word in reading.trigger.split(" … "):
        found = quote.find(word, at)
        if found >= 0:
            at = found + len(word)
            spans.append((found, at, "trigger"))
    end = 0
    for mark in sorted(spans):
        if mark[0] >= end:
            end = mark[1]
            yield mark


def _agreement(entry: Entry, reading: Candidate) -> Iterator[str]:
    """Yield why a source belongs to this event: dates that overlap, a shared place, kinds that agree, an agency."""
    event = entry.event
    if reading.date == event.date:
        yield f"the same date, {in_words(event.date)}"
    elif reading.date.overlaps(*event.date.bounds()):
        yield f"{in_words(reading.date)} and {in_words(event.date)} have days in common"
    for place in reading.places:
        if place in entry.places:
            yield f"the same place, {place}"
        else:
            yield from filter(None, (_containment(place, other) for other in entry.places))
    if reading.kind is event.kind:
        yield f"the same kind, {event.kind.value}"
    elif kinds_agree(reading.kind, event.kind):
        yield f"a {reading.kind.value} here is a {event.kind.value} there"
    if shared := [agency for agency in reading.agencies if agency in event.agencies]:
        yield f"both name {', '.join(shared)}"


def _containment(one: Jurisdiction, other: Jurisdiction | str) -> str | None:
    if isinstance(other, str):
        return None
    if within(one, other):
        return f"{one} lies in {other}"
    return f"{other} lies in {one}" if within(other, one) else None


def _differing(says: Says | None) -> Iterator[str]:
    """Yield what a source says differently, in words."""
    if says is None:
        return
    if says.date:
        yield in_words(says.date)
    if says.kind:
        yield f"kind {says.kind.value}"
    if says.status:
        yield f"status {says.status.value}"
    yield from says.places
    if says.counts:
        yield counts_in_words(says.counts)
    if says.note:
        yield says.note
