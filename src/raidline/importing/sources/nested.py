"""A source that is an object of its own in somebody else's record: its keys as those of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from raidline import lexicon
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.sites import is_called_like

_MAIN = ("url", "link", "href", "name", "title")  # the key of an object that says what the object is
_MOST_WORDS = 5  # of the name of a publisher
_FIELDS = {"source_title": "title"}  # columns are named otherwise than keys of a source


def named(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source with the keys of ours where other words mean them: `outlet` is its publisher."""
    found = _opened(source)
    for key, value in list(found.items()):
        field = _words().get(plain_heading(str(key)), "")
        if key == "name" and _is_title(value, source):
            field = "title"
        if field and field not in found and isinstance(value, str | int) and value != "":
            found[field] = found.pop(key)
    return found


def _is_title(name: object, source: Mapping[str, Any]) -> bool:
    """Whether the name of a source is that of a report rather than of who published it."""
    if not isinstance(name, str) or any(plain_heading(str(key)) in ("title", "headline") for key in source):
        return False
    links = [value for value in source.values() if isinstance(value, str) and "://" in value]
    is_long = len(name.split()) > _MOST_WORDS or any(mark in name for mark in ":?!")
    return is_long and not any(is_called_like(name, urlsplit(link).netloc) for link in links)


def _opened(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source in which an object below a key (`archive: {url: ..., date: ...}`) is that key, and the rest."""
    found: dict[str, Any] = {}
    for key, value in source.items():
        inner = dict(value) if isinstance(value, Mapping) and _words().get(plain_heading(str(key))) else {}
        address = next(
            (name for name in ("url", "link", "href", "name", "title") if isinstance(inner.get(name), str)), ""
        )
        found[key] = inner.pop(address) if address else value
        found |= {f"{key} {name}": rest for name, rest in inner.items()} if address else {}
    return found


def is_list_of_sources(key: str, values: Sequence[object]) -> bool:
    """Whether values below a key are sources of which some are objects, even if one of them names no address."""
    words = lexicon.load("headings")
    known = {plain_heading(word) for name in ("cited", "url") for word in words[name]}
    are_sources = all(value is None or isinstance(value, dict | str) for value in values)
    return plain_heading(key) in known and are_sources and any(isinstance(value, dict) for value in values)


@cache
def _words() -> dict[str, str]:
    """Return the key of a source that each word means; within a source, its own words go first."""
    words = {plain_heading(word): field for field, alike in lexicon.load("nested").items() for word in alike}
    for name in ("url", "publisher", "published", "source_title", "quote", "archived"):
        for word in lexicon.load("headings")[name]:
            words.setdefault(plain_heading(word), _FIELDS.get(name, name))
    return words
