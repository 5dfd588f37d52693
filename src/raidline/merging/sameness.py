"""When two candidates report one happening: evidence from dates, places, kinds, participants, counts and words.

It is added up. What no evidence can outweigh is a rule: places that have nothing to do with each other, kinds that
exclude each other, dates that do not overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from functools import cache, lru_cache
from importlib.resources import files

from raidline.merging.acts import SURELY_ONE_STORY, is_one_act
from raidline.merging.kinds import UNALIKE, kinds_agree, kinds_of
from raidline.merging.nearness import Nearness, nearness
from raidline.merging.slips.judging import may_have_slipped, tell_one_act
from raidline.merging.telling import IN_THE_STREETS, Telling
from raidline.merging.words import is_rare
from raidline.models import Candidate, Kind, Status
from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import Jurisdiction

_SLIP = timedelta(days=3)  # sources differ by up to this much on the day of one disclosure
_MONTH = timedelta(days=31)
_TOLD_BY = 2  # the fewest participants in common for one happening with two different dates
_STEPS = (0, 10, 31, 92)  # days that the longer of two dates may span; each further step is weaker evidence
_DATES = (*(f"dates up to {most} days" for most in _STEPS), "dates longer")
_AGAINST, _BARELY = -1.0, 0.1  # where a rule decides
_MOST = 2  # participants, names or numbers in common; further ones add nothing
_MOST_WORDS = 4.0  # the same for what words are worth
_FEWEST_WORDS = 0.25  # the same, below which two sentences have no word in common but such as are used everywhere
_WORDS_IN_THE_NATION = 0.8  # what words in common are worth that suffice on one day of the nation
_WORDS_IN_A_STATE = 0.5  # the same for what an office of a state does
_WORDS_OF_ONE_STORY = 0.4  # what words in common are worth at least, in articles of one story: an act
_WORDS_BESIDE_THE_STORY = 0.8  # what other words in common are worth then: everything tells of whom the story is about
_WORDS_OF_A_NUMBER = 1.2  # the same where a number is shared but the kinds exclude each other: the number and an act
_MOST_TOPICS = 3
_FEWEST_AROUND = 2  # rare words and numbers in common with a report from nowhere in particular
WIDEST_GAP_OF_A_FIGURE = timedelta(days=366)  # "in 2016", "in the 2016 budget year"
SHORT = 10  # days; dates up to this meet by chance less often
LONGEST_RETOLD = 31  # days that the date of a report may span that looks back
_BY_PLACES = ("local", "state", "nation")
_ONE_STORY = 2  # words in common that two articles tell most of, if they tell one story of one day
_CLEARLY_ONE_STORY = 3  # the same, if one of them looks back: "in May", "last month"
_PAIRS = 100_000  # of places, cached
_WIDEST_GAP = timedelta(days=7)  # between months that contradict each other; "late January" and "early February" touch


def widest_gaps(candidate: Candidate) -> tuple[int, int]:
    """Return how many days apart another report's date may lie: if both name a body, and if they need not."""
    if len(candidate.participants) < _TOLD_BY:
        return 0, 0
    if kinds_agree(candidate.kind, Kind.OPERATION) and _is_coarse(candidate):
        return _WIDEST_GAP.days, _WIDEST_GAP.days
    if candidate.kind is Kind.OPERATION or sum(one.is_named for one in candidate.participants) < _TOLD_BY:
        return 0, 0
    return _SLIP.days, 0


def likeness(one: Telling, two: Telling) -> float:
    """Return the evidence that two candidates of different articles report one happening; they do if it is positive.

    Dates that do not overlap are a conflict about one happening only if few others can be meant: a newspaper's own
    disclosure within days, one operation of a town that sources place in neighbouring months, or a large number that
    nobody rounded.
    """
    if may_have_slipped(one, two):
        return _BARELY if tell_one_act(one, two, _near(one, two)) else _AGAINST
    return _evidence(one, two)


def _evidence(one: Telling, two: Telling) -> float:
    kinds = kinds_of(one, two)
    is_apart = one.first > two.last or two.first > one.last
    is_one_figure = is_apart and not one.exact.isdisjoint(two.exact)
    if is_apart and (kinds in UNALIKE or not (is_one_figure or _told_by_several(one, two))):
        return _AGAINST
    if one.counts_others(two) or (one.kind is two.kind is Kind.STATEMENT and one.words.name_others(two.words)):
        return _AGAINST
    shared = one.keys & two.keys
    near = _near_if_comparable(one, two, kinds, len(shared))
    if not near or (is_apart and not _conflicting(one, two, near, is_one_figure=is_one_figure)):
        return _AGAINST
    if is_apart:
        return _BARELY
    weights = _weights()
    longer = max(one.last - one.first, two.last - two.first)
    evidence = _before_words(bisect_left(_STEPS, longer), near, kinds)
    if longer and one.first == two.first and one.last == two.last:
        evidence += weights["dates the same span"]
    if one.kind is two.kind is Kind.STATEMENT:
        evidence += weights["statements"]
    if _differ(one.candidate.status, two.candidate.status):
        evidence += weights["statuses differ"]
    if not one.named.isdisjoint(two.named):
        evidence += weights["named participant"] * min(_MOST, len(one.named & two.named))
    if near != "nation" and not one.unnamed.isdisjoint(two.unnamed):
        evidence += weights["unnamed participant"] * min(_MOST, len(one.unnamed & two.unnamed))
    numbers = min(_MOST, sum(key[0].isdigit() for key in shared - one.words.rare)) if shared else 0
    if not one.counts.isdisjoint(two.counts):
        evidence += weights["count"]
    else:
        evidence += weights["number"] * numbers
    worth = one.words.in_common(two.words)
    if worth < _FEWEST_WORDS:
        return evidence if numbers else evidence + weights["no word"]
    names = min(_MOST, len(one.words.names & two.words.names))
    topics = min(_MOST_TOPICS, len(one.topics & two.topics))
    evidence += weights["name"] * names + weights["topic"] * topics
    return evidence + weights["word"] * min(_MOST_WORDS, worth)


