"""Events that were taken out of the record: `events.removed.yaml` beside `events.yaml`, with a list `removed`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from raidline.errors import Problem, apart
from raidline.models import Removal
from raidline.store.validation import unknown_key, validate
from raidline.yamltext.dumping import dump
from raidline.yamltext.editing import append_items
from raidline.yamltext.reading import Document, load

KEY = "removed"


@dataclass(frozen=True, slots=True)
class Removed:
    """A removal, and where it is written: a file, and a line counted from 1."""

    removal: Removal
    path: Path
    line: int


def load_removals(files: Iterable[Path]) -> tuple[list[Removed], list[Problem]]:
    """Return the removals in files of them, and the problems; one bad removal or file never hides the others."""
    return apart(found for file in files for found in removals_of(load(file)))


def removals_of(document: Document) -> Iterator[Removed | Problem]:
    """Yield the removals of a document, and the problems with it and with the others."""
    yield from document.problems
    data = document.data
    if data is None:
        return
    if not isinstance(data, dict) or not isinstance(data.get(KEY), list):
        message = f"begin the file with `{KEY}:` and a list of removals below it, each with id, day and text"
        yield Problem(document.path, *document.position(()), "no-removals", message)
        return
    for key in data:
        if key != KEY:
            yield Problem(document.path, *document.key_position((key,)), "unknown-key", unknown_key(key, [KEY]))
    for index, item in enumerate(data[KEY]):
        read = validate(Removal, document, (KEY, index), item)
        if isinstance(read, Removal):
            yield Removed(read, Path(document.path), document.position((KEY, index))[0])
        else:
            yield from read


def with_removals(text: str, removals: Sequence[Removal]) -> str:
    """Return the text of a file of removals, empty if there is none yet, with more of them at its end."""
    data = [one.model_dump(mode="json", exclude_defaults=True) for one in removals]
    return append_items(text, (KEY,), data) if text.strip() else dump({KEY: data})
