"""The command line: parse options, call one verb, print. Records go to stdout, talk goes to stderr.

Exit codes: 0 done, 1 done but the data has problems, 2 the user's mistake, 130 interrupted. A bug keeps its traceback.
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from raidline.cli.app import app
from raidline.cli.output import drop_stdout
from raidline.errors import RaidlineError

# typer carries click inside it, or leans on it, by version; either way this is what it raises for misuse.
_Misuse: type[Exception] = typer.BadParameter.__mro__[1]
# What a system may answer to any question about a file that was named, even whether there is one.
_OF_THE_SYSTEM = {errno.EACCES, errno.EIO, errno.ELOOP, errno.ENAMETOOLONG, errno.ENOSPC, errno.EPERM, errno.EROFS}

_NO_NUMBER = "Input should be a valid integer, unable to parse string as an integer"  # pydantic's words, through typer


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run one command line, by default the one the program was started with, and exit."""
    atexit.register(gc.freeze)  # else Python looks for garbage on its way out, for a fifth of the time of a command
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")  # also where the locale knows only ASCII
    if reconfigure := getattr(sys.stdin, "reconfigure", None):
        reconfigure(errors="replace")
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
        message = message.replace(_NO_NUMBER, "write a whole number")
        return _mistake(f"{message.rstrip('.')} - see `{command} --help`")
    except (BrokenPipeError, SystemExit):  # the latter is how typer answers a closed pipe; nothing else exits below
        drop_stdout()
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except OSError as error:
        if error.errno not in _OF_THE_SYSTEM or error.filename is None:
            raise
        return _mistake(f"{os.fsdecode(error.filename)}: {(error.strerror or str(error)).lower()}")
    return code if isinstance(code, int) else 0


def _mistake(message: str) -> int:
    from raidline.inert import line  # noqa: PLC0415 - seldom needed

    colour = typer.colors.RED if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else None
    typer.secho(f"error: {line(message)}", fg=colour, err=True)
    return 2
