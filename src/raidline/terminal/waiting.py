"""How far long work has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

from raidline.terminal.drawing import console_on

PATIENCE = 1.0  # seconds; work that takes longer is shown
Step = TypeVar("Step")


def counting(steps: Iterable[Step], doing: str, stream: TextIO) -> Iterator[Step]:
    """Yield the steps of work of unknown length; after a second, draw how many are done, and how fast."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    began = monotonic()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f}"),
        TextColumn("{task.fields[pace]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console_on(stream), transient=True, disable=True) as bar:
        task = bar.add_task(doing, total=None, pace="")
        for number, step in enumerate(steps, 1):
            yield step
            passed = monotonic() - began
            bar.update(task, advance=1, pace=f"{number / max(passed, 0.001):,.0f} a second")
            if bar.disable and passed > PATIENCE:
                bar.disable = False
                bar.start()


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
