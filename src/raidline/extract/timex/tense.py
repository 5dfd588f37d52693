"""Whether the words around an expression are about the future."""

from __future__ import annotations

from typing import Final

from raidline.extract.timex.cues import (
    Tense,
    cue_of,
    cues_after,
    cues_before,
    is_past,
    lexicon_words,
    sentence_end,
    sentence_start,
    shows,
    starts_sentence,
)
from raidline.extract.timex.tokens import Tokens

_REACH: Final = 14  # tokens examined on each side
_PAST_REACH: Final = 9  # a past verb farther away than this belongs to another clause
_POSSESSIVE: Final = (["'s"], ["’s"])  # "Monday's ruling": the verb before is not about Monday
_AFTERWARDS: Final = 3  # how much nearer a word after the expression must be than one before it
_TOWARDS: Final = {"to", "for", "of", "by", "after", "since", "before", "from"}
_FOUND = tuple[int, Tense, str]  # the distance in tokens, the tense, the word


def tense(tokens: Tokens, start: int, end: int) -> tuple[Tense | None, str]:
    """Return the tense of the clause around tokens `start` to `end`, and the word that shows it.

    The nearest verb or cue counts; one before the expression weighs more than one after it.
    """
    right_before = _right_before(tokens, start, end)
    if right_before:
        return right_before
    back = None if tokens.words(end, end + 1) in _POSSESSIVE else _back(tokens, start)
    on = _on(tokens, end, starts_sentence(tokens, start))
    if back and on:
        noun = back[2] in lexicon_words()["scheduled"] and on[0] == 0 and on[1] == "past"  # "the votes Tuesday showed"
        return back[1:] if back[0] <= on[0] + _AFTERWARDS and not noun else on[1:]
    nearest = back or on
    return nearest[1:] if nearest else (None, "")


def over(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens `start` to `end` name the day of something past: "raided on July 20"."""
    words, (shown, cue) = lexicon_words(), tense(tokens, start, end)
    before = tokens.words(start - 2, start)
    if before[-1:] == ["on"]:
        before.pop()
    done = cue in words["done"] or (before[-1:] == [cue] and cue in words["done_beside"])
    described = before[-1:] and before[-1] in words["before_attribute"]  # "left before the July 20 deadline"
    return shown == "past" and done and not described and not (set(before[-1:]) & (words["appointments"] | _TOWARDS))


def _right_before(tokens: Tokens, start: int, end: int) -> tuple[Tense, str] | None:
    before = tokens.words(start - 3, start)
    if before[-2:] == ["as", "of"]:
        return "past", "as of"
    if before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"], ["late"]):
        return "future", " ".join(before[-2:])
    if before and before[-1] in lexicon_words()["right_before"] and not _past_perfect(tokens, start, end):
        return "future", before[-1]
    while before and before[-1] in lexicon_words()["between"]:
        before.pop()
    if before and before[-1] in {"is", "are", "falls"}:  # "the election is on Tuesday"
        return "future", before[-1]
    if tokens.words(end, end + 1) == ["is"] and starts_sentence(tokens, start):  # "Monday is the deadline"
        return "future", "is"
    return None


def _back(tokens: Tokens, start: int) -> _FOUND | None:
    for k in cues_before(tokens, start, _REACH):
        shown = shows(tokens, k)
        if shown:
            return _near_enough(tokens, k, start - 1 - k, "future" if _put_off(tokens, k, start) else shown)
    return None


def _put_off(tokens: Tokens, k: int, start: int) -> bool:
    """Whether token `k` is a verb by which a term is moved, and its new end follows: "extended it through June"."""
    moved = tokens[k].lower() in lexicon_words()["put_off"] and "had" not in tokens.words(k - 2, k)
    return moved and tokens.words(start - 1, start)[:1] in (["to"], ["through"], ["thru"])


def _on(tokens: Tokens, end: int, fronted: bool) -> _FOUND | None:
    """Return the first cue after the expression; a comma ends the clause unless the expression began the sentence."""
    for k in cues_after(tokens, end, _REACH, past_commas=fronted):
        shown = shows(tokens, k)
        if shown:
            return _near_enough(tokens, k, k - end, shown)
    return None


def _near_enough(tokens: Tokens, k: int, distance: int, shown: Tense) -> _FOUND | None:
    return (distance, shown, cue_of(tokens, k)) if shown == "future" or distance <= _PAST_REACH else None


def _past_perfect(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the clause says what had happened by then: "two had filed by Wednesday"."""
    first = max(sentence_start(tokens, start), start - _REACH)
    clause = tokens.words(first, sentence_end(tokens, end, _REACH))
    return any(word == "had" and any(map(is_past, clause[k + 1 : k + 4])) for k, word in enumerate(clause))
