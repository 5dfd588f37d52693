"""Words as data: one YAML file a subject, each entry with `examples` and `not`, run as tests."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """Return what `lexicon/<name>.yaml` holds, every scalar a string."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - CBaseLoader makes only strings, lists and dicts
