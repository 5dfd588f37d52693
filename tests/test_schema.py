"""The JSON Schema that editors use says what the model says, and the copy in the repository is fresh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from raidline.export import export_timeline
from raidline.export.recordschema import timeline_schema
from raidline.models import Event, Reading, Says, Source
from raidline.places.lookup import resolve
from raidline.store.schema import events_schema
from samples import EVENTS, HOSTILE, make_event, timeline_of

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = events_schema()
EXPORTED = timeline_schema()


class EditorLoader(yaml.SafeLoader):
    """Types scalars as YAML 1.2 and editors do: numbers and truth values, but days stay texts."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own attribute
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def as_an_editor_reads(text):
    return yaml.load(text, EditorLoader)  # noqa: S506 - a SafeLoader


def complaints(data):
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]


def test_it_is_a_json_schema():
    for schema in (SCHEMA, EXPORTED):
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("what", "name", "schema"), [("events", "events", SCHEMA), ("json", "timeline", EXPORTED)])
def test_the_copy_in_the_repository_is_fresh(what, name, schema, run):
    copy = (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert copy == run("schema", what)[1], f"write it again: raidline schema {what} -o schema/{name}.schema.json"
    assert json.loads(copy) == schema


def test_events_are_what_is_described_where_nothing_is_said(run):
    assert run("schema")[1] == run("schema", "events")[1]


@pytest.mark.parametrize("model", [Event, Source, Says, Reading])
def test_every_key_is_there_with_a_description(model):
    properties = SCHEMA["$defs"][model.__name__.lower()]["properties"]
    assert list(properties) == list(model.model_fields)
    assert all(properties[key]["description"].endswith(".") for key in properties)


@pytest.mark.parametrize("key", ["kind", "status"])
def test_every_choice_has_a_meaning(key):
    choices = SCHEMA["$defs"]["event"]["properties"][key]
    assert len(choices["enum"]) == len(choices["markdownEnumDescriptions"])


@pytest.mark.parametrize("text", [EVENTS, (ROOT / "data" / "events.yaml").read_text(encoding="utf-8"), "events:\n"])
def test_what_is_right_passes(text):
    assert complaints(as_an_editor_reads(text)) == []


GOOD = {
    "id": "a",
    "date": "2017-02",
    "title": "T",
    "kind": "operation",
    "places": ["Texas"],
    "sources": [{"article": "b"}],
}
CHANGES = [
    ({"id": "a b"}, False),
    ({"id": ""}, False),
    ({"id": "2017-a_b.c"}, True),
    ({"date": "2009"}, True),
    ({"date": "[2017-01-20..2017-03-27]"}, True),
    ({"date": "2017-02-01~/.."}, True),
    ({"date": "February 2017"}, False),
    ({"date": ""}, False),
    ({"kind": "raid"}, False),
    ({"status": "planned"}, True),
    ({"status": "maybe"}, False),
    ({"places": []}, False),
    ({"places": "Texas"}, True),
    ({"places": ""}, False),
    ({"places": [" "]}, False),
    ({"agencies": []}, True),
    ({"agencies": "ICE"}, True),
    ({"agencies": {"ICE": "x"}}, False),
    ({"counts": {"arrested": "at least 51"}}, True),
    ({"counts": {" ": "51"}}, False),
    ({"counts": ["51"]}, False),
    ({"summary": ""}, False),
    ({"aliases": "older"}, True),
    ({"aliases": ["older", "so/old"]}, False),
    ({"related": ["x", "y"]}, True),
    ({"sources": []}, False),
    ({"sources": {"article": "b"}}, False),
    ({"sources": [{"quote": "Q."}]}, False),
    ({"sources": [{"url": "https://a.example"}]}, False),
    ({"sources": [{"url": "https://a.example", "publisher": "A", "published": "2017-03"}]}, True),
    ({"sources": [{"article": "b", "quotes": "Q."}]}, False),
    ({"sources": [{"article": "a b"}]}, False),
    ({"sources": [{"article": "b", "says": {"date": "2017-01", "kind": "policy"}}]}, True),
    ({"sources": [{"article": "b", "says": {"when": "2017-01"}}]}, False),
    ({"colour": "red"}, False),
]


@pytest.mark.parametrize(("change", "right"), CHANGES)
def test_schema_and_model_agree(change, right):
    event = GOOD | change
    try:
        Event.model_validate(event)
    except ValidationError:
        assert not right
    else:
        assert right
    assert (complaints({"events": [event]}) == []) is right


@pytest.mark.parametrize("key", [key for key, field in Event.model_fields.items() if field.is_required()])
def test_what_is_required_is_asked_for(key):
    assert complaints({"events": [{k: v for k, v in GOOD.items() if k != key}]})


def test_what_an_editor_takes_for_numbers_passes():
    assert complaints({"events": [GOOD | {"id": 2017, "date": 2009, "title": 2017, "counts": {"arrested": 51}}]}) == []


@pytest.mark.parametrize("data", [[], {}, {"events": [], "more": 1}, {"events": "none"}, {"events": [1]}])
def test_other_files_do_not_pass(data):
    assert complaints(data)


def test_it_can_be_written_to_a_file(tmp_path, run):
    code, out, _ = run("schema", "-o", tmp_path / "s.json")
    assert (code, out) == (0, "")
    assert json.loads((tmp_path / "s.json").read_text()) == SCHEMA


ODD = [
    make_event("a", "2017-02-01~/..", places=["Nowhere at all"], status="planned", counts={"arrested": "unknown"}),
    make_event("b", "../2017", places=["Texas", "Austin, Texas"], aliases=["c"], related=["d"], updated="2018-01-01"),
    make_event(
        "e", "[1899..1901]", notes="N", summary="S", sources=[{"article": "lost", "says": {"counts": {"x": "9"}}}]
    ),
    HOSTILE,
]


@pytest.mark.parametrize("place", [None, "Travis County, Texas", "Texas", "United States"])
def test_what_the_json_export_writes_is_what_its_schema_says(place):
    timeline = timeline_of(*ODD, place=resolve(place) if place else None, context=True)
    assert timeline.entries, "or nothing is tried"
    exported = Draft202012Validator(EXPORTED, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(exported.iter_errors(json.loads(export_timeline(timeline, "json")))) == []
    line = Draft202012Validator(EXPORTED["$defs"]["event"] | {"$defs": EXPORTED["$defs"]})
    for text in export_timeline(timeline, "jsonl").splitlines():
        assert list(line.iter_errors(json.loads(text))) == []


@pytest.mark.parametrize(
    "change", [{"kind": "raid"}, {"share": 2}, {"sources": []}, {"more": 1}, {"date": "2017"}, {"places": []}]
)
def test_what_no_export_writes_does_not_pass_its_schema(change):
    document = json.loads(export_timeline(timeline_of(make_event()), "json"))
    document["events"][0] |= change
    assert list(Draft202012Validator(EXPORTED).iter_errors(document))
