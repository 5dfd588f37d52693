"""The sitemap (sitemaps.org): the addresses of all pages, for search engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

_HOLDS = 50_000  # addresses in one file
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemaps(addresses: Sequence[tuple[str, str | None]], base_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of the sitemap: one, or an index and its parts if one is too small.

    `addresses` has the day of the last change of each page, if known.
    """
    parts = [addresses[start : start + _HOLDS] for start in range(0, len(addresses), _HOLDS)]
    if len(parts) <= 1:
        yield "sitemap.xml", _sitemap("urlset", "url", addresses, base_url)
        return
    names = [(f"sitemap-{number}.xml", None) for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _sitemap("sitemapindex", "sitemap", names, base_url)
    for (name, _), part in zip(names, parts, strict=True):
        yield name, _sitemap("urlset", "url", part, base_url)


def _sitemap(whole: str, item: str, addresses: Sequence[tuple[str, str | None]], base_url: str) -> str:
    located = ((escape(base_url + address, quote=False), day) for address, day in addresses)
    rows = (
        f"<{item}><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{item}>\n"
        for address, day in located
    )
    return f"{_OPEN.format(whole)}{''.join(rows)}</{whole}>\n"
