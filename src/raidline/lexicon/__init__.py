"""Words as data: one YAML file a subject, each entry with `examples` and `not`, run as tests."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from raidline.yamltext.reading import loads


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """Return what `lexicon/<name>.yaml` holds, every scalar a string. Raises ValueError for a slip in the file."""
    document = loads(files(__package__).joinpath(f"{name}.yaml").read_bytes(), f"lexicon/{name}.yaml")
    if document.problems:
        raise ValueError(str(document.problems[0]))
    return document.data
