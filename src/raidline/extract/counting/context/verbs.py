"""The verbs that say what was done to people, and the forms in which they stand around their number."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.lexicon.patterns import alternatives, as_listed


@cache
def verb_keys() -> dict[str, str]:
    """Return verb -> what is counted of those to whom it was done."""
    data = lexicon.load("counting")
    return {as_listed(verb): key for key, words in data["done_to"].items() for verb in words}


@cache
def verb_forms() -> dict[str, re.Pattern[str]]:
    """Return the expressions for what was done, by name.

    "verb" stands anywhere, "..._before" ends where the number begins; the others begin where the number ends.
    """
    data, words = lexicon.load("counting"), lexicon.load("counting_grammar")
    listed = {name: alternatives(some) for name, some in words.items()}
    verb, to_people = alternatives(verb_keys()), alternatives(data["to_people"])
    passive = rf"(?:{listed['finite_passives']})\s+(?:(?:[a-z]+ly|{listed['adverbs']})\s+)?"
    some_of_them = rf"(?:{SPELLED}|[0-9]+)\s+of\s+(?:them|whom)"
    aside = rf",\s+(?:{listed['asides']}|{some_of_them})\b(?:[^.;:“”]|(?<=[A-Z])\.)*?,(?=\s+{passive})"
    of_theirs = rf"(?:of\s+(?:{listed['owners']})\s+)?"  # "212 of its clients"
    of_the_number = rf"\s+of\s+(?:the|those|these)\s+(?:{SPELLED}|[0-9][0-9,]*)\b"  # "freed six of the 31"
    said_of_them = rf"(?:(?!\b(?:{listed['passive_of_others']})\b)[^.;:“”])*?"
    return {
        "verb": re.compile(rf"\b(?:{verb})\b", re.IGNORECASE),
        "right_before": re.compile(rf"\b(?P<verb>{verb})\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE),
        "right_behind": re.compile(rf"\s+{passive}(?P<verb>{verb})\b", re.IGNORECASE),
        "participle": re.compile(  # "14 demonstrators arrested by the police"
            rf"\s+(?P<verb>{to_people}|charged|injured|killed|wounded)\s+(?:by|in|on|at|during|after|near|outside|last|(?-i:[A-Z][a-z]+day))\b",
            re.IGNORECASE,
        ),
        "passive": re.compile(rf"(?:{aside})?{said_of_them}\b{passive}(?P<verb>{verb})\b", re.IGNORECASE),
        "alone_before": re.compile(rf"\b(?P<verb>{verb}|{listed['alone_taken']})\s+(?:(?:of|all)\s+)?$", re.IGNORECASE),
        "alone_behind": re.compile(
            rf"(?:\s+(?:{listed['alone_whom']})|{aside})?\s+(?:{passive}|(?:{listed['alone_auxiliaries']})\s+)?(?:[a-z]+ly\s+)?"
            rf"(?P<verb>{verb})\b",
            re.IGNORECASE,
        ),
        "to_people_before": re.compile(rf"\b(?P<verb>{to_people})\s+$", re.IGNORECASE),
        "to_people": re.compile(
            rf"\s+{of_theirs}(?:[a-z]+(?:-[a-z]+)*\s+)?[a-z]+s\s+(?:{passive})?(?P<verb>{to_people})\b", re.IGNORECASE
        ),
        "end": re.compile(
            rf"(?:\s+(?:more|others)\b|{of_the_number})?\s*(?:[.,;:)—–“”\"]|$|\s(?:{listed['behind_alone']})\b)"
        ),
        "day": re.compile(rf"\s(?:{listed['days_behind_alone']})\b"),
    }
