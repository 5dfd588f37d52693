"""The tense of the clause around an expression, and the word that shows it."""

from __future__ import annotations

from typing import Final, NamedTuple

from raidline.extract.timex.cues import (
    Tense,
    cue_of,
    cues_after,
    cues_before,
    is_past,
    lexicon_words,
    only_past,
    sentence_end,
    sentence_start,
    shows,
    starts_sentence,
)
from raidline.extract.timex.tokens import Tokens

REACH: Final = 20  # tokens examined on each side
_PAST_REACH: Final = 9  # a past verb farther away than this belongs to another clause
_BESIDE: Final = 3  # tokens from a verb to the "until" of what it tells of, and the day
_OBJECT: Final = 6  # words from "ahead of" to the end of what is named there
_AFTERWARDS: Final = 3  # how much nearer a word after the expression must be than one before it
_BEGINNING: Final = {"starting", "beginning", "effective"}
_POSSESSIVES: Final = ("'s", "’s")
LASTS_UNTIL: Final = "lasts until"


class _Cue(NamedTuple):
    """A word that shows a tense, and how many tokens lie between it and the expression."""

    distance: int
    tense: Tense
    word: str


def tense(tokens: Tokens, start: int, end: int) -> tuple[Tense | None, str]:
    """Return the tense of the clause around tokens `start` to `end` and the word that shows it, or (None, "").

    The nearest verb or cue counts; one before the expression weighs more than one after it.
    """
    if names_what_was(tokens, start, end):
        return "past", tokens.word(end + (tokens.word(end) in _POSSESSIVES))
    if right_before := _right_before(tokens, start, end) or _invited(tokens, start):
        return right_before
    if cue := _decisive(tokens, start, end):
        return cue.tense, cue.word
    return ("future", "later in") if tokens.words(start, start + 2) == ["later", "in"] else (None, "")


