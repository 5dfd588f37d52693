"""Streets that are named like towns: "a crowd on Hanover", in an article that also writes "Hanover Avenue"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym

_ON_IT = re.compile(r"\b(?:on|along|down|off|(?:corner|foot|end)\sof|at\s[A-Z][\w.]*\sand)\s$")
_CROSSED = re.compile(r"\sand\s[A-Z]")  # "at Hanover and Maxwell"
_BEFORE = ("on ", "along ", "down ", "off ", "of ", "and ", "at ", "near ")


def without_streets(text: str, toponyms: Iterable[Toponym]) -> Iterator[Toponym]:
    """Yield the toponyms but those that stand where a street does, and are one by its full name elsewhere."""
    for one in toponyms:
        if not (
            _is_where_a_street_is(one) and any(f"{one.text} {word}" in text for word in placewords.table("streets"))
        ):
            yield one


def _is_where_a_street_is(one: Toponym) -> bool:
    if one.strength is Strength.SURE or not one.left.endswith(_BEFORE):  # spares time
        return False
    is_crossed = one.left.endswith(("at ", "near ")) and _CROSSED.match(one.right)
    return bool(is_crossed or _ON_IT.search(one.left))
