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

_REACH: Final = 20  # tokens examined on each side
_PAST_REACH: Final = 9  # a past verb farther away than this belongs to another clause
_POSSESSIVE: Final = (["'s"], ["’s"])  # "Monday's ruling": the verb before is not about Monday
_AFTERWARDS: Final = 3  # how much nearer a word after the expression must be than one before it
_UP_TO_NOW: Final = (["as", "recently", "as"], ["as", "late", "as"], ["as", "of"], ["since"])
_TO_COME: Final = (["ahead", "of"], ["until", "after"], ["till", "after"])
_MOVED: Final = 7  # tokens from a verb to "from" and the day: "moved the next bond hearing from"
_UNREAL: Final = {"would", "could", "might", "may"}  # the day behind a bill that "would end raids" may be another's
_TOWARDS: Final = {"to", "for", "of", "by", "after", "since", "before", "from"}
LASTS_UNTIL: Final = "lasts until"
_UNTIL: Final = {"until", "till", "'til"}
_DETERMINERS: Final = {"the", "a", "an", "his", "her", "their", "our", "its", "my", "when"}
_PASSIVE: Final = {"was", "were"}
_FOUND = tuple[int, Tense, str]  # the distance in tokens, the tense, the word


def tense(tokens: Tokens, start: int, end: int) -> tuple[Tense | None, str]:
    """Return the tense of the clause around tokens `start` to `end`, and the word that shows it.

    The nearest verb or cue counts; one before the expression weighs more than one after it.
    """
    if _names_what_was(tokens, start, end):
        owner = tokens.words(end, end + 1) in _POSSESSIVE
        return "past", tokens[end + owner].lower()
    if right_before := _right_before(tokens, start, end):
        return right_before
    back = _back(tokens, start)
    if back and tokens.words(end, end + 1) in _POSSESSIVE and not _at_its(tokens, start, back):
        back = None
    on = _on(tokens, end, _fronted(tokens, start, back))
    if back and on:
        noun = back[2] in lexicon_words()["scheduled"] and on[0] == 0 and on[1] == "past"  # "the votes Tuesday showed"
        if not noun and _reduced(back, on):
            return back[1:]
        return back[1:] if back[0] <= on[0] + _AFTERWARDS and not noun else on[1:]
    nearest = back or on
    if nearest is None and tokens.words(start, start + 2) == ["later", "in"]:
        return "future", "later in"
    return nearest[1:] if nearest else (None, "")


