"""Lines that continue: texts are saved wrapped at some width, or broken in the middle of a name where a link was."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from raidline import lexicon

# A line break ends a paragraph unless the text continues: the line has no final stop and the next begins in lower case.
# The pattern consumes the white space even then, because restarting at each empty line takes long.
_BREAK = re.compile(r"(?<![a-z0-9,;–—\s-])[ \t]*\n\s*|\n\s*(?=[^a-z\s])|(?P<flows_on>\n\s*)")
_NEXT_WORD = re.compile(r"\S*")
_WIDTHS = range(40, 121)  # characters at which texts are wrapped
_FEWEST = 3  # lines that continue
_MOSTLY = 0.8  # the share of lines that another one follows
_SPACES = str.maketrans("\r\n", "  ")


@lru_cache(maxsize=4)  # several steps ask for the text of one article
def unwrapped(text: str) -> str:
    """Return the text with spaces in place of breaks within a sentence; its length and all spans stay the same.

    A line continues if it has no final stop and the next one begins in lower case, if it ends in the middle of a phrase
    ("on Nov. 6,", "members of the"), and, in a text wrapped at a fixed width, if the next word did not fit on it.
    """
    pieces: list[str] = []
    at = 0
    width = _width(text)
    for stop in _BREAK.finditer(text):
        if stop["flows_on"] or _goes_on(text, stop, width):
            pieces += text[at : stop.start()], stop[0].translate(_SPACES)
            at = stop.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _goes_on(text: str, stop: re.Match[str], width: int | None) -> bool:
    if stop[0].count("\n") > 1:
        return False
    line = text[text.rfind("\n", 0, stop.start()) + 1 : stop.start()].rstrip()
    if line.endswith(",") or line.rpartition(" ")[2] in _open_words():
        return True
    word = _NEXT_WORD.match(text, stop.end())
    return width is not None and word is not None and len(line) + 1 + len(word[0]) > width


def _width(text: str) -> int | None:
    """Return the width in characters at which a text is wrapped; None if each paragraph is one line."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    if width not in _WIDTHS:
        return None
    followed = [(line, behind.split(None, 1)[0]) for line, behind in pairwise(lines) if line and behind]
    full = sum(len(line) + 1 + len(word) > width for line, word in followed)
    return width if full >= max(_FEWEST, _MOSTLY * len(followed)) else None


@cache
def _open_words() -> frozenset[str]:
    return frozenset(lexicon.load("function_words")["go_on"])
