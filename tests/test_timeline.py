from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from raidline.interchange.row import row
from raidline.models import Kind, Status
from raidline.places.lookup import resolve
from raidline.timeline.build import disputed, top
from raidline.timeline.months import by_month
from raidline.timeline.wording import place_names, stated_in_words
from samples import make_event, timeline_of


def ids(timeline):
    return [entry.event.id for entry in timeline.entries]


@pytest.mark.parametrize(
    ("asked", "event_places", "context", "listed"),
    [
        ("Travis County, Texas", ["Travis County, Texas"], False, True),
        ("Travis County, Texas", ["Austin, Texas"], False, True),
        ("Travis County, Texas", ["48453"], False, True),
        ("Travis County, Texas", ["Texas"], False, False),
        ("Travis County, Texas", ["Texas"], True, True),
        ("Travis County, Texas", ["United States"], False, False),
        ("Travis County, Texas", ["United States"], True, True),
        ("Travis County, Texas", ["Texas", "Austin, Texas"], False, True),
        ("Travis County, Texas", ["Dallas, Texas"], True, False),
        ("Austin, Texas", ["Austin, Texas"], False, True),
        ("Austin, Texas", ["Travis County, Texas"], False, False),
        ("Austin, Texas", ["Travis County, Texas"], True, True),
        ("California", ["California"], False, True),
        ("California", ["Kern County, California"], False, True),
        ("California", ["Austin, Texas"], True, False),
        ("United States", ["Austin, Texas"], False, True),
        ("Cook County, Illinois", ["Springfield"], True, False),
    ],
)
def test_events_of_a_place_are_those_in_it_and_on_request_those_around_it(asked, event_places, context, listed):
    timeline = timeline_of(make_event(places=event_places), place=resolve(asked), context=context)
    assert bool(timeline.entries) is listed


def test_how_far_an_event_lies_in_the_place():
    events = [
        make_event("wholly", places=["Travis County, Texas"]),
        make_event("mostly", places=["Austin, Texas"]),
        make_event("wider", places=["Texas"]),
    ]
    entries = {e.event.id: e for e in timeline_of(*events, place=resolve("Travis County"), context=True).entries}
    assert entries["wholly"].share == 1
    assert 0.9 < entries["mostly"].share < 1
    assert [entries[name].partly for name in ("wholly", "mostly", "wider")] == [False, False, False]
    assert [entries[name].context for name in ("wholly", "mostly", "wider")] == [False, False, True]

    [entry] = timeline_of(events[1], place=resolve("Williamson County, Texas")).entries
    assert entry.partly
    assert not entry.context


def test_order_is_by_date_then_id():
    dates = {"d": "2017-02-01", "b": "2017", "c": "2017-02-01", "a": "2016-12~", "e": "2017-02-01~/2017-02-10~"}
    assert ids(timeline_of(*(make_event(name, when) for name, when in dates.items()))) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("when", "since", "until", "kept"),
    [
        ("2017-02-01", date(2017, 2, 1), None, True),
        ("2017-02-01", date(2017, 2, 2), None, False),
        ("2017-02-01", None, date(2017, 2, 1), True),
        ("2017-02-01", None, date(2017, 1, 31), False),
        ("2017-02", date(2017, 2, 28), None, True),
        ("2017-02", date(2017, 3, 1), None, False),
        ("2017", date(2017, 6, 1), date(2017, 6, 30), True),
        ("2014/..", date(2030, 1, 1), None, True),
        ("../2014", None, date(1900, 1, 1), True),
        ("../2014", date(2015, 1, 1), None, False),
    ],
)
def test_since_and_until_keep_what_may_have_happened_between_them(when, since, until, kept):
    assert bool(timeline_of(make_event(date=when), since=since, until=until).entries) is kept


def test_kinds_and_statuses_select():
    events = [make_event("a", kind="policy"), make_event("b", status="planned"), make_event("c")]
    assert ids(timeline_of(*events, kinds=[Kind.POLICY])) == ["a"]
    assert ids(timeline_of(*events, kinds=[Kind.POLICY, Kind.OPERATION])) == ["a", "b", "c"]
    assert ids(timeline_of(*events, statuses=[Status.PLANNED])) == ["b"]


