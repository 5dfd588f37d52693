"""Data as YAML that people can read and that every YAML reader reads as the same text.

A scalar is quoted only where necessary: `NO`, `012` and `1:30` are quoted because YAML 1.1 reads them as something
else; `2017`, `51` and `2017-02-01` are not, because any reader returns the same characters. Text of several lines stays
in lines; long text is folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, TypeGuard

Dumpable: TypeAlias = "str | int | float | Sequence[Dumpable] | Mapping[str, Dumpable]"

WIDTH = 100
FLAGS = frozenset({"background"})  # keys whose values are true or false

# Characters YAML cannot print, its line breaks, the byte order mark, and those that reverse the direction of text.
_NEEDS_ESCAPES = re.compile(
    r"[^ -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NEEDS_QUOTES = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@` ].*|.*(?::(?= |$)| #| $).*|")
_NEEDS_QUOTES_IN_BRACKETS = re.compile(r".*[,\[\]{}:?].*")  # in YAML 1.1 also a question mark within a word
# Texts that YAML 1.1 or 1.2 reads as null, a boolean, a number, a time or a date, and writes back differently.
_READ_OTHERWISE = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|\.\.\."
    r"|[-+.][0-9.].*|[-+]?\.(?:inf|nan)|0[0-9_box].*|[0-9][0-9_]*[_.:e][0-9_.:e+-]*"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9](?:[0-9]?[t ].*)?|[0-9]{4}-[0-9]-[0-9]{2}",
    re.IGNORECASE,
)
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(data: Mapping[str, Dumpable]) -> str:
    """Return YAML that `reading.loads` reads back as the same data, with numbers as text."""
    return "\n".join(lines_of(data, WIDTH, depth=0)) + "\n"


def lines_of(data: Dumpable, width: int, depth: int) -> list[str]:
    """Return the lines of a value on its own, not indented; `depth` counts the collections around it."""
    lines: list[str] = []
    if isinstance(data, Mapping) and data:
        for key, value in data.items():
            lines += entry_lines(f"{scalar(key)}:", flagged(key, value), width, depth)
    elif _is_list(data) and data:
        for item in data:
            first, *rest = lines_of(item, width - 2, depth + 1)
            if lines and depth <= 1 and isinstance(item, Mapping):
                lines.append("")
            lines += [f"- {first}", *_indented(rest)]
    elif _stays_in_lines(data):
        *texts, last = str(data).split("\n")
        lines += ["|", *texts] if not last else ["|-", *texts, last]
    elif _folds(data, width):
        lines += [">-", *_folded(str(data), width)]
    else:
        lines.append(_flow(data) or "")
    return lines


def entry_lines(label: str, value: Dumpable, width: int, depth: int) -> list[str]:
    """Return the lines of a value after its key and colon; the first line begins with `label`."""
    flow = _flow(value)
    if flow is not None and len(label) + 1 + len(flow) <= width:
        return [f"{label} {flow}"]
    lines = lines_of(value, width - 2, depth + 1)
    if isinstance(value, Mapping) or _is_list(value):
        return [label, *_indented(lines)]
    return [f"{label} {lines[0]}", *_indented(lines[1:])]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _is_list(data: Dumpable) -> TypeGuard[Sequence[Dumpable]]:
    return isinstance(data, list | tuple)


def _flow(data: Dumpable) -> str | None:
    """Return a value on one line; None if it contains collections or line breaks and needs lines of its own."""
    if isinstance(data, Mapping):
        values = [_flow_scalar(flagged(key, value)) for key, value in data.items()]
        if None in values:
            return None
        return "{" + ", ".join(f"{_flow_scalar(k)}: {v}" for k, v in zip(data, values, strict=True)) + "}"
    if _is_list(data):
        items = [_flow_scalar(item) for item in data]
        return None if None in items else "[" + ", ".join(map(str, items)) + "]"
    return None if _stays_in_lines(data) else scalar(data)


def _flow_scalar(data: Dumpable) -> str | None:
    if isinstance(data, Mapping) or _is_list(data):
        return None
    return scalar(data, in_brackets=True)


def flagged(key: str, value: Dumpable) -> Dumpable:
    """Return a value as it is written under a key: that of a flag as true or false, which nothing takes for a text."""
    told = value.lower() if isinstance(value, str) else ""
    return told == "true" if key in FLAGS and told in {"true", "false"} else value


def scalar(data: Dumpable, *, in_brackets: bool = False) -> str:
    """Return a text, a number or a flag on one line, quoted where necessary; TypeError for anything else."""
    if isinstance(data, bool):
        return str(data).lower()
    if not isinstance(data, str | int | float):
        raise TypeError(f"cannot be written as YAML: {data!r}")
    text = str(data)
    if _NEEDS_ESCAPES.search(text):
        return '"' + _NEEDS_ESCAPES.sub(_escaped, re.sub(r'[\\"]', r"\\\g<0>", text)) + '"'
    if not isinstance(data, str):
        return text
    if (
        _NEEDS_QUOTES.fullmatch(text)
        or _READ_OTHERWISE.fullmatch(text)
        or (in_brackets and _NEEDS_QUOTES_IN_BRACKETS.fullmatch(text))
    ):
        return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
    return text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return _ESCAPES.get(match[0]) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")


def _stays_in_lines(data: Dumpable) -> bool:
    """Whether a text of several lines survives as lines: nothing invisible stands at their ends."""
    if not isinstance(data, str) or "\n" not in data:
        return False
    lines = data.removesuffix("\n").split("\n")
    ends_seen = lines[0][:1] not in ("", " ") and lines[-1] and not any(line.endswith(" ") for line in lines)
    return bool(ends_seen) and not any(map(_NEEDS_ESCAPES.search, lines))


def _folds(data: Dumpable, width: int) -> bool:
    """Whether folding makes a text readable and does not change it."""
    return (
        isinstance(data, str)
        and len(data) > width
        and not _NEEDS_ESCAPES.search(data)
        and data.strip(" ") == data
        and bool(_FOLD.search(data))
    )


def _folded(text: str, width: int) -> Iterable[str]:
    line = ""
    for word in _FOLD.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
