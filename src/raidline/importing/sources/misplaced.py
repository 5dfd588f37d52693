"""Links in columns of something else: of articles, of publishers, of archived copies."""

from __future__ import annotations

from raidline.importing.rows import Row
from raidline.importing.sources.links import has_link, links_in

_BEHIND = " publisher"  # behind a number: the links in its column of publishers


def article_to_link(row: Row) -> None:
    """Take a column of articles for one of links if it contains addresses."""
    heading, cell = row.cells.get("article", ("", ""))
    if has_link(cell):
        del row.cells["article"]
        known = row.sources.setdefault("", {}).get("url", (heading, ""))
        row.sources[""]["url"] = known[0], f"{known[1]}\n{cell}".strip()


def publishers_to_links(row: Row) -> None:
    """Take the addresses of reports in columns of publishers for links: of their own sources where there are others."""
    linked = any(has_link(cells.get("url", ("", ""))[1]) for cells in row.sources.values())
    for number, cells in list(row.sources.items()):
        heading, cell = cells.get("publisher", ("", ""))
        if not has_link(cell) or all(_is_site(link.url) for link in links_in(cell)[0]):
            continue
        del cells["publisher"]
        if not linked:
            known = cells.get("url", (heading, ""))
            cells["url"] = known[0], f"{known[1]}\n{cell}".strip()
        else:
            row.sources[f"{number}{_BEHIND}"] = {"url": (heading, cell)}


def _is_site(url: str) -> bool:
    """Whether an address leads to a whole site rather than to a page of it."""
    return not url.partition("://")[2].partition("/")[2]


def take_copies_for_links(row: Row) -> None:
    """Take archived copies for the links of a row that has no others: that is where the report can be found."""
    for cells in row.sources.values():
        heading, cell = cells.get("archived", ("", ""))
        if has_link(cell):
            del cells["archived"]
            if other := cells.get("url"):
                row.notes.append(": ".join(other))
            cells["url"] = heading, cell