def test_sources_take_their_details_from_the_stored_article():
    sources = [
        {"article": "star", "quote": "q"},
        {"article": "lost"},
        {"publisher": "Gazette", "published": "2017-04", "url": "https://g.example", "title": "T"},
    ]
    [entry] = timeline_of(make_event(sources=sources)).entries
    first, second, third = entry.citations
    assert (first.publisher, str(first.published), first.title, first.url, first.quote) == (
        "The Evening Star", "2017-03-29", "Deputies out, agents in", "https://star.example/1", "q",
    )  # fmt: skip
    assert (second.publisher, second.published) == ("lost", None)
    assert (third.publisher, str(third.published), third.url) == ("Gazette", "2017-04", "https://g.example")


def test_a_place_in_two_spellings_is_one_place():
    [entry] = timeline_of(make_event(places=["Austin, TX", "Erewhon", "Austin, Texas", "Erewhon"])).entries
    assert entry.places == (resolve("Austin"), "Erewhon")
    assert entry.jurisdictions == (resolve("Austin"),)
    assert row(entry)["place_codes"] == "US-4805000"


def test_corroboration_counts_publishers_not_sources():
    sources = [{"article": "star"}, {"article": "star-again"}, {"article": "herald"}]
    [entry] = timeline_of(make_event(sources=sources)).entries
    assert entry.publishers == ("The Evening Star", "Herald")


@pytest.mark.parametrize(
    ("says", "conflicts"),
    [
        ({"date": "2017-01"}, [("date", "February 2017", "January 2017")]),
        ({"date": "2017-02"}, []),
        ({"kind": "statement"}, [("kind", "operation", "statement")]),
        ({"status": "planned"}, [("status", "occurred", "planned")]),
        ({"places": ["Dallas, Texas"]}, [("places", "Austin, Texas", "Dallas, Texas")]),
        ({"counts": {"arrested": "51"}}, [("arrested", "at least 51 arrested", "51 arrested")]),
        ({"counts": {"held": "3"}}, [("held", None, "3 held")]),
        ({"counts": {"arrested": "at least 51"}}, []),
        ({"note": "routine"}, [("note", None, "routine")]),
    ],
)
def test_a_conflict_is_where_a_source_says_something_else(says, conflicts):
    event = make_event(
        counts={"arrested": "at least 51"}, sources=[{"article": "star"}, {"article": "herald", "says": says}]
    )
    [entry] = timeline_of(event).entries
    found = [
        (
            c.about,
            None if c.event_says is None else stated_in_words(c.about, c.event_says),
            stated_in_words(c.about, c.claims[0].says),
        )
        for c in entry.conflicts
    ]
    assert found == conflicts
    assert all(c.claims[0].publisher == "Herald" for c in entry.conflicts)


def test_sources_that_differ_on_the_same_thing_make_one_conflict():
    sources = [{"article": "star", "says": {"date": "2017-01"}}, {"article": "herald", "says": {"date": "2017-03"}}]
    [entry] = timeline_of(make_event(sources=sources)).entries
    [conflict] = entry.conflicts
    assert [claim.publisher for claim in conflict.claims] == ["The Evening Star", "Herald"]


def test_dates_of_the_record_itself():
    sources = [{"article": "herald"}, {"article": "star"}]
    [entry] = timeline_of(make_event(sources=sources)).entries
    assert (str(entry.as_of), entry.revised) == ("2017-03-29", datetime(2017, 3, 29, tzinfo=UTC))
    [entry] = timeline_of(make_event(sources=sources, updated="2018-01-05")).entries
    assert (str(entry.as_of), entry.revised) == ("2017-03-29", datetime(2018, 1, 5, tzinfo=UTC))
    for updated in ("2018-01-05T23:30:01Z", "2018-01-05T17:30:01-06:00", "2018-01-05T23:30:01"):
        [entry] = timeline_of(make_event(sources=sources, updated=updated)).entries
        assert entry.revised == datetime(2018, 1, 5, 23, 30, 1, tzinfo=UTC), updated
    [entry] = timeline_of(make_event(sources=[{"article": "lost"}])).entries
    assert (entry.as_of, entry.revised) == (None, None)


