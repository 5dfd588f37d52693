"""Words as data: one YAML file for each subject, each list of words with `examples` and `not`, which run as tests.

A file of rows has them in each row. A file of lists has them at its end, under the names of the lists: `examples` are
sentences that contain a word of the list; those of `not` only look as if they did.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from raidline.yamltext.reading import loads

_SHOWN = ("examples", "not")


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """Return the contents of `lexicon/<name>.yaml` without the samples for its lists, every scalar a string.

    Raises ValueError for an error in the file.
    """
    data = _read(name)
    return {key: value for key, value in data.items() if key not in _SHOWN} if isinstance(data, dict) else data


def shown(name: str) -> Any:  # noqa: ANN401 - as above
    """Return the `examples` and `not` at the end of a file of lists, keyed by the names of the lists."""
    data = _read(name)
    return {key: data.get(key, {}) for key in _SHOWN} if isinstance(data, dict) else {key: {} for key in _SHOWN}


@cache
def _read(name: str) -> Any:  # noqa: ANN401 - as above
    document = loads(files(__package__).joinpath(f"{name}.yaml").read_bytes(), f"lexicon/{name}.yaml")
    if document.problems:
        raise ValueError(str(document.problems[0]))
    return document.data
