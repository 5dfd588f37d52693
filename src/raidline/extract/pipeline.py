"""The steps from an article to its candidates, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from raidline.dates.value import Edtf
from raidline.extract.events.actors import find_agencies, find_attribution, find_participants
from raidline.extract.events.counting import counts_of
from raidline.extract.events.distinct import distinct
from raidline.extract.events.event_mentions import Happening, find_happenings
from raidline.extract.events.modality import read_status
from raidline.extract.events.salience import ranked
from raidline.extract.events.scenes import SceneFinder
from raidline.extract.events.titles import make_title
from raidline.extract.text.boilerplate import prose, set_apart
from raidline.extract.text.sentences import Span, split_sentences
from raidline.extract.text.skipped import Skipped
from raidline.extract.timex import Timex, find_timexes
from raidline.extract.toponyms.mentions import find_places
from raidline.models import Candidate, Kind

if TYPE_CHECKING:
    from raidline.article import Article


_GOES_ON = 2  # sentences


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one article, most salient first, and what was left out, in the order of the text."""

    candidates: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]


def extract_article(article: Article) -> Extraction:
    """Return the candidate events of an article, dated against its day of publication.

    Without one, relative expressions stay unresolved and are among what was skipped.
    """
    text = article.text
    sentences, furniture = prose(text, split_sentences(text))
    scenes = SceneFinder(text, sentences, find_places(text), article.title or "")
    timexes = [t for t in find_timexes(text, article.published) if t.type in {"DATE", "TIME"} or t.edtf]
    drafts: list[Candidate] = []
    skipped = [
        Skipped(t.start, t.end, f"'{t.text}' stands in a menu, a list or a heading")
        for _, inside in _by_span(furniture, timexes)
        for t in inside
    ]
    dated = _by_span(sentences, timexes)
    following = _undated_behind(sentences, {sentence for sentence, _ in dated})
    for sentence, inside in dated:
        own, stamps = set_apart(text, sentence, inside)
        happenings, left_out = find_happenings(text, sentence, own)
        drafts += [
            _candidate(article, scenes, sentence, following.get(sentence), happening) for happening in happenings
        ]
        skipped += stamps + left_out
    return Extraction(tuple(ranked(article, distinct(drafts))), tuple(sorted(skipped, key=lambda s: s.start)))


def _by_span(spans: Sequence[Span], timexes: Sequence[Timex]) -> list[tuple[Span, list[Timex]]]:
    """Group the time expressions by the span they begin in; both are in order, and spans without any are left out."""
    starts = [t.start for t in timexes]
    groups = []
    for start, end in spans:
        inside = timexes[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            groups.append(((start, end), list(inside)))
    return groups


def _undated_behind(sentences: Sequence[Span], dated: set[Span]) -> dict[Span, Span]:
    """Return for each dated sentence the stretch behind it without a date, which goes on with what was told."""
    found = {}
    for at, sentence in enumerate(sentences):
        if sentence in dated:
            behind = list(takewhile(lambda other: other not in dated, sentences[at + 1 : at + 1 + _GOES_ON]))
            if behind:
                found[sentence] = (behind[0][0], behind[-1][1])
    return found


def _day_of(timex: Timex) -> Edtf:
    """Return the date of an act: the whole of an interval; of "around 5 p.m." the day, which is not around."""
    when = timex.until or timex.edtf
    if when is None:  # find_happenings keeps dated ones only
        raise ValueError(f"'{timex.text}' has no date")
    if timex.type == "TIME" and when.approximate and when.earliest and when.earliest == when.latest:
        return Edtf.of(when.earliest)
    return when


def _candidate(
    article: Article, scenes: SceneFinder, sentence: Span, following: Span | None, happening: Happening
) -> Candidate:
    text = article.text
    timex, clause, kind = happening.timex, happening.clause, happening.kind
    places, how_place = scenes.places_of(happening, sentence)
    counts = counts_of(text, clause, sentence, following, (timex.start, timex.end))
    agencies = find_agencies(text, (clause[0], happening.trigger.end))
    if not agencies and kind is Kind.OPERATION:
        agencies = find_agencies(text, clause) or find_agencies(text, sentence)
    status, modality = read_status(text, happening, article.published)
    when = _day_of(timex)
    start, end = sentence
    return Candidate(
        article=article.id,
        date=when,
        date_text=timex.text,
        how="; ".join(filter(None, (timex.how, how_place))),
        trigger=happening.trigger.text,
        kind=kind,
        status=status,
        modality=modality,
        title=make_title(kind, agencies, places, counts),
        places=places,
        agencies=agencies,
        participants=find_participants(text, sentence),
        counts=counts,
        attribution=find_attribution(text, sentence),
        quote=text[start:end],
        start=start,
        end=end,
        salience=0.0,
    )
