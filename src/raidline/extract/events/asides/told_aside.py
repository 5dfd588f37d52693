"""Dates that a report tells aside: steps of a life, years of laws and houses, limits, suppositions."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from raidline import lexicon
from raidline.extract.events.actors import find_agencies
from raidline.extract.events.asides.conditions import is_conditional
from raidline.extract.events.asides.governing import governs, part_start
from raidline.extract.events.asides.laws import is_passed
from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.events.public_acts import find_verbs, names_a_body
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

_RECENT = timedelta(days=366)
_LONGEST_ACT = timedelta(days=300)
_REACH = 110  # characters from a word to the date that it governs
_SUBJECT_REACH = 70  # characters from a verb back to its subject
_TO_A_YEAR = re.compile(r"\s+(?:(?:in|of|from|to|the)\s+)*")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SINCE = re.compile(r"\bsince(?:\s+(?:at\s+least|about|around|early|late|the|in))*\s+$")
_NEAR_SINCE = 24  # characters from "since" to a date
# but for the commas of "Reno, Nevada, since"
_GOES_ON = re.compile(r"[;:—–]|,(?!\s+[A-Z]|\s*$)|\b(?:has|have|had|who|which|that)\b")
_NEAR_THAN = 80  # characters before a date
_AS_MANY = "as many as "  # for the reader of dates these hedge one that they stand before
_MORE = r"(?:more|fewer|less|higher|lower|larger|smaller|bigger|longer|worse|better)"
_WHEN = re.compile(r",?\s+when\b")
_BETWEEN = r"(?:(?:also|then|later|first|once|had|has|have|been|[a-z]+ly)\s+){0,3}"
_NAME = r"(?:[A-Z][\w.’'-]+\s+)+[A-Z][\w.’'-]+"
_PERSON_BEFORE = re.compile(rf"(?:(?<![\w’'-])(?:[Hh]e|[Ss]he|I|who)|(?P<name>{_NAME})(?:,\s\d{{2}},)?)\s+{_BETWEEN}$")
_PERSON_BEHIND = re.compile(rf",?\s+(?:he|she|I|(?P<name>{_NAME}))\s+{_BETWEEN}")
_AND = re.compile(rf"(?:,|\b(?:and|but|or))\s+{_BETWEEN}$")
_FRONTED = re.compile(r"\W*(?:(?:In|Since|From|By|On)\s+)?")
_ONE_NAME = re.compile(rf"(?<![\w’'-])(?P<name>[A-Z][a-z][\w’'-]*)\s+{_BETWEEN}$")
_AGE = re.compile(
    r",?\s+(?:when\s+(?:he|she|they)\s+(?:was|were)|at(?:\s+the)?\s+age(?:\s+of)?)\s+(?:(?:just|only|about)\s+)?"
    r"(?:\d{1,2}\b|an?\s+(?:child|baby|toddler|infant|teenager|boy|girl)\b)"
)
_TURNED = re.compile(r"\b(?:he|she|who|I)\s+(?:had\s+|just\s+|has\s+)?turn(?:s|ed)\s+\d{1,2}\b(?!\s+[a-z]+s\b)")
_NEAR = 30  # characters behind a date: "Last spring she turned 60"
_FOUNDED = 24  # characters before a year
_STANDING = 60  # characters before a day
_ON = re.compile(r"(?:\s+(?:for|as of|late|early|on))*\s*")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_DAYS_OPEN = re.compile(rf"\b{_WEEKDAY}\s+(?:through|to|and)\s+{_WEEKDAY}\b|\b{_WEEKDAY}\s?[–-]\s?{_WEEKDAY}\b")
_HOUR = r"\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?"
_HOURS = re.compile(rf"\b{_HOUR}(?:\s?[–-]\s?|\s+(?:to|until)\s+)(?:{_HOUR}|noon|midnight)")
_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}(?<!staff)(?<!limit)ed)\b")
_WHO = re.compile(rf",\s+who\s+{_BETWEEN}")
_MANY = re.compile(r"\b(?:agents|officers|deputies|troops|members|protesters|detainees|immigrants),?\s+who\s*$")
_BODY = re.compile(
    r"(?:\b[A-Z]{2,}|\b(?:County|City|Council|Department|Office|Board|Commission|Court|Senate|House|Assembly|Legislature"
    r"|Police|Congress|University|Act|Bill|Service|Patrol|Party|Union|Center|Township|Academy|Guard))$"
)


_OUTDONE = re.compile(
    r"\b(?:times|twice|half|just|about|nearly|almost)\s+as\s+(?:many|much|often)\s(?:[^.;:]{0,50}?\s)?as\s+(?:(?:in|on|at|during)\s+)?(?:all\s+of\s+)?(?:the\s+)?$"
    rf"|\b{_MORE}\b[^.;:]{{0,40}}?\s+than\s+(?:(?:in|on|at|during|for)\s+)?any\s+(?:other\s+)?[a-z]+\s+(?:of\s+|in\s+)?$"
    rf"|\b{_MORE}(?:(?:\s+[a-z]+){{1,3}}?\s+than\s+(?:(?:in|on|at|during|for)\s+)?|\s+than\s+(?:in|on|at|during|for)\s+)(?:the\s+)?$",
)


def told_aside(passage: ParsedSentence, sentence: Span, timex: Timex, published: date | None) -> str:
    """Return in words why a date tells of no act of the report, "" if it may tell of one."""
    text = passage.text
    start = part_start(text, sentence, timex)
    readings: tuple[tuple[bool, str], ...] = (
        (_has("notices", text, sentence), "is in a notice to readers"),
        (_has("supposed", text, (start, timex.start)), "is in a supposition"),
        (_is_of_a_thing(passage, start, timex), "says since when something stands"),
        (governs(_words("limits"), passage, start, timex), "is a limit"),
        (_starts_with("limits_behind", text, timex.end + 1), "is a limit"),
        (_starts_with("marked", text, timex.end + 1), "only marks how long ago something was"),
        (_has("repeated", text, (start, timex.start + 1)), "says since when something is done again and again"),
        (is_conditional(text, sentence, timex, published), "dates what may never be"),
        (_is_compared(text, start, timex), "only says since when nothing was like it"),
        (_is_of_a_founding(text, timex), "is the year of a founding"),
        (_is_a_year(timex) and _starts_with("crimes", text, timex.end + 1), "is the year of a crime"),
        (_is_of_standing(text, start, timex), "says how things stood that day"),
        (_is_in_opening_hours(text, sentence, timex), "is in opening hours"),
        (_is_asked_of_readers(passage, sentence, start, timex), "is a day until which readers are to act"),
        (
            bool(_AGE.match(text, timex.end) or _TURNED.search(text, start, timex.end + _NEAR))
            and not _acts(passage, start, timex.start),
            "tells when somebody had an age",
        ),
        (governs(_words("weighed"), passage, start, timex), "dates what was only weighed"),
        (governs(_words("budget_years"), passage, start, timex), "bounds a year of accounts"),
        (_is_step(passage, sentence, start, timex, published), "is a step of a life, not of a public act"),
    )
    return next((why for holds, why in readings if holds), "")


def _is_compared(text: str, start: int, timex: Timex) -> bool:
    """Read "the biggest march here since 2020" and "as many as a week ago", not "since March, when 40 were held"."""
    near = (max(start, timex.start - _NEAR_THAN), timex.start + len(_AS_MANY) * timex.text.startswith(_AS_MANY))
    like = text[slice(*near)]  # spares time
    if (" than " in like or "as " in like) and _OUTDONE.search(text, *near) and not _WHEN.match(text, timex.end):
        return True
    since = _SINCE.search(text, max(start, timex.start - _NEAR_SINCE), timex.start)
    if not since or _WHEN.match(text, timex.end):
        return False
    best = _words("superlatives").search(text, max(start, since.start() - _REACH), since.start())
    return best is not None and not _GOES_ON.search(text, best.end(), since.start())


def _is_of_a_founding(text: str, timex: Timex) -> bool:
    """Read "The network, founded in 2009, says": between commas, of a body, a town or a house."""
    words = _words("founded").search(text, max(0, timex.start - _FOUNDED), timex.start)
    if not words or words.end() != timex.start - 1 or not text.startswith((",", " and "), timex.end):
        return False
    return text.endswith(", ", 0, words.start()) and not find_verbs(text, (words.start(), timex.start))[1:]


def _is_of_standing(text: str, start: int, timex: Timex) -> bool:
    """Read "Four men remain unaccounted for on Friday": right behind the words, with nothing else told of the day."""
    near = max(start, timex.start - _STANDING)
    return any(
        _ON.fullmatch(text, found.end(), timex.start) for found in _words("standing").finditer(text, near, timex.start)
    )


def _is_asked_of_readers(passage: ParsedSentence, sentence: Span, start: int, timex: Timex) -> bool:
    """Read "- Sign the petition by April 30"."""
    first = _words("asked_of_readers").search(passage.text, *sentence)
    heads = first is not None and not passage.text[sentence[0] : first.start()].strip(" \t\n-*•·–—")
    return heads and governs(_words("asked_of_readers"), passage, start, timex)


def _is_in_opening_hours(text: str, sentence: Span, timex: Timex) -> bool:
    """Whether days and hours say when something is open: "staffed Monday through Friday from 8 a.m. to 8 p.m."."""
    days = _DAYS_OPEN.search(text, *sentence)
    hours = days and _HOURS.search(text, *sentence)
    if not days or not hours or _PAST.search(text, *sentence):
        return False
    return min(days.start(), hours.start()) <= timex.start < max(days.end(), hours.end())


def _has(name: str, text: str, span: Span) -> bool:
    return bool(_words(name).search(text, *span))


def _is_of_a_thing(passage: ParsedSentence, start: int, timex: Timex) -> bool:
    text = passage.text
    if not _is_a_year(timex) or is_passed(passage, timex):
        return False
    found = [m for name in ("things", "opened") for m in _words(name).finditer(text, start, timex.start)]
    return any(_TO_A_YEAR.fullmatch(text, m.end(), timex.start) for m in found)


def _is_long_past(timex: Timex, published: date | None) -> bool:
    """Whether a date is more than a year old; without a day of publication, whether it is a year."""
    if published is None or timex.latest is None:
        return _is_a_year(timex)
    return timex.latest < published - _RECENT


def _is_a_year(timex: Timex) -> bool:
    first, last = timex.bounds()
    return last - first > _LONGEST_ACT


def _is_step(passage: ParsedSentence, sentence: Span, start: int, timex: Timex, published: date | None) -> bool:
    if _is_in_passing(passage.text, start, timex):
        return True
    if not _is_long_past(timex, published):
        return False
    return (
        _is_step_before(passage, start, timex)
        or _is_step_behind(passage, sentence, timex)
        or _is_migration(passage, start, timex)
    )


def _is_in_passing(text: str, start: int, timex: Timex) -> bool:
    """Whether a clause with commas around it only tells of a step of somebody: "the sheriff, who retired on May 5,"."""
    opened = max((m.end() for m in _WHO.finditer(text, start, timex.start)), default=None)
    if opened is None or "," in text[opened : timex.start].rstrip(", ") or not text.startswith(",", timex.end):
        return False
    return _starts_with("in_passing", text, opened)


def _is_migration(passage: ParsedSentence, start: int, timex: Timex) -> bool:
    """Read "Maria came to Reno from Honduras in 2019", whose one name could be a body's before other verbs."""
    text = passage.text
    found = max((m.span() for m in _words("migrations").finditer(text, start, timex.start)), default=None)
    if not found or _acts(passage, found[1], timex.start):
        return False
    subject = _ONE_NAME.search(text, start, found[0])
    return bool(subject and not _is_a_body(text, subject) and not names_a_body(text, subject.span("name")))


