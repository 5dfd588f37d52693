"""Score candidates against the annotated corpus beside this file, mention by mention.

A candidate matches an event of the same article, one to one and the best pairs first, when its quote shares at least
half of the shorter of itself and an evidence sentence, and its days and those of the event (or of one of its other
readings) meet with intersection over union of at least one half. Run it to see the figures, and the errors of the `dev` halves.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from raidline import extract_article, read_articles
from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.models import Candidate
from raidline.places.lookup import resolve
from raidline.places.unresolved import AmbiguousPlace, UnknownPlace
from raidline.yamltext.reading import load

CORPUS = Path(__file__).parent / "corpus"
HALVES = (
    "dev",
    "test",
    "dev2",
    "test2",
    "dev3",
    "test3",
    "dev4",
    "test4",
    "dev5",
    "test5",
    "dev6",
    "dev7",
    "test7",
    "dev8",
    "test8",
)

Span = tuple[int, int]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated event; `days` begins with the reading preferred."""

    date: str
    date_text: str
    evidence: str
    spans: tuple[Span, ...]
    days: tuple[Days, ...]
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    status: str
    core: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotations; `raw` is the annotation file as it was read."""

    article: Article
    expected: tuple[Expected, ...]
    ignored: tuple[Span, ...]
    raw: dict


@dataclass(frozen=True, slots=True)
class Score:
    """Figures from 0 to 1 by name, and one line for each error."""

    figures: dict[str, float]
    errors: tuple[str, ...]


def annotated(half: str) -> list[Annotated]:
    """Return the annotated articles of one half, in the order of their names."""
    articles, problems = read_articles(sorted((CORPUS / "articles").glob(f"{half}-*.md")))
    assert not problems
    return [_annotate(article) for article in articles]


def days(edtf: str) -> Days:
    """Return the first and last day of a date, inclusive; an open end counts as the end that is known."""
    ends = [Edtf.parse(end) for end in edtf.split("/") if end not in ("", "..")]
    first, last = ends[0].earliest, ends[-1].latest
    assert first is not None
    assert last is not None
    return first, last


def extracted(one: Annotated) -> Sequence[Candidate]:
    """Return what the extractor finds in an article."""
    return extract_article(one.article).candidates


def score(corpus: Iterable[Annotated], find: Callable[[Annotated], Sequence[Candidate]] = extracted) -> Score:
    """Compare what is found in every article with its annotations."""
    tally: dict[str, list[bool]] = defaultdict(list)
    errors = [error for one in corpus for error in _compare(one, find(one), tally)]
    return Score({name: round(sum(hits) / len(hits), 3) for name, hits in sorted(tally.items())}, tuple(errors))


def _annotate(article: Article) -> Annotated:
    raw = load(CORPUS / "events" / f"{article.id}.yaml").data
    assert isinstance(raw, dict)
    expected = tuple(_expected(article.text, event) for event in raw["events"])
    return Annotated(article, expected, tuple(_span(article.text, x["evidence"]) for x in raw.get("ignore", ())), raw)


def _expected(text: str, event: dict) -> Expected:
    return Expected(
        date=event["date"],
        date_text=event["date_text"],
        evidence=event["evidence"],
        spans=tuple(_span(text, quote) for quote in (event["evidence"], *event.get("alt_evidence", ()))),
        days=tuple(days(value) for value in (event["date"], *event.get("alt_dates", ()))),
        kinds=(event["kind"], *event.get("kind_alt", ())),
        places=tuple(event["places"]),
        status=event["status"],
        core=event["core"] == "true",
    )


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return start, start + len(quote)


def _compare(one: Annotated, found: Sequence[Candidate], tally: dict[str, list[bool]]) -> Iterator[str]:
    pairs = _pairs(one.expected, found)
    matched = set(pairs.values())
    for n, event in enumerate(one.expected):
        tally["recall_core" if event.core else "recall_other"].append(n in pairs)
        if n not in pairs and event.core:
            yield f"missed  {one.article.id} {event.date} [{event.date_text}] {event.evidence}"
    for n, candidate in enumerate(found):
        if n not in matched and not _may_be_ignored(one, candidate):
            tally["precision"].append(False)
            yield f"false   {one.article.id} {candidate.date} [{candidate.date_text}] {candidate.kind}: {candidate.quote}"
    for n, m in pairs.items():
        event, candidate = one.expected[n], found[m]
        tally["precision"].append(True)
        for name, right, said, wanted in (
            ("date", _days(candidate) in event.days, candidate.date, event.date),
            ("kind", candidate.kind in event.kinds, candidate.kind, event.kinds[0]),
            ("place", _same_place(event, candidate), "; ".join(map(str, candidate.places)), "; ".join(event.places)),
            ("status", candidate.status == event.status, candidate.status, event.status),
        ):
            tally[name].append(right)
            if not right:
                yield f"{name:7} {one.article.id} {said} for {wanted} [{event.date_text}] {event.evidence}"


def _pairs(expected: Sequence[Expected], found: Sequence[Candidate]) -> dict[int, int]:
    """Map events to candidates; the more else agrees, the sooner two are paired."""
    close = []
    for n, event in enumerate(expected):
        for m, candidate in enumerate(found):
            near = max(_shared((candidate.start, candidate.end), span) for span in event.spans)
            when = max(_union(_days(candidate), either) for either in event.days)
            if near >= 0.5 and when >= 0.5:
                agree = (candidate.kind in event.kinds) + _same_place(event, candidate)
                worded = candidate.date_text in event.date_text or event.date_text in candidate.date_text
                close.append((when + agree + worded + near, n, m))
    pairs: dict[int, int] = {}
    for _, n, m in sorted(close, key=lambda pair: -pair[0]):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def _may_be_ignored(one: Annotated, candidate: Candidate) -> bool:
    span = (candidate.start, candidate.end)
    annotated_too = any(_shared(span, s) >= 0.5 for event in one.expected for s in event.spans)
    return not annotated_too and any(_shared(span, ignored) >= 0.5 for ignored in one.ignored)


def _days(candidate: Candidate) -> Days:
    return days(str(candidate.date))


def _shared(a: Span, b: Span) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / min(a[1] - a[0], b[1] - b[0])


def _union(a: Days, b: Days) -> float:
    shared = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    return max(0, shared) / ((max(a[1], b[1]) - min(a[0], b[0])).days + 1)


def _same_place(event: Expected, candidate: Candidate) -> bool:
    return not {_code(name) for name in event.places}.isdisjoint(place.code for place in candidate.places)


def _code(name: str) -> str:
    try:
        return resolve(name).code
    except (AmbiguousPlace, UnknownPlace):
        return name


if __name__ == "__main__":
    for half in HALVES:
        result = score(annotated(half))
        sys.stdout.write(f"{half}: {result.figures}\n")
        if half.startswith("dev"):
            sys.stdout.writelines(f"{error}\n" for error in result.errors)
