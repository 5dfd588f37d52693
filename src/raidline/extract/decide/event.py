"""Is a dated act an event of the timeline, and one that its article is about? The evidence for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.extract.counting.reading import find_counts
from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.evidence import about, manner
from raidline.extract.decide.words import (
    Steps,
    classes_among,
    step,
    title_words,
    told_classes,
    told_words,
    vocabulary,
    words,
    written_words,
)
from raidline.extract.events.actors import ACTORS, find_actors, find_agencies

_NEAR = 40  # characters on either side of a date
_REACH, _BESIDE = 60, 5  # characters and words on either side of a date whose classes count
_GAPS: Steps = ((-60, "far before"), (-20, "before"), (0, "right before"), (20, "right behind"), (60, "behind"))
_LENGTHS: Steps = ((8, "short"), (20, "middle"), (40, "long"))
_PARTS = 5  # of an article, by position


def features(draft: Draft) -> list[str]:
    """Return the features of a draft; none holds more than two words of its text."""
    return [
        *_of_date(draft),
        *_of_act(draft),
        *_of_words(draft),
        *_of_classes(draft),
        *_of_actors(draft),
        *_of_position(draft),
        *manner.features(draft),
        *about.features(draft),
    ]


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


def _of_words(draft: Draft) -> list[str]:
    shared = vocabulary(draft.quote) & title_words(draft.article.title)
    return [
        *told_words("word", draft.quote),
        *told_words("clause", draft.clause),
        f"title={min(len(shared), 3)}",
    ]


def _of_classes(draft: Draft) -> list[str]:
    text, timex, (start, end) = draft.article.text, draft.happening.timex, draft.sentence
    trigger = draft.happening.trigger
    told = [*told_classes("said", trigger.text)]
    for feature in told_classes("clause", draft.clause):
        told += feature, f"{feature}&role={trigger.role}"
    told += told_classes("sentence", draft.quote)
    before = written_words(text[max(start, timex.start - _REACH) : timex.start])[-_BESIDE:]
    behind = written_words(text[timex.end : min(end, timex.end + _REACH)])[:_BESIDE]
    told += [f"before class={name}" for name in classes_among(before)]
    told += [f"behind class={name}" for name in classes_among(behind)]
    return told


def _of_actors(draft: Draft) -> list[str]:
    text, clause = draft.article.text, draft.happening.clause
    agencies = find_agencies(text, clause)
    told = [f"agencies={min(len(agencies), 2)}", *[f"agency={name}" for name in agencies]]
    inside, around = find_actors(text, clause), find_actors(text, draft.sentence)
    for actor in ACTORS:
        if actor in inside:
            told.append(f"actor={actor}")
        elif actor in around:
            told.append(f"sentence actor={actor}")
    told += [f"counts={key}" for key in find_counts(text, clause)]
    return told


def _of_position(draft: Draft) -> tuple[str, ...]:
    length = max(1, len(draft.article.text))
    return (
        f"position={min(_PARTS - 1, _PARTS * draft.sentence[0] // length)}",
        f"sentence={min(draft.number, 4)}",
        f"length={step(len(words(draft.quote)), _LENGTHS, 'very long')}",
        f"told={min(draft.told, 3)}",
    )
