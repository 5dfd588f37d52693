"""Whether a word that things end with, too, is the family name of a person: "Jeffrey Lane, who sold fruit"."""

from __future__ import annotations

from raidline.places.gazetteer import codes_of
from raidline.places.names import normalise
from raidline.privacy.capitals import Run
from raidline.privacy.evidence.fitting import fits_person, fits_place
from raidline.privacy.evidence.harm import AGE_BEHIND, is_harmed
from raidline.privacy.evidence.telling import is_told
from raidline.privacy.listed import is_family, is_given
from raidline.privacy.registers import may_be_family, plain

_PAIR = 2  # words


def is_family_of_a_person(text: str, run: Run) -> bool:
    """Whether the last word of a name is no part of a thing's, but of a person's: "Ann Park, 20,"."""
    first, last = plain(run.words[0]), plain(run.words[-1])
    if AGE_BEHIND.match(text, run.end) and is_family(last):
        return True
    return (
        len(run.words) == _PAIR
        and may_be_family(last)
        and is_given(first)
        and not (fits_place(text, run) or codes_of(normalise(text[run.start : run.end])))
        and (is_told(text, run) or is_harmed(text, run) or fits_person(text, run))
    )
