"""The shipped record: every quote stands in its digest, every contradiction of the reports is on record."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from raidline.article import Article, by_id
from raidline.models import Event, Source, Status
from raidline.places.lookup import resolve
from raidline.reading.files import read_articles
from raidline.store.eventfiles import articles_beside, shipped_events
from raidline.store.load import load_events
from raidline.timeline.build import build_timeline
from raidline.yamltext.reading import loads

LOADED = load_events([shipped_events()])
DIGESTS, DIGEST_PROBLEMS = read_articles([articles_beside(shipped_events())])

EVENTS = {event.id: event for event in LOADED.events}
ARTICLES = by_id(DIGESTS)
CITED = [(event, source) for event in LOADED.events for source in event.sources]


def name(value: object) -> str:
    return str(value.article if isinstance(value, Source) else getattr(value, "id", value))


def ids(events: Iterable[Event]) -> list[str]:
    return [event.id for event in events]


def test_there_is_a_record_without_problems():
    assert LOADED.problems == ()
    assert DIGEST_PROBLEMS == []
    assert len(LOADED.events) >= 20
    assert len(DIGESTS) == 5


def test_ids_are_unique():
    assert len(EVENTS) == len(LOADED.events)


def test_events_are_in_date_order():
    assert ids(LOADED.events) == ids(sorted(LOADED.events, key=lambda event: (event.date, event.id)))


def test_related_events_exist():
    assert {other for event in LOADED.events for other in event.related} <= EVENTS.keys()


@pytest.mark.parametrize("place", sorted({place for event in LOADED.events for place in event.places}))
def test_places_are_written_as_the_gazetteer_does(place: str):
    assert resolve(place).full_name == place


@pytest.mark.parametrize(("event", "source"), CITED, ids=name)
def test_quotes_are_short_and_stand_in_the_digest(event: Event, source: Source):
    assert source.article in ARTICLES
    assert source.quote
    assert source.quote in ARTICLES[source.article].text
    assert len(source.quote.split()) <= 40


@pytest.mark.parametrize(("event", "source"), CITED, ids=name)
def test_no_source_is_older_than_what_it_tells(event: Event, source: Source):
    published = ARTICLES[source.article].published
    told = source.says.date if source.says and source.says.date else event.date
    assert told.earliest is None or told.earliest <= published
    if event.status is not Status.PLANNED:
        assert told.latest <= published


@pytest.mark.parametrize("digest", DIGESTS, ids=name)
def test_digests_name_the_report_they_retell(digest: Article):
    front_matter = loads(digest.path.read_text(encoding="utf-8").split("---\n")[1], str(digest.path)).data
    assert digest.title
    assert f"{digest.id}.md" == digest.path.name
    assert digest.id.endswith(f"-{digest.published}")
    assert f", {digest.publisher}, " in front_matter["reference_note"]
    assert 250 <= len(digest.text.split()) <= 450


def test_every_digest_is_evidence():
    assert {source.article for _, source in CITED} == ARTICLES.keys()


CONTRADICTIONS = [
    ("2017-02-austin-ice-sweeps", "americas-voice-2017-03-27", "date", "2017-01"),
    ("2017-02-austin-ice-sweeps", "alternet-2017-03-29", "note", "DHS: routine enforcement"),
    ("2017-03-travis-magistrate-hearing", "alternet-2017-03-29", "note", "DHS: routine enforcement"),
    ("2017-03-travis-magistrate-hearing", "vocativ-2017-03-24", "note", "ICE: no raid was retribution"),
    ("2017-03-cnn-official-on-sanctuary-raids", "alternet-2017-03-29", "date", "2017-03-25"),
]


@pytest.mark.parametrize(("event_id", "article", "field", "said"), CONTRADICTIONS)
def test_contradictions_are_on_record(event_id: str, article: str, field: str, said: str):
    claims = [
        str(getattr(source.says, field))
        for source in EVENTS[event_id].sources
        if source.article == article and source.says
    ]
    assert claims == [said]


def test_sources_that_agree_are_not_recorded_as_contradicting():
    on_record = {(event.id, source.article) for event, source in CITED if source.says}
    assert on_record == {(event_id, article) for event_id, article, _, _ in CONTRADICTIONS}


@pytest.mark.parametrize(
    ("event_id", "date"),
    [
        ("2009-travis-secure-communities", "2009"),
        ("2017-01-travis-sheriff-policy-announced", "2017-01-20"),
        ("2017-01-magistrates-briefed", "2017-01-21~/2017-01-31~"),
        ("2017-02-travis-sheriff-policy-starts", "2017-02-01"),
        ("2017-02-austin-ice-sweeps", "2017-02-01~/2017-02-10~"),
        ("2017-02-nationwide-ice-sweep", "2017-02"),
        ("2017-03-travis-magistrate-hearing", "2017-03-20"),
        ("2017-03-cnn-official-on-sanctuary-raids", "2017-03-23"),
        ("2020-09-sanctuary-op-california", "2020-09-28/2020-10-04"),
        ("2020-sanctuary-op-denver-philadelphia", "[2020-09-28..]"),
    ],
)
def test_dates_are_as_exact_as_their_sources(event_id: str, date: str):
    assert str(EVENTS[event_id].date) == date


@pytest.mark.parametrize("place", ["Denver", "Philadelphia"])
def test_what_was_to_come_later_is_planned_where_it_was_to_be(place: str):
    [entry] = build_timeline(LOADED.events, ARTICLES, place=resolve(place)).entries
    assert (entry.event.id, entry.event.status) == ("2020-sanctuary-op-denver-philadelphia", Status.PLANNED)
    assert str(entry.as_of) == "2020-10-01"


def test_the_story_of_travis_county_reads_in_order():
    timeline = build_timeline(LOADED.events, ARTICLES, place=resolve("Travis County"))
    assert ids(entry.event for entry in timeline.entries) == [
        "2009-travis-secure-communities",
        "2017-01-travis-sheriff-policy-announced",
        "2017-texas-cuts-travis-funds",
        "2017-01-magistrates-briefed",
        "2017-02-travis-sheriff-policy-starts",
        "2017-02-austin-ice-sweeps",
        "2017-02-nationwide-ice-sweep",
        "2017-03-travis-magistrate-hearing",
    ]
