"""One request to one server, and its answer as it came: bounded in size, and in time even if a server only drips.

The extra `raidline[web]` installs urllib3. No cookie, no referer and no credentials are sent, but for
those of a proxy to that proxy.
"""

from __future__ import annotations

import re
import ssl
import zlib
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Timer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from raidline.files.textfile import MEGABYTE
from raidline.saving.proxies import Proxy, ProxyError, proxy_for

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

NAME = "raidline"  # what robots.txt calls it
AGENT = f"{NAME} (saves news reports that a person asks for)"
LARGEST = 20 * MEGABYTE  # bytes of an answer, both as it comes and unpacked
PATIENCE = 20.0  # seconds for a server to say anything
LONGEST = 90.0  # seconds for a whole answer
_BLOCK = 65_536
_HTTPS = 443
_NO_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3} [\w -]{1,60})")
_PACKED = {"gzip", "x-gzip"}
_PLAIN = {"", "identity"}
_UNSAID = {"set-cookie", "set-cookie2", "transfer-encoding", "connection", "keep-alive"}


class NoAnswerError(Exception):
    """Why there is no answer, in words that follow the address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. `raw` is the body as it came, perhaps packed; `headers` are without cookies."""

    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes

    def header(self, name: str) -> str:
        """Return a header, "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def body(self) -> bytes:
        """Return the body, unpacked. NoAnswerError if it is too large or damaged, or packed in another way."""
        packing = self.header("content-encoding").strip().lower()
        if packing in _PLAIN:
            return self.raw
        if packing not in _PACKED:
            raise NoAnswerError(f"is packed as {packing[:20]!r}, which was not asked for")
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            body = unpacker.decompress(self.raw, LARGEST + 1)
        except zlib.error:
            raise NoAnswerError("is damaged: its packed body cannot be read") from None
        if len(body) > LARGEST:
            raise NoAnswerError(f"unpacks to more than {LARGEST // MEGABYTE} MB")
        return body


def ask(address: str) -> Answer:
    """Return the answer of a server, whatever its status; NoAnswerError if there is none."""
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - an extra

    try:
        proxy = proxy_for(address)
    except ProxyError as error:
        raise NoAnswerError(str(error)) from None
    connection = _connection(address, proxy)
    is_late = Event()
    timer = Timer(LONGEST, _cut, [connection, is_late])  # a time limit for each read is none for all of them
    timer.daemon = True
    timer.start()
    try:
        answer = _asked(connection, address, proxy)
    except (HTTPError, OSError, ValueError, AttributeError) as error:  # AttributeError: cut within a read
        through = f" (through the proxy {proxy.host}:{proxy.port}, which the environment names)" if proxy else ""
        raise NoAnswerError(f"{_late() if is_late.is_set() else _in_words(error)}{through}") from None
    finally:
        timer.cancel()
        connection.close()
    if is_late.is_set():  # where it was cut it may look complete
        raise NoAnswerError(_late())
    return answer


def _connection(address: str, proxy: Proxy | None) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - an extra

    parts = urlsplit(address)
    host, port = (proxy.host, proxy.port) if proxy else (parts.hostname or "", parts.port)
    if parts.scheme != "https":
        return HTTPConnection(host, port, timeout=PATIENCE)
    connection = HTTPSConnection(host, port, timeout=PATIENCE, ssl_context=ssl.create_default_context())
    if proxy:
        connection.set_tunnel(parts.hostname or "", parts.port or _HTTPS, proxy.headers)
    return connection


def _late() -> str:
    return f"takes more than {LONGEST:.0f} seconds"


def _cut(connection: HTTPConnection, is_late: Event) -> None:
    is_late.set()
    with suppress(Exception):
        if connection.sock:
            connection.sock.shutdown(2)


def _asked(connection: HTTPConnection, address: str, proxy: Proxy | None) -> Answer:
    parts = urlsplit(address)
    target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    headers = {"User-Agent": AGENT, "Accept": "text/html, application/pdf, */*;q=0.5", "Accept-Encoding": "gzip"}
    if proxy and parts.scheme == "http":  # otherwise the tunnel has told the proxy all this
        target, headers = f"http://{parts.netloc}{target}", {**headers, **proxy.headers}
    connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
    response = connection.getresponse()
    found, size = [], 0
    while block := response.read(_BLOCK, decode_content=False):
        found.append(block)
        size += len(block)
        if size > LARGEST:
            raise NoAnswerError(f"is larger than {LARGEST // MEGABYTE} MB")
    told = tuple((key, value) for key, value in response.headers.items() if key.lower() not in _UNSAID)
    return Answer(address, response.status, response.reason or "", told, b"".join(found))


def _in_words(error: Exception) -> str:
    """Return why no answer came, without the addresses and objects that libraries put into their messages."""
    from urllib3 import exceptions  # noqa: PLC0415 - an extra

    cause = error.__cause__ or error.__context__ or error
    for one in (error, cause):
        if isinstance(one, exceptions.NameResolutionError):
            return "cannot be reached: there is no such host"
        if isinstance(one, ssl.SSLCertVerificationError):
            return f"cannot be trusted: {one.verify_message or 'its certificate is not valid'}"
        if isinstance(one, exceptions.IncompleteRead | ConnectionResetError):
            return "breaks off in the middle of its answer"
        if isinstance(one, TimeoutError | exceptions.ReadTimeoutError):
            return f"does not answer within {PATIENCE:.0f} seconds"
        if isinstance(one, OSError) and (why := one.strerror or "".join(_NO_TUNNEL.findall(str(one))[:1])):
            return f"cannot be reached: {why.lower()}"
    return "gives no answer that can be read"
