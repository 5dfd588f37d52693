"""People who came to a place or spoke there: a crowd, of whom nobody need have been arrested."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.counting.context.roles import is_taker
from raidline.extract.counting.context.verbs import verb_keys
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives, as_listed

_BEFORE = 80  # characters before the number that a crowd's verb governs
_PROTEST = 140  # characters from the protest to that verb


def of_a_crowd(text: str, span: Span, counted: Span) -> bool:
    """Whether the verb that governs a number of people says that they came, spoke or were drawn."""
    patterns, before = _patterns(), (max(span[0], counted[0] - _BEFORE), counted[0])
    drawn = patterns["drawn"].search(text, *before) or patterns["home"].search(text, *before)
    return bool(drawn or patterns["came"].match(text, counted[1], span[1]))


def came_together(text: str, span: Span, end: int) -> bool:
    """Whether those counted before `end` came, stood or prayed together; not where they only live or work."""
    came = _patterns()["came"].match(text, end, span[1])
    return came is not None and as_listed(came["verb"]) not in lexicon.load("counting")["crowds"]["at_home"]


def drawn_to_a_protest(text: str, span: Span, counted: Span) -> bool:
    """Whether a protest is said to have drawn the people counted: "the vigil drew 90 people"."""
    patterns = _patterns()
    drawn = patterns["drawn"].search(text, max(span[0], counted[0] - _BEFORE), counted[0])
    return bool(drawn and patterns["protest"].search(text, max(span[0], drawn.start() - _PROTEST), drawn.start()))


def then_done(text: str, span: Span, end: int, noun: str) -> Span | None:
    """Return the verb of what was done to people who came: "came for a check-in and were arrested".

    `noun` is what they are called: of "12 officers came and arrested them" nothing is returned.
    """
    then = _patterns()["then"].match(text, end, span[1])
    if not then or (is_taker(noun) and not then["passive"]):
        return None
    return then.span(then.lastgroup or 0)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    crowds = {name: alternatives(words) for name, words in lexicon.load("counting")["crowds"].items()}
    words = {name: alternatives(listed) for name, listed in lexicon.load("counting_grammar").items()}
    verbs = alternatives(verb_keys())
    in_their_clause = rf"(?:\s+(?!(?:{words['clauses']}|{verbs})\b)[\w’'-]+){{0,6}}?"
    then_they = rf"\b(?:{words['then']})\s+(?:(?:{words['then_they']})\s+){{0,2}}"
    were_arrested = rf"(?:{words['passives']})\s+(?:[a-z]+ly\s+)?(?P<passive>{verbs})"
    arrested_them = rf"(?P<active>{verbs})\s+them|[a-z]+\s+them\s+(?P<phrase>{verbs})"  # "took them into custody"
    one_of_them = (
        r"the\s+(?:largest|biggest|smallest|first|second|third|last|latest)"  # "a vigil each night; the largest"
    )
    return {
        "came": re.compile(rf"{in_their_clause}\s+(?!(?:{verbs})\b)(?P<verb>{crowds['came']})\b", re.IGNORECASE),
        "drawn": re.compile(rf"\b(?:{crowds['drawn']})\s+$", re.IGNORECASE),
        "home": re.compile(
            rf"\b(?:{crowds['homes']})\s+(?:of|with)\s+(?:(?:{words['place_hedges']})\s+)*$", re.IGNORECASE
        ),
        "protest": re.compile(rf"\b(?:{crowds['protests']})\b[^.;:]*(?:;\s+{one_of_them}\b[^.;:]*)?$", re.IGNORECASE),
        "then": re.compile(rf"[^.;:“”]*?{then_they}(?:{were_arrested}|{arrested_them})\b", re.IGNORECASE),
    }
