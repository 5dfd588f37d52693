"""A source that is an object of its own in somebody else's record: its keys as those of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from raidline import lexicon
from raidline.importing.days.cell import read_date
from raidline.importing.guessing.words import meaning_of
from raidline.importing.sources.links import has_link, is_archive
from raidline.importing.tables.headings import field_of, plain_heading
from raidline.importing.wording.sites import is_called_like

_MOST_WORDS = 5  # of the name of a publisher
_HEADLINE = 18  # words of a headline
_FIELDS = {"source_title": "title"}  # columns are named otherwise than keys of a source


def named(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source with the keys of ours where other words mean them: `outlet` is its publisher."""
    found = _opened(source)
    for key, value in list(found.items()):
        field = _words().get(plain_heading(str(key)), "")
        if (key == "name" and _is_title(value, source)) or (key == "text" and _is_headline(value, source)):
            field = "title"
        if field and field not in found and isinstance(value, str | int) and value != "":
            found[field] = found.pop(key)
    return _by_values(found, source)


def _by_values(source: dict[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source in which keys that say nothing, such as "u" and "by", are what their values look like.

    That is an address, an archived copy, a day, the name that the site of the address has; then the one text that is
    left is the title, or the publisher if it is short and there is a title. Only the keys that
    were `written` count, and one whose value stays unclear is left.
    """
    found = dict(source)
    known = {*_words().values(), "article", "page", "says", "background"}
    own = (key for key in source if key in written and key not in known and not _is_about_it(key))
    left = {key: source[key] for key in own if isinstance(source[key], str) and source[key].strip()}
    for key, text in list(left.items()):
        field = _looks_like(text, str(found.get("url", "")))
        if field and field not in found:
            found[field] = found.pop(key)
            del left[key]
    for key, text in list(left.items()):  # again, as the address may stand behind the name
        if "publisher" not in found and is_called_like(text, _site(str(found.get("url", "")))):
            found["publisher"] = found.pop(key)
            del left[key]
    left = {key: text for key, text in left.items() if not is_called_like(text, str(found.get("publisher", "")))}
    if len(left) == 1 and "url" in found:
        key, text = next(iter(left.items()))
        field = "title" if "title" not in found else "publisher"
        if field not in found and (field == "title" or len(text.split()) <= _MOST_WORDS):
            found[field] = found.pop(key)
    return found


def _is_about_it(key: str) -> bool:
    """Whether a key holds what a curator says of a source, such as a note or its language, rather than a part of it."""
    return (
        field_of(key) in ("notes", "kind", "status", "id")
        or plain_heading(key) in lexicon.load("heading_parts")["of_sources"]
    )


def _looks_like(text: str, url: str) -> str:
    """Return which part of a source a value is by its looks, "" if it could be any text."""
    if has_link(text) and len(text.split()) == 1:
        return "archived" if is_archive(text) else "url"
    if any(map(str.isdecimal, text)) and read_date(text):
        return "published"
    return "publisher" if is_called_like(text, _site(url)) else ""


def _site(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # such as brackets that do not form an address
        return ""


def _is_title(name: object, source: Mapping[str, Any]) -> bool:
    """Whether the name of a source is that of a report rather than of who published it."""
    others = {_words().get(plain_heading(str(key)), ""): text for key, text in source.items() if str(key) != "name"}
    if not isinstance(name, str) or "title" in others:
        return False
    if publisher := str(others.get("publisher", "")):
        return not (is_called_like(publisher, name) or is_called_like(name, publisher))
    links = [value for value in source.values() if isinstance(value, str) and "://" in value]
    is_long = len(name.split()) > _MOST_WORDS or any(mark in name for mark in ":?!")
    return is_long and not any(is_called_like(name, urlsplit(link).netloc) for link in links)


def _is_headline(text: object, source: Mapping[str, Any]) -> bool:
    """Whether the text of a source without a title is one, as the words of a link are, rather than a passage."""
    titled = any(_words().get(plain_heading(str(key)), "") == "title" for key in source)
    return isinstance(text, str) and not titled and len(text.split()) <= _HEADLINE and not text.rstrip().endswith(".")


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
    if not are_sources or not any(isinstance(value, dict) for value in values):
        return False
    return plain_heading(key) in known or meaning_of(key).field == "cited" or _all_link(key, values)


def are_sources_by_name(key: str, value: Mapping[str, object]) -> bool:
    """Whether an object below a key holds nothing but sources, each under a name of its own that says nothing of it."""
    sources = list(value.values())
    plain = all(isinstance(one, Mapping) and any(has_link(str(text)) for text in one.values()) for one in sources)
    return bool(sources) and plain and is_list_of_sources(key, sources) and not any(map(field_of, value))


def is_one_source(key: str, value: Mapping[str, object]) -> bool:
    """Whether an object below a key is a source whose own keys do not say so: `src: {t: ..., u: ...}`."""
    linking = [inner for inner, text in value.items() if not isinstance(text, list) and has_link(str(text))]
    return bool(linking) and is_list_of_sources(key, [value]) and not any(field_of(f"{key}.{one}") for one in linking)


def _all_link(key: str, values: Sequence[object]) -> bool:
    """Whether each of the objects below a key leads somewhere, and the key does not say that it is about pictures."""
    elsewhere = set(plain_heading(key).split()) & set(lexicon.load("heading_parts")["elsewhere"])
    linking = (isinstance(one, Mapping) and any(has_link(str(text)) for text in one.values()) for one in values)
    return not elsewhere and all(linking)


@cache
def _words() -> dict[str, str]:
    """Return the key of a source that each word means; within a source, its own words go first."""
    words = {plain_heading(word): field for field, alike in lexicon.load("nested").items() for word in alike}
    for name in ("url", "publisher", "published", "source_title", "quote", "archived"):
        for word in lexicon.load("headings")[name]:
            words.setdefault(plain_heading(word), _FIELDS.get(name, name))
    return words
