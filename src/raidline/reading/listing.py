"""Which files hold articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from raidline.errors import Problem
from raidline.reading.opened import STDIN, suffix_of

TEXT_SUFFIXES = {".md", ".txt"}
PAGE_SUFFIXES = {".html", ".htm"}
_SUFFIXES = TEXT_SUFFIXES | PAGE_SUFFIXES | {".jsonl", ".warc"}
KINDS_OF_FILE = ".md, .txt, .html, .jsonl or .warc"


def article_files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield the files themselves and those in folders that may hold articles, and each folder that has none."""
    for path in paths:
        if path == STDIN or not path.is_dir():
            yield path
            continue
        empty = True
        for file in _files(path):
            empty = False
            yield file
        if empty:
            yield Problem(str(path), 0, 0, "no-files", f"holds no article ({KINDS_OF_FILE})", "warning")


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and those below it by name, holding the names of one folder at a time."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False))
                for entry in found
                if entry.is_dir(follow_symlinks=False) or entry.is_file()  # a pipe would be waited for
            )
    except OSError:  # a folder that may not be looked into
        return
    for name, is_folder in entries:
        if name.startswith(".") or name.endswith("_files"):  # where browsers put the frames and scripts of a saved page
            continue
        if is_folder:
            yield from _files(folder / name)
        elif suffix_of(Path(name)) in _SUFFIXES:
            yield folder / name
