"""Text and links that can only be read: nothing in them moves a cursor, turns writing round or runs."""

from __future__ import annotations

import re

# C0, DEL and C1 (terminal escapes begin here), direction overrides and isolates, invisible line and
# paragraph separators, half characters that cannot be written as UTF-8, and two that XML has none of. Line feeds are
# not among them.
_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
# What makes a runner of workflows obey: `::stop-commands::x` in a line of its own, `##[error]` wherever it stands.
_LOG_COMMAND = re.compile(r"^([^\S\n]*)::", re.MULTILINE)
_LOG_MARK = re.compile(r"##(?=\[)")
_SPACE = re.compile(r"\s+")
# What no URI holds (RFC 3986): all but ASCII, brackets, and a per cent sign that escapes nothing.
_NOT_IN_LINK = re.compile(r"[^\x21-\x7e]|[<>\"\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"(?P<scheme>https?://)(?P<host>(?=[^\s])[^/?#]+)", re.IGNORECASE)
_ENDING = re.compile(r"[/?#@]")  # what some characters are taken for, though no host holds it: a sign "care of"
_ADDRESS = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")  # IPv6, the one place where brackets belong


def block(text: str) -> str:
    """`text` with line feeds as its only control characters."""
    return _ACTING.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def line(text: str) -> str:
    """`text` as one line, each run of white space one space."""
    return _SPACE.sub(" ", block(text)).strip()


def logged(text: str) -> str:
    """`text` in which the log of a workflow finds no command: none is at the beginning of a line, nor anywhere else."""
    return _LOG_MARK.sub("# #", _LOG_COMMAND.sub(r"\1: :", text))


def web_link(url: str | None) -> str | None:
    """`url` where it is a plain http or https address, as a URI (RFC 3986) that any format takes; None otherwise."""
    plain = block(url or "").replace("\n", "")  # first, as what acts could stand for the host
    if not (parts := _WEB.match(plain)) or not _named(parts["host"]):
        return None
    host = _host(parts["host"])
    if not _named(host):  # what IDNA leaves out, such as a soft hyphen, names nothing
        return None
    path, hash_, fragment = plain[parts.end() :].partition("#")
    return parts["scheme"] + host + _escaped(path) + hash_ + _escaped(fragment).replace("#", "%23")


def _named(host: str) -> bool:
    """Whether there is a name between the user and the port."""
    return bool(host.rpartition("@")[2].partition(":")[0])


def _host(text: str) -> str:
    """Return a host with what stands round it in ASCII: by the name that it is registered by, where it has one."""
    user, at, host = text.rpartition("@")
    if not host.isascii():
        try:
            name = host.encode("idna").decode("ascii")
        except UnicodeError:
            name = host  # not to be registered
        host = host if _ENDING.search(name) else name
    return _escaped(user) + at + (host if _ADDRESS.fullmatch(host) else _escaped(host))


def _escaped(text: str) -> str:
    return _NOT_IN_LINK.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def json_escaped(text: str) -> str:
    """JSON `text`, in the strings of which no character acts on a terminal; still the same JSON."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