def names_what_was(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the expression tells which document or incident is meant.

    Examples are "its October 1 memo", "the May 5 raid", "Tuesday's arrests"; not "Tuesday's filing deadline".
    """
    words, owner = lexicon_words(), tokens.word(end) in _POSSESSIVES
    noun, behind = tokens.word(end + owner), tokens.word(end + owner + 1)
    if noun not in words["been"] or behind in words["appointments"]:
        return False
    return owner or tokens.word(start - 1) in words["before_noun"]


def past_perfect(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the clause says what had happened by then: "two had filed by Wednesday"."""
    first = max(sentence_start(tokens, start), start - REACH)
    clause = tokens.words(first, sentence_end(tokens, end, REACH))
    return any(word == "had" and any(map(is_past, clause[k + 1 : k + 4])) for k, word in enumerate(clause))


def clause_before(tokens: Tokens, start: int) -> list[str]:
    """Return the words of the same sentence before an expression that may be of the same clause."""
    return tokens.words(max(sentence_start(tokens, start), start - _PAST_REACH), start)


def _right_before(tokens: Tokens, start: int, end: int) -> tuple[Tense, str] | None:
    """Return the tense that the words right before the expression show, whatever the verb: "as of Monday"."""
    words, word = lexicon_words(), tokens.word(start - 1)
    if up_to_now := _phrase_before(tokens, start, "up_to_now"):
        return "past", up_to_now
    if ahead := _ahead_of(tokens, start, end):
        return "future", ahead
    if word == "as" and tokens.word(start - 2) in words["early_as"]:
        return "future", f"{tokens.word(start - 2)} as"
    if word in words["until"] and (lasting := _lasting(tokens, start)):
        return lasting
    told = word == "by" and starts_sentence(tokens, start - 1) and only_past(tokens, end, REACH)
    told = told or _opened(tokens, start, end)
    if word in words["right_before"] and not (told or past_perfect(tokens, start, end)):
        return ("past" if word == "by" and _was_by(tokens, start) else "future"), word
    return _told_by_is(tokens, start, end)


def _opened(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence opens with when something began that it tells of: "For a week starting Jan. 7, they drove"."""
    begins = tokens.word(start - 1) in _BEGINNING and tokens.word(end) == ","
    if not begins or "," in tokens.words(sentence_start(tokens, start), start):
        return False
    return not cues_before(tokens, start - 1, REACH) and only_past(tokens, end, REACH)


def _phrase_before(tokens: Tokens, start: int, listed: str) -> str:
    """Return the phrase of a list, of up to three words, that stands right before the expression, "" if none does."""
    phrases = (" ".join(tokens.words(start - length, start)) for length in (1, 2, 3))
    return next((phrase for phrase in phrases if phrase in lexicon_words()[listed]), "")


def _ahead_of(tokens: Tokens, start: int, end: int) -> str:
    """Return "ahead of" or "until after" if only an article or "this" stands between it and the expression.

    So does "for" behind or before an appointment, and behind what is called: "her testimony for Wednesday", "for the
    November election", "a strike is called for Wednesday".
    """
    words = lexicon_words()
    at = start - (tokens.word(start - 1) in words["articles"])
    if tokens.word(at - 1) == "for" and tokens.word(end) not in _POSSESSIVES:
        appointed = not words["appointments"].isdisjoint((tokens.word(at - 2), tokens.word(end)))
        called = next((tokens.word(k) in words["called"] for k in cues_before(tokens, at - 1, REACH)), False)
        if appointed or called or tokens.word(at - 2) in words["calendars"]:
            return "for"
    ahead = _phrase_before(tokens, at, "to_come") or _ahead_of_appointment(tokens, start)
    return "" if ahead.endswith("after") and _lasted(tokens, at - 1) else ahead


def _ahead_of_appointment(tokens: Tokens, start: int) -> str:
    """Return "ahead of" if the expression dates an appointment: "was freed ahead of her arraignment on Tuesday"."""
    words = lexicon_words()
    at = start - (tokens.word(start - 1) in words["between"])
    if tokens.word(at - 1) not in words["appointments"] and tokens.word(at - 1) not in words["gatherings"]:
        return ""
    before = tokens.words(at - _OBJECT, at)
    return "ahead of" if any(before[k : k + 2] == ["ahead", "of"] for k in range(len(before))) else ""


def _lasting(tokens: Tokens, start: int) -> tuple[Tense, str] | None:
    """Return the tense of what lasts, or lasted, until the expression; None if neither is told."""
    if lasted := _lasted(tokens, start):
        return "past", lasted
    return ("future", LASTS_UNTIL) if _lasts(tokens, start) else None


def _lasts(tokens: Tokens, start: int) -> bool:
    """Whether what ends with the day goes on now: "will stay until April", "is closed until April"; not "stayed"."""
    if cue := _cue_before(tokens, start):
        return cue.tense == "future"
    return not lexicon_words()["lasting"].isdisjoint(clause_before(tokens, start))


def _lasted(tokens: Tokens, start: int) -> str:
    """Return the verb of what had lasted until the expression, or came about no sooner; "" if there is none.

    Examples are "the march went on until", "was not told until"; not "gave them until", "could not return until".
    """
    words = lexicon_words()
    if tokens.word(start - 2) == "not":  # "Not until Friday were they freed"
        behind = next(iter(cues_after(tokens, start, _PAST_REACH, past_commas=False)), None)
        return "not until" if behind is not None and shows(tokens, behind) == "past" else ""
    for k in cues_before(tokens, start, _PAST_REACH):
        shown = shows(tokens, k)
        if shown == "future" or tokens.word(k) == "to":
            return ""
        if shown != "past":
            continue
        verb = tokens.word(k)
        if not words["denials"].isdisjoint(tokens.words(k - 1, k + 3)) or verb in words["denials"]:
            return f"{verb} not until"
        beside = start - k <= _BESIDE and tokens.word(k - 1) not in words["copulas"]
        return verb if verb in words["kept_up"] and beside else ""
    return ""


def _was_by(tokens: Tokens, start: int) -> bool:
    """Whether "by" tells what had come about: "was closed by Sunday", "reopened by Sunday", not "was due by"."""
    words = lexicon_words()
    for k in cues_before(tokens, start, REACH):
        shown = shows(tokens, k)
        if shown or tokens.word(k) == "to":
            asked = not words["demanded"].isdisjoint(tokens.words(k, start))
            done = k == start - 2 or not words["copulas"].isdisjoint(tokens.words(k - 3, k + 1))
            return shown == "past" and not asked and done
    return False


def _told_by_is(tokens: Tokens, start: int, end: int) -> tuple[Tense, str] | None:
    """Return the future that "is" shows beside the expression, or "Come" at the head of the sentence."""
    words, before = lexicon_words(), tokens.words(start - 3, start)
    while before and before[-1] in words["between"]:
        before.pop()
    if before and before[-1] in words["falls"]:  # "the election is on Tuesday"
        return "future", before[-1]
    if before and before[-1] == "come" and starts_sentence(tokens, start - 1):  # "Come January, it will close"
        return "future", "come"
    subject = tokens.word(end) == "is" and starts_sentence(tokens, start)  # "Monday is the deadline"
    return ("future", "is") if subject else None


def _invited(tokens: Tokens, start: int) -> tuple[Tense, str] | None:
    """Return the future of an invitation at the head of the sentence: "Join us for a march on Thursday"."""
    words, first = lexicon_words(), sentence_start(tokens, start)
    first += tokens.word(first) == "please"
    invitation = " ".join(tokens.words(first, first + 2))
    return ("future", invitation) if first < start and invitation in words["invitations"] else None


def _decisive(tokens: Tokens, start: int, end: int) -> _Cue | None:
    """Return the word before or behind the expression that decides on its tense, None if there is none."""
    before = _cue_before(tokens, start)
    if before and tokens.word(end) in _POSSESSIVES and not _at_its(tokens, start, before):
        before = None  # "Monday's ruling": the verb before is not about Monday
    behind = _cue_behind(tokens, end, _fronted(tokens, start, before))
    if not (before and behind):
        return before or behind
    if before.word in lexicon_words()["scheduled"] and behind.distance == 0 and behind.tense == "past":
        return behind  # the first is a noun: "the votes Tuesday showed"
    if behind.tense == "past" and _describes(tokens, start, end, before, behind):
        return behind
    if _only_describes(before, behind):
        return before
    return before if before.distance <= behind.distance + _AFTERWARDS else behind


def _cue_before(tokens: Tokens, start: int) -> _Cue | None:
    """Return the nearest cue before the expression."""
    for k in cues_before(tokens, start, REACH):
        if shown := shows(tokens, k):
            decided = shown == "past" and tokens.word(k) in lexicon_words()["deciding"]
            if decided and not {"to", "whether"}.isdisjoint(tokens.words(k + 1, start)):
                return None  # "agreed to close the jail in May": the day of the decision, or of what was decided
            return _near_enough(tokens, k, start - 1 - k, "future" if _put_off(tokens, k, start) else shown)
    return None


def _cue_behind(tokens: Tokens, end: int, fronted: bool) -> _Cue | None:
    """Return the first cue after the expression; a comma ends the clause unless the expression began the sentence."""
    for k in cues_after(tokens, end, REACH, past_commas=fronted):
        if shown := shows(tokens, k):
            return _near_enough(tokens, k, k - end, shown)
    return None


def _near_enough(tokens: Tokens, k: int, distance: int, shown: Tense) -> _Cue | None:
    return _Cue(distance, shown, cue_of(tokens, k)) if shown == "future" or distance <= _PAST_REACH else None


def _put_off(tokens: Tokens, k: int, start: int) -> bool:
    """Whether token `k` is a verb by which a term is set, and the day follows: "extended it through June"."""
    words, verb, before = lexicon_words(), tokens.word(k), tokens.word(start - 1)
    if verb == "set":  # "set a trial for February"
        return before == "for"
    return verb in words["put_off"] and "had" not in tokens.words(k - 2, k) and before in words["put_off_to"]


def _at_its(tokens: Tokens, start: int, before: _Cue) -> bool:
    """Whether the verb before a possessive looks ahead to that day: "will vote in Monday's session"."""
    return before.tense == "future" and tokens.word(start - 1) in lexicon_words()["within"]


def _describes(tokens: Tokens, start: int, end: int, before: _Cue, behind: _Cue) -> bool:
    """Whether the word before only describes the noun whose verb follows: "the planned rally on Tuesday drew 200"."""
    words = lexicon_words()
    at = start - 1 - before.distance
    described = before.word in words["of_plans"] and tokens.word(at - 1) in words["before_noun"]
    participle = behind.word.endswith("ed") and tokens.word(end + 1) in words["with_participle"]
    return described and behind.distance == 0 and not participle


def _only_describes(before: _Cue, behind: _Cue) -> bool:
    """Whether the participle behind the expression only describes: "will hold a vote Monday aimed at ending it".

    The day behind a bill that "would end raids" may be another's.
    """
    real = before.tense == "future" and before.word not in lexicon_words()["unreal"]
    return real and behind.distance == 0 and behind.word.endswith("ed")


def _fronted(tokens: Tokens, start: int, before: _Cue | None) -> bool:
    """Whether the expression stands before the main clause: "During the surge this summer, agents came"."""
    if starts_sentence(tokens, start):
        return True
    return before is None and tokens.word(sentence_start(tokens, start)) in lexicon_words()["leads"]
