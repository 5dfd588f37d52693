"""Is a dated act an event of the timeline, and one that its article is about? The evidence for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.extract.counting.reading import find_counts
from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.words import (
    Steps,
    classes_among,
    classes_in,
    lower_words,
    step,
    title_words,
    vocabulary,
    words,
)
from raidline.extract.events.actors import find_agencies
from raidline.lexicon.actors import actor_pattern

ACTORS = ("court", "legislature", "board", "press", "agency", "agents", "police", "executive", "crowd")
_NEAR = 40  # characters on either side of a date
_REACH, _BESIDE = 60, 5  # characters and words on either side of a date whose classes count
_GAPS: Steps = ((-60, "far before"), (-20, "before"), (0, "right before"), (20, "right behind"), (60, "behind"))
_LENGTHS: Steps = ((8, "short"), (20, "middle"), (40, "long"))
_PARTS = 5  # of an article, by position


def features(draft: Draft) -> Iterator[str]:
    """Yield the features of a draft; none holds more than two words of its text."""
    yield from _of_date(draft)
    yield from _of_act(draft)
    yield from _of_words(draft)
    yield from _of_classes(draft)
    yield from _of_actors(draft)
    yield from _of_position(draft)


def _of_date(draft: Draft) -> Iterator[str]:
    text, timex, (start, end) = draft.article.text, draft.happening.timex, draft.sentence
    yield f"age={draft.age}"
    yield f"breadth={draft.breadth}"
    yield f"age={draft.age}&breadth={draft.breadth}"
    yield f"type={timex.type}"
    if timex.edtf and timex.edtf.approximate:
        yield "approximate"
    yield f"date={' '.join(words(timex.text.lower())[:2])}"
    before = words(text[max(start, timex.start - _NEAR) : timex.start])[-2:]
    behind = words(text[timex.end : min(end, timex.end + _NEAR)])[:2]
    yield f"before={before[-1] if before else '^'}"
    yield f"before={' '.join(before) or '^'}"
    yield f"behind={behind[0] if behind else '$'}"
    yield f"behind={' '.join(behind) or '$'}"
    quoted = text[start : timex.start]
    if quoted.count("“") > quoted.count("”") or quoted.count('"') % 2:
        yield "quoted"


def _of_act(draft: Draft) -> Iterator[str]:
    happening = draft.happening
    timex, trigger, kind, doubt = happening.timex, happening.trigger, happening.kind.value, happening.doubt or "none"
    yield f"doubt={doubt}"
    yield f"doubt={doubt}&breadth={draft.breadth}"
    yield f"role={trigger.role}"
    yield f"kind={kind}"
    yield f"kind={kind}&breadth={draft.breadth}"
    yield f"kind={kind}&age={draft.age}"
    yield f"trigger={' '.join(words(trigger.text.lower())[-2:])}"
    gap = trigger.start - timex.end if trigger.start >= timex.end else trigger.end - timex.start
    yield f"gap={step(gap, _GAPS, 'far behind')}"


def _of_words(draft: Draft) -> Iterator[str]:
    own = vocabulary(draft.quote)
    yield from (f"word={word}" for word in sorted(own))
    yield from (f"clause={word}" for word in sorted(vocabulary(draft.clause)))
    yield f"title={min(len(own & title_words(draft.article.title)), 3)}"


def _of_classes(draft: Draft) -> Iterator[str]:
    text, timex, trigger, (start, end) = (
        draft.article.text,
        draft.happening.timex,
        draft.happening.trigger,
        draft.sentence,
    )
    yield from (f"said class={name}" for name in classes_in(trigger.text))
    for name in classes_in(draft.clause):
        yield f"clause class={name}"
        yield f"clause class={name}&role={trigger.role}"
    yield from (f"sentence class={name}" for name in classes_in(draft.quote))
    before = lower_words(text[max(start, timex.start - _REACH) : timex.start])[-_BESIDE:]
    behind = lower_words(text[timex.end : min(end, timex.end + _REACH)])[:_BESIDE]
    yield from (f"before class={name}" for name in classes_among(before))
    yield from (f"behind class={name}" for name in classes_among(behind))


def _of_actors(draft: Draft) -> Iterator[str]:
    text, clause = draft.article.text, draft.happening.clause
    agencies = find_agencies(text, clause)
    yield f"agencies={min(len(agencies), 2)}"
    yield from (f"agency={name}" for name in agencies)
    for actor in ACTORS:
        pattern = actor_pattern(actor)
        if pattern.search(text, *clause):
            yield f"actor={actor}"
        elif pattern.search(text, *draft.sentence):
            yield f"sentence actor={actor}"
    yield from (f"counts={key}" for key in find_counts(text, clause))


def _of_position(draft: Draft) -> Iterator[str]:
    length = max(1, len(draft.article.text))
    yield f"position={min(_PARTS - 1, _PARTS * draft.sentence[0] // length)}"
    yield f"sentence={min(draft.number, 4)}"
    yield f"length={step(len(words(draft.quote)), _LENGTHS, 'very long')}"
    yield f"told={min(draft.told, 3)}"
