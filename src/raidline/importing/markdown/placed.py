"""Where the item of a list says that something was, before it says what: "Salem, Oregon: ...", "Salem | ..."."""

from __future__ import annotations

import re

from raidline.places.lookup import decided

_BEHIND = re.compile(r"\s*(?::|\s[–—-]|\s\|)\s+")
_LONGEST = 60  # characters of a place


def placed(text: str, state: str) -> tuple[str, str]:
    """Return the town before a text, if it begins with one, and the text without it.

    The town has its state beside it, or lies in the `state` of the title above.
    """
    bare = text.removesuffix("|").rstrip()
    mark = _BEHIND.search(bare[: _LONGEST + 3])
    if mark is None or not mark.start():
        return "", bare
    town, rest = bare[: mark.start()], bare[mark.end() :].strip()
    found = decided(town if "," in town or not state else f"{town}, {state}")
    is_local = found is not None and found.kind in ("place", "county") and ("," in town or bool(state))
    return (town, rest) if is_local and rest else ("", bare)
