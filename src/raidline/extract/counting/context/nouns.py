"""The nouns that a number counts, and the forms in which they stand around it."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.extract.counting.context.verbs import verb_keys
from raidline.lexicon.patterns import alternatives, as_listed

OF_PEOPLE = {"arrested", "detained", "deported", "released", "charged", "hurt", "dead", "protesters"}


@cache
def noun_keys() -> dict[str, str]:
    """Return noun -> what it counts, "people" for those of whom only a verb says what was done to them."""
    data = lexicon.load("counting")
    known = {as_listed(noun): key for key, words in data["nouns"].items() for noun in words}
    people = [*data["people"], *data["one_person"], *data["one_more"]]
    return {as_listed(noun): "people" for noun in people} | known


@cache
def noun_forms() -> dict[str, re.Pattern[str]]:
    """Return the expressions for what is counted, by name; all are matched at the end of the number or behind it."""
    data, words = lexicon.load("counting"), lexicon.load("counting_grammar")
    nouns = noun_keys()
    single = {as_listed(one) for name in ("singular", "one_person", "one_more") for one in data[name]}
    noun, many = (alternatives([one for one in nouns if one not in leave]) for leave in ((), single))
    theirs = alternatives([one for one, key in nouns.items() if key in OF_PEOPLE])
    behind, described = _up_to_the_noun(), r"[a-z]+(?:-[a-z]+)*\s+"
    nothing_more = rf"(?=\s*(?:[.,;:)—–”\"]|$)|\s+(?:{alternatives(words['behind_one_more'])}|[A-Z]))"
    return {
        "one": re.compile(rf"{behind}(?P<noun>{noun})\b(?!['’]s\b)", re.IGNORECASE),
        "many": re.compile(
            rf"{behind}(?P<noun>{many})\b(?!['’](?:s\b|(?=\s+[a-z]))(?!\s+(?:{theirs})\b))", re.IGNORECASE
        ),
        "theirs": re.compile(rf"['’]s?\s+(?P<noun>{theirs})\b", re.IGNORECASE),  # "the two children's deaths"
        "any": re.compile(rf"\s+(?:of\s+(?:its|their|his|her|my|our)\s+)?(?:{described})?[a-z]+s\b"),
        "of_theirs": re.compile(r"\s+of\s+(?:its|their|his|her|my|our)\s+(?:[a-z]+\s+)?[a-z]+s\b"),
        "measure": re.compile(rf"[\s-]+(?:[a-z]+\s+)?(?:{alternatives(data['measures'])})(?!\w)", re.IGNORECASE),
        "joined": re.compile(r",?\s+and\s+(?:(?:his|her|their)\s+)?|,\s+"),
        "of_them": re.compile(r"\sof\s+(?:them|whom|those|these)\b"),
        "one_more": re.compile(
            rf"(?:,\s+|,?\s+and\s+)(?:an?|his|her|their)\s+(?:{described}){{0,2}}?"
            rf"(?P<noun>{alternatives([*data['one_more'], *data['one_person']])})\b{nothing_more}"
        ),
    }


def _up_to_the_noun() -> str:
    """Return the text of an expression for what may stand between a number and its noun."""
    data, words = lexicon.load("counting"), lexicon.load("counting_grammar")
    numeral = alternatives([word for word in data["numerals"] if " " not in word])
    base, hedge = rf"(?:[0-9][0-9,]*|{SPELLED})", alternatives(data["qualifiers"])
    owner = rf"(?:{alternatives(words['owners'])}|[\w’'-]+[’']s?)"
    corrected = r"\s*[—–]\s*(?:and|or|if)\s[^—–.;]{3,50}[—–]"  # 30 — and perhaps 45 — workers
    quoted = r"\s+[“\"][\w-]+(?:\s+[\w-]+){0,2}[”\"](?=\s)"  # 34 "level 1" detainees
    of_those = rf"(?:out\s+)?of\s+(?:{owner}\s+){{1,2}}(?:\w+\s+)?(?:{base})?"  # nine of the company's 60 workers
    of_all = rf"(?:out\s+)?of\s+(?:(?:{hedge})\s+)?{base}"  # nine out of about 60 workers
    of_its = r"of\s+(?:the\s+)?[\w-]+['’]s?(?=\s)"  # three of the plant's managers
    no_noun = rf"(?:{alternatives(words['no_noun_behind'])}|{alternatives(verb_keys())})\b|(?:{numeral})(?![\w-])"
    described = rf"(?:\s+(?!{no_noun})(?:[A-Za-z]+(?:-[A-Za-z]+)*|“[a-z]+|\([A-Z]+\)),?){{0,4}}?"
    return rf"(?:{corrected})?(?:{quoted})?[“”\"]?(?:\s+(?:{of_those}|{of_all}|{of_its}|of))?{described}\s+[“\"]?"
