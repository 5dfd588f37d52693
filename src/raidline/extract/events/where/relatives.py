"""Places told of with another act of their sentence: "the men taken in Reno rallied in Elko"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.events.triggers import Trigger
from raidline.extract.toponyms.mentions import PlaceMention

_SCENE = ("scene", "area")
_REACH = 90  # characters before a name
_WORD = r"[\w’'-]+\s"
_DONE = (
    r"(?:taken|arrested|detained|held|killed|shot|hurt|injured|seized|jailed|deported|picked\sup|handed\sover|freed"
    r"|released)\s"
)
_AT = r"(?:in|at|near|outside|from)\s(?:an?\s|the\s|nearby\s|downtown\s)?"
_WHO = re.compile(rf"\bwhom?\s(?:{_WORD}){{1,7}}?{_AT}$")
_TAKEN = re.compile(rf"\b(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbe\s)(?<!\band\s){_DONE}(?:{_WORD}){{0,3}}?{_AT}$")


def told_with(text: str, start: int, mentions: Sequence[PlaceMention], trigger: Trigger) -> Sequence[PlaceMention]:
    """Return the mentions from `start` on that go with an act: those of its relative clause, or those outside any.

    All of them if that leaves no scene.
    """
    aside: set[int] = set()
    for one in mentions:
        left = max(start, one.start - _REACH)
        if one.role not in _SCENE:
            continue
        if match := _WHO.search(text, left, one.start):
            if match.start() <= trigger.start < one.end:
                return [one]
            aside.add(one.start)
        elif (match := _TAKEN.search(text, left, one.start)) and not match.start() <= trigger.start < one.end:
            aside.add(one.start)
    others = [one for one in mentions if one.start not in aside]
    return others if any(one.role in _SCENE for one in others) else mentions
