"""Why a candidate was decided as it was: the strongest reasons of each decision, one step of `how` each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from raidline.extract.decide.loglinear import Chosen, Judged
from raidline.extract.decide.reasons import in_words
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one report; `kinds` has the likeliest first, `again` is of the first further report."""

    event: Judged
    core: Judged
    kinds: Sequence[Kind]
    kind: Chosen
    place: Mapping[Jurisdiction, Judged]
    agencies: Mapping[str, Judged]
    again: Judged | None


def reasons(decided: Decided) -> Iterator[str]:
    """Yield what was decided, each with its strongest reasons in words."""
    yield f"an event {in_words('event', decided.event.weighed())}"
    core = decided.core.weighed()
    if decided.core.probability >= _HALF:
        yield f"of the article's subject {in_words('core', core)}"
    else:
        yield f"beside the article's subject {in_words('core', against(core))}"
    chosen, other, *_ = decided.kinds
    weighed = decided.kind.weighed(chosen.value, other.value)
    yield f"{chosen.value} rather than {other.value} {in_words('kind', weighed)}"
    for place, judged in decided.place.items():
        yield f"{place} {in_words('place', judged.weighed())}"
    for name, judged in decided.agencies.items():
        yield f"{name} acts {in_words('agency', judged.weighed())}"
    if decided.again:
        yield f"reported again {in_words('retelling', decided.again.weighed())}"


def against(weighed: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the weights as seen from the opposite outcome."""
    return [(feature, -weight) for feature, weight in weighed]
