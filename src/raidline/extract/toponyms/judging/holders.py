"""What the holders of offices govern, by their names and the day of a report."""

from __future__ import annotations

from collections import defaultdict
from datetime import MAXYEAR, date
from functools import cache

from raidline import lexicon
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import resolve


@cache
def _terms(office: str) -> dict[str, list[tuple[str, Jurisdiction, int, int]]]:
    """Return the terms of the holders of an office by surname: their name, the place, the first year and the last."""
    found: dict[str, list[tuple[str, Jurisdiction, int, int]]] = defaultdict(list)
    for name, terms in lexicon.load("offices")[office].items():
        for term in terms.split("; "):
            place, _, years = term.rpartition(" ")
            first, _, last = years.partition("-")
            found[name.split()[-1]].append((name, resolve(place), int(first), int(last or MAXYEAR)))
    return found


def governed_by(office: str, told: str, surname: str | None, day: date | None) -> Jurisdiction | None:
    """Return the one place that a holder of an office governed in the year of a day, or else by that year, or ever.

    `told` is the holder as the text names him, with the office; a "Mayor-elect" governs in the next year. None if
    nobody did, or several: "Gov. Brown" of 2016.
    """
    year = day.year + ("-elect" in told) if day else None
    terms = [row for row in _terms(office).get(surname or "", ()) if year is None or row[2] <= year]
    if any(" " in name for name, *_ in terms):
        terms = [row for row in terms if row[0] in told]
    in_office = {place for _, place, _, last in terms if year is not None and year <= last}
    places = in_office or {place for _, place, _, _ in terms}
    return places.pop() if len(places) == 1 else None
