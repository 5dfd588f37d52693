"""What a reviewer is asked who merges a candidate into an event: which event, and whether that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from raidline import inert
from raidline.cli.clock import moment
from raidline.cli.edited import revised_in_editor
from raidline.cli.keys import ask_key, ask_line
from raidline.cli.output import talk
from raidline.dates.regional import dates_in
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.models import Correction
from raidline.review.deciding import Merge
from raidline.review.desk import find
from raidline.review.nearness import nearest
from raidline.review.revising import new_sources
from raidline.store.site import language_of
from raidline.timeline.correcting import drafted, is_corrected, wrongs
from raidline.timeline.diff import compare

if TYPE_CHECKING:
    from pathlib import Path

    from raidline.article import Article
    from raidline.models import Event, Says
    from raidline.review.desk import Desk

KEEP_OR_CORRECT = "keep the event as it is, correct it, or go back [k c b]"
NO_CORRECTION = "-"


def merged(desk: Desk, candidate: Event, articles: Mapping[str, Article]) -> Merge | None:
    """Return into which event a candidate goes, and how that is corrected first; None to go back.

    RaidlineError for an id that no event has, and without an editor.
    """
    near = nearest(desk, candidate)
    for number, event in enumerate(near, 1):
        talk(f"{number}: {in_a_line(event)}")
    numbers = f"1 to {len(near)}, or " if len(near) > 1 else "1, or " if near else ""
    answer = ask_line(f"merge into which event? {numbers}an id; nothing to go back:")
    if not answer:
        return None
    chosen = near[int(answer) - 1].id if answer in map(str, range(1, len(near) + 1)) else answer
    event = find(desk, chosen).event
    said = [source.says for source in new_sources(event, candidate) if source.says]
    if not said:
        return Merge(event.id)
    for line in _differences(event, said):
        talk(line)
    while (key := ask_key(KEEP_OR_CORRECT)) not in ("b", None):
        if key == "k":
            return Merge(event.id)
        if key == "c" and (revised := revised_in_editor(desk, event, candidate, articles)):
            corrected = told(desk.path, event, revised, articles)
            return Merge(event.id, event, corrected) if corrected else None
    return None


def told(timeline: Path, event: Event, revised: Event, articles: Mapping[str, Article]) -> Event | None:
    """Return the revised event with the correction that its readers need, in the reviewer's words or the drafted ones.

    A value that was wrong needs one; one that is only more precise now does not, nor do other words. None at the end of
    the input.
    """
    changes = [one for one in compare([event], [revised], articles, articles) if wrongs(one) and not is_corrected(one)]
    if not changes:
        return revised
    with dates_in(language_of(timeline)):
        draft = drafted(changes[0])
    talk(f"readers relied on that: {draft}")
    answer = ask_line(f"tell them in other words, Enter for these, {NO_CORRECTION} to tell them nothing:")
    if answer is None:
        return None
    if answer == NO_CORRECTION:
        return revised
    today = Edtf.parse(moment().date().isoformat())
    correction = Correction(day=today, text=inert.line(answer) or draft)
    return revised.model_copy(update={"corrections": (*revised.corrections, correction)})


def in_a_line(event: Event) -> str:
    """Return an event in a line, with its id."""
    return f"{in_words(event.date)}: {event.title} ({event.id})"


def _differences(event: Event, said: Iterable[Says]) -> Iterable[str]:
    for says in said:
        if says.date:
            yield f"the source gives {in_words(says.date)}, the event {in_words(event.date)}"
        for what, count in (says.counts or {}).items():
            yield f"the source gives {count} {what.replace('_', ' ')}, the event {event.counts[what]}"
