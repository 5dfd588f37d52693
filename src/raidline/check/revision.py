"""What changed since a git revision: only the problems of these events are shown."""

from __future__ import annotations

import json
import subprocess
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from raidline.article import Article
from raidline.errors import Problem, RaidlineError
from raidline.yamlfile import Document, load, loads


def changed_since(
    revision: str, problems: Iterable[Problem], articles: Mapping[str, Article], beside: Path
) -> list[Problem]:
    """Return the problems of events that differ from those of a revision, or whose articles do.

    Problems outside of events stay. Raises RaidlineError where there is no git repository around `beside`, or in it
    no such revision.
    """
    _verify(revision, beside)
    folders = {article.path.parent for article in articles.values()}
    new = {path for folder in folders for path in _changed_files(revision, folder)}
    altered = {name for name, article in articles.items() if article.path.resolve() in new}
    asked: dict[str, Callable[[Problem], bool]] = {}
    kept = []
    for problem in problems:
        if problem.path not in asked:
            asked[problem.path] = _of_changed_event(revision, Path(problem.path), altered)
        if asked[problem.path](problem):
            kept.append(problem)
    return kept


def _of_changed_event(revision: str, path: Path, altered: set[str]) -> Callable[[Problem], bool]:
    """Return whether a problem lies in an event of this file that is new, or otherwise than it was."""
    document = load(path)
    before = {_as_text(event) for event in _events(_at_revision(revision, path))}
    starts, changed = [], []
    for number, event in enumerate(_events(document)):
        starts.append(document.position(("events", number)))
        changed.append(_as_text(event) not in before or not altered.isdisjoint(_article_ids(event)))

    def keep(problem: Problem) -> bool:
        n = bisect_right(starts, (problem.line, problem.column)) - 1
        return n < 0 or changed[n]

    return keep


def _events(document: Document) -> list[Any]:
    events = document.data.get("events") if isinstance(document.data, dict) else None
    return events if isinstance(events, list) else []


def _article_ids(event: object) -> list[str]:
    sources = event.get("sources") if isinstance(event, dict) else None
    found = [source.get("article") for source in sources or () if isinstance(source, dict)]
    return [name for name in found if isinstance(name, str)]


def _as_text(event: object) -> str:
    return json.dumps(event, sort_keys=True)


def _at_revision(revision: str, path: Path) -> Document:
    """Return the file as it was; an empty one where it was not there."""
    shown = _git(path.parent, "show", f"{revision}:./{path.name}")
    return loads(shown.stdout if shown.returncode == 0 else b"events: []\n", str(path))


def _changed_files(revision: str, folder: Path) -> set[Path]:
    changed = _git(folder, "diff", "--name-only", "--relative", "-z", revision, "--", ".").stdout
    untracked = _git(folder, "ls-files", "--others", "-z", "--", ".").stdout
    names = (changed + untracked).decode("utf-8", "replace").split("\0")
    return {(folder / name).resolve() for name in names if name}


def _verify(revision: str, beside: Path) -> None:
    folder = beside if beside.is_dir() else beside.parent
    if _git(folder, "rev-parse", "--is-inside-work-tree").returncode:
        raise RaidlineError(f"--since: {folder} is not in a git repository")
    if (
        revision.startswith("-")
        or _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode
    ):
        raise RaidlineError(f"--since: git knows no revision {revision!r}; write a branch, a tag or a commit")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, the revision verified before all else
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git that the user has
            capture_output=True,
            check=False,
        )
    except OSError:
        raise RaidlineError("--since: git is not installed") from None
