"""Make the weights that tell private people from all others: `python scripts/train_names.py`.

Deterministic: the same tables and the same code give the same file. The tables are those of `tests`; the last is
left out and only scored. The figures at the top of the file are of each table without what was learned from it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from raidline.privacy.likelihood import judging
from raidline.privacy.likelihood.setting import setting_of
from raidline.privacy.likelihood.surroundings import features_of
from raidline.privacy.names import public_surnames
from raidline.privacy.people import find_people
from raidline.yamltext.reading import load

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
WRITTEN = ROOT / "src" / "raidline" / "privacy" / "likelihood" / judging.WEIGHTS
NAME = re.compile(r"\[([^\]]+)\]")
# The tables for which the rules were made: they hardly err there, so that these say little of when they do.
RULED = ("constructed", "in_reports", "fresh", "second", "third", "fourth", "fifth")
# The others, and how much an example of each counts.
COUNTED = dict.fromkeys(("sixth", "seventh", "ninth", "hard"), 3.0) | dict.fromkeys(("eighth", "tenth", "twelfth"), 2.0)
COUNTED |= dict.fromkeys(
    (
        "in_timelines",
        "in_logs",
        "in_notes",
        "in_posts",
        "in_rows",
        "in_collections",
        "in_briefs",
        "in_ledgers",
        "in_chronicles",
        "in_bulletins",
        "in_notices",
        "in_almanacs",
        "in_dispatches",
        "in_minutes",
        "in_wires",
        "in_flyers",
        "in_telegrams",
        "in_samplers",
        "in_chyrons",
        "in_parishes",
        "in_archives",
    ),
    3.0,
)
COUNTS = {"constructed": 0.3, **COUNTED}  # a table made of frames says the same thing often
KNOWN = 0.03  # how much an example counts of somebody whom the rules know as public
STRENGTH = 1.0  # of regularisation, inverse
FEWEST = 3  # examples in which a feature must be seen
LIGHTEST = 0.01  # the smallest weight that is written
EACH = {"officials": 6, "places": 5, "laws": 5, "firms": 4, "memorials": 4}  # frames of a name that is no private one


@dataclass(frozen=True)
class Example:
    """What stands around a name that the rules find, and whether it is a private person's."""

    features: tuple[str, ...]
    private: bool


@dataclass
class Table:
    """The examples of a table, how many names of private people it has, of how many no example is, what rules find.

    Whom the rules know as public is no example that is judged, but the model learns from it: in a text of a new kind
    the rules know fewer, and a model of those alone that they leave has hardly seen anybody in office.
    """

    examples: list[Example]
    known: list[Example] = field(default_factory=list)  # of people whom the rules know as public
    names: int = 0
    missed: int = 0
    by_rules: int = 0
    wrong_by_rules: int = 0


def sentences(name: str) -> list[str]:
    """Return the sentences of a table, with the names of private people in brackets."""
    if name == "constructed":
        return list(constructed())
    if (single := TESTS / f"names_{name}.txt").exists():
        return lines(single)
    return [line for which in ("people", "others") for line in lines(TESTS / f"names_{name}_{which}.txt")]


def lines(path: Path) -> list[str]:
    """Return the sentences of a file: the last column of each line that is no comment."""
    told = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[-1] for line in told if line and not line.startswith("#")]


def constructed() -> Iterator[str]:
    """Yield names set into frames, as `tests/test_named_people.py` does."""
    data: Any = load(TESTS / "named_people.yaml").data
    frames = cycle(data["frames"])
    for names in data["people"].values():
        for name in names:
            yield from (frame.replace("{}", f"[{name}]") for frame in islice(frames, 3))
    yield from data["others"]
    for sort, number in EACH.items():
        frames = cycle(data["public_frames"][sort])
        for name in data["public"][sort]:
            for frame in islice(frames, number):
                told = frame.replace("{}", name)
                yield told[0].upper() + told[1:]


def gather(rows: Iterable[str]) -> Table:
    """Return the examples of a table."""
    table = Table([])
    for row in rows:
        text = NAME.sub(r"\1", row)
        spans = [
            (m.start() - 2 * number, m.end() - 2 * (number + 1), m[1]) for number, m in enumerate(NAME.finditer(row))
        ]
        full = {span for span in spans if " " in span[2]}
        people = find_people(text)
        public = public_surnames(text, people)
        seen: set[tuple[int, int, str]] = set()
        setting = setting_of(text, people, public)
        for one in people:
            own = {span for span in spans if span[0] < one.start + len(one.text) and one.start < span[1]}
            if one.surname in public and one.run and not own:
                table.known.append(Example(tuple(features_of(setting, one)), private=False))
            if one.surname in public or (own and not own & full):
                continue
            seen |= own
            if one.run:
                table.examples.append(Example(tuple(features_of(setting, one)), bool(own)))
                table.by_rules += bool(own)
                table.wrong_by_rules += not own
        table.names += len(full)
        table.missed += len(full - seen)
    return table


def fitted(tables: Sequence[tuple[Table, float]]) -> dict[str, float]:
    """Return the model of some tables, each with how much its examples count."""
    data = [(one, weight) for table, weight in tables for one in table.examples]
    data += [(one, weight * KNOWN) for table, weight in tables for one in table.known]
    seen = Counter(feature for one, _ in data for feature in set(one.features))
    kept = {feature for feature, number in seen.items() if number >= FEWEST}
    vectors = DictVectorizer()
    rows = vectors.fit_transform([dict.fromkeys(sorted(kept.intersection(one.features)), 1) for one, _ in data])
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-6)
    model.fit(rows, [one.private for one, _ in data], sample_weight=[weight for _, weight in data])
    found = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in found if abs(weight) >= LIGHTEST}
    return {judging.ALWAYS: round(float(model.intercept_[0]), 3), **weights}


def scored(model: Mapping[str, float], table: Table, least: float) -> tuple[int, int]:
    """Return how many private people of a table are found, and how many others are taken for such."""
    kept = [one for one in table.examples if judging.log_odds(model, one.features) >= least]
    right = sum(one.private for one in kept)
    found_otherwise = table.names - table.missed - sum(one.private for one in table.examples)
    return right + found_otherwise, len(kept) - right


def main() -> None:
    """Write the weights, with the figures of each table above them."""
    every = [*RULED, *COUNTED]
    tables = {name: gather(sentences(name)) for name in every}
    head = [
        "# Weights of whether a name is a private person's, made by scripts/train_names.py from the tables of tests.",
        "# Each table judged by what the others taught (for those before 'sixth' the rules themselves were made):",
    ]
    for name in every:
        model = fitted([(table, COUNTS.get(other, 1.0)) for other, table in tables.items() if other != name])
        right, wrong = scored(model, tables[name], judging.LEAST)
        head.append(
            f"#   {name}: {right} of {tables[name].names} people found, {wrong} others taken for such; "
            f"by rules alone {tables[name].by_rules} and {tables[name].wrong_by_rules}"
        )
    model = fitted([(table, COUNTS.get(name, 1.0)) for name, table in tables.items()])
    rows = [f"{name}\t{weight:g}" for name, weight in sorted(model.items())]
    WRITTEN.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(head) + "\n")


if __name__ == "__main__":
    main()
