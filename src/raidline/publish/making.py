"""Make the pages of a site, in several processes if there are many of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

WORTH_A_PROCESS = 100  # pages; to start a process takes as long, since the memory that it touches is copied for it
_AT_ONCE = 64  # pages


class Page(NamedTuple):
    """A file of a site: `make` returns its bytes, always the same ones for the same `inputs` (a hash).

    `renew` returns the same bytes faster, from those of the last run and the addresses of the files that are as then.
    """

    inputs: str
    make: Callable[[], bytes]
    renew: Callable[[bytes, Container[str]], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the last run left: the files that can be renewed, and the addresses of those that are as they were."""

    files: Mapping[str, bytes]
    same: Container[str]


Site = Mapping[str, Page]  # by address, such as "texas/index.html"


@dataclass(frozen=True, slots=True)
class Work:
    """How pages are made: in so many processes; `steps` passes the addresses on while it shows progress.

    `meanwhile` is called once: by this process while others make pages, or after it made them.
    """

    jobs: int = 1
    steps: Callable[[Sequence[str]], Iterable[str]] = iter
    meanwhile: Callable[[], None] = lambda: None


def made(site: Site, paths: Sequence[str], earlier: Earlier, work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each page, in order.

    Processes are forked, since a plan holds functions and cannot be sent to them; where a system cannot fork, and for
    few pages, this process makes all of them.
    """
    width = min(work.jobs, len(paths) // WORTH_A_PROCESS) if hasattr(os, "fork") else 1
    if width < 2:
        yield from ((path, _content(path, site, earlier)) for path in work.steps(paths))
        work.meanwhile()
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to load, and few pages do without
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    from raidline.corpus.engines import serve  # noqa: PLC0415 - as above

    parts = [*_parts(paths)]
    pool = ProcessPoolExecutor(
        width, mp_context=get_context("fork"), initializer=_Worker.begin, initargs=(site, earlier, serve)
    )
    try:
        found = (content for part in pool.map(_Worker.make, parts) for content in part)
        work.meanwhile()
        yield from zip(work.steps(paths), found, strict=True)
    except BaseException:
        for process in [*(pool._processes or {}).values()]:  # kill_workers() exists from Python 3.14 on
            process.kill()
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _parts(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the addresses of one folder after the other: what a folder's files share is made once in a process."""
    for _, run in groupby(paths, key=lambda path: path.partition("/")[0]):
        beside = [*run]
        yield from (beside[start : start + _AT_ONCE] for start in range(0, len(beside), _AT_ONCE))


def _content(path: str, site: Site, earlier: Earlier) -> bytes:
    renew = site[path].renew
    return renew(earlier.files[path], earlier.same) if renew and path in earlier.files else site[path].make()


class _Worker:
    """A process that makes pages of the site that it was forked with."""

    site: Site
    earlier: Earlier

    @classmethod
    def begin(cls, site: Site, earlier: Earlier, serve: Callable[[], None]) -> None:
        cls.site, cls.earlier = site, earlier
        serve()

    @classmethod
    def make(cls, paths: Sequence[str]) -> list[bytes]:
        return [_content(path, cls.site, cls.earlier) for path in paths]
