"""Files as they were at a git revision, read by the `git` of the user and never checked out."""

from __future__ import annotations

import subprocess
from pathlib import Path

from raidline.errors import RaidlineError


def files_at(revision: str, path: Path, *, suffixes: set[str], most: int) -> list[tuple[str, bytes]]:
    """Return name and content of a file, or of the files with these suffixes in a folder, as they were.

    RaidlineError where there is no git repository, no such revision or nothing at that path in it, or where a file
    has more than `most` bytes.
    """
    folder = next((parent for parent in path.absolute().parents if parent.is_dir()), Path.cwd())
    place = f"{commit_of(revision, folder)}:./{path.absolute().relative_to(folder).as_posix()}"
    sort = _git(folder, "cat-file", "-t", place)
    if sort is None:
        raise RaidlineError(f"there is no {path} in revision {revision}")
    if sort.strip() == b"blob":
        return [(str(path), _blob(folder, place, f"{path} in revision {revision}", most))]
    listed = (_git(folder, "ls-tree", "-r", "-z", "--name-only", place) or b"").decode("utf-8", "surrogateescape")
    names = [Path(name) for name in listed.split("\0") if Path(name).suffix in suffixes]
    shown = [name for name in names if not any(part.startswith(".") for part in name.parts)]
    return [
        (str(path / name), _blob(folder, f"{place}/{name.as_posix()}", f"{path / name} in revision {revision}", most))
        for name in sorted(shown)
    ]


def commit_of(revision: str, folder: Path) -> str:
    """Return the commit of a revision; RaidlineError where there is no repository around the folder, or no such."""
    if _git(folder, "rev-parse", "--git-dir") is None:
        raise RaidlineError(f"{folder} is not in a git repository")
    commit = None
    if revision and not revision.startswith("-"):
        commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise RaidlineError(f"git knows no revision {revision!r}; write a branch, a tag or a commit")
    return commit.decode().strip()


def changed_files(commit: str, folder: Path) -> set[Path]:
    """Return the files of a folder that are otherwise than in a commit, or that git does not know."""
    changed = _git(folder, "diff", "--name-only", "--relative", "-z", commit, "--", ".") or b""
    untracked = _git(folder, "ls-files", "--others", "-z", "--", ".") or b""
    names = (changed + untracked).decode("utf-8", "surrogateescape").split("\0")
    return {(folder / name).resolve() for name in names if name}


def content_at(commit: str, path: Path) -> bytes | None:
    """Return a file as it was in a commit; None where it was not there."""
    return _git(path.parent, "show", f"{commit}:./{path.name}")


def _blob(folder: Path, place: str, name: str, most: int) -> bytes:
    size = _git(folder, "cat-file", "-s", place)
    content = None if size is None or int(size) > most else _git(folder, "cat-file", "blob", place)
    if content is None:
        raise RaidlineError(f"{name} cannot be read" if size is None else f"{name} is too large ({int(size)} bytes)")
    return content


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints; None where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git that the user has
            capture_output=True,
            check=False,
        )
    except OSError:
        raise RaidlineError("git is not installed, or not where programs are looked for") from None
    return done.stdout if done.returncode == 0 else None
