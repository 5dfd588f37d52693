"""The shipped record: every quote stands in its digest, every contradiction of the reports is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from raidline.dates import Edtf
from raidline.models import Event, Source, Status

DATA = Path(__file__).resolve().parents[1] / "data"
DIGESTS = sorted((DATA / "articles").glob("*.md"))

RAW = yaml.load((DATA / "events.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
EVENTS = [Event.model_validate(raw) for raw in RAW["events"]]
BY_ID = {event.id: event for event in EVENTS}
CITED = [(event, source) for event in EVENTS for source in event.sources]


def front_matter_and_text(path: Path) -> tuple[dict[str, str], str]:
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, Loader=yaml.BaseLoader), text  # noqa: S506 - text only


ARTICLES = {path.stem: front_matter_and_text(path) for path in DIGESTS}


def name(value: object) -> str:
    return (
        value.id
        if isinstance(value, Event)
        else str(value.article)
        if isinstance(value, Source)
        else str(value)
    )


def test_there_is_a_record_to_look_at():
    assert len(EVENTS) >= 20
    assert len(DIGESTS) == 5


def test_ids_are_unique():
    assert len(BY_ID) == len(EVENTS)


def test_events_are_in_date_order():
    assert [event.id for event in EVENTS] == [
        event.id for event in sorted(EVENTS, key=lambda event: (event.date, event.id))
    ]


def test_related_events_exist():
    assert {other for event in EVENTS for other in event.related} <= BY_ID.keys()


@pytest.mark.parametrize(("event", "source"), CITED, ids=name)
def test_quotes_are_short_and_stand_in_the_digest(event: Event, source: Source):
    assert source.article in ARTICLES
    assert source.quote
    assert source.quote in ARTICLES[source.article][1]
    assert len(source.quote.split()) <= 40


@pytest.mark.parametrize(("event", "source"), CITED, ids=name)
def test_no_source_is_older_than_what_it_tells(event: Event, source: Source):
    published = Edtf.parse(ARTICLES[source.article][0]["published"])
    told = source.says.date if source.says and source.says.date else event.date
    assert told.earliest <= published.latest
    if event.status is not Status.PLANNED:
        assert told.latest <= published.latest


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_digests_name_the_report_they_retell(path: Path):
    head, text = ARTICLES[path.stem]
    notes = {key for key in head if key.endswith("_note")}
    assert head["id"] == path.stem
    assert head["title"]
    assert head["published"] == path.stem[-10:]
    assert head["publisher"] in head["reference_note"]
    assert head.keys() - notes <= {"id", "title", "publisher", "published", "url"}
    assert 250 <= len(text.split()) <= 450


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
        for source in BY_ID[event_id].sources
        if source.article == article and source.says
    ]
    assert claims == [said]


def test_nothing_else_contradicts():
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
    ],
)
def test_dates_are_as_exact_as_their_sources(event_id: str, date: str):
    assert BY_ID[event_id].date == Edtf.parse(date)


def test_the_story_of_travis_county_reads_in_order():
    travis = {"Travis County, Texas", "Austin, Texas"}
    assert [event.id for event in EVENTS if travis & set(event.places)] == [
        "2009-travis-secure-communities",
        "2017-01-travis-sheriff-policy-announced",
        "2017-texas-cuts-travis-funds",
        "2017-01-magistrates-briefed",
        "2017-02-travis-sheriff-policy-starts",
        "2017-02-austin-ice-sweeps",
        "2017-02-nationwide-ice-sweep",
        "2017-03-travis-magistrate-hearing",
    ]
