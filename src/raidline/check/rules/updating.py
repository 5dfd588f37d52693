"""When the record of an event was last changed: feeds use it, and git shows whether it is up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.errors import Problem, RaidlineError
from raidline.files.git import changed_files, commit_of, content_at, may_know
from raidline.models import FOR_CURATORS, Event
from raidline.store.load import Record, records_of
from raidline.timeline.diff import Change, Fate, compare
from raidline.yamltext.reading import loads

LAST_COMMIT = "HEAD"


def not_updated(checked: Checked) -> Iterator[Problem]:
    """Find an event that git shows as new or changed and whose `updated` does not say so.

    Feeds and calendars use `updated`: without it, a past event that is added today appears in a feed at the date of its
    sources, behind what readers have seen, and a correction reaches nobody. `raidline fmt --touch` writes it, to the
    second, into the events that need it. Events are compared with the last commit, or with the revision that `--since`
    names; changes of notes and spelling do not count. Without git, this rule finds nothing.

    Bad, if the title was different in the last commit:

        - id: 2017-02-austin-sweeps
          title: ICE arrests at least 51 in Austin
          updated: 2017-03-01

    Good:

        - id: 2017-02-austin-sweeps
          title: ICE arrests at least 51 in Austin
          updated: 2017-03-29T20:15:30Z
    """
    asked = {id(record) for record in checked.records}
    for record, fate in behind(checked.timeline or checked.records, checked.former, checked.articles):
        if id(record) in asked:
            event = record.event
            lies = "is not later than it was" if event.updated else "is missing"
            message = f"this event is {'new' if fate is Fate.ADDED else 'changed'} and `updated` {lies}"
            keys = ("updated",) if event.updated else ()
            yield record.problem("not-updated", f"{message}; `raidline fmt --touch {event.id}` writes it", *keys)


def behind(
    records: Sequence[Record], former: Mapping[Path, Sequence[Event]], articles: Mapping[str, Article]
) -> Iterator[tuple[Record, Fate]]:
    """Yield the events in the files of `former` that were added or changed without a new `updated`, and their fate."""
    known = [record for record in records if record.path in former]
    before = [event for events in former.values() for event in events]
    changes = compare(before, [record.event for record in known], articles, articles)
    by_id = {change.entry.event.id: change for change in changes if _left_as_it_was(change)}
    for record in known:
        if change := by_id.get(record.event.id):
            yield record, change.fate


def as_it_was(revision: str, files: Iterable[Path]) -> tuple[dict[Path, list[Event]], list[str]]:
    """Return the former events of the files that differ from a revision, and remarks.

    A file that git does not know is left out, and so is one whose events could not all be read.
    """
    former: dict[Path, list[Event]] = {}
    remarks = []
    files = set(files)
    for folder in sorted(filter(may_know, {file.parent for file in files})):
        own = [file for file in files if file.parent == folder]
        try:
            commit = commit_of(revision, folder)
        except RaidlineError:
            continue  # no repository, or no commit in it yet
        try:
            for file in sorted(changed_files(commit, folder, own)):
                if (content := content_at(commit, file)) is not None:
                    found = [*records_of(loads(content, str(file)))]
                    events = [one.event for one in found if isinstance(one, Record)]
                    if len(events) == len(found):
                        former[file] = events
                    else:
                        remarks.append(f"{file} had mistakes in {revision}; whether `updated` is new was not checked")
        except RaidlineError as error:
            remarks.append(f"{error}; whether `updated` is new was not checked in {folder}")
    return former, remarks


def _left_as_it_was(change: Change) -> bool:
    if change.fate is Fate.ADDED:
        return change.entry.event.updated is None
    altered = {detail.about for detail in change.details} - FOR_CURATORS - {"updated"}
    if change.fate is not Fate.CHANGED or not altered:
        return False
    before, now = change.was.touched if change.was else None, change.entry.touched
    return now is None or (before is not None and now <= before)
