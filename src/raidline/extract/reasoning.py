"""Why a candidate was decided as it was: the strongest reasons of each decision, one step of `how` each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from raidline.extract.decide import retelling
from raidline.extract.decide.drafts import Telling
from raidline.extract.decide.models import Models
from raidline.extract.decide.reasons import in_words
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one report, each with the features of the evidence; `kinds` has the likeliest first."""

    telling: Telling
    also: Sequence[Telling]  # further reports of the same happening
    event: Sequence[str]
    kinds: Sequence[Kind]
    kind: Sequence[str]
    place: Mapping[Jurisdiction, Sequence[str]]
    agencies: Mapping[str, Sequence[str]]


def reasons(decided: Decided, models: Models) -> Iterator[str]:
    """Yield what was decided, each with its strongest reasons in words."""
    yield f"an event {in_words('event', models.event.weighed(decided.event))}"
    core = models.core.weighed(decided.event)
    if models.core.probability(decided.event) >= _HALF:
        yield f"of the article's subject {in_words('core', core)}"
    else:
        yield f"beside the article's subject {in_words('core', against(core))}"
    chosen, other, *_ = decided.kinds
    weighed = models.kind.weighed(decided.kind, chosen.value, other.value)
    yield f"{chosen.value} rather than {other.value} {in_words('kind', weighed)}"
    for place, seen in decided.place.items():
        yield f"{place} {in_words('place', models.place.weighed(seen))}"
    for name, seen in decided.agencies.items():
        yield f"{name} acts {in_words('agency', models.agency.weighed(seen))}"
    if decided.also:
        pair = models.retelling.weighed(retelling.of_pair(decided.telling, decided.also[0]))
        yield f"reported again {in_words('retelling', pair)}"


def against(weighed: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the weights as seen from the opposite outcome."""
    return [(feature, -weight) for feature, weight in weighed]
