"""The proxy that the environment names for an address (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY), as for curl."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from raidline.saving.address import host_of

_USUAL_PORT = 80


class ProxyError(ValueError):
    """Why the proxy of the environment cannot be used, in words that follow the address."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where a proxy is, and the headers that let its user in, which go to nobody else."""

    host: str
    port: int
    headers: dict[str, str] = field(default_factory=dict, repr=False)


def proxy_for(address: str) -> Proxy | None:
    """Return the proxy for an address, None if it is asked directly. ProxyError if its address cannot be used."""
    named = getproxies_environment()
    written = named.get(urlsplit(address).scheme) or named.get("all")
    if not written or proxy_bypass(host_of(address)):
        return None
    try:
        parts = urlsplit(written if "://" in written else f"http://{written}")
        host, port = parts.hostname, parts.port or _USUAL_PORT
    except ValueError:
        host, port = None, 0
    if not host or parts.scheme != "http":
        raise ProxyError("is not asked: the proxy that the environment names is not of the form http://host:port")
    return Proxy(host, port, _letting_in(parts.username, parts.password))


def _letting_in(user: str | None, password: str | None) -> dict[str, str]:
    from urllib3.util import make_headers  # noqa: PLC0415 - an extra

    if not user:
        return {}
    told = make_headers(proxy_basic_auth=f"{unquote(user)}:{unquote(password or '')}")
    return {"Proxy-Authorization": told["proxy-authorization"]}
