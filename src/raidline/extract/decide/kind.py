"""What kind of event a dated act is: the evidence for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.event import ACTORS
from raidline.extract.decide.loglinear import Choice
from raidline.extract.decide.words import (
    classes_among,
    classes_in,
    frames_among,
    frames_in,
    framing_words,
    lower_words,
    title_words,
    vocabulary,
    words,
)
from raidline.extract.events.actors import find_agencies
from raidline.extract.events.triggers import find_triggers
from raidline.lexicon.actors import actor_pattern
from raidline.models import Kind

_REACH = 60  # characters on either side of the trigger
_BEFORE, _BEHIND = 6, 7  # words on either side
_STEM = 5  # letters
_BESIDE = 5  # words on either side of the date
_AROUND = 200  # characters on either side of the sentence


def features(draft: Draft) -> Iterator[str]:
    """Yield the features of a draft; none holds more than two words of its text."""
    yield from _of_trigger(draft)
    yield from (f"clause={word}" for word in sorted(vocabulary(draft.clause)))
    yield from (f"word={word}" for word in sorted(vocabulary(draft.quote)))
    yield from (f"title={word}" for word in sorted(title_words(draft.article.title)))
    yield from _of_classes(draft)
    yield from _of_frames(draft)
    yield from _of_date(draft)
    yield from _of_others(draft)
    yield f"breadth={draft.breadth}"
    yield f"age={draft.age}"


def ranked(model: Choice, read: Kind, evidence: Iterable[str]) -> list[Kind]:
    """Return the kinds, likeliest first; what the rules `read` comes first if the weights do not know that kind yet."""
    scores = model.scores(evidence)
    kinds = [Kind(name) for name in sorted(scores, key=lambda name: (scores[name], name), reverse=True)]
    return kinds if read in kinds else [read, *kinds]


def _of_trigger(draft: Draft) -> Iterator[str]:
    text, happening, (start, end) = draft.article.text, draft.happening, draft.sentence
    trigger, kind = happening.trigger, happening.kind.value
    yield f"kind={kind}"
    yield f"kind={kind}&role={trigger.role}"
    yield f"kind={kind}&doubt={bool(happening.doubt)}"
    yield f"role={trigger.role}"
    said = words(trigger.text.lower())
    yield f"trigger={' '.join(said[-2:])}"
    yield f"stem={said[-1][:_STEM] if said else ''}"
    yield from (f"before={word}" for word in words(text[max(start, trigger.start - _REACH) : trigger.start])[-_BEFORE:])
    behind = words(text[trigger.end : min(end, trigger.end + _REACH)])[:_BEHIND]
    yield from (f"behind={word}" for word in behind)
    yield from (f"behind={one} {two}" for one, two in pairwise(behind[:6]))


def _of_classes(draft: Draft) -> Iterator[str]:
    text, happening, (start, end) = draft.article.text, draft.happening, draft.sentence
    trigger, kind = happening.trigger, happening.kind.value
    yield from (f"said class={name}" for name in classes_in(trigger.text))
    before = lower_words(text[max(start, trigger.start - _REACH) : trigger.start])[-_BEFORE:]
    behind = lower_words(text[trigger.end : min(end, trigger.end + _REACH)])[:_BEHIND]
    yield from (f"before class={name}" for name in classes_among(before))
    yield from (f"behind class={name}" for name in classes_among(behind))
    for name in classes_in(draft.clause):
        yield f"clause class={name}"
        yield f"kind={kind}&clause class={name}"
    yield from (f"sentence class={name}" for name in classes_in(draft.quote))


def _of_frames(draft: Draft) -> Iterator[str]:
    text, trigger, (start, end) = draft.article.text, draft.happening.trigger, draft.sentence
    yield from (f"said frame={name}" for name in frames_in(trigger.text))
    before = framing_words(text[max(start, trigger.start - _REACH) : trigger.start])[-_BEFORE:]
    behind = framing_words(text[trigger.end : min(end, trigger.end + _REACH)])[:_BEHIND]
    yield from (f"before frame={name}" for name in frames_among(before))
    yield from (f"behind frame={name}" for name in frames_among(behind))
    yield from (f"clause frame={name}" for name in frames_in(draft.clause))
    yield from (f"sentence frame={name}" for name in frames_in(draft.quote))
    yield from (f"earlier frame={name}" for name in frames_in(text[max(0, start - _AROUND) : start]))
    yield from (f"later frame={name}" for name in frames_in(text[end : end + _AROUND]))


def _of_date(draft: Draft) -> Iterator[str]:
    """Yield what stands around the date: the rules may have read it with a verb it does not belong to."""
    text, timex, (start, end) = draft.article.text, draft.happening.timex, draft.sentence
    for side, near in (
        ("before", text[max(start, timex.start - _REACH) : timex.start]),
        ("behind", text[timex.end : min(end, timex.end + _REACH)]),
    ):
        beside = slice(-_BESIDE, None) if side == "before" else slice(_BESIDE)
        yield from (f"{side} date={word}" for word in words(near)[beside])
        yield from (f"{side} date class={name}" for name in classes_among(lower_words(near)[beside]))
        yield from (f"{side} date frame={name}" for name in frames_among(framing_words(near)[beside]))


def _of_others(draft: Draft) -> Iterator[str]:
    """Yield the acts and actors named beside the trigger."""
    text, happening = draft.article.text, draft.happening
    trigger, clause = happening.trigger, happening.clause
    for other in find_triggers(text, draft.sentence):
        yield f"sentence={other.kind.value}"
        if other.start != trigger.start and clause[0] <= other.start < clause[1]:
            yield f"beside={other.kind.value}/{other.role}"
    yield from (f"agency={name}" for name in find_agencies(text, clause))
    for actor in ACTORS:
        pattern = actor_pattern(actor)
        if pattern.search(text, clause[0], trigger.start):
            yield f"subject={actor}"
        elif pattern.search(text, *clause):
            yield f"actor={actor}"
