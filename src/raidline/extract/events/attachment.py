"""Which trigger governs a date, and what a verb brings about: simple syntax from order and distance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from raidline import lexicon
from raidline.dates.value import Precision
from raidline.extract.events.answering import earlier_acts, is_earlier
from raidline.extract.events.public_acts import find_public_act, has_finite_verb
from raidline.extract.events.triggers import Trigger, find_triggers
from raidline.extract.text.clauses import clause_at, split_clauses
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.models import Kind

# Reaches in words: from a verb to its object, from a verb back to its subject, from a date to the noun it modifies.
_OBJECT_REACH = 14
_VERB_REACH = 6
_MODIFIED_REACH = 2
_COMPLEMENT = 12  # in the units of nearness: four words
_OWN_DATE = 3
_MONTH = timedelta(days=31)

_WORD = 12  # characters before a word
_FEARED_BEFORE = 40  # characters

_AFTER_THE = re.compile(r"\b(?:after|before|following)\s+(?:the|an?|that|its|their)\b", re.IGNORECASE)
_THE_PEOPLE = re.compile(r"\b(?:the|those|everyone|anyone|people)\s+$", re.IGNORECASE)
_OF_THE = re.compile(
    r"\b(?:the|those|these|other|all|any|of|for|with|from|by|among|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|dozens\s+of|several|some|many)\s+$",
    re.IGNORECASE,
)
_PEOPLE_SO = re.compile(r"\s+(?:[a-z]+\s+)?(?:[a-z]+s|men|women|people|man|woman|child|children)\b")
_ASIDE = re.compile(r"\W*(?:after|before|following)\b", re.IGNORECASE)
_COUNTED_FROM = re.compile(r"\s+(?:after|before)\s")
_WHEN = re.compile(r",\s+when\s")
_NEAR = 20  # characters
_ADVERBIAL = re.compile(r"(?<!\bbegan )(?<!\bstarted )\b(?:on|in|by|for|from|until)\s+$")
_PREPOSITION = re.compile(r"\b(?:in|to|of|for|by|on|with|from|against|over|about|after|at|under)\b")
_CONTESTED = re.compile(r"(?:\s+[\w’'-]+){0,2}?\s+(?:over|against)\s+(?:[\w’'-]+\s+){0,3}")
_RELATIVE = re.compile(r"\W*(?:that|which|who)\b")
_FRONTED = re.compile(r"\W*(?:(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Oo]ver|[Bb]y)\s+)?")
_LEADS = re.compile(r",?\s+")
_PROMISED = re.compile(r"\b(?:would|will)\s+(?:(?:not|also|be)\s+)?[a-z]+")
# What may come between a noun and its participle or passive: "raids conducted", "the suit was first filed".
_PASSIVE = re.compile(r"\s+(?:(?:was|were|is|are|be|been|being|has|have|had|that|which|first|\w+ly)\s+)*")


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence split into clauses, with the triggers of each."""

    text: str
    clauses: tuple[Span, ...]
    triggers: tuple[tuple[Trigger, ...], ...]

    @classmethod
    def read(cls, text: str, sentence: Span, timexes: Sequence[Timex]) -> ParsedSentence:
        """Return a sentence with its clauses and triggers; a part of a date is never a trigger."""
        spans = [(t.start, t.end) for t in timexes]
        clauses = tuple(split_clauses(text, sentence, spans))
        triggers = tuple(
            tuple(t for t in find_triggers(text, clause) if not any(a <= t.start and t.end <= b for a, b in spans))
            for clause in clauses
        )
        return cls(text, clauses, triggers)

    def index(self, position: int) -> int:
        """Return the number of the clause that contains a position."""
        return clause_at(self.clauses, position)

    def words(self, start: int, end: int) -> int:
        """Return how many words lie between two positions."""
        return len(self.text[start:end].split())


