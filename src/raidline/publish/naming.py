"""Quotes are published word for word, so the publisher gets a warning about those that name private people."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from raidline.export.addresses import event_folder

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.publish.contents import Contents


def named_in_quotes(contents: Contents, pages: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield (event id, name) for each name in a quote that has no office in the quote, its event or its stored article.

    Only of the events at these addresses: those that are new or changed, of which nobody was told yet.
    """
    new = [(name, entry) for name, entry in contents.entries.items() if f"{event_folder(name)}/index.html" in pages]
    if not new:
        return
    from raidline.privacy.names import private_names  # noqa: PLC0415 - it loads lists of names

    cited = [citation.article for _, entry in new for citation in entry.citations if citation.article]
    articles = _with_texts([contents.articles[name] for name in dict.fromkeys(cited) if name in contents.articles])
    for event_id, entry in new:
        found: dict[str, None] = {}
        for citation in entry.citations:
            article = articles.get(citation.article or "")
            told = (entry.event.title, entry.event.summary, citation.title, article.text if article else None)
            found |= dict.fromkeys(private_names(citation.quote or "", filter(None, told), kind=entry.event.kind))
        yield from ((event_id, name) for name in found)


def _with_texts(articles: Iterable[Article]) -> Mapping[str, Article]:
    """Return articles by id, with the texts that were not needed before; each file is read once."""
    from raidline.reading.files import read_articles  # noqa: PLC0415 - as above

    found = {one.id: one for one in articles}
    files = dict.fromkeys(one.path for one in found.values() if one.path and not one.text)
    read, _ = read_articles(files)
    return found | {one.id: one for one in read if one.id in found}
