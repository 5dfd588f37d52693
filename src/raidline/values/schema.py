"""How pydantic reads a value from its text and writes that text again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

T = TypeVar("T")


def of_text(kind: type[T], read: Callable[[str], T], wanted: str) -> CoreSchema:
    """Return a schema that takes a value or a text that `read` turns into one; the error for others says `wanted`."""
    from pydantic_core import core_schema  # noqa: PLC0415 - a value needs no pydantic until a model does

    def from_anything(given: object) -> T:
        if isinstance(given, kind):
            return given
        if isinstance(given, str):
            return read(given)
        raise ValueError(wanted)

    return core_schema.no_info_plain_validator_function(
        from_anything,
        json_schema_input_schema=core_schema.str_schema(),
        serialization=core_schema.to_string_ser_schema(),
    )
