"""Make the weights of extraction from annotated articles: `python scripts/train.py ../shared [DECISION ...]`.

Deterministic: the same articles and the same code give the same files; where decisions are named, only theirs are
written. The training articles are those of `gold/events` that `gold/blind.txt` does not name, and halves of
`tests/corpus` on which rules may be developed. Kinds are learned from all of these halves, since acts are told in ever
other words, but an invented case counts less than a reported one: so kinds are told better in articles that taught
nothing. The figures at the top of each file are cross-validated by article. Only features seen in several articles are
kept, so that no weight reveals a single one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from raidline.extract.decide import agency, event, kind, place
from raidline.extract.decide.again import retelling
from raidline.extract.decide.drafts import Telling
from raidline.extract.decide.loglinear import ALWAYS, Choice, Decision
from raidline.extract.decide.models import Models
from raidline.extract.pipeline import decide
from raidline.extract.proposals import Proposals, propose
from raidline.models import Kind
from raidline.places.lookup import decided
from raidline.reading.files import read_articles

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "raidline" / "extract" / "weights"
OWN = ("dev", "dev2", "dev3")  # of our invented corpus; the halves that are in neither are only scored
OF_EVENTS = ("dev4", "dev5")  # these teach no bodies and no retelling: with them, neither is told better elsewhere
OF_KINDS = (*OF_EVENTS, "dev6", "dev7", "dev8")  # and of places; more events of ours do not tell those of others better
INVENTED, FURTHER = 0.8, 0.3  # how much a case of OWN, and of OF_KINDS, counts beside a reported one, for kinds
FOLDS = 8
FEWEST_ARTICLES = 4  # in which a feature must be seen
COARSE = 1e-3  # tolerance of the fit of many classes: a tenth of it changes no figure and takes twice as long
LIGHTEST = 0.01  # the smallest weight that is written
SMOOTH = 3.0  # examples that every feature is taken to have had among each answer
ACCEPTED = 0.3  # the weight of a kind that an editor would accept besides the annotator's own, before any is learned
LIKED = 0.5  # the same, against how likely the first model finds each of them
KINDS = {kind.value for kind in Kind}
INCIDENT = Kind.INCIDENT.value
INSTEAD = {Kind.OPERATION.value, Kind.OTHER.value}
STRENGTH = {
    "event": 0.05,
    "core": 0.05,
    "kind": 0.08,
    "place": 0.15,
    "retelling": 0.05,
    "agency": 0.1,
}  # of regularisation, inverse


@dataclass(frozen=True)
class Example:
    """The features of one case for one model, and the right answer."""

    article: str
    features: tuple[str, ...]
    answer: Any
    weight: float = 1.0  # among the answers accepted in this case
    share: float = 1.0  # of the case


@dataclass
class Material:
    """The examples of every model."""

    event: list[Example] = field(default_factory=list)
    core: list[Example] = field(default_factory=list)
    kind: list[Example] = field(default_factory=list)
    place: list[Example] = field(default_factory=list)
    retelling: list[Example] = field(default_factory=list)
    agency: list[Example] = field(default_factory=list)


def loaded(path: Path) -> ModuleType:
    """Return a program outside of any package as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        sys.exit(f"there is no {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def as_gold(annotated: SimpleNamespace) -> SimpleNamespace:
    """Return an annotated article of our own corpus in the form of the scorer's articles."""
    events = [
        {
            **{"kind": one.kinds[0], "kind_alt": list(one.kinds[1:]), "places": list(one.places), "core": one.core},
            "agencies": raw.get("agencies", []) if any("agencies" in row for row in annotated.raw["events"]) else None,
        }
        for one, raw in zip(annotated.expected, annotated.raw["events"], strict=True)
    ]
    return SimpleNamespace(
        events=events,
        spans=[list(one.spans) for one in annotated.expected],
        ranges=[list(one.days) for one in annotated.expected],
        ignored=list(annotated.ignored),
        text=annotated.article.text,
    )


def gather(score: ModuleType, gold: SimpleNamespace, proposals: Proposals, into: Material) -> None:
    """Add the examples of one article."""
    article = proposals.article
    told = [proposals.told(draft) for draft in proposals.drafts]
    found = [_as_prediction(telling) for telling in told]
    of_found, _, _, spans, ranges = score.match(gold, found)
    right: list[int | None] = []
    for number, telling in enumerate(told):
        near = [
            j
            for j in range(len(gold.events))
            if ranges[number]
            and max(score.overlap(spans[number], s) for s in gold.spans[j]) >= 0.5
            and max(score.iou(ranges[number], r) for r in gold.ranges[j]) >= 0.5
        ]
        right.append(of_found.get(number, near[0] if near else None))
        on_event = any(score.overlap(spans[number], s) >= 0.5 for all_ in gold.spans for s in all_)
        on_ignored = any(score.overlap(spans[number], s) >= 0.5 for s in gold.ignored)
        if near or on_event or not on_ignored:
            seen = tuple(event.features(telling.draft))
            into.event.append(Example(article.id, seen, bool(near)))
            core = any(gold.events[j]["core"] for j in near)
            into.core.append(Example(article.id, seen, core))
        if (own := right[-1]) is not None:
            seen = tuple(kind.features(telling.draft))
            into.kind += [Example(article.id, seen, name, weight) for name, weight in _kinds(gold.events[own])]
            offered = proposals.bodies.offered(telling) if gold.events[own].get("agencies", ()) is not None else ()
            for name in offered:
                seen = tuple(agency.features(telling, name, proposals.bodies))
                into.agency.append(Example(article.id, seen, _acts(score, name, gold.events[own])))
            accepted = _accepted(score, gold.events[own]["places"])
            offers = place.evidence(telling, proposals.named) if number in of_found else {}
            for one, seen in offers.items():
                into.place.append(Example(article.id, seen, score.place_key(one.full_name) in accepted))
    for (one, a), (two, b) in combinations(zip(told, right, strict=True), 2):
        if a is not None and b is not None and retelling.comparable(one, two):
            into.retelling.append(Example(article.id, tuple(retelling.features(one, two)), a == b))


def _accepted(score: ModuleType, places: Sequence[str]) -> set[str]:
    """Return the keys of annotated places, also by our own names of them: "Washington, District of Columbia".

    What is as well the nation's is learnt as the nation's: only its government sits in the capital.
    """
    known = [found for one in places if (found := decided(one))]
    of_the_nation = any(place.is_nation for place in known)
    names = [place.full_name for place in known if not (place.is_district and of_the_nation)]
    return {score.place_key(one) for one in (*places, *names)}


def _acts(score: ModuleType, name: str, event: dict[str, Any]) -> bool:
    """Whether an annotated event names a body, under any name."""
    acting = event.get("agencies") or ()
    return bool(score.federal([name]) & score.federal(acting)) or any(name.lower() in one.lower() for one in acting)


def _kinds(event: dict[str, Any]) -> list[tuple[str, float]]:
    """Return the kinds of an annotated event with their weights: the annotator's own, and those also accepted.

    The articles were annotated before there were incidents: where an editor would accept one beside an operation or
    another event of the first rank, it is the annotator's own.
    """
    kinds = [event["kind"], *(name for name in event.get("kind_alt", ()) if name in KINDS)]
    if INCIDENT in kinds and event["core"] and event["kind"] in INSTEAD:
        kinds.sort(key=INCIDENT.__ne__)
    return [(name, ACCEPTED if number else 1.0) for number, name in enumerate(kinds)]


def _as_prediction(telling: Telling) -> dict[str, Any]:
    draft = telling.draft
    when = draft.happening.date
    start, end = draft.sentence
    return {
        "date": str(when),
        "earliest": when.earliest and str(when.earliest),
        "latest": when.latest and str(when.latest),
        "kind": draft.happening.kind.value,
        "places": list(map(str, telling.places)),
        "quote": draft.article.text[start:end],
    }


def columns_of(examples: Sequence[Example]) -> tuple[DictVectorizer, csr_matrix]:
    """Return the features that occur in several articles, and the examples with them."""
    shown: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for feature in example.features:
            shown[feature].add(example.article)
    kept = {feature for feature, articles in shown.items() if len(articles) >= FEWEST_ARTICLES}
    columns = DictVectorizer()
    return columns, columns.fit_transform([dict.fromkeys(sorted(kept.intersection(e.features)), 1.0) for e in examples])


def _counted(examples: Sequence[Example]) -> list[float]:
    return [example.weight * example.share for example in examples]


def fit(
    examples: Sequence[Example], strength: float, tolerance: float = 1e-4
) -> tuple[DictVectorizer, LogisticRegression]:
    """Return a model of the examples."""
    columns, rows = columns_of(examples)
    model = LogisticRegression(C=strength, max_iter=2000, tol=tolerance)
    return columns, model.fit(rows, [e.answer for e in examples], sample_weight=_counted(examples))


def reweighed(examples: Sequence[Example], columns: DictVectorizer, model: LogisticRegression) -> list[Example]:
    """Return the examples with the weight of each case divided among its accepted kinds as a model finds them likely.

    What an editor would accept beside the annotator's own kind is as good an answer: a model need not learn to tell the
    two apart where nothing in the text does.
    """
    rows = columns.transform([dict.fromkeys(example.features, 1.0) for example in examples])
    at = {name: number for number, name in enumerate(model.classes_)}
    odds = model.predict_proba(rows)
    likely = [
        float(odds[number, at[example.answer]]) * (LIKED if example.weight < 1 else 1.0)
        for number, example in enumerate(examples)
    ]
    cases: list[list[int]] = []
    for number, example in enumerate(examples):
        if example.weight == 1:  # the annotator's own begins a case
            cases.append([])
        cases[-1].append(number)
    shared = [0.0] * len(examples)
    for case in cases:
        whole, weight = sum(likely[number] for number in case), sum(examples[number].weight for number in case)
        for number in case:
            shared[number] = weight * likely[number] / whole
    return [replace(example, weight=weight) for example, weight in zip(examples, shared, strict=True)]


def decision_of(examples: Sequence[Example], strength: float) -> Decision:
    """Return a yes-or-no model of the examples."""
    columns, model = fit(examples, strength)
    return _decision(columns, model.coef_[0], float(model.intercept_[0]))


def told_decision_of(examples: Sequence[Example], strength: float) -> Decision:
    """Return the same, in which a feature may weigh the more, the more it tells alone (Wang and Manning 2012).

    Each column is scaled by the size of the log ratio of its rates among the answers yes and no; on average the scale
    is one.
    """
    columns, rows = columns_of(examples)
    yes = np.array([bool(example.answer) for example in examples])
    rates = [(SMOOTH + rows[side].sum(axis=0).A1) / (2 * SMOOTH + side.sum()) for side in (yes, ~yes)]
    scale = np.abs(np.log(rates[0] / rates[1]))
    scale /= np.sqrt(np.mean(scale**2))
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(rows @ diags(scale), yes, sample_weight=_counted(examples))
    return _decision(columns, model.coef_[0] * scale, float(model.intercept_[0]))


def _decision(columns: DictVectorizer, coefficients: np.ndarray, intercept: float) -> Decision:
    names = columns.get_feature_names_out()
    weights = {str(n): round(float(w), 3) for n, w in zip(names, coefficients, strict=True) if abs(w) >= LIGHTEST}
    return Decision({ALWAYS: round(intercept, 3), **weights})


def choice_of(examples: Sequence[Example], strength: float) -> Choice:
    """Return a model of the examples that chooses among classes."""
    columns, model = fit(reweighed(examples, *fit(examples, strength, COARSE)), strength, COARSE)
    classes = [str(name) for name in model.classes_]
    weights = {ALWAYS: {c: round(float(w), 3) for c, w in zip(classes, model.intercept_, strict=True)}}
    for number, name in enumerate(columns.get_feature_names_out()):
        column = model.coef_[:, number]
        heavy = {c: round(float(w), 3) for c, w in zip(classes, column, strict=True) if abs(w) >= LIGHTEST}
        if heavy:
            weights[str(name)] = heavy
    return Choice.of(weights)


def train(material: Material, use: Callable[[str], bool]) -> Models:
    """Return the models of the articles that `use` accepts."""

    def of(examples: Iterable[Example]) -> list[Example]:
        return [example for example in examples if use(example.article)]

    return Models(
        event=told_decision_of(of(material.event), STRENGTH["event"]),
        core=decision_of(of(material.core), STRENGTH["core"]),
        kind=choice_of(of(material.kind), STRENGTH["kind"]),
        place=decision_of(of(material.place), STRENGTH["place"]),
        retelling=decision_of(of(material.retelling), STRENGTH["retelling"]),
        agency=decision_of(of(material.agency), STRENGTH["agency"]),
    )


def fold(article: str) -> int:
    """Return the fold of an article, from its id alone."""
    return int(hashlib.md5(article.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def predicted(proposals: Proposals, models: Models) -> list[dict[str, Any]]:
    """Return the models' result for an article, in the form that the scorer reads."""
    found = []
    for candidate in decide(proposals, models).candidates:
        when = candidate.date
        found.append(
            {
                "article": candidate.article,
                "date": str(when),
                "earliest": when.earliest and str(when.earliest),
                "latest": when.latest and str(when.latest),
                "kind": candidate.kind.value,
                "status": candidate.status.value,
                "places": list(map(str, candidate.places)),
                "agencies": list(candidate.agencies),
                "counts": {key: str(count) for key, count in candidate.counts.items()},
                "quote": candidate.quote,
            }
        )
    return found


def write(models: Models, names: Iterable[str], figures: str, articles: int) -> None:
    """Write the files of weights of the decisions named, each with its header."""
    for name in names:
        model = getattr(models, name)
        head = (
            f"# Weights of the decision '{name}', made by scripts/train.py from {articles} annotated articles"
            " and our own corpus.\n"
            f"# Cross-validated by article: {figures}\n"
        )
        lines = []
        for feature, weight in sorted(model.weights.items()):
            shown = " ".join(f"{c}:{w}" for c, w in weight.items()) if isinstance(weight, dict) else str(weight)
            lines.append(f"{feature}\t{shown}\n")
        (WEIGHTS / f"{name}.tsv").write_text(head + "".join(lines), "utf-8")


def main() -> None:
    """Train, cross-validate, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else sys.exit(__doc__)
    names = sys.argv[2:] or list(STRENGTH)
    if unknown := set(names) - set(STRENGTH):
        sys.exit(f"there is no decision {', '.join(sorted(unknown))}; there are {', '.join(STRENGTH)}")
    score, corpus = loaded(shared / "gold" / "score_events.py"), loaded(ROOT / "tests" / "corpus_score.py")
    golds = {slug: score.Gold(slug, data) for slug, data in score.load_gold("learn").items()}
    articles, _ = read_articles([shared / "articles"])
    proposed = {a.id: propose(a) for a in articles if a.id in golds}
    material = Material()
    for slug, proposals in proposed.items():
        gather(score, golds[slug], proposals, material)
    reported = len(material.kind)
    for half in OWN:
        for annotated in corpus.annotated(half):
            gather(score, as_gold(annotated), propose(annotated.article), material)
    own = len(material.kind)
    for half in OF_KINDS:
        teaches = Material(kind=material.kind, place=material.place)
        if half in OF_EVENTS:
            teaches.event, teaches.core = material.event, material.core
        for annotated in corpus.annotated(half):
            gather(score, as_gold(annotated), propose(annotated.article), teaches)
    for first, after, share in ((reported, own, INVENTED), (own, len(material.kind), FURTHER)):
        material.kind[first:after] = [replace(example, share=share) for example in material.kind[first:after]]
    found: list[dict[str, Any]] = []
    for number in range(FOLDS):
        models = train(material, lambda article, n=number: article not in proposed or fold(article) != n)  # type: ignore[misc]
        for slug, proposals in proposed.items():
            if fold(slug) == number:
                found += predicted(proposals, models)
    result = score.score_mentions("learn", found, show=False)
    print(json.dumps(result))
    shown = ("recall_core", "precision", "date_exact", "kind", "place", "status", "count", "agency")
    write(train(material, lambda _: True), names, ", ".join(f"{key} {result[key]}" for key in shown), len(proposed))


if __name__ == "__main__":
    main()
