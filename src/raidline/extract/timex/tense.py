"""Whether the words around an expression speak of what is to come."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Literal

from raidline import lexicon
from raidline.extract.timex.tokens import Tokens

Tense = Literal["future", "past"]
_REACH: Final = 14  # tokens looked at on each side
_AFTERWARDS: Final = 3  # how much nearer a word after the expression must be than one before it


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data: dict[str, Any] = lexicon.load("timex_tense")
    return tuple(frozenset(data[name]) for name in ("future", "past", "not_past", "right_before", "abbreviations"))  # type: ignore[return-value]


def tense(tokens: Tokens, start: int, end: int) -> tuple[Tense | None, str]:
    """The tense of the clause around tokens `start` to `end`, and the word that shows it.

    The nearest verb or cue counts, one before the expression more than one after it.
    """
    future, past, not_past, right_before, _ = _words()
    before = [word.lower() for word in tokens.words(start - 3, start)]
    if before[-2:] == ["as", "of"]:
        return "past", "as of"
    if before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"], ["late"]):
        return "future", " ".join(before[-2:])
    nearest = _nearest(tokens, start, end, future, past, not_past)
    if before and before[-1] in right_before and nearest[1] not in {"had", "has", "have"}:
        return "future", before[-1]
    return nearest


def _nearest(
    tokens: Tokens, start: int, end: int, future: frozenset[str], past: frozenset[str], not_past: frozenset[str]
) -> tuple[Tense | None, str]:
    best: tuple[int, Tense, str] | None = None
    for step, away in ((-1, 0), (1, _AFTERWARDS)):
        k = start - 1 if step < 0 else end
        for distance in range(_REACH):
            if not 0 <= k < len(tokens) or _ends_sentence(tokens, k):
                break
            word = tokens[k].lower()
            shown: Tense | None = None
            if word in future:
                done = {w.lower() for w in tokens.words(k - 3, k)} & {"had", "previously", "originally"}
                shown = "past" if done else "future"
            elif word in {"to", "set"} and tokens.words(k + 1, k + 2) in (["be"], ["for"], ["to"]):
                shown = "future"
            elif word in past or _regular_past(word, not_past):
                shown = "past"
            if shown and (best is None or distance + away < best[0]):
                best = (distance + away, shown, word)
            if shown:
                break
            k += step
    return (best[1], best[2]) if best else (None, "")


def sentence_start(tokens: Tokens, at: int) -> int:
    """The first token of the sentence that token `at` stands in, as far as it is near."""
    k = at
    while k > max(0, at - 60) and not _ends_sentence(tokens, k - 1):
        k -= 1
    return k


def starts_sentence(tokens: Tokens, at: int) -> bool:
    """Whether nothing but a word such as "Just", or an opening mark, comes before token `at` in its sentence."""
    return at - sentence_start(tokens, at) <= 1


def _regular_past(word: str, not_past: frozenset[str]) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in not_past


def _ends_sentence(tokens: Tokens, k: int) -> bool:
    token = tokens[k]
    if token in {"!", "?", ";"} or token[0] == "\n":
        return True
    if token != "." or k + 1 >= len(tokens):
        return token == "."
    before = tokens[k - 1] if k else ""
    return not (len(before) == 1 or before.lower() in _words()[4]) and not tokens[k + 1][0].islower()
