"""What extraction can run on beside this process: other processes of this machine, or a Dask cluster."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from raidline.errors import RaidlineError

if TYPE_CHECKING:
    from raidline.corpus import Engine

PATIENCE = 10  # seconds for a scheduler to answer


class Processes:
    """Processes of this machine, started anew where one of them died."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # spawned, since a fork may copy a lock that another thread holds
        return ProcessPoolExecutor(self.width, mp_context=get_context("spawn"), initializer=_leave_interrupts_alone)

    def executor(self) -> Executor:
        """Return the pool."""
        try:
            self._pool.submit(int)
        except BrokenProcessPool:
            self._pool = self._started()
        return self._pool

    def close(self) -> None:
        """Stop the processes; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def processes(width: int) -> Iterator[Engine]:
    """Give an engine of `width` processes of this machine."""
    engine = Processes(width)
    try:
        yield engine
    finally:
        engine.close()


def _leave_interrupts_alone() -> None:
    """Leave ctrl-C to the process that started this one, which stops it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster:
    """A Dask cluster, which gives the work of a worker that died to another one."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - distributed has no types
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    @property
    def width(self) -> int:
        """The threads of all its workers, which come and go."""
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def executor(self) -> Executor:
        """Return Dask's own executor."""
        return self._executor


@contextmanager
def cluster(address: str) -> Iterator[Engine]:
    """Give an engine that runs on the Dask cluster of a scheduler, such as `tcp://10.0.0.5:8786`.

    RaidlineError where Dask is not installed or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - heavy, and an extra
    except ImportError:
        raise RaidlineError('a scheduler needs Dask: `pip install "raidline[dask]"`') from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise RaidlineError(f"no scheduler answers at {address}: {error or 'timed out'}") from None
    with client:
        yield Cluster(client)
