"""What makes two events likely one though their titles have few words in common.

One number of people, one tally of votes, or one act of which a town hardly sees two in a day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.people import one_count
from raidline.counts.spelled import SPELLED, spelled
from raidline.counts.value import Count
from raidline.merging.twice.entered import Told
from raidline.merging.words import seldom_acts
from raidline.models import Event, Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import read

SEVERAL, MANY = 4, 10  # people that two raids of one day in a town, and in a city, hardly have in common
ODD, ROUND = 25, 10  # from which a number is hardly told of two events of a day if it is no multiple of ten
LARGE = 20  # numbers of anything that two titles of one day hardly have in common
_A_SUM = 100_000  # of money, mostly
_A_CITY = 500_000  # people
_BY_SEVERAL, _BY_MANY, _BY_MANY_NEXT_DAY = 0.12, 0.04, 0.2  # the share of words that have to be alike then
_BY_TELLING_COUNT_LATER = 0.05
_BY_NUMBER, _BY_NUMBER_NEXT_DAY = 0.12, 0.3  # of a title, which may be of anything
_BY_ODD_NUMBER = 0.06
_BY_TALLY, _BY_TALLY_OF_FEW = 0.03, 0.15  # a council of nine votes alike on much in one night
_A_CHAMBER = 20  # votes
_DEAD, _BY_DEAD_NEXT_DAY = "(dead:", 0.05  # how many died, which hardly happens twice on one day of a county
_BY_ACT, _BY_ACT_NEXT_DAY = 0.06, 0.3
_READ = 65_536  # titles, cached
_VOTED = {Kind.LEGISLATION, Kind.POLICY, Kind.FUNDING, Kind.ORDER, Kind.OTHER}
_AGREED = {Kind.POLICY, Kind.STATEMENT, Kind.OTHER}
_HAPPENING = {Kind.OPERATION, Kind.INCIDENT, Kind.OTHER}
_TALLY = re.compile(r"(\d(?<![\w-]\d)\d{0,2})\s?(?:[-–]|\sto\s)\s?(\d{1,3})(?![\w-])")
_FIGURE = re.compile(r"\d(?<![\w.,-]\d)[\d,]*(?![\w%])")
_SPELLED = re.compile(rf"\b{SPELLED}")
_IN_WORDS = re.compile(r"\b(?:hundred|thousand|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b")
_NO_NUMBER_BEFORE = re.compile(  # of a road, a law, a hall or a day
    r"\b(?:I|US|U\.S\.|SR|Route|Rte|Highway|Hwy|Interstate|[Ee]xit|Ward|Local|Title|Section|Camp|Pier|Terminal|Room|Precinct"
    r"|District|Prop|HB|SB|AB|No\.?|[Dd]ay|[Nn]ight|[Ww]eek)[ .-]?$"
)
_NO_NUMBER_BEHIND = re.compile(r"\(g\)|\s[A-Z]|(?::\d\d)?\s?[ap]\.?m\b")  # of a law, a street or an hour
_PROGRAM, _UNDER_PROGRAM = re.compile(r"\b287\s?\(g\)"), "(287(g))"
_BY_PROGRAM = 0.2  # a sheriff joins once
_BY_ACT_IN_COUNTY, _BY_ACT_LATER, _DAYS_LATER = 0.2, 0.3, 3  # a death is told when it is announced
_DEATH = re.compile(r"\b(?:dies|died|dead|deaths?)\b", re.IGNORECASE)
_YEARS = range(1900, 2100)
_REACH = 12  # characters before a number


def signs_of(told: Told) -> frozenset[str]:
    """Return the signs of an event: "12 arrested", "#12" for a number of anything, "41-25", "(death)"."""
    counts = told.event.counts.items()
    exact = [(what, count.low) for what, count in counts if count.low and count.low == count.high]
    least = [_figure_of(count) for _, count in counts if count.low and count.low != count.high]  # "more than 100"
    counted = {f"{number} {one_count(what)}" for what, number in exact if number >= SEVERAL}
    numbers = (*_numbers_of(told.event.title), *(number for _, number in exact), *least)
    large = {f"#{number}" for number in numbers if number >= LARGE}
    programs = {_UNDER_PROGRAM} if _PROGRAM.search(told.event.title) else frozenset()
    dead = {f"{_DEAD}{number})" for what, number in exact if one_count(what) == "dead"}
    return frozenset(
        counted | dead | large | programs | _tallies(told.event.title) | (told.words.keys() & seldom_acts())
    )


def _figure_of(count: Count) -> int:
    """Return the number that a count with a hedge is written with: 40 for "about 40"."""
    written = _FIGURE.search(count.text)
    return int(written[0].replace(",", "")) if written else count.low or 0


def looked_up_by(signs: Collection[str]) -> list[str]:
    """Return the signs by which an event is found: a large number of people is found as a number."""
    return [sign for sign in signs if " " not in sign or int(sign.partition(" ")[0]) < LARGE]


def large_numbers(signs: Collection[str]) -> list[int]:
    """Return the numbers of anything that are among signs."""
    return [int(sign[1:]) for sign in signs if sign[0] == "#"]


def told_alike(signs: Collection[str]) -> str:
    """Return the vote or the number among the signs that two events have in common, in words; "" for none."""
    tallies = [sign for sign in signs if _TALLY.fullmatch(sign)]
    if tallies:
        return f"the vote {min(tallies)}"
    numbers = {sign.strip("#").partition(" ")[0] for sign in signs if sign[0] != "("}
    return f"the number {min(numbers)}" if numbers else ""


def share_needed(one: Event, two: Event, signs: Collection[str], gap: int, place: str) -> float | None:
    """Return the share of words that has to be alike for two events, `gap` days apart, with these signs in common.

    None if there is none that counts at this distance: a seldom act does only in one town or county.
    """
    if not signs or gap > _DAYS_LATER:
        return None
    shares = [*_shares_of_acts(one, two, signs, gap, place)]
    counted = _counted(signs)
    if have_telling_count(signs) and one.kind is two.kind:
        shares.append(_BY_TELLING_COUNT_LATER if gap > 1 else 0)
    if gap > 1:
        return min(shares, default=None)
    if counted and max(counted) >= MANY:
        shares.append(_BY_MANY_NEXT_DAY if gap else _BY_MANY)
    elif counted and not gap and place == "same" and _is_local(one, below=_A_CITY):
        shares.append(_BY_SEVERAL)
    if large_numbers(signs):
        is_odd = any(number >= ODD and number % ROUND for number in large_numbers(signs))
        shares.append(_BY_NUMBER_NEXT_DAY if gap else _BY_ODD_NUMBER if is_odd else _BY_NUMBER)
    tallies = [found for sign in signs if (found := _TALLY.fullmatch(sign))]
    if tallies and not gap and one.kind in _VOTED:
        most = max(int(found[1]) + int(found[2]) for found in tallies)
        shares.append(_BY_TALLY if most >= _A_CHAMBER else _BY_TALLY_OF_FEW)
    return min(shares, default=None)


def _counted(signs: Collection[str]) -> list[int]:
    return [int(sign.partition(" ")[0]) for sign in signs if " " in sign]


def have_telling_count(signs: Collection[str]) -> bool:
    """Whether two events with these signs in common count one number of the same that hardly two have."""
    return any(map(_is_telling, _counted(signs)))


def _is_telling(number: int) -> bool:
    """Whether hardly two events of some days and one place count one number of the same: 37, 475, 350,000; not 200."""
    figures = str(number).rstrip("0")
    return number >= ODD and (len(figures) > 1 or number >= _A_SUM)


def _shares_of_acts(one: Event, two: Event, signs: Collection[str], gap: int, place: str) -> Iterator[float]:
    """Yield the shares that have to be alike for acts of which a town or a county hardly sees two in some days."""
    if not (_is_local(one) and _is_local(two)):
        return
    signed = not (one.date.is_interval or two.date.is_interval)  # "first listed between" is no signing
    if _UNDER_PROGRAM in signs and signed and gap <= 1 and {one.kind, two.kind} <= _AGREED:
        yield _BY_PROGRAM
    if gap <= 1 and any(sign.startswith(_DEAD) for sign in signs):
        yield _BY_DEAD_NEXT_DAY if gap else 0
    if {one.kind, two.kind} <= _HAPPENING and any(sign[0] == "(" and sign != _UNDER_PROGRAM for sign in signs):
        if gap > 1:
            if _DEATH.search(one.title) and _DEATH.search(two.title):
                yield _BY_ACT_LATER
        elif place == "same":
            yield _BY_ACT_NEXT_DAY if gap else _BY_ACT
        elif not gap:
            yield _BY_ACT_IN_COUNTY


@lru_cache(_READ)
def _numbers_of(title: str) -> frozenset[int]:
    """Return the numbers in a title, in figures or words, from twenty on that count something."""
    found = {
        number
        for figure in _FIGURE.finditer(title)
        if (number := int(figure[0].replace(",", ""))) >= LARGE
        and number not in _YEARS
        and (not _NO_NUMBER_BEHIND.match(title, figure.end()) or _people().match(title, figure.end()))
        and not _NO_NUMBER_BEFORE.search(title[max(0, figure.start() - _REACH) : figure.start()])
    }
    small = title.lower()
    if _IN_WORDS.search(small):  # reading numbers in words takes longer
        found.update(filter(None, (spelled(words[0]) for words in _SPELLED.finditer(small))))
    return frozenset(number for number in found if number >= LARGE)


@cache
def _people() -> re.Pattern[str]:
    """Match a people behind its number: "28 Filipino crewmen"."""
    peoples = {people for row in lexicon.load("abroad").values() for people in row.get("people", ())}
    return re.compile(rf"\s(?:{'|'.join(sorted(map(re.escape, peoples)))})\b")


@lru_cache(_READ)
def _tallies(title: str) -> frozenset[str]:
    """Return the votes for and against that a title tells: "41-25"."""
    return frozenset(f"{found[1]}-{found[2]}" for found in _TALLY.finditer(title))


def _is_local(event: Event, *, below: int | None = None) -> bool:
    """Whether an event is in towns or counties alone, each of fewer people than `below`, if that is given."""
    places = [place for place in read(event.places) if isinstance(place, Jurisdiction)]
    return bool(places) and all(
        place.kind not in ("state", "nation") and (below is None or place.population < below) for place in places
    )
