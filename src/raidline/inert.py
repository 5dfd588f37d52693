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
_SPACE = re.compile(r"\s+")
_NOT_IN_LINK = re.compile(r"[\s<>\"\\^`{|}]")
_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)


def block(text: str) -> str:
    """`text` with line feeds as its only control characters."""
    return _ACTING.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def line(text: str) -> str:
    """`text` as one line, each run of white space one space."""
    return _SPACE.sub(" ", block(text)).strip()


def web_link(url: str | None) -> str | None:
    """`url` where it is a plain http or https address, safe to write into any format; None otherwise."""
    plain = block(url or "").replace("\n", "")  # first, as what acts could stand for the host
    return _NOT_IN_LINK.sub(lambda found: _percent(found[0]), plain) if _WEB.match(plain) else None


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def json_escaped(text: str) -> str:
    """JSON `text`, in the strings of which no character acts on a terminal; still the same JSON."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
