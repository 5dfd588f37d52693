"""Counts: how many people or things an event affected, with the hedges of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from raidline.counts.value import Count
from raidline.extract.counting.context.announcing import announced
from raidline.extract.counting.context.answered import is_answered
from raidline.extract.counting.context.crowds import came_together, drawn_to_a_protest, of_a_crowd, then_done
from raidline.extract.counting.context.nouns import OF_PEOPLE, noun_forms, noun_keys
from raidline.extract.counting.context.reservations import (
    is_compared,
    is_left_over,
    is_of_another_month,
    is_planned,
    is_rate,
    is_sum_of,
    is_undone,
)
from raidline.extract.counting.context.roles import (
    acts_on_others,
    begins_a_clause,
    is_done_by_them,
    is_done_to_others_named,
    is_taker,
    leads_others,
    tells_of_others,
)
from raidline.extract.counting.context.taking import at_work, is_taken, taken_away
from raidline.extract.counting.context.verbs import verb_forms, verb_keys
from raidline.extract.counting.groups import Counted, groups
from raidline.extract.counting.wholes import wholes
from raidline.extract.text.numbers import Number, find_numbers
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import as_listed

# Characters between what is counted and its verb; before a number without a noun.
_BEFORE, _BEHIND, _ALONE = 64, 60, 24
_FAR = 160  # characters between the people counted and the passive that says what was done to them
# The ranks of a number: an outcome; a plan, a base or a number that is compared; the number of another date or of what
# was not done; an outcome to which something else answers; of how many it was still true later.
_OUTCOME, _LESSER, _OF_ANOTHER, _ANSWERED, _LEFT_OVER = range(5)
_SAID_BEHIND = ("alone_behind", "right_behind")
_INCLUDING = re.compile(r"\bincluding\s+$", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|and|yet)\s+$")
_OF = re.compile(r"(?:(?<=\bof)|\s+of)\s+(?:the\s+)?")
_GROUPS = {"agents", "detained", "protesters"}  # counted for themselves, unless something is done to them


def find_counts(text: str, span: Span) -> dict[str, Count]:
    """Return what is counted in a stretch of text: {"arrested": at least 51}; for each key the first count is used.

    A planned number counts only if no outcome is reported: "planned to arrest 200 but took 12" is 12. So do the base of
    a share and a number with which another one is compared.
    """
    return dict(_found(text, span))


@lru_cache(maxsize=64)  # a clause and its sentence are read again and again
def _found(text: str, span: Span) -> dict[str, Count]:
    done: dict[str, Count] = {}
    lesser: dict[str, Count] = {}
    for key, count, rank in _read(text, span):
        if rank != _OF_ANOTHER:
            (lesser if rank == _LESSER else done).setdefault(key, count)
    return done or lesser


def find_plans(text: str, span: Span) -> dict[str, Count]:
    """Return the planned numbers in a stretch of text, the first for each key: "plans to arrest 200"."""
    found = ((key, count) for key, count, rank in _read(text, span) if rank == _LESSER)
    return dict(reversed(list(found)))


def find_answered(text: str, span: Span) -> dict[str, Count]:
    """Return the numbers in a stretch of text of those to whom an act answers: "to protest the arrest of 40"."""
    return {key: count for key, count, rank in _read(text, span) if rank == _ANSWERED}


def find_left_over(text: str, span: Span) -> dict[str, Count]:
    """Return the numbers in a stretch of text of whom something was still true later: "nine are still held"."""
    return {key: count for key, count, rank in _read(text, span) if rank == _LEFT_OVER}


def what_is_counted(text: str, span: Span) -> str | None:
    """Return what the first number of people in a stretch of text counts, even if it is a plan or of another date."""
    return next((key for key, _, _ in _read(text, span) if key in OF_PEOPLE or key == "families"), None)


def find_crowd(text: str, span: Span) -> Count | None:
    """Return how many came together in a stretch of text, of whom nothing else is said: "90 neighbors prayed"."""
    for item in groups(text, span):
        people = noun_keys().get(item.noun) == "people" and not _done(text, span, item)
        if people and came_together(text, span, item.end):
            return item.count
    return None


def is_of_people(text: str, span: Span, number: Number) -> bool:
    """Whether a number stands before a noun for people or what happens to them, or stands alone: "44 in 2018"."""
    if noun_forms()["measure"].match(text, number.end, span[1]):
        return False
    noun = noun_forms()["many"].match(text, number.end, span[1])
    if noun and noun_keys()[as_listed(noun["noun"])] in {"people", "families", *OF_PEOPLE}:
        return True
    if _done_to_them(text, span, Counted(number.start, number.end, number.count, "")):
        return True
    return any(verb_forms()[form].match(text, number.end, span[1]) for form in ("end", "day"))


def find_taken(text: str, span: Span) -> Count | None:
    """Return how many people a stretch of text says were taken, whoever took them: "hauled 33 people out of a bar".

    Of an operation these are arrested; elsewhere people take a bus.
    """
    for item in groups(text, span):
        people = item.noun and noun_keys().get(item.noun) == "people" and not is_taker(item.noun)
        if people and is_taken(text, span, (item.start, item.end)) and not _done(text, span, item):
            return item.count if _rank(text, span, item, item.start) == _OUTCOME else None
    return None


def is_of_takers(text: str, span: Span, number: Number) -> bool:
    """Whether a number counts those who take people: "led away by hundreds of officers"."""
    noun = noun_forms()["many"].match(text, number.end, span[1])
    return noun is not None and is_taker(as_listed(noun["noun"]))


@lru_cache(maxsize=64)  # as above: for counts, plans, answers, and what is counted at all
def _read(text: str, span: Span) -> tuple[tuple[str, Count, int], ...]:
    """Return key, count and rank of what is counted, in the order of the text."""
    return tuple(_each(text, span))


def _each(text: str, span: Span) -> Iterator[tuple[str, Count, int]]:
    nouns, rated = noun_keys(), None
    for whole in wholes(text, span):
        if whole.fate:
            yield whole.fate[0], whole.fate[1], _OUTCOME
            if whole.is_fronted:
                yield whole.key, whole.number.count, _OUTCOME
    for one in groups(text, span):
        if is_rate(text, span, one.end):
            rated = one
            continue
        summed = rated and is_sum_of(text, (rated.end, one.start), one.end)
        item = replace(rated, count=one.count) if rated and summed else one
        key, at = nouns.get(item.noun, "people"), item.start
        if key in _GROUPS and (found := _done_right_there(text, span, item)):
            key, at = found
        elif theirs := noun_forms()["theirs"].match(text, item.end, span[1]):
            key = nouns[as_listed(theirs["noun"])]
        elif key == "people":
            if not (found := _done(text, span, item)):
                continue
            key, at = found
        yield key, item.count, _rank(text, span, item, at)


def _rank(text: str, span: Span, item: Counted, at: int) -> int:
    """Return the rank of a number of which something is said at `at`."""
    if is_of_another_month(text, item.start) or is_undone(text, span, at):
        return _OF_ANOTHER
    if is_compared(text, item.start) or is_planned(text, span, at):
        return _LESSER
    if item.count.high == 1 and _INCLUDING.search(text, max(span[0], item.start - _ALONE), item.start):
        return _OF_ANOTHER  # "several people, including one teenager": they are more
    if is_left_over(text, span, at):
        return _LEFT_OVER
    return _ANSWERED if is_answered(text, span, item.start) else _OUTCOME


def _done(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return what was done to the people counted, and where the text says so; the nearer verb on either side."""
    if taken := taken_away(text, span, (item.start, item.end), item.noun):
        return taken
    if item.noun:
        return None if leads_others(text, span, item.end) else _done_to_people(text, span, item)
    return (
        _done_to_them(text, span, item)
        or announced(text, span, item.start)
        or _drawn(text, span, item)
        or _at_work(text, span, item)
    )


