"""The words of privacy.yaml and of person_context.yaml as expressions."""

from __future__ import annotations

import re

from raidline import lexicon
from raidline.lexicon.patterns import alternatives


def any_of(name: str) -> str:
    """Return the text of an expression for the words of a list of privacy.yaml, longest first."""
    return "|".join(re.escape(word) for word in sorted(lexicon.load("privacy")[name], key=len, reverse=True))


def any_around(name: str) -> str:
    """Return the same for a list of person_context.yaml; * stands for any letters."""
    return alternatives(lexicon.load("person_context")[name]).replace(r"\*", r"\w*")
