"""How far long work has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

from raidline.terminal.drawing import console_on

PATIENCE = 1.0  # seconds; work that takes longer is shown
Step = TypeVar("Step")


def progress(steps: Sequence[Step], doing: str, stream: TextIO) -> Iterable[Step]:
    """Yield the steps of long work, drawing on `stream` how many are done; the drawing is gone at the end."""
    from rich.progress import track  # noqa: PLC0415 - seldom needed

    return track(steps, doing, console=console_on(stream), transient=True)


def patient_progress(steps: Sequence[Step], doing: str, stream: TextIO) -> Iterator[Step]:
    """Yield the steps of work that may be short; after a second, draw how many are done."""
    from rich.progress import Progress  # noqa: PLC0415 - seldom needed

    began = monotonic()
    with Progress(console=console_on(stream), transient=True, disable=True) as bar:
        task = bar.add_task(doing, total=len(steps))
        for step in steps:
            yield step
            bar.advance(task)
            if bar.disable and monotonic() - began > PATIENCE:
                bar.disable = False
                bar.start()
