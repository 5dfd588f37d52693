"""Why a candidate was decided as it was: the strongest reasons of each decision, one step of `how` each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raidline.extract.decide import agency, kind, place, retelling
from raidline.extract.decide.drafts import Telling
from raidline.extract.decide.models import Models
from raidline.extract.decide.reasons import in_words
from raidline.extract.proposals import Proposals
from raidline.models import Kind

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one report, and the evidence for it being an event; `kinds` has the likeliest first."""

    telling: Telling
    also: Sequence[Telling]  # further reports of the same happening
    evidence: Sequence[str]
    kinds: Sequence[Kind]
    place: str
    agencies: Sequence[str]


def reasons(decided: Decided, proposals: Proposals, models: Models) -> Iterator[str]:
    """Yield what was decided, each with its strongest reasons in words."""
    telling, seen = decided.telling, decided.evidence
    yield f"an event {in_words('event', models.event.weighed(seen))}"
    core = models.core.weighed(seen)
    if models.core.probability(seen) >= _HALF:
        yield f"of the article's subject {in_words('core', core)}"
    else:
        yield f"beside the article's subject {in_words('core', against(core))}"
    chosen, other, *_ = decided.kinds
    weighed = models.kind.weighed(kind.features(telling.draft), chosen.value, other.value)
    yield f"{chosen.value} rather than {other.value} {in_words('kind', weighed)}"
    named = models.place.weighed(place.features(telling, decided.place, proposals.named))
    yield f"{decided.place} {in_words('place', named)}"
    for name in decided.agencies:
        acts = models.agency.weighed(agency.features(telling, name, proposals.bodies))
        yield f"{name} acts {in_words('agency', acts)}"
    if decided.also:
        pair = models.retelling.weighed(retelling.of_pair(telling, decided.also[0]))
        yield f"reported again {in_words('retelling', pair)}"


def against(weighed: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the weights as seen from the opposite outcome."""
    return [(feature, -weight) for feature, weight in weighed]
