"""Names of places that mean none or several: errors that say what may be meant."""

from __future__ import annotations

from raidline.errors import RaidlineError
from raidline.phrasing import shortened
from raidline.places.jurisdiction import Jurisdiction

_NAMED_AT_MOST = 5
_CURLED = frozenset("“”„«»")


class UnknownPlace(RaidlineError):  # noqa: N818 - reads as what the user meets
    """No jurisdiction has that name; `candidates` holds those with the most similar spelling."""

    def __init__(self, name: str, candidates: tuple[Jurisdiction, ...]) -> None:
        self.candidates = candidates = candidates if any(map(str.isalpha, name)) else ()  # "~" is like no name
        hint = f" - did you mean {_either(candidates)}?" if candidates else ""
        if not _CURLED.isdisjoint(name):
            hint += ' - curled quotes are a part of the text: write straight ones, "Austin, Texas"'
        super().__init__(f"no jurisdiction is called {shortened(name)!r}{hint}")


class AmbiguousPlace(RaidlineError):  # noqa: N818 - reads as what the user meets
    """Several jurisdictions have that name; `candidates` holds them, best first."""

    def __init__(self, name: str, candidates: tuple[Jurisdiction, ...]) -> None:
        self.candidates = candidates
        more = f"; {len(candidates) - _NAMED_AT_MOST} more" if len(candidates) > _NAMED_AT_MOST else ""
        named = "; ".join(j.full_name for j in candidates[:_NAMED_AT_MOST])
        adding = "write one of these in full" if len({j.state for j in candidates}) == 1 else "add the state"
        if abroad := [j for j in candidates if j.is_abroad]:
            adding = "add the country" if len(abroad) == len(candidates) else "add the state or the country"
        super().__init__(f"{name!r} could be {named}{more} - {adding}")


def _either(candidates: tuple[Jurisdiction, ...]) -> str:
    *others, last = (j.full_name for j in candidates)
    return f"{', '.join(others)} or {last}" if others else last
