"""What changed since a git revision: only problems of the changed events are shown."""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from raidline.article import Article
from raidline.errors import Problem, RaidlineError
from raidline.files.git import changed_files, commit_of, content_at
from raidline.yamltext.reading import Document, load, loads


def changed_since(
    revision: str, problems: Iterable[Problem], articles: Mapping[str, Article], beside: Path
) -> tuple[list[Problem], list[str]]:
    """Return the problems of events that changed since a revision, or whose articles changed; and remarks.

    Problems outside of events stay. Whatever git cannot compare counts as changed, and the remarks say so.
    Raises RaidlineError if there is no git repository around `beside`, or no such revision in it.
    """
    try:
        commit = commit_of(revision, beside if beside.is_dir() else beside.parent)
    except RaidlineError as error:
        raise RaidlineError(f"--since: {error}") from None
    new, remarks = _altered(commit, {article.path for article in articles.values()})
    altered = {name for name, article in articles.items() if article.path in new}
    asked: dict[str, Callable[[Problem], bool]] = {}
    kept = []
    for problem in problems:
        if problem.path not in asked:
            asked[problem.path] = _of_changed_event(commit, Path(problem.path), altered, remarks)
        if asked[problem.path](problem):
            kept.append(problem)
    return kept, remarks


def _altered(commit: str, files: Collection[Path]) -> tuple[set[Path], list[str]]:
    """Return the files that differ from a commit or may differ, and remarks on those for which that is assumed."""
    altered: set[Path] = set()
    remarks = []
    for folder in sorted({file.parent for file in files}):
        own = [file for file in files if file.parent == folder]
        try:
            altered |= changed_files(commit, folder, own)
        except RaidlineError as error:
            altered.update(own)
            remarks.append(f"{error}; all articles in {folder} count as changed")
    return altered, remarks


def _of_changed_event(commit: str, path: Path, altered: set[str], remarks: list[str]) -> Callable[[Problem], bool]:
    """Return a test of whether a problem lies in an event of this file that is new or has changed."""
    if not os.path.isfile(path):  # noqa: PTH113 - a page of an archive has a name that Path may stumble over
        return lambda _: True
    document = load(path)
    try:
        before = {_as_text(event) for event in _events(_at(commit, path))}
    except RaidlineError as error:
        before = set()
        remarks.append(f"{error}; all events in {path} count as changed")
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


def _at(commit: str, path: Path) -> Document:
    """Return the file as it was; an empty document if it did not exist."""
    return loads(content_at(commit, path) or b"events: []\n", str(path))
