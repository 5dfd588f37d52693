"""The parts of an address that grant access: a user and password, a token, a signature. No output contains them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from raidline.models import Event

Keys = tuple[str | int, ...]

_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,15}://[^\s<>|\"]*[^\s<>|\".,;:)]", re.IGNORECASE)
# A text that is one address: no sign within ends it, as it would in prose, unless another address follows.
_ALONE = re.compile(
    r"\s*[a-z][a-z0-9+.-]{1,15}://(?:[^\s<>|\"]|[<>|\"](?![a-z][a-z0-9+.-]{1,15}://))*\s*", re.IGNORECASE
)
_USER = re.compile(r"(?<=://)[^/?#\s]+@")
_KEY = re.compile(r"(?P<before>[?&;#])(?P<key>[^=&;#?/\s]+)=")
_VALUE = re.compile(r"(?:(?!,https?://)[^&;#\s])*")  # stops before the next address of a list
_OF_PATH = re.compile(r"[^&;#?/\s]*")  # the value of a parameter after ";"
_ENCODED = re.compile(r"[a-z]%3A%2F%2F", re.IGNORECASE)  # "://" of an address within an address
_SUSPECT = re.compile(r"://[^/?#\s]*@|[?&;#][^=\s]*=")  # most addresses have neither and need no further look
_JOINTS = re.compile(r"[-_.\[\]]+|(?<=[a-z])(?=[A-Z])")
_WORDS = frozenset(
    [
        "token",
        "accesstoken",
        "idtoken",
        "authtoken",
        "refreshtoken",
        "sessiontoken",
        "apitoken",
        "accesskey",
        "accesskeyid",
        "secret",
        "clientsecret",
        "password",
        "passwd",
        "passphrase",
        "passcode",
        "pwd",
        "apikey",
        "subscriptionkey",
        "keypairid",
        "sig",
        "signature",
        "hmac",
        "auth",
        "authorization",
        "session",
        "sessionid",
        "sessid",
        "jsessionid",
        "phpsessid",
        "credential",
        "credentials",
        "jwt",
        "bearer",
        "otp",
        "hdnea",
        "hdnts",
        "googleaccessid",
        "awsaccesskeyid",
        "unlockedarticlecode",
    ]
)
_ONE_OF = frozenset({"token", "secret", "password", "passwd", "pwd", "sig", "signature", "auth", "jwt", "credential"})
_KEYS_OF = ("amz", "goog", "oss", "ms")  # X-Amz-..., and the like of other stores
_DEEPEST = 4  # addresses within addresses
# What a legislature calls a session: 85R, 2017, 2019RS, 117.
_SESSION = re.compile(r"\d{1,4}(?:[A-Za-z]{1,2}\d?)?|\d{8}")


def without_secrets(text: str) -> str:
    """Return a text without the secrets of the addresses in it; the same text if it has none."""
    return parted(text)[0]


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the secrets of its addresses, and the names of the secrets: `user`, `token`."""
    if not _is_suspect(text):
        return text, ()
    names: list[str] = []

    def clean(match: re.Match[str]) -> str:
        cleaned, found = _parted(match[0])
        names.extend(found)
        return cleaned

    address = _ALONE if _ALONE.fullmatch(text) else _ADDRESS
    return address.sub(clean, text), tuple(dict.fromkeys(names))


def texts_of(event: Event) -> Iterator[tuple[Keys, str]]:
    """Yield each text of an event that may contain an address, with the keys that lead to it."""
    for name in ("title", "summary", "notes"):
        if text := getattr(event, name):
            yield (name,), text
    for number, correction in enumerate(event.corrections):
        yield ("corrections", number, "text"), correction.text
    for number, source in enumerate(event.sources):
        for name in ("url", "archived", "title", "publisher", "quote"):
            if text := getattr(source, name):
                yield ("sources", number, name), text
        if source.says and source.says.note:
            yield ("sources", number, "says", "note"), source.says.note


def cleaned(event: Event) -> dict[Keys, str]:
    """Return the texts that change when secrets are removed, except quotes: those are verbatim."""
    found = ((keys, text, without_secrets(text)) for keys, text in texts_of(event) if keys[-1] != "quote")
    return {keys: clean for keys, text, clean in found if clean != text}


def event_without_secrets(event: Event) -> Event:
    """Return the event without secrets in the addresses of its texts; quotes stay. Returns it unchanged if none."""
    changed = cleaned(event) if _has_suspects(event) else {}
    if not changed:
        return event
    sources = list(event.sources)
    for (_, number, *path), clean in ((keys, clean) for keys, clean in changed.items() if keys[0] == "sources"):
        source = sources[int(number)]
        name = str(path[0])
        update = source.says.model_copy(update={"note": clean}) if name == "says" and source.says else clean
        sources[int(number)] = source.model_copy(update={name: update})
    corrections = [
        one.model_copy(update={"text": changed.get(("corrections", number, "text"), one.text)})
        for number, one in enumerate(event.corrections)
    ]
    own = {str(keys[0]): clean for keys, clean in changed.items() if len(keys) == 1}
    return event.model_copy(update={**own, "corrections": tuple(corrections), "sources": tuple(sources)})


def _has_suspects(event: Event) -> bool:
    """Whether a text of an event may have a secret: few do, and all events of a timeline are asked."""
    texts = [event.title, event.summary, event.notes, *[one.text for one in event.corrections]]
    for source in event.sources:
        says = source.says.note if source.says else None
        texts += (source.url, source.archived, source.title, source.publisher, says)
    return any(_is_suspect(text) for text in texts if text and ("=" in text or "@" in text))


def _is_suspect(text: str | None) -> bool:
    return text is not None and "://" in text and _SUSPECT.search(text) is not None


def _parted(address: str, depth: int = 1) -> tuple[str, list[str]]:
    names = ["user"] if _USER.search(address) else []
    address = _USER.sub("", address)
    kept: list[str] = []
    at = pos = 0
    joint = ""  # of the removed parameter; the next one takes it over: "?token=x&id=5" becomes "?id=5"
    while match := _KEY.search(address, pos):
        value = (_OF_PATH if match["before"] == ";" else _VALUE).match(address, match.end())
        told, pos = (value[0], value.end()) if value else ("", match.end())
        if _is_secret(match["key"], told):
            names.append(unquote(match["key"]))
            if before := address[at : match.start()]:
                kept.append(_joined(joint, before))
                joint = match["before"] if match["before"] in "?#" else ""
            at = pos
        elif depth < _DEEPEST and _ENCODED.search(told):
            inner, found = _parted(unquote(told), depth + 1)
            if found:
                names += found
                kept += [_joined(joint, address[at : match.end()]), quote(inner, safe="")]
                joint, at = "", pos
    kept.append(_joined(joint, address[at:]))
    return "".join(kept), names


def _joined(joint: str, rest: str) -> str:
    return (joint + rest[1:] if rest[1:] else "") if joint and rest[:1] in ("&", ";") else rest


def _is_secret(key: str, value: str) -> bool:
    words = [word.lower() for word in _JOINTS.split(unquote(key)) if word]
    whole = "".join(words)
    if whole in ("session", "sessionid") and _SESSION.fullmatch(value):
        return False
    return bool(
        value
        and (
            whole in _WORDS
            or not _ONE_OF.isdisjoint(words)
            or words[-1:] == ["key"]
            or (words[:1] == ["x"] and words[1:2] and words[1] in _KEYS_OF)
        )
    )