def governing_trigger(parsed: ParsedSentence, timex: Timex) -> Trigger | None:
    """Return the trigger a date belongs to: in its own clause, or in the next ones if the date opens its clause."""
    text, at = parsed.text, parsed.index(timex.start)
    counted_from = timex.type == "DURATION" and _COUNTED_FROM.match(text, timex.end)
    if at + 1 < len(parsed.clauses) and (counted_from or _is_pointed_at(text, timex)):
        at += 1  # "a week after the county released ...": the date is that of the release
    triggers = [t for t in parsed.triggers[at] if not _is_of_another_day(parsed, timex, t)]
    ranked = sorted(triggers, key=lambda t: -_nearness(parsed, timex, t))
    if best := next((t for t in ranked if _is_act(parsed, t)), None):
        return _answer(parsed, timex, best) or _taking(parsed, timex, best)
    if act := find_public_act(text, parsed.clauses[at]):
        return act
    if _FRONTED.fullmatch(text, parsed.clauses[at][0], timex.start):
        for number in range(at + 1, min(at + 3, len(parsed.clauses))):
            if acts := [
                t for t in parsed.triggers[number] if _is_act(parsed, t) and not _is_of_another_day(parsed, timex, t)
            ]:
                return _main(parsed, number, acts)
    if at and timex.type != "DURATION" and not has_finite_verb(text, parsed.clauses[at]):
        # "sued Ohio, and Kern County in California, on Tuesday": a clause without a verb continues the last one
        return next((t for t in reversed(parsed.triggers[at - 1]) if _is_act(parsed, t) and t.is_verb), None)
    return None


def _is_pointed_at(text: str, timex: Timex) -> bool:
    """Whether an act follows a day that is named for it: "recalled May 5, when agents came", not "met on May 5"."""
    named = _WHEN.match(text, timex.end) and timex.text[0].isupper() and not timex.text.endswith("day")
    return bool(named) and not _ADVERBIAL.search(text, max(0, timex.start - _NEAR), timex.start)


def _taking(parsed: ParsedSentence, timex: Timex, best: Trigger) -> Trigger | None:
    """Return what takes the date beside the best trigger: the act itself, what a speech tells, or the noun's verb."""
    if best.role == "say" and _PROMISED.search(parsed.text, best.end, timex.start):
        return _told(parsed, best)  # "said agents would leave on May 5": nothing was said on May 5
    told = None if best.role != "say" or _speech_takes(parsed, timex, best) else _told(parsed, best)
    return told or _verb_of_object(parsed, timex, best)


def _answer(parsed: ParsedSentence, timex: Timex, earlier: Trigger) -> Trigger | None:
    """Return the act behind an earlier one that stands between it and the date: "On May 5, following a raid, nuns met".

    It may be in one of the next clauses; None if the act beside the date is no earlier one.
    """
    sentence = (parsed.clauses[0][0], parsed.clauses[-1][1])
    told = [one for one in earlier_acts(parsed.text, sentence) if one.start <= earlier.start < one.end]
    if not told or not timex.end <= told[0].start or not _LEADS.fullmatch(parsed.text, timex.end, told[0].start):
        return None
    acts = [t for clause in parsed.triggers for t in clause if t.start >= told[0].end and t.is_verb]
    return next((t for t in acts if _is_act(parsed, t)), None)


def _main(parsed: ParsedSentence, number: int, acts: Sequence[Trigger]) -> Trigger:
    """Return the act of the main clause: "On May 5, after a raid on the mill, nuns rallied" dates the rally."""
    start, end = parsed.clauses[number]
    if _ASIDE.match(parsed.text, start) and (comma := parsed.text.find(",", start, end)) >= 0:
        return next((t for t in acts if t.start > comma), acts[0])
    return acts[0]


def kind_of(parsed: ParsedSentence, trigger: Trigger) -> Kind:
    """Return the kind of event a trigger makes in its sentence."""
    if trigger.role in {"bring", "light"} and (thing := _object(parsed, trigger)):
        return thing.kind
    if trigger.role == "say":
        # "said in open court", "told a hearing": the setting makes it a hearing
        beside = parsed.triggers[parsed.index(trigger.start)]
        if any(t.role == "event" and t.kind is Kind.HEARING for t in beside):
            return Kind.HEARING
    return trigger.kind


