"""Names with their state in the words beside them: "Adams County in Nebraska", "Nebraska's Adams County"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from raidline.extract.toponyms.namesakes import largest
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.parts import BOROUGHS

_LONGEST = 40  # characters between a name and its state
_IN = re.compile(
    r",?\s+in\s+(?:the\s+state\s+of\s+|(?:(?:north|south|east|west)\w*\s+|central\s+|rural\s+|neighbou?ring\s+)*)"
)
_POSSESSIVE = re.compile(r"['’]s?\s+")
_FROM = re.compile(r"\bfrom $")


def _is_from(left: str) -> bool:
    return left.endswith("from ") and _FROM.search(left) is not None


def with_states_beside(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms in order, those with their state beside them limited to that state, and certain.

    A name stays as it is if the state has none of its namesakes, or if somebody may have left a city for that state:
    "a man from Houston in Minnesota".
    """
    read = list(toponyms)
    for i, toponym in enumerate(read):
        before, behind = read[i - 1] if i else None, read[i + 1] if i + 1 < len(read) else None
        if behind and _is_borough(behind) and text[toponym.end : behind.start] == ", " and not _is_borough(toponym):
            how = f"{toponym.how}, in {behind.text}"  # "in Corona, Queens"
            read[i] = replace(toponym, meanings=behind.meanings, how=how, strength=Strength.SURE, rival=None)
            continue
        state = ""
        may_be_a_home = toponym.meanings[0].kind != "county" and _is_from(toponym.left)
        if behind and _is_state(behind) and not may_be_a_home:
            state = behind.meanings[0].state if _joins(_IN, text, toponym, behind) else ""
        if before and not state and _is_state(before) and _joins(_POSSESSIVE, text, before, toponym):
            state = before.meanings[0].state
        here = tuple(j for j in toponym.meanings if j.state == state and j.kind not in {"state", "nation"})
        if state and here and len(toponym.meanings) > 1 and toponym.strength > Strength.BORNE:
            how = f"{toponym.how}, {state} beside it"
            read[i] = replace(toponym, meanings=largest(here), how=how, strength=Strength.SURE, rival=None)
            if behind and read[i].meanings[0].state == behind.meanings[0].state and _joins(_IN, text, toponym, behind):
                # "Denver in Iowa" is one scene
                if toponym.role == "context":
                    read[i] = replace(read[i], role=behind.role)
                read[i + 1] = replace(behind, role="context", how=f"where {toponym.text} is")
    return read


def _joins(words: re.Pattern[str], text: str, first: Toponym, second: Toponym) -> bool:
    between = second.start - first.end
    return 0 < between <= _LONGEST and words.fullmatch(text, first.end, second.start) is not None


def _is_borough(toponym: Toponym) -> bool:
    return len(toponym.meanings) == 1 and toponym.meanings[0].code in BOROUGHS


def _is_state(toponym: Toponym) -> bool:
    return len(toponym.meanings) == 1 and toponym.meanings[0].kind == "state"
