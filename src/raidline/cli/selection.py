"""The timeline that the options of a command select, and the problems found in the data on the way."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from raidline.cli.output import talk
from raidline.errors import RaidlineError

if TYPE_CHECKING:
    from raidline.cache.snapshots import Wanted
    from raidline.errors import Problem
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Timeline

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to print, a timeline for each place; `problems` are the mistakes that caused events to be left out.

    `path` is where the events came from.
    """

    path: Path
    timelines: tuple[Timeline, ...]
    problems: tuple[Problem, ...]

    @property
    def timeline(self) -> Timeline:
        """Return the only timeline, or the first."""
        return self.timelines[0]

    def finish(self) -> None:
        """Report what is missing from the timeline, after it was printed; exit with 1 if the data has mistakes."""
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
    *,
    place: str | Sequence[str] | None,
    since: str | None,
    until: str | None,
    kinds: Sequence[str] | None,
    statuses: Sequence[str] | None,
    context: bool,
    top: int | None = None,
    conflicts: bool = False,
) -> Selection:
    """Load the events and build the timeline of a place, of each of several, or of all places for None.

    `top` applies last, after everything else is selected. RaidlineError for an option or a path that cannot be read.
    """
    from raidline.article import by_id  # noqa: PLC0415 - as above
    from raidline.cache.loading import load_headers, load_selected  # noqa: PLC0415 - as above
    from raidline.cli.date_input import read_days  # noqa: PLC0415 - as above
    from raidline.models import Kind, Status  # noqa: PLC0415 - as above
    from raidline.places.lookup import resolve  # noqa: PLC0415 - as above
    from raidline.timeline import build as selecting  # noqa: PLC0415 - not for --help

    today = date.today()  # the only clock in raidline: nothing below the command line knows the date
    names = [place] if isinstance(place, str) else place
    if names and not all(name.strip() for name in names):
        raise RaidlineError("--place is empty; leave it out for all places")
    places = list(dict.fromkeys(map(resolve, names))) if names else [None]
    first = read_days(since, today)[0] if since is not None else None
    last = read_days(until, today)[1] if until is not None else None
    if first and last and first > last:
        raise RaidlineError(f"--since {since!r} is later than --until {until!r}")
    chosen_kinds, chosen_statuses = choices(Kind, "kind", kinds), choices(Status, "status", statuses)

    events_path = events_or_shipped(data)
    loaded = load_selected([events_path], _wanted(places, context=context))
    stored, article_problems = load_headers(articles_of(articles, [events_path]))
    by_article = by_id(stored)
    timelines = []
    for chosen_place in places:
        timeline = selecting.build_timeline(
            loaded.events,
            by_article,
            place=chosen_place,
            since=first,
            until=last,
            kinds=chosen_kinds,
            statuses=chosen_statuses,
            context=context,
        )
        timeline = selecting.disputed(timeline) if conflicts else timeline
        timelines.append(selecting.top(timeline, top) if top else timeline)
    problems = (*loaded.problems, *article_problems)
    return Selection(
        events_path, tuple(timelines), tuple(problem for problem in problems if problem.severity == "error")
    )


def _wanted(places: Sequence[Jurisdiction | None], *, context: bool) -> Wanted | None:
    """Return which events the timelines of the places can contain."""
    from raidline.cache.snapshots import Wanted  # noqa: PLC0415 - not for --help
    from raidline.places.containment import containers  # noqa: PLC0415 - as above

    inside = frozenset(place.code for place in places if place)
    if not all(places):
        return None
    wider = (wider.code for place in places if place and context for wider, _ in containers(place))
    return Wanted(inside, frozenset([*inside, *wider]) if context else frozenset())


def own_timeline() -> Path | None:
    """Return ./data/events.yaml, or None if nothing has that name; RaidlineError if something else has it."""
    from raidline.files.folders import in_other_casing, is_file  # noqa: PLC0415 - not for --help

    here, beside = Path("data/events.yaml"), Path("data/events.yml")
    if otherwise := beside if is_file(beside) else in_other_casing(here):
        raise RaidlineError(f"found {otherwise} instead of {here}; rename it, or name the one you mean")
    return here if is_file(here) else None


def events_of(data: Path | None) -> Path:
    """Return the path of the events: the requested one, otherwise ./data/events.yaml; RaidlineError if none exists."""
    found = existing(data) if data is not None else own_timeline()
    if found is None:
        raise RaidlineError(
            f"there is no timeline: looked for data/events.yaml in {Path.cwd()}; name a file or a folder, or start one"
            " with `raidline init`"
        )
    return found


def events_or_shipped(data: Path | None) -> Path:
    """Return the path of the events like `events_of`, but if there are none, the shipped ones with a message."""
    found = existing(data) if data is not None else own_timeline()
    if found is not None:
        return found
    from raidline.store.eventfiles import shipped_events  # noqa: PLC0415 - as above

    talk("there is no data/events.yaml here: this is the record that ships with raidline")
    return shipped_events()


def existing(path: Path) -> Path:
    """Return the path; RaidlineError if it does not exist."""
    if not path.exists():
        raise RaidlineError(f"there is no file or folder {path}")
    return path


def articles_of(articles: Path | None, events: Sequence[Path]) -> list[Path]:
    """Return the folders to read articles from: the requested one, otherwise those beside the events."""
    from raidline.files.folders import is_own_folder  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import articles_beside  # noqa: PLC0415 - as above

    if articles is not None:
        return [existing(articles)]
    try:
        return [folder for folder in dict.fromkeys(map(articles_beside, events)) if is_own_folder(folder)]
    except RaidlineError as error:
        raise RaidlineError(f"{error}; name the folder of articles with --articles") from None


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
