"""The classes of actors: agencies, police, courts, the press."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import compile_words


@cache
def actor_pattern(actor: str) -> re.Pattern[str]:
    """Return the expression for one class of actors of lexicon/actors.yaml."""
    row = lexicon.load("actors")[actor]
    return compile_words([*row["words"], *row.get("unnamed", {}).get("words", ())])


@cache
def unnamed_pattern(actor: str) -> re.Pattern[str]:
    """Return the expression for members of a class of actors that have no name of their own: "reporters"."""
    return compile_words(lexicon.load("actors")[actor]["unnamed"]["words"])