def _differ(one: Status, two: Status) -> bool:
    """Whether two statuses speak for two happenings; what was planned may have occurred since."""
    return one is not two and {one, two} != {Status.PLANNED, Status.OCCURRED}


def _near(one: Telling, two: Telling) -> Nearness:
    """Return how near two reports are by their places, what they name and what their articles tell most of."""
    near = nearness(one.where, two.where)
    if near not in _BY_PLACES and (one.names_place_of(two) or two.names_place_of(one)):
        return "named"
    if near in ("around", "nation", "region") and _in_one_story(one, two, near):
        return "setting"
    if near == "state" and Kind.STATEMENT not in (one.kind, two.kind) and _set_in_one_town(one, two):
        return "setting"
    return near


def _in_one_story(one: Telling, two: Telling, near: Nearness) -> bool:
    """Whether two articles are set in one town or tell most of the same; statements are made of anything.

    Of two towns of one state, articles tell the same by chance, in the words for acts: rare words have to be shared.
    """
    if one.kind is Kind.STATEMENT or two.kind is Kind.STATEMENT:
        return False
    if _set_in_one_town(one, two):
        return True
    topics = one.topics & two.topics
    if near == "region" and Kind.OPERATION not in (one.kind, two.kind) and _names_what_the_other_tells_of(one, two):
        return one.first == one.last == two.first == two.last
    if near == "region":
        topics = frozenset(filter(is_rare, topics))
    return _tell_one_story(one, two, topics)


def _names_what_the_other_tells_of(one: Telling, two: Telling) -> bool:
    return any(name <= two.topics for name in one.names) or any(name <= one.topics for name in two.names)


def _set_in_one_town(one: Telling, two: Telling) -> bool:
    longer = max(one.last - one.first, two.last - two.first)
    return longer <= SHORT and nearness(one.around, two.around) == "local"


def _tell_one_story(one: Telling, two: Telling, topics: frozenset[str]) -> bool:
    """Whether these words suffice that two articles tell most of: for an act of one day, or one that one looks back at.

    "A law signed in May" is an office's act; raids and protests are too many in a month.
    """
    shorter, longer = sorted((one.last - one.first, two.last - two.first))
    if not longer:
        return len(topics) >= _ONE_STORY
    is_looked_back_at = shorter <= SHORT and longer <= LONGEST_RETOLD and one.kind is two.kind
    return is_looked_back_at and is_of_an_office(one.kind) and len(topics) >= _CLEARLY_ONE_STORY


def is_of_an_office(kind: Kind) -> bool:
    """Whether an office does what is of this kind, of which there are not many in a month."""
    return kind not in IN_THE_STREETS and kind is not Kind.STATEMENT


def _near_if_comparable(one: Telling, two: Telling, kinds: str, shared: int) -> Nearness:
    """Return how near two reports are that say enough to be compared, else ""."""
    if not shared and _needs_a_key(one, two, kinds):  # places take longer to compare
        return ""
    near = _near(one, two)
    if near and (_comparable(one, two, kinds, near, shared) or is_one_act(one, two, kinds, near)):
        return near
    return ""


def _needs_a_key(one: Telling, two: Telling, kinds: str) -> bool:
    """Whether reports of these kinds and dates can be compared, wherever they are, only if they share a key."""
    longer = max(one.last - one.first, two.last - two.first)
    if kinds in UNALIKE:
        return bool(longer) or kinds == "exclusive"
    return longer > LONGEST_RETOLD and (kinds == "likely" or one.marks.isdisjoint(two.marks))


