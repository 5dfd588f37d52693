"""Text and links that can only be read: nothing in them moves a cursor, reverses the direction of text, or runs."""

from __future__ import annotations

import re
from functools import lru_cache

# C0, DEL and C1 (terminal escapes begin here), direction overrides and isolates, invisible line and paragraph
# separators, surrogates that cannot be written as UTF-8, and two characters that XML does not allow. Line feeds are
# not included.
_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
# What a workflow runner takes as a command: `::stop-commands::x` on a line of its own, `##[error]` anywhere.
_LOG_COMMAND = re.compile(r"^([^\S\n]*)::", re.MULTILINE)
_LOG_MARK = re.compile(r"##(?=\[)")
_SPACE = re.compile(r"\s+")
# What no URI contains (RFC 3986): non-ASCII characters, brackets, and a per cent sign that escapes nothing.
_NOT_IN_LINK = re.compile(r"[^\x21-\x7e]|[<>\"\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"(?P<scheme>https?://)(?P<host>(?=[^\s])[^/?#]+)", re.IGNORECASE)
_ENDING = re.compile(r"[/?#@]")  # some characters normalise to these, but no host contains them: a "care of" sign
_ADDRESS = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")  # IPv6, the only place where brackets are allowed


def block(text: str) -> str:
    """Return `text` with line feeds as its only control characters."""
    if text.isprintable():  # almost every text, and none of these characters is
        return text
    return _ACTING.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def line(text: str) -> str:
    """Return `text` as one line, with each run of white space replaced by one space."""
    if text.isprintable() and "  " not in text:  # of white space it has single spaces alone, as almost every text
        return text.strip()
    return _SPACE.sub(" ", block(text)).strip()


def logged(text: str) -> str:
    """Return `text` without what a workflow log takes as a command, at the start of a line or elsewhere."""
    return _LOG_MARK.sub("# #", _LOG_COMMAND.sub(r"\1: :", text))


@lru_cache(maxsize=16_384)
def web_link(url: str | None) -> str | None:
    """Return `url` as a URI (RFC 3986) that any format takes if it is a plain http or https address, otherwise None."""
    plain = block(url or "").replace("\n", "")  # first, because a control character could hide the host
    if not (parts := _WEB.match(plain)) or not _named(parts["host"]):
        return None
    host = _host(parts["host"])
    if not _named(host):  # IDNA drops some characters, such as a soft hyphen
        return None
    path, hash_, fragment = plain[parts.end() :].partition("#")
    return parts["scheme"] + host + _escaped(path) + hash_ + _escaped(fragment).replace("#", "%23")


def _named(host: str) -> bool:
    """Return whether there is a name between the user and the port."""
    return bool(host.rpartition("@")[2].partition(":")[0])


def _host(text: str) -> str:
    """Return the host and its port or user in ASCII; a name with other letters becomes its registered form."""
    user, at, host = text.rpartition("@")
    if not host.isascii():
        try:
            name = host.encode("idna").decode("ascii")
        except UnicodeError:
            name = host  # cannot be registered
        host = host if _ENDING.search(name) else name
    return _escaped(user).replace("@", "%40") + at + (host if _ADDRESS.fullmatch(host) else _escaped(host))


def _escaped(text: str) -> str:
    return _NOT_IN_LINK.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def json_escaped(text: str) -> str:
    """Return the JSON `text` with every character that acts on a terminal escaped; it stays the same JSON."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
