"""Stray spaces: at the ends of a name, or two in a row within it."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.store.load import Record

Keys = tuple[str | int, ...]


def stray_spaces(checked: Checked) -> Iterator[Problem]:
    """Find a title, place, agency or publisher with spaces at its ends, or with more than one between words.

    Two names that look the same then differ. `--fix` removes the spaces.

    Bad:

        agencies: ["ICE "]

    Good:

        agencies: [ICE]
    """
    for record in checked.records:
        for keys, _ in untidy(record):
            message = "spaces at an end, or more than one between words; remove them, or run with --fix"
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