def _is_step_before(passage: ParsedSentence, start: int, timex: Timex) -> bool:
    """Whether the verb before a date is a step of a life, with no other act between them."""
    text = passage.text
    if _WHEN.match(text, timex.end):
        return False  # "lived there until 2027, when agents took him"
    steps = [
        (found.end(), found.start(), name)
        for name in ("steps", "persons_steps")
        for found in _words(name).finditer(text, start, timex.start)
    ]
    if not steps:
        return False
    end, begin, name = max(steps)
    if _acts(passage, end, timex.start) or _YEAR.search(text, end, timex.start):
        return False
    if find_verbs(text, (end, timex.start)):
        return False
    return name == "steps" or _is_a_persons(text, start, begin)


def _is_step_behind(passage: ParsedSentence, sentence: Span, timex: Timex) -> bool:
    """Read "In 1999 she moved to Reno", with no public act in what follows."""
    text, clause = passage.text, passage.clauses[passage.index(timex.start)]
    subject = _PERSON_BEHIND.match(text, timex.end, clause[1])
    if not subject or not _FRONTED.fullmatch(text, clause[0], timex.start) or _is_a_body(text, subject):
        return False
    taken = any(_starts_with(name, text, subject.end()) for name in ("steps", "persons_steps"))
    return taken and not _acts(passage, timex.end, sentence[1])


