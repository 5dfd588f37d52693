"""The timeline that the options of a command select, and the problems found in the data on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from raidline.cli.locations import articles_of, events_or_shipped
from raidline.cli.output import talk
from raidline.errors import RaidlineError

if TYPE_CHECKING:
    from raidline.cache.snapshots import Wanted
    from raidline.cli.options import Asked
    from raidline.errors import Problem
    from raidline.models import Removal
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.places.typed import Typed
    from raidline.timeline.build import Region, Timeline
    from raidline.timeline.criteria import Chosen, Criteria, Unmatched
    from raidline.timeline.order import Order
    from raidline.timeline.query import Query
    from raidline.timeline.shown import Shown

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to print, a timeline for each place; `problems` are the mistakes that caused events to be left out.

    `path` is where the events came from; `unmatched` are agencies and publishers that none of the timelines has;
    `remarks` say how places were read.
    """

    path: Path
    criteria: Criteria
    timelines: tuple[Timeline, ...]
    problems: tuple[Problem, ...]
    unmatched: tuple[Unmatched, ...]
    remarks: tuple[str, ...]

    @property
    def timeline(self) -> Timeline:
        """Return the only timeline, or the first."""
        return self.timelines[0]

    def finish(self) -> None:
        """Report what is missing from the timeline, after it was printed; exit with 1 if the data has mistakes."""
        for remark in self.remarks:
            talk(remark)
        tell_unmatched(self.unmatched)
        unplaced = {name for timeline in self.timelines for _, name in timeline.unplaced}
        if unplaced:
            talk(f"places that cannot be read, so no place's timeline has their events: {', '.join(sorted(unplaced))}")
        if self.problems:
            from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

            print_problems(self.problems, sys.stderr)
            talk("events with mistakes were left out; `raidline check` says more")
            raise typer.Exit(1)


def select(  # noqa: PLR0913 - one parameter for each option
    data: Path | None,
    articles: Path | None,
    asked: Asked,
    *,
    place: Sequence[str] | None,
    context: bool,
    together: bool = False,
) -> Selection:
    """Load the events and build the timeline of each place, of all of them `together`, or of all places for None.

    RaidlineError for an option or a path that cannot be read.
    """
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.cache.loading import load_headers, load_selected  # noqa: PLC0415 - as above
    from raidline.timeline.build import with_removals  # noqa: PLC0415 - as above
    from raidline.timeline.criteria import choose  # noqa: PLC0415 - as above

    (places, remarks), criteria = places_of(place), criteria_of(asked)
    regions = [region] if together and (region := region_of(place)) else []
    events_path = events_or_shipped(data)
    loaded = load_selected([events_path], _wanted(places, context=context))
    stored, article_problems = load_headers(articles_of(articles, [events_path]))
    by_article = by_id(stored)
    removals, removal_problems = read_removals([events_path])
    chosen = [choose(loaded.events, by_article, criteria, region=one, context=context) for one in regions] or [
        choose(loaded.events, by_article, criteria, place=one, context=context) for one in places
    ]
    problems = (*loaded.problems, *article_problems, *removal_problems)
    return Selection(
        events_path,
        criteria,
        tuple(with_removals(one.timeline, removals) for one in chosen),
        tuple(problem for problem in problems if problem.severity == "error"),
        unmatched_everywhere(chosen),
        tuple(remarks),
    )


def read_removals(paths: Sequence[Path]) -> tuple[list[Removal], list[Problem]]:
    """Return what was taken out of the record, and the problems of the files that say so, if there are any."""
    from raidline.store.eventfiles import removal_files  # noqa: PLC0415 - as above

    if not (files := removal_files(paths)):
        return [], []
    from raidline.store.removals import load_removals  # noqa: PLC0415 - few timelines have any

    removed, problems = load_removals(files)
    return [one.removal for one in removed], problems


def region_of(place: Sequence[str] | None) -> Region | None:
    """Return several places that were typed as one region, under their names; None for one place and for all."""
    from raidline.timeline.build import Region  # noqa: PLC0415 - not for --help

    read = _read_places(place)
    found = tuple(dict.fromkeys(place for one in read for place in one.places))
    return Region("; ".join(dict.fromkeys(one.name for one in read)), found) if len(found) > 1 else None


def places_of(place: Sequence[str] | None) -> tuple[list[Jurisdiction | None], list[str]]:
    """Return the places that were typed, each once, and how they were read; RaidlineError for an unreadable one.

    All places are None. A region, such as Chicagoland, is several places.
    """
    read = _read_places(place)
    found = list(dict.fromkeys(place for one in read for place in one.places))
    return [*found] or [None], [one.remark for one in read if one.remark]


