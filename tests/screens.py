"""Streams that pass for a terminal."""

from __future__ import annotations

import io


class Terminal(io.StringIO):
    def isatty(self):
        return True


def opened(monkeypatch, width, *, terminal=False, **environment):
    """Return a stream as wide as that, a terminal or not, in an environment of which only this much is known."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    settings = {"COLUMNS": str(width), "LINES": "40", "TERM": "xterm-256color"} | environment
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return Terminal() if terminal else io.StringIO()
