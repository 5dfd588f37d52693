"""Whether a name that may be a private person's is one: a log-linear model weighs what stands around it.

Its weights are data, `weights.tsv`, made by `scripts/train_names.py` from the project's own tables of names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import fmean

from raidline.privacy.likelihood.setting import Setting, setting_of
from raidline.privacy.likelihood.surroundings import features_of
from raidline.privacy.people import Person

WEIGHTS = "weights.tsv"
ALWAYS = "(always)"  # the feature that every name has
LEAST = 0.0  # log odds from which on a name is taken for a private person's
_CERTAIN = 3.0  # log odds
_LISTED = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,?\s+(?:and|&)\s+|[,;]\s+|\s?/\s?)")


def private_people(text: str, people: Sequence[Person], public: Collection[str], least: float = LEAST) -> list[Person]:
    """Return those of the people whose surnames are not `public` that are private; a list is judged as one.

    `least` are the log odds from which on one is: more where public affairs are told, less where arrests are.
    """
    judged = [one for one in people if one.run and one.surname not in public]
    if not judged or _is_bare(text, judged):
        return judged
    setting = setting_of(text, people, public)
    found: list[Person] = []
    for group in listed(text, judged):
        if fmean(likelihood(weights(), setting, one) for one in group) >= least:
            found += group
    return found


def likelihood(model: Mapping[str, float], setting: Setting, person: Person) -> float:
    """Return the log odds that a person is private; who is arrested, hurt or killed, or told by an age, always is."""
    return _CERTAIN if person.harmed else log_odds(model, features_of(setting, person))


def log_odds(model: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the sum of the weights of some features; those that the model does not know have none."""
    return model[ALWAYS] + sum(model.get(feature, 0.0) for feature in features)


def listed(text: str, people: Sequence[Person]) -> list[list[Person]]:
    """Return people in groups: those of one list, "A, B and C", are together."""
    groups: list[list[Person]] = []
    for one in people:
        if groups and _LISTED.fullmatch(text, _end(groups[-1][-1]), one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _end(person: Person) -> int:
    return person.start + len(person.text)


def _is_bare(text: str, people: Sequence[Person]) -> bool:
    """Whether a text is nothing but one name, or one again and again: nothing around it can be weighed."""
    if len({one.text for one in people}) > 1:
        return False
    ends = [0, *map(_end, people)]
    starts = [*(one.start for one in people), len(text)]
    return not any(re.search(r"\w", text[end:start]) for end, start in zip(ends, starts, strict=True))


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature of the model."""
    lines = Path(__file__).with_name(WEIGHTS).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in pairs}
