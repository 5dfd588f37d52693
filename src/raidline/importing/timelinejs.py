"""Slides of TimelineJS (https://timeline.knightlab.com/docs/json-format.html) as cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from raidline.dates import Edtf, EdtfError
from raidline.export.headline import MARKS

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/li|/div)\b[^<>]{0,200}>", re.IGNORECASE)


def is_slide(item: Mapping[str, Any]) -> bool:
    """Whether an object is a slide."""
    return isinstance(item.get("start_date"), dict) and "year" in item["start_date"]


def slide_cells(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the slide as a flat record; what only is about its looks keeps its own key.

    One that raidline wrote tells its date as EDTF and by a mark before its title what did not simply happen; its other
    words for them are left out.
    """
    text, media = _mapping(item, "text"), _mapping(item, "media")
    rest = {key: value for key, value in item.items() if key not in ("start_date", "end_date", "text", "media")}
    if ours := "edtf" in item:
        rest |= {
            "edtf": "",
            "display_date": "",
            "autolink": "",
            "group": "",
            "place": _plain(_plain(rest.get("group"))),
        }
    title = _plain(text.pop("headline", ""))
    status = next((status for status, mark in MARKS.items() if ours and title.startswith(mark)), "")
    return {
        "date": item["edtf"] if ours else _date(item["start_date"]),
        "end date": "" if ours else _date(_mapping(item, "end_date")),
        "title": title.removeprefix(MARKS.get(status, "")),
        "status": status,
        "summary": _plain(text.pop("text", "")),
        "url": media.pop("url", ""),
        "media credit": _plain(media.pop("credit", "")),
        "media caption": _plain(media.pop("caption", "")),
        "text": text,
        "media": media,
        **rest,
    }


def _is_date(value: object) -> bool:
    try:
        Edtf.parse(str(value or ""))
    except EdtfError:
        return False
    return True


def _mapping(item: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = item.get(key)
    return dict(value) if isinstance(value, dict) else {key: value} if value else {}


def _date(parts: Mapping[str, Any]) -> str:
    """Write year, month and day as EDTF, as far as they are given; what they hold is judged by who reads it."""
    year, month, day = (str(parts.get(key) or "").strip() for key in ("year", "month", "day"))
    written = [year.zfill(4)] if year else []
    for part in (month, day):
        if not part:
            break
        written.append(part.zfill(2))
    return "-".join(written)


def _plain(html: object) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", str(html or "")))).strip()
