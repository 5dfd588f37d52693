"""Lines that continue: texts are saved wrapped at some width, or broken in the middle of a name where a link was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise, zip_longest

from raidline import lexicon

_BREAK = re.compile(r"\n\s*")
_OPEN = re.compile(r"[a-z0-9,;–—\s-]")  # ends a line that may go on
# "by Ann Lee | Feb 11, 2031 | News" below a headline
_BYLINE = re.compile(r"by(?: [A-Z][\w.'’-]+){2,4}[ \t]*(?:[|•·–—]|,? [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_NEXT_WORD = re.compile(r"\S*")
_ITEM = re.compile(r"[ \t]*(?P<mark>[*•‣◦](?=\s)|\||#{1,6}(?=\s)|-(?=\s)|(?P<number>\d{1,3})[.)](?=\s))")
_SMALL = re.compile(r"[ \t]+[a-z]")
_WIDTHS = range(40, 121)  # characters at which texts are wrapped
_FEWEST = 3  # lines that continue
_MOSTLY = 0.8  # the share of lines that another one follows
_CLOSED = re.compile(r"[.!?:|][\"'”’)\]*_]*$")
_CLOSED_BY_CHANCE = 0.5  # the share of lines with a final stop; where more have one, each is a sentence to itself
_BLANKS = " \t"
_SPACES = str.maketrans("\r\n", "  ")


@lru_cache(maxsize=4)  # several steps ask for the text of one article
def unwrapped(text: str) -> str:
    """Return the text with spaces in place of breaks within a sentence; its length and all spans stay the same.

    A line continues if it has no final stop and the next one begins in lower case, if it ends in the middle of a phrase
    ("on Nov. 6,", "members of the"), and, in a text wrapped at a fixed width, if the next word did not fit on it. An
    item of a list and a row of a table never continue the line above.
    """
    if "\n" not in text:
        return text
    pieces: list[str] = []
    at = 0
    lines = text.split("\n")
    items = _items(lines)
    width = _width(lines, items)
    starts = _starts(lines, items)
    for stop in _BREAK.finditer(text):
        if _flows_on(text, stop) or (stop.end() not in starts and _goes_on(text, stop, width)):
            pieces += text[at : stop.start()], stop[0].translate(_SPACES)
            at = stop.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _flows_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a break ends no paragraph: the line has no final stop, and the next begins in lower case."""
    start, end = stop.span()
    if (end < len(text) and not "a" <= text[end] <= "z") or _BYLINE.match(text, end):
        return False
    while start and text[start - 1] in _BLANKS:
        start -= 1
    return start > 0 and _OPEN.match(text, start - 1) is not None


def _goes_on(text: str, stop: re.Match[str], width: int | None) -> bool:
    if stop[0].count("\n") > 1:
        return False
    line = text[text.rfind("\n", 0, stop.start()) + 1 : stop.start()].rstrip()
    if line.endswith(",") or line.rpartition(" ")[2] in _open_words():
        return True
    word = _NEXT_WORD.match(text, stop.end())
    return width is not None and word is not None and len(line) + 1 + len(word[0]) > width


def _items(lines: Sequence[str]) -> list[bool]:
    """Return for each line whether it begins an item of a list, a heading or a row of a table.

    "12." may end a sentence that was wrapped behind "June", and "- who" may go on with one: a number begins an item if
    the one before or behind it does so too, and a dash before a small letter if another one stands above or below.
    """
    found = [_ITEM.match(line) for line in lines]
    numbers = {int(one["number"]) for one in found if one and one["number"]}
    dashes = [one is not None and one["mark"] == "-" for one in found]
    items = []
    for at, (line, one) in enumerate(zip(lines, found, strict=True)):
        if one and one["number"]:
            items.append(not numbers.isdisjoint({int(one["number"]) - 1, int(one["number"]) + 1}))
        elif one and dashes[at] and _SMALL.match(line, one.end()):
            items.append((at > 0 and dashes[at - 1]) or any(dashes[at + 1 : at + 2]))
        else:
            items.append(one is not None)
    return items


def _starts(lines: Sequence[str], items: Sequence[bool]) -> frozenset[int]:
    """Return where the marks of the items stand in the text."""
    ends = accumulate((len(line) + 1 for line in lines), initial=0)
    return frozenset(
        at + len(line) - len(line.lstrip()) for at, line, item in zip(ends, lines, items, strict=False) if item
    )


def _width(lines: Sequence[str], items: Sequence[bool]) -> int | None:
    """Return the width in characters at which a text is wrapped; None if each paragraph is one line.

    Lines above an item end where their words do, so that items of one length are no sign of a width.
    """
    bare = [line.rstrip() for line in lines]
    goes_on = [bool(behind) and not item for behind, item in zip(bare[1:], items[1:], strict=True)]
    counted = (len(line) for line, item, more in zip_longest(bare, items, goes_on) if more or not item)
    width = max(counted, default=0)
    if width not in _WIDTHS:
        return None
    followed = [
        (line, behind.split(None, 1)[0])
        for (line, behind), more in zip(pairwise(bare), goes_on, strict=True)
        if more and line
    ]
    full = sum(len(line) + 1 + len(word) > width for line, word in followed)
    if sum(bool(_CLOSED.search(line)) for line, _ in followed) > _CLOSED_BY_CHANCE * len(followed):
        return None
    return width if full >= max(_FEWEST, _MOSTLY * len(followed)) else None


@cache
def _open_words() -> frozenset[str]:
    return frozenset(lexicon.load("function_words")["go_on"])
