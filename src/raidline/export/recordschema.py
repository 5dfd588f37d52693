"""The JSON Schema of the output of `records`, for programs that read it.

Every key is always present, null or empty if nothing is known; a new key needs a line here.
"""

from __future__ import annotations

from typing import Any

from raidline.dates.edtf import Precision
from raidline.models import Kind, Status

Schema = dict[str, Any]

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
_WITHOUT_POINT = "Null for the nation, and for a state that has counties."
_NUMBER_OR_NULL = {"type": ["number", "null"]}
_PAGE = {"type": ["integer", "null"], "minimum": 1}
_BOUND = {"type": ["integer", "null"], "minimum": 0}
_DAY = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def timeline_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of the json export; a line of jsonl is its `$defs/event`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "raidline timeline",
        "description": "The events of one place or all, by date, as `raidline export --format json` writes them.",
        **_object(
            title=_said(_TEXT, "The full name of the place, or `All places`."),
            place=_said(_nullable("place"), "The requested place; null for all places."),
            events=_said(_listed("event"), "The events, earliest first."),
        ),
        "$defs": {
            "event": _event(),
            "date": _date(),
            "place": _place(),
            "count": _object(
                text=_said(_TEXT, "The number as a person would write it: `at least 51`."),
                low=_said(_BOUND, "The lowest it can be, inclusive; null if unknown."),
                high=_said(_BOUND, "The highest it can be, inclusive; null if unknown."),
            ),
            "conflict": _conflict(),
            "source": _source(),
            "correction": _object(
                day=_said(_TEXT | {"format": "date"}, "The day on which the record was put right."),
                text=_said(_TEXT, "What was wrong and what is right, in the curator's words."),
            ),
        },
    }


def _event() -> Schema:
    return _object(
        id=_said(_TEXT, "Its permanent name."),
        date=_said(_ref("date"), "When it happened, never more precise than its sources."),
        title=_said(_TEXT, "What happened, in one line."),
        kind=_said(_enum(Kind), "What sort of act it is."),
        status=_said(_enum(Status), "Whether it took place."),
        status_as_of=_said(_TEXT_OR_NULL, "When its newest source was published, in EDTF."),
        places=_said(
            {"type": "array", "minItems": 1, "items": {"anyOf": [_ref("place"), _object(name=_TEXT)]}},
            "Where it happened; a name alone if raidline could not identify the place.",
        ),
        share=_said(
            {"type": "number", "minimum": 0, "maximum": 1},
            "How much of it lies in the requested place, by population; 0 for an event of a wider place.",
        ),
        agencies=_said(_TEXTS, "The public bodies that act in it."),
        counts=_said({"type": "object", "additionalProperties": _ref("count")}, "Numbers by what they count."),
        summary=_said(_TEXT_OR_NULL, "A sentence or two in the curator's words."),
        notes=_said(_TEXT_OR_NULL, "Why the curator decided so; null unless `--with-notes` asks for it."),
        publishers=_said(_TEXTS, "Who reports it, each once; their number is the corroboration."),
        conflicts=_said(_listed("conflict"), "Where sources differ from the event."),
        sources=_said(_listed("source") | {"minItems": 1}, "Who reports it, and in what words."),
        aliases=_said(_TEXTS, "Its former ids."),
        related=_said(_TEXTS, "Ids of events that belong with it."),
        updated=_said(_TEXT_OR_NULL, "When its record was last changed, in EDTF."),
        corrections=_said(_listed("correction"), "What its record had wrong before, the newest last."),
    )


def _date() -> Schema:
    return _object(
        edtf=_said(_TEXT, "The date in EDTF (ISO 8601-2), as written."),
        text=_said(_TEXT, "The date in words: `early February 2017`."),
        earliest=_said(_DAY, "The first day it can be, inclusive; null if that end is open or unknown."),
        latest=_said(_DAY, "The last day it can be, inclusive; null if that end is open or unknown."),
        precision=_said(_enum(Precision), "The unit it is given in; for an interval the coarser of its ends."),
        approximate=_said({"type": "boolean"}, "Whether it is approximate."),
        uncertain=_said({"type": "boolean"}, "Whether it is uncertain."),
    )


def _place() -> Schema:
    return _object(
        name=_said(_TEXT, "Its full name: `Austin, Texas`."),
        code=_said(
            {"type": "string", "pattern": "^(?:[A-Z]{2}(?::.+)?|[0-9]{2,10})$"},
            "Its FIPS code; abroad the ISO 3166 code of the country, `MX`, before its name if it is a place in it.",
        ),
        kind=_said({"enum": ["nation", "state", "county", "place", "country"]}, "What it is."),
        latitude=_said(_NUMBER_OR_NULL | {"minimum": -90, "maximum": 90}, _WITHOUT_POINT),
        longitude=_said(_NUMBER_OR_NULL | {"minimum": -180, "maximum": 180}, _WITHOUT_POINT),
        attribution=_said(_TEXT_OR_NULL, "The source of the point, and its licence."),
    )


def _conflict() -> Schema:
    return _object(
        about=_said(_TEXT, "`date`, `kind`, `status`, `places`, `note`, or what a number counts."),
        event_says=_said(_TEXT_OR_NULL, "What the event says, in words."),
        claims=_said(
            {"type": "array", "minItems": 1, "items": _object(publisher=_TEXT, says=_TEXT)}, "Who says what instead."
        ),
    )


def _source() -> Schema:
    return _object(
        publisher=_said(_TEXT, "Its publisher; the article's id if none is named."),
        published=_said(_TEXT_OR_NULL, "When it was published, in EDTF."),
        title=_said(_TEXT_OR_NULL, "Its headline."),
        url=_said(_TEXT_OR_NULL, "Its address as the curator wrote it, which may not be safe to follow."),
        archived=_said(_TEXT_OR_NULL, "The address of an archived copy; the same caution applies."),
        article=_said(_TEXT_OR_NULL, "The id of the stored article."),
        quote=_said(_TEXT_OR_NULL, "The sentence that says so, word for word."),
        page=_said(_PAGE, "The page of the document that the quote is on, counted from 1."),
        says=_said({"type": ["object", "null"]}, "Where it differs, as in the events file."),
        background=_said({"type": "boolean"}, "Whether it supports only the place or the policy, not the day."),
    )


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _said(schema: Schema, description: str) -> Schema:
    return {"description": description} | schema


def _enum(choices: type[Kind | Status | Precision]) -> Schema:
    return {"enum": [one.value for one in choices]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _nullable(name: str) -> Schema:
    return {"anyOf": [_ref(name), {"type": "null"}]}


def _listed(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}
