"""Prose: a curator's text about an event agrees with its data."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from raidline import lexicon
from raidline.check.numbers.numbering import numerals
from raidline.check.numbers.persons import apart, noun_behind
from raidline.check.numbers.slips import is_slip, other_score, slips
from raidline.check.rule import Checked
from raidline.counts.agreement import agree, figures_of, is_rounded, supports
from raidline.counts.spelled import SPELLED, spelled
from raidline.counts.value import Count
from raidline.errors import Problem
from raidline.extract.counting.companions import companions
from raidline.extract.counting.reading import find_counts
from raidline.extract.text.numbers import Number, find_numbers, numbers_named
from raidline.extract.text.sentences import split_sentences
from raidline.extract.titles import is_made
from raidline.lexicon.gloss import in_english
from raidline.lexicon.patterns import alternatives
from raidline.models import Event

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT = 4  # letters
_ENDING = r"(?:e?s|e?d|e|ing)?"  # of what is counted: "beds", but "years" are no "yes"
_HELD_AS, _HELD = frozenset({"arrested", "detained"}), ("taken",)  # "10 taken": extraction asks for more
_HELD_ELSE = frozenset({"grabbed", "taken", "seized", "abducted", "nabbed", "held"})  # as others count the same
_TAKES = re.compile(r"\b(?:takes?|took|grab(?:s|bed)?|nab(?:s|bed)?|seizes?d?)\s+$", re.IGNORECASE)
_TAKES_NO_MORE = re.compile(r"\s*(?:$|[.,;:)])|\s+(?:from|at|in|off|near|outside|inside|away|there|after)\b")
_FORCES = ("agents", "officers")  # one word for the other
_INMATES = re.compile(
    r"\b(?:has|have|had|holds?|houses?|housed|with|capacity)\b[^.;]{0,30}\b(?:detainees|inmates|prisoners)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:de\s+|la\s+)*[A-Z][\w.’'-]*){1,3}"
_NAMES = rf"{_NAME}(?:,\s+{_NAME})*"
_WORD_BEHIND = re.compile(r"\s+([a-z][\w’'-]*)")
# "The man, 44, and two coworkers", "three Hondurans and a Guatemalan"
_AND_MORE = re.compile(  # "Ana Vale, Bo Reed and three more"
    rf"(?P<names>{_NAMES})\s+(?:and|&|plus)\s+(?P<more>\d{{1,3}}|{SPELLED})\s+(?:more|others?)\b"
)
_SHARE = re.compile(
    rf"\b(?P<part>\d+|{SPELLED})\s+of\s+(?:the\s+|its\s+|those\s+)?(?P<whole>\d+|{SPELLED})\b", re.IGNORECASE
)
_AND_ONE = re.compile(
    r"\band\s+(?:an?|his|her|their|another)\s+\w+|\b(?:an?|the|his|her)\s+[\w-]+(?:,\s*\d+,)?\s+and\b", re.IGNORECASE
)
LONGEST_TITLE = 100  # characters that calendars and feeds show of a title


def count_mismatch(checked: Checked) -> Iterator[Problem]:
    """Find a number in the title or summary that differs from `counts`.

    Numbers are read as in reports: "nearly 60", "dozens" and "more than 50" can be 54, and parts are added up: "nine
    men and three women". If any number of the text is the one in `counts`, the others are taken for parts of it, and so
    are those of the summary if the title has it, or if the count is one. A sentence of another time, "in the first
    raid", "last year", "in 2019", is left out, and so are those who are in a jail already. "700 officers" are compared
    with `agents` only as a slip of one digit more or less, any other number as one of two digits that changed places,
    and the only sum of money with `dollars`. The score of a vote, "7-2", is that of `yes` and `no`.

    Bad:

        title: ICE arrests 15 people in Austin
        counts: {arrested: at least 51}

    Good:

        title: ICE arrests at least 51 people in Austin
        counts: {arrested: at least 51}
    """
    for record in checked.records:
        if not record.event.counts:
            continue
        for key, written in (("title", record.event.title), ("summary", record.event.summary)):
            if not written:
                continue
            text = in_english(written)
            told = dict(_counts_in(text, record.event, is_title=key == "title"))
            if key == "title" or not _DIGIT.search(record.event.title):
                slipped = slips(text, record.event.counts)
                told |= {name: said for name, said in slipped if not _has(text, record.event.counts[name])}
            for name, said in told.items():
                message = f"says {said} {name}, but `counts` has {record.event.counts[name]}; correct one of the two"
                yield record.problem("count-mismatch", message, key)
            if score := other_score(text, record.event.counts):
                message = f"says {score}, but `counts` has another score; correct one of the two"
                yield record.problem("count-mismatch", message, key)


def machine_title(checked: Checked) -> Iterator[Problem]:
    """Find a title that is still the one a machine made from kind, agency, place and number.

    It says no more than those keys do. A title of your own tells readers what happened.

    Bad:

        title: "ICE: 10 arrested in Riverton, Wyoming"
        kind: operation
        places: ["Riverton, Wyoming"]
        agencies: [ICE]
        counts: {arrested: 10}

    Good:

        title: ICE arrests ten at the Riverton bus station
        kind: operation
        places: ["Riverton, Wyoming"]
        agencies: [ICE]
        counts: {arrested: 10}
    """
    for record in checked.records:
        if not record.event.candidate and is_made(record.event):
            message = "is the machine's; say in your own words what happened"
            yield record.problem("machine-title", message, "title")


def title_too_long(checked: Checked) -> Iterator[Problem]:
    """Find a title of more than 100 characters, which calendars and feeds cut off.

    Bad:

        title: >-
          Magistrate judge says at a hearing in Austin that federal agents had told him and a colleague of the raids
          weeks before

    Good:

        title: Magistrate judge says he was told of the Austin raids beforehand
        summary: Federal agents had told him and a colleague of the raids weeks before.
    """
    for record in checked.records:
        if (length := len(record.event.title)) > LONGEST_TITLE:
            message = f"has {length} characters, at most {LONGEST_TITLE} are shown; move the details to `summary`"
            yield record.problem("title-too-long", message, "title")


def _counts_in(text: str, event: Event, *, is_title: bool) -> Iterator[tuple[str, Count]]:
    """Yield the counts in a text that differ from the event's own; none if another number of it is the event's."""
    found: dict[str, Count] = {}
    told = [text]
    if _is_of_another_time(text, event):
        sentences = (text[start:end] for start, end in split_sentences(text))
        told = [sentence for sentence in sentences if not _is_of_another_time(sentence, event)]
    for sentence in told:
        found = find_counts(sentence, (0, len(sentence))) | found
    for name, count in event.counts.items():
        said = found.get(name) or _held(name, found) or _otherwise_told(told, name, count, found)
        if not said or agree(said, count) or supports(said, count) or is_rounded(said, count) or _has(text, count):
            continue
        if (count.high == 0 and said.low != said.high) or not (is_title or _may_be_of_all(event, count)):
            continue  # "a crowd of hundreds" where nobody was arrested
        if name in {*_HELD_AS, *_HELD_ELSE} and (_INMATES.search(text) or _is_of_those_beside(text, said)):
            continue  # who is in a jail, not who was brought there, or who only stood by
        yield name, _share(text, said)


def _held(name: str, found: Mapping[str, Count]) -> Count | None:
    """Return how many a text says were held, for a count that calls it otherwise: "grabbed"."""
    return (found.get("arrested") or found.get("detained")) if name in _HELD_ELSE else None


def _share(text: str, whole: Count) -> Count:
    """Return the number of which a text tells that so many "of the" others are: "9 of the 14 released" is 9."""
    for found in _SHARE.finditer(text):
        part = _number(found["part"])
        if part and _number(found["whole"]) == whole.low == whole.high:
            return Count.parse(str(part))
    return whole


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else spelled(text.lower())


def _otherwise_told(told: Sequence[str], name: str, count: Count, found: Container[str]) -> Count | None:
    """Return the number of what a count counts that other words than those of reports tell."""
    names = (name, *_HELD) if name in _HELD_AS and not any(one in found for one in _HELD_AS) else (name,)
    if said := next(filter(None, (_beside_its_name(sentence, one) for one in names for sentence in told)), None):
        return said
    if names != (name,):
        return next(filter(None, map(_taken_in, told)), None)
    others = (one for one in _FORCES if one != name and one not in found) if name in _FORCES else ()
    slips = (_beside_its_name(sentence, one) for one in others for sentence in told)
    return next((said for said in slips if said and is_slip(said, count)), None)


def _taken_in(text: str) -> Count | None:
    """Return the number of "agents take 12"."""
    exact = (number for number in find_numbers(text, (0, len(text))) if number.exact)
    return next(
        (
            number.count
            for number in exact
            if _TAKES.search(text, 0, number.start) and _TAKES_NO_MORE.match(text, number.end)
        ),
        None,
    )


def _may_be_of_all(event: Event, count: Count) -> bool:
    """Whether a number of the summary may be that of the event: not if its title has that, or it is of one person."""
    return count.high != 1 and not _has(event.title, count)


def _is_of_another_time(sentence: str, event: Event) -> bool:
    """Whether a sentence tells of another time than the event's: another year, "the first one", "so far"."""
    if _other_times().search(sentence):
        return True
    first, last = event.date.bounds()
    years = [int(year) for year in _YEAR.findall(sentence)]
    return bool(years) and not any(first.year <= year <= last.year for year in years)


