"""What a site says about dates and places, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.dates.words import day_in_words, in_words
from raidline.phrasing import listed, plural, share_in_words
from raidline.places.containment import is_mostly_in

if TYPE_CHECKING:
    from raidline.dates.value import Edtf
    from raidline.publish.areas import Area

_NAMED = 0.05  # the least share of a place that readers are told of


def reading_in_words(when: Edtf) -> str:
    """Return how a date is to be read: the days that it can be, and how certain they are; empty for one certain day."""
    first = day_in_words(when.earliest) if when.earliest else None
    last = day_in_words(when.latest) if when.latest else None
    if first is None or last is None:
        bounds = f"No earlier than {first}." if first else f"No later than {last}." if last else "On an unknown day."
    elif first == last:
        bounds = f"On {first}." if when.approximate or when.uncertain or in_words(when) != first else ""
    else:
        bounds = f"No earlier than {first} and no later than {last}."
    doubts = [words for words, said in (("approximate", when.approximate), ("uncertain", when.uncertain)) if said]
    return f"{bounds} The sources make it {' and '.join(doubts)}." if doubts else bounds


def lies_in(area: Area) -> str:
    """Return how the people of a place are spread over counties; empty if nearly all live in one county.

    Of a county of whose events none is mostly in it, it is where they are.
    """
    if (reach := _reach(area)) < 1:
        return f"They are in places that {'lie partly in it' if reach >= _NAMED else 'reach its edge'}."
    named = [(place.name, share) for place, share in area.wider if place.kind == "county" and share >= _NAMED]
    counties = named if len(named) > 1 else []
    (first, share), *others = counties or [("", 1.0)]
    if not first:
        return ""
    rest = [f"{share_in_words(part)} in {name}" for name, part in others]
    lives = f"{share_in_words(share)} of its people live in {first}"
    return f"{lives}, {listed(rest)}." if rest else f"{lives}."


def number_in_words(area: Area) -> str:
    """Return how many events a jurisdiction has: "3 events", or "3 partly" if none lies mostly in it.

    They are "3 at its edge" if of no place more than a few in a hundred people live in it.
    """
    number, reach = len(area.members), _reach(area)
    if reach < 1:
        return f"{number:,} {'partly' if reach >= _NAMED else 'at its edge'}"
    return plural(number, "event")


def _reach(area: Area) -> float:
    """Return the largest share of any event that lies in a jurisdiction; 1 if most of one does."""
    if any(is_mostly_in(share) for _, share in area.members):
        return 1.0  # mostly the first is, of thousands
    return max(share for _, share in area.members)
