"""The sources of an event, from the cells of its record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from raidline import inert
from raidline.dates.value import Edtf, EdtfError
from raidline.importing.days.cell import read_date
from raidline.importing.rows import Row, split
from raidline.models import Source

_LINK = re.compile(r"https?://[^\s;|,<>\"]+", re.IGNORECASE)


def sources_of(row: Row, data: Mapping[str, Any], fallback: str) -> list[dict[str, str]]:
    """Return a source for each link, with the row's details about all of them; the imported file if there is no link.

    A link without a publisher gets its site as the publisher; one without a day of publication gets any day from the
    event on.
    """
    heading, cell = row.cells.pop("url", ("", ""))
    links = list(dict.fromkeys(_LINK.findall(cell)))
    rest = inert.line(_LINK.sub("", cell)).strip(" ;|,")
    if rest and not links and "publisher" not in row.cells:
        row.cells["publisher"] = heading, rest
    elif rest:
        row.notes.append(f"{heading}: {rest}")
    told = {name: text for name in ("quote",) if (text := inert.line(row.take(name)))}
    if (article := row.cells.get("article", ("", ""))[1]) and not any(c.isspace() for c in article):
        row.cells.pop("article")
        return [{"article": article, **told}]
    if not links:
        row.say(f"no source is named; {fallback!r} is used instead")
        return [{"article": fallback, **told}]
    publishers, published = split(row.take("publisher")), _published(row, data)
    if title := inert.line(row.take("source_title")):
        told["title"] = title
    if len(publishers) > 1 and len(publishers) != len(links):
        row.notes.append(f"publishers: {'; '.join(publishers)}")
        publishers = []
    return [
        _in_order({"url": link, "publisher": _publisher(publishers, n, link), "published": published, **told})
        for n, link in enumerate(links)
    ]


def completed(row: Row, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the sources that the record states as such, completed in the same way as a link."""
    return [_completed(row, data, source) for source in data.get("sources", [])]


def _completed(row: Row, data: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(source)
    if published := told.pop("published", None):
        if _is_edtf(published):
            told["published"] = published
        elif when := read_date(published, row.orders["published"]):
            told["published"] = when.text
        else:
            row.keep("published", "published", published, "cannot be read")
    if "article" not in told:
        told.setdefault("publisher", _publisher([], 0, told["url"]))
        told["published"] = told.get("published") or _published(row, data)
    return _in_order(told)


def _is_edtf(text: str) -> bool:
    try:
        Edtf.parse(text)
    except EdtfError:
        return False
    return True


def _publisher(publishers: Sequence[str], n: int, link: str) -> str:
    if publishers:
        return publishers[n if len(publishers) > 1 else 0]
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.") or link
    except ValueError:  # such as brackets that do not form an address
        return link


def _published(row: Row, data: Mapping[str, Any]) -> str:
    if "published" in row.cells:
        heading, cell = row.cells.pop("published")
        if when := read_date(cell, row.orders["published"]):
            return when.text
        row.keep("published", heading, cell, "cannot be read")
    event = Edtf.parse(data.get("date", "../9999"))
    row.say("the source has no day of publication; assumed to be the day of the event or later")
    return f"[{event.earliest}..]" if event.earliest else "[0001-01-01..]"


def _in_order(source: dict[str, Any]) -> dict[str, Any]:
    return {name: source[name] for name in Source.model_fields if name in source}
