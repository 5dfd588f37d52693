"""The command line: parse options, call one verb, print. Records go to stdout, messages go to stderr.

Exit codes: 0 done, 1 done but the data has problems, 2 the user's mistake, 130 interrupted (143 after SIGTERM, 129
after SIGHUP), 141 if the reader of a pipe left before the end. A bug keeps its traceback.
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from raidline.cli import streams
from raidline.cli.app import app
from raidline.errors import RaidlineError
from raidline.files import stopping

# Some versions of typer contain click, others depend on it; in both cases this is what it raises for misuse.
_Misuse: type[Exception] = typer.BadParameter.__mro__[1]
# How a system may answer any question about a named file, even whether it exists.
_OF_THE_SYSTEM = {
    errno.EACCES,
    errno.EBADF,
    errno.EIO,
    errno.EISDIR,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.ENOSPC,
    errno.EPERM,
    errno.EROFS,
}

# New objects between two searches for cycles that nothing holds any more. Hardly any garbage of a command lies in
# cycles, and Python's 700 make the searches a twentieth of the time of an extraction.
_OBJECTS = 50_000
_STOPPED = 130  # what some versions of typer return if KeyboardInterrupt ended a command; others raise Abort
_EXTRA = re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)\.?")
_NO_NUMBER = "Input should be a valid integer, unable to parse string as an integer"  # pydantic's words, through typer


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run one command line, by default the one that started the program, and exit."""
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)  # otherwise Python collects garbage on exit, a fifth of a command's time
    streams.prepare()
    stopping.heed()
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        code = app(args=args, prog_name="raidline", standalone_mode=False)
        sys.stdout.flush()
    except RaidlineError as error:
        return _mistake(str(error))
    except _Misuse as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "raidline")
        message = error.format_message().replace("Value error, ", "")  # type: ignore[attr-defined]
        message = _with_place(message.replace(_NO_NUMBER, "write a whole number"), getattr(error, "ctx", None))
        return _mistake(f"{message.rstrip('.')} - see `{command} --help`")
    except (KeyboardInterrupt, typer.Abort):
        return stopping.exit_code()
    except OSError as error:
        message = _in_words(error)
        if message is None:
            raise
        return _mistake(message)
    if code == _STOPPED:
        return stopping.exit_code()
    return code if isinstance(code, int) else 0


def _with_place(message: str, context: typer.Context | None) -> str:
    """Return the message about an argument too many, with the option that was meant if it names a place."""
    extra = _EXTRA.fullmatch(message)
    if not extra or not context or not any("--place" in one.opts for one in context.command.params):
        return message
    from raidline.places.lookup import lookup  # noqa: PLC0415 - seldom needed

    return f'{message}; a place goes after an option: --place "{extra[1]}"' if lookup(extra[1]) else message


def _in_words(error: OSError) -> str | None:
    """Return the message for a system error; None for a bug, which should not have come this far."""
    if error.filename is not None:
        told = f"{os.fsdecode(error.filename)}: {(error.strerror or str(error)).lower()}"
        return told if error.errno in _OF_THE_SYSTEM else None
    try:
        Path.cwd()
    except FileNotFoundError:
        return "the current folder no longer exists; change to one that does"
    return None


def _mistake(message: str) -> int:
    from raidline.cli.output import folded  # noqa: PLC0415 - seldom needed
    from raidline.inert import line, logged  # noqa: PLC0415 - as above

    colour = typer.colors.RED if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else None
    typer.secho(folded(f"error: {logged(line(message))}"), fg=colour, err=True)
    return 2
