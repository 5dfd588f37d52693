"""Where the site of a timeline is, as people type it."""

from __future__ import annotations

import re

from raidline.errors import RaidlineError
from raidline.privacy.credentials import without_secrets

_SITE = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def site_address(base_url: str | None) -> str | None:
    """Return the address with a slash at its end; RaidlineError for what is no address of a site."""
    if base_url is None:
        return None
    if not _SITE.fullmatch(base_url):
        raise RaidlineError(
            f"--base-url {base_url!r} is not where a site could be, such as https://example.org/timeline/"
        )
    if without_secrets(base_url) != base_url:
        raise RaidlineError("--base-url lets somebody in; leave its user, password or token out")
    return base_url.rstrip("/") + "/"
