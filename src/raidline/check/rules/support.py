"""Support: whether a stored article says what an event says; catches slips and inventions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from raidline.article import Article
from raidline.check import sourced_values
from raidline.check.bare_name import (
    has_a_part,
    has_its_seat,
    is_at_its_head,
    is_named_alone,
    is_of_another_state,
    is_told_without_its_name,
    towns_named,
)
from raidline.check.meaning import (
    all_dates,
    inside,
    is_edge_of,
    is_first_of_month,
    is_left_open,
    is_written_out,
    near_the_day,
    supports,
    telling,
    wider,
    without_told_weeks,
)
from raidline.check.numbers.counted import count_denied
from raidline.check.quoted import all_quoted, date_denied_by_quotes, place_denied_by_quotes
from raidline.check.reading import Readings, Stated, passages
from raidline.check.reckoning import reckoned, weekend_told
from raidline.check.rule import Checked
from raidline.check.sourced_values import SourcedValue
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.errors import Problem
from raidline.extract.toponyms.abroad import is_named_abroad
from raidline.models import Kind
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, is_part_of_town, state_of

_TOLD = {Kind.REPORT, Kind.STATEMENT}
_SAYS = re.compile(r"\b(?:says|say|tells?|calls?|urges?|warns?|asks?|has\s(?:said|told|called|urged|warned|asked))\b")


def date_unsupported(checked: Checked) -> Iterator[Problem]:
    """Find a date that no source gives.

    The quotes and the stored articles are read again, as of their publication. An expression supports the date if
    it lies within the date, or if the date lies within it and it is no longer than a week, unless a day of that
    week is named nearby; so does a day counted from another ("ten days later", "that Friday", "on the 19th"), and
    the next Friday after publication where a Friday is named. A week may begin on Sunday, and a "weekend" means the
    last one or the one before; "the end of June" is also its last day. The end of a term ("by May 1") and a day to
    come deny nothing, nor does an article that looks back further than 45 days, gives the month, the season or the
    year, and names no day near the event's. A report, and what somebody "says", may be of the day on which it was
    published. If the quotes name dates and all of them differ, the rest of the article does not count. An event
    that has a source without a stored article, or with one that has no publication date, is skipped; if none is
    stored but each is quoted, it is reported if the quotes name one day, and another.

    Bad, for an article of March 24, 2017 (a Friday):

        date: 2017-03-27
        sources:
          - article: herald-2017-03-24
            quote: At a hearing on Monday a judge heard the case.

    Good:

        date: 2017-03-20
        sources:
          - article: herald-2017-03-24
            quote: At a hearing on Monday a judge heard the case.
    """
    for record in checked.records:
        for claim in sourced_values.dates(checked, record):
            if problem := _date_problem(checked.readings, claim):
                yield record.problem("date-unsupported", problem, *claim.keys)


def place_unsupported(checked: Checked) -> Iterator[Problem]:
    """Find a place if no source names it or a place in it.

    The stored articles are read again. A county or a state alone does not support a city in it, and the nation
    supports nothing; a county does with the city's name, whatever else that may mean. A name without a state, "in
    Reading", is that of the event's town, unless the article has it with another state; so is one beside another
    town of the state in a list, and the town of a paper that is called after it and names no other, and one in the
    headline. A county stands for the city in which a quarter of its people live, the acts of a state, "Gov. Vale
    signed", for its capital. A post, a jail or a neighbourhood means the place around it, Congress and the White
    House Washington, and "Gov." the only state that is named. An event that has a source without a stored article
    is skipped; if none is stored but each is quoted, a town is reported if the quotes say "in" another one of its
    state instead.

    Bad:

        places: ["Dallas, Texas"]
        sources:
          - article: herald-2017-03-24
            quote: Agents arrested nine people in Austin.

    Good:

        places: ["Austin, Texas"]
        sources:
          - article: herald-2017-03-24
            quote: Agents arrested nine people in Austin.
    """
    for record in checked.records:
        for claim in sourced_values.places(checked, record):
            place = decided(claim.value)
            if place and all_quoted(claim) and (problem := place_denied_by_quotes(place, claim)):
                yield record.problem("place-unsupported", problem, *claim.keys)
            if not place or place.kind == "nation" or claim.unseen or not claim.seen:
                continue
            if not _is_named(checked.readings, place, claim):
                message = f"no place in {claim.named} is {place.full_name}, is in it or contains it"
                yield record.problem("place-unsupported", message, *claim.keys)


def count_unsupported(checked: Checked) -> Iterator[Problem]:
    """Find a count if no source gives such a number.

    The quotes and the stored articles are read again. If a quote counts the same thing, its number has to agree;
    otherwise a number of the article may: any number above 12, and a smaller one where what is counted stands near it.
    Parts are added up ("six on Saturday and five more on Sunday"). "More than 70" supports 71 to 79. An event that has
    a source without a stored article is skipped; if none is stored but each is quoted, a count is reported if a quote
    counts the same thing otherwise.

    Bad:

        counts: {arrested: 15}
        sources:
          - article: herald-2017-03-24
            quote: Agents arrested at least 51 people in Austin.

    Good:

        counts: {arrested: at least 51}
        sources:
          - article: herald-2017-03-24
            quote: Agents arrested at least 51 people in Austin.
    """
    for record in checked.records:
        for claim in sourced_values.counts(checked, record):
            if problem := count_denied(claim):
                yield record.problem("count-unsupported", problem, *claim.keys)


def _date_problem(readings: Readings, claim: SourcedValue[Edtf]) -> str | None:
    """Return why a date has no support, or None; the quotes alone are checked first, because they are short."""
    if all_quoted(claim):
        return date_denied_by_quotes(readings, claim)
    if claim.unseen or not claim.seen or not all(article.published for _, article in claim.seen):
        return None
    quotes = [(source.quote, article) for source, article in claim.seen if source.quote]
    texts = quotes or [(article.text, article) for _, article in claim.seen]
    if any(is_written_out(claim.value, text, article.published or date.min) for text, article in texts):
        return None
    quoted = [one for quote, article in quotes for one in readings.dates(quote, article.published)]
    if any(supports(one, claim.value) for one in telling(quoted, claim.value)):
        return None
    near = () if quotes else near_the_day(readings, claim)
    is_near = any(supports(one, claim.value) for one in near if one.days == 1 or inside(one, claim.value))
    if is_near or (not quoted and _is_of_publication(claim)):
        return None
    return _date_denied(readings, claim, quotes)


def _is_of_publication(claim: SourcedValue[Edtf]) -> bool:
    """Whether a report, or what somebody "says", is dated by the day on which its article was published."""
    day, kind = claim.value.earliest, claim.record.event.kind
    if day is None or day != claim.value.latest or kind not in _TOLD:
        return False
    return any(
        article.published == day and (kind is Kind.REPORT or _SAYS.search(article.text)) for _, article in claim.seen
    )


def _date_denied(readings: Readings, claim: SourcedValue[Edtf], quotes: Sequence[tuple[str, Article]]) -> str | None:
    """Return what the quotes in their context, and then the articles, give instead."""
    quoted = [
        one
        for quote, article in quotes
        for one in readings.dates_of_quote(quote, article)
        if _is_of_an_act(one, claim, article)
    ]
    if quoted and not any(claim.value.overlaps(one.first, one.last) for one in telling(quoted, claim.value)):
        may_be = any(_can_mean(readings, quote, claim.value, article) for quote, article in quotes)
        return None if may_be else f"its quotes give another date: {_nearest(quoted, claim.value)}"
    stated = list(all_dates(readings, claim))
    stretches = without_told_weeks(stated, claim.value)
    if any(supports(one, claim.value) or is_edge_of(one, claim.value) for one in stretches):
        return None
    if claim.value.earliest == claim.value.latest and _is_reckoned(readings, claim):
        return None
    if shortest := wider(readings, claim):
        if is_first_of_month(claim.value) or is_left_open(stated, claim):
            return None  # false-precision says what to write for a first
        return f"more precise than its sources: {_shown(shortest)} is the most that {claim.named} says"
    return f"no date in {claim.named} is this one" + (
        f"; the nearest is {_nearest(stated, claim.value)}" if stated else ""
    )


def _is_of_an_act(one: Stated, claim: SourcedValue[Edtf], article: Article) -> bool:
    """Whether a date of a quote can be that of what happened: of what lies behind no day to come is, "back in 2029"."""
    last, published = claim.value.latest, article.published
    return one.is_of_an_act and not (last and published and last <= published < one.first)


def _can_mean(readings: Readings, quote: str, when: Edtf, article: Article) -> bool:
    """Whether a day is the last of the weekdays that a quote names, whatever its verb, or is counted from its days.

    Days around Saturday and Sunday may be a weekend that it names.
    """
    day = when.earliest
    if day and when.latest and article.published and weekend_told(quote, day, when.latest, article.published):
        return True
    if day is None or day != when.latest or article.published is None or day > article.published:
        return False
    return day in set(reckoned(quote, readings.dates(quote, article.published), article.published))


def _is_reckoned(readings: Readings, claim: SourcedValue[Edtf]) -> bool:
    """Whether an article gives a day by counting from another."""
    for _, seen in claim.seen:
        dates = readings.dates(seen.text, seen.published)
        if any(day == claim.value.earliest for day in reckoned(seen.text, dates, seen.published)):
            return True
    return False


def _nearest(stated: Sequence[Stated], when: Edtf) -> str:
    first, last = when.bounds()
    return _shown(min(stated, key=lambda one: (max(one.first - last, first - one.last), one.days)))


def _shown(stated: Stated) -> str:
    return f"“{' '.join(stated.text.split())}” ({in_words(Edtf.of(stated.first, stated.last))})"


def _is_named(  # noqa: PLR0911 - one case for each way in which articles name a place
    readings: Readings, place: Jurisdiction, claim: SourcedValue[str]
) -> bool:
    """Whether the articles name a place; what is fast to read comes first."""
    texts = [text for source, article in claim.seen for text in (source.quote, article.title, article.text) if text]
    if any(place.full_name in text or has_its_seat(place, text) for text in texts):
        return True
    if place.is_abroad:
        return any(is_named_abroad(place, text) for text in texts)
    if place.kind == "place" and any(is_of_another_state(place, article.text) for _, article in claim.seen):
        return False
    part = claim.value.partition(",")[0]
    if is_part_of_town(claim.value) and any(part in text for text in texts):
        return True
    short = (passage for text in texts for passage in passages(text, [place.name]))
    if any(is_named_alone(one, text) for one in (place, *_of_the_event(claim, place)) for text in texts):
        return True
    if any(is_told_without_its_name(place, article) or is_at_its_head(place, article) for _, article in claim.seen):
        return True
    if place.kind == "county" and any(
        within(town, place) for text in texts for town in towns_named(text, state_of(place))
    ):
        return True
    has_its_name = any(re.search(rf"\b{re.escape(place.name)}\b", text) for text in texts)
    return any(has_a_part(place, text) for text in texts) or any(
        _named(place, readings.places(text), has_its_name=has_its_name) for some in (short, texts) for text in some
    )


def _of_the_event(claim: SourcedValue[str], county: Jurisdiction) -> list[Jurisdiction]:
    """Return the other places of the event in a county, which is then as right as they are."""
    others = map(decided, claim.record.event.places) if county.kind == "county" else ()
    return [one for one in others if one and one.kind == "place" and within(one, county)]


def _named(place: Jurisdiction, mentioned: frozenset[Jurisdiction], *, has_its_name: bool) -> bool:
    """Whether the places of a text support one; its county does only with its name, which may stand without a state."""
    if place in mentioned:
        return True
    others = [one for one in mentioned if one.kind != "nation" and (one.kind != "state" or place.kind == "state")]
    return any(within(one, place) > 0 or (has_its_name and within(place, one) > 0) for one in others)