@cache
def _other_times() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.load('counting')['other_times'])})\b", re.IGNORECASE)


def _has(text: str, count: Count) -> bool:
    """Whether any number of a text, or the sum of those of one sentence or of all, is the count."""
    named = list(numbers_named(text, (0, len(text))))
    exact = [number for number in named if number.exact]
    numbers = [number.count.low or 0 for number in exact if not _is_of_others_there(text, number)]
    open_ones = [one.count.low or 0 for one in named if one.count.high is None and not re.search(r"\d", one.count.text)]
    if open_ones and numbers and (count.low or 0) >= sum(open_ones) + max(numbers, default=0):
        return True  # "11 lawmakers and dozens of others" may be 76
    ends = range(len(numbers) + 1)
    sums = {sum(numbers[first:last]) for first, last in combinations(ends, 2)}
    beside = [others[1] for number in exact if (others := companions(text, number))]  # "driver and five held"
    for more in beside or ([1] if _AND_ONE.search(text) else []):
        sums |= {number + more for number in sums}
    for found in _AND_MORE.finditer(text):
        sums.add((_number(found["more"]) or 0) + found["names"].count(",") + 1)
    return bool((sums | {number.count.low or 0 for number in exact}) & figures_of(count))


def _is_of_those_beside(text: str, said: Count) -> bool:
    """Whether a number is told of people who arrest others or stand by: "400 bystanders"."""
    ends = [one.end for one in find_numbers(text, (0, len(text))) if one.count == said]
    return bool(ends) and all(noun_behind(text[end:]) in apart() for end in ends)