def _done_to_people(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return what was done to people named as such."""
    verbs, patterns = verb_keys(), verb_forms()
    if done := patterns["right_behind"].match(text, item.end, span[1]):  # "one was hurt and three people were held"
        return verbs[as_listed(done["verb"])], done.start("verb")
    clause = max(span[0], item.start - _BEFORE, text.rfind(";", span[0], item.start))
    before = _verbs_of(text, span, (clause, item.start))
    right_before = before and not text[before[-1].end() : item.start].strip()
    if not right_before and of_a_crowd(text, span, (item.start, item.end)):
        return _done_to_a_crowd(text, span, item)
    found = patterns["verb"].search(text, item.end, min(span[1], item.end + _BEHIND))
    behind = next(iter(_verbs_of(text, span, (item.end, min(span[1], item.end + _BEHIND)), item)), None)
    gap = item.start - before[-1].end() if before else _BEFORE
    if before and (not behind or gap <= behind.start() - item.end):
        return verbs[as_listed(before[-1][0])], before[-1].start()
    if not found and (passive := patterns["passive"].match(text, item.end, min(span[1], item.end + _FAR))):
        return verbs[as_listed(passive["verb"])], passive.start("verb")
    if behind:
        return verbs[as_listed(behind[0])], behind.start()
    return _at_work(text, span, item)


def _at_work(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    work = at_work(text, span, (item.start, item.end), item.noun)
    return None if work is None else ("agents", work)


def _done_to_a_crowd(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return what was done to people who came, or that they protest."""
    if then := then_done(text, span, item.end, item.noun):
        return verb_keys()[as_listed(text[slice(*then)])], then[0]
    return _drawn(text, span, item)


def _drawn(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return that people are protesters if a protest drew them, whatever they are called: "drew 90 beekeepers"."""
    if not item.noun and not noun_forms()["any"].match(text, item.end, span[1]):
        return None
    return ("protesters", item.start) if drawn_to_a_protest(text, span, (item.start, item.end)) else None


def _verbs_of(text: str, span: Span, within: Span, item: Counted | None = None) -> list[re.Match[str]]:
    """Return the verbs in a stretch of text that can say what was done to the people counted, `item` if before them."""
    found = [verb for verb in verb_forms()["verb"].finditer(text, *within) if not tells_of_others(text, span, verb)]
    if not item:
        return found
    return [
        verb
        for verb in found
        if not is_done_by_them(text, span, verb, verb_keys()[as_listed(verb[0])], item.noun)
        and not is_done_to_others_named(text, (item.start, item.end), verb)
        and not _of_another(text, span, item, verb)
        and not _takes_its_own(text, span, verb)
    ]


def _takes_its_own(text: str, span: Span, verb: re.Match[str]) -> bool:
    """Whether a verb is done to a number of its own: "sought 50 people but arrested only nine"."""
    if not _BUT.search(text, max(span[0], verb.start() - _ALONE), verb.start()):
        return False
    number = next(iter(find_numbers(text, (verb.end(), min(span[1], verb.end() + _ALONE)))), None)
    return number is not None and not text[verb.end() : number.start].strip()


def _of_another(text: str, span: Span, item: Counted, verb: re.Match[str]) -> bool:
    """Whether a verb belongs to a later number with a clause of its own: "300 people, and nine were arrested"."""
    if (of := _OF.match(text, verb.end(), span[1])) and any(
        number.start == of.end() for number in find_numbers(text, (of.end(), span[1]))
    ):
        return True  # "300 people spoke of the arrests of nine"
    for number in find_numbers(text, (item.end, verb.end())):
        noun = noun_forms()["many"].match(text, number.end, verb.start())
        if begins_a_clause(text, span, number.start, noun["noun"] if noun else ""):
            ends = (number.end, noun.end()) if noun else (number.end,)
            done = (verb_forms()[form].match(text, end, span[1]) for end in ends for form in _SAID_BEHIND)
            if any(one and one.start("verb") == verb.start() for one in done):
                return True
    return False


def _done_right_there(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return what is done to a group with a name of its own: "arrested 12 protesters", "two agents were hurt"."""
    verbs, patterns = verb_keys(), verb_forms()
    if taken := taken_away(text, span, (item.start, item.end), item.noun):
        return taken
    if before := patterns["right_before"].search(text, max(span[0], item.start - _ALONE), item.start):
        return verbs[as_listed(before["verb"])], before.start()
    behind = patterns["right_behind"].match(text, item.end, span[1])
    behind = behind or patterns["participle"].match(text, item.end, span[1])
    return (verbs[as_listed(behind["verb"])], behind.start("verb")) if behind else None


def _done_to_them(text: str, span: Span, item: Counted) -> tuple[str, int] | None:
    """Return what was done to those whom a number counts alone, or with any noun: "took 12", "14 cooks were held"."""
    verbs, patterns = verb_keys(), verb_forms()
    before = (max(span[0], item.start - _ALONE), item.start)
    if (alone := patterns["alone_before"].search(text, *before)) and patterns["end"].match(text, item.end):
        return verbs.get(as_listed(alone["verb"]), "arrested"), alone.start()
    for form in ("alone_behind", "to_people"):
        done = patterns[form].match(text, item.end, span[1])
        if done and not (form == "to_people" and acts_on_others(text, span, done.start("verb"), done.end("verb"))):
            return verbs[as_listed(done["verb"])], done.start("verb")
    done, noun = patterns["to_people_before"].search(text, *before), noun_forms()["any"].match(text, item.end)
    if done and noun and patterns["end"].match(text, noun.end()):
        return verbs[as_listed(done["verb"])], done.start()
    return None