def _nearness(parsed: ParsedSentence, timex: Timex, trigger: Trigger) -> float:
    """Rank triggers by how directly they take the date; the numbers have no other meaning."""
    if trigger.start < timex.end:
        words = parsed.words(trigger.end, timex.start)
        # "declined to halt it on Monday": the refusal happened on Monday
        complement = _COMPLEMENT if _is_complement(parsed, trigger) or _is_beside_the_point(parsed, trigger) else 0
        return 70 - 3 * words - complement
    gap = parsed.text[timex.end : trigger.start]
    words = len(gap.split())
    if trigger.role == "event" and words <= _MODIFIED_REACH and "," not in gap and _modifies(parsed.text, timex):
        return 100 - words  # "last month's sweeps", "a January 25 executive order"
    if trigger.is_verb and words == 0:
        return 80  # "the mayor on Monday announced"
    people = _COMPLEMENT if _is_beside_the_point(parsed, trigger) else 0
    return 50 - 3 * words + (4 if trigger.is_verb else 0) - people


def _is_counted_from(parsed: ParsedSentence, timex: Timex, trigger: Trigger) -> bool:
    """Whether a date is counted from an act: "The Tuesday after the May 5 raid, nuns rallied" dates the rally."""
    gap = parsed.text[timex.end : trigger.start]
    near = trigger.role == "event" and trigger.start >= timex.end and len(gap.split()) <= _MODIFIED_REACH
    return near and "," not in gap and bool(_AFTER_THE.search(timex.text))


def _is_of_another_day(parsed: ParsedSentence, timex: Timex, trigger: Trigger) -> bool:
    """Whether an act is only what a date is counted from, or an earlier one: "On May 5, a week after the raid, ..."."""
    sentence = (parsed.clauses[0][0], parsed.clauses[-1][1])
    return _is_counted_from(parsed, timex, trigger) or is_earlier(parsed.text, sentence, trigger.start, timex.end - 1)


def _is_beside_the_point(parsed: ParsedSentence, trigger: Trigger) -> bool:
    """Whether a word for an act tells of no act here: it describes people, or is feared."""
    return _is_of_people(parsed, trigger) or _is_feared(parsed, trigger)


def _is_of_people(parsed: ParsedSentence, trigger: Trigger) -> bool:
    """Whether a participle stands for people or describes them: "those arrested", "visited nine detained cooks"."""
    if trigger.role != "act" or not trigger.text.endswith("ed"):
        return False
    before = parsed.text[max(0, trigger.start - _WORD) : trigger.start]
    if _THE_PEOPLE.search(before):
        return True
    return bool(_OF_THE.search(before) and _PEOPLE_SO.match(parsed.text, trigger.end))


def _is_feared(parsed: ParsedSentence, trigger: Trigger) -> bool:
    """Whether an act is only feared or avoided: "families who feared arrest"."""
    before = parsed.text[max(parsed.clauses[0][0], trigger.start - _FEARED_BEFORE) : trigger.start]
    return trigger.kind is Kind.OPERATION and bool(_feared().search(before))


@cache
def _feared() -> re.Pattern[str]:
    words = words_source(lexicon.load("negation")["feared"]["words"])
    return re.compile(
        rf"\b{words}\s+(?:(?:an?|possible|further|more|new|immediate|immigration|being)\s+){{0,2}}$", re.IGNORECASE
    )


def _is_complement(parsed: ParsedSentence, trigger: Trigger) -> bool:
    return trigger.is_verb and parsed.text.endswith(" to ", 0, trigger.start)


def _modifies(text: str, timex: Timex) -> bool:
    """Whether a date can modify the noun after it: it is not in a phrase of its own ("in January")."""
    if text[timex.end : timex.end + 2] in {"'s", "’s"} or timex.text.endswith(("'s", "’s", "s'", "s’")):
        return True
    before = text[max(0, timex.start - 12) : timex.start].split()
    return not before or before[-1].lower() not in {"on", "in", "since", "until", "by", "during"}


def _is_act(parsed: ParsedSentence, trigger: Trigger) -> bool:
    return trigger.role != "light" or _object(parsed, trigger) is not None


