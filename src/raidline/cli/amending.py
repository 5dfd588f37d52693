"""What `raidline fmt` writes for events that changed since the last commit: when, and what readers have to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from raidline.cli.locations import articles_of
from raidline.cli.output import talk
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from raidline.dates.value import Edtf
    from raidline.models import Event, Removal
    from raidline.store.load import Record
    from raidline.timeline.diff import Change
    from raidline.yamltext.dumping import Dumpable

Fields: TypeAlias = "Mapping[str, Dumpable | None]"

_GONE = "Taken out of the record."


@dataclass(frozen=True, slots=True)
class Amendments:
    """The new fields of events, by file and id, and new removals, by the file that lists them."""

    fields: Mapping[Path, Mapping[str, Fields]]
    removals: Mapping[Path, Sequence[Removal]]


def amendments(files: Sequence[Path], ids: Sequence[str], *, touch: bool, correct: bool) -> Amendments:
    """Return what the events need that are named, or else all of them.

    `touch` asks for the current time as `updated`; `correct` for a drafted correction and the same, and for a removal
    of each event that is gone. RaidlineError for an id that does not exist, and where git does not know how the files
    were but has to.
    """
    from raidline.article import by_id  # noqa: PLC0415 - only where it is asked for
    from raidline.cache.loading import load_headers  # noqa: PLC0415 - as above
    from raidline.check.rules.correcting import removed_in_silence, uncorrected  # noqa: PLC0415 - as above
    from raidline.check.rules.updating import LAST_COMMIT, as_it_was, behind  # noqa: PLC0415 - as above
    from raidline.cli.clock import now  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import removal_files  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above
    from raidline.store.removals import load_removals  # noqa: PLC0415 - as above

    records, (removed, unread) = load_events(files).records, load_removals(removal_files(files))
    if unread and correct:  # an event might be listed in what cannot be read
        raise RaidlineError(unread[0].as_message())
    if correct or not ids:
        _needs_git(files, hint="" if correct else "; name the events that changed instead: --touch ID")
    former, remarks = as_it_was(LAST_COMMIT, files)
    for remark in remarks:
        talk(remark)
    gone = [(path, event) for path, event in removed_in_silence(records, former, removed) if _asked(event, ids)]
    chosen = _named(records, ids, but={event.id for _, event in gone} if correct else set())
    articles = by_id(load_headers(articles_of(None, files))[0])
    wrong = [(one, change) for one, change in uncorrected(records, former, articles) if _asked(one.event, ids)]
    fields: dict[Path, dict[str, Fields]] = {}
    moment = now()
    if touch:
        for record in chosen if ids else [record for record, _ in behind(records, former, articles)]:
            fields.setdefault(record.path, {})[record.event.id] = {"updated": moment.text}
    if correct:
        for record, change in wrong:
            fields.setdefault(record.path, {})[record.event.id] = _corrected(record, change, moment)
        drafted = plural(len(wrong), "correction") + (f" and {plural(len(gone), 'removal')}" if gone else "")
        talk(f"{drafted} drafted; improve the words")
    elif wrong or gone:
        number = plural(len(wrong) + len(gone), "event")
        talk(f"{number} changed in a way that readers have to be told; --correct drafts the words")
    return Amendments(fields, _removals(gone, moment) if correct else {})


def _corrected(record: Record, change: Change, moment: Edtf) -> Fields:
    from raidline.dates.regional import dates_in  # noqa: PLC0415 - as above
    from raidline.store.site import language_of  # noqa: PLC0415 - as above
    from raidline.timeline.correcting import drafted  # noqa: PLC0415 - as above

    with dates_in(language_of(record.path)):
        words = drafted(change)
    told = [{"day": one.day.text, "text": one.text} for one in record.event.corrections]
    return {"updated": moment.text, "corrections": [*told, {"day": _day(moment), "text": words}]}


def _removals(gone: Iterable[tuple[Path, Event]], moment: Edtf) -> Mapping[Path, Sequence[Removal]]:
    from raidline.models import Removal  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import removals_beside  # noqa: PLC0415 - as above

    found: dict[Path, list[Removal]] = {}
    for path, event in gone:
        told = {"id": event.id, "day": _day(moment), "text": _GONE, "places": event.places, "aliases": event.aliases}
        found.setdefault(removals_beside(path), []).append(Removal.model_validate(told))
    return found


def _day(moment: Edtf) -> str:
    return moment.text.partition("T")[0]


def _asked(event: Event, ids: Sequence[str]) -> bool:
    return not ids or not {event.id, *event.aliases}.isdisjoint(ids)


def _named(records: Iterable[Record], ids: Iterable[str], but: set[str]) -> list[Record]:
    names = {name: record for record in records for name in (*record.event.aliases, record.event.id)}
    for name in ids:
        if name not in names and name not in but:
            raise RaidlineError(f"there is no file, and no readable event, with the name {name!r}")
    return [names[name] for name in ids if name in names]


def _needs_git(files: Iterable[Path], *, hint: str) -> None:
    from raidline.check.rules.updating import LAST_COMMIT  # noqa: PLC0415 - as above
    from raidline.files.git import commit_of  # noqa: PLC0415 - as above

    for folder in sorted({file.parent for file in files}):
        try:
            commit_of(LAST_COMMIT, folder)
        except RaidlineError as error:
            raise RaidlineError(f"{error}{hint}") from None
