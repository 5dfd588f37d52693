"""Slides of TimelineJS (https://timeline.knightlab.com/docs/json-format.html) as cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from raidline.importing import own
from raidline.importing.own import Own
from raidline.importing.sources.markup import anchors, without_markup

# The keys of our own slides; each is read or derived from one that is read.
_OURS = {
    "unique_id",
    "start_date",
    "end_date",
    "display_date",
    "group",
    "text",
    "autolink",
    "edtf",
    "kind",
    "status",
    "places",
}
_LINK = re.compile(r"""<a\b[^<>]{0,200}?\bhref=["']([^"'<>]{1,2000})["'][^<>]{0,200}>""", re.IGNORECASE)


def is_slide(item: Mapping[str, Any]) -> bool:
    """Whether an object is a slide."""
    return isinstance(item.get("start_date"), dict) and "year" in item["start_date"]


def is_ours(item: Mapping[str, Any]) -> bool:
    """Whether raidline wrote a slide."""
    return isinstance(item.get("edtf"), str) and isinstance(item.get("places"), list)


def own_slide(item: Mapping[str, Any]) -> Own:
    """Read a slide that raidline wrote; its text is prose, and so belongs in the notes."""
    text = _mapping(item, "text")
    data = {name: item.get(name, "") for name in ("kind", "status")}
    data["places"] = [unescape(name) if isinstance(name, str) else name for name in item["places"]]
    data |= {"id": item.get("unique_id", ""), "date": item["edtf"], "title": _plain(text.pop("headline", ""))}
    rest = {name: value for name, value in item.items() if name not in _OURS}
    rest["url"] = " ".join(unescape(found[1]) for found in _LINK.finditer(str(text.get("text", ""))))
    return own.from_words(data, {**rest, "notes": _plain(text.pop("text", ""))}, "a slide show")


def slide_cells(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the slide as a flat record; a detail of its appearance keeps its own key."""
    text, media = _mapping(item, "text"), _mapping(item, "media")
    return {
        "date": _date(item["start_date"]),
        "end date": _date(_mapping(item, "end_date")),
        "display date": _mapping(item, "start_date").get("display_date") or "",
        "title": _words(text.pop("headline", "")),
        "summary": _words(text.pop("text", "")),
        "url": media.pop("url", ""),
        "media credit": _plain(media.pop("credit", "")),
        "media caption": _plain(media.pop("caption", "")),
        "text": text,
        "media": media,
        **{key: value for key, value in item.items() if key not in ("start_date", "end_date", "text", "media")},
    }


def is_old_show(data: Mapping[str, Any]) -> bool:
    """Whether an object is a whole slide show of TimelineJS 2."""
    show = data.get("timeline")
    return isinstance(show, dict) and isinstance(show.get("date"), list)


def is_old_slide(item: Mapping[str, Any]) -> bool:
    """Whether an object is a slide of TimelineJS 2."""
    return isinstance(item.get("startDate"), str | int) and "headline" in item


def old_slide_cells(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a slide of TimelineJS 2 as a flat record."""
    asset = _mapping(item, "asset")
    known = ("startDate", "endDate", "headline", "text", "asset", "tag")
    return {
        "date": _old_date(item["startDate"]),
        "end date": _old_date(item.get("endDate") or ""),
        "title": _words(item.get("headline", "")),
        "summary": _words(item.get("text", "")),
        "url": asset.pop("media", ""),
        "media credit": _plain(asset.pop("credit", "")),
        "media caption": _plain(asset.pop("caption", "")),
        "group": item.get("tag", ""),
        "asset": asset,
        **{key: value for key, value in item.items() if key not in known},
    }


def _old_date(written: object) -> str:
    """Return "2011,12,10,09,30" as a day in EDTF; what has no commas stays as it is."""
    text = str(written).strip()
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() for part in parts) or not text:
        return text
    return _date(dict(zip(("year", "month", "day"), parts, strict=False)))


def _mapping(item: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = item.get(key)
    return dict(value) if isinstance(value, dict) else {key: value} if value else {}


def _date(parts: Mapping[str, Any]) -> str:
    """Return year, month and day as EDTF, as far as they are given; the caller checks their values."""
    year, month, day = (str(parts.get(key) or "").strip() for key in ("year", "month", "day"))
    written = [year.zfill(4)] if year else []
    for part in (month, day):
        if not part:
            break
        written.append(part.zfill(2))
    return "-".join(written)


def _plain(html: object) -> str:
    return without_markup(str(html or ""))


def _words(html: object) -> str:
    """Return the words of a text; one with links as it is, so that they are found with the sources."""
    return str(html) if anchors(str(html or "")) else _plain(html)
