"""Whether an expression names the day of something past: "raided on July 20"."""

from __future__ import annotations

from itertools import dropwhile

from raidline.extract.timex.cues import cues_before, is_past, lexicon_words, only_past, shows, starts_sentence
from raidline.extract.timex.tense import REACH, clause_before, names_what_was, tense
from raidline.extract.timex.tokens import Tokens

_UNSETTLED = ("undone", "put_off", "demanded", "deciding", "future", "expecting")


def is_over(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens `start` to `end` name the day of something past."""
    if names_what_was(tokens, start, end) or _was_the_day(tokens, start, end):
        return True
    words, (shown, cue) = lexicon_words(), tense(tokens, start, end)
    if cue not in words["believed"] and _in_front(tokens, start, end):
        return True
    word = tokens.word(start - 2 if tokens.word(start - 1) == "on" else start - 1)
    done = cue in words["done"] or (word == cue and cue in words["done_beside"]) or _done_to(tokens, start)
    of_another = any(word in words[name] for name in ("before_attribute", "appointments", "towards"))
    return shown == "past" and done and not of_another  # "left before the July 20 deadline"


def _was_the_day(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the day itself is told of as over: "Nov. 1 was the last day"; not "Nov. 1 was set for the vote"."""
    named = tokens.word(end) == "was" and tokens.word(end + 1) in lexicon_words()["which_day"]
    return named and starts_sentence(tokens, start)


def _in_front(tokens: Tokens, start: int, end: int) -> bool:
    """Whether "on" and the day, set off by commas, stand before a clause about the past, and nothing looks ahead.

    An example is "until, on April 5, they voted it down".
    """
    if tokens.word(start - 1) != "on" or tokens.word(end) != ",":
        return False
    if not (starts_sentence(tokens, start - 1) or tokens.word(start - 2) in {",", "until"}):
        return False
    ahead = any(shows(tokens, k) == "future" for k in cues_before(tokens, start, REACH))
    return not ahead and only_past(tokens, end + 1, REACH)


def _done_to(tokens: Tokens, start: int) -> bool:
    """Whether the day is that of what was done to somebody: "was taken from his home on July 20"; not what was set."""
    words, clause = lexicon_words(), clause_before(tokens, start)
    if clause[-1:] == ["on"]:
        clause.pop()
    at = max((k for k, word in enumerate(clause) if word in words["passives"]), default=len(clause))
    said = list(dropwhile(lambda word: word in words["adverbs"] or word.endswith("ly"), clause[at + 1 :]))
    if not said or not words["open_ended"].isdisjoint(said) or any(said[0] in words[name] for name in _UNSETTLED):
        return False
    return said[0] in words["participles"] or (said[0].endswith("ed") and is_past(said[0]))
