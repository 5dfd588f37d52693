"""Sourcing: who says so, and where a reader finds it, now and in ten years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.models import Source
from raidline.privacy.credentials import parted, texts_of, without_secrets

_WEB = re.compile(r"https?://(?P<host>[^/?#\s]+)(?P<rest>\S*)", re.IGNORECASE)
_SHOWN = 40  # characters
_INSIDE = re.compile(r"https?://[^\s<>()\[\]\"']+", re.IGNORECASE)  # in "[Herald](https://herald.example/1)"
_ALMOST_WEB = re.compile(r"(?:https?:?/*|//|www\.)?(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)", re.IGNORECASE)


def _is_web(url: str) -> bool:
    """Whether a text is a web address with a host and a port that can be."""
    if not _WEB.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # "https://[::1", a port of 99999
        return False


def url_not_web(checked: Checked) -> Iterator[Problem]:
    """Find a `url` or `archived` that is not a web address; those begin with http:// or https://.

    Bad:

        url: herald.example/2017/03/sweeps

    Good:

        url: https://herald.example/2017/03/sweeps
    """
    for record, number, source, _ in checked.sources():
        for key, url in (("url", source.url), ("archived", source.archived)):
            if url and not _is_web(url):
                almost = _ALMOST_WEB.fullmatch(url)
                hint = f" - did you mean https://{almost['rest']}?" if almost else "; begin it with https://"
                if (inside := _INSIDE.search(url)) and not _WEB.match(url):
                    hint = f" - did you mean {inside[0]}?"
                elif _WEB.fullmatch(url):
                    hint = ": its host or its port cannot be; copy it from the browser again"
                if _WEB.match(url) and (space := re.search(r"\s", url)):
                    hint = f": it has a space behind {url[: space.start()][-_SHOWN:]!r}; write %20, or take it out"
                yield record.problem(
                    "url-not-web", f"{without_secrets(url)!r} is not a web address{hint}", "sources", number, key
                )


def url_bare_domain(checked: Checked) -> Iterator[Problem]:
    """Find a `url` that leads to the front page of a site instead of a report.

    Bad:

        url: https://herald.example/

    Good:

        url: https://herald.example/2017/03/sweeps
    """
    for record, number, source, _ in checked.sources():
        url = without_secrets(source.url or "")
        match = _WEB.fullmatch(url) if _is_web(url) else None
        if match and not match["rest"].strip("/?#"):
            message = f"{url} is the front page of {match['host']}; give the address of the report itself"
            yield record.problem("url-bare-domain", message, "sources", number, "url")


def url_secret(checked: Checked) -> Iterator[Problem]:
    """Find an address that grants access: it contains a user and password, a token, a key, a signature or a session.

    raidline leaves these out of everything that it shows and writes, but others may read the file itself. `--fix`
    removes them; replace any secret that others could have read.

    Bad:

        url: https://jane:secret@herald.example/2017/03/sweeps?token=8f3a11&page=2

    Good:

        url: https://herald.example/2017/03/sweeps?page=2
    """
    for record in checked.records:
        for keys, text in texts_of(record.event):
            if names := parted(text)[1]:
                message = f"an address grants access through its {', '.join(names)}; remove that, or run with --fix"
                yield record.problem("url-secret", message, *keys)
        for number, _, article in checked.sources_of(record):
            if names := parted((article and article.url) or "")[1]:
                message = f"the address of its article grants access through its {', '.join(names)}; remove that there"
                yield record.problem("url-secret", message, "sources", number, "article")


def no_source(checked: Checked) -> Iterator[Problem]:
    """Find an event that no source supports, because each gives a different date, place, count, kind or status.

    Sources that are marked `background: true` support no day, so they do not count either.

    Bad:

        date: 2017-02-01
        sources:
          - article: herald-2017-03-24
            says: {date: 2017-01}

    Good:

        date: 2017-01
        sources:
          - article: herald-2017-03-24
    """
    for record in checked.records:
        if all(map(_differs, record.event.sources)):
            message = "every source `says` something else; write what one of them says, or add a source that agrees"
            if any(source.background for source in record.event.sources):
                message = "no source supports the day: each is `background` or `says` something else; add one that does"
            yield record.problem("no-source", message, "sources")


def _differs(source: Source) -> bool:
    """Whether a source gives something else, or only the background."""
    return source.background or bool(source.says and source.says.model_fields_set - {"note"})


def single_source(checked: Checked) -> Iterator[Problem]:
    """Find an event that only one publisher reports.

    Bad:

        sources:
          - article: herald-2017-03-24

    Good:

        sources:
          - article: herald-2017-03-24
          - article: tribune-2017-03-25
    """
    for record in checked.records:
        publishers = {
            (source.publisher or (article and article.publisher) or source.article or "").casefold()
            for _, source, article in checked.sources_of(record)
        }
        if len(publishers) == 1:
            yield record.problem("single-source", "only one publisher reports it; look for a second", "sources")


def no_archive_link(checked: Checked) -> Iterator[Problem]:
    """Find a source on the web without a stored copy: neither a stored article nor an `archived` address.

    Bad:

        - url: https://herald.example/2017/03/sweeps
          publisher: Herald
          published: 2017-03-24

    Good:

        - url: https://herald.example/2017/03/sweeps
          archived: https://archive.example/web/2017/https://herald.example/2017/03/sweeps
          publisher: Herald
          published: 2017-03-24
    """
    for record, number, source, article in checked.sources():
        if source.url and not source.archived and article is None:
            message = "no copy is kept; save the page, and store it under `articles/` or add its address as `archived`"
            yield record.problem("no-archive-link", message, "sources", number, "url")