def _read_places(place: Sequence[str] | None) -> list[Typed]:
    from raidline.places.typed import read_typed  # noqa: PLC0415 - as above

    names = place or ()
    if not all(name.strip() for name in names):
        raise RaidlineError("--place is empty; leave it out for all places")
    return [read_typed(name) for name in names]


def criteria_of(asked: Asked) -> Criteria:
    """Return what the options ask for as values; RaidlineError for one that cannot be read."""
    from raidline.cli.date_input import read_days  # noqa: PLC0415 - as above
    from raidline.models import Kind, Status  # noqa: PLC0415 - as above
    from raidline.timeline.criteria import Criteria  # noqa: PLC0415 - as above
    from raidline.timeline.order import Order, Sort  # noqa: PLC0415 - as above

    today = date.today()  # the only clock in raidline: nothing below the command line knows the date
    first = read_days(asked.since, today)[0] if asked.since is not None else None
    last = read_days(asked.until, today)[1] if asked.until is not None else None
    if first and last and first > last:
        raise RaidlineError(f"--since {asked.since!r} is later than --until {asked.until!r}")
    return Criteria(
        first,
        last,
        tuple(choices(Kind, "kind", asked.kind)),
        tuple(choices(Status, "status", asked.status)),
        _names("--agency", asked.agency),
        _names("--publisher", asked.publisher),
        _query(asked.search) if asked.search is not None else None,
        asked.conflicts,
        asked.top,
        Order(choices(Sort, "order", [asked.sort or "date"])[0], asked.reverse),
    )


def shown_of(asked: Asked) -> Shown:
    """Return what is to be told of each event besides the usual."""
    from raidline.timeline.shown import Shown  # noqa: PLC0415 - as above

    return Shown(asked.ids, asked.quotes, asked.urls)


def by_date_only(what: str, order: Order) -> None:
    """RaidlineError if something that follows the calendar is asked for in another order."""
    if order.by == "sources":
        raise RaidlineError(f"{what} goes by date; --sort newest begins with the latest event")


def summary(timeline: Timeline, criteria: Criteria) -> str:
    """Return the last line: the dates that were typed, as they were read, and what the timeline adds up to."""
    from raidline.timeline.totals import totals  # noqa: PLC0415 - not for --help
    from raidline.timeline.wording import period_in_words, totals_in_words  # noqa: PLC0415 - as above

    where = timeline.title if timeline.scope else ""
    period = period_in_words(criteria.since, criteria.until)
    added = totals_in_words(totals(timeline), where, timeline.left_out)
    return f"{period}: {added}" if period else added


def _names(option: str, typed: Sequence[str] | None) -> tuple[str, ...]:
    if any(not any(map(str.isalnum, name)) for name in typed or ()):
        raise RaidlineError(f"{option} holds no name; leave it out for all")
    return tuple(typed or ())


def _query(typed: str) -> Query:
    from raidline.timeline.query import Query, QueryError  # noqa: PLC0415 - only who searches

    try:
        return Query.parse(typed)
    except QueryError as error:
        raise RaidlineError(f"--search: {error}") from None


def unmatched_everywhere(chosen: Sequence[Chosen]) -> tuple[Unmatched, ...]:
    """Return the names asked for that none of the timelines has."""
    first, *others = chosen
    names = [{(one.what, one.name) for one in other.unmatched} for other in others]
    return tuple(one for one in first.unmatched if all((one.what, one.name) in other for other in names))


def tell_unmatched(unmatched: Iterable[Unmatched]) -> None:
    """Say which names were asked for in vain, and what may be meant."""
    for one in unmatched:
        hint = f"; did you mean {one.close}?" if one.close else ""
        talk(f"no event here has the {one.what} {one.name!r}{hint}")


def _wanted(places: Sequence[Jurisdiction | None], *, context: bool) -> Wanted | None:
    """Return which events the timelines of the places can contain."""
    from raidline.cache.snapshots import Wanted  # noqa: PLC0415 - not for --help
    from raidline.places.containment import containers  # noqa: PLC0415 - as above

    inside = frozenset(place.code for place in places if place)
    if not all(places):
        return None
    wider = (wider.code for place in places if place and context for wider, _ in containers(place))
    return Wanted(inside, frozenset([*inside, *wider]) if context else frozenset())


def choices(kinds: type[Choice], name: str, typed: Sequence[str] | None) -> list[Choice]:
    """Return what was typed as choices of that name; RaidlineError with a similar one for an unknown choice."""
    return [_choice(kinds, name, word) for word in typed or ()]


def _choice(choices: type[Choice], name: str, word: str) -> Choice:
    try:
        return choices(word.strip().lower())
    except ValueError:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

        close = get_close_matches(word.lower(), list(choices), n=1)
        hint = f"did you mean {close[0]}?" if close else f"choose from {', '.join(choices)}"
        raise RaidlineError(f"there is no {name} {word!r}; {hint}") from None
