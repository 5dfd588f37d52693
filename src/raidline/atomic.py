"""Files that are replaced in one step, so that a crash leaves the old one or the new one, never half."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from raidline.errors import RaidlineError


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8, line ends as they are, in the way of `write_chunks`."""
    write_chunks(path, (text.encode(),))


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """Write `chunks` one after the other, keeping the permissions of a file that is replaced.

    A link is followed, so that what it points to is replaced; a device or a pipe is written to. RaidlineError
    where the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
        else:
            _replace(path.resolve(), chunks)
    except OSError as error:
        raise RaidlineError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    """Return the mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
