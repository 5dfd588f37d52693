"""Where each page of a site goes: folder names that are readable, unique, stable and safe on every file system.

Every address consists of lower-case letters, digits and `-._~`, so that none leads out of the site, no two differ only
by case, and all work in a URL unchanged.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from raidline.places.lookup import local_name, state_of

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction

EVENTS = "events"
_LONGEST = 100  # file systems allow 255 bytes for a name, and Windows 260 characters for a path
_PART = r"[a-z0-9](?:[a-z0-9._~-]*[a-z0-9])?"
_PLAIN_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile("['’ʻ]")
# Device names of Windows, forbidden for files even with an extension (Microsoft, "Naming Files, Paths")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_ALLOWED = rf"(?!(?:{'|'.join(sorted(_RESERVED))})(?:[./]|$)){_PART}"
_ADDRESS = re.compile(rf"{_ALLOWED}(?:/{_ALLOWED})*")


def is_address(path: str) -> bool:
    """Whether `path` can be the address of a file of a site: it stays within the site and has the usual form."""
    return bool(_ADDRESS.fullmatch(path))


def slug(text: str) -> str:
    """Return lower-case ASCII letters and digits joined by hyphens; empty if `text` has none."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


@lru_cache(maxsize=32_768)
def place_folder(place: Jurisdiction) -> str:
    """Return a folder such as "texas", "texas/travis-county", "maryland/woodlawn-baltimore-county", "mexico/tijuana".

    It comes from the full name, which is unique in the gazetteer. Abroad, names that differ only in accents or capitals
    are different places, so all but the plainest have `~` and a hash.
    """
    if place.kind in ("nation", "state", "country"):
        return slug(place.full_name)
    if place.is_abroad:
        country = slug(place.country)
        plain = slug(place.name)
        if plain.replace("-", " ").title() == place.name:
            return f"{country}/{plain}"
        return f"{country}/{plain}~{sha256(place.code.encode()).hexdigest()[:16]}"
    return f"{slug(state_of(place).name)}/{slug(local_name(place))}"


@lru_cache(maxsize=32_768)
def event_folder(event_id: str) -> str:
    """Return `events/` and the id if that is a safe name; otherwise a similar name with `~` and a hash of the id.

    No safe id contains `~`, so no other event can have the same folder.
    """
    if len(event_id) <= _LONGEST and _PLAIN_ID.fullmatch(event_id) and not _is_reserved(event_id):
        return f"{EVENTS}/{event_id}"
    return _hashed(EVENTS, event_id)


def named_folder(folder: str, name: str) -> str:
    """Return a folder for a name in small letters, such as `agencies/ice`; with a hash if the folder lacks letters."""
    plain = slug(name)
    if len(plain) <= _LONGEST and plain.replace("-", " ") == name and not _is_reserved(plain):
        return f"{folder}/{plain}"
    return _hashed(folder, name)


def _hashed(folder: str, name: str) -> str:
    like = slug(name)[:_LONGEST].strip("-")
    digest = sha256(name.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"{folder}/{like}~{digest}" if like else f"{folder}/{digest}~{digest}"


def link(target: str, page: str) -> str:
    """Return the relative link from one file of the site to another: "../../texas/index.html"."""
    here, there = page.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def _is_reserved(part: str) -> bool:
    return part.partition(".")[0] in _RESERVED
