"""`raidline import --into`: a list updates the events that were made of it."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from typing import TYPE_CHECKING

from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from raidline.importing import Imported
    from raidline.importing.lists.plan import Offer
    from raidline.models import Event

_NO_LETTERS = re.compile(r"[\W\d_]+")


def name_of(file: Path) -> str:
    """Return what a list is called for which nobody gives a name: the file's, without dates and numbers."""
    return _NO_LETTERS.sub("-", file.stem.lower()).strip("-") or "list"


def remember(made: Path | None, name: str, imported: Imported, events: Sequence[Event], fallback: str) -> None:
    """Keep beside a new file of events what was made of each row, so that a later version of the list updates it."""
    if not events or made is None or not made.is_file():
        return
    from raidline.importing.lists.plan import listed  # noqa: PLC0415 - not for --help
    from raidline.importing.lists.update import remember as keep  # noqa: PLC0415 - as above

    kept = keep(made, name, listed(events, imported.keys, fallback))
    talk(f"{kept.name} beside it remembers which row made which event: a later version comes with --into {made}")
    talk(f"next: raidline check {made}")


def demand_name(into: Path, name: str, imported: Imported) -> None:
    """Raise RaidlineError if a list that is new by the name of its file has the rows of one that is known."""
    from raidline.importing.lists.memory import beside, read_memory  # noqa: PLC0415 - not for --help

    memory = read_memory(beside(into))
    if any(one.list == name for one in memory):
        return
    keys = {key.key for key in imported.keys.values()}
    known = Counter(one.list for one in memory if one.row in keys)
    other, number = next(iter(known.most_common(1)), ("", 0))
    if number > 1 and 2 * number > len(keys):
        raise RaidlineError(
            f"{number:,} of {len(keys):,} rows are those of the list {other!r}: add --list {shlex.quote(other)} if this"
            f" is its next version, otherwise --list {shlex.quote(name)}"
        )


def update(  # noqa: PLR0913 - one parameter for each option
    into: Path, name: str, imported: Imported, events: Sequence[Event], *, fallback: str, complete: bool, dry_run: bool
) -> list[Offer]:
    """Update the events of a file, print what changed, and return what a curator has to decide."""
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.cli.clock import now  # noqa: PLC0415 - as above
    from raidline.cli.locations import articles_of  # noqa: PLC0415 - as above
    from raidline.export.changes import as_text  # noqa: PLC0415 - as above
    from raidline.importing.lists.plan import listed  # noqa: PLC0415 - as above
    from raidline.importing.lists.update import update as carry_out  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - as above
    from raidline.timeline.diff import compare  # noqa: PLC0415 - as above

    rows = listed(events, imported.keys, fallback)
    done = carry_out(into, name, rows, now=now(), complete=complete, dry_run=dry_run)
    articles = by_id(read_articles(articles_of(None, [into]))[0]) if done.before != done.after else {}
    changes = compare(done.before, done.after, articles, articles)
    write(as_text(changes), None)
    for remark in done.remarks:
        talk(f"{into}: {remark}")
    for offer in done.offers:
        talk(f"{into}: not added, {offer.event.id!r} looks like {offer.like.id!r} ({offer.like.title})")
    would = "would be " if dry_run else ""
    added = len(done.after) - len(done.before)
    talk(
        f"list {name!r}: {plural(added, 'event')} {would}added, {len(changes) - added:,} {would}changed, "
        f"{len(done.offers):,} to decide; nothing else of {into} changes"
    )
    return [*done.offers]


def decide(offers: Sequence[Offer], into: Path, output: Path | None) -> None:
    """Write the events that a curator has to decide on, if there is a file for them, and say what comes next."""
    from raidline.store.inserting import data_of  # noqa: PLC0415 - not for --help
    from raidline.yamltext.dumping import dump  # noqa: PLC0415 - as above

    if output is not None:
        write(dump({"events": [data_of(offer.event) for offer in offers]}), output)
    again = "" if output else "import again with -o open.yaml, then "
    talk(f"next: {again}raidline review {output or 'open.yaml'} --events {into}")
