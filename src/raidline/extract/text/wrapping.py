"""Lines that go on: texts are saved wrapped at some width, or broken where a link stood, in the midst of a name."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from raidline import lexicon

# A line break ends a paragraph unless the text flows on: nothing closes the line and the next begins small.
# Where it flows on, the white space is taken at once all the same: to begin anew at each empty line takes long.
_BREAK = re.compile(r"(?<![a-z0-9,;–—\s-])[ \t]*\n\s*|\n\s*(?=[^a-z\s])|(?P<flows_on>\n\s*)")
_NEXT_WORD = re.compile(r"\S*")
_WIDTHS = range(40, 121)  # characters, at which texts are wrapped
_FEWEST = 3  # lines that go on
_MOSTLY = 0.8  # of the lines that another follows
_SPACES = str.maketrans("\r\n", "  ")


def unwrapped(text: str) -> str:
    """Return the text with spaces for the breaks of lines that go on; as long as it was, so that every span holds.

    A line goes on where the next one begins small and nothing closes it, where it ends in the midst of a phrase
    ("on Nov. 6,", "members of the"), and, in a text that is wrapped at a width, where the next word had no room on it.
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
    """Return how many characters wide a text is wrapped; None for one with a paragraph a line."""
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
