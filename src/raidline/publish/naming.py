"""Quotes are published word for word, so the publisher gets a warning about those that name private people."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from raidline.export.addresses import event_folder
from raidline.privacy.names import private_names

if TYPE_CHECKING:
    from raidline.publish.contents import Contents


def named_in_quotes(contents: Contents, pages: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield (event id, name) for each name in a quote that has no office in the quote or in its stored article.

    Only of the events at these addresses: those that are new or changed, of which nobody was told yet.
    """
    for event_id, entry in contents.entries.items():
        if f"{event_folder(event_id)}/index.html" not in pages:
            continue
        found: dict[str, None] = {}
        for citation in entry.citations:
            article = contents.articles.get(citation.article or "")
            found |= dict.fromkeys(private_names(citation.quote or "", (article.text,) if article else ()))
        yield from ((event_id, name) for name in found)