def _acts(passage: ParsedSentence, start: int, end: int) -> bool:
    """Whether a public act is named in a stretch of a sentence."""
    return any(start <= t.start < end and t.kind is not Kind.OTHER for clause in passage.triggers for t in clause)


def _is_a_persons(text: str, start: int, verb: int) -> bool:
    """Whether the subject of a verb is one person: "she came", "and came" behind another step of hers."""
    reach = max(start, verb - _SUBJECT_REACH)
    if subject := _PERSON_BEFORE.search(text, reach, verb):
        return not _is_a_body(text, subject) and not _MANY.search(text, reach, verb)
    if not _AND.search(text, reach, verb):
        return False
    return any(
        name == "steps" or _is_a_persons(text, start, earlier.start())
        for name in ("steps", "persons_steps")
        for earlier in _words(name).finditer(text, start, verb)
    )


def _is_a_body(text: str, subject: re.Match[str]) -> bool:
    return bool(subject["name"] and (_BODY.search(subject["name"]) or find_agencies(text, subject.span("name"))))


def _starts_with(name: str, text: str, at: int) -> bool:
    found = _words(name).search(text, at, at + _REACH)
    return bool(found and found.start() == at)


@cache
def _words(name: str) -> WordList:
    return compile_words(lexicon.load("told_aside")[name])
