"""The progress of long work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

from raidline.terminal.drawing import console_on

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds; work that takes longer is shown
Step = TypeVar("Step")


def counting(steps: Iterable[Step], doing: str, stream: TextIO) -> Iterator[Step]:
    """Yield the steps of work of unknown length; after a second, draw how many are done, and how fast."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - seldom needed

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f}"),
        TextColumn("{task.fields[pace]}"),
        TimeElapsedColumn(),
    )
    bar = Progress(*columns, console=console_on(stream), transient=True, disable=True)
    return _patient(steps, bar, bar.add_task(doing, total=None, pace=""))


def patient_progress(steps: Sequence[Step], doing: str, stream: TextIO) -> Iterator[Step]:
    """Yield the steps of work that may be short; after a second, draw how many are done."""
    from rich.progress import Progress  # noqa: PLC0415 - as above

    bar = Progress(console=console_on(stream), transient=True, disable=True)
    return _patient(steps, bar, bar.add_task(doing, total=len(steps)))


def _patient(steps: Iterable[Step], bar: Progress, task: TaskID) -> Iterator[Step]:
    began = monotonic()
    with bar:
        for number, step in enumerate(steps, 1):
            yield step
            passed = monotonic() - began
            bar.update(task, advance=1, pace=f"{number / max(passed, 0.001):,.0f} a second")
            if bar.disable and passed > PATIENCE:
                bar.disable = False
                bar.start()
