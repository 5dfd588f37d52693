"""Two places in one word: "Fargo-Moorhead"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from raidline.extract.toponyms.namesakes import meanings
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.lookup import names
from raidline.places.names import normalise

_PAIR = re.compile(r"(?P<one>[A-Z](?<![\w-].)[a-z]+)-(?P<two>[A-Z][a-z]+(?: (?:County|Parish)\b)?)(?![\w-])")


def pairs(text: str, known: Container[str]) -> Iterator[Toponym]:
    """Yield both places of "Fargo-Moorhead", "Paris-Henry County", unless the whole is the name of a place."""
    for match in _PAIR.finditer(text):
        if normalise(match[0]) in names() or normalise(match["two"]) in {"based", "area"}:
            continue
        for group in ("one", "two"):
            name = match[group]
            found = meanings(name) or ()
            if found and name not in known and found[0].kind in {"county", "place"}:
                start, end = match.span(group)
                strength = Strength.SURE if name.endswith(("County", "Parish")) else Strength.BORNE
                how = f"of '{match[0]}'"
                yield Toponym(start, end, name, normalise(name), found, "context", how, strength)
