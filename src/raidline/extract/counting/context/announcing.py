"""Numbers told last, behind what they count: "the number of people arrested was nine", "deportations rose to 410"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.extract.counting.context.nouns import OF_PEOPLE, noun_keys
from raidline.extract.counting.context.verbs import verb_keys
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import alternatives, as_listed

_BEFORE = 80  # characters between what is counted and the end of its number


def announced(text: str, span: Span, start: int) -> tuple[str, int] | None:
    """Return what the words before a number say that it counts, and where they begin."""
    patterns, before = _patterns(), (max(span[0], start - _BEFORE), start)
    total = patterns["total"].search(text, *before) or patterns["put"].search(text, *before)
    if total and total["verb"]:
        return verb_keys()[as_listed(total["verb"])], total.start()
    changed = total or patterns["changed"].search(text, *before)
    return (noun_keys()[as_listed(changed["noun"])], changed.start()) if changed else None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon.load("counting")
    counted = alternatives([noun for noun, key in noun_keys().items() if key in OF_PEOPLE and noun.endswith("s")])
    hedge, changes = alternatives(data["qualifiers"]), alternatives(data["changes"])
    percent = r"(?:\s+(?:by\s+)?[0-9][0-9.,]*(?:\s+per\s?cent|\s?%),?)?"
    from_the_old = rf"(?:from\s+(?:(?:{hedge})\s+)?(?:[0-9][0-9,]*|{SPELLED})\s+)?"
    to_the_new = rf"(?:(?:{alternatives(lexicon.load('counting_grammar')['reached'])})\s+)?"
    to_a_high = r"(?:an?\s+[a-z]+\s+(?:[a-z]+\s+)?of\s+)?"
    no_other_number = r"(?:[^.;:“”\d]|\d{4}\b)*?"  # but years
    done_to_them = rf"[^.;:“”\d]*?\b(?P<verb>{alternatives(verb_keys())})\b"
    counts = r"\b(?:number|tally|count|total|toll)\s+of\s+(?:[\w’']+\s+){0,3}?"
    return {
        "put": re.compile(
            rf"\b(?:put|puts|placed|places|pegged|pegs|set|sets)\s+the\s+{counts}(?:(?P<noun>{counted})\b|{done_to_them}){no_other_number}"
            rf"\bat\s+$",
            re.IGNORECASE,
        ),
        "changed": re.compile(
            rf"\b(?P<noun>{counted})\b{no_other_number}\b(?:{changes})(?:\s+(?:[a-z]+ly|back))?{percent}\s+"
            rf"{from_the_old}{to_the_new}{to_a_high}$",
            re.IGNORECASE,
        ),
        "total": re.compile(
            rf"{counts}(?:(?P<noun>{counted})\b|{done_to_them}){no_other_number}\b(?:is|was|stands\s+at|stood\s+at|{changes})"
            rf"(?:\s+[a-z]+ly)?{percent}\s+{from_the_old}{to_the_new}$",
            re.IGNORECASE,
        ),
    }
