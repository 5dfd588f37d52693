"""The names of rules, as people type them."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def unknown_name(name: str, rules: Collection[str]) -> str:
    """Return the message that no rule has this name, with a similar one as a suggestion."""
    close = get_close_matches(name, rules, 1)
    hint = f"did you mean {close[0]}?" if close else "`raidline check --list-rules` lists them"
    return f"no rule is called {name!r} - {hint}"
