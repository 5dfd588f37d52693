"""Texts that YAML cuts off: without quotes, ` #3` begins a comment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.yamltext.reading import Document

_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")  # an intended comment has a space after its #
_MOST_LINES = 20


def cut_off(document: Document, keys: Sequence[str | int], value: str) -> str | None:
    """Return the comment right after an unquoted text if its first word touches the #; otherwise None."""
    line, column = document.position(keys)
    text, at = document.lines.text_of(line), column - 1
    if not text.startswith(value, at):  # usually because the value continues on the next line
        last = min(document.lines.end()[0], line + _MOST_LINES)
        text = "\n".join([text, *(document.lines.text_of(number) for number in range(line + 1, last + 1))])
    for word in value.split():
        while text[at : at + 1].isspace():
            at += 1
        if not text.startswith(word, at):  # in quotes, a block, or longer than the part examined here
            return None
        at += len(word)
    found = _COMMENT.match(text, at)
    return found[1] if found else None
