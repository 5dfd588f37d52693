"""Validate the data of a YAML document with a model: return the value, or problems at the exact key or value."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from enum import Enum
from typing import Any, Protocol, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from raidline.errors import Problem
from raidline.lexicon.synonyms import synonyms
from raidline.phrasing import shortened

_NOTHING = object()
_MOST_ROUNDS = 4  # what is taken out may bring up other mistakes

Model = TypeVar("Model", bound=BaseModel)
Keys: TypeAlias = tuple[str | int, ...]


class Place(Protocol):
    """Where data comes from: a file, and lines and columns in it."""

    @property
    def path(self) -> str:
        """Return the file as the user named it."""

    def position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the value that the keys lead to."""

    def key_position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the last of the keys."""


_WITHIN = 2  # keys: that of a number, within `counts`
_WRONG_TYPES = {
    "string_type": "a text",
    "dict_type": "pairs such as `arrested: 51`, indented below it",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "keys and values, indented below it",
    "model_attributes_type": "keys and values, indented below it",
    "int_parsing": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "`true` or `false`",
}


def validate(model: type[Model], place: Place, keys: Keys, data: object) -> Model | list[Problem]:
    """Read `data`, found at `keys` in its file, as the model; or return everything that is wrong with it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [
            _problem(model, place, keys, one) for one in found if not (_follows(one, found) or _is_torn(one, found))
        ]


def readable(model: type[Model], data: Mapping[str, Any], needed: AbstractSet[str]) -> Model | None:
    """Return what can be read of data with mistakes, without the values that are wrong; None if it would say too much.

    That is if one of the keys `needed` is wrong, or if anything is missing.
    """
    rest: Any = copy.deepcopy(data)
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            every = error.errors(include_url=False)
            found = [one for one in every if not _follows(one, every)]
            if any(one["type"] == "missing" or not needed.isdisjoint(map(str, one["loc"])) for one in found):
                return None
            for keys in sorted({tuple(one["loc"]) for one in found}, key=str, reverse=True):
                if not _taken_out(rest, keys):
                    return None
    return None


def wrong_keys(model: type[Model], data: Mapping[str, Any]) -> frozenset[str]:
    """Return the keys of data whose values are wrong or missing, or have such a value in them."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return frozenset(str(one["loc"][0]) for one in error.errors(include_url=False) if one["loc"])
    return frozenset()


def _without_torn(counts: dict[Any, Any], rest: Any) -> None:  # noqa: ANN401 - as below
    """Take out the number of which the rest became a key of its own: {arrested: 1,200}."""
    keys = list(counts)
    before = keys[: keys.index(rest)] if rest in counts else []
    if torn := [key for key in before if not str(key)[:1].isdigit()]:
        del counts[torn[-1]]


def _taken_out(data: Any, keys: Keys) -> bool:  # noqa: ANN401 - whatever the file held
    """Take the value that keys lead to out of the data; a source as a whole stays, because others build on it."""
    path = [key for key in keys if key != "[key]"]
    for key in path[:-1]:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return False
    if not path or path[:-1] == ["sources"]:
        return False
    if isinstance(data, dict) and path[-2:-1] == ["counts"] and str(path[-1])[:1].isdigit():
        _without_torn(data, path[-1])
    if isinstance(data, list) and isinstance(path[-1], int) and path[-1] < len(data):
        del data[path[-1]]
        return True
    return isinstance(data, dict) and data.pop(path[-1], _NOTHING) is not _NOTHING


def _follows(details: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """Whether a list is too short only because its members have problems of their own and do not count."""
    own = details["loc"]
    return details["type"] == "too_short" and any(
        len(other["loc"]) > len(own) and other["loc"][: len(own)] == own for other in found
    )


def _is_torn(details: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """Whether a key is the rest of a number of which the problem told before is another: {arrested: 1,200 to 1,300}."""
    own = details["loc"]
    if len(own) < _WITHIN or own[-_WITHIN] != "counts" or not str(own[-1])[:1].isdigit():
        return False
    before = found[: found.index(details)]
    return any(one["loc"][:-1] == own[:-1] and str(one["loc"][-1])[:1].isdigit() for one in before)


def unknown_key(key: str, known: Iterable[str]) -> str:
    """Return the message for an unknown key, with the most similar of the known ones."""
    names = list(known)
    if key == "<<":
        return "`<<` merges nothing here; write the keys out"
    close = _closest(key, names, "key")
    return f"unknown key {shortened(key)!r} - " + (
        f"did you mean {close!r}?" if close else f"keys here are {_listed(names)}"
    )


def _problem(model: type[BaseModel], place: Place, keys: Keys, details: ErrorDetails) -> Problem:
    kind, inside = details["type"], tuple(details["loc"])
    if kind == "extra_forbidden":
        known = _model_at(model, inside[:-1]).model_fields
        at = place.key_position(keys + inside)
        return Problem(place.path, *at, "unknown-key", unknown_key(str(inside[-1]), known))
    at = place.position(keys + inside)
    if kind == "missing":
        return Problem(place.path, *at, "missing-key", f"the key {inside[-1]!r} is missing")
    name = next((str(key) for key in reversed(inside) if isinstance(key, str) and key != "[key]"), "")
    rule, message = _message(kind, name, details, model, inside)
    return Problem(place.path, *at, rule, f"{name}: {message}" if name else message)


def _message(kind: str, name: str, details: ErrorDetails, model: type[BaseModel], inside: Keys) -> tuple[str, str]:
    value, context = details["input"], details.get("ctx", {})
    if kind in _WRONG_TYPES:
        return "wrong-type", f"takes {_WRONG_TYPES[kind]}, not {_described(value)}"
    if kind == "too_short":
        return "missing-value", "needs at least one"
    if kind == "enum":
        return "bad-value", _not_among(str(value), name, _choices(model, inside))
    if kind == "value_error":
        return "bad-value", str(context.get("error", details["msg"]))
    return "bad-value", details["msg"][:1].lower() + details["msg"][1:]


def _not_among(value: str, name: str, choices: Sequence[str]) -> str:
    message = f"{value!r} is none of {_listed(choices)}"
    close = _closest(value, choices, name)
    return f"{message} - did you mean {close!r}?" if close else message


def _closest(typed: str, names: Sequence[str], subject: str) -> str | None:
    """Return the intended name, found among its synonyms or else by its letters."""
    plain = " ".join(typed.lower().replace("_", " ").replace("-", " ").split())
    for name, alike in synonyms(subject).items():
        if name in names and plain in alike:
            return name
    return next(iter(get_close_matches(plain, names, 1)), None)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def _described(value: object) -> str:
    if isinstance(value, dict):
        return "keys and values"
    return "a list" if isinstance(value, list | tuple) else f"{str(value)[:40]!r}" if value else "nothing"


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel]:
    for key in keys:
        if isinstance(key, str):
            model = _within(model.model_fields[key].annotation, lambda kind: issubclass(kind, BaseModel)) or model
    return model


def _choices(model: type[BaseModel], keys: Keys) -> list[str]:
    names = [key for key in keys if isinstance(key, str)]
    annotation = _model_at(model, tuple(names[:-1])).model_fields[names[-1]].annotation
    kind = _within(annotation, lambda kind: issubclass(kind, Enum))
    return [str(choice.value) for choice in kind] if kind else []


def _within(annotation: Any, wanted: Callable[[type], bool]) -> Any:  # noqa: ANN401 - annotations have no common type
    """Return the first class that `wanted` accepts inside an annotation such as `tuple[Source, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if wanted(annotation) else None
    return next((found for part in get_args(annotation) if (found := _within(part, wanted))), None)
