"""The streams a program is started with, whatever became of them: closed, full, or left by whoever read them.

What cannot be said on stderr is left unsaid, as the exit code says it too. Records that cannot be written are a mistake
of whoever named the place, and never one of the data; a reader who has had enough takes nothing from the exit code.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import Literal, TextIO

from raidline.errors import RaidlineError

LEFT = 141  # the exit code of a program whose reader has gone before it was done: 128 and SIGPIPE


def prepare() -> None:
    """Put streams that fail as they should in the place of those the program was started with."""
    # One that is closed gets a file in its place that cannot be used either: else the next file that is opened would
    # be taken for it. In this order, as each file is given the lowest number that is free.
    sys.stdin = sys.stdin or _dead("r", os.O_WRONLY)
    stdout, stderr = sys.stdout or _dead("w", os.O_RDONLY), sys.stderr or _dead("w", os.O_WRONLY)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    sys.stdout = sys.__stdout__ = _Records.over(stdout)  # type: ignore[assignment,misc] # one stream, as before
    sys.stderr = sys.__stderr__ = _Guarded.over(stderr)  # type: ignore[assignment,misc] # one stream, as before


def write_records(chunks: Iterable[bytes]) -> bool:
    """Write to stdout; False where its reader has had enough before the end. RaidlineError for any other failure."""
    try:
        sys.stdout.flush()
        for chunk in chunks:
            if has_left():
                return False
            if chunk:  # a full device refuses even a write of nothing
                sys.stdout.buffer.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop(sys.stdout)
        if isinstance(sys.stdout, _Guarded):
            sys.stdout.left = True
        return False
    except OSError as error:
        if error.filename is not None:  # of what the chunks are read from
            raise
        _drop(sys.stdout)
        raise _unwritable(error) from None
    return True


def has_left() -> bool:
    """Whether whoever read stdout has had enough."""
    return isinstance(sys.stdout, _Guarded) and sys.stdout.left


class _Guarded(io.TextIOWrapper):
    """A stream whose failures are dealt with here: what cannot be written any more goes nowhere."""

    left = False  # whether its reader has had enough

    @classmethod
    def over(cls, stream: TextIO) -> TextIO:
        """Return a stream of this kind in the place of the one Python made; another, as tests have, as it is."""
        if type(stream) is not io.TextIOWrapper:
            return stream
        buffering = stream.line_buffering
        return cls(stream.detach(), encoding="utf-8", errors="replace", line_buffering=buffering)

    def write(self, text: str) -> int:
        """Write `text`."""
        try:
            return super().write(text)
        except OSError as error:
            self._fail(error)
            return len(text)

    def flush(self) -> None:
        """Write what is still kept back."""
        try:
            super().flush()
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        _drop(self)
        self.left = True


class _Records(_Guarded):
    def _fail(self, error: OSError) -> None:
        super()._fail(error)
        if not isinstance(error, BrokenPipeError):
            raise _unwritable(error) from None


def _dead(mode: Literal["r", "w"], flags: int) -> TextIO:
    descriptor = os.open(os.devnull, flags)
    os.set_inheritable(descriptor, True)  # as those are that a program is started with, for the programs it starts
    return os.fdopen(descriptor, mode, encoding="utf-8", errors="replace", closefd=False)


def _drop(stream: TextIO) -> None:
    """Send what a stream still keeps back nowhere, so that Python does not complain of it on the way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _unwritable(error: OSError) -> RaidlineError:
    return RaidlineError(f"stdout: cannot be written: {(error.strerror or str(error)).lower()}")
