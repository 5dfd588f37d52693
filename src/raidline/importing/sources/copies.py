"""Which page an archived copy is one of, where copies have a column of their own."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from raidline.importing.sources.links import Link


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
