"""Stray spaces: at the ends of a name, or two in a row within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.store.load import Record

Keys = tuple[str | int, ...]
_INVISIBLE = re.compile(r"[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")  # not those that join letters


def stray_spaces(checked: Checked) -> Iterator[Problem]:
    """Find a title, place, agency or publisher with spaces at its ends, or with more than one between words.

    Two names that look the same then differ. `--fix` removes the spaces. The same holds for characters that nobody
    sees, such as a space without width, or one that turns the direction in which a text is read.

    Bad:

        agencies: ["ICE "]

    Good:

        agencies: [ICE]
    """
    for record in checked.records:
        for keys, text in _names(record):
            if found := _INVISIBLE.search(text):
                message = f"contains an invisible character (U+{ord(found[0]):04X}); remove it"
                yield record.problem("stray-spaces", message, *keys)
        for keys, _ in untidy(record):
            message = "a tab, spaces at an end, or more than one between words; remove them, or run with --fix"
            yield record.problem("stray-spaces", message, *keys)


def untidy(record: Record) -> Iterator[tuple[Keys, str]]:
    """Yield the keys of each text of an event with stray spaces, and the text without them."""
    for keys, text in _names(record):
        if (tidy := " ".join(text.split())) != text:
            yield keys, tidy


def _names(record: Record) -> Iterator[tuple[Keys, str]]:
    event = record.event
    yield ("title",), event.title
    for name, texts in (("places", event.places), ("agencies", event.agencies)):
        yield from (((name, number), text) for number, text in enumerate(texts))
    for number, source in enumerate(event.sources):
        for name, text in (("title", source.title), ("publisher", source.publisher)):
            if text:
                yield ("sources", number, name), text
