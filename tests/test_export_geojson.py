"""GeoJSON as maps read it: RFC 7946, by a reader of another author and by rules of our own."""

from __future__ import annotations

import json

import pytest
from geojson_pydantic import FeatureCollection

from raidline.export import export_timeline
from raidline.places.gazetteer import POINTS_FROM
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

AUSTIN = [-97.7431, 30.2671]


def features(*events, **options):
    document = json.loads(export_timeline(timeline_of(*events, **options), "geojson"))
    FeatureCollection.model_validate(document)
    assert document["type"] == "FeatureCollection"
    assert not {"crs", "coordinates", "geometry", "properties"} & set(document)  # RFC 7946, 4 and 7.1
    for feature in document["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
    return document["features"]


@pytest.mark.parametrize(
    ("places", "place"),
    [
        (["Austin, Texas"], "Austin, Texas"),
        (["Travis County, Texas"], "Travis County, Texas"),
        (["Texas", "Austin, Texas"], "Austin, Texas"),
        (["Travis County, Texas", "Austin, Texas"], "Travis County, Texas"),
        (["Nowhere at all", "Honolulu, Hawaii"], "Honolulu, Hawaii"),
        (["San Juan, Puerto Rico"], "San Juan, Puerto Rico"),
        (["Washington, D.C."], "Washington, D.C."),  # holds no county, nor place, that could stand for it
        (["Guam"], "Guam"),
    ],
)
def test_an_event_is_a_point_at_the_first_of_its_places_that_has_one(places, place):
    [feature] = features(make_event(places=places))
    where = resolve(place)
    assert feature["geometry"] == {"type": "Point", "coordinates": [where.longitude, where.latitude]}


@pytest.mark.parametrize("places", [["Texas"], ["United States"], ["Nowhere at all"], ["Texas", "California"]])
def test_without_a_point_the_geometry_is_null(places):
    [feature] = features(make_event(places=places))
    assert feature["geometry"] is None


def test_longitude_comes_first():
    [feature] = features(make_event(places=["Austin, Texas"]))
    assert feature["geometry"]["coordinates"] == pytest.approx(AUSTIN, abs=0.1)


def test_properties_are_flat_and_say_what_the_event_is():
    [feature] = features(
        make_event(
            "sweep",
            "2017-02-01~/2017-02-10~",
            places=["Austin, Texas", "Texas"],
            status="alleged",
            counts={"arrested": "at least 51"},
            agencies=["ICE", "DHS"],
            sources=[{"article": "star"}, {"article": "herald", "says": {"date": "2017-01"}}],
        )
    )
    assert feature["id"] == "sweep"
    assert feature["properties"] == {
        "id": "sweep",
        "title": "Title of sweep",
        "date_edtf": "2017-02-01~/2017-02-10~",
        "date_text": "early February 2017",
        "earliest": "2017-02-01",
        "latest": "2017-02-10",
        "precision": "day",
        "approximate": True,
        "uncertain": False,
        "kind": "operation",
        "status": "alleged",
        "as_of": "2017-03-29",
        "places": "Austin, Texas; Texas",
        "share": 1.0,
        "agencies": "ICE; DHS",
        "counts": "at least 51 arrested",
        "summary": None,
        "conflicts": "Herald says January 2017",
        "publishers": "The Evening Star; Herald",
        "sources": "The Evening Star, March 29, 2017: Deputies out, agents in\nHerald, March 27, 2017: What the herald saw",
        "source_urls": "https://star.example/1",
    }


def test_one_feature_an_event_with_the_same_keys_in_each():
    events = [make_event("a", "2014/.."), make_event("b", "/2016"), make_event("c", places=["Texas"]), HOSTILE]
    found = features(*events)
    assert [feature["id"] for feature in found] == ["b", "a", "hostile", "c"]
    assert len({tuple(feature["properties"]) for feature in found}) == 1
    cells = [cell for feature in found for cell in feature["properties"].values()]
    assert all(cell is None or isinstance(cell, str | bool | float) for cell in cells)


def test_a_feature_stands_on_a_line_and_the_layer_has_the_name_of_the_place():
    timeline = timeline_of(make_event("a"), make_event("b"), place=resolve("Travis County"))
    head, *lines, end = export_timeline(timeline, "geojson").splitlines()
    assert json.loads(f"{head}]}}") == {
        "type": "FeatureCollection",
        "name": "Travis County, Texas",
        "attribution": POINTS_FROM,  # their licence asks for it
        "features": [],
    }
    assert [json.loads(line.removesuffix(","))["id"] for line in lines] == ["a", "b"]
    assert end == "]}"


def test_links_go_to_the_web_only():
    [feature] = features(HOSTILE)
    assert feature["properties"]["source_urls"] == "https://a.example/x%20y?%3Cb%3E%22(z)"
