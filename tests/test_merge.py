"""The same happening in several articles becomes one event; what disagrees stays on record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.merge import as_event, merge_candidates


def events(*reports):
    """Merge reports given as (publisher, publication day, text)."""
    articles = [
        Article(
            id=f"report-{n}",
            title="A report",
            publisher=publisher,
            published=day,
            url=None,
            text=text,
            path=Path("report.md"),
        )
        for n, (publisher, day, text) in enumerate(reports)
    ]
    found = [candidate for article in articles for candidate in extract_article(article).candidates]
    return [as_event(one) for one in merge_candidates(found, {article.id: article for article in articles})]


MONDAY, TUESDAY = date(2031, 5, 12), date(2031, 5, 13)


def test_a_coarse_mention_joins_the_precise_one():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Valley Courier", TUESDAY, "Agents arrested people in Austin earlier this month."),
    )
    assert event.date.text == "2031-05-09"
    assert [s.article for s in event.sources] == ["report-0", "report-1"]
    assert [s.says for s in event.sources] == [None, None]


def test_other_days_other_places_and_other_kinds_stay_apart():
    found = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested nine people in Austin on Saturday."),
        ("Hill Gazette", MONDAY, "Agents arrested nine people in Houston on Friday."),
        ("Lake Star", MONDAY, "Students marched in Austin on Friday."),
    )
    assert len(found) == 4
    assert all(len(event.sources) == 1 for event in found)


def test_a_differing_count_is_kept_with_who_says_it():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested 14 people in Austin on Friday."),
    )
    assert str(event.counts["arrested"]) == "9"
    assert str(event.sources[1].says.counts["arrested"]) == "14"


def test_the_newest_source_gives_the_status():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents will raid homes in Austin on Tuesday."),
        ("Valley Courier", TUESDAY, "Agents raided homes in Austin on Tuesday."),
    )
    assert event.status.value == "occurred"


def test_ids_are_stable_and_unique():
    reports = (
        ("Riverton Herald", MONDAY, "The mayor of Austin spoke on Friday.\n\nThe sheriff of Travis County spoke on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested nine people in Austin on Friday."),
    )  # fmt: skip
    first, again = events(*reports), events(*reports)
    assert [e.id for e in first] == [e.id for e in again]
    assert len({e.id for e in first}) == len(first)


def test_nothing_merges_to_nothing():
    assert merge_candidates([], {}) == []
