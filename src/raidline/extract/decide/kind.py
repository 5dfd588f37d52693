"""What kind of event a dated act is: the evidence for each kind."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import exp

from raidline.extract.decide.drafts import Draft
from raidline.extract.decide.loglinear import Chosen
from raidline.extract.decide.words import (
    classes_among,
    frames_among,
    framing_words,
    title_words,
    told_classes,
    told_frames,
    told_words,
    words,
    written_words,
)
from raidline.extract.events.actors import ACTORS, actors, find_actors, find_agencies
from raidline.extract.events.triggers import Trigger, find_triggers
from raidline.models import Kind

CREDIT_OF_A_PHRASE = 1.0  # log odds in favour of the kind that a phrase of several words names
LIKELY = 0.12  # the least probability of a kind that another paper may tell the same as

_REACH = 60  # characters on either side of the trigger
_BEFORE, _BEHIND = 6, 7  # words on either side
_STEM = 5  # letters
_BESIDE = 5  # words on either side of the date
_NAMING = frozenset({"act", "event"})  # the roles of words that are the act themselves
_THREATS = "threaten"
_AROUND = 200  # characters on either side of the sentence


def features(draft: Draft) -> list[str]:
    """Return the features of a draft; none holds more than two words of its text."""
    return [
        *_of_trigger(draft),
        *told_words("clause", draft.clause),
        *told_words("word", draft.own_quote),
        *_of_title(draft.article.title),
        *_of_classes(draft),
        *_of_frames(draft),
        *_of_date(draft),
        *_of_others(draft),
        f"breadth={draft.breadth}",
        f"age={draft.age}",
    ]


def ranked(chosen: Chosen, read: Kind, trigger: Trigger | None = None) -> list[Kind]:
    """Return the kinds, likeliest first; what the rules `read` comes first if the weights do not know that kind yet.

    A phrase that names an act is rarely of another ("took the stand", "will no longer"): its kind has credit. What a
    sentence takes up from the one before comes first, its own words are of anything; and so does a threat: what was
    threatened was not done, though the words around it are those of a deed.
    """
    scores = dict(chosen.scores)
    if trigger is not None and read in scores and _is_phrase(trigger, read):
        scores[read] += CREDIT_OF_A_PHRASE
    kinds = [Kind(name) for name in sorted(scores, key=lambda name: (scores[name], name), reverse=True)]
    certain = trigger is not None and (trigger.is_taken_up or _is_threat(trigger))
    return [read, *(one for one in kinds if one is not read)] if certain or read not in kinds else kinds


def _is_phrase(trigger: Trigger, read: Kind) -> bool:
    return trigger.role in _NAMING and " " in trigger.text and read is not Kind.OTHER


def _is_threat(trigger: Trigger) -> bool:
    return trigger.role == "say" and trigger.text.lower().startswith(_THREATS)


def likely(chosen: Chosen, decided: Kind) -> tuple[Kind, ...]:
    """Return the other kinds that are likely enough for another paper to tell the same as that, the likeliest first."""
    highest = max(chosen.scores.values())
    odds = {name: exp(score - highest) for name, score in chosen.scores.items()}
    least = LIKELY * sum(odds.values())
    kinds = sorted((name for name in odds if odds[name] >= least), key=lambda name: (-odds[name], name))
    return tuple(Kind(name) for name in kinds if name != decided)


@lru_cache(64)  # all acts of an article have the same
def _of_title(title: str | None) -> tuple[str, ...]:
    return tuple([f"title={word}" for word in sorted(title_words(title))])


def _of_trigger(draft: Draft) -> list[str]:
    happening = draft.happening
    trigger, kind = happening.trigger, happening.kind.value
    said = words(trigger.text.lower())
    before, behind = _around_trigger(draft)
    near = words(before)[-_BEFORE:], words(behind)[:_BEHIND]
    return [
        f"kind={kind}",
        f"kind={kind}&role={trigger.role}",
        f"kind={kind}&doubt={bool(happening.doubt)}",
        f"role={trigger.role}",
        f"trigger={' '.join(said[-2:])}",
        f"stem={said[-1][:_STEM] if said else ''}",
        *[f"before={word}" for word in near[0]],
        *[f"behind={word}" for word in near[1]],
        *[f"behind={one} {two}" for one, two in pairwise(near[1][:6])],
    ]


def _around_trigger(draft: Draft) -> tuple[str, str]:
    """Return what stands before and behind the trigger in its sentence."""
    text, trigger, (start, end) = draft.article.text, draft.happening.trigger, draft.own
    return text[max(start, trigger.start - _REACH) : trigger.start], text[trigger.end : min(end, trigger.end + _REACH)]


def _of_classes(draft: Draft) -> list[str]:
    trigger, kind = draft.happening.trigger, draft.happening.kind.value
    before, behind = map(written_words, _around_trigger(draft))
    told = [*told_classes("said", trigger.text)]
    told += [f"before class={name}" for name in classes_among(before[-_BEFORE:])]
    told += [f"behind class={name}" for name in classes_among(behind[:_BEHIND])]
    for feature in told_classes("clause", draft.clause):
        told += feature, f"kind={kind}&{feature}"
    told += told_classes("sentence", draft.own_quote)
    return told


def _of_frames(draft: Draft) -> list[str]:
    text, trigger, (start, end) = draft.article.text, draft.happening.trigger, draft.sentence
    before, behind = map(framing_words, _around_trigger(draft))
    return [
        *told_frames("said", trigger.text),
        *[f"before frame={name}" for name in frames_among(before[-_BEFORE:])],
        *[f"behind frame={name}" for name in frames_among(behind[:_BEHIND])],
        *told_frames("clause", draft.clause),
        *told_frames("sentence", draft.own_quote),
        *told_frames("earlier", text[max(0, start - _AROUND) : start]),
        *told_frames("later", text[end : end + _AROUND]),
    ]


def _of_date(draft: Draft) -> list[str]:
    """Return what stands around the date: the rules may have read it with a verb it does not belong to."""
    text, timex, (start, end) = draft.article.text, draft.happening.timex, draft.own
    told: list[str] = []
    for side, near in (
        ("before", text[max(start, timex.start - _REACH) : timex.start]),
        ("behind", text[timex.end : min(end, timex.end + _REACH)]),
    ):
        beside = slice(-_BESIDE, None) if side == "before" else slice(_BESIDE)
        told += [f"{side} date={word}" for word in words(near)[beside]]
        told += [f"{side} date class={name}" for name in classes_among(written_words(near)[beside])]
        told += [f"{side} date frame={name}" for name in frames_among(framing_words(near)[beside])]
    return told


def _of_others(draft: Draft) -> list[str]:
    """Return the acts and actors named beside the trigger."""
    text, happening = draft.article.text, draft.happening
    trigger, clause = happening.trigger, happening.clause
    told: list[str] = []
    for other in find_triggers(text, draft.own):
        told.append(f"sentence={other.kind.value}")
        if other.start != trigger.start and clause[0] <= other.start < clause[1]:
            told.append(f"beside={other.kind.value}/{other.role}")
    told += [f"agency={name}" for name in find_agencies(text, clause)]
    before, inside = actors().found_in(text, clause[0], trigger.start), find_actors(text, clause)
    for actor in ACTORS:
        if actor in before:
            told.append(f"subject={actor}")
        elif actor in inside:
            told.append(f"actor={actor}")
    return told
