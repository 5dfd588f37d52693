"""The JSON Schema of an events file, for editors that complete and check while you type.

raidline reads every YAML scalar as the text that was typed; a schema applies after the editor's own YAML reader, which
takes `2009` for a number. So the schema accepts a number wherever it accepts a text. `raidline check` may still refuse
what the schema accepts: a pattern cannot know that February never has 30 days.
"""

from __future__ import annotations

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.kinds.table import KINDS
from raidline.models import ArticleId, Day, Event, Id, Kind, Removal, Source, Text

Schema: TypeAlias = dict[str, Any]
Hint: TypeAlias = Any  # an annotation; they have no common type

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_NUMBERED = ["string", "number"]
_NOT_BLANK = {"type": [*_NUMBERED, "boolean"], "pattern": r"\S"}
_SCALARS: tuple[tuple[Hint, Schema], ...] = (
    (Id, {"type": _NUMBERED, "pattern": r"^[0-9A-Za-z][-_.0-9A-Za-z]{0,119}$"}),
    (ArticleId, {"type": _NUMBERED, "pattern": r"^\S{1,200}$"}),
    (Text, _NOT_BLANK),
    (str, {"type": [*_NUMBERED, "boolean"]}),
    (int, {"type": _NUMBERED}),
    (bool, {"type": "boolean"}),
    (float, {"type": _NUMBERED}),
    (Day, {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
    (Edtf, {"$ref": "#/$defs/date"}),
    (Count, {"$ref": "#/$defs/count"}),
)
_DEFINITIONS: Schema = {
    "date": {
        "description": "A date in EDTF (ISO 8601-2), never more precise than its source.",
        "examples": ["2017-02-01", "2017-02", "2017-02-01~/2017-02-10~", "2009", "201X", "[2017-01-20..2017-03-27]"],
        "type": _NUMBERED,
        "pattern": r"^[-0-9XYTZ:~?%+./\[\]{},]+$",
    },
    "count": {
        "description": "A number as people write it.",
        "examples": ["51", "at least 51", "about 700", "nearly 700", "10 to 12", "dozens", "unknown"],
        **_NOT_BLANK,
    },
}
_EITHER = {Source: [{"required": ["article"]}, {"required": ["url", "publisher", "published"]}]}
_STATUSES = {
    "occurred": "it took place",
    "planned": "announced, as of its newest source",
    "alleged": "only claimed, and disputed",
    "cancelled": "announced, then called off",
    "retracted": "reported, then taken back by its source",
}


def events_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file of events."""
    models = {model.__name__.lower(): _object(model) for model in _models(Event)}
    return {
        "$schema": DRAFT,
        "title": "raidline events",
        "description": "A timeline of immigration enforcement: events, each with its sources.",
        "type": "object",
        "properties": {
            "events": {
                "description": "The events, in order of date.",
                "type": ["array", "null"],
                "items": {"$ref": "#/$defs/event"},
            }
        },
        "required": ["events"],
        "additionalProperties": False,
        "$defs": models | _DEFINITIONS,
    }


def removal_schema() -> Schema:
    """Return the JSON Schema of an event that was taken out of the record."""
    return _object(Removal)


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return a model and the models of its keys, each once."""
    found = [model]
    for hint in get_type_hints(model).values():
        for inner in (hint, *get_args(hint)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                found += [one for one in _models(inner) if one not in found]
    return found


def _object(model: type[BaseModel]) -> Schema:
    hints = get_type_hints(model, include_extras=True)
    properties = {}
    for key, field in model.model_fields.items():
        properties[key] = {"description": field.description} | _value(hints[key])
        if isinstance(field.default, Enum):
            properties[key]["default"] = field.default.value
    schema: Schema = {"description": str(model.__doc__).partition("\n")[0], "type": "object", "properties": properties}
    if required := [key for key, field in model.model_fields.items() if field.is_required()]:
        schema["required"] = required
    if model in _EITHER:
        schema["anyOf"] = _EITHER[model]
    return schema | {"additionalProperties": False}


def _value(hint: Hint) -> Schema:
    """Return the schema for the values that an annotation allows."""
    for known, schema in _SCALARS:
        if hint == known:
            return schema
    origin: Hint = get_origin(hint)
    if origin in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
        return _value(hint)
    if origin is Annotated:
        return _annotated(*get_args(hint))
    if origin is not None:
        return _collection(origin, *get_args(hint))
    if issubclass(hint, Enum):
        return {"enum": [one.value for one in hint], "markdownEnumDescriptions": _meanings(hint)}
    return {"$ref": f"#/$defs/{hint.__name__.lower()}"}


def _meanings(choices: type[Enum]) -> list[str]:
    """Return the meaning of each choice, in order."""
    known = {kind: row.means for kind, row in KINDS.items()} if choices is Kind else _STATUSES
    return [known[one.value] for one in choices]


def _collection(origin: Hint, first: Hint, second: Hint) -> Schema:
    if origin is dict:
        return {"type": "object", "propertyNames": {"pattern": r"\S"}, "additionalProperties": _value(second)}
    return {"type": "array", "items": _value(first)}  # tuple[first, ...]


def _annotated(hint: Hint, *notes: object) -> Schema:
    schema = _value(hint)
    if any(isinstance(limit, MinLen) for note in notes if isinstance(note, FieldInfo) for limit in note.metadata):
        schema |= {"minItems": 1}
    if any(isinstance(note, BeforeValidator) for note in notes):  # a single value stands for a list of one
        schema = {"anyOf": [schema["items"], schema]}
    return schema
