"""Text inside Markdown."""

from __future__ import annotations

import re

from raidline import inert

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]")
_BLOCK_START = re.compile(r"^(\d*)([#+=.)-])")


def inline(text: str) -> str:
    """Return `text` as one line of plain words: no markup, no HTML, no list or heading."""
    return _BLOCK_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", inert.line(text)))
