"""Texts of which YAML took a part for a comment."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.yamltext.building import Data
from raidline.yamltext.cutoff import cut_off

_TEXTS = {"title", "summary", "notes", "quote", "publisher", "places", "agencies", "note", "was"}
_NULLS = {"~", "null", "Null", "NULL"}
_SHOWN = 40  # characters of a comment
Keys = tuple[str | int, ...]


def text_cut_off(checked: Checked) -> Iterator[Problem]:
    """Find a text without quotes in which ` #` begins a comment, as in "Ward #3", or that is `null` or `~`.

    The words after it are not part of the text, and nobody notices that they are missing. An intended comment has a
    space after the `#`. What other programs write for no text, `null`, is one here: leave the key out.

    Bad:

        title: Nine held at station #3

    Good:

        title: "Nine held at station #3"
    """
    for record in checked.records:
        for key in ("title", "summary", "notes"):
            if (text := getattr(record.event, key)) in _NULLS:
                message = f"{text!r} is kept as a text; leave the key out, or write what belongs there"
                yield record.problem("text-cut-off", message, key)
    documents = {id(record.document): record.document for record in checked.records}
    with_comments = {number for number, document in documents.items() if "#" in document.lines.text}
    for record in checked.records:
        if id(record.document) not in with_comments:
            continue
        events = record.document.data.get("events") if isinstance(record.document.data, dict) else None
        if not isinstance(events, list):
            continue
        for keys, text in _texts(events[record.index], (), named=False):
            if comment := cut_off(record.document, ("events", record.index, *keys), text):
                message = f"{comment[:_SHOWN]!r} is a comment and not part of the text; put the text in quotes"
                yield record.problem("text-cut-off", message, *keys)


def _texts(data: Data, keys: Keys, *, named: bool) -> Iterator[tuple[Keys, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*keys, key), named=key in _TEXTS)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*keys, number), named=named)
    elif named and data:
        yield keys, data
