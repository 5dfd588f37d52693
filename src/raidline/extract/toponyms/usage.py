"""What a name of a place is used for where it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["scene", "affiliation", "organisation", "area", "context"]


class Usage(NamedTuple):
    """The role of a name, the reason in words, and whether the words around it mark it as a place."""

    role: Role
    how: str
    placed: bool
