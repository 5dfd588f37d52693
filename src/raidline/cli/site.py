"""The address of a timeline's site, as people type it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from raidline.errors import RaidlineError
from raidline.inert import web_link
from raidline.privacy.credentials import without_secrets

_SITE = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", re.IGNORECASE)
_LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"(?=.{{1,253}}$){_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-f:.]+\]")


def site_address(base_url: str | None) -> str | None:
    """Return the address as a URI with a slash at its end; RaidlineError if it cannot be the address of a site."""
    if base_url is None:
        return None
    if not _SITE.fullmatch(base_url):
        raise _none(base_url)
    if without_secrets(base_url) != base_url:
        raise RaidlineError("--base-url grants access; leave its user, password or token out")
    try:
        parts = urlsplit(web_link(base_url) or "")
        host, _, port = (
            parts.netloc.lower().rpartition(":") if parts.port is not None else (parts.netloc.lower(), "", "")
        )
    except ValueError:  # an invalid port
        raise _none(base_url) from None
    steps = parts.path.strip("/").split("/") if parts.path.strip("/") else []
    if not _HOST.fullmatch(host) or parts.port == 0 or any(unquote(step) in ("", ".", "..") for step in steps):
        raise _none(base_url)
    return "/".join([f"{parts.scheme}://{host}{port and ':' + port}", *steps, ""])


def _none(base_url: str) -> RaidlineError:
    return RaidlineError(f"--base-url {base_url!r} is not the address of a site, such as https://example.org/timeline/")
