"""Records that an interface packs into an object of its own: JSON:API, Airtable, Elasticsearch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_CONTENT = ("attributes", "fields", "_source")
_ABOUT = ("id", "_id", "type", "_type", "_index", "_score", "links", "relationships", "meta", "createdTime")


def unwrapped(item: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the content of a record with its id, and what else stands around it; an item without envelope as it is.

    The type of such an item is that of the interface's objects, the same for all of them, and its links lead back to
    the interface: neither says anything about an event.
    """
    content = [key for key in _CONTENT if isinstance(item.get(key), dict) and item[key]]
    if len(content) != 1 or not set(item) <= {*_ABOUT, *content}:
        return dict(item), ()
    names = [key for key in ("id", "_id") if key in item]
    own = {"id": item[names[0]]} if names else {}
    return own | item[content[0]], tuple(key for key in item if key not in (*content, *names))


def of_members(members: list[Any]) -> dict[str, str]:
    """Return what the objects of a list say, by key, parted by semicolons; empty unless each is named and flat.

    Their names have no key: an agency is one by its name.
    """
    flat = all(isinstance(one, dict) and not any(isinstance(v, dict | list) for v in one.values()) for one in members)
    name = next((key for key in ("name", "title", "label") if flat and all(one.get(key) for one in members)), "")
    if not members or not name:
        return {}
    keys = dict.fromkeys(key for one in members for key in one)
    told = {key: [str(one[key]) for one in members if one.get(key) not in (None, "")] for key in keys}
    return {"" if key == name else key: "; ".join(values) for key, values in told.items() if values}
