"""The addresses that may be fetched: of the web, without anything that grants access."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urldefrag, urljoin, urlsplit

from raidline.errors import RaidlineError
from raidline.inert import web_link
from raidline.privacy.credentials import parted

LONGEST = 4000  # characters


def checked(typed: str) -> str:
    """Return an address as it is fetched, without its fragment. RaidlineError if it may not be fetched."""
    address = _plain(typed)
    shown, secrets = parted(address or typed.strip())  # of a text, an address ends before the first ">", say
    if secrets:
        raise RaidlineError(f"{shown}: nothing that grants access is sent ({', '.join(secrets)}); leave it out")
    if address is None:
        raise RaidlineError(f"{shown} is no address of a page on the web, such as https://example.org/2017/report")
    return address


def led_to(address: str, location: str) -> str | None:
    """Return where a redirect leads, without anything that grants access; None if that is not a page on the web."""
    try:
        joined = _plain(urljoin(address, location.strip()))
    except ValueError:  # a bracket in the host
        return None
    return _plain(parted(joined)[0]) if joined else None


def host_of(address: str) -> str:
    """Return the host of an address, without its port."""
    return (urlsplit(address).hostname or "").lower()


def site_of(address: str) -> str:
    """Return scheme, host and port, to which rules for robots apply."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def is_private(host: str) -> bool:
    """Return whether a name leads to this computer or a network that others cannot reach; False if nowhere."""
    try:
        found = {str(one[4][0]).partition("%")[0] for one in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(one).is_global for one in found)


def _plain(typed: str) -> str | None:
    link = web_link(urldefrag(typed.strip()).url)
    if link is None or len(link) > LONGEST:
        return None
    try:
        parts = urlsplit(link)
        if not parts.hostname or parts.port == 0:
            return None
    except ValueError:  # an invalid port
        return None
    return parts._replace(path=parts.path or "/", scheme=parts.scheme.lower()).geturl()
