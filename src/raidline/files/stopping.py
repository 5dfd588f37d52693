"""Signals that ask a program to end: they are heeded as ctrl-C is, so that nothing unfinished is left behind."""

from __future__ import annotations

import signal
from contextlib import suppress
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_caught: list[int] = []


def heed() -> None:
    """Let each of the signals raise KeyboardInterrupt, but for those that whoever started the program has off."""
    for number in SIGNALS:
        with suppress(ValueError):  # not the main thread, which is the only one that hears of signals
            if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
                signal.signal(number, _stop)


def exit_code() -> int:
    """Return the code to end with after KeyboardInterrupt: 128 and the number of the signal, as shells have it."""
    return 128 + (_caught[-1] if _caught else signal.SIGINT)


def _stop(number: int, _: FrameType | None) -> None:
    _caught.append(number)
    raise KeyboardInterrupt
