"""Whether two dated acts of one article are the same happening reported twice: the evidence for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from math import prod

from raidline.extract.decide.again.looking_back import is_hour_of, looks_back
from raidline.extract.decide.again.one_entry import are_news_of_two_hours, is_of_one_entry, opens_entry
from raidline.extract.decide.drafts import Draft, Telling
from raidline.extract.decide.loglinear import Decision
from raidline.extract.decide.words import (
    Steps,
    classes_in,
    function_words,
    introductions,
    stems,
    step,
    title_words,
    words,
    written_words,
)
from raidline.extract.events.actors import find_participants
from raidline.merging.nearness import places_meet
from raidline.models import Kind

_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_APART: Steps = ((0, "same"), (1, "next"), (3, "near"), (8, "far"))
_OVERLAPS: Steps = ((0, "0"), (0.1, ".1"), (0.2, ".2"), (0.3, ".3"), (0.45, ".45"), (0.65, ".65"))
_RATES: Steps = ((0, "0"), (0.05, ".05"), (0.1, ".1"), (0.16, ".16"), (0.25, ".25"), (0.5, ".5"))
MOST_COMPARED = 40  # nearest reports in the text, so that the cost of a long article grows only with its length
_OFFICE = "an act of"
_FOR_ITSELF = ("named in the clause", "named in the sentence", _OFFICE, "'")
_HALF = 0.5
_TWO_SIDES = {Kind.OPERATION, Kind.PROTEST}  # nobody takes one for the other
_LEAD = 3  # sentences
_STEM = 6  # letters
_BETWEEN = 6  # words
_OPENING = 2  # words
_IN_FRONT = 30  # characters before an act


@lru_cache(256)  # each report is compared with many
def _names(quote: str) -> frozenset[str]:
    return frozenset(_NAME.findall(quote))


@lru_cache(256)
def _numbers(quote: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(quote))


@lru_cache(4)  # as above
def _stems_of_title(title: str | None) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in title_words(title))


def comparable(one: Telling, two: Telling) -> bool:
    """Whether two reports can be of one happening at all.

    Their dates share a day, and the places that each names explicitly meet: a raid in Dallas is not one in Austin. The
    acts of two offices are two acts if the offices belong to two places; a raid is no protest, and what is said in two
    entries of a live page is said twice.
    """
    if not one.date.overlaps(*two.date.bounds()):
        return False
    if {
        telling.draft.happening.kind for telling in (one, two)
    } == _TWO_SIDES and one.draft.sentence != two.draft.sentence:
        return False
    if are_news_of_two_hours(one, two):
        return False
    return places_agree(one, two)


def places_agree(one: Telling, two: Telling) -> bool:
    """Whether two reports can be of one place: those that each names explicitly meet, or one names none."""
    if all(telling.how_place.startswith(_OFFICE) for telling in (one, two)):
        one_office = one.how_place == two.how_place
        return bool(places_meet(one.places, two.places) if one_office else set(one.places) & set(two.places))
    for_itself = all(telling.how_place.startswith(_FOR_ITSELF) for telling in (one, two))
    return not for_itself or bool(places_meet(one.places, two.places))


def features(one: Telling, two: Telling) -> Iterator[str]:
    """Yield the features of a pair, the earlier in the text first; only lower-case words are weighed."""
    dates = _dates(one, two)
    same_sentence = one.draft.sentence == two.draft.sentence
    near = step(two.draft.number - one.draft.number, _APART, "very far")
    yield f"dates={dates}"
    yield f"sentence={near}"
    yield f"sentence={near}&{dates}"
    yield f"ages={one.draft.age}&{dates}"
    yield f"leads={one.draft.number < _LEAD}/{two.draft.number < _LEAD}"
    yield from _of_acts(one, two, dates)
    if same_sentence:
        yield from _of_one_sentence(one, two)
    else:
        yield from _of_two_sentences(one.draft, two.draft, dates)
    yield from _alike("clause", stems(one.draft.clause), stems(two.draft.clause))
    yield from _of_going_on(one.draft, two.draft)
    yield from _of_readings(one, two)


def _dates(one: Telling, two: Telling) -> str:
    (first, last), (other_first, other_last) = one.date.bounds(), two.date.bounds()
    if (first, last) == (other_first, other_last):
        return f"same {one.draft.breadth}"
    shared = min(last, other_last) - max(first, other_first)
    whole = max(last, other_last) - min(first, other_first)
    return "half" if (shared.days + 1) / (whole.days + 1) >= _HALF else "part"


def _of_acts(one: Telling, two: Telling, dates: str) -> Iterator[str]:
    a, b = one.draft.happening, two.draft.happening
    kinds = "same" if a.kind is b.kind else "/".join(sorted((a.kind.value, b.kind.value)))
    yield f"kinds={kinds}"
    yield f"kinds={kinds}&{dates}"
    if a.kind is b.kind:
        yield f"kind={a.kind.value}"
        yield f"kind={a.kind.value}&{dates}"
    verbs = tuple(sorted(h.trigger.text.lower()[:_STEM] for h in (a, b)))
    yield f"trigger={verbs[0] == verbs[1]}"
    yield f"trigger={verbs[0] == verbs[1]}&sentence={one.draft.sentence == two.draft.sentence}"
    yield f"triggers={verbs[0]}/{verbs[1]}"
    yield f"one trigger={a.trigger.start == b.trigger.start}"
    yield f"one expression={a.timex.start == b.timex.start}"
    yield f"roles={'/'.join(sorted((a.trigger.role, b.trigger.role)))}"
    yield f"doubts={'/'.join(sorted((a.doubt or 'none', b.doubt or 'none')))}"
    yield from (f"date={' '.join(words(h.timex.text.lower())[:1])}" for h in (a, b))


def _of_one_sentence(one: Telling, two: Telling) -> Iterator[str]:
    a, b = one.draft.happening.trigger, two.draft.happening.trigger
    between = one.draft.article.text[min(a.end, b.end) : max(a.start, b.start)]
    yield from (f"between={word}" for word in words(between)[:_BETWEEN])


def _of_two_sentences(a: Draft, b: Draft, dates: str) -> Iterator[str]:
    told = stems(a.quote), stems(b.quote)
    yield from _alike("words", *told)
    names = min(len(_names(a.quote) & _names(b.quote)), 4)
    yield f"names={names}"
    yield f"names={names}&{dates}"
    numbers = _numbers(a.quote), _numbers(b.quote)
    yield f"numbers={min(len(numbers[0] & numbers[1]), 2)}/{min(len(numbers[0] ^ numbers[1]), 2)}"
    title = _stems_of_title(a.article.title)
    yield f"title={min(len(title & told[0]), 3)}/{min(len(title & told[1]), 3)}"


def _of_going_on(a: Draft, b: Draft) -> Iterator[str]:
    """Yield whether the later report takes its act for known: "the raid", "Monday's vote" after "a raid"."""
    known, role, sentence = _known(b), b.happening.trigger.role, a.sentence == b.sentence
    yield f"known={known}&role={role}"
    yield f"known={known}&sentence={sentence}"
    yield f"known={known}&same kind={a.happening.kind is b.happening.kind}"
    yield f"knowns={_known(a)}/{known}"
    yield f"genitives={_is_genitive(a)}/{_is_genitive(b)}"
    yield f"genitive={_is_genitive(b)}&sentence={sentence}"
    said, also_said = set(classes_in(a.happening.trigger.text)), set(classes_in(b.happening.trigger.text))
    alike = "some" if said & also_said else "other" if said and also_said else "none"
    yield f"said classes={alike}"
    yield f"said classes={alike}&sentence={sentence}"
    both = sorted(set(classes_in(a.clause)) & set(classes_in(b.clause)))
    yield f"clause classes={min(len(both), 6)}"
    yield from (f"both={name}" for name in both)
    yield from (f"opens={word}" for word in words(b.quote)[:_OPENING])
    yield from _later(b.clause)


@lru_cache(256)  # each report is compared with many
def _later(clause: str) -> tuple[str, ...]:
    return tuple([f"later={word}" for word in sorted(function_words().intersection(words(clause)))])


def _known(draft: Draft) -> str:
    """Return whether an act is introduced as known, as new, or neither, by the two words before it."""
    trigger = draft.happening.trigger
    return _introduced(draft.article.text[max(draft.sentence[0], trigger.start - _IN_FRONT) : trigger.start])


@lru_cache(256)  # each report is compared with many
def _introduced(before: str) -> str:
    for word in map(str.lower, reversed(written_words(before)[-2:])):
        if word.endswith(("'s", "’s")):
            return "known"
        if word in introductions():
            return introductions()[word]
    return "neither"


def _is_genitive(draft: Draft) -> bool:
    timex, text = draft.happening.timex, draft.article.text
    return timex.text.endswith(("'s", "’s")) or text.startswith(("'s", "’s"), timex.end)


def _alike(what: str, a: frozenset[str], b: frozenset[str]) -> Iterator[str]:
    shared = len(a & b)
    yield f"{what}={step(shared / max(1, min(len(a), len(b))), _OVERLAPS, '1')}"
    yield f"{what} number={min(shared, 6)}"
    yield f"{what} rate={step(shared / max(1, len(a | b)), _RATES, '1')}"


def _of_readings(one: Telling, two: Telling) -> Iterator[str]:
    a, b = set(one.places), set(two.places)
    yield f"places={'equal' if a == b else 'some' if a & b else 'none'}"
    bodies = set(one.agencies) & set(two.agencies)
    yield f"bodies={'none' if not one.agencies or not two.agencies else 'some' if bodies else 'other'}"
    offices = [find_participants(t.draft.article.text, t.draft.happening.clause) for t in (one, two)]
    yield f"offices={'none' if not all(offices) else 'some' if offices[0] & offices[1] else 'other'}"
    for key, count in two.counts.items():
        if key in one.counts:
            yield f"counts={'same' if one.counts[key].text == count.text else 'other'}"


def told_once(
    tellings: Sequence[tuple[float, Telling]], same: Decision, least: float
) -> list[tuple[Telling, list[Telling]]]:
    """Return one report of each happening, the likeliest event first, each with its further reports.

    `tellings` come with the probability that each is an event. One is kept if the probability that it is an event, and
    not one of those kept before, is at least `least` (from 0 to 1); otherwise it counts as a further report of the most
    similar one; a scene of it, told by the hour, gives way to the report of the whole.
    """
    kept = _Kept()
    for probability, telling in sorted(tellings, key=lambda pair: (-pair[0], pair[1].draft.happening.timex.start)):
        others = kept.comparable_to(telling)
        likeness = [
            1.0 if looks_back(telling, other) or is_of_one_entry(telling, other) else _likeness(telling, other, same)
            for other, _ in others
        ]
        if probability * prod(1 - one for one in likeness) >= least:
            kept.add(telling)
        elif likeness:
            most_similar = others[likeness.index(max(likeness))]
            if is_hour_of(most_similar[0], telling) or opens_entry(telling, most_similar[0]):
                kept.put_before(most_similar, telling)
            else:
                most_similar[1].append(telling)
    return kept.reports


class _Kept:
    """The reports kept so far, each with its further reports; by date, so that few are compared in a long article."""

    def __init__(self) -> None:
        self.reports: list[tuple[Telling, list[Telling]]] = []
        self._dated: dict[tuple[date, date], list[tuple[int, int]]] = {}  # in the text, and among the reports

    def add(self, telling: Telling) -> None:
        self._dated.setdefault(telling.date.bounds(), []).append((telling.draft.number, len(self.reports)))
        self.reports.append((telling, []))

    def put_before(self, report: tuple[Telling, list[Telling]], telling: Telling) -> None:
        """Let a report of the same day take the place of one kept, which becomes a further one."""
        self.reports[self.reports.index(report)] = (telling, [report[0], *report[1]])

    def comparable_to(self, telling: Telling) -> list[tuple[Telling, list[Telling]]]:
        """Return those that can be of the same happening in order; of too many, the nearest, nearest first."""
        (first, last), number = telling.date.bounds(), telling.draft.number
        dated = [those for (start, end), those in self._dated.items() if start <= last and first <= end]
        nearest = sorted([(abs(other - number), at) for those in dated for other, at in those])
        found = list(islice((at for _, at in nearest if comparable(telling, self.reports[at][0])), MOST_COMPARED + 1))
        few = sorted(found) if len(found) <= MOST_COMPARED else found[:MOST_COMPARED]
        return [self.reports[at] for at in few]


def _likeness(one: Telling, two: Telling, same: Decision) -> float:
    return same.judged(of_pair(one, two)).probability


def of_pair(one: Telling, two: Telling) -> list[str]:
    """Return the features of a pair in any order."""
    return list(features(*sorted((one, two), key=lambda telling: telling.draft.happening.timex.start)))