def _is_of_others_there(text: str, number: Number) -> bool:
    """Whether a number is no part of a sum: of those who arrest people, or the "one" of a thing, "one apartment"."""
    behind = text[number.end :]
    noun = noun_behind(behind)
    if noun in apart():
        return True
    if noun or number.count.low != 1:
        return False
    word = _WORD_BEHIND.match(behind)
    return word is not None and word[1] not in lexicon.load("function_words")["words"] and not _is_done(word[1])


def _is_done(word: str) -> bool:
    """Whether a word is of what is done to people: "one arrested"."""
    return any(word in verbs for verbs in lexicon.load("counting")["done_to"].values()) or word in _HELD


def _beside_its_name(text: str, name: str) -> Count | None:
    """Return the number beside the name, as in "51 arrested", "arrests 51" or "51 ICE holds"."""
    numbers = find_numbers(text, (0, len(text)))
    before, behind = _beside(name)
    for number in numerals(text, "things") if numbers else ():
        is_beside = before.search(number.before) or behind.match(number.behind)
        if is_beside and not number.is_sum and any(number.count == one.count for one in numbers):
            return number.count
    return None


@cache
def _beside(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a number is told by before it and behind it: "arrests", "ICE arrests"."""
    stem = name if len(name) < _SHORT else name.removesuffix("s")
    stem = re.escape(stem.removesuffix("ed") if len(stem) > _SHORT else stem)  # "charg", but "bed"
    before = rf"\b{stem}{_ENDING}\s+\Z"
    behind = rf"\s+(?:(?:(?-i:[A-Z]{{2,5}})|federal|immigration)\s+)?{stem}{_ENDING}\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
