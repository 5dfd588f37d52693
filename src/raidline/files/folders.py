"""Walk folders: yield their files, and a problem for whatever could not be read, so that nothing is lost silently.

Only what lies inside a folder is read. A link that leads out of it is refused: otherwise whoever fills the folder could
publish any file the reader can open.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from raidline.errors import Problem, RaidlineError

_OTHER = "is not a file but a pipe, a socket or a device"
_Entry = tuple[str, str]  # its name, and its type: "folder", "file", "link" or "else"


def files_in(folder: Path, wanted: Callable[[str], bool], *, deep: bool = True) -> Iterator[Path | Problem]:
    """Yield the files of a folder by name and, if `deep`, those below it, including files that are not `wanted`.

    A problem marks each folder that cannot be opened, and each link or pipe whose name is `wanted`. Names that begin
    with a dot, and the folders that browsers save beside a page, are skipped. A link that stays inside the folder is
    fine: its target is read once.
    """
    inside = Path(os.path.realpath(folder))
    through: set[Path] = set()  # paths that were read through a link
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


def named_once(found: Iterable[Path | Problem]) -> Iterator[Path | Problem]:
    """Yield what is found, without files found before: named twice, or beside a folder that has them."""
    seen: set[str] = set()
    for one in found:
        if isinstance(one, Path):
            if (whole := os.path.abspath(one)) in seen:  # noqa: PTH100 - links stay
                continue
            seen.add(whole)
        yield one


def is_file(path: Path) -> bool:
    """Return True if a file of that name exists, False if nothing does.

    RaidlineError if the name belongs to something else or cannot be examined: a link that leads nowhere, a folder, a
    pipe, a place without permission, or a name in different case, which other systems take for the same name.
    """
    if not _is_there(path):
        return False
    if not path.is_file():
        raise RaidlineError(f"{path} {_OTHER if path.exists() and not path.is_dir() else _what(path)}")
    return True


def is_own_folder(path: Path) -> bool:
    """Return True if a folder of that name exists, False if nothing does; RaidlineError as for `is_file`.

    A link to a folder is fine if its target lies beside the link or below it; a link elsewhere is a RaidlineError.
    """
    if not _is_there(path):
        return False
    if not path.is_dir():
        raise RaidlineError(f"{path} is {'not a folder' if path.exists() else 'a link that leads nowhere'}")
    if path.is_symlink() and not _within(Path(os.path.realpath(path)), Path(os.path.realpath(path.parent))):
        raise RaidlineError(f"{path} is a link that leads out of {path.parent}")
    return True


def in_other_casing(path: Path) -> Path | None:
    """Return another file or folder that a case-insensitive system would take for that path, or None."""
    folders = [path.parent] if path.parent.is_dir() else _named(path.parent)
    for other in (one for folder in folders for one in _named(folder / path.name)):
        if other != path and not (path.exists() and path.samefile(other)):
            return other
    return None


def _named(path: Path) -> list[Path]:
    """Return the paths that have the name of this one, in any case."""
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
            raise RaidlineError(f"found {other} instead of {path}; rename it") from None
        return False
    except OSError as error:
        raise RaidlineError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None
    return True


def _what(path: Path) -> str:
    return "is a folder, not a file" if path.is_dir() else "is a link that leads nowhere"


def _entries(folder: Path) -> Sequence[_Entry | Problem]:
    """Return the entries of a folder by name, without those that are skipped; or a problem that says why not."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry.name, _kind(entry)) for entry in found)
    except OSError as error:
        message = f"cannot be opened: {(error.strerror or str(error)).lower()}"
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
    """Whether a folder is one in which a browser saved parts of a page: `Report_files` beside `Report.html`."""
    page = folder.removesuffix("_files")
    return page != folder and not names.isdisjoint({f"{page}.html", f"{page}.htm"})


def _linked(link: Path, inside: Path, wanted: Callable[[str], bool], through: set[Path]) -> Iterator[Path | Problem]:
    """Yield the link if a file is to be read through it, or the problem with it."""

    def problem(message: str) -> Iterator[Problem]:
        yield Problem(str(link), 0, 0, "link", message)

    counts = wanted(link.name) or not link.suffix  # otherwise it could only lead to a file nobody asked for
    try:
        target = Path(os.path.realpath(link, strict=True))
        is_folder, is_plain = target.is_dir(), target.is_file()
    except OSError:
        if counts:
            yield from problem("is a link that leads nowhere; fix it or remove it")
        return
    if not is_folder and not wanted(link.name):
        yield link
    elif not _within(target, inside):
        yield from problem("is a link that leads out of the folder and is not read; move its target into the folder")
    elif not is_folder and not is_plain:
        yield from problem(_OTHER)
    elif _is_walked(target.relative_to(inside)) and (is_folder or wanted(target.name)):
        return  # the walk reads it where it is
    elif is_folder:
        yield from problem("is a link to a folder that is skipped, so it is not read")
    elif target not in through:
        through.add(target)
        yield link


def _is_walked(path: Path) -> bool:
    return not any(part.startswith(".") or part.endswith("_files") for part in path.parts)


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents
