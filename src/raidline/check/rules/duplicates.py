"""Duplicates: the same event entered twice, under two ids."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.counts.people import one_count
from raidline.counts.value import Count
from raidline.errors import Problem
from raidline.extract.text.sentences import split_sentences
from raidline.extract.titles import is_made
from raidline.lexicon.gloss import in_english
from raidline.merging.twice.likeness import Alike, Likenesses
from raidline.models import Event
from raidline.store.load import Record


def near_duplicate(checked: Checked) -> Iterator[Problem]:
    """Find two events of kinds that agree, in one place or one within the other, with near dates and similar titles.

    Merge them: move the sources of one to the other, and keep its id under `aliases`. If they really are two
    events, name each in the other's `related`, or write `ignore: [near-duplicate]`. Dates are near if they overlap
    or are at most three days apart; with the same title and the same address of a source any two dates are. Few
    words in common are enough for one larger number, one vote, or one death or fire of a town on one day, none for
    one count of 25 and more that is not round (37 arrested, $350,000), at most a day apart; few for one spot or
    sort of people there, "bakery" or "roofers", or one matter of a decision; none at all are needed for people,
    sites or deeds of one sort, told in other words on one day of a town ("milkers", "dairy hands"; "cooks",
    "diner"), or with more alike on the next, or for one count of the same in a town and its county. Two events are
    told apart by their numbers, counts, ages, hours, streets, schools, names and sorts ("strawberry farm", "tomato
    farm"), by "first" and "second", "eight more", "all 67" and one, "north" and "south", "begins" and "ends", and
    on different days by "after" ("closes after owner is held"), by what was done, if only the spot is the same, and
    by the one word in which titles differ; so are titles that more than two events have, on different days. Titles
    in Spanish are compared word for word as English has them. Of a title that is still a machine's, the summary is
    compared instead, or all else if there is none.

    Bad:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
        - id: 2017-02-ice-in-austin
          date: 2017-02-09
          title: ICE sweeps across Austin, Texas

    Good:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
          aliases: [2017-02-ice-in-austin]
    """
    told = [_in_english(_with_words_of_its_own(record.event)) for record in checked.records]
    likenesses = Likenesses(told)
    for record, event in zip(checked.records, told, strict=True):
        for one in likenesses.like(event):
            other = checked.records[one.number]
            if not is_made(event) or _is_one_row(event, other.event):
                yield _problem(record, other, one)
                break
        likenesses.enter(event)


def _with_words_of_its_own(event: Event) -> Event:
    """Return an event with the first sentence of its summary for a title, if its title is still a machine's."""
    if not event.summary or not is_made(event):
        return event
    start, end = next(iter(split_sentences(event.summary)), (0, 0))
    return event.model_copy(update={"title": event.summary[start:end]}) if end else event


def _in_english(event: Event) -> Event:
    """Return an event with its title word for word as English has it, if that is in Spanish."""
    title = in_english(event.title)
    return event if title == event.title else event.model_copy(update={"title": title})


def _is_one_row(one: Event, other: Event) -> bool:
    """Whether two events have one source and nothing else that differs: titles of machines are the same anyway."""
    pages = [{source.url for source in event.sources if source.url} for event in (one, other)]
    alike = one.date == other.date and one.agencies == other.agencies and _counted(one) == _counted(other)
    return alike and one.summary == other.summary and bool(pages[0] & pages[1])


def _counted(event: Event) -> dict[str, Count]:
    return {one_count(name): count for name, count in event.counts.items()}


def _problem(record: Record, other: Record, how: Alike) -> Problem:
    differing = how.differing or "nothing that tells two events apart"
    made = is_made(record.event) or is_made(other.event)
    common = how.common.replace("in the title", "in the title or summary") if made else how.common
    message = (
        f"looks like {other.event.id!r} in {other.path}, line {other.line}: alike are {common}; "
        f"what differs is {differing}; merge the two, or name each in the other's `related`"
    )
    return record.problem("near-duplicate", message, "title")
