"""What people write instead of the schema's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raidline import lexicon
from raidline.kinds.table import KINDS


def synonyms(subject: str) -> Mapping[str, Sequence[str]]:
    """Return the synonyms of each word for a `subject` ("kind", "status", "key"); empty for any other subject."""
    if subject == "kind":
        return {kind: row.like for kind, row in KINDS.items()}
    found: Mapping[str, Sequence[str]] = lexicon.load("synonyms").get(subject, {})
    return found
