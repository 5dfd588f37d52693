"""Jurisdictions: what a name can mean, and which jurisdictions contain which.

The value is at hand at once; what needs the gazetteer is loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from raidline.places.jurisdiction import Jurisdiction as Jurisdiction

if TYPE_CHECKING:
    from raidline.places.containment import containers as containers
    from raidline.places.containment import counties_of as counties_of
    from raidline.places.containment import within as within
    from raidline.places.lookup import resolve as resolve
    from raidline.places.unresolved import AmbiguousPlace as AmbiguousPlace
    from raidline.places.unresolved import UnknownPlace as UnknownPlace

_LATER = {
    **dict.fromkeys(("containers", "counties_of", "within"), "raidline.places.containment"),
    "resolve": "raidline.places.lookup",
    **dict.fromkeys(("AmbiguousPlace", "UnknownPlace"), "raidline.places.unresolved"),
}

__all__ = ["Jurisdiction", *_LATER]  # noqa: PLE0604 - they are all texts


if not TYPE_CHECKING:  # otherwise mypy would accept every misspelled name as an object

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module 'raidline.places' has no attribute {name!r}")
        return getattr(import_module(_LATER[name]), name)
