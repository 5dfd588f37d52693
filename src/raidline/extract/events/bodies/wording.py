"""The words around a public body that say whether it acts, is acted on, or only has its name on a thing."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

HELD_FOR = re.compile(
    r"\b(?:(?:held|holds|holding|hold|detained|jailed)\s+(?:[\w-]+\s+){0,3}?for"
    r"|(?<!was\s)(?<!were\s)(?<!been\s)(?<!and\s)(?:handed|handing|turned|turning|transferred|transferring|gave|delivered)\s+(?:[\w-]+\s+){0,5}?to)\s+(?:the\s+)?$"
)
# Behind a verb of speech: the speaker tells of its own acts.
OF_ITSELF = re.compile(
    r"(?:\s+(?:on\s+)?[A-Z][a-z]+day)?(?:\s+that)?\s+(?:it|its\s+(?:agents|officers|deputies))\s+(?:had\s+|has\s+|have\s+)?(?!had|has|did|was|is)[a-z]+ed\b"
)
OFFICE = re.compile(r"(?:['’]s)?\s+(?:[Oo]ffice|[Dd]epartment)\b(?!\s+(?:building|lobby|parking))")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the expressions by name; what stands before a body ends where it begins."""
    data = lexicon.load("acting")
    titles = "|".join(data["titles"])
    person = r"(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,2}(?P<surname>[A-ZÀ-Þ][\w’-]{2,})"
    no_part, without = words_source(data["no_part"]), words_source(data["without"])
    toward_it, things = words_source(data["toward"]), words_source(data["things"])
    return {
        "official": re.compile(rf"(?:['’]s)?\s+(?:[\w-]+\s+){{0,3}}?(?:{titles}),?\s+{person}"),
        "secretary": re.compile(rf",?\s+{person}"),
        "of": re.compile(rf"\b(?:{titles})\s+of\s+(?:the\s+)?$"),
        "apposed": re.compile(
            rf"(?P<surname>[A-ZÀ-Þ][\w’-]{{2,}}),\s+(?:\w+\s+){{0,4}}?(?:{titles}|officer|agent)"
            r"\s+(?:of|at|for|with)\s+(?:the\s+)?$"
        ),
        "toward": re.compile(rf"{toward_it}\s+(?:[\w.’'-]+\s+){{0,2}}$"),
        "opposed": re.compile(rf"\b{words_source(data['opposed'])}\s+(?:[\w.’'-]+\s+){{0,2}}$", re.IGNORECASE),
        # a body's name may take in the verb of speech: "police say they had no part in it"
        "no part": re.compile(
            rf"(?:\s+(?:[Dd]epartment|officers|agents|deputies))?(?:\s+(?:say|says|said))?(?:\s+that)?(?:\s+(?:they|it))?"
            rf"(?:\s+[a-z]+ly)?\s+[“\"]?{no_part}"
        ),
        "without": re.compile(rf"\b{without}\s+(?:(?:the|local|city|county|state)\s+){{0,2}}$", re.IGNORECASE),
        "thing": re.compile(rf"(?:['’]s)?\s+(?:(?!\w+ed\s)[\w’'-]+\s+){{0,2}}?{things}"),
        "told": re.compile(r"(?:according\s+to|[,”\"]\s+(?:said|says))\s+(?:[\w.’'-]+\s+){0,3}$"),
        # between a body and its act: "a Homeland Security memo", "the FBI's raid", "the ICE report released"
        "owning": re.compile(rf"(?:['’]s)?\s+(?:{words_source(data['documents'])}\s+(?:(?:was|were|is|are)\s+)?)?"),
        "jailers": re.compile(rf"\b{words_source(data['jailers'])}\s+(?:[a-z]+ly\s+|had\s+|have\s+|has\s+)?$"),
        # "deputies with the sheriff's office" are it
        "members": re.compile(
            rf"\b{words_source(data['members'])}\s+(?:with|from|for|at|of)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}$"
        ),
        "by": re.compile(rf"\b(?:by|{words_source(data['beside'])})\s+(?:[\w.’'-]+\s+){{0,4}}$"),
        "joined": re.compile(
            r"(?:\s+(?:agents|officers|deputies))?(?:,|,?\s+and|,?\s+with)\s+(?:(?:[a-z]+\s+(?:from|with)\s+)?the\s+)?(?:[A-Z][\w.’'-]*\s+){0,3}(?:(?:county|city|state|local)\s+)?"
        ),
    }


@cache
def toward() -> WordList:
    """Match a word before what an act is directed at, which most bodies do not have before them."""
    return compile_words(lexicon.load("acting")["toward"])
