"""Twins: "New York" and "Washington", each a state and a city. Told apart by the words beside, then by the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.claims import Claim, Strength
from raidline.extract.toponyms.namesakes import Meanings

_BETWEEN = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def settle_twins(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article with one meaning for each "New York" and "Washington".

    What the words beside it leave open is the one the rest of the article speaks of, else the usual one.
    """
    told = [_by_its_words(i, claims) if _is_twin(claim) else claim for i, claim in enumerate(claims)]
    said: set[Meanings] = {claim.meanings for claim in told if len(claim.meanings) == 1}
    return [_by_the_article(claim, said) if _is_twin(claim) else claim for claim in told]


def _is_twin(claim: Claim) -> bool:
    return len(claim.meanings) > 1 and claim.text.title() in placewords.table("twins")


def _by_its_words(i: int, claims: Sequence[Claim]) -> Claim:
    """Read "New York's governor", "upstate New York" and "Oregon, Washington and Idaho" as states."""
    claim, name = claims[i], claims[i].text.title()
    state, city = claim.meanings[:1], claim.meanings[1:]
    if placewords.around_twin(name, "city_words").match(claim.right) or placewords.before_twin("before_city").search(
        claim.left
    ):
        return _settled(claim, city, "the city's")
    if placewords.around_twin(name, "state_words").match(claim.right) or placewords.before_twin("before_state").search(
        claim.left
    ):
        return _settled(claim, state, "the state's")
    beside = {claims[j].meanings[0].kind for j in (i - 1, i + 1) if _is_listed(claims, *sorted((i, j)))}
    if "state" in beside:
        return _settled(claim, state, "beside another state")
    return _settled(claim, city, "beside another city") if "place" in beside else claim


def _is_listed(claims: Sequence[Claim], first: int, second: int) -> bool:
    if first < 0 or second >= len(claims):
        return False
    one, other = claims[first], claims[second]
    return bool(_BETWEEN.fullmatch(one.right[: max(0, other.start - one.end)]))


def _by_the_article(claim: Claim, said: set[Meanings]) -> Claim:
    state, city = claim.meanings[:1], claim.meanings[1:]
    if (state in said) != (city in said):
        return _settled(claim, state if state in said else city, "the article says which elsewhere")
    usual = placewords.table("twins")[claim.text.title()]["usual"]
    return _settled(claim, state if usual == "state" else city, f"mostly the {usual}")


def _settled(claim: Claim, found: Meanings, why: str) -> Claim:
    key = f"{claim.key} {found[0].kind}"  # so that the one is not taken for the other's namesake
    return replace(claim, meanings=found, how=f"{claim.how}, {why}", strength=Strength.SURE, key=key)
