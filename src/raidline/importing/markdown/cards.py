"""Folders of Markdown files with YAML front matter, one event a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from raidline import lexicon
from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import MEGABYTE, read_text
from raidline.importing.tables.headings import plain_heading
from raidline.yamltext.reading import loads

SUFFIXES = (".md", ".markdown")
LARGEST = MEGABYTE  # bytes of one file
ABOUT = "is about the folder, not an event"
_NO_EVENTS = ("readme", "index", "contributing", "changelog", "license", "code_of_conduct")  # without front matter
_MOST = 100_000
_DEEPEST = 8  # folders below the given one
_FENCE = re.compile(r"^---[ \t]*(?:\r\n|\n|\Z)", re.MULTILINE)
_HEAD = re.compile(r"\s*# +(?P<title>[^\n]+?)[ #]*(?:\n|\Z)")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


def cards_in(path: Path) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Yield the name of each Markdown file in a folder and those below it, in order, with its keys or what is wrong.

    RaidlineError if the folder contains no such file or too many. A single file is read in the same way.
    """
    files = sorted(_files(path, 1)) if path.is_dir() else [path]
    if not files:
        raise RaidlineError(f"{path}: contains no files that end in {' or '.join(SUFFIXES)}")
    if len(files) > _MOST:
        raise RaidlineError(f"{path}: has more than {_MOST:,} files")
    for file in files:
        yield file.relative_to(path).as_posix() if file != path else file.name, _data(file)


def _files(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the files of a folder; hidden ones and links to other folders are not followed."""
    try:
        entries = [*folder.iterdir()]
    except OSError as error:
        raise RaidlineError(f"{folder}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry
        elif depth < _DEEPEST and entry.is_dir() and not entry.is_symlink():
            yield from _files(entry, depth + 1)


def _data(file: Path) -> dict[str, Any] | str:
    """Return the keys of a file, its text among them, or what is wrong with it."""
    raw = read_text(file, most=LARGEST)
    if isinstance(raw, Problem):
        return raw.message
    opening = _FENCE.match(raw)
    closing = opening and _FENCE.search(raw, opening.end())
    if closing is None and file.stem.lower() in _NO_EVENTS:
        return ABOUT
    if closing is None:
        return "has no front matter: a line ---, keys such as `date: 2031-05-06`, and a line ---"
    keys = _keys(raw[: closing.start()], file)
    text = raw[closing.end() :]
    if isinstance(keys, dict) and not any(keys.values()) and not text.strip():
        return "has nothing in its keys, as a template"
    return _with_text(keys, text, file.stem) if isinstance(keys, dict) else keys


def _keys(front: str, file: Path) -> dict[str, Any] | str:
    """Return the keys of a front matter, or what is wrong with it."""
    try:
        header = loads(front, str(file))
    except RaidlineError as error:  # such as one that repeats itself without end; the other files are read
        return str(error).removeprefix(f"{file}: ")
    if header.problems:
        first = header.problems[0]
        return f"line {first.line}: {first.message}"
    if not isinstance(header.data, dict):
        return "has no keys in its front matter, such as `date: 2031-05-06`"
    return dict(header.data)


def _with_text(data: dict[str, Any], text: str, stem: str) -> dict[str, Any]:
    """Add the text below the front matter, its heading as a title if there is none, and the file's name as an id."""
    if (head := _HEAD.match(text)) and "title" not in data:
        data["title"], text = head["title"], text[head.end() :]
    if body := text.strip():
        summed_up = any(plain_heading(key) in lexicon.load("headings")["summary"] for key in data)
        data.setdefault("body" if summed_up else "summary", body)
    if "id" not in data and _ID.fullmatch(stem):
        data["id"] = stem
    return data
