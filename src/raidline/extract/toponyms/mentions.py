"""Place mentions in running text: which capitalised names are places, which place, and in what role.

Each name is first read by its own words (`claims`), then judged by what the whole article says (`hearing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.claims import Claim, Strength, claims_in
from raidline.extract.toponyms.disambiguation import Hearing
from raidline.extract.toponyms.names import find_runs
from raidline.extract.toponyms.people import bearers
from raidline.extract.toponyms.phrases import county_lists, datelines, legislators, short_counties
from raidline.extract.toponyms.roles import Role
from raidline.extract.toponyms.state_city_names import settle_twins
from raidline.places.lookup import Jurisdiction

_BETWEEN = re.compile(r",?\s+(?:and|or|&)\s+(?:in\s+)?(?:the\s+)?|,\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in the text read as a place.

    `candidates` are the jurisdictions it can mean, one when it was resolved. The role is `scene` (where something is),
    `affiliation` ("X-based"), `organisation` (an office or body of the place), `area` ("X-area") or `context`;
    `how` says in words why.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Jurisdiction, ...]
    role: Role
    how: str

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        """The one jurisdiction meant; None where namesakes could not be told apart."""
        return self.candidates[0] if len(self.candidates) == 1 else None


def find_places(text: str) -> list[PlaceMention]:
    """Return the place mentions of an article in order, each resolved as far as the article allows."""
    runs = list(find_runs(text))
    known = bearers(runs)
    read: list[Claim | Abroad] = [*datelines(text), *county_lists(text), *legislators(text)]
    for run in runs:
        read += claims_in(run, known)
    abroad = [one for one in read if isinstance(one, Abroad)]
    claims = [one for one in read if isinstance(one, Claim)]
    short = {one.start: one for one in short_counties(runs, claims, known)}
    claims = [one for one in claims if one.start not in short]
    claims = _in_lists(text, _without_overlaps([*claims, *short.values()]))
    return [
        PlaceMention(one.start, one.end, one.text, found, one.role, "; ".join(filter(None, (one.how, why))))
        for one, found, why in Hearing(settle_twins(claims), abroad).accepted()
    ]


def _without_overlaps(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims in order; of two that overlap the first and longest stands, of equals the one found first."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.strength, -c.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return kept


def _in_lists(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims; what continues a list of scenes is a scene: "in Austin, Dallas and El Paso"."""
    out: list[Claim] = []
    for claim in claims:
        last = out[-1] if out else None
        if last and claim.role == "context" and last.role == "scene" and _is_list(text, last, claim):
            strength = max(claim.strength, min(last.strength, Strength.PLACED))
            claim = replace(claim, role="scene", how=f"beside {last.text}", strength=strength)  # noqa: PLW2901 - as read
        out.append(claim)
    return out


def _is_list(text: str, last: Claim, claim: Claim) -> bool:
    gap = _BETWEEN.fullmatch(text, last.end, claim.start)
    goes_on = gap and gap[0].strip() == "," and placewords.is_double(claim.text)  # "in Jacksonville, Gardner said"
    return bool(gap) and not goes_on
