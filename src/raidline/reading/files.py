"""Files and folders to articles: text with front matter, JSON lines, saved web pages, web archives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.frontmatter import read_report
from raidline.reading.jsonlines import read_lines
from raidline.reading.opened import STDIN, suffix_of
from raidline.reading.seen import Seen

_TEXT_SUFFIXES = {".md", ".txt"}
_PAGE_SUFFIXES = {".html", ".htm"}
_SUFFIXES = _TEXT_SUFFIXES | _PAGE_SUFFIXES | {".jsonl", ".warc"}
_KINDS_OF_FILE = ".md, .txt, .html, .jsonl or .warc"


def read_articles(paths: Iterable[Path]) -> tuple[list[Article], list[Problem]]:
    """Return what `stream_articles` yields, articles and problems apart."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in stream_articles(paths):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
    return articles, problems


def stream_articles(paths: Iterable[Path]) -> Iterator[Article | Problem]:
    """Yield the articles in files and folders (searched to any depth), in the order of their names, one at a time.

    `-` is standard input, as JSON lines. One bad article never stops the others. Ids that come twice are problems,
    and both articles are yielded.
    """
    with Seen() as seen:
        for path in paths:
            for found in _read_path(path):
                yield found
                if isinstance(found, Article) and (first := seen.first(found.id, str(found.path))):
                    message = f"the id {found.id!r} is already that of {first}"
                    yield Problem(str(found.path), 1, 1, "duplicate-article", message)


def _read_path(path: Path) -> Iterator[Article | Problem]:
    if path != STDIN and path.is_dir():
        empty = True
        for file in _files(path):
            empty = False
            yield from _read_path(file)
        if empty:
            yield Problem(str(path), 0, 0, "no-files", f"holds no article ({_KINDS_OF_FILE})", "warning")
        return
    suffix = suffix_of(path)
    if suffix == ".jsonl":
        yield from read_lines(path)
    elif suffix == ".warc":
        from raidline.reading.webarchive import read_archive  # noqa: PLC0415 - heavy, and an extra

        yield from read_archive(path)
    elif path.suffix.lower() in _TEXT_SUFFIXES or not path.exists():
        yield from read_report(path)
    elif path.suffix.lower() in _PAGE_SUFFIXES:
        from raidline.reading.webpage import read_page  # noqa: PLC0415 - as above

        yield from read_page(path)
    else:
        yield Problem(str(path), 0, 0, "not-an-article", f"is no article: those end in {_KINDS_OF_FILE}")


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and those below it by name, holding the names of one folder at a time."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
    except OSError:  # a folder that may not be looked into
        return
    for name, is_folder in entries:
        if name.startswith(".") or name.endswith("_files"):  # where browsers put the frames and scripts of a saved page
            continue
        if is_folder:
            yield from _files(folder / name)
        elif suffix_of(Path(name)) in _SUFFIXES:
            yield folder / name
