"""What two events that may be one have in common and what differs, in words for a report."""

from __future__ import annotations

import re
from itertools import pairwise

from raidline.merging.twice.pairs import Pair
from raidline.merging.twice.scenes import classes_in_common
from raidline.merging.twice.signs import told_alike
from raidline.phrasing import listed

_SHOWN = 4  # words
_FEW = 2  # words; of fewer, the report says which sort of thing is alike as well
_WORD = re.compile(r"[\w’'-]+")


def in_common(pair: Pair) -> str:
    """Return what two events have in common."""
    one, two = pair.one, pair.two
    if one.words.keys() == two.words.keys():
        words = "the same words in the title"
    else:
        rarest = sorted(pair.common, key=lambda word: (-one.words[word], word))[:_SHOWN]
        written = filter(None, (_written(two.event.title, word) for word in rarest))
        shown = [f"“{word}”" for word in written]
        shown += classes_in_common(one.event.title, two.event.title) if len(shown) < _FEW else []
        words = f"{listed(shown) or 'the act'} in the title"
    told = [f"the same address, {words}" if pair.one_page else words, told_alike(pair.signs)]
    return listed(list(filter(None, told)))


def _written(title: str, word: str) -> str:
    """Return a word as the title has it; "" for an act, which has many words."""
    words = _WORD.findall(title)
    pairs = [f"{one} {two}" for one, two in pairwise(words)]  # "farm workers" is compared as one word
    return next((one for one in (*words, *pairs) if one.lower().replace(" ", "").startswith(word)), "")


def differing(pair: Pair) -> str:
    """Return what differs; "" for nothing."""
    one, two, told = pair.one, pair.two, []
    if pair.gap:
        told.append(f"the date, {pair.gap} day{'s' if pair.gap > 1 else ''} apart")
    elif one.event.date != two.event.date:
        told.append("the date, which overlaps")
    if pair.place == "wider" or set(one.event.places) != set(two.event.places):
        told.append("the place" if pair.place == "same" else "the place, of which one lies in the other")
    if one.event.kind is not two.event.kind:
        told.append("the kind")
    if one.words.keys() != two.words.keys():
        told.append("other words")
    return listed(told)
