"""Footnotes of Markdown, which may be the sources of what they stand behind: `[^1]` and `[^1]: Paper, https://...`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_DEFINED = re.compile(r" {0,3}\[(?P<key>\^[^\[\]\s]{1,60}|\d{1,3})\]:\s+(?P<text>\S.*)")
_MARK = re.compile(r"\s?\[(?P<key>\^[^\[\]\s]{1,60}|\d{1,3})\](?![(\[:])")
_LONGEST = 2_000  # characters of a footnote


def defined(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the lines with empty ones in place of footnotes, and the footnotes by their keys."""
    left, notes, key = [], dict[str, str](), ""
    for line in lines:
        if match := _DEFINED.fullmatch(line):
            key = match["key"]
            notes.setdefault(key, match["text"].strip())
            left.append("")
        elif key and line[:1] in (" ", "\t") and line.strip() and len(notes[key]) < _LONGEST:
            notes[key] += f" {line.strip()}"
            left.append("")
        else:
            key = ""
            left.append(line)
    return left, notes


def cited(text: str, notes: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return a text without the marks of footnotes, and those footnotes; other marks stay."""
    found = [match["key"] for match in _MARK.finditer(text) if match["key"] in notes]
    bare = _MARK.sub(lambda match: "" if match["key"] in notes else match[0], text) if found else text
    return bare, [notes[key] for key in dict.fromkeys(found)]
