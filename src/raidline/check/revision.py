"""What changed since a git revision: only the problems of these events are shown."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from raidline.article import Article
from raidline.errors import Problem, RaidlineError
from raidline.gitfiles import changed_files, commit_of, content_at
from raidline.yamltext.reading import Document, load, loads


def changed_since(
    revision: str, problems: Iterable[Problem], articles: Mapping[str, Article], beside: Path
) -> list[Problem]:
    """Return the problems of events that differ from those of a revision, or whose articles do.

    Problems outside of events stay. Raises RaidlineError where there is no git repository around `beside`, or in it
    no such revision.
    """
    try:
        commit = commit_of(revision, beside if beside.is_dir() else beside.parent)
    except RaidlineError as error:
        raise RaidlineError(f"--since: {error}") from None
    folders = {article.path.parent for article in articles.values()}
    new = {path for folder in folders for path in changed_files(commit, folder)}
    altered = {name for name, article in articles.items() if article.path.resolve() in new}
    asked: dict[str, Callable[[Problem], bool]] = {}
    kept = []
    for problem in problems:
        if problem.path not in asked:
            asked[problem.path] = _of_changed_event(commit, Path(problem.path), altered)
        if asked[problem.path](problem):
            kept.append(problem)
    return kept


def _of_changed_event(commit: str, path: Path, altered: set[str]) -> Callable[[Problem], bool]:
    """Return whether a problem lies in an event of this file that is new, or otherwise than it was."""
    document = load(path)
    before = {_as_text(event) for event in _events(_at(commit, path))}
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
    """Return the file as it was; an empty one where it was not there."""
    return loads(content_at(commit, path) or b"events: []\n", str(path))
