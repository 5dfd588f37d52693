"""What `raidline fmt` writes into events whose facts changed since the last commit: when, and what was wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from raidline.cli.locations import articles_of
from raidline.cli.output import talk
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from raidline.store.load import Record
    from raidline.timeline.diff import Change
    from raidline.yamltext.dumping import Dumpable

Fields: TypeAlias = "Mapping[str, Dumpable | None]"


def amendments(
    files: Sequence[Path], ids: Sequence[str], *, touch: bool, correct: bool
) -> dict[Path, dict[str, Fields]]:
    """Return the new fields of events by file and id, of those that are named or else of all that need them.

    `touch` asks for the current time as `updated`, `correct` for a drafted correction and the same.
    RaidlineError for an id that does not exist, and where git does not know how the files were but has to.
    """
    from raidline.article import by_id  # noqa: PLC0415 - only where it is asked for
    from raidline.cache.loading import load_headers  # noqa: PLC0415 - as above
    from raidline.check.correcting import uncorrected  # noqa: PLC0415 - as above
    from raidline.check.updating import LAST_COMMIT, as_it_was, behind  # noqa: PLC0415 - as above
    from raidline.cli.clock import now  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    records = load_events(files).records
    chosen = _named(records, ids)
    if correct or not ids:
        _needs_git(files, hint="" if correct else "; name the events that changed instead: --touch ID")
    former, remarks = as_it_was(LAST_COMMIT, files)
    for remark in remarks:
        talk(remark)
    articles = by_id(load_headers(articles_of(None, files))[0])
    wrong = [
        (record, change) for record, change in uncorrected(records, former, articles) if not ids or record in chosen
    ]
    moment = now()
    found: dict[Path, dict[str, Fields]] = {}
    if touch:
        for record in chosen if ids else [record for record, _ in behind(records, former, articles)]:
            found.setdefault(record.path, {})[record.event.id] = {"updated": moment.text}
    if correct:
        for record, change in wrong:
            fields = {
                "updated": moment.text,
                "corrections": _corrections(record, change, moment.text.partition("T")[0]),
            }
            found.setdefault(record.path, {})[record.event.id] = fields
        talk(f"{plural(len(wrong), 'correction')} drafted")
    elif wrong:
        talk(f"{plural(len(wrong), 'event')} had something wrong in the last commit; --correct drafts a correction")
    return found


def _corrections(record: Record, change: Change, today: str) -> Dumpable:
    from raidline.timeline.correcting import drafted  # noqa: PLC0415 - as above

    told = [{"day": one.day.text, "text": one.text} for one in record.event.corrections]
    return [*told, {"day": today, "text": drafted(change)}]


def _named(records: Iterable[Record], ids: Iterable[str]) -> list[Record]:
    names = {name: record for record in records for name in (*record.event.aliases, record.event.id)}
    for name in ids:
        if name not in names:
            raise RaidlineError(f"there is no file, and no readable event, with the name {name!r}")
    return [names[name] for name in ids]


def _needs_git(files: Iterable[Path], *, hint: str) -> None:
    from raidline.check.updating import LAST_COMMIT  # noqa: PLC0415 - as above
    from raidline.files.git import commit_of  # noqa: PLC0415 - as above

    for folder in sorted({file.parent for file in files}):
        try:
            commit_of(LAST_COMMIT, folder)
        except RaidlineError as error:
            raise RaidlineError(f"{error}{hint}") from None
