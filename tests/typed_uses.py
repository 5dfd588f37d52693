"""Uses of what is public, as a type checker sees them: read by mypy, never run.

A line fails where a type changes under those who rely on it; `type: ignore` marks what must stay a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import assert_type

import raidline
from raidline import (
    build_timeline,
    export_timeline,
    extract_article,
    load_events,
    merge_candidates,
    read_articles,
    run_checks,
)
from raidline.article import Article
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.errors import Problem
from raidline.models import Conflict, Event, Kind, Source, Status
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup, resolve
from raidline.timeline.build import Entry, Timeline


def extraction(paths: list[Path]) -> None:
    articles, problems = read_articles(paths)
    assert_type(articles, list[Article])
    assert_type(problems, list[Problem])
    known = {article.id: article for article in articles}
    for article in articles:
        for candidate in extract_article(article).candidates:
            assert_type(candidate.date, Edtf)
            assert_type(candidate.kind, Kind)
            assert_type(candidate.status, Status)
            assert_type(candidate.quote, str)
        for skipped in extract_article(article).skipped:
            assert_type((skipped.start, skipped.end, skipped.reason), tuple[int, int, str])
    found = [candidate for article in articles for candidate in extract_article(article).candidates]
    for merged in merge_candidates(found, known):
        assert_type((merged.id, merged.status), tuple[str, Status])


def record(paths: list[Path], articles: dict[str, Article]) -> None:
    loaded = load_events(paths)
    assert_type(loaded.events, tuple[Event, ...])
    assert_type(loaded.problems, tuple[Problem, ...])
    assert_type(run_checks(loaded, articles, today=date(2031, 5, 6)), list[Problem])
    timeline = build_timeline(loaded.events, articles, place=resolve("Travis County, Texas"), kinds=[Kind.OPERATION])
    assert_type(timeline, Timeline)
    assert_type(timeline.entries, tuple[Entry, ...])
    assert_type(export_timeline(timeline, "ics"), str)
    for entry in timeline.entries:
        assert_type(entry.conflicts, tuple[Conflict, ...])
        assert_type(entry.event.counts["arrested"], Count)
        assert_type(entry.event.sources, tuple[Source, ...])


def values() -> None:
    when = Edtf.parse("2017-02")
    assert_type((when.earliest, when.latest), tuple[date | None, date | None])
    assert_type(in_words(when), str)
    assert_type(Count.parse("at least 51").low, int | None)
    assert_type(lookup("Austin"), tuple[Jurisdiction, ...])
    assert_type(within(resolve("Austin, Texas"), resolve("Texas")), float)
    assert_type(raidline.__version__, str)


def mistakes(event: Event, timeline: Timeline) -> Iterator[object]:
    yield export_timeline([event], "ics")  # type: ignore[arg-type]
    yield build_timeline([event])  # type: ignore[call-arg]
    yield build_timeline([event], {}, place="Texas")  # type: ignore[arg-type]
    yield raidline.build  # type: ignore[attr-defined]
    yield timeline.entries[0].event.date + 1  # type: ignore[operator]
