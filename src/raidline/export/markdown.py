"""Markdown (CommonMark) for reading: events by month, each with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_words
from raidline.export.markup import inline
from raidline.timeline.months import grouped
from raidline.timeline.wording import facts_in_words, remarks_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline.build import Citation, Entry, Timeline
    from raidline.timeline.shown import Shown


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield a heading for each month, a list item for each event."""
    yield f"# {inline(timeline.title)}\n"
    for group in grouped(timeline.entries, timeline.order):
        yield f"\n## {inline(group.heading)}\n"
        for entry in group.entries:
            yield "\n" + "".join(f"{line}\n" for line in _item(entry, options.shown))


def _item(entry: Entry, shown: Shown) -> Iterator[str]:
    event = entry.event
    yield f"- **{inline(in_words(event.date))}**: {inline(event.title)}\\"
    facts = [*facts_in_words(entry), *((event.id,) if shown.ids else ())]
    yield f"  {inline(' · '.join(facts))}" + ("\\" if event.summary else "")
    if event.summary:
        yield f"  {inline(event.summary)}"
    for remark in remarks_in_words(entry):
        yield f"  - {inline(remark)}"
    for citation in entry.citations:
        yield f"  - {_source(citation)}"
        if shown.quotes and citation.quote:
            yield f"    - “{inline(citation.quote)}”"
        if shown.urls:
            addresses = map(inert.web_link, (citation.url, citation.archived))
            yield from (f"    - <{address}>" for address in addresses if address)


def _source(citation: Citation) -> str:
    link = inert.web_link(citation.url)
    who = inline(citation.publisher)
    title = inline(citation.title or "")
    if link and title:
        title = f"[{title}](<{link}>)"
    elif link:
        who = f"[{who}](<{link}>)"
    when = inline(in_words(citation.published)) if citation.published else ""
    kept = inert.web_link(citation.archived)
    page = f"page {citation.page}" if citation.page else ""
    copy = f"[archived copy](<{kept}>)" if kept else ""
    return ", ".join(part for part in (who, title, when, page, copy) if part)
