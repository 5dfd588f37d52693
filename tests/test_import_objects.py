"""Objects of other programs: maps, old slide shows, lists under a key, arrays in scripts."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.errors import RaidlineError
from raidline.export import export_timeline
from raidline.importing import Columns, make_events, read_records
from raidline.importing.objects.scripts import read_script
from samples import make_event, timeline_of

A = {"date": "2017-02-05", "title": "A raid", "city": "Austin", "state": "TX"}
B = {"date": "2017-03-04", "title": "A vote", "city": "Lander", "state": "WY"}


def imported(tmp_path, text, name="x.json"):
    path = tmp_path / name
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return make_events(read_records(path), Columns(), "x-json")


def titles(done):
    return [event["title"] for event in done.events]


def feature(properties, at=(-97.74, 30.27), **more):
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": list(at)}, "properties": properties, **more}


def test_features_of_a_map(tmp_path):
    done = imported(tmp_path, {"type": "FeatureCollection", "features": [feature(A, id="a1"), feature(B)]}, "x.geojson")
    one, two = done.events
    assert (one["id"], one["date"], one["places"]) == ("a1", "2017-02-05", ["Austin, Texas"])
    assert one["notes"] == "geometry: 30.27, -97.74 (latitude, longitude)"
    assert two["title"] == "A vote"


@pytest.mark.parametrize(
    ("geometry", "note"),
    [
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "geometry: Polygon"),
        ({"type": "Point", "coordinates": ["x", 1]}, "geometry: Point"),
        (None, None),
    ],
)
def test_other_geometries_are_named(geometry, note, tmp_path):
    [event] = imported(tmp_path, {"type": "Feature", "geometry": geometry, "properties": A}, "x.geojson").events
    assert (event["title"], event.get("notes")) == ("A raid", note)


def test_what_raidline_exports_as_a_map_is_read(tmp_path):
    timeline = timeline_of(make_event("a", "2017-02-01~/2017-02-10~", ["Austin, Texas"], counts={"arrested": "51"}))
    [event] = imported(tmp_path, export_timeline(timeline, "geojson"), "x.geojson").events
    assert (event["id"], event["date"], event["places"]) == ("a", "2017-02-01~/2017-02-10~", ["Austin, Texas"])


def test_slides_of_timelinejs_2(tmp_path):
    slide = {
        "startDate": "2011,12,10", "endDate": "2011,12,11,07,02,10", "headline": "<b>Raid</b> &amp; vote", "tag": "Raids",
        "text": "<p>One</p>", "asset": {"media": "https://a.example", "credit": "The Star", "caption": "Seen", "thumbnail": "t.png"},
    }  # fmt: skip
    show = {"timeline": {"headline": "All", "type": "default", "date": [slide], "era": [{"startDate": "2011"}]}}
    done = imported(tmp_path, show)
    [event] = done.events
    assert (event["date"], event["title"], event["summary"]) == ("2011-12-10/2011-12-11", "Raid & vote", "One")
    assert event["sources"][0] == {
        "url": "https://a.example",
        "title": "Seen",
        "publisher": "The Star",
        "published": "[2011-12-10..]",
    }
    assert event["kind"] == "operation"


@pytest.mark.parametrize(
    ("written", "date"), [("2011", "2011"), ("2011,2", "2011-02"), ("2/5/2011", "2011-02-05"), (2011, "2011")]
)
def test_days_of_old_slides(written, date, tmp_path):
    [event] = imported(tmp_path, {"timeline": {"date": [{"startDate": written, "headline": "A"}]}}).events
    assert event["date"] == date


def test_what_is_no_slide_of_a_show_is_named(tmp_path):
    slide = {"start_date": {"year": 2017}, "text": {"headline": "A"}}
    done = imported(tmp_path, {"title": {"text": {}}, "events": [slide], "eras": [{}], "scale": "human"})
    assert titles(done) == ["A"]
    assert any("not read: title, eras, scale" in one for one in done.remarks)


@pytest.mark.parametrize(
    ("data", "beside"),
    [
        ([A, B], ""),
        ({"results": [A, B]}, ""),
        ({"events": [A, B], "errors": [1, 2, 3]}, "errors"),
        ({"count": 2, "results": [A, B], "errors": []}, "count, errors"),
        ({"data": {"items": [A, B], "page": 1}}, ""),
        ({"response": {"docs": {"list": [A, B]}}, "status": "ok"}, "status"),
        ({"few": [{"x": 1}], "many": [A, B]}, "few"),
        ({"a1": A, "b2": B}, ""),
    ],
)
def test_records_wherever_they_are(data, beside, tmp_path):
    done = imported(tmp_path, data)
    assert titles(done) == ["A raid", "A vote"]
    said = [one for one in done.remarks if "not read" in one]
    assert said == ([f"record 1: not read: {beside}"] if beside else [])


@pytest.mark.parametrize(
    "more", [{"sources": [{"x": 1}, {"x": 2}]}, {"tags": ["a", "b"]}, {"place": {"deep": {"x": [{"y": 1}]}}}]
)
def test_one_record_with_lists_of_its_own_is_one(more, tmp_path):
    assert titles(imported(tmp_path, A | more)) == ["A raid"]


def test_objects_under_their_ids_keep_them(tmp_path):
    assert [event["id"] for event in imported(tmp_path, {"a1": A, "b2": B}).events] == ["a1", "b2"]


@pytest.mark.parametrize("first", [1, None, "a", [A]])
def test_an_item_that_is_no_object_is_named(first, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"title": "T", "items": [first, A]}), encoding="utf-8")
    one, other = read_records(path)
    assert (one.problem, other.problem) == ("is not an object", "")


@pytest.mark.parametrize(
    "script",
    [
        "var raids = [{date: '2017-02-05', title: 'A raid'}, {date: '2017-03-04', title: 'A vote',},];",
        'window.data = {"rows": [{"date": "2017-02-05", "title": "A raid"}, {"date": "2017-03-04", "title": "A vote"}]};',
        "export default [\n// the first\n{date: `2017-02-05`, title: \"A raid\"}, /* and */ {'date': \"2017-03-04\", title: 'A ' + 'vote'}]",
        "callback([{date: '2017-02-05', title: 'A raid'}, {date: '2017-03-04', title: 'A vote'}]);",
        "module.exports = [{date: new Date(2017, 1, 5), title: 'A raid', n: undefined}, {date: new Date('2017-03-04'), title: 'A vote', x: .5}]",
        "const one = [{date: '2017-02-05', title: 'A raid'}];\nconst options = {a: 1, f: function () { return [1]; }};\nlet two = [{date: '2017-03-04', title: 'A vote'}];",
        "\ufeff'use strict';\n(function () { var a = [{date: '2017-02-05', title: 'A\\x20raid'}, {date: '2017-03-04', title: 'A \\u{76}ote'}]; })();",
        '[{"date": "2017-02-05", "title": "A raid"}, {"date": "2017-03-04", "title": "A vote"}]',
    ],
)
def test_arrays_in_scripts(script, tmp_path):
    done = imported(tmp_path, script, "x.js")
    assert [(event["date"], event["title"]) for event in done.events] == [
        ("2017-02-05", "A raid"),
        ("2017-03-04", "A vote"),
    ]
    assert done.left_out == []


def test_an_array_that_is_computed_is_named_and_the_others_are_read(tmp_path):
    script = (
        "a = [{date: '2017-02-05', title: 'A raid'}];\nb = [{date: today(), title: 'B'}];\nc = [{title: `a ${b}`}];"
    )
    done = imported(tmp_path, script, "x.js")
    assert titles(done) == ["A raid"]
    assert [one.partition(":")[0] for one in done.left_out] == ["line 2", "line 3"]
    assert "today()" in done.left_out[0]


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("alert(1)", "no array of objects"),
        ("f({a: 1});" * 10_001, "it is a program, not data"),
        ("", "no array of objects"),
        ("var a = [1, 2];", "no array of objects"),
        ("var a = [{b: c}];", "line 1: the array is not read"),
        ("\n\nvar a = [{b: 1, b: 2}];", "line 3: the array is not read: the key 'b' is repeated"),
        ("var a = [{b: 'x", "not a complete text"),
        ("var a = " + "[" * 100_000, "nested too deeply"),
        ("var a = [{b: " + "9" * 10_000 + "}]", "line 1: "),
    ],
)
def test_scripts_that_cannot_be_read(script, says, tmp_path):
    with pytest.raises(RaidlineError) as found:
        imported(tmp_path, script, "x.js")
    assert says in str(found.value)


@given(st.text(alphabet="=[]{}()'\"`:,+-/*\\ab1.$ \n_u{x", max_size=60))
def test_law_any_script_gives_records_or_a_mistake(text):
    with suppress(ValueError, RecursionError):
        make_events(list(read_script(f"a = [{text}")), Columns(), "x")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9**9) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=8,
    )
)
def test_law_what_is_json_is_read_in_a_script_as_in_json(value):
    from raidline.importing.objects.documents import records_in  # noqa: PLC0415 - as below

    text = json.dumps([{"x": value}])
    assert list(read_script(f"var a = {text};")) == list(records_in(json.loads(text)))
