"""Make the pages of a site, in several processes if there are many of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context

from raidline.corpus.engines import serve

WORTH_A_PROCESS = 200  # pages
_AT_ONCE = 64  # pages


@dataclass(frozen=True, slots=True)
class Page:
    """A file of a site: `make` returns its bytes, always the same ones for the same `inputs` (a SHA-256)."""

    inputs: str
    make: Callable[[], bytes]


Site = Mapping[str, Page]  # by address, such as "texas/index.html"


def made(
    site: Site, paths: Sequence[str], jobs: int, steps: Callable[[Sequence[str]], Iterable[str]]
) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each page, in order; `steps` passes the addresses on as they are needed.

    Processes are forked, since a plan holds functions and cannot be sent to them; where a system cannot fork, and for
    few pages, this process makes all of them.
    """
    width = min(jobs, len(paths) // WORTH_A_PROCESS) if "fork" in get_all_start_methods() else 1
    if width < 2:
        yield from ((path, site[path].make()) for path in steps(paths))
        return
    parts = [paths[start : start + _AT_ONCE] for start in range(0, len(paths), _AT_ONCE)]
    pool = ProcessPoolExecutor(width, mp_context=get_context("fork"), initializer=_Worker.begin, initargs=(site,))
    try:
        found = (content for part in pool.map(_Worker.make, parts) for content in part)
        yield from zip(steps(paths), found, strict=True)
    except BaseException:
        for process in [*(pool._processes or {}).values()]:  # kill_workers() exists from Python 3.14 on
            process.kill()
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


class _Worker:
    """A process that makes pages of the site that it was forked with."""

    site: Site

    @classmethod
    def begin(cls, site: Site) -> None:
        cls.site = site
        serve()

    @classmethod
    def make(cls, paths: Sequence[str]) -> list[bytes]:
        return [cls.site[path].make() for path in paths]
