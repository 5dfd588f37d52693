"""Names of the gazetteer that are spelt like one that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.places.codes import in_state
from raidline.places.gazetteer import county_rows, names
from raidline.places.names import normalise

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_WORSE = 0.05  # how much less alike than the most similar name another may be
_LONG, _MOST_SLIPS = 8, 3  # letters; in a shorter name two slips make another name: "Ochopee" is not Ocoee
_COUNTY = 0.88  # how alike a name and a county's without "County" are, of which nothing says that it is one


def close_names(key: str, state: str, cutoff: float) -> list[str]:
    """Return up to three normalised names, of a state or of all for "", spelt like another, the most similar first.

    None of them is much less similar than the first: "travis conty" is no Rains County.
    """
    import difflib  # noqa: PLC0415 - only a misspelt name needs it

    near = [
        known
        for known, codes in names().items()
        if abs(len(known) - len(key)) <= 2 and (not state or in_state(codes, state))
    ]
    found = difflib.get_close_matches(key, near, n=3, cutoff=cutoff)
    matchers = [difflib.SequenceMatcher(None, one, key) for one in found]  # as get_close_matches compares them
    alike = [matcher.ratio() for matcher in matchers]
    return [
        one
        for one, matcher, ratio in zip(found, matchers, alike, strict=True)
        if ratio >= alike[0] - _WORSE and _slips(matcher) <= (1 if len(key) < _LONG else _MOST_SLIPS)
    ]


def _slips(matcher: SequenceMatcher[str]) -> int:
    """Return in how many places two names differ."""
    return sum(operation != "equal" for operation, *_ in matcher.get_opcodes())


def swapped_names(key: str, state: str) -> list[str]:
    """Return up to three such names of which two near letters change places: "Austni", "Chigaco"."""
    pairs = ((at, at + step) for step in (1, 2) for at in range(len(key) - step))
    swapped = (key[:a] + key[b] + key[a + 1 : b] + key[a] + key[b + 1 :] for a, b in pairs)
    found = dict.fromkeys(
        name
        for name in swapped
        if name != key and (codes := names().get(name)) and (not state or in_state(codes, state))
    )
    return [*found][:3]


def longer_names(key: str, state: str) -> list[str]:
    """Return up to three such names of a state that have another word: "Pine Village" for "Pine"."""
    longer = (known for known, codes in names().items() if known.startswith(f"{key} ") and in_state(codes, state))
    return sorted(longer, key=lambda known: (len(known), known))[:3]


def close_counties(key: str, state: str) -> list[str]:
    """Return the same for counties whose names are compared without the word that says what they are."""
    import difflib  # noqa: PLC0415 - only a misspelt name needs it

    counties = [row.split("\t", 2)[1] for row in county_rows(state)]
    keys = {normalise(name.rpartition(" ")[0]): normalise(name) for name in counties}
    return [keys[one] for one in difflib.get_close_matches(key, keys, n=3, cutoff=_COUNTY)]
