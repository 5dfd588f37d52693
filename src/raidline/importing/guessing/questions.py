"""What a whole question asks for that a form puts above its answers: "In which city or town did it take place?"."""

from __future__ import annotations

import re
from functools import lru_cache

from raidline import lexicon
from raidline.importing.tables.headings import field_of, plain_heading

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_FEWEST = 5  # words; shorter headings are read word by word
_MOST_NOUNS = 3  # words behind "which" that can be what is asked for: "which law enforcement agencies"
_NOT_ASKED = ("cited", "actors", "notes", "id", "counts", "article", "related", "aliases")


@lru_cache(maxsize=4_096)
def asked_for(heading: str) -> str:
    """Return the field that a question asks for, "" if it is none or asks for something else.

    How many of whom, which or what of something, when, where, or a link; the first of these that it says. A number sign
    asks how many.
    """
    words = plain_heading(_BRACKETS.sub(" ", heading)).split()
    numbered = heading.lstrip().startswith("#") and len(words) > 1  # "# in the household detained"
    if len(words) < _FEWEST and not numbered:
        return ""
    terms = lexicon.load("questions")
    text = " ".join(words)
    if numbered or any(_says(text, phrase) for phrase in terms["how_many"]):
        return _counted(words)
    for at, word in enumerate(words):
        if word in terms["which"]:
            return _named(words[at + 1 :])
        following = words[at + 1 : at + 2]
        if word in terms["when"] and following and following[0] in terms["verbs"]:
            return "date"
        if word in terms["where"] and following and following[0] in terms["verbs"]:
            return "places"
    return "url" if not set(words).isdisjoint(terms["link"]) else ""


def _says(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {text} "


def _counted(words: list[str]) -> str:
    """Return the only count that the words name, "" for none or several."""
    groups = lexicon.load("heading_words")["counts"]
    found = {name for name, terms in groups.items() for term in terms if plain_heading(term) in words}
    return f"counts.{found.pop()}" if len(found) == 1 else ""


def _named(words: list[str]) -> str:
    """Return the field of the longest noun that follows "which" or "what"."""
    for end in range(min(_MOST_NOUNS, len(words)), 0, -1):
        if (field := field_of(" ".join(words[:end]))) and field not in _NOT_ASKED:
            return field
    return ""
