"""The state that a list without any column of places is about: that of all places that its titles say for sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raidline.importing.records import InputRow
from raidline.importing.wording.told import places_told

_LEAST = 3  # titles that say a place of the same state
_SAMPLE = 200  # titles that decide
_PLACED = ("places", "city", "county", "state", "country", "zip", "address")


def state_of_titles(records: Sequence[InputRow], fields: Mapping[str, str]) -> str:
    """Return the only state in which places lie that titles say for sure; "" if a column says where, or for two."""
    heading = next((name for name, field in fields.items() if field == "title"), None)
    if heading is None or not {*fields.values()}.isdisjoint(_PLACED):
        return ""
    titles = [cell for record in records[:_SAMPLE] if (cell := record.cells.get(heading, "").strip())]
    places = [place for title in titles for place in places_told(title)]
    states = {place.rpartition(", ")[2] for place in places}
    return states.pop() if len(states) == 1 and len(set(places)) >= _LEAST else ""
