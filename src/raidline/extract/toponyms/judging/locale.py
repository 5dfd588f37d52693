"""The state an article is set in, by its dateline or its story, and what that says about namesakes."""

from __future__ import annotations

from collections.abc import Sequence

from raidline.extract.toponyms.namesakes import Evidence, Meanings, largest, needs_no_state, prevailing
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup_at_home

_TOWN = 5_000  # people; a smaller one needs its state beside it if a large city has the name


class Locale:
    """Finds the namesake in the state of an article where one elsewhere is by far the largest.

    "Adams County" below a dateline in Nebraska is the one in Nebraska, "Los Angeles" is still in California.
    """

    def __init__(self, toponyms: Sequence[Toponym], evidence: Evidence) -> None:
        self._evidence = evidence
        filed = [one for one in toponyms if one.how.startswith(DATELINE)]
        self._datelines = [(one.start, _only_state(one)) for one in filed]

    def of(self, toponym: Toponym) -> tuple[Meanings, str]:
        """Return the meaning in the state of the article, and in words why; nothing if that does not decide."""
        if len(toponym.meanings) <= 1 or toponym.how.startswith(DATELINE):
            return (), ""
        dateline = next((state for at, state in reversed(self._datelines) if at < toponym.start), "")
        if here := self._in(dateline, toponym):
            return here, f"the dateline is in {dateline}"
        story = self._evidence.story()
        if prevailing(toponym.key) and (here := self._in(story, toponym)):
            return here, f"the article is about {story}"
        if county := self._county(dateline or story, toponym):
            return (county,), f"short for the county, the only one of that name in {county.state}"
        return (), ""

    def _county(self, state: str, toponym: Toponym) -> Jurisdiction | None:
        """Return the county of the article's state that is meant where only towns elsewhere have its bare name.

        "In Chesterfield" below a dateline in Virginia is in Chesterfield County; no other state may be named beside it.
        """
        is_scene = toponym.role == "scene" and toponym.strength >= Strength.PLACED
        if not state or not is_scene or prevailing(toponym.key) or any(j.state == state for j in toponym.meanings):
            return None
        if self._is_beside_another(toponym, state):
            return None
        named = (lookup_at_home(f"{toponym.text} {what}") for what in ("County", "Parish"))
        return next((j for found in named for j in found if j.kind == "county" and j.state == state), None)

    def _in(self, state: str, toponym: Toponym) -> Meanings:
        """Return the one meaning in a state if nothing speaks for another state."""
        found = tuple(j for j in toponym.meanings if j.state == state) if state else ()
        here = largest(found) if found else ()
        yields = len(here) == 1 and self._yields(toponym, here) and not self._is_beside_another(toponym, state)
        return here if yields else ()

    def _yields(self, toponym: Toponym, here: Meanings) -> bool:
        """Whether the largest namesake is no reason against the one in the state; a county never is."""
        if here[0].kind == "county":
            return all(j.kind == "county" for j in toponym.meanings)
        first = prevailing(toponym.key)
        if first is None or first in here or toponym.role == "affiliation":
            return False
        return here[0].population >= _TOWN and not needs_no_state(first)

    def _is_beside_another(self, toponym: Toponym, state: str) -> bool:
        """Whether the state of another namesake is named beside a name."""
        at, key = toponym.start, toponym.key
        return any(self._evidence.closeness(j.state, at, key) > 0 for j in toponym.meanings if j.state != state)


def _only_state(dateline: Toponym) -> str:
    states = {j.state for j in dateline.meanings}
    first = prevailing(dateline.key)
    return states.pop() if len(states) == 1 else first.state if first and first in dateline.meanings else ""
