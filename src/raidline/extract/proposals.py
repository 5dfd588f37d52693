"""What the rules propose for an article: its dated acts as they were read, and what is certainly not an act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.extract.counting.tallies import Passage, counts_of
from raidline.extract.decide.agency import Bodies
from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.decide.named import Named
from raidline.extract.decide.titled import find_with_title
from raidline.extract.events.answering import ANSWERS, earlier_acts, own_part
from raidline.extract.events.bodies.acting import Acting
from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.events.where.scenes import SceneFinder
from raidline.extract.text.advisories import Advisory, advisories
from raidline.extract.text.asked import answered, denied, questions, untold, with_short_answers
from raidline.extract.text.boilerplate import prose, set_apart
from raidline.extract.text.chronicles.chronicle import before, elsewhen, headings, inherited, rows, undatable
from raidline.extract.text.chronicles.deictics import seen_from_headings
from raidline.extract.text.chronicles.live import bare_hour, live_entries
from raidline.extract.text.headline import headline
from raidline.extract.text.references import dereferenced, widened
from raidline.extract.text.sentences import Span, split_sentences
from raidline.extract.text.skipped import Skipped
from raidline.extract.text.teasers import other_reports, without
from raidline.extract.text.wrapping import unwrapped
from raidline.extract.timex import Timex, find_timexes
from raidline.merging.words import topics
from raidline.models import Kind

if TYPE_CHECKING:
    from datetime import date

    from raidline.article import Article

_LEAD = 4  # sentences whose acts a title tells of
_GOES_ON = 2  # sentences


@dataclass(frozen=True, slots=True)
class Proposals:
    """The dated acts of one article in the order of its text, what was left out, and what is named where.

    Drafts are read from a text in which lines that continue are joined.
    """

    article: Article  # as it was saved
    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
    scenes: SceneFinder
    bodies: Bodies
    named: Named
    topics: tuple[str, ...]  # the words that it tells most
    following: Mapping[Span, Span]  # the undated stretch after a sentence
    previous: Mapping[Span, Span]  # the sentence before a sentence
    dates: Mapping[Span, tuple[Span, ...]]  # the time expressions in a sentence
    denied: Collection[Span]  # the questions answered with no
    told_on: Mapping[int, date]  # from which day the dates count that do not count from publication, by their beginning

    def told(self, draft: Draft) -> Telling:
        """Return a draft with its place, bodies and numbers as the rules read them."""
        places, how = self.scenes.places_of(draft.happening, draft.sentence)
        kind = draft.happening.kind
        return Telling(draft, places, how, self._bodies(draft, kind), self._counts(draft, kind))

    def of_kind(self, telling: Telling, kind: Kind) -> Telling:
        """Return a telling with the bodies and numbers of a kind, which may not be the one the rules read."""
        draft = telling.draft
        if kind is draft.happening.kind:
            return telling
        places, how = telling.places, telling.how_place
        if kind in {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST} and places[:1] and places[0].is_nation:
            places, how = self.scenes.places_of(replace(draft.happening, kind=kind), draft.sentence)
        return replace(
            telling, places=places, how_place=how, agencies=self._bodies(draft, kind), counts=self._counts(draft, kind)
        )

    def _bodies(self, draft: Draft, kind: Kind) -> tuple[str, ...]:
        happening = draft.happening
        return self.bodies.acting.of(happening.trigger, kind, happening.clause, draft.sentence)

    def _counts(self, draft: Draft, kind: Kind) -> dict[str, Count]:
        happening, sentence, timex = draft.happening, draft.sentence, draft.happening.timex
        previous, following = self.previous.get(sentence), self.following.get(sentence)
        before = None if previous in self.dates else previous
        title = (self.article.title or "") if draft.number < _LEAD else ""
        day, dates = (timex.start, timex.end), self.dates.get(sentence, ())
        ahead = draft.age == "ahead"
        own = self._own(draft) if kind in ANSWERS else sentence
        clause = (max(own[0], happening.clause[0]), min(own[1], happening.clause[1]))
        passage = Passage(clause, own, day, dates, previous, before, following, title, ahead)
        return counts_of(draft.article.text, kind, passage)

    def _own(self, draft: Draft) -> Span:
        """Return what tells of an act alone; of an earlier act without a day beside it, all tells how it came out."""
        text, sentence, happening = draft.article.text, draft.sentence, draft.happening
        own = own_part(text, sentence, happening.trigger.start, happening.timex.end - 1)
        earlier = any((one.start, one.end) == own for one in earlier_acts(text, sentence))
        return sentence if earlier and len(self.dates.get(sentence, ())) <= 1 else own


def propose(article: Article) -> Proposals:
    """Return the proposals of the rules; without a day of publication, relative dates stay unresolved."""
    saved, text = article, unwrapped(dereferenced(article.text))
    article = replace(article, title=headline(article) or None, text=text)
    timexes = [t for t in find_timexes(text, article.published) if t.type in {"DATE", "TIME"} or t.edtf]
    notices = advisories(text, timexes)
    sentences, tabled, furniture = _sentences(saved.text, text, timexes, notices)
    heads = headings(text, sentences, timexes, article.published)
    seen = seen_from_headings(text, heads, timexes, article.published)
    timexes = list(seen.timexes)
    asked = frozenset(questions(text, sentences))
    sentences = with_short_answers(text, sentences, asked, timexes)
    answers = answered(text, sentences, asked, timexes)
    announced = {one.span: one.day for one in notices}
    live = live_entries(article, sentences, timexes, heads)
    above = {**inherited(text, sentences, timexes, heads), **live, **answers, **announced}
    skipped = [*_in_furniture(furniture, timexes, above.values()), *undatable(sentences, timexes, heads)]
    skipped += _in_notices(notices)
    dated = _dated(sentences, timexes, above, announced, live)
    not_told = untold(text, sentences, asked, answers)
    drafts, left_out = _drafts(article, sentences, dated, tabled, not_told)
    apart = other_reports(text)
    found, titled = find_with_title(article.title or "", text, article.publisher)
    mentions = [one for one in found if not _within(one.start, apart)]
    named = Named.read(article, sentences, mentions, titled)
    scenes = SceneFinder(article, sentences, mentions, named.homes)
    dates = {sentence: tuple((t.start, t.end) for t in inside) for sentence, inside in dated}
    return Proposals(
        saved,
        tuple(drafts),
        (*skipped, *left_out),
        scenes,
        Bodies.read(article, Acting(article)),
        named,
        topics(f"{article.title or ''}\n{text}"),
        _undated_behind(sentences, dates, {one for one in sentences if heads and elsewhen(text, one)}),
        {after: before for before, after in pairwise(sentences) if after in dates},
        dates,
        denied(text, sentences, asked),
        seen.days,
    )


def _sentences(
    saved: str, text: str, timexes: Sequence[Timex], notices: Sequence[Advisory]
) -> tuple[list[Span], Collection[Span], Sequence[Span]]:
    """Return the sentences of prose, notices and rows of tables, in order; the last two again; and what is neither."""
    tabled = sorted({*dict(rows(text, timexes)), *(one.span for one in notices)})
    read = without([*tabled], split_sentences(text))
    days = sorted(one.line[1] for one in headings(text, read, timexes))
    kept, furniture = prose(text, read, days)
    found = sorted([*kept, *tabled])
    return [widened(saved, sentence) for sentence in found] if "&" in saved else found, tabled, furniture


def _in_furniture(furniture: Sequence[Span], timexes: Sequence[Timex], above: Collection[Timex]) -> Iterator[Skipped]:
    """Yield the dates in what is no prose, unless they stand above something."""
    starts = {one.start for one in above}
    for _, inside in _by_span(furniture, timexes):
        for t in inside:
            if t.start not in starts:
                yield Skipped(t.start, t.end, f"'{t.text}' is in a menu, a list or a heading")


def _in_notices(notices: Sequence[Advisory]) -> Iterator[Skipped]:
    for one in notices:
        for t in one.others:
            yield Skipped(t.start, t.end, f"'{t.text}' is beside the day of a notice, '{one.day.text}'")


def _dated(
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    above: Mapping[Span, Timex],
    announced: Collection[Span],
    live: Collection[Span],
) -> list[tuple[Span, list[Timex]]]:
    """Return the sentences that have a date, with what dates them: their own words, or what stands above them.

    The news of a live page has the hour of its entry besides its own words.
    """
    named_in = dict(_by_span(sentences, timexes))

    def outside(one: Span) -> list[Timex]:
        where = "in its notice" if one in announced else "at the head of its entry" if one in live else "above it"
        day = before(one, above[one], where)
        own = (
            [t for t in named_in.get(one, ()) if t.start != above[one].start and not bare_hour(t)]
            if one in live
            else []
        )
        return [day, *own]

    return [
        (one, outside(one)) if one in above else (one, named_in[one])
        for one in sentences
        if one in above or one in named_in
    ]


def _drafts(
    article: Article,
    sentences: Sequence[Span],
    dated: Sequence[tuple[Span, list[Timex]]],
    tabled: Collection[Span],
    not_told: Collection[Span],
) -> tuple[list[Draft], list[Skipped]]:
    """Return the acts of the dated sentences as they were read, and the dates of no act."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    told: Counter[Edtf] = Counter()
    number_of = {sentence: number for number, sentence in enumerate(sentences)}
    for sentence, inside in dated:
        if sentence in not_told:
            skipped += (Skipped(t.start, t.end, f"'{t.text}' is asked about") for t in inside)
            continue
        own, stamps = (inside, []) if sentence in tabled else set_apart(article.text, sentence, inside)
        happenings, left_out = find_happenings(article.text, sentence, own, article.published)
        for rank, happening in enumerate(happenings):
            seen = told[happening.named]
            drafts.append(Draft(article, sentence, happening, number_of[sentence], seen, rank, len(happenings)))
            told[happening.named] += 1
        skipped += stamps + left_out
    return drafts, skipped


def _within(position: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, position, key=itemgetter(0))
    return at > 0 and position < spans[at - 1][1]


def _undated_behind(
    sentences: Sequence[Span], dated: Collection[Span], elsewhere: Collection[Span]
) -> dict[Span, Span]:
    """Return for each dated sentence the stretch after it without a date, which continues the report.

    In a chronicle it ends before what is told of another time.
    """
    found = {}
    for at, sentence in enumerate(sentences):
        if sentence in dated:
            behind = list(
                takewhile(
                    lambda other: other not in dated and other not in elsewhere, sentences[at + 1 : at + 1 + _GOES_ON]
                )
            )
            if behind:
                found[sentence] = (behind[0][0], behind[-1][1])
    return found


def _by_span(spans: Sequence[Span], timexes: Sequence[Timex]) -> Iterator[tuple[Span, list[Timex]]]:
    """Group the time expressions by the span they begin in; both are in order, and empty spans are left out."""
    starts = [t.start for t in timexes]
    for start, end in spans:
        inside = timexes[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            yield (start, end), list(inside)
