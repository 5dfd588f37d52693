"""The streams a program is started with, whatever their state: closed, full, or abandoned by their reader.

A message that cannot be printed on stderr is dropped, because the exit code says it too. If records cannot be written,
the mistake lies with the chosen destination, never with the data; a reader who stops early does not change the exit
code.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import Literal, TextIO

from raidline.errors import RaidlineError

LEFT = 141  # the exit code if the reader has gone before the program was done: 128 and SIGPIPE


def prepare() -> None:
    """Replace the streams the program was started with by ones that fail properly."""
    # A closed stream gets an unusable file in its place: otherwise the next file to be opened would be taken for it.
    # The order matters, because each file gets the lowest free number.
    sys.stdin = sys.stdin or _dead("r", os.O_WRONLY)
    stdout, stderr = sys.stdout or _dead("w", os.O_RDONLY), sys.stderr or _dead("w", os.O_WRONLY)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    sys.stdout = sys.__stdout__ = _Records.over(stdout)  # type: ignore[assignment,misc] # one stream, as before
    sys.stderr = sys.__stderr__ = _Guarded.over(stderr)  # type: ignore[assignment,misc] # one stream, as before


def write_records(chunks: Iterable[bytes]) -> bool:
    """Write to stdout; return False if its reader stopped before the end. RaidlineError for any other failure."""
    try:
        sys.stdout.flush()
        for chunk in chunks:
            if has_left():
                return False
            if chunk:  # a full device refuses even an empty write
                sys.stdout.buffer.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop(sys.stdout)
        if isinstance(sys.stdout, _Guarded):
            sys.stdout.left = True
        return False
    except OSError as error:
        if error.filename is not None:  # the file that the chunks come from
            raise
        _drop(sys.stdout)
        raise _unwritable(error) from None
    return True


def has_left() -> bool:
    """Whether the reader of stdout has gone."""
    return isinstance(sys.stdout, _Guarded) and sys.stdout.left


class _Guarded(io.TextIOWrapper):
    """A stream that handles its own failures: what can no longer be written goes nowhere."""

    left = False  # whether its reader has gone

    @classmethod
    def over(cls, stream: TextIO) -> TextIO:
        """Return a stream of this kind in place of the one Python made; keep one of another kind, as in tests."""
        if type(stream) is not io.TextIOWrapper:
            return stream
        by_line, at_once = stream.line_buffering, stream.write_through
        return cls(stream.detach(), encoding="utf-8", errors="replace", line_buffering=by_line, write_through=at_once)

    def write(self, text: str) -> int:
        """Write `text`; nothing of an empty one, which a full device refuses too and typer tries first."""
        if text == "":  # bytes still fail, as typer expects
            return 0
        try:
            return super().write(text)
        except OSError as error:
            self._fail(error)
            return len(text)

    def flush(self) -> None:
        """Write what is still buffered."""
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
    os.set_inheritable(descriptor, True)  # like the standard streams, for the programs that this one starts
    return os.fdopen(descriptor, mode, encoding="utf-8", errors="replace", closefd=False)


def _drop(stream: TextIO) -> None:
    """Discard what a stream still buffers, so that Python does not complain about it on exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _unwritable(error: OSError) -> RaidlineError:
    return RaidlineError(f"stdout: cannot be written: {(error.strerror or str(error)).lower()}")
