"""The classes of actors: agencies, police, courts, the press."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words


@cache
def actor_pattern(actor: str) -> WordList:
    """Return the expression for one class of actors of lexicon/actors.yaml."""
    row = lexicon.load("actors")[actor]
    words = [*row["words"], *row.get("unnamed", {}).get("words", ())]
    not_after = "".join(rf"(?<!{re.escape(word)} )" for word in row.get("not_after", ()))
    return WordList(re.compile(not_after + words_source(words)), words)


@cache
def unnamed_pattern(actor: str) -> WordList:
    """Return the expression for members of a class of actors that have no name of their own: "reporters"."""
    return compile_words(lexicon.load("actors")[actor]["unnamed"]["words"])
