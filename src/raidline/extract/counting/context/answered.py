"""Numbers of those for whom people come together, or whose treatment they answer: "over the arrest of 40 cooks"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives

_BEFORE = 60  # characters
_THEM = r"(?:(?:the|these|those|all|some|about|nearly|more\s+than|at\s+least)\s+){0,3}"


def is_answered(text: str, span: Span, at: int) -> bool:
    """Whether a number tells of people to whom an act answers: it was not done to them then."""
    return bool(_pattern().search(text, max(span[0], at - _BEFORE), at))


@cache
def _pattern() -> re.Pattern[str]:
    words = {name: alternatives(listed) for name, listed in lexicon.load("counting")["answered"].items()}
    treated = rf"(?:{words['against']})\s+(?:(?:the|their|a|an)\s+)?(?:[a-z]+\s+)?(?:{words['treatment']})\s+of"
    return re.compile(rf"\b(?:{treated}|{words['for_the']}\s+the|{words['for']})\s+{_THEM}$", re.IGNORECASE)
