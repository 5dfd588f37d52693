"""Which kind of event a word of a table means: in its cells, and in the headings of what it lists."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from raidline import inert, lexicon
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.inspanish import kind_in_english
from raidline.lexicon.synonyms import synonyms
from raidline.models import Kind

_OF_ANYTHING = (  # what stands in headings of tables about something else, too
    *("act", "case", "court", "data", "decision", "enforcement", "event", "incident", "letter", "march", "order"),
    *("other", "report", "session", "statement"),
)
_SAYING_LITTLE = (
    "action",
    "activity",
    "event",
    "filed",
    "issued",
    "held",
    "passed",
    "signed",
    "announced",
    "adopted",
    "change",
    "changes",
    "update",
)
_NUMBER = re.compile(r"^\d{1,2}[ .:)]+(?=\D)")  # that a codebook gives each kind: "2 protest"
_MORE = re.compile(r" (?:at|in|on|by|of|from|near|outside|against|during) | ?\(")
_OF_AGREEMENT = re.compile(r"\b287 ?\(?g\b\)?(?:$|.*\b(?:model|enforcement|force|officers?|service)\b)")
_CODE = re.compile(r"[A-Z]{3,12}")


@lru_cache(maxsize=4_096)
def kind_of(cell: str) -> str | None:
    """Return the kind that a cell means, as such, by a synonym, in Spanish or by its last word; None if none."""
    plain = _NUMBER.sub("", inert.line(cell).lower().replace("_", " ").replace("-", " "))
    if plain in list(Kind):
        return plain
    if _OF_AGREEMENT.search(plain):  # whose models are named for the jail and the task force
        return Kind.POLICY.value
    spanish = kind_in_english(cell)
    found = next((word for word, alike in _synonyms().items() if plain in alike or word == spanish), None)
    rest, _, last = plain.rpartition(" ")
    for end in (" ".join(plain.split()[-2:]), last):
        found = found or next((word for word, alike in synonyms("kind_ends").items() if end in alike), None)
    if not found and rest and last in _SAYING_LITTLE:  # "Litigation filed", "Enforcement action"
        return kind_of(rest)
    head = _MORE.split(plain, maxsplit=1)[0]
    if not found and head and head != plain:  # "Arrest at check-in", "Legislation (state)"
        return kind_of(head)
    return found or _coded(inert.line(cell))


def _coded(cell: str) -> str | None:
    """Return the kind whose words alone begin with a code in capitals, such as PROT; None for any other cell."""
    if not (_CODE.fullmatch(cell) and cell.isupper()):
        return None
    words = lexicon.load("heading_words")["codes"]
    found = {kind for kind in words if any(word.startswith(cell.lower()) for word in words[kind])}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4_096)
def kind_named(heading: str) -> str:
    """Return the kind that a heading of titles or dates names: "Date of raid", "Name of policy"; "" if none."""
    words = [word for word in plain_heading(heading).split() if word not in _OF_ANYTHING]
    found = {kind for word in words if (kind := kind_of(word)) and kind != Kind.OTHER}
    return found.pop() if len(found) == 1 else ""


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(word.replace("-", " ") for word in words) for kind, words in synonyms("kind").items()}