def _speech_takes(parsed: ParsedSentence, timex: Timex, verb: Trigger) -> bool:
    """Whether a date is that of the speech: a day, "said last month", or a month in front: "In May she argued"."""
    if _is_day(timex):
        return True
    if verb.end <= timex.start:
        return parsed.words(verb.end, timex.start) <= _OWN_DATE
    first, last = timex.earliest, timex.latest
    return bool(first and last and last - first <= _MONTH)


def _told(parsed: ParsedSentence, verb: Trigger) -> Trigger | None:
    """Return what a verb of speech reports: "In 2019 it claimed it arrested", "said it held nine in 2019"."""
    at = parsed.index(verb.start)
    acts = [t for t in parsed.triggers[at] if t.start >= verb.end and t.role == "act"]
    return acts[0] if acts else find_public_act(parsed.text, (verb.end, parsed.clauses[at][1]))


def _verb_of_object(parsed: ParsedSentence, timex: Timex, noun: Trigger) -> Trigger:
    """Return the verb whose object is a noun before the date ("released a report on Tuesday"), or the noun itself.

    A verb of speech takes only days: "said raids in March were wrong" dates the raids.
    """
    text = parsed.text
    if noun.is_verb or noun.start > timex.start or text[noun.end : timex.start].strip() == "of":
        return noun
    beside = parsed.triggers[parsed.index(noun.start)]
    verbs = [t for t in beside if t.is_verb and t.end <= noun.start]
    if len(verbs) > 1 and _is_complement(parsed, verbs[-1]) and parsed.words(verbs[-2].end, verbs[-1].start) == 1:
        verbs.pop()  # "declined to halt the program"
    if not verbs or parsed.words(verbs[-1].end, noun.start) > _VERB_REACH:
        return noun
    # "sued over the ban in May", "rallied against the raids in May": what is contested has no date of its own
    contested = verbs[-1].role == "act" and _CONTESTED.fullmatch(text, verbs[-1].end, noun.start)
    is_object = contested or not _PREPOSITION.search(text, verbs[-1].end, noun.start)
    return verbs[-1] if _is_day(timex) or (is_object and verbs[-1].role != "say") else noun


def _is_day(timex: Timex) -> bool:
    return timex.edtf is not None and timex.edtf.precision in {Precision.DAY, Precision.SECOND}


def _object(parsed: ParsedSentence, verb: Trigger) -> Trigger | None:
    """Return what a verb brings about: its object, or the noun of which it is a participle, passive or predicate."""
    text, at = parsed.text, parsed.index(verb.start)
    nouns = [t for t in parsed.triggers[at] if t.role == "event"]
    before = [t for t in nouns if t.end <= verb.start]
    if before and _PASSIVE.fullmatch(text, before[-1].end, verb.start):
        return before[-1]
    for noun in nouns:
        if noun.start >= verb.end and parsed.words(verb.end, noun.start) <= _OBJECT_REACH:
            return noun
    reach = _OBJECT_REACH if verb.role == "light" else _VERB_REACH
    if before and parsed.words(before[-1].end, verb.start) <= reach:
        return before[-1]
    return _from_clause_before(parsed, at) or (_from_clause_behind(parsed, at) if verb.role == "bring" else None)


def _from_clause_before(parsed: ParsedSentence, at: int) -> Trigger | None:
    """Return the noun that a relative clause describes: "the order that the mayor signed"."""
    if at == 0 or not _RELATIVE.match(parsed.text, *parsed.clauses[at]):
        return None
    nouns = [t for t in parsed.triggers[at - 1] if t.role == "event"]
    return nouns[-1] if nouns else None


def _from_clause_behind(parsed: ParsedSentence, at: int) -> Trigger | None:
    """Return what the following clause reports: "announced that agents had arrested nine"."""
    if at + 1 == len(parsed.clauses) or not parsed.text.startswith("that", parsed.clauses[at + 1][0]):
        return None
    acts = [t for t in parsed.triggers[at + 1] if t.role in {"act", "event"}]
    return acts[0] if acts else None
