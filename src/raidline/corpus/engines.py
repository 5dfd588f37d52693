"""What extraction can run on besides this process: other processes of this machine, or a Dask cluster."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from raidline import inert
from raidline.errors import RaidlineError
from raidline.files.stopping import SIGNALS

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from raidline.corpus.run import Batch, Engine, Outcome, Work

PATIENCE = 10  # seconds for a scheduler to answer


class Processes:
    """Processes of this machine, restarted if one of them dies."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # spawned, because a fork may copy a lock that another thread holds
        return ProcessPoolExecutor(
            self.width, mp_context=get_context("spawn"), initializer=serve, initargs=gc.get_threshold()
        )

    def submit(self, work: Work, batch: Batch) -> Future[list[Outcome]]:
        """Start work on a batch."""
        while True:
            try:
                with _interrupts_held_back():
                    return self._pool.submit(work, batch)
            except BrokenProcessPool:
                self._pool = self._started()

    def close(self) -> None:
        """Stop the processes when they have nothing left to do."""
        self._pool.shutdown()

    def kill(self) -> None:
        """Stop the processes at once, whatever they are doing."""
        for process in [*(self._pool._processes or {}).values()]:  # kill_workers() exists from Python 3.14 on
            process.kill()
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def processes(width: int) -> Iterator[Engine]:
    """Give an engine of `width` processes of this machine."""
    engine = Processes(width)
    try:
        yield engine
    except BaseException:
        engine.kill()
        raise
    engine.close()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold back ctrl-C, in processes started meanwhile too: they would print tracebacks until `serve` runs."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(*thresholds: int) -> None:
    """Leave ctrl-C and the like to the parent process, which stops this one; end if the parent is killed.

    Given the parent's thresholds, collect garbage as seldom as it does.
    """
    if thresholds:
        gc.set_threshold(*thresholds)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    Thread(target=_end_with, args=[parent_process()], daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent:
        parent.join()
        os._exit(1)


class Cluster:
    """A Dask cluster, which moves the work of a dead worker to another one."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - distributed has no types
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    @property
    def width(self) -> int:
        """The threads of all its workers, which may come and go."""
        with _scheduler():
            threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def submit(self, work: Work, batch: Batch) -> Future[list[Outcome]]:
        """Start work on a batch."""
        with _scheduler():
            return self._executor.submit(work, batch)


@contextmanager
def _scheduler() -> Iterator[None]:
    """Raise RaidlineError if the scheduler is gone, which Dask reports in many ways."""
    try:
        yield
    except Exception as error:
        raise RaidlineError(f"the scheduler is gone: {error}; --resume continues with what is kept") from error


@contextmanager
def cluster(address: str) -> Iterator[Engine]:
    """Give an engine that runs on the Dask cluster of a scheduler, such as `tcp://10.0.0.5:8786`.

    RaidlineError if Dask is not installed or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - heavy, and an extra
    except ImportError:
        raise RaidlineError('a scheduler needs Dask: `pip install "raidline[dask]"`') from None
    answers: Queue[Any] = Queue()

    def connect() -> None:
        try:
            answers.put(Client(address, timeout=PATIENCE, set_as_default=False))  # type: ignore[no-untyped-call]
        except Exception as error:  # on an invalid answer, Dask raises whatever its code runs into
            answers.put(error)

    Thread(target=connect, daemon=True).start()
    try:
        client = answers.get(timeout=2 * PATIENCE)
    except Empty:  # Dask waits for ever for a server that accepts the connection and says nothing
        client = TimeoutError("it does not respond")
    if isinstance(client, Exception):
        raise RaidlineError(f"no scheduler answers at {address}: {inert.line(str(client)) or 'timed out'}")
    with client:
        yield Cluster(client)
