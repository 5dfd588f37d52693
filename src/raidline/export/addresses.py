"""Where each page of a site stands: folders that are readable, unique, stable and safe on every file system.

Every address is made of small letters, digits and `-._~`, so that none leaves the site, none differs from another
only by its capitals, and all work in a URL as they are.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from posixpath import relpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.places.lookup import Jurisdiction

EVENTS = "events"
_LONGEST = 100  # file systems stop at 255 bytes a name, and Windows at 260 a path
_PART = r"[a-z0-9](?:[a-z0-9._~-]*[a-z0-9])?"
_ADDRESS = re.compile(rf"{_PART}(?:/{_PART})*")
_PLAIN_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile("['’ʻ]")
# Device names of Windows, which a file may not have even with an extension (Microsoft, "Naming Files, Paths")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def is_address(path: str) -> bool:
    """Whether `path` could be that of a file of a site: it stays within it and is written as all addresses are."""
    return bool(_ADDRESS.fullmatch(path)) and not any(map(_is_reserved, path.split("/")))


def slug(text: str) -> str:
    """Return small ASCII letters and digits joined by hyphens; empty where `text` has none."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


def place_folder(place: Jurisdiction) -> str:
    """Return such as "texas", "texas/travis-county", "maryland/woodlawn-baltimore-county".

    It is made of the full name, which no other jurisdiction of the gazetteer shares.
    """
    if place.kind in ("nation", "state"):
        return slug(place.full_name)
    name, _, state = place.full_name.rpartition(", ")
    return f"{slug(state)}/{slug(name)}"


def event_folder(event_id: str) -> str:
    """Return `events/` and the id, where that is a safe name; else something like it and `~` and a hash of it.

    No id that is safe has a `~`, so that no other event can take the folder.
    """
    if len(event_id) <= _LONGEST and _PLAIN_ID.fullmatch(event_id) and not _is_reserved(event_id):
        return f"{EVENTS}/{event_id}"
    like = slug(event_id)[:_LONGEST].strip("-")
    digest = sha256(event_id.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"{EVENTS}/{like}~{digest}" if like else f"{EVENTS}/{digest}~{digest}"


def link(target: str, page: str) -> str:
    """Return the relative link from one file of the site to another: "../../texas/index.html"."""
    folder = page.rpartition("/")[0]
    return relpath(target, folder or ".")


def _is_reserved(part: str) -> bool:
    return part.partition(".")[0] in _RESERVED
