"""Which kind of event a word of a table means: in its cells, and in the headings of what it lists."""

from __future__ import annotations

from functools import cache, lru_cache

from raidline import inert
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.inspanish import kind_in_english
from raidline.lexicon.synonyms import synonyms
from raidline.models import Kind

_OF_ANYTHING = (  # what stands in headings of tables about something else, too
    *("act", "case", "court", "data", "decision", "enforcement", "event", "incident", "letter", "march", "order"),
    *("other", "report", "session", "statement"),
)


@lru_cache(maxsize=4_096)
def kind_of(cell: str) -> str | None:
    """Return the kind that a cell means, as such, by a synonym, in Spanish or by its last word; None if none."""
    plain = inert.line(cell).lower().replace("_", " ").replace("-", " ")
    if plain in list(Kind):
        return plain
    spanish = kind_in_english(cell)
    found = next((word for word, alike in _synonyms().items() if plain in alike or word == spanish), None)
    last = plain.rpartition(" ")[2]
    return found or next((word for word, alike in synonyms("kind_ends").items() if last in alike), None)


@lru_cache(maxsize=4_096)
def kind_named(heading: str) -> str:
    """Return the kind that a heading of titles or dates names: "Date of raid", "Name of policy"; "" if none."""
    words = [word for word in plain_heading(heading).split() if word not in _OF_ANYTHING]
    found = {kind for word in words if (kind := kind_of(word)) and kind != Kind.OTHER}
    return found.pop() if len(found) == 1 else ""


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(word.replace("-", " ") for word in words) for kind, words in synonyms("kind").items()}
