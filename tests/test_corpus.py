"""The annotated corpus is sound, and extraction reads both halves of it no worse than before."""

from __future__ import annotations

from itertools import chain

import pytest

from corpus_score import CORPUS, HALVES, annotated, days, score
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.models import Candidate, Kind, Status
from raidline.places.lookup import resolve

# What the models decide is trained on the `dev` halves, among others, and never on the `test` halves.
FLOORS = {
    "dev": {"recall_core": 0.96, "precision": 0.91, "date": 0.97, "kind": 0.99, "place": 0.9, "status": 0.94},
    "test": {"recall_core": 0.87, "precision": 0.86, "date": 0.99, "kind": 0.85, "place": 0.64, "status": 0.94},
    "dev2": {"recall_core": 0.93, "precision": 0.9, "date": 0.99, "kind": 0.98, "place": 0.94, "status": 0.96},
    "test2": {"recall_core": 0.89, "precision": 0.88, "date": 0.99, "kind": 0.88, "place": 0.87, "status": 0.99},
    "dev3": {"recall_core": 0.83, "precision": 0.84, "date": 0.98, "kind": 0.95, "place": 0.79, "status": 0.98},
    "test3": {"recall_core": 0.74, "precision": 0.84, "date": 0.99, "kind": 0.8, "place": 0.86, "status": 0.96},
    "dev4": {"recall_core": 0.76, "precision": 0.7, "date": 0.98, "kind": 0.87, "place": 0.72, "status": 0.98},
    "test4": {"recall_core": 0.74, "precision": 0.73, "date": 0.98, "kind": 0.75, "place": 0.82, "status": 0.98},
    "dev5": {"recall_core": 0.8, "precision": 0.73, "date": 0.98, "kind": 0.88, "place": 0.77, "status": 0.97},
    "test5": {"recall_core": 0.81, "precision": 0.65, "date": 0.96, "kind": 0.8, "place": 0.83, "status": 0.97},
    "dev6": {"recall_core": 0.93, "precision": 0.74, "date": 0.96, "kind": 0.95, "place": 0.8, "status": 0.97},
    "dev7": {"recall_core": 0.83, "precision": 0.81, "date": 0.98, "kind": 0.89, "place": 0.8, "status": 0.96},
    "test7": {"recall_core": 0.8, "precision": 0.83, "date": 0.98, "kind": 0.8, "place": 0.84, "status": 0.96},
    "dev8": {"recall_core": 0.86, "precision": 0.86, "date": 0.97, "kind": 0.92, "place": 0.68, "status": 0.97},
    "test8": {"recall_core": 0.78, "precision": 0.78, "date": 0.99, "kind": 0.8, "place": 0.52, "status": 0.96},
}

ALL = [one for half in HALVES for one in annotated(half)]
EACH = [pytest.param(one, id=one.article.id) for one in ALL]


def test_halves_are_as_large_as_they_were():
    assert [len(annotated(half)) for half in HALVES] == [8, 8, 7, 7, 44, 8, 22, 8, 20, 8, 18, 14, 14, 14, 8]
    assert sum(len(one.expected) for one in ALL) >= 2500
    assert sorted(p.stem for p in (CORPUS / "events").iterdir()) == sorted(one.article.id for one in ALL)


@pytest.mark.parametrize("one", EACH)
def test_annotations_quote_their_article(one):
    quotes = [event[key] for event in one.raw["events"] for key in ("evidence", "date_text")]
    quotes += chain.from_iterable(event.get("alt_evidence", ()) for event in one.raw["events"])
    quotes += [entry["evidence"] for entry in one.raw.get("ignore", ())]
    quotes += one.raw["negatives"]
    assert [quote for quote in quotes if quote not in one.article.text] == []


@pytest.mark.parametrize("one", EACH)
def test_annotations_are_of_the_schema(one):
    assert one.raw["article"] == one.article.id
    assert one.raw["published"] == str(one.article.published)
    ids = [event["id"] for event in one.raw["events"]]
    assert len(set(ids)) == len(ids)
    for event in one.raw["events"]:
        assert {event["kind"], *event.get("kind_alt", ())} <= set(Kind), event["id"]
        assert event["status"] in set(Status), event["id"]
        assert event["core"] in {"true", "false"}, event["id"]
        assert all(resolve(name).full_name == name for name in event["places"]), event["id"]
        assert all(Count.parse(text) for text in event.get("counts", {}).values()), event["id"]
        for value in (event["date"], *event.get("alt_dates", ())):
            first, last = days(value)
            assert first <= last, event["id"]


@pytest.mark.parametrize("one", EACH)
def test_what_occurred_is_not_dated_after_its_report(one):
    late = [
        event.date for event in one.expected if event.status == "occurred" and event.days[0][1] > one.article.published
    ]
    early = [
        event.date for event in one.expected if event.status == "planned" and event.days[0][1] < one.article.published
    ]
    assert (late, early) == ([], [])


def perfect(one):
    return [
        Candidate(
            article=one.article.id,
            date=Edtf.parse(event.date),
            places=event.places,
            kind=Kind(event.kinds[0]),
            status=Status(event.status),
            quote=event.evidence,
            start=event.spans[0][0],
            end=event.spans[0][1],
            date_text=event.date_text,
            **dict.fromkeys(("how", "trigger", "modality", "title"), ""),
            **{"agencies": (), "participants": frozenset(), "counts": {}, "attribution": None, "salience": 0.5},
        )
        for event in one.expected
    ]


def moved(one):
    return [candidate.model_copy(update={"date": Edtf.parse("1999-12-31")}) for candidate in perfect(one)]


@pytest.mark.parametrize("half", HALVES)
def test_scorer_knows_right_from_wrong(half):
    corpus = annotated(half)
    assert set(score(corpus, perfect).figures.values()) == {1.0}
    assert score(corpus, perfect).errors == ()
    assert set(score(corpus, moved).figures.values()) == {0.0}
    assert set(score(corpus, lambda one: perfect(one) * 2).figures.values()) == {1.0, 0.5}


@pytest.mark.parametrize("half", HALVES)
def test_corpus_is_read_no_worse_than_before(half):
    figures = score(annotated(half)).figures
    assert {name: figures[name] for name, floor in FLOORS[half].items() if figures[name] < floor} == {}, figures
