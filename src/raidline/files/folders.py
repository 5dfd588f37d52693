"""Folders looked through: their files, and whatever in them could not be looked at, so that nothing is lost unsaid.

Only what lies in a folder is read. A link in it that leads out is refused: whoever fills the folder would else have
any file of the reader's published.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from raidline.errors import Problem, RaidlineError

_OTHER = "is no file but a pipe, a socket or a device"
_Entry = tuple[str, str]  # its name, and whether it is a "folder", a "file", a "link" or something "else"


def files_in(folder: Path, wanted: Callable[[str], bool], *, deep: bool = True) -> Iterator[Path | Problem]:
    """Yield the files of a folder and, if `deep`, of those below it by name, also those that are not wanted.

    A problem stands for each folder that cannot be looked into and for each link or pipe that hides what is `wanted`,
    told by its name. Names that begin with a dot, and the folders that browsers save beside a page, are passed over.
    A link that stays inside is fine: what it leads to is read once.
    """
    inside = Path(os.path.realpath(folder))
    through: set[Path] = set()  # what was read through a link
    open_folders = [(folder, iter(_entries(folder)))]
    while open_folders:
        above, entries = open_folders[-1]
        entry = next(entries, None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, Problem):
            yield entry
        elif entry[1] == "folder":
            if deep:
                open_folders.append((above / entry[0], iter(_entries(above / entry[0]))))
        elif entry[1] == "link":
            yield from _linked(above / entry[0], inside, wanted, through)
        elif entry[1] == "file":
            yield above / entry[0]
        elif wanted(entry[0]):
            yield Problem(str(above / entry[0]), 0, 0, "unreadable", _OTHER)


def is_file(path: Path) -> bool:
    """Return whether there is a file of that name, or nothing.

    RaidlineError where something else has the name, or where nobody can tell: a link that leads nowhere, a folder, a
    pipe, a place that may not be looked at, a name in other casing, which other systems take for the same.
    """
    if not _is_there(path):
        return False
    if not path.is_file():
        raise RaidlineError(f"{path} {_OTHER if path.exists() and not path.is_dir() else _what(path)}")
    return True


def is_own_folder(path: Path) -> bool:
    """Return whether there is a folder of that name, or nothing; RaidlineError as above, and for one linked elsewhere.

    A link to a folder is fine where that lies beside the link or below.
    """
    if not _is_there(path):
        return False
    if not path.is_dir():
        raise RaidlineError(f"{path} is no folder{'' if path.exists() else ' but a link that leads nowhere'}")
    if path.is_symlink() and not _within(Path(os.path.realpath(path)), Path(os.path.realpath(path.parent))):
        raise RaidlineError(f"{path} is a link that leads out of {path.parent}")
    return True


def in_other_casing(path: Path) -> Path | None:
    """Return another file or folder that a system which minds no case would take for that path, None without one."""
    folders = [path.parent] if path.parent.is_dir() else _named(path.parent)
    for other in (one for folder in folders for one in _named(folder / path.name)):
        if other != path and not (path.exists() and path.samefile(other)):
            return other
    return None


def _named(path: Path) -> list[Path]:
    """Return what has the name of a path, in any casing."""
    try:
        return [one for one in path.parent.iterdir() if one.name.lower() == path.name.lower()]
    except OSError:
        return []


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        if path.parent.is_symlink() and not path.parent.exists():
            raise RaidlineError(f"{path.parent} {_what(path.parent)}") from None
        if other := in_other_casing(path):
            raise RaidlineError(f"there is {other}, where {path} is looked for; rename it") from None
        return False
    except OSError as error:
        raise RaidlineError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None
    return True


def _what(path: Path) -> str:
    return "is a folder, not a file" if path.is_dir() else "is a link that leads nowhere"


def _entries(folder: Path) -> Sequence[_Entry | Problem]:
    """Return what is in a folder by name, but for what is passed over; or why that cannot be told."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry.name, _kind(entry)) for entry in found)
    except OSError as error:
        message = f"cannot be looked into: {(error.strerror or str(error)).lower()}"
        return [Problem(str(folder), 0, 0, "unreadable", message)]
    names = {name for name, _ in entries}
    return [
        (name, kind)
        for name, kind in entries
        if not (name.startswith(".") or (kind == "folder" and _saved(name, names)))
    ]


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    return "folder" if entry.is_dir() else "file" if entry.is_file() else "else"


def _saved(folder: str, names: set[str]) -> bool:
    """Whether a browser keeps the frames and scripts of a page in a folder: `Report_files` beside `Report.html`."""
    page = folder.removesuffix("_files")
    return page != folder and not names.isdisjoint({f"{page}.html", f"{page}.htm"})


def _linked(link: Path, inside: Path, wanted: Callable[[str], bool], through: set[Path]) -> Iterator[Path | Problem]:
    """Yield the link where a file is to be read through it, or what is wrong with it."""

    def problem(message: str) -> Iterator[Problem]:
        yield Problem(str(link), 0, 0, "link", message)

    counts = wanted(link.name) or not link.suffix  # else it could only lead to what nobody asked for
    try:
        target = Path(os.path.realpath(link, strict=True))
        is_folder, is_plain = target.is_dir(), target.is_file()
    except OSError:
        if counts:
            yield from problem("is a link that leads nowhere; mend it or remove it")
        return
    if not is_folder and not wanted(link.name):
        yield link
    elif not _within(target, inside):
        yield from problem("is a link that leads out of the folder and is not read; move there what it leads to")
    elif not is_folder and not is_plain:
        yield from problem(_OTHER)
    elif _is_walked(target.relative_to(inside)) and (is_folder or wanted(target.name)):
        return  # it is read in its own place
    elif is_folder:
        yield from problem("is a link to a folder that is passed over, and so is not read")
    elif target not in through:
        through.add(target)
        yield link


def _is_walked(path: Path) -> bool:
    return not any(part.startswith(".") or part.endswith("_files") for part in path.parts)


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents
