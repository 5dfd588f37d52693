"""`--fix`: correct mechanical mistakes in the file itself and leave the rest as it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from raidline.check.ordering import reordered
from raidline.check.rule import Checked
from raidline.check.rules.chronology import order
from raidline.check.rules.jurisdictions import misspelt
from raidline.check.rules.spaces import untidy
from raidline.errors import Problem
from raidline.files.lockfile import replace_unchanged
from raidline.files.textfile import read_text
from raidline.privacy.credentials import cleaned
from raidline.store.load import Loaded, Record, load_events
from raidline.yamltext.building import Data
from raidline.yamltext.editing import replace_values
from raidline.yamltext.reading import LARGEST, load

Keys: TypeAlias = tuple[str | int, ...]
Edit: TypeAlias = tuple[Record, Keys, str]

_DATES = {"date", "published", "updated"}
_YEAR_FIRST = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\s*")


def mend(paths: Sequence[Path], on: Collection[str]) -> int:
    """Fix the files and return the number of changes.

    A date such as 2017-2-5 becomes 2017-02-05. If their rules are `on`, stray spaces and secrets in addresses are
    removed, places get their full names and events are put in order, except in events that ignore the rule.
    """
    done = 0
    for path in _files(load_events(paths)):
        document = load(path)
        if not document.problems:
            done += _write(path, dict(_dates(document.data, ())))
    for rule, find in _EDITS.items():
        if rule in on:
            by_file: defaultdict[Path, dict[Keys, str]] = defaultdict(dict)
            for record, keys, better in find(_checked(paths, rule)):
                by_file[record.path]["events", record.index, *keys] = better
            done += sum(_write(path, edits) for path, edits in by_file.items())
    if "unordered" in on:
        done += sum(_put_in_order(path) for path in _files(load_events(paths)))
    return done


def _files(loaded: Loaded) -> list[Path]:
    found = {record.path for record in loaded.records}
    return sorted(found | {Path(problem.path) for problem in loaded.problems if problem.line})


def _checked(paths: Sequence[Path], rule: str) -> Checked:
    return Checked([record for record in load_events(paths).records if rule not in record.event.ignore], {})


def _write(path: Path, edits: Mapping[Keys, str]) -> int:
    text, document = read_text(path, most=LARGEST), load(path)
    if not edits or isinstance(text, Problem) or document.problems:
        return 0
    written = {_as_written(document.data, keys): better for keys, better in edits.items()}
    replace_unchanged(path, text, replace_values(text, written))
    return len(edits)


def _as_written(data: Data | None, keys: Keys) -> Keys:
    """Return the keys without the last one if a single text stands for a list of one."""
    for depth, key in enumerate(keys):
        if isinstance(data, dict) and isinstance(key, str):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key]
        else:
            return keys[:depth]
    return keys


def _dates(data: Data | None, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield the dates that only lack a zero, or have a slash or a space."""
    if isinstance(data, list):
        for number, value in enumerate(data):
            yield from _dates(value, (*keys, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            if not isinstance(value, str):
                yield from _dates(value, (*keys, key))
            elif key in _DATES and (match := _YEAR_FIRST.fullmatch(value)) and (match[4] or match[2] == "-"):
                better = "-".join([match[1], *(part.zfill(2) for part in match.group(3, 4) if part)])
                if better != value:
                    yield (*keys, key), better


def _spaces(checked: Checked) -> Iterator[Edit]:
    for record in checked.records:
        yield from ((record, keys, tidy) for keys, tidy in untidy(record))


def _spellings(checked: Checked) -> Iterator[Edit]:
    for one in misspelt(checked):
        yield one.record, one.keys, one.better


def _secrets(checked: Checked) -> Iterator[Edit]:
    for record in checked.records:
        yield from ((record, keys, clean) for keys, clean in cleaned(record.event).items())


_EDITS: Mapping[str, Callable[[Checked], Iterator[Edit]]] = {
    "stray-spaces": _spaces,
    "place-spelling": _spellings,
    "url-secret": _secrets,
}


def _put_in_order(path: Path) -> int:
    """Put the events of a file in order if all of them can be read; return how many moved."""
    loaded, text = load_events([path]), read_text(path, most=LARGEST)
    if loaded.problems or isinstance(text, Problem):
        return 0
    records = loaded.records
    wanted = sorted(range(len(records)), key=lambda n: order(records[n]))
    new = reordered(text, wanted)
    if new == text:
        return 0
    replace_unchanged(path, text, new)
    return sum(place != n for n, place in enumerate(wanted))
