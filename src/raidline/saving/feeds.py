"""Feeds (RSS, Atom): the addresses of their entries, and the day on which each says that it was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from raidline.files.textfile import MEGABYTE
from raidline.reading.pubdate import day_sent
from raidline.saving.address import led_to
from raidline.saving.answer import Answer, NoAnswerError

LARGEST = 5 * MEGABYTE
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed; None for a day that it does not state."""

    address: str
    published: date | None


def entries_of(answer: Answer) -> Iterator[Entry]:
    """Yield the entries of a feed, each address once. NoAnswerError if the answer is no feed."""
    import feedparser  # noqa: PLC0415 - an extra

    body = answer.body
    if len(body) > LARGEST:
        raise NoAnswerError(f"is too large; of a feed at most {LARGEST // MEGABYTE} MB are read")
    try:
        feed = feedparser.parse(BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
        found = [(str(one.get("link", "")), str(one.get("published", ""))) for one in feed.entries]
    except Exception:  # on a damaged feed, feedparser raises whatever its code runs into
        raise NoAnswerError("is no feed that can be read") from None
    if not found:
        raise NoAnswerError("is no feed, or has no entries")
    if len(found) > MOST_ENTRIES:
        raise NoAnswerError(f"has {len(found):,} entries; at most {MOST_ENTRIES} are read")
    known: set[str] = set()
    for link, published in found:
        address = led_to(answer.address, link) if link else None
        if address and address not in known:
            known.add(address)
            yield Entry(address, day_sent(published, "").day)
