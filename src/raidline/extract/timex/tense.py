"""Whether the words around an expression speak of what is to come."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from raidline.extract.timex.tokens import Tokens

Tense = Literal["future", "past"]
_REACH: Final = 14  # tokens looked at on each side
_PAST_REACH: Final = 9  # a past verb farther off than this belongs to another clause
_POSSESSIVE: Final = (["'s"], ["’s"])  # "Monday's ruling": the verb before is not about Monday
_AFTERWARDS: Final = 3  # how much nearer a word after the expression must be than one before it


@cache
def _words() -> dict[str, frozenset[str]]:
    from raidline import lexicon  # noqa: PLC0415 - brings in yaml, which importing the tagger need not wait for

    words = {name: frozenset(listed) for name, listed in lexicon.load("timex_tense").items()}
    return {**words, "cues": words["future"] | words["future_before_to"] | words["past"] | {"to"}}


def tense(tokens: Tokens, start: int, end: int) -> tuple[Tense | None, str]:
    """Return the tense of the clause around tokens `start` to `end`, and the word that shows it.

    The nearest verb or cue counts, one before the expression more than one after it.
    """
    before = tokens.words(start - 2, start)
    if before == ["as", "of"]:
        return "past", "as of"
    if before[-1:] == ["as"] and before[0] in {"early", "soon", "late"}:
        return "future", " ".join(before)
    if before and before[-1] in _words()["right_before"] and not _past_perfect(tokens, start, end):
        return "future", before[-1]
    back = None if tokens.words(end, end + 1) in _POSSESSIVE else _first_cue(tokens, start - 1, -1)
    on = _first_cue(tokens, end, 1, fronted=starts_sentence(tokens, start))
    if back and on:
        return back[1:] if back[0] <= on[0] + _AFTERWARDS else on[1:]
    nearest = back or on
    return nearest[1:] if nearest else (None, "")


def _first_cue(tokens: Tokens, k: int, step: int, fronted: bool = True) -> tuple[int, Tense, str] | None:
    """Return the first verb or cue from token `k` on: how many tokens away, what it shows, and the word.

    A comma after the expression closes its clause, unless the expression is in front of the sentence.
    """
    for distance in range(_REACH):
        if not 0 <= k < len(tokens) or _ends_sentence(tokens, k) or (not fronted and tokens[k] == ","):
            return None
        shown = _shows(tokens, k)
        if shown:
            return (distance, shown, tokens[k].lower()) if shown == "future" or distance <= _PAST_REACH else None
        k += step
    return None


def _shows(tokens: Tokens, k: int) -> Tense | None:
    words, word = _words(), tokens[k].lower()
    if word not in words["cues"] and not word.endswith("ed"):
        return None
    if word in words["future"]:
        done = {"had", "previously", "originally"} & set(tokens.words(k - 3, k))
        return "past" if done else "future"
    after = tokens.words(k + 1, k + 2)
    if (word == "to" and after == ["be"]) or (word in words["future_before_to"] and after in (["to"], ["for"])):
        return "future"
    before = tokens.words(k - 1, k)
    if word.endswith("ed") and before and before[0] in words["before_attribute"]:
        return None
    if not _is_past(word) or before in (["be"], ["is"], ["are"]):  # what stands before "be published" tells
        return None
    return "future" if after and after[0] in words["future"] and word != "had" else "past"  # "were planning"


def _is_past(word: str) -> bool:
    words = _words()
    return word in words["past"] or (len(word) > 4 and word.endswith("ed") and word not in words["not_past"])


def _past_perfect(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the clause says what had happened by then: "two had filed by Wednesday"."""
    last = next((k for k in range(end, end + _REACH) if k >= len(tokens) or _ends_sentence(tokens, k)), end + _REACH)
    clause = tokens.words(max(sentence_start(tokens, start), start - _REACH), last)
    return any(word == "had" and any(map(_is_past, clause[k + 1 : k + 4])) for k, word in enumerate(clause))


def sentence_start(tokens: Tokens, at: int) -> int:
    """Return the first token of the sentence that token `at` stands in, as far as it is near."""
    k = at
    while k > max(0, at - 60) and not _ends_sentence(tokens, k - 1):
        k -= 1
    return k


def starts_sentence(tokens: Tokens, at: int) -> bool:
    """Whether nothing but words such as "But in" or "Just", or an opening mark, comes before token `at`."""
    k = at
    while k > 0 and tokens[k - 1].lower() in _words()["openers"]:
        k -= 1
    return k == 0 or _ends_sentence(tokens, k - 1)


def _ends_sentence(tokens: Tokens, k: int) -> bool:
    mark = tokens[k]
    if mark in {"!", "?", ";"} or mark[0] == "\n":
        return True
    if mark != "." or k + 1 >= len(tokens):
        return mark == "."
    before = tokens[k - 1] if k else ""
    return not (len(before) == 1 or before.lower() in _words()["abbreviations"]) and not tokens[k + 1][0].islower()
