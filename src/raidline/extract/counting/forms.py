"""The words and forms in which a report says what a number counts."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.extract.text.numbers import alternatives
from raidline.lexicon.patterns import as_listed

OF_PEOPLE = {"arrested", "detained", "deported", "released", "charged", "hurt", "dead", "protesters"}


@cache
def keys() -> tuple[dict[str, str], dict[str, str]]:
    """Return noun -> key ("people" for those that need a verb), and verb -> key."""
    data = lexicon.load("counting")
    nouns = {as_listed(noun): key for key, words in data["nouns"].items() for noun in words}
    verbs = {as_listed(verb): key for key, words in data["done_to"].items() for verb in words}
    return {as_listed(noun): "people" for noun in data["people"]} | nouns, verbs


_ADVERB = r"(?:[a-z]+ly|later|also|then|still|since|already|soon|first)\s+"
_PASSIVE = rf"(?:were|was|are|is|have\s+been|has\s+been|had\s+been)\s+(?:{_ADVERB})?"
_THEIR = r"(?:the|its|those|these|his|their|her|our|[Aa]ll|[\w’'-]+[’']s?)"


@cache
def forms() -> dict[str, re.Pattern[str]]:
    """Return the expressions around a number, by name."""
    data = lexicon.load("counting")
    nouns, verbs = keys()
    verb = alternatives(list(verbs))
    noun, many = (alternatives([one for one in nouns if one not in leave]) for leave in ((), data["singular"]))
    theirs = alternatives([one for one, key in nouns.items() if key in OF_PEOPLE])
    counted = [one for one, key in nouns.items() if key in OF_PEOPLE and one.endswith("s")]
    stop = "and|or|in|on|at|by|were|was|are|is|had|have|who|that|to|for|from|with|but|after|before|during|since|as|than"
    base, hedge = rf"(?:[0-9][0-9,]*|{SPELLED})", alternatives(list(data["qualifiers"]))
    percent = r"(?:\s+(?:by\s+)?[0-9][0-9.,]*(?:\s+per\s?cent|\s?%),?)?"
    numeral = alternatives([word for word in data["numerals"] if " " not in word])
    free = rf"(?!(?:{stop}|{verb})\b|(?:{numeral})(?![\w-]))"
    between = rf"(?:\s+{free}(?:[A-Za-z]+(?:-[A-Za-z]+)*|“[a-z]+|\([A-Z]+\)),?){{0,4}}?"
    behind = (
        r"(?:\s*[—–]\s*(?:and|or|if)\s[^—–.;]{3,50}[—–])?"  # 30 — and perhaps 45 — workers
        r"(?:\s+[“\"][\w-]+(?:\s+[\w-]+){0,2}[”\"](?=\s))?"  # 34 "level 1" detainees
        rf"[“”\"]?(?:\s+(?:(?:out\s+)?of\s+(?:{_THEIR}\s+){{1,2}}(?:\w+\s+)?(?:{base})?"
        rf"|(?:out\s+)?of\s+(?:(?:{hedge})\s+)?{base}|of))?"
        rf"{between}\s+[“\"]?"
    )
    to_people = alternatives(data["to_people"])
    return {
        "one": re.compile(rf"{behind}(?P<noun>{noun})\b(?!['’]s\b)", re.IGNORECASE),
        "many": re.compile(
            rf"{behind}(?P<noun>{many})\b(?!['’](?:s\b|(?=\s+[a-z]))(?!\s+(?:{theirs})\b))", re.IGNORECASE
        ),
        "theirs": re.compile(rf"['’]s?\s+(?P<noun>{theirs})\b", re.IGNORECASE),  # "the two children's deaths"
        "measure": re.compile(rf"[\s-]+(?:[a-z]+\s+)?(?:{alternatives(data['measures'])})(?!\w)", re.IGNORECASE),
        "compared": re.compile(
            rf"(?:\b(?:{alternatives(data['compared'])})|(?:^|[.,;(“\"\n]|\band)\s*of(?:\s+all)?(?:\s+(?:the|those|these|its|their))?)\s+$",
            re.IGNORECASE,
        ),
        "genitive": re.compile(rf"\b(?:{alternatives(data['months'])}|year)['’]s\s+(?:[a-z]+\s+(?:of\s+)?)?$"),
        "undone": re.compile(rf"\b(?:{alternatives(data['undone'])})\s+$", re.IGNORECASE),
        "to_people": re.compile(rf"\b(?P<verb>{to_people})\s+$", re.IGNORECASE),
        "to_them": re.compile(
            rf"\s+(?:[a-z]+(?:-[a-z]+)*\s+)?[a-z]+s\s+(?:{_PASSIVE})?(?P<verb>{to_people})\b", re.IGNORECASE
        ),
        "any_noun": re.compile(r"(?:\s+[a-z]+(?:-[a-z]+)*)?\s+[a-z]+s\b"),
        "one_more": re.compile(
            rf"(?:,\s+|,?\s+and\s+)(?:an?|his|her|their)\s+(?:[a-z]+(?:-[a-z]+)*\s+){{0,2}}?(?P<noun>{alternatives(data['one_more'])})\b"
            r"(?=\s*(?:[.,;:)—–”\"]|$)|\s+(?:were|are|have|had\s+been|who\s+were|and|in|on|at|from|as|after|during|for|with|near|outside|[A-Z]))"
        ),
        "comparison": re.compile(rf"\b(?:{alternatives(data['comparisons'])})\b"),
        "of": re.compile(r"(?:(?<=\bof)|\s+of)\s+(?:the\s+)?"),
        "joined": re.compile(r",?\s+and\s+(?:(?:his|her|their)\s+)?|,\s+"),
        "of_them": re.compile(r"\sof\s+(?:them|whom|those|these)\b"),
        "verb": re.compile(rf"\b(?:{verb})\b", re.IGNORECASE),
        "alone_before": re.compile(rf"\b(?:{verb}|took|taking|netting)\s+(?:of\s+)?$", re.IGNORECASE),
        "alone_behind": re.compile(
            rf"(?:\s+(?:others|more|people|of\s+(?:them|whom)))?\s+(?:{_PASSIVE}|(?:have|had|remain|remained)\s+)?(?:[a-z]+ly\s+)?(?P<verb>{verb})\b",
            re.IGNORECASE,
        ),
        "right_before": re.compile(rf"\b(?P<verb>{verb})\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE),
        "right_behind": re.compile(rf"\s+{_PASSIVE}(?P<verb>{verb})\b", re.IGNORECASE),
        "passive": re.compile(
            rf"(?:,\s+(?:who|whom|whose|some|many|most|all)\b[^.;:“”]*?,(?=\s+{_PASSIVE}))?(?:(?!\b(?:said|say|says|told|their|whose|and|but)\b)[^.;:“”])*?\b{_PASSIVE}(?P<verb>{verb})\b",
            re.IGNORECASE,
        ),
        "changed": re.compile(
            rf"\b(?P<noun>{alternatives(counted)})\b(?:[^.;:“”\d]|\d{{4}}\b)*?\b(?:{alternatives(data['changes'])})"
            rf"(?:\s+(?:[a-z]+ly|back))?{percent}\s+(?:from\s+(?:(?:{hedge})\s+)?{base}\s+)?(?:(?:to|at|past|above|below)\s+)?(?:an?\s+[a-z]+\s+(?:[a-z]+\s+)?of\s+)?$",
            re.IGNORECASE,
        ),
        "total": re.compile(
            rf"\bnumber\s+of\s+(?:(?P<noun>{alternatives(counted)})\b|[^.;:“”\d]*?\b(?P<verb>{verb})\b)"
            rf"(?:[^.;:“”\d]|\d{{4}}\b)*?\b(?:is|was|{alternatives(data['changes'])})"
            rf"(?:\s+[a-z]+ly)?{percent}\s+(?:from\s+(?:(?:{hedge})\s+)?{base}\s+)?(?:(?:to|at|past|above|below)\s+)?$",
            re.IGNORECASE,
        ),
        "end": re.compile(
            r"(?:\s+(?:more|others)\b)?\s*(?:[.,;:)—–“”\"]|$|\s(?:in|on|at|during|of\s+them|from|after|and|but|over|across|near|outside|while|as|with|for|who|that|by|this|last|so)\b)"
        ),
        "day": re.compile(r"\s(?:today|yesterday|tonight|now|then|the\s+(?:year|month|week|day))\b"),
        "rate": re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives(data['rates'])})\b", re.IGNORECASE),
        "plan": re.compile(rf"\b(?:{alternatives(data['plans'])})\s+(?:\w+\s+)?$", re.IGNORECASE),
    }
