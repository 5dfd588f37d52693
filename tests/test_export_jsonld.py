"""JSON-LD as linked-data programs read it: expanded by pyld, with a context that needs no network."""

from __future__ import annotations

import json
import re

import pytest
from pyld import jsonld

from raidline.export import export_timeline, left_out
from samples import HOSTILE, make_event, timeline_of

SCHEMA = "http://schema.org/"
ISO = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d(:\d\d)?)?)?)?)?"
)  # what schema.org calls Date, DateTime


def context(url, options):
    """What schema.org serves, as far as it matters here: its words, and which of them name things."""
    assert url in {"https://schema.org", "https://schema.org/"}
    names = {name: {"@id": f"{SCHEMA}{name}", "@type": "@id"} for name in ("url", "eventStatus")}
    dates = {name: {"@id": f"{SCHEMA}{name}", "@type": f"{SCHEMA}Date"} for name in ("startDate", "endDate")}
    document = {"@context": {"@vocab": SCHEMA} | names | dates}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


def document(*events):
    return json.loads(export_timeline(timeline_of(*events), "jsonld"))


def expanded(*events):
    return jsonld.expand(document(*events), {"documentLoader": context})


def values(node, name):
    return [one.get("@value", one.get("@id")) for one in node.get(SCHEMA + name, ())]


def test_expansion_keeps_every_word():
    [event] = expanded(
        make_event(
            summary="Agents came.",
            agencies=["ICE"],
            sources=[{"article": "star"}, {"url": "https://b.example/1", "publisher": "B", "published": "2017-03"}],
        )
    )
    assert event["@id"] == "tag:raidline.invalid,2017:event/sweep"
    assert event["@type"] == [SCHEMA + "Event"]
    assert values(event, "name") == ["Title of sweep"]
    assert values(event, "description") == ["February 2017: operation; Austin, Texas\nAgents came."]
    assert values(event, "keywords") == ["operation", "occurred"]
    [where] = event[SCHEMA + "location"]
    assert where["@type"] == [SCHEMA + "City"]
    assert values(where, "name") == ["Austin, Texas"]
    [point] = where[SCHEMA + "geo"]
    assert values(point, "latitude") == [pytest.approx(30.27, abs=0.1)]
    [body] = event[SCHEMA + "about"]
    assert (body["@type"], values(body, "name")) == ([SCHEMA + "GovernmentOrganization"], ["ICE"])
    first, second = event[SCHEMA + "subjectOf"]
    assert first["@type"] == [SCHEMA + "NewsArticle"]
    assert values(first, "headline") == ["Deputies out, agents in"]
    assert values(first, "datePublished") == ["2017-03-29"]
    assert values(first[SCHEMA + "publisher"][0], "name") == ["The Evening Star"]
    assert (values(second, "url"), values(second, "headline")) == (["https://b.example/1"], [])
    assert values(second, "datePublished") == ["2017-03"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2017-02-01", "2017-02-01", None),
        ("2017-02", "2017-02", None),
        ("2009", "2009", None),
        ("2017-02-01T10:00:00Z", "2017-02-01T10:00:00Z", None),
        ("2017-02-01T10:00:00-06:00", "2017-02-01T10:00:00-06:00", None),
        ("2017-03-20/2017-03-26", "2017-03-20", "2017-03-26"),
        ("2014/2016-05", "2014", "2016-05"),
        ("2014/..", "2014", None),
        ("2014/", "2014", None),
        ("../2016", None, "2016"),
        ("2017-02~", "2017-02", None),  # the day, month or year that holds all of it
        ("2017-02-05?", "2017-02-05", None),
        ("2017-02-01~/2017-02-10~", "2017-02", None),
        ("2016-10~/2016-12~", "2016", None),
        ("2016-12-20~/2017-01-05~", None, None),
        ("[2017-01-20..2017-03-27]", "2017", None),
        ("[2016-12-20..2017-01-05]", None, None),
        ("2017-02-XX", "2017-02", None),
        ("2017-XX", "2017", None),
        ("201X", None, None),
        ("2017-21", "2017", None),
        ("2017-24", None, None),  # a winter ends in the next year
        ("0987", "0987", None),
    ],
)
def test_dates_are_iso_8601_and_say_no_more_than_is_known(date, start, end):
    [event] = document(make_event(date=date))["@graph"]
    assert (event.get("startDate"), event.get("endDate")) == (start, end)
    assert all(ISO.fullmatch(event[key]) for key in ("startDate", "endDate") if key in event)


@pytest.mark.parametrize(
    ("status", "name", "event_status"),
    [
        ("occurred", "Title of sweep", []),
        ("planned", "[Planned] Title of sweep", []),
        ("alleged", "[Alleged] Title of sweep", []),
        ("cancelled", "Title of sweep", ["https://schema.org/EventCancelled"]),
    ],
)
def test_the_status_claims_no_more_than_is_known(status, name, event_status):
    [event] = expanded(make_event(status=status))
    assert (values(event, "name"), values(event, "eventStatus")) == ([name], event_status)


def test_a_retracted_event_and_one_of_another_id_are_left_out():
    events = [make_event("gone", status="retracted"), make_event("a", "2016"), make_event("a", "2017")]
    assert [event["startDate"] for event in document(*events)["@graph"]] == ["2016"]
    assert left_out(timeline_of(*events), "jsonld") == [("a", "another event has its id"), ("gone", "retracted")]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("United States", "Country"),
        ("Texas", "State"),
        ("Travis County, Texas", "AdministrativeArea"),
        ("Austin, Texas", "City"),
        ("Nowhere at all", "Place"),
    ],
)
def test_places_have_a_type(place, kind):
    [event] = document(make_event(places=[place]))["@graph"]
    [where] = event["location"]
    assert (where["@type"], where["name"]) == (kind, place)
    assert ("geo" in where) == (kind in {"AdministrativeArea", "City"})


def test_ids_are_absolute_and_of_one_event_each():
    events = [make_event(event_id) for event_id in ("a", "b.c", "2017-02_d")]
    ids = [event["@id"] for event in expanded(*events)]
    assert len(set(ids)) == 3
    assert all(one.startswith("tag:") for one in ids)


def test_it_may_stand_in_a_script_element_as_it_is():
    text = export_timeline(timeline_of(HOSTILE), "jsonld")
    assert not set("<>&") & set(text)
    [event] = json.loads(text)["@graph"]
    assert event["name"] == HOSTILE.title
    assert "url" not in event["subjectOf"][0]
    assert event["subjectOf"][1]["url"] == "https://a.example/x%20y?%3Cb%3E%22(z)"


def test_no_events_are_an_empty_graph():
    assert document() == {"@context": "https://schema.org", "@graph": []}
