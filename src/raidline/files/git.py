"""Files as they were at a git revision, read by the user's `git` and never checked out.

A stranger may have written the settings of a repository. So git is only asked for objects, never to compare or refresh
a working tree, which would run the filters, monitors and drivers that those settings name. Nor does it fetch anything:
an object missing from a partial clone is an error at once.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from raidline.errors import RaidlineError

# GIT_NO_LAZY_FETCH needs git 2.39.4; older versions cannot fetch because no protocol is allowed.
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_NOTHING_RUNS = ("--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_SHA1_DIGITS = 40


def files_at(revision: str, path: Path, *, suffixes: set[str], most: int) -> list[tuple[str, bytes]]:
    """Return the name and content of a file, or of the files with these suffixes in a folder, at a revision.

    RaidlineError if there is no git repository, no such revision or nothing at that path in it, or if a file has more
    than `most` bytes or is not in this clone.
    """
    folder = next((parent for parent in path.absolute().parents if parent.is_dir()), Path.cwd())
    name = path.absolute().relative_to(folder).as_posix()
    commit = commit_of(revision, folder)
    blobs = _blobs(commit, folder, name)
    if not blobs:
        raise RaidlineError(f"there is no {path} in revision {revision}")
    if name in blobs:
        return [(str(path), _content(folder, blobs[name], f"{path} in revision {revision}", most))]
    within = {Path(full).relative_to(name): blob for full, blob in blobs.items()}
    shown = [
        one
        for one in sorted(within)
        if one.suffix.lower() in suffixes and not any(part.startswith(".") for part in one.parts)
    ]
    return [
        (str(path / one), _content(folder, within[one], f"{path / one} in revision {revision}", most)) for one in shown
    ]


def may_know(folder: Path) -> bool:
    """Whether a folder can belong to a repository, judged by names alone; saves starting git where there is none."""
    folder = folder.absolute()
    return "GIT_DIR" in os.environ or any(os.path.lexists(one / ".git") for one in (folder, *folder.parents))


def commit_of(revision: str, folder: Path) -> str:
    """Return the commit of a revision; RaidlineError if the folder is in no repository or the revision is unknown."""
    if _git(folder, "rev-parse", "--git-dir") is None:
        raise RaidlineError(f"{folder} is not in a git repository")
    commit = None
    if revision and not revision.startswith("-"):
        commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise RaidlineError(f"git knows no revision {revision!r}; write a branch, a tag or a commit")
    return commit.decode().strip()


def changed_files(commit: str, folder: Path, files: Iterable[Path]) -> set[Path]:
    """Return the files in a folder that differ from a commit or are not in it.

    RaidlineError if git cannot tell: the folder is in no repository or in one without that commit, or the repository is
    damaged or lacks an object.
    """
    blobs = _blobs(commit, folder, ".")
    return {file for file in files if not _is_blob(file, blobs.get(file.name))}


def content_at(commit: str, path: Path) -> bytes | None:
    """Return a file as it was in a commit, or None if it was not in it; RaidlineError if git cannot tell."""
    blob = _blobs(commit, path.parent, path.name).get(path.name)
    return None if blob is None else _content(path.parent, blob, f"{path} in {commit[:12]}", None)


def _blobs(commit: str, folder: Path, name: str) -> dict[str, str]:
    """Return the objects of the files under a name in a folder, keyed by path from that folder; empty if not there."""
    listed = _git(folder, "ls-tree", "-r", "-z", commit, "--", name)
    if listed is None:
        raise RaidlineError(f"git cannot tell what {folder / name} was in {commit[:12]}")
    entries = (entry.partition("\t") for entry in listed.decode("utf-8", "surrogateescape").split("\0") if entry)
    told = ((path, *facts.split()) for facts, _, path in entries)
    return {path: name for path, _, kind, name in told if kind == "blob"}


def _is_blob(file: Path, blob: str | None) -> bool:
    """Whether a file equals what git stores, or differs only by Windows line ends."""
    if blob is None:
        return False
    try:
        content = file.read_bytes()
    except OSError:
        return False
    make = hashlib.sha1 if len(blob) == _SHA1_DIGITS else hashlib.sha256
    ways = {content, content.replace(b"\r\n", b"\n")}
    return blob in {make(b"blob %d\0%b" % (len(one), one), usedforsecurity=False).hexdigest() for one in ways}


def _content(folder: Path, blob: str, name: str, most: int | None) -> bytes:
    size = _git(folder, "cat-file", "-s", blob)
    if size is not None and most is not None and int(size) > most:
        raise RaidlineError(f"{name} is too large ({int(size)} bytes)")
    content = None if size is None else _git(folder, "cat-file", "blob", blob)
    if content is None:
        raise RaidlineError(f"{name} is not in this clone of the repository; fetch it with git first")
    return content


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints, or None if it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", *_NOTHING_RUNS, "-C", str(folder), *arguments],  # noqa: S607 - the git that the user has
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | _ALONE,
        )
    except OSError:
        raise RaidlineError("git is not installed, or not on the PATH") from None
    return done.stdout if done.returncode == 0 else None
