"""Days that belong to an earlier time the text tells of: on the Monday ... on Tuesday ...; Oct. 4, below a year."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.extract.timex.asides import is_aside
from raidline.extract.timex.context import NEAR, Context, Told
from raidline.extract.timex.cues import sentence_before, sentence_start, starts_sentence
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.periods import Period, day_in
from raidline.extract.timex.tense import past_perfect

_PERSONS: Final = {"he", "she", "it", "we", "they", "i"}  # "on the Tuesday they came"
_TELLS_WHICH: Final = {"that", "before", "after"}  # "on the Monday that followed"
_STEP: Final = 3  # days from one weekday of a chain to the next: a longer one may have left that week
_WEEK: Final = 7  # days: a bare weekday is of the week before publication unless the text tells of an older one
_SOON_DAYS, _SOON_MONTHS = 31, 100  # days from a date to the next one of a story
_TO_PART: Final = {"year", "ago"}
_LISTS: Final = {"and", "or", "to", "through", "until"}
_OF_CLAUSES: Final = {
    "who",
    "which",
    "that",
    "whose",
    "when",
    "where",
    "since",
    "until",
    "before",
    "after",
    "than",
    "by",
    ",",
}
_YEAR_WORDS: Final = 6  # "two years ago, in": tokens from a year to the month that it is the year of
_FAR: Final = 300  # tokens
_YEAR: Final = 366  # days: of a later time, "in the spring" is the last spring


def of_story(found: Found, context: Context, weekday: int) -> Period | None:
    """Return the day meant by "on the Monday", or by "on Tuesday" right after it; None for any other weekday.

    "The Monday" is a day that the text has dated before; if none is a Monday, the first one after the last day told of.
    """
    if found.has("which") or "step" in found.rule.gives or context.anchor is None:
        return None
    day = _definite(found, context, weekday) or _next(found, context, weekday)
    if day is None or day.first > context.anchor:
        return None
    context.chain = Told(day, found.start)
    return day


def after_vague_act(found: Found, context: Context) -> bool:
    """Whether "on the Monday" is a day of an act that the sentence before dates by no more than a month or a year."""
    reference = context.reference
    before = sentence_before(found.tokens, found.start)
    vague = reference is not None and reference.unit not in "DNWE" and context.reference_at >= before
    return vague and found.tense == "past" and _is_definite(found)


def beside_its_year(found: Found, context: Context, month: int, day: int) -> tuple[Period, str] | None:
    """Return the day of a month that belongs to a date with its year just before, and the reason; None if it need not.

    A report leaves out the year of publication and of the months before; any other year only where it tells of it.
    """
    anchor, told = context.anchor, _dated(found, context)
    if anchor is None or told is None or found.ahead or found.has("wd") or found.has("which"):
        return None
    start = told.period
    if start.unit == "Y" and is_aside(found.tokens, told.at, found.start):  # "judges, elected in 2013, meet on March 7"
        return None
    years = range(max(1, start.first.year - 1), min(9999, start.first.year + 1) + 1)
    near = [one for year in years if (one := day_in(year, month, day)) and one.first <= anchor]
    if start.unit == "Y":
        near = [one for one in near if one.first.year == start.first.year]
    if not near:
        return None
    chosen = min(near, key=lambda one: abs(one.first - start.first))
    return chosen, f"beside {start.value}, the date named before with its year"


def in_its_year(found: Found, context: Context) -> bool:
    """Whether a year sets the scene of the sentence: "In 2028, vans came on Feb. 3", "twice in 2028: on Feb. 3"."""
    told, tokens = context.dated, found.tokens
    start = sentence_start(tokens, found.start)
    if told is None or told.period.unit != "Y" or told.at < start or found.tense != "past":
        return False
    return starts_sentence(tokens, told.at) or tokens.words(told.at + 1, told.at + 2) == [":"]


def year_before(found: Found, context: Context) -> int | None:
    """Return the year that stands right before a part of it: "last year in May", "two years ago, in the spring".

    What is listed with such a part is of the same year: "last year in May and June".
    """
    told, tokens, away = context.reference, found.tokens, found.start - context.reference_at
    if told is None or found.has("which") or not 0 < away <= _YEAR_WORDS:
        return None
    between = [word for word in tokens.words(context.reference_at, found.start) if word != ","]
    right_before = told.unit == "Y" and len(between) > 2 and between[-1] in {"in", "on"} and between[-2] in _TO_PART
    if (
        told.unit == "S"
        and len(between) > 1
        and between[-1] in {"in", "on"}
        and between[-2] in grammar().values["season"]
    ):
        return _in_season(told, found.number("m", "month", "month_short"))
    listed = context.of_year == context.reference_at and between[-1] in _LISTS
    if not (right_before or listed):
        return None
    context.of_year = found.start
    return told.first.year


def goes_on(found: Found, context: Context, month: int, day: int | None) -> Period | None:
    """Return the day or month soon after a date with its year, in that year, if each begins its sentence.

    That is so in "On June 2, 2025, vans came. On June 3, they left.", "In June 2025, it began. In July, it ended."
    """
    told, tokens, anchor = _of_old(context) or context.dated, found.tokens, context.anchor
    if told is None or anchor is None or told.at != context.reference_at or told.period.unit not in "MD":
        return None
    before = sentence_before(found.tokens, found.start)
    if told.at < before or found.has("which") or found.has("wd") or found.tense != "past":
        return None
    if not starts_sentence(tokens, found.start):
        return None
    if not (starts_sentence(tokens, told.at) or _had_been(found, told)):
        return None
    start = told.period.first
    on = day_in(start.year, month, day) if day else Period("M", date(start.year, month, 1))
    soon = on is not None and 0 < (on.first - start).days <= (_SOON_DAYS if day else _SOON_MONTHS)
    return on if soon and on and on.first <= anchor else None


def _in_season(season: Period, month: int) -> int | None:
    """Return the year of a month of a season: "that summer, on July 7"; None if it is not one of the season."""
    months = {
        (season.first.month + n - 1) % 12 + 1: season.first.year + (season.first.month + n > 12) for n in range(3)
    }
    return months.get(month)


def _of_old(context: Context) -> Told | None:
    """Return the last day told, if it is so long ago that only a date with its year can have led to it."""
    day, anchor = context.reference, context.anchor
    old = day is not None and anchor is not None and day.unit == "D" and (anchor - day.last).days > _YEAR
    return Told(day, context.reference_at) if day and old else None


def _had_been(found: Found, told: Told) -> bool:
    """Whether a sentence tells what had been after the act before it: "It came in June 2018. By May it had ended"."""
    tokens = found.tokens
    before = tokens.words(sentence_start(tokens, told.at), told.at)
    if not _OF_CLAUSES.isdisjoint(before) or is_aside(tokens, told.at, found.start):
        return False
    return not found.has("d") and past_perfect(tokens, found.start, found.end)


def in_its_month(found: Found, context: Context, month: int, day: int | None) -> Period | None:
    """Return the day of a month that the sentence before names with its year, or what had been in the year it names.

    That is so in "It passed in June 2011. He signed it on June 9", "In 2011 it passed. She had filed it on May 2".
    """
    told, tokens, anchor = context.dated, found.tokens, context.anchor
    if told is None or anchor is None or day is None or found.ahead or found.has("wd") or found.has("which"):
        return None
    if told.at < sentence_before(found.tokens, found.start) or told.at != context.reference_at:
        return None
    same_month = told.period.unit == "M" and told.period.first.month == month
    up_to = found.word_before in {"through", "by", "until"}  # "had sold nine by Sept. 29"
    had_been = told.period.unit == "Y" and not up_to and past_perfect(tokens, found.start, found.end)
    on = day_in(told.period.first.year, month, day) if same_month or had_been else None
    return on if on and on.first <= anchor else None


def season_told(found: Found, context: Context, month: int) -> Period | None:
    """Return the season in which a story of another year goes on: "It began March 4, 2008. It fell in the spring"."""
    told, anchor = context.dated, context.anchor
    if told is None or anchor is None or found.has("which") or found.ahead:
        return None
    before = sentence_before(found.tokens, found.start)
    if told.period.unit not in "MD" or told.at < before or (anchor - told.period.last).days < _YEAR:
        return None
    seasons = (Period("S", date(told.period.first.year + by, month, 1)) for by in (0, 1))
    return next((one for one in seasons if one.last >= told.period.first), None)


def _dated(found: Found, context: Context) -> Told | None:
    sentence = sentence_start(found.tokens, found.start)
    told, heading = context.dated, context.heading
    before = sentence_before(found.tokens, found.start)
    if told and (told.at >= sentence or (told.period.unit != "Y" and found.tense == "past" and told.at >= before)):
        return told
    return heading if heading and found.start - heading.at <= NEAR else None


def _definite(found: Found, context: Context, weekday: int) -> Period | None:
    if not _is_definite(found):
        return None
    dated = context.weekdays.get(weekday)
    if dated and found.start - dated.at <= _FAR:
        return dated.period
    return _first_after(context.day_told(found.start), weekday)


def _is_definite(found: Found) -> bool:
    after = found.word_after
    follows = grammar().values["after_day"].keys() - _TELLS_WHICH | _PERSONS
    alone = not after.isalpha() or after in follows
    return alone and not found.has("which") and found.tokens.words(found.start - 2, found.start) == ["on", "the"]


def _next(found: Found, context: Context, weekday: int) -> Period | None:
    """Return the day of a weekday that goes on from the one before, if no other date was named between them."""
    chain, on = context.chain, found.word_before == "on"
    if not starts_sentence(found.tokens, found.start - on):
        return None
    if week := _week_told(found, context):
        return week.shift(weekday - 1)
    if chain is None or chain.at != context.reference_at:
        return None
    day = _first_after(context.day_told(found.start), weekday)
    return day if day and 1 <= (day.first - chain.period.first).days <= _STEP else None


def begin_chain(found: Found, context: Context, day: Period) -> None:
    """Let weekdays go on from a day of an earlier week that the text gives with its weekday: "March 3, a Monday"."""
    behind = found.tokens.words(found.end, found.end + 3)
    named = found.has("wd") or (behind[:2] == [",", "a"] and behind[-1] in grammar().values["weekday"])
    if named and context.anchor and (context.anchor - day.first).days > _WEEK:
        context.chain = Told(day, found.start)


def _week_told(found: Found, context: Context) -> Period | None:
    """Return the Monday of a week before the last one that the sentence before tells of; None for any other time."""
    week = context.reference
    if week is None or week.unit != "W" or context.anchor is None or found.tense != "past":
        return None
    before = sentence_before(found.tokens, found.start)
    over = (context.anchor - week.last).days > _WEEK
    return Period("D", week.first) if over and context.reference_at >= before else None


def _first_after(day: Period | None, weekday: int) -> Period | None:
    return day.shift((weekday - day.first.isoweekday()) % 7) if day else None
