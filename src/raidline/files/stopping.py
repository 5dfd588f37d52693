"""Handle signals that ask a program to end as ctrl-C is handled, so that nothing unfinished is left behind."""

from __future__ import annotations

import signal
from contextlib import suppress
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_caught: list[int] = []


def heed() -> None:
    """Let each of the signals raise KeyboardInterrupt, except those that the parent process ignores."""
    for number in SIGNALS:
        with suppress(ValueError):  # not the main thread; only that one receives signals
            if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
                signal.signal(number, _stop)


def exit_code() -> int:
    """Return the exit code after KeyboardInterrupt: 128 plus the number of the signal, as shells do."""
    return 128 + (_caught[-1] if _caught else signal.SIGINT)


def _stop(number: int, _: FrameType | None) -> None:
    _caught.append(number)
    raise KeyboardInterrupt
