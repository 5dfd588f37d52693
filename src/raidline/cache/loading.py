"""Events and articles for a timeline: from the cache if their files did not change, otherwise from the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from raidline.cache.database import DamagedError, Database, Kept, Stamp, digest_of, is_current, opened
from raidline.cache.snapshots import (
    Contents,
    Snapshot,
    Wanted,
    contents_of,
    events_of,
    resnapshot_events,
    snapshot_articles,
    snapshot_events,
)
from raidline.errors import Problem, apart
from raidline.reading.listing import article_files
from raidline.reading.seen import told_twice
from raidline.store.eventfiles import files_of

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.models import Event

EVENTS, OUTLINES = "events", "outlines"  # the kinds of rows for a file of events
WORTH_A_PROCESS = 4_000_000  # bytes of YAML, a second or two


class Selected(NamedTuple):
    """Events in the order of the files, and the problems with the others; `data` is the JSON of each of the events."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    data: tuple[bytes, ...]


Read: TypeAlias = "tuple[Contents, Sequence[bytes]]"


def load_selected(paths: Iterable[Path], wanted: Wanted | None) -> Selected:
    """Return the events of files and folders, like `store.load_events`, limited to those that are wanted."""
    events: list[Event] = []
    problems: list[Problem] = []
    data: list[bytes] = []
    found = files_of(paths)
    read = iter(_read(EVENTS, [one for one in found if isinstance(one, Path)], snapshot_events, wanted))
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
            continue
        contents, blobs = next(read)
        data.extend(blobs)
        events.extend(events_of(blobs))
        problems.extend(told for told in contents.read(one) if isinstance(told, Problem))
    return Selected(tuple(events), tuple(problems), tuple(data))


def load_headers(paths: Iterable[Path]) -> tuple[list[Article], list[Problem]]:
    """Return the articles of files and folders, like `read_articles`, but without their texts."""
    listed = list(article_files(paths))
    files = [one for one in listed if isinstance(one, Path)]
    read = iter(_read("articles", files, snapshot_articles, None))
    found = (told for one in listed for told in ([one] if isinstance(one, Problem) else next(read)[0].read(one)))
    return apart(told_twice(found))


def _read(kind: str, files: Sequence[Path], make: Callable[[Path], Snapshot], wanted: Wanted | None) -> list[Read]:
    """Return the contents of each file, and those of its events that are wanted."""
    known: dict[Path, Read] = {}
    touched: list[tuple[Path, Kept, Stamp]] = []
    earlier: dict[Path, Snapshot] = {}
    with suppress(DamagedError), opened() as database:
        if database:
            known = dict(_known(database, kind, files, wanted, touched))
            earlier = dict(_earlier(database, kind, [path for path in files if path not in known]))
    if touched:
        with suppress(DamagedError), opened() as database:
            if database:
                for path, kept, stamp in touched:
                    database.touch(kind, _name(path), kept, stamp)
    missing = [path for path in files if path not in known]
    marks = {path: _mark(path) for path in missing}
    new: list[tuple[Path, tuple[Stamp, str], Snapshot]] = []
    renewed = {path: made for path, before in earlier.items() if (made := resnapshot_events(path, before))}
    with ExitStack() as stack:
        whole = [path for path in missing if path not in renewed]
        read = renewed | dict(zip(whole, _snapshots(whole, make, stack), strict=True))
        for path in missing:
            snapshot = read[path]
            contents = contents_of(snapshot)
            known[path] = contents, [snapshot.events[number] for number in contents.numbers(wanted)]
            if (mark := marks[path]) and mark == _mark(path):  # it did not change during the read
                new.append((path, mark, snapshot))
    if new:
        _keep(kind, new)
    return [known[path] for path in files]


def _known(
    database: Database,
    kind: str,
    files: Sequence[Path],
    wanted: Wanted | None,
    touched: list[tuple[Path, Kept, Stamp]],
) -> Iterator[tuple[Path, Read]]:
    """Yield what is kept for the files; add to `touched` those whose times changed but whose content did not."""
    for path in files:
        stamp = Stamp.of(path)
        kept = database.find(kind, _name(path)) if stamp else None
        if stamp is None or kept is None:
            continue
        if not is_current(kept, stamp):
            if _mark(path) != (stamp, kept.digest):
                continue
            touched.append((path, kept, stamp))
        contents = contents_of(Snapshot(kept.contents))
        yield path, (contents, database.events(kept, contents.numbers(wanted)))


def _earlier(database: Database, kind: str, files: Iterable[Path]) -> Iterator[tuple[Path, Snapshot]]:
    """Yield what is kept of events files that changed since, if it helps to read them."""
    for path in files if kind == EVENTS else ():
        kept, outline = (database.find(one, _name(path)) for one in (kind, OUTLINES))
        if kept and outline and kept.digest == outline.digest:
            events = database.events(kept, contents_of(Snapshot(kept.contents)).numbers(None))
            yield path, Snapshot(kept.contents, tuple(events), outline.contents)


def _name(path: Path) -> str:
    """Return the key under which a file is kept; it includes the path as given, because its problems name it."""
    return os.fsencode(f"{path.absolute()}|{path}").decode("latin-1")  # works for names that are not valid text


def _snapshots(files: Sequence[Path], make: Callable[[Path], Snapshot], stack: ExitStack) -> Iterable[Snapshot]:
    """Read files, in several processes if there is enough to read."""
    sizes = [path.stat().st_size if path.is_file() else 0 for path in files]
    width = min(len(files), os.cpu_count() or 1, sum(sizes) // WORTH_A_PROCESS)
    if width < 2:
        return map(make, files)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to load
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    pool = ProcessPoolExecutor(width, mp_context=get_context("spawn"))
    return stack.enter_context(pool).map(make, files)


def _mark(path: Path) -> tuple[Stamp, str] | None:
    """Return what distinguishes this state of a file from earlier and later ones; None if it cannot be kept."""
    stamp = Stamp.of(path)  # first: a change while the hash is computed must show in it the next time
    try:
        return (stamp, digest_of(path)) if stamp else None
    except OSError:
        return None


def _keep(kind: str, new: Iterable[tuple[Path, tuple[Stamp, str], Snapshot]]) -> None:
    with suppress(DamagedError), opened() as database:
        if database:
            for path, mark, snapshot in new:
                database.keep(kind, _name(path), *mark, snapshot)
                if snapshot.outline:
                    database.keep(OUTLINES, _name(path), *mark, Snapshot(snapshot.outline))
