"""Which page an archived copy is one of, where copies have a column of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from raidline.importing.sources.links import Link, is_archive


def paired(pages: Sequence[Link], copies: Sequence[Link]) -> tuple[list[str], list[str]]:
    """Return the address of the copy of each page, "" for none, and those that may be copies of any or of none.

    A copy whose address contains that of its page belongs to it. The others follow the order of the pages that have
    none, if they are as many; a copy that names another site belongs to no page of these.
    """
    found = [""] * len(pages)
    left = [copy.url for copy in copies]
    for n, page in enumerate(pages):
        if own := next((url for url in left if _address(page.url) in url), ""):
            found[n] = own
            left.remove(own)
    free = [n for n, url in enumerate(found) if not url]
    if len(left) != len(free) or any(not _may_be_of(url, pages[n].url) for n, url in zip(free, left, strict=True)):
        return found, left
    for n, url in zip(free, left, strict=True):
        found[n] = url
    return found, []


def with_copies(sources: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a list of sources in which an archived copy that stands on its own is that of its page beside it."""
    copies = [one for one in sources if one.keys() in ({"url"}, {"archived"}) and is_archive(_only(one))]
    pages = [one for one in sources if one not in copies and one.get("url") and not one.get("archived")]
    if not copies or not pages:
        return [*sources]
    found, left = paired([Link(str(one["url"])) for one in pages], [Link(_only(one)) for one in copies])
    with_them = {id(page): {**page, "archived": copy} for page, copy in zip(pages, found, strict=True) if copy}
    return [with_them.get(id(one), one) for one in sources if one not in copies or _only(one) in left]


def with_copies_of(sources: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Return sources in which a copy whose address contains that of another one is its copy, unless it has a title."""
    found = [*sources]
    for copy in sources:
        if "title" in copy or not is_archive(copy["url"]):
            continue
        at = next((n for n, one in enumerate(found) if one is not copy and _is_copied(one, copy["url"])), None)
        if at is not None:
            found[at] = {**found[at], "archived": copy["url"]}
            found.remove(copy)
    return found


def _is_copied(page: Mapping[str, str], copy: str) -> bool:
    return "archived" not in page and not is_archive(page["url"]) and _address(page["url"]) in copy


def _only(source: Mapping[str, Any]) -> str:
    return str(next(iter(source.values())))


def _may_be_of(copy: str, page: str) -> bool:
    """Whether a copy does not say of which site it is, or says that of a page."""
    _, named, rest = copy[8:].partition("://")
    return not named or _site(f"https://{rest}") == _site(page)


def _address(url: str) -> str:
    return url.partition("://")[2].rstrip("/")


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as brackets that do not form an address
        return ""