def over(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens `start` to `end` name the day of something past: "raided on July 20"."""
    if _names_what_was(tokens, start, end):
        return True
    if _was_the_day(tokens, start, end):
        return True
    words, (shown, cue) = lexicon_words(), tense(tokens, start, end)
    before = tokens.words(start - 2, start)
    if cue not in words["believed"] and _in_front(tokens, start, end):
        return True
    if before[-1:] == ["on"]:
        before.pop()
    done = cue in words["done"] or _done_to(tokens, start) or (before[-1:] == [cue] and cue in words["done_beside"])
    described = before[-1:] and before[-1] in words["before_attribute"]  # "left before the July 20 deadline"
    return shown == "past" and done and not described and not (set(before[-1:]) & (words["appointments"] | _TOWARDS))


def _was_the_day(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the day itself is told of as over: "Nov. 1 was the last day"; not "Nov. 1 was set for the vote"."""
    return tokens.words(end, end + 1) == ["was"] and (
        starts_sentence(tokens, start) and not _DETERMINERS.isdisjoint(tokens.words(end + 1, end + 2))
    )


def _in_front(tokens: Tokens, start: int, end: int) -> bool:
    """Whether "on" and the day, set off by commas, stand before a clause about the past, and nothing looks ahead.

    An example is "until, on April 5, they voted it down".
    """
    before, opens = tokens.words(start - 2, start), starts_sentence(tokens, start - 1)
    if before[-1:] != ["on"] or not (opens or before[0] in {",", "until"}) or tokens.words(end, end + 1) != [","]:
        return False
    ahead = any(shows(tokens, k) == "future" for k in cues_before(tokens, start, _REACH))
    return not ahead and _only_past(tokens, end + 1)


def _done_to(tokens: Tokens, start: int) -> bool:
    """Whether the day is that of what was done to somebody: "was taken from his home on July 20"; not what was set."""
    words = lexicon_words()
    clause = tokens.words(max(sentence_start(tokens, start), start - _PAST_REACH), start)
    if clause[-1:] == ["on"]:
        clause.pop()
    at = max((k for k, word in enumerate(clause) if word in _PASSIVE), default=len(clause))
    rest = clause[at + 1 :]
    while rest and (rest[0] in words["adverbs"] or rest[0].endswith("ly")):
        rest.pop(0)
    if not rest or not words["open_ended"].isdisjoint(rest):
        return False
    verb = rest[0]
    unsettled = any(
        verb in words[name] for name in ("undone", "put_off", "demanded", "deciding", "future", "expecting")
    )
    return not unsettled and (verb in words["participles"] or (verb.endswith("ed") and is_past(verb)))


def _right_before(tokens: Tokens, start: int, end: int) -> tuple[Tense, str] | None:
    before = tokens.words(start - 3, start)
    shown = _up_to_now(before), _ahead_of(tokens, start, end)
    if any(shown):
        return ("past", shown[0]) if shown[0] else ("future", shown[1])
    if before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"], ["late"]):
        return "future", " ".join(before[-2:])
    told = before[-1:] == ["by"] and starts_sentence(tokens, start - 1) and _only_past(tokens, end)
    if before and before[-1] in lexicon_words()["right_before"] and not (told or past_perfect(tokens, start, end)):
        if before[-1] in _UNTIL and _lasts(tokens, start):
            return "future", LASTS_UNTIL
        return ("past" if before[-1] == "by" and _was_by(tokens, start) else "future"), before[-1]
    while before and before[-1] in lexicon_words()["between"]:
        before.pop()
    if before and before[-1] in {"is", "are", "falls"}:  # "the election is on Tuesday"
        return "future", before[-1]
    come = before[-1:] == ["come"] and starts_sentence(tokens, start - 1)  # "Come January, it will close"
    subject = tokens.words(end, end + 1) == ["is"] and starts_sentence(tokens, start)  # "Monday is the deadline"
    return ("future", "come" if come else "is") if come or subject else None


def _lasts(tokens: Tokens, start: int) -> bool:
    """Whether what ends with the day goes on now: "will stay until April", "is closed until April"; not "stayed"."""
    clause = tokens.words(max(sentence_start(tokens, start), start - _PAST_REACH), start)
    back = _back(tokens, start)
    return back[1] == "future" if back else not lexicon_words()["lasting"].isdisjoint(clause)


def _names_what_was(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the expression tells which document or incident is meant.

    Examples are "its October 1 memo", "the May 5 raid", "Tuesday's arrests"; not "Tuesday's filing deadline".
    """
    words = lexicon_words()
    owner = tokens.words(end, end + 1) in _POSSESSIVE
    noun, behind = (tokens.words(k, k + 1) for k in (end + owner, end + owner + 1))
    if words["been"].isdisjoint(noun) or not words["appointments"].isdisjoint(behind):
        return False
    return owner or not words["before_noun"].isdisjoint(tokens.words(start - 1, start))


def _up_to_now(before: list[str]) -> str:
    return next((" ".join(words) for words in _UP_TO_NOW if before[-len(words) :] == words), "")


def _ahead_of(tokens: Tokens, start: int, end: int) -> str:
    """Return "ahead of" or "until after" if only an article or "this" stands between it and the expression.

    So does "for" behind or before an appointment: "her testimony for Wednesday", "for the November election".
    """
    before, appointments = tokens.words(start - 3, start), lexicon_words()["appointments"]
    if before[-1:] != [] and before[-1] in {"the", "a", "an", "this"}:
        before.pop()
    if before[-1:] == ["for"] and not appointments.isdisjoint((*before[-2:-1], *tokens.words(end, end + 1))):
        return "for"
    return next((" ".join(words) for words in _TO_COME if before[-2:] == words), "")


def _was_by(tokens: Tokens, start: int) -> bool:
    """Whether "by" tells what had come about: "was closed by Sunday", "reopened by Sunday", not "was due by"."""
    for k in cues_before(tokens, start, _REACH):
        shown = shows(tokens, k)
        if shown or tokens.words(k, k + 1) == ["to"]:
            words = lexicon_words()
            asked = not words["demanded"].isdisjoint(tokens.words(k, start))
            done = k == start - 2 or not words["copulas"].isdisjoint(tokens.words(k - 3, k + 1))
            return shown == "past" and not asked and done
    return False


def _at_its(tokens: Tokens, start: int, back: _FOUND) -> bool:
    """Whether the verb before a possessive looks ahead to that day: "will vote in Monday's session"."""
    return back[1] == "future" and not {"in", "at", "during"}.isdisjoint(tokens.words(start - 1, start))


def _reduced(back: _FOUND, on: _FOUND) -> bool:
    """Whether the participle behind the expression only describes: "will hold a vote Monday aimed at ending it"."""
    return back[1] == "future" and back[2] not in _UNREAL and on[0] == 0 and on[2].endswith("ed")


def _fronted(tokens: Tokens, start: int, back: _FOUND | None) -> bool:
    """Whether the expression stands before the main clause: "During the surge this summer, agents came"."""
    if starts_sentence(tokens, start):
        return True
    first = tokens.words(sentence_start(tokens, start), start)[:1]
    return back is None and not lexicon_words()["leads"].isdisjoint(first)


def _back(tokens: Tokens, start: int) -> _FOUND | None:
    for k in cues_before(tokens, start, _REACH):
        shown = shows(tokens, k)
        if shown:
            decided = shown == "past" and tokens[k].lower() in lexicon_words()["deciding"]
            if decided and not {"to", "whether"}.isdisjoint(tokens.words(k + 1, start)):
                return None  # "agreed to close the jail in May": the day of the decision, or of what was decided
            return _near_enough(tokens, k, start - 1 - k, "future" if _put_off(tokens, k, start) else shown)
    return None


def _put_off(tokens: Tokens, k: int, start: int) -> bool:
    """Whether token `k` is a verb by which a term is set, and the day follows: "extended it through June"."""
    verb, before = tokens[k].lower(), tokens.words(start - 1, start)
    if verb == "set":  # "set a trial for February"
        return before == ["for"]
    moved = verb in lexicon_words()["put_off"] and "had" not in tokens.words(k - 2, k)
    return moved and before in (["to"], ["for"], ["through"], ["thru"], ["until"], ["till"])


def moved_from(tokens: Tokens, start: int) -> bool:
    """Whether token `start` begins the day from which something is moved: "moved the trial from Monday to Friday"."""
    if tokens.words(start - 1, start) != ["from"]:
        return False
    return not lexicon_words()["moved"].isdisjoint(
        tokens.words(max(start - _MOVED, sentence_start(tokens, start)), start)
    )


def _on(tokens: Tokens, end: int, fronted: bool) -> _FOUND | None:
    """Return the first cue after the expression; a comma ends the clause unless the expression began the sentence."""
    for k in cues_after(tokens, end, _REACH, past_commas=fronted):
        shown = shows(tokens, k)
        if shown:
            return _near_enough(tokens, k, k - end, shown)
    return None


def _only_past(tokens: Tokens, end: int) -> bool:
    """Whether the verbs that follow in the sentence tell of the past, and none looks ahead."""
    shown = {shows(tokens, k) for k in cues_after(tokens, end, _REACH, past_commas=True)}
    return "past" in shown and "future" not in shown


def _near_enough(tokens: Tokens, k: int, distance: int, shown: Tense) -> _FOUND | None:
    return (distance, shown, cue_of(tokens, k)) if shown == "future" or distance <= _PAST_REACH else None


def past_perfect(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the clause says what had happened by then: "two had filed by Wednesday"."""
    first = max(sentence_start(tokens, start), start - _REACH)
    clause = tokens.words(first, sentence_end(tokens, end, _REACH))
    return any(word == "had" and any(map(is_past, clause[k + 1 : k + 4])) for k, word in enumerate(clause))