def _comparable(one: Telling, two: Telling, kinds: str, near: Nearness, shared: int) -> bool:
    """Whether two reports say enough that few others say: the less, the more their places and dates have to."""
    longer = max(one.last - one.first, two.last - two.first)
    if kinds in UNALIKE or (kinds == "likely" and near != "local"):
        is_alike = longer <= SHORT and _comparable_despite_kinds(one, two, kinds, near)
        return is_alike or (kinds != "exclusive" and longer <= LONGEST_RETOLD and _same_in_one_story(one, two, near))
    if longer and kinds != "same" and Kind.STATEMENT in (one.kind, two.kind) and one.named.isdisjoint(two.named):
        return False  # what is said on a day about what went on for a week
    has_mark = kinds != "likely" and not one.marks.isdisjoint(two.marks)
    is_act_of_one_day = kinds == "same" and one.kind is not Kind.STATEMENT and not longer
    if near in ("around", "region"):
        fewest = 1 if is_act_of_one_day or near == "region" else _FEWEST_AROUND
        return shared >= fewest and (near == "region" or not one.telling_keys.isdisjoint(two.telling_keys))
    is_there = near == "local" or (near == "named" and kinds == "same" and _are_one_office_s(one, two))
    if shared or has_mark or (near == "setting" and is_act_of_one_day) or (is_there and longer <= SHORT):
        return True
    worth = one.words.in_common(two.words)
    is_act = kinds == "same" and one.kind is not Kind.STATEMENT
    if is_act and worth >= _WORDS_OF_ONE_STORY and _tell_one_story(one, two, one.topics & two.topics):
        return True
    is_of_its_state = near == "state" and one.kind not in IN_THE_STREETS
    fewest_words = _WORDS_IN_A_STATE if is_of_its_state else _WORDS_IN_THE_NATION
    return is_act_of_one_day and near != "named" and worth >= fewest_words


def _are_one_office_s(one: Telling, two: Telling) -> bool:
    """Whether two articles that tell one story tell of what an office did."""
    return is_of_an_office(one.kind) and len(one.topics & two.topics) >= _ONE_STORY


def _comparable_despite_kinds(one: Telling, two: Telling, kinds: str, near: Nearness) -> bool:
    """Whether two reports say so much alike that one of them has the wrong kind; of exclusive ones, if they number."""
    shared, worth = one.keys & two.keys, one.words.in_common(two.words)
    if kinds == "exclusive":
        return worth >= _WORDS_OF_A_NUMBER and any(key[0].isdigit() for key in shared)
    if near not in ("local", "named", "setting"):
        return False
    is_of_one_day = one.first == one.last == two.first == two.last
    return bool(shared) or (near != "local" and is_of_one_day and worth >= _WORDS_IN_THE_NATION)


def _same_in_one_story(one: Telling, two: Telling, near: Nearness) -> bool:
    """Whether two articles of one state clearly tell one story, and share more than what all of it tells."""
    topics = one.topics & two.topics
    if len(topics) < SURELY_ONE_STORY or near in ("around", "nation") or one.keys.isdisjoint(two.keys):
        return False
    return one.words.in_common(two.words, topics) >= _WORDS_BESIDE_THE_STORY


@cache
def _before_words(step: int, near: Nearness, kinds: str) -> float:
    """Return the evidence of how long the dates are, how near the places and how alike the kinds.

    A kind that is in doubt weighs little where others can be meant: in a month of a town.
    """
    weights = _weights()
    alike = f"kinds {kinds} for long" if kinds == "likely" and step > _STEPS.index(SHORT) else f"kinds {kinds}"
    return sum(weights[name] for name in ("(always)", _DATES[step], f"places {near}", alike))


@cache
def _weights() -> dict[str, float]:
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def is_part(part: Candidate, whole: Candidate) -> bool:
    """Whether one operation is reported as part of a wider one: the dates overlap and its place lies within."""
    return (
        part.date.overlaps(*whole.date.bounds())
        and set(part.places).isdisjoint(whole.places[:1])
        and any(_lies_within(one, two) for one in part.places[:1] for two in whole.places[:1])
    )


@lru_cache(_PAIRS)
def _lies_within(inner: Jurisdiction, outer: Jurisdiction) -> bool:
    return inner != outer and outer.kind in {"nation", "state", "country"} and is_mostly_in(within(inner, outer))


def _length(candidate: Candidate) -> timedelta:
    first, last = candidate.date.bounds()
    return last - first


def _told_by_several(one: Telling, two: Telling) -> bool:
    """Whether two reports name enough of the same participants to be one happening with two different dates."""
    return len(one.named & two.named) + len(one.unnamed & two.unnamed) >= _TOLD_BY


def _conflicting(one: Telling, two: Telling, near: Nearness, *, is_one_figure: bool) -> bool:
    a, b = one.candidate, two.candidate
    gap = timedelta(max(one.first - two.last, two.first - one.last))
    if is_one_figure:
        return near in _BY_PLACES and gap <= WIDEST_GAP_OF_A_FIGURE
    if Kind.OPERATION in (a.kind, b.kind):
        return near == "local" and _is_coarse(a) and _is_coarse(b) and gap < _WIDEST_GAP
    return near in _BY_PLACES and gap <= _SLIP and len(one.named & two.named) >= _TOLD_BY


def _is_coarse(candidate: Candidate) -> bool:
    """Whether an operation's date spans more than a week and no more than a month."""
    return _WIDEST_GAP < _length(candidate) <= _MONTH
