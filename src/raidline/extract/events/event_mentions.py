"""Match dates with triggers: which happening of its sentence a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.extract.events.asides.appositions import is_one_date, is_ranked
from raidline.extract.events.asides.given_up import is_given_up
from raidline.extract.events.asides.laws import is_of_a_law
from raidline.extract.events.asides.limits import limited
from raidline.extract.events.asides.told_aside import told_aside
from raidline.extract.events.attachment import ParsedSentence, governing_trigger, kind_of
from raidline.extract.events.negation import ENFORCING, unreal
from raidline.extract.events.private import is_life
from raidline.extract.events.public_acts import find_states, find_verbs, has_finite_verb, names_a_body
from raidline.extract.events.purposes import is_aim
from raidline.extract.events.taken_up import taken_up
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.extract.text.skipped import Skipped
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

_LONGEST_BYLINE = 12  # words
_LONGEST_ACT = timedelta(days=300)
_LONGEST_STRETCH = timedelta(days=92)
_SPEAKERS_NOW = frozenset({"today", "tonight", "this year", "this month", "this week"})
_AND = re.compile(r",|\b(?:and|but|who|that)\b")
_BEGUN = re.compile(r"\bin\s+(?:effect|force|place)\s+since\s+$")
_ASIDE_REACH = 30  # characters
# doubts that leave no candidate, and what they say of the date
_NO_ACT = {
    "denied": "dates something that is denied",
    "supposed": "dates something that is only supposed",
    "asked": "is in a question whether it was so",
    "aim": "dates what another act is meant to bring about",
    "unanswered": "dates a question without an answer",
    "law": "is the year of a law",
    "biography": "is a year of a life, not of a public act",
}
_SUBJECT_BEHIND = re.compile(r"[^,]{0,40},\s+(?:\w+,\s+)?(?:the|an?|it|they|he|she)\s")
_NAMED_DAY = re.compile(r"\b[A-Z][a-z]{2}")
_FIGURE = re.compile(r"\d")
_CALENDAR = re.compile(
    r"\d|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_WAS_THE_DAY = re.compile(r"\b(?:was|were|be|been|had)\s+(?:(?:an?|the)\s+(?:\w+\s+)?)?$")


@dataclass(frozen=True)
class Happening:
    """One dated act: the time expression, the trigger that names it, its clause, and the resulting kind.

    `doubt` names the rule that speaks against it, "" if none does. `within` is when it was if the expression names only
    a limit: "before May 5".
    """

    timex: Timex
    trigger: Trigger
    clause: Span
    kind: Kind
    doubt: str = ""
    within: Edtf | None = None

    @property
    def date(self) -> Edtf:
        """When it was, no more exact than it is told: before a day, if only that is said."""
        return self.within or self.named

    @cached_property
    def named(self) -> Edtf:
        """The time named: the whole of an interval; the day of "around 5 p.m.", which is not approximate."""
        when = self.timex.until or self.timex.edtf
        if when is None:  # find_happenings keeps dated ones only
            raise ValueError(f"'{self.timex.text}' has no date")
        if self.timex.type == "TIME" and when.approximate and when.earliest and when.earliest == when.latest:
            return Edtf.of(when.earliest)
        return when


@cache
def _aside() -> re.Pattern[str]:
    """Return the words before a date that make it a limit or a comparison, not the time of the act."""
    return re.compile(words_source(lexicon.load("background_dates")["before_a_date"]) + r"\s+(?:the\s+)?$")


def _is_aside(text: str, start: int, date_at: int) -> bool:
    """Whether a date is a limit, a comparison or background; "in force since May" does date the beginning."""
    return bool(_aside().search(text, start, date_at)) and not _BEGUN.search(text, start, date_at)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"\W*" + words_source(lexicon.load("background_dates")["bylines"]))


def _is_byline(text: str, sentence: Span, timexes: Sequence[Timex]) -> bool:
    """Whether a short sentence is a stamp or a byline; "By noon Monday, 11 people were in custody" tells something."""
    if not _byline().match(text, *sentence) or len(text[slice(*sentence)].split()) > _LONGEST_BYLINE:
        return False
    if not timexes:
        return True
    behind = (timexes[0].end, sentence[1])
    return not (has_finite_verb(text, behind) or _SUBJECT_BEHIND.match(text, *behind))


@cache
def _biography() -> WordList:
    return compile_words(lexicon.load("background_dates")["biography"])


@cache
def _unanswered() -> WordList:
    return compile_words(lexicon.load("background_dates")["unanswered"])


def _is_unanswered(passage: ParsedSentence, timex: Timex, trigger: Trigger) -> bool:
    """Whether a date only says when nobody replied: no act of the clause lies nearer to it than those words."""
    text, clauses = passage.text, passage.clauses
    replied = _unanswered().search(text, *clauses[passage.index(trigger.start)])
    if replied and replied.start() <= trigger.start < replied.end():
        return True
    found = _unanswered().search(text, *clauses[passage.index(timex.start)])
    if not found:
        return False
    if found.end() <= trigger.start < timex.start and not _AND.search(text, found.end(), timex.start):
        return True  # "did not respond to an emailed request on Monday"
    apart = max(timex.start - found.end(), found.start() - timex.end)
    return apart < max(timex.start - trigger.end, trigger.start - timex.end)


def _is_biography(trigger: Trigger, kind: Kind) -> bool:
    """Whether a word with a year only says when somebody was born, appointed or elected; a county joins a program."""
    return kind is Kind.OTHER and bool(_biography().fullmatch(trigger.text))


def _without_appositions(text: str, found: list[Happening]) -> list[Happening]:
    """Leave out the coarser of two dates for the same day: "Two weeks ago, on October 26, ..."."""
    kept: list[Happening] = []
    for happening in found:
        last = kept[-1] if kept and kept[-1].trigger == happening.trigger else None
        if last and is_one_date(text, (last.timex, last.named), (happening.timex, happening.named)):
            differ = last.named != happening.named
            kept[-1] = min(last, happening, key=_vagueness if differ else lambda h: _window(h.timex))
        else:
            kept.append(happening)
    return kept


def _vagueness(happening: Happening) -> tuple[timedelta, bool, bool]:
    """Return how exact a date is: of "a week before, on October 4", read as two days, that of the calendar is surer.

    So it is of "last Tuesday night, Oct. 4".
    """
    words = happening.timex.text
    return _window(happening.timex), not _NAMED_DAY.search(words), not _FIGURE.search(words)


def _window(timex: Timex) -> timedelta:
    first, last = timex.bounds()
    return last - first


def _in_quotation(text: str, start: int, position: int) -> bool:
    before = text[start:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _proposed(passage: ParsedSentence, timex: Timex, sentence: Span, published: date | None) -> Happening | None:
    """Return the act that a date belongs to, as far as the rules know, with their doubt; None if there is no verb."""
    text = passage.text
    trigger = governing_trigger(passage, timex)
    trigger = taken_up(text, sentence, timex, trigger) or trigger
    if (
        trigger is None
        and timex.text.lower() == "today"
        and has_finite_verb(text, passage.clauses[passage.index(timex.start)])
    ):
        return None  # "300 were held there in 2002, but today, only 15 remain"
    if _is_aside(text, max(sentence[0], timex.start - _ASIDE_REACH), timex.start):
        doubt = "limit"
    elif timex.type == "DURATION" and _window(timex) > _LONGEST_STRETCH:
        doubt = "stretch"
    elif timex.text.lower() in _SPEAKERS_NOW and _in_quotation(text, sentence[0], timex.start):
        doubt = "these days"
    elif trigger is None:
        doubt = "no act"
    else:
        doubt = ""
    if trigger is None:
        trigger = _any_trigger(passage, timex) or (_state(passage, sentence, timex) if doubt == "no act" else None)
    if trigger is None:
        return None
    if doubt == "no act" and not (trigger.kind is not Kind.OTHER or names_a_body(text, sentence)):
        doubt = "nobody acts"
    kind = kind_of(passage, trigger)
    begun = _BEGUN.search(text, sentence[0], timex.start)
    within = None if begun else limited(text, sentence, timex, trigger)
    act = Happening(timex, trigger, passage.clauses[passage.index(trigger.start)], kind, doubt, within)
    told = _unreal(passage, sentence, act, published)
    return replace(act, doubt=told) if told else act


def _unreal(passage: ParsedSentence, sentence: Span, act: Happening, published: date | None) -> str:
    """Return the doubt, one of those that leave no candidate, whether an act was or will be at all; "" if none is."""
    timex, trigger, kind = act.timex, act.trigger, act.kind
    text = passage.text
    past = bool(published and timex.latest and timex.latest < published)
    if told := unreal(passage, sentence, trigger, kind, past=past):
        return told
    if is_aim(text, sentence, trigger, timex.start, enforcing=kind in ENFORCING):
        return "aim"
    if is_of_a_law(passage, sentence, timex):
        return "law"
    if _is_unanswered(passage, timex, trigger):
        return "unanswered"
    lasting = _window(timex) > _LONGEST_ACT
    return "biography" if lasting and (_is_biography(trigger, kind) or is_life(text, sentence, trigger, kind)) else ""


def _any_trigger(passage: ParsedSentence, timex: Timex) -> Trigger | None:
    """Return the nearest trigger in the sentence, or else the nearest verb."""
    triggers = [t for clause in passage.triggers for t in clause]
    verbs = triggers or [v for clause in passage.clauses for v in find_verbs(passage.text, clause)]
    return _nearest(passage, timex, verbs)


def _state(passage: ParsedSentence, sentence: Span, timex: Timex) -> Trigger | None:
    """Return the nearest words for what was so where nobody acts: "nobody was taken on May 1".

    "That night" and "It was a Friday" only set the scene.
    """
    if not _CALENDAR.search(timex.text) or _WAS_THE_DAY.search(passage.text, sentence[0], timex.start):
        return None
    return _nearest(passage, timex, [v for clause in passage.clauses for v in find_states(passage.text, clause)])


def _nearest(passage: ParsedSentence, timex: Timex, triggers: Sequence[Trigger]) -> Trigger | None:
    at = passage.index(timex.start)
    return min(triggers, key=lambda t: (abs(passage.index(t.start) - at), abs(t.start - timex.start)), default=None)


def find_happenings(
    text: str, sentence: Span, timexes: Sequence[Timex], published: date | None = None
) -> tuple[list[Happening], list[Skipped]]:
    """Return the dated happenings of one sentence in order, and the dates that belong to none."""
    if _is_byline(text, sentence, timexes):
        return [], [Skipped(t.start, t.end, f"'{t.text}' is in a byline") for t in timexes]
    found: list[Happening] = []
    skipped: list[Skipped] = []
    passage = ParsedSentence.read(text, sentence, timexes)
    intervals_end = {t.until.latest for t in timexes if t.until}
    for timex in timexes:
        if not timex.until and timex.latest in intervals_end:
            continue  # "to Feb. 3": its other half carries the whole interval
        if timex.edtf is None:
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' gives no calendar date", undated=True))
        elif is_given_up(passage, sentence, timex, timexes):
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' is a day that was given up"))
        elif (proposal := _proposed(passage, timex, sentence, published)) is None:
            skipped.append(Skipped(timex.start, timex.end, f"no act is named beside '{timex.text}'"))
        elif why := _NO_ACT.get(proposal.doubt) or told_aside(passage, sentence, timex, published):
            skipped.append(Skipped(timex.start, timex.end, f"'{timex.text}' {why}"))
        else:
            found.append(proposal)
    if len(found) > 1:
        dates = [h.named for h in found]
        found = [h for h in found if not is_ranked(text, (h.timex, h.named), dates)] or found
    found = _without_appositions(text, found)
    return _without_hours(found), skipped


def _without_hours(found: Sequence[Happening]) -> list[Happening]:
    """Leave out the hour of an act that has a day: "held overnight on Tuesday"; "Monday night" is another day's.

    What the news of a live page tells of is of its hour, which stands outside: "has freed two men taken Monday".
    """
    outside = {h.trigger.start for h in found if h.timex.start == h.timex.end}
    found = [h for h in found if h.trigger.start not in outside or h.timex.start == h.timex.end]
    dated = {h.trigger.start: h.named for h in found if h.timex.type != "TIME"}
    return [
        h
        for h in found
        if h.timex.type != "TIME"
        or h.trigger.start not in dated
        or (_NAMED_DAY.search(h.timex.text) and dated[h.trigger.start] != h.named)
    ]