def test_places_that_cannot_be_read_are_reported():
    timeline = timeline_of(
        make_event("b", places=["Springfield", "Austin, Texas"]), make_event("a", places=["Nowhere, Texas"])
    )
    assert timeline.unplaced == (("a", "Nowhere, Texas"), ("b", "Springfield"))
    assert ids(timeline) == ["a", "b"]


@pytest.mark.parametrize(
    ("when", "heading"),
    [
        ("2017-02-01", "February 2017"),
        ("2017-02", "February 2017"),
        ("2017-02-01~/2017-02-10~", "February 2017"),
        ("2017-03-20/2017-05-02", "March 2017"),
        ("2017", "2017"),
        ("2017-21", "2017"),
        ("2016-10~/2016-12~", "2016"),
        ("[2017-01-20..2017-03-27]", "January 2017"),
        ("201X", "2010"),
        ("../2017", "Beginning unknown"),
    ],
)
def test_the_heading_claims_no_more_than_the_date(when, heading):
    [group] = by_month(timeline_of(make_event(date=when)).entries)
    assert group.heading == heading


def test_every_entry_is_in_one_group_and_groups_follow_time():
    dates = ["2017-02-03", "2017-02", "2017", "2017-01-09", "2016-10~/2016-12~", "2016-12-01", "2016-11-30", "2016-22"]
    timeline = timeline_of(*(make_event(f"e{n}", when) for n, when in enumerate(dates)))
    groups = by_month(timeline.entries)
    assert [g.heading for g in groups] == [
        "2016",
        "November 2016",
        "December 2016",
        "2017",
        "January 2017",
        "February 2017",
    ]
    assert sorted(e.event.id for g in groups for e in g.entries) == sorted(ids(timeline))


def test_a_summer_stands_under_its_year_and_not_between_its_months():
    timeline = timeline_of(*(make_event(f"e{when}", when) for when in ("2019-04", "2019-22", "2019-07-02", "2019")))
    assert [(group.heading, ids(group)) for group in by_month(timeline.entries)] == [
        ("2019", ["e2019", "e2019-22"]),
        ("April 2019", ["e2019-04"]),
        ("July 2019", ["e2019-07-02"]),
    ]
    backwards = by_month(timeline.entries, backwards=True)
    assert [group.heading for group in backwards] == ["July 2019", "April 2019", "2019"]


def reported_by(event_id, date, *publishers, **more):
    sources = [{"url": "https://a.example/1", "publisher": name, "published": "2017-05"} | more for name in publishers]
    return make_event(event_id, date, sources=sources)


def test_the_top_are_those_most_publishers_report_in_order_of_date():
    timeline = timeline_of(
        reported_by("one", "2017-01", "Star", "The Star", "star"),
        reported_by("two", "2017-02", "Star", "Herald"),
        reported_by("three", "2017-03", "Star", "Herald", "Courier"),
        reported_by("late", "2017-04", "Courier", "Herald"),
    )
    chosen = [(number, ids(top(timeline, number)), top(timeline, number).left_out) for number in (1, 2, 3, 4, 9)]
    assert chosen == [
        (1, ["three"], 3),
        (2, ["two", "three"], 2),
        (3, ["two", "three", "late"], 1),
        (4, ["one", "two", "three", "late"], 0),
        (9, ["one", "two", "three", "late"], 0),
    ]
    assert ids(top(timeline_of(), 3)) == []


def test_disputed_events_are_those_on_which_a_source_differs():
    same, other = reported_by("same", "2017-01", "Star", says={"date": "2017-01"}), {"date": "2016-12"}
    timeline = timeline_of(same, reported_by("other", "2017-01", "Star", says=other), make_event("silent"))
    assert ids(disputed(timeline)) == ["other"]


def test_a_place_that_cannot_be_read_stands_beside_those_that_can():
    [entry] = timeline_of(make_event(places=["Austin TX", "Utopolis", "Austin, Texas"])).entries
    assert place_names(entry) == ["Austin, Texas", "Utopolis"]
